"""N1: visitors and agents on bad lines: late by 200 ± 100 ms, broken at random, dead without a word, on either transport."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from samtal_client import Pace
from tests.faults.load import Size
from tests.faults.lossy import LossyLine
from tests.faults.plan import require_faultless, run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage

# A round trip takes up to 0.6 s here, and who hears nothing for so long looks for another line.
_PACE = Pace(silence=7)


@pytest.mark.fault("N1")
@pytest.mark.parametrize(
    "transports",
    [
        "websocket",
        pytest.param("polling", marks=pytest.mark.long),
        pytest.param("polling,websocket", marks=pytest.mark.long),
    ],
)
async def test_on_bad_lines_everything_arrives_once_and_in_order(
    make_stage: Callable[..., Stage], report: Report, transports: str, *, long_tier: bool
) -> None:
    stage = await make_stage("sqlite").start()
    size = Size(dialogues=8, with_bot=2, naive=2, agents=3, rate=25)
    async with LossyLine(stage.hubs[0].port, seed=report.seed) as line:
        names = transports.split(",")
        at = [f"http://127.0.0.1:{line.port}"]
        async with run_of(stage, report, at=at, size=size, pace=_PACE, transports=names) as run:
            with run.load.log.fault("bad line"):
                line.delay, line.jitter, line.resets = 0.2, 0.1, 0.01
                await asyncio.sleep(15 if long_tier else 5)
                line.reset()
                await asyncio.sleep(1)
                line.swallow()
                await asyncio.sleep(2)
                # What was swallowed never comes: those lines are dead, and nobody was told.
                line.abandon()
                line.pass_on()
                await asyncio.sleep(1)
                line.half_close()
                await asyncio.sleep(1)
                line.delay = line.jitter = line.resets = 0
    report.count(lines_broken=line.broken)
    require_faultless(run, at_least=30)
    assert line.broken > 0
