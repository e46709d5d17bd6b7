"""What a model takes the words of a message for; statements are made of it in `hearing`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .fact import SURE
from .statement import HEARD, Statement

# Of what has a form of its own rules know which it is: a telephone number is no order's.
_FORMED = frozenset({"email", "phone", "order_number"})
# What rules are surer of than of anything the model could say against it is not laid before it.
PLAIN = 0.98


class Claim(StrEnum):
    """What a mark says of its kind."""

    HOLDS = "holds"
    # What was so is so no longer, or never was.
    OVER = "over"
    # What rules heard of it there is probably none.
    DOUBTED = "doubted"


@dataclass(frozen=True)
class Marked:
    """The characters from `start` to `end` say something of the kind `key`.

    `confidence` is on the scale of statements; `value` is what they say, of kinds whose values are a few words; `about` the
    characters that name what it is said of.
    """

    key: str
    start: int
    end: int
    confidence: float
    value: str | None = None
    about: tuple[int, int] | None = None
    claim: Claim = Claim.HOLDS

    @property
    def place(self) -> tuple[str, int, int]:
        """What tells it from all others."""
        return self.key, self.start, self.end


def beyond(marked: Sequence[Marked], told: Sequence[Statement]) -> list[Marked]:
    """Those that say what rules did not tell: of kinds of which they told nothing, or that it is over beside what is new."""
    doubted = {mark.place for mark in marked if mark.claim is Claim.DOUBTED}
    known = [
        one
        for one in told
        if one.confidence >= HEARD and (one.key, one.start, one.end) not in doubted
    ]
    return [
        mark
        for mark in marked
        if mark.claim is not Claim.DOUBTED
        and not any(
            one.key == mark.key and (mark.claim is Claim.HOLDS or _ends(one) or _is_of(one, mark))
            for one in known
        )
        and not any(
            mark.key in _FORMED and one.key in _FORMED and one.key != mark.key and _is_of(one, mark)
            for one in known
        )
    ]


def agreed(
    doubts: Sequence[Marked], told: Sequence[Statement], more: Sequence[Statement]
) -> tuple[list[Marked], list[Statement]]:
    """`doubts` and `more` without what both ears hear: that is in no doubt, and nothing more."""
    heard = {(one.key, one.start, one.end): one for one in told}
    same = {
        (mark.place, number)
        for mark in doubts
        for number, one in enumerate(more)
        if (rule := heard.get(mark.place)) is not None
        and (rule.key, rule.value, rule.ended) == (one.key, one.value, one.ended)
    }
    places, numbers = {place for place, _ in same}, {number for _, number in same}
    return (
        [mark for mark in doubts if mark.place not in places],
        [one for number, one in enumerate(more) if number not in numbers],
    )


def sure_of(told: Iterable[Statement]) -> list[tuple[str, int, int]]:
    """What is told for sure to be so, and could be doubted: kinds and where they are said."""
    return [
        (one.key, one.start, one.end)
        for one in told
        if one.start is not None
        and one.end is not None
        and SURE <= one.confidence < PLAIN
        and not _ends(one)
    ]


def _ends(one: Statement) -> bool:
    return one.ended or one.value is None


def _is_of(one: Statement, mark: Marked) -> bool:
    return one.start is None or one.end is None or (one.start < mark.end and mark.start < one.end)
