"""Giving and taking back, on a clock that the test sets."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Availability
from chat_server.domain.errors import Conflict
from chat_server.domain.events import EventType
from chat_server.domain.ids import new_id
from chat_server.domain.inbox import RoutingMode
from chat_server.domain.live import (
    ConversationAssigned,
    ConversationChanged,
    MessageCreated,
    PresenceChanged,
)
from chat_server.domain.ownership import OwnerKind
from chat_server.services.routing import Routing
from chat_server.services.teams import AgentChange
from tests.core.core import ADA, ANNA, words
from tests.services.routed import HRAUN, online, owner, place, waiting

if TYPE_CHECKING:
    from tests.core.core import Core


@pytest.fixture
async def shop(core: Core) -> Core:
    """Its first inbox routes by itself; nobody is online yet."""
    await core.inboxes.change(ADA, HRAUN, {"routing": RoutingMode.AUTOMATIC})
    return core


async def test_a_manual_inbox_is_left_to_its_agents(core: Core) -> None:
    await online(core, "anna")
    _, conversation_id = await waiting(core)
    await core.routing.sweep()
    assert await owner(core, conversation_id) is None


async def test_the_agent_is_told_that_it_was_routed_and_the_log_knows(shop: Core) -> None:
    await online(shop, "anna")
    _, conversation_id = await waiting(shop)
    await shop.routing.sweep()
    told = shop.told(ConversationAssigned)[-1]
    assert (told.snapshot.conversation.owner.agent_id, told.reason) == ("anna", "routed")
    assert told.snapshot.answer_by is not None
    assert (await shop.response_event(conversation_id)).agents == ["anna"]


async def test_who_does_not_answer_in_time_is_passed_over_and_set_away(shop: Core) -> None:
    await online(shop, "anna", "birna")
    _, conversation_id = await waiting(shop)
    queued_at = (await shop.conversation(conversation_id)).queued_at
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "anna"
    shop.clock.forward(seconds=59)
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "anna"
    shop.clock.forward(seconds=1)
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "birna"
    conversation = await shop.conversation(conversation_id)
    assert (conversation.waiting_since, conversation.handoff_reason) == (queued_at, "not_answered")
    away = shop.told(PresenceChanged)[-1].agent
    assert (away.id, away.availability) == ("anna", Availability.AWAY)


async def test_an_answer_in_time_ends_the_trial(shop: Core) -> None:
    await online(shop, "anna", "birna")
    _, conversation_id = await waiting(shop)
    await shop.routing.sweep()
    epoch = (await shop.conversation(conversation_id)).owner.epoch
    await shop.agents.send(ANNA, conversation_id, epoch, "r1", words("Hello"))
    shop.clock.forward(minutes=30)
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "anna"


async def test_accepting_what_was_routed_to_me_ends_the_trial_too(shop: Core) -> None:
    await online(shop, "anna", "birna")
    _, conversation_id = await waiting(shop)
    await shop.routing.sweep()
    await shop.assignments.accept(ANNA, conversation_id)
    shop.clock.forward(seconds=90)
    await shop.routing.sweep()
    assert await owner(shop, conversation_id) == "anna"


async def test_a_visitor_who_is_not_answered_later_comes_back_with_the_first_place(
    shop: Core,
) -> None:
    await online(shop, "anna")
    session, first = await waiting(shop)
    await shop.routing.sweep()
    epoch = (await shop.conversation(first)).owner.epoch
    await shop.agents.send(ANNA, first, epoch, "r1", words("One moment"))
    shop.clock.forward(minutes=1)
    await shop.accounts.set_availability(ANNA, Availability.AWAY)
    _, second = await waiting(shop)
    await shop.say(session.caller, "Are you there?", first)
    shop.clock.forward(seconds=179)
    await shop.routing.sweep()
    assert await owner(shop, first) == "anna"
    shop.clock.forward(seconds=1)
    await shop.routing.sweep()
    assert await owner(shop, first) is None
    assert (await place(shop, first), await place(shop, second)) == (1, 2)
    assert "Waiting for the next free person." in await shop.texts(first)
    with pytest.raises(Conflict):
        await shop.agents.send(ANNA, first, epoch, "r2", words("Here I am"))


async def test_what_a_vanished_agent_answered_goes_to_a_colleague_in_any_inbox(core: Core) -> None:
    _, conversation_id = await waiting(core)
    snapshot = await core.assignments.accept(ANNA, conversation_id)
    epoch = snapshot.conversation.owner.epoch
    await core.accounts.went_away("anna")
    await core.routing.sweep()
    conversation = await core.conversation(conversation_id)
    assert conversation.owner.kind is OwnerKind.QUEUE
    assert (conversation.handoff_reason, conversation.passed_over) == ("agent_gone", ["anna"])
    with pytest.raises(Conflict):
        await core.agents.send(ANNA, conversation_id, epoch, "late", words("Too late"))
    lines = [event for event in await core.log() if event.type is EventType.QUEUED]
    assert [event.data["reason"] for event in lines] == ["agent_gone"]


async def test_an_old_dialogue_waits_for_its_agent_until_the_visitor_writes(core: Core) -> None:
    session, conversation_id = await waiting(core)
    snapshot = await core.assignments.accept(ANNA, conversation_id)
    epoch = snapshot.conversation.owner.epoch
    await core.agents.send(ANNA, conversation_id, epoch, "r1", words("Here you are"))
    core.clock.forward(hours=1)
    await core.accounts.went_away("anna")
    await core.routing.sweep()
    assert await owner(core, conversation_id) == "anna"
    await core.say(session.caller, "One more thing", conversation_id)
    await core.routing.sweep()
    assert await owner(core, conversation_id) is None


async def test_an_agent_who_came_back_keeps_their_dialogues(core: Core) -> None:
    _, conversation_id = await waiting(core)
    await core.assignments.accept(ANNA, conversation_id)
    await core.accounts.went_away("anna")
    await core.accounts.came_back(ANNA)
    await core.routing.sweep()
    assert await owner(core, conversation_id) == "anna"


async def test_two_hubs_that_route_at_once_give_each_conversation_once(
    any_core: Core,
) -> None:
    core = any_core
    await core.inboxes.change(ADA, HRAUN, {"routing": RoutingMode.AUTOMATIC})
    for agent_id in ("anna", "birna"):
        await core.teams.change_agent(ADA, agent_id, AgentChange(capacity=2))
    waits = [(await waiting(core))[1] for _ in range(6)]
    await online(core, "anna", "birna")
    other = Routing(core.store, core.clock)
    await asyncio.gather(core.routing.sweep(), other.sweep(), core.routing.sweep(), other.sweep())
    owners = [await owner(core, conversation_id) for conversation_id in waits]
    assert sorted(o or "" for o in owners) == ["", "", "anna", "anna", "birna", "birna"]
    epochs = {(await core.conversation(one)).owner.epoch for one in waits}
    assert epochs == {2, 3}
    assigned = [event for event in await core.log() if event.type is EventType.ASSIGNED]
    assert len(assigned) == 4


async def test_routing_and_an_agent_who_accepts_by_hand_do_not_both_win(any_core: Core) -> None:
    core = any_core
    await core.inboxes.change(ADA, HRAUN, {"routing": RoutingMode.AUTOMATIC})
    await online(core, "birna")
    for _ in range(4):
        _, conversation_id = await waiting(core)
        _, accepted = await asyncio.gather(
            core.routing.sweep(),
            core.assignments.accept(ANNA, conversation_id),
            return_exceptions=True,
        )
        expected = "birna" if isinstance(accepted, Conflict) else "anna"
        assert await owner(core, conversation_id) == expected
        assert (await core.conversation(conversation_id)).owner.epoch == 3
        await core.assignments.resolve(ADA, conversation_id, solved=True)


async def test_without_automatic_inboxes_no_time_is_waited_for(core: Core) -> None:
    await online(core, "anna")
    _, conversation_id = await waiting(core)
    await core.assignments.accept(ANNA, conversation_id)
    assert await core.routing.sweep() is None


async def test_the_next_look_is_when_an_answer_is_due(shop: Core) -> None:
    await online(shop, "anna")
    assert await shop.routing.sweep() is None
    session, conversation_id = await waiting(shop)
    # Seen by the look that its giving calls for.
    await shop.routing.sweep()
    assert await shop.routing.sweep() == 60
    shop.clock.forward(seconds=20)
    assert await shop.routing.sweep() == 40
    epoch = (await shop.conversation(conversation_id)).owner.epoch
    await shop.agents.send(ANNA, conversation_id, epoch, new_id(), words("Hello!"))
    assert await shop.routing.sweep() is None
    await shop.say(session.caller, "And now?", conversation_id)
    assert shop.routing.concerns(shop.told(MessageCreated)[-1]) == 180
    assert await shop.routing.sweep() == 180


async def test_who_waits_for_a_language_is_looked_at_when_it_binds_no_more(shop: Core) -> None:
    await waiting(shop)
    assert await shop.routing.sweep() == 300
    shop.clock.forward(seconds=300)
    assert await shop.routing.sweep() is None


async def test_only_what_moves_somebody_calls_for_a_look(core: Core) -> None:
    await online(core, "anna")
    session, conversation_id = await waiting(core)
    await core.assignments.accept(ANNA, conversation_id)
    await core.routing.sweep()
    core.live.clear()
    await core.say(session.caller, "Hello?", conversation_id)
    epoch = (await core.conversation(conversation_id)).owner.epoch
    await core.agents.send(ANNA, conversation_id, epoch, new_id(), words("Yes?"))
    assert [core.routing.concerns(event) for event in core.told(MessageCreated)] == [None, None]
    await core.assignments.resolve(ANNA, conversation_id, solved=True)
    assert core.routing.concerns(core.told(ConversationChanged)[-1]) == 0
    await core.accounts.set_availability(ANNA, Availability.AWAY)
    assert core.routing.concerns(core.told(PresenceChanged)[-1]) == 0


async def test_a_visitor_who_writes_to_an_agent_who_vanished_calls_for_a_look(core: Core) -> None:
    await online(core, "anna")
    session, conversation_id = await waiting(core)
    await core.assignments.accept(ANNA, conversation_id)
    core.clock.forward(minutes=11)
    await core.accounts.went_away("anna")
    await core.routing.sweep()
    await core.say(session.caller, "Hello?", conversation_id)
    assert core.routing.concerns(core.told(MessageCreated)[-1]) == 0
