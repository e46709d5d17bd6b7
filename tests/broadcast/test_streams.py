"""The bus between hubs, piece by piece."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import redis.asyncio as redis
from hypothesis import given
from hypothesis import strategies as st

from chat_server.broadcast import streams
from chat_server.broadcast.streams import STREAM
from chat_server.broadcast.streams_entry import (
    BadEntry,
    Close,
    Emit,
    Entry,
    Move,
    Operation,
    Seal,
    read,
    written,
)
from chat_server.broadcast.streams_incoming import Incoming
from chat_server.broadcast.streams_outgoing import Outgoing
from chat_server.metrics import BUS_DROPPED, BUS_GAPS
from tests.broadcast.buses import ROOM, SECRET, SURFACE, hub_on, told, until_connected
from tests.services import valkey

if TYPE_CHECKING:
    from prometheus_client import Counter

    from tests.services.server import Server

OPERATIONS: list[Operation] = [
    Emit(namespace="/agent", rooms=["staff", "agent:1"], words='42/agent,["x",{}]', skip=["s"]),
    Emit(namespace="/", rooms=None, words='42["bot_uttered",{"text":"héllo 你好"}]'),
    Close(namespace="/agent", room="session:1"),
    Move(namespace="/visitor", room="visitor:1", leave="contact:1", enter="contact:2"),
]


def _packed(*operations: Operation) -> bytes:
    return b"[" + b",".join(map(written, operations)) + b"]"


def test_what_is_written_is_read() -> None:
    assert read(_packed(*OPERATIONS)) == OPERATIONS


def test_what_is_not_known_hides_nothing_that_is() -> None:
    unknown = b'{"method":"explode","namespace":"/agent"}'
    mixed = b"[" + unknown + b",7,null," + written(OPERATIONS[0]) + b"]"
    assert read(mixed) == [OPERATIONS[0]]


@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(garbage: bytes) -> None:
    assert all(isinstance(item, Emit | Close | Move) for item in read(garbage))


@given(
    st.dictionaries(
        st.sampled_from([b"h", b"n", b"d", b"s", b"x"]),
        st.one_of(st.binary(max_size=80), st.from_regex(rb"[0-9a-f]{1,40}"), st.none()),
    )
    | st.none()
)
def test_no_entry_without_the_secret_is_read(fields: object) -> None:
    with pytest.raises(BadEntry):
        Seal(SECRET).read(fields)


def test_a_signature_covers_host_number_and_words() -> None:
    seal = Seal(SECRET)
    fields = {key.encode(): value for key, value in seal.fields(Entry("hub1", 7, b"[1]")).items()}
    assert seal.read(fields) == Entry("hub1", 7, b"[1]")
    for changed in ({b"h": b"hub2"}, {b"n": b"8"}, {b"d": b"[2]"}):
        with pytest.raises(BadEntry):
            seal.read({**fields, **changed})


def _count(counter: Counter) -> float:
    value: float = counter._value.get()
    return value


def test_what_is_dropped_leaves_a_hole_that_the_reader_counts() -> None:
    outgoing, incoming = Outgoing("one"), Incoming("other")
    before = _count(BUS_GAPS), _count(BUS_DROPPED.labels("full"))
    outgoing.add(b'"first"')
    (first,) = outgoing.entries()
    outgoing.sent()
    assert incoming.is_new(first)
    for number in range(50_010):
        outgoing.add(b"%d" % number)
    entries = []
    while outgoing:
        entries += outgoing.entries()
        outgoing.sent()
    assert all(incoming.is_new(entry) for entry in entries)
    assert entries[0].operations.startswith(b"[10,11,")
    assert entries[-1].operations.endswith(b",50009]")
    assert _count(BUS_DROPPED.labels("full")) - before[1] == 10
    assert _count(BUS_GAPS) - before[0] == 1


def test_an_entry_that_was_sent_twice_is_taken_once() -> None:
    outgoing, incoming = Outgoing("one"), Incoming("other")
    outgoing.add(b'"once"')
    again = outgoing.entries()
    outgoing.add(b'"later"')
    # The answer was lost: the same entry goes out again under its number, before what came after.
    retried = list(outgoing.entries())
    assert retried[0] == again[0]
    assert [incoming.is_new(entry) for entry in (again[0], *retried)] == [True, False, True]


def test_our_own_entries_are_not_news() -> None:
    assert not Incoming("one").is_new(Entry("one", 1, b"[]"))


def test_entries_stay_small_however_much_waits() -> None:
    outgoing = Outgoing("one")
    for _ in range(200):
        outgoing.add(b'"' + b"x" * 1_000 + b'"')
    while outgoing:
        assert all(len(entry.operations) <= 17_000 for entry in outgoing.entries())
        outgoing.sent()


async def test_a_huge_publish_is_left_out_and_disturbs_nothing(redis_url: str) -> None:
    async with hub_on(redis_url) as one, hub_on(redis_url) as other:
        await until_connected(one, other)
        before = _count(BUS_DROPPED.labels("large"))
        one.manager.tell("said", {"n": 1}, SURFACE, [ROOM])
        one.manager.tell("said", {"n": 2, "huge": "x" * 34_000_000}, SURFACE, [ROOM])
        one.manager.tell("said", {"n": 3}, SURFACE, [ROOM])
        await other.until_heard(2)
        assert [told(operation) for operation in other.heard] == [1, 3]
        assert _count(BUS_DROPPED.labels("large")) - before == 1


async def test_the_stream_keeps_a_bounded_number_of_entries(redis_url: str) -> None:
    client = redis.Redis.from_url(redis_url)
    async with hub_on(redis_url) as one, hub_on(redis_url) as other:
        await until_connected(one, other)
        # Each in an entry of its own, by its size.
        for number in range(9_000):
            one.manager.tell("said", {"n": number, "x": "y" * 16_000}, SURFACE, [ROOM])
            if number % 100 == 0:
                await asyncio.sleep(0)
            while one.bus._outgoing._bytes > 20_000_000:
                await asyncio.sleep(0.01)
        await other.until_heard(9_000, within=60)
        assert 7_000 < await client.xlen(STREAM) < 8_300
        assert (await client.info("memory"))["used_memory"] < 200_000_000
    await client.aclose()


async def test_words_do_not_lie_in_redis_for_longer_than_they_are_needed(
    redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "_KEPT_MS", 500)
    monkeypatch.setattr(streams, "_TRIM_EVERY", 0.1)
    client = redis.Redis.from_url(redis_url)
    async with hub_on(redis_url) as one, hub_on(redis_url) as other:
        await until_connected(one, other)
        one.manager.tell("said", {"n": 1, "words": "zzmark"}, SURFACE, [ROOM])
        await other.until_heard(1)
        assert await client.xlen(STREAM) == 1
        async with asyncio.timeout(8):
            while await client.xlen(STREAM):
                await asyncio.sleep(0.05)
        one.manager.tell("said", {"n": 2}, SURFACE, [ROOM])
        await other.until_heard(2)
        assert [told(operation) for operation in other.heard] == [1, 2]
    assert 0 < await client.ttl(STREAM) <= 300, "it goes when there is no hub any more"
    await client.aclose()


async def test_what_is_said_last_is_told_before_a_hub_ends(redis_url: str) -> None:
    async with hub_on(redis_url) as other:
        async with hub_on(redis_url) as one:
            await until_connected(one, other)
            for number in range(500):
                one.manager.tell("said", {"n": number}, SURFACE, [ROOM])
        await other.until_heard(500)
        assert [told(operation) for operation in other.heard] == list(range(500))


async def test_a_hub_ends_soon_when_redis_does_not_answer(spare_redis: Server) -> None:
    loop = asyncio.get_running_loop()
    async with hub_on(valkey.url_of(spare_redis)) as one:
        await until_connected(one)
        spare_redis.freeze()
        one.manager.tell("said", {"n": 1}, SURFACE, [ROOM])
        began = loop.time()
    assert loop.time() - began < 6.0
    spare_redis.thaw()


async def test_a_hub_that_began_while_redis_was_away_hears_what_was_said_since(
    spare_redis: Server,
) -> None:
    url = valkey.url_of(spare_redis)
    async with hub_on(url) as one:
        await until_connected(one)
        one.manager.tell("said", {"n": 0}, SURFACE, [ROOM])
        spare_redis.freeze()
        async with hub_on(url) as other:
            one.manager.tell("said", {"n": 1}, SURFACE, [ROOM])
            await asyncio.sleep(0.3)
            assert not other.bus.connected
            spare_redis.thaw()
            await other.until_heard(1)
            assert told(other.heard[-1]) == 1


async def test_who_only_one_socket_of_ours_hears_is_told_nobody_else(redis_url: str) -> None:
    async with hub_on(redis_url) as one, hub_on(redis_url) as other:
        await until_connected(one, other)
        sid = await one.manager.pre_connect("connection", SURFACE)
        assert sid is not None
        one.manager.tell("welcome", {"n": 1}, SURFACE, [sid])
        one.manager.tell("said", {"n": 2}, SURFACE, [ROOM])
        await other.until_heard(1)
        assert [told(operation) for operation in other.heard] == [2]
