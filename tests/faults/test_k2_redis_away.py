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

_SIZE = Size(dialogues=10, with_bot=2, naive=0, rate=20)
_SOON = 0.3


@pytest.mark.fault("K2")
@pytest.mark.parametrize("how", ["killed", "frozen", "black hole"])
async def test_without_redis_messages_are_still_acknowledged_at_once(
    make_stage: Callable[..., Stage], report: Report, how: str, *, long_tier: bool
) -> None:
    stage = make_stage("postgres", hubs=2)
    assert stage.redis is not None
    redis = stage.redis
    async with Proxy(redis.port) as line:
        for hub in stage.hubs:
            hub.environ["REDIS_URL"] = f"redis://127.0.0.1:{line.port}/0"
        await stage.start()
        away = [1.0, 10.0] if long_tier and how == "killed" else [8.0 if long_tier else 2.5]
        async with run_of(stage, report, size=_SIZE) as run:
            for seconds in away:
                with run.load.log.fault("redis away"):
                    if how == "killed":
                        redis.kill9()
                    elif how == "frozen":
                        redis.freeze()
                    else:
                        line.swallow()
                    await asyncio.sleep(seconds)
                if how == "frozen":
                    redis.thaw()
                line.pass_on()
                await stage.up(redis)
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
