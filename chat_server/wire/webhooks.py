"""REST bodies about webhooks, and the bodies that webhooks are sent."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Inbound, Outbound, ShortText, Timestamp
from .staff import Name

EventName = Literal[
    "conversation_opened",
    "message_created",
    "conversation_handed_off",
    "conversation_queued",
    "conversation_assigned",
    "conversation_returned_to_bot",
    "conversation_resolved",
    "conversation_reopened",
    "conversation_rated",
    "fact_learned",
    "coupon_issued",
    "coupon_redeemed",
    "points_changed",
    "contact_unsubscribed",
]
Words = Literal["none", "masked", "full"]
Url = Annotated[str, Field(min_length=1, max_length=2000)]
Events = Annotated[list[EventName], Field(min_length=1, max_length=50)]


class WebhookView(Outbound):
    """A webhook without its secret; `waiting` counts deliveries that were not taken yet.

    `failures` are those since the last success, which began at `failing_since`; until `resting_until` nothing is tried.
    """

    id: str
    name: str
    url: str
    events: list[EventName]
    texts: Words
    created_at: Timestamp
    paused_at: Timestamp | None = None
    pause_reason: str | None = None
    failing_since: Timestamp | None = None
    failures: int
    resting_until: Timestamp | None = None
    waiting: int


class NewWebhook(WebhookView):
    """`secret` is the key of the signatures; it is told only here."""

    secret: str


class WebhookBody(Inbound):
    """Whom to tell what; `texts` says whether the words of messages leave the house."""

    name: Name
    url: Url
    events: Events
    texts: Words = "none"


class WebhookPatch(Inbound):
    """What is left out stays as it is."""

    name: Name | None = None
    url: Url | None = None
    events: Events | None = None
    texts: Words | None = None
    paused: bool | None = None


class WebhookDeliveryView(Outbound):
    """One event on its way; `status` is the last answer's, `outcome` why it was not taken."""

    id: str
    event_id: str
    type: EventName | Literal["ping"]
    conversation_id: str | None = None
    state: Literal["waiting", "delivered", "failed"]
    attempts: int
    created_at: Timestamp
    due_at: Timestamp
    tried_at: Timestamp | None = None
    finished_at: Timestamp | None = None
    status: int | None = None
    took_ms: int | None = None
    outcome: str | None = None


class EventActor(Outbound):
    """Who did it; `id` is an account's or a visitor's."""

    kind: ShortText
    id: str | None = None


class EventMessage(Outbound):
    """A message; `content` holds its type alone where the webhook has `texts: none`."""

    id: str
    seq: int
    author: Literal["visitor", "bot", "agent", "system"]
    content: dict[str, object]


class EventData(Outbound):
    """What goes with an event; which of it with which is in docs/webhooks.md."""

    message: EventMessage | None = None
    element: str | None = None
    channel: str | None = None
    campaign: str | None = None
    variant: str | None = None
    language: str | None = None
    reason: str | None = None
    team: str | None = None
    score: int | None = None
    fact_id: str | None = None
    key: str | None = None
    coupon: str | None = None
    incentive: str | None = None
    kind: str | None = None
    discount_cents: int | None = None
    total_cents: int | None = None
    sku: str | None = None
    change: int | None = None


class WebhookEventBody(Outbound):
    """What a webhook is sent; `id` is the event's, the same in every try, `sequence` rises in the order of events."""

    id: str
    type: EventName | Literal["ping"]
    created_at: Timestamp
    sequence: int | None
    inbox: str | None
    conversation_id: str | None
    contact_id: str | None
    actor: EventActor
    data: EventData
