"""What a contact allows, as of now."""

from __future__ import annotations

from collections.abc import Mapping

from chat_server.domain.consent import DEFAULT_RULES, DIALOGUE, Allowance
from chat_server.domain.contact import Contact
from chat_server.domain.facts.fact import Fact
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.ports import Transaction


async def allowance_of(tx: Transaction, contact: Contact | None) -> Allowance:
    """By their answers and the rules of their inbox."""
    if contact is None:
        return Allowance()
    inbox = await tx.inboxes.get(contact.inbox_id)
    rules = {**DEFAULT_RULES, **inbox.consent} if inbox else DEFAULT_RULES
    return Allowance(await tx.contacts.consents(contact.id), rules)


async def allowances_of(tx: Transaction, inboxes: Mapping[str, str]) -> dict[str, Allowance]:
    """Of many, in two looks; `inboxes` says whose inbox is which."""
    found = await tx.inboxes.many(set(inboxes.values()))
    rules = {one.id: {**DEFAULT_RULES, **one.consent} for one in found.values()}
    answers = await tx.contacts.consents_of(list(inboxes))
    return {
        contact_id: Allowance(answers.get(contact_id, ()), rules.get(inbox_id, DEFAULT_RULES))
        for contact_id, inbox_id in inboxes.items()
    }


def is_allowed(fact: Fact, allowance: Allowance) -> bool:
    """Whether it may be used. While a yes is awaited, what is kept for a dialogue may: it goes when that ends."""
    kind = FACT_KINDS.get(fact.key)
    if kind is None:
        return False
    awaited = fact.consent == DIALOGUE and allowance.awaits(kind.purpose)
    return awaited or allowance.allows(kind.purpose)
