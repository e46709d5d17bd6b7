"""How large a picture is, read from its first bytes, so that a page has room for it before it is there."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from .orientation import HEAD, TURNED, orientation_of

_PNG = b"\x89PNG\r\n\x1a\n"
# Frame headers of JPEG; DHT, JPG and DAC lie among them.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _EXIF = 0xDA, 0xE1


@dataclass(frozen=True, slots=True)
class Extent:
    """In pixels, as it is shown."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        """What a browser has to hold."""
        return self.width * self.height


def extent_of(media_type: str, head: bytes) -> Extent | None:
    """None when it is no picture that we know, or none that is whole."""
    reader = _READERS.get(media_type)
    try:
        found = reader(head) if reader else None
    except (struct.error, IndexError):
        return None
    return found if found is not None and found.pixels > 0 else None


def _png(head: bytes) -> Extent | None:
    if not head.startswith(_PNG) or head[12:16] != b"IHDR":
        return None
    return Extent(*struct.unpack(">II", head[16:24]))


def _gif(head: bytes) -> Extent:
    return Extent(*struct.unpack("<HH", head[6:10]))


def _webp(head: bytes) -> Extent | None:
    kind = head[12:16]
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return Extent(width & 0x3FFF, height & 0x3FFF)
    if kind == b"VP8L" and head[20] == 0x2F:  # noqa: PLR2004 - the format's signature
        (bits,) = struct.unpack("<I", head[21:25])
        return Extent((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8X":
        width = int.from_bytes(head[24:27], "little") + 1
        return Extent(width, int.from_bytes(head[27:30], "little") + 1)
    return None


def _jpeg(head: bytes) -> Extent | None:
    at, turned = 2, False
    while at < len(head):
        if head[at] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            return None
        marker = head[at + 1]
        if marker in _ALONE or marker == 0xFF:  # noqa: PLR2004 - filled up
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        (length,) = struct.unpack(">H", head[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return Extent(height, width) if turned else Extent(width, height)
        if marker == _SCAN or length < 2:  # noqa: PLR2004 - its own two bytes
            return None
        if marker == _EXIF:
            exif = head[at + 4 : at + 2 + length]
            turned = exif.startswith(HEAD) and orientation_of(exif[len(HEAD) :]) in TURNED
        at += 2 + length
    return None


_READERS = {"image/png": _png, "image/gif": _gif, "image/webp": _webp, "image/jpeg": _jpeg}
