"""What an agent is told before typing, from both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Reply
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.facts.statement import Statement
from chat_server.services.handoff_card import HandoffCards
from tests.core.core import ADA, ANNA, BOT, MARKUS, Core, by_text, words

if TYPE_CHECKING:
    from chat_server.services.access import AgentCaller

ASKED = Answer(
    (Reply(words("What is your e-mail?")),),
    "track_order",
    0.93,
    ({"entity": "order_number", "value": "10432"},),
    (Statement("order_number", "10432", 0.9),),
    form="order_status_form",
)
ANGRY = Answer((Reply(words("I'm sorry.")),), "complain", 0.8, handoff_reason="anger")


async def handed_over(core: Core) -> str:
    core.bot.script = by_text({"Where is 10432?": ASKED, "This is a joke!!": ANGRY})
    visitor = (await core.visitor()).caller
    return await core.dialogue(visitor, "Where is 10432?", "This is a joke!!")


async def test_the_card_holds_what_happened(any_core: Core) -> None:
    conversation_id = await handed_over(any_core)
    any_core.clock.forward(seconds=42)
    found = await HandoffCards(any_core.store, any_core.clock).of(ANNA, conversation_id)
    card = found.card
    assert card.conversation.handoff_reason == "anger"
    assert card.waiting_seconds == 42
    assert [(one.said, one.form) for one in card.attempts] == [
        ("Where is 10432?", "order_status_form"),
        ("This is a joke!!", None),
    ]
    assert card.attempts[0].answers == ("What is your e-mail?",)
    assert [(one.key, one.answer) for one in card.known] == [("order_number", "10432")]
    assert [(item.fact.value, item.quote) for item in found.facts] == [("10432", "Where is 10432?")]
    assert card.mood.level == "upset"
    assert card.earlier == ()


async def test_earlier_dialogues_are_on_the_card_of_the_next(any_core: Core) -> None:
    session = await any_core.visitor()
    first = await any_core.dialogue(session.caller, "Hello")
    await any_core.assignments.resolve(ANNA, first, solved=False)
    second = await any_core.dialogue(session.caller, "Hello again")
    found = await HandoffCards(any_core.store, any_core.clock).of(ANNA, second)
    assert [one.conversation_id for one in found.card.earlier] == [first]


async def test_facts_that_were_forgotten_are_not_on_the_card(core: Core) -> None:
    conversation_id = await handed_over(core)
    cards = HandoffCards(core.store, core.clock)
    contact_id = (await core.conversation(conversation_id)).contact_id
    async with core.store.begin() as tx:
        for fact in await tx.facts.current(contact_id):
            await tx.facts.forget([fact.id])
    found = await cards.of(ANNA, conversation_id)
    assert found.facts == []
    assert [one.seq for one in found.card.known] == [1], "it was said here, and need not be asked"


@pytest.mark.parametrize("caller", [MARKUS, BOT])
async def test_who_may_not_read_contacts_gets_no_card(core: Core, caller: AgentCaller) -> None:
    conversation_id = await handed_over(core)
    with pytest.raises(NotAllowed):
        await HandoffCards(core.store, core.clock).of(caller, conversation_id)


async def test_there_is_no_card_of_what_is_not_there(core: Core) -> None:
    with pytest.raises(NotFound):
        await HandoffCards(core.store, core.clock).of(ADA, "nothing")
