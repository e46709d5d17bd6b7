"""Dialogues that nobody ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.conversation import Status
from chat_server.domain.live import ConversationChanged
from chat_server.services.lifecycle import Lifecycle
from tests.core.core import ANNA

if TYPE_CHECKING:
    from tests.core.core import Core


@pytest.fixture
def lifecycle(core: Core) -> Lifecycle:
    return Lifecycle(core.store, core.clock, timedelta(minutes=30))


async def status_of(core: Core, conversation_id: str) -> Status:
    async with core.store.read() as tx:
        conversation = await tx.conversations.get(conversation_id)
    assert conversation is not None
    return conversation.status


async def test_the_bots_dialogue_ends_half_an_hour_after_the_last_word(
    core: Core, lifecycle: Lifecycle
) -> None:
    conversation_id = await core.dialogue((await core.visitor()).caller, "Hello")
    core.clock.forward(minutes=29)
    assert await lifecycle.end_idle() == 0
    core.clock.forward(minutes=2)
    core.live.clear()
    assert await lifecycle.end_idle() == 1
    assert await status_of(core, conversation_id) is Status.RESOLVED
    row = await core.response_event(conversation_id)
    assert (row.resolved_by, row.resolved_at) == ("system", core.clock.now)
    assert len(core.told(ConversationChanged)) == 1
    assert await lifecycle.end_idle() == 0


async def test_a_dialogue_with_people_is_theirs_to_end(core: Core, lifecycle: Lifecycle) -> None:
    caller = (await core.visitor()).caller
    waiting = await core.dialogue(caller, "a human please")
    answered = await core.dialogue((await core.visitor()).caller, "a human please")
    await core.assignments.accept(ANNA, answered)
    core.clock.forward(hours=9)
    assert await lifecycle.end_idle() == 0
    assert await status_of(core, waiting) is Status.OPEN
    assert await status_of(core, answered) is Status.OPEN
