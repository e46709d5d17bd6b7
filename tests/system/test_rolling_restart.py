"""Two hubs behind one address are replaced one after the other, and nobody who talks meanwhile notices."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import socketio

from samtal_client import VisitorClient
from tests.faults.echo_bot import EchoBot
from tests.faults.oracle import crowd
from tests.hub.clients import Clients, client_id
from tests.hub.data import SHOP
from tests.hub.fixtures import clients_of
from tests.hub.running import HubProcess
from tests.services import valkey
from tests.services.front import Front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.fixtures import Filled
    from tests.services.postgres import Postgres
    from tests.services.server import Server

pytestmark = pytest.mark.integration
# A widget shows "sending" after a second or two; an error it shows after this.
_NOTICED = 5.0 * crowd()
# The hub's own bound is below five seconds; a busy machine takes its time to end a process.
_DRAINED = 10.0 * crowd()
_EVERY = 0.15


@dataclass
class Behind:
    """The front, what is behind it, and clients of either hub itself."""

    front: Front
    hubs: list[HubProcess]
    clients: Clients

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.front.port}"

    async def replace_all(self) -> list[float]:
        """One after the other, as a deployment does; how long each took to go."""
        took = []
        for hub in self.hubs:
            began = time.monotonic()
            await asyncio.to_thread(hub.stop)
            took.append(time.monotonic() - began)
            await asyncio.to_thread(hub.start)
            await _until_ready(hub)
        return took


async def _until_ready(hub: HubProcess) -> None:
    async with aiohttp.ClientSession() as http, asyncio.timeout(60):
        while True:
            async with http.get(f"{hub.url}/readyz") as answer:
                states = (await answer.json())["dependencies"]
            if {states["redis"], states["bot"], states["database"]} == {"ok"}:
                return
            await asyncio.sleep(0.05)


@pytest.fixture
async def behind(
    postgres_server: Postgres, postgres_shop: Filled, spare_redis: Server, tmp_path: Path
) -> AsyncIterator[Behind]:
    url = postgres_server.create_database("samtal_rolling", postgres_shop.where)
    bot = EchoBot()
    await bot.start()
    environ = {"REDIS_URL": valkey.url_of(spare_redis), "RASA_URL": bot.url}
    hubs = []
    for number in range(2):
        var = tmp_path / str(number)
        var.mkdir()
        postgres_shop.notes.write(var)
        hubs.append(HubProcess(postgres_shop.notes, var, url, environ))
    async with AsyncExitStack() as stack:
        stack.push_async_callback(bot.stop)
        for hub in hubs:
            stack.push_async_callback(asyncio.to_thread, hub.stop)
        await asyncio.gather(*(asyncio.to_thread(hub.start) for hub in hubs))
        await asyncio.gather(*map(_until_ready, hubs))
        front = await stack.enter_async_context(Front([hub.port for hub in hubs]))
        clients = await stack.enter_async_context(clients_of(hubs[0]))
        yield Behind(front, hubs, clients)
    postgres_server.drop_database("samtal_rolling")


@dataclass
class Tab:
    """A tab with the official Python client, which moves to another hub when it is told to."""

    url: str
    inbox: str
    said: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    moves: int = 0
    slowest: float = 0.0
    token: str | None = None
    conversation_id: str | None = None
    _io: Any = None
    _moving: set[asyncio.Task[None]] = field(default_factory=set)
    _here: asyncio.Event = field(default_factory=asyncio.Event)
    _leaving: list[Any] = field(default_factory=list)

    async def come(self) -> None:
        """Connected and welcomed; an old connection stays until the new one is there."""
        io = socketio.AsyncClient(reconnection=False)
        welcomed: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        io.on("welcome", welcomed.set_result, namespace="/visitor")
        io.on("reconnect", lambda word: self._told(io, word), namespace="/visitor")
        io.on("disconnect", lambda *_: self._gone(io), namespace="/visitor")
        auth = {"inbox": self.inbox, **({"token": self.token} if self.token else {})}
        try:
            await io.connect(
                self.url, {"Origin": SHOP}, auth, ["websocket"], ["/visitor"], "socket.io"
            )
            async with asyncio.timeout(_NOTICED):
                welcome = await welcomed
        except BaseException:
            # Nobody else knows of it.
            await io.shutdown()
            raise
        self.token = welcome["token"] or self.token
        self._io = io
        self._here.set()

    async def talk(self, until: asyncio.Event) -> None:
        """One message after the other; whatever a visitor would see as trouble is an error."""
        while not until.is_set():
            text, began = f"{len(self.said)}", time.monotonic()
            message: dict[str, Any] = {
                "client_id": client_id(),
                "content": {"type": "text", "text": text},
            }
            while True:
                if self.conversation_id:
                    message["conversation_id"] = self.conversation_id
                ack = await self._ask(message)
                if ack is not None or time.monotonic() - began > _NOTICED:
                    break
            self.slowest = max(self.slowest, time.monotonic() - began)
            if ack is None or not ack["ok"]:
                self.errors.append(f"{text}: {ack}")
                return
            self.conversation_id = ack["data"]["conversation_id"]
            self.said.append(text)
            await asyncio.sleep(_EVERY)

    async def leave(self) -> None:
        await asyncio.gather(*self._moving, return_exceptions=True)
        io, self._io = self._io, None
        await io.disconnect()

    async def _ask(self, message: dict[str, Any]) -> dict[str, Any] | None:
        """None when it must be asked again, as every outbox does."""
        io = await self._connection()
        with suppress(socketio.exceptions.SocketIOError):
            ack: dict[str, Any] = await io.call("send_message", message, "/visitor", 1.5)
            return ack
        await asyncio.sleep(0.02)
        return None

    async def _connection(self) -> Any:
        async with asyncio.timeout(_NOTICED):
            # Being here may have ended again before the one who waits for it goes on.
            while self._io is None:
                await self._here.wait()
                await asyncio.sleep(0)
        return self._io

    def _told(self, io: Any, word: dict[str, int]) -> None:
        self._leaving.append(io)
        task = asyncio.create_task(self._move(io, word["after_ms"] / 1000))
        self._moving.add(task)
        task.add_done_callback(self._moving.discard)

    async def _move(self, io: Any, after: float) -> None:
        await asyncio.sleep(after)
        self.moves += 1
        self._here.clear()
        self._io = None
        await io.disconnect()
        began = time.monotonic()
        while not self._here.is_set():
            try:
                await self.come()
            except Exception as error:  # noqa: BLE001 - any of them is what must not last
                if time.monotonic() - began > _NOTICED:
                    self.errors.append(f"could not come back: {error!r}")
                    return
                await asyncio.sleep(_EVERY)

    def _gone(self, io: Any) -> None:
        # Who was told and is slow to go is let go.
        if io is self._io and io not in self._leaving:
            self.errors.append("thrown out without a word")


async def test_nobody_notices_a_rolling_restart(behind: Behind) -> None:
    tabs = [Tab(behind.url, behind.clients.hub.notes.inbox) for _ in range(8)]
    programs = [VisitorClient(behind.url, behind.clients.hub.notes.inbox) for _ in range(2)]
    over = asyncio.Event()
    async with AsyncExitStack() as stack:
        for program in programs:
            await stack.enter_async_context(program)
            await program.ready()
        await asyncio.gather(*(tab.come() for tab in tabs))
        talking = [asyncio.create_task(tab.talk(over)) for tab in tabs]
        talking += [asyncio.create_task(_talk(program, over)) for program in programs]
        try:
            took = await behind.replace_all()
        finally:
            over.set()
            await asyncio.gather(*talking)
        for program in programs:
            await program.flushed(within=30)
        assert max(took) < _DRAINED, took
        assert [tab.errors for tab in tabs] == [[] for _ in tabs]
        # Both hubs were replaced, so everybody had to move, and some of them more than once.
        assert all(tab.moves >= 1 for tab in tabs)
        assert all(tab.slowest < _NOTICED for tab in tabs)
        for tab in tabs:
            assert len(tab.said) >= 20
            held = await _held(behind.clients, tab.conversation_id)
            assert held == tab.said
        for program in programs:
            assert program.connected_times >= 2
            assert program.conversation_id is not None
            said = await _held(behind.clients, program.conversation_id)
            assert said == [f"{number}" for number in range(len(said))]
            assert len(said) >= 20
        for tab in tabs:
            await tab.leave()


async def _talk(program: VisitorClient, until: asyncio.Event) -> None:
    number = 0
    while not until.is_set():
        await program.say(f"{number}").acked
        number += 1
        await asyncio.sleep(_EVERY)


async def _held(clients: Clients, conversation_id: str | None) -> list[str]:
    """What the database has of the visitor's words, in order."""
    texts: list[str] = []
    after, agent = 0, await clients.token("einar")
    while True:
        answer = await clients.call(
            "GET", f"conversations/{conversation_id}/messages?after={after}", agent
        )
        assert answer.status == 200, answer
        messages = answer.body["items"]
        if not messages:
            return texts
        texts += [m["content"]["text"] for m in messages if m["author"]["kind"] == "visitor"]
        after = messages[-1]["seq"]
