"""REST bodies."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import AwareDatetime, EmailStr, Field, JsonValue

from chat_server.domain.consent import ConsentRule, Purpose
from chat_server.domain.hold_out import MOST_PERCENT
from chat_server.domain.inbox import RoutingMode

from .base import Identifier, Inbound, Locale, LongText, Outbound, ShortText, Timestamp
from .commands import ElementCode, Page
from .history import CallNoteView
from .incentives import IssuedCouponView, PointsView
from .nouns import (
    ContactView,
    ConversationView,
    FactView,
    GreetingView,
    InboxView,
    MessageView,
    ReceiptView,
)
from .shop import OrderView
from .staff import RuleBody, RuleView, Seconds

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


class CannedReplyView(Outbound):
    """Inserted by `/shortcut`."""

    id: str
    shortcut: str
    text: str


class BotProcessView(Outbound):
    """A process of the bot: whether it is asked, and which model it answers with ("" before it said so)."""

    address: str
    health: Literal["well", "recovering", "ill"]
    model: str


Shortcut = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,40}$")]
ReplyText = Annotated[LongText, Field(min_length=1, max_length=2000)]


class CannedReplyBody(Inbound):
    """A new canned reply."""

    shortcut: Shortcut
    text: ReplyText


class CannedReplyPatch(Inbound):
    """What is left out stays as it is."""

    shortcut: Shortcut | None = None
    text: ReplyText | None = None


class FactBody(Inbound):
    """A fact an agent adds; `key` is one of the registry's, `subject` the order or product it is about.

    LongText selected in a message: its `message_id` and their characters `start` and `end` (Unicode code points);
    with `quote`, those words, it is refused when the message says something else there.
    """

    key: Identifier
    value: Annotated[ShortText, Field(min_length=1)]
    conversation_id: Identifier | None = None
    message_id: Identifier | None = None
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None
    quote: Annotated[str, Field(max_length=4000)] | None = None
    subject: ShortText | None = None
    valid_until: AwareDatetime | None = None


class FactValue(Inbound):
    """What is right."""

    value: Annotated[ShortText, Field(min_length=1)]


class FactVerdict(Inbound):
    """Whether it is right."""

    right: bool


class ContactDetail(Outbound):
    """The contact panel: who, what is remembered, what was ordered, what was said before."""

    contact: ContactView
    created_at: Timestamp
    last_seen_at: Timestamp
    facts: list[FactView]
    unconfirmed: list[FactView] = []
    orders: list[OrderView]
    conversations: list[ConversationView]


class ErasureProof(Outbound):
    """Receipts about one contact, newest first; `left` are rows by table that still have to do with it."""

    receipts: list[ReceiptView]
    left: dict[str, int]


class MergePreviewView(Outbound):
    """What would come, and what of both contacts would give way to something newer; `obstacle` is why it cannot be."""

    facts: list[FactView]
    gives_way: list[FactView]
    conversations: int
    consents: int
    obstacle: str | None = None


class MergeView(Outbound):
    """One contact became another by signed proof; `moved` counts what went, by table."""

    id: str
    contact_id: str
    other_id: str
    at: Timestamp
    moved: dict[str, int]
    undone_at: Timestamp | None = None


class TranscriptRow(ConversationView):
    """A conversation found by search, and once more inside; `snippet` marks the hits with `[` and `]`."""

    conversation: ConversationView
    snippet: str | None = None
    messages: int


class HoursView(Outbound):
    """When people answer, by weekday and for single dates."""

    weekly: dict[str, list[tuple[str, str]]] = {}
    exceptions: dict[str, list[tuple[str, str]]] = {}


class InboxSettings(Outbound):
    """An inbox as accounts see it; secrets never leave. `mail`: this hub can send e-mails."""

    id: str
    key: str
    name: str
    locale: str
    timezone: str
    greeting: str
    accent: str
    bot_name: str
    allowed_origins: list[str]
    routing: Literal["manual", "automatic"]
    answer_seconds: int
    reply_seconds: int
    relax_seconds: int
    team_id: str | None
    routing_rules: list[RuleView]
    hours: HoursView | None
    offline_message: str | None
    reply_email: str | None
    idle_minutes: int
    idle_agent_minutes: int
    idle_close_minutes: int
    memory_holdout: int
    consent: dict[str, Literal["opt_in", "opt_out"]] = {}
    mail: bool = False
    archived_at: Timestamp | None = None


class NewInbox(InboxSettings):
    """`secret` signs the identities of its customers, under the key as `kid`; it is told only here."""

    secret: str


class ArchivedBody(Inbound):
    """An archived inbox has no new dialogues; its history stays."""

    archived: bool


class SecretBody(Inbound):
    """For how many hours the secrets before stay valid; 0 ends them at once."""

    overlap_hours: Annotated[int, Field(ge=0, le=720)] = 24


class RotatedSecret(Outbound):
    """The new secret, told only here, and its `kid`; those before are valid until `old_until`."""

    kid: str
    secret: str
    old_until: Timestamp


Clock = Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
Spans = Annotated[list[tuple[Clock, Clock]], Field(max_length=12)]
"""From and to; one that ends at or before its beginning ends on the next day."""

Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Minutes = Annotated[int, Field(ge=0, le=10_080)]


class HoursBody(Inbound):
    """By the clock of the inbox's time zone; a date in `exceptions` has its own hours, or none: a holiday."""

    weekly: dict[Weekday, Spans] = {}
    exceptions: Annotated[dict[Day, Spans], Field(max_length=400)] = {}


Origins = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=300)]], Field(max_length=100)
]


class InboxBody(Inbound):
    """A new inbox: `key` stands in the websites' pages, which lie at `allowed_origins`."""

    key: Identifier
    name: Annotated[ShortText, Field(min_length=1, max_length=80)]
    allowed_origins: Origins = []
    locale: Locale = "en"
    timezone: Annotated[str, Field(min_length=1, max_length=64)] = "UTC"


class InboxPatch(Inbound):
    """What is left out stays as it is.

    `routing` says whether agents take conversations or are given them; the seconds are how long a routed
    one waits for an answer, how long a later word does (0: for ever), and for how long skills and
    language bind (0: for ever). `team_id` is where conversations go that no rule sends elsewhere.

    `hours` are when people answer, null is always; `offline_message` is said besides when they do not, and
    `reply_email` is where answers to our e-mails go. So many minutes of silence bring a notice (0: never),
    `idle_close_minutes` more the end. Of a hundred contacts `memory_holdout` are spoken to as if nothing were
    remembered, so that `reports/memory` can compare.

    `consent` says by purpose what holds before somebody answered: nothing (`opt_in`) or everything (`opt_out`).
    """

    name: Annotated[ShortText, Field(min_length=1, max_length=80)] | None = None
    locale: Locale | None = None
    greeting: Annotated[LongText, Field(min_length=1, max_length=500)] | None = None
    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None
    bot_name: Annotated[ShortText, Field(min_length=1, max_length=80)] | None = None
    allowed_origins: Origins | None = None
    routing: RoutingMode | None = None
    answer_seconds: Annotated[int, Field(ge=5, le=3600)] | None = None
    reply_seconds: Seconds | None = None
    relax_seconds: Seconds | None = None
    team_id: Identifier | None = None
    routing_rules: Annotated[list[RuleBody], Field(max_length=100)] | None = None
    timezone: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    hours: HoursBody | None = None
    offline_message: Annotated[LongText, Field(min_length=1, max_length=500)] | None = None
    reply_email: EmailStr | None = None
    idle_minutes: Minutes | None = None
    idle_agent_minutes: Minutes | None = None
    idle_close_minutes: Annotated[int, Field(ge=1, le=1440)] | None = None
    memory_holdout: Annotated[int, Field(ge=0, le=MOST_PERCENT)] | None = None
    consent: dict[Purpose, ConsentRule] | None = None


class VisitorSessionBody(Inbound):
    """Opens or continues a visitor's session without sockets."""

    inbox: Identifier
    token: Annotated[str, Field(max_length=200)] | None = None
    identity: Annotated[str, Field(max_length=4000)] | None = None
    locale: Locale | None = None
    page: Page | None = None
    element: ElementCode = None


class VisitorSession(Outbound):
    """As the socket's `welcome`."""

    token: str
    inbox: InboxView
    contact: ContactView
    conversation: ConversationView | None
    messages: list[MessageView]
    greeting: GreetingView
    consent: dict[str, bool]


class FileLinkView(Outbound):
    """Opens one file of the visitor's own, until then; a path of this hub's."""

    url: str
    until: Timestamp


class VisitorExport(Outbound):
    """All we hold about the caller."""

    contact: ContactView
    consent: dict[str, bool]
    facts: list[FactView]
    conversations: list[ConversationView]
    messages: list[MessageView]
    coupons: list[IssuedCouponView]
    points: PointsView
    call_notes: list[CallNoteView]
    # What else is held, by table: browsers, consents given and withdrawn, elements met, experiments, newsletters, reviews.
    records: dict[str, list[dict[str, JsonValue]]]


class Problem(Outbound):
    """RFC 9457; `code` is the stable code that sockets use too."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    fields: dict[str, str] | None = None
