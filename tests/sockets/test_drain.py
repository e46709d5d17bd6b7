"""A hub that is asked to stop says so to its clients, ends what it began and goes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

import pytest

from chat_server.bots.scripted import echo
from chat_server.sockets import drain
from chat_server.sockets.drain import WINDOW
from tests.hub.data import fill
from tests.hub.fixtures import clients_of
from tests.hub.running import LocalHub
from tests.services import valkey

if TYPE_CHECKING:
    from pathlib import Path

    from chat_server.domain.bot_turn import Answer, Question
    from tests.hub.clients import Socket
    from tests.services.postgres import Postgres
    from tests.services.server import Server

MakeHub = Callable[..., LocalHub]


async def _after(socket: Socket) -> int:
    after: int = (await socket.event("reconnect"))["after_ms"]
    return after


async def test_clients_of_one_of_many_hubs_are_spread_before_it_ends(
    make_hub: MakeHub, redis_url: str
) -> None:
    hub = make_hub(REDIS_URL=redis_url)
    async with clients_of(hub) as clients:
        sockets: list[Socket] = [await clients.visitor() for _ in range(8)]
        sockets.append(await clients.agent("anna"))
        began = time.monotonic()
        stopping = asyncio.create_task(asyncio.to_thread(hub.stop))
        moments = await asyncio.gather(*map(_after, sockets))
        assert time.monotonic() - began < WINDOW
        assert all(0 <= after <= WINDOW * 1000 for after in moments)
        assert len(set(moments)) > len(moments) // 2
        # Those who know the word go by themselves; the others are let go a little later.
        staying, leaving = sockets[0], sockets[1:]
        await staying.do("list_facts")
        await asyncio.gather(*(socket.close() for socket in leaving))
        await asyncio.wait_for(staying.closed.wait(), WINDOW + 20)
        await stopping
        assert time.monotonic() - began < WINDOW + 30


async def test_a_hub_that_is_alone_says_so_and_keeps_nobody_waiting(
    make_hub: MakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drain, "WINDOW", 600.0)
    hub = make_hub()
    async with clients_of(hub) as clients:
        visitor, anna = await clients.visitor(), await clients.agent("anna")
        began = time.monotonic()
        stopping = asyncio.create_task(asyncio.to_thread(hub.stop))
        await asyncio.gather(_after(visitor), _after(anna))
        await asyncio.gather(visitor.closed.wait(), anna.closed.wait())
        await stopping
        assert time.monotonic() - began < 20


async def test_a_question_that_is_being_answered_has_its_answer_before_the_hub_ends(
    make_hub: MakeHub,
) -> None:
    hub, asked = make_hub(), Event()

    def slow(question: Question) -> Answer:
        asked.set()
        return echo(question)

    async with clients_of(hub) as clients:
        visitor = await clients.visitor()
        token = (await visitor.welcome())["token"]
        hub.bot.script, hub.bot.takes = slow, 0.8
        await visitor.say("are you there?")
        assert await asyncio.to_thread(asked.wait, 5)
        await asyncio.to_thread(hub.stop)
    successor = make_hub(like=hub)
    async with clients_of(successor) as clients:
        visitor = await clients.visitor(token=token)
        held = await visitor.do("resume", conversation_id=visitor.conversation_id, after=0)
        said = [message["content"]["text"] for message in held["messages"]]
        assert said == ["are you there?", "You said: are you there?"]
        assert successor.bot.questions == []


@pytest.mark.parametrize("how", ["kill9", "freeze"])
async def test_a_hub_ends_in_time_although_database_and_redis_are_away(
    spare_postgres: Postgres, spare_redis: Server, tmp_path: Path, how: str
) -> None:
    notes = await fill(spare_postgres.url)
    notes.write(tmp_path)
    environ = {"REDIS_URL": valkey.url_of(spare_redis)}
    hub = LocalHub(notes, tmp_path, spare_postgres.url, environ)
    await asyncio.to_thread(hub.start)
    async with clients_of(hub) as clients:
        visitor = await clients.visitor()
        await visitor.answered("before")
        assert spare_postgres.server is not None
        for server in (spare_postgres.server, spare_redis):
            await asyncio.to_thread(getattr(server, how))
        began = time.monotonic()
        await asyncio.to_thread(hub.stop)
        assert time.monotonic() - began < 40.0
    if how == "freeze":
        for server in (spare_postgres.server, spare_redis):
            server.thaw()
