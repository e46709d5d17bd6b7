"""When an agent has kept a visitor waiting too long: pure functions of what is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .handoff import HandoffReason
from .inbox import RoutingMode
from .moves import Status
from .ownership import OwnerKind

if TYPE_CHECKING:
    from datetime import datetime

    from .agent import Agent
    from .conversation import Conversation
    from .inbox import Inbox

# A dialogue in which nobody said anything for so long may wait for its agent's next working day.
LIVELY = timedelta(minutes=10)


def answer_by(conversation: Conversation, inbox: Inbox) -> datetime | None:
    """Until when its agent must answer; None while nothing waits for them, or the inbox sets no limit."""
    if inbox.routing is not RoutingMode.AUTOMATIC or not _is_answered(conversation):
        return None
    since, asked = conversation.owner_since, conversation.unanswered_since
    if since is None:
        return None
    if conversation.routed:
        return since + timedelta(seconds=inbox.answer_seconds)
    patience = reply_patience(inbox)
    return None if asked is None or patience is None else max(asked, since) + patience


def reply_patience(inbox: Inbox) -> timedelta | None:
    """How long a visitor's later word waits for its agent; None: for ever."""
    if inbox.routing is not RoutingMode.AUTOMATIC or not inbox.reply_seconds:
        return None
    return timedelta(seconds=inbox.reply_seconds)


def taken_back(
    conversation: Conversation, inbox: Inbox, agent: Agent | None, now: datetime
) -> HandoffReason | None:
    """Why it must go back to the queue, if it must."""
    if not _is_answered(conversation):
        return None
    if agent is not None and agent.removed_at is not None:
        return HandoffReason.AGENT_GONE
    if agent is not None and agent.gone_at is not None and _is_lively(conversation, agent.gone_at):
        return HandoffReason.AGENT_GONE
    due = answer_by(conversation, inbox)
    return HandoffReason.NOT_ANSWERED if due is not None and due <= now else None


def _is_answered(conversation: Conversation) -> bool:
    return conversation.owner.kind is OwnerKind.AGENT and conversation.status is Status.OPEN


def _is_lively(conversation: Conversation, gone_at: datetime) -> bool:
    waits = conversation.routed or conversation.unanswered_since is not None
    return waits or conversation.updated_at > gone_at - LIVELY
