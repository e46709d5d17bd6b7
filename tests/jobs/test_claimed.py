"""What one hub does for all: taken over, and not asked for more often than it must be."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.jobs.claimed import LIFETIME, Claim
from chat_server.jobs.facts import tidy_facts
from chat_server.jobs.lifecycle import move_on
from chat_server.services.lifecycle import Lifecycle
from chat_server.services.memory import Tidying
from chat_server.store.leases import SqlLeases
from chat_server.store.tables import leases

if TYPE_CHECKING:
    from tests.core.core import Core


class Counted:
    """Leases that are always given."""

    def __init__(self) -> None:
        self.asked = 0

    async def take(self, name: str, seconds: float) -> bool:
        assert (name, seconds) == ("job", 0.4)
        self.asked += 1
        return True

    async def free_in(self, name: str) -> float | None: ...

    async def release(self) -> None: ...


async def test_what_is_held_is_asked_for_again_after_half_its_life() -> None:
    counted = Counted()
    claim = Claim(counted, "job", 0.4)
    for _ in range(50):
        assert await claim.is_held()
    assert counted.asked == 1
    await asyncio.sleep(0.25)
    assert await claim.is_held()
    assert counted.asked == 2


async def test_one_hub_holds_it_until_it_ends_and_then_another(any_core: Core) -> None:
    hubs = SqlLeases(any_core.engines), SqlLeases(any_core.engines)
    one, other = (Claim(each, "job", 60) for each in hubs)
    assert await one.is_held()
    assert not await other.is_held()
    assert await one.is_held()
    await hubs[0].release()
    assert await other.is_held()


async def test_a_hub_that_died_is_followed_when_its_lease_has_run_out(any_core: Core) -> None:
    began = time.monotonic()
    dead = Claim(SqlLeases(any_core.engines), "job", 0.3)
    assert await dead.is_held()
    other = Claim(SqlLeases(any_core.engines), "job", 0.3)
    async with asyncio.timeout(30):
        while not await other.is_held():
            await asyncio.sleep(0.05)
    assert time.monotonic() - began >= 0.29, "not before its time"


@pytest.mark.parametrize("name", ["lifecycle", "facts"])
async def test_what_another_hub_holds_is_looked_at_again_when_that_one_may_be_dead(
    any_core: Core, name: str
) -> None:
    core = any_core
    jobs = {
        "lifecycle": partial(move_on, lifecycle=Lifecycle(core.store, core.clock)),
        "facts": partial(tidy_facts, tidying=Tidying(core.store, core.clock)),
    }
    assert await Claim(SqlLeases(core.engines), name, 100.0).is_held()
    claim = Claim(SqlLeases(core.engines), name)
    left = await jobs[name](claim)
    assert left is not None
    assert 0 < left <= 100.1
    async with core.engines.writer.begin() as connection:
        over = leases.c.expires_at - 101
        await connection.execute(sa.update(leases).values(expires_at=over))
    assert await jobs[name](claim) is None
    assert await claim.look_again() == pytest.approx(LIFETIME, abs=2)


async def test_what_nobody_holds_is_free_now(any_core: Core) -> None:
    assert await SqlLeases(any_core.engines).free_in("job") == 0
