"""All or nothing: what is committed is whole, and only what is committed is told."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from contextlib import AsyncExitStack, closing
from typing import TYPE_CHECKING

import asyncpg
import pytest

from chat_server.domain.agent import CannedReply
from chat_server.domain.errors import Conflict, SamtalError, Unavailable
from chat_server.domain.live import FactsChanged
from chat_server.store import database
from chat_server.store.database import async_url
from chat_server.store.sql_store import SqlStore
from tests.core.core import ANNA, Core, words
from tests.services.postgres import in_own_loop

if TYPE_CHECKING:
    from chat_server.domain.live import LiveEvent


class Mishap(Exception):
    """Something unforeseen in the middle of a transaction."""


async def replies(core: Core) -> list[str]:
    async with core.store.read() as tx:
        return [reply.id for reply in await tx.agents.canned_replies()]


async def test_an_exception_leaves_nothing_and_tells_nothing(any_core: Core) -> None:
    acted: list[str] = []

    async def act() -> None:
        async with any_core.store.begin() as tx:
            tx.add(CannedReply("r1", "hi", "Hello"))
            await tx.flush()
            tx.tell(FactsChanged("c"))
            tx.after_commit(lambda: acted.append("woken"))
            raise Mishap

    with pytest.raises(Mishap):
        await act()
    assert await replies(any_core) == []
    assert any_core.live == []
    assert acted == []


async def test_a_commit_that_fails_tells_nothing(any_core: Core) -> None:
    async with any_core.store.begin() as tx:
        tx.add(CannedReply("r1", "hi", "Hello"))

    async def repeat() -> None:
        async with any_core.store.begin() as tx:
            tx.add(CannedReply("r2", "hi", "Hello again"))
            tx.tell(FactsChanged("c"))

    with pytest.raises(Conflict):
        await repeat()
    assert any_core.live == []
    assert await replies(any_core) == ["r1"]


async def test_it_is_told_only_after_others_can_read_it(any_core: Core) -> None:
    """Whoever is told and looks must find it."""
    seen: list[int] = []
    store = SqlStore(any_core.engines, lambda _: seen.append(_replies_as_others_see(any_core.url)))
    async with store.begin() as tx:
        tx.add(CannedReply("r1", "hi", "Hello"))
        tx.tell(FactsChanged("c"))
        await tx.flush()
        assert _replies_as_others_see(any_core.url) == 0
        assert seen == []
    assert seen == [1]


def _replies_as_others_see(url: str) -> int:
    """How many canned replies a client finds that has nothing to do with the hub."""
    query = "SELECT count(*) FROM canned_replies"
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            return int(connection.execute(query).fetchone()[0])
    found: list[int] = []

    async def ask() -> None:
        client = await asyncpg.connect(url)
        found.append(await client.fetchval(query))
        await client.close()

    in_own_loop(ask())
    return found[0]


async def test_effects_keep_the_order_in_which_they_were_told(any_core: Core) -> None:
    events: list[LiveEvent] = [FactsChanged(str(number)) for number in range(5)]
    async with any_core.store.begin() as tx:
        for event in events:
            tx.tell(event)
    assert any_core.live == events


async def test_what_is_changed_while_reading_is_not_kept(any_core: Core) -> None:
    async with any_core.store.read() as tx:
        anna = await tx.agents.get("anna")
        assert anna is not None
        anna.name = "Somebody else"
        tx.add(CannedReply("r1", "hi", "Hello"))
    async with any_core.store.read() as tx:
        anna = await tx.agents.get("anna")
        assert anna is not None
        assert anna.name == "Anna"
    assert await replies(any_core) == []


async def test_a_send_that_fails_midway_leaves_no_hole(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = (await any_core.visitor()).caller
    sent = await any_core.say(visitor, "one")
    logged = len(await any_core.log())

    def fail(*_: object, **__: object) -> None:
        raise Mishap

    with monkeypatch.context() as patched:
        patched.setattr("chat_server.services.talk._said", fail)
        with pytest.raises(SamtalError, match="on our side"):
            await any_core.say(visitor, "lost", sent.conversation_id)
    assert len(await any_core.log()) == logged
    await any_core.say(visitor, "two", sent.conversation_id)
    messages = await any_core.messages(sent.conversation_id)
    assert [(m.seq, m.text) for m in messages] == [(1, "one"), (2, "two")]


async def test_messages_sent_at_once_get_places_without_holes(any_core: Core) -> None:
    visitor = (await any_core.visitor()).caller
    sent = await any_core.say(visitor, "first")
    await any_core.assignments.accept(ANNA, sent.conversation_id)
    epoch = (await any_core.conversation(sent.conversation_id)).owner.epoch
    before = (await any_core.conversation(sent.conversation_id)).last_seq
    many = 30
    sends = [any_core.say(visitor, f"v{n}", sent.conversation_id) for n in range(many)]
    answers = [
        any_core.agents.send(ANNA, sent.conversation_id, epoch, f"a{n}", words(f"a{n}"))
        for n in range(many)
    ]
    done = await asyncio.gather(*sends, *answers)
    assert sorted(one.seq for one in done) == list(range(before + 1, before + 2 * many + 1))
    messages = await any_core.messages(sent.conversation_id)
    assert [m.seq for m in messages] == list(range(1, before + 2 * many + 1))
    assert [m.public_prev_seq for m in messages] == list(range(before + 2 * many))
    row = await any_core.response_event(sent.conversation_id)
    assert (row.visitor_messages, row.agent_messages) == (many + 1, many)


async def test_many_openings_at_once_are_many_dialogues(any_core: Core) -> None:
    callers = [(await any_core.visitor()).caller for _ in range(20)]
    sent = await asyncio.gather(*(any_core.say(caller, "Hello") for caller in callers))
    assert len({one.conversation_id for one in sent}) == 20


async def test_a_database_that_is_away_says_so() -> None:
    core = Core("postgresql://nobody@127.0.0.1:9/none")
    with pytest.raises(Unavailable):
        await core.store.ping()
    with pytest.raises(Unavailable):
        await core.visitor()
    await core.close()


async def test_a_database_without_tables_says_so_and_recovers(empty_sqlite_url: str) -> None:
    core = Core(empty_sqlite_url)
    with pytest.raises(Unavailable):
        await core.visitor()
    await core.store.ping()
    await core.close()


@pytest.mark.parametrize("url", ["mysql://x", "sqlserver://x", "postgresql+psycopg2x://x"])
def test_other_databases_are_refused_by_name(url: str) -> None:
    if url.startswith("postgresql"):
        assert async_url(url).drivername == "postgresql+asyncpg"
        return
    with pytest.raises(ValueError, match="DATABASE_URL"):
        async_url(url)


async def test_an_opening_sent_six_times_at_once_opens_one_dialogue(any_core: Core) -> None:
    caller = (await any_core.visitor()).caller
    sends = (any_core.visitors.send(caller, None, "opening-1", words("Hello")) for _ in range(6))
    sent = await asyncio.gather(*sends)
    assert len(set(sent)) == 1


async def test_of_many_who_read_at_once_none_is_passed_over(any_core: Core) -> None:
    served: Counter[int] = Counter()

    async def read_on(reader: int) -> None:
        while max(served.values(), default=0) < 30:
            async with any_core.store.read() as tx:
                await tx.inboxes.all()
            served[reader] += 1

    await asyncio.gather(*(read_on(reader) for reader in range(40)))
    assert min(served[reader] for reader in range(40)) >= 25


async def test_whoever_waits_for_a_connection_for_too_long_is_told(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_POOL_TIMEOUT", 0.1)
    async with AsyncExitStack() as held:
        for _ in range(4):
            tx = await held.enter_async_context(core.store.read())
            await tx.inboxes.all()
        with pytest.raises(Unavailable):
            await core.store.ping()
    await core.store.ping()
