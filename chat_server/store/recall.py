"""What contacts said, found again: FTS5 on SQLite, a tsvector index on PostgreSQL, and one BM25 over both.

What is indexed are digests of contact and word. A search reads the statements of this contact that have a word,
whatever the millions of others said; the databases' own ranking would first count the word in all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from chat_server.domain.events import EventType
from chat_server.domain.message import AuthorKind, MessageKind
from chat_server.domain.recall.ranking import LENGTH, SATURATION, Candidate, rarity
from chat_server.domain.recall.said import Uttered, index
from chat_server.domain.recall.vectors import signs
from chat_server.domain.recall.words import keys

from . import at_once
from .mapping import MessageRow
from .tables import (
    conversations,
    events,
    kind_of_line,
    messages,
    recall_progress,
    recall_statements,
    recall_vectors,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.message import Message
    from chat_server.domain.recall.said import Indexed

_s, _v = recall_statements.c, recall_vectors.c
_fts = sa.table("recall_words", sa.column("rowid"), sa.column("recall_words"))
# Of one word the newest so many statements are judged: a search ends in time, whatever a contact repeats.
_MOST_OF_A_WORD = 20_000
_MOST_WORDS = 24
_KEEPING = {
    "sqlite": sa.text(
        "INSERT OR IGNORE INTO recall_statements"
        " (position, contact_id, words, length, awaits_vector)"
        " SELECT one.value ->> 'position', one.value ->> 'contact_id', one.value ->> 'words',"
        " one.value ->> 'length', one.value ->> 'awaits_vector' FROM json_each(:rows) AS one"
    ),
    "postgresql": sa.text(
        "INSERT INTO recall_statements (position, contact_id, words, length, awaits_vector)"
        " SELECT * FROM json_to_recordset(CAST(:rows AS json)) AS one(position bigint,"
        " contact_id text, words text, length integer, awaits_vector boolean)"
        " ON CONFLICT DO NOTHING"
    ),
}
# One text for any number of places: made anew for each number, it took longer to make than to answer.
_COLUMNS = ", ".join(f"messages.{column.name}" for column in messages.c)
_PLACES = {
    # In this order: else it would be asked of every message there is.
    "sqlite": "json_each(:places) AS place CROSS JOIN messages"
    " ON messages.conversation_id = place.value ->> 0 AND messages.seq = place.value ->> 1",
    "postgresql": "json_array_elements(CAST(:places AS json)) AS place JOIN messages"
    " ON messages.conversation_id = place ->> 0 AND messages.seq = CAST(place ->> 1 AS bigint)",
}
_BESIDE = {
    name: f"SELECT {_COLUMNS} FROM {places} WHERE messages.kind = :kind"  # noqa: S608 - names are ours
    for name, places in _PLACES.items()
}


class RecallRows:
    """See `domain.ports.Recall`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def reached(self) -> int:
        """How far the log was read."""
        return await self._session.scalar(sa.select(recall_progress.c.position)) or 0

    async def reach(self, position: int) -> None:
        """How far the log was read."""
        await self._session.execute(sa.update(recall_progress).values(position=position))

    async def uttered(self, after: int, until: int) -> list[Uttered]:
        """In the order of the log."""
        found = (
            sa.select(
                messages.c.position,
                messages.c.conversation_id,
                conversations.c.contact_id,
                messages.c.text,
            )
            .select_from(events)
            .join(messages, messages.c.id == events.c.id)
            .join(conversations, conversations.c.id == messages.c.conversation_id)
            .where(
                events.c.position > after,
                events.c.position <= until,
                kind_of_line == EventType.VISITOR_SPOKE.value,
            )
            .order_by(events.c.position)
        )
        return [Uttered(*row) for row in await self._session.execute(found)]

    async def keep(self, statements: Sequence[Indexed]) -> None:
        """Once."""
        rows = [
            {
                "position": one.position,
                "contact_id": one.contact_id,
                "words": one.words,
                "length": one.length,
                "awaits_vector": one.awaits_vector,
            }
            for one in statements
        ]
        await at_once.write(self._session, _KEEPING, rows)

    async def said_by(self, contact_id: str, limit: int) -> list[tuple[int, Message]]:
        """By their dialogues."""
        theirs = sa.select(conversations.c.id).where(conversations.c.contact_id == contact_id)
        found = (
            sa.select(messages.c.position, MessageRow)
            .where(
                messages.c.conversation_id.in_(theirs),
                messages.c.author_kind == AuthorKind.VISITOR,
                messages.c.kind == MessageKind.MESSAGE,
            )
            .order_by(messages.c.position.desc())
            .limit(limit)
        )
        return [(row[0], row[1]) for row in await self._session.execute(found)]

    async def forget(self, contact_id: str) -> dict[str, int]:
        """Words go with their statements."""
        counts: dict[str, int] = {}
        for table in (recall_vectors, recall_statements):
            gone = await self._session.execute(
                sa.delete(table).where(table.c.contact_id == contact_id)
            )
            counts[table.name] = getattr(gone, "rowcount", 0)
        return {name: count for name, count in counts.items() if count}

    async def by_words(
        self,
        contact_id: str,
        words: Sequence[str],
        limit: int,
        *,
        before: datetime | None = None,
        dialogue: str | None = None,
    ) -> list[tuple[int, float]]:
        """By BM25 over the contact's own statements, newest first among equals."""
        asked = keys(contact_id, words[:_MOST_WORDS])
        run = self._session.execute
        whole = sa.select(sa.func.count(), sa.func.avg(_s.length)).where(
            _s.contact_id == contact_id
        )
        statements, mean = (await run(whole)).one()
        if not statements or not asked:
            return []
        hits = self._hits(dict.fromkeys(asked, 0.0)).subquery()
        counted = sa.select(hits.c.word, sa.func.count()).group_by(hits.c.word)
        having = {row[0]: row[1] for row in await run(counted)}
        weights = {asked[at]: rarity(count, statements) for at, count in having.items()}
        if not weights:
            return []
        hits = self._hits(weights).subquery()
        norm = 1 + SATURATION * (1 - LENGTH + LENGTH * _s.length / float(mean))
        score = sa.func.sum(hits.c.weight) * (1 + SATURATION) / norm
        found = (
            sa.select(hits.c.position, score)
            .join(recall_statements, _s.position == hits.c.position)
            .where(_s.contact_id == contact_id)
            .group_by(hits.c.position, _s.length)
            .order_by(score.desc(), hits.c.position.desc())
            .limit(limit)
        )
        if before is not None or dialogue is not None:
            found = found.join(messages, messages.c.position == hits.c.position)
        if before is not None:
            found = found.where(messages.c.created_at < before)
        if dialogue is not None:
            found = found.where(messages.c.conversation_id == dialogue)
        return [(row[0], float(row[1])) for row in await run(found)]

    async def at(self, positions: Collection[int]) -> dict[int, Message]:
        """By position."""
        if not positions:
            return {}
        found = sa.select(messages.c.position, MessageRow).where(messages.c.position.in_(positions))
        return {row[0]: row[1] for row in await self._session.execute(found)}

    async def beside(self, places: Collection[tuple[str, int]]) -> dict[tuple[str, int], Message]:
        """By place."""
        if not places:
            return {}
        text = sa.text(_BESIDE["sqlite" if self._sqlite else "postgresql"])
        found = sa.select(MessageRow).from_statement(text.columns(*messages.c))
        given = {"places": orjson.dumps(list(places)).decode(), "kind": MessageKind.MESSAGE}
        there = await self._session.scalars(found, given)
        return {(one.conversation_id, one.seq): one for one in there}

    async def candidates(
        self, contact_id: str, words: dict[int, float], likeness: dict[int, float]
    ) -> list[Candidate]:
        """With the places they have in their dialogues."""
        wanted = sorted({*words, *likeness})
        if not wanted:
            return []
        # Whose they are is looked at here: SQLite would read all of the contact's to find these.
        found = (
            sa.select(_s.position, messages.c.conversation_id, messages.c.seq, _s.contact_id)
            .join(messages, messages.c.position == _s.position)
            .where(_s.position.in_(wanted))
        )
        return [
            Candidate(position, conversation, seq, words.get(position, 0.0), likeness.get(position))
            for position, conversation, seq, owner in await self._session.execute(found)
            if owner == contact_id
        ]

    async def awaiting(self, limit: int) -> list[tuple[int, Message]]:
        """Oldest first."""
        found = (
            sa.select(_s.position, MessageRow)
            .join(MessageRow, messages.c.position == _s.position)
            .where(sa.text("awaits_vector"))
            .order_by(_s.position)
            .limit(limit)
        )
        return [(row[0], row[1]) for row in await self._session.execute(found)]

    async def keep_vectors(self, vectors: dict[int, bytes]) -> None:
        """Under the contact whose statement it is by now."""
        run = self._session.execute
        held = sa.select(_s.position, _s.contact_id).where(
            _s.position.in_(list(vectors)), sa.text("awaits_vector")
        )
        owners = (await run(held.with_for_update())).all()
        if not owners:
            return
        rows = [
            {
                "position": position,
                "contact_id": contact_id,
                "signs": signs(vectors[position]),
                "vector": vectors[position],
            }
            for position, contact_id in owners
        ]
        await run(sa.insert(recall_vectors), rows)
        done = _s.position.in_([position for position, _ in owners])
        await run(sa.update(recall_statements).where(done).values(awaits_vector=False))

    async def signs(self, contact_id: str, limit: int) -> list[tuple[int, bytes]]:
        """Newest first."""
        found = (
            sa.select(_v.position, _v.signs)
            .where(_v.contact_id == contact_id)
            .order_by(_v.position.desc())
            .limit(limit)
        )
        return [(row[0], row[1]) for row in await self._session.execute(found)]

    async def vectors(self, contact_id: str, positions: Collection[int]) -> list[tuple[int, bytes]]:
        """Of these."""
        found = sa.select(_v.position, _v.vector, _v.contact_id).where(_v.position.in_(positions))
        rows = await self._session.execute(found)
        return [(position, vector) for position, vector, owner in rows if owner == contact_id]

    def _hits(self, weights: dict[str, float]) -> sa.CompoundSelect[Any]:
        """A row for each statement and word that it has."""
        parts = [
            self._having(key, at, weight).subquery()
            for at, (key, weight) in enumerate(weights.items())
        ]
        return sa.union_all(
            *(sa.select(part.c.position, part.c.word, part.c.weight) for part in parts)
        )

    def _having(self, key: str, at: int, weight: float) -> sa.Select[Any]:
        fixed = (
            sa.literal(at, sa.Integer()).label("word"),
            sa.literal(weight, sa.Float()).label("weight"),
        )
        if self._sqlite:
            found = sa.select(_fts.c.rowid.label("position"), *fixed).where(
                _fts.c.recall_words.match(key)
            )
            return found.order_by(_fts.c.rowid.desc()).limit(_MOST_OF_A_WORD)
        # Written as the index is, or PostgreSQL would not use it.
        query = sa.cast(sa.literal(key), postgresql.TSQUERY)
        found = sa.select(_s.position, *fixed).where(
            sa.func.recall_words_of(_s.words).op("@@")(query)
        )
        return found.order_by(_s.position.desc()).limit(_MOST_OF_A_WORD)


async def reassign(session: AsyncSession, conversation_ids: Collection[str], new: str) -> None:
    """Statements of these dialogues become those of contact `new`, under whose id their words are then found."""
    said = (
        await session.execute(
            sa.select(_s.position, messages.c.text)
            .join(messages, messages.c.position == _s.position)
            .where(messages.c.conversation_id.in_(conversation_ids), _s.contact_id != new)
        )
    ).all()
    if not said:
        return
    await session.execute(
        sa.delete(recall_statements).where(_s.position.in_([row[0] for row in said]))
    )
    found = [index(position, new, text) for position, text in said]
    await RecallRows(session).keep([one for one in found if one is not None])
