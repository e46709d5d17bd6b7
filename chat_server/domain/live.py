"""Live events: what just changed, told after the commit to whoever may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from .agent import Agent
    from .contact import Contact
    from .conversation import Conversation
    from .message import Author, Message
    from .ownership import Owner
    from .team import Team
    from .waiting import Estimate


@dataclass(frozen=True)
class Snapshot:
    """A conversation with what its views need.

    `position` is its place among those waiting, `agents_online` whether anybody is there to come,
    `answer_by` when it goes back to the queue unless its agent answers, `reply_patience` how long the
    visitor's next word would wait.
    """

    conversation: Conversation
    contact: Contact
    inbox_key: str
    position: int | None = None
    unread: int = 0
    agents_online: bool = False
    estimate: Estimate | None = None
    team: Team | None = None
    answer_by: datetime | None = None
    reply_patience: timedelta | None = None


@dataclass(frozen=True)
class MessageCreated:
    """A message was committed."""

    message: Message
    conversation: Conversation


@dataclass(frozen=True)
class MessageUnderstood:
    """The bot has made something of a visitor's message, which accounts may see."""

    message: Message
    conversation: Conversation


@dataclass(frozen=True)
class ConversationChanged:
    """`former` is the owner before the change, who must learn of it too."""

    snapshot: Snapshot
    former: Owner


@dataclass(frozen=True)
class QueueChanged:
    """All that wait now, first come first; `inbox_ids` are all inboxes, also where nobody waits."""

    waiting: tuple[Snapshot, ...]
    inbox_ids: tuple[str, ...]


@dataclass(frozen=True)
class QueueMoved:
    """Somebody came to the queue, left it or moved in it; `QueueChanged` follows, once for many."""


@dataclass(frozen=True)
class ConversationAssigned:
    """The owner is this agent now, for this reason."""

    snapshot: Snapshot
    reason: str


@dataclass(frozen=True)
class TypingChanged:
    """`preview` is what a visitor has typed so far."""

    conversation: Conversation
    author: Author
    on: bool
    preview: str | None = None


@dataclass(frozen=True)
class MessagesRead:
    """`by` read up to and including `seq`."""

    conversation: Conversation
    seq: int
    by: Literal["visitor", "agent"]


@dataclass(frozen=True)
class FactsChanged:
    """What is remembered about the contact changed."""

    contact_id: str


@dataclass(frozen=True)
class PresenceChanged:
    """An agent's availability."""

    agent: Agent


@dataclass(frozen=True)
class DeliveryPromised:
    """Something is to leave the house, at that time at the earliest."""

    due_at: datetime


@dataclass(frozen=True)
class VisitorsParted:
    """Browsers of a contact that was two: they hear of `old` no more."""

    visitor_ids: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True)
class ErasureBegun:
    """Somebody or something is forgotten; what is left of it outside of the database is to go too."""


@dataclass(frozen=True)
class SessionEnded:
    """An account signed out, or an API key was taken away; sockets that used it are closed."""

    token_digest: str


LiveEvent: TypeAlias = (
    MessageCreated
    | MessageUnderstood
    | ConversationChanged
    | QueueChanged
    | QueueMoved
    | ConversationAssigned
    | TypingChanged
    | MessagesRead
    | FactsChanged
    | PresenceChanged
    | DeliveryPromised
    | ErasureBegun
    | VisitorsParted
    | SessionEnded
)
