"""E-mails as they are written."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any

import pytest

from chat_server.domain.inbox import Inbox
from chat_server.domain.mail import Letter, message_id, reply_mail, safe_link, transcript_mail
from chat_server.domain.message import Author, AuthorKind, Message, MessageKind

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHOP = "https://shop.test"
ANNA = Author(AuthorKind.AGENT, "anna", "Anna")
VISITOR = Author(AuthorKind.VISITOR, "v1")
BOT = Author(AuthorKind.BOT, None, "Sóley")


def inbox(**changed: Any) -> Inbox:
    given: dict[str, Any] = {"allowed_origins": [SHOP], "reply_email": "help@shop.test", **changed}
    return Inbox("i1", "hraun", "Hraun", "en", "UTC", "Hello!", "#234", "Sóley", **given)


def said(text: str, author: Author = ANNA) -> Message:
    content: dict[str, object] = {"type": "text", "text": text}
    return Message(
        *("m1", "c1", 1, 0, "x", author, author.sender, MessageKind.MESSAGE, content, text, NOW)
    )


def letter(*messages: Message, **changed: Any) -> Letter:
    given: dict[str, Any] = {"inbox": inbox(), "page_url": f"{SHOP}/coat?size=M&colour=red"}
    return Letter("d1", "c1", "guest@guest.test", messages=messages, **{**given, **changed})


def test_a_reply_says_what_was_said_who_said_it_and_where_it_goes_on() -> None:
    mail = reply_mail(letter(said("It left today."), said("Anything else?")), "hub.test")
    assert mail.to == "guest@guest.test"
    assert mail.subject == "Your conversation with Hraun"
    assert mail.text == (
        "It left today.\n\nAnything else?\n\nAnna, Hraun\n\n"
        f"Go on with this conversation: {SHOP}/coat?size=M&colour=red\n"
    )
    assert mail.reply_to == "help@shop.test"


def test_its_id_is_the_deliverys_and_it_answers_the_conversation() -> None:
    first = reply_mail(letter(said("One")), "hub.test")
    second = reply_mail(letter(said("Two"), earlier=["d0"]), "hub.test")
    assert first.message_id == second.message_id == message_id("d1", "hub.test") == "<d1@hub.test>"
    assert first.references == ("<c1@hub.test>",)
    assert second.references == ("<c1@hub.test>", "<d0@hub.test>")


def test_nothing_that_people_write_becomes_markup() -> None:
    nasty = '<script>alert("x")</script> & more'
    page = f'{SHOP}/"><script>'
    mail = reply_mail(letter(said(nasty), page_url=page), "hub.test")
    assert "<script>" not in mail.html
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more" in mail.html
    assert nasty in mail.text


def test_a_name_cannot_break_out_of_the_subject() -> None:
    tricky = dataclasses.replace(inbox(), name="Hraun\r\nBcc: all@x.test")
    mail = reply_mail(letter(said("x"), inbox=tricky), "hub.test")
    assert mail.subject == "Your conversation with Hraun Bcc: all@x.test"


@pytest.mark.parametrize(
    ("page", "link"),
    [
        (f"{SHOP}/cart", f"{SHOP}/cart"),
        ("https://evil.test/cart", SHOP),
        ("https://shop.test@evil.test/", SHOP),
        ("https://shop.test.evil.test/", SHOP),
        ("javascript:alert(1)", SHOP),
        (None, SHOP),
    ],
)
def test_the_link_leads_to_the_inboxs_own_website_only(page: str | None, link: str) -> None:
    assert safe_link(page, inbox()) == link


def test_an_inbox_for_any_website_has_no_link() -> None:
    assert safe_link("https://evil.test", inbox(allowed_origins=["*"])) is None
    assert "Go on" not in reply_mail(letter(said("x"), inbox=inbox(allowed_origins=[])), "h").text


def test_a_transcript_says_who_said_what_and_when() -> None:
    lines = [said("Hello?", VISITOR), said("Hi!", BOT), said("Here I am.")]
    mail = transcript_mail(letter(*lines), "hub.test", lambda moment: f"{moment:%H:%M}")
    assert mail.subject == "Transcript of your conversation with Hraun"
    expected = "You, 12:00:\nHello?\n\nSóley, 12:00:\nHi!\n\nAnna, 12:00:\nHere I am.\n\n"
    assert mail.text.startswith(expected)
