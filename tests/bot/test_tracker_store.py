"""Dialogues are kept as long as somebody may go on with them, and no longer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from conftest import BotProcess, Visitor

from dialogue_rows import KEPT_FOR
from kept_tracker import KeptTracker
from rows_in_file import RowsInFile
from tracker_store import SharedTrackerStore

if TYPE_CHECKING:
    from pathlib import Path

    from fake_hub import FakeHub

NOW = 1_800_000_000.0


@pytest.fixture
def store(tmp_path: Path) -> SharedTrackerStore:
    return SharedTrackerStore(RowsInFile(tmp_path / "trackers.db"))


async def save(
    store: SharedTrackerStore, name: str, at: float, monkeypatch: pytest.MonkeyPatch
) -> KeptTracker:
    tracker = KeptTracker(name, [])
    await save_again(store, tracker, at, monkeypatch)
    return tracker


async def save_again(
    store: SharedTrackerStore, tracker: KeptTracker, at: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: at)
    await store.save_turn(tracker, "turn", {"said": f"words to {tracker.sender_id}"})


@pytest.mark.asyncio
async def test_a_dialogue_without_a_word_for_long_is_forgotten(
    store: SharedTrackerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await save(store, "old", NOW - KEPT_FOR - 1, monkeypatch)
    await save(store, "young", NOW - KEPT_FOR + 1, monkeypatch)
    assert await store.forget_old(NOW) == 1
    assert await store.forget_old(NOW) == 0
    assert list(await store.keys()) == ["young"]
    assert await store.retrieve("old") is None
    assert await store.answered("old", "turn") is None
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"words to young" in kept
    assert b"words to old" not in kept


@pytest.mark.asyncio
async def test_who_goes_on_keeps_it(
    store: SharedTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker = await save(store, "one", NOW - KEPT_FOR - 1, monkeypatch)
    await save_again(store, tracker, NOW, monkeypatch)
    assert await store.forget_old(NOW) == 0
    assert list(await store.keys()) == ["one"]


@pytest.mark.asyncio
async def test_many_go_in_parts(store: SharedTrackerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(250):
        await save(store, f"dialogue {number}", NOW - KEPT_FOR - 1, monkeypatch)
    parts = [await store.forget_old(NOW) for _ in range(4)]
    assert sum(parts) == 250
    assert parts[-1] == 0
    assert max(parts) < 250


@pytest.mark.asyncio
async def test_a_bot_that_starts_forgets_what_is_old(
    model: Path, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "bot"
    state.mkdir()
    store = SharedTrackerStore(RowsInFile(state / "trackers.db"))
    await save(store, "old", 1_600_000_000.0, monkeypatch)
    monkeypatch.undo()
    bot = BotProcess(model, hub.url, tmp_path)
    bot.start()
    try:
        visitor = Visitor(bot)
        visitor.says("hello")
        assert list(await store.keys()) == [visitor.conversation_id]
    finally:
        assert bot.stop() == 0
        await store.close()
