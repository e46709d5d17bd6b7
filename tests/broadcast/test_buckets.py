"""Limits that hold over all hubs, and each hub's own while Redis is away."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
import redis.asyncio as redis

from chat_server.broadcast.buckets import RedisBuckets
from chat_server.domain.errors import RateLimited
from chat_server.services.rate_limits import RateLimits, SharedLimit
from tests.services import valkey
from tests.services.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.services.server import Server

SECRET = "a secret that every hub has"
# Slow enough that nothing is refilled while a test runs.
LIMIT = SharedLimit("of_this_test", 20, 10_000.0, at_once=4)


@asynccontextmanager
async def limits_on(url: str) -> AsyncIterator[RateLimits]:
    buckets = RedisBuckets(url, SECRET)
    try:
        yield RateLimits(enabled=True, shared=buckets)
    finally:
        await buckets.stop()


async def accepted(limits: RateLimits, key: str, times: int, limit: SharedLimit = LIMIT) -> int:
    count = 0
    for _ in range(times):
        try:
            await limits.spend_shared(limit, key)
        except RateLimited:
            continue
        count += 1
    return count


async def test_one_hub_accepts_exactly_the_burst(redis_url: str) -> None:
    async with limits_on(redis_url) as limits:
        assert await accepted(limits, "flooder", 200) == 20
        assert await accepted(limits, "neighbour", 3) == 3


async def test_two_hubs_together_accept_exactly_the_burst(redis_url: str) -> None:
    async with limits_on(redis_url) as one, limits_on(redis_url) as other:
        counts = await asyncio.gather(
            accepted(one, "flooder", 200), accepted(other, "flooder", 200)
        )
        assert sum(counts) == 20
        assert min(counts) > 0


async def test_a_bucket_fills_evenly_by_the_clock_of_redis(redis_url: str) -> None:
    quick = SharedLimit("quick", 10, 1.0)
    async with limits_on(redis_url) as limits:
        assert await accepted(limits, "flooder", 50, quick) >= 10
        began = time.monotonic()
        await asyncio.sleep(0.5)
        # A hub that did not see the flood: only the shared bucket knows of it.
        async with limits_on(redis_url) as other:
            count = await accepted(other, "flooder", 50, quick)
        assert 3 <= count <= 10 * (time.monotonic() - began) + 1


async def test_a_flood_is_no_flood_of_questions(redis_url: str) -> None:
    client = redis.Redis.from_url(redis_url)
    async with limits_on(redis_url) as one, limits_on(redis_url) as other:
        await accepted(one, "flooder", 50)
        before = (await client.info("commandstats"))["cmdstat_evalsha"]["calls"]
        assert await accepted(other, "flooder", 20) == 0
        after = (await client.info("commandstats"))["cmdstat_evalsha"]["calls"]
        assert after - before == 1
    await client.aclose()


async def test_addresses_and_accounts_are_not_readable_in_redis(redis_url: str) -> None:
    client = redis.Redis.from_url(redis_url)
    async with limits_on(redis_url) as limits:
        await limits.spend_shared(LIMIT, "198.51.100.7 anna@shop.example")
    keys = await client.keys("samtal:bucket:*")
    assert len(keys) == 1
    assert b"anna" not in keys[0]
    assert b"198" not in keys[0]
    assert 0 < await client.pttl(keys[0]) <= LIMIT.seconds * 1000
    await client.aclose()


@pytest.mark.parametrize("garbage", [b"no hash", {"tokens": "1e308", "at": "-1e308"}])
async def test_garbage_in_redis_opens_nothing(
    redis_url: str, garbage: bytes | dict[str, str]
) -> None:
    client = redis.Redis.from_url(redis_url)
    async with limits_on(redis_url) as one, limits_on(redis_url) as other:
        await one.spend_shared(LIMIT, "flooder")
        key = (await client.keys("samtal:bucket:*"))[0]
        await client.delete(key)
        if isinstance(garbage, bytes):
            await client.set(key, garbage)
        else:
            for name, value in garbage.items():
                await client.hset(key, name, value)
        assert await accepted(other, "flooder", 100) == 20
    await client.aclose()


@pytest.mark.parametrize("fault", ["killed", "frozen"])
async def test_without_redis_each_hub_limits_by_itself_and_nobody_waits(
    spare_redis: Server, fault: str
) -> None:
    url = valkey.url_of(spare_redis)
    async with limits_on(url) as one, limits_on(url) as other:
        assert await accepted(one, "before", 1) == 1
        if fault == "killed":
            spare_redis.kill9()
        else:
            spare_redis.freeze()
        began, slowest = time.monotonic(), 0.0
        for number in range(300):
            at = time.monotonic()
            await one.spend_shared(LIMIT, f"visitor {number}")
            slowest = max(slowest, time.monotonic() - at)
        # One question that nobody answered; all others were not asked.
        assert slowest < 4
        assert time.monotonic() - began < 8
        assert await accepted(one, "flooder", 200) == 20
        assert await accepted(other, "flooder", 200) == 20
        if fault == "killed":
            await asyncio.to_thread(spare_redis.start)
        else:
            spare_redis.thaw()
        # Together again: a bucket that one empties is empty for the other.
        async with asyncio.timeout(30):
            number = 0
            while True:
                number += 1
                first = await accepted(one, f"again {number}", 25)
                if first == 20 and await accepted(other, f"again {number}", 25) == 0:
                    break
                await asyncio.sleep(0.1)


async def test_a_black_hole_costs_one_short_wait(redis_server: Server, redis_url: str) -> None:
    assert redis_url
    async with (
        Proxy(redis_server.port) as proxy,
        limits_on(f"redis://127.0.0.1:{proxy.port}/0") as limits,
    ):
        await limits.spend_shared(LIMIT, "before")
        proxy.swallow()
        began = time.monotonic()
        await asyncio.gather(*(limits.spend_shared(LIMIT, f"visitor {n}") for n in range(200)))
        assert time.monotonic() - began < 5
