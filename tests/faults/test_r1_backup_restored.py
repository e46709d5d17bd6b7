"""R1: a backup taken under load and restored. It is a prefix of every dialogue, and clients bring back what it lacks."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.faults.load import Size
from tests.faults.oracle import Row, rows_of
from tests.faults.plan import run_of
from tests.services.postgres import Postgres, _installation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.faults.report import Report
    from tests.faults.stage import Stage


@pytest.mark.fault("R1")
@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgres", marks=pytest.mark.long)])
async def test_what_a_restored_backup_lacks_is_brought_back_by_who_wrote_it(
    make_stage: Callable[..., Stage], report: Report, tmp_path: Path, database: str
) -> None:
    stage = await make_stage(database).start()
    (hub,) = stage.hubs
    backup = tmp_path / "backup"
    # Without the bot: its replies are its own, and it is asked again about what it had answered.
    size = Size(with_bot=0)
    async with run_of(stage, report, size=size) as run:
        await asyncio.to_thread(_back_up, stage, backup)
        await asyncio.sleep(1.5)
        with run.load.log.fault("restored"):
            await asyncio.to_thread(hub.kill9)
            before = await rows_of(stage.database_url)
            await asyncio.to_thread(_restore, stage, backup)
            restored = await rows_of(stage.database_url)
            await asyncio.to_thread(hub.start)
    report.count(before=len(before), restored=len(restored), moved=run.careful.moved)
    assert 0 < len(restored) < len(before)
    _require_prefix(restored, before)
    # What was brought back stands elsewhere than it was acknowledged; all else is as ever.
    assert run.careful.moved > 0
    run.careful.moved = 0
    assert run.careful.faultless, run.careful
    assert run.naive.lost > 0


def _require_prefix(restored: Sequence[Row], before: Sequence[Row]) -> None:
    whole: dict[str, list[str]] = defaultdict(list)
    for row in before:
        whole[row.conversation_id].append(row.id)
    part: dict[str, list[str]] = defaultdict(list)
    for row in restored:
        part[row.conversation_id].append(row.id)
    for conversation_id, ids in part.items():
        assert ids == whole[conversation_id][: len(ids)], conversation_id


def _back_up(stage: Stage, backup: Path) -> None:
    if stage.postgres is None:
        source, copy = sqlite3.connect(stage.database_file), sqlite3.connect(backup)
        source.backup(copy, pages=50)
        source.close()
        copy.close()
        return
    _postgres_tool("pg_dump", "-Fc", "-f", str(backup), "-d", stage.database_url)


def _restore(stage: Stage, backup: Path) -> None:
    if stage.postgres is None:
        for suffix in ("-wal", "-shm"):
            Path(f"{stage.database_file}{suffix}").unlink(missing_ok=True)
        shutil.copy(backup, stage.database_file)
        return
    name = urlsplit(stage.database_url).path.lstrip("/")
    server = Postgres(stage.database_url.rpartition("/")[0] + "/postgres", stage.postgres)
    server.drop_database(name)
    server.create_database(name)
    _postgres_tool("pg_restore", "-d", stage.database_url, str(backup))


def _postgres_tool(name: str, *arguments: str) -> None:
    subprocess.run(
        [str(_installation() / "bin" / name), *arguments],
        check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
    )
