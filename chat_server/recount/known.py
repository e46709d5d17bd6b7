"""What stands beside the log and is read once: orders are the shop's, codes, campaigns and costs are made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.incentive import IncentiveKind
from chat_server.domain.shop import OrderStatus
from chat_server.store import tables as t

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


@dataclass(frozen=True)
class Known:
    """What stands beside the log: orders are the shop's own, codes and campaigns are made by hand.

    `bought` has by contact the number and time of each order, those too that only a coupon tells of. `browsers` are by step, code
    and time those who followed a link, which older lines of the log do not tell.
    """

    codes: Mapping[str, str | None]
    campaigns: Sequence[str]
    orders: Mapping[str, Sequence[datetime]]
    bought: Mapping[str, Mapping[str, datetime]]
    costs: Mapping[str, tuple[int, str]]
    browsers: Mapping[tuple[str, str, datetime], Sequence[str]]


async def read_known(connection: AsyncConnection) -> Known:
    """All of it."""
    e = t.elements.c
    elements = (
        await connection.execute(sa.select(e.code, e.campaign_id, e.cost_cents, e.currency))
    ).all()
    campaigns = await connection.scalars(sa.select(t.campaigns.c.id))
    orders, bought = await _orders(connection)
    m = t.touches.c
    browsers: dict[tuple[str, str, datetime], list[str]] = {}
    for step, code, at, person in await connection.execute(
        sa.select(m.step, m.element_code, m.at, m.person).where(m.person.is_not(None))
    ):
        browsers.setdefault((str(step), code, at), []).append(person)
    return Known(
        codes={one.code: one.campaign_id for one in elements},
        campaigns=list(campaigns),
        orders=orders,
        bought=bought,
        costs={one.code: (one.cost_cents, one.currency) for one in elements if one.cost_cents},
        browsers=browsers,
    )


async def _orders(
    connection: AsyncConnection,
) -> tuple[dict[str, list[datetime]], dict[str, dict[str, datetime]]]:
    orders: dict[str, list[datetime]] = {}
    bought: dict[str, dict[str, datetime]] = {}
    placed = await connection.execute(
        sa.select(t.contacts.c.id, t.orders.c.number, t.orders.c.placed_at)
        .join(t.orders, t.orders.c.customer_id == t.contacts.c.external_id)
        .where(t.orders.c.status != OrderStatus.CANCELLED)
    )
    for contact_id, number, at in placed:
        orders.setdefault(contact_id, []).append(at)
        bought.setdefault(contact_id, {})[number] = at
    shops = set(await connection.scalars(sa.select(t.orders.c.number)))
    c = t.issued_coupons.c
    redeemed = await connection.execute(
        sa.select(c.contact_id, c.order_number, c.redeemed_at)
        .join(t.incentives, t.incentives.c.id == c.incentive_id)
        .join(t.contacts, t.contacts.c.id == c.contact_id)
        .where(c.order_number.is_not(None), t.incentives.c.kind != IncentiveKind.MONEY_BACK)
        .order_by(c.redeemed_at)
    )
    for contact_id, number, at in redeemed:
        if number not in shops:
            bought.setdefault(contact_id, {}).setdefault(number, at)
    return orders, bought
