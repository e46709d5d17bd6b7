"""Names of rooms; made here only, never from what a client sent."""

from __future__ import annotations

from enum import Enum

ANY_INBOX = "*"


class Surface(Enum):
    """Where sockets are: visitors, agents, and visitors of Rasa's own widgets."""

    VISITOR = "/visitor"
    AGENT = "/agent"
    RASA = "/"


def contact(contact_id: str) -> str:
    """Every browser of a person."""
    return f"contact:{contact_id}"


def visitor(visitor_id: str) -> str:
    """Every tab of one browser."""
    return f"visitor:{visitor_id}"


def agent(agent_id: str) -> str:
    """Every console of one agent."""
    return f"agent:{agent_id}"


def conversation(conversation_id: str) -> str:
    """Accounts that have it open."""
    return f"conversation:{conversation_id}"


def view(name: str, inbox_id: str = ANY_INBOX) -> str:
    """Accounts that watch a list."""
    return f"view:{name}:{inbox_id}"


def session(token_digest: str) -> str:
    """Sockets of one sign-in."""
    return f"session:{token_digest}"


STAFF = "staff"
