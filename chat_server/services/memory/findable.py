"""What can be found again of a contact is what they allow: it goes with a no, and comes back with a yes."""

from __future__ import annotations

from collections.abc import Iterable

from chat_server.domain.consent import Allowance, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Status
from chat_server.domain.message import Message
from chat_server.domain.ports import Transaction
from chat_server.domain.recall.said import index

from .allowance import allowance_of, allowances_of

# Made findable within one command; messages wait for its lock.
_NEWEST = 2_000


async def may_be_found(tx: Transaction, contact_ids: Iterable[str]) -> set[str]:
    """Those who allow it, and until the commit cannot say otherwise."""
    held = await tx.contacts.hold(contact_ids)
    allowances = await allowances_of(tx, {one.id: one.inbox_id for one in held.values()})
    return {one for one, allowance in allowances.items() if allowance.allows(Purpose.MEMORY)}


async def is_findable(tx: Transaction, contact: Contact | None) -> bool:
    """Whether they allow to be remembered, as of now."""
    return (await allowance_of(tx, contact)).allows(Purpose.MEMORY)


async def follow_consent(tx: Transaction, contact: Contact, *, before: bool) -> dict[str, int]:
    """After what they allow may have changed from `before`; the rows that went, by table."""
    allowance = await allowance_of(tx, contact)
    if not allowance.allows(Purpose.MEMORY):
        return await tx.recall.forget(contact.id)
    if not before:
        await _find_again(tx, contact, allowance)
    return {}


async def _find_again(tx: Transaction, contact: Contact, allowance: Allowance) -> None:
    """What they said while they allowed it; of dialogues that go on also what was said while a yes was awaited."""
    await tx.flush()
    said = await tx.recall.said_by(contact.id, _NEWEST)
    dialogues = await tx.conversations.by_ids(sorted({one.conversation_id for _, one in said}))
    running = {one.id for one in dialogues if one.status is not Status.RESOLVED}

    def may(message: Message) -> bool:
        then = allowance.as_of(message.created_at)
        return then.hears(Purpose.MEMORY, in_dialogue=message.conversation_id in running)

    found = [
        index(position, contact.id, message.text) for position, message in said if may(message)
    ]
    await tx.recall.keep([one for one in found if one is not None])
