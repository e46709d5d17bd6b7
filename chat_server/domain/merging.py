"""Two contacts that turned out to be one person, and how they become two again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .facts.fact import Fact


@dataclass
class Merge:
    """What went from one contact to another when a signed identity proved that they are one.

    `contact` is the row that went, `moved` the ids of what went, by table; under `gave_way` are the facts, of both,
    that were no longer open then. `proof` is the digest of the signed token. `touched` is what the words of one side
    did since to facts of the other, by the fact's id: see `parting`.
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
    touched: dict[str, dict[str, Any]] = field(default_factory=dict)

    def went(self, what: str) -> list[str]:
        """Ids of one table."""
        return self.moved.get(what, [])

    def is_from_source(self, dialogue: str | None) -> bool:
        """Whose words are said there; what is said in no dialogue is the target's."""
        return dialogue in self.went("conversations")

    def takes_back(self, fact: Fact) -> bool:
        """What came with the merge, and what was said since in a dialogue that came with it."""
        return fact.id in self.went("facts") or self.is_from_source(fact.conversation_id)
