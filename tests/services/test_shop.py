"""An order is shown to who proves it is theirs, and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import Slice
from chat_server.domain.shop import Coupon, Customer, Order, OrderStatus, Product
from tests.core.core import ADA, ANNA, BOT, by_text, heard, signed

if TYPE_CHECKING:
    from tests.core.core import Core


@pytest.fixture
async def shop(core: Core) -> Core:
    """Two customers with one delivered order each, and a little to sell."""
    now = core.clock()
    async with core.store.begin() as tx:
        for name, number in (("katrin", "10001"), ("jon", "10002")):
            tx.add(Customer(name, name.title(), f"{name.title()}@shop.test", "en"))
            await tx.flush()
            items: list[dict[str, object]] = [{"sku": "HEKLA", "name": "Hekla"}, {"sku": "LAKI"}]
            tx.add(
                Order(
                    number,
                    name,
                    OrderStatus.DELIVERED,
                    now - timedelta(days=9),
                    "EUR",
                    100,
                    items,
                    now - timedelta(days=5),
                )
            )
        tx.add(
            Coupon("WELCOME10", "percent", 10, "EUR", 0, now + timedelta(days=1)),
            Coupon("OLD", "percent", 10, "EUR", 0, now - timedelta(days=1)),
            _product("HEKLA", "Hekla rain jacket", "jackets", ["Red", "black"], ["M", "L"]),
            _product("KATLA", "Katla down jacket", "jackets", ["blue"], ["S"]),
            _product("LAKI", "Laki hiking boots", "boots", ["black"], ["42"]),
        )
    return core


def _product(sku: str, name: str, category: str, colours: list[str], sizes: list[str]) -> Product:
    return Product(
        sku, name, category, "For rain and wind.", 100, "EUR", "/i", "/p", colours, sizes
    )


@pytest.mark.parametrize("number", ["10001", "#10001", "HR-10001", " 10001 "])
@pytest.mark.parametrize("email", ["katrin@shop.test", " KATRIN@SHOP.TEST "])
async def test_number_and_email_together_open_an_order(shop: Core, number: str, email: str) -> None:
    found = await shop.shop.orders(BOT, number=number, email=email)
    assert [order.number for order, _ in found] == ["10001"]


@pytest.mark.parametrize(
    ("number", "email"),
    [
        ("10001", "jon@shop.test"),
        ("10001", ""),
        ("10001", None),
        ("10001", "%"),
        ("99999", "katrin@shop.test"),
        ("", "katrin@shop.test"),
        ("' OR 1=1 --", "katrin@shop.test"),
    ],
)
async def test_half_a_proof_opens_nothing(shop: Core, number: str, email: str | None) -> None:
    assert await shop.shop.orders(BOT, number=number, email=email) == []


async def test_neither_number_nor_contact_is_no_question(shop: Core) -> None:
    with pytest.raises(Invalid):
        await shop.shop.orders(BOT, email="katrin@shop.test")


async def test_an_identified_contact_needs_no_email(shop: Core) -> None:
    contact = (await shop.visitor(identity=signed("katrin"))).contact.id
    assert [o.number for o, _ in await shop.shop.orders(BOT, contact_id=contact)] == ["10001"]
    assert await shop.shop.orders(BOT, number="10001", contact_id=contact)
    assert await shop.shop.orders(BOT, number="10002", contact_id=contact) == []


async def test_an_identified_contact_opens_no_other_order_even_by_its_email(shop: Core) -> None:
    contact = (await shop.visitor(identity=signed("katrin"))).contact.id
    found = await shop.shop.orders(BOT, number="10002", email="jon@shop.test", contact_id=contact)
    assert found == []


async def test_an_anonymous_contact_proves_nothing(shop: Core) -> None:
    contact = (await shop.visitor()).contact.id
    assert await shop.shop.orders(BOT, contact_id=contact) == []
    assert await shop.shop.orders(BOT, number="10001", contact_id=contact) == []


async def test_the_panel_shows_the_order_an_anonymous_contact_proved(shop: Core) -> None:
    shop.bot.script = by_text(
        {
            "10001, katrin": heard(("order_number", "10001"), ("email", "katrin@shop.test")),
            "10001, jon": heard(("order_number", "10001"), ("email", "jon@shop.test")),
        }
    )
    shown = {}
    for text in ("10001, katrin", "10001, jon"):
        session = await shop.visitor()
        await shop.dialogue(session.caller, text)
        profile = await shop.contacts.profile(ANNA, session.contact.id)
        shown[text] = [order.number for order, _ in profile.orders]
    assert shown == {"10001, katrin": ["10001"], "10001, jon": []}


async def test_numbers_of_strangers_orders_stay_numbers(shop: Core) -> None:
    """Whoever states them, however often, and whatever the account is."""
    said = heard(("order_number", "10002"), ("order_number", "10001"), ("email", "jon@shop.test"))
    shop.bot.script = lambda _: said
    anonymous = await shop.visitor()
    katrin = await shop.visitor(identity=signed("katrin"))
    shown = {}
    for session in (anonymous, katrin):
        await shop.dialogue(session.caller, "10002 and 10001, jon@shop.test")
        profile = await shop.contacts.profile(ANNA, session.contact.id)
        shown[session.contact.external_id] = [order.number for order, _ in profile.orders]
        held = await shop.memory.own_facts(session.caller)
        assert {"10001", "10002"} <= {one.fact.value for one in held[0]}, "kept as what was said"
    assert shown == {None: ["10002"], "katrin": ["10001"]}


async def test_a_guessed_or_withdrawn_address_proves_nothing(shop: Core) -> None:
    guess = Statement("email", "jon@shop.test", 0.6)
    shop.bot.script = lambda _: replace(
        heard(("order_number", "10002")), statements=(Statement("order_number", "10002", 1), guess)
    )
    session = await shop.visitor()
    await shop.dialogue(session.caller, "10002")
    profile = await shop.contacts.profile(ANNA, session.contact.id)
    assert (profile.orders, [one.fact.value for one in profile.unconfirmed]) == (
        [],
        ["jon@shop.test"],
    )


async def give_back(core: Core, sku: str | None, email: str = "katrin@shop.test") -> str:
    made = await core.shop.request_return(
        BOT, "10001", email=email, contact_id=None, reason="too small", sku=sku
    )
    return made.status


async def test_a_return_is_asked_for_once(shop: Core) -> None:
    assert await give_back(shop, None) == "requested"
    for sku in (None, "HEKLA"):
        with pytest.raises(Conflict):
            await give_back(shop, sku)


async def test_two_products_of_an_order_are_two_returns(shop: Core) -> None:
    await give_back(shop, "HEKLA")
    await give_back(shop, "LAKI")
    with pytest.raises(Conflict):
        await give_back(shop, "HEKLA")
    with pytest.raises(Conflict):
        await give_back(shop, None)


async def test_a_product_that_was_not_ordered_cannot_be_returned(shop: Core) -> None:
    with pytest.raises(NotFound):
        await give_back(shop, "KATLA")


async def test_a_return_without_proof_is_not_found_and_leaves_nothing(shop: Core) -> None:
    with pytest.raises(NotFound):
        await give_back(shop, None, "jon@shop.test")
    async with shop.store.read() as tx:
        assert await tx.shop.returns_of("10001") == []


async def test_a_return_after_thirty_days_is_a_conflict(shop: Core) -> None:
    shop.clock.forward(days=26)
    with pytest.raises(Conflict, match="30 days"):
        await give_back(shop, None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {"HEKLA", "KATLA", "LAKI"}),
        ({"query": "rain jackets"}, {"HEKLA", "KATLA"}),
        ({"query": "hekla"}, {"HEKLA"}),
        ({"query": "umbrella"}, set()),
        ({"category": "boots"}, {"LAKI"}),
        ({"colour": "BLACK"}, {"HEKLA", "LAKI"}),
        ({"size": "m"}, {"HEKLA"}),
        ({"query": "jacket", "colour": "blue", "size": "L"}, set()),
    ],
)
async def test_products_match_all_that_is_asked(
    shop: Core, wanted: dict[str, str], found: set[str]
) -> None:
    asked = {"query": None, "category": None, "colour": None, "size": None, **wanted}
    products = await shop.shop.products(BOT, limit=20, **asked)
    assert {product.sku for product in products} == found


async def test_the_best_match_comes_first(shop: Core) -> None:
    asked = {"category": None, "colour": None, "size": None}
    products = await shop.shop.products(BOT, query="rain jacket", limit=1, **asked)
    assert [product.sku for product in products] == ["HEKLA"]


@pytest.mark.parametrize(("code", "valid"), [("welcome10", [True]), ("OLD", [False]), ("X", [])])
async def test_coupons_say_whether_they_are_valid(shop: Core, code: str, valid: list[bool]) -> None:
    assert [active for _, active in await shop.shop.coupons(BOT, code)] == valid


async def test_administrators_page_through_everybodys_orders(shop: Core) -> None:
    first = await shop.shop.all_orders(ADA, Slice(1))
    last = first[0][0]
    after = Slice(1, before=last.placed_at, before_id=last.number)
    second = await shop.shop.all_orders(ADA, after)
    assert [order.number for order, _ in first + second] == ["10002", "10001"]
    last = second[0][0]
    rest = Slice(1, before=last.placed_at, before_id=last.number)
    assert await shop.shop.all_orders(ADA, rest) == []
    for caller in (ANNA, BOT):
        with pytest.raises(NotAllowed):
            await shop.shop.all_orders(caller, Slice(1))
