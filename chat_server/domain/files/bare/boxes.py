"""The boxes of HEIC pictures and MP4 and QuickTime films: each says what it is and how long."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD, _LONG_HEAD = 8, 16
_TO_THE_END, _IS_LONG = 0, 1
# Of all boxes in one file.
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Box:
    """From `start` to `stop`; what it holds begins at `body`."""

    kind: bytes
    start: int
    body: int
    stop: int


class Boxes:
    """Reads the boxes of one file, of which there may only be so many."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._left = _MOST

    def within(self, start: int, stop: int) -> Iterator[Box]:
        """One behind the other; zeros at the end are none, as QuickTime writes them."""
        while start < stop:
            if stop - start < _HEAD and not any(self.window.at(start, stop - start)):
                return
            box = self.at(start, stop)
            if box is None:
                raise TornError
            yield box
            start = box.stop

    def at(self, start: int, stop: int) -> Box | None:
        """None where none can be that ends in time."""
        self._left -= 1
        if self._left < 0:
            raise TornError
        if stop - start < _HEAD:
            return None
        size, kind = struct.unpack(">I4s", self.window.at(start, _HEAD))
        body = start + _HEAD
        if size == _IS_LONG and stop - start >= _LONG_HEAD:
            size, body = self.window.number(body, 8), start + _LONG_HEAD
        end = stop if size == _TO_THE_END else start + size
        return Box(kind, start, body, end) if body <= end <= stop else None
