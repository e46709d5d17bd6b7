"""What the hub sends: acks, views of the nouns, and live events."""

from __future__ import annotations

from typing import Literal

from .base import Outbound, Timestamp


class ErrorBody(Outbound):
    """`fields` maps a path in the payload to what is wrong there."""

    code: Literal[
        "invalid",
        "not_found",
        "not_allowed",
        "conflict",
        "rate_limited",
        "too_large",
        "unavailable",
        "internal",
    ]
    message: str
    fields: dict[str, str] | None = None


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
    """A message as one reader sees it; `used_facts` and `understood` are for agents."""

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
    they are there: by `accept`, or by a word.
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

    `open` and `opens_at` are about people, the bot is always there; `mail`: answers can be e-mailed.
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


class ChoiceView(Outbound):
    """A quick reply."""

    label: str
    payload: str


class GreetingView(Outbound):
    """What the visitor is addressed with before the first word; `used_facts` says what shaped it."""

    text: str
    choices: list[ChoiceView] = []


class FactView(Outbound):
    """A fact; `quote` is the words it came from."""

    id: str
    key: str
    label: str
    value: str
    source: Literal["visitor", "agent", "identity", "shop"]
    confidence: float
    state: Literal["current", "superseded", "ended"]
    observed_at: Timestamp
    quote: str | None = None
    conversation_id: str | None = None
    message_id: str | None = None


class Welcome(Outbound):
    """Right after a visitor connects; `conversation` is the newest that is not resolved, `messages` its newest."""

    token: str
    inbox: InboxView
    contact: ContactView
    conversation: ConversationView | None
    messages: list[MessageView]
    greeting: GreetingView
    consent: dict[str, bool]


class MessageCreated(Outbound):
    """A message was committed."""

    message: MessageView


class ConversationUpdated(Outbound):
    """Owner, status, tags, place in the queue or receipts changed."""

    conversation: ConversationView


class TypingChanged(Outbound):
    """Somebody began or stopped typing."""

    conversation_id: str
    author: AuthorView
    on: bool


class MessagesRead(Outbound):
    """`by` has read up to and including `seq`."""

    conversation_id: str
    seq: int
    by: Literal["visitor", "agent"]


class FactsChanged(Outbound):
    """Facts about the contact changed; fetch them again."""

    contact_id: str | None = None


class QueueChanged(Outbound):
    """All that wait now, first come first."""

    conversations: list[ConversationView]


class ConversationAssigned(Outbound):
    """The receiver answers this one from now on."""

    conversation: ConversationView
    reason: str


class Presence(Outbound):
    """An agent's availability."""

    agent_id: str
    name: str
    state: Literal["online", "away", "offline"]


class VisitorTypingPreview(Outbound):
    """What the visitor has typed so far."""

    conversation_id: str
    text: str


class Reconnect(Outbound):
    """This hub is about to stop: connect again after so long, without a word to anybody."""

    after_ms: int


class SendResult(Outbound):
    """Data of a `send_message` ack."""

    conversation_id: str
    message_id: str
    seq: int


class ResumeResult(Outbound):
    """`more` says that another `resume` is needed."""

    messages: list[MessageView]
    conversation: ConversationView
    more: bool


class HeadView(Outbound):
    """Where a conversation ends now: a client with a smaller `last_seq` has missed something."""

    conversation_id: str
    last_seq: int
    epoch: int
    status: Literal["open", "snoozed", "resolved"]


class HeadsResult(Outbound):
    """Of those asked for that exist and that the caller may read, in no order."""

    heads: list[HeadView]


class ConversationResult(Outbound):
    """Data of commands that change a conversation."""

    conversation: ConversationView


class TranscriptResult(Outbound):
    """Where the transcript goes."""

    email: str


class SubscribeResult(Outbound):
    """The list as it is now; live events follow."""

    conversations: list[ConversationView]


class FactsResult(Outbound):
    """Current facts about the caller, and what they agreed to."""

    facts: list[FactView]
    consent: dict[str, bool]


class IdentifyResult(Outbound):
    """Who the shop says this is; their earlier conversations become visible.

    `token` replaces the stored one when somebody else was signed in on this browser before.
    """

    token: str | None = None
    contact: ContactView
    conversation: ConversationView | None
    messages: list[MessageView]
    greeting: GreetingView
