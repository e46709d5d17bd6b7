"""The chaos run: at least 10,000 messages and 20 kills, and nothing lost, doubled or put in another order."""

from __future__ import annotations

import asyncio
import os
import random
from typing import TYPE_CHECKING

import pytest

from tests.faults.load import Size
from tests.faults.plan import require_faultless, run_of
from tests.faults.test_k4_sqlite_locked import locked

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.faults.plan import Run
    from tests.faults.report import Report
    from tests.faults.stage import Stage

# Fewer, for whoever wants to see in a minute that the run itself works.
_KILLS = int(os.environ.get("CHAOS_KILLS", "20"))
_MESSAGES = 500 * _KILLS
_LONGEST = 300.0
_SIZE = Size(dialogues=40, with_bot=4, naive=4, agents=10, rate=400)


@pytest.mark.long
@pytest.mark.fault("chaos")
@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_ten_thousand_messages_and_twenty_kills(
    make_stage: Callable[..., Stage], report: Report, database: str
) -> None:
    hubs = 1 if database == "sqlite" else 2
    stage = await make_stage(database, hubs=hubs).start()
    dice = random.Random(report.seed)
    kinds = _sqlite_kinds(stage, dice) if database == "sqlite" else _postgres_kinds(stage, dice)
    kills = 0
    async with run_of(stage, report, size=_SIZE) as run:
        async with asyncio.timeout(_LONGEST):
            while kills < _KILLS:
                name, fault = kinds[kills % len(kinds)]
                with run.load.log.fault(name):
                    await fault()
                kills += 1
                await asyncio.sleep(dice.uniform(0.5, 2.0))
                await _acked(run, _MESSAGES * kills // _KILLS)
    by_kind: dict[str, float | str] = {}
    for name, _, _ in run.load.log.faults:
        by_kind[name] = int(by_kind.get(name, 0)) + 1
    report.count(kills=kills, **by_kind)
    require_faultless(run, at_least=_MESSAGES)


async def _acked(run: Run, enough: int) -> None:
    """Spreads what is to be killed over what is to be written."""
    async with asyncio.timeout(60):
        while len(run.load.log.acked) < enough:
            await asyncio.sleep(0.1)


def _sqlite_kinds(
    stage: Stage, dice: random.Random
) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
    (hub,) = stage.hubs

    async def kill() -> None:
        await stage.kill(hub)
        await asyncio.sleep(dice.uniform(0.1, 1.0))
        await stage.revive(hub)

    async def lock() -> None:
        with locked(stage.database_file):
            await asyncio.sleep(dice.uniform(1.0, 3.0))
            await stage.kill(hub)
        await stage.revive(hub)

    async def freeze() -> None:
        hub.freeze()
        await asyncio.sleep(dice.uniform(1.0, 3.0))
        hub.thaw()
        await stage.kill(hub)
        await stage.revive(hub)

    return [
        ("hub", kill),
        ("hub", kill),
        ("locked, then killed", lock),
        ("frozen, then killed", freeze),
    ]


def _postgres_kinds(
    stage: Stage, dice: random.Random
) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
    database, redis = stage.postgres, stage.redis
    assert database is not None
    assert redis is not None

    async def one() -> None:
        hub = dice.choice(stage.hubs)
        await stage.kill(hub)
        await asyncio.sleep(dice.uniform(0.1, 1.0))
        await stage.revive(hub)

    async def both() -> None:
        await stage.kill(*stage.hubs)
        await stage.revive(*stage.hubs)

    async def bus() -> None:
        redis.kill9()
        await asyncio.sleep(dice.uniform(0.1, 2.0))
        await stage.up(redis)

    async def store() -> None:
        database.kill9()
        await asyncio.sleep(dice.uniform(0.1, 1.0))
        await stage.up(database)

    return [("hub", one), ("redis", bus), ("postgres", store), ("both hubs", both)]
