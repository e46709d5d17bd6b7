"""K3: kill -9 of PostgreSQL. Nothing is acknowledged while it is down, and all goes on once it is back."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.load import Size
from tests.faults.oracle import crowd
from tests.faults.plan import require_faultless, run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage

# An ack of the last commit may still be on its way to us when the database is gone.
_ON_ITS_WAY = 1.0
_DOWN = 2.5


@pytest.mark.fault("K3")
async def test_a_killed_postgres_stops_acks_and_loses_none(
    make_stage: Callable[..., Stage], report: Report, *, long_tier: bool
) -> None:
    stage = await make_stage("postgres").start()
    database = stage.postgres
    assert database is not None
    log, kills = None, 4 if long_tier else 2
    false_acks, back_after, all_after = 0, [], []
    async with run_of(stage, report, size=Size()) as run:
        log = run.load.log
        for _ in range(kills):
            with log.fault("killed"):
                database.kill9()
                gone = time.monotonic()
                await asyncio.sleep(_DOWN)
                down_until = time.monotonic()
                await stage.up(database)
                back = time.monotonic()
            false_acks += log.acks_between(gone + _ON_ITS_WAY, down_until)
            await asyncio.sleep(2.5)
            first = min(w.acked_at for w in log.acked if w.acked_at and w.acked_at > down_until)
            back_after.append(first - back)
            waited = [w for w in log.written.values() if w.at < back]
            async with asyncio.timeout(60):
                while any(w.acked_at is None for w in waited):
                    await asyncio.sleep(0.05)
            all_after.append(max(w.acked_at or 0 for w in waited) - back)
    report.count(
        kills=kills,
        false_acks=false_acks,
        first_ack_after=max(back_after),
        all_acked_after=max(all_after),
    )
    require_faultless(run, at_least=80)
    assert false_acks == 0
    assert max(back_after) < 2 * crowd()
    assert max(all_after) < 8 * crowd()


@pytest.mark.fault("K3-control")
async def test_the_oracle_sees_acks_that_came_before_the_commit(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("postgres", defect="ack_before_commit").start()
    assert stage.postgres is not None
    async with run_of(stage, report, size=Size(dialogues=8, with_bot=2, naive=0, rate=60)) as run:
        stage.postgres.kill9()
        await asyncio.sleep(1)
        await stage.up(stage.postgres)
    report.count(kills=1)
    assert run.careful.lost > 0
