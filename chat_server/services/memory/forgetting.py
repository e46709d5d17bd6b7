"""One fact goes, with all that it replaced, and is not heard again; or all that a consent covered."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from chat_server.domain.consent import DIALOGUE, Consent, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.erasure import Erasure, ErasureKind, subject_of
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
from chat_server.domain.live import ErasureBegun, FactsChanged
from chat_server.domain.ports import Slice, Transaction

from .findable import follow_consent
from .hearing import take_name

_ALL = Slice(limit=100_000)
_MOST_DIALOGUES = 1_000


async def forget(tx: Transaction, contact: Contact, fact: Fact, now: datetime) -> Erasure:
    """Deletes it and the values before it; what they were stays as a digest, so that no old message brings it back."""
    siblings = await tx.facts.of_kind(contact.id, fact.key)
    gone = [one for one in siblings if one.id == fact.id or _came_before(one, fact)]
    if fact.key == "email":
        for address in {one.value for one in gone}:
            await tx.outbox.forget_address(contact.id, address)
    for digest in {value_digest(one.key, one.value) for one in gone}:
        tx.add(Forgotten(new_id(), contact.id, fact.key, digest, now))
    await _delete(tx, contact, gone, now)
    return await _receipt(tx, contact, ErasureKind.FACT, gone, now)


async def withdraw(
    tx: Transaction, contact: Contact, purpose: Purpose, now: datetime
) -> Erasure | None:
    """Deletes what was kept for the purpose, in every state, and by which their words were found."""
    held = await tx.facts.history(contact.id, _ALL)
    gone = [fact for fact in held if _is_for(fact, purpose)]
    words = await follow_consent(tx, contact, before=True)
    if not gone and not words:
        return None
    if gone:
        await _delete(tx, contact, gone, now)
    return await _receipt(tx, contact, ErasureKind.CONSENT, gone, now, words)


async def grant(tx: Transaction, contact: Contact, answer: Consent, *, findable: bool) -> None:
    """What was kept for this dialogue only may stay; whether they were `findable` before."""
    await follow_consent(tx, contact, before=findable)
    for fact in await tx.facts.history(contact.id, _ALL):
        if fact.consent == DIALOGUE and _is_for(fact, answer.purpose):
            fact.consent = answer.id


async def end_with(tx: Transaction, conversation: Conversation, now: datetime) -> None:
    """When a dialogue is over, what was kept for it only goes."""
    if conversation.status is not Status.RESOLVED:
        return
    contact = await tx.contacts.get(conversation.contact_id)
    gone = await tx.facts.kept_for(conversation.id, DIALOGUE)
    if contact is not None and gone:
        await _delete(tx, contact, gone, now)
        await _receipt(tx, contact, ErasureKind.CONSENT, gone, now)


async def _delete(tx: Transaction, contact: Contact, gone: Collection[Fact], now: datetime) -> None:
    ids = {one.id for one in gone}
    for one in await tx.facts.superseded_by(contact.id, ids):
        if one.id not in ids:
            one.close(FactState.ENDED, FactReason.NEWER, one.ended_at or now)
    await tx.flush()
    await tx.facts.forget(ids)
    if any(one.key == "name" for one in gone) and not contact.identified:
        await take_name(tx, contact)
    tx.tell(FactsChanged(contact.id))


async def _receipt(
    tx: Transaction,
    contact: Contact,
    kind: ErasureKind,
    gone: Collection[Fact],
    now: datetime,
    words: Mapping[str, int] | None = None,
) -> Erasure:
    """The bot has them too, in what it keeps of the dialogues they were said in, or told it in."""
    dialogues = await dialogues_of(tx, contact.id)
    counts = {"facts": len(gone), **(words or {})}
    counts = {name: count for name, count in counts.items() if count}
    receipt = Erasure(new_id(), kind, subject_of(contact.id), now, counts, dialogues)
    tx.add(receipt)
    tx.tell(ErasureBegun())
    return receipt


async def dialogues_of(tx: Transaction, contact_id: str) -> list[str]:
    """In any of them the bot may have been told what was said in another; it is not asked about more at once."""
    return sorted(one.id for one in await tx.conversations.of_contact(contact_id, _MOST_DIALOGUES))


def _is_for(fact: Fact, purpose: Purpose) -> bool:
    kind = FACT_KINDS.get(fact.key)
    return kind is None or kind.purpose is purpose


def _came_before(one: Fact, fact: Fact) -> bool:
    kind = FACT_KINDS.get(fact.key)
    alike = kind is None or not kind.many or folded(one.value) == folded(fact.value)
    return alike and one.subject == fact.subject and one.observed_at <= fact.observed_at
