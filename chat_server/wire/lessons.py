"""What the bot did not understand, and what it is taught by it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Identifier, Inbound, Locale, Outbound, ShortText, Timestamp

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,60}$")]


class LineView(Outbound):
    """One line of a visitor, and what the bot made of it."""

    message_id: str
    conversation_id: str
    seq: int
    language: str
    text: str
    intent: str
    confidence: float
    at: Timestamp


class LanguageTally(Outbound):
    """Lines of one language that nobody has reviewed, by how sure the bot was."""

    language: str
    missed: int
    unsure: int
    sure: int


class LineQueue(Outbound):
    """Lines in [from, to) of one language, those that mean alike in one group, the largest first.

    `total` are all that fit, of which the newest are shown. `capped`: older lines of the period were not looked at.
    `ungrouped` of those shown wait for their meaning: asked again, they are in their groups.
    """

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    language: str | None
    languages: list[LanguageTally]
    groups: list[list[LineView]]
    total: int
    capped: bool
    ungrouped: int


class IntentView(Outbound):
    """What the bot knows, and how many examples it has of it by language."""

    name: str
    topic: str
    examples: dict[str, int]


class LessonView(Outbound):
    """A reviewed line; without `intent` there is nothing to learn from it.

    `example` is what the bot is taught of it; a `held_out` one it is judged by instead.
    """

    id: str
    message_id: str
    conversation_id: str
    seq: int
    language: str
    text: str
    example: str
    held_out: bool
    intent: str | None
    heard_intent: str
    heard_confidence: float
    reviewed_by: str
    reviewed_at: Timestamp


class ReviewBody(Inbound):
    """What these lines should have been understood as; null sets them aside. `wording` is for one line only."""

    message_ids: Annotated[list[Identifier], Field(min_length=1, max_length=100)]
    intent: Name | None
    wording: Annotated[ShortText, Field(min_length=1)] | None = None
    language: Locale | None = None


Certainty = Literal["missed", "unsure", "sure"]
