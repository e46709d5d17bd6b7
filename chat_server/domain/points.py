"""A contact's points: lines that are only ever added, and their sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .errors import Conflict, Invalid
from .ids import event_id


@dataclass(frozen=True)
class Gift:
    """Points to be given, or taken where below zero; the same `key` again is the same gift."""

    change: int
    reason: str
    key: str


@dataclass
class PointsLine:
    """`change` is never zero."""

    id: str
    contact_id: str
    change: int
    reason: str
    at: datetime
    by_kind: str
    by_id: str | None = None
    conversation_id: str | None = None
    coupon_id: str | None = None


def line_id(contact_id: str, key: str) -> str:
    """One a contact and key."""
    return event_id("points", contact_id, key)


def require_covered(balance: int, change: int) -> None:
    """Nobody owes points."""
    if change == 0:
        raise Invalid("Give or take at least one point.", {"change": "not zero"})
    if change < 0 and balance + change < 0:
        raise Conflict("There are not so many points.", {"change": "not_covered"})
