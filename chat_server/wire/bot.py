"""The bot's half of a turn: what is posted to it, and the answer it must give."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from .base import Inbound
from .content import Content


class BotReply(Inbound):
    """One message, the facts that shaped it, and the unconfirmed one that it asks about."""

    content: Content
    used_facts: Annotated[list[str], Field(max_length=50)] = []
    asks_about: str | None = None


class BotIntent(Inbound):
    """Best guess."""

    name: Annotated[str, Field(max_length=200)]
    confidence: Annotated[float, Field(ge=0, le=1)]


class BotEntity(Inbound):
    """A span of the text."""

    entity: str
    value: object
    start: int | None = None
    end: int | None = None
    confidence: float | None = None
    role: str | None = None


class BotStatement(Inbound):
    """A fact the bot heard; null, or `ended` with a value, means that it holds no longer.

    `subject` is the order or product it is about; the times say from and until when it holds.
    """

    key: str
    value: Annotated[str, Field(max_length=500)] | None
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    start: int | None = None
    end: int | None = None
    subject: Annotated[str, Field(max_length=120)] | None = None
    valid_from: AwareDatetime | None = None
    valid_until: AwareDatetime | None = None
    ended: bool = False


class BotHandoff(Inbound):
    """The bot asks for a human."""

    reason: Literal["visitor_asked", "not_understood", "needs_human", "complaint", "anger"]
    summary: Annotated[str, Field(max_length=2000)] = ""


class BotAnswer(Inbound):
    """Everything of one turn; `forget` are ids of facts that the visitor wants forgotten."""

    turn_id: str
    replies: Annotated[list[BotReply], Field(max_length=20)]
    intent: BotIntent
    entities: Annotated[list[BotEntity], Field(max_length=100)] = []
    facts: Annotated[list[BotStatement], Field(max_length=50)] = []
    forget: Annotated[list[str], Field(max_length=50)] = []
    handoff: BotHandoff | None = None
    form: Annotated[str, Field(max_length=100)] | None = None
