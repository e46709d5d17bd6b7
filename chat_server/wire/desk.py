"""REST bodies of the transcript desk."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from chat_server.domain.desk import MOST_CODES, MOST_SAMPLED, By

from .base import Identifier, Inbound, Outbound, ShortText, Text, Timestamp
from .nouns import MessageView

Name = Annotated[ShortText, Field(min_length=1)]


class CodeBody(Inbound):
    """A code and when to give it."""

    name: Annotated[ShortText, Field(min_length=1, max_length=60)]
    definition: Annotated[ShortText, Field(min_length=1)]


class SampleBody(Inbound):
    """A sample to be drawn of dialogues opened in [from, to); the same seed draws the same ones."""

    name: Name
    from_: Annotated[AwareDatetime, Field(alias="from")]
    to: AwareDatetime
    size: Annotated[int, Field(ge=1, le=MOST_SAMPLED)]
    by: By = By.NONE
    seed: Annotated[int, Field(ge=0, le=2**31)] = 1
    language: Identifier | None = None
    element: Identifier | None = None
    inbox: Identifier | None = None
    codes: Annotated[list[CodeBody], Field(min_length=2, max_length=MOST_CODES)]
    coders: Annotated[list[Identifier], Field(min_length=2, max_length=2)]


class CodeChoice(Inbound):
    """The code of one dialogue."""

    code: Name


class CodeView(Outbound):
    """A code and when to give it."""

    name: str
    definition: str


class CoderView(Outbound):
    """One of two, and how far they are."""

    id: str
    name: str
    coded: int
    done_at: Timestamp | None = None


class SampleView(Outbound):
    """A sample; `mine` says whether the reader codes it."""

    id: str
    name: str
    created_at: Timestamp
    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    by: By
    seed: int
    size: int
    codes: list[CodeView]
    coders: list[CoderView]
    mine: bool
    done: bool


class SampledView(Outbound):
    """One dialogue; `codes` by coder: one's own, and both once both are done."""

    conversation_id: str
    stratum: str
    codes: dict[str, str]


class SampleSheet(Outbound):
    """A sample and its dialogues in the order of the draw."""

    sample: SampleView
    dialogues: list[SampledView]


class ReadingView(Outbound):
    """A dialogue with masks; `contact` is a code that is the same in every dialogue of theirs."""

    conversation_id: str
    contact: str
    messages: list[MessageView]
    code: str | None


class CoefficientView(Outbound):
    """Left out where there is nothing to tell it from chance."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class PairCount(Outbound):
    """How often the two codes were given to the same dialogue."""

    first: str
    second: str
    count: int


class Disagreement(Outbound):
    """A dialogue and what each made of it."""

    conversation_id: str
    first: str
    second: str


class AgreementView(Outbound):
    """Of dialogues that both coded; 95 % intervals."""

    units: int
    same: int
    kappa: CoefficientView
    alpha: CoefficientView
    counts: list[PairCount]
    disagreements: list[Disagreement]


class RevealBody(Inbound):
    """Why somebody has to know; it stands in the audit."""

    reason: Annotated[Text, Field(max_length=500)]


class Revealed(Outbound):
    """A dialogue as it was written."""

    messages: list[MessageView]


class AuditView(Outbound):
    """Who did what, and why."""

    id: str
    at: Timestamp
    actor_id: str
    actor_name: str
    action: str
    conversation_id: str | None = None
    reason: str


class ReviewerView(Outbound):
    """An account that reads with masks, and whether it may reveal."""

    id: str
    name: str
    may_reveal: bool


class GrantBody(Inbound):
    """The right to reveal."""

    may_reveal: bool


class CandidateView(Outbound):
    """Who can be a coder."""

    id: str
    name: str
