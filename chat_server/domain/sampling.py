"""Drawing dialogues to read: at random or from each stratum, the same ones for the same seed.

A dialogue's place in the draw is a hash of the seed and how its id ends, then one of the seed and all of it: it depends
on no order, and to draw fifty of a million only those with some endings have to be looked at. Ids end at random, so that
those with an ending are a fair part of all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

# The last two hexadecimal digits of an id.
_DIGITS = 2
_ENDINGS = tuple(f"{number:02x}" for number in range(16**_DIGITS))
# So many are looked at for each that is wanted: of small strata, too, there should be enough.
_SPARE = 8


@dataclass(frozen=True)
class Stratum:
    """How many dialogues it has, and the ids of those that were looked at."""

    dialogues: int
    ids: list[str]


@dataclass(frozen=True)
class Draw:
    """Of `size` dialogues."""

    size: int
    seed: int

    def left_out(self, dialogues: int) -> list[str]:
        """Endings that come last, which of so many dialogues need not be looked at; ids that end in other ways always are."""
        enough = _SPARE * self.size * len(_ENDINGS) // max(1, dialogues) + 1
        return sorted(_ENDINGS, key=self._hash)[enough:]

    def first(self, most: int, ids: Iterable[str], left_out: Collection[str] = ()) -> list[str]:
        """In the order of the draw, as far as those with other endings cannot come before."""
        line = min(map(self._hash, left_out), default=None)
        placed = sorted((*self._place(one), one) for one in ids)
        return [one for begin, _, one in placed[:most] if line is None or begin < line]

    def in_order(self, drawn: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Dialogues with their strata."""
        return sorted(drawn, key=lambda one: self._place(one[0]))

    def _place(self, dialogue_id: str) -> tuple[bytes, bytes]:
        return self._hash(dialogue_id[-_DIGITS:]), self._hash(dialogue_id)

    def _hash(self, word: str) -> bytes:
        return hashlib.sha256(f"{self.seed}\0{word}".encode()).digest()


def shared_out(size: int, counts: dict[str, int]) -> dict[str, int]:
    """How many of each stratum: in proportion, by largest remainders, and one of each where there is room."""
    total = sum(counts.values())
    size = min(size, total)
    exact = {name: size * count / max(1, total) for name, count in counts.items()}
    shares = {name: int(each) for name, each in exact.items()}
    left = size - sum(shares.values())
    for name in sorted(exact, key=lambda one: (int(exact[one]) - exact[one], one))[:left]:
        shares[name] += 1
    if size >= len(counts):
        for name in sorted(name for name, share in shares.items() if share == 0):
            most = max(sorted(shares), key=lambda one: shares[one])
            shares[most] -= 1
            shares[name] = 1
    return shares
