"""All that a contact and the shop had to do with each other stands in one list; marketers read it without the person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.campaigns.campaign import Campaign, CampaignState
from chat_server.domain.campaigns.mail import CampaignMail, MailState
from chat_server.domain.consent import Purpose
from chat_server.domain.contact_history import LONGEST_NOTE, HistoryKind, HistoryPlace
from chat_server.domain.conversation import SYSTEM
from chat_server.domain.errors import Invalid, NotAllowed, NotFound
from chat_server.domain.events import EventType
from chat_server.domain.incentive import IncentiveKind, Redemption
from chat_server.domain.points import Gift
from chat_server.domain.shop import Customer, Order, OrderStatus
from chat_server.services.coupons import Coupons
from chat_server.services.incentives import Incentives, Terms
from chat_server.services.points import Points
from tests.core.core import ADA, ANNA, BOT, MARKUS, signed

if TYPE_CHECKING:
    from chat_server.services.access import AgentCaller
    from chat_server.services.contact_history import HistoryPage
    from tests.core.core import Core

NOTE = "Katrín Jónsdóttir called from katrin@home.test about order 10001."
TEN = Terms("Ten percent", IncentiveKind.PERCENT, "percent", 10, "EUR")


async def live(core: Core) -> str:
    """One of each kind, a minute apart; two orders at one moment. The contact's id."""
    session = await core.visitor(identity=signed("katrin"))
    contact_id = session.contact.id
    now = core.clock()
    async with core.store.begin() as tx:
        tx.add(Customer("katrin", "Katrín", "katrin@home.test", "is"))
        await tx.flush()
        goods: list[dict[str, object]] = [{"sku": "HEKLA", "name": "Hekla jacket"}]
        for number in ("10001", "10002"):
            tx.add(Order(number, "katrin", OrderStatus.SHIPPED, now, "EUR", 9_900, goods))
    core.clock.forward(minutes=1)
    dialogue = await core.dialogue(session.caller, "Hello, it is me")
    core.clock.forward(minutes=1)
    made = await Incentives(core.store, core.clock).add(MARKUS, TEN)
    coupon = (await Coupons(core.store, core.clock).mint(ANNA, dialogue, made.id)).coupon
    core.clock.forward(minutes=1)
    use = Redemption("10001", 9_900, "EUR", customer="katrin")
    await Coupons(core.store, core.clock).redeem(ADA, coupon.code, use)
    core.clock.forward(minutes=1)
    await Points(core.store, core.clock).give(ANNA, contact_id, Gift(5, "For Katrín", "k"))
    core.clock.forward(minutes=1)
    await core.consents.set(session.caller, Purpose.MARKETING, granted=True)
    core.clock.forward(minutes=1)
    async with core.store.begin() as tx:
        conversation = await tx.conversations.lock(dialogue)
        assert conversation is not None
        told: dict[str, object] = {"type": "text", "text": "Sent by e-mail.", "code": "emailed"}
        await tx.save(conversation.note(SYSTEM, told, "emailed:1", core.clock()))
        tx.add(Campaign("wool", "Wool weeks", now, CampaignState.RUNNING))
        await tx.flush()
        sent = core.clock() + timedelta(seconds=1)
        tx.add(CampaignMail("m", "wool", contact_id, None, MailState.SENT, now, sent_at=sent))
    core.clock.forward(minutes=1)
    await core.reveals.reveal(ADA, dialogue, "A complaint is investigated")
    core.clock.forward(minutes=1)
    await core.contact_history.note(ANNA, contact_id, NOTE, "call-1")
    return contact_id


async def whole(
    core: Core,
    caller: AgentCaller,
    contact_id: str,
    kind: HistoryKind | None = None,
    limit: int = 50,
) -> list[HistoryPage]:
    pages = [await core.contact_history.page(caller, contact_id, kind, None, limit)]
    while (last := pages[-1].last) is not None:
        read = HistoryPlace.read(last.at, last.name)
        pages.append(await core.contact_history.page(caller, contact_id, kind, read, limit))
    return pages


async def test_one_list_of_everything_newest_first(any_core: Core) -> None:
    contact_id = await live(any_core)
    (page,) = await whole(any_core, ADA, contact_id)
    assert [one.kind.value for one in page.entries] == [
        "call_note",
        "reveal",
        "newsletter",
        "mail",
        "consent",
        "points",
        "coupon_redeemed",
        "coupon_given",
        "dialogue",
        "order",
        "order",
    ]
    by_kind = {one.kind: one for one in page.entries}
    assert (by_kind[HistoryKind.CALL_NOTE].text, by_kind[HistoryKind.CALL_NOTE].by) == (
        NOTE,
        "Anna",
    )
    assert by_kind[HistoryKind.REVEAL].by == "Ada"
    assert by_kind[HistoryKind.NEWSLETTER].name == "Wool weeks"
    assert by_kind[HistoryKind.MAIL].state == "sent"
    assert by_kind[HistoryKind.CONSENT].name == "marketing"
    assert by_kind[HistoryKind.CONSENT].state == "granted"
    assert by_kind[HistoryKind.POINTS].points == 5
    assert by_kind[HistoryKind.COUPON_REDEEMED].cents == 990
    assert by_kind[HistoryKind.COUPON_GIVEN].name == "Ten percent"
    assert (by_kind[HistoryKind.ORDER].number, by_kind[HistoryKind.ORDER].name) == (
        "10001",
        "Hekla jacket",
    )
    for limit in (1, 2, 3):
        for caller in (ADA, MARKUS):
            paged = await whole(any_core, caller, contact_id, limit=limit)
            kinds = [one.kind for each in paged for one in each.entries]
            assert kinds == [
                one.kind for one in page.entries if caller is ADA or one.kind != "reveal"
            ]
    for kind in HistoryKind:
        (only,) = await whole(any_core, ADA, contact_id, kind)
        assert [one.id for one in only.entries] == [
            one.id for one in page.entries if one.kind is kind
        ]


async def test_who_may_not_know_the_person_reads_of_nobody(core: Core) -> None:
    contact_id = await live(core)
    (page,) = await whole(core, MARKUS, contact_id)
    shown = repr([*page.entries, page.last])
    for secret in ("Katrín", "Jónsdóttir", "katrin", "10001", "10002", "home.test"):
        assert secret not in shown, shown
    assert HistoryKind.REVEAL not in page.kinds
    assert (await whole(core, MARKUS, contact_id, HistoryKind.REVEAL))[0].entries == []
    assert HistoryKind.REVEAL not in (await whole(core, ANNA, contact_id))[0].kinds
    # Nor is a number in a cursor.
    (*_, last) = await whole(core, MARKUS, contact_id, HistoryKind.ORDER, limit=1)
    cursors = [one.last.name for one in await whole(core, MARKUS, contact_id, limit=1) if one.last]
    assert last.last is None
    assert not any("1000" in one for one in cursors)
    with pytest.raises(Invalid):
        await core.contact_history.page(
            MARKUS, contact_id, None, HistoryPlace(core.clock(), HistoryKind.ORDER, "10001"), 5
        )


async def test_a_call_is_noted_once_by_who_answers(core: Core) -> None:
    session = await core.visitor()
    contact_id = session.contact.id
    first = await core.contact_history.note(ANNA, contact_id, f"  {NOTE} ", "one")
    again = await core.contact_history.note(ANNA, contact_id, "Other words", "one")
    assert (again.id, again.text) == (first.id, NOTE)
    (line,) = [one for one in await core.log() if one.type is EventType.CALL_NOTED]
    assert (line.contact_id, line.actor_id, line.data) == (contact_id, "anna", {})
    for caller in (MARKUS, BOT):
        with pytest.raises(NotAllowed):
            await core.contact_history.note(caller, contact_id, NOTE, "two")
    for words in (" ", "x" * (LONGEST_NOTE + 1)):
        with pytest.raises(Invalid):
            await core.contact_history.note(ANNA, contact_id, words, "two")
    with pytest.raises(NotFound):
        await core.contact_history.note(ANNA, "nobody", NOTE, "two")


async def test_a_call_note_goes_with_the_person(any_core: Core) -> None:
    session = await any_core.visitor()
    await any_core.contact_history.note(ANNA, session.contact.id, NOTE, "one")
    known = await any_core.visitor(identity=signed("katrin"))
    await any_core.identity.identify(session.caller, signed("katrin"))
    held = await any_core.consents.export(session.caller)
    assert [one.text for one in held.call_notes] == [NOTE]
    receipt = await any_core.consents.erase_contact(ADA, known.contact.id)
    assert receipt.counts["call_notes"] == 1
    async with any_core.store.read() as tx:
        assert await tx.contact_history.notes(known.contact.id) == []
