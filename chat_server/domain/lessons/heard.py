"""What the bot made of one line of a visitor, and which of these lines somebody should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chat_server.domain.handoff_card import MISSES

# Below this it was right in two of three cases only: docs/decisions/0115-lessons-are-references.md
SURE_FROM = 0.6


class Certainty(StrEnum):
    """`MISSED`: no intent was found. `UNSURE` and `SURE`: one was."""

    MISSED = "missed"
    UNSURE = "unsure"
    SURE = "sure"


@dataclass(frozen=True)
class Heard:
    """One line; its words stay in its dialogue, and are gone when they are gone there."""

    message_id: str
    conversation_id: str
    language: str
    intent: str
    confidence: float
    at: datetime

    @property
    def certainty(self) -> Certainty:
        """How sure the bot was."""
        if self.intent in MISSES:
            return Certainty.MISSED
        return Certainty.SURE if self.confidence >= SURE_FROM else Certainty.UNSURE


@dataclass(frozen=True)
class Tally:
    """Lines of one language."""

    language: str
    missed: int
    unsure: int
    sure: int

    def of(self, certainty: Certainty) -> int:
        """So many."""
        by = {
            Certainty.MISSED: self.missed,
            Certainty.UNSURE: self.unsure,
            Certainty.SURE: self.sure,
        }
        return by[certainty]


def tallied(counts: Mapping[tuple[str, Certainty], int]) -> list[Tally]:
    """Most missed first; counted by language and certainty."""
    made = [
        Tally(language, *(counts.get((language, certainty), 0) for certainty in Certainty))
        for language in sorted({language for language, _ in counts})
    ]
    return sorted(made, key=lambda one: (-one.missed, one.language))
