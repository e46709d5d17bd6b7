"""A hub, joined from its parts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack

import aiohttp
from aiohttp import web

from chat_server.bots.rasa import RasaBot
from chat_server.broadcast.emitter import Emitter
from chat_server.broadcast.presence import Presence
from chat_server.broadcast.together import Together
from chat_server.clock import utc_now
from chat_server.domain.live import LiveEvent
from chat_server.domain.ports import Bot, Clock
from chat_server.hooks.carrier import HttpCarrier
from chat_server.jobs.ready_answers import keep_ready
from chat_server.jobs.supervisor import Supervisor
from chat_server.recall.meaning import ModelProcess
from chat_server.services.ready_answers import ReadyAnswers, dialogues_of
from chat_server.services.secret_box import SecretBox
from chat_server.services.webhook_deliveries import WebhookDeliveries
from chat_server.services.webhooks import Webhooks
from chat_server.serving import LAST_WORDS
from chat_server.settings import Settings
from chat_server.store.database import Engines
from chat_server.store.leases import SqlLeases
from chat_server.store.sql_store import SqlStore

from .jobs import Jobs
from .rest import add_demo, add_rest
from .services import make_masking, make_services
from .sockets import add_sockets

_MOST_BODY = 256_000
# How long running bot turns may take to end when the hub stops; theirs is a deadline of two seconds.
_TURNS_WITHIN = 5.0


async def make_app(
    settings: Settings,
    bot: Bot | None = None,
    clock: Clock = utc_now,
    *,
    by_rules_alone: bool = False,
) -> web.Application:
    """A hub, ready to be served; `bot` stands in for Rasa in tests, `clock` for the time where months are played.

    `by_rules_alone` it hears without what learned from examples, to see what that is worth.
    """
    app = web.Application(client_max_size=_MOST_BODY)
    jobs, emitter = Jobs(alone=settings.redis_url is None), Emitter(settings.public_url)
    engines = Engines(settings.database_url)
    leases = SqlLeases(engines)
    ready = ReadyAnswers(clock, settings.figures_max_age, lambda: dialogues_of(store, clock()))
    together = Together(settings.redis_url, settings.secret_key)

    def publish(events: Sequence[LiveEvent]) -> None:
        emitter.publish(events)
        jobs.notice(events)
        ready.notice(events)

    store = SqlStore(engines, publish)
    answering = bot or _rasa(app, settings, jobs.supervisor)
    model = ModelProcess() if ModelProcess.is_installed() else None
    # Where things are tried out, receivers are on the same machine.
    carrier, masking = HttpCarrier(anywhere=settings.demo), make_masking(settings)
    webhooks = Webhooks(
        store,
        clock,
        SecretBox(settings.secret_key),
        carrier,
        anywhere=settings.demo,
        wake=jobs.webhooks.wake,
    )
    services = make_services(
        settings,
        store,
        answering,
        clock,
        jobs.workers,
        together,
        masking=masking,
        webhooks=webhooks,
        ready=ready,
        model=model,
    )
    presence = Presence(services.accounts.went_away, together.consoles)
    drain = add_sockets(app, settings, services, emitter, answering, together, presence)
    add_rest(app, settings, services, store, answering, together, drain)
    add_demo(app, settings, clock)

    async def life(_: web.Application) -> AsyncIterator[None]:
        async with AsyncExitStack() as ending:
            # Each whatever becomes of the others, also when not all of it began; the last one here is the first to end.
            for end in (engines.dispose, leases.release, together.stop, emitter.flush, store.close):
                ending.push_async_callback(end)
            ending.push_async_callback(ready.close)
            ending.push_async_callback(presence.stop)
            ending.push_async_callback(carrier.close)
            if model is not None:
                ending.push_async_callback(model.close)
            ending.push_async_callback(jobs.supervisor.stop)
            together.start()
            if settings.figures_max_age:
                jobs.supervisor.start("ready_answers", lambda: keep_ready(ready))
            jobs.supervisor.start("presence", lambda: presence.watch(services.accounts.online))
            marker = model if ModelProcess.is_installed() and not by_rules_alone else None
            await jobs.begin(settings, store, answering, clock, leases, model, marker)
            await jobs.begin_webhooks(
                WebhookDeliveries(
                    store,
                    clock,
                    SecretBox(settings.secret_key),
                    carrier,
                    masking,
                    alone=settings.redis_url is None,
                )
            )
            yield

    async def last_words() -> None:
        await asyncio.gather(drain.run(), jobs.workers.drain(_TURNS_WITHIN))

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
