"""What the driver promises: short reads at once, long ones beside the loop, and nothing left behind."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from chat_server.store import sqlite_driver
from chat_server.store.database import BUSY_MS, Engines

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_COUNT = (
    "SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    " WHERE i < {}) SELECT i FROM n)"
)
LONG = sa.text(_COUNT.format(2_000_000))
ENDLESS = sa.text(_COUNT.format(10**12))
ADD = sa.text("INSERT INTO things VALUES (:n)")
ALL = sa.text("SELECT n FROM things ORDER BY n")


@pytest.fixture
async def engines(empty_sqlite_url: str) -> AsyncIterator[Engines]:
    made = Engines(empty_sqlite_url)
    async with made.writer.begin() as connection:
        await connection.execute(sa.text("CREATE TABLE things (n INTEGER PRIMARY KEY)"))
    yield made
    await made.dispose()


async def kept(engines: Engines) -> list[int]:
    async with engines.reader.connect() as connection:
        return list(await connection.scalars(ALL))


async def test_a_short_read_lets_nobody_in_between(
    engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_driver, "_SLICE", 60)
    await kept(engines)
    others: list[str] = []
    async with engines.reader.connect() as connection:
        asyncio.get_running_loop().call_soon(others.append, "came")
        await connection.execute(ALL)
        assert others == []


async def test_a_long_read_is_finished_while_others_go_on(engines: Engines) -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    counting = asyncio.create_task(count())
    async with engines.reader.connect() as connection:
        assert await connection.scalar(LONG) == 2_000_000
    counting.cancel()
    assert turns > 10


async def test_one_row_is_written_at_once_and_many_are_not(
    engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_driver, "_SLICE", 60)
    things = sa.table("things", sa.column("n"))
    table = sa.Table("things", sa.MetaData(), sa.Column("n", sa.Integer, primary_key=True))
    several = sa.insert(table).from_select(["n"], sa.select(things.c.n + 100))
    at_once = [
        (sa.insert(table).values(n=1), True),
        (sa.update(table).where(table.c.n == 1).values(n=2), True),
        (sa.update(table).where(sa.or_(table.c.n == 1, table.c.n == 2)).values(n=3), False),
        (sa.update(table).where(table.c.n > 0).values(n=4), False),
        (several, False),
        (sa.delete(table).where(table.c.n == 4), False),
    ]
    async with engines.writer.begin() as connection:
        for statement, alone in at_once:
            others: list[str] = []
            asyncio.get_running_loop().call_soon(others.append, "came")
            await connection.execute(statement)
            assert (others == []) is alone, str(statement)
    assert await kept(engines) == [104]


async def test_many_short_reads_in_a_row_let_others_have_their_turn(engines: Engines) -> None:
    others = asyncio.Event()
    async with engines.reader.connect() as connection:
        asyncio.get_running_loop().call_soon(others.set)
        for _ in range(10_000):
            await connection.execute(ALL)
            if others.is_set():
                break
    assert others.is_set()


async def test_a_read_that_moves_still_sees_what_it_saw_first(engines: Engines) -> None:
    async with engines.reader.connect() as reading:
        assert list(await reading.scalars(ALL)) == []
        async with engines.writer.begin() as writing:
            await writing.execute(ADD, {"n": 1})
        assert await reading.scalar(LONG) == 2_000_000
        assert list(await reading.scalars(ALL)) == []
    assert await kept(engines) == [1]


async def test_the_end_of_a_transaction_is_never_stopped(
    engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_driver, "_SLICE", 0.0005)
    for _ in range(600):
        async with engines.reader.connect() as connection:
            await connection.execute(ALL)
            time.sleep(0.0006)  # noqa: ASYNC251 - holds the loop on purpose


@pytest.mark.parametrize("steps", [1, 3, 5])
async def test_the_begin_of_a_transaction_is_never_stopped(
    engines: Engines, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr(sqlite_driver, "_STEPS", steps)
    # The loop is busy: each look at the clock finds that time is up.
    monkeypatch.setattr(sqlite_driver.SqliteConnection, "_too_long", lambda _: True)
    for number in range(50):
        async with engines.writer.begin() as connection:
            assert len(list(await connection.scalars(ALL))) == number
            await connection.execute(ADD, {"n": number})
    assert await kept(engines) == list(range(50))


async def test_who_is_cancelled_leaves_nothing_begun(engines: Engines) -> None:
    async def work() -> None:
        async with engines.writer.begin() as connection:
            await connection.execute(ADD, {"n": 1})
            await connection.execute(ENDLESS)

    task = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        async with asyncio.timeout(20):
            await task
    async with asyncio.timeout(20), engines.writer.begin() as connection:
        await connection.execute(ADD, {"n": 2})
    assert await kept(engines) == [2]


async def test_a_limit_of_time_ends_an_endless_statement(engines: Engines) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1), engines.reader.connect() as connection:
            await connection.execute(ENDLESS)
    assert await kept(engines) == []


async def test_the_lock_of_another_process_is_waited_for_beside_the_loop(engines: Engines) -> None:
    with closing(sqlite3.connect(engines.url.database or "", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        async def write() -> None:
            async with engines.writer.begin() as connection:
                await connection.execute(ALL)
                await connection.execute(ADD, {"n": 1})

        writing = asyncio.create_task(write())
        longest = 0.0
        for _ in range(20):
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before)
        assert not writing.done()
        other.execute("COMMIT")
    await writing
    assert longest < BUSY_MS / 1000 / 2
    assert await kept(engines) == [1]


async def test_what_fails_is_told_and_undone(engines: Engines) -> None:
    async def twice() -> None:
        async with engines.writer.begin() as connection:
            await connection.execute(ADD, [{"n": 1}, {"n": 2}])
            await connection.execute(ADD, {"n": 2})

    with pytest.raises(sa.exc.IntegrityError):
        await twice()
    async with engines.reader.connect() as connection:
        with pytest.raises(OperationalError):
            await connection.execute(sa.text("SELECT nothing FROM nowhere"))
        assert list(await connection.scalars(ALL)) == []


async def test_a_stream_may_be_left_halfway(engines: Engines) -> None:
    async with engines.writer.begin() as connection:
        await connection.execute(ADD, [{"n": n} for n in range(1_000)])
    async with engines.reader.connect() as connection:
        stream = await connection.stream_scalars(ALL.execution_options(yield_per=10))
        assert [await anext(stream) for _ in range(25)] == list(range(25))
    async with engines.reader.connect() as connection:
        stream = await connection.stream_scalars(ALL.execution_options(yield_per=300))
        assert [n async for n in stream] == list(range(1_000))


async def test_threads_end_with_their_connections(engines: Engines) -> None:
    await kept(engines)
    assert _threads()
    await engines.dispose()
    for thread in _threads():
        await asyncio.to_thread(thread.join, 5)
    assert not _threads()


async def test_a_connection_nobody_waits_for_any_more_is_closed(engines: Engines) -> None:
    path, may_go_on = engines.url.database or "", threading.Event()
    made: list[sqlite3.Connection] = []

    def slowly() -> sqlite3.Connection:
        made.append(sqlite3.connect(path, check_same_thread=False))
        assert may_go_on.wait(20)
        return made[0]

    opening = asyncio.create_task(sqlite_driver.SqliteConnection.open(slowly, "BEGIN"))
    while not made:
        await asyncio.sleep(0.001)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    may_go_on.set()
    await _closed(made[0])


async def test_a_connection_that_is_given_up_is_closed(engines: Engines) -> None:
    path = engines.url.database or ""
    raw = sqlite3.connect(path, check_same_thread=False)
    connection = await sqlite_driver.SqliteConnection.open(lambda: raw, "BEGIN")
    connection._terminate_force_close()
    await _closed(raw)


async def _closed(connection: sqlite3.Connection) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                connection.total_changes  # noqa: B018 - raises once it is closed
            except sqlite3.ProgrammingError:
                return
            await asyncio.sleep(0.005)


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "sqlite"]
