"""One fact goes, with all that it replaced, and is not heard again."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.contact import Contact
from chat_server.domain.facts.fact import (
    Fact,
    FactReason,
    FactState,
    Forgotten,
    folded,
    value_digest,
)
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.ids import new_id
from chat_server.domain.live import FactsChanged
from chat_server.domain.ports import Transaction

from .hearing import take_name


async def forget(tx: Transaction, contact: Contact, fact: Fact, now: datetime) -> None:
    """Deletes it and the values before it; what they were stays as a digest, so that no old message brings it back."""
    siblings = await tx.facts.of_kind(contact.id, fact.key)
    gone = [one for one in siblings if one.id == fact.id or _came_before(one, fact)]
    ids = {one.id for one in gone}
    for one in await tx.facts.superseded_by(contact.id, ids):
        if one.id not in ids:
            one.close(FactState.ENDED, FactReason.NEWER, one.ended_at or now)
    if fact.key == "email":
        for address in {one.value for one in gone}:
            await tx.outbox.forget_address(contact.id, address)
    for digest in {value_digest(one.key, one.value) for one in gone}:
        tx.add(Forgotten(new_id(), contact.id, fact.key, digest, now))
    await tx.flush()
    await tx.facts.forget(ids)
    if fact.key == "name" and not contact.identified:
        await take_name(tx, contact)
    tx.tell(FactsChanged(contact.id))


def _came_before(one: Fact, fact: Fact) -> bool:
    kind = FACT_KINDS.get(fact.key)
    alike = kind is None or not kind.many or folded(one.value) == folded(fact.value)
    return alike and one.subject == fact.subject and one.observed_at <= fact.observed_at
