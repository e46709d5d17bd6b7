"""Who may see which live event, and how it looks to them: one exhaustive table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from chat_server.domain.conversation import Conversation
from chat_server.domain.live import (
    ConversationAssigned,
    ConversationChanged,
    DeliveryPromised,
    ErasureBegun,
    FactsChanged,
    LiveEvent,
    MessageCreated,
    MessagesRead,
    MessageUnderstood,
    PresenceChanged,
    QueueChanged,
    QueueMoved,
    SessionEnded,
    Snapshot,
    TypingChanged,
    VisitorsParted,
)
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import Owner, OwnerKind
from chat_server.wire import live as wire
from chat_server.wire.base import Outbound
from chat_server.wire.views import (
    Reader,
    author_view,
    conversation_view,
    message_created,
    presence_view,
)

from . import rooms
from .rooms import Surface
from .uttered import uttered


class Delivery(NamedTuple):
    """One emit: `payload` to every socket in any of `rooms`, once each."""

    surface: Surface
    rooms: tuple[str, ...]
    event: str
    payload: Outbound | dict[str, object]


def deliveries(event: LiveEvent, site: str) -> Iterator[Delivery]:  # noqa: C901 - one case a kind, none left out
    """Every emit that tells of `event`; `site` is the hub's own address."""
    match event:
        case MessageCreated():
            yield from _message_created(event, site)
        case MessageUnderstood(message, conversation):
            inside, _ = message_created(message)
            yield _to_watchers(conversation, inside)
        case ConversationChanged():
            yield from _conversation_changed(event)
        case QueueChanged():
            yield from _queue_changed(event)
        case ConversationAssigned():
            yield from _assigned(event)
        case TypingChanged():
            yield from _typing(event)
        case MessagesRead():
            yield from _read(event)
        case FactsChanged():
            yield from _facts_changed(event)
        case PresenceChanged(agent):
            yield Delivery(Surface.AGENT, (rooms.STAFF,), "presence", presence_view(agent))
        case SessionEnded() | VisitorsParted():
            return
        case QueueMoved() | DeliveryPromised() | ErasureBegun():
            return
        case _:
            assert_never(event)


def _message_created(event: MessageCreated, site: str) -> Iterator[Delivery]:
    message, conversation = event.message, event.conversation
    inside, outside = message_created(message)
    yield _to_watchers(conversation, inside)
    if not message.public:
        return
    yield Delivery(
        Surface.VISITOR, (rooms.contact(conversation.contact_id),), "message_created", outside
    )
    if message.author.kind is not AuthorKind.VISITOR:
        room = rooms.visitor(conversation.visitor_id)
        yield Delivery(Surface.RASA, (room,), "bot_uttered", uttered(message, site))


def _conversation_changed(event: ConversationChanged) -> Iterator[Delivery]:
    snapshot = event.snapshot
    conversation = snapshot.conversation
    inside = wire.ConversationUpdated(conversation=conversation_view(snapshot, Reader.AGENT))
    watchers = _watchers(conversation, event.former)
    yield Delivery(Surface.AGENT, watchers, "conversation_updated", inside)
    yield _to_visitor(snapshot)


def _queue_changed(event: QueueChanged) -> Iterator[Delivery]:
    for inbox in (rooms.ANY_INBOX, *event.inbox_ids):
        views = [
            conversation_view(snapshot, Reader.AGENT)
            for snapshot in event.waiting
            if inbox in {rooms.ANY_INBOX, snapshot.conversation.inbox_id}
        ]
        payload = wire.QueueChanged(conversations=views)
        yield Delivery(Surface.AGENT, (rooms.view("queue", inbox),), "queue_changed", payload)
    for snapshot in event.waiting:
        yield _to_visitor(snapshot)


def _assigned(event: ConversationAssigned) -> Iterator[Delivery]:
    agent_id = event.snapshot.conversation.owner.agent_id
    if agent_id is None:
        return
    view = conversation_view(event.snapshot, Reader.AGENT)
    payload = wire.ConversationAssigned(conversation=view, reason=event.reason)
    yield Delivery(Surface.AGENT, (rooms.agent(agent_id),), "conversation_assigned", payload)


def _facts_changed(event: FactsChanged) -> Iterator[Delivery]:
    room = rooms.contact(event.contact_id)
    yield Delivery(Surface.VISITOR, (room,), "facts_changed", wire.FactsChanged())
    inside = wire.FactsChanged(contact_id=event.contact_id)
    yield Delivery(Surface.AGENT, (rooms.STAFF,), "facts_changed", inside)


def _typing(event: TypingChanged) -> Iterator[Delivery]:
    conversation, author = event.conversation, event.author
    watchers = (rooms.conversation(conversation.id), *_owner_rooms(conversation.owner))
    payload = wire.TypingChanged(
        conversation_id=conversation.id, author=author_view(author, Reader.AGENT), on=event.on
    )
    yield Delivery(Surface.AGENT, watchers, "typing", payload)
    if author.kind is not AuthorKind.VISITOR:
        room = rooms.contact(conversation.contact_id)
        yield Delivery(Surface.VISITOR, (room,), "typing", payload)
    elif event.preview is not None:
        preview = wire.VisitorTypingPreview(conversation_id=conversation.id, text=event.preview)
        yield Delivery(Surface.AGENT, watchers, "visitor_typing_preview", preview)


def _read(event: MessagesRead) -> Iterator[Delivery]:
    conversation = event.conversation
    payload = wire.MessagesRead(conversation_id=conversation.id, seq=event.seq, by=event.by)
    yield Delivery(Surface.AGENT, _watchers(conversation), "messages_read", payload)
    room = rooms.contact(conversation.contact_id)
    yield Delivery(Surface.VISITOR, (room,), "messages_read", payload)


def _watchers(conversation: Conversation, former: Owner | None = None) -> tuple[str, ...]:
    """Whoever has it open, owns it or owned it, or watches a list that it is on."""
    inbox_id, owner = conversation.inbox_id, conversation.owner
    found = [
        rooms.conversation(conversation.id),
        rooms.view("all"),
        rooms.view("all", inbox_id),
        *_owner_rooms(owner),
    ]
    if former is not None and former.agent_id != owner.agent_id:
        found += _owner_rooms(former)
    if OwnerKind.QUEUE in (owner.kind, former.kind if former else None):
        found += (rooms.view("queue"), rooms.view("queue", inbox_id))
    return tuple(found)


def _owner_rooms(owner: Owner) -> tuple[str, ...]:
    return (rooms.agent(owner.agent_id),) if owner.agent_id else ()


def _to_watchers(conversation: Conversation, inside: dict[str, object]) -> Delivery:
    return Delivery(Surface.AGENT, _watchers(conversation), "message_created", inside)


def _to_visitor(snapshot: Snapshot) -> Delivery:
    outside = wire.ConversationUpdated(conversation=conversation_view(snapshot, Reader.VISITOR))
    room = rooms.contact(snapshot.conversation.contact_id)
    return Delivery(Surface.VISITOR, (room,), "conversation_updated", outside)
