"""The handoff card: what an agent reads before typing."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.domain.contact import Contact
from chat_server.domain.handoff_card import HandoffCard, Records, card_of
from chat_server.domain.ports import Clock, DialogueFilter, Slice, Store

from .access import AgentCaller, Permission, any_conversation, require
from .contacts import orders_of
from .memory import RememberedFact, allowed_facts, with_quotes

_MESSAGES = 200
_DIALOGUES = 10


@dataclass(frozen=True)
class Card:
    """With the words that the facts came from."""

    card: HandoffCard
    contact: Contact
    facts: list[RememberedFact]


class HandoffCards:
    """For accounts that answer: a card holds personal data and what colleagues noted."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def of(self, caller: AgentCaller, conversation_id: str) -> Card:
        """As of now; it changes with every message and every fact."""
        require(caller, Permission.READ_CONTACTS)
        require(caller, Permission.READ_NOTES)
        async with self._store.read() as tx:
            conversation = await any_conversation(tx, conversation_id)
            contact = await tx.contacts.get(conversation.contact_id)
            assert contact is not None  # noqa: S101 - a foreign key
            now = self._clock()
            facts = await allowed_facts(tx, contact.id, now)
            wanted = DialogueFilter(contact_id=contact.id)
            element = await tx.elements.get(conversation.element) if conversation.element else None
            campaign = (
                await tx.elements.campaign(conversation.campaign) if conversation.campaign else None
            )
            records = Records(
                conversation=conversation,
                messages=await tx.messages.newest(conversation.id, _MESSAGES, public=False),
                facts=facts,
                orders=await orders_of(tx, contact, facts),
                dialogues=await tx.log.response_events(wanted, Slice(limit=_DIALOGUES)),
                element=element,
                campaign=campaign,
            )
            card = card_of(records, now)
            return Card(card, contact, await with_quotes(tx, facts))
