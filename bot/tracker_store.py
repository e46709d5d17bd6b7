"""Where Rasa keeps its dialogues between turns and restarts: one row a conversation, shared with other processes.

Rasa's own SQL store writes a row per event and replays all of them every turn, so a turn's cost grows with the dialogue.
Here a long tracker is folded: what happened before the last turns is kept as the slots it left behind. The row also holds
the last turn's answer, written in the same step, so a turn repeated after a crash is answered and not run again.
"""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from dialogue_rows import DialogueRow, DialogueRows
from kept_tracker import KeptTracker

# Fold when longer than the first, down to about the second. Rules look back three actions and memoization four, which is
# two messages or 15 events; a turn costs the same from the fifth message on.
FOLD_ABOVE = 56
FOLD_TO = 30
CACHED_TRACKERS = 500


class DialogueMoved(Exception):
    """Another process has written the dialogue since it was read; what was made of it here is void."""


class SharedTrackerStore(TrackerStore):  # type: ignore[misc]
    """Keeps trackers in rows that several processes share, with the latest ones ready in memory."""

    def __init__(self, rows: DialogueRows) -> None:
        super().__init__(None)
        self.rows = rows
        self._cache: OrderedDict[str, KeptTracker] = OrderedDict()

    async def close(self) -> None:
        """Nothing is pending; every save is a commit."""
        await self.rows.close()

    async def create_tracker(
        self,
        sender_id: str,
        append_action_listen: bool = True,  # noqa: FBT001, FBT002 - as Rasa calls it
    ) -> KeptTracker:
        """A new tracker; it is not written before its first turn is done."""
        tracker = KeptTracker(sender_id, self.domain.slots)
        if append_action_listen:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def retrieve(self, sender_id: str) -> KeptTracker | None:
        """The tracker as the last whole turn left it, in whichever process."""
        version = await self.rows.version(sender_id)
        tracker = self._cache.pop(sender_id, None)
        if tracker is None or version is None or tracker.saved_at != version:
            return await self._read(sender_id)
        return self._folded(tracker)

    async def _read(self, sender_id: str) -> KeptTracker | None:
        row = await self.rows.read(sender_id)
        if row is None:
            return None
        tracker: KeptTracker = KeptTracker.from_dict(
            sender_id, json.loads(row.events), self.domain.slots
        )
        tracker.saved_at = row.saved_at
        return self._folded(tracker)

    def _folded(self, tracker: KeptTracker) -> KeptTracker:
        if len(tracker.events) <= FOLD_ABOVE:
            return tracker
        short: KeptTracker = KeptTracker.from_events(
            tracker.sender_id, folded(tracker, self.domain), self.domain.slots
        )
        short.saved_at = tracker.saved_at
        return short

    async def save(self, tracker: KeptTracker) -> None:
        """Rasa's way in; our own turns come through :meth:`save_turn`."""
        await self.save_turn(tracker, None, None)

    async def save_turn(
        self, tracker: KeptTracker, turn_id: str | None, answer: dict[str, Any] | None
    ) -> None:
        """Write the dialogue and the answer given, together; raises :class:`DialogueMoved`."""
        row = DialogueRow(
            json.dumps([event.as_dict() for event in tracker.events], separators=(",", ":")),
            turn_id,
            json.dumps(answer) if answer else None,
            time.time(),
        )
        if not await self.rows.write(tracker.sender_id, row, tracker.saved_at):
            raise DialogueMoved
        tracker.saved_at = row.saved_at
        self._cache[tracker.sender_id] = tracker
        while len(self._cache) > CACHED_TRACKERS:
            self._cache.popitem(last=False)

    async def answered(self, conversation_id: str, turn_id: str) -> dict[str, Any] | None:
        """The answer already given to this turn, in whichever process, if it was the conversation's last."""
        found = await self.rows.answered(conversation_id, turn_id)
        return json.loads(found) if found else None

    async def forget(self, conversation_ids: Sequence[str]) -> int:
        """Delete dialogues for good, here and for the others."""
        for conversation_id in conversation_ids:
            self._cache.pop(conversation_id, None)
        return await self.rows.forget(conversation_ids)

    async def forget_old(self, now: float) -> int:
        """Delete some of the dialogues in which nothing was said for long; how many, none when there are no more."""
        return await self.rows.forget_old(now)

    async def keys(self) -> Iterable[str]:
        """The conversations kept."""
        return await self.rows.keys()


def folded(tracker: DialogueStateTracker, domain: Domain) -> list[Event]:
    """The tracker's last turns, led by what everything before them left behind: slots and an open form."""
    events = tracker.applied_events()
    starts = [
        index - 1
        for index, event in enumerate(events)
        if isinstance(event, UserUttered) and index > 0 and _is_listen(events[index - 1])
    ]
    cut = next(
        (start for start in starts if len(events) - start <= FOLD_TO), starts[-1] if starts else 0
    )
    if cut <= 0:
        return list(events)
    before = DialogueStateTracker.from_events(tracker.sender_id, events[:cut], domain.slots)
    led: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    led += [
        SlotSet(name, slot.value)
        for name, slot in before.slots.items()
        if slot.value != slot.initial_value
    ]
    if before.active_loop_name:
        led.append(ActiveLoop(before.active_loop_name))
    return led + list(events[cut:])


def _is_listen(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME
