"""Bytes of a file, read a window at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

_WINDOW = 64 * 1024


class TornError(ValueError):
    """The parts of a file do not add up to its size."""


class Window:
    """Parts in order: what was just read is not read again."""

    def __init__(self, read: Callable[[int, int], bytes], size: int) -> None:
        # From where and how many; fewer come at the end.
        self._read = read
        self.size = size
        self._start = 0
        self._held = b""

    def at(self, start: int, count: int) -> bytes:
        """Exactly so many."""
        end = start + count
        if start < 0 or end > self.size:
            raise TornError
        if start < self._start or end > self._start + len(self._held):
            self._start = start
            self._held = self._read(start, max(count, _WINDOW))
        found = self._held[start - self._start : end - self._start]
        if len(found) != count:
            raise TornError
        return found

    def number(self, start: int, count: int, order: Literal["big", "little"] = "big") -> int:
        """Without a sign."""
        return int.from_bytes(self.at(start, count), order)

    def rest(self, start: int) -> bytes:
        """What one window has from there; empty at the end."""
        return self.at(start, min(_WINDOW, self.size - start))
