"""Two hubs' buses under load: what one says, and what the other hears."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import socketio

from chat_server.broadcast.streams import StreamBus
from chat_server.broadcast.streams_entry import Emit, Operation
from chat_server.broadcast.streams_manager import StreamsManager

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SECRET = "a secret that every hub has"
SURFACE = "/visitor"
ROOM = "contact:1"
_BEFORE, _AFTER = 1.0, 1.0
_EVERY = 0.005
_QUIET_WITHIN = 10.0
# Less would prove nothing; a busy machine takes longer to say it.
ENOUGH = 150

Fault = Callable[[], Awaitable[None]]
Say = Callable[[int], Awaitable[None]]


@dataclass
class Run:
    """What was said, what was heard, and how long saying took."""

    said: int = 0
    heard: list[int] = field(default_factory=list)
    longest: float = 0.0
    quiet_after: float = 0.0

    @property
    def lost(self) -> int:
        return self.said - len(set(self.heard))

    @property
    def repeated(self) -> int:
        return len(self.heard) - len(set(self.heard))

    @property
    def in_order(self) -> bool:
        return self.heard == sorted(self.heard)


@dataclass
class Hub:
    """One side of a bus, without sockets."""

    bus: StreamBus
    manager: StreamsManager
    heard: list[Operation] = field(default_factory=list)

    async def hears(self, operation: Operation) -> None:
        self.heard.append(operation)

    async def until_heard(self, count: int, within: float = 30.0) -> None:
        async with asyncio.timeout(within):
            while len(self.heard) < count:
                await asyncio.sleep(0.01)


@asynccontextmanager
async def hub_on(url: str, secret: str = SECRET) -> AsyncIterator[Hub]:
    """Connected, unless Redis is away."""
    bus = StreamBus(url, secret)
    server = socketio.AsyncServer(client_manager=StreamsManager(bus, [SURFACE]))
    hub = Hub(bus, server.manager)
    bus.subscribe(SURFACE, hub.hears)
    bus.start()
    try:
        yield hub
    finally:
        await bus.stop()


async def measure(url: str, fault: Fault) -> Run:
    """The manager we have."""
    async with hub_on(url) as one, hub_on(url) as other:
        await until_connected(one, other)
        run = Run()

        async def say(number: int) -> None:
            await one.manager.emit("said", {"n": number}, SURFACE, room=ROOM)

        async def hear(operation: Operation) -> None:
            run.heard.append(told(operation))

        other.bus.subscribe(SURFACE, hear)
        await under_load(run, say, fault)
    return run


def told(operation: Operation) -> int:
    """The number that an event carries."""
    assert isinstance(operation, Emit)
    _, event = operation.words.split(",", 1)
    number: int = json.loads(event)[1]["n"]
    return number


async def until_connected(*hubs: Hub) -> None:
    async with asyncio.timeout(30):
        while not all(hub.bus.connected for hub in hubs):
            await asyncio.sleep(0.01)


async def under_load(run: Run, say: Say, fault: Fault, quiet_within: float = _QUIET_WITHIN) -> None:
    """Fills `run`."""
    ended = asyncio.Event()

    async def talk() -> None:
        while not ended.is_set():
            began = time.monotonic()
            run.said += 1
            await say(run.said)
            run.longest = max(run.longest, time.monotonic() - began)
            await asyncio.sleep(_EVERY)

    # Asked to end, not cancelled: the library's manager swallows that.
    talking = asyncio.create_task(talk())
    try:
        await asyncio.sleep(_BEFORE)
        await fault()
        await asyncio.sleep(_AFTER)
        async with asyncio.timeout(quiet_within):
            while run.said < ENOUGH:
                await asyncio.sleep(_EVERY)
    finally:
        ended.set()
        await asyncio.wait([talking], timeout=quiet_within)
    silent = time.monotonic()
    while len(set(run.heard)) < run.said and time.monotonic() < silent + quiet_within:
        await asyncio.sleep(0.02)
    run.quiet_after = time.monotonic() - silent
