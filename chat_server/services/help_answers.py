"""What an answer says of the shop's help pages: the address of a passage, and what the log keeps."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain import log_lines
from chat_server.domain.bot_turn import Answer, Reply
from chat_server.domain.conversation import Conversation
from chat_server.domain.events import Event, EventType
from chat_server.domain.message import Content, Message
from chat_server.domain.ports import Transaction


def with_address(reply: Reply, site: str) -> Content:
    """The words of a passage end with where they stand."""
    if reply.help is None:
        return reply.content
    return {**reply.content, "text": f"{reply.content.get('text', '')}\n{site}{reply.help.path}"}


async def about_pages(
    tx: Transaction, conversation: Conversation, asked: Message, answer: Answer, now: datetime
) -> list[Event]:
    """That the page shown in an earlier turn was judged; that no page was found."""
    events = []
    if answer.judged_page is not None:
        shown = await _shown_in(tx, conversation, answer.judged_page.turn_id)
        if shown is not None:
            helpful = answer.judged_page.helpful
            judged = log_lines.help_judged(conversation, shown, asked.author, now, helpful=helpful)
            known = await tx.log.known([judged.id])
            events += [] if known else [judged]
    if answer.missed_page:
        events.append(log_lines.help_missed(conversation, asked, now))
    return events


async def _shown_in(tx: Transaction, conversation: Conversation, turn_id: str) -> Event | None:
    lines = await tx.log.of_conversations([conversation.id], [EventType.HELP_SHOWN])
    return next((line for line in lines if line.data.get("turn_id") == turn_id), None)
