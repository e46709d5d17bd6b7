"""Socket.IO over a WebSocket by hand: so cheap that the client is not what is measured."""

from __future__ import annotations

import asyncio
import base64
import json
import os
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlsplit

# A mask of zeros is a mask, and leaves the words as they are.
_MASK = b"\0\0\0\0"
_SHORT, _TEXT, _CLOSE = 126, 0x81, 0x88
_LONG = 127
_PATIENCE = 30.0
Handler = Callable[[bytes], None]


class Wire(asyncio.Protocol):
    """One connection to one namespace; `heard` gets every event and ack as `2[…`, `3…[…` bytes."""

    def __init__(self, address: str, namespace: str, auth: object, heard: Handler) -> None:
        self._address = urlsplit(address)
        self._namespace = namespace.encode()
        self._auth = json.dumps(auth).encode()
        self._heard = heard
        self._rest = b""
        self._is_open = False
        self._skip = len(namespace) + 3
        loop = asyncio.get_running_loop()
        self.joined: asyncio.Future[None] = loop.create_future()
        self.ended: asyncio.Future[None] = loop.create_future()
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._last = 0
        self.transport: asyncio.Transport

    @classmethod
    async def connect(cls, address: str, namespace: str, auth: object, heard: Handler) -> Wire:
        """Returns once the namespace was joined."""
        wire = cls(address, namespace, auth, heard)
        loop = asyncio.get_running_loop()
        host, port = wire._address.hostname or "", wire._address.port or 80
        await loop.create_connection(lambda: wire, host, port)
        await asyncio.wait_for(wire.joined, _PATIENCE)
        return wire

    def tell(self, number: int, payload: bytes) -> None:
        """An event that wants an ack of this number; payload is `["name",{…}]`."""
        self.frame(b"42%b,%d%b" % (self._namespace, number, payload))

    async def ask(self, command: str, **payload: object) -> Any:
        """The data of the ack; for what is done once, before measuring."""
        # Far above the numbers of what is measured.
        self._last += 1
        number = 10**9 + self._last
        self._answers[number] = asyncio.get_running_loop().create_future()
        self.tell(number, json.dumps([command, payload]).encode())
        answer = await asyncio.wait_for(self._answers[number], _PATIENCE)
        del self._answers[number]
        assert answer["ok"], answer
        return answer["data"]

    def frame(self, words: bytes) -> None:
        """One text frame."""
        length = len(words)
        if length < _SHORT:
            head = bytes((_TEXT, 0x80 | length))
        else:
            head = bytes((_TEXT, 0x80 | _SHORT)) + length.to_bytes(2, "big")
        self.transport.write(head + _MASK + words)

    def close(self) -> None:
        """Goes without a word."""
        self.transport.abort()

    # ------------------------------------------------------------- asyncio's side

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asks for a WebSocket."""
        self.transport = cast("asyncio.Transport", transport)
        key = base64.b64encode(os.urandom(16)).decode()
        self.transport.write(
            f"GET {self._address.path}?EIO=4&transport=websocket HTTP/1.1\r\n"
            f"Host: {self._address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )

    def connection_lost(self, exc: Exception | None) -> None:
        """Whoever waits is told."""
        for waiting in (self.joined, *self._answers.values()):
            if not waiting.done():
                waiting.set_exception(ConnectionError(f"closed by the server: {exc}"))
        if not self.ended.done():
            self.ended.set_result(None)

    def data_received(self, data: bytes) -> None:
        """Takes the frames apart."""
        data = self._rest + data if self._rest else data
        at = 0
        if not self._is_open:
            end = data.find(b"\r\n\r\n")
            if end < 0:
                self._rest = data
                return
            at = end + 4
            assert data.startswith(b"HTTP/1.1 101"), data[:300]
            self._is_open = True
        size = len(data)
        while at + 2 <= size:
            length, body = data[at + 1], at + 2
            if length == _SHORT:
                length, body = int.from_bytes(data[body : body + 2], "big"), body + 2
            elif length == _LONG:
                length, body = int.from_bytes(data[body : body + 8], "big"), body + 8
            if body + length > size:
                break
            at, kind = body + length, data[at]
            if kind == _TEXT:
                self._packet(data[body:at])
            elif kind == _CLOSE:
                self.transport.close()
        self._rest = data[at:]

    def _packet(self, packet: bytes) -> None:
        if packet[:1] == b"2":
            self.frame(b"3")
        elif packet[:1] == b"0":
            self.frame(b"40%b,%b" % (self._namespace, self._auth))
        elif packet.startswith(b"40"):
            self.joined.set_result(None)
        elif packet.startswith(b"44"):
            self.joined.set_exception(ConnectionError(packet.decode()))
        else:
            self._said(packet[1:2] + packet[self._skip :])

    def _said(self, words: bytes) -> None:
        if self._answers and words[:1] == b"3":
            number, _, body = words[1:].partition(b"[")
            waiting = self._answers.get(int(number))
            if waiting is not None:
                waiting.set_result(json.loads(b"[" + body)[0])
                return
        self._heard(words)
