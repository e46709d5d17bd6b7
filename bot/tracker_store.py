"""Where Rasa keeps its dialogues between turns and restarts: one row a conversation in SQLite.

Rasa's own SQL store writes a row per event and replays all of them every turn, so a turn's cost grows with the dialogue.
Here a long tracker is folded: what happened before the last turns is kept as the slots it left behind. The row also holds
the last turn's answer, written in the same transaction, so a turn repeated after a crash is answered and not run again.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
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

from kept_tracker import KeptTracker

# Fold when longer than the first, down to about the second. Rules look back three actions and memoization four, which is
# two messages or 15 events; a turn costs the same from the fifth message on.
FOLD_ABOVE = 56
FOLD_TO = 30
CACHED_TRACKERS = 500
# Nobody goes on after so long; who does is met anew, with the facts that the hub still holds.
KEPT_FOR = 30 * 86_400.0
# Turns wait while so many go.
_AT_ONCE = 100

_SCHEMA = """
CREATE TABLE IF NOT EXISTS trackers (
    conversation_id TEXT PRIMARY KEY,
    events TEXT NOT NULL,
    turn_id TEXT,
    answer TEXT,
    saved_at REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS trackers_saved_at ON trackers (saved_at);
"""


class DialogueMoved(Exception):
    """Another process has written the dialogue since it was read; what was made of it here is void."""


class SqliteTrackerStore(TrackerStore):  # type: ignore[misc]
    """Keeps trackers in one SQLite file, with the latest ones ready in memory. Several processes may share the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(None)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("PRAGMA busy_timeout=3000")
        self._db.executescript(_SCHEMA)
        self._cache: OrderedDict[str, KeptTracker] = OrderedDict()

    def close(self) -> None:
        """Close the file; nothing is pending, every save is a commit."""
        self._db.close()

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
        row = self._db.execute(
            "SELECT saved_at FROM trackers WHERE conversation_id = ?", (sender_id,)
        ).fetchone()
        tracker = self._cache.pop(sender_id, None)
        if tracker is None or row is None or tracker.saved_at != row[0]:
            return self._read(sender_id)
        return self._folded(tracker)

    def _read(self, sender_id: str) -> KeptTracker | None:
        row = self._db.execute(
            "SELECT events, saved_at FROM trackers WHERE conversation_id = ?", (sender_id,)
        ).fetchone()
        if row is None:
            return None
        tracker: KeptTracker = KeptTracker.from_dict(
            sender_id, json.loads(row[0]), self.domain.slots
        )
        tracker.saved_at = row[1]
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
        self.save_turn(tracker, None, None)

    def save_turn(
        self, tracker: KeptTracker, turn_id: str | None, answer: dict[str, Any] | None
    ) -> None:
        """Write the dialogue and the answer given, together; raises :class:`DialogueMoved`."""
        events = json.dumps([event.as_dict() for event in tracker.events], separators=(",", ":"))
        now = time.time()
        written = self._db.execute(
            "INSERT INTO trackers VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation_id) DO UPDATE SET"
            " events = excluded.events, turn_id = excluded.turn_id, answer = excluded.answer, saved_at = excluded.saved_at"
            " WHERE saved_at = ?",
            (
                tracker.sender_id,
                events,
                turn_id,
                json.dumps(answer) if answer else None,
                now,
                tracker.saved_at,
            ),
        )
        if not written.rowcount:
            raise DialogueMoved
        tracker.saved_at = now
        self._cache[tracker.sender_id] = tracker
        while len(self._cache) > CACHED_TRACKERS:
            self._cache.popitem(last=False)

    def answered(self, conversation_id: str, turn_id: str) -> dict[str, Any] | None:
        """The answer already given to this turn, if it was the conversation's last."""
        row = self._db.execute(
            "SELECT answer FROM trackers WHERE conversation_id = ? AND turn_id = ?",
            (conversation_id, turn_id),
        ).fetchone()
        return json.loads(row[0]) if row and row[0] else None

    def forget(self, conversation_ids: Sequence[str]) -> int:
        """Delete dialogues for good; the file keeps no copy of them."""
        for conversation_id in conversation_ids:
            self._cache.pop(conversation_id, None)
        self._db.execute("PRAGMA secure_delete=ON")
        deleted = self._db.executemany(
            "DELETE FROM trackers WHERE conversation_id = ?",
            [(conversation_id,) for conversation_id in conversation_ids],
        ).rowcount
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(deleted)

    def forget_old(self, now: float) -> int:
        """Delete some of the dialogues in which nothing was said for long; how many, none when there are no more."""
        old = self._db.execute(
            "SELECT conversation_id FROM trackers WHERE saved_at < ? LIMIT ?",
            (now - KEPT_FOR, _AT_ONCE),
        ).fetchall()
        return self.forget([row[0] for row in old]) if old else 0

    async def keys(self) -> Iterable[str]:
        """The conversations kept."""
        return [row[0] for row in self._db.execute("SELECT conversation_id FROM trackers")]


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
