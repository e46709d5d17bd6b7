"""JPEG: a file of segments, with the picture's own bytes after each that begins a scan."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from chat_server.domain.files.orientation import HEAD, only_orientation, orientation_of

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = 0xFF
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_END, _SCAN = 0xD9, 0xDA
_JFIF, _EXIF, _PROFILE, _ADOBE, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
# A zero after it is a byte of the picture, and these eight stand within a scan.
_NEXT = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
_JFIF_BARE = 16


def pieces(window: Window) -> Iterator[range | bytes]:
    """What lies behind the picture's end goes too: phones put films and second pictures there."""
    yield range(2)
    at, scanned, told = 2, False, False
    while at < window.size:
        kind, end = _segment(window, at)
        if kind == _SCAN:
            end, scanned = _next_mark(window, end), True
        if kind == _EXIF and not told:
            kept = _turned(window.at(at + 4, end - at - 4))
            told = bool(kept)
            yield range(at, end) if kept == window.at(at, end - at) else kept
        elif kind == _JFIF:
            yield from _jfif(window, at, end)
        elif not _tells(window, kind, at + 4, end):
            yield range(at, end)
        at = end
        if kind == _END:
            break
    if not scanned:
        raise TornError


def _segment(window: Window, at: int) -> tuple[int, int]:
    """What it is and where it ends; what fills up to the next is one too."""
    mark, kind = window.at(at, 2)
    if mark != _MARK:
        raise TornError
    if kind == _MARK:
        return kind, at + 1
    if kind == _END or kind in _ALONE:
        return kind, at + 2
    length = window.number(at + 2, 2)
    end = at + 2 + length
    if length < 2 or end > window.size:  # noqa: PLR2004 - its own two bytes
        raise TornError
    return kind, end


def _tells(window: Window, kind: int, start: int, end: int) -> bool:
    """Whether a segment is about the picture's making and not about its looks."""
    if kind == _COMMENT:
        return True
    if kind not in _APPLICATIONS:
        return False
    begins = window.at(start, min(12, end - start))
    is_profile = kind == _PROFILE and begins == b"ICC_PROFILE\0"
    return not (is_profile or (kind == _ADOBE and begins.startswith(b"Adobe")))


def _turned(segment: bytes) -> bytes:
    """The segment that says only which way it was held."""
    if not segment.startswith(HEAD):
        return b""
    tiff = only_orientation(orientation_of(segment[len(HEAD) :]))
    return (
        struct.pack(">BBH", _MARK, _EXIF, 2 + len(HEAD) + len(tiff)) + HEAD + tiff if tiff else b""
    )


def _jfif(window: Window, at: int, end: int) -> Iterator[range | bytes]:
    """Without its thumbnail, which may show what was cut off."""
    if end - at < _JFIF_BARE + 2 or window.at(at + 4, 5) != b"JFIF\0":
        return
    if end - at == _JFIF_BARE + 2:
        yield range(at, end)
    else:
        yield struct.pack(">BBH", _MARK, _JFIF, _JFIF_BARE) + window.at(at + 4, 12) + b"\0\0"


def _next_mark(window: Window, start: int) -> int:
    """Where a scan ends; a picture that was cut off ends with its file."""
    while start < window.size:
        some = window.rest(start)
        found = _NEXT.search(some)
        if found:
            return start + found.end() - 2
        # The last one may be the first half of a mark.
        start += max(1, len(some) - 1) if start + len(some) < window.size else len(some)
    return window.size
