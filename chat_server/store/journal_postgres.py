"""The journal on PostgreSQL: one connection of its own, and mostly one statement for a batch.

Conversations are locked in the order of their ids, so that other hubs and our own `begin()` come before or after
a batch, never in between. What the last batches left is remembered with the marks of its rows, the transactions
that wrote them; the statement writes only where the locked rows still bear these marks, and else they are read.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import asyncpg
import structlog

from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Unavailable
from chat_server.domain.events import Event
from chat_server.domain.files.file import StoredFile
from chat_server.domain.message import Message
from chat_server.domain.outbox import Delivery
from chat_server.domain.response_event import ResponseEvent

from . import tables
from .bulk_postgres import BulkTable, Part, together, together_if
from .draft import Browser, Draft, Ground, Head, Key, decide, keys_of, may_be_known
from .journal import Clash
from .marks_postgres import Marks
from .remembered import Remembered

if TYPE_CHECKING:
    from chat_server.domain.errors import SamtalError
    from chat_server.domain.journal import Entry, Outcome

_log = structlog.get_logger(__name__)
_TRIES = 3
_LONGEST_REST = 31
# The last is what the driver says of a connection that ended under it before it noticed.
_AWAY = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    OSError,
    TimeoutError,
    asyncpg.InternalClientError,
)


class PostgresLedger:
    """`connect` opens a connection; it is opened again after it broke."""

    def __init__(self, connect: Callable[[], Awaitable[asyncpg.Connection]]) -> None:
        self._connect = connect
        self._connection: asyncpg.Connection | None = None
        self._conversations = BulkTable(Conversation, tables.conversations)
        self._folds = BulkTable(ResponseEvent, tables.response_events)
        self._messages = BulkTable(Message, tables.messages)
        self._events = BulkTable(Event, tables.events)
        self._turns = BulkTable(BotTurn, tables.bot_turns)
        self._owed = BulkTable(Delivery, tables.outbox)
        self._files = BulkTable(StoredFile, tables.files)
        self._people = BulkTable(Contact, tables.contacts)
        self._visitors = BulkTable(Visitor, tables.visitors)
        self._remembered = Remembered()
        self._marks = Marks()
        self._rest = 0
        self._resting = 0

    async def commit(self, entries: Sequence[Entry[Any]]) -> list[Outcome[Any] | SamtalError]:
        """From memory when all of it is there and still true, else reading first."""
        try:
            return await self._quickly(entries) or await self._carefully(entries)
        except BaseException:
            self._forget()
            raise

    async def _quickly(
        self, entries: Sequence[Entry[Any]]
    ) -> list[Outcome[Any] | SamtalError] | None:
        """Where many hubs write the same dialogues, little stays true for long: then it is tried ever more rarely."""
        if self._resting:
            self._resting -= 1
            return None
        if not self._remembered.holds_all(entries):
            return None
        draft = decide(entries, self._remembered.ground())
        parts = self._parts(draft)
        if may_be_known(entries, draft) or not parts:
            return None
        conversations = {entry.conversation_id for entry in entries}
        browsers = {entry.visitor_id for entry in entries if entry.visitor_id is not None}
        text, arrays = together_if(self._marks.unchanged(conversations, browsers), parts)
        try:
            async with self._connected() as connection:
                ((holds, transaction),) = await connection.fetch(text, *arrays)
        except (asyncpg.IntegrityConstraintViolationError, asyncpg.TransactionRollbackError):
            return None
        if not holds:
            self._forget()
            self._rest = self._resting = min(2 * self._rest + 1, _LONGEST_REST)
            return None
        self._rest = 0
        self._remembered.keep(draft)
        self._marks.keep(draft, transaction)
        return draft.outcomes

    async def _carefully(self, entries: Sequence[Entry[Any]]) -> list[Outcome[Any] | SamtalError]:
        keys: list[Key] = []
        for _ in range(_TRIES):
            try:
                return await self._try(entries, keys)
            except asyncpg.UniqueViolationError:
                keys = keys_of(entries)
            except (asyncpg.DeadlockDetectedError, asyncpg.SerializationError):
                continue
            except asyncpg.IntegrityConstraintViolationError as error:
                raise Clash(str(error)) from error
        raise Clash("others were first each time")

    async def catch_up(self) -> bool:
        """Nothing: PostgreSQL's index takes words as they come, and sorts them in later by itself."""
        return False

    async def close(self) -> None:
        """Closes the connection."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            # Who does not answer any more is left; nothing is waiting to be written.
            with suppress(*_AWAY):
                await connection.close(timeout=2)

    async def _try(
        self, entries: Sequence[Entry[Any]], keys: Sequence[Key]
    ) -> list[Outcome[Any] | SamtalError]:
        async with self._connected() as connection, connection.transaction():
            ground, marks = await self._read(connection, entries, keys)
            draft = decide(entries, ground)
            if not keys and may_be_known(entries, draft):
                ground.known = await self._read_known(connection, keys_of(entries))
                draft = decide(entries, ground)
            parts = self._parts(draft)
            transaction = None
            if parts:
                text, arrays = together(parts)
                ((transaction,),) = await connection.fetch(text, *arrays)
        # Not before the commit: until then none of it is true.
        if self._remembered.is_full:
            self._forget()
        self._remembered.learn(ground)
        self._remembered.keep(draft)
        self._marks.learn(marks)
        if transaction is not None:
            self._marks.keep(draft, transaction)
        return draft.outcomes

    async def _read(
        self, connection: asyncpg.Connection, entries: Sequence[Entry[Any]], keys: Sequence[Key]
    ) -> tuple[Ground, Marks]:
        ids = list({entry.conversation_id for entry in entries})
        visitors = list({e.visitor_id for e in entries if e.visitor_id is not None})
        found = await connection.fetch(
            f"SELECT {self._conversations.named('c')}, c.xmin::text FROM conversations AS c"  # noqa: S608 - names are ours
            " WHERE c.id = ANY($1::text[]) ORDER BY c.id FOR UPDATE",
            ids,
        )
        folds = await connection.fetch(
            f"SELECT {self._folds.named('r')}, r.xmin::text FROM response_events AS r"  # noqa: S608 - as above
            " WHERE r.conversation_id = ANY($1::text[])",
            ids,
        )
        marks, heads = Marks(), {}
        fold_of: dict[str, tuple[ResponseEvent | None, str | None]] = {}
        for *row, mark in folds:
            fold = self._folds.shape.thing(row)
            fold_of[fold.conversation_id] = fold, mark
        for *row, mark in found:
            made = self._conversations.shape.thing(row)
            its_fold, its_mark = fold_of.get(made.id, (None, None))
            heads[made.id] = Head(made, its_fold)
            marks.dialogues[made.id] = mark, its_mark
        people = await self._read_browsers(connection, visitors, marks) if visitors else {}
        known = await self._read_known(connection, keys) if keys else {}
        return Ground(heads, people, known), marks

    async def _read_browsers(
        self, connection: asyncpg.Connection, visitors: Sequence[str], marks: Marks
    ) -> dict[str, Browser]:
        found = await connection.fetch(
            f"SELECT {self._people.named('p')}, {self._visitors.named('v')}, v.xmin::text, p.xmin::text FROM visitors AS v"  # noqa: S608 - names are ours
            " JOIN contacts AS p ON p.id = v.contact_id WHERE v.id = ANY($1::text[])",
            visitors,
        )
        browsers = {}
        persons = len(self._people.columns)
        for *row, mark, persons_mark in found:
            contact = self._people.shape.thing(row[:persons])
            visitor = self._visitors.shape.thing(row[persons:])
            browsers[visitor.id] = Browser(visitor, contact)
            marks.browsers[visitor.id] = mark, persons_mark
        return browsers

    async def _read_known(
        self, connection: asyncpg.Connection, keys: Sequence[Key]
    ) -> dict[Key, Message]:
        found = await connection.fetch(
            f"SELECT {self._messages.named('m')}"  # noqa: S608 - names are ours
            " FROM unnest($1::text[], $2::text[], $3::text[]) AS k(conversation_id, sender, client_id)"
            " JOIN messages AS m USING (conversation_id, sender, client_id)",
            *zip(*keys, strict=True),
        )
        messages = map(self._messages.shape.thing, found)
        return {(m.conversation_id, m.sender, m.client_id): m for m in messages}

    def _parts(self, draft: Draft) -> list[Part]:
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

    def _forget(self) -> None:
        self._remembered.forget()
        self._marks.forget()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[asyncpg.Connection]:
        """What breaks the connection says nothing about the commit, so it is `Unavailable` and no more."""
        try:
            if self._connection is None or self._connection.is_closed():
                self._connection = await self._connect()
            yield self._connection
        except (asyncpg.IntegrityConstraintViolationError, asyncpg.TransactionRollbackError):
            raise
        except (asyncpg.SyntaxOrAccessError, asyncpg.DataError):
            raise  # a mistake of ours, which trying again would not mend
        except _AWAY as error:
            _log.warning("database_away", error=type(error).__name__)
            if self._connection is not None:
                self._connection.terminate()
                self._connection = None
            raise Unavailable("The database does not answer; try again.") from error
