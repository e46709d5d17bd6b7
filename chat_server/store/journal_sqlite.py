"""The journal on SQLite: one connection of its own; a batch is placed on the loop and committed in a thread.

Placing is some tens of microseconds a message. In the thread it would take longer, as each statement there has to
win the interpreter back from the loop; what waits, for the disk or for another process, waits in the thread.

What the last commits left is remembered, so that a batch need read nothing. `PRAGMA data_version` says inside
the transaction whether anybody else has written since, our own `begin()` included; then what a batch needs of it is
read again where it is decided: what was remembered a moment ago lies in the page cache. What `perform` does is done on
this connection, so that it is no reason to.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import orjson
import structlog

from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.contact import Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Unavailable
from chat_server.domain.events import Event
from chat_server.domain.files.file import StoredFile
from chat_server.domain.finding import indexed
from chat_server.domain.message import Message
from chat_server.domain.outbox import Delivery
from chat_server.domain.response_event import ResponseEvent

from . import tables
from .bulk_sqlite import BulkTable, Statement
from .database import BUSY_MS
from .draft import Draft, Ground, Key, decide, keys_of, may_be_known
from .ground_sqlite import SqliteGround
from .journal import Clash
from .own_thread import OwnThread
from .remembered import Remembered

if TYPE_CHECKING:
    from chat_server.domain.errors import SamtalError
    from chat_server.domain.journal import Entry, Outcome

T = TypeVar("T")
# What is done, with what, and how many rows it changes when all is as it was thought to be.
Step: TypeAlias = tuple[str, "Sequence[Any] | Mapping[str, Any]", int]
_log = structlog.get_logger(__name__)
_STATEMENTS = 128
# Writers wait meanwhile: some milliseconds.
_WORDS_AT_ONCE = 250
_NEWEST = "SELECT coalesce(max(position), 0) FROM messages"
_INDEXED = "SELECT position FROM message_search_progress"
_SAID = (
    "SELECT position, text FROM messages WHERE position > ? AND position <= ? AND kind <> 'note'"
    " ORDER BY position"
)
_INDEX = (
    "INSERT INTO message_search(rowid, text)"
    " SELECT said.value ->> 0, said.value ->> 1 FROM json_each(?) AS said"
)
_PROGRESS = "UPDATE message_search_progress SET position = max(position, ?)"


class Busy(Unavailable):
    """Another process holds the file."""


class SqliteLedger:
    """`lock` is shared with whoever else writes in this process, so that writers queue in order."""

    def __init__(self, connect: Callable[[int], sqlite3.Connection], lock: asyncio.Lock) -> None:
        self._connect = connect
        self._lock = lock
        self._thread = OwnThread("journal")
        self._connection: sqlite3.Connection | None = None
        self._version = -1
        self._remembered = Remembered()
        self._conversations = BulkTable(Conversation, tables.conversations)
        self._folds = BulkTable(ResponseEvent, tables.response_events)
        self._messages = BulkTable(Message, tables.messages)
        self._events = BulkTable(Event, tables.events)
        self._turns = BulkTable(BotTurn, tables.bot_turns)
        self._owed = BulkTable(Delivery, tables.outbox)
        self._files = BulkTable(StoredFile, tables.files)
        self._visitors = BulkTable(Visitor, tables.visitors)
        self._ground = SqliteGround(
            conversations=self._conversations,
            folds=self._folds,
            messages=self._messages,
            visitors=self._visitors,
        )

    async def commit(self, entries: Sequence[Entry[Any]]) -> list[Outcome[Any] | SamtalError]:
        """From memory when all of it is there and still true, else reading first."""
        async with self._lock:
            draft = await self._quickly(entries) or await self._carefully(entries)
            self._remembered.keep(draft)
        return draft.outcomes

    async def perform(self, steps: Sequence[Step]) -> bool:
        """All of them or none; they touch nothing that is remembered. Begun, it is brought to its end."""
        return await asyncio.shield(self._perform(steps))

    async def _perform(self, steps: Sequence[Step]) -> bool:
        async with self._lock:
            return await self._hop(self._performed, steps)

    async def close(self) -> None:
        """Lets go of the file."""
        async with self._lock:
            await self._hop(self._disconnect)
        self._thread.end()

    async def catch_up(self) -> bool:
        """Puts some of the words that were said since into the search index; begun, it is brought to its end."""
        return await asyncio.shield(self._catch_up())

    async def _catch_up(self) -> bool:
        async with self._lock:
            if self._connection is None:
                await self._hop(self._connected)
            try:
                said, more = self._without_waiting(self._said_since)
            except Busy:
                said, more = await self._hop(self._said_since)
            if said:
                await self._hop(self._index, self._words_of(said))
        return more

    def _words_of(self, said: Sequence[tuple[int, str]]) -> str:
        """Made on the loop: in the thread each text would have to win the interpreter back, with the lock in its hands."""
        try:
            return orjson.dumps([(position, indexed(text)) for position, text in said]).decode()
        except BaseException:
            self._roll_back()
            raise

    # ----------------------------------------------------------- on the loop

    async def _quickly(self, entries: Sequence[Entry[Any]]) -> Draft | None:
        if not self._remembered.holds_all(entries):
            return None
        try:
            draft = self._placed_without_waiting(entries)
            if draft is not None:
                await self._hop(self._finish)
        except Clash:
            return None
        except BaseException:
            # Whether it was written is not known, and our own writing does not change the version.
            self._remembered.forget()
            raise
        return draft

    async def _carefully(self, entries: Sequence[Entry[Any]]) -> Draft:
        ground, true_still = await self._hop(
            self._begin_and_read,
            list(dict.fromkeys(entry.conversation_id for entry in entries)),
            list(dict.fromkeys(e.visitor_id for e in entries if e.visitor_id is not None)),
            keys_of(entries),
        )
        if self._remembered.is_full:
            self._remembered.forget()
        elif not true_still:
            self._remembered.doubt()
        self._remembered.learn(ground)
        try:
            draft = decide(entries, ground)
            await self._hop(self._write, self._statements(draft))
        except BaseException:
            self._remembered.forget()
            await asyncio.shield(self._hop(self._roll_back))
            raise
        return draft

    def _statements(self, draft: Draft) -> list[Statement]:
        return draft.written(
            messages=self._messages,
            events=self._events,
            turns=self._turns,
            owed=self._owed,
            files=self._files,
            conversations=self._conversations,
            folds=self._folds,
            visitors=self._visitors,
        )

    async def _hop(self, work: Callable[..., T], *given: Any) -> T:
        return await self._thread.run(lambda: work(*given))

    def _placed_without_waiting(self, entries: Sequence[Entry[Any]]) -> Draft | None:
        """None, with nothing done, when it has to wait or to look for what was said before."""
        if self._connection is None:
            return None
        try:
            return self._without_waiting(self._placed, entries)
        except Busy:
            return None

    def _without_waiting(self, work: Callable[..., T], *given: Any) -> T:
        """Raises `Busy` at once while another process writes."""
        self._connected().execute("PRAGMA busy_timeout=0")
        try:
            return work(*given)
        finally:
            if self._connection is not None:
                self._connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")

    def _placed(self, entries: Sequence[Entry[Any]]) -> Draft | None:
        """Decided on what is remembered, and left to be finished."""
        connection = self._connected()
        with _translated():
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._remember_truly(connection, entries)
                draft = decide(entries, self._remembered.ground())
                if may_be_known(entries, draft):
                    connection.execute("ROLLBACK")
                    return None
                _run(connection, self._statements(draft))
            except BaseException:
                self._roll_back()
                raise
        return draft

    def _remember_truly(
        self, connection: sqlite3.Connection, entries: Sequence[Entry[Any]]
    ) -> None:
        version = self._present_version(connection)
        if version != self._version:
            self._remembered.doubt()
            self._version = version
        dialogues, visitors = self._remembered.doubtful(entries)
        if dialogues or visitors:
            ground = self._ground.of(connection, dialogues, visitors)
            self._remembered.learn_again(dialogues, visitors, ground)

    def _said_since(self) -> tuple[list[tuple[int, str]], bool]:
        """With their positions, and whether there may be more; begun, if there are any, and left to be indexed."""
        connection = self._connected()
        with _translated():
            (newest,) = connection.execute(_NEWEST).fetchone()
            (done,) = connection.execute(_INDEXED).fetchone()
            if newest <= done:
                return [], False
            end = min(newest, done + _WORDS_AT_ONCE)
            connection.execute("BEGIN IMMEDIATE")
            try:
                said = connection.execute(_SAID, [done, end]).fetchall()
                connection.execute(_PROGRESS, [end])
                if not said:
                    connection.execute("COMMIT")
            except sqlite3.Error:
                self._roll_back()
                raise
        return said, end < newest

    # --------------------------------------------------------- in the thread

    def _finish(self) -> None:
        with _translated():
            try:
                self._connected().execute("COMMIT")
            except sqlite3.Error:
                self._roll_back()
                raise

    def _performed(self, steps: Sequence[Step]) -> bool:
        connection = self._connected()
        try:
            with _translated():
                connection.execute("BEGIN IMMEDIATE")
                for text, values, changes in steps:
                    if connection.execute(text, values).rowcount != changes:
                        return False
                connection.execute("COMMIT")
        except Clash:
            return False
        finally:
            self._roll_back()
        return True

    def _begin_and_read(
        self, conversations: Sequence[str], visitors: Sequence[str], keys: Sequence[Key]
    ) -> tuple[Ground, bool]:
        """Also whether what is remembered still holds: nobody else has written since."""
        connection = self._connected()
        with _translated():
            connection.execute("BEGIN IMMEDIATE")
            try:
                before, self._version = self._version, self._present_version(connection)
                ground = self._ground.of(connection, conversations, visitors)
                ground.known = self._ground.known(connection, keys)
            except sqlite3.Error:
                self._roll_back()
                raise
        return ground, before == self._version

    def _write(self, statements: Sequence[Statement]) -> None:
        with _translated():
            _run(self._connected(), statements)
        self._finish()

    def _index(self, words: str) -> None:
        with _translated():
            try:
                _run(self._connected(), [(_INDEX, [words])])
            except sqlite3.Error:
                self._roll_back()
                raise
        self._finish()

    def _present_version(self, connection: sqlite3.Connection) -> int:
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            with _translated():
                self._connection = self._connect(_STATEMENTS)
                # A statement of many rows keeps the pages it changes until it is through: not in a file of their own.
                self._connection.execute("PRAGMA temp_store=MEMORY")
            self._version = -1
        return self._connection

    def _roll_back(self) -> None:
        """A connection that cannot even do this is given up; SQLite then undoes by itself."""
        if self._connection is None:
            return
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._disconnect()

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _run(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    for text, values in statements:
        connection.execute(text, values)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Clash(str(error)) from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise Busy("Another process writes for too long; try again.") from error
        _log.warning("database_away", error=str(error))
        raise Unavailable("The database does not answer; try again.") from error
