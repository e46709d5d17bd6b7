"""Domain nouns as their readers see them. What a reader may not see is left out here, once."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any

from chat_server.domain.agent import Agent
from chat_server.domain.consent import DIALOGUE, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.erasure import Erasure
from chat_server.domain.facts.fact import Fact
from chat_server.domain.facts.kinds import FACT_KINDS, until_of
from chat_server.domain.facts.saying import label_of, say, why
from chat_server.domain.greeting import Greeting
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Author, AuthorKind, Message
from chat_server.domain.ownership import Owner

from .acks import FactsResult
from .base import dump, rfc3339
from .live import Presence
from .nouns import (
    AuthorView,
    ChoiceView,
    ContactView,
    ConversationView,
    FactView,
    GreetingView,
    HeadView,
    InboxView,
    MessageView,
    OwnerView,
    QueueView,
    ReceiptView,
    TeamName,
    UnderstoodView,
)


class Reader(Enum):
    """Whose eyes: the visitor's own, an agent's, or a marketer's, who sees no personal data."""

    VISITOR = "visitor"
    AGENT = "agent"
    MARKETER = "marketer"


def author_view(author: Author, reader: Reader) -> AuthorView:
    """Marketers know visitors by their pseudonym only."""
    name = author.name
    if reader is Reader.MARKETER and author.kind is AuthorKind.VISITOR:
        name = None
    return AuthorView(kind=author.kind.value, id=author.id, name=name)


def message_view(message: Message, reader: Reader) -> MessageView:
    """`prev_seq` is the one before it that this reader may see."""
    inside = reader is not Reader.VISITOR
    noted = reader is Reader.AGENT
    understood = message.understood if inside else None
    return MessageView(
        id=message.id,
        conversation_id=message.conversation_id,
        seq=message.seq,
        prev_seq=message.seq - 1 if noted else message.public_prev_seq,
        client_id=message.client_id,
        author=author_view(message.author, reader),
        kind=message.kind.value,
        content=message.content,
        created_at=message.created_at,
        used_facts=message.used_facts if inside else None,
        understood=UnderstoodView.model_validate(understood) if understood else None,
        revision=message.revision if inside else None,
    )


def message_created(message: Message) -> tuple[dict[str, object], dict[str, object]]:
    """The event as JSON values, for agents and for visitors, as `dump` would make it of its models at ten times the cost.

    Every message is told at least twice, and nothing else is told nearly as often.
    """
    author: dict[str, object] = {"kind": message.author.kind.value}
    if message.author.id is not None:
        author["id"] = message.author.id
    if message.author.name is not None:
        author["name"] = message.author.name
    outside: dict[str, object] = {
        "id": message.id,
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "prev_seq": message.public_prev_seq,
        "client_id": message.client_id,
        "author": author,
        "kind": message.kind.value,
        "content": message.content,
        "created_at": rfc3339(message.created_at),
    }
    inside = outside | {
        "prev_seq": message.seq - 1,
        "used_facts": message.used_facts,
        "revision": message.revision,
    }
    if message.understood:
        inside["understood"] = dump(UnderstoodView.model_validate(message.understood))
    return {"message": inside}, {"message": outside}


def owner_view(owner: Owner) -> OwnerView:
    """Alike for everyone: who answers is never a secret."""
    return OwnerView(
        kind=owner.kind.value, agent_id=owner.agent_id, name=owner.name, epoch=owner.epoch
    )


def contact_view(contact: Contact, reader: Reader) -> ContactView:
    """Marketers get the id and language."""
    if reader is Reader.MARKETER:
        return ContactView(id=contact.id, locale=contact.locale, identified=contact.identified)
    return ContactView(
        id=contact.id,
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        locale=contact.locale,
        identified=contact.identified,
    )


def conversation_view(snapshot: Snapshot, reader: Reader) -> ConversationView:
    """Visitors get what the widget shows; the rest is for accounts."""
    conversation = snapshot.conversation
    inside: dict[str, Any] = _inside(snapshot) if reader is not Reader.VISITOR else {}
    return ConversationView(
        id=conversation.id,
        inbox=snapshot.inbox_key,
        status=conversation.status.value,
        owner=owner_view(conversation.owner),
        last_seq=_last_seq(conversation, reader),
        contact=contact_view(snapshot.contact, reader),
        locale=conversation.locale,
        tags=conversation.tags if reader is not Reader.VISITOR else [],
        queue=_queue_view(snapshot),
        rating=conversation.rating,
        opened_at=conversation.opened_at,
        updated_at=conversation.updated_at,
        read_by_visitor=conversation.visitor_read_seq,
        read_by_agent=conversation.agent_read_seq,
        offline=conversation.offline_at is not None,
        reply_to=conversation.reply_to if reader is not Reader.MARKETER else None,
        **inside,
    )


def head_view(conversation: Conversation, reader: Reader) -> HeadView:
    """Where it ends for this reader."""
    return HeadView(
        conversation_id=conversation.id,
        last_seq=_last_seq(conversation, reader),
        epoch=conversation.owner.epoch,
        status=conversation.status.value,
        revision=conversation.revision if reader is not Reader.VISITOR else None,
    )


def _queue_view(snapshot: Snapshot) -> QueueView | None:
    if snapshot.position is None:
        return None
    estimate = snapshot.estimate
    return QueueView(
        position=snapshot.position,
        agents_online=snapshot.agents_online,
        eta_seconds=round(estimate.middle) if estimate else None,
        eta_low_seconds=math.floor(estimate.low) if estimate else None,
        eta_high_seconds=math.ceil(estimate.high) if estimate else None,
    )


def _last_seq(conversation: Conversation, reader: Reader) -> int:
    return conversation.last_seq if reader is Reader.AGENT else conversation.last_public_seq


def _inside(snapshot: Snapshot) -> dict[str, Any]:
    conversation, patience = snapshot.conversation, snapshot.reply_patience
    return {
        "last_text": conversation.last_text,
        "unread": snapshot.unread,
        "queued_at": conversation.queued_at,
        "snoozed_until": conversation.snoozed_until,
        "answer_by": snapshot.answer_by,
        "reply_seconds": int(patience.total_seconds()) if patience else None,
        "routed": conversation.routed or None,
        "team": TeamName.model_validate(snapshot.team) if snapshot.team else None,
        "handoff_reason": conversation.handoff_reason,
        "handoff_summary": conversation.handoff_summary,
        "page_url": conversation.page_url,
        "page_title": conversation.page_title,
        "referrer": conversation.referrer,
        "element": conversation.element,
        "campaign": conversation.campaign,
        "variant": conversation.variant,
    }


def receipt_view(receipt: Erasure) -> ReceiptView:
    """Without what the bot has yet to be told."""
    return ReceiptView(
        id=receipt.id,
        kind=receipt.kind.value,
        at=receipt.at,
        counts=receipt.counts,
        bot_told_at=receipt.bot_told_at,
        scrubbed_at=receipt.scrubbed_at,
    )


def fact_view(fact: Fact, quote: str | None, locale: str | None = None) -> FactView:
    """With the words it came from, said in the reader's language."""
    kind = FACT_KINDS.get(fact.key)
    return FactView(
        id=fact.id,
        key=fact.key,
        label=label_of(fact.key, locale),
        value=fact.value,
        source=fact.source.value,
        confidence=fact.confidence,
        state=fact.state.value,
        observed_at=fact.observed_at,
        quote=quote,
        conversation_id=fact.conversation_id,
        message_id=fact.message_id,
        start=fact.start,
        end=fact.end,
        subject=fact.subject,
        valid_from=fact.valid_from,
        valid_until=until_of(fact) if fact.ended_at is None else fact.valid_until,
        confirmed_at=fact.confirmed_at,
        ended_at=fact.ended_at,
        superseded_by=fact.superseded_by,
        reason=fact.reason.value if fact.reason else None,
        said=say(fact, locale),
        why=why(locale),
        dialogue_only=fact.consent == DIALOGUE,
        purpose=kind.purpose.value if kind else Purpose.MEMORY.value,
        sensitivity=kind.sensitivity.value if kind else "personal",
    )


def facts_result(
    items: Iterable[tuple[Fact, str | None, str | None]], consent: dict[str, bool]
) -> FactsResult:
    """Facts with their quotes and the reader's locale: what is known, and what is to be asked first."""
    views = [fact_view(*item) for item in items]
    return FactsResult(
        facts=[one for one in views if one.state == "current"],
        unconfirmed=[one for one in views if one.state == "unconfirmed"],
        consent=consent,
    )


def greeting_view(greeting: Greeting) -> GreetingView:
    """Without the facts behind it, which stay inside."""
    choices = [ChoiceView(label=label, payload=payload) for label, payload in greeting.choices]
    return GreetingView(text=greeting.text, choices=choices, shown=greeting.shown)


def presence_view(agent: Agent) -> Presence:
    """Availability as colleagues see it."""
    return Presence(agent_id=agent.id, name=agent.name, state=agent.availability.value)


def inbox_view(
    inbox: Inbox,
    *,
    bot_ready: bool,
    agents_online: bool,
    is_open: bool,
    opens_at: datetime | None,
    mail: bool,
    file_bytes: int,
) -> InboxView:
    """What a visitor is told about the website's inbox, and about who is there."""
    return InboxView(
        key=inbox.key,
        name=inbox.name,
        locale=inbox.locale,
        accent=inbox.accent,
        bot_name=inbox.bot_name,
        bot_ready=bot_ready,
        agents_online=agents_online,
        open=is_open,
        opens_at=opens_at,
        mail=mail,
        file_bytes=file_bytes,
    )
