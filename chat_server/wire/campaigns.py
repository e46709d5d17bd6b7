"""REST bodies of campaigns that write to people."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from chat_server.domain.facts.words import LANGUAGES

from .base import Identifier, Inbound, Outbound, ShortText, Text, Timestamp

State = Literal["draft", "running", "paused", "done", "cancelled"]
Language = Annotated[str, Field(pattern=f"^({'|'.join(LANGUAGES)})$")]
Minute = Annotated[int, Field(ge=0, le=24 * 60)]


class WordingBody(Inbound):
    """A newsletter in one language: `{link}` is where the element's link stands, `{name}` the contact's name."""

    subject: Annotated[ShortText, Field(min_length=1)]
    text: Text


class CapBody(Inbound):
    """At most so many mails of all campaigns in so many days, for each contact."""

    count: Annotated[int, Field(ge=1, le=100)]
    days: Annotated[int, Field(ge=1, le=366)]


class QuietBody(Inbound):
    """Minutes after midnight by the inbox's clock; an end before the start is on the next day."""

    start: Minute
    end: Minute


class CampaignPlanBody(Inbound):
    """A whole plan, while the campaign is a draft; what is left out is empty.

    `starts_at` is a wall clock's time in `zone`, as `2026-12-01T09:00`. A budget bounds the mails by what a thousand
    of them cost. `element` is the code of a newsletter element of this campaign.
    """

    segment_id: Identifier | None = None
    element: Identifier | None = None
    starts_at: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d$")] | None = None
    zone: Annotated[ShortText, Field(min_length=1)] = "UTC"
    budget_cents: Annotated[int, Field(ge=0, le=10**9)] | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    cents_per_thousand: Annotated[int, Field(ge=1, le=10**7)] | None = None
    cap: CapBody | None = CapBody(count=2, days=7)
    quiet: QuietBody | None = QuietBody(start=21 * 60, end=8 * 60)
    newsletter: dict[Language, WordingBody] = Field(default_factory=dict)


class WordingView(Outbound):
    """In one language."""

    subject: str
    text: str


class CapView(Outbound):
    """For each contact, over all campaigns."""

    count: int
    days: int


class QuietView(Outbound):
    """Minutes after midnight."""

    start: int
    end: int


class CampaignPlanView(Outbound):
    """As it is."""

    segment_id: str | None = None
    element: str | None = None
    starts_at: str | None = None
    zone: str
    budget_cents: int | None = None
    currency: str | None = None
    cents_per_thousand: int | None = None
    cap: CapView | None = None
    quiet: QuietView | None = None
    newsletter: dict[str, WordingView]


class CampaignPatch(Inbound):
    """What is not given stays."""

    name: Annotated[ShortText, Field(min_length=1)] | None = None
    archived: bool | None = None


class CampaignRemoved(Outbound):
    """Archived is what was started, or has elements, incentives or mails; its figures stay."""

    outcome: Literal["erased", "archived"]


class CampaignDetail(Outbound):
    """A campaign, its plan and how far it is.

    `mails` counts them by state, `reasons` those of the audience that get none, by why. `opened` and `clicked` count
    mails of people who allow to be measured, each once.
    """

    id: str
    name: str
    created_at: Timestamp
    state: State
    plan: CampaignPlanView
    missing: dict[str, str]
    starts_at: Timestamp | None
    planned_at: Timestamp | None
    ended_at: Timestamp | None
    archived_at: Timestamp | None
    problem: str | None
    mails: dict[str, int]
    reasons: dict[str, int]
    opened: int
    clicked: int
    unsubscribed: int


class CostView(Outbound):
    """What was paid in one currency."""

    cents: int
    currency: str


class CampaignFiguresView(Outbound):
    """Openings of its elements and its dialogues opened in [from, to); `costs` are those of its elements in all.

    `coupons`, `redeemed` and `ordered` are dialogues, by the outcomes `coupon`, `redeemed` and `ordered` of lists of them.
    """

    id: str
    name: str
    state: State
    created_at: Timestamp
    elements: int
    opened: int
    dialogues: int
    handed_off: int
    resolved: int
    resolved_without_human: int
    coupons: int
    redeemed: int
    ordered: int
    costs: list[CostView]


class ReceiverView(Outbound):
    """A contact by their id alone; no reason: they would get it."""

    contact_id: str
    reason: str | None = None


class DryRunView(Outbound):
    """Who would get it if it started now; `later` of the receivers because it is quiet at this hour."""

    audience: int
    receivers: int
    later: int
    reasons: dict[str, int]
    sample: list[ReceiverView]


class AddressView(Outbound):
    """An address on the do-not-contact list, by its digest; it names nobody."""

    digest: str
    why: Literal["unsubscribed", "bounced", "asked"]
    since: Timestamp | None
    bounces: int
    soft_bounces: int


class AddressBody(Inbound):
    """Somebody who wants no mails; the reason goes to the audit."""

    email: Annotated[ShortText, Field(min_length=3)]
    reason: Annotated[ShortText, Field(min_length=1)]


class LiftBody(Inbound):
    """Why an address may be written to again; goes to the audit."""

    reason: Annotated[ShortText, Field(min_length=1)]


class BounceView(Outbound):
    """What a mail server said of one recipient, without naming them."""

    kind: Literal["hard", "soft", "none"]
    status: str | None = None


class BouncesView(Outbound):
    """What was taken from a report."""

    items: list[BounceView]


class RefusedView(Outbound):
    """Addresses that no campaign writes to, by why."""

    unsubscribed: int = 0
    bounced: int = 0
    asked: int = 0
