"""What was said in a dialogue, with all that listening to it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .message import AuthorKind


@dataclass(frozen=True)
class Spoken:
    """A visitor's or an agent's message in the order of the log; `question` is what the bot or an agent said before it.

    `heard` says that a turn of the bot has listened to it.
    """

    position: int
    author: AuthorKind
    message_id: str
    conversation_id: str
    contact_id: str
    inbox_id: str
    locale: str
    text: str
    content: dict[str, object]
    at: datetime
    question: str | None = None
    heard: bool = False
