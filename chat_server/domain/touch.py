"""That somebody met a response element: each step of the way is kept once a person and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from .ids import event_id


class TouchStep(StrEnum):
    """What can happen before there is a dialogue; `robot` is an opening that nobody made."""

    ROBOT = "robot"
    OPENED = "opened"
    SHOWN = "shown"
    SEEN = "seen"
    NAMED = "named"


@dataclass
class Touch:
    """`person` is the digest of a browser that is nobody yet; from `shown` on it is a contact."""

    id: str
    element_code: str
    step: TouchStep
    at: datetime
    person: str | None = None
    contact_id: str | None = None


def touch(
    code: str,
    step: TouchStep,
    at: datetime,
    *,
    person: str | None = None,
    contact_id: str | None = None,
) -> Touch:
    """The same step of the same person on the same UTC day has the same id."""
    day = at.astimezone(UTC).date().isoformat()
    made = event_id("touch", code, step, contact_id or person or "", day)
    return Touch(made, code, step, at, person, contact_id)
