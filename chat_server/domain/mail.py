"""E-mails as they are written, before any server is asked to carry them."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .inbox import origin_of
from .message import AuthorKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from .inbox import Inbox
    from .message import Message

_LONGEST_SUBJECT = 120
_PARAGRAPH = "margin:0 0 12px;white-space:pre-wrap"


@dataclass(frozen=True)
class Mail:
    """`message_id` is the same at every try; `references` are what it answers, oldest first; `headers` are more of them."""

    message_id: str
    to: str
    sender_name: str
    subject: str
    text: str
    html: str
    reply_to: str | None = None
    references: tuple[str, ...] = field(default_factory=tuple)
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Letter:
    """What a mail about a conversation is written from."""

    delivery_id: str
    conversation_id: str
    to: str
    inbox: Inbox
    messages: Sequence[Message]
    page_url: str | None = None
    earlier: Sequence[str] = ()


def reply_mail(letter: Letter, domain: str) -> Mail:
    """What people answered, as they wrote it."""
    name = letter.inbox.name
    said = [message.text for message in letter.messages if message.text]
    people = list(dict.fromkeys(m.author.name for m in letter.messages if m.author.name))
    signed = ", ".join([*people, name])
    return _mail(letter, domain, f"Your conversation with {name}", [*said, signed])


def transcript_mail(letter: Letter, domain: str, local: Callable[[datetime], str]) -> Mail:
    """The whole dialogue, for whoever asked for it; `local` writes times by the inbox's clock."""
    lines = [
        f"{_speaker(message, letter.inbox)}, {local(message.created_at)}:\n{message.text}"
        for message in letter.messages
        if message.text
    ]
    subject = f"Transcript of your conversation with {letter.inbox.name}"
    return _mail(letter, domain, subject, lines)


def message_id(delivery_id: str, domain: str) -> str:
    """The same for every try, so that a mail which arrives twice is known to be one."""
    return f"<{delivery_id}@{domain}>"


def safe_link(page_url: str | None, inbox: Inbox) -> str | None:
    """Back to the page only if it is on the inbox's own website: visitors say where they are."""
    origin = origin_of(page_url) if page_url else None
    sites = [site for site in inbox.allowed_origins if site != "*"]
    if page_url and origin and origin in sites:
        return page_url
    return sites[0] if sites else None


def _mail(letter: Letter, domain: str, subject: str, paragraphs: Sequence[str]) -> Mail:
    link = safe_link(letter.page_url, letter.inbox)
    text = "\n\n".join(paragraphs)
    body = "".join(f'<p style="{_PARAGRAPH}">{html.escape(part)}</p>' for part in paragraphs)
    if link:
        text += f"\n\nGo on with this conversation: {link}"
        shown = html.escape(link, quote=True)
        body += f'<p><a href="{shown}">Go on with this conversation</a></p>'
    thread = [letter.conversation_id, *letter.earlier]
    return Mail(
        message_id=message_id(letter.delivery_id, domain),
        to=letter.to,
        sender_name=letter.inbox.name,
        subject=" ".join(subject.split())[:_LONGEST_SUBJECT],
        text=text + "\n",
        html=f"<!doctype html><html><body>{body}</body></html>",
        reply_to=letter.inbox.reply_email,
        references=tuple(message_id(part, domain) for part in thread),
    )


def _speaker(message: Message, inbox: Inbox) -> str:
    if message.author.kind is AuthorKind.SYSTEM:
        return inbox.name
    return message.author.name or ("You" if message.author.kind is AuthorKind.VISITOR else "Bot")
