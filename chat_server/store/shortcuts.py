"""SQLite has one writer at a time, and messages wait for it: jobs make ready what they write, and ask for one step.

It is done by the journal's own connection, in its thread. So the journal need not read anew what it remembers, as it
does after everyone else's commit; nothing of that is written here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from chat_server.domain.recall.vectors import signs

from . import at_once
from .facts import SAID_AGAIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from chat_server.domain.ports import Findable, Progress

    from .journal_sqlite import SqliteLedger, Step

_MAKE_FINDABLE = (
    "INSERT INTO recall_statements (position, contact_id, words, length, awaits_vector)"
    " SELECT one.value ->> 'position', one.value ->> 'contact_id', one.value ->> 'words',"
    " one.value ->> 'length', one.value ->> 'awaits_vector' FROM json_each(?) AS one"
    " JOIN conversations AS c ON c.id = one.value ->> 'conversation_id'"
    " AND c.contact_id = one.value ->> 'contact_id'"
    " WHERE one.value ->> 'answers'"
    " = (SELECT count(*) FROM consents WHERE consents.contact_id = c.contact_id)"
)
_KEEP_VECTORS = (
    "INSERT INTO recall_vectors (position, contact_id, signs, vector)"
    " SELECT v.column1, s.contact_id, v.column2, v.column3 FROM (VALUES {}) AS v"
    " JOIN recall_statements AS s ON s.position = v.column1 AND s.awaits_vector"
)
_UNDERSTOOD = "UPDATE recall_statements SET awaits_vector = 0 WHERE position IN ({})"
_READ_UNTIL = "UPDATE recall_progress SET position = ? WHERE position = ?"
_HEARD_UNTIL = "UPDATE hearing_progress SET position = ? WHERE position = ?"
_MARKED_UNTIL = "UPDATE marking_progress SET position = ? WHERE position = ?"


class SqliteShortcuts:
    """See `domain.ports.Shortcuts`."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger

    async def make_findable(self, said: Sequence[Findable], progress: Progress) -> bool:
        steps: list[Step] = [(_READ_UNTIL, [progress.until, progress.since], 1)]
        if said:
            rows = [
                {
                    "position": one.words.position,
                    "contact_id": one.words.contact_id,
                    "words": one.words.words,
                    "length": one.words.length,
                    "awaits_vector": one.words.awaits_vector,
                    "conversation_id": one.conversation_id,
                    "answers": one.answers,
                }
                for one in said
            ]
            steps.append((_MAKE_FINDABLE, [orjson.dumps(rows).decode()], len(rows)))
        return await self._ledger.perform(steps)

    async def keep_vectors(self, vectors: Mapping[int, bytes]) -> bool:
        many = len(vectors)
        values: list[object] = []
        for position, vector in vectors.items():
            values += position, signs(vector), vector
        return await self._ledger.perform(
            [
                (_KEEP_VECTORS.format(", ".join(["(?, ?, ?)"] * many)), values, many),
                (_UNDERSTOOD.format(", ".join("?" * many)), list(vectors), many),
            ]
        )

    async def say_again(self, moments: Mapping[str, datetime], progress: Progress | None) -> bool:
        steps: list[Step] = []
        if moments:
            said = [{"id": one, "at": at_once.moment(at)} for one, at in moments.items()]
            given = {"rows": orjson.dumps(said).decode()}
            steps.append((SAID_AGAIN["sqlite"].text, given, len(said)))
        if progress is not None:
            steps.append((_HEARD_UNTIL, [progress.until, progress.since], 1))
        return await self._ledger.perform(steps)

    async def mark_until(self, progress: Progress) -> bool:
        return await self._ledger.perform([(_MARKED_UNTIL, [progress.until, progress.since], 1)])
