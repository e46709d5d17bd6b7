"""One Socket.IO connection, from its handshake to its end; never used again afterwards."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import socketio
from engineio.exceptions import EngineIOError
from socketio.exceptions import SocketIOError

from .errors import ConnectionLost, Refused
from .nouns import Json

Heard = Callable[[str, Json], None]
# An ack, or None when the connection went before it came.
Ack = Json | None
_TROUBLE = (SocketIOError, EngineIOError, TimeoutError, OSError, aiohttp.ClientError, ValueError)


@dataclass(frozen=True, slots=True)
class Door:
    """Where to enter, and with what."""

    url: str
    path: str
    namespace: str
    auth: Json
    headers: dict[str, str] = field(default_factory=dict)
    transports: Sequence[str] = ("websocket",)


class Connection:
    """`heard` is called for every event, in order."""

    def __init__(self, door: Door, heard: Heard) -> None:
        self.closed = asyncio.Event()
        self.last_heard = time.monotonic()
        self._door = door
        self._heard = heard
        self._refusal: Any = None
        self._waiting: set[asyncio.Future[Ack]] = set()
        # One session each: closing it ends the transport, whatever state the library is in.
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        self._io = socketio.AsyncClient(
            reconnection=False, handle_sigint=False, http_session=self._http
        )
        self._io.on("*", self._event, namespace=door.namespace)
        self._io.on("connect_error", self._refused, namespace=door.namespace)
        self._io.on("disconnect", self._gone, namespace=door.namespace)

    async def open(self, within: float) -> None:
        """Raises Refused or ConnectionLost."""
        door = self._door
        try:
            async with asyncio.timeout(within):
                await self._io.connect(
                    door.url,
                    dict(door.headers),
                    door.auth,
                    list(door.transports),
                    [door.namespace],
                    door.path,
                    wait_timeout=within,
                )
        except _TROUBLE as error:
            refusal = self._refusal.get("data") if isinstance(self._refusal, dict) else None
            if isinstance(refusal, dict) and "code" in refusal:
                raise Refused(refusal) from error
            raise ConnectionLost(f"{door.url}: {error}") from error
        self.last_heard = time.monotonic()

    async def ask(self, command: str, payload: Json) -> asyncio.Future[Ack]:
        """Sends it; the ack comes by the future."""
        answer: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()

        def acked(ack: Any = None) -> None:
            self.last_heard = time.monotonic()
            self._waiting.discard(answer)
            if not answer.done():
                answer.set_result(ack)

        if self.closed.is_set():
            raise ConnectionLost("closed")
        self._waiting.add(answer)
        try:
            await self._io.emit(command, payload, namespace=self._door.namespace, callback=acked)
        except _TROUBLE as error:
            self._waiting.discard(answer)
            raise ConnectionLost(str(error)) from error
        return answer

    async def close(self, within: float = 1.0) -> None:
        """Leaves, without waiting long for the other side to agree."""
        self._gone()
        try:
            with suppress(*_TROUBLE):
                async with asyncio.timeout(within):
                    await self._io.shutdown()
        finally:
            # Also when whoever leaves is told to hurry.
            await self._http.close()

    def _event(self, name: str, payload: Any = None) -> None:
        self.last_heard = time.monotonic()
        if isinstance(payload, dict) and not self.closed.is_set():
            self._heard(name, payload)

    def _refused(self, data: Any = None) -> None:
        self._refusal = data

    def _gone(self, *_: object) -> None:
        self.closed.set()
        waiting, self._waiting = self._waiting, set()
        for answer in waiting:
            if not answer.done():
                answer.set_result(None)
