"""REST bodies of the marketing pages: response events, the log, reports, campaigns and elements."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from chat_server.domain.element import ElementKind

from .base import Identifier, Inbound, Outbound, ShortText, Timestamp
from .content import Link


class ResponseEventView(Outbound):
    """One dialogue as a marketer counts it."""

    conversation_id: str
    inbox: str
    contact_id: str
    opened_at: Timestamp
    channel: str
    language: str
    element: str | None = None
    campaign: str | None = None
    variant: str | None = None
    intents: list[str]
    misses: int
    visitor_messages: int
    bot_messages: int
    agent_messages: int
    first_reply_at: Timestamp | None = None
    handed_off_at: Timestamp | None = None
    handoff_reason: str | None = None
    handoffs: int
    first_agent_reply_at: Timestamp | None = None
    agents: list[str]
    resolved_at: Timestamp | None = None
    resolved_by: str | None = None
    rating: int | None = None
    agent_rating: int | None = None
    facts_learned: int
    facts_used: int
    memory_arm: Literal["treated", "held_out", "none"]
    memory_share: int
    asked_again: int


class EventView(Outbound):
    """A line of the append-only log; `position` is the cursor."""

    id: str
    position: int
    type: str
    at: Timestamp
    inbox_id: str
    conversation_id: str | None = None
    contact_id: str | None = None
    actor_kind: str
    actor_id: str | None = None
    data: dict[str, object]


class Share(Outbound):
    """A count and what it is out of."""

    key: str
    count: int


class DayCount(Outbound):
    """Dialogues opened on one UTC day, and how they were answered."""

    day: str
    dialogues: int
    handed_off: int
    resolved: int


class Overview(Outbound):
    """Counts of the dialogues opened in [from, to); medians in seconds; every share is beside its base.

    `facts_used` counts bot messages shaped by at least one fact, `bot_messages` all of them. `elements` are keyed by
    code, `campaigns` by id, `ratings` by score.
    """

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    dialogues: int
    previous_dialogues: int
    handed_off: int
    resolved: int
    resolved_without_human: int
    rated: int
    rating_mean: float | None
    ratings: list[Share]
    first_replies: int
    first_reply_median_seconds: float | None
    agent_replies: int
    agent_reply_median_seconds: float | None
    contacts: int
    returning_contacts: int
    bot_messages: int
    facts_used: int
    memory_used: int
    days: list[DayCount]
    handoff_reasons: list[Share]
    intents: list[Share]
    elements: list[Share]
    campaigns: list[Share]
    channels: list[Share]
    languages: list[Share]


class CameView(Outbound):
    """People of a cohort with a dialogue in [from, to), two days."""

    from_: Annotated[str, Field(serialization_alias="from")]
    to: str
    contacts: int


class CohortView(Outbound):
    """People whose first dialogue was in [from, to); `came` begins with that week or month, where all of them came."""

    from_: Annotated[str, Field(serialization_alias="from")]
    to: str
    size: int
    came: list[CameView]


class RetentionReport(Outbound):
    """The last twelve weeks or months, oldest first; the last one of each cohort is not over."""

    unit: Literal["week", "month"]
    cohorts: list[CohortView]


class IntervalView(Outbound):
    """An estimate and its 95 % interval."""

    value: float
    low: float
    high: float


class ArmFigure(Outbound):
    """One arm: on how many contacts and dialogues a figure rests; no interval where they are too few."""

    contacts: int
    dialogues: int
    interval: IntervalView | None


class MemoryMeasure(Outbound):
    """One outcome with memory (`treated`) and without (`held_out`); `lift` is the first less the second.

    Shares are of dialogues, from 0 to 1; `rating` is a mean. `verdict` speaks of memory and is surer than the interval,
    because several are given at once; `few` means not enough yet.
    """

    key: Literal["resolved", "asked_again", "handed_off", "rating", "ordered"]
    mean: bool
    more_is_better: bool
    treated: ArmFigure
    held_out: ArmFigure
    lift: IntervalView | None
    verdict: Literal["better", "worse", "unclear", "few"]


class InboxShare(Outbound):
    """How many of a hundred contacts an inbox holds out now."""

    inbox: str
    percent: int


class MemoryReport(Outbound):
    """Whether memory helps: dialogues opened in [from, to) while some contacts were held out of it.

    Contacts were dealt, not dialogues, and intervals know. `enough` contacts are needed in each arm; an order counts
    within `order_days` of a dialogue's beginning.
    """

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    shares: list[InboxShare]
    enough: int
    order_days: int
    measures: list[MemoryMeasure]


class HelpPassageView(Outbound):
    """A passage of a help page: how often the bot said it, and what was said of that.

    `title` and `heading` are null where the page is there no more; `handed_off` counts answers after which the
    dialogue went to a person before another page was shown.
    """

    language: str
    article: str
    passage: str
    path: str
    title: str | None
    heading: str | None
    shown: int
    helpful: int
    not_helpful: int
    handed_off: int


class MissedQuestionView(Outbound):
    """A question that found no page; `text` is null where the words are forgotten."""

    conversation_id: str
    seq: int
    language: str
    at: Timestamp
    text: str | None


class HelpReport(Outbound):
    """Answers from help pages in [from, to); `missed` counts all questions without one, `questions` are the newest."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    passages: list[HelpPassageView]
    missed: int
    questions: list[MissedQuestionView]


class CampaignView(Outbound):
    """What a marketer paid for, with its elements' counts."""

    id: str
    name: str
    created_at: Timestamp
    archived_at: Timestamp | None = None
    opened: int
    dialogues: int


class CampaignBody(Inbound):
    """A new campaign."""

    name: Annotated[ShortText, Field(min_length=1)]


class ElementView(Outbound):
    """A response element; its public link is `/r/{code}`."""

    code: str
    kind: ElementKind
    name: str
    target_url: str
    campaign_id: str | None = None
    campaign: str | None = None
    variant: str | None = None
    created_at: Timestamp
    opened: int
    dialogues: int
    cost_cents: int | None = None
    currency: str | None = None
    utm: dict[str, str]


UtmName: TypeAlias = Literal["source", "medium", "campaign", "term", "content"]
Utm: TypeAlias = Annotated[
    dict[UtmName, Annotated[ShortText, Field(min_length=1, max_length=200)]], Field(max_length=5)
]


class CostBody(Inbound):
    """What was paid for it in all."""

    cents: Annotated[int, Field(ge=0, le=10**12)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class ElementPatch(Inbound):
    """What is not given stays; the code and the kind are on paper and cannot be changed."""

    name: Annotated[ShortText, Field(min_length=1)] | None = None
    target_url: Link | None = None
    cost: CostBody | None = None
    utm: Utm | None = None


class FunnelStepView(Outbound):
    """People who came so far, each once; `dialogues` are those behind the figure.

    `share` of `out_of`, the people of the step it follows from, where those are enough.
    """

    name: Literal["opened", "shown", "seen", "dialogue", "handoff", "coupon", "order"]
    people: int
    dialogues: int | None = None
    out_of: int | None = None
    share: IntervalView | None = None


class ElementReport(Outbound):
    """What one element brought in [from, to). `opened` counts browsers, all later steps contacts.

    `cost_each` is the cost of one dialogue in cents, its interval that of the count; `order_days` as in the report
    about memory. `robots` opened the link and are counted nowhere else.
    """

    element: ElementView
    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    steps: list[FunnelStepView]
    robots: int
    cost_each: IntervalView | None = None
    order_days: int


class CreditView(Outbound):
    """Each order once a person; `dialogues` are those of the period that they had in the window before it."""

    which: Literal["first", "last"]
    orders: int
    people: int
    dialogues: int


class ElementCredit(Outbound):
    """Orders placed in [from, to) by who met the element first, or last, in the `window` days before."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    window: int
    touches: list[CreditView]


class OrdersView(Outbound):
    """Each order once a person."""

    which: Literal["first", "last"]
    orders: int
    people: int


class ElementOrdersView(Outbound):
    """Of one element."""

    code: str
    touches: list[OrdersView]


class ElementOrders(Outbound):
    """Orders placed in [from, to), by every element that their people met first, or last, in the `window` days before."""

    from_: Annotated[Timestamp, Field(serialization_alias="from")]
    to: Timestamp
    window: int
    items: list[ElementOrdersView]


class ElementBody(Inbound):
    """A new response element; without `code` one is made."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{3,40}$")] | None = None
    kind: ElementKind
    name: Annotated[ShortText, Field(min_length=1)]
    target_url: Link
    campaign_id: Identifier | None = None
    variant: ShortText | None = None
    cost: CostBody | None = None
    utm: Utm | None = None
