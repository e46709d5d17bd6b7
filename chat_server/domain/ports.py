"""What services need from the driven side; `app.py` joins them with the real parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime, timedelta

    from .agent import Agent, ApiKey, CannedReply, Session
    from .bot_turn import Answer, BotState, BotTurn, Question
    from .consent import Consent
    from .contact import Contact, Visitor
    from .conversation import Conversation, Step
    from .element import Campaign, Element
    from .events import Event, EventType
    from .fact import Fact
    from .handoff import HandoffReason
    from .inbox import Inbox
    from .journal import Entry
    from .live import LiveEvent
    from .mail import Mail
    from .message import Message
    from .outbox import Delivery, DeliveryKind
    from .ownership import OwnerKind
    from .response_event import ResponseEvent
    from .shop import Coupon, Customer, Order, OrderReturn, Product
    from .team import Team, TeamMember
    from .waiting import QueuePace

T = TypeVar("T")


class BotError(Exception):
    """The bot gave no usable answer; `reason` is why a human takes over."""

    def __init__(self, reason: HandoffReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


class Bot(Protocol):
    """Whoever answers first."""

    async def ask(self, question: Question) -> Answer:
        """One turn; raises `BotError` within its own deadline, never anything else."""

    def state(self) -> BotState:
        """As of its last health check."""

    async def recall(self, question: Question) -> Answer:
        """The answer given to this turn before; raises `BotError` when none is known, and never asks."""

    def has_room(self) -> bool:
        """False while a question would only wait for others to be answered."""

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Drops all it keeps of these dialogues; raises `BotError` when it could not."""


class MailError(Exception):
    """The mail was not taken over; `for_good` says that trying again is useless."""

    def __init__(self, detail: str, *, for_good: bool) -> None:
        super().__init__(detail)
        self.for_good = for_good


class Mailer(Protocol):
    """Whoever carries e-mails."""

    @property
    def domain(self) -> str:
        """What our Message-IDs end with."""

    async def send(self, mail: Mail) -> None:
        """Returns once it was taken over; raises `MailError` within its own deadline."""


@dataclass(frozen=True)
class DialogueFilter:
    """Which dialogues a list, an export or a report is about; times are [since, until)."""

    query: str | None = None
    status: str | None = None
    owner: str | None = None
    agent_id: str | None = None
    inbox_id: str | None = None
    contact_id: str | None = None
    tag: str | None = None
    element: str | None = None
    campaign: str | None = None
    variant: str | None = None
    channel: str | None = None
    locale: str | None = None
    intent: str | None = None
    handoff_reason: str | None = None
    outcome: str | None = None
    rating: int | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Slice:
    """A place in a list sorted by time; `before` and `before_id` are of the last one seen."""

    limit: int = 50
    oldest_first: bool = False
    before: datetime | None = None
    before_id: str | None = None


@dataclass(frozen=True)
class Hit:
    """A dialogue found; `snippet` marks words found with `[` and `]`."""

    conversation: Conversation
    messages: int
    snippet: str | None = None


class Inboxes(Protocol):
    """Inboxes are few; they are read by key on every connection."""

    async def get(self, inbox_id: str) -> Inbox | None: ...
    async def by_key(self, key: str) -> Inbox | None: ...
    async def all(self) -> list[Inbox]: ...


class Contacts(Protocol):
    """Contacts, their visitors, consents and used identity tokens."""

    async def get(self, contact_id: str) -> Contact | None: ...
    async def by_external_id(self, inbox_id: str, external_id: str) -> Contact | None: ...
    async def search(self, query: str | None, piece: Slice) -> list[Contact]: ...
    async def many(self, contact_ids: Iterable[str]) -> dict[str, Contact]:
        """By id; who does not exist is absent."""

    async def visitor(self, visitor_id: str) -> Visitor | None: ...
    async def visitor_by_digest(self, digest: str) -> Visitor | None: ...
    async def consents(self, contact_id: str) -> list[Consent]: ...
    async def move(self, visitor_id: str, old: str, new: str) -> None:
        """The visitor's conversations and an anonymous contact's facts go to contact `new`; `old` goes."""

    async def claim_identity(
        self, digest: str, visitor_id: str, expires_at: datetime, now: datetime
    ) -> bool:
        """Whether this visitor may use the token: nobody else has."""

    async def erase(self, contact_id: str) -> list[str]:
        """Deletes all of a contact's rows; returns the ids of the conversations that were."""


class Conversations(Protocol):
    """Dialogues; `lock` holds the row until the transaction ends."""

    async def get(self, conversation_id: str) -> Conversation | None: ...
    async def lock(self, conversation_id: str) -> Conversation | None: ...
    async def by_ids(self, conversation_ids: Sequence[str]) -> list[Conversation]: ...
    async def opened_with(self, visitor_id: str, client_id: str) -> Conversation | None: ...
    async def latest_open(self, contact_id: str) -> Conversation | None: ...
    async def of_contact(self, contact_id: str, limit: int) -> list[Conversation]: ...
    async def waiting(self, inbox_id: str | None = None) -> list[Conversation]: ...
    async def owned_by(self, agent_id: str) -> list[Conversation]: ...
    async def loads(self) -> dict[str, int]:
        """How many open ones each agent answers; none is absent."""

    async def attended(
        self, inbox_ids: Sequence[str], agent_ids: Sequence[str]
    ) -> list[Conversation]:
        """Open ones of people: in these inboxes those that wait for an answer, of these agents all."""

    async def recent(self, inbox_id: str | None, limit: int) -> list[Conversation]: ...

    async def unread(self, conversation_ids: Sequence[str]) -> dict[str, int]:
        """Visitor messages that no agent has read, by conversation; none is absent."""


class Absences(Protocol):
    """Ids of conversations that time alone must move on, longest due first."""

    async def silent(
        self, inbox_id: str, owner: OwnerKind, before: datetime, limit: int
    ) -> list[str]:
        """Open, answered by such an owner, nothing said since, no notice given, the visitor's turn."""

    async def noticed(self, inbox_id: str, before: datetime, limit: int) -> list[str]:
        """Given notice before that time, and silent since."""

    async def to_wake(self, now: datetime, limit: int) -> list[str]:
        """Snoozed until now or earlier."""

    async def untold(self, inbox_id: str, limit: int) -> list[str]:
        """Waiting, and not told that nobody is there."""


class Messages(Protocol):
    """What was said, in order of seq."""

    async def get(self, message_id: str) -> Message | None: ...
    async def at(self, conversation_id: str, seq: int) -> Message | None: ...
    async def by_client_id(
        self, conversation_id: str, sender: str, client_id: str
    ) -> Message | None: ...
    async def after(
        self, conversation_id: str, seq: int, limit: int, *, public: bool
    ) -> list[Message]: ...
    async def newest(self, conversation_id: str, limit: int, *, public: bool) -> list[Message]: ...
    async def by_ids(self, message_ids: Sequence[str]) -> dict[str, Message]: ...


class Turns(Protocol):
    """The durable queue of bot turns."""

    async def get(self, turn_id: str) -> BotTurn | None: ...
    async def claim(self, now: datetime, stale: datetime) -> BotTurn | None:
        """The oldest turn that may run, set running: one at a time per conversation, in its order.

        A turn that has been running since before `stale` lost its hub and is claimed again.
        """

    async def last_finished(self, conversation_id: str) -> datetime | None:
        """When the dialogue's latest finished turn ended."""

    async def pending(self) -> list[BotTurn]:
        """All that have not begun, oldest first."""


class Outbox(Protocol):
    """Promised deliveries."""

    async def lock(self, delivery_id: str) -> Delivery | None: ...
    async def is_due(self, now: datetime) -> bool: ...
    async def claim(self, now: datetime, lease: timedelta) -> Delivery | None:
        """The one longest due that nobody has, as this worker's until the lease ends."""

    async def end_leases(self) -> None:
        """For the only hub there is, when it begins: whoever held a lease was killed."""

    async def is_promised(self, source: str, kind: DeliveryKind) -> bool: ...
    async def sent_before(self, conversation_id: str, limit: int) -> list[str]:
        """Ids of the newest e-mailed replies, oldest first."""

    async def count_to(self, recipient: str, kind: DeliveryKind, since: datetime) -> int:
        """How many were promised to this address."""

    async def forget_address(self, contact_id: str, address: str) -> None:
        """From the contact's dialogues and from what was promised in them."""

    async def sweep(self, before: datetime) -> int:
        """Forgets what was finished before; how many."""


class Facts(Protocol):
    """The ledger."""

    async def get(self, fact_id: str) -> Fact | None: ...
    async def current(self, contact_id: str) -> list[Fact]: ...
    async def holders(self, key: str, contact_ids: Collection[str]) -> set[str]:
        """Those of the contacts of whom a fact with this key holds now."""

    async def forget(self, fact: Fact) -> None:
        """Deletes it and the earlier values it superseded."""


class Agents(Protocol):
    """Accounts, their sessions and keys."""

    async def get(self, agent_id: str) -> Agent | None: ...
    async def lock(self, agent_id: str) -> Agent | None: ...
    async def by_email(self, email: str) -> Agent | None: ...
    async def all(self) -> list[Agent]: ...
    async def any_online(self) -> bool: ...
    async def session(self, digest: str) -> Session | None: ...
    async def end_session(self, digest: str) -> None: ...
    async def api_key(self, digest: str) -> ApiKey | None: ...
    async def canned_replies(self) -> list[CannedReply]: ...


class Teams(Protocol):
    """Teams, their members, and the pace of the queues."""

    async def get(self, team_id: str) -> Team | None: ...
    async def all(self) -> list[Team]: ...
    async def by_name(self, name: str) -> Team | None: ...
    async def members(self) -> list[TeamMember]: ...
    async def set_members(self, team_id: str, agent_ids: Collection[str]) -> None: ...
    async def set_teams(self, agent_id: str, team_ids: Collection[str]) -> None: ...
    async def remove(self, team: Team) -> None: ...
    async def paces(self) -> list[QueuePace]: ...
    async def keep(self, pace: QueuePace) -> None:
        """Instead of what was known of this queue before."""


class Log(Protocol):
    """The append-only log and its fold, one response event a dialogue."""

    async def after(self, position: int, limit: int) -> list[Event]: ...
    async def latest(self, kind: EventType, inbox_id: str, limit: int) -> list[Event]:
        """The last lines of a kind, oldest first."""

    async def of_conversations(
        self, conversation_ids: Collection[str], kinds: Sequence[EventType]
    ) -> list[Event]: ...
    async def known(self, event_ids: Collection[str]) -> set[str]:
        """Those of the ids that the log has."""

    async def response_event(self, conversation_id: str) -> ResponseEvent | None: ...
    async def response_events(
        self, wanted: DialogueFilter, piece: Slice
    ) -> list[ResponseEvent]: ...


class Transcripts(Protocol):
    """Dialogues as they were said."""

    async def search(self, wanted: DialogueFilter, piece: Slice) -> list[Hit]: ...
    def messages(self, wanted: DialogueFilter) -> AsyncIterator[Message]: ...


class Reports(Protocol):
    """Counts for the overview; every method takes the same filter."""

    async def dialogues(self, wanted: DialogueFilter) -> list[ResponseEvent]:
        """All response events of the period, oldest first."""

    async def returning_contacts(self, wanted: DialogueFilter) -> int:
        """Contacts with a dialogue in the period that was not their first."""

    async def element_counts(self) -> dict[str, tuple[int, int]]:
        """By code: how often opened, how many dialogues."""


class Elements(Protocol):
    """Campaigns and their response elements."""

    async def get(self, code: str) -> Element | None: ...
    async def all(self) -> list[Element]: ...
    async def campaigns(self) -> list[Campaign]: ...
    async def campaign(self, campaign_id: str) -> Campaign | None: ...


class Shop(Protocol):
    """What the shop told us."""

    async def order(self, number: str) -> tuple[Order, Customer] | None: ...
    async def orders_of(self, external_id: str, limit: int) -> list[tuple[Order, Customer]]: ...
    async def returns_of(self, number: str) -> list[OrderReturn]: ...
    async def products(
        self,
        query: str | None,
        category: str | None,
        colour: str | None,
        size: str | None,
        limit: int,
    ) -> list[Product]: ...
    async def coupons(self, code: str | None) -> list[Coupon]: ...
    async def customer(self, customer_id: str) -> Customer | None: ...


class Transaction(Protocol):
    """All repositories under one transaction; leaving the block commits, an exception undoes."""

    @property
    def inboxes(self) -> Inboxes: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def facts(self) -> Facts: ...
    @property
    def agents(self) -> Agents: ...
    @property
    def teams(self) -> Teams: ...
    @property
    def log(self) -> Log: ...
    @property
    def transcripts(self) -> Transcripts: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def elements(self) -> Elements: ...
    @property
    def shop(self) -> Shop: ...

    def add(self, *things: object) -> None:
        """New domain objects to be kept."""

    async def flush(self) -> None:
        """Writes what was added so far, so that rows which refer to it may follow."""

    async def save(self, step: Step) -> None:
        """A move's messages and log lines, folded into the response event."""

    async def record(self, events: Iterable[Event]) -> None:
        """Log lines on their own."""

    def tell(self, *events: LiveEvent) -> None:
        """Live events to be sent once this is committed, and only then."""

    def after_commit(self, action: Callable[[], None]) -> None:
        """Something quick to do once this is committed, and only then."""


class Store(Protocol):
    """Where everything is kept."""

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """A writing transaction; raises `Unavailable` when the database is away, locked or full."""

    def read(self) -> AbstractAsyncContextManager[Transaction]:
        """A consistent view for reading."""

    def write(self, entry: Entry[T]) -> Awaitable[T]:
        """One quick decision through the journal, which commits many together; not from inside `begin`.

        Raises what the decision raises, and `Unavailable` when it is not known to be committed: asking again
        under the same client id is safe and answers as the first time.
        """

    async def catch_up(self) -> None:
        """What was said until now is found by search from here on, at the latest."""

    async def ping(self) -> None:
        """Raises `Unavailable` when the database does not answer."""


class Leases(Protocol):
    """What one hub does for all; never a lock that something rests on."""

    async def take(self, name: str, seconds: float) -> bool:
        """Whether this hub holds `name` from now on; one that it holds is prolonged. False when nobody can tell."""

    async def release(self) -> None:
        """Lets go of all that this hub holds."""


class SharedBuckets(Protocol):
    """Token buckets of all hubs together."""

    async def take(
        self, name: str, key: str, burst: int, seconds: float, wanted: int
    ) -> int | None:
        """Up to `wanted` tokens of the bucket; 0 when it is empty, None when nobody can tell. Soon, and never fails."""


class Clock(Protocol):
    """The time, aware and in UTC."""

    def __call__(self) -> datetime: ...
