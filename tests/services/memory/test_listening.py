"""What a visitor says in free words is known to the bot in the same turn."""

from __future__ import annotations

from chat_server.domain.bot_turn import DEADLINE, Answer, Question, Reply
from chat_server.domain.consent import Purpose
from chat_server.domain.events import EventType
from chat_server.domain.facts.fact import FactState
from chat_server.domain.facts.statement import Statement
from chat_server.hearing.ears import RuleEars
from tests.core.core import Core, Deaf, words
from tests.core.ears import Abroad


def told(question: Question) -> dict[object, object]:
    return {fact["key"]: fact["value"] for fact in question.facts if fact["state"] == "current"}


def listens(core: Core) -> None:
    """With the ears of the product."""
    core.hear_with(RuleEars())


class Unsure(Deaf):
    """Hears the same in every message, and is never sure."""

    def hear(self, *_: object, **__: object) -> list[Statement]:
        return [Statement("size", "42", 0.6)]


async def test_what_a_message_says_is_known_in_its_own_turn(any_core: Core) -> None:
    core = any_core
    listens(core)
    await core.dialogue((await core.visitor()).caller, "Hi, I'm Kim and my size is M.")
    (question,) = core.bot.questions
    assert told(question) == {"name": "Kim", "size": "M"}
    assert question.context["heard"] == ["name", "size"]
    assert all(fact["just_said"] and fact["said_here"] for fact in question.facts)


async def test_a_language_is_learned_before_its_first_question_and_not_in_its_time(
    any_core: Core,
) -> None:
    core = any_core
    ears = Abroad(core)
    core.hear_with(ears)
    await core.dialogue((await core.visitor()).caller, "Hi, I'm Kim.", "My size is M.")
    first, second = core.bot.questions
    assert (told(first), told(second)) == ({"name": "Kim"}, {"name": "Kim", "size": "M"})
    assert first.within == DEADLINE
    assert ears.learned == ["en"]


async def test_the_words_on_a_button_need_no_language(core: Core) -> None:
    ears = Abroad(core)
    core.hear_with(ears)
    content = {**words("My name is Kim."), "payload": "/affirm"}
    await core.visitors.send((await core.visitor()).caller, None, "c1", content)
    assert await core.answer_all() == 1
    assert ears.learned == []


async def test_a_bare_answer_is_understood_by_the_question_before_it(any_core: Core) -> None:
    core = any_core
    listens(core)
    core.bot.script = lambda _: Answer((Reply(words("What is your name?")),), "ask", 1.0)
    await core.dialogue((await core.visitor()).caller, "Hello", "Guðrún")
    assert told(core.bot.questions[-1]) == {"name": "Guðrún"}


async def test_the_bot_telling_the_same_makes_no_second_fact(any_core: Core) -> None:
    core = any_core
    listens(core)
    core.bot.script = lambda _: Answer(
        (Reply(words("ok")),), "inform", 1.0, statements=(Statement("name", "Kim", 0.9),)
    )
    session = await core.visitor()
    await core.dialogue(session.caller, "My name is Kim.")
    async with core.store.read() as tx:
        (fact,) = await tx.facts.of_kind(session.contact.id, "name")
    assert (fact.value, fact.state, fact.start, fact.end) == ("Kim", FactState.CURRENT, 11, 14)


async def test_nothing_is_heard_of_who_does_not_allow_it(core: Core) -> None:
    listens(core)
    session = await core.visitor()
    await core.consents.set(session.caller, Purpose.MEMORY, granted=False)
    await core.dialogue(session.caller, "My name is Kim.")
    assert core.bot.questions[0].facts == ()


async def test_what_is_not_sure_is_told_apart(core: Core) -> None:
    core.hear_with(Unsure())
    await core.dialogue((await core.visitor()).caller, "I guess 42?")
    (fact,) = core.bot.questions[0].facts
    assert (fact["key"], fact["state"]) == ("size", "unconfirmed")
    assert told(core.bot.questions[0]) == {}


async def test_the_words_on_a_button_are_not_the_visitors(core: Core) -> None:
    listens(core)
    caller = (await core.visitor()).caller
    content = {**words("My name is Kim."), "payload": "/affirm"}
    await core.visitors.send(caller, None, "c1", content)
    await core.answer_all()
    assert core.bot.questions[0].facts == ()


async def test_what_is_to_be_forgotten_is_gone_with_the_answer(any_core: Core) -> None:
    core = any_core
    listens(core)
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "My size is M. My name is Kim.")
    (size,) = [fact for fact in core.bot.questions[-1].facts if fact["key"] == "size"]
    core.bot.script = lambda _: Answer(
        (Reply(words("Done."), (str(size["id"]),)),), "forget_fact", 1.0, forget=(str(size["id"]),)
    )
    await core.say(session.caller, "Forget my size", conversation_id)
    await core.answer_all()
    assert await core.facts(session.contact.id) == {"name": "Kim"}
    assert (await core.messages(conversation_id))[-1].used_facts == []


async def test_nobody_makes_the_bot_forget_another_persons_facts(core: Core) -> None:
    listens(core)
    kim = await core.visitor()
    await core.dialogue(kim.caller, "My size is M.")
    (size,) = core.bot.questions[-1].facts
    core.bot.script = lambda _: Answer(
        (Reply(words("Done."), (str(size["id"]),)),), "forget_fact", 1.0, forget=(str(size["id"]),)
    )
    conversation_id = await core.dialogue((await core.visitor()).caller, "Forget the size")
    assert await core.facts(kim.contact.id) == {"size": "M"}
    assert (await core.messages(conversation_id))[-1].used_facts == []


async def test_a_doubtful_fact_is_told_until_it_was_asked_about(any_core: Core) -> None:
    core = any_core
    core.hear_with(Unsure())
    session = await core.visitor()

    def ask(question: Question) -> Answer:
        doubtful = [fact for fact in question.facts if fact["state"] == "unconfirmed"]
        about = str(doubtful[0]["id"]) if doubtful else None
        return Answer((Reply(words("Is that so?"), asks_about=about),), "ask", 1.0)

    core.bot.script = ask
    await core.dialogue(session.caller, "I guess 42?", "Hm")
    assert [len(question.facts) for question in core.bot.questions] == [1, 0]


async def test_a_question_for_what_is_known_is_counted(any_core: Core) -> None:
    core = any_core
    listens(core)
    core.bot.script = lambda _: Answer((Reply(words("What is your name?")),), "ask", 1.0)
    await core.dialogue((await core.visitor()).caller, "Hello", "My name is Kim.")
    again = [event for event in await core.log() if event.type is EventType.ASKED_AGAIN]
    assert [event.data for event in again] == [{"keys": ["name"]}]


async def test_a_reply_names_no_fact_that_holds_no_longer(core: Core) -> None:
    listens(core)
    session = await core.visitor()
    conversation_id = await core.dialogue(session.caller, "I live in Oslo.")
    (old,) = core.bot.questions[-1].facts
    core.bot.script = lambda _: Answer((Reply(words("ok"), (str(old["id"]),)),), "inform", 1.0)
    await core.say(session.caller, "I moved to Berlin.", conversation_id)
    await core.answer_all()
    assert told(core.bot.questions[-1]) == {"home": "Berlin"}
    assert (await core.messages(conversation_id))[-1].used_facts == []
