"""What a contact said is found again, by this contact's words only, on both databases alike."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.consent import Purpose
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.services.memory import Recall, Recalled, recalled
from chat_server.services.memory.findable import may_be_found
from tests.core.core import ADA, ANNA, MARKUS, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.services.identity import Session
    from tests.core.core import Core

JACKETS = (
    "I bought a red rain jacket in May",
    "The zip of the jackets is broken",
    "My order 10432 never arrived",
    "ok thanks",
    "ฉันอยากได้เสื้อกันฝนสีแดง",
    "我想買一件紅色的外套",
    "Мне нужна красная куртка большого размера",
    "Mig vantar rauða lopapeysu í stærð L",
)


async def read_all(core: Core) -> None:
    while await core.recall.read_on():
        pass


async def find(core: Core, contact_id: str, query: str, limit: int = 10) -> list[str]:
    await read_all(core)
    found = await core.recall.search(ANNA, contact_id, query, limit)
    return [said.message.text for said in found.said]


async def asked(core: Core, visitor: Session, question: str, dialogue: str = "new") -> Recalled:
    """What the bot is told when they ask now."""
    async with core.store.read() as tx:
        return await recalled(tx, visitor.contact, question, before=core.clock(), dialogue=dialogue)


async def rows(core: Core) -> dict[str, int]:
    """Of all by which anything is found; the index by words is the database's own on PostgreSQL."""
    tables = ["recall_statements", "recall_vectors"]
    if core.engines.is_sqlite:
        tables.append("recall_words")
    async with core.engines.reader.connect() as connection:
        counted = {
            table: await connection.execute(sa.text(f"SELECT count(*) FROM {table}"))  # noqa: S608 - ours
            for table in tables
        }
    return {table: count.scalar_one() for table, count in counted.items()}


async def talker(core: Core, *texts: str) -> Session:
    """Somebody who says each text in a dialogue of its own."""
    visitor = await core.visitor()
    for text in texts:
        await core.say(visitor.caller, text)
        core.clock.forward(days=1)
    return visitor


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("What did they say about the jacket?", JACKETS[1]),
        ("red jackets", JACKETS[0]),
        ("zips breaking", JACKETS[1]),
        ("order #10432", JACKETS[2]),
        ("เสื้อกันฝน", JACKETS[4]),
        ("紅色外套", JACKETS[5]),
        ("красные куртки", JACKETS[6]),
        ("rauð lopapeysa", JACKETS[7]),
    ],
)
async def test_words_find_in_every_language_and_form(
    any_core: Core, query: str, first: str
) -> None:
    visitor = await talker(any_core, *JACKETS)
    assert (await find(any_core, visitor.contact.id, query))[0] == first


async def test_nothing_of_anybody_else_is_found(any_core: Core) -> None:
    one = await talker(any_core, "my jacket is red")
    other = await talker(any_core, "my jacket is blue")
    assert await find(any_core, one.contact.id, "jacket") == ["my jacket is red"]
    assert await find(any_core, other.contact.id, "jacket") == ["my jacket is blue"]


@pytest.mark.parametrize("query", ["!!!", "the", '"jacket', "NOT *", "\x00", "' OR 1=1 --"])
async def test_odd_questions_are_harmless(any_core: Core, query: str) -> None:
    visitor = await talker(any_core, "the jacket")
    assert await find(any_core, visitor.contact.id, query) in ([], ["the jacket"])


async def test_what_was_said_beside_it_comes_with_it(core: Core) -> None:
    visitor = await core.visitor()
    await core.dialogue(visitor.caller, "Do you have jackets?", "size forty-two", "bye")
    await read_all(core)
    found = await core.recall.search(ANNA, visitor.contact.id, "forty", 1)
    said = found.said[0]
    assert said.before is not None
    assert said.before.author.kind == "bot"
    assert said.after is not None
    assert said.message.text == "size forty-two"


async def test_reading_on_twice_adds_nothing(any_core: Core) -> None:
    visitor = await talker(any_core, "a red jacket")
    await read_all(any_core)
    async with any_core.store.begin() as tx:
        await tx.recall.reach(0)
    assert await find(any_core, visitor.contact.id, "jacket") == ["a red jacket"]


async def test_whoever_signs_in_keeps_what_they_said_before(any_core: Core) -> None:
    await any_core.visitor(identity=signed("kim@shop"))
    visitor = await any_core.visitor()
    await any_core.say(visitor.caller, "a red jacket")
    await read_all(any_core)
    known = await any_core.identity.identify(visitor.caller, signed("kim@shop"))
    assert known.contact.id != visitor.contact.id
    assert await find(any_core, known.contact.id, "jacket") == ["a red jacket"]


async def test_words_are_found_under_who_has_them_when_they_are_kept(any_core: Core) -> None:
    """Reading begins as one contact's, and ends as another's."""
    await any_core.visitor(identity=signed("kim@shop"))
    visitor = await any_core.visitor()
    await any_core.say(visitor.caller, "a red jacket")
    known: list[Session] = []

    async def sign_in() -> None:
        if not known:
            known.append(await any_core.identity.identify(visitor.caller, signed("kim@shop")))

    while await any_core.recall.read_on(sign_in):
        pass
    assert await find(any_core, known[0].contact.id, "jacket") == ["a red jacket"]


async def test_whoever_does_not_want_to_be_remembered_is_not_searched(core: Core) -> None:
    visitor = await talker(core, "a red jacket")
    await read_all(core)
    await core.consents.set(visitor.caller, Purpose.MEMORY, granted=False)
    found = await core.recall.search(ANNA, visitor.contact.id, "jacket", 5)
    assert (found.said, found.allowed) == ([], False)
    answer = await asked(core, visitor, "What did I say about the jacket?")
    assert not answer.asked


async def test_forgetting_a_person_leaves_no_row_and_no_word(any_core: Core) -> None:
    gone = await talker(any_core, "a red jacket")
    stays = await talker(any_core, "a blue jacket")
    await read_all(any_core)
    await any_core.consents.forget_me(gone.caller)
    async with any_core.engines.reader.connect() as connection:
        rows = (await connection.execute(sa.text("SELECT contact_id FROM recall_statements"))).all()
        if any_core.engines.is_sqlite:
            words = await connection.execute(sa.text("SELECT rowid FROM recall_words"))
            assert len(words.all()) == 1
    assert [row[0] for row in rows] == [stays.contact.id]
    assert await find(any_core, stays.contact.id, "jacket") == ["a blue jacket"]


async def test_the_bot_is_told_what_they_ask_about_from_before_only(core: Core) -> None:
    visitor = await talker(core, "The jacket is too small", "I live in Oslo")
    asked_at = core.clock()
    question = "What did I tell you about the jacket?"
    await core.say(visitor.caller, question)
    await read_all(core)
    core.clock.forward(days=1)
    again = await asked(core, visitor, question)
    core.clock.now = asked_at
    answer = await asked(core, visitor, question)
    never = await asked(core, visitor, "What did I say about trousers?")
    plain = await asked(core, visitor, "I need a jacket")
    hardly = await asked(core, visitor, "Did I mention a small green sofa?")
    assert [said.message.text for said in answer.said] == ["The jacket is too small"]
    assert (never.asked, never.said) == (True, ())
    assert [said.message.text for said in again.said] == ["The jacket is too small"], (
        "a question is no answer to itself"
    )
    assert (hardly.asked, hardly.said) == (True, ()), "one word of three is not what was meant"
    assert not plain.asked


class Understands:
    """A model that knows garments from everything else."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes] | None:
        self.texts += texts
        garments = ("jacket", "anorak", "clothes")
        return [
            bytes([127, 1] if any(one in text for one in garments) else [1, 127]) for text in texts
        ]


async def test_what_means_the_same_is_found_without_its_words(any_core: Core) -> None:
    visitor = await talker(any_core, "my anorak is torn", "where is my parcel today")
    await read_all(any_core)
    model = Understands()
    recall = Recall(any_core.store, model)
    assert await recall.understand_some(10) == 2
    assert await recall.understand_some(10) == 0, "each is understood once"
    found = await recall.search(ANNA, visitor.contact.id, "clothes", 1)
    assert [(said.message.text, said.why) for said in found.said] == [
        ("my anorak is torn", "meaning")
    ]
    assert found.by_meaning


async def test_an_answer_is_understood_with_its_question(core: Core) -> None:
    visitor = await core.visitor()
    dialogue = await core.dialogue(visitor.caller, "hello there", "yes that blue one")
    await read_all(core)
    model = Understands()
    await Recall(core.store, model).understand_some(10)
    texts = await core.texts(dialogue)
    reply = texts[texts.index("yes that blue one") - 1]
    assert f"{reply}\nyes that blue one" in model.texts


async def test_vectors_go_with_the_person(any_core: Core) -> None:
    visitor = await talker(any_core, "my anorak is torn")
    await read_all(any_core)
    await Recall(any_core.store, Understands()).understand_some(10)
    await any_core.consents.forget_me(visitor.caller)
    async with any_core.engines.reader.connect() as connection:
        left = await connection.execute(sa.text("SELECT count(*) FROM recall_vectors"))
        assert left.scalar_one() == 0


async def test_a_withdrawn_consent_takes_all_by_which_words_were_found(any_core: Core) -> None:
    core = any_core
    visitor, other = await talker(core, "my anorak is torn"), await talker(core, "my anorak")
    await read_all(core)
    await Recall(core.store, Understands()).understand_some(10)
    before = await rows(core)
    _, receipt = await core.consents.set(visitor.caller, Purpose.MEMORY, granted=False)
    assert receipt is not None
    assert receipt.counts == {"recall_statements": 1, "recall_vectors": 1}
    assert await rows(core) == {table: count - 1 for table, count in before.items()}
    await core.say(visitor.caller, "I also lost a glove")
    await read_all(core)
    assert await rows(core) == {table: count - 1 for table, count in before.items()}
    assert await find(core, other.contact.id, "anorak") == ["my anorak"]


async def test_a_yes_brings_back_what_was_said_while_it_was_allowed(any_core: Core) -> None:
    core = any_core
    visitor = await talker(core, "a red jacket")
    await read_all(core)
    await core.consents.set(visitor.caller, Purpose.MEMORY, granted=False)
    core.clock.forward(days=1)
    await core.say(visitor.caller, "a secret jacket")
    await read_all(core)
    core.clock.forward(days=1)
    await core.consents.set(visitor.caller, Purpose.MEMORY, granted=True)
    assert await find(core, visitor.contact.id, "jacket") == ["a red jacket"]
    core.clock.forward(days=1)
    await core.say(visitor.caller, "another jacket")
    assert set(await find(core, visitor.contact.id, "jacket")) == {"a red jacket", "another jacket"}


async def test_where_a_yes_is_needed_only_the_dialogue_that_goes_on_comes_with_it(
    any_core: Core,
) -> None:
    core = any_core
    await core.inboxes.change(ADA, "inbox-hraun", {"consent": {"memory": "opt_in"}})
    visitor = await core.visitor()
    first = await core.queued(visitor.caller)
    await core.say(visitor.caller, "an old jacket", first)
    await core.assignments.accept(ANNA, first)
    await core.assignments.resolve(ANNA, first, solved=True)
    core.clock.forward(days=1)
    await core.say(visitor.caller, "a new jacket")
    await read_all(core)
    assert set((await rows(core)).values()) == {0}
    core.clock.forward(seconds=1)
    await core.consents.set(visitor.caller, Purpose.MEMORY, granted=True)
    assert await find(core, visitor.contact.id, "jacket") == ["a new jacket"]


async def test_a_no_said_before_signing_in_counts_for_the_person_until_they_are_parted(
    any_core: Core,
) -> None:
    core = any_core
    known = await core.visitor(identity=signed("kim@shop"))
    await core.say(known.caller, "a red jacket")
    visitor = await core.visitor()
    await core.consents.set(visitor.caller, Purpose.MEMORY, granted=False)
    await core.say(visitor.caller, "a secret jacket")
    await read_all(core)
    await core.identity.identify(visitor.caller, signed("kim@shop"))
    assert set((await rows(core)).values()) == {0}
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    assert await find(core, known.contact.id, "jacket") == ["a red jacket"]
    assert (await rows(core))["recall_statements"] == 1


@pytest.mark.integration
async def test_a_no_waits_for_the_index_and_then_takes_what_it_wrote(postgres_core: Core) -> None:
    core = postgres_core
    visitor = await talker(core, "a red jacket")
    async with core.store.begin() as tx:
        assert await may_be_found(tx, [visitor.contact.id]) == {visitor.contact.id}
        no = asyncio.create_task(core.consents.set(visitor.caller, Purpose.MEMORY, granted=False))
        await asyncio.wait([no], timeout=0.2)
        assert not no.done()
    await no
    async with core.store.begin() as tx:
        assert await may_be_found(tx, [visitor.contact.id]) == set()


async def test_a_search_reads_no_table_from_end_to_end(core: Core) -> None:
    """Whatever millions of others said, it takes no longer."""
    visitor = await talker(core, *JACKETS)
    await read_all(core)
    await Recall(core.store, Understands()).understand_some(10)
    run: list[tuple[str, object]] = []

    def note(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        run.append((statement, parameters))

    engine = core.engines.reader.sync_engine
    sa.event.listen(engine, "before_cursor_execute", note)
    await Recall(core.store, Understands()).search(ANNA, visitor.contact.id, "red jackets", 10)
    sa.event.remove(engine, "before_cursor_execute", note)
    connection = core.engines.connect_sqlite(16)
    plans = [
        str(line[3])
        for statement, parameters in run
        for line in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
    ]
    connection.close()
    assert plans
    for table in ("messages", "recall_statements", "recall_vectors"):
        assert not [line for line in plans if line.startswith(f"SCAN {table}")], plans


async def test_only_who_may_read_contacts_may_search(core: Core) -> None:
    visitor = await talker(core, "a red jacket")
    with pytest.raises(NotAllowed):
        await core.recall.search(MARKUS, visitor.contact.id, "jacket", 5)
    with pytest.raises(NotFound):
        await core.recall.search(ANNA, "nobody", "jacket", 5)


async def test_notes_of_calls_are_found_and_go_with_the_person(any_core: Core) -> None:
    core = any_core
    una, other = await core.visitor(), await core.visitor()
    for session, text in ((una, "The jacket is too tight"), (other, "Wants a jacket in blue")):
        await core.contact_history.note(ANNA, session.contact.id, text, "call")
    found = await core.recall.search(ANNA, una.contact.id, "what about the jackets?", 5)
    assert [one.note.text for one in found.notes] == ["The jacket is too tight"]
    await core.consents.set(una.caller, Purpose.MEMORY, granted=False)
    silent = await core.recall.search(ANNA, una.contact.id, "jackets", 5)
    assert (silent.allowed, silent.notes) == (False, [])
    await core.consents.erase_contact(ADA, other.contact.id)
    async with core.store.read() as tx:
        assert await tx.contact_history.notes(other.contact.id) == []
