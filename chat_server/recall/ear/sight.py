"""What a model sees at each word of a message, joined to words that belong together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .pretrained import Numbers
from .tokens import Token

OUTSIDE = 0
# From here on words are looked for, though more likely they are nothing.
_MENTIONED = 0.12
_GOES_ON = 0.5
_BEGINS = 0.5
_PUNCTUATION = frozenset(".,;:!?…()\"'«»“”„、。，！？：；「」-–—\n")
# Written behind a letter that they belong to, or before one.
_THAI_BEHIND, _THAI_BEFORE = frozenset("ะาำๅๆฯ"), frozenset("เแโใไ")


@dataclass(frozen=True)
class Shares:
    """A row a piece, or a word: how likely each kind is, that one begins, how it is meant, and which value it has."""

    kinds: Numbers
    begins: Numbers
    states: Numbers
    values: Numbers


@dataclass(frozen=True)
class Seen:
    """Characters that seem to say something of a kind, by its number, with what is likely of them."""

    start: int
    end: int
    kind: int
    share: float
    least: float
    states: tuple[float, ...]
    values: tuple[float, ...]
    # The likeliest of the other kinds, and how likely one of the words is nothing.
    other: float
    nothing: float
    # The model takes them for nothing else.
    first: bool = True


@dataclass(frozen=True)
class Peak:
    """How likely a kind is at its likeliest word of some, how that is meant, and what else could be there."""

    share: float
    states: tuple[float, ...]
    other: float
    anywhere: float


class Sight:
    """Of a message: its words with their shares."""

    def __init__(
        self, words: Sequence[Token], pieces: Sequence[tuple[int, int]], shares: Shares
    ) -> None:
        self.words = words
        parts = _parts(words, pieces)
        self.kinds: Numbers = parts @ shares.kinds
        self.states: Numbers = parts @ shares.states
        self.values: Numbers = parts @ shares.values
        self.begins = _begins(parts > 0, shares.begins) if len(pieces) else []

    def seen(self) -> list[Seen]:
        """All there is, the likeliest reading first in each place."""
        if not self.begins:
            return []
        best = self.kinds.argmax(axis=1)
        found = list(self._runs(best))
        found += self._others(best, {one.kind for one in found})
        return found

    def peak(self, kind: int, start: int, end: int) -> Peak | None:
        """Of a kind within these characters; None where there are no words, or the model has not read so far."""
        rows = [
            at
            for at, (first, last, _) in enumerate(self.words)
            if first < end and start < last and self.kinds[at].any()
        ]
        if not rows:
            return None
        shares = self.kinds[rows]
        at = int(shares[:, kind].argmax())
        others = np.delete(shares, [OUTSIDE, kind], axis=1)
        return Peak(
            float(shares[at, kind]),
            tuple(self.states[rows[at]].tolist()),
            float(others.max()),
            float(self.kinds[:, kind].max()),
        )

    def _runs(self, best: npt.NDArray[np.int64]) -> Iterator[Seen]:
        first = 0
        many = len(best)
        for at in range(1, many + 1):
            if at < many and best[at] == best[first] and self.begins[at] < _BEGINS:
                continue
            if best[first] != OUTSIDE and (one := self._seen(first, at, int(best[first]))):
                yield one
            first = at

    def _others(self, best: npt.NDArray[np.int64], taken: set[int]) -> Iterator[Seen]:
        """Kinds that may be meant where the model leans to none."""
        free = best == OUTSIDE
        for kind in range(1, self.kinds.shape[1]):
            column = np.where(free, self.kinds[:, kind], 0)
            peak = int(column.argmax())
            if kind in taken or column[peak] < _MENTIONED:
                continue
            first, last = peak, peak + 1
            least = _GOES_ON * column[peak]
            while first > 0 and column[first - 1] >= least:
                first -= 1
            while last < len(column) and column[last] >= least:
                last += 1
            if one := self._seen(first, last, kind, first_choice=False):
                yield one

    def _seen(self, first: int, last: int, kind: int, *, first_choice: bool = True) -> Seen | None:
        while first < last and self.words[first][2] in _PUNCTUATION:
            first += 1
        while first < last and self.words[last - 1][2] in _PUNCTUATION:
            last -= 1
        if first == last:
            return None
        first, last = self._whole(first, last)
        shares = self.kinds[first:last, kind]
        rows = self.kinds[first:last]
        return Seen(
            self.words[first][0],
            self.words[last - 1][1],
            kind,
            float(shares.mean()),
            float(shares.min()),
            tuple(self.states[first:last].mean(axis=0).tolist()),
            tuple(self.values[first:last].mean(axis=0).tolist()),
            float(np.delete(rows, [OUTSIDE, kind], axis=1).max()),
            float(rows[:, OUTSIDE].max()),
            first_choice,
        )

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """Where letters are tokens: with what is written above, below and beside them."""
        while first > 0 and self._are_one(first - 1):
            first -= 1
        while last < len(self.words) and self._are_one(last - 1):
            last += 1
        return first, last

    def _are_one(self, at: int) -> bool:
        (_, end, before), (start, _, behind) = self.words[at], self.words[at + 1]
        if end != start:
            return False
        return (
            unicodedata.category(behind[0]) == "Mn"
            or behind[0] in _THAI_BEHIND
            or before[-1] in _THAI_BEFORE
        )


def _begins(theirs: npt.NDArray[np.bool_], begins: Numbers) -> list[float]:
    """Of each word what its first piece says; none where that began before: a piece may be several letters."""
    firsts = theirs.argmax(axis=1).tolist()
    return [
        0.0 if at and theirs[at - 1, first] else float(begins[first])
        for at, first in enumerate(firsts)
    ]


def _parts(words: Sequence[Token], pieces: Sequence[tuple[int, int]]) -> Numbers:
    """How much of each word each piece is."""
    spans = np.array([(start, end) for start, end, _ in words], np.float32).reshape(-1, 2, 1)
    theirs = np.array(pieces, np.float32).reshape(-1, 2)
    firsts, lasts = theirs[:, 0], theirs[:, 1]
    found = np.minimum(spans[:, 1], lasts) - np.maximum(spans[:, 0], firsts)
    found = np.maximum(found, np.float32(0))
    totals = found.sum(axis=1, keepdims=True)
    parts: Numbers = np.divide(found, totals, out=np.zeros_like(found), where=totals > 0)
    return parts
