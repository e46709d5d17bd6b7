"""Words to people are listened to as well, and what people promise."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.events import EventType
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.ids import new_id
from chat_server.hearing.ears import RuleEars
from chat_server.services.memory import CatchingUp, Tidying
from tests.core.core import ANNA, Core, words

if TYPE_CHECKING:
    from chat_server.services.access import VisitorCaller


async def listen(core: Core) -> None:
    catching_up = CatchingUp(core.store, RuleEars(), core.clock)
    while await catching_up.listen_on():
        pass


async def with_anna(core: Core, caller: VisitorCaller) -> str:
    """A dialogue that Anna answers."""
    conversation_id = await core.queued(caller)
    await core.assignments.accept(ANNA, conversation_id)
    await listen(core)
    return conversation_id


async def say_to(core: Core, conversation_id: str, text: str) -> None:
    """Anna says it."""
    epoch = (await core.conversation(conversation_id)).owner.epoch
    await core.agents.send(ANNA, conversation_id, epoch, new_id(), words(text))


async def test_what_is_written_to_people_is_heard(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "I'm Kim and I live in Oslo.", conversation_id)
    await listen(core)
    assert await core.facts(session.contact.id) == {"name": "Kim", "home": "Oslo"}


async def test_hearing_it_all_again_changes_nothing(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    async with core.store.begin() as tx:
        await tx.hearing.reach(0)
    await listen(core)
    async with core.store.read() as tx:
        assert len(await tx.facts.of_kind(session.contact.id, "size")) == 1


async def test_what_was_forgotten_is_not_heard_again(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    async with core.store.read() as tx:
        (fact,) = await tx.facts.of_kind(session.contact.id, "size")
    await core.memory.forget(session.caller, fact.id)
    async with core.store.begin() as tx:
        await tx.hearing.reach(0)
    await listen(core)
    assert await core.facts(session.contact.id) == {}


async def test_a_bare_answer_to_an_agents_question_is_understood(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await say_to(core, conversation_id, "What is your name?")
    await core.say(session.caller, "Guðrún", conversation_id)
    await listen(core)
    assert await core.facts(session.contact.id) == {"name": "Guðrún"}


async def test_what_an_agent_promises_is_kept(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await say_to(core, conversation_id, "I'll send you the refund by Friday.")
    await listen(core)
    async with core.store.read() as tx:
        (promise,) = await tx.facts.of_kind(session.contact.id, "promise")
    assert promise.source is FactSource.AGENT
    assert promise.valid_until is not None


async def test_an_agent_who_asks_for_what_is_known_is_counted(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My name is Kim.", conversation_id)
    await listen(core)
    await say_to(core, conversation_id, "What is your name?")
    await listen(core)
    again = [event for event in await core.log() if event.type is EventType.ASKED_AGAIN]
    assert [(event.actor_kind, event.data) for event in again] == [("agent", {"keys": ["name"]})]


@pytest.mark.parametrize("lines", [1, 700])
async def test_every_line_is_passed_once_however_many_there_are(core: Core, lines: int) -> None:
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    for number in range(lines):
        await core.say(session.caller, f"Hm, line {number}", conversation_id)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    assert await core.facts(session.contact.id) == {"size": "M"}
    assert not await CatchingUp(core.store, RuleEars(), core.clock).listen_on()


async def test_a_promise_that_is_overdue_is_told_to_the_bot(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await say_to(core, conversation_id, "I'll send you the refund by tomorrow.")
    await listen(core)
    core.clock.forward(days=10)
    await Tidying(core.store, core.clock).sweep()
    await core.dialogue(session.caller, "Hello again")
    (promise,) = [fact for fact in core.bot.questions[-1].facts if fact["key"] == "promise"]
    assert datetime.fromisoformat(str(promise["valid_until"])) < core.clock()
    core.clock.forward(days=30)
    await Tidying(core.store, core.clock).sweep()
    assert await core.facts(session.contact.id) == {}
