"""REST bodies."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field

from chat_server.domain.element import ElementKind

from .base import Identifier, Inbound, Locale, Outbound, ShortText, Timestamp
from .content import Link
from .live import ContactView, ConversationView, FactView, GreetingView, MessageView

T = TypeVar("T")


class PageOf(Outbound, Generic[T]):
    """One page; pass `next` back as `cursor` for the following one."""

    items: list[T]
    next: str | None


class SignIn(Inbound):
    """E-mail and password of an account."""

    email: Annotated[str, Field(min_length=3, max_length=254)]
    password: Annotated[str, Field(min_length=1, max_length=200)]


class AccountView(Outbound):
    """An account as itself and administrators see it."""

    id: str
    email: str
    name: str
    role: Literal["agent", "marketer", "admin", "bot"]
    availability: Literal["online", "away", "offline"] = "offline"


class SignedIn(Outbound):
    """`token` goes into the agent handshake or `Authorization: Bearer`."""

    token: str
    account: AccountView


class SessionView(Outbound):
    """Who is signed in."""

    account: AccountView


class ColleagueView(Outbound):
    """An agent as colleagues see them."""

    id: str
    name: str
    role: str
    availability: Literal["online", "away", "offline"]


class CannedReplyView(Outbound):
    """Inserted by `/shortcut`."""

    id: str
    shortcut: str
    text: str


class CannedReplyBody(Inbound):
    """A new canned reply."""

    shortcut: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")]
    text: Annotated[ShortText, Field(min_length=1, max_length=2000)]


class FactBody(Inbound):
    """A fact an agent adds; `key` is one of the registry's."""

    key: Identifier
    value: Annotated[ShortText, Field(min_length=1)]
    conversation_id: Identifier | None = None
    message_id: Identifier | None = None


class OrderItemView(Outbound):
    """One line of an order."""

    sku: str
    name: str
    size: str | None = None
    colour: str | None = None
    quantity: int
    price_cents: int


class CustomerView(Outbound):
    """Who ordered."""

    name: str
    email: str


class OrderView(Outbound):
    """An order as the shop knows it."""

    number: str
    status: Literal["placed", "packed", "shipped", "delivered", "cancelled", "returned"]
    placed_at: Timestamp
    delivered_at: Timestamp | None = None
    eta: Timestamp | None = None
    carrier: str | None = None
    tracking_url: str | None = None
    currency: str
    total_cents: int
    items: list[OrderItemView]
    customer: CustomerView


class ReturnBody(Inbound):
    """Who asks is proven by the order's e-mail or by an identified contact."""

    email: Annotated[str, Field(max_length=254)] | None = None
    contact_id: Identifier | None = None
    reason: Annotated[ShortText, Field(min_length=1, max_length=500)]
    sku: Identifier | None = None


class ReturnView(Outbound):
    """A return that was asked for."""

    id: str
    number: str
    status: str
    reason: str
    sku: str | None = None


class ProductView(Outbound):
    """A product; `in_stock` counts pieces per size."""

    sku: str
    name: str
    category: str
    description: str
    price_cents: int
    currency: str
    colours: list[str]
    sizes: list[str]
    in_stock: dict[str, int]
    image_url: str
    url: str


class CouponView(Outbound):
    """`value` is percent points or cents, as `kind` says."""

    code: str
    kind: Literal["percent", "amount"]
    value: int
    currency: str
    min_total_cents: int
    valid_until: Timestamp
    active: bool


class ContactDetail(Outbound):
    """The contact panel: who, what is remembered, what was ordered, what was said before."""

    contact: ContactView
    created_at: Timestamp
    last_seen_at: Timestamp
    facts: list[FactView]
    orders: list[OrderView]
    conversations: list[ConversationView]


class TranscriptRow(Outbound):
    """A conversation found by search; `snippet` marks the hits with `[` and `]`."""

    conversation: ConversationView
    snippet: str | None = None
    messages: int


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
    facts_learned: int
    facts_used: int


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


class CampaignView(Outbound):
    """What a marketer paid for, with its elements' counts."""

    id: str
    name: str
    created_at: Timestamp
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


class ElementBody(Inbound):
    """A new response element; without `code` one is made."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{3,40}$")] | None = None
    kind: ElementKind
    name: Annotated[ShortText, Field(min_length=1)]
    target_url: Link
    campaign_id: Identifier | None = None
    variant: ShortText | None = None


class InboxSettings(Outbound):
    """An inbox as administrators see it; secrets never leave."""

    id: str
    key: str
    name: str
    locale: str
    timezone: str
    greeting: str
    accent: str
    bot_name: str
    allowed_origins: list[str]


class VisitorSessionBody(Inbound):
    """Opens or continues a visitor's session without sockets."""

    inbox: Identifier
    token: Annotated[str, Field(max_length=200)] | None = None
    identity: Annotated[str, Field(max_length=4000)] | None = None
    locale: Locale | None = None


class VisitorSession(Outbound):
    """As the socket's `welcome`."""

    token: str
    contact: ContactView
    conversation: ConversationView | None
    messages: list[MessageView]
    greeting: GreetingView
    consent: dict[str, bool]


class VisitorExport(Outbound):
    """All we hold about the caller."""

    contact: ContactView
    consent: dict[str, bool]
    facts: list[FactView]
    conversations: list[ConversationView]
    messages: list[MessageView]


class Problem(Outbound):
    """RFC 9457; `code` is the stable code that sockets use too."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    fields: dict[str, str] | None = None
