"""The journal on PostgreSQL: one connection of its own, few round trips however many entries.

Conversations are locked in the order of their ids, and read under that lock, so that other hubs and our own
`begin()` come before or after a batch, never in between.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import asyncpg
import structlog

from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Unavailable
from chat_server.domain.events import Event
from chat_server.domain.message import Message
from chat_server.domain.outbox import Delivery
from chat_server.domain.response_event import ResponseEvent

from . import tables
from .bulk_postgres import BulkTable, Part, together
from .draft import Draft, Ground, Head, Key, decide, keys_of, may_be_known
from .journal import Clash

if TYPE_CHECKING:
    from chat_server.domain.errors import SamtalError
    from chat_server.domain.journal import Entry, Outcome

_log = structlog.get_logger(__name__)
_TRIES = 3


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
        self._people = BulkTable(Contact, tables.contacts)

    async def commit(self, entries: Sequence[Entry[Any]]) -> list[Outcome[Any] | SamtalError]:
        """Client ids are taken to be new at first: the database knows better, and then we look."""
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

    async def catch_up(self) -> None:
        """Nothing: PostgreSQL's index takes words as they come, and sorts them in later by itself."""

    async def close(self) -> None:
        """Closes the connection."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            await connection.close(timeout=2)

    async def _try(
        self, entries: Sequence[Entry[Any]], keys: Sequence[Key]
    ) -> list[Outcome[Any] | SamtalError]:
        async with self._transaction() as connection:
            ground = await self._read(connection, entries, keys)
            draft = decide(entries, ground)
            if not keys and may_be_known(entries, draft):
                ground.known = await self._read_known(connection, keys_of(entries))
                draft = decide(entries, ground)
            parts = self._parts(draft)
            if parts:
                text, arrays = together(parts)
                await connection.execute(text, *arrays)
        return draft.outcomes

    async def _read(
        self, connection: asyncpg.Connection, entries: Sequence[Entry[Any]], keys: Sequence[Key]
    ) -> Ground:
        ids = list({entry.conversation_id for entry in entries})
        visitors = list({e.visitor_id for e in entries if e.visitor_id is not None})
        found = await connection.fetch(
            f"SELECT {self._conversations.named('c')} FROM conversations AS c"  # noqa: S608 - names are ours
            " WHERE c.id = ANY($1::text[]) ORDER BY c.id FOR UPDATE",
            ids,
        )
        folds = await connection.fetch(
            f"SELECT {self._folds.named('r')} FROM response_events AS r"  # noqa: S608 - as above
            " WHERE r.conversation_id = ANY($1::text[])",
            ids,
        )
        by_id = {fold.conversation_id: fold for fold in map(self._folds.shape.thing, folds)}
        heads = {
            made.id: Head(made, by_id.get(made.id))
            for made in map(self._conversations.shape.thing, found)
        }
        people = await self._read_contacts(connection, visitors) if visitors else {}
        return Ground(heads, people, await self._read_known(connection, keys) if keys else {})

    async def _read_contacts(
        self, connection: asyncpg.Connection, visitors: Sequence[str]
    ) -> dict[str, Contact]:
        found = await connection.fetch(
            f"SELECT {self._people.named('p')}, v.id FROM visitors AS v"  # noqa: S608 - names are ours
            " JOIN contacts AS p ON p.id = v.contact_id WHERE v.id = ANY($1::text[])",
            visitors,
        )
        return {row[-1]: self._people.shape.thing(tuple(row)[:-1]) for row in found}

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
            conversations=self._conversations,
            folds=self._folds,
        )

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[asyncpg.Connection]:
        """What breaks the connection says nothing about the commit, so it is `Unavailable` and no more."""
        try:
            if self._connection is None or self._connection.is_closed():
                self._connection = await self._connect()
            async with self._connection.transaction():
                yield self._connection
        except (asyncpg.IntegrityConstraintViolationError, asyncpg.TransactionRollbackError):
            raise
        except (asyncpg.SyntaxOrAccessError, asyncpg.DataError):
            raise  # a mistake of ours, which trying again would not mend
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError) as error:
            _log.warning("database_away", error=type(error).__name__)
            if self._connection is not None:
                self._connection.terminate()
                self._connection = None
            raise Unavailable("The database does not answer; try again.") from error
