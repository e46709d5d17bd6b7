"""Replies to people who have left, by e-mail."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.ids import new_id
from chat_server.domain.message import MessageKind
from chat_server.domain.outbox import MOST_ATTEMPTS, DeliveryState
from chat_server.domain.ports import MailError
from chat_server.mail.memory import MemoryMailer
from chat_server.mail.smtp import SmtpMailer
from chat_server.services.letters import Letters
from chat_server.services.outbox import KEPT, LEASE, Outbox
from chat_server.store.tables import outbox as outbox_table
from tests.core.core import ANNA, SHOP_ORIGIN, words

if TYPE_CHECKING:
    from chat_server.domain.message import Message
    from chat_server.services.access import VisitorCaller
    from tests.core.core import Core
    from tests.services.smtp_sink import SmtpSink

GUEST = "gudrun@guest.test"
NEVER: dict[str, object] = {"weekly": {}}


@pytest.fixture
def mailer() -> MemoryMailer:
    return MemoryMailer()


@pytest.fixture
def outbox(core: Core, mailer: MemoryMailer) -> Outbox:
    return Outbox(core.store, core.clock, mailer)


async def closed(core: Core, **changed: object) -> None:
    """The inbox has no hours at all."""
    async with core.store.begin() as tx:
        inbox = await tx.inboxes.by_key("hraun")
        assert inbox is not None
        inbox.hours = NEVER
        for name, value in changed.items():
            setattr(inbox, name, value)


async def left_message(core: Core, email: str | None = GUEST) -> tuple[VisitorCaller, str]:
    """A visitor who asked for a person in vain, left an address perhaps, and whom Anna took on later."""
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    if email is not None:
        letters = Letters(core.store, core.clock, mail=True)
        await letters.leave_address(caller, conversation_id, email)
    await core.assignments.accept(ANNA, conversation_id)
    return caller, conversation_id


async def answer(core: Core, conversation_id: str, text: str) -> None:
    epoch = (await core.conversation(conversation_id)).owner.epoch
    await core.agents.send(ANNA, conversation_id, epoch, new_id(), words(text))


async def run(core: Core, outbox: Outbox, **later: float) -> int:
    core.clock.forward(**(later or {"seconds": 31}))
    ran = 0
    while await outbox.run_next():
        ran += 1
    return ran


async def states(core: Core) -> list[tuple[str, str | None]]:
    """Every delivery's state and outcome, oldest first."""
    found = sa.select(outbox_table.c.state, outbox_table.c.outcome).order_by(outbox_table.c.id)
    async with core.engines.reader.connect() as connection:
        return [(row.state, row.outcome) for row in await connection.execute(found)]


async def notes(core: Core, conversation_id: str) -> list[Message]:
    return [m for m in await core.messages(conversation_id) if m.kind is MessageKind.NOTE]


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
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    await Letters(core.store, core.clock, mail=True).leave_address(caller, conversation_id, GUEST)
    await core.assignments.accept(ANNA, conversation_id)
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
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    await Letters(core.store, core.clock, mail=True).leave_address(caller, conversation_id, GUEST)
    await core.assignments.accept(ANNA, conversation_id)
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
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    assert await run(core, Outbox(core.store, core.clock, None)) == 1
    told = await notes(core, conversation_id)
    assert [note.content["code"] for note in told] == ["unreachable"]
    assert "no mail server" in told[0].text


async def test_a_failed_try_is_repeated_with_the_same_id_and_words(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "First")
    mailer.error = MailError("451 later", for_good=False)
    assert await run(core, outbox) == 1
    assert await states(core) == [("waiting", "451 later")]
    await answer(core, conversation_id, "Second")
    assert await run(core, outbox, seconds=1) == 0
    mailer.error = None
    assert await run(core, outbox, seconds=20) == 1
    assert "Second" not in mailer.sent[0].text
    assert await run(core, outbox) == 1
    assert len({mail.message_id for mail in mailer.sent}) == 2


async def test_a_mailbox_that_does_not_exist_is_not_tried_again_and_agents_are_told(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    mailer.error = MailError(f"550 <{GUEST}> unknown", for_good=True)
    await run(core, outbox)
    assert await states(core) == [("dead", "550 <the address> unknown")]
    mailer.error = None
    assert await run(core, outbox, hours=5) == 0
    told = await notes(core, conversation_id)
    assert [note.content["code"] for note in told] == ["email_failed"]
    assert GUEST not in told[0].text


async def test_it_gives_up_with_the_reason_after_many_tries(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    mailer.error = MailError("no route", for_good=False)
    tries = 0
    while (ran := await run(core, outbox, hours=2)) and tries < 50:
        tries += ran
    assert tries == MOST_ATTEMPTS
    assert await states(core) == [("dead", "no route")]


async def test_an_unexpected_failure_is_a_failed_try(core: Core) -> None:
    class Broken(MemoryMailer):
        async def send(self, mail: object) -> None:
            raise RuntimeError(mail)

    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    await run(core, Outbox(core.store, core.clock, Broken()))
    assert await states(core) == [("waiting", "RuntimeError")]


async def test_two_workers_never_have_the_same_delivery(any_core: Core) -> None:
    core = any_core
    for _ in range(6):
        _, conversation_id = await left_message(core)
        await answer(core, conversation_id, "Hello?")
    mailer = MemoryMailer()
    hubs = [Outbox(core.store, core.clock, mailer) for _ in range(3)]
    core.clock.forward(seconds=31)

    async def work(hub: Outbox) -> None:
        while await hub.run_next():
            pass

    await asyncio.gather(*(work(hub) for hub in hubs * 2))
    assert len(mailer.sent) == 6
    assert len({mail.message_id for mail in mailer.sent}) == 6
    assert {state for state, _ in await states(core)} == {DeliveryState.SENT}


async def test_what_a_dead_hub_had_is_taken_on_when_its_lease_ends(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    core.clock.forward(seconds=31)
    assert await outbox._claim() is not None
    assert not await outbox.run_next()
    assert await run(core, outbox, seconds=LEASE.total_seconds() + 1) == 1
    assert len(mailer.sent) == 1


async def test_a_hub_alone_does_not_wait_for_its_own_former_leases(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    core.clock.forward(seconds=31)
    assert await outbox._claim() is not None
    successor = Outbox(core.store, core.clock, mailer, alone=True)
    await successor.begin()
    assert await successor.run_next()
    assert len(mailer.sent) == 1


async def test_a_late_failure_does_not_undo_a_success_of_the_next_worker(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    core.clock.forward(seconds=31)
    claimed = await outbox._claim()
    assert claimed is not None
    delivery, mail = claimed
    assert mail is not None
    await run(core, outbox, seconds=LEASE.total_seconds() + 1)
    await outbox._record(delivery, mail, MailError("too late", for_good=True))
    assert await states(core) == [("sent", None)]


async def test_what_was_finished_a_month_ago_is_forgotten(core: Core, outbox: Outbox) -> None:
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    await run(core, outbox)
    assert await outbox.sweep() == 0
    core.clock.forward(days=KEPT.days + 1)
    assert await outbox.sweep() == 1
    assert await states(core) == []


async def test_an_erased_person_is_written_no_more(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    caller, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    await core.consents.forget_me(caller)
    assert await states(core) == []
    assert await run(core, outbox) == 0
    assert mailer.sent == []
