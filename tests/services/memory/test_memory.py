"""What is remembered, from which words, for whom, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.facts.fact import Fact, FactSource, FactState
from chat_server.domain.facts.statement import Statement
from chat_server.domain.live import FactsChanged
from chat_server.domain.ports import Slice
from tests.core.core import ANNA, by_text, heard, words

if TYPE_CHECKING:
    from chat_server.domain.events import Event
    from tests.core.core import Core


async def ledger(core: Core, contact_id: str) -> list[Fact]:
    """All facts of a contact with every state, oldest first."""
    async with core.store.read() as tx:
        found = [await tx.facts.get(str(event.data["fact_id"])) for event in await _learned(core)]
    return [fact for fact in found if fact is not None and fact.contact_id == contact_id]


async def _learned(core: Core) -> list[Event]:
    return [event for event in await core.log() if event.type == "fact_learned"]


async def test_a_fact_is_kept_with_the_message_that_said_it(core: Core) -> None:
    core.bot.script = lambda _: Answer(
        (Reply(words("ok")),), "inform", 0.9, statements=(Statement("name", "Katrín", 0.8, 5, 11),)
    )
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "I am Katrín")
    remembered, _ = await core.memory.own_facts(session.caller)
    fact, question = remembered[0].fact, (await core.messages(conversation_id))[0]
    assert (fact.key, fact.value, fact.source, fact.confidence) == (
        "name",
        "Katrín",
        FactSource.VISITOR,
        0.8,
    )
    assert (fact.message_id, fact.conversation_id) == (question.id, conversation_id)
    assert question.text[fact.start : fact.end] == "Katrín"
    assert remembered[0].quote == "I am Katrín"
    assert (await core.response_event(conversation_id)).facts_learned == 1
    assert [event.contact_id for event in core.told(FactsChanged)] == [session.contact.id]


async def test_the_next_dialogue_gets_the_facts_of_the_last(core: Core) -> None:
    core.bot.script = by_text({"I am Katrín, size M": heard(("name", "Katrín"), ("size", "M"))})
    session = await core.visitor()
    first = await core.dialogue(session.caller, "I am Katrín, size M")
    await core.assignments.resolve(ANNA, first, solved=True)
    again = await core.visitor(token=session.token)
    assert "Katrín" in again.greeting.text
    await core.dialogue(again.caller, "Hello")
    given = core.bot.questions[-1].facts
    assert {fact["key"]: fact["value"] for fact in given} == {"name": "Katrín", "size": "M"}
    assert all(fact["state"] == "current" and fact["observed_at"] for fact in given)


async def test_a_new_value_supersedes_and_the_old_one_stays_on_record(core: Core) -> None:
    core.bot.script = by_text({"M": heard(("size", "M")), "L": heard(("size", "L"))})
    session = await core.visitor()
    await core.dialogue(session.caller, "M", "L")
    assert await core.facts(session.contact.id) == {"size": "L"}
    old, new = await ledger(core, session.contact.id)
    assert (old.value, old.state, old.superseded_by) == ("M", FactState.SUPERSEDED, new.id)


async def test_the_same_value_again_adds_nothing(core: Core) -> None:
    core.bot.script = lambda _: heard(("size", "M"))
    session = await core.visitor()
    await core.dialogue(session.caller, "M", "M, as I said")
    assert len(await ledger(core, session.contact.id)) == 1
    assert len(core.told(FactsChanged)) == 1


async def test_null_ends_a_fact(core: Core) -> None:
    core.bot.script = by_text(
        {
            "It came torn": heard(("open_problem", "damaged")),
            "All sorted": heard(("open_problem", None)),
        }
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "It came torn", "All sorted")
    assert await core.facts(session.contact.id) == {}
    assert (await ledger(core, session.contact.id))[0].state is FactState.ENDED


async def test_null_for_what_was_never_known_does_nothing(core: Core) -> None:
    core.bot.script = lambda _: heard(("open_problem", None))
    session = await core.visitor()
    await core.dialogue(session.caller, "All fine")
    assert core.told(FactsChanged) == []


async def test_a_problem_that_ended_and_came_back_in_one_breath_is_open(core: Core) -> None:
    core.bot.script = by_text(
        {
            "Torn": heard(("open_problem", "damaged")),
            "Sorted, but the new one is torn": heard(
                ("open_problem", None), ("open_problem", "damaged")
            ),
        }
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "Torn", "Sorted, but the new one is torn")
    assert await core.facts(session.contact.id) == {"open_problem": "damaged"}
    first, second = await ledger(core, session.contact.id)
    assert (first.state, second.state) == (FactState.ENDED, FactState.CURRENT)


async def test_resolving_as_solved_ends_the_open_problem_and_unsolved_keeps_it(core: Core) -> None:
    core.bot.script = lambda _: heard(("open_problem", "late"))
    one, two = await core.visitor(), await core.visitor()
    solved = await core.dialogue(one.caller, "Late!")
    unsolved = await core.dialogue(two.caller, "Late!")
    await core.assignments.resolve(ANNA, solved, solved=True)
    await core.assignments.resolve(ANNA, unsolved, solved=False)
    assert await core.facts(one.contact.id) == {}
    assert await core.facts(two.contact.id) == {"open_problem": "late"}


@pytest.mark.parametrize(
    "statement",
    [
        Statement("name", "4111 1111 1111 1111", 0.9),
        Statement("email", "nonsense", 0.9),
        Statement("religion", "x", 0.9),
        Statement("size", "M", 0.2),
    ],
)
async def test_what_is_unsure_or_of_no_kind_is_not_kept(core: Core, statement: Statement) -> None:
    core.bot.script = lambda _: Answer(
        (Reply(words("ok")),), "inform", 0.9, statements=(statement,)
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "Hello")
    assert await core.facts(session.contact.id) == {}


async def test_without_consent_nothing_is_kept(core: Core) -> None:
    core.bot.script = lambda _: heard(("name", "Katrín"))
    session = await core.visitor()
    await core.consents.set(session.caller, Purpose.MEMORY, granted=False)
    await core.dialogue(session.caller, "I am Katrín")
    assert await core.facts(session.contact.id) == {}
    async with core.store.read() as tx:
        contact = await tx.contacts.get(session.contact.id)
    assert contact is not None
    assert contact.name is None


async def test_what_was_kept_before_goes_when_consent_is_withdrawn(core: Core) -> None:
    core.bot.script = by_text({"I am Katrín": heard(("name", "Katrín"))})
    session = await core.visitor()
    await core.dialogue(session.caller, "I am Katrín")
    await core.consents.set(session.caller, Purpose.MEMORY, granted=False)
    await core.dialogue(session.caller, "Hello")
    unasked = core.bot.questions[-1]
    assert unasked.facts == ()
    again = await core.visitor(token=session.token)
    assert "Katrín" not in again.greeting.text
    await core.consents.set(session.caller, Purpose.MEMORY, granted=True)
    await core.dialogue(session.caller, "Hello")
    assert core.bot.questions[-1].facts == ()
    async with core.store.read() as tx:
        assert await tx.facts.history(session.contact.id, Slice()) == []


async def test_facts_of_others_never_reach_the_bot_or_the_visitor(core: Core) -> None:
    def script(question: Question) -> Answer:
        return heard(("name", question.text), ("order_number", "1" + question.text[-4:]))

    core.bot.script = script
    sessions = [await core.visitor() for _ in range(3)]
    names = ["Person 0001", "Person 0002", "Person 0003"]
    for session, name in zip(sessions, names, strict=True):
        await core.dialogue(session.caller, name)
    core.bot.questions.clear()
    for session, name in zip(sessions, names, strict=True):
        await core.dialogue(session.caller, name)
        seen = str(core.bot.questions[-1]) + str(await core.memory.own_facts(session.caller))
        assert [other for other in names if other in seen] == [name]


async def test_somebody_elses_fact_cannot_be_corrected_or_forgotten(core: Core) -> None:
    core.bot.script = lambda _: heard(("size", "M"))
    owner, thief = await core.visitor(), await core.visitor()
    await core.dialogue(owner.caller, "M")
    fact = (await core.memory.own_facts(owner.caller))[0][0].fact
    with pytest.raises(NotFound):
        await core.memory.correct(thief.caller, fact.id, "S")
    with pytest.raises(NotFound):
        await core.memory.forget(thief.caller, fact.id)
    assert await core.facts(owner.contact.id) == {"size": "M"}


async def test_what_the_visitor_corrects_counts(core: Core) -> None:
    core.bot.script = by_text({"M": heard(("size", "M"))})
    session = await core.visitor()
    await core.dialogue(session.caller, "M")
    fact = (await core.memory.own_facts(session.caller))[0][0].fact
    corrected = await core.memory.correct(session.caller, fact.id, " L ")
    assert (corrected.fact.value, corrected.fact.confidence) == ("L", 1.0)
    assert await core.facts(session.contact.id) == {"size": "L"}


async def test_a_correction_that_cannot_be_kept_is_refused(core: Core) -> None:
    core.bot.script = lambda _: heard(("email", "k@hraun.is"))
    session = await core.visitor()
    await core.dialogue(session.caller, "k@hraun.is")
    fact = (await core.memory.own_facts(session.caller))[0][0].fact
    with pytest.raises(Invalid):
        await core.memory.correct(session.caller, fact.id, "no address")
    assert await core.facts(session.contact.id) == {"email": "k@hraun.is"}


async def test_a_correction_without_consent_is_refused_and_not_silently_lost(core: Core) -> None:
    core.bot.script = lambda _: heard(("size", "M"))
    session = await core.visitor()
    await core.dialogue(session.caller, "M")
    fact = (await core.memory.own_facts(session.caller))[0][0].fact
    await core.consents.set(session.caller, Purpose.MEMORY, granted=False)
    with pytest.raises(NotFound):
        await core.memory.correct(session.caller, fact.id, "L")


async def test_forgetting_deletes_the_earlier_values_too(core: Core) -> None:
    core.bot.script = by_text(
        {"M": heard(("size", "M"), ("colour", "red")), "L": heard(("size", "L"))}
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "M")
    core.clock.forward(seconds=1)
    await core.dialogue(session.caller, "L")
    facts = {item.fact.key: item.fact for item in (await core.memory.own_facts(session.caller))[0]}
    await core.memory.forget(session.caller, facts["size"].id)
    assert [fact.key for fact in await ledger(core, session.contact.id)] == ["colour"]


async def test_forgetting_the_name_forgets_it_everywhere(core: Core) -> None:
    core.bot.script = by_text({"I am Katrín": heard(("name", "Katrín"))})
    session = await core.visitor()
    await core.dialogue(session.caller, "I am Katrín")
    fact = (await core.memory.own_facts(session.caller))[0][0].fact
    await core.memory.forget(session.caller, fact.id)
    again = await core.visitor(token=session.token)
    assert again.contact.name is None
    assert "Katrín" not in again.greeting.text


async def test_an_agent_may_add_a_fact(core: Core) -> None:
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "Hello")
    added = await core.memory.add(
        ANNA, session.contact.id, Statement("size", "M", 1.0), conversation_id
    )
    assert added.fact.source is FactSource.AGENT
    assert await core.facts(session.contact.id) == {"size": "M"}


@pytest.mark.parametrize(
    "statement",
    [Statement("mood", "bad", 1.0), Statement("email", "x", 1.0), Statement("size", None, 1.0)],
)
async def test_an_agent_cannot_add_what_is_no_fact(core: Core, statement: Statement) -> None:
    session = await core.visitor()
    with pytest.raises(Invalid):
        await core.memory.add(ANNA, session.contact.id, statement, None)


async def test_an_agent_cannot_file_a_fact_under_a_strangers_dialogue(core: Core) -> None:
    one, two = await core.visitor(), await core.visitor()
    theirs = await core.dialogue(two.caller, "Hello")
    with pytest.raises(NotFound):
        await core.memory.add(ANNA, one.contact.id, Statement("size", "M", 1.0), theirs)


async def test_an_agent_cannot_add_against_the_contacts_will(core: Core) -> None:
    session = await core.visitor()
    await core.consents.set(session.caller, Purpose.MEMORY, granted=False)
    with pytest.raises(Invalid):
        await core.memory.add(ANNA, session.contact.id, Statement("size", "M", 1.0), None)
