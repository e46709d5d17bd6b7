"""Every mailer keeps the same promises, whether it remembers mails or hands them to a server."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.mail import Mail
from chat_server.domain.ports import MailError
from chat_server.mail.memory import MemoryMailer
from chat_server.mail.smtp import SmtpMailer

if TYPE_CHECKING:
    from collections.abc import Callable

    from chat_server.domain.ports import Mailer
    from tests.services.smtp_sink import SmtpSink

MAIL = Mail(
    message_id="<d1@mail.test>",
    to="guest@guest.test",
    sender_name="Hraun",
    subject="Þín spurning — 退貨",
    text="Hæ!\n退貨。\n",
    html="<p>Hæ!</p>",
    reply_to="help@shop.test",
    references=("<c1@mail.test>", "<d0@mail.test>"),
)


@pytest.fixture(params=["memory", "smtp"])
def mailer(request: pytest.FixtureRequest) -> Mailer:
    if request.param == "memory":
        return MemoryMailer(refused={"nobody@guest.test"})
    sink: SmtpSink = request.getfixturevalue("smtp_sink")
    return SmtpMailer(sink.url, "chat@mail.test")


@pytest.fixture
def arrived(request: pytest.FixtureRequest, mailer: Mailer) -> Callable[[], list[tuple[str, str]]]:
    """Message-ID and address of all that arrived."""
    if isinstance(mailer, MemoryMailer):
        return lambda: [(mail.message_id, mail.to) for mail in mailer.sent]
    sink: SmtpSink = request.getfixturevalue("smtp_sink")
    return lambda: [(mail.id, mail.to) for mail in sink.mails()]


async def test_what_it_took_has_arrived(
    mailer: Mailer, arrived: Callable[[], list[tuple[str, str]]]
) -> None:
    await mailer.send(MAIL)
    assert arrived() == [("<d1@mail.test>", "guest@guest.test")]


async def test_the_same_mail_again_has_the_same_id(
    mailer: Mailer, arrived: Callable[[], list[tuple[str, str]]]
) -> None:
    await mailer.send(MAIL)
    await mailer.send(MAIL)
    assert len(set(arrived())) == 1


async def test_a_mailbox_that_nobody_has_is_refused_for_good(
    mailer: Mailer, arrived: Callable[[], list[tuple[str, str]]]
) -> None:
    with pytest.raises(MailError) as refused:
        await mailer.send(dataclasses.replace(MAIL, to="nobody@guest.test"))
    assert refused.value.for_good
    assert "550" in str(refused.value)
    assert arrived() == []


def test_it_knows_the_domain_of_its_message_ids(mailer: Mailer) -> None:
    assert mailer.domain == "mail.test"
