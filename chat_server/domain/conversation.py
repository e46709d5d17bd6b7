"""A conversation: one dialogue from opening to resolution, and every legal move in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from .errors import Conflict, Invalid
from .events import Event, EventType
from .ids import event_id, new_id
from .message import Author, AuthorKind, Content, Message, MessageKind, plain_text
from .ownership import Owner, OwnerKind

if TYPE_CHECKING:
    from datetime import datetime

    from .handoff import Handoff

SYSTEM = Author(AuthorKind.SYSTEM)


class Status(StrEnum):
    """Where the dialogue stands."""

    OPEN = "open"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


def language_of(locale: str) -> str:
    """The language of a locale; Chinese keeps its region, which says how it is written."""
    language, _, region = locale.replace("_", "-").partition("-")
    return f"zh-{region}" if language == "zh" and region else language.lower()


@dataclass
class Step:
    """What one move adds: messages in order, and the facts of it for the log."""

    messages: list[Message] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def then(self, other: Step) -> Step:
        """This step followed by `other`."""
        return Step(self.messages + other.messages, self.events + other.events)


@dataclass
class Origin:
    """What brought the visitor: page, response element and its campaign."""

    element: str | None = None
    element_kind: str | None = None
    campaign: str | None = None
    variant: str | None = None
    page_url: str | None = None
    page_title: str | None = None
    referrer: str | None = None


@dataclass
class Conversation:
    """State of one dialogue; methods return the `Step` to be committed with it.

    `client_id` is the client id of the message or command that opened it, unique per visitor.
    """

    id: str
    inbox_id: str
    contact_id: str
    visitor_id: str
    client_id: str
    locale: str
    owner: Owner
    opened_at: datetime
    updated_at: datetime
    status: Status = Status.OPEN
    last_seq: int = 0
    last_public_seq: int = 0
    visitor_read_seq: int = 0
    agent_read_seq: int = 0
    last_text: str = ""
    tags: list[str] = field(default_factory=list)
    page_url: str | None = None
    page_title: str | None = None
    referrer: str | None = None
    element: str | None = None
    campaign: str | None = None
    variant: str | None = None
    queued_at: datetime | None = None
    handoff_reason: str | None = None
    handoff_summary: str | None = None
    return_note: str | None = None
    last_agent_id: str | None = None
    resolved_at: datetime | None = None
    rating: int | None = None
    rating_comment: str | None = None

    @classmethod
    def open(  # noqa: PLR0913 - all of it is known only here; each goes by name
        cls,
        *,
        inbox_id: str,
        contact_id: str,
        visitor_id: str,
        client_id: str,
        locale: str,
        bot: Owner,
        origin: Origin,
        now: datetime,
    ) -> tuple[Conversation, Step]:
        """A new dialogue owned by the bot."""
        conversation = cls(
            id=new_id(),
            inbox_id=inbox_id,
            contact_id=contact_id,
            visitor_id=visitor_id,
            client_id=client_id,
            locale=locale,
            owner=bot,
            opened_at=now,
            updated_at=now,
            page_url=origin.page_url,
            page_title=origin.page_title,
            referrer=origin.referrer,
            element=origin.element,
            campaign=origin.campaign,
            variant=origin.variant,
        )
        data: dict[str, object] = {
            "element": origin.element,
            "channel": origin.element_kind or "website",
            "campaign": origin.campaign,
            "variant": origin.variant,
            "language": language_of(locale),
        }
        event = conversation._event(EventType.CONVERSATION_OPENED, SYSTEM, now, "open", data)
        return conversation, Step(events=[event])

    # ---------------------------------------------------------------- talk

    def say(self, author: Author, content: Content, client_id: str, now: datetime) -> Step:
        """A message of visitor, bot or agent; a resolved dialogue takes none."""
        self._require_not_resolved()
        if self.status is Status.SNOOZED:
            self.status = Status.OPEN
        message = self._append(author, MessageKind.MESSAGE, content, client_id, now)
        return Step([message], [self._event(_SPOKEN[author.kind], author, now, message.seq)])

    def note(self, author: Author, content: Content, client_id: str, now: datetime) -> Step:
        """A private note; allowed in any status."""
        return Step([self._append(author, MessageKind.NOTE, content, client_id, now)])

    def require_epoch(self, epoch: int) -> None:
        """Refuses what was sent under an earlier owner."""
        if epoch != self.owner.epoch:
            raise Conflict("This conversation has changed hands since; look again before sending.")

    # ------------------------------------------------------------- ownership

    def hand_off(self, handoff: Handoff, by: Author, now: datetime) -> Step:
        """From the bot to the queue; waiting or being answered already is left as it is."""
        self._require_not_resolved()
        if self.owner.kind is not OwnerKind.BOT:
            return Step()
        self._enqueue(handoff.reason, now)
        self.handoff_summary = handoff.summary or None
        step = self._activity("handoff", "You are being connected to a person.", now)
        step.events.append(
            self._event(EventType.HANDED_OFF, by, now, self.owner.epoch, {"reason": handoff.reason})
        )
        return step

    def accept(self, agent_id: str, name: str, now: datetime) -> Step:
        """An agent takes it from the queue or from the bot; a colleague's is refused."""
        self._require_not_resolved()
        if self.owner.kind is OwnerKind.AGENT:
            if self.owner.agent_id == agent_id:
                return Step()
            raise Conflict(f"{self.owner.name} is already answering this conversation.")
        return self._give_to(agent_id, name, now)

    def transfer(self, agent_id: str, name: str, now: datetime) -> Step:
        """To a named agent, whoever owns it now."""
        self._require_not_resolved()
        if self.owner.agent_id == agent_id:
            return Step()
        return self._give_to(agent_id, name, now)

    def requeue(self, reason: str, now: datetime) -> Step:
        """From an agent back to those waiting."""
        self._require_not_resolved()
        if self.owner.kind is OwnerKind.QUEUE:
            return Step()
        self._enqueue(reason, now)
        step = self._activity("queued", "Waiting for the next free person.", now)
        step.events.append(
            self._event(EventType.QUEUED, SYSTEM, now, self.owner.epoch, {"reason": reason})
        )
        return step

    def return_to_bot(self, by: Author, bot_name: str, note: str | None, now: datetime) -> Step:
        """From a human back to the bot, with what the human learned."""
        self._require_not_resolved()
        if self.owner.kind is OwnerKind.BOT:
            return Step()
        self.owner = self.owner.to_bot(bot_name)
        self.queued_at = None
        self.return_note = note
        step = self._activity(
            "returned_to_bot", f"{bot_name} is answering again.", now, name=bot_name
        )
        step.events.append(self._event(EventType.RETURNED_TO_BOT, by, now, self.owner.epoch))
        return step

    # ---------------------------------------------------------------- status

    def resolve(self, by: Author, now: datetime) -> Step:
        """Ends the dialogue."""
        if self.status is Status.RESOLVED:
            return Step()
        self.status, self.resolved_at, self.queued_at = Status.RESOLVED, now, None
        step = self._activity("resolved", "This conversation was closed.", now)
        step.events.append(self._event(EventType.RESOLVED, by, now, self.last_seq))
        return step

    def reopen(self, by: Author, now: datetime) -> Step:
        """Takes a resolved or snoozed dialogue up again, with the owner it had."""
        if self.status is Status.OPEN:
            return Step()
        was_resolved = self.status is Status.RESOLVED
        self.status, self.resolved_at = Status.OPEN, None
        if not was_resolved:
            return Step()
        step = self._activity("reopened", "This conversation was opened again.", now)
        step.events.append(self._event(EventType.REOPENED, by, now, self.last_seq))
        return step

    def snooze(self) -> None:
        """Sets it aside until somebody writes or an agent opens it again."""
        self._require_not_resolved()
        self.status = Status.SNOOZED

    def rate(self, score: int, comment: str | None, by: Author, now: datetime) -> Step:
        """The visitor's verdict, 1 to 5; a later one replaces it."""
        if not 1 <= score <= 5:  # noqa: PLR2004 - the scale itself
            raise Invalid("A rating is a whole number from 1 to 5.", {"score": "1-5"})
        if (self.rating, self.rating_comment) == (score, comment):
            return Step()
        self.rating, self.rating_comment = score, comment
        step = self._activity("rated", f"Rated {score} of 5.", now, score=score)
        step.events.append(self._event(EventType.RATED, by, now, self.last_seq, {"score": score}))
        return step

    def announce(self, code: str, text: str, now: datetime) -> Step:
        """Tells the visitor something, at most once per owner."""
        content: Content = {"type": "text", "text": text, "code": code}
        client_id = self.announcement_id(code)
        return Step([self._append(SYSTEM, MessageKind.ACTIVITY, content, client_id, now)])

    def announcement_id(self, code: str) -> str:
        """The client id under which `announce` writes."""
        return f"{code}:epoch:{self.owner.epoch}"

    def understood(self, message_seq: int, intent: str, confidence: float, now: datetime) -> Event:
        """The log's line about what the bot made of one visitor message."""
        data: dict[str, object] = {"intent": intent, "confidence": round(confidence, 4)}
        return self._event(EventType.UNDERSTOOD, Author(AuthorKind.BOT), now, message_seq, data)

    def learned(self, fact_id: str, key: str, by: Author, now: datetime) -> Event:
        """The log's line about a fact heard in this dialogue; its value stays in the ledger."""
        return self._event(
            EventType.FACT_LEARNED, by, now, fact_id, {"fact_id": fact_id, "key": key}
        )

    def used_facts(self, message: Message, now: datetime) -> Event:
        """The log's line about a reply that facts shaped."""
        data: dict[str, object] = {"facts": message.used_facts}
        return self._event(EventType.FACT_USED, message.author, now, message.seq, data)

    # --------------------------------------------------------------- internals

    def _give_to(self, agent_id: str, name: str, now: datetime) -> Step:
        self.owner = self.owner.to_agent(agent_id, name)
        self.queued_at, self.last_agent_id = None, agent_id
        step = self._activity("agent_joined", f"{name} joined the conversation.", now, name=name)
        agent = Author(AuthorKind.AGENT, agent_id, name)
        step.events.append(self._event(EventType.ASSIGNED, agent, now, self.owner.epoch))
        return step

    def _enqueue(self, reason: str, now: datetime) -> None:
        self.owner = self.owner.to_queue()
        self.queued_at, self.handoff_reason = now, reason
        self.status = Status.OPEN

    def _activity(self, code: str, text: str, now: datetime, **extra: object) -> Step:
        content: Content = {"type": "text", "text": text, "code": code, **extra}
        client_id = f"{code}:{self.last_seq + 1}"
        return Step([self._append(SYSTEM, MessageKind.ACTIVITY, content, client_id, now)])

    def _append(
        self, author: Author, kind: MessageKind, content: Content, client_id: str, now: datetime
    ) -> Message:
        message = Message(
            id=new_id(),
            conversation_id=self.id,
            seq=self.last_seq + 1,
            public_prev_seq=self.last_public_seq,
            client_id=client_id,
            author=author,
            sender=author.sender,
            kind=kind,
            content=content,
            text=plain_text(content),
            created_at=now,
        )
        self.last_seq = message.seq
        self.updated_at = now
        if message.public:
            self.last_public_seq = message.seq
        if kind is MessageKind.MESSAGE:
            self.last_text = message.text[:160]
        return message

    def _require_not_resolved(self) -> None:
        if self.status is Status.RESOLVED:
            raise Conflict(
                "This conversation is closed; send without conversation_id to begin a new one."
            )

    def _event(
        self,
        kind: EventType,
        actor: Author,
        now: datetime,
        nonce: int | str,
        data: dict[str, object] | None = None,
    ) -> Event:
        return Event(
            id=event_id(self.id, kind, nonce),
            type=kind,
            at=now,
            conversation_id=self.id,
            contact_id=self.contact_id,
            inbox_id=self.inbox_id,
            actor_kind=actor.kind,
            actor_id=actor.id,
            data={key: value for key, value in (data or {}).items() if value is not None},
        )


_SPOKEN = {
    AuthorKind.VISITOR: EventType.VISITOR_SPOKE,
    AuthorKind.BOT: EventType.BOT_SPOKE,
    AuthorKind.AGENT: EventType.AGENT_SPOKE,
    AuthorKind.SYSTEM: EventType.SYSTEM_SPOKE,
}
