"""F1: 20,000 frames from a grammar; a normal client notices nothing, and nothing is left of those who sent them."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.attackers import attack
from tests.faults.regular import Regular, is_disturbed, p99
from tests.faults.vitals import Vitals
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage
    from tests.hub.clients import Clients
    from tests.hub.running import HubProcess

_MEGABYTE = 1_000_000
_GHOSTS_WITHIN = 20.0


@pytest.mark.fault("F1")
async def test_malformed_frames_end_their_connections_and_disturb_nobody(
    make_stage: Callable[..., Stage], report: Report, seed: int, *, long_tier: bool
) -> None:
    stage = await make_stage("sqlite").start()
    wrong = await _attacked(stage, report, seed, 1_000_000 if long_tier else 20_000)
    assert wrong == []


@pytest.mark.fault("F1-control")
async def test_a_hub_that_only_logs_broken_frames_is_found_out(
    make_stage: Callable[..., Stage], report: Report, seed: int
) -> None:
    stage = await make_stage("sqlite", defect="lenient_frames").start()
    wrong = await _attacked(stage, report, seed, 200, patience=2.0)
    assert {"connections kept", "log flooded"} <= set(wrong)


async def _attacked(
    stage: Stage, report: Report, seed: int, frames: int, **options: float
) -> list[str]:
    """What went wrong."""
    (hub,) = stage.hubs
    async with clients_of(hub) as clients, Regular(clients) as regular:
        await attack(hub.url, seed + 1, frames // 10, **options)
        _, calm = await regular.during(asyncio.sleep(2))
        before = await Vitals.of(hub, clients.http)
        outcome, delays = await regular.during(attack(hub.url, seed, frames, **options))
        after = await _without_ghosts(hub, clients, before)
    grown = (after.resident - before.resident) / _MEGABYTE
    lines = after.log_lines - before.log_lines
    report.count(
        frames=outcome.sent,
        frames_per_second=round(outcome.sent / outcome.seconds),
        connections=outcome.connections,
        kept=outcome.kept,
        answers=len(delays),
        calm_p99=p99(calm),
        p50=delays[len(delays) // 2],
        p99=p99(delays),
        rss_grown_mb=grown,
        log_lines=lines,
        ghosts=after.sockets["/visitor"] - 1,
        descriptors_left=after.descriptors - before.descriptors,
    )
    assert outcome.sent >= frames
    assert len(delays) >= 10
    return [
        name
        for name, is_so in {
            "connections kept": outcome.kept > 0,
            "regular visitor waited": is_disturbed(calm, delays, 0.2),
            "memory grown": grown > 20,
            # Of what is refused a hub says from time to time how much it was.
            "log flooded": lines > 30 + outcome.seconds / 5,
            "ghosts": after.sockets["/visitor"] != 1,
            "descriptors left": after.descriptors > before.descriptors + 4,
        }.items()
        if is_so
    ]


async def _without_ghosts(hub: HubProcess, clients: Clients, before: Vitals) -> Vitals:
    """As soon as only the normal client is left, or when there was time enough."""
    deadline = time.monotonic() + _GHOSTS_WITHIN
    while True:
        now = await Vitals.of(hub, clients.http)
        gone = now.sockets["/visitor"] == 1 and now.descriptors <= before.descriptors + 4
        if gone or time.monotonic() > deadline:
            return now
        await asyncio.sleep(0.1)
