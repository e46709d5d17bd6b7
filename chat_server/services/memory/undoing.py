"""Notes what those who were taken for one do to each other's facts, as long as it can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from chat_server.domain import parting
from chat_server.domain.facts.changes import Changes, Origin
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ports import Transaction


async def note_touches(
    tx: Transaction, changes: Changes, origin: Origin, statements: Sequence[Statement] = ()
) -> None:
    """Before the changes are applied; most contacts are one person, and cost one look at an index."""
    ends = [one for one in statements if one.value is None or one.ended]
    if not (changes.restated or changes.confirmed or changes.closings or ends):
        return
    # What was noted in this transaction is read again.
    await tx.flush()
    for merge in await tx.merges.to_undo(origin.contact_id):
        if ends:
            found = [await tx.facts.get(fact_id) for fact_id in parting.gave_way(merge)]
            parting.note_end(merge, [fact for fact in found if fact is not None], ends, origin)
        parting.note(merge, changes, origin)
