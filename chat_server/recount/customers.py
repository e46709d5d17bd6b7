"""`/reports/customers`: people counted anew from the shop's orders; the forecast's formulas are the page's own, what they are of is not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from math import ceil, comb
from statistics import fmean
from typing import TYPE_CHECKING

from chat_server.domain.customers import together
from chat_server.domain.customers.outlook import Outlook, forecast
from chat_server.domain.customers.purchases import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chat_server.services.customers import CustomerReport, Listed

    from .rows import Bought, Rows

Figures = dict[str, object]
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_LISTED, _FEWEST, _MOST_OWN, _FIFTHS = 25, 5, 60, 5
_RECENCIES, _FREQUENCIES = ("recent", "cooling", "cold"), ("once", "some", "often")


def shown(report: CustomerReport) -> Figures:
    """The page's figures; who is listed goes by their place."""
    book = report.book
    if book is None:
        return {}
    expected = book.forecast
    return {
        "currency": book.currency,
        "customers": expected.customers,
        "repeaters": expected.repeaters,
        "purchases": expected.purchases,
        "value_cents": expected.value_cents,
        "likeness": expected.likeness,
        "lines": [book.lines.recent, book.lines.cooling, book.lines.often],
        "grid": {
            f"{one.recency} {one.frequency}": [one.customers, one.orders, one.spent_cents]
            for one in book.grid
        },
        "win back": _listed(report.win_back),
        "most valuable": _listed(report.most_valuable),
        "together": {
            f"{one.first} {one.second}": {"customers": one.both, "lift": one.lift}
            for one in book.pairs
        },
        "pairs_looked_at": book.pairs_looked_at,
    }


def counted(rows: Rows, at: datetime) -> Figures:
    """The same from the orders as they lie there, as of the same moment."""
    if not rows.currencies:
        return {}
    # The first by name of several would be as good; the page takes any.
    currency = max(sorted(rows.currencies), key=lambda one: rows.currencies[one])
    bought: dict[str, list[Bought]] = defaultdict(list)
    for order in sorted(rows.orders, key=lambda one: one.placed_at):
        if order.currency == currency:
            bought[order.customer_id or ""].append(order)
    if not bought:
        return {}
    people = {
        who: _summary(who, [one for one in own if one.placed_at <= at], at)
        for who, own in bought.items()
        if own[0].placed_at <= at
    }
    expected = forecast(list(people.values()))
    lines = _lines(people, at)
    scores = _scores(people)
    known = _known(rows)

    def listed(found: Sequence[Outlook]) -> dict[str, Figures]:
        return {
            str(place): _row(one, known.get(who), scores[who])
            for place, one in enumerate(found[:_LISTED])
            for who in (one.summary.customer_id,)
        }

    gone = [one for one in expected.outlooks if one.alive < 1 / 2 and one.at_stake_cents > 0]
    pairs, looked_at = _together(bought.values())
    return {
        "currency": currency,
        "customers": len(people),
        "repeaters": sum(one.repeats > 0 for one in people.values()),
        "purchases": sum(one.purchases for one in expected.outlooks),
        "value_cents": sum(one.value_cents for one in expected.outlooks),
        "likeness": expected.likeness,
        "lines": list(lines),
        "grid": _grid(people, at, lines),
        "win back": listed(
            sorted(gone, key=lambda one: (-one.at_stake_cents, one.summary.customer_id))
        ),
        "most valuable": listed(
            sorted(expected.outlooks, key=lambda one: (-one.value_cents, one.summary.customer_id))
        ),
        "together": pairs,
        "pairs_looked_at": looked_at,
    }


def _listed(found: Iterable[Listed]) -> dict[str, Figures]:
    return {
        str(place): _row(one.outlook, one.contact_id, one.scores) for place, one in enumerate(found)
    }


def _row(one: Outlook, contact_id: str | None, scores: tuple[int, int, int]) -> Figures:
    return {
        "contact_id": contact_id,
        "scores": scores,
        "orders": one.summary.orders,
        "spent_cents": one.summary.spent_cents,
        "last_at": one.summary.last_at,
        "alive": one.alive,
        "purchases": one.purchases,
        "value_cents": one.value_cents,
        "at_stake_cents": one.at_stake_cents,
    }


def _known(rows: Rows) -> dict[str, str]:
    """The contact that was seen last, of each customer."""
    found: dict[str, tuple[datetime, str]] = {}
    for one in rows.people:
        if one.external_id and one.last_seen_at:
            found[one.external_id] = max(
                found.get(one.external_id, (one.last_seen_at, one.id)), (one.last_seen_at, one.id)
            )
    return {customer: contact for customer, (_, contact) in found.items()}


def _summary(who: str, own: Sequence[Bought], at: datetime) -> Summary:
    """Orders of one day are one purchase; money is that of purchases after the first."""
    spent: Counter[datetime] = Counter()
    for one in own:
        spent[_midnight(one.placed_at)] += one.total_cents
    first, *later = sorted(spent)
    last = (max(later, default=first) - first) / _WEEK
    return Summary(
        customer_id=who,
        repeats=len(later),
        last=last,
        age=max((_midnight(at) - first) / _WEEK, last, 1 / 7),
        mean_cents=fmean([spent[day] for day in later]) if later else 0.0,
        orders=len(own),
        spent_cents=sum(one.total_cents for one in own),
        last_at=own[-1].placed_at,
    )


def _lines(people: Mapping[str, Summary], at: datetime) -> tuple[int, int, int]:
    """Thirds of the days since the last order; the middle one of those who came again."""
    ages = sorted((at - one.last_at) / _DAY for one in people.values())
    recent, cooling = (_third(ages, 1), _third(ages, 2)) if len(ages) > 1 else (30.0, 90.0)
    again = sorted(one.orders for one in people.values() if one.orders > 1)
    near = max(1, ceil(recent))
    often = again[len(again) // 2] if again else 0
    return near, max(near + 1, ceil(cooling)), max(3, often)


def _third(ages: Sequence[float], which: int) -> float:
    place, rest = divmod(which * (len(ages) + 1), 3)
    place = min(max(place, 1), len(ages) - 1)
    rest = which * (len(ages) + 1) - place * 3
    return (ages[place - 1] * (3 - rest) + ages[place] * rest) / 3


def _grid(
    people: Mapping[str, Summary], at: datetime, lines: tuple[int, int, int]
) -> dict[str, list[int]]:
    recent, cooling, often = lines
    grid = {f"{one} {other}": [0, 0, 0] for one in _RECENCIES for other in _FREQUENCIES}
    for one in people.values():
        days = (at - one.last_at) / _DAY
        recency = _RECENCIES[(days > recent) + (days > cooling)]
        square = grid[f"{recency} {_FREQUENCIES[(one.orders > 1) + (one.orders >= often)]}"]
        for place, more in enumerate((1, one.orders, one.spent_cents)):
            square[place] += more
    return grid


def _scores(people: Mapping[str, Summary]) -> dict[str, tuple[int, int, int]]:
    """Fifths by how many others have less."""
    dates = sorted(one.last_at.timestamp() for one in people.values())
    orders = sorted(float(one.orders) for one in people.values())
    cents = sorted(float(one.spent_cents) for one in people.values())

    def score(values: list[float], own: float) -> int:
        return 1 + _FIFTHS * bisect_left(values, own) // len(values)

    return {
        who: (
            score(dates, one.last_at.timestamp()),
            score(orders, one.orders),
            score(cents, one.spent_cents),
        )
        for who, one in people.items()
    }


def _together(found: Iterable[Sequence[Bought]]) -> tuple[dict[str, Figures], int]:
    baskets = [{sku for one in own for sku in one.skus} for own in found]
    alone = Counter(sku for basket in baskets for sku in basket)
    both = Counter(
        pair
        for basket in baskets
        if len(basket) <= _MOST_OWN
        for pair in combinations(sorted(basket), 2)
    )
    pairs, _ = together.pairs(together.Bought(len(baskets), alone, both))
    shown_pairs: dict[str, Figures] = {
        f"{one.first} {one.second}": {
            "customers": both[one.first, one.second],
            "lift": both[one.first, one.second]
            * len(baskets)
            / (alone[one.first] * alone[one.second]),
        }
        for one in pairs
    }
    return shown_pairs, comb(sum(count >= _FEWEST for count in alone.values()), 2)


def _midnight(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
