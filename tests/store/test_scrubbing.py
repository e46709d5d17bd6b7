"""Words of deleted messages leave the search index bit by bit, and all of them."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from chat_server.store import scrubbing

if TYPE_CHECKING:
    from tests.core.core import Core


def in_index(core: Core, word: str) -> bool:
    with closing(core.engines.connect_sqlite(0)) as connection:
        blocks = connection.execute("SELECT block FROM message_search_data").fetchall()
    return any(word.encode() in block for (block,) in blocks)


async def test_nothing_of_a_word_is_left_and_writers_come_in_between(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrubbing, "_PAGES_AT_ONCE", 1)
    caller = (await core.visitor()).caller
    await core.say(caller, "qvixmark")
    others = [(await core.visitor()).caller for _ in range(2)]
    for number in range(30):
        text = " ".join(f"w{number * 1_000 + word}" for word in range(400))
        await core.say(others[number % 2], text)
        await core.store.catch_up()
    assert in_index(core, "qvixmark")
    await core.consents.forget_me(caller)
    assert in_index(core, "qvixmark"), "or what follows would prove nothing"
    purging = asyncio.create_task(core.store.purge())
    turns = 0
    while not purging.done():
        async with core.engines.turn_to_write():
            turns += 1
        await asyncio.sleep(0)
    await purging
    assert turns > 5
    assert not in_index(core, "qvixmark")
    with closing(core.engines.connect_sqlite(0)) as connection:
        connection.execute("INSERT INTO message_search(message_search) VALUES ('integrity-check')")


async def test_it_is_not_done_again_while_somebody_keeps_the_journal_from_being_cut(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    purged: list[None] = []
    cut = iter([False, False, True])

    async def purge() -> None:
        purged.append(None)

    async def scrub() -> bool:
        return next(cut)

    monkeypatch.setattr(core.store, "purge", purge)
    monkeypatch.setattr(core.store, "scrub", scrub)
    caller = (await core.visitor()).caller
    await core.say(caller, "Hello")
    await core.consents.forget_me(caller)
    for _ in range(4):
        await core.erasures.settle()
    assert len(purged) == 1
