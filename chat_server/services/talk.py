"""What is said and read, as decisions of the journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from chat_server.domain.absence import owe_reply
from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.errors import Conflict
from chat_server.domain.files.file import StoredFile, Upload
from chat_server.domain.ids import new_id
from chat_server.domain.journal import Entry, Outcome, Scene
from chat_server.domain.live import (
    ConversationChanged,
    DeliveryPromised,
    LiveEvent,
    MessageCreated,
    MessagesRead,
)
from chat_server.domain.message import Author, AuthorKind, Content, Message, sender_of
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock
from chat_server.domain.step import Step

from .access import AgentCaller, VisitorCaller, existing, own, present, require_owner
from .openings import Opening
from .snapshots import plain_snapshot


@dataclass(frozen=True, slots=True)
class Sent:
    """Where a message was committed."""

    conversation_id: str
    message_id: str
    seq: int


@dataclass(frozen=True, slots=True)
class Said:
    """`woke` says that the dialogue was set aside, or left alone, until this message."""

    sent: Sent
    woke: bool = False


@dataclass(slots=True)
class VisitorSays(Entry[Said]):
    """A message in a dialogue that exists; the bot's turn is committed with it."""

    caller: VisitorCaller
    conversation: str
    client_id: str
    content: Content
    clock: Clock
    wake_turns: Callable[[], None]
    upload: Upload | None = None

    @property
    def conversation_id(self) -> str:
        return self.conversation

    @property
    def visitor_id(self) -> str:
        return self.caller.visitor_id

    @property
    def key(self) -> tuple[str, str]:
        return sender_of(AuthorKind.VISITOR, self.caller.visitor_id), self.client_id

    def decide(self, scene: Scene) -> Outcome[Said]:
        contact = present(scene.contact)
        conversation = own(contact, scene.conversation)
        if scene.known is not None:
            return Outcome(Said(_sent(scene.known)))
        aside = _aside(conversation)
        now = self.clock()
        author = visitor_author(self.caller, contact.name)
        step = conversation.say(author, self.content, self.client_id, now)
        message = step.messages[0]
        conversation.visitor_read_seq = message.seq
        outcome = _said(conversation, step, woke=aside != _aside(conversation))
        if conversation.owner.kind is OwnerKind.BOT:
            outcome.rows = (_turn(conversation, message, now),)
            outcome.then = self.wake_turns
        outcome.rows = (*outcome.rows, *_files(self.upload, message))
        return outcome


@dataclass(slots=True)
class VisitorOpens(Entry[Sent]):
    """The first message, and the dialogue that begins with it."""

    caller: VisitorCaller
    opening: Opening
    content: Content
    clock: Clock
    wake_turns: Callable[[], None]
    upload: Upload | None = None

    @property
    def conversation_id(self) -> str:
        return self.opening.conversation_id

    @property
    def visitor_id(self) -> str:
        return self.caller.visitor_id

    def decide(self, scene: Scene) -> Outcome[Sent]:
        contact, visitor = present(scene.contact), present(scene.visitor)
        now = self.clock()
        conversation, opened = self.opening.begin(visitor, contact, now)
        author = visitor_author(self.caller, contact.name)
        step = conversation.say(author, self.content, self.opening.client_id, now)
        message = step.messages[0]
        conversation.visitor_read_seq = message.seq
        view = plain_snapshot(conversation, contact, self.opening.inbox, unread=1)
        outcome = Outcome(_sent(message), opened.then(step), opened=conversation)
        outcome.live = (
            MessageCreated(message, conversation),
            ConversationChanged(view, conversation.owner),
        )
        outcome.rows = (_turn(conversation, message, now), *_files(self.upload, message))
        outcome.then = self.wake_turns
        if self.opening.takes_element(visitor):
            outcome.visitor = replace(visitor, element_code=None)
        return outcome


@dataclass(slots=True)
class AgentSays(Entry[Said]):
    """Refused under an old epoch, or when somebody else answers."""

    caller: AgentCaller
    conversation: str
    epoch: int
    client_id: str
    content: Content
    clock: Clock
    upload: Upload | None = None

    @property
    def conversation_id(self) -> str:
        return self.conversation

    @property
    def key(self) -> tuple[str, str]:
        return sender_of(AuthorKind.AGENT, self.caller.agent_id), self.client_id

    def decide(self, scene: Scene) -> Outcome[Said]:
        conversation = existing(scene.conversation)
        if scene.known is not None:
            if not scene.known.public:
                raise Conflict("This client_id was used for a note.")
            return Outcome(Said(_sent(scene.known)))
        conversation.require_epoch(self.epoch)
        require_owner(self.caller, conversation)
        aside = _aside(conversation)
        author = agent_author(self.caller)
        now = self.clock()
        step = conversation.say(author, self.content, self.client_id, now)
        conversation.agent_read_seq = conversation.last_seq
        outcome = _said(conversation, step, woke=aside != _aside(conversation))
        owed = owe_reply(conversation, step.messages[0], now)
        if owed is not None:
            outcome.rows = (owed,)
            outcome.live = (*outcome.live, DeliveryPromised(owed.due_at))
        outcome.rows = (*outcome.rows, *_files(self.upload, step.messages[0]))
        return outcome


@dataclass(slots=True)
class AgentNotes(Entry[Said]):
    """For colleagues' eyes."""

    caller: AgentCaller
    conversation: str
    client_id: str
    content: Content
    clock: Clock

    @property
    def conversation_id(self) -> str:
        return self.conversation

    @property
    def key(self) -> tuple[str, str]:
        return sender_of(AuthorKind.AGENT, self.caller.agent_id), self.client_id

    def decide(self, scene: Scene) -> Outcome[Said]:
        conversation = existing(scene.conversation)
        if scene.known is not None:
            if scene.known.public:
                raise Conflict("This client_id was used for a reply.")
            return Outcome(Said(_sent(scene.known)))
        author = agent_author(self.caller)
        step = conversation.note(author, self.content, self.client_id, self.clock())
        return _said(conversation, step)


@dataclass(slots=True)
class VisitorHasRead(Entry[None]):
    """The receipt never goes back, nor past the end."""

    caller: VisitorCaller
    conversation: str
    seq: int

    @property
    def conversation_id(self) -> str:
        return self.conversation

    @property
    def visitor_id(self) -> str:
        return self.caller.visitor_id

    def decide(self, scene: Scene) -> Outcome[None]:
        conversation = own(present(scene.contact), scene.conversation)
        seq = min(self.seq, conversation.last_seq)
        if seq <= conversation.visitor_read_seq:
            return Outcome(None)
        conversation.visitor_read_seq = seq
        return Outcome(None, live=(MessagesRead(conversation, seq, "visitor"),))


@dataclass(slots=True)
class AgentHasRead(Entry[None]):
    """Only the one who answers tells the visitor that it was read."""

    caller: AgentCaller
    conversation: str
    seq: int

    @property
    def conversation_id(self) -> str:
        return self.conversation

    def decide(self, scene: Scene) -> Outcome[None]:
        conversation = existing(scene.conversation)
        require_owner(self.caller, conversation)
        # A reply says already that they have read, but nobody was told: it is told when they say so.
        seq = max(min(self.seq, conversation.last_seq), conversation.agent_read_seq)
        conversation.agent_read_seq = seq
        return Outcome(None, live=(MessagesRead(conversation, seq, "agent"),))


def _aside(conversation: Conversation) -> tuple[Status, bool]:
    """What of the dialogue's view a message may change beside the message itself."""
    return conversation.status, conversation.offline_at is not None


def visitor_author(caller: VisitorCaller, name: str | None) -> Author:
    """The name is the contact's."""
    return Author(AuthorKind.VISITOR, caller.visitor_id, name)


def agent_author(caller: AgentCaller) -> Author:
    """Under the account's name."""
    return Author(AuthorKind.AGENT, caller.agent_id, caller.name)


def _said(conversation: Conversation, step: Step, *, woke: bool = False) -> Outcome[Said]:
    live: list[LiveEvent] = [MessageCreated(message, conversation) for message in step.messages]
    return Outcome(Said(_sent(step.messages[0]), woke), step, live=live)


def _turn(conversation: Conversation, message: Message, now: datetime) -> BotTurn:
    """The bot's, to answer the message."""
    return BotTurn(new_id(), conversation.id, message.seq, conversation.owner.epoch, now)


def _files(upload: Upload | None, message: Message) -> tuple[StoredFile, ...]:
    """Committed with the message that shows it."""
    return () if upload is None else (upload.stored(message),)


def _sent(message: Message) -> Sent:
    return Sent(message.conversation_id, message.id, message.seq)
