"""Many consoles on raw sockets: some read all, some read nothing, some a kilobyte a second."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_STAMP = re.compile(rb"~([0-9a-f]+)~")
_MASK = b"\0\0\0\0"
_SMALL_WINDOW = 4_096
_DRIP = 1_024
_PATIENCE = 20.0


@dataclass
class Console:
    """One socket of an account, watching every conversation."""

    url: str
    token: str
    # Bytes a second that are read once it has subscribed; None for all there is.
    pace: int | None = None
    # Of every n-th message the delay is kept.
    delays: list[float] = field(default_factory=list)
    received: int = 0
    ended_after: float | None = None
    _began: float = 0.0
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def open(self) -> None:
        """Signs in and subscribes; from then on it reads at its pace."""
        address = urlsplit(self.url)
        raw = socket.socket()
        if self.pace is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_WINDOW)
        raw.setblocking(False)
        limit = _SMALL_WINDOW if self.pace is not None else 1 << 20
        try:
            await asyncio.get_running_loop().sock_connect(raw, (address.hostname, address.port))
            self._reader, self._writer = await asyncio.open_connection(sock=raw, limit=limit)
        except BaseException:
            raw.close()
            raise
        self._writer.write(
            f"GET /agent/socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {address.netloc}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        self._frame(f"40/agent,{json.dumps({'token': self.token})}")
        self._frame('42/agent,1["subscribe",{"view":"all"}]')
        async with asyncio.timeout(_PATIENCE):
            seen = b""
            while b"43/agent,1" not in seen:
                came = await self._reader.read(1 << 16)
                assert came, "the hub closed while it was being joined"
                seen += came
        self._began = time.monotonic()
        self._tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._say_pong())]

    def close(self) -> None:
        """Leaves."""
        for task in self._tasks:
            task.cancel()
        self._writer.transport.abort()

    async def _read(self) -> None:
        try:
            if self.pace == 0:
                await self._until_cut()
            elif self.pace is not None:
                while await self._reader.read(self.pace):
                    await asyncio.sleep(1)
            else:
                while came := await self._reader.read(1 << 18):
                    self._heard(came)
        except ConnectionError:
            pass
        self.ended_after = time.monotonic() - self._began

    async def _until_cut(self) -> None:
        """Who does not read learns only by writing that it was let go."""
        while not self._writer.transport.is_closing():
            await asyncio.sleep(0.05)

    async def _say_pong(self) -> None:
        # It keeps saying that it is alive: that alone must not save it.
        while not self._writer.transport.is_closing():
            self._frame("3")
            await asyncio.sleep(0.25)

    def _heard(self, came: bytes) -> None:
        now = time.monotonic_ns()
        for stamp in _STAMP.findall(came):
            self.received += 1
            self.delays.append((now - int(stamp, 16)) / 1e9)

    def _frame(self, text: str) -> None:
        words = text.encode()
        head = bytes((0x81, 0x80 | len(words)))
        if len(words) > 125:
            head = bytes((0x81, 0xFE)) + len(words).to_bytes(2, "big")
        self._writer.write(head + _MASK + words)
