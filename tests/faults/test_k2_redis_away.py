"""K2: Redis killed, frozen, or swallowed by the network between it and the hubs. Messages do not wait for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.faults.load import Size
from tests.faults.oracle import crowd
from tests.faults.plan import require_faultless, run_of
from tests.services.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage
    from tests.services.server import Server

_SIZE = Size(dialogues=10, with_bot=2, naive=0, rate=20)
_SOON = 0.3


@pytest.mark.fault("K2")
@pytest.mark.parametrize(
    "how",
    [
        "killed",
        pytest.param("frozen", marks=pytest.mark.long),
        pytest.param("black hole", marks=pytest.mark.long),
    ],
)
async def test_without_redis_messages_are_still_acknowledged_at_once(
    make_stage: Callable[..., Stage], report: Report, how: str, *, long_tier: bool
) -> None:
    # Heads would hide what the bus lost: here it has to bring everything by itself.
    stage = make_stage("postgres", hubs=2, defect="no_heads")
    assert stage.redis is not None
    async with Proxy(stage.redis.port) as line:
        for hub in stage.hubs:
            hub.environ["REDIS_URL"] = f"redis://127.0.0.1:{line.port}/0"
        await stage.start()
        away = [1.0, 10.0] if long_tier and how == "killed" else [8.0 if long_tier else 2.5]
        async with run_of(stage, report, size=_SIZE) as run:
            for seconds in away:
                _take_away(stage.redis, line, how)
                with run.load.log.fault("redis away"):
                    await asyncio.sleep(seconds)
                if seconds == away[-1]:
                    await run.load.end()
                await _give_back(stage, line, how)
                await asyncio.sleep(1)
    log = run.load.log
    during, calm = log.latency(0.95, during="redis away"), log.latency(0.99, margin=2)
    report.count(
        away=sum(away),
        ack_p95_without_redis=during,
        ack_p99_without_redis=log.latency(0.99, during="redis away"),
    )
    require_faultless(run, at_least=40)
    assert during < max(_SOON * crowd(), 3 * calm)


@pytest.mark.fault("K2-control")
async def test_the_oracle_sees_what_pub_sub_lost_without_redis(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    stage = await make_stage("postgres", hubs=2, defect="pubsub_bus no_heads").start()
    assert stage.redis is not None
    async with run_of(stage, report, size=_SIZE, views_within=0.5) as run:
        stage.redis.kill9()
        with run.load.log.fault("redis away"):
            await asyncio.sleep(2.5)
        await run.load.end()
        await stage.up(stage.redis)
    assert run.careful.wrong_views > 0
    # Only pushes went astray: what was acknowledged is there.
    run.careful.wrong_views = 0
    assert run.careful.faultless, run.careful


def _take_away(redis: Server, line: Proxy, how: str) -> None:
    match how:
        case "killed":
            redis.kill9()
        case "frozen":
            redis.freeze()
        case _:
            line.swallow()


async def _give_back(stage: Stage, line: Proxy, how: str) -> None:
    """By then everybody is silent, at last: whoever wrote next would show the others what they missed."""
    assert stage.redis is not None
    if how == "frozen":
        stage.redis.thaw()
    line.pass_on()
    await stage.up(stage.redis)
