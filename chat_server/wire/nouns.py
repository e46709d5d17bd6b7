"""The nouns as they are sent, in acks, in live events and over REST."""

from __future__ import annotations

from typing import Literal

from .base import Outbound, Timestamp


class AuthorView(Outbound):
    """Who wrote a message."""

    kind: Literal["visitor", "bot", "agent", "system"]
    id: str | None = None
    name: str | None = None


class UnderstoodView(Outbound):
    """What the bot made of a visitor's message; agents only."""

    intent: str
    confidence: float
    entities: list[dict[str, object]] = []
    form: str | None = None


class MessageView(Outbound):
    """A message as one reader sees it; `used_facts` and `understood` are for agents.

    `revision`, for agents too: which of the conversation's late changes changed it last. Of two views of one message
    the higher is the newer; a push whose revision is not the one after the last held means that one was missed.
    """

    id: str
    conversation_id: str
    seq: int
    prev_seq: int
    client_id: str
    author: AuthorView
    kind: Literal["message", "note", "activity"]
    content: dict[str, object]
    created_at: Timestamp
    used_facts: list[str] | None = None
    understood: UnderstoodView | None = None
    revision: int | None = None


class OwnerView(Outbound):
    """Who answers now."""

    kind: Literal["bot", "queue", "agent"]
    agent_id: str | None = None
    name: str | None = None
    epoch: int


class ContactView(Outbound):
    """The person, as far as the reader may know."""

    id: str
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    locale: str | None = None
    identified: bool = False


class QueueView(Outbound):
    """Place among those waiting, first is 1; estimates are absent while there is too little to judge by.

    Four waits of five end between `eta_low_seconds` and `eta_high_seconds` from now, half of them before
    `eta_seconds`. `agents_online` says whether anybody is there to come.
    """

    position: int
    agents_online: bool
    eta_seconds: int | None = None
    eta_low_seconds: int | None = None
    eta_high_seconds: int | None = None


class TeamName(Outbound):
    """The team a conversation was sent to."""

    id: str
    name: str


class ConversationView(Outbound):
    """A conversation; the second half is for agents and absent for visitors.

    `offline`: it was left while nobody was there to answer; `reply_to` is where answers are e-mailed.
    At `answer_by` it goes back to the queue, unless its agent has answered; `routed` until they show that
    they are there: by `accept`, or by a word. A later word of the visitor waits `reply_seconds` for them:
    `message_created` alone tells of it, and the deadline follows from its time.
    """

    id: str
    inbox: str
    status: Literal["open", "snoozed", "resolved"]
    owner: OwnerView
    last_seq: int
    contact: ContactView
    locale: str
    tags: list[str]
    queue: QueueView | None = None
    rating: int | None = None
    opened_at: Timestamp
    updated_at: Timestamp
    read_by_visitor: int = 0
    read_by_agent: int = 0
    offline: bool = False
    reply_to: str | None = None
    snoozed_until: Timestamp | None = None
    last_text: str | None = None
    unread: int | None = None
    queued_at: Timestamp | None = None
    answer_by: Timestamp | None = None
    reply_seconds: int | None = None
    routed: bool | None = None
    team: TeamName | None = None
    handoff_reason: str | None = None
    handoff_summary: str | None = None
    page_url: str | None = None
    page_title: str | None = None
    referrer: str | None = None
    element: str | None = None
    campaign: str | None = None
    variant: str | None = None


class InboxView(Outbound):
    """What the widget needs to look and speak right.

    `open` and `opens_at` are about people, the bot is always there; `mail`: answers can be e-mailed; `file_bytes`: how
    much a file may have, 0 where none are taken.
    """

    key: str
    name: str
    locale: str
    accent: str
    bot_name: str
    bot_ready: bool
    agents_online: bool
    open: bool = True
    opens_at: Timestamp | None = None
    mail: bool = False
    file_bytes: int = 0


class ChoiceView(Outbound):
    """A quick reply."""

    label: str
    payload: str


class GreetingView(Outbound):
    """What the visitor is addressed with before the first word.

    `shown`: what to send back with `greeting_seen` once the visitor has really seen it.
    """

    text: str
    choices: list[ChoiceView] = []
    shown: str | None = None


class FactView(Outbound):
    """A fact; `quote` is the words it came from, `start` and `end` their characters in the message.

    `label`, `said` (a sentence to the person it is about) and `why` (what it is kept for) are in the reader's
    language. `subject` is the order or product it is about. `reason` says why it is history. `dialogue_only`: it
    goes when its dialogue ends, unless its purpose is allowed until then.
    """

    id: str
    key: str
    label: str
    value: str
    source: Literal["visitor", "form", "agent", "identity", "shop"]
    confidence: float
    state: Literal["current", "unconfirmed", "superseded", "ended"]
    observed_at: Timestamp
    quote: str | None = None
    conversation_id: str | None = None
    message_id: str | None = None
    start: int | None = None
    end: int | None = None
    subject: str | None = None
    valid_from: Timestamp | None = None
    valid_until: Timestamp | None = None
    confirmed_at: Timestamp | None = None
    ended_at: Timestamp | None = None
    superseded_by: str | None = None
    reason: Literal["newer", "corrected", "withdrawn", "expired", "solved", "merged"] | None = None
    said: str = ""
    why: str = ""
    purpose: str = "memory"
    dialogue_only: bool = False
    sensitivity: Literal["plain", "personal", "sensitive"] = "plain"


class ReceiptView(Outbound):
    """What was forgotten: how many rows by table, and whether the bot has heard of it and files were written over.

    `kind` is everything of a `person`, what a `consent` covered, one `fact`, or what two people who were taken for
    one knew of each other. The receipt holds nothing of the person.
    """

    id: str
    kind: Literal["person", "consent", "fact", "parted"]
    at: Timestamp
    counts: dict[str, int]
    bot_told_at: Timestamp | None = None
    scrubbed_at: Timestamp | None = None


class HeadView(Outbound):
    """Where a conversation ends now: a client with a smaller `last_seq` or `revision` has missed something."""

    conversation_id: str
    last_seq: int
    epoch: int
    status: Literal["open", "snoozed", "resolved"]
    revision: int | None = None
