"""What a contact said, as agents find it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

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


class RecallResult(Outbound):
    """Best first. `allowed` is false of a contact who does not want to be remembered, `by_meaning` when words alone were compared."""

    items: list[RecallItem]
    allowed: bool
    by_meaning: bool
