"""K4: SQLite locked by another process, and a hub that hangs for seconds."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.faults.lag import lag_of
from tests.faults.load import Size
from tests.faults.oracle import crowd
from tests.faults.plan import require_faultless, run_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.report import Report
    from tests.faults.stage import Stage

_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another process holds the write lock."""
    with subprocess.Popen(
        [sys.executable, "-c", _LOCK, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"locked\n"
        yield
        holder.stdin.close()


@pytest.mark.fault("K4")
async def test_a_locked_database_and_a_hanging_hub_lose_nothing(
    make_stage: Callable[..., Stage], report: Report, *, long_tier: bool
) -> None:
    stage = await make_stage("sqlite").start()
    (hub,) = stage.hubs
    async with run_of(stage, report, size=Size()) as run:
        async with lag_of(hub.url) as lag:
            with run.load.log.fault("locked"), locked(stage.database_file):
                began = time.monotonic()
                await asyncio.sleep(1.0)
                quiet_from = time.monotonic()
                await asyncio.sleep(7 if long_tier else 3.0)
                false_acks = run.load.log.acks_between(quiet_from, time.monotonic())
                held = time.monotonic() - began
        with run.load.log.fault("frozen"):
            hub.freeze()
            await asyncio.sleep(3 if long_tier else 1.5)
            hub.thaw()
        await asyncio.sleep(1)
    report.count(locked_for=held, false_acks=false_acks, loop_lag_p99=lag.p99, loop_lag=lag.longest)
    require_faultless(run, at_least=80)
    assert false_acks == 0
    # The loop goes on while the writer waits: in a thread of its own, not in the hub's way.
    assert lag.p99 < 0.1 * crowd()


@pytest.mark.fault("K4-control")
async def test_the_oracle_sees_resends_that_are_stored_twice(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("sqlite", defect="no_dedupe").start()
    async with run_of(stage, report, size=Size(dialogues=8, with_bot=2, naive=0, rate=60)) as run:
        with locked(stage.database_file):
            await asyncio.sleep(3.5)
    assert run.careful.doubled > 0
