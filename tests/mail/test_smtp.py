"""E-mails by SMTP, and servers that are away, slow or rude."""

from __future__ import annotations

import asyncio
import dataclasses
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.ports import MailError
from chat_server.mail.server import parse_smtp_url
from chat_server.mail.smtp import SmtpMailer
from launcher.ports import free_port
from tests.mail.test_contract import MAIL

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.services.smtp_sink import SmtpSink

SENDER = "chat@mail.test"


async def test_headers_and_both_bodies_survive_the_way(smtp_sink: SmtpSink) -> None:
    await SmtpMailer(smtp_sink.url, SENDER).send(MAIL)
    (came,) = smtp_sink.mails()
    assert str(came.message["From"]) == "Hraun <chat@mail.test>"
    assert str(came.message["To"]) == "guest@guest.test"
    assert str(came.message["Subject"]) == MAIL.subject
    assert str(came.message["Reply-To"]) == "help@shop.test"
    assert str(came.message["In-Reply-To"]) == "<d0@mail.test>"
    assert str(came.message["References"]) == "<c1@mail.test> <d0@mail.test>"
    assert str(came.message["Auto-Submitted"]) == "auto-generated"
    assert came.message["Date"] is not None
    assert came.body("plain").replace("\r\n", "\n") == MAIL.text
    assert "<p>Hæ!</p>" in came.body("html")


async def test_a_busy_mailbox_is_tried_again_later(smtp_sink: SmtpSink) -> None:
    with pytest.raises(MailError) as refused:
        await SmtpMailer(smtp_sink.url, SENDER).send(
            dataclasses.replace(MAIL, to="busy@guest.test")
        )
    assert not refused.value.for_good


async def test_a_server_that_is_away_is_tried_again_later() -> None:
    with pytest.raises(MailError) as refused:
        await SmtpMailer(f"smtp://127.0.0.1:{free_port()}", SENDER).send(MAIL)
    assert not refused.value.for_good


@asynccontextmanager
async def _server(greeting: bytes | None) -> AsyncIterator[str]:
    """Says one thing, or nothing, and then listens for ever."""
    quiet = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if greeting is not None:
            writer.write(greeting)
            await writer.drain()
        await quiet.wait()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        quiet.set()
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize(
    "greeting", [None, b"220 sink.test ready\r\n", b"220-", b"554 go away\r\n"]
)
async def test_a_silent_or_rude_server_costs_no_more_than_the_deadline(
    greeting: bytes | None,
) -> None:
    async with _server(greeting) as url:
        mailer = SmtpMailer(url, SENDER, deadline=0.3)
        with pytest.raises(MailError) as refused:
            async with asyncio.timeout(30):
                await mailer.send(MAIL)
    assert not refused.value.for_good


async def test_a_server_without_the_encryption_we_insist_on_gets_nothing(
    smtp_sink: SmtpSink,
) -> None:
    url = f"smtp://127.0.0.1:{smtp_sink.port}?starttls=always"
    with pytest.raises(MailError) as refused:
        await SmtpMailer(url, SENDER).send(MAIL)
    assert not refused.value.for_good
    assert smtp_sink.mails() == []


@pytest.mark.parametrize("to", ["a@b@c", "a b@guest.test", "x\r\nBcc: y@guest.test"])
async def test_what_is_no_address_will_never_be_one(smtp_sink: SmtpSink, to: str) -> None:
    with pytest.raises(MailError) as refused:
        await SmtpMailer(smtp_sink.url, SENDER).send(dataclasses.replace(MAIL, to=to))
    assert refused.value.for_good
    assert smtp_sink.mails() == []


def test_the_address_of_a_server_says_all_there_is_to_know() -> None:
    server = parse_smtp_url("smtp://us%40er:p%2Fw@mail.test:2525?starttls=always&verify=no")
    assert (server.host, server.port) == ("mail.test", 2525)
    assert (server.user, server.password) == ("us@er", "p/w")
    assert (server.tls, server.starttls, server.verify) == (False, True, False)
    other = parse_smtp_url("smtps://mail.test")
    assert (other.port, other.tls, other.starttls, other.verify) == (465, True, False, True)
    assert parse_smtp_url("smtp://mail.test").starttls is None


@pytest.mark.parametrize(
    "url",
    [
        "http://mail.test",
        "smtp://",
        "mail.test:25",
        "smtp://h?starttls=maybe",
        "smtp://h?x=1",
        "smtp://h:x",
    ],
)
def test_another_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"smtp|starttls|[Pp]ort"):
        parse_smtp_url(url)
