"""The two Socket.IO servers: what they accept at all, before any namespace looks at it."""

from __future__ import annotations

from collections.abc import Iterable

import socketio
from socketio.packet import Packet

from chat_server.domain.message import MAX_TEXT

VISITOR_PATH = "/socket.io/"
AGENT_PATH = "/agent/socket.io/"

# Above the longest message by far, so that one too long is refused with a code and not cut off.
_MOST_BYTES = 64 * MAX_TEXT
_MOST_DEPTH = 12
_MOST_CONTAINERS = 2_000
_RESERVED = {"connect", "disconnect", "connect_error", "*"}


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


def make_server(
    allowed_origins: list[str] | str, redis_url: str | None, channel: str
) -> socketio.AsyncServer:
    """`async_handlers=False` keeps one client's commands in order; handlers only commit, never wait."""
    manager = socketio.AsyncRedisManager(redis_url, channel=channel) if redis_url else None
    server = socketio.AsyncServer(
        async_mode="aiohttp",
        async_handlers=False,
        client_manager=manager,
        cors_allowed_origins=allowed_origins,
        cors_credentials=False,
        max_http_buffer_size=_MOST_BYTES,
        http_compression=False,
        logger=False,
        engineio_logger=False,
    )
    server.packet_class = StrictPacket
    return server
