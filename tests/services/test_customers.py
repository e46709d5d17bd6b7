"""The report on customers, and offers, from orders in the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.shop import Customer, Order, OrderStatus, Product
from tests.core.core import ANNA, BOT, MARKUS, signed

if TYPE_CHECKING:
    from tests.core.core import Core


async def stock(core: Core, customers: int = 60) -> None:
    """Every third customer has tent and pegs, the others a mug or a map; all came again but one who stopped."""
    now = core.clock()
    async with core.store.begin() as tx:
        for sku in ("TENT", "PEGS", "MUG", "MAP", "GONE"):
            pieces = {"one": 0 if sku == "GONE" else 4}
            tx.add(Product(sku, sku.title(), "camp", "", 900, "EUR", "/i", "/p", in_stock=pieces))
        tx.add(*(Customer(f"c{who}", "", f"c{who}@shop.test", "en") for who in range(customers)))
        await tx.flush()
        for who in range(customers):
            goods = (
                ("TENT", "PEGS") if who % 3 == 0 else ("MUG", "GONE") if who % 3 == 1 else ("MAP",)
            )
            for place in range(2 + who % 4):
                days = 5 + who + 37 * place
                tx.add(_order(f"{who}-{place}", f"c{who}", now - timedelta(days=days), goods))
        for place in range(12):
            at = now - timedelta(days=300 + 7 * place)
            tx.add(_order(f"stopped-{place}", "c1", at, ("MUG",)))
        cancelled = _order("x", "c2", now, ("TENT",))
        cancelled.status = OrderStatus.CANCELLED
        tx.add(cancelled)


def _order(number: str, customer: str, at: object, skus: tuple[str, ...]) -> Order:
    items: list[dict[str, object]] = [{"sku": sku, "quantity": 1} for sku in skus]
    return Order(number, customer, OrderStatus.DELIVERED, at, "EUR", 2_000 * len(skus), items)  # type: ignore[arg-type]


async def test_the_report_counts_forecasts_and_names_pairs_without_people(any_core: Core) -> None:
    await stock(any_core)
    await any_core.visitor(identity=signed("c1", name="Somebody"))
    report = await any_core.customers.report(MARKUS)
    book = report.book
    assert book is not None
    assert (book.currency, book.forecast.customers) == ("EUR", 60)
    assert sum(square.customers for square in book.grid) == 60
    assert book.forecast.repeat is not None
    assert [(pair.first, pair.second, pair.both) for pair in book.pairs] == [
        ("GONE", "MUG", 20),
        ("PEGS", "TENT", 20),
    ]
    assert len(report.most_valuable) == 25
    assert report.names["TENT"] == "Tent"
    talked = [one for one in (*report.most_valuable, *report.win_back) if one.contact_id]
    assert {one.outlook.summary.customer_id for one in talked} <= {"c1"}


async def test_an_offer_goes_with_what_they_have_and_can_be_bought(core: Core) -> None:
    await stock(core)
    async with core.store.begin() as tx:
        tx.add(Customer("new", "", "new@shop.test", "en"))
        await tx.flush()
        tx.add(_order("n", "new", core.clock(), ("TENT",)))
    known = (await core.visitor(identity=signed("new"))).contact
    made = await core.customers.offers(BOT, known.id)
    assert made[0].product.sku == "PEGS"
    assert made[0].because is not None
    assert made[0].because.name == "Tent"
    assert made[0].lift is not None
    assert made[0].lift > 2
    assert "GONE" not in {one.product.sku for one in made}
    stranger = (await core.visitor()).contact
    common = await core.customers.offers(ANNA, stranger.id)
    assert {one.because for one in common} == {None}
    assert len(common) == 3


async def test_without_orders_there_is_nothing_to_say(core: Core) -> None:
    report = await core.customers.report(MARKUS)
    assert (report.book, report.win_back, report.most_valuable) == (None, [], [])
    contact = (await core.visitor()).contact
    assert await core.customers.offers(ANNA, contact.id) == []


async def test_offers_are_for_who_may_see_orders(core: Core) -> None:
    with pytest.raises(NotAllowed):
        await core.customers.offers(MARKUS, "somebody")
    with pytest.raises(NotFound):
        await core.customers.offers(ANNA, "nobody")


async def test_what_was_computed_is_good_for_some_minutes(core: Core) -> None:
    await stock(core, customers=3)
    first = (await core.customers.report(MARKUS)).at
    core.clock.forward(minutes=9)
    assert (await core.customers.report(MARKUS)).at == first
    core.clock.forward(minutes=2)
    assert (await core.customers.report(MARKUS)).at == core.clock()


async def test_an_offer_made_and_its_answer_are_lines_of_the_log(any_core: Core) -> None:
    await stock(any_core)
    caller = (await any_core.visitor()).caller
    dialogue = await any_core.dialogue(caller, "Anything for my tent?")
    for who, step in ((BOT, "offer_made"), (ANNA, "offer_made"), (ANNA, "offer_accepted")):
        await any_core.customers.offered(who, dialogue, "PEGS", step)  # type: ignore[arg-type]
    lines = [one for one in await any_core.log() if one.type.startswith("offer_")]
    assert [(one.type.value, one.actor_kind, one.data) for one in lines] == [
        ("offer_made", "bot", {"sku": "PEGS", "reason": "popular"}),
        ("offer_accepted", "agent", {"sku": "PEGS"}),
    ]
    with pytest.raises(NotFound):
        await any_core.customers.offered(ANNA, dialogue, "SLED", "offer_made")
    with pytest.raises(NotFound):
        await any_core.customers.offered(ANNA, "nowhere", "PEGS", "offer_made")
    with pytest.raises(NotAllowed):
        await any_core.customers.offered(MARKUS, dialogue, "PEGS", "offer_made")
