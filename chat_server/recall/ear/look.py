"""A look at a message: what a sight of its words says of kinds, and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from chat_server.domain.facts.kinds import FACT_KINDS

from .found import Found, Look, Place
from .layers import softmax
from .sight import Seen, Sight

# Marked beside the kinds: what a value is said of, and from when on it holds.
THING, WHEN = "thing", "when"
KINDS = ("O", *FACT_KINDS, THING, WHEN)
STATES = ("holds", "over", "unsure", "later")
# Of these a few words are all values there are; between a kind and one of its values stands `OF`.
VALUED = ("open_problem", "order_state", "preferred_channel", "preferred_hour", "form_of_address")
OF = "="
_OVER = STATES.index("over")
# From here on it may be over.
_PERHAPS_OVER = 0.2
# No chance is nothing, and none everything.
_LEAST = 0.001


@dataclass(frozen=True)
class Looker:
    """`values` are the names of those the model tells apart, in its order."""

    values: Sequence[str]

    def look(self, sight: Sight, heard: Collection[Place] = ()) -> Look:
        """At all there is to see, and at how much there is of what rules `heard`."""
        seen = sight.seen()
        found = [
            one
            for each in seen
            if KINDS[each.kind] in FACT_KINDS
            for one in self._found(each, heard)
        ]
        things = [(one.start, one.end) for one in seen if KINDS[one.kind] == THING and one.first]
        return Look(found, things, [_weighed(sight, *one) for one in heard])

    def _found(self, seen: Seen, heard: Collection[Place]) -> list[Found]:
        """As what holds, and as what is over if it may be."""
        key = KINDS[seen.kind]
        value, sure = self._value(key, seen.values)
        mine = [(start, end) for kind, start, end in heard if kind == key]
        here = any(start < seen.end and seen.start < end for start, end in mine)
        evidence = (
            *map(odds, (seen.share, seen.least, *seen.states, seen.other, seen.nothing)),
            float(seen.first),
            float(here),
            float(bool(mine) and not here),
            odds(sure),
        )
        one = Found(key, seen.start, seen.end, evidence, seen.share, value)
        if seen.states[_OVER] < _PERHAPS_OVER:
            return [one]
        return [one, Found(key, seen.start, seen.end, evidence, seen.share, value, over=True)]

    def _value(self, key: str, shares: Sequence[float]) -> tuple[str | None, float]:
        """The likeliest of a kind's values, with its share of them; a half where there are none."""
        if key not in VALUED:
            return None, 0.5
        mine = [at for at, name in enumerate(self.values) if name.startswith(f"{key}{OF}")]
        if not mine:
            return None, 0.5
        each = softmax(np.array([shares[at] for at in mine], dtype=np.float32))
        best = int(each.argmax())
        return self.values[mine[best]].partition(OF)[2], float(each[best])


def odds(chance: float) -> float:
    """Of a chance, as a logarithm."""
    held = min(max(chance, _LEAST), 1 - _LEAST)
    return log(held / (1 - held))


def _weighed(sight: Sight, key: str, start: int, end: int) -> Found:
    """What rules heard of a kind, with what the model sees there of it."""
    peak = sight.peak(KINDS.index(key), start, end) if key in FACT_KINDS else None
    if peak is None:
        return Found(key, start, end, ())
    chances = (peak.share, *peak.states, peak.other, peak.anywhere)
    return Found(key, start, end, tuple(map(odds, chances)), peak.share)
