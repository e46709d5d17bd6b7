"""Who is held out is remembered and shown what is kept, and spoken to as a stranger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain import response_event
from chat_server.domain.hold_out import Arm, arm_of
from chat_server.services.memory import facts_at_hand, usable_facts
from tests.core.core import ADA, ANNA, Core, by_text, heard

if TYPE_CHECKING:
    from chat_server.services.identity import Session

HALF = 50


async def set_share(core: Core, percent: int) -> None:
    await core.inboxes.change(ADA, "inbox-hraun", {"memory_holdout": percent})


async def someone(core: Core, arm: Arm) -> Session:
    """A new visitor who is in this arm when half are held out."""
    for _ in range(100):
        session = await core.visitor()
        if arm_of(session.contact.id, HALF) is arm:
            return session
    raise AssertionError("a hundred people in one arm")


async def told_their_name(core: Core, session: Session) -> str:
    core.bot.script = by_text({"I am Anna.": heard(("name", "Anna"))})
    return await core.dialogue(session.caller, "I am Anna.")


@pytest.mark.parametrize(("arm", "known"), [(Arm.TREATED, ["Anna"]), (Arm.HELD_OUT, [])])
async def test_only_who_is_not_held_out_is_known_when_they_come_back(
    any_core: Core, arm: Arm, known: list[str]
) -> None:
    core = any_core
    await set_share(core, HALF)
    session = await someone(core, arm)
    await told_their_name(core, session)
    await core.dialogue(session.caller, "Hello again")
    assert [fact["value"] for fact in core.bot.questions[-1].facts] == known
    back = await core.visitor(token=session.token)
    assert ("Anna" in back.greeting.text) is bool(known)
    assert bool(back.greeting.used_facts) is bool(known)


async def test_what_is_said_in_a_dialogue_counts_in_it_for_everybody(any_core: Core) -> None:
    core = any_core
    await set_share(core, HALF)
    session = await someone(core, Arm.HELD_OUT)
    dialogue, contact, now = await told_their_name(core, session), session.contact.id, core.clock()
    async with core.store.read() as tx:
        here = await usable_facts(tx, contact, now, dialogue)
        both = await facts_at_hand(tx, contact, now, dialogue)
        assert [fact.value for fact in here] == ["Anna"]
        assert both == (here, [])
        assert await usable_facts(tx, contact, now, "another") == []
        assert await facts_at_hand(tx, contact, now) == ([], [])


async def quotes(core: Core, session: Session, dialogue: str) -> list[str]:
    """What the bot is told that they said, when they ask about a jacket in this dialogue."""
    while await core.recall.read_on():
        pass
    core.clock.forward(seconds=1)
    await core.say(session.caller, "What did I tell you about the jacket?", dialogue)
    await core.answer_all()
    told = core.bot.questions[-1].context["recalled"]
    assert isinstance(told, dict)
    return [one["quote"] for one in told["said"]]


@pytest.mark.parametrize(
    ("arm", "said"),
    [
        (Arm.TREATED, ["the jacket is red", "the jacket is torn"]),
        (Arm.HELD_OUT, ["the jacket is torn"]),
    ],
)
async def test_of_who_is_held_out_the_bot_is_told_no_words_of_another_dialogue(
    any_core: Core, arm: Arm, said: list[str]
) -> None:
    core = any_core
    await set_share(core, HALF)
    session = await someone(core, arm)
    first = await core.dialogue(session.caller, "the jacket is red")
    await core.assignments.accept(ANNA, first)
    await core.assignments.resolve(ANNA, first, solved=True)
    second = await core.dialogue(session.caller, "the jacket is torn")
    assert second != first
    assert sorted(await quotes(core, session, second)) == said


async def test_the_person_and_who_answers_see_what_is_kept(any_core: Core) -> None:
    core = any_core
    await set_share(core, HALF)
    session = await someone(core, Arm.HELD_OUT)
    await told_their_name(core, session)
    own, _ = await core.memory.own_facts(session.caller)
    assert [item.fact.value for item in own] == ["Anna"]
    profile = await core.contacts.profile(ANNA, session.contact.id)
    assert [item.fact.value for item in profile.facts] == ["Anna"]


async def test_a_dialogue_says_for_good_in_which_arm_it_began(any_core: Core) -> None:
    core = any_core
    before = await core.dialogue((await core.visitor()).caller, "Hello")
    await set_share(core, HALF)
    began = {
        arm: await core.dialogue((await someone(core, arm)).caller, "Hello")
        for arm in (Arm.TREATED, Arm.HELD_OUT)
    }
    await set_share(core, 0)
    expected = {before: Arm.NONE, **{dialogue: arm for arm, dialogue in began.items()}}
    opened = {
        event.conversation_id: event
        for event in await core.log()
        if event.type == "conversation_opened"
    }
    for dialogue, arm in expected.items():
        kept, again = await core.response_event(dialogue), response_event.begin(opened[dialogue])
        share = 0 if arm is Arm.NONE else HALF
        assert (kept.memory_arm, kept.memory_share) == (arm, share)
        assert (again.memory_arm, again.memory_share) == (arm, share)


async def test_no_share_holds_nobody_out(core: Core) -> None:
    session = await someone(core, Arm.HELD_OUT)
    await told_their_name(core, session)
    async with core.store.read() as tx:
        assert await usable_facts(tx, session.contact.id, core.clock())
