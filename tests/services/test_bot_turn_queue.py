"""Which question goes to the bot next, and which one waited too long."""

from __future__ import annotations

import asyncio

import pytest

from chat_server.domain.bot_turn import DEADLINE, Answer, BotState, Question
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.live import ConversationChanged
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import BotError
from chat_server.services.bot_turns import STALE, Claimed
from tests.core.core import Core
from tests.core.turns import SlowBot, the_turn, turns_of


async def test_turns_of_one_dialogue_run_one_at_a_time_and_in_order(core: Core) -> None:
    bot = SlowBot()
    turns = turns_of(core, bot)
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "first")
    core.clock.forward(seconds=1)
    await core.say(visitor, "second", sent.conversation_id)
    running = asyncio.create_task(turns.run_next())
    await bot.asked.wait()
    assert not await turns.run_next()
    assert [question.text for question in bot.questions] == ["first"]
    bot.go.set()
    await running
    assert await turns.run_next()
    assert [question.text for question in bot.questions] == ["first", "second"]
    assert (await core.texts(sent.conversation_id))[2:] == ["You said: first", "You said: second"]


async def test_another_dialogue_does_not_wait(core: Core) -> None:
    bot = SlowBot()
    turns = turns_of(core, bot)
    await core.say((await core.visitor()).caller, "mine")
    core.clock.forward(seconds=1)
    await core.say((await core.visitor()).caller, "theirs")
    both = [asyncio.create_task(turns.run_next()) for _ in range(2)]
    bot.go.set()
    assert await asyncio.gather(*both) == [True, True]
    assert {question.text for question in bot.questions} == {"mine", "theirs"}


async def test_a_question_that_waited_too_long_goes_to_a_person_unasked(core: Core) -> None:
    sent = await core.say((await core.visitor()).caller, "Hello")
    core.clock.forward(seconds=DEADLINE)
    assert await core.answer_all() == 1
    assert core.bot.questions == []
    assert (await core.conversation(sent.conversation_id)).handoff_reason == "bot_busy"


async def test_the_time_a_question_waited_is_not_left_for_its_answer(core: Core) -> None:
    await core.say((await core.visitor()).caller, "Hello")
    core.clock.forward(seconds=0.5)
    await core.answer_all()
    assert core.bot.questions[0].within == pytest.approx(DEADLINE - 0.5)


async def test_waiting_for_ones_own_earlier_question_does_not_count(core: Core) -> None:
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "first")
    await core.say(visitor, "second", sent.conversation_id)
    core.clock.forward(seconds=1.5)
    assert await core.turns.run_next()
    assert await core.turns.run_next()
    assert [question.within for question in core.bot.questions] == pytest.approx([0.5, DEADLINE])


async def test_while_the_bot_has_its_hands_full_nothing_leaves_the_queue(core: Core) -> None:
    core.bot.full = True
    await core.say((await core.visitor()).caller, "Hello")
    assert not await core.turns.run_next()
    assert (await the_turn(core)).attempts == 0
    core.bot.full = False
    assert await core.answer_all() == 1


async def test_a_starting_bot_says_so_once_and_answers_when_it_is_there(core: Core) -> None:
    core.bot.current_state = BotState.STARTING
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "Hello")
    await core.say(visitor, "Anyone?", sent.conversation_id)
    for _ in range(3):
        assert not await core.turns.run_next()
    messages = await core.messages(sent.conversation_id)
    assert [m.content.get("code") for m in messages] == [None, None, "bot_starting"]
    assert core.bot.questions == []
    core.bot.current_state = BotState.READY
    assert await core.answer_all() == 2
    assert (await core.texts(sent.conversation_id))[3:] == ["You said: Hello", "You said: Anyone?"]


async def test_a_visitor_may_ask_for_a_person_while_the_bot_starts(core: Core) -> None:
    core.bot.current_state = BotState.STARTING
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "Hello")
    await core.turns.run_next()
    await core.visitors.request_agent(visitor, sent.conversation_id, "k", None)
    core.bot.current_state = BotState.READY
    await core.answer_all()
    assert core.bot.questions == []
    assert (await core.conversation(sent.conversation_id)).owner.kind is OwnerKind.QUEUE


async def test_a_bot_that_never_starts_is_asked_after_a_while_and_fails(core: Core) -> None:
    def fail(_: Question) -> Answer:
        raise BotError(HandoffReason.BOT_UNAVAILABLE, "no connection")

    core.bot.current_state, core.bot.script = BotState.STARTING, fail
    core.clock.forward(minutes=4, seconds=59.5)
    sent = await core.say((await core.visitor()).caller, "Hello")
    assert not await core.turns.run_next()
    core.clock.forward(seconds=1)
    assert await core.turns.run_next()
    assert (await core.conversation(sent.conversation_id)).handoff_reason == "bot_unavailable"


async def test_what_ran_as_a_hub_was_killed_is_looked_at_again_while_the_bot_starts(
    core: Core,
) -> None:
    await core.say((await core.visitor()).caller, "Hello")
    assert isinstance(await core.turns.take(), Claimed)
    core.clock.forward(seconds=1)
    core.bot.current_state = BotState.STARTING
    next_hub = turns_of(core, core.bot, alone=True)
    assert await next_hub.take() is None
    assert next_hub.look_again() == 1.0
    core.bot.current_state = BotState.READY
    taken = await next_hub.take()
    assert isinstance(taken, Claimed)
    assert taken.again


async def test_what_another_hub_has_is_looked_at_again_when_it_is_stale(any_core: Core) -> None:
    core = any_core
    next_hub = turns_of(core, core.bot, alone=True)
    assert await next_hub.take() is None
    assert next_hub.look_again() is None
    core.clock.forward(seconds=1)
    await core.say((await core.visitor()).caller, "Hello")
    assert isinstance(await core.turns.take(), Claimed)
    core.clock.forward(seconds=4)
    assert await next_hub.take() is None
    left = next_hub.look_again()
    assert left is not None
    assert left == pytest.approx(STALE.total_seconds() - 4, abs=0.5)
    core.clock.forward(seconds=left)
    assert isinstance(await next_hub.take(), Claimed)


async def test_what_waited_for_the_bot_is_looked_at_again_though_it_is_there_by_now(
    core: Core,
) -> None:
    core.bot.current_state = BotState.STARTING
    assert await core.turns.take() is None
    assert core.turns.look_again() is None
    await core.say((await core.visitor()).caller, "Hello")
    assert await core.turns.take() is None
    core.bot.current_state, core.bot.full = BotState.READY, True
    assert core.turns.look_again() == 1.0
    assert await core.turns.take() is None
    core.bot.full = False
    assert core.turns.look_again() == 0.05
    assert await core.turns.run_next()
    assert core.turns.look_again() is None


async def test_who_comes_while_the_bot_is_away_goes_to_people_many_in_one_commit(
    any_core: Core,
) -> None:
    core = any_core
    core.bot.current_state = BotState.AWAY
    callers = [(await core.visitor()).caller for _ in range(12)]
    sent = [await core.say(caller, "Hello") for caller in callers]
    await core.say(callers[0], "Anyone?", sent[0].conversation_id)
    core.live.clear()
    looks = 0
    while await core.turns.run_next():
        looks += 1
    # One shows that the bot is not needed, then come all others, a second question of its dialogue among them.
    assert looks == 2
    for one in sent:
        conversation = await core.conversation(one.conversation_id)
        assert (conversation.owner.kind, conversation.owner.epoch) == (OwnerKind.QUEUE, 2)
        assert conversation.handoff_reason == "bot_unavailable"
        codes = [m.content.get("code") for m in await core.messages(one.conversation_id)]
        assert codes.count("handoff") == 1
        assert (await core.response_event(one.conversation_id)).handoffs == 1
    told = [event.snapshot.conversation.id for event in core.told(ConversationChanged)]
    assert sorted(told) == sorted(one.conversation_id for one in sent)
    assert core.bot.questions == []


async def test_what_waited_too_long_does_not_hold_up_what_can_be_asked(core: Core) -> None:
    late = [await core.say((await core.visitor()).caller, "late") for _ in range(3)]
    core.clock.forward(seconds=DEADLINE)
    fresh = await core.say((await core.visitor()).caller, "fresh")
    await core.answer_all()
    assert [question.text for question in core.bot.questions] == ["fresh"]
    assert (await core.texts(fresh.conversation_id))[-1] == "You said: fresh"
    for one in late:
        assert (await core.conversation(one.conversation_id)).handoff_reason == "bot_busy"
