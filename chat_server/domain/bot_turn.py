"""A bot turn: one question of a visitor that waits for the bot's answer, kept until it has one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from .facts.statement import Statement
    from .message import Content


# A question has the bot's answer or a person's attention within this, counted from when its turn
# came. A turn takes 15 ms, and 0.3 s at the 99th percentile with eight at once: seven times that
# is no slowness any more but an illness.
DEADLINE = 2.0


class BotState(StrEnum):
    """`STARTING` until it first answers a health check, `AWAY` when it stops answering them."""

    STARTING = "starting"
    READY = "ready"
    AWAY = "away"


class TurnState(StrEnum):
    """`RUNNING` ones whose hub died may have run: their answer is recalled, never asked for again."""

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"
    FAILED = "failed"


@dataclass
class BotTurn:
    """`epoch` is the owner's when the question came; an answer under another one is dropped."""

    id: str
    conversation_id: str
    message_seq: int
    epoch: int
    created_at: datetime
    state: TurnState = TurnState.PENDING
    attempts: int = 0
    started_at: datetime | None = None
    finished_at: datetime | None = None
    outcome: str | None = None

    def begin(self, now: datetime) -> None:
        """It is somebody's from now on; begun before, its hub was lost."""
        self.state, self.started_at = TurnState.RUNNING, now
        self.attempts += 1


@dataclass(frozen=True)
class Question:
    """What the bot is told: the text, and what is known about who asks; `within` are seconds."""

    turn_id: str
    conversation_id: str
    seq: int
    text: str
    locale: str
    first_turn: bool
    contact_id: str
    identified: bool
    facts: tuple[dict[str, object], ...] = ()
    context: dict[str, object] = field(default_factory=dict)
    within: float = DEADLINE


@dataclass(frozen=True)
class Reply:
    """One message of the bot, the ids of the facts that shaped it, and of the unconfirmed one it asks about."""

    content: Content
    used_facts: tuple[str, ...] = ()
    asks_about: str | None = None


@dataclass(frozen=True)
class Answer:
    """The bot's whole turn; `handoff_reason` asks for a human after the replies.

    `form` is what it is filling in with the visitor, if anything; `forget` are ids of facts to be forgotten.
    """

    replies: tuple[Reply, ...]
    intent: str
    confidence: float
    entities: tuple[dict[str, object], ...] = ()
    statements: tuple[Statement, ...] = ()
    forget: tuple[str, ...] = ()
    handoff_reason: str | None = None
    handoff_summary: str = ""
    form: str | None = None
