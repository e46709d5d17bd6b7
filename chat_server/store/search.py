"""Full text: FTS5 on SQLite, a tsvector index on PostgreSQL, both over folded words that match from their beginning.

PostgreSQL's index has no order, and of letters that follow one another it knows only that they are there. So each block of messages
has a word of its own in it (migration 0034), and blocks are looked into from the newest on, after the newest messages, which need no index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from chat_server.domain.finding import asked, snippet
from chat_server.domain.message import MessageKind

from .beginnings import by_beginning, by_words, is_pair
from .found import NEVER, Found
from .lately import may_have
from .many import batched
from .tables import conversations, messages, response_events

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_fts = sa.table("message_search", sa.column("rowid"), sa.column("message_search"))
# Notes are in neither index; PostgreSQL uses its partial one only when the query says so too.
_r = response_events.c
_WALKED = 200
_BLOCK = 20_000
# Messages looked at one by one; the second time only where a seventh was among the first.
_LATELY, _SHARE = (4_000, 32_000), 7
# Blocks looked into together, one go after the other; what is not found often in them is rare enough to be looked for everywhere.
_GOES = (3, 12, 30)
_MOST_RARE, _AT_ONCE = 5_000, 500
_SPOKEN = messages.c.kind != MessageKind.NOTE


def matching_conversations(query: str, *, sqlite: bool) -> sa.Select[tuple[str]]:
    """Ids of conversations with a message that has every word."""
    return sa.select(messages.c.conversation_id).where(_has(query, sqlite=sqlite))


async def newest(
    session: AsyncSession,
    query: str,
    other: Sequence[sa.ColumnElement[bool]],
    most: int,
    since: datetime | None,
) -> Found:
    """Conversations that were opened last, at `since` or later, of those with a message that has every word.

    Hits are walked from the newest on: a frequent word has millions. Where the conversations found were all opened after
    the message that was reached, none that comes later can be among the first.
    """
    phrases = asked(query)
    if not phrases:
        return Found()
    if session.get_bind().dialect.name != "sqlite":
        return await _newest_by_blocks(session, query, other, most, Found(since))
    if not (wanted := await by_words(session, phrases)):
        return Found()
    hit = (
        sa.select(_r.conversation_id, _r.opened_at, messages.c.position, messages.c.created_at)
        .select_from(_fts)
        .join(messages, messages.c.position == _fts.c.rowid)
        .join(response_events, _r.conversation_id == messages.c.conversation_id)
        .join(conversations, conversations.c.id == messages.c.conversation_id)
        .where(_fts.c.message_search.match(wanted), *other)
        .order_by(_fts.c.rowid.desc())
        .execution_options(yield_per=_WALKED)
    )
    found = Found(since)
    stream = await session.stream(hit)
    try:
        async for piece in stream.partitions():
            found.add(piece)
            if found.are_newest(most, piece[-1][-1]):
                break
    finally:
        await stream.close()
    return found


async def _newest_by_blocks(
    session: AsyncSession,
    query: str,
    other: Sequence[sa.ColumnElement[bool]],
    most: int,
    found: Found,
) -> Found:
    last = await session.scalar(sa.select(sa.func.max(messages.c.position))) or 0
    phrases = asked(query)
    likely = may_have(phrases) or []
    before = last + 1
    for many in _LATELY if likely else ():
        first = max(0, last - many)
        lately = [messages.c.position >= first, messages.c.position < before]
        hit = sa.and_(*lately, *likely, *_worded(query))
        if await _add_newest(session, found, hit, other, most, first):
            return found
        # One pair by itself is neither gathered nor looked at again, and fastest by the index.
        alone = all(is_pair(one) and " " not in one for one in phrases)
        if alone or len(found.opened) * _SHARE < most:
            break
        before = first
    block = last // _BLOCK
    for wide in _GOES:
        first = max(0, block - wide + 1)
        hit = _indexed(query, range(first, block + 1))
        if await _add_newest(session, found, hit, other, most, first * _BLOCK):
            return found
        block = first - 1
    # Apart, or PostgreSQL would go through the messages until there are so many.
    everywhere = sa.select(messages.c.conversation_id).where(_indexed(query)).cte("everywhere")
    theirs = everywhere.prefix_with("MATERIALIZED").c.conversation_id
    ids = list(await session.scalars(sa.select(theirs).distinct().limit(_MOST_RARE + 1)))
    if len(ids) > _MOST_RARE:
        found.add(await _opened(session, other, _indexed(query)))
        return found
    for some in batched(ids, _AT_ONCE):
        found.opened.update(await _fitting(session, other, some))
    return found


async def _add_newest(
    session: AsyncSession,
    found: Found,
    hit: sa.ColumnElement[bool],
    other: Sequence[sa.ColumnElement[bool]],
    most: int,
    first: int,
) -> bool:
    """Those of hits, all there are from the first message on, newest first; whether enough are found that none comes later.

    Not in one statement: how many fulfil the rest is not known, and where few are expected each of theirs would be looked at.
    """
    hits = sa.select(messages.c.conversation_id, sa.func.max(messages.c.position)).where(hit)
    rows = (await session.execute(hits.group_by(messages.c.conversation_id))).all()
    said = {row[0]: row[1] for row in sorted(rows, key=lambda row: -row[1])}
    for some in batched(list(said), _AT_ONCE):
        opened = await _fitting(session, other, some)
        found.add((one, opened[one], said[one]) for one in some if one in opened)
        if found.are_newest(most, await _said_at(session, said[some[-1]])):
            return True
    return first == 0 or found.are_newest(most, await _said_at(session, first))


async def _fitting(
    session: AsyncSession, other: Sequence[sa.ColumnElement[bool]], ids: Sequence[str]
) -> dict[str, datetime]:
    """Of these conversations; what is rare is not known to be, and would be joined with everything there is."""
    fit = sa.select(_r.conversation_id, _r.opened_at).join(
        conversations, conversations.c.id == _r.conversation_id
    )
    rows = await session.execute(fit.where(_r.conversation_id.in_(ids), *other))
    return {row[0]: row[1] for row in rows}


async def _opened(
    session: AsyncSession, other: Sequence[sa.ColumnElement[bool]], hit: sa.ColumnElement[bool]
) -> Sequence[Sequence[Any]]:
    newest = sa.func.max(messages.c.position).label("position")
    hits = sa.select(messages.c.conversation_id, newest).where(hit)
    theirs = hits.group_by(messages.c.conversation_id).cte("hits").prefix_with("MATERIALIZED")
    found = (
        sa.select(_r.conversation_id, _r.opened_at, theirs.c.position)
        .select_from(theirs)
        .join(response_events, _r.conversation_id == theirs.c.conversation_id)
        .join(conversations, conversations.c.id == theirs.c.conversation_id)
        .where(*other)
    )
    return (await session.execute(found)).all()


async def _said_at(session: AsyncSession, position: int) -> datetime:
    """When the first message was said that stands there or later."""
    said = sa.select(messages.c.created_at).where(messages.c.position >= position)
    return await session.scalar(said.order_by(messages.c.position).limit(1)) or NEVER


async def snippets(
    session: AsyncSession,
    query: str,
    conversation_ids: Sequence[str],
    said: Mapping[str, int],
    *,
    sqlite: bool,
) -> dict[str, str]:
    """The words around the newest hit of each conversation, hits between `[` and `]`; `said` are those known already."""
    if not asked(query):
        return {}
    newest = [said[one] for one in conversation_ids if one in said]
    if others := [one for one in conversation_ids if one not in said]:
        found = (
            sa.select(sa.func.max(messages.c.position))
            .where(*await _hits_of(session, query, others, sqlite=sqlite))
            .group_by(messages.c.conversation_id)
        )
        newest += await session.scalars(found)
    texts = sa.select(messages.c.conversation_id, messages.c.text)
    rows = await session.execute(texts.where(messages.c.position.in_(newest)))
    return {row[0]: snippet(row[1], query) for row in rows}


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
        return [theirs, *_worded(query)]
    ends = sa.select(sa.func.min(messages.c.position), sa.func.max(messages.c.position))
    first, last = (await session.execute(ends.where(theirs))).one()
    within = _fts.c.rowid.between(first or 0, last or 0)
    if not (wanted := await by_words(session, asked(query))):
        return [sa.false()]
    found = sa.select(_fts.c.rowid).where(_fts.c.message_search.match(wanted), within)
    return [theirs, messages.c.position.in_(found)]


def _has(query: str, *, sqlite: bool) -> sa.ColumnElement[bool]:
    words = asked(query)
    if not words:
        return sa.false()
    if sqlite:
        hits = sa.select(_fts.c.rowid).where(_fts.c.message_search.match(by_beginning(words)))
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


def _worded(query: str) -> list[sa.ColumnElement[bool]]:
    """The same without the index."""
    return [_SPOKEN, sa.func.message_words(messages.c.text).op("@@")(_words_of(query))]


def _words_of(query: str) -> sa.ColumnElement[Any]:
    wanted = " & ".join(_term(word) for word in asked(query))
    return sa.func.to_tsquery(sa.literal_column("'simple'"), wanted)


def _term(phrase: str) -> str:
    """As PostgreSQL is asked for it; for beginnings it goes through all words that have them, which takes longer."""
    return f"'{phrase}'" if is_pair(phrase) else f"'{phrase}':*"
