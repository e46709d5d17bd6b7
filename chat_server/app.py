"""The composition root: joins store, bot, services, sockets, REST and jobs. Nothing is created at import."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import aiohttp
from aiohttp import web

from chat_server.bots.rasa import RasaBot
from chat_server.broadcast.emitter import Emitter
from chat_server.broadcast.presence import Presence
from chat_server.broadcast.rooms import Surface
from chat_server.broadcast.together import Together
from chat_server.clock import utc_now
from chat_server.demo.routes import demo_shop
from chat_server.demo.seed import DemoNotes
from chat_server.domain.bot_turn import BotState
from chat_server.domain.errors import SamtalError
from chat_server.domain.live import LiveEvent
from chat_server.domain.ports import Bot
from chat_server.jobs.bot_turns import TurnWorkers
from chat_server.jobs.claimed import by_one_hub
from chat_server.jobs.outbox import forget_finished, send_promised
from chat_server.jobs.queue_board import QueueWatch
from chat_server.jobs.routing import RoutingWatch
from chat_server.jobs.search import index_words
from chat_server.jobs.supervisor import Supervisor
from chat_server.mail.smtp import SmtpMailer
from chat_server.rest.call import RestServices
from chat_server.rest.cors import visitor_cors
from chat_server.rest.dispatch import PREFIX, handler_for
from chat_server.rest.guard import guarded, problems
from chat_server.rest.pages import page_routes
from chat_server.rest.peer import PEER, Peers
from chat_server.rest.public import public_routes
from chat_server.rest.routes import ROUTES
from chat_server.rest.session import SECURE
from chat_server.services.accounts import Accounts
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.assignments import Assignments
from chat_server.services.bot_turns import BotTurns
from chat_server.services.consents import Consents
from chat_server.services.contacts import Contacts
from chat_server.services.conversation_lists import ConversationLists
from chat_server.services.elements import Elements
from chat_server.services.handoff_card import HandoffCards
from chat_server.services.identity import VisitorIdentity
from chat_server.services.inboxes import Inboxes
from chat_server.services.letters import Letters
from chat_server.services.lifecycle import Lifecycle
from chat_server.services.memory import Memory
from chat_server.services.outbox import Outbox
from chat_server.services.rate_limits import RateLimits
from chat_server.services.reports import Reports
from chat_server.services.routing import Routing
from chat_server.services.secret_box import SecretBox
from chat_server.services.shop import Shop
from chat_server.services.snapshots import QueueBoard
from chat_server.services.teams import Teams
from chat_server.services.transcripts import Transcripts
from chat_server.services.visitor_messages import VisitorMessages
from chat_server.services.waits import Waits
from chat_server.serving import LAST_WORDS
from chat_server.settings import Settings
from chat_server.sockets.agent import AgentNamespace, AgentServices
from chat_server.sockets.drain import Drain
from chat_server.sockets.rasa_channel import RasaNamespace
from chat_server.sockets.server import AGENT_PATH, MOST_PER_ADDRESS, VISITOR_PATH, make_server
from chat_server.sockets.visitor import VisitorNamespace, VisitorServices
from chat_server.store.database import Engines
from chat_server.store.leases import SqlLeases
from chat_server.store.transaction import SqlStore

_MOST_BODY = 256_000
# Rasa loads for tens of seconds; after this long, waiting visitors go to people.
_START_PATIENCE = timedelta(minutes=2)
# How long running bot turns may take to end when the hub stops; theirs is a deadline of two seconds.
_TURNS_WITHIN = 5.0
_LIFECYCLE_EVERY = 10.0


async def make_app(settings: Settings, bot: Bot | None = None) -> web.Application:
    """A hub, ready to be served; `bot` stands in for Rasa in tests."""
    app = web.Application(client_max_size=_MOST_BODY)
    supervisor, workers, emitter = Supervisor(), TurnWorkers(), Emitter()
    engines = Engines(settings.database_url)
    leases = SqlLeases(engines)
    together = Together(settings.redis_url, settings.secret_key)
    routing_watch, queue_watch = RoutingWatch(), QueueWatch()

    def publish(events: Sequence[LiveEvent]) -> None:
        emitter.publish(events)
        routing_watch.notice(events)
        queue_watch.notice(events)

    store = SqlStore(engines, publish)
    if bot is None:
        bot = _rasa(app, settings, supervisor)
    turns = BotTurns(
        store,
        utc_now,
        bot,
        _START_PATIENCE,
        alone=settings.redis_url is None,
        mail=settings.smtp_url is not None,
    )
    lifecycle = Lifecycle(store, utc_now, mail=settings.smtp_url is not None)
    mailer = SmtpMailer(settings.smtp_url, settings.mail_from) if settings.smtp_url else None
    outbox = Outbox(store, utc_now, mailer, alone=settings.redis_url is None)
    routing, waits = Routing(store, utc_now), Waits(store, utc_now)
    services = _services(settings, store, bot, workers, together)
    presence = Presence(services.accounts.went_away, together.consoles)
    drain = _add_sockets(app, settings, services, emitter, bot, together, presence)
    _add_rest(app, settings, services, store, bot, together, drain)
    _add_demo(app, settings)

    async def life(_: web.Application) -> AsyncIterator[None]:
        supervisor.start("bot_turns", lambda: workers.work(turns))
        supervisor.start("search", lambda: index_words(store))
        supervisor.start(
            "lifecycle",
            lambda: by_one_hub(leases, "lifecycle", _LIFECYCLE_EVERY, lifecycle.sweep),
        )
        supervisor.start("presence", lambda: presence.watch(services.accounts.online))
        together.start()
        await outbox.begin()
        supervisor.start("outbox", lambda: send_promised(outbox))
        supervisor.start("outbox_sweep", lambda: forget_finished(outbox))
        supervisor.start("queue_board", lambda: queue_watch.work(QueueBoard(store)))
        supervisor.start("routing", lambda: routing_watch.work(routing, waits))
        yield
        await supervisor.stop()
        await presence.stop()
        await store.close()
        await emitter.flush()
        await together.stop()
        await leases.release()
        await engines.dispose()

    async def last_words() -> None:
        await asyncio.gather(drain.run(), workers.drain(_TURNS_WITHIN))

    app[LAST_WORDS] = last_words
    app.cleanup_ctx.append(life)
    return app


def _rasa(app: web.Application, settings: Settings, supervisor: Supervisor) -> RasaBot:
    # Shorter than Rasa keeps a connection: one that it closes as we write cannot be told from a crash.
    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(keepalive_timeout=3, limit=0))
    rasa = RasaBot(settings.rasa_urls, settings.bot_token, session)

    async def life(_: web.Application) -> AsyncIterator[None]:
        supervisor.start("bot_health", rasa.watch)
        yield
        await session.close()

    app.cleanup_ctx.append(life)
    return rasa


def _services(
    settings: Settings, store: SqlStore, bot: Bot, workers: TurnWorkers, together: Together
) -> RestServices:
    mail = settings.smtp_url is not None
    return RestServices(
        accounts=Accounts(store, utc_now, settings.bot_token),
        identity=VisitorIdentity(
            store,
            utc_now,
            SecretBox(settings.secret_key),
            settings.own_origins,
            wildcard=settings.demo,
        ),
        visitor_messages=VisitorMessages(store, utc_now, workers.wake, mail=mail),
        agent_messages=AgentMessages(store, utc_now),
        lists=ConversationLists(store),
        memory=Memory(store, utc_now),
        consents=Consents(store, utc_now, bot),
        letters=Letters(store, utc_now, mail=mail),
        contacts=Contacts(store),
        inboxes=Inboxes(store, wildcard=settings.demo),
        elements=Elements(store, utc_now),
        reports=Reports(store),
        transcripts=Transcripts(store),
        shop=Shop(store, utc_now),
        handoff_cards=HandoffCards(store, utc_now),
        assignments=Assignments(store, utc_now),
        teams=Teams(store),
        limits=RateLimits(enabled=settings.rate_limits, shared=together.buckets),
    )


def _add_sockets(
    app: web.Application,
    settings: Settings,
    services: RestServices,
    emitter: Emitter,
    bot: Bot,
    together: Together,
    presence: Presence,
) -> Drain:
    peers = Peers(settings.trusted_proxies)
    # Which website may speak depends on the inbox, which the handshake names: `/visitor` checks it.
    most = MOST_PER_ADDRESS if settings.rate_limits else None
    of_visitors = together.manager([Surface.VISITOR.value, Surface.RASA.value])
    visitors = make_server("*", of_visitors, peers, most)
    of_agents = together.manager([Surface.AGENT.value])
    agents = make_server(sorted(settings.own_origins), of_agents, peers, most)
    visitors.register_namespace(
        VisitorNamespace(
            VisitorServices(
                identity=services.identity,
                messages=services.visitor_messages,
                memory=services.memory,
                consents=services.consents,
                letters=services.letters,
                bot_state=bot.state,
                publish=emitter.publish,
            ),
            services.limits,
            peers,
        )
    )
    visitors.register_namespace(
        RasaNamespace(services.identity, services.visitor_messages, services.limits, peers)
    )
    agents.register_namespace(
        AgentNamespace(
            AgentServices(
                accounts=services.accounts,
                messages=services.agent_messages,
                assignments=services.assignments,
                lists=services.lists,
                presence=presence,
                publish=emitter.publish,
            ),
            services.limits,
            peers,
        )
    )
    visitors.attach(app, socketio_path=VISITOR_PATH)
    agents.attach(app, socketio_path=AGENT_PATH)
    emitter.attach(visitors, agents)

    async def life(_: web.Application) -> AsyncIterator[None]:
        yield
        await visitors.shutdown()
        await agents.shutdown()

    app.cleanup_ctx.append(life)
    return Drain([visitors, agents], alone=together.bus is None)


def _add_rest(
    app: web.Application,
    settings: Settings,
    services: RestServices,
    store: SqlStore,
    bot: Bot,
    together: Together,
    drain: Drain,
) -> None:
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
        public_routes(ROUTES, services.elements, services.limits, readiness, settings.public_url)
    )
    app.add_routes(page_routes(settings.frontend, demo=settings.demo))


def _add_demo(app: web.Application, settings: Settings) -> None:
    if settings.demo:
        notes = DemoNotes(settings.var)
        notes.set_url(settings.public_url)
        app.add_routes(demo_shop(notes, utc_now))


_BOT_STATES = {BotState.READY: "ok", BotState.STARTING: "starting", BotState.AWAY: "away"}
