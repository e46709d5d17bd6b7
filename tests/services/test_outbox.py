"""Replies to people who have left, by e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.message import MessageKind
from chat_server.mail.memory import MemoryMailer
from chat_server.mail.smtp import SmtpMailer
from chat_server.services.outbox import Outbox
from tests.core.core import SHOP_ORIGIN
from tests.core.letters import (
    GUEST,
    answer,
    closed,
    left_and_answered,
    left_message,
    notes,
    run,
    states,
)

if TYPE_CHECKING:
    from tests.core.core import Core
    from tests.services.smtp_sink import SmtpSink


async def test_closed_then_answered_arrives_at_a_real_mail_server(
    core: Core, smtp_sink: SmtpSink
) -> None:
    await closed(core, reply_email="help@hraun.test")
    _, conversation_id = await left_message(core)
    said = await core.messages(conversation_id)
    offline = next(m for m in said if m.content.get("code") == "handoff")
    assert (offline.kind, offline.content["reason"]) == (MessageKind.ACTIVITY, "closed")
    await answer(core, conversation_id, "Your parcel <b>left</b> today.\nSorry it took so long.")
    await answer(core, conversation_id, "Anything else?")
    outbox = Outbox(core.store, core.clock, SmtpMailer(smtp_sink.url, "chat@hub.test"))
    assert await run(core, outbox) == 1
    mail = (await smtp_sink.mail(GUEST)).message
    assert (mail["From"], mail["Reply-To"]) == ("Hraun <chat@hub.test>", "help@hraun.test")
    assert mail["Auto-Submitted"] == "auto-generated"
    arrived = await smtp_sink.mail(GUEST)
    assert "Your parcel <b>left</b> today.\nSorry" in arrived.body("plain").replace("\r", "")
    assert "Anything else?" in arrived.body("plain")
    assert "&lt;b&gt;left&lt;/b&gt;" in arrived.body("html")
    assert "<b>" not in arrived.body("html")
    assert SHOP_ORIGIN in arrived.body("html")
    assert [n.content["code"] for n in await notes(core, conversation_id)] == ["emailed"]
    await answer(core, conversation_id, "One more thing.")
    assert await run(core, outbox) == 1
    second = (await smtp_sink.mail(GUEST, 2)).message
    assert second["In-Reply-To"] == mail["Message-ID"]
    assert mail["Message-ID"] in second["References"]
    assert second["Message-ID"] != mail["Message-ID"]


async def test_replies_within_the_window_are_one_mail_and_later_ones_another(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    await closed(core)
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "One")
    assert await run(core, outbox, seconds=29) == 0
    await answer(core, conversation_id, "Two")
    assert await run(core, outbox, seconds=2) == 1
    await answer(core, conversation_id, "Three")
    assert await run(core, outbox) == 1
    assert ["One" in mail.text for mail in mailer.sent] == [True, False]
    assert ["Two" in mail.text for mail in mailer.sent] == [True, False]
    assert ["Three" in mail.text for mail in mailer.sent] == [False, True]


async def test_who_reads_the_answer_in_the_widget_gets_no_mail(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    caller, conversation_id = await left_message(core)
    await core.say(caller, "I am here", conversation_id)
    await answer(core, conversation_id, "Good.")
    last = (await core.conversation(conversation_id)).last_seq
    await core.visitors.mark_read(caller, conversation_id, last)
    assert await run(core, outbox) == 1
    assert mailer.sent == []
    assert await states(core) == [("needless", "read")]
    assert await notes(core, conversation_id) == []


async def test_who_left_in_the_middle_of_a_talk_gets_the_answer_by_mail(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    caller, conversation_id = await left_message(core)
    await core.say(caller, "I must run", conversation_id)
    assert (await core.conversation(conversation_id)).offline_at is None
    await answer(core, conversation_id, "Here it is.")
    await run(core, outbox)
    assert [mail.to for mail in mailer.sent] == [GUEST]


async def test_an_offline_message_is_answered_by_mail_even_if_the_tab_is_still_open(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    await closed(core)
    caller, conversation_id = await left_message(core)
    await answer(core, conversation_id, "As promised.")
    last = (await core.conversation(conversation_id)).last_seq
    await core.visitors.mark_read(caller, conversation_id, last)
    await run(core, outbox)
    assert [mail.to for mail in mailer.sent] == [GUEST]


async def test_agents_are_told_once_that_a_visitor_without_address_cannot_be_reached(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core, email=None)
    await answer(core, conversation_id, "Hello?")
    await run(core, outbox)
    await answer(core, conversation_id, "Still hello?")
    await run(core, outbox)
    told = await notes(core, conversation_id)
    assert [note.content["code"] for note in told] == ["unreachable"]
    assert "no e-mail address" in told[0].text
    assert mailer.sent == []


async def test_without_a_mail_server_nobody_pretends(core: Core) -> None:
    conversation_id = await left_and_answered(core)
    assert await run(core, Outbox(core.store, core.clock, None)) == 1
    told = await notes(core, conversation_id)
    assert [note.content["code"] for note in told] == ["unreachable"]
    assert "no mail server" in told[0].text


async def test_an_erased_person_is_written_no_more(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    caller, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    await core.consents.forget_me(caller)
    assert await states(core) == []
    assert await run(core, outbox) == 0
    assert mailer.sent == []
