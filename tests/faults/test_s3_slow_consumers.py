"""S3: 20 consoles that read nothing and 20 that read 1 KB/s, among many that read all, under a flood of messages."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.consoles import Console
from tests.faults.oracle import crowd
from tests.faults.regular import is_disturbed, p99
from tests.faults.vitals import Vitals
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage
    from tests.hub.clients import Clients, VisitorSocket

_MEGABYTE = 1_000_000
_SLOW_EACH = 20
_FILLING = "x" * 1_000
_MOST_AT_ONCE = 25
_LET_GO_WITHIN = 3.0 * crowd()


@pytest.mark.fault("S3")
async def test_who_does_not_read_is_let_go_and_catches_up_and_the_others_notice_nothing(
    make_stage: Callable[..., Stage], report: Report, *, long_tier: bool
) -> None:
    stage = await make_stage("sqlite").start()
    assert await _flooded(stage, report, 200 if long_tier else 60, 1_500) == []


@pytest.mark.fault("S3-control")
async def test_a_hub_with_endless_patience_is_found_out(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("sqlite", defect="endless_patience").start()
    assert "slow ones kept" in await _flooded(stage, report, 5, 600, let_go_within=2.0)


async def _flooded(
    stage: Stage,
    report: Report,
    normal_ones: int,
    messages: int,
    let_go_within: float = _LET_GO_WITHIN,
) -> list[str]:
    """What went wrong."""
    (hub,) = stage.hubs
    async with clients_of(hub) as clients:
        token = await clients.token("anna")
        visitor = await _owned(clients)
        normal = [Console(hub.url, token) for _ in range(normal_ones)]
        slow = [Console(hub.url, token, pace) for pace in (0, 1_024) for _ in range(_SLOW_EACH)]
        for console in (*normal, *slow):
            await console.open()
        await _say(visitor, 100)
        calm = _delays(normal)
        before = await Vitals.of(hub, clients.http)
        began = time.monotonic()
        await _say(visitor, messages)
        took = time.monotonic() - began
        after = await _until_dropped(stage, clients, let_go_within)
        heard = await _all_heard(normal, messages)
        caught_up = await _caught_up(clients, visitor)
        for console in (*normal, *slow):
            console.close()
    delays = _delays(normal)
    grown = (after.resident - before.resident) / _MEGABYTE
    dropped = after.dropped.get("slow", 0)
    report.count(
        messages=messages,
        messages_per_second=round(messages / took),
        normal=normal_ones,
        slow=len(slow),
        dropped=dropped,
        calm_p99=p99(calm),
        normal_p99=p99(delays),
        rss_grown_mb=grown,
        caught_up=caught_up,
    )
    return [
        name
        for name, is_so in {
            "slow ones kept": dropped < len(slow),
            "normal ones lost": dropped > len(slow) or not heard,
            "normal ones waited": is_disturbed(calm, delays, 0.2),
            "memory grown": grown > 30,
            "not caught up": caught_up < messages,
        }.items()
        if is_so
    ]


def _delays(consoles: list[Console]) -> list[float]:
    return sorted(delay for console in consoles for delay in console.delays)


async def _owned(clients: Clients) -> VisitorSocket:
    """A visitor whose conversation an agent has, so that no bot answers the flood."""
    visitor = await clients.visitor()
    await visitor.answered("Hello")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    agent = await clients.agent("bjorn")
    await agent.accept(visitor.conversation_id)
    return visitor


async def _say(visitor: VisitorSocket, many: int) -> None:
    turns = asyncio.Semaphore(_MOST_AT_ONCE)

    async def one() -> None:
        async with turns:
            await visitor.say(f"~{time.monotonic_ns():x}~ {_FILLING}")

    await asyncio.gather(*(one() for _ in range(many)))


async def _until_dropped(stage: Stage, clients: Clients, within: float) -> Vitals:
    """When the slow ones have been let go, or so many seconds after all of it was said."""
    (hub,) = stage.hubs
    deadline = time.monotonic() + within
    while True:
        now = await Vitals.of(hub, clients.http)
        if now.dropped.get("slow", 0) >= 2 * _SLOW_EACH or time.monotonic() > deadline:
            return now
        await asyncio.sleep(0.1)


async def _all_heard(normal: list[Console], many: int) -> bool:
    deadline = time.monotonic() + 30.0
    while any(console.received < many for console in normal) and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
    return all(console.received >= many for console in normal)


async def _caught_up(clients: Clients, visitor: VisitorSocket) -> int:
    """How many of the messages a console finds that comes back."""
    agent = await clients.agent()
    after, found = 0, 0
    while True:
        page = await agent.do("resume", conversation_id=visitor.conversation_id, after=after)
        found += sum(_FILLING in message["content"].get("text", "") for message in page["messages"])
        if not page["more"]:
            return found
        after = page["messages"][-1]["seq"]
