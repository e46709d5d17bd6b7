"""What the hub already knows about the person, as the actions see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class KnownFact:
    """A current fact and the hub's id for it, so that a reply can say it used it."""

    id: str
    key: str
    value: str


@dataclass(frozen=True)
class Visitor:
    """Who is talking, from the hub's side of the turn: kept in the slot ``visitor``."""

    contact_id: str = ""
    identified: bool = False
    first_turn: bool = False
    returned_from_agent: bool = False
    facts: Mapping[str, KnownFact] = field(default_factory=dict)

    @classmethod
    def from_slot(cls, slot: Mapping[str, Any] | None) -> Visitor:
        """Read the slot; without one (a story test, a shell) nothing is known."""
        if not slot:
            return cls()
        facts = {
            item["key"]: KnownFact(item["id"], item["key"], item["value"])
            for item in slot.get("facts", [])
        }
        return cls(
            contact_id=slot.get("contact_id", ""),
            identified=bool(slot.get("identified")),
            first_turn=bool(slot.get("first_turn")),
            returned_from_agent=bool(slot.get("returned_from_agent")),
            facts=facts,
        )

    def fact(self, key: str) -> KnownFact | None:
        """The current fact under ``key``, if there is one."""
        return self.facts.get(key)

    def value(self, key: str) -> str | None:
        """The value of the current fact under ``key``."""
        known = self.facts.get(key)
        return known.value if known else None
