"""The bus between hubs: a Redis Stream, read from where reading stopped, so that an outage loses nothing.

Everything on it is a hint. The database is the truth, and clients repair what a hint did not tell them.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import redis.asyncio as redis
import structlog

from chat_server import tasks
from chat_server.metrics import (
    BUS_DROPPED,
    BUS_LAG,
    BUS_PUBLISHED,
    BUS_RECEIVED,
    BUS_RETRIES,
)

from .streams_entry import BadEntry, Operation, Seal, read, written
from .streams_incoming import Incoming
from .streams_outgoing import Outgoing
from .streams_redis import AWAY, Backoff, client

STREAM = "samtal:bus"
# Together with the size of an entry this stays below half of what compose gives Valkey.
_KEPT = 8_000
# Words of people do not lie in Redis for longer; a hub that was away for as long has its clients ask the database.
_KEPT_MS = 120_000
_TRIM_EVERY = 30.0
# Without any hub, nobody trims.
_GONE_AFTER = 300
_AT_ONCE = 100
_BLOCK_MS = 1_000
_ANSWER_WITHIN = 2.0
_FLUSH_WITHIN = 1.0
_HANDLE_WITHIN = 5.0
_log = structlog.get_logger(__name__)
Receive = Callable[[Operation], Awaitable[None]]


class StreamBus:
    """One for all socket servers of a hub: one connection writes, one waits for what others wrote."""

    def __init__(self, url: str, secret: str, stream: str = STREAM) -> None:
        self._host = uuid4().hex
        self._seal = Seal(secret)
        self._stream = stream
        self._writer = client(url, _ANSWER_WITHIN)
        self._reader = client(url, _BLOCK_MS / 1000 + _ANSWER_WITHIN)
        self._outgoing, self._incoming = Outgoing(self._host), Incoming(self._host)
        self._wake = asyncio.Event()
        self._began = time.monotonic()
        self._last: bytes | None = None
        self._trim_at = 0.0
        # Redis' clock less ours, for the lag.
        self._offset = 0.0
        self._receive: dict[str, Receive] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._away: set[str] = {"read", "write"}

    @property
    def connected(self) -> bool:
        """Whether other hubs are heard, as of a second ago."""
        return "read" not in self._away

    def subscribe(self, namespace: str, receive: Receive) -> None:
        """Who handles what other hubs say about a namespace."""
        self._receive[namespace] = receive

    def start(self) -> None:
        """Begins to read and to write."""
        self._tasks = [
            asyncio.create_task(self._keep(self._write, "write"), name="bus_write"),
            asyncio.create_task(self._keep(self._read, "read"), name="bus_read"),
        ]

    async def stop(self) -> None:
        """Writes what still waits, if Redis takes it in time."""
        await tasks.end(self._tasks)
        with contextlib.suppress(*AWAY):
            async with asyncio.timeout(_FLUSH_WITHIN):
                while self._outgoing:
                    await self._send()
        await self._writer.aclose()
        await self._reader.aclose()

    def publish(self, operation: Operation) -> None:
        """Never waits and never fails."""
        try:
            self._outgoing.add(written(operation))
        except TypeError:
            _log.exception("bus_operation_unwritable", method=operation.method)
        self._wake.set()

    async def _keep(self, run: Callable[[Backoff], Awaitable[None]], side: str) -> None:
        """For ever; says once that Redis went away, and once that it is back."""
        backoff = Backoff()
        while True:
            try:
                await run(backoff)
            except AWAY as error:
                BUS_RETRIES.labels(side).inc()
                self._note(side, error)
            except Exception:  # noqa: BLE001 - a bus that died would be silence between hubs
                _log.exception("bus_failed", side=side)
            await backoff.pause()

    def _note(self, side: str, error: BaseException | None = None) -> None:
        if error is None and side in self._away:
            self._away.discard(side)
            _log.info("bus_connected", side=side)
        elif error is not None and side not in self._away:
            self._away.add(side)
            _log.warning("bus_away", side=side, error=type(error).__name__)

    # ----------------------------------------------------------------- write

    async def _write(self, backoff: Backoff) -> None:
        while True:
            if not self._outgoing:
                self._wake.clear()
                await self._wake.wait()
            await self._send()
            self._note("write")
            backoff.reset()

    async def _send(self) -> None:
        entries = self._outgoing.entries()
        pipeline = self._writer.pipeline(transaction=False)
        for entry in entries:
            fields: dict[Any, Any] = dict(self._seal.fields(entry))
            # Queued, not awaited: they go together.
            _ = pipeline.xadd(self._stream, fields, maxlen=_KEPT)
        try:
            await pipeline.execute()
        except redis.ResponseError as error:
            if _is_broken(error):
                # Somebody wrote another kind of value there, or the last possible id.
                await self._writer.delete(self._stream)
            raise
        self._outgoing.sent()
        BUS_PUBLISHED.inc(len(entries))

    # ------------------------------------------------------------------ read

    async def _read(self, backoff: Backoff) -> None:
        await self._find_place()
        while True:
            self._note("read")
            backoff.reset()
            await self._trim()
            place: dict[Any, Any] = {self._stream: self._last}
            found: Any = await self._reader.xread(place, count=_AT_ONCE, block=_BLOCK_MS)
            if not found:
                await self._find_place()
                continue
            for entry_id, fields in found[0][1]:
                self._last = entry_id
                await self._take(fields)
            self._measure_lag()

    async def _find_place(self) -> None:
        """Where we stopped, unless the stream began anew; at first, the moment at which we began."""
        newest = await self._newest()
        seconds, microseconds = await self._reader.time()
        self._offset = seconds + microseconds / 1e6 - time.monotonic()
        if self._last is None:
            began = b"%d-0" % int((self._began + self._offset) * 1000)
            self._last = min(began, newest, key=_place)
        elif _place(newest) < _place(self._last):
            self._last = b"0-0"

    async def _trim(self) -> None:
        """What was said a while ago has been told."""
        if time.monotonic() < self._trim_at:
            return
        self._trim_at = time.monotonic() + _TRIM_EVERY
        now = time.monotonic() + self._offset
        oldest = int(now * 1000) - _KEPT_MS
        await self._reader.xtrim(self._stream, minid=oldest, approximate=False)
        await self._reader.expire(self._stream, _GONE_AFTER)

    async def _newest(self) -> bytes:
        try:
            told = await self._reader.xinfo_stream(self._stream)
        except redis.ResponseError as error:
            if "no such key" in str(error):
                return b"0-0"
            raise
        newest: bytes = told["last-generated-id"]
        return newest

    async def _take(self, fields: object) -> None:
        try:
            entry = self._seal.read(fields)
        except BadEntry as error:
            BUS_DROPPED.labels("forged").inc()
            _log.debug("bus_entry_refused", why=str(error))
            return
        if not self._incoming.is_new(entry):
            return
        BUS_RECEIVED.inc()
        for operation in read(entry.operations):
            receive = self._receive.get(operation.namespace)
            if receive is None:
                continue
            try:
                async with asyncio.timeout(_HANDLE_WITHIN):
                    await receive(operation)
            except Exception:  # noqa: BLE001 - one operation must not end them all
                _log.exception("bus_operation_failed", method=operation.method)

    def _measure_lag(self) -> None:
        if self._last is not None:
            now = time.monotonic() + self._offset
            BUS_LAG.set(max(0.0, now - _place(self._last)[0] / 1000))


def _place(entry_id: bytes) -> tuple[int, int]:
    milliseconds, _, number = entry_id.partition(b"-")
    return int(milliseconds), int(number or 0)


def _is_broken(error: redis.ResponseError) -> bool:
    return any(word in str(error) for word in ("WRONGTYPE", "equal or smaller", "exhausted"))
