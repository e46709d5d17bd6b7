"""WebP: chunks in a RIFF, whose size and list of what is in it change with them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from chat_server.domain.files.orientation import HEAD, only_orientation, orientation_of

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD, _CHUNK = 12, 8
_MOST_EXIF = 1_000_000
_MOST_CHUNKS = 100_000
_OF_THE_PICTURE = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_DRAWN = frozenset((b"VP8 ", b"VP8L", b"ANMF"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def pieces(window: Window) -> Iterator[range | bytes]:
    """Exif but for which way it was held, XMP and what nobody knows are left out, and what lies behind the end."""
    stop = 8 + window.number(4, 4, "little")
    if stop > window.size:
        raise TornError
    kept: list[range] = []
    at, exif, drawn = _HEAD, b"", False
    while at < stop:
        name, length = struct.unpack("<4sI", window.at(at, _CHUNK))
        end = at + _CHUNK + length
        if end > stop or len(kept) > _MOST_CHUNKS:
            raise TornError
        if name == b"EXIF" and not exif:
            exif = _turned(window.at(at + _CHUNK, min(length, _MOST_EXIF)))
        elif name in _OF_THE_PICTURE:
            # An odd one is followed by a zero, which some forget at the end.
            kept.append(range(at, min(end + length % 2, stop)))
            drawn = drawn or name in _DRAWN
        at = end + length % 2
    if not drawn:
        raise TornError
    size = struct.pack("<I", 4 + sum(map(len, kept)) + len(exif))
    yield range(4)
    yield from _changed(window, 4, size)
    yield range(8, _HEAD)
    for one in kept:
        yield from _listed(window, one, has_exif=bool(exif))
    yield exif


def _listed(window: Window, chunk: range, *, has_exif: bool) -> Iterator[range | bytes]:
    """What says which chunks there are says so of those that are left."""
    if window.at(chunk.start, 4) != b"VP8X":
        yield chunk
        return
    place = chunk.start + _CHUNK
    flags = window.at(place, 1)[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if has_exif else 0)
    yield range(chunk.start, place)
    yield from _changed(window, place, bytes([flags]))
    yield range(place + 1, chunk.stop)


def _changed(window: Window, start: int, data: bytes) -> Iterator[range | bytes]:
    same = window.at(start, len(data)) == data
    yield range(start, start + len(data)) if same else data


def _turned(exif: bytes) -> bytes:
    tiff = only_orientation(orientation_of(exif.removeprefix(HEAD)))
    return struct.pack("<4sI", b"EXIF", len(tiff)) + tiff if tiff else b""
