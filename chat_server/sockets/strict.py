"""A Socket.IO server that keeps to the protocol: whoever does not is let go at once, not at the ping timeout.

The libraries beneath log a broken frame and go on, keep sockets that never say who they are, answer `200 OK` to a
polled body they threw away, and queue without end for a client that reads nothing. python-socketio and python-engineio
are pinned because this reaches into them; `tests/security/test_frames.py` holds every line of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

import socketio

from chat_server.broadcast.packets import ack_packet, error_packet
from chat_server.domain.errors import TooLarge
from chat_server.wire.errors import error_body

from .connection import Connection
from .engine import StrictEngine
from .frames import MOST_BYTES, BadFrame, StrictPacket, head_of, read_event
from .namespace import Peer


@runtime_checkable
class Greeting(Protocol):
    """A namespace with something to say to who has just connected."""

    namespace: str

    async def joined(self, sid: str) -> None: ...


class StrictServer(socketio.AsyncServer):  # type: ignore[misc]  # python-socketio has no types
    """At most `most_per_address` connections of one address at a time; None for as many as come."""

    def __init__(self, peer: Peer, most_per_address: int | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.packet_class = StrictPacket
        # Only namespaces with handlers; the library adds `/`, which nobody would guard.
        self.namespaces: list[str] = []
        self.eio.heard = self._heard
        self._peer = peer
        self._most_per_address = most_per_address
        self._open: Counter[str] = Counter()

    async def let_go(self) -> None:
        """Ends every connection, so that clients look for another hub while this one stops."""
        for connection in list(self.eio.sockets.values()):
            await connection.drop(None)

    def _engineio_server_class(self) -> type[StrictEngine]:
        return StrictEngine

    async def _handle_eio_connect(self, eio_sid: str, environ: Mapping[str, Any]) -> bool | None:
        peer = self._peer(environ)
        if self._most_per_address is not None and self._open[peer] >= self._most_per_address:
            self.eio.dropped("crowd")
            return False
        self._open[peer] += 1
        self.eio.adopt(eio_sid)
        await super()._handle_eio_connect(eio_sid, environ)
        return None

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        peer = self._peer(self.environ[eio_sid])
        self._open[peer] -= 1
        if self._open[peer] <= 0:
            del self._open[peer]
        await super()._handle_eio_disconnect(eio_sid, reason)

    async def _handle_connect(self, eio_sid: str, namespace: str, data: Any) -> None:
        """Some clients drop events that come before the confirmation; `joined` comes after it."""
        namespace = namespace or "/"
        connection: Connection = self.eio.sockets[eio_sid]
        is_new = self.manager.sid_from_eio_sid(eio_sid, namespace) is None
        connection.settled = namespace in self.namespace_handlers
        await super()._handle_connect(eio_sid, namespace, data)
        if connection.closed or connection.closing:
            # It went while it was being judged; its end found no member to say farewell to.
            await self._handle_disconnect(eio_sid, namespace, self.reason.TRANSPORT_CLOSE)
            return
        sid = self.manager.sid_from_eio_sid(eio_sid, namespace)
        connection.settle(is_member=sid is not None)
        handler = self.namespace_handlers.get(namespace)
        if is_new and sid is not None and isinstance(handler, Greeting):
            await handler.joined(sid)

    async def _handle_disconnect(
        self, eio_sid: str, namespace: str, reason: str | None = None
    ) -> None:
        await super()._handle_disconnect(eio_sid, namespace, reason)
        connection = self.eio.sockets.get(eio_sid)
        if connection is not None:
            connection.settle(is_member=self._is_member(eio_sid))

    async def _heard(self, connection: Connection, words: str) -> None:
        try:
            event = read_event(words)
            if event is None:
                await self._heard_otherwise(connection, words)
                return
            namespace, number, name, payload = event
            handler = self.namespace_handlers.get(namespace)
            sid = self.manager.speaker(connection.sid, namespace)
            if handler is None or sid is None:
                return
            answer = await handler.trigger_event(name, sid, *payload)
            if number is not None:
                connection.push(ack_packet(namespace, number, answer))
        except Exception:  # noqa: BLE001 - handlers answer for themselves: this was the frame
            await connection.drop("packet")

    async def _heard_otherwise(self, connection: Connection, words: str) -> None:
        if len(words) <= MOST_BYTES:
            await self._handle_eio_message(connection.sid, words)
            return
        kind, namespace, number = head_of(words)
        refusal = error_body(TooLarge("That is longer than allowed."))
        if kind == "2" and namespace in self.namespace_handlers:
            if number is not None:
                answer = {"ok": False, "error": refusal}
                connection.push(ack_packet(namespace, number, answer))
        elif kind == "0" and namespace in self.namespace_handlers:
            body = {"message": refusal["message"], "data": refusal}
            connection.push(error_packet(namespace, body))
        else:
            raise BadFrame("too long")

    def _is_member(self, eio_sid: str) -> bool:
        return any(
            self.manager.sid_from_eio_sid(eio_sid, namespace)
            for namespace in self.namespace_handlers
        )
