"""S1: everybody reconnects at once, each with a token; those who stayed are answered meanwhile."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults.oracle import crowd
from tests.faults.regular import Regular, p99
from tests.faults.vitals import Vitals
from tests.hub.fixtures import clients_of
from tests.system.samtal import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.report import Report
    from tests.faults.stage import Stage
    from tests.hub.running import HubProcess

_WITHIN = 10.0
_STAYED_P99 = 1.0


@pytest.mark.fault("S1")
async def test_everybody_who_reconnects_at_once_is_let_in_and_who_stayed_is_answered(
    make_stage: Callable[..., Stage],
    report: Report,
    tmp_path: Path,
    *,
    long_tier: bool,
) -> None:
    stage = await make_stage("sqlite").start()
    (hub,) = stage.hubs
    many = 1_000 if long_tier else 300
    tokens = tmp_path / "tokens.json"
    await _crowd(hub, tokens, many, at_once=20)
    assert await _stormed(hub, report, tokens, many) == []


@pytest.mark.long
@pytest.mark.fault("S1-control")
async def test_a_hub_that_lets_them_in_one_by_one_is_found_out(
    make_stage: Callable[..., Stage], report: Report, tmp_path: Path
) -> None:
    stage = await make_stage("sqlite", defect="one_at_a_time").start()
    assert "too slow" in await _stormed(stage.hubs[0], report, tmp_path / "tokens.json", 110)


async def _stormed(hub: HubProcess, report: Report, tokens: Path, many: int) -> list[str]:
    """What went wrong."""
    async with clients_of(hub) as clients, Regular(clients) as regular:
        _, calm = await regular.during(asyncio.sleep(1))
        before = await Vitals.of(hub, clients.http)
        came, delays = await regular.during(_crowd(hub, tokens, many, at_once=many))
        after = await Vitals.of(hub, clients.http)
    report.count(
        visitors=many,
        seconds=came["seconds"],
        slowest=came["slowest"],
        failed=came["failed"],
        calm_p99=p99(calm),
        stayed_p99=p99(delays),
        log_lines=after.log_lines - before.log_lines,
    )
    return [
        name
        for name, is_so in {
            "not let in": came["failed"] > 0,
            "too slow": came["seconds"] > _WITHIN * crowd(),
            "those who stayed waited": p99(delays) > max(_STAYED_P99 * crowd(), 30 * p99(calm)),
            "log flooded": after.log_lines - before.log_lines > many // 10,
        }.items()
        if is_so
    ]


async def _crowd(hub: HubProcess, tokens: Path, many: int, at_once: int) -> dict[str, Any]:
    """From a process of its own: what came of it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks._crowd",
        cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    task = {
        "visitor_url": f"{hub.url}/socket.io/",
        "inbox": hub.notes.inbox,
        "many": many,
        "at_once": at_once,
        "memory": str(tokens),
    }
    try:
        said, _ = await process.communicate(json.dumps(task).encode() + b"\n\n")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    gathered: dict[str, Any] = json.loads(said.splitlines()[0])
    return gathered
