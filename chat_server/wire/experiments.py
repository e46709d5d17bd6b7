"""REST bodies of experiments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Identifier, Inbound, Outbound, ShortText, Timestamp

DesignWord = Literal["ab", "factorial"]
OutcomeWord = Literal["dialogue", "resolved", "coupon", "redeemed", "order", "handoff", "rating"]
ElementWord = Literal["greeting", "replies"]
Words = Annotated[ShortText, Field(min_length=1, max_length=60)]
Weight = Annotated[float, Field(ge=0, le=1)]


class VariantView(Outbound):
    """What some visitors are addressed with; `replies` are offered under the greeting."""

    name: str
    weight: float
    greeting: str
    replies: list[str] = []


class VariantBody(Inbound):
    """One variant; weights of all add up to 1."""

    name: Words
    weight: Weight
    greeting: Annotated[str, Field(min_length=1, max_length=500)]
    replies: Annotated[list[Words], Field(max_length=10)] = []


class ExperimentView(Outbound):
    """`effect` is the smallest difference worth having, `baseline` the share expected without it.

    `people` have seen their variant; each has `window_hours` from then on to respond.
    """

    id: str
    inbox: str
    name: str
    design: DesignWord
    state: Literal["draft", "running", "ended"]
    variants: list[VariantView]
    goal: OutcomeWord
    effect: float
    baseline: float
    window_hours: int
    created_at: Timestamp
    started_at: Timestamp | None
    ended_at: Timestamp | None
    people: int


class ExperimentBody(Inbound):
    """A draft as it should be; refused when its variants differ in more than one element, unless it is factorial."""

    inbox: Identifier
    name: Annotated[ShortText, Field(min_length=1)]
    design: DesignWord = "ab"
    variants: Annotated[list[VariantBody], Field(max_length=20)]
    goal: OutcomeWord = "dialogue"
    effect: float
    baseline: float
    window_hours: Annotated[int, Field(le=100_000)] = 24


class PlanBody(Inbound):
    """What is left out is taken from the last four weeks."""

    inbox: Identifier
    design: DesignWord = "ab"
    weights: Annotated[list[Annotated[float, Field(gt=0, le=1)]], Field(min_length=2, max_length=8)]
    goal: OutcomeWord = "dialogue"
    effect: Annotated[float, Field(gt=0, lt=1)]
    window_hours: Annotated[int, Field(ge=1, le=100_000)] = 24
    baseline: Annotated[float, Field(gt=0, lt=1)] | None = None
    per_day: Annotated[float, Field(gt=0, le=1e9)] | None = None


class PlanView(Outbound):
    """`people` in all find the difference in four of five experiments; None where the share now is not known.

    `usual_people` came for the first time in the last four weeks.
    """

    people: int | None
    days: int | None
    baseline: float | None
    per_day: float | None
    usual_people: int


class EstimateView(Outbound):
    """Where the truth lies, at every look at once."""

    value: float
    low: float
    high: float


class OutcomeFigureView(Outbound):
    """`count` of `people`, or for a rating their mean place between 1 and 5 as `estimate`.

    No estimate where too few are behind it.
    """

    key: OutcomeWord
    people: int
    count: float
    estimate: EstimateView | None


class ArmView(Outbound):
    """`seen` by so many; figures are of the `counted` whose time to respond is over."""

    name: str
    weight: float
    seen: int
    counted: int
    figures: list[OutcomeFigureView]


class LiftView(Outbound):
    """By how much an outcome differs from what it is compared with; of ratings in points."""

    key: OutcomeWord
    estimate: EstimateView | None
    harmed: bool = False


class ComparedView(Outbound):
    """Variants by their places: `other` differs from `base` in the element; the verdict is about the goal."""

    element: ElementWord
    base: list[int]
    other: list[int]
    verdict: Literal["better", "worse", "alike", "unclear", "few"]
    lifts: list[LiftView]


class RatioView(Outbound):
    """Whether people were dealt as the weights say; `chance` at most that of such a deal by luck."""

    alarm: bool
    chance: float


class ExperimentReport(Outbound):
    """As of a moment; may be looked at as often as one likes. Dialogues behind it: `experiment`, `arm`, `counted_by`."""

    experiment: ExperimentView
    as_of: Timestamp
    finding: Literal["uneven", "harm", "better", "worse", "alike", "unclear", "few"]
    ratio: RatioView
    arms: list[ArmView]
    compared: list[ComparedView]
    needed: int
    days_left: int | None
    enough: int
