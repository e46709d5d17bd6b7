"""Each question ends with the bot's answer or with a person and a reason."""

from __future__ import annotations

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.errors import Invalid
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.live import MessageUnderstood, TypingChanged
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import BotError
from tests.core.core import ANNA, Core, heard, words

BOT_ERRORS = [
    HandoffReason.BOT_TIMEOUT,
    HandoffReason.BOT_UNAVAILABLE,
    HandoffReason.BOT_EMPTY,
    HandoffReason.BOT_FAILED,
]


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


async def test_an_unexpected_error_goes_to_a_person_at_once(core: Core) -> None:
    def explode(_: Question) -> Answer:
        raise ZeroDivisionError

    core.bot.script = explode
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    assert (await core.conversation(conversation_id)).handoff_reason == "bot_failed"


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


async def test_the_bot_is_told_of_them_in_the_language_they_asked_for(core: Core) -> None:
    core.bot.script = lambda _: heard(("name", "Katrín"), ("language", "is"))
    session = await core.visitor()
    await core.dialogue(session.caller, "Katrín; á íslensku, takk", "Halló")
    first, second = core.bot.questions
    assert (first.locale, second.locale) == ("en", "is")
    assert {"Þú heitir Katrín."} <= {fact["sentence"] for fact in second.facts}
