"""Consent, export and erasure: the visitor's say over their data."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from chat_server.domain.consent import Consent, Purpose, current_consent
from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Message
from chat_server.domain.ports import Bot, BotError, Clock, Slice, Store, Transaction

from .access import AgentCaller, Permission, VisitorCaller, contact_of, require
from .memory import RememberedFact, with_quotes
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


class Consents:
    """Erasure tells the bot too; what the bot keeps is only a copy of the transcript."""

    def __init__(self, store: Store, clock: Clock, bot: Bot) -> None:
        self._store = store
        self._clock = clock
        self._bot = bot

    async def set(
        self, caller: VisitorCaller, purpose: Purpose, *, granted: bool
    ) -> dict[str, bool]:
        """Counts from now on; the answers before stay on record."""
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            tx.add(Consent(new_id(), contact.id, purpose, granted, self._clock()))
            await tx.flush()
            return current_consent(await tx.contacts.consents(contact.id))

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

    async def forget_me(self, caller: VisitorCaller) -> None:
        """Everything about the caller goes."""
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            conversations = await tx.contacts.erase(contact.id)
        await self._tell_bot(conversations)

    async def erase_contact(self, caller: AgentCaller, contact_id: str) -> None:
        """Everything about the contact goes."""
        require(caller, Permission.ERASE)
        async with self._store.begin() as tx:
            if await tx.contacts.get(contact_id) is None:
                raise NotFound("There is no such contact.")
            conversations = await tx.contacts.erase(contact_id)
        await self._tell_bot(conversations)

    async def _tell_bot(self, conversation_ids: list[str]) -> None:
        # The bot's sweeper drops trackers of conversations that ended, so being away is no leak for long.
        with contextlib.suppress(BotError):
            await self._bot.forget(conversation_ids)


async def _holdings(tx: Transaction, contact: Contact) -> Holdings:
    conversations = await tx.conversations.of_contact(contact.id, _ALL)
    messages: list[Message] = []
    for conversation in conversations:
        messages += await tx.messages.after(conversation.id, 0, _ALL, public=True)
    return Holdings(
        contact=contact,
        consent=current_consent(await tx.contacts.consents(contact.id)),
        facts=await with_quotes(
            tx, await tx.facts.history(contact.id, Slice(limit=_ALL)), contact.locale
        ),
        conversations=await snapshots(tx, conversations),
        messages=messages,
    )
