"""GIF: blocks, the pictures' own and those that say something beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 13
_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
# How often it moves, and its colours.
_OF_THE_PICTURE = frozenset((b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"))


def pieces(window: Window) -> Iterator[range | bytes]:
    """Comments and what programs put in are left out, and what lies behind the end."""
    at, drawn = _HEAD + _colours(window.at(_HEAD - 3, 1)[0]), False
    window.at(at - 1, 1)
    yield range(at)
    while at < window.size:
        kind = window.at(at, 1)[0]
        if kind == _END:
            yield range(at, at + 1)
            break
        if kind == _IMAGE:
            begins, drawn = at + 11 + _colours(window.at(at + 9, 1)[0]), True
        elif kind == _EXTENSION:
            begins = at + 2
        else:
            raise TornError
        end = _blocks_end(window, begins)
        if kind == _IMAGE or not _tells(window, at):
            yield range(at, end)
        at = end
    if not drawn:
        raise TornError


def _tells(window: Window, at: int) -> bool:
    label = window.at(at + 1, 1)[0]
    if label == _APPLICATION:
        named = window.at(at + 2, 1)[0]
        return window.at(at + 3, named) not in _OF_THE_PICTURE
    return label == _COMMENT


def _colours(flags: int) -> int:
    """Bytes of the table, if there is one."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(window: Window, at: int) -> int:
    """Each begins with its length, up to one of none."""
    while length := window.at(at, 1)[0]:
        at += 1 + length
    return at + 1
