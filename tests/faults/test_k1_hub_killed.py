"""K1: kill -9 of one hub of two, then of both, while everybody writes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.faults.load import Size
from tests.faults.plan import require_faultless, run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage

_AWAY = 0.7


@pytest.mark.fault("K1")
async def test_hubs_killed_one_by_one_and_together_lose_nothing(
    make_stage: Callable[..., Stage], report: Report, *, long_tier: bool
) -> None:
    stage = await make_stage("postgres", hubs=2).start()
    first, second = stage.hubs
    rounds = 3 if long_tier else 1
    async with run_of(stage, report, size=Size()) as run:
        for victims in [(first,), (second,), (first, second)] * rounds:
            with run.load.log.fault("killed"):
                await stage.kill(*victims)
                await asyncio.sleep(_AWAY)
                await stage.revive(*victims)
            await asyncio.sleep(1.5)
    report.count(kills=4 * rounds)
    require_faultless(run, at_least=100 * rounds)
    assert run.naive.never_sent > 0
    assert run.naive.wrong_views > 0
