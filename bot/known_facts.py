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
    """Who is talking, from the hub's side of the turn: kept in the slot ``visitor``.

    ``human_stretch`` numbers the last time people talked to each other here; ``note`` is what was left for the bot then.
    """

    contact_id: str = ""
    identified: bool = False
    first_turn: bool = False
    human_stretch: int = 0
    note: str = ""
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
            human_stretch=int(slot.get("human_stretch") or 0),
            note=str(slot.get("note") or ""),
            facts=facts,
        )

    def fact(self, key: str) -> KnownFact | None:
        """The current fact under ``key``, if there is one."""
        return self.facts.get(key)

    def value(self, key: str) -> str | None:
        """The value of the current fact under ``key``."""
        known = self.facts.get(key)
        return known.value if known else None
