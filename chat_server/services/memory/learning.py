"""What lines of the log say is kept, under the writers' lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat_server.domain.conversation import Status
from chat_server.domain.ports import Clock, Transaction

from .asking_again import asked_again
from .hearing import Kept, keep_all
from .known import Heard, known_of


async def learn_lines(
    tx: Transaction, news: Sequence[Heard], clock: Clock, *, second: bool = False
) -> None:
    """Dialogues and people may be gone by now, or somebody else's.

    What is heard `second` is of kinds only of which nothing is held from the same message: the bot may have told what
    the rules did not hear.
    """
    conversations = await tx.conversations.lock_all({one.line.conversation_id for one in news})
    messages = await tx.messages.by_ids([one.line.message_id for one in news])
    there = [
        replace(one, line=replace(one.line, contact_id=conversation.contact_id))
        for one in news
        if (conversation := conversations.get(one.line.conversation_id)) is not None
        and one.line.message_id in messages
    ]
    if not there:
        return
    contacts = await tx.contacts.many({one.line.contact_id for one in there})
    known = await known_of(tx, there)
    kept: list[Kept] = []
    for each in there:
        line, now = each.line, clock()
        conversation, message = conversations[line.conversation_id], messages[line.message_id]
        one = each
        if second:
            running = conversation.status is not Status.RESOLVED
            one = known[line.contact_id].beyond(each, running=running)
            doubts = known[line.contact_id].doubt(one)
            known[line.contact_id].learn(doubts)
            contact = contacts[line.contact_id]
            kept.append(Kept(contact, doubts, message.author, now, conversation))
        if one.asks:
            asked = await asked_again(tx, conversation, message, now)
            noted = await tx.log.known([event.id for event in asked])
            await tx.record(event for event in asked if event.id not in noted)
        changes = known[line.contact_id].weigh(one, now)
        await known[line.contact_id].note(tx, one, changes, now)
        known[line.contact_id].learn(changes)
        contact = contacts[line.contact_id]
        kept.append(Kept(contact, changes, message.author, now, conversation))
    await keep_all(tx, kept)
