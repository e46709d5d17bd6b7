"""How a visitor seems to feel, by signs that can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .handoff import HandoffReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .conversation import Conversation
    from .handoff_card import Attempt

# Intents that name something gone wrong, and those that say so with feeling.
_COMPLAINTS = {
    "complain",
    "damaged_item",
    "faulty_item",
    "wrong_item",
    "missing_item",
    "late_delivery",
    "problem_unsolved",
}
_SOLVED = "problem_solved"
_GOOD = {"thanks", _SOLVED}
_LOW, _HIGH = 2, 4
_TENSE_FROM, _UPSET_FROM = 1, 3


class Level(StrEnum):
    """From worst to best."""

    UPSET = "upset"
    TENSE = "tense"
    CALM = "calm"
    PLEASED = "pleased"


@dataclass(frozen=True)
class Sign:
    """`weight` above zero is bad; `seq` is the message that shows it."""

    kind: str
    weight: int
    seq: int | None = None


@dataclass(frozen=True)
class Mood:
    """The sum of the signs, and the signs."""

    level: Level
    signs: tuple[Sign, ...]


def mood_of(
    attempts: Sequence[Attempt], conversation: Conversation, ratings: Sequence[int]
) -> Mood:
    """`ratings` are of all dialogues of this person, newest first."""
    signs = [
        *(Sign("complaint", 1, one.seq) for one in attempts if one.intent in _COMPLAINTS),
        *(Sign("not_understood", 1, one.seq) for one in attempts if one.missed),
        *(Sign("thanks", -1, one.seq) for one in attempts if one.intent in _GOOD),
    ]
    if conversation.handoff_reason == HandoffReason.ANGER:
        signs.append(Sign("anger", _UPSET_FROM))
    elif conversation.handoff_reason == HandoffReason.COMPLAINT:
        signs.append(Sign("complaint_handoff", 1))
    if ratings and ratings[0] <= _LOW:
        signs.append(Sign("low_rating", 1))
    elif ratings and ratings[0] >= _HIGH:
        signs.append(Sign("high_rating", -1))
    return Mood(_level(sum(sign.weight for sign in signs)), tuple(signs))


def is_complaint_open(intents: Iterable[str]) -> bool:
    """Whether of all that was meant, oldest first, the last word of anything wrong is that it is."""
    said = [one for one in intents if one in _COMPLAINTS or one == _SOLVED]
    return bool(said) and said[-1] != _SOLVED


def _level(weight: int) -> Level:
    if weight >= _UPSET_FROM:
        return Level.UPSET
    if weight >= _TENSE_FROM:
        return Level.TENSE
    return Level.PLEASED if weight < 0 else Level.CALM
