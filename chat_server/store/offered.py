"""Offers made in dialogues, and what came of them, in SQL over the log's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.customers.offer_report import OFFER_DAYS, OfferLine
from chat_server.domain.events import EventType
from chat_server.domain.shop import OrderStatus

from .followed import later
from .tables import contacts, events, orders, response_events

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.customers.offer_report import OfferPick

Column = sa.ColumnElement[Any]
_e = events.c
_sku = _e.data["sku"].as_string()
_BOT = "bot"
# Those of before reasons were noted, and those that somebody chose without us.
_OWN_CHOICE = "own_choice"


async def offers_made(
    session: AsyncSession, since: datetime, until: datetime, *, sqlite: bool
) -> list[OfferLine]:
    """Of dialogues that began in [since, until)."""
    begun = response_events.c
    found = (
        sa.select(
            _e.conversation_id,
            _sku,
            _by(),
            _why(),
            _answered(EventType.OFFER_ACCEPTED),
            _answered(EventType.OFFER_DECLINED),
            _known(),
            _ordered(sqlite=sqlite),
        )
        .join(response_events, begun.conversation_id == _e.conversation_id)
        # No offer is older than its dialogue.
        .where(_e.type == EventType.OFFER_MADE, _e.at >= since)
        .where(begun.opened_at >= since, begun.opened_at < until)
    )
    return [
        OfferLine(*row[:4], *(bool(one) for one in row[4:])) for row in await session.execute(found)
    ]


def offered_in(pick: OfferPick, *, sqlite: bool) -> sa.Select[Any]:
    """The dialogues that a figure of the report counts."""
    found = sa.select(_e.conversation_id).where(_e.type == EventType.OFFER_MADE)
    groups: dict[str, Column] = {"by": _by(), "why": _why(), "sku": _sku}
    if pick.group in groups:
        found = found.where(groups[pick.group] == pick.value)
    steps: dict[str, Column] = {
        "accepted": _answered(EventType.OFFER_ACCEPTED),
        "declined": _answered(EventType.OFFER_DECLINED),
        "known": _known(),
        "ordered": _ordered(sqlite=sqlite),
    }
    return found.where(steps[pick.step]) if pick.step in steps else found


def _by() -> Column:
    return sa.case((_e.actor_kind == _BOT, _BOT), else_="agent")


def _why() -> Column:
    return sa.func.coalesce(_e.data["reason"].as_string(), _OWN_CHOICE)


def _answered(kind: EventType) -> Column:
    """That somebody noted what they said to it."""
    answer = events.alias()
    return sa.exists(
        sa.select(answer.c.id)
        .where(
            answer.c.conversation_id == _e.conversation_id,
            answer.c.type == kind,
            answer.c.data["sku"].as_string() == _sku,
        )
        .correlate(events)
    )


def _known() -> Column:
    return sa.exists(
        sa.select(contacts.c.id)
        .where(contacts.c.id == _e.contact_id, contacts.c.external_id.is_not(None))
        .correlate(events)
    )


def _ordered(*, sqlite: bool) -> Column:
    """Of the customer whom a signed identity proved the contact to be; the very product."""
    o = orders.c
    if sqlite:
        line = sa.func.json_each(o["items"]).table_valued("value")
        sku: Column = sa.func.json_extract(line.c.value, "$.sku")
    else:
        line = sa.func.json_array_elements(o["items"]).table_valued(sa.column("value", sa.JSON))
        sku = line.c.value["sku"].as_string()
    has = sa.exists(sa.select(1).select_from(line).where(sku == _sku).correlate(orders, events))
    bought = (
        sa.select(o.number)
        .join(contacts, contacts.c.external_id == o.customer_id)
        .where(
            contacts.c.id == _e.contact_id,
            o.status != OrderStatus.CANCELLED,
            o.placed_at > _e.at,
            o.placed_at <= later(_e.at, OFFER_DAYS, sqlite=sqlite),
            has,
        )
    )
    return sa.exists(bought.correlate(events))
