"""What of a picture's file is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from chat_server.domain.errors import Invalid

from . import film, gif, jpeg, png, webp
from .window import TornError, Window

# Bytes of the file, or others in their place.
Piece: TypeAlias = range | bytes
# From where and how many; fewer come at the end.
Read: TypeAlias = Callable[[int, int], bytes]
Plan: TypeAlias = Sequence[Piece]

_WALKS = {
    "image/jpeg": jpeg.pieces,
    "image/png": png.pieces,
    "image/webp": webp.pieces,
    "image/gif": gif.pieces,
    "image/heic": film.picture_pieces,
    "video/mp4": film.pieces,
    "video/quicktime": film.pieces,
    "audio/mp4": film.pieces,
}
# Of a picture that is one; each is a step of reading and writing.
_MOST_PIECES = 100_000


def plan_of(media_type: str, read: Read, size: int) -> Plan | None:
    """What is left of the file, in order; None when that is all of it, Invalid when it is not whole."""
    walk = _WALKS.get(media_type)
    if walk is None:
        return None
    try:
        plan = _joined(walk(Window(read, size)))
    except TornError as error:
        raise Invalid("This file is not whole.", {"file": "incomplete"}) from error
    return None if plan == [range(size)] else plan


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours are one."""
    plan: list[Piece] = []
    for piece in pieces:
        last = plan[-1] if plan else b""
        if isinstance(piece, range) and isinstance(last, range) and piece.start == last.stop:
            plan[-1] = range(last.start, piece.stop)
        elif len(piece):
            plan.append(piece)
        if len(plan) > _MOST_PIECES:
            raise TornError
    return plan
