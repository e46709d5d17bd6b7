"""Who may do what only one hub does, on both databases."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from chat_server.store.database import Engines
from chat_server.store.leases import SqlLeases
from chat_server.store.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(params=["sqlite", "postgres"])
async def engines(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Engines]:
    if request.param == "sqlite":
        found = Engines(f"sqlite:///{tmp_path / 'samtal.db'}")
        await migrate(found)
    else:
        found = Engines(request.getfixturevalue("postgres_url"))
    yield found
    await found.dispose()


async def test_one_of_two_hubs_wins_and_keeps_it(engines: Engines) -> None:
    one, other = SqlLeases(engines), SqlLeases(engines)
    assert await one.take("sweep", 30)
    assert not await other.take("sweep", 30)
    assert await one.take("sweep", 30)
    assert await other.take("another", 30)


async def test_of_many_at_once_exactly_one_wins(engines: Engines) -> None:
    hubs = [SqlLeases(engines) for _ in range(12)]
    won = await asyncio.gather(*(hub.take("sweep", 30) for hub in hubs))
    assert sum(won) == 1


async def test_a_lease_of_a_hub_that_died_runs_out(engines: Engines) -> None:
    one, other = SqlLeases(engines), SqlLeases(engines)
    assert await one.take("sweep", 0.3)
    assert not await other.take("sweep", 30)
    async with asyncio.timeout(30):
        while not await other.take("sweep", 30):
            await asyncio.sleep(0.05)
    assert not await one.take("sweep", 30)


async def test_a_hub_that_ends_lets_go_at_once_of_its_own(engines: Engines) -> None:
    one, other, third = (SqlLeases(engines) for _ in range(3))
    assert await one.take("sweep", 30)
    assert await third.take("mail", 30)
    await one.release()
    assert await other.take("sweep", 30)
    assert not await other.take("mail", 30)


async def test_nobody_wins_when_the_database_cannot_tell(tmp_path: Path) -> None:
    empty = Engines(f"sqlite:///{tmp_path / 'without-tables.db'}")
    leases = SqlLeases(empty)
    assert not await leases.take("sweep", 30)
    assert await leases.free_in("sweep") is None
    await leases.release()
    await empty.dispose()
