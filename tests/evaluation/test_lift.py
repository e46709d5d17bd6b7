"""The report on memory through a real database, in worlds where the truth is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.lift import World, no_lift, reports_of, tally

if TYPE_CHECKING:
    from pathlib import Path

SEED = 7
PERIODS = 100


async def test_where_memory_does_nothing_the_report_says_so(tmp_path: Path) -> None:
    """A/A: of 500 intervals 95 % hold zero, give or take chance; outcomes of one person are alike."""
    counts = list(tally(await reports_of(World(200), PERIODS, SEED, tmp_path), no_lift()))
    reports = sum(count.reports for count in counts)
    assert reports == PERIODS * len(no_lift())
    assert 0.923 <= sum(count.held for count in counts) / reports <= 0.985
    # Of one report in twenty some verdict may be false, so of each verdict one in a hundred.
    assert sum(count.found for count in counts) / reports <= 0.02


async def test_a_lift_that_is_there_is_found_and_measured(tmp_path: Path) -> None:
    world = World(700, helps=0.4)
    (resolved,) = tally(await reports_of(world, 20, SEED, tmp_path), {"resolved": world.lift})
    assert resolved.held >= 16
    assert resolved.found >= 18
