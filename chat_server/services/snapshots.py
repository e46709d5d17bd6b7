"""Conversations with what their views need, and the live events of a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chat_server.domain.attention import answer_by, reply_patience
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation, Status, Step
from chat_server.domain.errors import NotFound
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import (
    ConversationChanged,
    LiveEvent,
    MessageCreated,
    QueueChanged,
    QueueMoved,
    Snapshot,
)
from chat_server.domain.message import Message
from chat_server.domain.ownership import Owner, OwnerKind
from chat_server.domain.ports import Store, Transaction

from .queue_line import Place, in_turn, places


async def snapshot(tx: Transaction, conversation: Conversation) -> Snapshot:
    """Of one conversation."""
    return (await snapshots(tx, [conversation]))[0]


async def snapshots(
    tx: Transaction, conversations: Sequence[Conversation], *, with_places: bool = True
) -> list[Snapshot]:
    """Of several, in the order given; a place takes a look at all that wait."""
    unread = await tx.conversations.unread([conversation.id for conversation in conversations])
    lined_up: dict[str, Place] = {}
    staffed = False
    if with_places and any(_waits(conversation) for conversation in conversations):
        lined_up = await places(tx)
        staffed = await tx.agents.any_online()
    contacts = await tx.contacts.many({one.contact_id for one in conversations})
    inboxes = await tx.inboxes.many({one.inbox_id for one in conversations})
    made = []
    for conversation in conversations:
        contact = contacts.get(conversation.contact_id)
        inbox = inboxes.get(conversation.inbox_id)
        if contact is None or inbox is None:
            raise NotFound("There is no such conversation.")
        place = lined_up.get(conversation.id)
        view = replace(
            plain_snapshot(conversation, contact, inbox, unread.get(conversation.id, 0)),
            position=place.position if place else None,
            estimate=place.estimate if place else None,
            agents_online=staffed,
            team=await tx.teams.get(conversation.team_id) if conversation.team_id else None,
        )
        made.append(view)
    return made


def plain_snapshot(
    conversation: Conversation, contact: Contact, inbox: Inbox, unread: int
) -> Snapshot:
    """Of one that neither waits nor is a team's."""
    return Snapshot(
        conversation,
        contact,
        inbox.key,
        unread=unread,
        answer_by=answer_by(conversation, inbox),
        reply_patience=reply_patience(inbox),
    )


@dataclass(frozen=True)
class Changed:
    """A conversation, its owner before the change, and what the change added to it."""

    conversation: Conversation
    former: Owner
    step: Step


async def changes(
    tx: Transaction,
    conversation: Conversation,
    former: Owner,
    messages: Sequence[Message] = (),
    *,
    with_place: bool = False,
) -> list[LiveEvent]:
    """What everyone concerned must hear; call it once the change is flushed.

    `with_place` is for what one visitor does at a time while waiting; see below for the rest.
    """
    changed = Changed(conversation, former, Step(list(messages)))
    return await all_changes(tx, [changed], with_places=with_place)


async def all_changes(
    tx: Transaction, changed: Sequence[Changed], *, with_places: bool = False
) -> list[LiveEvent]:
    """Of several conversations that changed together."""
    # Places come with `QueueChanged`: hundreds may come at once when the bot is ill, and each
    # looking at all the others would keep all of them waiting.
    now = await snapshots(tx, [one.conversation for one in changed], with_places=with_places)
    events: list[LiveEvent] = []
    for one, view in zip(changed, now, strict=True):
        events += [MessageCreated(message, one.conversation) for message in one.step.messages]
        events.append(ConversationChanged(view, one.former))
    if any(OwnerKind.QUEUE in {one.former.kind, one.conversation.owner.kind} for one in changed):
        events.append(QueueMoved())
    return events


async def tell_of(store: Store, conversation_id: str) -> None:
    """That a dialogue changed in a commit before, by the journal, which asks for no views."""
    async with store.begin() as tx:
        conversation = await tx.conversations.get(conversation_id)
        if conversation is not None:
            tx.tell(*await changes(tx, conversation, conversation.owner))


class QueueBoard:
    """Shows those who wait to all whom it concerns."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def show(self) -> None:
        """As it is now."""
        async with self._store.read() as tx:
            tx.tell(await queue_changed(tx))


async def queue_changed(tx: Transaction) -> QueueChanged:
    """All that wait now, in the order of their turn."""
    waiting = await snapshots(tx, await in_turn(tx, await tx.conversations.waiting()))
    inbox_ids = tuple(inbox.id for inbox in await tx.inboxes.all())
    return QueueChanged(tuple(waiting), inbox_ids)


def _waits(conversation: Conversation) -> bool:
    return conversation.owner.kind is OwnerKind.QUEUE and conversation.status is Status.OPEN
