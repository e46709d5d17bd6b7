"""S5: hubs restarted in turn, in order. Nobody who writes notices more than a pause."""

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


@pytest.mark.long
@pytest.mark.fault("S5")
async def test_hubs_restarted_in_turn_are_not_noticed(
    make_stage: Callable[..., Stage], report: Report, *, long_tier: bool
) -> None:
    stage = await make_stage("postgres", hubs=2).start()
    drains = []
    async with run_of(stage, report, size=Size()) as run:
        for hub in [*stage.hubs] * (3 if long_tier else 1):
            with run.load.log.fault("restarted"):
                began = time.monotonic()
                await asyncio.to_thread(hub.stop)
                drains.append(time.monotonic() - began)
                await asyncio.to_thread(hub.start)
            await asyncio.sleep(1)
    longest = max((w.acked_at or 0) - w.at for w in run.load.log.acked)
    cut_off = run.load.careful.lost_times
    report.count(restarts=len(drains), longest_drain=max(drains), cut_off=cut_off)
    require_faultless(run, at_least=80)
    # Everybody left when asked to, and found the other hub open.
    assert cut_off == 0
    assert max(drains) < 5 * crowd()
    assert longest < 8 * crowd()
