"""Two hubs on one database and one Redis: whoever is connected to one hears of the other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass

import orjson
import pytest
import redis.asyncio as redis

from chat_server.broadcast.streams import STREAM
from chat_server.broadcast.streams_entry import Close, Emit, Entry, Seal, written
from tests.hub.clients import Clients, client_id
from tests.hub.data import SECRET_KEY
from tests.hub.fixtures import clients_of
from tests.hub.running import LocalHub
from tests.services import valkey
from tests.services.server import Server

MakeHub = Callable[..., LocalHub]


@dataclass(frozen=True)
class Pair:
    """Clients of either hub, and their Redis."""

    one: Clients
    other: Clients
    redis: redis.Redis


@pytest.fixture(scope="module")
def hubs(
    make_hub: MakeHub, database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[LocalHub, LocalHub, Server]]:
    server = valkey.new_server(tmp_path_factory.mktemp("valkey"))
    server.start()
    try:
        first = make_hub(database, REDIS_URL=valkey.url_of(server))
        yield first, make_hub(like=first, REDIS_URL=valkey.url_of(server)), server
    finally:
        server.stop()


@pytest.fixture
async def pair(hubs: tuple[LocalHub, LocalHub, Server]) -> AsyncIterator[Pair]:
    first, second, server = hubs
    async with clients_of(first) as one, clients_of(second) as other:
        client = redis.Redis.from_url(valkey.url_of(server))
        for each in (one, other):
            await _until_together(each)
        yield Pair(one, other, client)
        await client.aclose()


async def _until_together(clients: Clients) -> None:
    async with asyncio.timeout(30):
        while True:
            ready = await clients.call("GET", "/readyz")
            if ready.body["dependencies"]["redis"] == "ok":
                return
            await asyncio.sleep(0.02)


async def test_a_dialogue_between_hubs(pair: Pair) -> None:
    visitor, anna = await pair.one.visitor(), await pair.other.agent("anna")
    await anna.do("subscribe", view="queue")
    await visitor.answered("hello")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    await anna.event("queue_changed")
    conversation = await anna.accept(visitor.conversation_id)
    await anna.reply(conversation, "from the other hub")
    await visitor.text("from the other hub")
    await visitor.say("received")
    await anna.text("received")
    # Each message once at each place, although both hubs said it.
    for socket in (visitor, anna):
        ids = [event["message"]["id"] for event in socket.all("message_created")]
        assert len(ids) == len(set(ids))


async def test_signing_out_on_one_hub_closes_the_sessions_sockets_on_the_other(
    pair: Pair,
) -> None:
    token, another = await pair.one.sign_in("anna"), await pair.one.sign_in("anna")
    here = await pair.one.agent_with({"token": token})
    there = await pair.other.agent_with({"token": token})
    staying = await pair.other.agent_with({"token": another})
    assert (await pair.one.call("DELETE", "session", token)).status == 204
    await asyncio.wait_for(asyncio.gather(here.closed.wait(), there.closed.wait()), 30)
    assert (await staying.do("subscribe", view="mine"))["conversations"] is not None


async def test_a_tab_on_another_hub_moves_when_the_browser_is_identified(pair: Pair) -> None:
    tab = await pair.one.visitor()
    token = (await tab.welcome())["token"]
    twin = await pair.other.visitor(token=token)
    await tab.say("anonymous yet")
    await twin.text("anonymous yet")
    await tab.do("identify", identity=pair.one.identity(f"cus-{client_id()}", name="Jón"))
    await tab.say("it is me")
    await twin.text("it is me")


async def test_a_visitor_finds_its_dialogue_on_the_other_hub(pair: Pair) -> None:
    visitor = await pair.one.visitor()
    token = (await visitor.welcome())["token"]
    await visitor.answered("first")
    await visitor.close()
    again = await pair.other.visitor(token=token)
    held = await again.do("resume", conversation_id=again.conversation_id, after=0)
    assert [m["content"]["text"] for m in held["messages"]][:2] == ["first", "You said: first"]


def _packed(*operations: bytes) -> bytes:
    return b"[" + b",".join(operations) + b"]"


async def test_garbage_and_forged_entries_reach_nobody_and_end_nothing(pair: Pair) -> None:
    visitor, anna = await pair.one.visitor(), await pair.other.agent("anna")
    words = '42/visitor,["message_created",{"forged":true}]'
    emit = written(Emit(namespace="/visitor", rooms=None, words=words))
    close = written(Close(namespace="/agent", room="staff"))
    forged = Seal("not the hubs' secret")
    signed = Seal(SECRET_KEY)
    entries: list[dict[str, bytes]] = [
        {"nonsense": b"\xff\xfe"},
        {"h": b"x", "n": b"1", "d": b"[]", "s": b""},
        {"h": b"..", "n": b"-1", "d": b"[]", "s": b"1234567812345678"},
        {"h": b"a" * 9_000, "n": b"9" * 9_000, "d": b"{" * 9_000, "s": b"0" * 16},
        forged.fields(Entry("forger", 1, _packed(emit, close))),
        {**signed.fields(Entry("changed", 1, b"[]")), "d": _packed(emit, close)},
        {**signed.fields(Entry("renumbered", 1, _packed(emit))), "n": b"2"},
        # Ours by signature, of a version that says what we do not know, or badly.
        signed.fields(Entry("newer", 1, _packed(b'{"method":"explode","namespace":"/agent"}'))),
        signed.fields(Entry("newer", 2, b"[1,null,[],{}]")),
        signed.fields(Entry("newer", 3, b"{")),
        signed.fields(Entry("newer", 4, _packed(b'{"method":"close","namespace":1,"room":2}'))),
        signed.fields(Entry("newer", 5, _packed(orjson.dumps({"method": "emit", "words": "0"})))),
    ]
    for fields in entries:
        for name, value in fields.items():
            assert isinstance(name, str)
            assert isinstance(value, bytes)
        await pair.redis.execute_command(  # type: ignore[no-untyped-call]
            "XADD", STREAM, "*", *(part for item in fields.items() for part in item)
        )
    await visitor.answered("still here")
    await anna.do("subscribe", view="all")
    await visitor.say("and told")
    await anna.text("and told")
    assert not anna.closed.is_set()
    assert not any("forged" in payload for payload in visitor.all("message_created"))


@pytest.mark.parametrize("how", ["wrong type", "last id", "flushed"])
async def test_a_spoilt_stream_heals_without_an_operator(pair: Pair, how: str) -> None:
    visitor, anna = await pair.one.visitor(), await pair.other.agent("anna")
    await anna.do("subscribe", view="all")
    await visitor.say("before")
    await anna.text("before")
    if how == "wrong type":
        await pair.redis.delete(STREAM)
        await pair.redis.set(STREAM, "no stream")
    elif how == "last id":
        await pair.redis.xadd(STREAM, {"x": "y"}, id="18446744073709551615-18446744073709551615")
    else:
        await pair.redis.flushall()
    await visitor.say("after")
    await anna.text("after")


async def test_every_question_is_answered_once_by_one_of_the_hubs(
    pair: Pair, hubs: tuple[LocalHub, LocalHub, Server]
) -> None:
    first, second, _ = hubs
    for hub in (first, second):
        hub.bot.questions.clear()
    visitors = [await side.visitor() for side in (pair.one, pair.other) for _ in range(2)]
    for number in range(3):
        await asyncio.gather(*(visitor.answered(f"question {number}") for visitor in visitors))
    # Dialogues of earlier tests may still be asking.
    ours = {visitor.conversation_id for visitor in visitors}
    asked = [
        question.turn_id
        for hub in (first, second)
        for question in hub.bot.questions
        if question.conversation_id in ours
    ]
    assert len(asked) == len(set(asked)) == 3 * len(visitors)
    for visitor in visitors:
        target = {"conversation_id": visitor.conversation_id, "after": 0}
        said = [m["content"]["text"] for m in (await visitor.do("resume", **target))["messages"]]
        assert said == [
            text for n in range(3) for text in (f"question {n}", f"You said: question {n}")
        ]
