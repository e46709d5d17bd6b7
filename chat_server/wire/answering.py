"""Reports on those who answer: the bot, and people."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Outbound, Timestamp
from .marketing import Share


class LanguageCount(Outbound):
    """Dialogues of one language: `missed` are those in which the bot did not understand something."""

    language: str
    dialogues: int
    resolved: int
    bot_alone: int
    handed_off: int
    missed: int


class IntentCount(Outbound):
    """Dialogues in which it was understood, and those of them that went to a person."""

    intent: str
    dialogues: int
    handed_off: int


class BotReport(Outbound):
    """Of the dialogues opened in [from, to); `ratings` are of those that the bot answered alone."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    dialogues: int
    resolved: int
    bot_alone: int
    handed_off: int
    missed: int
    asked_again: int
    rated: int
    rating_mean: float | None
    ratings: list[Share]
    first_replies: int
    first_reply_median_seconds: float | None
    languages: list[LanguageCount]
    intents: list[IntentCount]
    handoff_reasons: list[Share]


class AgentCount(Outbound):
    """Dialogues that a person took, by themselves or with others; waits are of those they took alone."""

    id: str
    name: str
    dialogues: int
    resolved: int
    rated: int
    rating_mean: float | None
    ratings: list[Share]
    waits: int
    wait_median_seconds: float | None


class AgentsReport(Outbound):
    """Of the dialogues opened in [from, to): `taken` by anybody, of those `handed_off`."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    handed_off: int
    taken: int
    waits: int
    wait_median_seconds: float | None
    agents: list[AgentCount]
    handoff_reasons: list[Share]
