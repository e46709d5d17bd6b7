"""What happens to Redis, or to the line to it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from tests.services import valkey
from tests.services.proxy import Proxy

if TYPE_CHECKING:
    from tests.broadcast.buses import Fault, Run
    from tests.services.server import Server

# Longer than any time-out of the bus.
_AWAY = 3.5


def _killed(server: Server, seconds: float) -> Fault:
    async def fault() -> None:
        server.kill9()
        await asyncio.sleep(seconds)
        await asyncio.to_thread(server.start)

    return fault


def _frozen(server: Server) -> Fault:
    async def fault() -> None:
        server.freeze()
        await asyncio.sleep(_AWAY)
        server.thaw()

    return fault


def _reset(proxy: Proxy) -> Fault:
    async def fault() -> None:
        for _ in range(3):
            proxy.reset()
            await asyncio.sleep(0.3)

    return fault


def _swallowed(proxy: Proxy) -> Fault:
    async def fault() -> None:
        proxy.swallow()
        await asyncio.sleep(_AWAY)
        proxy.pass_on()
        proxy.reset()

    return fault


async def _none() -> None:
    await asyncio.sleep(0)


_LINES: dict[str, Callable[[Proxy], Fault]] = {"reset": _reset, "swallowed": _swallowed}
_SERVERS: dict[str, Callable[[Server], Fault]] = {
    "nothing": lambda _: _none,
    "killed for 3 s": lambda server: _killed(server, 3.0),
    "killed and back": lambda server: _killed(server, 0.0),
    "frozen": _frozen,
}


async def under_fault(
    server: Server, name: str, measure: Callable[[str, Fault], Awaitable[Run]]
) -> Run:
    """A run with that fault in its middle."""
    async with AsyncExitStack() as stack:
        if name in _LINES:
            proxy = await stack.enter_async_context(Proxy(server.port))
            run = await measure(f"redis://127.0.0.1:{proxy.port}/0", _LINES[name](proxy))
        else:
            run = await measure(valkey.url_of(server), _SERVERS[name](server))
    return run


FAULTS = [*_SERVERS, *_LINES]
