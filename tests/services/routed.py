"""Agents online, visitors in the queue, and where they stand: to begin a test of routing with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.agent import Availability
from chat_server.services.identity import Session
from tests.core.core import ANNA, BIRNA

if TYPE_CHECKING:
    from tests.core.core import Core


HRAUN = "inbox-hraun"


async def online(core: Core, *agent_ids: str) -> None:
    for agent_id in agent_ids:
        caller = {"anna": ANNA, "birna": BIRNA}[agent_id]
        await core.accounts.set_availability(caller, Availability.ONLINE)
        core.clock.forward(seconds=1)


async def waiting(core: Core) -> tuple[Session, str]:
    session = await core.visitor()
    return session, await core.queued(session.caller)


async def owner(core: Core, conversation_id: str) -> str | None:
    """Who answers it; None in the queue."""
    return (await core.conversation(conversation_id)).owner.agent_id


async def place(core: Core, conversation_id: str) -> int | None:
    return (await core.lists.one(ANNA, conversation_id)).position
