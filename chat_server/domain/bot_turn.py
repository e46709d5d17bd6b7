"""A bot turn: one question of a visitor that waits for the bot's answer, kept until it has one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from .facts.statement import Statement
    from .help.place import Place
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


class BotHealth(StrEnum):
    """Of one process: `RECOVERING` is asked one question to see, `ILL` none."""

    WELL = "well"
    RECOVERING = "recovering"
    ILL = "ill"


@dataclass(frozen=True)
class BotProcess:
    """One of those that answer; `model` is what it said that it speaks with, "" before it ever said so."""

    address: str
    health: BotHealth
    model: str


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
class Offered:
    """A product that a reply offers; `because` is one they have that it goes with, None: it is what most people buy."""

    sku: str
    because: str | None
    asked: bool


@dataclass(frozen=True)
class Reply:
    """One message of the bot, the ids of the facts that shaped it, and of the unconfirmed one it asks about.

    `help` is where in the shop's help pages it stands; `offer` is what it offers.
    """

    content: Content
    used_facts: tuple[str, ...] = ()
    asks_about: str | None = None
    help: Place | None = None
    offer: Offered | None = None


@dataclass(frozen=True)
class Judgement:
    """What the visitor said of the page that was shown in a turn."""

    turn_id: str
    helpful: bool


@dataclass(frozen=True)
class Answer:
    """The bot's whole turn; `handoff_reason` asks for a human after the replies.

    `form` is what it is filling in with the visitor, if anything; `forget` are ids of facts to be forgotten.
    `missed_page` is set where no help page answers what was asked. `language` is the one it took the message for.
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
    judged_page: Judgement | None = None
    missed_page: bool = False
    language: str | None = None
