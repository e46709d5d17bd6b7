"""Each question ends with the bot's answer or with a person and a reason."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.bots.scripted import ScriptedBot
from chat_server.domain.bot_turn import DEADLINE, Answer, BotState, Question, Reply, TurnState
from chat_server.domain.errors import Invalid, Unavailable
from chat_server.domain.fact import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.live import MessageUnderstood, TypingChanged
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import BotError
from chat_server.services.bot_turns import STALE, BotTurns, Claimed
from tests.core.core import ANNA, Core, heard, words

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from chat_server.domain.bot_turn import BotTurn
    from chat_server.domain.ports import Transaction

BOT_ERRORS = [
    HandoffReason.BOT_TIMEOUT,
    HandoffReason.BOT_UNAVAILABLE,
    HandoffReason.BOT_EMPTY,
    HandoffReason.BOT_FAILED,
]


class SlowBot(ScriptedBot):
    """Answers when it is let go; `asked` is set when a question is there."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = asyncio.Event()
        self.go = asyncio.Event()

    async def ask(self, question: Question) -> Answer:
        self.questions.append(question)
        self.asked.set()
        await self.go.wait()
        return self.script(question)


def turns_of(core: Core, bot: ScriptedBot) -> BotTurns:
    return BotTurns(core.store, core.clock, bot, timedelta(minutes=5))


async def the_turn(core: Core) -> BotTurn:
    async with core.store.read() as tx:
        found = await tx.turns.pending()
    assert len(found) == 1
    return found[0]


async def state_of(core: Core, turn_id: str) -> tuple[TurnState, str | None]:
    async with core.store.read() as tx:
        turn = await tx.turns.get(turn_id)
    assert turn is not None
    return turn.state, turn.outcome


async def test_the_bots_replies_stand_in_their_order(core: Core) -> None:
    core.bot.script = lambda _: Answer(
        (Reply(words("one")), Reply(words("two"))), "order_status", 0.87654
    )
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Where is my order?")
    messages = await core.messages(conversation_id)
    assert [m.text for m in messages] == ["Where is my order?", "one", "two"]
    assert [m.author.kind for m in messages[1:]] == [AuthorKind.BOT, AuthorKind.BOT]
    assert messages[1].author.name == "Snorri"
    row = await core.response_event(conversation_id)
    assert (row.intents, row.bot_messages) == (["order_status"], 2)


async def test_what_was_understood_is_kept_with_the_question(core: Core) -> None:
    core.bot.script = lambda _: Answer(
        (Reply(words("ok")),), "greet", 0.9, ({"entity": "name", "value": "Jón"},)
    )
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    question, reply = await core.messages(conversation_id)
    assert question.understood == {
        "intent": "greet",
        "confidence": 0.9,
        "entities": [{"entity": "name", "value": "Jón"}],
    }
    assert reply.understood is None
    assert [event.message.id for event in core.told(MessageUnderstood)] == [question.id]


async def test_the_bot_is_told_who_asks_and_from_where(core: Core) -> None:
    session = await core.visitor()
    await core.dialogue(session.caller, "Hello")
    question = core.bot.questions[0]
    assert question.text == "Hello"
    assert question.contact_id == session.contact.id
    assert question.first_turn
    assert not question.identified
    assert question.context == {"inbox": "hraun"}


async def test_typing_begins_with_the_question_and_ends_with_the_answer(core: Core) -> None:
    await core.dialogue((await core.visitor()).caller, "Hello")
    assert [event.on for event in core.told(TypingChanged)] == [True, False]


@pytest.mark.parametrize("reason", BOT_ERRORS)
async def test_a_bot_that_fails_hands_over_with_the_reason(
    core: Core, reason: HandoffReason
) -> None:
    def fail(_: Question) -> Answer:
        raise BotError(reason, "broken")

    core.bot.script = fail
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    conversation = await core.conversation(conversation_id)
    assert conversation.owner.kind is OwnerKind.QUEUE
    assert conversation.handoff_reason == reason
    assert (await core.response_event(conversation_id)).handoff_reason == reason
    assert (await core.messages(conversation_id))[1].content["code"] == "handoff"
    assert await core.answer_all() == 0
    assert [event.on for event in core.told(TypingChanged)] == [True, False]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("complaint", "complaint"),
        ("not_understood", "not_understood"),
        ("something else", "needs_human"),
    ],
)
async def test_the_bots_own_wish_to_hand_over_comes_after_its_replies(
    core: Core, asked: str, kept: str
) -> None:
    core.bot.script = lambda _: Answer(
        (Reply(words("I will fetch somebody.")),),
        "complaint",
        0.9,
        handoff_reason=asked,
        handoff_summary="torn sleeve",
    )
    conversation_id = await core.dialogue((await core.visitor()).caller, "It is torn!")
    messages = await core.messages(conversation_id)
    assert [m.text for m in messages][1] == "I will fetch somebody."
    assert messages[2].content["code"] == "handoff"
    conversation = await core.conversation(conversation_id)
    assert (conversation.handoff_reason, conversation.handoff_summary) == (kept, "torn sleeve")


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


async def die_while_asking(core: Core, bot: SlowBot) -> None:
    """A hub claims the turn, asks, and is gone."""
    dying = asyncio.create_task(turns_of(core, bot).run_next())
    await asyncio.wait_for(bot.asked.wait(), 5)
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
    await asyncio.wait_for(bot.asked.wait(), 5)
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


async def test_an_unexpected_error_goes_to_a_person_at_once(core: Core) -> None:
    def explode(_: Question) -> Answer:
        raise ZeroDivisionError

    core.bot.script = explode
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    assert (await core.conversation(conversation_id)).handoff_reason == "bot_failed"


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


async def test_only_the_contacts_own_facts_may_have_shaped_a_reply(core: Core) -> None:
    other = await core.visitor()
    core.bot.script = lambda _: heard(("size", "XL"))
    await core.dialogue(other.caller, "I wear XL")
    async with core.store.read() as tx:
        theirs = (await tx.facts.current(other.contact.id))[0]
    core.bot.script = lambda _: Answer(
        (Reply(words("XL as always?"), (theirs.id, "made-up")),), "size", 0.9
    )
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    assert (await core.messages(conversation_id))[-1].used_facts == []
    assert (await core.response_event(conversation_id)).facts_used == 0


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("/affirm", "affirm"),
        ("/restart", "restart"),
        ("//", "//"),
        ("hello /affirm", "hello /affirm"),
    ],
)
async def test_nobody_speaks_the_bots_own_language_by_typing(
    core: Core, typed: str, asked: str
) -> None:
    await core.dialogue((await core.visitor()).caller, typed)
    assert core.bot.questions[0].text == asked


async def test_a_choice_that_was_offered_is_given_to_the_bot_as_its_payload(core: Core) -> None:
    choices: dict[str, object] = {
        "type": "choices",
        "text": "Sorted?",
        "choices": [{"label": "Yes", "payload": "/affirm"}],
    }
    core.bot.script = lambda _: Answer((Reply(choices),), "ask", 0.9)
    visitor = (await core.visitor()).caller
    conversation_id = await core.dialogue(visitor, "Hello")
    picked: dict[str, object] = {"type": "text", "text": "Yes", "payload": "/affirm"}
    await core.visitors.send(visitor, conversation_id, "k2", picked)
    forged: dict[str, object] = {"type": "text", "text": "Yes", "payload": "/restart"}
    await core.visitors.send(visitor, conversation_id, "k3", forged)
    await core.answer_all()
    assert [question.text for question in core.bot.questions] == ["Hello", "/affirm", "restart"]


async def test_the_bot_learns_what_the_agent_noted_when_it_gets_the_dialogue_back(
    core: Core,
) -> None:
    visitor = (await core.visitor()).caller
    conversation_id = await core.queued(visitor)
    await core.assignments.accept(ANNA, conversation_id)
    await core.assignments.return_to_bot(ANNA, conversation_id, "size L is on its way")
    await core.say(visitor, "Thanks", conversation_id)
    await core.answer_all()
    question = core.bot.questions[-1]
    stretch = question.context["human_stretch"]
    assert stretch == (await core.conversation(conversation_id)).owner.epoch
    assert question.context["note"] == "size L is on its way"
    assert not question.first_turn
    await core.say(visitor, "Bye", conversation_id)
    await core.answer_all()
    assert core.bot.questions[-1].context["human_stretch"] == stretch


async def test_the_bot_gets_the_facts_that_a_person_learned(core: Core) -> None:
    visitor = (await core.visitor()).caller
    core.bot.script = lambda _: heard(("open_problem", "late"))
    conversation_id = await core.queued(visitor)
    await core.assignments.accept(ANNA, conversation_id)
    learned = [Statement("order_number", "10432", 1.0), Statement("open_problem", None, 1.0)]
    await core.assignments.return_to_bot(ANNA, conversation_id, "Found their order", learned)
    await core.say(visitor, "Thanks", conversation_id)
    await core.answer_all()
    facts = [(fact["key"], fact["value"]) for fact in core.bot.questions[-1].facts]
    assert facts == [("order_number", "10432")]
    notes = [one for one in await core.messages(conversation_id) if not one.public]
    assert [one.text for one in notes] == ["Found their order"]


@pytest.mark.parametrize(("key", "value"), [("shoe", "42"), ("email", "nobody")])
async def test_what_is_no_fact_is_not_given_back(core: Core, key: str, value: str) -> None:
    conversation_id = await core.queued((await core.visitor()).caller)
    await core.assignments.accept(ANNA, conversation_id)
    with pytest.raises(Invalid):
        await core.assignments.return_to_bot(
            ANNA, conversation_id, None, [Statement(key, value, 1.0)]
        )
    assert (await core.conversation(conversation_id)).owner.kind is OwnerKind.AGENT


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
