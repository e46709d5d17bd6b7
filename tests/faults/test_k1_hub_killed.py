"""K1: kill -9 of one hub of two, then of both, while everybody writes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.faults.load import Load, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage


@pytest.mark.fault("K1")
async def test_hubs_killed_one_by_one_and_together_lose_nothing(
    make_stage: Callable[..., Stage], report: Report, seed: int, *, long_tier: bool
) -> None:
    stage = await make_stage("postgres", hubs=2).start()
    first, second = stage.hubs
    rounds, between = (3, 2.0) if long_tier else (1, 1.5)
    async with Load(stage.urls, stage.notes, seed=seed, size=Size(rate=150)) as load:
        load.begin()
        await asyncio.sleep(between)
        for victims in [(first,), (second,), (first, second)] * rounds:
            with load.log.fault("killed"):
                await stage.kill(*victims)
                await asyncio.sleep(0.7)
                await stage.revive(*victims)
            await asyncio.sleep(between)
        await load.end()
        careful, naive = await load.verdicts(stage.database_url)
    report.judged("careful", careful)
    report.judged("naive", naive)
    calm = load.log.latency(0.99, margin=5)
    report.count(kills=4 * rounds, ack_p99_calm=calm, acked=len(load.log.acked))
    assert careful.faultless, careful
    assert careful.views_equal_after < 5
    assert careful.messages >= 400 * rounds
    assert calm < 3
    assert naive.never_sent > 0
    assert naive.wrong_views > 0
