"""Visitors who left before they were answered, and what was promised to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.ids import new_id
from chat_server.domain.message import MessageKind
from chat_server.services.letters import Letters
from chat_server.services.outbox import Outbox
from chat_server.store.tables import outbox as outbox_table
from tests.core.core import ANNA, words
from tests.core.inboxes import set_inbox

if TYPE_CHECKING:
    from chat_server.domain.message import Message
    from chat_server.services.access import VisitorCaller
    from tests.core.core import Core

GUEST = "gudrun@guest.test"
NEVER: dict[str, object] = {"weekly": {}}


async def closed(core: Core, **changed: object) -> None:
    """The inbox has no hours at all."""
    await set_inbox(core, hours=NEVER, **changed)


async def left_message(core: Core, email: str | None = GUEST) -> tuple[VisitorCaller, str]:
    """A visitor who asked for a person in vain, left an address perhaps, and whom Anna took on later."""
    caller = (await core.visitor()).caller
    conversation_id = await core.queued(caller)
    if email is not None:
        letters = Letters(core.store, core.clock, mail=True)
        await letters.leave_address(caller, conversation_id, email)
    await core.assignments.accept(ANNA, conversation_id)
    return caller, conversation_id


async def left_and_answered(core: Core) -> str:
    """The conversation of a visitor who left, with an answer that is promised to be mailed."""
    _, conversation_id = await left_message(core)
    await answer(core, conversation_id, "Hello?")
    return conversation_id


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
