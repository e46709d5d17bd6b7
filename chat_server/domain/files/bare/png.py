"""PNG: a signature and chunks, each with its length and checksum."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from chat_server.domain.files.orientation import HEAD, only_orientation, orientation_of

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE = 8
# Length, name and checksum.
_AROUND = 12
_MOST_EXIF = 1_000_000
_OF_THE_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV mDCv cLLI cLLi sBIT bKGD hIST pHYs acTL fcTL fdAT".split()
)


def pieces(window: Window) -> Iterator[range | bytes]:
    """Words, times and what nobody knows are left out, and what lies behind the end."""
    yield range(_SIGNATURE)
    at, drawn = _SIGNATURE, False
    while True:
        length, name = struct.unpack(">I4s", window.at(at, 8))
        end = at + _AROUND + length
        if end > window.size:
            raise TornError
        if name in _OF_THE_PICTURE:
            yield range(at, end)
        elif name == b"eXIf":
            yield _turned(window.at(at + 8, min(length, _MOST_EXIF)))
        elif name[:1].isupper():
            # Without it the rest means nothing.
            raise TornError
        drawn = drawn or name == b"IDAT"
        at = end
        if name == b"IEND":
            break
    if not drawn:
        raise TornError


def _turned(exif: bytes) -> bytes:
    tiff = only_orientation(orientation_of(exif.removeprefix(HEAD)))
    named = b"eXIf" + tiff
    return (
        struct.pack(">I", len(tiff)) + named + struct.pack(">I", zlib.crc32(named)) if tiff else b""
    )
