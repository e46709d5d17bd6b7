"""The bare relay, and every message committed to SQLite before its ack: all that came during a commit share the next.

`python -m benchmarks.relays.committing PORT FILE`
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import uvloop
from aiohttp import web

from benchmarks.relays.bare import Said, make_relay

Row = tuple[str, str, str]


class Group:
    """One table, one writing thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(1)
        self._waiting: list[tuple[Row, asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None
        self._thread.submit(self._open).result()

    async def keep(self, sid: str, said: Said) -> None:
        """Returns when it is on the disk."""
        row = (sid, said["client_id"], json.dumps(said["content"]))
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, kept))
        if self._task is None:
            self._task = asyncio.create_task(self._work())
        await kept

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting, []
            await loop.run_in_executor(self._thread, self._commit, [row for row, _ in batch])
            for _, kept in batch:
                kept.set_result(None)
        self._task = None

    def _open(self) -> None:
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        columns = "seq INTEGER PRIMARY KEY, conversation TEXT, client TEXT, content TEXT"
        self._connection.execute(
            f"CREATE TABLE messages ({columns}, UNIQUE (conversation, client))"
        )

    def _commit(self, rows: list[Row]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(
            "INSERT INTO messages (conversation, client, content) VALUES (?, ?, ?)", rows
        )
        self._connection.execute("COMMIT")


def main() -> None:
    """Until it is told to stop."""
    port, group = int(sys.argv[1]), Group(Path(sys.argv[2]))
    web.run_app(
        make_relay(group.keep),
        host="127.0.0.1",
        port=port,
        print=None,
        access_log=None,
        loop=uvloop.new_event_loop(),
    )


if __name__ == "__main__":
    main()
