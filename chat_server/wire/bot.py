"""The bot's half of a turn: what is posted to it, and the answer it must give."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from .base import Inbound, Locale, ShortText
from .content import Content

_Part = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,80}$")]


class BotHelp(Inbound):
    """The passage of the shop's help pages that a reply says; the hub adds its address to the text."""

    language: _Part
    article: _Part
    passage: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,80}$")] = ""


class BotOffer(Inbound):
    """The product that a reply offers, as `GET conversations/ID/next-offer` gave it."""

    sku: ShortText
    because: ShortText | None = None
    asked: bool = False


class BotReply(Inbound):
    """One message, the facts that shaped it, and the unconfirmed one that it asks about."""

    content: Content
    used_facts: Annotated[list[str], Field(max_length=50)] = []
    asks_about: str | None = None
    help: BotHelp | None = None
    offer: BotOffer | None = None


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


class BotJudgement(Inbound):
    """What the visitor said of the page shown in that turn."""

    turn_id: str
    helpful: bool


class BotAnswer(Inbound):
    """Everything of one turn; `forget` are ids of facts that the visitor wants forgotten.

    `missed_page` is set where something was asked that no help page answers. `language` is the one the message was
    taken for.
    """

    turn_id: str
    replies: Annotated[list[BotReply], Field(max_length=20)]
    intent: BotIntent
    entities: Annotated[list[BotEntity], Field(max_length=100)] = []
    facts: Annotated[list[BotStatement], Field(max_length=50)] = []
    forget: Annotated[list[str], Field(max_length=50)] = []
    handoff: BotHandoff | None = None
    form: Annotated[str, Field(max_length=100)] | None = None
    judged_page: BotJudgement | None = None
    missed_page: bool = False
    language: Locale | None = None
