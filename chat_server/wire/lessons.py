"""What the bot did not understand, and what it is taught by it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .base import Identifier, Inbound, Locale, Outbound, ShortText, Timestamp, cleaned

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,60}$")]
Answer = Annotated[str, Field(max_length=1000), BeforeValidator(cleaned)]
Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]


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
    """What the bot knows, and how many examples it has of it by language; `answers` of one that was made here."""

    name: str
    topic: str
    examples: dict[str, int]
    answers: dict[str, str] | None = None


class IntentBody(Inbound):
    """A new intent: one of the bot's topics, and what it answers by language, in English at least."""

    name: Name
    topic: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    answers: Annotated[dict[Locale, Answer], Field(min_length=1, max_length=10)]


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


class ScoreView(Outbound):
    """Lines of one language, heard by the model in service and by the new one; `reviewed` are those kept back here.

    `won` only the new one has right, `lost` only the one in service.
    """

    language: str
    reviewed: bool
    lines: int
    running_right: int
    candidate_right: int
    won: int
    lost: int
    running_surely_wrong: int
    candidate_surely_wrong: int


class FaultView(Outbound):
    """Why a model may not come into service."""

    fault: Literal["not_compared", "fewer_right", "language_worse", "surer_of_wrong"]
    language: str | None


class BotJobView(Outbound):
    """Something the trainer was asked to do; `lost` when nobody works at it any more."""

    id: str
    kind: Literal["train", "promote", "roll_back"]
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    asked_by: str
    asked_at: Timestamp
    finished_at: Timestamp | None
    model: str | None
    against: str | None
    lessons: int
    held_out: int
    step: str
    share: float
    failure: str | None
    lost: bool
    scores: list[ScoreView]
    faults: list[FaultView]


class TrainerView(Outbound):
    """The trainer that is there, the model in service, and the one to which one can go back."""

    seen_at: Timestamp
    serving: str
    former: str | None


class BotJobsView(Outbound):
    """Whether there is a trainer, and what it did and does, last asked first."""

    trainer: TrainerView | None
    jobs: list[BotJobView]


class TrainerBody(Inbound):
    """Which trainer asks what there is to do, and which models it has."""

    trainer: Identifier
    serving: Identifier
    former: Identifier | None = None


class ExampleView(Outbound):
    """A line and what it means."""

    language: str
    intent: str
    text: str


class OwnIntentView(Outbound):
    """An intent that was made here."""

    name: str
    topic: str
    answers: dict[str, str]


class WorkView(Outbound):
    """What the trainer is to do; without `id` nothing."""

    id: str | None = None
    kind: Literal["train", "promote", "roll_back"] | None = None
    model: str | None = None
    examples: list[ExampleView] = []
    held_out: list[ExampleView] = []
    intents: list[OwnIntentView] = []


class ScoreBody(Inbound):
    """As `ScoreView`; `sure_won` only the model in service is sure of what is wrong, `sure_lost` only the new one."""

    language: Locale
    reviewed: bool
    lines: Count
    running_right: Count
    candidate_right: Count
    won: Count
    lost: Count
    running_surely_wrong: Count
    candidate_surely_wrong: Count
    sure_won: Count
    sure_lost: Count


class JobReportBody(TrainerBody):
    """How far a job is; `state` at its end, and what came of it."""

    step: Annotated[str, Field(pattern=r"^[a-z_]{0,40}$")]
    share: Share
    state: Literal["done", "failed"] | None = None
    against: Identifier | None = None
    failure: Annotated[ShortText, Field(max_length=200)] | None = None
    scores: Annotated[list[ScoreBody], Field(max_length=50)] = []


class GoOn(Outbound):
    """False: somebody called it off."""

    go_on: bool
