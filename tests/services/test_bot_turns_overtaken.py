"""An answer whose hub dies over it, or whose dialogue goes on without it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply, TurnState
from chat_server.domain.errors import Unavailable
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError
from chat_server.services.bot_turns import STALE, Claimed
from tests.core.core import ANNA, Core, words
from tests.core.turns import SlowBot, state_of, the_turn, turns_of

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from chat_server.domain.ports import Transaction


@pytest.mark.parametrize("how", ["accepted", "requested", "resolved", "there and back"])
async def test_a_reply_that_comes_after_a_takeover_is_dropped(core: Core, how: str) -> None:
    bot = SlowBot()
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "Hello")
    turn = await the_turn(core)
    running = asyncio.create_task(turns_of(core, bot).run_next())
    await bot.asked.wait()
    if how == "requested":
        await core.visitors.request_agent(visitor, sent.conversation_id, "k", None)
    elif how == "resolved":
        await core.assignments.resolve(ANNA, sent.conversation_id, solved=False)
    else:
        await core.assignments.accept(ANNA, sent.conversation_id)
        if how == "there and back":
            await core.assignments.return_to_bot(ANNA, sent.conversation_id, None)
    before = await core.texts(sent.conversation_id)
    bot.go.set()
    assert await running
    assert await core.texts(sent.conversation_id) == before
    assert await state_of(core, turn.id) == (TurnState.DROPPED, "taken_over")
    assert (await core.response_event(sent.conversation_id)).bot_messages == 0


async def test_a_late_failure_does_not_hand_over_again(core: Core) -> None:
    bot = SlowBot()

    def fail(_: Question) -> Answer:
        raise BotError(HandoffReason.BOT_TIMEOUT, "late")

    bot.script = fail
    visitor = (await core.visitor()).caller
    sent = await core.say(visitor, "Hello")
    running = asyncio.create_task(turns_of(core, bot).run_next())
    await bot.asked.wait()
    await core.assignments.accept(ANNA, sent.conversation_id)
    bot.go.set()
    await running
    conversation = await core.conversation(sent.conversation_id)
    assert (conversation.owner.agent_id, conversation.handoff_reason) == ("anna", None)


async def test_erasing_while_the_bot_thinks_ends_the_turn(core: Core) -> None:
    bot = SlowBot()
    session = await core.visitor()
    await core.say(session.caller, "Hello")
    running = asyncio.create_task(turns_of(core, bot).run_next())
    await bot.asked.wait()
    await core.consents.forget_me(session.caller)
    bot.go.set()
    assert await running
    assert await core.answer_all() == 0


async def die_while_asking(core: Core, bot: SlowBot) -> None:
    """A hub claims the turn, asks, and is gone."""
    dying = asyncio.create_task(turns_of(core, bot).run_next())
    await asyncio.wait_for(bot.asked.wait(), 30)
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)


async def test_a_turn_whose_hub_died_is_never_asked_again(core: Core) -> None:
    sent = await core.say((await core.visitor()).caller, "Hello")
    turn, bot = await the_turn(core), SlowBot()
    await die_while_asking(core, bot)
    assert await core.answer_all() == 0, "it may still be running elsewhere"
    core.clock.forward(seconds=STALE.total_seconds() + 1)
    assert await core.answer_all() == 1
    assert [question.turn_id for question in bot.questions] == [turn.id]
    assert core.bot.questions == []
    assert await state_of(core, turn.id) == (TurnState.FAILED, "bot_lost")
    conversation = await core.conversation(sent.conversation_id)
    assert conversation.handoff_reason == "bot_lost"


async def test_an_answer_that_a_dead_hub_did_not_commit_is_recalled(core: Core) -> None:
    sent = await core.say((await core.visitor()).caller, "Hello")
    turn = await the_turn(core)
    await die_while_asking(core, SlowBot())
    core.bot.answered[turn.id] = Answer((Reply(words("Hello to you")),), "greet", 0.9)
    core.clock.forward(seconds=STALE.total_seconds() + 1)
    assert await core.answer_all() == 1
    assert await core.texts(sent.conversation_id) == ["Hello", "Hello to you"]
    assert core.bot.questions == []


async def test_a_turn_taken_up_again_has_one_outcome(core: Core) -> None:
    sent = await core.say((await core.visitor()).caller, "Hello")
    bot = SlowBot()
    hung = asyncio.create_task(turns_of(core, bot).run_next())
    await asyncio.wait_for(bot.asked.wait(), 30)
    core.clock.forward(seconds=STALE.total_seconds() + 1)
    assert await core.answer_all() == 1
    before = await core.texts(sent.conversation_id)
    bot.go.set()
    await hung
    assert await core.texts(sent.conversation_id) == before
    assert (await core.conversation(sent.conversation_id)).handoff_reason == "bot_lost"


async def test_an_answer_waits_for_the_database_and_is_not_asked_for_again(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = await core.say((await core.visitor()).caller, "Hello")
    taken = await core.turns.take()
    assert isinstance(taken, Claimed)
    begin, refused = core.store.begin, 3

    def away_at_first() -> AbstractAsyncContextManager[Transaction]:
        nonlocal refused
        if refused:
            refused -= 1
            raise Unavailable("away")
        return begin()

    monkeypatch.setattr(core.store, "begin", away_at_first)
    await core.turns.answer(taken)
    assert await core.texts(sent.conversation_id) == ["Hello", "You said: Hello"]
    assert len(core.bot.questions) == 1
