"""The bot as a web application: a loaded model behind the hub's channel, and nothing else of Rasa's HTTP API."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
import time
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import register
from rasa.shared.core.constants import DEFAULT_INTENTS
from sanic import Sanic

from actions import all_actions
from channel import MAX_BODY, TURN_TIMEOUT, SamtalInput, answer_error
from in_process import InProcessActions
from languages import LANGUAGES
from phrases import phrases_in
from processor import BotAgent
from shop import Shop
from tracker_store import SqliteTrackerStore

logger = logging.getLogger("bot")

_LOOKED_FOR_OLD_EVERY = 3600.0
_LOOKED_AT_CONNECTIONS_EVERY = 0.02


def make_app(
    model: Path, token: str, shop: Shop, store: SqliteTrackerStore, timeout: float = TURN_TIMEOUT
) -> Sanic:
    """Load the model and put the channel before it."""
    agent = BotAgent(store, InProcessActions(all_actions(shop)))
    agent.load_model(model)
    app = Sanic("samtal_bot", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.ctx.agent = agent
    app.error_handler.add(Exception, answer_error)
    intents = frozenset(agent.domain.intents) - frozenset(DEFAULT_INTENTS)
    register(
        [SamtalInput(token, store, intents, agent.model_id or "", timeout)], app, route="/webhooks/"
    )
    return app


async def serve(host: str, port: int, model: Path, token: str, hub_url: str, state: Path) -> None:
    """Open the port once everything is loaded, and close it on SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    shop, store = Shop(hub_url, token), SqliteTrackerStore(state / "trackers.db")
    try:
        app = make_app(model, token, shop, store)
        await _wake(app.ctx.agent)
        forgetting = asyncio.create_task(forget_old(store))
        server = await app.create_server(
            host=host, port=port, return_asyncio_server=True, access_log=False
        )
        if server is None:
            raise RuntimeError("Sanic made no server")
        await server.startup()  # type: ignore[no-untyped-call]
        await server.start_serving()  # type: ignore[no-untyped-call]
        logger.info("bot ready on http://%s:%s", host, port)
        await stop.wait()
        forgetting.cancel()
        await _leave(server)
    except OSError as error:
        sys.exit(f"Port {port} on {host} cannot be opened: {error.strerror}.")
    finally:
        await shop.close()
        store.close()
    logger.info("bot stopped")


async def _wake(agent: BotAgent) -> None:
    """Whoever writes first in a language pays for what is loaded late; better now than while a visitor waits."""
    for language in LANGUAGES:
        await agent.parse_message(phrases_in(language).text("glad_sorted"))


async def forget_old(store: SqliteTrackerStore) -> None:
    """Now and again; between two parts turns are answered."""
    while True:
        gone = store.forget_old(time.time())
        await asyncio.sleep(0 if gone else _LOOKED_FOR_OLD_EVERY)


async def _leave(server: Any) -> None:
    """Take nothing new, and answer what was taken: a hub with another bot loses no turn when this one is exchanged."""
    server.close()
    ends = time.monotonic() + TURN_TIMEOUT
    while server.connections and time.monotonic() < ends:
        for connection in list(server.connections):
            connection.close_if_idle()
        await asyncio.sleep(_LOOKED_AT_CONNECTIONS_EVERY)
    await server.wait_closed()
