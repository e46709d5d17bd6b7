"""Conversations and transcripts."""

from __future__ import annotations

from chat_server.services.access import AgentCaller, Permission
from chat_server.wire.nouns import ConversationView, MessageView
from chat_server.wire.rest import PageOf, TranscriptRow
from chat_server.wire.views import Reader, conversation_view, message_view

from .call import Call
from .paging import cursor_of


def reader_of(caller: AgentCaller) -> Reader:
    """Whoever may not read contacts sees no personal data."""
    return Reader.AGENT if caller.can(Permission.READ_CONTACTS) else Reader.MARKETER


async def search(call: Call) -> PageOf[TranscriptRow]:
    """Dialogues by full text and filters, newest first."""
    reader = reader_of(call.agent)
    inbox_id = await call.services.inboxes.id_of(call.query.inbox)
    segment = await call.services.segments.belonging(call.agent, call.query.segment)
    found = await call.services.transcripts.search(
        call.agent,
        call.query.wanted(call.agent.agent_id, inbox_id, segment),
        call.query.piece(oldest_first=call.query.order == "oldest"),
    )
    rows = [
        _row(conversation_view(item.snapshot, reader), item.snippet, item.messages)
        for item in found.items
    ]
    cursor = cursor_of(found.last.at, found.last.id) if found.last else None
    return PageOf[TranscriptRow](items=rows, next=cursor)


async def one(call: Call) -> ConversationView:
    """One conversation."""
    snapshot = await call.services.lists.one(call.agent, call.path("id"))
    return conversation_view(snapshot, reader_of(call.agent))


async def messages(call: Call) -> PageOf[MessageView]:
    """Its messages after a seq; notes for agents only."""
    found = await call.services.agent_messages.resume(call.agent, call.path("id"), call.query.last)
    reader = reader_of(call.agent)
    views = [message_view(message, reader) for message in found.messages]
    return PageOf[MessageView](items=views, next=str(views[-1].seq) if found.more else None)


def _row(view: ConversationView, snippet: str | None, messages: int) -> TranscriptRow:
    fields = {name: getattr(view, name) for name in ConversationView.model_fields}
    return TranscriptRow(**fields, conversation=view, snippet=snippet, messages=messages)
