"""Orders are owed to the first and the last element met before them, once a person, in a window that is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.credit import Credit, Crediting, touch_of
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.incentive import IncentiveKind, Redemption
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.shop import Customer, Order, OrderStatus
from chat_server.recount.verify import Verification
from chat_server.services.coupons import Coupons
from chat_server.services.element_report import ElementReports
from chat_server.services.incentives import Incentives, Terms
from tests.core.core import ADA, ANNA, MARKUS

if TYPE_CHECKING:
    from chat_server.domain.credit import Which
    from tests.core.core import Core

HELP = Path(__file__).resolve().parents[2] / "help"
NONE = Credit(0, 0, 0)


async def elements(core: Core) -> None:
    for code in ("flyer", "letter"):
        await core.elements.add_element(
            MARKUS,
            code=code,
            kind="qr",
            name=code,
            target_url="/",
            campaign_id=None,
            variant=None,
        )


async def orders(core: Core, contact_id: str, customer: str, *days: float) -> None:
    """So many days from now, each with a number of its own."""
    now = core.clock()
    async with core.store.begin() as tx:
        contact = await tx.contacts.get(contact_id)
        assert contact is not None
        contact.external_id = customer
        tx.add(Customer(customer, "Una", f"{customer}@example.com", "is"))
        await tx.flush()
        for number, after in enumerate(days):
            placed = now + timedelta(days=after)
            name = f"{customer}-{number}"
            tx.add(Order(name, customer, OrderStatus.PLACED, placed, "EUR", 5_000))


async def credit(core: Core, code: str, days: int = 30) -> dict[Which, Credit]:
    now = core.clock()
    since, until = now - timedelta(days=100), now + timedelta(days=100)
    reports = ElementReports(core.store)
    found = await reports.credit(MARKUS, code, since, until, days)
    # The list of all elements says the same of each.
    listed = (await reports.orders(MARKUS, since, until, days))[code]
    assert listed == {which: (one.orders, one.people) for which, one in found.items()}
    return found


async def behind(core: Core, by: Crediting) -> list[str]:
    now = core.clock()
    wanted = DialogueFilter(
        credit=by, since=now - timedelta(days=100), until=now + timedelta(days=100)
    )
    async with core.store.read() as tx:
        return [row.conversation_id for row in await tx.log.response_events(wanted, Slice())]


async def verified(core: Core) -> None:
    found = await Verification(core.engines, HELP, clock=core.clock).verify()
    assert found.differing == []
    assert found.pages["orders by element"] > 0


async def test_an_order_is_the_first_and_the_last_elements_within_the_window(
    any_core: Core,
) -> None:
    core = any_core
    await elements(core)
    una = await core.visitor(element="flyer")
    core.clock.forward(days=10)
    await core.visitor(token=una.token, element="letter")
    dialogue = await core.dialogue(una.caller, "Hello")
    core.clock.forward(minutes=1)
    # One before all, one that follows both, one that only follows the letter within a month, one that follows nothing.
    await orders(core, una.contact.id, "una", -20, 2, 25, 45)
    gunnar = await core.visitor(element="letter")
    core.clock.forward(minutes=1)
    await orders(core, gunnar.contact.id, "gunnar", 1)
    assert await credit(core, "flyer") == {"first": Credit(1, 1, 1), "last": NONE}
    assert await credit(core, "letter") == {"first": Credit(2, 2, 1), "last": Credit(3, 2, 1)}
    assert await credit(core, "flyer", 5) == {"first": NONE, "last": NONE}
    assert await credit(core, "letter", 5) == {"first": Credit(2, 2, 1), "last": Credit(2, 2, 1)}
    assert await credit(core, "flyer", 60) == {"first": Credit(3, 1, 1), "last": NONE}
    assert await behind(core, Crediting("first", "flyer")) == [dialogue]
    assert await behind(core, Crediting("last", "letter")) == [dialogue]
    assert await behind(core, Crediting("last", "flyer")) == []
    await core.consents.erase_contact(ADA, gunnar.contact.id)
    assert (await credit(core, "letter"))["last"] == Credit(2, 1, 1)
    core.clock.forward(days=46)
    await verified(core)


async def test_an_order_only_a_coupon_tells_of_counts_once_and_money_back_never(
    any_core: Core,
) -> None:
    core = any_core
    await elements(core)
    session = await core.visitor(element="flyer")
    dialogue = await core.dialogue(session.caller, "A discount?")
    ten = Terms("Ten", IncentiveKind.PERCENT, "percent", 10, "EUR")
    back = replace(ten, name="Back", kind=IncentiveKind.MONEY_BACK, value=100)
    for terms, number in ((ten, "A-1"), (replace(ten, name="More"), "A-1"), (back, "A-2")):
        made = await Incentives(core.store, core.clock).add(MARKUS, terms)
        coupons = Coupons(core.store, core.clock)
        code = (await coupons.mint(ANNA, dialogue, made.id)).coupon.code
        core.clock.forward(minutes=1)
        await coupons.redeem(ADA, code, Redemption(number, 5_000, "EUR"))
    once = Credit(1, 1, 1)
    assert await credit(core, "flyer") == {"first": once, "last": once}
    # What the shop knows of is the shop's to tell: it was cancelled, or is somebody else's.
    async with core.store.begin() as tx:
        tx.add(Customer("other", "Jón", "jon@example.com", "is"))
        await tx.flush()
        tx.add(Order("A-1", "other", OrderStatus.CANCELLED, core.clock(), "EUR", 5_000))
    assert await credit(core, "flyer") == {"first": NONE, "last": NONE}
    await verified(core)


async def test_only_marketers_ask_and_only_of_what_there_is(core: Core) -> None:
    await elements(core)
    now = core.clock()
    reports = ElementReports(core.store)
    with pytest.raises(NotAllowed):
        await reports.credit(ANNA, "flyer", now - timedelta(days=1), now)
    with pytest.raises(NotFound):
        await reports.credit(MARKUS, "nothing", now - timedelta(days=1), now)


def test_an_address_names_the_touch_the_window_and_the_element() -> None:
    assert touch_of("first.30.FLYER-1") == Crediting("first", "FLYER-1", 30)
    assert touch_of("last.365.x") == Crediting("last", "x", 365)
    for wrong in (
        "",
        "first",
        "middle.30.x",
        "first.0.x",
        "first.366.x",
        "first.30.",
        "last.3.a b",
    ):
        assert touch_of(wrong) is None
