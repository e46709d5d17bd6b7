"""Dialogues that time alone moves on."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.agent import Availability
from chat_server.domain.conversation import Status
from chat_server.domain.errors import Invalid
from chat_server.domain.live import ConversationAssigned, ConversationChanged
from chat_server.domain.ownership import OwnerKind
from chat_server.services.lifecycle import Lifecycle
from tests.core.core import ANNA
from tests.core.inboxes import set_inbox
from tests.core.letters import answer

if TYPE_CHECKING:
    from tests.core.core import Core

NEVER: dict[str, object] = {"weekly": {}}


@pytest.fixture
def lifecycle(core: Core) -> Lifecycle:
    return Lifecycle(core.store, core.clock)


async def codes(core: Core, conversation_id: str) -> list[object]:
    """Of the activities, in order."""
    found = await core.messages(conversation_id)
    return [message.content["code"] for message in found if "code" in message.content]


async def answered(core: Core) -> str:
    """A dialogue in which Anna had the last word."""
    conversation_id = await core.queued((await core.visitor()).caller)
    await core.assignments.accept(ANNA, conversation_id)
    await answer(core, conversation_id, "There you are.")
    return conversation_id


async def be(core: Core, availability: Availability) -> None:
    await core.accounts.set_availability(ANNA, availability)


# ------------------------------------------------------------------------ idle


async def test_the_bots_dialogue_ends_with_notice(core: Core, lifecycle: Lifecycle) -> None:
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    core.clock.forward(minutes=24)
    assert await lifecycle.end_idle() == 0
    core.clock.forward(minutes=1)
    assert await lifecycle.end_idle() == 1
    notice = (await core.messages(conversation_id))[-1]
    assert notice.text == "Still there? We'll close this chat in 5 minutes."
    assert (notice.content["code"], notice.content["minutes"]) == ("idle_notice", 5)
    core.clock.forward(minutes=4)
    assert await lifecycle.end_idle() == 0
    core.clock.forward(minutes=1)
    core.live.clear()
    assert await lifecycle.end_idle() == 1
    end = (await core.messages(conversation_id))[-1]
    assert (end.content["code"], end.content["reason"]) == ("resolved", "idle")
    assert (await core.conversation(conversation_id)).status is Status.RESOLVED
    row = await core.response_event(conversation_id)
    assert (row.resolved_by, row.resolved_at) == ("system", core.clock.now)
    assert (await core.log())[-1].data == {"reason": "idle"}
    assert len(core.told(ConversationChanged)) == 1
    assert await lifecycle.end_idle() == 0


async def test_a_word_after_the_notice_keeps_it_open(core: Core, lifecycle: Lifecycle) -> None:
    caller = (await core.visitor()).caller
    conversation_id = await core.dialogue(caller, "Hello")
    core.clock.forward(minutes=25)
    assert await lifecycle.end_idle() == 1
    await core.say(caller, "Still here", conversation_id)
    await core.answer_all()
    core.clock.forward(minutes=20)
    assert await lifecycle.end_idle() == 0
    core.clock.forward(minutes=5)
    assert await lifecycle.end_idle() == 1
    assert (await codes(core, conversation_id)).count("idle_notice") == 2


async def test_who_waits_for_a_person_is_never_closed(core: Core, lifecycle: Lifecycle) -> None:
    conversation_id = await core.queued((await core.visitor()).caller)
    core.clock.forward(days=3)
    assert await lifecycle.end_idle() == 0
    assert (await core.conversation(conversation_id)).status is Status.OPEN


async def test_an_agents_dialogue_ends_only_when_it_is_the_visitors_turn(
    core: Core, lifecycle: Lifecycle
) -> None:
    await be(core, Availability.ONLINE)
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    await core.assignments.accept(ANNA, conversation_id)
    core.clock.forward(hours=9)
    assert await lifecycle.end_idle() == 0
    await answer(core, conversation_id, "There you are.")
    core.clock.forward(minutes=25)
    assert await lifecycle.end_idle() == 1
    await core.say(caller, "One moment", conversation_id)
    core.clock.forward(hours=9)
    assert await lifecycle.end_idle() == 0


async def test_times_are_the_inboxs_own_and_zero_is_never(core: Core, lifecycle: Lifecycle) -> None:
    await be(core, Availability.ONLINE)
    await set_inbox(core, idle_minutes=0, idle_agent_minutes=2, idle_close_minutes=1)
    bots = await core.dialogue((await core.visitor()).caller, "Hello")
    agents = await answered(core)
    core.clock.forward(minutes=2)
    assert await lifecycle.end_idle() == 1
    assert "a minute" in (await core.texts(agents))[-1]
    core.clock.forward(minutes=1)
    assert await lifecycle.end_idle() == 1
    core.clock.forward(days=9)
    assert await lifecycle.end_idle() == 0
    assert (await core.conversation(bots)).status is Status.OPEN


async def test_two_hubs_say_it_once(any_core: Core) -> None:
    core = any_core
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    hubs = [Lifecycle(core.store, core.clock) for _ in range(4)]
    for minutes in (25, 5):
        core.clock.forward(minutes=minutes)
        moved = await asyncio.gather(*(hub.end_idle() for hub in hubs))
        assert sum(moved) == 1
    assert await codes(core, conversation_id) == ["idle_notice", "resolved"]


# -------------------------------------------------------------------- snoozing


async def test_a_snoozed_dialogue_wakes_when_its_time_has_come(
    core: Core, lifecycle: Lifecycle
) -> None:
    conversation_id = await answered(core)
    await core.assignments.snooze(ANNA, conversation_id, core.clock() + timedelta(hours=2))
    core.clock.forward(hours=1)
    assert await lifecycle.wake_snoozed() == 0
    core.clock.forward(hours=1)
    core.live.clear()
    assert await lifecycle.wake_snoozed() == 1
    found = await core.conversation(conversation_id)
    assert (found.status, found.snoozed_until) == (Status.OPEN, None)
    assert found.owner.agent_id == ANNA.agent_id
    assert [event.reason for event in core.told(ConversationAssigned)] == ["woken"]
    assert await lifecycle.wake_snoozed() == 0


async def test_without_a_time_it_sleeps_until_somebody_writes(
    core: Core, lifecycle: Lifecycle
) -> None:
    conversation_id = await answered(core)
    await core.assignments.snooze(ANNA, conversation_id)
    core.clock.forward(days=300)
    assert await lifecycle.wake_snoozed() == 0


async def test_a_time_that_has_passed_is_refused(core: Core) -> None:
    conversation_id = await answered(core)
    with pytest.raises(Invalid):
        await core.assignments.snooze(ANNA, conversation_id, core.clock())
    assert (await core.conversation(conversation_id)).status is Status.OPEN


# --------------------------------------------------------------------- offline


async def test_those_who_wait_are_told_when_the_last_person_leaves(
    core: Core, lifecycle: Lifecycle
) -> None:
    await be(core, Availability.ONLINE)
    conversation_id = await core.queued((await core.visitor()).caller)
    assert await lifecycle.tell_waiting() == 0
    await be(core, Availability.OFFLINE)
    assert await lifecycle.tell_waiting() == 1
    assert await lifecycle.tell_waiting() == 0
    assert (await codes(core, conversation_id))[-1] == "offline"
    found = await core.conversation(conversation_id)
    assert (found.owner.kind, found.offline_at) == (OwnerKind.QUEUE, core.clock())


async def test_those_who_wait_are_told_when_it_closes(core: Core, lifecycle: Lifecycle) -> None:
    await be(core, Availability.ONLINE)
    conversation_id = await core.queued((await core.visitor()).caller)
    await set_inbox(core, hours=NEVER)
    assert await lifecycle.sweep() == 1
    assert (await codes(core, conversation_id))[-1] == "offline"


# ------------------------------------------------------------------ when to look


async def test_nothing_is_due_while_there_is_no_dialogue(core: Core, lifecycle: Lifecycle) -> None:
    assert await lifecycle.next_due() is None


async def test_silence_and_its_end_are_foreseen(any_core: Core) -> None:
    core, lifecycle = any_core, Lifecycle(any_core.store, any_core.clock)
    await core.dialogue((await core.visitor()).caller, "Hello")
    assert await lifecycle.next_due() == 25 * 60
    core.clock.forward(minutes=24)
    await core.dialogue((await core.visitor()).caller, "I came later")
    assert await lifecycle.next_due() == 60
    core.clock.forward(minutes=1)
    assert await lifecycle.next_due() == 0
    assert await lifecycle.sweep() == 1
    assert await lifecycle.next_due() == 5 * 60


async def test_an_agents_dialogue_is_foreseen_only_while_it_is_the_visitors_turn(
    core: Core, lifecycle: Lifecycle
) -> None:
    await be(core, Availability.ONLINE)
    conversation_id = await core.queued((await core.visitor()).caller)
    assert await lifecycle.next_due() is None
    await core.assignments.accept(ANNA, conversation_id)
    assert await lifecycle.next_due() is None
    await answer(core, conversation_id, "There you are.")
    assert await lifecycle.next_due() == 25 * 60
    await set_inbox(core, idle_agent_minutes=0)
    assert await lifecycle.next_due() is None


async def test_the_end_of_a_snooze_is_foreseen(core: Core, lifecycle: Lifecycle) -> None:
    conversation_id = await answered(core)
    await core.assignments.snooze(ANNA, conversation_id)
    assert await lifecycle.next_due() is None
    await core.assignments.reopen(ANNA, conversation_id)
    await core.assignments.snooze(ANNA, conversation_id, core.clock() + timedelta(hours=2))
    assert await lifecycle.next_due() == 2 * 3600


async def test_who_waits_and_was_told_nothing_is_due_when_nobody_is_there(
    core: Core, lifecycle: Lifecycle
) -> None:
    await be(core, Availability.ONLINE)
    await core.queued((await core.visitor()).caller)
    assert await lifecycle.next_due() is None
    await be(core, Availability.OFFLINE)
    assert await lifecycle.next_due() == 0
    assert await lifecycle.sweep() == 1
    assert await lifecycle.next_due() is None
