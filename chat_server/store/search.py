"""Full text: FTS5 on SQLite, a tsvector index on PostgreSQL, both over folded words that match from their beginning."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.finding import asked, snippet
from chat_server.domain.message import MessageKind

from .tables import conversations, messages, response_events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_fts = sa.table("message_search", sa.column("rowid"), sa.column("message_search"))
# Notes are in neither index; PostgreSQL uses its partial one only when the query says so too.
_r = response_events.c
_WALKED = 200
_SPOKEN = messages.c.kind != MessageKind.NOTE


def matching_conversations(query: str, *, sqlite: bool) -> sa.Select[tuple[str]]:
    """Ids of conversations with a message that has every word."""
    return sa.select(messages.c.conversation_id).where(_has(query, sqlite=sqlite))


async def newest(
    session: AsyncSession,
    query: str,
    other: Sequence[sa.ColumnElement[bool]],
    most: int,
) -> list[str]:
    """Conversations that were opened last, of those with a message that has every word; on SQLite.

    Hits are walked from the newest on: a frequent word has millions. Where the conversations found were all opened after
    the message that was reached, none that comes later can be among the first.
    """
    words = asked(query)
    if not words:
        return []
    found = (
        sa.select(_r.conversation_id, _r.opened_at, messages.c.created_at)
        .select_from(_fts)
        .join(messages, messages.c.position == _fts.c.rowid)
        .join(response_events, _r.conversation_id == messages.c.conversation_id)
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .where(_fts.c.message_search.match(_wanted(words)), *other)
        .order_by(_fts.c.rowid.desc())
        .execution_options(yield_per=_WALKED)
    )
    opened: dict[str, datetime] = {}
    stream = await session.stream(found)
    try:
        async for piece in stream.partitions():
            opened.update((row[0], row[1]) for row in piece)
            best = nlargest(most, opened.values())
            if len(best) == most and best[-1] > piece[-1][2]:
                break
    finally:
        await stream.close()
    return list(opened)


async def snippets(
    session: AsyncSession, query: str, conversation_ids: Sequence[str], *, sqlite: bool
) -> dict[str, str]:
    """The words around the newest hit of each conversation, hits between `[` and `]`."""
    if not conversation_ids or not asked(query):
        return {}
    newest = (
        sa.select(sa.func.max(messages.c.position))
        .where(*await _hits_of(session, query, conversation_ids, sqlite=sqlite))
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
        .where(*await _hits_of(session, query, conversation_ids, sqlite=sqlite))
        .order_by(messages.c.position.desc())
        .limit(most)
    )
    return [(row[0], row[1]) for row in await session.execute(found)]


async def _hits_of(
    session: AsyncSession, query: str, conversation_ids: Sequence[str], *, sqlite: bool
) -> list[sa.ColumnElement[bool]]:
    """In these conversations, and looked for nowhere else."""
    theirs = messages.c.conversation_id.in_(conversation_ids)
    if not sqlite:
        return [theirs, _has(query, sqlite=False)]
    ends = sa.select(sa.func.min(messages.c.position), sa.func.max(messages.c.position))
    first, last = (await session.execute(ends.where(theirs))).one()
    within = _fts.c.rowid.between(first or 0, last or 0)
    found = sa.select(_fts.c.rowid).where(
        _fts.c.message_search.match(_wanted(asked(query))), within
    )
    return [theirs, messages.c.position.in_(found)]


def _wanted(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"*' for word in words)


def _has(query: str, *, sqlite: bool) -> sa.ColumnElement[bool]:
    words = asked(query)
    if not words:
        return sa.false()
    if sqlite:
        hits = sa.select(_fts.c.rowid).where(_fts.c.message_search.match(_wanted(words)))
        return messages.c.position.in_(hits)
    wanted = " & ".join(f"'{word}':*" for word in words)
    query_of = sa.func.to_tsquery(sa.literal_column("'simple'"), wanted)
    # Written as the index is, or PostgreSQL would not use it.
    return sa.and_(_SPOKEN, sa.func.message_words(messages.c.text).op("@@")(query_of))
