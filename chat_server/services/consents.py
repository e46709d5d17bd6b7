"""Consent, export and erasure: the visitor's say over their data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.consent import Consent, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.contact_history import CallNote
from chat_server.domain.erasure import Erasure, ErasureKind, subject_of
from chat_server.domain.errors import NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.live import ErasureBegun, Snapshot
from chat_server.domain.message import Message
from chat_server.domain.ports import Clock, Slice, Store, Transaction

from .access import AgentCaller, Permission, VisitorCaller, contact_of, require
from .coupon_uses import HeldCoupon
from .coupons import coupons_of
from .memory import (
    RememberedFact,
    allowance_of,
    grant,
    is_findable,
    with_quotes,
    withdraw,
)
from .points import Account, account_of
from .snapshots import snapshots

_ALL = 100_000


@dataclass(frozen=True)
class Holdings:
    """All that is held about one contact."""

    contact: Contact
    consent: dict[str, bool]
    facts: list[RememberedFact]
    conversations: list[Snapshot]
    messages: list[Message]
    coupons: list[HeldCoupon]
    points: Account
    call_notes: list[CallNote]
    records: dict[str, list[dict[str, object]]]


class Consents:
    """What erasure still has to do outside of the database is in its receipt: see `erasures.py`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def set(
        self, caller: VisitorCaller, purpose: Purpose, *, granted: bool
    ) -> tuple[dict[str, bool], Erasure | None]:
        """Counts at once; what a withdrawn consent covered goes with it. The answers stay on record."""
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            await tx.contacts.lock(contact.id)
            before = await is_findable(tx, contact)
            answer = Consent(new_id(), contact.id, purpose, granted, self._clock())
            tx.add(answer)
            await tx.flush()
            receipt = None
            if granted:
                await grant(tx, contact, answer, findable=before)
            else:
                receipt = await withdraw(tx, contact, purpose, self._clock())
            return (await allowance_of(tx, contact)).consent, receipt

    async def export(self, caller: VisitorCaller) -> Holdings:
        """For the caller."""
        async with self._store.read() as tx:
            return await _holdings(tx, await contact_of(tx, caller))

    async def export_contact(self, caller: AgentCaller, contact_id: str) -> Holdings:
        """For whoever answers a request on paper."""
        require(caller, Permission.ERASE)
        async with self._store.read() as tx:
            contact = await tx.contacts.get(contact_id)
            if contact is None:
                raise NotFound("There is no such contact.")
            return await _holdings(tx, contact)

    async def forget_me(self, caller: VisitorCaller) -> Erasure:
        """Everything about the caller goes."""
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            return await erase_person(tx, contact.id, self._clock())

    async def erase_contact(self, caller: AgentCaller, contact_id: str) -> Erasure:
        """Everything about the contact goes."""
        require(caller, Permission.ERASE)
        async with self._store.begin() as tx:
            if await tx.contacts.get(contact_id) is None:
                raise NotFound("There is no such contact.")
            return await erase_person(tx, contact_id, self._clock())


async def erase_person(tx: Transaction, contact_id: str, now: datetime) -> Erasure:
    """All of a contact, with a receipt."""
    files = [one.id for one in await tx.files.of_contact(contact_id)]
    dialogues, counts = await tx.contacts.erase(contact_id)
    subject = subject_of(contact_id)
    receipt = Erasure(new_id(), ErasureKind.PERSON, subject, now, counts, dialogues, files)
    tx.add(receipt)
    tx.tell(ErasureBegun())
    return receipt


async def _holdings(tx: Transaction, contact: Contact) -> Holdings:
    conversations = await tx.conversations.of_contact(contact.id, _ALL)
    messages: list[Message] = []
    for conversation in conversations:
        messages += await tx.messages.after(conversation.id, 0, _ALL, public=True)
    return Holdings(
        contact=contact,
        consent=(await allowance_of(tx, contact)).consent,
        facts=await with_quotes(
            tx, await tx.facts.history(contact.id, Slice(limit=_ALL)), contact.locale
        ),
        conversations=await snapshots(tx, conversations),
        messages=messages,
        coupons=await coupons_of(tx, contact.id),
        points=await account_of(tx, contact.id),
        call_notes=await tx.contact_history.notes(contact.id),
        records=await tx.contacts.records(contact.id),
    )
