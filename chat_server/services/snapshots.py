"""Conversations with what their views need, and the live events of a change."""

from __future__ import annotations

from collections.abc import Sequence

from chat_server.domain.attention import answer_by
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.errors import NotFound
from chat_server.domain.live import (
    ConversationChanged,
    LiveEvent,
    MessageCreated,
    QueueChanged,
    Snapshot,
)
from chat_server.domain.message import Message
from chat_server.domain.ownership import Owner, OwnerKind
from chat_server.domain.ports import Store, Transaction

from .queue_line import Place, in_turn, places


async def snapshot(tx: Transaction, conversation: Conversation) -> Snapshot:
    """Of one conversation."""
    return (await snapshots(tx, [conversation]))[0]


async def snapshots(tx: Transaction, conversations: Sequence[Conversation]) -> list[Snapshot]:
    """Of several, in the order given."""
    unread = await tx.conversations.unread([conversation.id for conversation in conversations])
    lined_up: dict[str, Place] = {}
    staffed = False
    if any(_waits(conversation) for conversation in conversations):
        lined_up = await places(tx)
        staffed = await tx.agents.any_online()
    made = []
    for conversation in conversations:
        contact = await tx.contacts.get(conversation.contact_id)
        inbox = await tx.inboxes.get(conversation.inbox_id)
        if contact is None or inbox is None:
            raise NotFound("There is no such conversation.")
        place = lined_up.get(conversation.id)
        made.append(
            Snapshot(
                conversation,
                contact,
                inbox.key,
                place.position if place else None,
                unread.get(conversation.id, 0),
                staffed,
                estimate=place.estimate if place else None,
                team=await tx.teams.get(conversation.team_id) if conversation.team_id else None,
                answer_by=answer_by(conversation, inbox),
            )
        )
    return made


async def changes(
    tx: Transaction, conversation: Conversation, former: Owner, messages: Sequence[Message] = ()
) -> list[LiveEvent]:
    """What everyone concerned must hear; call it once the change is flushed."""
    events: list[LiveEvent] = [MessageCreated(message, conversation) for message in messages]
    events.append(ConversationChanged(await snapshot(tx, conversation), former))
    if OwnerKind.QUEUE in {former.kind, conversation.owner.kind}:
        events.append(await queue_changed(tx))
    return events


async def tell_of(store: Store, conversation_id: str) -> None:
    """That a dialogue changed in a commit before, by the journal, which asks for no views."""
    async with store.begin() as tx:
        conversation = await tx.conversations.get(conversation_id)
        if conversation is not None:
            tx.tell(*await changes(tx, conversation, conversation.owner))


async def queue_changed(tx: Transaction) -> QueueChanged:
    """All that wait now, in the order of their turn."""
    waiting = await snapshots(tx, await in_turn(tx, await tx.conversations.waiting()))
    inbox_ids = tuple(inbox.id for inbox in await tx.inboxes.all())
    return QueueChanged(tuple(waiting), inbox_ids)


def _waits(conversation: Conversation) -> bool:
    return conversation.owner.kind is OwnerKind.QUEUE and conversation.status is Status.OPEN
