"""Full text: FTS5 on SQLite, a tsvector index on PostgreSQL; words match from their beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.message import MessageKind

from .tables import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

_fts = sa.table(
    "message_search", sa.column("rowid"), sa.column("text"), sa.column("message_search")
)
_WORD = re.compile(r"\w+", re.UNICODE)
# Notes are in neither index; PostgreSQL uses its partial one only when the query says so too.
_SPOKEN = messages.c.kind != MessageKind.NOTE


def matching_conversations(query: str, *, sqlite: bool) -> sa.Select[tuple[str]]:
    """Ids of conversations with a message that has every word."""
    found = sa.select(messages.c.conversation_id)
    if not _WORD.search(query):
        return found.where(sa.false())
    if sqlite:
        hits = sa.select(_fts.c.rowid).where(_fts.c.message_search.match(_fts_query(query)))
        return found.where(messages.c.position.in_(hits))
    return found.where(_SPOKEN, _vector().op("@@")(_ts_query(query)))


async def snippets(
    session: AsyncSession, query: str, conversation_ids: Sequence[str], *, sqlite: bool
) -> dict[str, str]:
    """The words around the newest hit of each conversation, hits between `[` and `]`."""
    if not conversation_ids or not _WORD.search(query):
        return {}
    if sqlite:
        marked: sa.ColumnElement[str] = sa.literal_column(
            "snippet(message_search, 0, '[', ']', '…', 16)"
        )
        found = (
            sa.select(messages.c.conversation_id, marked)
            .select_from(_fts.join(messages, messages.c.position == _fts.c.rowid))
            .where(_fts.c.message_search.match(_fts_query(query)))
        )
    else:
        options = "StartSel=[, StopSel=], MaxWords=18, MinWords=6, MaxFragments=1"
        marked = sa.func.ts_headline("simple", messages.c.text, _ts_query(query), options)
        found = sa.select(messages.c.conversation_id, marked).where(
            _SPOKEN, _vector().op("@@")(_ts_query(query))
        )
    found = found.where(messages.c.conversation_id.in_(conversation_ids)).order_by(
        messages.c.position
    )
    return {row[0]: row[1] for row in await session.execute(found)}


async def purge(session: AsyncSession) -> None:
    """Takes the words of deleted messages out of the index, where FTS5 keeps them until it merges."""
    if session.get_bind().dialect.name == "sqlite":
        await session.execute(
            sa.text("INSERT INTO message_search(message_search) VALUES ('optimize')")
        )


def _vector() -> sa.ColumnElement[object]:
    # Written as the index is, or PostgreSQL would not use it.
    return sa.func.to_tsvector(sa.literal_column("'simple'"), messages.c.text)


def _fts_query(query: str) -> str:
    return " ".join(f'"{word}"*' for word in _WORD.findall(query))


def _ts_query(query: str) -> sa.ColumnElement[object]:
    words = _WORD.findall(query)
    text = " & ".join(f"'{word}':*" for word in words)
    return sa.func.to_tsquery(sa.literal_column("'simple'"), text)
