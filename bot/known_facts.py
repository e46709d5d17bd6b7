"""What the hub already knows about the person, as the actions see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

# Known for one thing, these say nothing about another: a size of boots is no size of a jacket.
_OF_ONE_PRODUCT = frozenset({"size", "colour", "budget"})


@dataclass(frozen=True)
class KnownFact:
    """A fact and the hub's id for it, so that a reply can say it used it.

    `sentence` says it to the person; `subject` is the order or product it is about; `quote` holds the words that said it,
    where they matter.
    """

    id: str
    key: str
    value: str
    state: str = "current"
    subject: str | None = None
    label: str = ""
    sentence: str = ""
    observed_at: str = ""
    valid_until: str | None = None
    quote: str = ""
    just_said: bool = False
    said_here: bool = False

    @property
    def said_at(self) -> datetime | None:
        """When it was said last."""
        return time_of(self.observed_at)

    @property
    def due(self) -> datetime | None:
        """Until when it holds, or by when it was promised."""
        return time_of(self.valid_until)


_FIELDS = {one.name for one in fields(KnownFact)}


@dataclass(frozen=True)
class Visitor:
    """Who is talking, from the hub's side of the turn: kept in the slot ``visitor``.

    ``human_stretch`` numbers the last time people talked to each other here; ``note`` is what was left for the bot then.
    ``remembers`` is false when they want nothing to be remembered. ``heard`` are the kinds of facts in this message. ``facts`` may be used, ``doubtful`` ones may only be asked about; both in the order in which they were said.
    """

    contact_id: str = ""
    identified: bool = False
    first_turn: bool = False
    human_stretch: int = 0
    note: str = ""
    locale: str = "en"
    remembers: bool = True
    heard: tuple[str, ...] = ()
    facts: tuple[KnownFact, ...] = ()
    doubtful: tuple[KnownFact, ...] = ()

    @classmethod
    def from_slot(cls, slot: Mapping[str, Any] | None) -> Visitor:
        """Read the slot; without one (a story test, a shell) nothing is known."""
        if not slot:
            return cls()
        told = [
            KnownFact(**{name: item[name] for name in item if name in _FIELDS})
            for item in slot.get("facts", [])
        ]
        return cls(
            contact_id=slot.get("contact_id", ""),
            identified=bool(slot.get("identified")),
            first_turn=bool(slot.get("first_turn")),
            human_stretch=int(slot.get("human_stretch") or 0),
            note=str(slot.get("note") or ""),
            locale=str(slot.get("locale") or "en"),
            remembers=slot.get("remembers") is not False,
            heard=tuple(slot.get("heard") or ()),
            facts=tuple(fact for fact in told if fact.state == "current"),
            doubtful=tuple(fact for fact in told if fact.state == "unconfirmed"),
        )

    def fact(self, key: str, about: str | None = None) -> KnownFact | None:
        """The one said last under ``key``: of ``about`` if there is one, else of the person as such."""
        found = [fact for fact in self.facts if fact.key == key]
        if about is not None:
            name = about.casefold()
            of_it = [fact for fact in found if fact.subject and fact.subject.casefold() in name]
            if of_it:
                return of_it[-1]
        if key in _OF_ONE_PRODUCT:
            found = [fact for fact in found if fact.subject is None]
        return found[-1] if found else None

    def doubt(self, key: str) -> KnownFact | None:
        """What was heard last under ``key`` and may only be asked about."""
        return next((fact for fact in reversed(self.doubtful) if fact.key == key), None)

    def value(self, key: str) -> str | None:
        """The value of that fact."""
        known = self.fact(key)
        return known.value if known else None


def time_of(written: str | None) -> datetime | None:
    """A time as the hub writes it."""
    try:
        return datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
