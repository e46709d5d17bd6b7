"""What those hear who ask for a person or wait for one, and where they can be answered."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.absence import NobodyThere
from chat_server.domain.conversation import Conversation, Status, Step
from chat_server.domain.handoff import Handoff
from chat_server.domain.hours import wall_time
from chat_server.domain.inbox import Inbox
from chat_server.domain.message import Author
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Transaction

from .memory import usable_facts


async def hand_over(
    tx: Transaction,
    conversation: Conversation,
    handoff: Handoff,
    by: Author,
    *,
    now: datetime,
    staffed: bool,
    mail: bool,
) -> Step:
    """To the queue, with one word about it: that somebody comes, or that nobody is there now.

    `staffed` says whether anybody is online, `mail` whether this hub can send e-mails: what it cannot
    do it does not promise.
    """
    absence = await _absence(tx, conversation, now, staffed=staffed, mail=mail)
    return conversation.hand_off(handoff, by, now, absence)


async def tell_if_nobody_is_there(
    tx: Transaction, conversation: Conversation, now: datetime, *, staffed: bool, mail: bool
) -> Step:
    """Once for each time that people close or leave while somebody waits; they stay queued."""
    waits = conversation.owner.kind is OwnerKind.QUEUE and conversation.status is Status.OPEN
    if not waits or conversation.offline_at is not None:
        return Step()
    absence = await _absence(tx, conversation, now, staffed=staffed, mail=mail)
    if absence is None:
        return Step()
    conversation.offline_at = now
    if await tx.messages.by_client_id(
        conversation.id, "system", conversation.announcement_id("offline")
    ):
        return Step()
    return conversation.announce("offline", absence.text, now, **absence.told)


async def _absence(
    tx: Transaction, conversation: Conversation, now: datetime, *, staffed: bool, mail: bool
) -> NobodyThere | None:
    inbox = await tx.inboxes.get(conversation.inbox_id)
    if inbox is None:
        return None
    is_open = inbox.is_open(now)
    if is_open and staffed:
        return None
    address = await address_of(tx, conversation, now) if mail else None
    opens = None if is_open else inbox.opens_at(now)
    extra: dict[str, object] = {
        "reason": "nobody_online" if is_open else "closed",
        "opens_at": opens.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        if opens
        else None,
        "note": inbox.offline_message,
        "asks_email": mail and address is None,
    }
    words = _words(inbox, now, opens, is_open=is_open, mail=mail, address=address)
    return NobodyThere(words, {key: value for key, value in extra.items() if value is not None})


async def address_of(tx: Transaction, conversation: Conversation, now: datetime) -> str | None:
    """Where the visitor may be answered: as said in this dialogue, as the shop knows it, as remembered."""
    if conversation.reply_to:
        return conversation.reply_to
    contact = await tx.contacts.get(conversation.contact_id)
    if contact is not None and contact.email:
        return contact.email
    facts = await usable_facts(tx, conversation.contact_id, now, conversation.id)
    return next((fact.value for fact in facts if fact.key == "email"), None)


def _words(
    inbox: Inbox,
    now: datetime,
    opens: datetime | None,
    *,
    is_open: bool,
    mail: bool,
    address: str | None,
) -> str:
    if is_open:
        when = "Nobody is here right now."
    elif opens is None:
        when = "We are closed."
    else:
        when = f"We are closed until {wall_time(opens, inbox.timezone, now)}."
    if not mail:
        how = "What you write is kept and will be answered here."
    elif address is None:
        how = "Leave your e-mail and we will answer there."
    else:
        how = f"We will answer here and by e-mail to {address}."
    return " ".join(part for part in (when, inbox.offline_message, how) if part)
