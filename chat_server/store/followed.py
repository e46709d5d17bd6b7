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
