"""Full text: FTS5 on SQLite, a tsvector index on PostgreSQL, both over folded words that match from their beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.finding import asked, snippet
from chat_server.domain.message import MessageKind

from .tables import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

_fts = sa.table("message_search", sa.column("rowid"), sa.column("message_search"))
# Notes are in neither index; PostgreSQL uses its partial one only when the query says so too.
_SPOKEN = messages.c.kind != MessageKind.NOTE


def matching_conversations(query: str, *, sqlite: bool) -> sa.Select[tuple[str]]:
    """Ids of conversations with a message that has every word."""
    return sa.select(messages.c.conversation_id).where(_has(query, sqlite=sqlite))


async def snippets(
    session: AsyncSession, query: str, conversation_ids: Sequence[str], *, sqlite: bool
) -> dict[str, str]:
    """The words around the newest hit of each conversation, hits between `[` and `]`."""
    if not conversation_ids or not asked(query):
        return {}
    newest = (
        sa.select(sa.func.max(messages.c.position))
        .where(_has(query, sqlite=sqlite), messages.c.conversation_id.in_(conversation_ids))
        .group_by(messages.c.conversation_id)
    )
    found = sa.select(messages.c.conversation_id, messages.c.text).where(
        messages.c.position.in_(newest)
    )
    return {row[0]: snippet(row[1], query) for row in await session.execute(found)}


async def hits(
    session: AsyncSession, query: str, conversation_ids: Sequence[str], most: int, *, sqlite: bool
) -> list[tuple[str, str]]:
    """Conversation and text of messages that have every word, newest first."""
    if not conversation_ids or not asked(query):
        return []
    found = (
        sa.select(messages.c.conversation_id, messages.c.text)
        .where(_has(query, sqlite=sqlite), messages.c.conversation_id.in_(conversation_ids))
        .order_by(messages.c.position.desc())
        .limit(most)
    )
    return [(row[0], row[1]) for row in await session.execute(found)]


def _has(query: str, *, sqlite: bool) -> sa.ColumnElement[bool]:
    words = asked(query)
    if not words:
        return sa.false()
    if sqlite:
        wanted = " ".join(f'"{word}"*' for word in words)
        hits = sa.select(_fts.c.rowid).where(_fts.c.message_search.match(wanted))
        return messages.c.position.in_(hits)
    wanted = " & ".join(f"'{word}':*" for word in words)
    query_of = sa.func.to_tsquery(sa.literal_column("'simple'"), wanted)
    # Written as the index is, or PostgreSQL would not use it.
    return sa.and_(_SPOKEN, sa.func.message_words(messages.c.text).op("@@")(query_of))
