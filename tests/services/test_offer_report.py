"""What came of offers: each figure is counted once, opens its dialogues, and is what the log says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.customers.offer_report import OfferPick, pick_of
from chat_server.domain.errors import NotAllowed
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.shop import Customer, Order, OrderStatus
from chat_server.store import offered as offered_rows
from tests.core.core import ANNA, MARKUS, signed
from tests.recount.test_verify import verified
from tests.services.test_bot_offers import SAID
from tests.services.test_customers import stock

if TYPE_CHECKING:
    from tests.core.core import Core


async def offered(core: Core) -> list[str]:
    """The bot offers pegs to two customers, of whom one buys them; an agent offers a mug and a map to a stranger."""
    core.bot.script = SAID
    await stock(core)
    made = []
    for name in ("new-1", "new-2"):
        async with core.store.begin() as tx:
            tx.add(Customer(name, "", f"{name}@shop.test", "en"))
        caller = (await core.visitor(identity=signed(name))).caller
        made.append(await core.dialogue(caller, "Thanks!"))
    stranger = await core.dialogue((await core.visitor()).caller, "Hello")
    for sku, step in (("MUG", "made"), ("MAP", "made"), ("MUG", "accepted"), ("MAP", "declined")):
        await core.customers.offered(ANNA, stranger, sku, f"offer_{step}")  # type: ignore[arg-type]
    at = core.clock()
    async with core.store.begin() as tx:
        for number, days, sku in (
            ("new-1", 3, "PEGS"),
            ("new-2", 3, "TENT"),
            ("new-2", 15, "PEGS"),
        ):
            placed = at + timedelta(days=days)
            items: list[dict[str, object]] = [{"sku": sku, "quantity": 1}]
            tx.add(Order(f"{number}{sku}", number, OrderStatus.PLACED, placed, "EUR", 900, items))
    return [*made, stranger]


async def opened(core: Core, pick: str) -> set[str]:
    """What the figure's link lists."""
    wanted = DialogueFilter(offer=pick_of(pick))
    async with core.store.read() as tx:
        found = await tx.transcripts.search(wanted, Slice(limit=50))
    return {one.conversation.id for one in found}


async def test_each_figure_opens_the_dialogues_it_counts(any_core: Core) -> None:
    core = any_core
    first, second, stranger = await offered(core)
    now = core.clock()
    report = await core.offer_reports.report(MARKUS, now - timedelta(days=1), now + timedelta(1))
    assert report.every.made == {first, second, stranger}
    assert report.every.known == {first, second}
    assert report.every.ordered == {first}
    assert (report.by["bot"].made, report.by["agent"].made) == ({first, second}, {stranger})
    assert report.why["goes_with"].made == {first, second}
    assert report.why["popular"].accepted == report.why["popular"].declined == {stranger}
    assert list(report.products) == ["PEGS", "MAP", "MUG"]
    assert report.products["MAP"].accepted == set()
    assert report.names["PEGS"] == "Pegs"
    for group, found in (("by", report.by), ("why", report.why), ("sku", report.products)):
        for key, one in found.items():
            for step in ("made", "accepted", "declined", "known", "ordered"):
                assert await opened(core, f"{step}.{group}.{key}") == getattr(one, step)
    assert await opened(core, "ordered.all") == {first}


async def test_a_report_of_another_time_or_another_role_has_none(core: Core) -> None:
    await offered(core)
    later = core.clock() + timedelta(days=1)
    report = await core.offer_reports.report(MARKUS, later, later + timedelta(days=5))
    assert (report.every.made, report.products) == (set(), {})
    with pytest.raises(NotAllowed):
        await core.offer_reports.report(ANNA, later, later)


async def test_it_is_what_the_log_says_and_what_is_off_is_found(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    await offered(core)
    found = await verified(core)
    assert found.differing == []
    assert found.pages["offers"] > 50
    # As if the page looked for orders of two days only.
    monkeypatch.setattr(offered_rows, "OFFER_DAYS", 2)
    off = (await verified(core)).differing
    assert off
    assert {one.place.split(",")[0] for one in off} == {"offers"}
    assert {(one.shown, one.counted) for one in off} == {(0, 1)}


def test_a_pick_is_read_or_refused() -> None:
    assert pick_of("ordered.by.bot") == OfferPick("ordered", "by", "bot")
    assert pick_of("made.all") == OfferPick("made", "all", "")
    for wrong in ("", "made", "made.by", "made.by.", "sold.by.bot", "made.all.x", "made.at.x"):
        assert pick_of(wrong) is None
