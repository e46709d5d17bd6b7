"""Orders as the statistics see them: whose, on which day, worth how much, of what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import fmean

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Purchase:
    """One order that was not cancelled."""

    customer_id: str
    at: datetime
    cents: int
    skus: frozenset[str]


@dataclass(frozen=True)
class Summary:
    """A customer's purchases as the models want them; times in weeks since the first purchase.

    Several orders of one day are one purchase. `repeats` are those after the first, `last` is when the last of them was,
    `age` how long ago the first was; `mean_cents` is of repeats alone, for the first one says little about them.
    """

    customer_id: str
    repeats: int
    last: float
    age: float
    mean_cents: float
    orders: int
    spent_cents: int
    last_at: datetime


def by_customer(purchases: Iterable[Purchase]) -> dict[str, list[Purchase]]:
    """Oldest first."""
    found: dict[str, list[Purchase]] = {}
    for purchase in sorted(purchases, key=lambda one: one.at):
        found.setdefault(purchase.customer_id, []).append(purchase)
    return found


def summarise(purchases: Iterable[Purchase], at: datetime) -> list[Summary]:
    """Everybody who bought before `at`."""
    return [
        _summary(customer_id, own, at)
        for customer_id, own in by_customer(one for one in purchases if one.at < at).items()
    ]


def _summary(customer_id: str, own: list[Purchase], at: datetime) -> Summary:
    days: dict[datetime, int] = {}
    for purchase in own:
        day = _day(purchase.at)
        days[day] = days.get(day, 0) + purchase.cents
    first, last = min(days), max(days)
    repeats = [cents for day, cents in days.items() if day != first]
    return Summary(
        customer_id=customer_id,
        repeats=len(repeats),
        last=(last - first) / _WEEK,
        # Who bought for the first time today has been here for a part of a day.
        age=max((_day(at) - first) / _WEEK, (last - first) / _WEEK, _DAY / _WEEK),
        mean_cents=fmean(repeats) if repeats else 0.0,
        orders=len(own),
        spent_cents=sum(purchase.cents for purchase in own),
        last_at=own[-1].at,
    )


def _day(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
