"""The two Socket.IO servers: what they accept at all, before any namespace looks at it."""

from __future__ import annotations

from chat_server.broadcast.fan_out import FanOut
from chat_server.domain.message import MAX_TEXT

from .namespace import Peer
from .strict import StrictServer

VISITOR_PATH = "/socket.io/"
AGENT_PATH = "/agent/socket.io/"

# Above what is read at all, so that a message too long is refused with a code and not cut off: 100 kB of text are
# three times that in the JSON of clients that escape every letter.
_MOST_BYTES = 128 * MAX_TEXT
# A whole office or a phone network may be behind one address.
MOST_PER_ADDRESS = 1_000


def make_server(
    allowed_origins: list[str] | str,
    manager: FanOut,
    peer: Peer,
    most_per_address: int | None = MOST_PER_ADDRESS,
) -> StrictServer:
    """`async_handlers=False` keeps one client's commands in order; handlers only commit, never wait."""
    return StrictServer(
        peer,
        most_per_address,
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
