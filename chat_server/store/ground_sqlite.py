"""What a batch is decided on, read from SQLite inside its own transaction."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from chat_server.domain.contact import Contact

from . import tables
from .bulk_sqlite import BulkTable
from .draft import Browser, Ground, Head, Key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from chat_server.domain.contact import Visitor
    from chat_server.domain.conversation import Conversation
    from chat_server.domain.message import Message
    from chat_server.domain.response_event import ResponseEvent

T = TypeVar("T")


class SqliteGround:
    """Shares the tables of the journal that writes them."""

    def __init__(
        self,
        *,
        conversations: BulkTable[Conversation],
        folds: BulkTable[ResponseEvent],
        messages: BulkTable[Message],
        visitors: BulkTable[Visitor],
    ) -> None:
        self._conversations = conversations
        self._folds = folds
        self._messages = messages
        self._visitors = visitors
        self._people = BulkTable(Contact, tables.contacts)

    def of(
        self, connection: sqlite3.Connection, conversations: Sequence[str], visitors: Sequence[str]
    ) -> Ground:
        """Those dialogues and browsers that are there."""
        return Ground(self._heads(connection, conversations), self._browsers(connection, visitors))

    def known(self, connection: sqlite3.Connection, keys: Sequence[Key]) -> dict[Key, Message]:
        """Of messages that are sent, those that were kept before."""
        if not keys:
            return {}
        columns = ", ".join(f'm."{name}"' for name in self._messages.shape.names)
        rows = ", ".join(["(?, ?, ?)"] * len(keys))
        found = connection.execute(
            f"SELECT {columns} FROM (VALUES {rows}) AS k JOIN messages AS m"  # noqa: S608 - names are ours
            " ON m.conversation_id = k.column1 AND m.sender = k.column2 AND m.client_id = k.column3",
            list(chain.from_iterable(keys)),
        )
        messages = map(self._messages.shape.thing, found)
        return {(m.conversation_id, m.sender, m.client_id): m for m in messages}

    def _heads(self, connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Head]:
        if not ids:
            return {}
        folds = {fold.conversation_id: fold for fold in _found(connection, self._folds, ids)}
        return {
            one.id: Head(one, folds.get(one.id))
            for one in _found(connection, self._conversations, ids)
        }

    def _browsers(self, connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Browser]:
        if not ids:
            return {}
        browsers = list(_found(connection, self._visitors, ids))
        owners = list({visitor.contact_id for visitor in browsers})
        people = {person.id: person for person in _found(connection, self._people, owners)}
        return {visitor.id: Browser(visitor, people[visitor.contact_id]) for visitor in browsers}


def _found(connection: sqlite3.Connection, table: BulkTable[T], ids: Sequence[str]) -> Iterator[T]:
    return map(table.shape.thing, connection.execute(*table.select(ids)))
