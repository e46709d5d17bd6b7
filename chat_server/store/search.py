"""Full text: FTS5 on SQLite, a tsvector index on PostgreSQL, both over folded words that match from their beginning.

PostgreSQL's index has no order, and of letters that follow one another it knows only that they are there. So each block of messages
has a word of its own in it (migration 0034), and blocks are looked into from the newest on.
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from chat_server.domain.finding import LETTER, asked, snippet
from chat_server.domain.message import MessageKind

from .many import batched
from .tables import conversations, messages, response_events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_fts = sa.table("message_search", sa.column("rowid"), sa.column("message_search"))
# Notes are in neither index; PostgreSQL uses its partial one only when the query says so too.
_r = response_events.c
_WALKED = 200
_BLOCK = 20_000
# Blocks looked into together, one go after the other; what is not found often in them is rare enough to be looked for everywhere.
_GOES = (1, 2, 4, 8)
_MOST_RARE, _AT_ONCE = 5_000, 500
# A letter by itself may begin any pair, as the beginning of a word any word; a pair is whole.
_PAIR = 2
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
    """Conversations that were opened last, of those with a message that has every word.

    Hits are walked from the newest on: a frequent word has millions. Where the conversations found were all opened after
    the message that was reached, none that comes later can be among the first.
    """
    words = asked(query)
    if not words:
        return []
    if session.get_bind().dialect.name != "sqlite":
        return await _newest_by_blocks(session, query, other, most)
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


async def _newest_by_blocks(
    session: AsyncSession,
    query: str,
    other: Sequence[sa.ColumnElement[bool]],
    most: int,
) -> list[str]:
    last = await session.scalar(sa.select(sa.func.max(messages.c.position))) or 0
    block = last // _BLOCK
    opened: dict[str, datetime] = {}
    for wide in _GOES:
        first = max(0, block - wide + 1)
        opened |= await _opened(session, other, _indexed(query, range(first, block + 1)))
        if first == 0 or await _are_newest(session, opened, most, first * _BLOCK):
            return list(opened)
        block = first - 1
    # Apart, or PostgreSQL would go through the messages until there are so many.
    everywhere = sa.select(messages.c.conversation_id).where(_indexed(query)).cte("everywhere")
    hit = everywhere.prefix_with("MATERIALIZED").c.conversation_id
    ids = list(await session.scalars(sa.select(hit).distinct().limit(_MOST_RARE + 1)))
    if len(ids) > _MOST_RARE:
        return list(await _opened(session, other, _indexed(query)))
    # What is rare is not known to be, and would be joined with everything there is.
    fit = sa.select(_r.conversation_id).join(
        conversations, conversations.c.id == _r.conversation_id
    )
    return [
        one
        for some in batched(ids, _AT_ONCE)
        for one in await session.scalars(fit.where(_r.conversation_id.in_(some), *other))
    ]


async def _opened(
    session: AsyncSession, other: Sequence[sa.ColumnElement[bool]], hit: sa.ColumnElement[bool]
) -> dict[str, datetime]:
    found = (
        sa.select(_r.conversation_id, _r.opened_at)
        .select_from(messages)
        .join(response_events, _r.conversation_id == messages.c.conversation_id)
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .where(hit, *other)
        .distinct()
    )
    return {row[0]: row[1] for row in await session.execute(found)}


async def _are_newest(
    session: AsyncSession, opened: dict[str, datetime], most: int, position: int
) -> bool:
    """So many were opened after the message at this position, that none of what was said before can be among them."""
    best = nlargest(most, opened.values())
    if len(best) < most:
        return False
    said = sa.select(messages.c.created_at).where(messages.c.position >= position)
    reached = await session.scalar(said.order_by(messages.c.position).limit(1))
    return reached is None or best[-1] > reached


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
        # Not as the index is written: of few dialogues every message is looked at.
        return [theirs, _SPOKEN, sa.func.message_words(messages.c.text).op("@@")(_words_of(query))]
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
    return _indexed(query)


def _indexed(query: str, blocks: Sequence[int] = ()) -> sa.ColumnElement[bool]:
    """Written as PostgreSQL's index is, or it would not be used; within these blocks of messages, or all."""
    wanted = _words_of(query)
    if blocks:
        within = sa.cast(" | ".join(f"'~{block}'" for block in blocks), TSQUERY)
        wanted = wanted.op("&&")(within)
    terms = sa.func.message_terms(messages.c.text, messages.c.position)
    return sa.and_(_SPOKEN, terms.op("@@")(wanted))


def _words_of(query: str) -> sa.ColumnElement[Any]:
    wanted = " & ".join(_term(word) for word in asked(query))
    return sa.func.to_tsquery(sa.literal_column("'simple'"), wanted)


def _term(word: str) -> str:
    """As PostgreSQL is asked for it; for beginnings it goes through all words that have them, which takes longer."""
    pair, *_ = word.split(" ")
    is_pair = LETTER.match(pair) and len(pair) == _PAIR
    return f"'{word}'" if is_pair else f"'{word}':*"
