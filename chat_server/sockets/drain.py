"""A hub that is about to stop sends its clients to another one, each at a moment of its own."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Sequence

from chat_server.broadcast.rooms import Surface
from chat_server.wire.base import dump
from chat_server.wire.live import Reconnect

from .connection import Connection
from .strict import StrictServer

# Over how long clients are spread, so that the other hubs do not get them all at once.
WINDOW = 3.0
# How long after its moment a client that did not go by itself is let go.
_SLACK = 0.7
# So that the word leaves before the connection does.
_LAST_WORD = 0.1
_TOLD = (Surface.VISITOR.value, Surface.AGENT.value)


class Drain:
    """`alone`: there is no other hub, and nothing to be gained by waiting."""

    def __init__(self, servers: Sequence[StrictServer], *, alone: bool) -> None:
        self._servers = servers
        self._alone = alone
        self.begun = False

    async def run(self) -> None:
        """Returns when nobody is connected any more."""
        self.begun = True
        leaving = sorted(self._tell_all(), key=lambda pair: pair[0])
        if leaving and self._alone:
            await asyncio.sleep(_LAST_WORD)
        elif leaving:
            await self._let_go_in_turn(leaving)
        for server in self._servers:
            await server.let_go()

    def _tell_all(self) -> Iterator[tuple[float, Connection]]:
        """Every connection with its moment; those of other protocols are not told, only let go."""
        for server in self._servers:
            for connection in list(server.eio.sockets.values()):
                after = random.uniform(0, WINDOW)  # noqa: S311 - spreads load, hides nothing
                for namespace in _TOLD:
                    sid = server.manager.sid_from_eio_sid(connection.sid, namespace)
                    if sid is not None:
                        word = dump(Reconnect(after_ms=int(after * 1000)))
                        server.manager.tell("reconnect", word, namespace, [sid])
                yield after, connection

    async def _let_go_in_turn(self, leaving: list[tuple[float, Connection]]) -> None:
        began = asyncio.get_running_loop().time()
        for after, connection in leaving:
            while not connection.closed:
                left = began + after + _SLACK - asyncio.get_running_loop().time()
                if left <= 0:
                    await connection.drop(None)
                    break
                await asyncio.sleep(min(left, _LAST_WORD))
