"""Forgetting a person leaves nothing of them in any table, and every count as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.consent import Purpose
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError, DialogueFilter, Slice
from chat_server.services.access import VisitorCaller
from chat_server.services.identity import Arrival
from chat_server.services.letters import Letters
from chat_server.services.memory import Recall
from tests.core.core import ADA, ANNA, MARKUS, heard, signed, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.core.core import Core

MARK = "zzmark"


@dataclass
class Traces:
    """What must be gone: words that were planted, and ids that lead to the person."""

    caller: VisitorCaller
    ids: set[str]
    conversations: set[str]


async def live_through_everything(core: Core) -> Traces:
    """One customer who leaves a mark in every place where one can be left."""
    core.bot.script = lambda _: Answer(
        (Reply(words(f"I see, {MARK}reply")),),
        "complain",
        0.9,
        ({"entity": "name", "value": f"{MARK}entity"},),
        statements=(
            Statement("name", f"{MARK}name", 0.9),
            Statement("product_interest", f"{MARK}interest", 0.9),
        ),
        handoff_reason="complaint",
        handoff_summary=f"{MARK}summary",
    )
    anonymous = await core.identity.open(
        Arrival(
            "hraun",
            page={"url": f"https://s/{MARK}", "title": f"{MARK}title", "referrer": f"{MARK}from"},
        )
    )
    first = await core.dialogue(anonymous.caller, f"{MARK}said")
    await core.assignments.accept(ANNA, first)
    await core.agents.note(ANNA, first, "n", words(f"{MARK}note"))
    conversation = await core.conversation(first)
    await core.agents.send(ANNA, first, conversation.owner.epoch, "a", words(f"{MARK}answered"))
    await core.assignments.tag(ANNA, first, [f"{MARK}tag"])
    await core.assignments.return_to_bot(ANNA, first, f"{MARK}returned")
    await core.visitors.rate(anonymous.caller, first, 1, f"{MARK}comment")
    await core.assignments.resolve(ANNA, first, solved=True)
    signed_in = await core.identity.identify(
        anonymous.caller,
        signed(f"{MARK}sub", name=f"{MARK}claimed", email=f"{MARK}@m.is", phone="+3545550000"),
    )
    await core.consents.set(anonymous.caller, Purpose.MARKETING, granted=True)
    core.bot.script = lambda _: heard(("product_interest", f"{MARK}another"))
    second = await core.dialogue(anonymous.caller, f"{MARK}again, my anorak is torn")
    await core.memory.add(ANNA, signed_in.contact.id, Statement("size", f"{MARK}L", 1.0), second)
    await core.visitor(identity=signed(f"{MARK}sub"))
    await core.assignments.accept(ANNA, second)
    letters = Letters(core.store, core.clock, mail=True)
    await letters.leave_address(anonymous.caller, second, f"{MARK}@promised.is")
    await letters.send_transcript(anonymous.caller, second, f"{MARK}@transcript.is")
    epoch = (await core.conversation(second)).owner.epoch
    await core.agents.send(ANNA, second, epoch, "b", words(f"{MARK}mailed"))
    await core.agents.note(ANNA, second, "o", words(f"{MARK}noted"))
    await core.visitors.rate(anonymous.caller, second, 1, f"{MARK}again")
    await make_findable(core)
    return Traces(
        anonymous.caller,
        {anonymous.contact.id, signed_in.contact.id, anonymous.caller.visitor_id},
        {first, second},
    )


class Understands:
    """Every line means the same to it."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes] | None:
        del asked
        return [bytes([127, 1])] * len(texts)


async def make_findable(core: Core) -> None:
    """All that was said, by words and by meaning."""
    while await core.recall.read_on():
        pass
    await Recall(core.store, Understands()).understand_some(50)


async def rows(core: Core) -> dict[str, list[str]]:
    """Every row of every table there is, search index included, as text."""
    async with core.engines.reader.connect() as connection:
        names = await connection.run_sync(lambda c: sa.inspect(c).get_table_names())
        found = {}
        for name in names:
            selected = await connection.execute(sa.select(sa.text("*")).select_from(sa.table(name)))
            found[name] = [str(tuple(row)) for row in selected]
    return found


def holding(tables: dict[str, list[str]], traces: Traces) -> dict[str, int]:
    """How many rows of each table hold a trace."""
    wanted = {MARK, "5550000", *traces.ids}
    counts = {
        name: sum(1 for row in table if any(trace in row for trace in wanted))
        for name, table in tables.items()
    }
    return {name: count for name, count in counts.items() if count}


async def test_the_marks_are_everywhere_before(core: Core) -> None:
    """Or their absence afterwards would prove nothing."""
    traces = await live_through_everything(core)
    assert set(holding(await rows(core), traces)) >= {
        "consents",
        "contacts",
        "conversations",
        "events",
        "facts",
        "merges",
        "messages",
        "outbox",
        "recall_statements",
        "recall_vectors",
        "response_events",
        "used_identities",
        "visitors",
    }


@pytest.mark.parametrize("who", ["visitor", "administrator"])
async def test_nothing_of_a_forgotten_contact_is_left_in_any_table(
    any_core: Core, who: str
) -> None:
    core = any_core
    other = await core.dialogue((await core.visitor()).caller, "somebody else's words")
    await make_findable(core)
    index = ("recall_statements", "recall_vectors", "recall_words")
    before = {name: table for name, table in (await rows(core)).items() if name in index}
    traces = await live_through_everything(core)
    if who == "visitor":
        await core.consents.forget_me(traces.caller)
    else:
        contact = await core.identity.contact(traces.caller)
        await core.consents.erase_contact(ADA, contact.id)
    await core.erasures.settle()
    left = await rows(core)
    assert holding(left, traces) == {}
    assert {name: left[name] for name in before} == before, "others are found as ever"
    assert "somebody else's words" in await core.texts(other)
    assert set(core.bot.forgotten) == traces.conversations
    found = (await core.transcripts.search(ADA, DialogueFilter(query=f"{MARK}said"), Slice())).items
    assert found == []


async def test_the_counts_stay(core: Core) -> None:
    for _ in range(2):
        await core.dialogue((await core.visitor()).caller, "Hello")
    traces = await live_through_everything(core)
    since, until = core.clock(), core.clock()
    since, until = since.replace(year=since.year - 1), until.replace(year=until.year + 1)
    before = await core.reports.overview(MARKUS, since, until)
    log = [(event.type, event.at) for event in await core.log()]
    await core.consents.forget_me(traces.caller)
    after = await core.reports.overview(MARKUS, since, until)
    assert [(event.type, event.at) for event in await core.log()] == log
    assert after == before
    assert before.tally.contacts == 3


async def test_two_forgotten_contacts_are_not_counted_as_one(core: Core) -> None:
    callers = [(await core.visitor()).caller for _ in range(2)]
    for caller in callers:
        await core.dialogue(caller, "Hello")
        core.clock.forward(minutes=1)
        await core.consents.forget_me(caller)
    since, until = core.clock().replace(year=2020), core.clock().replace(year=2099)
    overview = await core.reports.overview(MARKUS, since, until)
    assert (overview.tally.contacts, overview.tally.returning) == (2, 0)


async def test_a_forgotten_browser_is_nobody(core: Core) -> None:
    session = await core.visitor()
    await core.dialogue(session.caller, "Hello")
    await core.consents.forget_me(session.caller)
    with pytest.raises(NotAllowed):
        await core.say(session.caller, "Still there?")
    with pytest.raises(NotAllowed):
        await core.visitor(token=session.token)


async def test_a_bot_that_is_away_does_not_stop_the_erasure(core: Core) -> None:
    async def away(_: object) -> None:
        raise BotError(HandoffReason.BOT_UNAVAILABLE, "no connection")

    session = await core.visitor()
    await core.dialogue(session.caller, "Hello")
    core.bot.forget = away  # type: ignore[method-assign,assignment]  # a bot that cannot be reached
    await core.consents.forget_me(session.caller)
    with pytest.raises(NotAllowed):
        await core.identity.contact(session.caller)


async def test_an_unknown_contact_cannot_be_erased(core: Core) -> None:
    with pytest.raises(NotFound):
        await core.consents.erase_contact(ADA, "nobody")


async def test_the_export_holds_all_that_is_held_and_no_notes(core: Core) -> None:
    def script(question: Question) -> Answer:
        return heard(("name", "Katrín"), reply=f"Re: {question.text}")

    core.bot.script = script
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "I am Katrín", "Bye")
    await core.agents.note(ANNA, conversation_id, "n", words("difficult customer"))
    await core.dialogue((await core.visitor()).caller, "somebody else")
    mine = await core.consents.export(session.caller)
    theirs = await core.consents.export_contact(ADA, session.contact.id)
    for held in (mine, theirs):
        texts = [message.text for message in held.messages]
        assert texts == ["I am Katrín", "Re: I am Katrín", "Bye", "Re: Bye"]
        assert [(item.fact.key, item.quote) for item in held.facts] == [("name", "I am Katrín")]
        assert held.contact.id == session.contact.id
        assert len(held.conversations) == 1
