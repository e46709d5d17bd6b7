"""What is counted on the page opens the same dialogues; both sides rate; wishes are held against the shop."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Conflict, NotAllowed
from chat_server.domain.events import EventType
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.shop import Customer, Order, OrderStatus, Product
from chat_server.hearing.ears import RuleEars
from chat_server.services.memory import CatchingUp
from tests.core.core import ADA, ANNA, BIRNA, MARKUS, by_text, heard, signed

if TYPE_CHECKING:
    from tests.core.core import Core


async def talk(core: Core) -> None:
    """Katrín complains of an order, Jón praises and wishes, somebody asks for a person."""
    now = core.clock()
    async with core.store.begin() as tx:
        for sku, pieces in (("HEKLA", 3), ("KATLA", 0)):
            tx.add(
                Product(sku, f"{sku.title()} jacket", "jackets", "", 1, "EUR", "/", "/", [], ["M"])
            )
            await tx.flush()
            (product,) = await tx.shop.products(f"{sku.title()} jacket", None, None, None, 1)
            product.in_stock = {"M": pieces}
        tx.add(Customer("katrin", "Katrín", "katrin@shop.test", "en"))
        await tx.flush()
        items: list[dict[str, object]] = [{"sku": "HEKLA"}]
        tx.add(Order("10001", "katrin", OrderStatus.DELIVERED, now, "EUR", 1, items))
    about_order = Statement("complaint", "The zip of 10001 broke", 0.9, subject="10001")
    late = Statement("open_problem", "late", 0.9, subject="10001")
    complained = heard()
    complained = type(complained)(
        complained.replies, "complain", 0.9, statements=(about_order, late)
    )
    core.bot.script = by_text(
        {
            "the zip broke": complained,
            "I love it": heard(("praise", "I love it"), ("product_interest", "Katla jacket")),
            "a tent": heard(("product_interest", "tent"), ("product_interest", "Hekla jacket")),
        }
    )
    katrin = (await core.visitor(identity=signed("katrin"))).caller
    await core.dialogue(katrin, "the zip broke")
    await core.dialogue((await core.visitor()).caller, "I love it")
    await core.dialogue((await core.visitor()).caller, "a tent")


async def test_each_theme_opens_what_it_counted(any_core: Core) -> None:
    await talk(any_core)
    now = any_core.clock()
    since, until = now - timedelta(days=6), now + timedelta(hours=1)
    report = await any_core.listening.report(MARKUS, since, until)
    assert (report.dialogues, report.told) == (3, 2)
    found = {(one.theme.kind, one.theme.key, one.theme.about): one for one in report.themes}
    assert {key: one.dialogues for key, one in found.items() if key[0] == "told"} == {
        ("told", "complaint", None): 1,
        ("told", "complaint", "HEKLA"): 1,
        ("told", "open_problem:late", None): 1,
        ("told", "open_problem:late", "HEKLA"): 1,
        ("told", "praise", None): 1,
    }
    assert found["intent", "complain", None].days[-1] == 1
    assert ("intent", "inform", None) not in found
    for one in report.themes:
        wanted = DialogueFilter(
            told=one.theme.key if one.theme.kind == "told" else None,
            about=one.theme.about,
            intent=one.theme.key if one.theme.kind == "intent" else None,
            since=since,
            until=until,
        )
        hits = (await any_core.transcripts.search(MARKUS, wanted, Slice())).items
        assert len(hits) == one.dialogues, one.theme


async def test_figures_that_may_still_change_are_said_to_be(core: Core) -> None:
    await talk(core)
    now = core.clock()
    since, until = now - timedelta(days=1), now + timedelta(hours=1)
    lines = len(await core.log())
    assert (await core.listening.report(MARKUS, since, until)).unheard == lines
    while await CatchingUp(core.store, RuleEars(), core.clock).listen_on():
        pass
    # Without the model nobody looks again.
    assert (await core.listening.report(MARKUS, since, until)).unheard == 0
    async with core.store.begin() as tx:
        await tx.hearing.mark_until(lines - 2)
    assert (await core.listening.report(MARKUS, since, until)).unheard == 2


async def test_the_number_of_no_order_is_no_theme(core: Core) -> None:
    said = Statement("complaint", "It broke", 0.9, subject="4711")
    core.bot.script = by_text({"it broke": replace(heard(), statements=(said,))})
    await core.dialogue((await core.visitor()).caller, "it broke")
    now = core.clock()
    report = await core.listening.report(MARKUS, now - timedelta(days=1), now + timedelta(hours=1))
    assert [one.theme.about for one in report.themes if one.theme.kind == "told"] == [None]


async def test_wishes_are_what_the_shop_has_not_or_not_now(any_core: Core) -> None:
    await talk(any_core)
    now = any_core.clock()
    report = await any_core.listening.report(MARKUS, now - timedelta(days=1), now)
    assert [(one.words, one.dialogues, one.sold_out) for one in report.wishes] == [
        ("Katla jacket", 1, True),
        ("tent", 1, False),
    ]
    wanted = DialogueFilter(told="product_interest:Katla jacket")
    assert len((await any_core.transcripts.search(MARKUS, wanted, Slice())).items) == 1


async def test_a_wish_about_somebody_is_not_for_marketers(core: Core) -> None:
    personal = "tent for Sigrún Helgadóttir, sigrun@home.test"
    core.bot.script = by_text({personal: heard(("product_interest", personal))})
    await core.dialogue((await core.visitor()).caller, personal)
    now = core.clock()
    since, until = now - timedelta(days=1), now + timedelta(hours=1)
    assert (await core.listening.report(MARKUS, since, until)).wishes == []
    (wish,) = (await core.listening.report(ADA, since, until)).wishes
    assert wish.words == personal


async def test_what_was_forgotten_is_counted_no_more(core: Core) -> None:
    await talk(core)
    async with core.store.read() as tx:
        contacts = await tx.contacts.search(None, Slice())
    for contact in contacts:
        for fact in (await core.contacts.profile(ANNA, contact.id)).facts:
            session = await core.visitor(identity=signed("katrin"))
            if session.contact.id == contact.id:
                await core.memory.forget(session.caller, fact.fact.id)
    now = core.clock()
    report = await core.listening.report(MARKUS, now - timedelta(days=1), now)
    assert report.told == 1


async def test_both_sides_rate_a_dialogue(core: Core) -> None:
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    with pytest.raises(Conflict):
        await core.verdicts.rate(ANNA, conversation_id, 4, None)
    await core.assignments.accept(ANNA, conversation_id)
    await core.visitors.rate(caller, conversation_id, 2, None)
    await core.verdicts.rate(ANNA, conversation_id, 5, None)
    await core.verdicts.rate(ANNA, conversation_id, 4, "Went well")
    for other in (BIRNA, MARKUS):
        with pytest.raises((Conflict, NotAllowed)):
            await core.verdicts.rate(other, conversation_id, 1, None)
    now = core.clock()
    report = await core.listening.report(MARKUS, now - timedelta(days=1), now + timedelta(days=1))
    assert (report.by_visitors.dialogues, report.by_visitors.mean) == (1, 2)
    assert (report.by_agents.dialogues, report.by_agents.mean) == (1, 4)
    (*_, last) = [one for one in await core.log() if one.type is EventType.AGENT_RATED]
    assert last.data == {"score": 4, "comment": "Went well"}
    row = await core.response_event(conversation_id)
    assert (row.rating, row.agent_rating) == (2, 4)
    for score, count in ((4, 1), (5, 0)):
        wanted = DialogueFilter(agent_rating=score)
        assert len((await core.transcripts.search(MARKUS, wanted, Slice())).items) == count
