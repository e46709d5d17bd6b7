"""What a hub stands on, gone odd: its clock, its disk. None is a defect of the hub; careful clients must not mind."""

from __future__ import annotations

import sqlite3
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from chat_server import app, clock, settings
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.visitor_messages import Resumed, VisitorMessages
from chat_server.store import database

if TYPE_CHECKING:
    from collections.abc import Callable


def jumping_clock() -> None:
    """Once a second the hub's clock is an hour off, to and fro. Nothing may depend on it."""
    now, wall = clock.utc_now, time.time

    def off() -> float:
        return (-3600.0, 0.0, 3600.0)[int(time.monotonic() * 2) % 3]

    def jumped() -> datetime:
        return now() + timedelta(seconds=off())

    time.time = lambda: wall() + off()
    clock.utc_now = jumped
    # It was imported there by name.
    vars(app)["utc_now"] = jumped


def ordered_by_clock() -> None:
    """Tells what was missed in the order of its timestamps, under a clock that jumps."""
    jumping_clock()
    for service in (VisitorMessages, AgentMessages):
        _by_time(service)


def _by_time(service: Any) -> None:
    resume = service.resume

    async def by_time(self: Any, caller: Any, conversation_id: str, after: int) -> Resumed:
        found: Resumed = await resume(self, caller, conversation_id, after)
        in_time = sorted(found.messages, key=lambda message: message.created_at)
        return Resumed(in_time, found.snapshot, found.more)

    service.resume = by_time


def small_disk() -> None:
    """SQLite may have only as many pages as a file says: a disk that is full while the file is there."""
    limit = settings.load().var / "pages"

    def allowed() -> str:
        pages = int(limit.read_text()) if limit.exists() else 1_073_741_823
        return f"PRAGMA max_page_count = {pages}"

    class Small(sqlite3.Connection):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            if statement.startswith("BEGIN"):
                super().execute(allowed())
            return super().execute(statement, *values)

    def watched(url: Any, **options: Any) -> Any:
        engine = make(url, **options)
        event.listen(
            engine.sync_engine, "begin", lambda begun: begun.exec_driver_sql(allowed()), insert=True
        )
        return engine

    make, connect = database._sqlite, sqlite3.connect
    database._sqlite = watched
    # The journal's own connection does without SQLAlchemy.
    sqlite3.connect = lambda *given, **named: connect(*given, **{"factory": Small, **named})


ODD: dict[str, Callable[[], None]] = {
    "jumping_clock": jumping_clock,
    "ordered_by_clock": ordered_by_clock,
    "small_disk": small_disk,
}
