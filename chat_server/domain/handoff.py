"""Why a conversation waits for a human: the bot gave it up, or whoever had it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HandoffReason(StrEnum):
    """Kept on the conversation and in its response event; never free text."""

    VISITOR_ASKED = "visitor_asked"
    NOT_UNDERSTOOD = "not_understood"
    NEEDS_HUMAN = "needs_human"
    COMPLAINT = "complaint"
    ANGER = "anger"
    BOT_STARTING = "bot_starting"
    BOT_UNAVAILABLE = "bot_unavailable"
    BOT_TIMEOUT = "bot_timeout"
    BOT_EMPTY = "bot_empty"
    BOT_FAILED = "bot_failed"
    BOT_BUSY = "bot_busy"
    BOT_LOST = "bot_lost"
    TRANSFER = "transfer"
    AGENT_GONE = "agent_gone"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True)
class Handoff:
    """A reason and, when the bot gave one, its summary for the agent."""

    reason: HandoffReason
    summary: str = ""
