"""All connections of one server, and the sweep that looks after them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import engineio
import structlog
from engineio.payload import Payload

from .connection import Connection
from .drops import Drops

_SWEEP_EVERY = 0.5
_log = structlog.get_logger(__name__)

# What a client saved up may come in one body, whose size is the bound; 16 is the library's.
Payload.max_decode_packets = 1_000


class StrictEngine(engineio.AsyncServer):  # type: ignore[misc]  # python-engineio has no types
    """`heard` gets every message; `connect_within` is how long a connection may be for no namespace."""

    connect_within = 10.0

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.heard: Callable[[Connection, str], Awaitable[None]]
        self._drops = Drops()
        self._unflushed: list[Connection] = []
        self._dropping: set[asyncio.Task[None]] = set()

    def adopt(self, eio_sid: str) -> Connection:
        """The engine makes its sockets itself and asks nobody for their class."""
        connection = self.sockets[eio_sid]
        connection.__class__ = Connection
        connection.born = time.monotonic()
        adopted: Connection = connection
        return adopted

    def dismiss(self, connection: Connection, why: str) -> None:
        """Drops it soon, from where nothing can be waited for."""
        if connection.dismissed:
            return
        connection.dismissed = True
        task = asyncio.ensure_future(connection.drop(why))
        self._dropping.add(task)
        task.add_done_callback(self._dropping.discard)

    def flush_soon(self, connection: Connection) -> None:
        """After everything else that is ready to run has said what it has to say."""
        if not self._unflushed:
            asyncio.get_running_loop().call_soon(self._flush)
        self._unflushed.append(connection)

    def _flush(self) -> None:
        connections, self._unflushed = self._unflushed, []
        for connection in connections:
            connection.flush()

    def dropped(self, why: str) -> None:
        """Counted, and logged now and then."""
        self._drops.note(why)

    async def _service_task(self) -> None:
        """In place of the library's, until `shutdown` sets the event."""
        self.service_task_event = ending = self.create_event()
        while not ending.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(_SWEEP_EVERY):
                    await ending.wait()
            try:
                self._sweep(time.monotonic())
            except Exception:  # noqa: BLE001 - without the sweep nobody would ever be let go
                _log.exception("sweep_failed")

    def _sweep(self, now: float) -> None:
        for sid, connection in list(self.sockets.items()):
            if connection.closed:
                self.sockets.pop(sid, None)
            elif isinstance(connection, Connection):
                why = connection.look_after(now)
                if why is not None:
                    self.dismiss(connection, why)
