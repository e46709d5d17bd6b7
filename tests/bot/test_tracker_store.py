"""Dialogues are kept as long as somebody may go on with them, and no longer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from conftest import BotProcess, Visitor

from kept_tracker import KeptTracker
from tracker_store import KEPT_FOR, SqliteTrackerStore

if TYPE_CHECKING:
    from pathlib import Path

    from fake_hub import FakeHub

NOW = 1_800_000_000.0


@pytest.fixture
def store(tmp_path: Path) -> SqliteTrackerStore:
    return SqliteTrackerStore(tmp_path / "trackers.db")


def save(
    store: SqliteTrackerStore, name: str, at: float, monkeypatch: pytest.MonkeyPatch
) -> KeptTracker:
    tracker = KeptTracker(name, [])
    save_again(store, tracker, at, monkeypatch)
    return tracker


def save_again(
    store: SqliteTrackerStore, tracker: KeptTracker, at: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: at)
    store.save_turn(tracker, "turn", {"said": f"words to {tracker.sender_id}"})


@pytest.mark.asyncio
async def test_a_dialogue_without_a_word_for_long_is_forgotten(
    store: SqliteTrackerStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, "old", NOW - KEPT_FOR - 1, monkeypatch)
    save(store, "young", NOW - KEPT_FOR + 1, monkeypatch)
    assert store.forget_old(NOW) == 1
    assert store.forget_old(NOW) == 0
    assert list(await store.keys()) == ["young"]
    assert await store.retrieve("old") is None
    assert store.answered("old", "turn") is None
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"words to young" in kept
    assert b"words to old" not in kept


@pytest.mark.asyncio
async def test_who_goes_on_keeps_it(
    store: SqliteTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracker = save(store, "one", NOW - KEPT_FOR - 1, monkeypatch)
    save_again(store, tracker, NOW, monkeypatch)
    assert store.forget_old(NOW) == 0
    assert list(await store.keys()) == ["one"]


def test_many_go_in_parts(store: SqliteTrackerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(250):
        save(store, f"dialogue {number}", NOW - KEPT_FOR - 1, monkeypatch)
    parts = [store.forget_old(NOW) for _ in range(4)]
    assert sum(parts) == 250
    assert parts[-1] == 0
    assert max(parts) < 250


@pytest.mark.asyncio
async def test_a_bot_that_starts_forgets_what_is_old(
    model: Path, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "bot"
    state.mkdir()
    store = SqliteTrackerStore(state / "trackers.db")
    save(store, "old", 1_600_000_000.0, monkeypatch)
    monkeypatch.undo()
    bot = BotProcess(model, hub.url, tmp_path)
    bot.start()
    try:
        visitor = Visitor(bot)
        visitor.says("hello")
        assert list(await store.keys()) == [visitor.conversation_id]
    finally:
        assert bot.stop() == 0
        store.close()
