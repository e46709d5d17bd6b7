"""Which transaction wrote a row last, and the question whether that is still so."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from .bulk_postgres import Part

if TYPE_CHECKING:
    from .draft import Draft

# The lock comes first: a row that somebody else is changing is waited for, and then bears another mark.
_UNCHANGED = """
locked AS MATERIALIZED (
    SELECT c.id, c.xmin::text AS mark FROM conversations AS c
    WHERE c.id = ANY($1::text[]) ORDER BY c.id FOR UPDATE
),
condition AS MATERIALIZED (
    SELECT (
        SELECT count(*) FROM unnest($1::text[], $2::text[], $3::text[]) AS known(id, mark, fold)
        JOIN locked USING (id, mark)
        LEFT JOIN response_events AS r ON r.conversation_id = known.id
        WHERE r.xmin::text IS NOT DISTINCT FROM known.fold
    ) = cardinality($1::text[]) AND (
        SELECT count(*) FROM unnest($4::text[], $5::text[], $6::text[]) AS known(id, mark, person)
        JOIN visitors AS v ON v.id = known.id AND v.xmin::text = known.mark
        JOIN contacts AS p ON p.id = v.contact_id AND p.xmin::text = known.person
    ) = cardinality($4::text[]) AS holds
)"""
_WRAP = 2**32


class Marks:
    """Of dialogues with their folds, and of browsers with their people."""

    def __init__(self) -> None:
        self.dialogues: dict[str, tuple[str, str | None]] = {}
        self.browsers: dict[str, tuple[str, str]] = {}

    def unchanged(self, dialogues: Collection[str], browsers: Collection[str]) -> Part:
        """A condition for `together_if`."""
        heads = [(one, *self.dialogues[one]) for one in dialogues]
        people = [(one, *self.browsers[one]) for one in browsers]
        return Part(
            lambda _: _UNCHANGED,
            [[row[place] for row in rows] for rows in (heads, people) for place in range(3)],
        )

    def learn(self, other: Marks) -> None:
        """What was read."""
        self.dialogues.update(other.dialogues)
        self.browsers.update(other.browsers)

    def keep(self, draft: Draft, transaction: str) -> None:
        """What was written; a row's mark has half of the transaction's digits."""
        mark = str(int(transaction) % _WRAP)
        for conversation_id, (before, after) in draft.heads.items():
            if before is None:
                self.dialogues[conversation_id] = mark, mark if after.fold else None
                continue
            head, fold = self.dialogues[conversation_id]
            if vars(before.conversation) != vars(after.conversation):
                head = mark
            if before.fold and after.fold and vars(before.fold) != vars(after.fold):
                fold = mark
            self.dialogues[conversation_id] = head, fold
        for visitor_id in draft.browsers:
            self.browsers[visitor_id] = mark, self.browsers[visitor_id][1]

    def forget(self) -> None:
        """All of it."""
        self.dialogues.clear()
        self.browsers.clear()
