"""When the outbox has to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.live import DeliveryPromised
from chat_server.domain.ports import MailError
from chat_server.mail.memory import MemoryMailer
from chat_server.services.letters import Letters
from chat_server.services.outbox import LEASE, Outbox
from tests.core.letters import GUEST, answer, left_message

if TYPE_CHECKING:
    from tests.core.core import Core


async def test_a_promise_is_told_with_its_time(core: Core, outbox: Outbox) -> None:
    _, conversation_id = await left_message(core)
    assert await outbox.next_due() is None
    await answer(core, conversation_id, "Your parcel left today.")
    (promised,) = core.told(DeliveryPromised)
    assert outbox.concerns(promised) == await outbox.next_due() == 30
    core.clock.forward(seconds=20)
    assert await outbox.next_due() == 10


async def test_a_transcript_is_told_as_due_now(core: Core, outbox: Outbox) -> None:
    caller = (await core.visitor()).caller
    conversation_id = await core.dialogue(caller, "Hello")
    letters = Letters(core.store, core.clock, mail=True)
    await letters.send_transcript(caller, conversation_id, GUEST)
    (promised,) = core.told(DeliveryPromised)
    assert outbox.concerns(promised) == await outbox.next_due() == 0


async def test_a_failed_try_is_due_after_its_pause_and_a_dead_worker_s_after_its_lease(
    any_core: Core,
) -> None:
    core = any_core
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Your parcel left today.")
    core.clock.forward(seconds=31)
    async with core.store.begin() as tx:
        assert await tx.outbox.claim(core.clock(), LEASE) is not None
    outbox = Outbox(
        core.store, core.clock, MemoryMailer(error=MailError("451 later", for_good=False))
    )
    assert await outbox.next_due() == LEASE.total_seconds()
    core.clock.forward(seconds=LEASE.total_seconds())
    assert await outbox.run_next()
    due = await outbox.next_due()
    assert due is not None
    assert 15 <= due <= 30
    core.clock.forward(seconds=due - 1)
    assert not await outbox.run_next()
    core.clock.forward(seconds=1)
    assert await outbox.run_next()
