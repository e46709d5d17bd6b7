"""What came of offers made in dialogues: by whom they were made, why, and of which product."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

# An order later than that owes nothing to an offer.
OFFER_DAYS = 14
STEPS = ("made", "accepted", "declined", "known", "ordered")
GROUPS = ("all", "by", "why", "sku")
_EVERY = "all"


@dataclass(frozen=True)
class OfferPick:
    """Dialogues with an offer that came as far as `step`; `value` says which of the `group`, and is empty for all."""

    step: str
    group: str
    value: str


@dataclass(frozen=True)
class OfferLine:
    """A product that was offered in a dialogue. `known`: it is a customer whose orders the shop tells us of."""

    conversation_id: str
    sku: str
    by: str
    why: str
    accepted: bool
    declined: bool
    known: bool
    ordered: bool

    def of(self, group: str) -> str:
        """Which of the group it is."""
        return {"by": self.by, "why": self.why, "sku": self.sku}.get(group, _EVERY)


@dataclass
class Taken:
    """Dialogues, each counted once."""

    made: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    declined: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    ordered: set[str] = field(default_factory=set)

    def add(self, line: OfferLine) -> None:
        """One more offer."""
        self.made.add(line.conversation_id)
        for step in STEPS[1:]:
            if getattr(line, step):
                getattr(self, step).add(line.conversation_id)


def counted(lines: Iterable[OfferLine], group: str = _EVERY) -> dict[str, Taken]:
    """By what they are of the group, most frequent first."""
    found: dict[str, Taken] = {}
    for line in lines:
        found.setdefault(line.of(group), Taken()).add(line)
    ranked = sorted(found, key=lambda name: (-len(found[name].made), name))
    return {name: found[name] for name in ranked}


def pick_of(written: str) -> OfferPick | None:
    """From `step.group.value`, as `ordered.by.bot`; None for anything else."""
    step, _, rest = written.partition(".")
    group, _, value = rest.partition(".")
    if step not in STEPS or group not in GROUPS or (group == _EVERY) != (value == ""):
        return None
    return OfferPick(step, group, value)
