"""Good lines of a file of orders go in, the others are listed; the same file again changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.errors import Invalid, NotAllowed
from chat_server.services.order_imports import OrderImports
from chat_server.store import tables as t
from tests.core.core import ADA, MARKUS

if TYPE_CHECKING:
    from tests.core.core import Core

HEAD = "number,customer,email,placed_at,currency,total,status,items\n"


async def orders(core: Core) -> dict[str, tuple[str, str, int]]:
    c = t.orders.c
    async with core.engines.reader.connect() as connection:
        asked = sa.select(c.number, c.customer_id, c.status, c.total_cents)
        return {row[0]: (row[1], row[2].value, row[3]) for row in await connection.execute(asked)}


async def test_good_lines_go_in_once_and_broken_ones_are_listed(any_core: Core) -> None:
    core = any_core
    imports = OrderImports(core.store, core.clock)
    day = (core.clock() - timedelta(days=3)).date().isoformat()
    text = (
        f"{HEAD}A-1,cust-a,a@b.is,{day},EUR,10.00,placed,NEW-SKU x2\n"
        f"A-2,cust-a,a@b.is,{day},EUR,lots,,\n"
        f"A-3,cust-b,b@b.is,{day},EUR,30,delivered,\n"
    )
    before = await orders(core)
    made = await imports.take(ADA, text)
    assert (made.added, made.changed, made.same) == (2, 0, 0)
    assert [(one.line, one.column, one.code) for one in made.refused] == [
        (3, "total", "not_an_amount")
    ]
    now = await orders(core)
    assert now.items() - before.items() == {
        ("A-1", ("cust-a", "placed", 1000)),
        ("A-3", ("cust-b", "delivered", 3000)),
    }
    made = await imports.take(ADA, text)
    assert (made.added, made.changed, made.same) == (0, 0, 2)
    assert await orders(core) == now
    # What became of an order is told by a later file; another's number is nobody's to take.
    later = f"{HEAD}A-1,cust-a,a@b.is,{day},EUR,10,shipped,\nA-3,cust-a,a@b.is,{day},EUR,1,,\n"
    made = await imports.take(ADA, later)
    assert (made.added, made.changed) == (0, 1)
    assert [(one.line, one.code) for one in made.refused] == [(3, "another_customers")]
    assert (await orders(core))["A-1"] == ("cust-a", "shipped", 1000)
    assert (await orders(core))["A-3"] == ("cust-b", "delivered", 3000)


async def test_a_file_without_its_columns_is_refused_as_a_whole(core: Core) -> None:
    imports = OrderImports(core.store, core.clock)
    with pytest.raises(Invalid) as refused:
        await imports.take(
            ADA, "number,customer,email,placed_at,currency\n1,c,a@b.is,2026-01-01,EUR"
        )
    assert refused.value.fields == {"total": "missing"}
    with pytest.raises(NotAllowed):
        await imports.take(MARKUS, HEAD)
