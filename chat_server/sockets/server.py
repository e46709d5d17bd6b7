"""The two Socket.IO servers: what they accept at all, before any namespace looks at it."""

from __future__ import annotations

import socketio

from chat_server.domain.message import MAX_TEXT

from .strict import StrictServer

VISITOR_PATH = "/socket.io/"
AGENT_PATH = "/agent/socket.io/"

# Above the longest message by far, so that one too long is refused with a code and not cut off:
# 100 kB of text are three times that in the JSON of clients that escape every letter.
_MOST_BYTES = 128 * MAX_TEXT


def make_server(
    allowed_origins: list[str] | str, redis_url: str | None, channel: str
) -> socketio.AsyncServer:
    """`async_handlers=False` keeps one client's commands in order; handlers only commit, never wait."""
    manager = socketio.AsyncRedisManager(redis_url, channel=channel) if redis_url else None
    return StrictServer(
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
