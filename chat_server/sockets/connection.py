"""One connection: what comes is handled in order, what goes is written at once, what breaks the protocol ends it.

The library has a queue, a writing task, a reading task for every frame and a sleeping task for the next ping. Here the
request's own task reads, writers write to the transport, and one sweep for all connections (`engine.py`) looks after
pings and after those who do not read.
"""

from __future__ import annotations

import asyncio
import socket as sockets
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web
from engineio.async_socket import AsyncSocket
from engineio.exceptions import EngineIOError
from engineio.packet import MESSAGE, NOOP, PING, PONG, UPGRADE, Packet

from chat_server.broadcast.packets import Outgoing

from .frames import BadFrame

if TYPE_CHECKING:
    from .engine import StrictEngine

# Of a polling client, which takes all at once when it comes.
MOST_QUEUED = 1_000
# Unsent bytes: with so many a client must be reading, with so many more it is too late.
MUCH_UNSENT = 1 << 18
MOST_UNSENT = 1 << 22
_UNSENT_IN_KERNEL = 1 << 16
_UPGRADE_LIMIT = 10.0
# How long a client may take to confirm that the connection is closed.
_FAREWELL = 2.0
_PING, _CLOSE = Outgoing(b"2"), Outgoing(b"1")


class _WebSocket(web.WebSocketResponse):
    async def close(self, **how: Any) -> bool:
        """As the library's, but what went wrong is not kept with where it did.

        That holds the connection, which holds it: each that was not closed in order would stay, with tens of
        kilobytes, until the collector looks through everything, and a hub that is used for months does that rarely.
        """
        try:
            return await super().close(**how)
        finally:
            if (error := self.exception()) is not None:
                error.__traceback__ = error.__context__ = None


class Connection(AsyncSocket):  # type: ignore[misc]  # python-engineio has no types
    """Made by the library as its own socket and turned into ours; see `StrictEngine.adopt`."""

    server: StrictEngine
    connected: bool
    upgraded: bool
    # Of an upgraded connection.
    _transport: asyncio.Transport | None = None
    _protocol: Any = None
    # What is written at the end of this turn of the loop.
    _ready: list[bytes]
    # Unsent when it was last looked at.
    _unsent = 0
    # Of the monotonic clock: when it came, when its next ping is due, when the last one went unanswered since.
    born = 0.0
    _ping_due = 0.0
    _pinged = 0.0
    # Whether it has said which namespace it is for; whether its end is under way.
    settled = False
    dismissed = False

    # ------------------------------------------------------------------ out

    def push(self, packet: Outgoing) -> None:
        """Whoever does not read is let go before the memory is full."""
        if self.closed or self.closing or self.dismissed:
            return
        transport = self._transport
        if transport is None:
            self._queue(packet)
        elif transport.get_write_buffer_size() > MOST_UNSENT:
            self.server.dismiss(self, "slow")
        elif self._ready:
            self._ready.append(packet.frame)
        else:
            self._ready = [packet.frame]
            self.server.flush_soon(self)

    def flush(self) -> None:
        """Everything of this turn of the loop in one write: a system call costs more than all the rest."""
        ready, self._ready = self._ready, []
        transport = self._transport
        if transport is not None and not transport.is_closing():
            transport.write(ready[0] if len(ready) == 1 else b"".join(ready))

    async def send(self, pkt: Any) -> None:
        """What the library sends: handshakes and refusals."""
        self.push(Outgoing(str(pkt.encode()).encode()))

    def _queue(self, packet: Outgoing) -> None:
        """Until the next poll, or the end of the upgrade."""
        if self.queue.qsize() >= MOST_QUEUED:
            self.server.dismiss(self, "slow")
            return
        text = packet.text
        self.queue.put_nowait(Packet(int(text[0]), text[1:] or None))

    # ------------------------------------------------------------------- in

    async def receive(self, pkt: Any) -> None:
        """A polled packet."""
        if pkt.packet_type == MESSAGE and isinstance(pkt.data, str):
            await self.server.heard(self, pkt.data)
        else:
            await self._control(str(pkt.encode()))

    async def handle_post_request(self, environ: Mapping[str, Any]) -> None:
        """A body that could not be taken whole is refused, never answered with 200."""
        try:
            await super().handle_post_request(environ)
        except Exception as error:
            await self.drop("body")
            raise EngineIOError("bad body") from error
        if self.closed:
            raise EngineIOError("ended by what it said")

    async def _upgrade_websocket(self, environ: Mapping[str, Any]) -> web.WebSocketResponse:
        """The whole life of a WebSocket; not compressed, which would cost 90 kB each."""
        if self.upgraded:
            raise OSError("Socket has been upgraded already")
        request: web.Request = environ["aiohttp.request"]
        limit = self.server.max_http_buffer_size
        websocket = _WebSocket(max_msg_size=limit, compress=False, timeout=_FAREWELL)
        try:
            await websocket.prepare(request)
            if await self._may_open(websocket):
                self._open(request)
                await self._read(websocket)
        except BadFrame:
            await self.drop("frame")
        except ConnectionError:
            pass  # gone while something was being said
        finally:
            await self._end_unless_polling()
        return websocket

    async def _end_unless_polling(self) -> None:
        """An upgrade that came to nothing leaves the client where it was."""
        if self.upgraded or not self.connected:
            await self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)

    def _open(self, request: web.Request) -> None:
        if request.transport is None:
            raise ConnectionResetError
        self.connected = self.upgraded = True
        self._protocol = request.protocol
        self._ready = []
        self._transport = request.transport
        _keep_unsent_here(self._transport)
        while not self.queue.empty():
            waiting = self.queue.get_nowait()
            if waiting is not None and waiting.packet_type != NOOP:
                self.push(Outgoing(waiting.encode().encode()))

    async def _may_open(self, websocket: web.WebSocketResponse) -> bool:
        """Who comes from polling must first see to it that nothing is on its way there."""
        if not self.connected:
            return True
        self.upgrading = True
        try:
            async with asyncio.timeout(_UPGRADE_LIMIT):
                if await websocket.receive_str() == f"{PING}probe":
                    await websocket.send_str(f"{PONG}probe")
                    self.queue.put_nowait(Packet(NOOP))  # ends the waiting poll
                    return await websocket.receive_str() == f"{UPGRADE}"
        except (TimeoutError, TypeError):
            pass
        finally:
            self.upgrading = False
        return False

    async def _read(self, websocket: web.WebSocketResponse) -> None:
        receive, heard = websocket.receive, self.server.heard
        while not self.closed:
            message = await receive()
            if message.type is not WSMsgType.TEXT:
                if message.type is WSMsgType.BINARY:
                    raise BadFrame("binary")
                return
            words: str = message.data
            if words[:1] == "4":
                await heard(self, words[1:])
            else:
                await self._control(words)
            if self._protocol._paused:  # noqa: SLF001 - aiohttp's own sign that the client does not read
                await self._protocol._drain_helper()  # noqa: SLF001

    async def _control(self, words: str) -> None:
        if words[:1] == "3":
            if self._pinged:
                self.expect_ping()
        elif words == "1":
            await self.close(wait=False, abort=True, reason=self.server.reason.CLIENT_DISCONNECT)
        else:
            raise BadFrame("engine packet")

    # ----------------------------------------------------------------- life

    def settle(self, *, is_member: bool) -> None:
        """A connection that is for no namespace has a while to join one."""
        self.settled = is_member
        self.born = time.monotonic()

    def schedule_ping(self) -> None:
        """The library's name for it."""
        self.expect_ping()

    def expect_ping(self) -> None:
        """After an answer the next ping has time."""
        self._pinged = 0.0
        self._ping_due = time.monotonic() + self.server.ping_interval

    async def check_ping_timeout(self) -> bool:
        """The sweep's work."""
        return True

    def look_after(self, now: float) -> str | None:
        """Pings in time; why the connection has to end, None when it may go on."""
        if self._pinged:
            if now - self._pinged > self.server.ping_timeout:
                return "silence"
        elif self._ping_due and now >= self._ping_due:
            self._pinged = now
            self.push(_PING)
        if not self.settled and now - self.born > self.server.connect_within:
            return "silent"
        if self._transport is not None:
            unsent, before = self._transport.get_write_buffer_size(), self._unsent
            self._unsent = unsent
            if unsent > MUCH_UNSENT and before > MUCH_UNSENT and unsent >= before:
                return "slow"
        return None

    async def close(self, wait: bool = True, abort: bool = False, reason: Any = None) -> None:  # noqa: FBT001, FBT002, ARG002 - the library's signature
        """Lets a waiting poll go too; the library would keep it for another ping timeout."""
        was_open = not self.closed and not self.closing
        await super().close(wait=False, abort=True, reason=reason)
        if not was_open:
            return
        if self._transport is not None:
            if not abort:
                self._ready.append(_CLOSE.frame)
            if self._ready:
                self.flush()
            self._transport.close()
        elif abort:
            self.queue.put_nowait(None)
        else:
            self.queue.put_nowait(Packet(int(_CLOSE.text)))

    async def drop(self, why: str | None) -> None:
        """Ends it without waiting for the client to agree; noted when there is a reason to."""
        if self.closed or self.closing:
            return
        if why is not None:
            self.server.dropped(why)
        await self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_ERROR)
        if self._transport is not None:
            self._transport.abort()
        # Soon, not now: the request that caused it still looks for it, to be refused.
        asyncio.get_running_loop().call_soon(self.server.sockets.pop, self.sid, None)


def _keep_unsent_here(transport: asyncio.Transport) -> None:
    """What the client does not take waits in our memory, where it is counted, not in the kernel's."""
    option = getattr(sockets, "TCP_NOTSENT_LOWAT", None)
    raw = transport.get_extra_info("socket")
    if option is not None and raw is not None:
        raw.setsockopt(sockets.IPPROTO_TCP, option, _UNSENT_IN_KERNEL)
