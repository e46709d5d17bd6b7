"""What orders say of customers is counted a second time; a page that takes an order for another is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chat_server.store.purchases import PurchaseRows
from tests.core.core import signed
from tests.recount.test_verify import verified
from tests.services.test_customers import stock

if TYPE_CHECKING:
    import pytest

    from chat_server.domain.customers.purchases import Purchase
    from tests.core.core import Core

_all = PurchaseRows.all


async def _one_off(rows: PurchaseRows, currency: str) -> list[Purchase]:
    first, *rest = await _all(rows, currency)
    return [replace(first, cents=first.cents + 1), *rest]


async def _one_less(rows: PurchaseRows, currency: str) -> list[Purchase]:
    return (await _all(rows, currency))[1:]


async def test_customers_and_their_forecast_are_counted_again(any_core: Core) -> None:
    await stock(any_core)
    await any_core.visitor(identity=signed("c1"))
    found = await verified(any_core)
    assert [str(one) for one in found.differing] == []
    # Nine fields of three figures, and two lists of people.
    assert found.pages["customers"] > 9 + 25


async def test_an_order_too_few_or_a_cent_too_many_is_found(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stock(core, 24)
    for wrong, place in ((_one_off, "grid"), (_one_less, "grid")):
        monkeypatch.setattr(PurchaseRows, "all", wrong)
        places = [one.place for one in (await verified(core)).differing]
        assert any(one.startswith(f"customers / {place}") for one in places)
