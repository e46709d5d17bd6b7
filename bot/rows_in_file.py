"""Dialogues in one SQLite file, which the processes of one machine share."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from dialogue_rows import KEPT_FOR, DialogueRow

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
CREATE TABLE IF NOT EXISTS leases (
    conversation_id TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until REAL NOT NULL
) WITHOUT ROWID;
"""
_ROW = "SELECT events, turn_id, answer, saved_at FROM trackers WHERE conversation_id = ?"
_BEGIN = "INSERT INTO trackers VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_GO_ON = (
    "UPDATE trackers SET events = ?, turn_id = ?, answer = ?, saved_at = ?"
    " WHERE conversation_id = ? AND saved_at = ?"
)
_TAKE = (
    "INSERT INTO leases VALUES (?, ?, ?) ON CONFLICT (conversation_id) DO UPDATE"
    " SET holder = excluded.holder, until = excluded.until WHERE holder = excluded.holder OR until < ?"
)


class RowsInFile:
    """A call takes some hundredths of a millisecond, so that none leaves the loop."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        # First of all: processes that start together find the file busy.
        self._db.execute("PRAGMA busy_timeout=3000")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(_SCHEMA)

    async def version(self, conversation_id: str) -> float | None:
        found = self._db.execute(
            "SELECT saved_at FROM trackers WHERE conversation_id = ?", (conversation_id,)
        ).fetchone()
        return found[0] if found else None

    async def read(self, conversation_id: str) -> DialogueRow | None:
        found = self._db.execute(_ROW, (conversation_id,)).fetchone()
        return DialogueRow(*found) if found else None

    async def write(self, conversation_id: str, row: DialogueRow, before: float | None) -> bool:
        values = (row.events, row.turn_id, row.answer, row.saved_at)
        if before is None:
            written = self._db.execute(_BEGIN, (conversation_id, *values))
        else:
            written = self._db.execute(_GO_ON, (*values, conversation_id, before))
        return written.rowcount == 1

    async def answered(self, conversation_id: str, turn_id: str) -> str | None:
        found = self._db.execute(
            "SELECT answer FROM trackers WHERE conversation_id = ? AND turn_id = ?",
            (conversation_id, turn_id),
        ).fetchone()
        return found[0] if found else None

    async def forget(self, conversation_ids: Sequence[str]) -> int:
        """The file keeps no copy of them."""
        self._db.execute("PRAGMA secure_delete=ON")
        deleted = self._db.executemany(
            "DELETE FROM trackers WHERE conversation_id = ?",
            [(conversation_id,) for conversation_id in conversation_ids],
        ).rowcount
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(deleted)

    async def forget_old(self, now: float) -> int:
        # What killed processes left; such a lease holds nobody up any more.
        self._db.execute("DELETE FROM leases WHERE until < ?", (now - KEPT_FOR,))
        old = self._db.execute(
            "SELECT conversation_id FROM trackers WHERE saved_at < ? LIMIT ?",
            (now - KEPT_FOR, _AT_ONCE),
        ).fetchall()
        return await self.forget([row[0] for row in old]) if old else 0

    async def keys(self) -> Iterable[str]:
        return [row[0] for row in self._db.execute("SELECT conversation_id FROM trackers")]

    async def take(self, conversation_id: str, holder: str, seconds: float) -> bool:
        now = time.time()
        taken = self._db.execute(_TAKE, (conversation_id, holder, now + seconds, now))
        return taken.rowcount == 1

    async def let_go(self, conversation_id: str, holder: str) -> None:
        self._db.execute(
            "DELETE FROM leases WHERE conversation_id = ? AND holder = ?", (conversation_id, holder)
        )

    async def close(self) -> None:
        self._db.close()
