"""What a contact said is found again, by this contact's words only, on both databases alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.consent import Purpose
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.services.memory import Recall, recalled
from tests.core.core import ANNA, MARKUS, signed

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


async def test_whoever_does_not_want_to_be_remembered_is_not_searched(core: Core) -> None:
    visitor = await talker(core, "a red jacket")
    await read_all(core)
    await core.consents.set(visitor.caller, Purpose.MEMORY, granted=False)
    found = await core.recall.search(ANNA, visitor.contact.id, "jacket", 5)
    assert (found.said, found.allowed) == ([], False)
    async with core.store.read() as tx:
        answer = await recalled(
            tx, visitor.contact, "What did I say about the jacket?", before=core.clock()
        )
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
    async with core.store.read() as tx:
        answer = await recalled(tx, visitor.contact, question, before=asked_at)
        never = await recalled(
            tx, visitor.contact, "What did I say about trousers?", before=asked_at
        )
        plain = await recalled(tx, visitor.contact, "I need a jacket", before=asked_at)
        again = await recalled(tx, visitor.contact, question, before=core.clock())
        hardly = await recalled(
            tx, visitor.contact, "Did I mention a small green sofa?", before=asked_at
        )
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
