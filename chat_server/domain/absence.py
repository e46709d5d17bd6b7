"""What a dialogue keeps about people who are not there: offline, idle, snoozed, owed an e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from .errors import Invalid
from .message import AuthorKind
from .moves import Status
from .outbox import Delivery, DeliveryKind
from .ownership import OwnerKind

if TYPE_CHECKING:
    from datetime import datetime

    from .conversation import Conversation
    from .inbox import Inbox
    from .message import Message

# Answers that follow each other go out as one e-mail, and none goes to who reads them in the widget.
REPLY_WINDOW = timedelta(seconds=30)
LONGEST_SNOOZE = timedelta(days=366)


class Idle(Enum):
    """What silence calls for now."""

    NOTHING = auto()
    NOTICE = auto()
    CLOSE = auto()


@dataclass(frozen=True)
class NobodyThere:
    """What is said to who asks for a person in vain; `told` says the same for programs."""

    text: str
    told: dict[str, object]


@dataclass(frozen=True)
class Outlook:
    """What time may do next in one inbox: the oldest of each kind, and whether somebody waits who was told nothing."""

    inbox_id: str
    silent_bot: datetime | None
    silent_agent: datetime | None
    noticed: datetime | None
    snoozed: datetime | None
    untold: bool

    def next_due(self, inbox: Inbox) -> datetime | None:
        """The first time at which one of them may be moved."""
        bot, agent = inbox.idle_patience(OwnerKind.BOT), inbox.idle_patience(OwnerKind.AGENT)
        times = (
            self.silent_bot + bot if self.silent_bot and bot else None,
            self.silent_agent + agent if self.silent_agent and agent else None,
            self.noticed + inbox.idle_close if self.noticed else None,
            self.snoozed,
        )
        return min((time for time in times if time is not None), default=None)


def heard(conversation: Conversation, kind: AuthorKind, now: datetime) -> None:
    """Somebody spoke: it is neither idle nor snoozed, and a visitor whom a person answers is here."""
    conversation.idle_noticed_at = conversation.snoozed_until = None
    if kind is AuthorKind.AGENT:
        conversation.answered_at = now
    if kind is AuthorKind.VISITOR and conversation.owner.kind is OwnerKind.AGENT:
        conversation.offline_at = None


def owe_reply(conversation: Conversation, message: Message, now: datetime) -> Delivery | None:
    """The promise to e-mail an agent's reply that is not read in time; one for several in a row."""
    if conversation.mail_from_seq is not None:
        return None
    conversation.mail_from_seq = message.seq
    return Delivery.promise(
        DeliveryKind.REPLY_MAIL,
        conversation.id,
        message.seq,
        now=now,
        after=REPLY_WINDOW,
        payload={"from_seq": message.seq},
    )


def idleness(conversation: Conversation, inbox: Inbox, now: datetime) -> Idle:
    """The bot's dialogues always end so; a person's only while the visitor owes the next word.

    Who left a message and waits for an e-mail is not idle, nor is anybody who waits in the queue.
    """
    owner = conversation.owner.kind
    patience = inbox.idle_patience(owner)
    if patience is None or conversation.status is not Status.OPEN:
        return Idle.NOTHING
    if owner is OwnerKind.AGENT and not _is_visitors_turn(conversation):
        return Idle.NOTHING
    noticed = conversation.idle_noticed_at
    if noticed is None:
        return Idle.NOTICE if conversation.updated_at <= now - patience else Idle.NOTHING
    return Idle.CLOSE if noticed <= now - inbox.idle_close else Idle.NOTHING


def _is_visitors_turn(conversation: Conversation) -> bool:
    """The agent who has it had the last word, and it was no answer to who had left."""
    answered, since = conversation.answered_at, conversation.owner_since
    unheard = conversation.offline_at or conversation.unanswered_since
    return not unheard and answered is not None and (since is None or answered >= since)


def wake_time(until: datetime | None, now: datetime) -> datetime | None:
    """Raises Invalid for a time that has passed or lies more than a year ahead."""
    if until is not None and not now < until <= now + LONGEST_SNOOZE:
        raise Invalid("Snooze until some time within a year.", {"until": "a time ahead"})
    return until
