"""Every HTTP route."""

from __future__ import annotations

from aiohttp import web

from chat_server.bots.rasa import RasaBot
from chat_server.broadcast.together import Together
from chat_server.demo.routes import demo_shop
from chat_server.demo.seed import DemoNotes
from chat_server.domain.bot_turn import BotState
from chat_server.domain.errors import SamtalError
from chat_server.domain.ports import Bot, Clock
from chat_server.rest.call import RestServices
from chat_server.rest.cors import visitor_cors
from chat_server.rest.dispatch import PREFIX, handler_for
from chat_server.rest.guard import guarded, problems
from chat_server.rest.help import help_routes
from chat_server.rest.letters import letter_routes
from chat_server.rest.pages import page_routes
from chat_server.rest.peer import PEER, Peers
from chat_server.rest.proactive import greeting_routes
from chat_server.rest.public import public_routes
from chat_server.rest.qr import qr_routes
from chat_server.rest.routes import ROUTES
from chat_server.rest.session import SECURE
from chat_server.settings import Settings
from chat_server.sockets.drain import Drain
from chat_server.store.sql_store import SqlStore

_BOT_STATES = {BotState.READY: "ok", BotState.STARTING: "starting", BotState.AWAY: "away"}


def add_rest(
    app: web.Application,
    settings: Settings,
    services: RestServices,
    store: SqlStore,
    bot: Bot,
    together: Together,
    drain: Drain,
) -> None:
    """The API, the pages and what a load balancer asks."""
    app[PEER] = Peers(settings.trusted_proxies)
    app[SECURE] = settings.secure
    app.on_response_prepare.append(guarded)
    app.middlewares.append(problems)
    app.middlewares.append(visitor_cors(services.inboxes, settings.own_origins))

    async def readiness() -> dict[str, str]:
        states = {"database": "ok", "bot": _BOT_STATES[bot.state()]}
        if isinstance(bot, RasaBot):
            states["bot_circuits"] = " ".join(bot.circuits())
        try:
            await store.ping()
        except SamtalError:
            states["database"] = "away"
        if together.bus is not None:
            states["redis"] = "ok" if together.bus.connected else "away"
        if drain.begun:
            states["hub"] = "stopping"
        return states

    for route in ROUTES:
        app.router.add_route(route.method, PREFIX + route.path, handler_for(route, services))
    app.add_routes(
        public_routes(
            ROUTES,
            services.elements,
            services.mail_answers,
            services.limits,
            readiness,
            settings.public_url,
        )
    )
    app.add_routes(letter_routes(services.mail_answers, services.limits))
    app.add_routes(qr_routes(services.elements, services.limits, settings.public_url))
    app.add_routes(greeting_routes(services.greetings, services.elements, services.limits))
    app.add_routes(help_routes(services.help, services.limits))
    app.add_routes(page_routes(settings.frontend, demo=settings.demo))


def add_demo(app: web.Application, settings: Settings, clock: Clock) -> None:
    """The demo's shop, where it is wanted."""
    if settings.demo:
        notes = DemoNotes(settings.var)
        notes.set_url(settings.public_url)
        app.add_routes(demo_shop(notes, clock))
