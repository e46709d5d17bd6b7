"""What SQLite committed goes into its file beside the writers, who never do it themselves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import Unavailable
from chat_server.store.carrying_over import CarryingOver

if TYPE_CHECKING:
    from tests.core.core import Core

# SQLite's own limit, at which whoever commits would do it.
_BY_ITSELF = 1_000
_MESSAGES = 250


def file_of(core: Core) -> Path:
    assert core.engines.url.database is not None
    return Path(core.engines.url.database)


async def test_pages_wait_for_the_job_and_not_for_a_message(core: Core) -> None:
    caller = (await core.visitor()).caller
    await core.store.carry_over()
    before = file_of(core).read_bytes()
    for _ in range(_MESSAGES):
        await core.say(caller, "qvixmark" + "x" * 3_900)
    waiting = file_of(core).with_name(file_of(core).name + "-wal").stat().st_size
    assert waiting > 2 * _BY_ITSELF * 4096, "or what follows would prove nothing"
    assert file_of(core).read_bytes() == before, "no commit wrote to the file"
    assert await core.store.carry_over()
    assert b"qvixmark" in file_of(core).read_bytes()


async def test_it_is_told_when_nothing_was_new(core: Core) -> None:
    caller = (await core.visitor()).caller
    await core.say(caller, "Hello")
    assert await core.store.carry_over()
    assert not await core.store.carry_over()
    await core.say(caller, "Hello again")
    assert await core.store.carry_over()


async def test_a_long_reader_keeps_nobody_from_writing(core: Core) -> None:
    caller = (await core.visitor()).caller
    with closing(core.engines.connect_sqlite(0)) as reader:
        reader.execute("BEGIN")
        before = reader.execute("SELECT count(*) FROM messages").fetchone()
        await core.say(caller, "Hello")
        await core.store.carry_over()
        assert reader.execute("SELECT count(*) FROM messages").fetchone() == before
        await core.say(caller, "Hello again")


async def test_a_file_that_cannot_be_read_is_a_clear_error_and_is_tried_again(
    tmp_path: Path,
) -> None:
    there = False

    def connect(_: int) -> sqlite3.Connection:
        if not there:
            raise sqlite3.OperationalError("unable to open database file")
        return sqlite3.connect(tmp_path / "a.db", check_same_thread=False)

    carrying = CarryingOver(connect)
    with pytest.raises(Unavailable, match="unable to open"):
        await carrying.carry_over()
    there = True
    await carrying.carry_over()
    carrying.close()
