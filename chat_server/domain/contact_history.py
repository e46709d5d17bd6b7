"""One contact's history over every way they and the shop had to do with each other, newest first."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .errors import Invalid
from .ids import event_id

LONGEST_NOTE = 2_000


class HistoryKind(StrEnum):
    """In the order in which what happened at one moment is shown."""

    CALL_NOTE = "call_note"
    DIALOGUE = "dialogue"
    ORDER = "order"
    COUPON_REDEEMED = "coupon_redeemed"
    COUPON_GIVEN = "coupon_given"
    POINTS = "points"
    MAIL = "mail"
    NEWSLETTER = "newsletter"
    CONSENT = "consent"
    REVEAL = "reveal"


_RANKS = {kind: rank for rank, kind in enumerate(HistoryKind)}


@dataclass(frozen=True)
class HistoryEntry:
    """What a kind has no use for is None.

    `name` is what it is of (a campaign, an incentive, a purpose, products); `state` a word that programs know;
    `number` of an order or a coupon's code; `by` a colleague's name.
    """

    kind: HistoryKind
    id: str
    at: datetime
    conversation_id: str | None = None
    by: str | None = None
    name: str | None = None
    state: str | None = None
    text: str | None = None
    number: str | None = None
    cents: int | None = None
    currency: str | None = None
    points: int | None = None


@dataclass(frozen=True)
class HistoryPlace:
    """Where in a history somebody is."""

    at: datetime
    kind: HistoryKind
    id: str

    @property
    def name(self) -> str:
        """For a cursor."""
        return f"{self.kind}:{self.id}"

    @classmethod
    def read(cls, at: datetime, name: str) -> HistoryPlace:
        """Raises Invalid for what `name` never gave."""
        kind, _, entry_id = name.partition(":")
        if kind not in _RANKS or not entry_id:
            raise Invalid("This cursor is none of ours.", {"cursor": "unknown"})
        return cls(at, HistoryKind(kind), entry_id)

    def shows(self, kind: HistoryKind) -> tuple[bool, bool]:
        """Of entries of this moment: whether those of a kind come after this place, all of them or by their ids."""
        mine, other = _RANKS[self.kind], _RANKS[kind]
        return other > mine, other == mine


@dataclass
class CallNote:
    """What an agent wrote of a call, or of any other talk outside of the chat."""

    id: str
    contact_id: str
    agent_id: str
    agent_name: str
    at: datetime
    text: str


def note_id(contact_id: str, key: str) -> str:
    """One a contact and key."""
    return event_id("call_note", contact_id, key)


def newest(parts: Sequence[Iterable[HistoryEntry]], most: int) -> list[HistoryEntry]:
    """Of parts that are each of one kind and newest first."""

    def place(entry: HistoryEntry) -> tuple[float, int]:
        return -entry.at.timestamp(), _RANKS[entry.kind]

    return list(heapq.merge(*parts, key=place))[:most]
