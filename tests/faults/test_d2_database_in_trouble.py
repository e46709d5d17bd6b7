"""D2: PostgreSQL is there and gives trouble: rows locked until the pool is empty, deadlocks, timeouts, a migration."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from tests.faults.database import connected, found
from tests.faults.load import Size
from tests.faults.plan import require_faultless, run_of
from tests.system.samtal import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from tests.faults.report import Report
    from tests.faults.stage import Stage

_CONNECTIONS = (
    "SELECT count(*), count(*) FILTER (WHERE state LIKE 'idle in transaction%') FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
_POOL = 15
_SIZE = Size(naive=0)


@pytest.mark.long
@pytest.mark.fault("D2")
async def test_a_database_in_trouble_costs_time_and_nothing_else(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("postgres").start()
    async with run_of(stage, report, size=_SIZE) as run:
        with run.load.log.fault("rows locked"):
            await _lock_all_dialogues(stage, 3)
        with run.load.log.fault("deadlocks"):
            await _deadlock(stage, run.load.careful.conversation_ids)
        with run.load.log.fault("timeouts"):
            await _short_timeouts(stage)
        with run.load.log.fault("migration"):
            await _migrate(stage)
    await asyncio.sleep(0.5)
    ((held, in_transaction),) = await found(stage.database_url, _CONNECTIONS)
    ((deadlocks,),) = await found(stage.database_url, _DEADLOCKS)
    report.count(connections=held, idle_in_transaction=in_transaction, deadlocks=deadlocks)
    require_faultless(run, at_least=60)
    assert held <= _POOL, "connections leak"
    assert in_transaction == 0
    assert deadlocks > 0, "nothing was proved"


@pytest.mark.long
@pytest.mark.fault("D2-control")
async def test_the_oracle_sees_acks_that_a_timeout_undid(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("postgres", defect="ack_before_commit").start()
    async with run_of(stage, report, size=_SIZE) as run:
        await _short_timeouts(stage)
    assert run.careful.lost > 0


async def _lock_all_dialogues(stage: Stage, seconds: float) -> None:
    """More writers wait than the pool has connections."""
    async with connected(stage.database_url) as connection:
        await connection.execute(sa.text("SELECT id FROM conversations FOR UPDATE"))
        await asyncio.sleep(seconds)


async def _deadlock(stage: Stage, conversation_ids: set[str]) -> None:
    """Takes what a message's transaction takes, the other way round."""
    for conversation_id in sorted(conversation_ids)[:4]:
        chosen = {"id": conversation_id}
        async with connected(stage.database_url) as connection:
            await connection.execute(
                sa.text("SELECT 1 FROM response_events WHERE conversation_id = :id FOR UPDATE"),
                chosen,
            )
            await asyncio.sleep(0.6)
            try:
                await connection.execute(
                    sa.text("SELECT 1 FROM conversations WHERE id = :id FOR UPDATE"), chosen
                )
            except sa.exc.DBAPIError:
                continue  # this time PostgreSQL chose us


async def _short_timeouts(stage: Stage) -> None:
    """For every new connection a statement may take next to no time; old ones are ended."""
    name = stage.database_url.rpartition("/")[2]
    async with connected(stage.database_url) as connection:
        await connection.execute(sa.text(f"ALTER DATABASE {name} SET statement_timeout = '3ms'"))
        await connection.commit()
        await _end_others(connection)
        await asyncio.sleep(2)
        await connection.execute(sa.text(f"ALTER DATABASE {name} RESET statement_timeout"))
        await connection.commit()
        await _end_others(connection)


async def _end_others(connection: AsyncConnection) -> None:
    await connection.execute(
        sa.text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    )
    await connection.commit()


async def _migrate(stage: Stage) -> None:
    """Our own, and a change of the hottest table as the next one may bring."""
    await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "chat_server", "migrate"],
        cwd=ROOT,
        env={**os.environ, **stage.hubs[0].settings_environ},
        check=True,
        capture_output=True,
    )
    async with connected(stage.database_url) as connection:
        await connection.execute(sa.text("ALTER TABLE messages ADD COLUMN later integer DEFAULT 0"))
        await asyncio.sleep(1)
        await connection.commit()
