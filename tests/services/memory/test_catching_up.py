"""Words to people are listened to as well, and what people promise."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from chat_server.domain.events import EventType
from chat_server.domain.facts.fact import FactReason, FactSource, FactState
from chat_server.domain.ids import new_id
from chat_server.hearing.ears import RuleEars
from chat_server.services.memory import CatchingUp, Tidying
from tests.core.core import ADA, ANNA, Core, signed, words
from tests.core.ears import Abroad

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from chat_server.domain.facts.fact import Fact
    from chat_server.domain.ports import Store, Transaction
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


async def test_a_language_is_learned_while_nobody_waits_for_the_database(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "I'm Kim.", conversation_id)
    await say_to(core, conversation_id, "Сегодня отправим вам новый заказ.")
    ears = Abroad(core)
    assert not await CatchingUp(core.store, ears, core.clock).listen_on()
    assert ears.learned == ["en", "ru"]
    assert (await core.facts(session.contact.id))["name"] == "Kim"


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


class Meanwhile:
    """A store in which something happens right before the first of its writing transactions; counts them."""

    def __init__(self, core: Core, happens: Callable[[], Awaitable[object]] | None = None) -> None:
        self._store = core.store
        self._happens = happens
        self.begun = 0
        self.read = core.store.read
        # What is done without a transaction has tests of its own.
        self.shortcuts = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        self.begun += 1
        if self.begun == 1 and self._happens is not None:
            await self._happens()
        async with self._store.begin() as tx:
            yield tx


async def listen_while(core: Core, happens: Callable[[], Awaitable[object]] | None = None) -> int:
    """How many writing transactions it took."""
    store = Meanwhile(core, happens)
    catching_up = CatchingUp(cast("Store", store), RuleEars(), core.clock)
    while await catching_up.listen_on():
        pass
    return store.begun


async def sizes(core: Core, contact_id: str) -> list[Fact]:
    async with core.store.read() as tx:
        return await tx.facts.of_kind(contact_id, "size")


async def test_what_is_said_again_is_known_from_then_on(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    for _ in range(3):
        core.clock.forward(days=1)
        await core.say(session.caller, "My size is M.", conversation_id)
    assert await listen_while(core) == 1
    (fact,) = await sizes(core, session.contact.id)
    assert fact.confirmed_at == core.clock()


async def test_lines_that_say_nothing_share_one_commit(core: Core) -> None:
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    for number in range(30):
        await core.say(session.caller, f"Hm, line {number}", conversation_id)
    assert await listen_while(core) == 1


async def test_news_after_what_is_known_is_news(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    for text in ("My size is M.", "My size is L.", "My size is M."):
        core.clock.forward(minutes=1)
        await core.say(session.caller, text, conversation_id)
    await listen(core)
    history = [(fact.value, fact.state) for fact in await sizes(core, session.contact.id)]
    assert history == [
        ("M", FactState.SUPERSEDED),
        ("L", FactState.SUPERSEDED),
        ("M", FactState.CURRENT),
    ]


async def test_what_was_forgotten_may_be_said_anew(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    (fact,) = await sizes(core, session.contact.id)
    await core.memory.forget(session.caller, fact.id)
    core.clock.forward(minutes=1)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    assert await core.facts(session.contact.id) == {"size": "M"}


async def test_what_changes_between_looking_and_writing_is_looked_at_again(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen(core)
    core.clock.forward(minutes=2)
    await core.say(session.caller, "My size is M.", conversation_id)
    (fact,) = await sizes(core, session.contact.id)

    async def correct() -> None:
        """Of before the line that is being heard."""
        async with core.store.begin() as tx:
            held = await tx.facts.get(fact.id)
            assert held is not None
            at = core.clock() - timedelta(minutes=1)
            held.close(FactState.ENDED, FactReason.WITHDRAWN, at)

    await listen_while(core, correct)
    first, second = await sizes(core, session.contact.id)
    assert (first.state, second.state) == (FactState.ENDED, FactState.CURRENT)


async def test_nothing_is_kept_of_who_is_forgotten_meanwhile(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen_while(core, lambda: core.consents.forget_me(session.caller))
    assert await sizes(core, session.contact.id) == []
    assert not await CatchingUp(core.store, RuleEars(), core.clock).listen_on()


async def test_who_becomes_known_meanwhile_is_who_said_it(any_core: Core) -> None:
    core = any_core
    await core.visitor(identity=signed("kim@shop"))
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My size is M.", conversation_id)
    await listen_while(core, lambda: core.identity.identify(session.caller, signed("kim@shop")))
    contact_id = (await core.conversation(conversation_id)).contact_id
    assert contact_id != session.contact.id
    assert [fact.value for fact in await sizes(core, contact_id)] == ["M"]


async def test_a_question_for_what_is_known_is_counted_once(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    await core.say(session.caller, "My name is Kim.", conversation_id)
    await listen(core)
    await say_to(core, conversation_id, "What is your name?")
    await listen(core)
    async with core.store.begin() as tx:
        await tx.hearing.reach(0)
    await listen(core)
    again = [event for event in await core.log() if event.type is EventType.ASKED_AGAIN]
    assert len(again) == 1


async def test_what_repeats_news_of_the_same_part_is_told_when_that_is_kept(any_core: Core) -> None:
    core = any_core
    session = await core.visitor()
    conversation_id = await with_anna(core, session.caller)
    for text in ("My size is M.", "My size is M.", "My name is Kim.", "My size is M."):
        core.clock.forward(minutes=1)
        await core.say(session.caller, text, conversation_id)
    assert await listen_while(core) == 2
    (fact,) = await sizes(core, session.contact.id)
    assert fact.confirmed_at == core.clock()
    assert await core.facts(session.contact.id) == {"size": "M", "name": "Kim"}
    learned = [event for event in await core.log() if event.type is EventType.FACT_LEARNED]
    assert sorted(str(event.data["key"]) for event in learned) == ["name", "size"]


async def test_what_was_said_again_to_a_person_is_known_of_both_when_they_are_parted(
    any_core: Core,
) -> None:
    core = any_core
    known, nameless = await core.visitor(identity=signed("anna")), await core.visitor()
    theirs = await with_anna(core, nameless.caller)
    await core.say(nameless.caller, "My size is M.", theirs)
    own = await with_anna(core, known.caller)
    await listen(core)
    await core.identity.identify(nameless.caller, signed("anna"))
    core.clock.forward(seconds=1)
    await core.say(known.caller, "My size is M.", own)
    await listen(core)
    (record,) = await core.merges.of(ANNA, known.contact.id)
    await core.merges.undo(ADA, record.id)
    for person in (known, nameless):
        assert await core.facts(person.contact.id) == {"size": "M"}
