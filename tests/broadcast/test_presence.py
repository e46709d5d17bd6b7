"""Who is online, as several hubs see it together."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
import redis.asyncio as redis

from chat_server import tasks
from chat_server.broadcast.consoles import CONSOLES, RedisConsoles
from chat_server.broadcast.presence import Presence
from tests.services import valkey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.services.server import Server

GRACE, KEPT, EVERY = 0.4, 1.0, 0.1


@dataclass
class Books:
    """What the database says of everybody."""

    online: set[str] = field(default_factory=set)
    gone: list[str] = field(default_factory=list)

    async def ids(self) -> list[str]:
        return sorted(self.online)

    async def went(self, agent_id: str) -> None:
        # More than one hub may find it out; the books know the second time.
        if agent_id in self.online:
            self.online.discard(agent_id)
            self.gone.append(agent_id)

    async def until_gone(self, agent_id: str, within: float = 30.0) -> None:
        async with asyncio.timeout(within):
            while agent_id not in self.gone:
                await asyncio.sleep(0.02)


@dataclass
class Hub:
    presence: Presence
    consoles: RedisConsoles
    watching: asyncio.Task[None]

    async def die(self) -> None:
        """Without a word: what it said runs out."""
        await tasks.end([self.watching])
        await self.presence.stop()


@asynccontextmanager
async def hub_on(url: str, books: Books) -> AsyncIterator[Hub]:
    consoles = RedisConsoles(url, KEPT)
    presence = Presence(books.went, consoles, GRACE, EVERY)
    hub = Hub(presence, consoles, asyncio.create_task(presence.watch(books.ids)))
    try:
        yield hub
    finally:
        await hub.die()
        await consoles.stop()


async def until_known(hub: Hub, *agent_ids: str) -> None:
    async with asyncio.timeout(30):
        while not {*agent_ids} <= (await hub.consoles.elsewhere() or set()):
            await asyncio.sleep(0.02)


async def test_without_other_hubs_the_last_console_counts() -> None:
    books = Books({"anna"})
    presence = Presence(books.went, grace=0.05)
    presence.came("anna")
    presence.came("anna")
    presence.left("anna")
    await asyncio.sleep(0.15)
    assert books.gone == []
    presence.left("anna")
    await books.until_gone("anna")


@pytest.mark.parametrize("steps", range(5))
async def test_watching_ends_when_it_is_cancelled_also_as_a_console_comes(steps: int) -> None:
    books = Books()
    presence = Presence(books.went)
    watching = asyncio.create_task(presence.watch(books.ids))
    await asyncio.sleep(0.01)
    presence.came("anna")
    for _ in range(steps):
        await asyncio.sleep(0)
    watching.cancel()
    done, _ = await asyncio.wait([watching], timeout=10)
    watching.cancel()
    assert done == {watching}


async def test_whoever_is_just_saying_that_somebody_is_gone_is_ended_with_the_rest() -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def gone(_: str) -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    presence = Presence(gone, grace=0.01)
    presence.expect("anna")
    async with asyncio.timeout(20):
        await began.wait()
    await presence.stop()
    assert ended.is_set()


async def test_a_reload_is_no_leaving() -> None:
    books = Books({"anna"})
    presence = Presence(books.went, grace=0.2)
    presence.came("anna")
    presence.left("anna")
    # Not for a time: on a busy machine any time is longer than the grace.
    for _ in range(5):
        await asyncio.sleep(0)
    presence.came("anna")
    await asyncio.sleep(0.4)
    assert books.gone == []


async def test_a_console_on_another_hub_counts(redis_url: str) -> None:
    books = Books({"anna", "einar"})
    async with hub_on(redis_url, books) as one, hub_on(redis_url, books) as other:
        for agent in books.online:
            one.presence.came(agent)
        other.presence.came("anna")
        await until_known(one, "anna")
        one.presence.left("anna")
        one.presence.left("einar")
        await books.until_gone("einar")
        await asyncio.sleep(2 * GRACE)
        assert books.gone == ["einar"]
        other.presence.left("anna")
        await books.until_gone("anna")


async def test_agents_of_a_hub_that_died_are_gone_unless_they_come_elsewhere(
    redis_url: str,
) -> None:
    books = Books({"anna", "einar"})
    async with hub_on(redis_url, books) as one, hub_on(redis_url, books) as other:
        other.presence.came("anna")
        other.presence.came("einar")
        await until_known(one, "anna", "einar")
        await other.die()
        one.presence.came("anna")
        await books.until_gone("einar")
        assert books.gone == ["einar"]


async def test_a_hub_that_ends_leaves_its_agents_time_to_come_back(redis_url: str) -> None:
    books = Books({"anna"})
    async with hub_on(redis_url, books) as one:
        async with hub_on(redis_url, books) as other:
            other.presence.came("anna")
            await until_known(one, "anna")
        one.presence.came("anna")
        await asyncio.sleep(KEPT + 3 * GRACE)
        assert books.gone == []


@pytest.mark.parametrize("fault", ["killed", "frozen"])
async def test_nobody_is_gone_because_redis_is(spare_redis: Server, fault: str) -> None:
    url, books = valkey.url_of(spare_redis), Books({"anna", "einar"})
    async with hub_on(url, books) as one, hub_on(url, books) as other:
        one.presence.came("anna")
        one.presence.came("einar")
        other.presence.came("anna")
        await until_known(one, "anna")
        await until_known(other, "einar")
        if fault == "killed":
            spare_redis.kill9()
        else:
            spare_redis.freeze()
        one.presence.left("anna")
        one.presence.left("einar")
        await asyncio.sleep(4 * GRACE)
        assert books.gone == []
        # Empty at first when it was killed: an answer of which nobody may conclude anything yet.
        if fault == "killed":
            await asyncio.to_thread(spare_redis.start)
        else:
            spare_redis.thaw()
        await books.until_gone("einar", within=30)
        await asyncio.sleep(2 * GRACE)
        assert books.gone == ["einar"]


async def test_garbage_in_redis_is_swept_and_makes_nobody_stay(redis_url: str) -> None:
    books = Books({"anna"})
    client = redis.Redis.from_url(redis_url)
    async with hub_on(redis_url, books) as one:
        one.presence.came("anna")
        await until_known_since(client)
        forged = {
            "a": b"\xff",
            "b": b"[]",
            "c": b'{"agents": 3, "until": 4}',
            "d": b'{"agents": ["anna"], "until": 99999999999999}',
            "e": b'{"agents": [null, {}], "until": true}',
        }
        for name, value in forged.items():
            await client.hset(CONSOLES, name, value)
        one.presence.left("anna")
        await books.until_gone("anna")
        assert not {name.encode() for name in forged} & {*await client.hkeys(CONSOLES)}
        await client.set(CONSOLES, "no hash")
        async with asyncio.timeout(30):
            while await client.type(CONSOLES) != b"hash":
                await asyncio.sleep(0.02)
    await client.aclose()


async def until_known_since(client: redis.Redis) -> None:
    async with asyncio.timeout(30):
        while not await client.exists(CONSOLES):
            await asyncio.sleep(0.02)
