"""C1: the hub's clock jumps by hours and the clients' is wrong by a year. Order comes from numbers, not from clocks."""

from __future__ import annotations

import asyncio
import itertools
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.database import found
from tests.faults.load import Size
from tests.faults.plan import require_faultless, run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage

_YEAR = 365 * 86_400.0
_STAMPS = "SELECT created_at FROM messages ORDER BY conversation_id, seq"
_SIZE = Size(dialogues=8, with_bot=2, naive=0, rate=40)


@pytest.mark.fault("C1")
@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgres", marks=pytest.mark.long)])
async def test_clocks_that_jump_change_no_order(
    make_stage: Callable[..., Stage],
    report: Report,
    monkeypatch: pytest.MonkeyPatch,
    database: str,
    *,
    long_tier: bool,
) -> None:
    stage = await make_stage(database, defect="jumping_clock").start()
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() - _YEAR)
    async with run_of(stage, report, size=_SIZE) as run:
        await asyncio.sleep(8 if long_tier else 3)
    stamps = [row[0] for row in await found(stage.database_url, _STAMPS)]
    backwards = sum(1 for earlier, later in itertools.pairwise(stamps) if later < earlier)
    report.count(clock_went_back=backwards)
    require_faultless(run, at_least=30)
    assert backwards > 0, "the clock did not jump"


@pytest.mark.long
@pytest.mark.fault("C1-control")
async def test_the_oracle_sees_an_order_that_comes_from_the_clock(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("sqlite", defect="ordered_by_clock").start()
    async with run_of(stage, report, size=_SIZE, views_within=1.0) as run:
        await asyncio.sleep(2)
        (hub,) = stage.hubs
        await stage.kill(hub)
        await stage.revive(hub)
        await asyncio.sleep(1)
    assert run.careful.wrong_views > 0
