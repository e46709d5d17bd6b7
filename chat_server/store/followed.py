"""What followed a dialogue, in SQL over its response event."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.incentive import IncentiveKind
from chat_server.domain.shop import OrderStatus

from .tables import contacts, incentives, issued_coupons, orders, response_events

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import ColumnElement

# An order later than that owes nothing to a dialogue.
ORDER_WITHIN_DAYS = 14
_CLOCKS = timedelta(hours=1)


def ordered(*, sqlite: bool) -> ColumnElement[bool]:
    """An order of the customer whom a signed identity proved the contact to be, or with a coupon given there."""
    return sa.or_(ordered_by_customer(sqlite=sqlite), _bought_with_coupon())


def ordered_by_customer(*, sqlite: bool) -> ColumnElement[bool]:
    """The former alone."""
    begun = response_events.c.opened_at
    theirs = (
        sa.select(orders.c.number)
        .join(contacts, contacts.c.external_id == orders.c.customer_id)
        .where(
            contacts.c.id == response_events.c.contact_id,
            orders.c.status != OrderStatus.CANCELLED,
            orders.c.placed_at > begun,
            orders.c.placed_at <= later(begun, ORDER_WITHIN_DAYS, sqlite=sqlite),
        )
    )
    return sa.exists(theirs.correlate(response_events))


def bought(since: datetime, until: datetime) -> sa.CTE:
    """Contact and time of the orders that could have followed a dialogue of [since, until).

    Computed once and first: there are far fewer than dialogues.
    """
    found = (
        sa.select(contacts.c.id.label("contact_id"), orders.c.placed_at)
        .join(orders, orders.c.customer_id == contacts.c.external_id)
        .where(
            orders.c.placed_at > since,
            orders.c.placed_at <= until + timedelta(days=ORDER_WITHIN_DAYS),
            orders.c.status != OrderStatus.CANCELLED,
        )
    )
    return found.cte("bought").prefix_with("MATERIALIZED")


def followed_by(order: sa.CTE, *, sqlite: bool) -> ColumnElement[bool]:
    """An order of these, of the same contact, came in time."""
    begun = response_events.c.opened_at
    return sa.and_(
        order.c.placed_at > begun,
        order.c.placed_at <= later(begun, ORDER_WITHIN_DAYS, sqlite=sqlite),
    )


def coupons_given(since: datetime) -> sa.CTE:
    """In dialogues begun since then: which one, whether it was used, and whether to buy something."""
    coupons = issued_coupons.c
    used = coupons.redeemed_at.is_not(None)
    bought_with = sa.and_(used, incentives.c.kind != IncentiveKind.MONEY_BACK)
    found = (
        sa.select(
            coupons.conversation_id,
            sa.case((used, 1), else_=0).label("used"),
            sa.case((bought_with, 1), else_=0).label("bought"),
        )
        .join(incentives, incentives.c.id == coupons.incentive_id)
        # None is older than its dialogue; clocks of hubs differ by less.
        .where(coupons.conversation_id.is_not(None), coupons.minted_at >= since - _CLOCKS)
    )
    return found.cte("given").prefix_with("MATERIALIZED")


def given(incentive_id: str | None = None, *, redeemed: bool = False) -> ColumnElement[bool]:
    """A coupon given in it; `redeemed` that was used since."""
    coupons = issued_coupons.c
    found = sa.select(coupons.id).where(
        coupons.conversation_id == response_events.c.conversation_id
    )
    if incentive_id is not None:
        found = found.where(coupons.incentive_id == incentive_id)
    if redeemed:
        found = found.where(coupons.redeemed_at.is_not(None))
    return sa.exists(found.correlate(response_events))


def _bought_with_coupon() -> ColumnElement[bool]:
    """Money back is no order."""
    coupons = issued_coupons.c
    bought = (
        sa.select(coupons.id)
        .join(incentives, incentives.c.id == coupons.incentive_id)
        .where(
            coupons.conversation_id == response_events.c.conversation_id,
            coupons.redeemed_at.is_not(None),
            incentives.c.kind != IncentiveKind.MONEY_BACK,
        )
    )
    return sa.exists(bought.correlate(response_events))


def later(column: ColumnElement[datetime], days: int, *, sqlite: bool) -> ColumnElement[datetime]:
    """So many days after it."""
    if not sqlite:
        return column + sa.literal(timedelta(days=days), sa.Interval())
    # As SQLite keeps times, to the thousandth.
    return sa.func.strftime("%Y-%m-%d %H:%M:%f000", column, f"+{days} days", type_=column.type)
