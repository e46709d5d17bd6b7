"""A reviewed line: what it should have been understood as, by whom."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.finding import folded

# The bot understands no more of a message, and nobody writes an example as long.
MOST_WORDING = 300
# One in this many is kept back, to judge the next model by.
_HELD_OUT_ONE_IN = 5
_MADE_UP = (
    (re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>]{2,20}"), "name@example.com"),
    (re.compile(r"https?://\S+", re.IGNORECASE), "https://example.com"),
    (re.compile(r"(?<!\w)\+?\d(?:[ \-().]{0,2}\d){6,14}(?!\w)"), "555 0123"),
    # An order's number stays one: "1####".
    (re.compile(r"\d{5,}"), "10432"),
)
# Brackets are how examples are marked, and a line is an example.
_MARKS = str.maketrans(dict.fromkeys("[]{}", " "))


@dataclass
class Lesson:
    """One line that somebody looked at.

    `intent` is None where there is nothing to learn from it. The words are the message's; `wording` is what the
    reviewer put in their place, to take a name out for example. Both go when the dialogue goes.
    """

    id: str
    message_id: str
    conversation_id: str
    language: str
    intent: str | None
    heard_intent: str
    heard_confidence: float
    reviewed_by: str
    reviewed_at: datetime
    wording: str | None = None


def example_of(words: str) -> str:
    """As it may stand among examples: on one line, with made-up addresses, links and numbers in place of somebody's."""
    for pattern, made_up in _MADE_UP:
        words = pattern.sub(made_up, words)
    return " ".join(words.translate(_MARKS).split()).strip(" -")[:MOST_WORDING].strip(" -")


def is_held_out(example: str) -> bool:
    """By the words alone, so that the same words never stand on both sides."""
    digest = hashlib.sha256(folded(example).encode()).digest()
    return digest[0] % _HELD_OUT_ONE_IN == 0
