"""Dialogues in a file that several processes share: kept ready in memory, and right when another has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered

from kept_tracker import KeptTracker
from tracker_store import DialogueMoved, SqliteTrackerStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.asyncio
DOMAIN = Domain.from_dict(
    {"intents": ["hi"], "slots": {"size": {"type": "text", "mappings": [{"type": "custom"}]}}}
)


def _store(folder: Path) -> SqliteTrackerStore:
    store = SqliteTrackerStore(folder / "trackers.db")
    store.domain = DOMAIN
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteTrackerStore]:
    store = _store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqliteTrackerStore]:
    """The same file in another process."""
    other = _store(tmp_path)
    yield other
    other.close()


async def _turn(store: SqliteTrackerStore, number: int, size: str | None = None) -> KeptTracker:
    tracker = await store.retrieve("c") or await store.create_tracker("c")
    tracker.update(UserUttered("hi", {"name": "hi"}))
    if size:
        tracker.update(SlotSet("size", size))
    tracker.update(ActionExecuted("action_greet"))
    tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
    store.save_turn(tracker, f"turn-{number}", {"number": number})
    return tracker


async def test_a_dialogue_that_goes_on_is_not_read_again(store: SqliteTrackerStore) -> None:
    kept = await _turn(store, 1)
    assert await store.retrieve("c") is kept


async def test_a_dialogue_that_went_on_elsewhere_is_read_again(
    store: SqliteTrackerStore, other: SqliteTrackerStore
) -> None:
    await _turn(store, 1)
    await _turn(other, 2, size="M")
    found = await store.retrieve("c")
    assert found is not None
    assert found.get_slot("size") == "M"
    assert store.answered("c", "turn-2") == {"number": 2}


async def test_two_processes_at_one_dialogue_do_not_write_over_each_other(
    store: SqliteTrackerStore, other: SqliteTrackerStore
) -> None:
    await _turn(store, 1)
    slow = await store.retrieve("c")
    assert slow is not None
    await _turn(other, 2, size="M")
    with pytest.raises(DialogueMoved):
        store.save_turn(slow, "turn-3", {"number": 3})
    assert store.answered("c", "turn-2") == {"number": 2}
    found = await store.retrieve("c")
    assert found is not None
    assert found.get_slot("size") == "M"


async def test_two_processes_do_not_begin_one_dialogue_twice(
    store: SqliteTrackerStore, other: SqliteTrackerStore
) -> None:
    late = await store.create_tracker("c")
    await _turn(other, 1)
    with pytest.raises(DialogueMoved):
        store.save_turn(late, "turn-1", {"number": 7})
    assert store.answered("c", "turn-1") == {"number": 1}


async def test_a_long_dialogue_keeps_its_slots_and_goes_on(store: SqliteTrackerStore) -> None:
    await _turn(store, 1, size="M")
    for number in range(2, 60):
        tracker = await _turn(store, number)
        assert len(tracker.events) < 100
    assert tracker.get_slot("size") == "M"


async def test_what_is_forgotten_is_not_in_memory_either(store: SqliteTrackerStore) -> None:
    await _turn(store, 1)
    assert store.forget(["c"]) == 1
    assert await store.retrieve("c") is None
