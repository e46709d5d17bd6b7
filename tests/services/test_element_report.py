"""An element's figures: each person once a step, robots nowhere, and the dialogues behind each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.opener import Opener
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.shop import Customer, Order, OrderStatus
from chat_server.services.element_report import ElementReports
from chat_server.services.elements import Cost, ElementChange
from tests.core.core import ADA, ANNA, MARKUS, SHOP_ORIGIN

if TYPE_CHECKING:
    from chat_server.domain.element import ElementKind
    from chat_server.domain.funnel import FunnelStep
    from tests.core.core import Core

PHONE = Opener("203.0.113.7", "Mozilla/5.0 (iPhone)", "is")
LAPTOP = Opener("203.0.113.8", "Mozilla/5.0 (X11)", "en")
ROBOT = Opener("203.0.113.9", "Googlebot/2.1")


async def make(core: Core, code: str = "flyer", kind: ElementKind = "qr") -> None:
    await core.elements.add_element(
        MARKUS,
        code=code,
        kind=kind,
        name="Flyer",
        target_url="/",
        campaign_id=None,
        variant=None,
        cost=Cost(12_000, "EUR"),
    )


async def steps(core: Core, code: str = "flyer") -> dict[str, FunnelStep]:
    now = core.clock()
    report = await ElementReports(core.store).one(
        MARKUS, code, now - timedelta(days=30), now + timedelta(days=30)
    )
    return {step.name: step for step in report.steps}


async def people(core: Core, code: str = "flyer") -> dict[str, int]:
    return {name: step.people for name, step in (await steps(core, code)).items()}


async def test_each_person_counts_once_a_step_however_often_they_come(any_core: Core) -> None:
    core = any_core
    await make(core)
    for opener in (PHONE, PHONE, LAPTOP, ROBOT, ROBOT):
        await core.elements.open("flyer", opener)
    core.clock.forward(days=1)
    await core.elements.open("flyer", PHONE)
    one = await core.visitor(element="flyer")
    await core.visitor(token=one.token, element="flyer")
    first = await core.queued(one.caller)
    await core.assignments.resolve(ADA, first, solved=True)
    await core.visitor(token=one.token, element="flyer")
    await core.dialogue(one.caller, "Hello again")
    await core.visitor(element="flyer")
    assert await people(core) == {
        "opened": 2,
        "shown": 2,
        "seen": 1,
        "dialogue": 1,
        "handoff": 1,
        "coupon": 0,
        "order": 0,
    }
    assert (await steps(core))["dialogue"].dialogues == 2
    report = await ElementReports(core.store).one(
        MARKUS, "flyer", core.clock() - timedelta(days=3), core.clock() + timedelta(days=1)
    )
    assert report.robots == 1
    assert report.cost_each is not None
    assert report.cost_each.value == 6_000
    assert report.element.opened == 4


async def test_who_is_merged_or_forgotten_counts_as_before(any_core: Core) -> None:
    core = any_core
    await make(core)
    anonymous = await core.visitor(element="flyer")
    await core.dialogue(anonymous.caller, "Hello")
    await core.visitor(element="flyer")
    before = await people(core)
    assert (before["shown"], before["dialogue"]) == (2, 1)
    await core.consents.erase_contact(ADA, anonymous.contact.id)
    assert await people(core) == before
    async with core.store.read() as tx:
        assert await tx.erasures.left(anonymous.contact.id) == {}


async def test_an_order_that_follows_counts_for_who_the_shop_knows(any_core: Core) -> None:
    core = any_core
    await make(core)
    session = await core.visitor(element="flyer")
    dialogue = await core.dialogue(session.caller, "Hello")
    other = await core.visitor(element="flyer")
    await core.dialogue(other.caller, "Hello")
    now = core.clock()
    async with core.store.begin() as tx:
        contact = await tx.contacts.get(session.contact.id)
        assert contact is not None
        contact.external_id = "customer-1"
        tx.add(Customer("customer-1", "Una", "una@example.com", "is"))
        await tx.flush()
        for number, after, status in (
            ("1", timedelta(days=-1), OrderStatus.PLACED),
            ("2", timedelta(days=15), OrderStatus.PLACED),
            ("3", timedelta(days=2), OrderStatus.CANCELLED),
        ):
            tx.add(Order(number, "customer-1", status, now + after, "EUR", 5_000))
    assert (await people(core))["order"] == 0
    async with core.store.begin() as tx:
        placed = now + timedelta(days=13, hours=23)
        tx.add(Order("4", "customer-1", OrderStatus.PLACED, placed, "EUR", 5_000))
    assert (await people(core))["order"] == 1
    async with core.store.read() as tx:
        behind = await tx.log.response_events(
            DialogueFilter(element="flyer", outcome="ordered"), Slice()
        )
    assert [row.conversation_id for row in behind] == [dialogue]


async def test_an_advert_is_known_by_the_address_it_leads_to(core: Core) -> None:
    await make(core, "advert", "advert")
    await core.elements.change(MARKUS, "advert", ElementChange(utm={"source": "magazine"}))
    arrived = await core.visitor(page=f"{SHOP_ORIGIN}/?utm_source=Magazine&utm_medium=print")
    row = await core.response_event(await core.dialogue(arrived.caller, "Hello"))
    assert (row.element, row.channel) == ("advert", "advert")
    await core.visitor(page=f"{SHOP_ORIGIN}/?utm_source=poster")
    assert (await people(core, "advert"))["shown"] == 1


async def test_what_is_changed_stays_changed_and_the_rest_as_it_was(core: Core) -> None:
    await make(core)
    changed = await core.elements.change(
        MARKUS, "flyer", ElementChange(name="Poster", cost=Cost(500, "ISK"))
    )
    element = changed.element
    assert (element.name, element.target_url) == ("Poster", "/")
    assert (element.cost_cents, element.currency) == (500, "ISK")
    with pytest.raises(NotFound):
        await core.elements.change(MARKUS, "none", ElementChange(name="x"))
    with pytest.raises(NotAllowed):
        await core.elements.change(ANNA, "flyer", ElementChange(name="x"))
    with pytest.raises(NotAllowed):
        await ElementReports(core.store).one(ANNA, "flyer", core.clock(), core.clock())


@pytest.mark.parametrize(
    "words",
    ["Hello, I have the code AB12!", "ab12", "Код: AB12", "代碼 AB12", "รหัส AB12", "Kóðinn AB12"],
)
async def test_a_code_may_be_said_in_the_first_words(core: Core, words: str) -> None:
    await make(core, "Ab12", "hotline")
    session = await core.visitor()
    row = await core.response_event(await core.dialogue(session.caller, words))
    assert (row.element, row.channel) == ("Ab12", "hotline")


@pytest.mark.parametrize("words", ["Hello", "What is your dress code?", "code ZZ99", "10432", ""])
async def test_other_words_name_no_element(core: Core, words: str) -> None:
    await make(core, "Ab12", "hotline")
    session = await core.visitor()
    row = await core.response_event(await core.dialogue(session.caller, words or "..."))
    assert (row.element, row.channel) == (None, "website")
