"""What those who wait are told, and that the log can judge it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.agent import Availability
from chat_server.domain.events import EventType
from chat_server.services.waits import stays_of
from tests.core.core import ANNA

if TYPE_CHECKING:
    from chat_server.domain.live import Snapshot
    from tests.core.core import Core


async def waiting(core: Core) -> str:
    conversation_id = await core.queued((await core.visitor()).caller)
    await core.waits.refresh()
    return conversation_id


async def seen(core: Core, conversation_id: str) -> Snapshot:
    return await core.lists.one(ANNA, conversation_id)


async def serve(core: Core, number: int) -> None:
    """So many wait together and are taken a minute apart."""
    waits = [await waiting(core) for _ in range(number)]
    for conversation_id in waits:
        core.clock.forward(seconds=60)
        await core.waits.refresh()
        await core.assignments.accept(ANNA, conversation_id)
        await core.assignments.resolve(ANNA, conversation_id, solved=True)


async def test_nothing_is_told_before_enough_were_served(core: Core) -> None:
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    snapshot = await seen(core, await waiting(core))
    assert (snapshot.position, snapshot.estimate) == (1, None)


async def test_after_some_were_served_those_who_wait_are_told_how_long(core: Core) -> None:
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    await serve(core, 6)
    first, second = await waiting(core), await waiting(core)
    one, two = (await seen(core, first)).estimate, (await seen(core, second)).estimate
    assert one is not None
    assert two is not None
    assert one.low < one.middle < two.middle < two.high
    assert 20 < one.middle < 180


async def test_nobody_online_is_nothing_to_estimate_from(core: Core) -> None:
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    await serve(core, 6)
    await core.accounts.set_availability(ANNA, Availability.AWAY)
    core.clock.forward(seconds=11)
    assert (await seen(core, await waiting(core))).estimate is None


async def test_each_stay_in_the_queue_is_one_line_of_the_log_however_often_it_is_told(
    core: Core,
) -> None:
    await core.accounts.set_availability(ANNA, Availability.ONLINE)
    conversation_id = await waiting(core)
    for _ in range(3):
        core.clock.forward(seconds=11)
        await core.waits.refresh()
    await core.assignments.accept(ANNA, conversation_id)
    await core.assignments.assign(ANNA, conversation_id, None)
    await core.waits.refresh()
    lines = [event for event in await core.log() if event.type is EventType.WAIT_ESTIMATED]
    assert [line.data["position"] for line in lines] == [1, 1]
    async with core.store.read() as tx:
        stays = (await stays_of(tx, lines[0].inbox_id))[""]
    assert [(stay.served, stay.left_at is None) for stay in stays] == [(True, False), (False, True)]
    assert stays[0].waited == 33


async def test_while_nobody_waits_nothing_is_written(core: Core) -> None:
    before = len(core.live)
    await core.waits.refresh()
    assert len(core.live) == before
    assert await core.log() == []


async def test_it_names_the_time_of_its_next_look_only_while_somebody_waits(core: Core) -> None:
    assert await core.waits.refresh() is None
    await core.queued((await core.visitor()).caller)
    assert await core.waits.refresh() == 10
    core.clock.forward(seconds=4)
    assert await core.waits.refresh() == 6
    core.clock.forward(seconds=6)
    assert await core.waits.refresh() == 10
