"""However many processes there are, one of them works at a dialogue; one that died holds nobody up for long."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

import dialogue_locks
from dialogue_locks import LEASE, DialogueLocks
from dialogue_rows import DialogueRows, rows_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.asyncio
# Whoever gets what it waits for never waits so long, on the slowest machine either.
_LONG = 30.0


@pytest_asyncio.fixture(params=["file", "redis"])
async def rows(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[tuple[DialogueRows, DialogueRows]]:
    """As two processes see the same place."""
    url = str(request.getfixturevalue("valkey")) if request.param == "redis" else ""
    both = rows_at(url, tmp_path), rows_at(url, tmp_path)
    yield both
    for one in both:
        await one.close()


async def test_two_processes_take_turns(rows: tuple[DialogueRows, DialogueRows]) -> None:
    inside: list[int] = []

    async def work(locks: DialogueLocks, number: int) -> None:
        async with locks.hold("one"):
            inside.append(number)
            assert len(inside) == 1
            await asyncio.sleep(0.01)
            inside.clear()

    one, other = (DialogueLocks(each) for each in rows)
    await asyncio.gather(*(work((one, other)[number % 2], number) for number in range(10)))


async def test_dialogues_do_not_wait_for_each_other(
    rows: tuple[DialogueRows, DialogueRows],
) -> None:
    one, other = (DialogueLocks(each) for each in rows)
    async with one.hold("one"), asyncio.timeout(_LONG), other.hold("another"):
        pass


async def test_a_turn_that_takes_longer_than_a_lease_keeps_it(
    rows: tuple[DialogueRows, DialogueRows],
) -> None:
    one, other = (DialogueLocks(each) for each in rows)
    async with one.hold("one"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2 * LEASE), other.hold("one"):
                pass
    async with asyncio.timeout(_LONG), other.hold("one"):
        pass


async def test_who_waits_for_one_that_died_waits_no_longer_than_a_lease(
    rows: tuple[DialogueRows, DialogueRows],
) -> None:
    dead, living = rows
    began = time.monotonic()
    assert await dead.take("one", "somebody", LEASE)
    async with asyncio.timeout(_LONG), DialogueLocks(living).hold("one"):
        waited = time.monotonic() - began
    assert waited >= LEASE * 0.9


async def test_who_gives_up_waiting_holds_nothing(
    rows: tuple[DialogueRows, DialogueRows], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogue_locks, "_LOOK_EVERY", 0.001)
    one, other = (DialogueLocks(each) for each in rows)
    async with one.hold("one"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05), other.hold("one"):
                pass
    async with asyncio.timeout(_LONG), one.hold("one"):
        pass


class _LosesCancellations:
    """Rows that somebody else has, behind a client that answers although it was told to stop."""

    async def take(self, conversation_id: str, holder: str, seconds: float) -> bool:
        del conversation_id, holder, seconds
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(0.01)
        return False


async def test_who_gives_up_is_not_kept_waiting_by_a_client_that_does_not_hear_it() -> None:
    async def wait_for_it() -> None:
        async with DialogueLocks(_LosesCancellations()).hold("one"):
            pass

    waiting = asyncio.create_task(wait_for_it())
    await asyncio.sleep(0.005)
    waiting.cancel()
    done, _ = await asyncio.wait({waiting}, timeout=2)
    assert done
    assert waiting.cancelled()


async def test_a_place_that_is_no_redis_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="BOT_STATE_URL"):
        rows_at("http://example.com", tmp_path)
