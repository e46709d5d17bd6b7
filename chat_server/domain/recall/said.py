"""What is kept of a statement beside its message, and what comes of a search."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chat_server.domain.message import Message

from .words import keys, words_of

# A line with fewer words has no meaning of its own: "yes please", "ok thanks".
_WORTH = 2


@dataclass(frozen=True)
class Uttered:
    """What a visitor wrote, and who that is; `position` is the message's."""

    position: int
    conversation_id: str
    contact_id: str
    text: str


@dataclass(frozen=True)
class Indexed:
    """A message of a contact as it is found: `words` are digests, `length` counts them."""

    position: int
    contact_id: str
    words: str
    length: int
    awaits_vector: bool


class Why(StrEnum):
    """What led to a statement."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


@dataclass(frozen=True)
class Said:
    """A statement found, with what was said right before and after it in its dialogue."""

    message: Message
    score: float
    why: Why
    before: Message | None = None
    after: Message | None = None


def index(position: int, contact_id: str, text: str) -> Indexed | None:
    """None for a line without any word that says something."""
    words = words_of(text)
    if not words:
        return None
    unlike = list(dict.fromkeys(words))
    return Indexed(
        position,
        contact_id,
        " ".join(keys(contact_id, unlike)),
        len(words),
        awaits_vector=len(unlike) >= _WORTH,
    )
