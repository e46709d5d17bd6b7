"""Rows that stand beside the log and that figures are made of, read once and as plainly as they lie there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from chat_server.store import tables as t

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection


class Person(NamedTuple):
    """A contact."""

    id: str
    inbox_id: str
    external_id: str | None
    email: str | None
    phone: str | None
    created_at: datetime
    last_seen_at: datetime | None


class Stated(NamedTuple):
    """A fact."""

    contact_id: str
    conversation_id: str | None
    key: str
    value: str
    state: str
    reason: str | None
    valid_from: datetime | None
    valid_until: datetime | None
    observed_at: datetime
    confirmed_at: datetime | None
    subject: str | None


class Bought(NamedTuple):
    """An order that was not cancelled; `skus` are its products."""

    customer_id: str | None
    placed_at: datetime
    status: str
    total_cents: int
    skus: frozenset[str]
    currency: str


@dataclass
class Rows:
    """All there are; answers oldest first, `currencies` with how many orders are in them.

    `carts` are the products of every order by its number, cancelled ones too; `skus` are products by their names.
    """

    people: list[Person] = field(default_factory=list)
    facts: list[Stated] = field(default_factory=list)
    orders: list[Bought] = field(default_factory=list)
    currencies: Counter[str] = field(default_factory=Counter)
    answers: Mapping[tuple[str, str], Sequence[bool]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    carts: dict[str, frozenset[str]] = field(default_factory=dict)
    skus: Mapping[str, str] = field(default_factory=dict)
    segments: list[tuple[str, dict[str, object]]] = field(default_factory=list)


async def read_rows(connection: AsyncConnection) -> Rows:
    """Everything is sorted here, not by the database."""

    async def of(table: sa.Table, kind: type[NamedTuple]) -> list[tuple[object, ...]]:
        names = kind._fields
        return [
            tuple(row) for row in await connection.execute(sa.select(*(table.c[n] for n in names)))
        ]

    made = Rows()
    made.people = [Person(*row) for row in await of(t.contacts, Person)]  # type: ignore[arg-type]
    made.facts = [Stated(*row) for row in await of(t.facts, Stated)]  # type: ignore[arg-type]
    o = t.orders.c
    for number, customer, at, status, cents, items, currency in await connection.execute(
        sa.select(
            o.number, o.customer_id, o.placed_at, o.status, o.total_cents, o["items"], o.currency
        )
    ):
        made.carts[number] = frozenset(str(line["sku"]) for line in items or [] if "sku" in line)
        # The shop's currency is that of most orders, cancelled ones too.
        made.currencies[currency] += 1
        if str(status) != "cancelled":
            skus = frozenset(str(line.get("sku")) for line in items or [])
            made.orders.append(Bought(customer, at, str(status), cents, skus, currency))
    given: dict[tuple[str, str], list[tuple[datetime, str, bool]]] = defaultdict(list)
    c = t.consents.c
    for whose, purpose, at, consent_id, granted in await connection.execute(
        sa.select(c.contact_id, c.purpose, c.at, c.id, c.granted)
    ):
        given[whose, str(purpose)].append((at, consent_id, granted))
    made.answers = {who: [one[2] for one in sorted(found)] for who, found in given.items()}
    inboxes = await connection.execute(sa.select(t.inboxes.c.id, t.inboxes.c.consent))
    made.rules = {row[0]: dict(row[1]) for row in inboxes}
    p = t.products.c
    products = (await connection.execute(sa.select(p.sku, p.category, p.name))).all()
    made.categories = {row[0]: row[1] for row in products}
    made.skus = {row[2]: row[0] for row in products}
    segments = await connection.execute(sa.select(t.segments.c.name, t.segments.c.rule))
    made.segments = [(row[0], dict(row[1])) for row in segments]
    return made
