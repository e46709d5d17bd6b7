"""Visitors in the queue or with an agent, to begin a test with."""

from __future__ import annotations

from typing import Any

from tests.hub.clients import AgentSocket, Clients, VisitorSocket

Json = dict[str, Any]


async def waiting(clients: Clients, **auth: Any) -> VisitorSocket:
    """A visitor who asked for a person."""
    visitor = await clients.visitor(**auth)
    await visitor.answered("Hello")
    await visitor.do("request_agent", conversation_id=visitor.conversation_id)
    return visitor


async def answered_by(clients: Clients, agent: AgentSocket) -> tuple[VisitorSocket, Json]:
    """A visitor whom this agent answers."""
    visitor = await waiting(clients)
    return visitor, await agent.accept(visitor.conversation_id)


def lists(conversation_id: str | None, changed: Json) -> bool:
    """Whether a `queue_changed` has this one."""
    return conversation_id in [c["id"] for c in changed["conversations"]]
