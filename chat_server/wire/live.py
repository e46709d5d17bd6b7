"""What the hub sends unasked."""

from __future__ import annotations

from typing import Literal

from .base import Outbound
from .nouns import AuthorView, ContactView, ConversationView, GreetingView, InboxView, MessageView


class Welcome(Outbound):
    """Right after a visitor connects; `conversation` is the newest that is not resolved, `messages` its newest.

    `asks_consent` are the purposes that wait for a yes and that nobody has answered.
    """

    token: str
    inbox: InboxView
    contact: ContactView
    conversation: ConversationView | None
    messages: list[MessageView]
    greeting: GreetingView
    consent: dict[str, bool]
    asks_consent: list[Literal["memory", "analytics", "marketing"]] = []


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
