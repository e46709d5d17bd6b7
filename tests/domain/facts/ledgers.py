"""A ledger in memory, heard message by message."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Changes, Origin
from chat_server.domain.facts.fact import Fact, FactSource, FactState, Forgotten
from chat_server.domain.facts.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

START = datetime(2026, 5, 1, 12, tzinfo=UTC)


def at(minute: float) -> datetime:
    """So many minutes after the beginning."""
    return START + timedelta(minutes=minute)


def says(key: str, value: str | None, confidence: float = 0.9, **rest: object) -> Statement:
    """A statement."""
    return Statement(key, value, confidence, **rest)  # type: ignore[arg-type]


@dataclass
class Paper:
    """All facts of one contact in every state, as a store would keep them."""

    facts: list[Fact] = field(default_factory=list)
    forgotten: list[Forgotten] = field(default_factory=list)

    def hear(
        self,
        minute: float,
        *statements: Statement,
        source: FactSource = FactSource.VISITOR,
        message: str | None = None,
    ) -> Changes:
        ref = message or f"m{minute:09.3f}"
        said = source is FactSource.VISITOR
        origin = Origin("c", source, at(minute), ref, "default", "d", ref if said else None, "en")
        return self.enter(ledger.hear(self.held(at(minute)), statements, origin, self.forgotten))

    def correct(self, minute: float, fact: Fact, value: str) -> Changes:
        origin = Origin("c", FactSource.VISITOR, at(minute), f"correction-{minute}")
        return self.enter(ledger.correct(self.held(at(minute)), fact, value, origin))

    def enter(self, changes: Changes) -> Changes:
        changes.apply()
        self.facts += changes.new
        return changes

    def held(self, since: datetime) -> Sequence[Fact]:
        """What a store hands to the ledger: the open ones, what ended since, what standing sources said."""
        return [
            fact
            for fact in self.facts
            if fact.ended_at is None or fact.ended_at >= since or fact.source is FactSource.IDENTITY
        ]

    def current(self, key: str) -> list[str]:
        """Values that hold, oldest first."""
        return [fact.value for fact in self.in_state(FactState.CURRENT) if fact.key == key]

    def waiting(self, key: str) -> list[str]:
        """Values to be confirmed."""
        return [fact.value for fact in self.in_state(FactState.UNCONFIRMED) if fact.key == key]

    def in_state(self, state: FactState) -> list[Fact]:
        found = [fact for fact in self.facts if fact.state is state]
        return sorted(found, key=lambda fact: fact.moment)

    def the(self, value: str) -> Fact:
        """The newest row with this value."""
        return [fact for fact in self.facts if fact.value == value][-1]

    def snapshot(self) -> list[tuple[object, ...]]:
        """Everything that could change."""
        return [
            (fact.id, fact.value, fact.state, fact.superseded_by, fact.ended_at, fact.confirmed_at)
            for fact in self.facts
        ]
