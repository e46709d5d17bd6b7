"""Orders and the elements they are owed to, in SQL: what was met is stored, whose an order is gets decided when asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.incentive import IncentiveKind
from chat_server.domain.shop import OrderStatus
from chat_server.domain.touch import TouchStep

from .followed import later
from .tables import contacts, incentives, issued_coupons, orders, response_events, touches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import TypeAlias

    from chat_server.domain.credit import Crediting, Which

    People: TypeAlias = "sa.CompoundSelect[Any] | Sequence[str]"

Column = sa.ColumnElement[Any]
_MET = (TouchStep.SHOWN, TouchStep.SEEN, TouchStep.NAMED)


def won(
    touch: Crediting, since: datetime | None, until: datetime | None, *, sqlite: bool
) -> sa.Select[Any]:
    """Person, number and time of each order of [since, until) that is the element's."""
    people = _people(touch, since, until)
    ranked = _ranked(touch.which, touch.days, since, until, people, sqlite=sqlite)
    return sa.select(ranked.c.contact_id, ranked.c.number, ranked.c.at).where(
        ranked.c.place == 1, ranked.c.element == touch.element
    )


def won_by_each(
    which: Which, days: int, since: datetime, until: datetime, *, sqlite: bool
) -> sa.Select[Any]:
    """Of every element how many orders of [since, until) are its own, and how many people's."""
    ranked = _ranked(which, days, since, until, None, sqlite=sqlite)
    people = sa.func.count(sa.distinct(ranked.c.contact_id))
    return (
        sa.select(ranked.c.element, sa.func.count(), people)
        .where(ranked.c.place == 1)
        .group_by(ranked.c.element)
    )


def owed(
    which: Which, days: int, until: datetime, people: Sequence[str], *, sqlite: bool
) -> sa.Select[Any]:
    """All orders of these people before then: person, number, time, and the element it is owed to."""
    ranked = _ranked(which, days, None, until, people, sqlite=sqlite)
    columns = (ranked.c.contact_id, ranked.c.number, ranked.c.at, ranked.c.element)
    return sa.select(*columns).where(ranked.c.place == 1)


def buyers(since: datetime, until: datetime) -> sa.Select[Any]:
    """People with an order of [since, until)."""
    orders_then = _bought(None, since, until).subquery("bought")
    return sa.select(orders_then.c.contact_id).distinct()


def _ranked(
    which: Which,
    days: int,
    since: datetime | None,
    until: datetime | None,
    people: People | None,
    *,
    sqlite: bool,
) -> sa.Subquery:
    """Every element that was met before every order, the one it is owed to in place 1; of these people, or of all."""
    bought = _bought(people, since, until).cte("bought")
    met, talked = touches.alias("met"), response_events.alias("talked")
    rows = sa.union_all(
        _before(bought, met.c.contact_id, met.c.element_code, met.c.at, days, sqlite=sqlite).where(
            met.c.step.in_(_MET)
        ),
        _before(
            bought,
            talked.c.contact_id,
            talked.c.element,
            talked.c.opened_at,
            days,
            sqlite=sqlite,
        ).where(talked.c.element.is_not(None)),
    ).subquery("rows")
    by: list[Column] = [rows.c.met_at, rows.c.element]
    turned = [one.asc() if which == "first" else one.desc() for one in by]
    place = sa.func.row_number().over(
        partition_by=(rows.c.contact_id, rows.c.number), order_by=turned
    )
    return sa.select(rows, place.label("place")).subquery("ranked")


def behind(
    touch: Crediting, since: datetime | None, until: datetime | None, *, sqlite: bool
) -> sa.Select[Any]:
    """The dialogues of [since, until) that people had in the window before such an order."""
    orders_won = won(touch, since, until, sqlite=sqlite).subquery("won")
    r = response_events.alias("had").c
    found = sa.select(r.conversation_id).where(
        r.contact_id == orders_won.c.contact_id,
        r.opened_at <= orders_won.c.at,
        orders_won.c.at <= later(r.opened_at, touch.days, sqlite=sqlite),
        *_within(r.opened_at, since, until),
    )
    return found.distinct().correlate(None)


def _before(
    bought: sa.CTE, person: Column, element: Column, at: Column, days: int, *, sqlite: bool
) -> sa.Select[Any]:
    return sa.select(
        bought.c.contact_id,
        bought.c.number,
        bought.c.at,
        element.label("element"),
        at.label("met_at"),
    ).where(
        person == bought.c.contact_id,
        at <= bought.c.at,
        bought.c.at <= later(at, days, sqlite=sqlite),
    )


def _bought(
    people: People | None, since: datetime | None, until: datetime | None
) -> sa.CompoundSelect[Any]:
    """Orders of these people, or of all: the shop's own, and those that only a coupon tells of."""

    def theirs(contact: Column) -> Column:
        return sa.true() if people is None else contact.in_(people)

    shops = (
        sa.select(
            contacts.c.id.label("contact_id"), orders.c.number, orders.c.placed_at.label("at")
        )
        .join(contacts, contacts.c.external_id == orders.c.customer_id)
        .where(
            orders.c.status != OrderStatus.CANCELLED,
            theirs(contacts.c.id),
            *_within(orders.c.placed_at, since, until),
        )
    )
    c = issued_coupons.c
    known = sa.select(orders.c.number).where(orders.c.number == c.order_number)
    first = sa.func.min(c.redeemed_at)
    by_coupon = (
        sa.select(c.contact_id, c.order_number, first.label("at"))
        .join(incentives, incentives.c.id == c.incentive_id)
        .join(contacts, contacts.c.id == c.contact_id)
        .where(
            c.order_number.is_not(None),
            incentives.c.kind != IncentiveKind.MONEY_BACK,
            theirs(c.contact_id),
            ~sa.exists(known.correlate(issued_coupons)),
        )
        .group_by(c.contact_id, c.order_number)
        .having(sa.and_(sa.true(), *_within(first, since, until)))
    )
    return sa.union_all(shops, by_coupon)


def _people(
    touch: Crediting, since: datetime | None, until: datetime | None
) -> sa.CompoundSelect[Any]:
    """Who met it longer before the period than the window cannot have an order in both."""
    t, r = touches.alias("theirs").c, response_events.alias("brought").c
    earliest = _before_by(since, touch.days)
    return sa.union(
        sa.select(t.contact_id).where(
            t.element_code == touch.element,
            t.step.in_(_MET),
            t.contact_id.is_not(None),
            *_within(t.at, earliest, until),
        ),
        sa.select(r.contact_id).where(
            r.element == touch.element, *_within(r.opened_at, earliest, until)
        ),
    )


def _before_by(moment: datetime | None, days: int) -> datetime | None:
    try:
        return moment - timedelta(days=days) if moment else None
    except OverflowError:
        return None


def _within(column: Column, since: datetime | None, until: datetime | None) -> list[Column]:
    bounds: list[Column] = []
    if since is not None:
        bounds.append(column >= since)
    if until is not None:
        bounds.append(column < until)
    return bounds
