"""D1: the disk is full. A clear refusal and no ack; reading goes on; it works again once there is room."""

from __future__ import annotations

import asyncio
import itertools
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from samtal_client import NoAnswer, Refused, VisitorClient
from tests.faults.database import found
from tests.faults.load import Size
from tests.faults.oracle import crowd
from tests.faults.plan import require_faultless, run_of
from tests.faults.small_disk import database_on, small_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.load import Load
    from tests.faults.report import Report
    from tests.faults.stage import Stage

# What was committed while the last page was filled is still told of: seconds, of a machine of our own.
_ON_ITS_WAY = 1.0
_FILLING = "x" * 500
_SIZE = Size(dialogues=8, with_bot=0, naive=0, rate=40)


@pytest.mark.fault("D1")
async def test_a_full_disk_is_a_clear_refusal_and_no_ack(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("sqlite", defect="small_disk").start()
    (hub,) = stage.hubs
    limit = hub.var / "pages"
    async with run_of(stage, report, size=_SIZE) as run:
        ((pages,),) = await found(stage.database_url, "PRAGMA page_count")
        limit.write_text(str(pages))
        false_acks = await _while_full(run.load, report)
        limit.unlink()
        await asyncio.sleep(1)
    assert await found(stage.database_url, "PRAGMA integrity_check") == [("ok",)]
    require_faultless(run, at_least=50)
    assert false_acks == 0


@pytest.mark.long
@pytest.mark.fault("D1-postgres")
async def test_a_full_disk_under_postgres_is_a_clear_refusal_and_no_ack(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    with small_disk() as disk, database_on(disk) as (server, url):
        stage = make_stage("sqlite")
        await asyncio.to_thread(stage.move_to, url)
        await stage.start()
        async with run_of(stage, report, size=_SIZE) as run:
            filling = disk / "filling"
            _fill_up(filling)
            false_acks = await _while_full(run.load, report)
            filling.unlink()
            await stage.up(server)
            await asyncio.sleep(1)
        await asyncio.gather(*(asyncio.to_thread(hub.stop) for hub in stage.hubs))
    require_faultless(run, at_least=50)
    assert false_acks == 0


@pytest.mark.long
@pytest.mark.fault("D1-control")
async def test_the_oracle_sees_acks_that_the_disk_never_saw(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("sqlite", defect="small_disk ack_before_commit").start()
    limit = stage.hubs[0].var / "pages"
    async with run_of(stage, report, size=_SIZE) as run:
        ((pages,),) = await found(stage.database_url, "PRAGMA page_count")
        limit.write_text(str(pages))
        await asyncio.sleep(5)
        limit.unlink()
    assert run.careful.lost > 0


def _fill_up(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(1 << 16))


async def _while_full(load: Load, report: Report) -> int:
    """What the clients are told until the disk has room again; how many acks came nevertheless."""
    with load.log.fault("disk full"):
        visitor = load.careful.dialogues[0].visitor
        # Pages that are free inside the file are filled first.
        code = await _until_refused(load, visitor)
        full = time.monotonic()
        read = await visitor.command("resume", conversation_id=visitor.conversation_id, after=0)
        on_its_way = _ON_ITS_WAY * crowd()
        await asyncio.sleep(on_its_way + 1)
        report.count(told=code, still_read=len(read["messages"]))
        assert code == "unavailable"
        assert read["messages"]
        return load.log.acks_between(full + on_its_way, time.monotonic())


async def _until_refused(load: Load, visitor: VisitorClient) -> str:
    """Writes until it is refused, without the outbox; the code."""
    async with asyncio.timeout(30):
        for number in itertools.count(1):
            text = f"probe/{number:06} {_FILLING}"
            try:
                data = await visitor.command(
                    "send_message",
                    client_id=f"probe-{number}",
                    conversation_id=visitor.conversation_id,
                    content={"type": "text", "text": text},
                )
            except NoAnswer:
                continue
            except Refused as refused:
                return refused.code
            load.probed(text, data)
    raise AssertionError
