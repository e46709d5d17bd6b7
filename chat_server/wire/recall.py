"""What a contact said, as agents find it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from .base import Outbound


class RecallItem(Outbound):
    """One statement; `why` is what led to it, `before` and `after` are the lines beside it."""

    conversation_id: str
    message_id: str
    seq: int
    at: datetime
    quote: str
    score: float
    why: Literal["words", "meaning", "both"]
    before: str | None
    after: str | None


class RecalledNote(Outbound):
    """A note of a call, in the words of who took it; 1 has every word that was asked for."""

    id: str
    at: datetime
    by: str
    text: str
    score: float


class RecallResult(Outbound):
    """Best first, what they said and then notes of calls with them. `allowed` is false of a contact who does not want to be remembered, `by_meaning` when words alone were compared."""

    items: list[RecallItem]
    notes: list[RecalledNote] = Field(default_factory=list)
    allowed: bool
    by_meaning: bool
