"""What statements do to the ledger, before it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from .fact import LAST, Fact, FactReason, FactSource, FactState


@dataclass(frozen=True)
class Origin:
    """Where statements come from. The same `ref` makes the same facts: a message's id, or one of its own."""

    contact_id: str
    source: FactSource
    at: datetime
    ref: str
    consent: str | None = None
    conversation_id: str | None = None
    message_id: str | None = None
    language: str | None = None

    @property
    def moment(self) -> tuple[datetime, str]:
        """As `Fact.moment`."""
        return self.at, self.message_id or LAST


@dataclass(frozen=True)
class Closing:
    """A held fact that becomes history."""

    fact: Fact
    state: FactState
    reason: FactReason
    at: datetime
    superseded_by: str | None = None


@dataclass
class Changes:
    """What came of it. `filed` are facts that were history when they were heard.

    `restated` are held ones that were said again: no change to what is known, only to when it was known last.
    `doubted` were heard for sure and are no longer, and `reopened` had given way to them.
    """

    added: list[Fact] = field(default_factory=list)
    unconfirmed: list[Fact] = field(default_factory=list)
    filed: list[Fact] = field(default_factory=list)
    confirmed: list[tuple[Fact, datetime]] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)
    restated: list[tuple[Fact, datetime]] = field(default_factory=list)
    doubted: list[tuple[Fact, float]] = field(default_factory=list)
    reopened: list[Fact] = field(default_factory=list)

    @property
    def new(self) -> list[Fact]:
        """All rows to be added."""
        return [*self.added, *self.unconfirmed, *self.filed]

    @property
    def superseded(self) -> list[Fact]:
        """Held facts that gave way."""
        return [one.fact for one in self.closings if one.state is FactState.SUPERSEDED]

    @property
    def ended(self) -> list[Fact]:
        """Held facts that hold no longer."""
        return [one.fact for one in self.closings if one.state is FactState.ENDED]

    def __bool__(self) -> bool:
        return bool(self.new or self.confirmed or self.closings or self.doubted)

    def apply(self) -> None:
        """To the held facts; the new ones are the caller's to keep."""
        for fact, at in self.restated:
            fact.confirmed_at = at
        for fact, at in self.confirmed:
            fact.confirm(at)
        for fact, confidence in self.doubted:
            fact.doubt(confidence)
        for fact in self.reopened:
            fact.open_again()
        for one in self.closings:
            one.fact.close(one.state, one.reason, one.at, one.superseded_by)
