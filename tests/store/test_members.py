"""Who belongs to a rule, on both databases; a small town in which every condition finds some and leaves some."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from chat_server.domain.consent import Consent, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.facts.fact import Fact, FactSource, FactState
from chat_server.domain.facts.kinds import holds
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.segments.fields import FIELDS
from chat_server.domain.segments.reading import read
from chat_server.domain.segments.rule import Belonging
from chat_server.domain.shop import Customer, Order, OrderStatus, Product
from chat_server.services import segments
from chat_server.store.campaigns import CampaignRows
from chat_server.store.log import LogRows
from chat_server.store.members import member_ids
from chat_server.store.segments import SegmentRows
from chat_server.store.transcripts import TranscriptRows
from tests.core.core import MARKUS
from tests.core.inboxes import set_inbox

if TYPE_CHECKING:
    import pytest

    from tests.core.core import Core

TOWN = ("anna", "bjarni", "katla", "dora")


async def settle(core: Core) -> None:
    """Anna buys and talks much, Bjarni bought once, Katla only talks, Dora did nothing."""
    now = core.clock()

    def ago(days: float) -> datetime:
        return now - timedelta(days=days)

    async with core.store.begin() as tx:
        tx.add(*(_product(*one) for one in (("HEKLA", "jackets"), ("LAKI", "boots"))))
        for place, name in enumerate(TOWN):
            contact = Contact(name, "inbox-hraun", ago(100 - 30 * place), ago(40 - 10 * place))
            if name in {"anna", "bjarni"}:
                contact.external_id, contact.email = name, f"{name}@shop.test"
                tx.add(Customer(name, name, f"{name}@shop.test", "en"))
            tx.add(contact)
        await tx.flush()
        tx.add(
            _order("1", "anna", ago(90), 5_000, "HEKLA", "LAKI"),
            _order("2", "anna", ago(10), 7_000, "LAKI"),
            _order("3", "anna", ago(9), 50_000, "HEKLA", status=OrderStatus.CANCELLED),
            _order("4", "bjarni", ago(200), 2_500, "HEKLA", status=OrderStatus.RETURNED),
            _said("anna", ago(60), rating=5, element="FLYER", intents=["ask_size"]),
            _said("anna", ago(5), rating=1, handoffs=1, language="is"),
            _said("katla", ago(2), resolved_at=now, intents=["ask"], campaign="spring"),
            Consent("c1", "anna", Purpose.MARKETING, granted=True, at=ago(9)),
            Consent("c2", "bjarni", Purpose.MARKETING, granted=True, at=ago(9)),
            Consent("c3", "bjarni", Purpose.MARKETING, granted=False, at=ago(8)),
            _fact("f1", "anna", "size", "M", ago(9)),
            _fact("f2", "bjarni", "size", "l", ago(800)),
            _fact("f3", "katla", "complaint", "The 100% wool itches", ago(9)),
            _fact("f4", "dora", "name", "Dóra", ago(9)),
        )


RULES = [
    ("contact.known is True", "anna bjarni"),
    ("contact.email is False", "katla dora"),
    ("contact.first_seen within 50", "katla dora"),
    ("contact.last_seen longer_ago 20", "anna bjarni"),
    ("contact.last_seen never", ""),
    ("consent.marketing is True", "anna"),
    ("consent.marketing is False", "bjarni katla dora"),
    ("consent.memory is True", "anna bjarni katla dora"),
    ("fact.size known", "anna"),
    ("fact.size unknown", "bjarni katla dora"),
    ("fact.size is m", "anna"),
    ("fact.complaint contains 100%", "katla"),
    ("fact.complaint contains %itches%", ""),
    ("fact.name known", "dora"),
    ("dialogues.count at_least 1", "anna katla"),
    ("dialogues.count at_least 0", "anna bjarni katla dora"),
    ("dialogues.count at_most 1", "bjarni katla dora"),
    ("dialogues.count exactly 0", "bjarni dora"),
    ("dialogues.count exactly 1 30", "anna katla"),
    ("dialogues.handed_off at_least 1", "anna"),
    ("dialogues.unresolved at_least 1", "anna"),
    ("dialogues.rated_low at_least 1", "anna"),
    ("dialogues.rated_high at_least 1 30", ""),
    ("dialogues.last within 3", "katla"),
    ("dialogues.last longer_ago 3", "anna"),
    ("dialogues.last never", "bjarni dora"),
    ("dialogues.language is is", "anna"),
    ("dialogues.language is_not is", "bjarni katla dora"),
    ("dialogues.channel is website", "anna katla"),
    ("dialogues.element is FLYER", "anna"),
    ("dialogues.element is FLYER 30", ""),
    ("dialogues.campaign is spring", "katla"),
    ("dialogues.intent is ask", "katla"),
    ("dialogues.intent one_of ask,ask_size", "anna katla"),
    ("orders.count at_least 2", "anna"),
    ("orders.count at_least 1", "anna bjarni"),
    ("orders.count at_most 0", "katla dora"),
    ("orders.spent at_least 120", "anna"),
    ("orders.spent at_least 121", ""),
    ("orders.spent at_most 25", "bjarni katla dora"),
    ("orders.spent exactly 25", "bjarni"),
    ("orders.spent at_least 71 30", ""),
    ("orders.returned at_least 1", "bjarni"),
    ("orders.last within 10", "anna"),
    ("orders.last longer_ago 30", "bjarni"),
    ("orders.last never", "katla dora"),
    ("orders.product is LAKI", "anna"),
    ("orders.product is HEKLA 30", ""),
    ("orders.product is_not HEKLA", "katla dora"),
    ("orders.category one_of boots,hats", "anna"),
    ("orders.category is jackets", "anna bjarni"),
]


def condition(words: str) -> dict[str, object]:
    """A rule from its words; the fourth is the window."""
    field, how, *rest = words.split()
    made: dict[str, object] = {"field": field, "is": how}
    if rest:
        value: object = {"True": True, "False": False}.get(rest[0], rest[0])
        if how == "one_of":
            value = rest[0].split(",")
        elif rest[0].isdigit() and not field.startswith("fact"):
            value = int(rest[0])
        made["value"] = value
    return made | ({"within_days": int(rest[1])} if len(rest) > 1 else {})


async def among(core: Core, rule: dict[str, object]) -> set[str]:
    belonging = Belonging(read(rule), core.clock())
    async with core.engines.writer.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        return set(await connection.scalars(member_ids(belonging, sqlite=sqlite)))


async def test_each_condition_finds_whom_it_should(any_core: Core) -> None:
    await settle(any_core)
    found = [(words, await among(any_core, condition(words))) for words, _ in RULES]
    assert found == [(words, set(names.split())) for words, names in RULES]


async def test_groups_are_what_their_parts_make_of_them(any_core: Core) -> None:
    await settle(any_core)
    pairs = [condition(words) for words, _ in RULES[::12]]
    alone = [await among(any_core, one) for one in pairs]
    for (one, ones), (other, others) in product(zip(pairs, alone, strict=True), repeat=2):
        assert await among(any_core, {"all": [one, other]}) == ones & others
        assert await among(any_core, {"any": [one, other]}) == ones | others
        assert await among(any_core, {"none": [one, {"all": [other]}]}) == set(TOWN) - ones - others


async def test_facts_hold_in_a_rule_as_long_as_elsewhere(any_core: Core) -> None:
    """Every mix of kind, state and times; the rule must agree with the domain."""
    now = any_core.clock()
    days = (None, -400, -40, -1, 1)
    mixes = list(product(("size", "complaint", "promise", "language"), days, days, days))
    made = {}
    async with any_core.store.begin() as tx:
        for place, (key, begins, ends, confirmed) in enumerate(mixes):
            name = f"contact-{place}"
            tx.add(Contact(name, "inbox-hraun", now, now))
            fact = _fact(f"fact-{place}", name, key, "en", now - timedelta(days=390))
            fact.valid_from, fact.valid_until = _in(now, begins), _in(now, ends)
            fact.confirmed_at = _in(now, confirmed)
            fact.state = FactState.ENDED if place % 5 == 0 else FactState.CURRENT
            made[name] = (key, holds(fact, now))
            await tx.flush()
            tx.add(fact)
    for key in ("size", "complaint", "promise", "language"):
        expected = {name for name, (of, holding) in made.items() if of == key and holding}
        assert 0 < len(expected) < len(mixes) / 4
        assert await among(any_core, condition(f"fact.{key} known")) == expected


async def test_an_inbox_that_waits_for_a_no_counts_who_did_not_answer(any_core: Core) -> None:
    await settle(any_core)
    await set_inbox(any_core, consent={"marketing": "opt_out"})
    found = await among(any_core, condition("consent.marketing is True"))
    assert found == {"anna", "katla", "dora"}


async def test_a_segment_opens_its_dialogues(any_core: Core) -> None:
    await settle(any_core)
    belonging = Belonging(read(condition("orders.count at_least 1")), any_core.clock())
    wanted = DialogueFilter(segment=belonging)
    rows = (await any_core.transcripts.response_events(MARKUS, wanted, Slice())).items
    assert {row.contact_id for row in rows} == {"anna"}
    assert len(rows) == 2


async def test_postgresql_has_room_for_a_list_of_people_as_long_as_it_is_asked(
    any_core: Core,
) -> None:
    """Else it reads the list anew for each of them."""
    asked = sa.text("SELECT current_setting('work_mem')")
    belonging = Belonging(read(condition("dialogues.count at_most 1")), any_core.clock())
    if any_core.engines.is_sqlite:
        async with any_core.store.read() as tx:
            assert await tx.segments.count(belonging) == 0
        return
    for ask in (
        lambda session: SegmentRows(session).count(belonging),
        lambda session: SegmentRows(session).members(belonging, 3),
        lambda session: CampaignRows(session).members(belonging, "", 3),
        lambda session: LogRows(session).response_events(
            DialogueFilter(segment=belonging), Slice()
        ),
        lambda session: TranscriptRows(session).search(DialogueFilter(segment=belonging), Slice()),
    ):
        async with AsyncSession(any_core.engines.reader) as session:
            assert await session.scalar(asked) != "64MB"
            await ask(session)
            assert await session.scalar(asked) == "64MB"


async def test_a_preview_counts_and_shows_what_they_did_without_names(any_core: Core) -> None:
    await settle(any_core)
    preview = await any_core.segments.preview(MARKUS, condition("contact.known is True"))
    assert (preview.count, preview.contacts) == (2, 4)
    bjarni, anna = preview.sample
    assert (bjarni.contact_id, bjarni.dialogues, bjarni.spent_cents) == ("bjarni", 0, 2_500)
    assert (anna.dialogues, anna.language, anna.orders, anna.spent_cents) == (2, "is", 2, 12_000)
    now = any_core.clock()
    assert anna.last_order_at == now - timedelta(days=10)
    assert anna.last_dialogue_at == now - timedelta(days=5)


async def test_a_part_is_asked_the_same_as_all(any_core: Core) -> None:
    """Of each rule, those of the part who belong to it; and what was counted to tell it."""
    await settle(any_core)
    part, endings = {"anna", "dora"}, ("na", "ra")
    async with any_core.store.read() as tx:
        assert await tx.segments.looked_at(endings) == 2
        for words, names in RULES:
            belonging = Belonging(read(condition(words)), any_core.clock())
            count, sample = await tx.segments.members(belonging, 9, endings)
            found = {member.contact_id for member in sample}
            assert (words, found, count) == (words, set(names.split()) & part, len(found))


async def test_a_quick_preview_says_how_many_it_looked_at(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sixty contacts, every second of whom wrote down a telephone number."""
    now = any_core.clock()
    async with any_core.store.begin() as tx:
        for n in range(60):
            phone = "+3545551234" if n % 2 else None
            tx.add(Contact(f"contact-{n * 37 % 251:02x}", "inbox-hraun", now, now, phone=phone))
    rule = condition("contact.phone is True")
    whole = await any_core.segments.preview(MARKUS, rule, quick=True)
    assert (whole.count, whole.counted, whole.low, whole.high) == (30, 60, 30, 30)
    monkeypatch.setattr(segments, "_MANY", 50)
    monkeypatch.setattr(segments, "_LOOKED_AT", 30)
    some = await any_core.segments.preview(MARKUS, rule, quick=True)
    assert 20 < some.counted < 40
    assert some.low < some.count < some.high
    assert some.low <= 30 <= some.high
    exact = await any_core.segments.preview(MARKUS, rule)
    assert (exact.count, exact.counted, exact.contacts) == (30, 60, 60)
    assert await any_core.segments.count(MARKUS, rule) == (30, 60)


def test_so_many_endings_are_looked_at_as_are_needed() -> None:
    assert segments.endings_for(200_000) == ()
    assert segments.endings_for(600_000) == ("00", "55", "aa")
    assert segments.endings_for(100_000_000) == ("00",)
    many = segments.endings_for(200_001)
    assert len(many) == len(set(many)) == 7


def _in(now: datetime, days: int | None) -> datetime | None:
    return None if days is None else now + timedelta(days=days)


def _product(sku: str, category: str) -> Product:
    return Product(sku, sku.title(), category, "", 100, "EUR", "/i", "/p")


def _order(
    number: str,
    customer: str,
    at: datetime,
    cents: int,
    *skus: str,
    status: OrderStatus = OrderStatus.DELIVERED,
) -> Order:
    items: list[dict[str, object]] = [{"sku": sku, "quantity": 1} for sku in skus]
    return Order(number, customer, status, at, "EUR", cents, items)


def _said(contact_id: str, at: datetime, **given: object) -> ResponseEvent:
    made = ResponseEvent(
        f"{contact_id}-{at:%j}", "inbox-hraun", contact_id, at, "website", "en", intents=[]
    )
    for name, value in given.items():
        setattr(made, name, value)
    return made


def _fact(fact_id: str, contact_id: str, key: str, value: str, at: datetime) -> Fact:
    return Fact(fact_id, contact_id, key, value, FactSource.VISITOR, 0.9, at)


def test_every_field_has_a_rule_here() -> None:
    asked = {words.split()[0] for words, _ in RULES}
    assert {name for name in FIELDS if not name.startswith(("fact.", "consent."))} - asked <= {
        "contact.phone"
    }
