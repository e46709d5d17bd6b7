"""Two contacts that turned out to be one person, and how they become two again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .facts.fact import OPEN, Fact, FactReason, FactState


@dataclass
class Merge:
    """What went from one contact to another when a signed identity proved that they are one.

    `contact` is the row that went, `moved` the ids of what went, by table; under `gave_way` are the facts, of both,
    that were no longer open then. `proof` is the digest of the signed token.
    """

    id: str
    inbox_id: str
    source_id: str
    target_id: str
    visitor_id: str
    at: datetime
    proof: str
    contact: dict[str, Any] = field(default_factory=dict)
    moved: dict[str, list[str]] = field(default_factory=dict)
    undone_at: datetime | None = None

    def went(self, what: str) -> list[str]:
        """Ids of one table."""
        return self.moved.get(what, [])

    def takes_back(self, fact: Fact) -> bool:
        """What came with the merge, and what was said since in a dialogue that came with it."""
        return fact.id in self.went("facts") or fact.conversation_id in self.went("conversations")


def part(facts: Sequence[Fact], merge: Merge) -> tuple[list[Fact], list[Fact]]:
    """Those that stay and those that go back; what gave way to a fact of the other side is open again."""
    going = {fact.id for fact in facts if merge.takes_back(fact)}
    staying = {fact.id for fact in facts} - going
    for fact in facts:
        others = staying if fact.id in going else going
        if fact.state not in OPEN and _parted(fact, merge, others):
            fact.state = FactState.CURRENT if fact.counted else FactState.UNCONFIRMED
            fact.reason = fact.ended_at = fact.superseded_by = None
    return (
        [fact for fact in facts if fact.id in staying],
        [fact for fact in facts if fact.id in going],
    )


def _parted(fact: Fact, merge: Merge, others: Collection[str]) -> bool:
    if fact.superseded_by is not None:
        return fact.superseded_by in others
    return fact.reason is FactReason.MERGED and fact.id in merge.went("gave_way")
