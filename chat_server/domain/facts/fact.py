"""One line of the ledger: what is held, from where, and until when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FactState(StrEnum):
    """Only `CURRENT` facts are used; `UNCONFIRMED` ones wait to be confirmed, the others are history."""

    CURRENT = "current"
    UNCONFIRMED = "unconfirmed"
    SUPERSEDED = "superseded"
    ENDED = "ended"


# From this confidence on a statement counts without being confirmed.
SURE = 0.8
OPEN = frozenset({FactState.CURRENT, FactState.UNCONFIRMED})


class FactSource(StrEnum):
    """Who stated it; a form is the visitor's too, but asked for one thing and nothing else."""

    VISITOR = "visitor"
    FORM = "form"
    AGENT = "agent"
    IDENTITY = "identity"
    SHOP = "shop"


# They say the same with every visit: repeating it is no news, and no reason to undo what was said since.
STANDING = frozenset({FactSource.IDENTITY, FactSource.SHOP})


class FactReason(StrEnum):
    """Why a fact is history."""

    NEWER = "newer"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SOLVED = "solved"
    MERGED = "merged"


@dataclass
class Fact:
    """One statement; `start` and `end` are the characters of the source message that say it.

    Only its state changes and how sure it is, never what it says. `subject` is the order or product it is about; `consent`
    the answer that allowed keeping it (or "default"); `reason` says why it holds no longer. At `confirmed_at`
    it was confirmed or said again.
    """

    id: str
    contact_id: str
    key: str
    value: str
    source: FactSource
    confidence: float
    observed_at: datetime
    state: FactState = FactState.CURRENT
    conversation_id: str | None = None
    message_id: str | None = None
    start: int | None = None
    end: int | None = None
    superseded_by: str | None = None
    ended_at: datetime | None = None
    subject: str | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    confirmed_at: datetime | None = None
    consent: str | None = None
    language: str | None = None
    reason: FactReason | None = None

    @property
    def since(self) -> datetime:
        """When it was said last: confirmed, repeated, or the first time."""
        return self.confirmed_at or self.observed_at

    @property
    def moment(self) -> tuple[datetime, str]:
        """Its place in time; of equal times the message's id decides, and what was stated without one is last."""
        return self.since, (self.message_id if self.confirmed_at is None else None) or LAST

    @property
    def counted(self) -> bool:
        """Whether it counts or ever did."""
        return (
            self.state is FactState.CURRENT
            or self.confidence >= SURE
            or self.confirmed_at is not None
        )

    def close(
        self, state: FactState, reason: FactReason, at: datetime, superseded_by: str | None = None
    ) -> None:
        """It is history from `at` on."""
        self.state, self.reason, self.ended_at = state, reason, at
        self.superseded_by = superseded_by

    def doubt(self, confidence: float) -> None:
        """It may have been heard wrongly: it waits to be confirmed."""
        self.state, self.confidence = FactState.UNCONFIRMED, confidence

    def open_again(self) -> None:
        """What took its place is in doubt."""
        self.state = FactState.CURRENT
        self.reason = self.ended_at = self.superseded_by = None

    def confirm(self, at: datetime) -> None:
        """What was heard badly was right."""
        self.state, self.confirmed_at = FactState.CURRENT, at


# Greater than any id.
LAST = "~"


@dataclass
class Forgotten:
    """What must not be heard again from old messages: a digest of the value, never the value."""

    id: str
    contact_id: str
    key: str
    digest: str
    at: datetime


def value_digest(key: str, value: str) -> str:
    """The same for the same value however it is written."""
    return hashlib.sha256(f"{key}\x1f{folded(value)}".encode()).hexdigest()


def folded(value: str) -> str:
    """Two values that differ in this differ; in the case of letters they may."""
    return value.casefold()
