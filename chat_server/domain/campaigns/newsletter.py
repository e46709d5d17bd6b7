"""A newsletter as it is written to one person, with the way out in every one."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass

from chat_server.domain.facts.words import language_of
from chat_server.domain.mail import Mail, message_id

from .plan import Wording

_LONGEST_SUBJECT = 200
_PARAGRAPH = "margin:0 0 12px;white-space:pre-wrap"
_SMALL = "margin:24px 0 0;color:#5c5c5c;font-size:13px"


@dataclass(frozen=True)
class Envelope:
    """What differs from one mail to the next; no `pixel` without consent to measurement."""

    mail_id: str
    to: str
    name: str | None
    locale: str | None
    link: str | None
    unsubscribe: str
    pixel: str | None = None


@dataclass(frozen=True)
class Sender:
    """Whose newsletter it is."""

    name: str
    locale: str
    reply_to: str | None
    domain: str


@dataclass(frozen=True)
class _Footer:
    why: str
    out: str


_FOOTERS = {
    "en": _Footer("You get this because you agreed to hear from {shop}.", "Unsubscribe"),
    "ru": _Footer(
        "Вы получили это письмо, потому что согласились на рассылку {shop}.", "Отписаться"
    ),
    "is": _Footer("Þú færð þetta bréf af því að þú þáðir fréttir frá {shop}.", "Afskrá mig"),
    "zh-TW": _Footer("您同意接收 {shop} 的消息，因此收到這封信。", "取消訂閱"),
    "th": _Footer("คุณได้รับอีเมลนี้เพราะยินยอมรับข่าวสารจาก {shop}", "ยกเลิกการรับข่าวสาร"),
}


def wording_for(
    newsletter: Mapping[str, Wording], locale: str | None, fallback: str
) -> tuple[str, Wording]:
    """In the contact's language; else in the shop's, else in the first it was written in."""
    theirs = (language_of(locale).tag,) if locale else ()
    for wanted in (*theirs, language_of(fallback).tag, "en"):
        if wanted in newsletter:
            return wanted, newsletter[wanted]
    return next(iter(newsletter.items()))


def newsletter_mail(newsletter: Mapping[str, Wording], to: Envelope, sender: Sender) -> Mail:
    """Plain and HTML alike; a mail program's own button unsubscribes with one click (RFC 8058)."""
    language, words = wording_for(newsletter, to.locale, sender.locale)
    footer = _FOOTERS.get(language, _FOOTERS["en"])
    why = footer.why.format(shop=sender.name)
    said = words.text.replace("{name}", to.name or "").strip()
    text = said.replace("{link}", to.link or "")
    return Mail(
        message_id=message_id(to.mail_id, sender.domain),
        to=to.to,
        sender_name=sender.name,
        subject=" ".join(words.subject.replace("{name}", to.name or "").split())[:_LONGEST_SUBJECT],
        text=f"{text}\n\n-- \n{why}\n{footer.out}: {to.unsubscribe}\n",
        html=_page(language, said, why, footer.out, to),
        reply_to=sender.reply_to,
        headers=(
            ("List-Unsubscribe", f"<{to.unsubscribe}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("Precedence", "bulk"),
        ),
    )


def _page(language: str, said: str, why: str, out: str, to: Envelope) -> str:
    link = _anchor(to.link, to.link) if to.link else ""
    paragraphs = "".join(
        f'<p style="{_PARAGRAPH}">{html.escape(part.strip()).replace("{link}", link)}</p>'
        for part in said.split("\n\n")
        if part.strip()
    )
    foot = f'<p style="{_SMALL}">{html.escape(why)}<br>{_anchor(to.unsubscribe, out)}</p>'
    pixel = f'<img src="{html.escape(to.pixel)}" width="1" height="1" alt="">' if to.pixel else ""
    return f'<!doctype html><html lang="{language}"><body>{paragraphs}{foot}{pixel}</body></html>'


def _anchor(address: str, shown: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(shown)}</a>'
