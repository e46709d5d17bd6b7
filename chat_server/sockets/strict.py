"""Connections that keep to the protocol: whoever does not is let go at once, not at the ping timeout.

The libraries beneath log a broken frame and go on, keep sockets that never say who they are, answer `200 OK` to a
polled body they threw away, and queue without end for a client that reads nothing. python-socketio and python-engineio
are pinned because this reaches into them; `tests/security/test_frames.py` holds every line of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, runtime_checkable

import engineio
import socketio
import structlog
from engineio.async_socket import AsyncSocket
from engineio.exceptions import EngineIOError
from engineio.payload import Payload
from socketio.packet import Packet

_MOST_DEPTH = 12
_MOST_CONTAINERS = 2_000
_MOST_QUEUED = 2_000
_RESERVED = {"connect", "disconnect", "connect_error", "*"}
_log = structlog.get_logger(__name__)

# What a client saved up may come in one body, whose size is the bound; 16 is the library's.
Payload.max_decode_packets = 1_000


class BadFrame(ValueError):
    """A frame no client of ours sends; it is dropped with its connection."""


class StrictPacket(Packet):  # type: ignore[misc]  # python-socketio has no types
    """Text events only. Lifecycle names are the server's own, and nesting is bounded.

    Without this any client could run our connect and disconnect handlers by sending events of those names.
    """

    def decode(self, encoded_packet: str | bytes) -> int:
        """As the base class; raises BadFrame."""
        if not isinstance(encoded_packet, str) or encoded_packet[:1] not in set("01234"):
            raise BadFrame("packet type")
        if encoded_packet.count("[") + encoded_packet.count("{") > _MOST_CONTAINERS:
            raise BadFrame("too many containers")
        attachments: int = super().decode(encoded_packet)
        if attachments:
            raise BadFrame("attachments")
        self._check()
        return 0

    def _check(self) -> None:
        if _depth(self.data) > _MOST_DEPTH:
            raise BadFrame("depth")
        if self.packet_type == socketio.packet.EVENT:
            name = self.data[0] if isinstance(self.data, list) and self.data else None
            if not isinstance(name, str) or name in _RESERVED:
                raise BadFrame("event name")


class StrictSocket(AsyncSocket):  # type: ignore[misc]  # python-engineio has no types
    """One connection; what breaks its protocol ends it, and its disconnect handler runs then."""

    async def send(self, pkt: Any) -> None:
        """Who reads nothing is let go before the memory is full."""
        if self.queue.qsize() >= _MOST_QUEUED:
            await self.drop("slow")
            return
        await super().send(pkt)

    async def handle_post_request(self, environ: Mapping[str, Any]) -> None:
        """A body that could not be taken whole is refused, never answered with 200."""
        try:
            await super().handle_post_request(environ)
        except Exception as error:
            await self.drop("body")
            raise EngineIOError("bad body") from error
        if self.closed:
            raise EngineIOError("ended by what it said")

    async def close(self, **options: Any) -> None:
        """Lets a waiting poll go too; the library would keep it for another ping timeout."""
        await super().close(**options)
        if options.get("abort"):
            self.queue.put_nowait(None)

    async def _websocket_handler(self, ws: Any) -> None:
        try:
            await super()._websocket_handler(ws)
        except Exception:  # noqa: BLE001 - whatever it sent, it goes
            await self.drop("frame")

    async def drop(self, why: str | None) -> None:
        """Ends it without waiting for the client to agree; logged when there is a reason to."""
        if self.closed or self.closing:
            return
        if why is not None:
            _log.info("connection_dropped", why=why)
        environ = self.server.environs.get(self.sid)
        await self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_ERROR)
        transport = environ["aiohttp.request"].transport if environ else None
        if self.upgraded and transport is not None:
            transport.abort()
        # Soon, not now: the request that caused it still looks for it, to be refused.
        asyncio.get_running_loop().call_soon(self.server.sockets.pop, self.sid, None)


class StrictEngine(engineio.AsyncServer):  # type: ignore[misc]  # python-engineio has no types
    """Knows each connection's request, so that it can be cut."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.environs: dict[str, Mapping[str, Any]] = {}


@runtime_checkable
class Greeting(Protocol):
    """A namespace with something to say to who has just connected."""

    namespace: str

    async def joined(self, sid: str) -> None: ...


class StrictServer(socketio.AsyncServer):  # type: ignore[misc]  # python-socketio has no types
    """`connect_within` is how long a connection may take to say which namespace it is for."""

    connect_within = 10.0

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.packet_class = StrictPacket
        # Only namespaces with handlers; the library adds `/`, which nobody would guard.
        self.namespaces: list[str] = []
        self._dropping: set[asyncio.Task[None]] = set()

    def _engineio_server_class(self) -> type[StrictEngine]:
        return StrictEngine

    async def _handle_eio_connect(self, eio_sid: str, environ: Mapping[str, Any]) -> None:
        # The engine makes its sockets itself and asks nobody for their class.
        self.eio.sockets[eio_sid].__class__ = StrictSocket
        self.eio.environs[eio_sid] = environ
        asyncio.get_running_loop().call_later(self.connect_within, self._expel_silent, eio_sid)
        await super()._handle_eio_connect(eio_sid, environ)

    async def _handle_connect(self, eio_sid: str, namespace: str, data: Any) -> None:
        """Some clients drop events that come before the confirmation; `joined` comes after it."""
        namespace = namespace or "/"
        is_new = self.manager.sid_from_eio_sid(eio_sid, namespace) is None
        await super()._handle_connect(eio_sid, namespace, data)
        handler = self.namespace_handlers.get(namespace)
        sid = self.manager.sid_from_eio_sid(eio_sid, namespace)
        if is_new and isinstance(handler, Greeting) and self.manager.is_connected(sid, namespace):
            await handler.joined(sid)

    async def _handle_eio_message(self, eio_sid: str, data: Any) -> None:
        try:
            await super()._handle_eio_message(eio_sid, data)
        except Exception:  # noqa: BLE001 - handlers answer for themselves: this was the frame
            socket = self.eio.sockets.get(eio_sid)
            if socket is not None:
                await socket.drop("packet")

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        await super()._handle_eio_disconnect(eio_sid, reason)
        self.eio.environs.pop(eio_sid, None)

    async def let_go(self) -> None:
        """Ends every connection, so that clients look for another hub while this one stops."""
        for connection in list(self.eio.sockets.values()):
            await connection.drop(None)

    def _expel_silent(self, eio_sid: str) -> None:
        socket = self.eio.sockets.get(eio_sid)
        if socket is None or any(
            self.manager.sid_from_eio_sid(eio_sid, namespace)
            for namespace in self.namespace_handlers
        ):
            return
        task = asyncio.ensure_future(socket.drop("silent"))
        self._dropping.add(task)
        task.add_done_callback(self._dropping.discard)


def _depth(value: object) -> int:
    depth, level = 0, [value]
    while level and depth <= _MOST_DEPTH:
        depth += 1
        level = [child for item in level for child in _children(item)]
    return depth


def _children(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [item for item in value.values() if isinstance(item, dict | list)]
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict | list)]
    return []
