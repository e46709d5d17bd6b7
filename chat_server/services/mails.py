"""Writes the e-mails of promised deliveries from what the dialogue holds now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from chat_server.domain.conversation import Conversation
from chat_server.domain.hours import known_zone
from chat_server.domain.inbox import Inbox
from chat_server.domain.mail import Letter, Mail, reply_mail, transcript_mail
from chat_server.domain.message import AuthorKind, Message, MessageKind
from chat_server.domain.outbox import Delivery, DeliveryKind
from chat_server.domain.ports import Transaction

from .offline import address_of

_MOST_REPLIES = 50
_MOST_LINES = 1_000
_THREAD = 5


@dataclass(frozen=True)
class Unwritten:
    """No mail is needed, or none is possible; `tell` says whether the agents must know."""

    why: str
    tell: bool = False


async def write(tx: Transaction, delivery: Delivery, domain: str | None) -> Mail | Unwritten:
    """The same words at every try; without a `domain` no mail can leave."""
    about = delivery.conversation_id
    conversation = await tx.conversations.lock(about) if about else None
    inbox = await tx.inboxes.get(conversation.inbox_id) if conversation else None
    if conversation is None or inbox is None:
        return Unwritten("the conversation is gone")
    match delivery.kind:
        case DeliveryKind.REPLY_MAIL:
            return await _reply(tx, delivery, conversation, inbox, domain)
        case DeliveryKind.TRANSCRIPT_MAIL:
            return await _transcript(tx, delivery, conversation, inbox, domain)
        case DeliveryKind.CAMPAIGN_MAIL | DeliveryKind.RISE_MAIL:
            return Unwritten("it is about no conversation")
        case _:
            assert_never(delivery.kind)


async def _reply(
    tx: Transaction,
    delivery: Delivery,
    conversation: Conversation,
    inbox: Inbox,
    domain: str | None,
) -> Mail | Unwritten:
    first = _number(delivery, "from_seq")
    said = await tx.messages.after(conversation.id, first - 1, _MOST_REPLIES, public=True)
    until = delivery.payload.get("until_seq")
    if not isinstance(until, int):
        until = said[-1].seq if said else first
        # What is said from here on goes into the next one.
        conversation.mail_from_seq = None
        delivery.payload = {**delivery.payload, "until_seq": until}
    replies = [m for m in said if m.seq <= until and m.author.kind is AuthorKind.AGENT]
    read = bool(replies) and conversation.visitor_read_seq >= replies[-1].seq
    if not replies or (read and conversation.offline_at is None):
        return Unwritten("read")
    delivery.recipient = delivery.recipient or await address_of(
        tx, conversation, delivery.created_at
    )
    if domain is None:
        return Unwritten("This hub has no mail server to send it by e-mail.", tell=not read)
    if delivery.recipient is None:
        return Unwritten("There is no e-mail address to send it to.", tell=not read)
    earlier = await tx.outbox.sent_before(conversation.id, _THREAD)
    letter = Letter(
        delivery_id=delivery.id,
        conversation_id=conversation.id,
        to=delivery.recipient,
        inbox=inbox,
        messages=replies,
        page_url=conversation.page_url,
        earlier=earlier,
    )
    return reply_mail(letter, domain)


async def _transcript(
    tx: Transaction,
    delivery: Delivery,
    conversation: Conversation,
    inbox: Inbox,
    domain: str | None,
) -> Mail | Unwritten:
    if domain is None or delivery.recipient is None:
        return Unwritten("This hub has no mail server.")
    until = _number(delivery, "until_seq")
    said = await tx.messages.after(conversation.id, 0, _MOST_LINES, public=True)
    lines: list[Message] = [
        message
        for message in said
        if message.seq <= until and message.kind is MessageKind.MESSAGE and message.text
    ]
    zone = known_zone(inbox.timezone)

    def local(moment: datetime) -> str:
        return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")

    letter = Letter(
        delivery_id=delivery.id,
        conversation_id=conversation.id,
        to=delivery.recipient,
        inbox=inbox,
        messages=lines,
        page_url=conversation.page_url,
    )
    return transcript_mail(letter, domain, local)


def _number(delivery: Delivery, name: str) -> int:
    value = delivery.payload.get(name)
    return value if isinstance(value, int) else 0
