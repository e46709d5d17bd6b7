"""Dialogues that several processes share, in a file or in Redis: kept ready in memory, and right when another has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered

from dialogue_rows import rows_at
from kept_tracker import KeptTracker
from tracker_store import DialogueMoved, SharedTrackerStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = pytest.mark.asyncio
DOMAIN = Domain.from_dict(
    {"intents": ["hi"], "slots": {"size": {"type": "text", "mappings": [{"type": "custom"}]}}}
)


@pytest.fixture(params=["file", "redis"])
def place(request: pytest.FixtureRequest) -> str:
    """BOT_STATE_URL."""
    return str(request.getfixturevalue("valkey")) if request.param == "redis" else ""


def _store(place: str, folder: Path) -> SharedTrackerStore:
    store = SharedTrackerStore(rows_at(place, folder))
    store.domain = DOMAIN
    return store


@pytest_asyncio.fixture
async def store(place: str, tmp_path: Path) -> AsyncIterator[SharedTrackerStore]:
    store = _store(place, tmp_path)
    await store.forget(list(await store.keys()))
    yield store
    await store.close()


@pytest_asyncio.fixture
async def other(place: str, tmp_path: Path) -> AsyncIterator[SharedTrackerStore]:
    """The same dialogues in another process."""
    other = _store(place, tmp_path)
    yield other
    await other.close()


async def _turn(store: SharedTrackerStore, number: int, size: str | None = None) -> KeptTracker:
    tracker = await store.retrieve("c") or await store.create_tracker("c")
    tracker.update(UserUttered("hi", {"name": "hi"}))
    if size:
        tracker.update(SlotSet("size", size))
    tracker.update(ActionExecuted("action_greet"))
    tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
    await store.save_turn(tracker, f"turn-{number}", {"number": number})
    return tracker


async def test_a_dialogue_that_goes_on_is_not_read_again(store: SharedTrackerStore) -> None:
    kept = await _turn(store, 1)
    assert await store.retrieve("c") is kept


async def test_a_dialogue_that_went_on_elsewhere_is_read_again(
    store: SharedTrackerStore, other: SharedTrackerStore
) -> None:
    await _turn(store, 1)
    await _turn(other, 2, size="M")
    found = await store.retrieve("c")
    assert found is not None
    assert found.get_slot("size") == "M"
    assert await store.answered("c", "turn-2") == {"number": 2}


async def test_two_processes_at_one_dialogue_do_not_write_over_each_other(
    store: SharedTrackerStore, other: SharedTrackerStore
) -> None:
    await _turn(store, 1)
    slow = await store.retrieve("c")
    assert slow is not None
    await _turn(other, 2, size="M")
    with pytest.raises(DialogueMoved):
        await store.save_turn(slow, "turn-3", {"number": 3})
    assert await store.answered("c", "turn-2") == {"number": 2}
    found = await store.retrieve("c")
    assert found is not None
    assert found.get_slot("size") == "M"


async def test_two_processes_do_not_begin_one_dialogue_twice(
    store: SharedTrackerStore, other: SharedTrackerStore
) -> None:
    late = await store.create_tracker("c")
    await _turn(other, 1)
    with pytest.raises(DialogueMoved):
        await store.save_turn(late, "turn-1", {"number": 7})
    assert await store.answered("c", "turn-1") == {"number": 1}


async def test_a_long_dialogue_keeps_its_slots_and_goes_on(store: SharedTrackerStore) -> None:
    await _turn(store, 1, size="M")
    for number in range(2, 60):
        tracker = await _turn(store, number)
        assert len(tracker.events) < 100
    assert tracker.get_slot("size") == "M"


async def test_what_is_forgotten_is_not_in_memory_either(store: SharedTrackerStore) -> None:
    await _turn(store, 1)
    assert await store.forget(["c"]) == 1
    assert await store.retrieve("c") is None


async def test_a_dialogue_that_was_forgotten_while_its_turn_ran_stays_forgotten(
    store: SharedTrackerStore, other: SharedTrackerStore
) -> None:
    await _turn(store, 1, size="M")
    running = await store.retrieve("c")
    assert running is not None
    assert await other.forget(["c"]) == 1
    with pytest.raises(DialogueMoved):
        await store.save_turn(running, "turn-2", {"number": 2})
    assert await store.retrieve("c") is None
    assert list(await store.keys()) == []


async def test_a_dialogue_that_goes_to_and_fro_is_whole_wherever_it_is(
    store: SharedTrackerStore, other: SharedTrackerStore
) -> None:
    for number in range(1, 9):
        tracker = await _turn((store, other)[number % 2], number)
        said = [event for event in tracker.events if isinstance(event, UserUttered)]
        assert len(said) == number
