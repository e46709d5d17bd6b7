"""The bot as a web application: a loaded model behind the hub's channel, and nothing else of Rasa's HTTP API.

It can be exchanged while it serves: another process opens the same port, and then this one leaves.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import register
from rasa.shared.core.constants import DEFAULT_INTENTS
from sanic import Sanic

from actions import all_actions
from channel import MAX_BODY, TURN_TIMEOUT, SamtalInput, answer_error
from following import until_another_is_chosen
from in_process import InProcessActions
from languages import LANGUAGES
from pages.answering import Pages
from pages.articles import help_folder
from phrases import phrases_in
from processor import BotAgent
from shop import Shop
from tracker_store import SharedTrackerStore

if TYPE_CHECKING:
    from sanic.request import Request
    from sanic.response import BaseHTTPResponse

    from dialogue_rows import DialogueRows

logger = logging.getLogger("bot")

_LOOKED_FOR_OLD_EVERY = 3600.0
_LOOKED_AT_CONNECTIONS_EVERY = 0.02
# Seconds; the hub closes what it has not used for three.
_HUB_KEEPS_CONNECTIONS = 3.5


def make_app(
    model: Path,
    token: str,
    shop: Shop,
    store: SharedTrackerStore,
    pages: Pages,
    timeout: float = TURN_TIMEOUT,
) -> Sanic:
    """Load the model and put the channel before it."""
    agent = BotAgent(store, InProcessActions(all_actions(shop, pages)), pages, shop)
    agent.load_model(model)
    app = Sanic("samtal_bot", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_BODY
    app.ctx.agent, app.ctx.leaving = agent, False
    app.register_middleware(_closing_when_leaving, "response")
    app.error_handler.add(Exception, answer_error)
    intents = frozenset(agent.domain.intents) - frozenset(DEFAULT_INTENTS)
    register(
        [SamtalInput(token, store, intents, agent.model_id or "", timeout)], app, route="/webhooks/"
    )
    return app


async def _closing_when_leaving(request: Request, response: BaseHTTPResponse) -> None:
    del response
    if request.app.ctx.leaving and request.stream is not None:
        request.stream.keep_alive = False


@dataclass(frozen=True)
class Place:
    """Where it serves. ``beside``: another process serves there still, and goes when this one answers."""

    host: str
    port: int
    beside: bool = False
    # Where nobody exchanges it: the built model, beside which another one may be chosen.
    follows: Path | None = None

    def open(self) -> socket.socket:
        """Listen there; raises ``OSError`` where somebody else does who was not to be expected."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        if not self.beside:
            # A port that may be shared could be shared by mistake too.
            with socket.socket(family) as alone:
                alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                alone.bind((self.host, self.port))
        return socket.create_server((self.host, self.port), family=family, reuse_port=True)


async def serve(
    place: Place, model: Path, token: str, hub_url: str, rows: DialogueRows, state: Path
) -> None:
    """Open the port once everything is loaded, and close it on SIGTERM or SIGINT."""
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    shop, store = Shop(hub_url, token), SharedTrackerStore(rows)
    try:
        app = make_app(model, token, shop, store, Pages(help_folder(), state / "pages.npz"))
        await _wake(app.ctx.agent)
        forgetting = asyncio.create_task(forget_old(store))
        server = await app.create_server(
            sock=place.open(), return_asyncio_server=True, access_log=False
        )
        if server is None:
            raise RuntimeError("Sanic made no server")
        await server.startup()  # type: ignore[no-untyped-call]
        await server.start_serving()  # type: ignore[no-untyped-call]
        logger.info("bot ready on http://%s:%s", place.host, place.port)
        following = asyncio.create_task(_follow(place, state, stop))
        await stop.wait()
        forgetting.cancel()
        following.cancel()
        await _leave(app, server)
    except OSError as error:
        sys.exit(f"Port {place.port} on {place.host} cannot be opened: {error.strerror}.")
    finally:
        await shop.close()
        await store.close()
    logger.info("bot stopped")


async def _follow(place: Place, state: Path, stop: asyncio.Event) -> None:
    if place.follows is not None:
        await until_another_is_chosen(place.follows, state)
        logger.info("another model was chosen")
        stop.set()


async def _wake(agent: BotAgent) -> None:
    """Whoever writes first in a language pays for what is loaded late; better now than while a visitor waits."""
    for language in LANGUAGES:
        await agent.parse_message(phrases_in(language).text("glad_sorted"))


async def forget_old(store: SharedTrackerStore) -> None:
    """Now and again; between two parts turns are answered."""
    while True:
        gone = await store.forget_old(time.time())
        await asyncio.sleep(0 if gone else _LOOKED_FOR_OLD_EVERY)


async def _leave(app: Sanic, server: Any) -> None:
    """Take no new connection and answer what comes over open ones, each for the last time.

    A connection that is closed as the hub writes cannot be told from a crash, so it is left to the hub to close those on
    which nothing is asked any more.
    """
    app.ctx.leaving = True
    server.close()
    await _until_gone(server, _HUB_KEEPS_CONNECTIONS)
    for connection in list(server.connections):
        connection.close_if_idle()
    await _until_gone(server, TURN_TIMEOUT)
    await server.wait_closed()


async def _until_gone(server: Any, within: float) -> None:
    ends = time.monotonic() + within
    while server.connections and time.monotonic() < ends:  # noqa: ASYNC110 - the server tells nobody
        await asyncio.sleep(_LOOKED_AT_CONNECTIONS_EVERY)
