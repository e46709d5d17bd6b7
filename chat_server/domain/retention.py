"""For how long what is kept for a purpose is kept at all, whatever was allowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

# The bot keeps a dialogue for so long; what goes earlier would have to be told to it.
LEAST_DAYS = 30
_MOST_DAYS = 36_500


class KeptFor(StrEnum):
    """Why something is kept.

    `service`: the whole person, from their last word on; `memory`: facts and what is found again; `marketing`: newsletters
    sent; `analytics`: who met which element, and by which browser a link was followed; `experiments`: who saw which
    variant of an experiment that has ended, and did nothing that counts in it.
    """

    SERVICE = "service"
    MEMORY = "memory"
    MARKETING = "marketing"
    ANALYTICS = "analytics"
    EXPERIMENTS = "experiments"


@dataclass
class Sweep:
    """The last one for a purpose: what was older than `before` is gone; `gone` counts that of all sweeps so far."""

    purpose: KeptFor
    before: datetime
    swept_at: datetime
    gone: int


@dataclass(frozen=True)
class Retention:
    """Days by purpose; what is kept for a purpose that is not there stays until somebody erases it."""

    days: Mapping[KeptFor, int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Retention:
        """Of "service=730, memory=365"; raises ValueError."""
        days: dict[KeptFor, int] = {}
        for part in filter(None, (each.strip() for each in text.split(","))):
            purpose, _, number = (each.strip() for each in part.partition("="))
            if not (number.isascii() and number.isdigit()) or purpose in days:
                raise ValueError(part)
            if not LEAST_DAYS <= int(number) <= _MOST_DAYS:
                raise ValueError(part)
            days[KeptFor(purpose)] = int(number)
        return cls(days)

    def before(self, purpose: KeptFor, now: datetime) -> datetime | None:
        """What is older goes; None when nothing does."""
        days = self.days.get(purpose)
        return None if days is None else now - timedelta(days=days)
