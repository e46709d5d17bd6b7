"""An experiment from its draft to its end, and who saw what in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from chat_server.domain.errors import Conflict, Invalid
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id

from .assignment import variant_of
from .design import Comparison, Design, Variant, check, comparisons
from .outcomes import OUTCOMES, OutcomeKey

# What the id of an exposure's line is made with.
EXPOSED = "exposed"
LONGEST_WINDOW = 90 * 24
_SMALLEST, _LARGEST = 0.001, 0.5


class State(StrEnum):
    """Only a draft may be changed."""

    DRAFT = "draft"
    RUNNING = "running"
    ENDED = "ended"


@dataclass
class Experiment:
    """Somebody who saw their variant has `window_hours` to respond; `effect` is the smallest difference worth having.

    `baseline` is the share that was expected when it was planned. `variants` as `plain` makes them.
    """

    id: str
    inbox_id: str
    name: str
    design: Design
    variants: list[dict[str, object]]
    goal: OutcomeKey
    effect: float
    baseline: float
    window_hours: int
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def state(self) -> State:
        if self.started_at is None:
            return State.DRAFT
        return State.RUNNING if self.ended_at is None else State.ENDED

    @property
    def arms(self) -> list[Variant]:
        return [_variant(row) for row in self.variants]

    @property
    def weights(self) -> list[float]:
        return [one.weight for one in self.arms]

    @property
    def window(self) -> timedelta:
        return timedelta(hours=self.window_hours)

    def comparisons(self) -> list[Comparison]:
        return comparisons(self.design, self.arms)

    def check(self) -> None:
        """Raises Invalid for what could not be told afterwards."""
        if not self.name.strip():
            raise Invalid("The experiment needs a name.", {"name": "empty"})
        if OUTCOMES[self.goal].guardrail:
            reason = "This is out of those with a dialogue, whom the greeting chose: a guardrail, no goal."
            raise Invalid(reason, {"goal": reason})
        if not _SMALLEST <= self.effect <= _LARGEST:
            reason = f"The difference that matters lies between {_SMALLEST} and {_LARGEST}."
            raise Invalid(reason, {"effect": reason})
        if not 0 < self.baseline < 1:
            reason = "The share now lies between 0 and 1."
            raise Invalid(reason, {"baseline": reason})
        if not 1 <= self.window_hours <= LONGEST_WINDOW:
            reason = f"People have between 1 and {LONGEST_WINDOW} hours to respond."
            raise Invalid(reason, {"window_hours": reason})
        check(self.design, self.arms)

    def require_draft(self) -> None:
        if self.state is not State.DRAFT:
            raise Conflict(
                "This experiment has started; what it is about cannot be changed any more."
            )

    def start(self, now: datetime) -> None:
        self.require_draft()
        self.check()
        self.started_at = now

    def end(self, now: datetime) -> None:
        """What was seen until now still counts when its time to respond is over."""
        if self.state is not State.RUNNING:
            raise Conflict("This experiment is not running.")
        self.ended_at = now

    def variant_for(self, contact_id: str, first: Exposure | None) -> int:
        """What they saw first stays theirs, also when two browsers turned out to be one person's."""
        return first.variant if first else variant_of(contact_id, self.id, self.weights)

    def expose(self, exposure_id: str, contact_id: str, variant: int, now: datetime) -> Exposure:
        return Exposure(exposure_id, self.id, contact_id, variant, now, now + self.window)


@dataclass
class Exposure:
    """A contact saw a variant, by its place; what they do in [at, until) is its outcome.

    Its id is drawn, not made of the contact's: after an erasure nothing leads from the one to the other.
    """

    id: str
    experiment_id: str
    contact_id: str
    variant: int
    at: datetime
    until: datetime


def exposed(experiment: Experiment, exposure: Exposure) -> Event:
    """The line of the log."""
    return Event(
        id=event_id(EXPOSED, exposure.id),
        type=EventType.EXPOSED,
        at=exposure.at,
        inbox_id=experiment.inbox_id,
        actor_kind="visitor",
        contact_id=exposure.contact_id,
        data={
            "experiment": experiment.id,
            "variant": experiment.arms[exposure.variant].name,
            "until": exposure.until.isoformat(),
        },
    )


def plain(variants: Sequence[Variant]) -> list[dict[str, object]]:
    """As they are kept."""
    return [
        {"name": v.name, "weight": v.weight, "greeting": v.greeting, "replies": list(v.replies)}
        for v in variants
    ]


def _variant(row: Mapping[str, object]) -> Variant:
    weight, replies = row["weight"], row.get("replies")
    return Variant(
        name=str(row["name"]),
        weight=float(weight) if isinstance(weight, (int, float)) else 0.0,
        greeting=str(row["greeting"]),
        replies=tuple(map(str, replies)) if isinstance(replies, list) else (),
    )
