"""Whoever reads the log from a position on misses nothing, in whatever order its writers commit."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import new_id
from chat_server.store.tables import events as events_table

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.core.core import Core

_PATIENCE = 60.0


class Reader:
    """Goes on where it stopped, as `GET /api/v1/events?after=` does."""

    def __init__(self, page: Callable[[int], Awaitable[list[tuple[int, str]]]]) -> None:
        self._page = page
        self._position = 0
        self.found: list[str] = []

    async def read(self) -> None:
        for position, event_id in await self._page(self._position):
            assert position > self._position
            self._position = position
            self.found.append(event_id)


def of_the_log(core: Core) -> Reader:
    async def page(after: int) -> list[tuple[int, str]]:
        async with core.store.read() as tx:
            return [(event.position or 0, event.id) for event in await tx.log.after(after, 1_000)]

    return Reader(page)


def of_what_is_there(core: Core) -> Reader:
    """Reads what is committed, whoever else may be writing."""

    async def page(after: int) -> list[tuple[int, str]]:
        columns = (events_table.c.position, events_table.c.id)
        found = sa.select(*columns).where(events_table.c.position > after)
        async with core.engines.reader.connect() as connection:
            rows = await connection.execute(found.order_by(events_table.c.position))
            return [(row.position, row.id) for row in rows]

    return Reader(page)


def some_event(core: Core) -> Event:
    """A line of no dialogue's, so that its writers wait for nobody."""
    return Event(new_id(), EventType.ELEMENT_OPENED, core.clock(), "inbox-hraun", "visitor")


def another(event: Event) -> Event:
    return replace(event, id=new_id())


class Writer:
    """A transaction that writes a line and takes its time to end."""

    def __init__(self, core: Core, event: Event) -> None:
        self.event = another(event)
        self._core = core
        self._wrote, self._end = asyncio.Event(), asyncio.Event()
        self._keep = True
        self._task = asyncio.create_task(self._write())

    async def has_written(self) -> None:
        async with asyncio.timeout(_PATIENCE):
            await self._wrote.wait()

    async def end(self, *, keep: bool = True) -> None:
        self._keep = keep
        self._end.set()
        async with asyncio.timeout(_PATIENCE):
            await self._task

    async def _write(self) -> None:
        with suppress(Undone):
            async with self._core.store.begin() as tx:
                await tx.record([self.event])
                await tx.flush()
                self._wrote.set()
                await self._end.wait()
                self._decide()

    def _decide(self) -> None:
        if not self._keep:
            raise Undone


class Undone(Exception):
    """Nothing of it is kept."""


@pytest.mark.integration
async def test_a_line_that_is_committed_late_is_not_passed_by(postgres_core: Core) -> None:
    event = some_event(postgres_core)
    reader, careless = of_the_log(postgres_core), of_what_is_there(postgres_core)
    early = Writer(postgres_core, event)
    await early.has_written()
    late = Writer(postgres_core, event)
    await late.has_written()
    await late.end()
    await reader.read()
    await careless.read()
    assert early.event.id not in reader.found
    assert late.event.id not in reader.found
    await early.end()
    await reader.read()
    await careless.read()
    assert reader.found[-2:] == [early.event.id, late.event.id]
    # What this is for: the later position was seen first, and nobody asks for the earlier one again.
    assert late.event.id in careless.found
    assert early.event.id not in careless.found


@pytest.mark.integration
async def test_a_line_that_is_undone_holds_nobody_up(postgres_core: Core) -> None:
    event = some_event(postgres_core)
    undone = Writer(postgres_core, event)
    await undone.has_written()
    kept = Writer(postgres_core, event)
    await kept.has_written()
    await kept.end()
    await undone.end(keep=False)
    reader = of_the_log(postgres_core)
    await reader.read()
    assert reader.found[-1] == kept.event.id
    assert undone.event.id not in reader.found


@pytest.mark.integration
async def test_the_first_line_of_an_empty_log_is_waited_for_too(postgres_core: Core) -> None:
    event = some_event(postgres_core)
    early = Writer(postgres_core, event)
    await early.has_written()
    late = Writer(postgres_core, event)
    await late.has_written()
    await late.end()
    reader = of_the_log(postgres_core)
    await reader.read()
    assert reader.found == []
    await early.end()
    await reader.read()
    assert reader.found == [early.event.id, late.event.id]


async def test_a_reader_among_many_writers_gets_every_line_once(any_core: Core) -> None:
    event, dice = some_event(any_core), random.Random(7)
    reader, written = of_the_log(any_core), []

    async def write() -> None:
        for _ in range(10):
            fresh = another(event)
            async with any_core.store.begin() as tx:
                await tx.record([fresh])
                await tx.flush()
                await asyncio.sleep(dice.random() / 100)
            written.append(fresh.id)

    writers = asyncio.gather(*(write() for _ in range(6)))
    while not writers.done():
        await reader.read()
        await asyncio.sleep(0)
    await writers
    await reader.read()
    assert sorted(set(reader.found) & set(written)) == sorted(written)
    assert len(reader.found) == len(set(reader.found))


async def test_a_stretch_of_a_long_log_is_read_by_its_positions(core: Core) -> None:
    said: list[tuple[str, Any]] = []

    def note(*given: Any) -> None:
        said.append(given[2:4])

    sa.event.listen(core.engines.reader.sync_engine, "before_cursor_execute", note)
    async with core.store.read() as tx:
        await tx.hearing.spoken(5, 10)
        await tx.recall.uttered(5, 10)
        await tx.log.head(5, 10)
    assert len(said) == 3
    with closing(sqlite3.connect(core.url.removeprefix("sqlite:///"))) as other:
        for text, values in said:
            plan = [row[3] for row in other.execute(f"EXPLAIN QUERY PLAN {text}", values)]
            assert any("SEARCH events USING INTEGER PRIMARY KEY" in step for step in plan), plan
