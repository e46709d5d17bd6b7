"""Places of a file that are written over: nothing moves, for addresses within it count from its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .boxes import Box

_STEP = 64 * 1024
_KIND_AT = 4


class Spot(NamedTuple):
    """Bytes from `start` to `stop`, the words to be there instead, and what fills up behind them."""

    start: int
    stop: int
    words: bytes = b""
    fill: bytes = b"\0"


class Blanks:
    """Collects them in any order."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []

    def spot(self, spot: Spot) -> None:
        """An empty one is none."""
        if spot.start < spot.stop:
            self._spots.append(spot)

    def box(self, box: Box) -> None:
        """As long as before, and free."""
        self.spot(Spot(box.start + _KIND_AT, box.start + _KIND_AT + 4, b"free"))
        self.spot(Spot(box.body, box.stop))

    def pieces(self, window: Window, end: int) -> Iterator[range | bytes]:
        """The file up to its end; what already says that is kept as it is."""
        at = 0
        for spot in sorted(self._spots):
            if spot.start < at:
                # Two say that the same bytes are theirs: one of them is wrong.
                raise TornError
            yield range(at, spot.start)
            yield from _over(window, spot)
            at = spot.stop
        yield range(at, end)


def _over(window: Window, spot: Spot) -> Iterator[range | bytes]:
    for start in range(spot.start, spot.stop, _STEP):
        count = min(_STEP, spot.stop - start)
        words = spot.words if start == spot.start else b""
        # Many of them may be zeros: these are one.
        wanted = _ZEROS if (count, words, spot.fill) == _EMPTY else words.ljust(count, spot.fill)
        yield range(start, start + count) if window.at(start, count) == wanted else wanted


_ZEROS = bytes(_STEP)
_EMPTY = (_STEP, b"", b"\0")
