"""A promised e-mail is tried until it is sent or given up, by one worker at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from chat_server.domain.outbox import MOST_ATTEMPTS, DeliveryState
from chat_server.domain.ports import MailError
from chat_server.mail.memory import MemoryMailer
from chat_server.services.outbox import KEPT, LEASE, Outbox
from tests.core.letters import GUEST, answer, left_and_answered, left_message, notes, run, states

if TYPE_CHECKING:
    from tests.core.core import Core


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
    conversation_id = await left_and_answered(core)
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
    await left_and_answered(core)
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

    await left_and_answered(core)
    await run(core, Outbox(core.store, core.clock, Broken()))
    assert await states(core) == [("waiting", "RuntimeError")]


async def test_two_workers_never_have_the_same_delivery(any_core: Core) -> None:
    core = any_core
    for _ in range(6):
        await left_and_answered(core)
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
    await left_and_answered(core)
    core.clock.forward(seconds=31)
    assert await outbox._claim() is not None
    assert not await outbox.run_next()
    assert await run(core, outbox, seconds=LEASE.total_seconds() + 1) == 1
    assert len(mailer.sent) == 1


async def test_a_hub_alone_does_not_wait_for_its_own_former_leases(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    await left_and_answered(core)
    core.clock.forward(seconds=31)
    assert await outbox._claim() is not None
    successor = Outbox(core.store, core.clock, mailer, alone=True)
    await successor.begin()
    assert await successor.run_next()
    assert len(mailer.sent) == 1


async def test_a_late_failure_does_not_undo_a_success_of_the_next_worker(
    core: Core, outbox: Outbox, mailer: MemoryMailer
) -> None:
    await left_and_answered(core)
    core.clock.forward(seconds=31)
    claimed = await outbox._claim()
    assert claimed is not None
    delivery, mail = claimed
    assert mail is not None
    await run(core, outbox, seconds=LEASE.total_seconds() + 1)
    await outbox._record(delivery, mail, MailError("too late", for_good=True))
    assert await states(core) == [("sent", None)]


async def test_what_was_finished_a_month_ago_is_forgotten(core: Core, outbox: Outbox) -> None:
    await left_and_answered(core)
    await run(core, outbox)
    assert await outbox.sweep() == 0
    core.clock.forward(days=KEPT.days + 1)
    assert await outbox.sweep() == 1
    assert await states(core) == []
