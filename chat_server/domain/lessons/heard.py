"""What the bot made of one line of a visitor, and which of these lines somebody should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chat_server.domain.events import Event
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


def heard_in(line: Event) -> Heard | None:
    """None of a line of the log that names no message, as those written before messages were named."""
    message_id, intent = line.data.get("message_id"), line.data.get("intent")
    confidence = line.data.get("confidence")
    if not isinstance(message_id, str) or not isinstance(intent, str):
        return None
    share = confidence if isinstance(confidence, (int, float)) else 0.0
    language = str(line.data.get("language") or "")
    return Heard(message_id, line.conversation_id or "", language, intent, float(share), line.at)


def tallied(lines: Iterable[Heard]) -> list[Tally]:
    """Most missed first."""
    counts = Counter((line.language, line.certainty) for line in lines)
    languages = sorted({language for language, _ in counts})
    made = [
        Tally(language, *(counts[language, certainty] for certainty in Certainty))
        for language in languages
    ]
    return sorted(made, key=lambda one: (-one.missed, one.language))
