"""A conversation: one dialogue from opening to resolution. Which moves are legal says `moves`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .absence import heard
from .errors import Conflict, Invalid
from .events import EventType
from .handoff import Handoff, HandoffReason
from .hold_out import arm_of
from .ids import new_id
from .log_lines import line, spoken
from .message import Author, AuthorKind, Content, Message, MessageKind, plain_text
from .moves import MOVES, Move, Status, refusal
from .origin import Origin
from .ownership import Owner, OwnerKind
from .secrets import masked, masked_content
from .step import Step

if TYPE_CHECKING:
    from datetime import datetime

    from .absence import NobodyThere

__all__ = ["SYSTEM", "Conversation", "Origin", "Status", "Step"]

SYSTEM = Author(AuthorKind.SYSTEM)
_SPEAKS = {
    AuthorKind.VISITOR: Move.VISITOR_SPEAKS,
    AuthorKind.BOT: Move.BOT_SPEAKS,
    AuthorKind.AGENT: Move.AGENT_SPEAKS,
    AuthorKind.SYSTEM: Move.SYSTEM_SPEAKS,
}


@dataclass
class Conversation:
    """State of one dialogue; methods return the `Step` to be committed with it.

    `client_id` is the client id of the message or command that opened it, unique per visitor;
    `returned_epoch` is the epoch with which a person last gave it back to the bot; `reply_to` is where the
    visitor wants answers, `mail_from_seq` the first agent's reply of an e-mail not yet written.
    `waiting_since` outlives the queue, so that who comes back to it has their old place; `routed` is
    set until the agent chosen by routing answers; `passed_over` are the agents who did not. `revision` counts the
    late changes of its messages.
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
    revision: int = 0
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
    returned_epoch: int | None = None
    last_agent_id: str | None = None
    team_id: str | None = None
    waiting_since: datetime | None = None
    owner_since: datetime | None = None
    routed: bool = False
    unanswered_since: datetime | None = None
    passed_over: list[str] = field(default_factory=list)
    resolved_at: datetime | None = None
    rating: int | None = None
    rating_comment: str | None = None
    offline_at: datetime | None = None
    reply_to: str | None = None
    mail_from_seq: int | None = None
    answered_at: datetime | None = None
    idle_noticed_at: datetime | None = None
    snoozed_until: datetime | None = None

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
        holdout: int = 0,
        conversation_id: str | None = None,
    ) -> tuple[Conversation, Step]:
        """A new dialogue owned by the bot; its arm is for good the one of this moment."""
        conversation = cls(
            id=conversation_id or new_id(),
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
        data = origin.log_data(locale)
        if holdout:
            data |= {"memory_arm": arm_of(contact_id, holdout), "memory_share": holdout}
        opened = line(conversation, EventType.CONVERSATION_OPENED, SYSTEM, now, "open", data)
        return conversation, Step(events=[opened])

    # ---------------------------------------------------------------- talk

    def say(self, author: Author, content: Content, client_id: str, now: datetime) -> Step:
        """A message; the bot and agents speak only while they own the dialogue."""
        self._go(_SPEAKS[author.kind])
        heard(self, author.kind, now)
        message = self._append(author, MessageKind.MESSAGE, content, client_id, now)
        if author.kind is AuthorKind.VISITOR:
            self.unanswered_since = self.unanswered_since or now
        elif author.kind is not AuthorKind.SYSTEM:
            self.unanswered_since, self.routed, self.passed_over = None, False, []
        return Step([message], [spoken(self, message)])

    def note(self, author: Author, content: Content, client_id: str, now: datetime) -> Step:
        """A private note; allowed in any status."""
        return Step([self._append(author, MessageKind.NOTE, content, client_id, now)])

    def require_epoch(self, epoch: int) -> None:
        """Refuses what was sent under an earlier owner."""
        if epoch != self.owner.epoch:
            raise Conflict("This conversation has changed hands since; look again before sending.")

    # ------------------------------------------------------------- ownership

    def hand_off(
        self, handoff: Handoff, by: Author, now: datetime, absence: NobodyThere | None = None
    ) -> Step:
        """From the bot to the queue; waiting or being answered already is left as it is.

        Where nobody is there to come, that is said instead: one word about it, not two that differ.
        """
        if not self._go(Move.HAND_OFF):
            return Step()
        self._enqueue(handoff.reason, now)
        self.handoff_summary = masked(handoff.summary) or None
        data: dict[str, object] = {"reason": handoff.reason}
        if absence is None:
            step = self._activity("handoff", "You are being connected to a person.", now)
        else:
            self.offline_at = now
            step = self._activity("handoff", absence.text, now, **absence.told)
        step.events.append(line(self, EventType.HANDED_OFF, by, now, self.owner.epoch, data))
        return step

    def accept(self, agent_id: str, name: str, now: datetime) -> Step:
        """An agent takes it from the queue or from the bot; a colleague's is refused."""
        if self._is_answered_by(agent_id):
            self.routed = False  # seen, so it is no longer on trial
            return Step()
        self._go(Move.ACCEPT)
        return self._give_to(agent_id, name, now, "accepted")

    def route(self, agent_id: str, name: str, now: datetime) -> Step:
        """From the queue to the agent whom routing chose, on trial until they answer."""
        self._go(Move.ROUTE)
        step = self._give_to(agent_id, name, now, "routed")
        self.routed = True
        return step

    def transfer(self, agent_id: str, name: str, now: datetime) -> Step:
        """To a named agent, whoever owns it now."""
        if self._is_answered_by(agent_id):
            return Step()
        self._go(Move.ASSIGN)
        return self._give_to(agent_id, name, now, "transferred")

    def requeue(self, reason: str, now: datetime, *, pass_over: bool = False) -> Step:
        """Back to those waiting, at the place they had; `pass_over` the agent who did not answer."""
        if not self._go(Move.REQUEUE):
            return Step()
        former = self.owner.agent_id
        if pass_over and former is not None:
            self.passed_over = [*self.passed_over, former]
        self._enqueue(reason, now)
        step = self._activity("queued", "Waiting for the next free person.", now, reason=reason)
        data: dict[str, object] = {"reason": reason, "from": former, "team": self.team_id}
        step.events.append(line(self, EventType.QUEUED, SYSTEM, now, self.owner.epoch, data))
        return step

    def to_team(self, team_id: str, now: datetime) -> Step:
        """To those waiting for a team; who waits already keeps place and epoch."""
        step = self.requeue(HandoffReason.TRANSFER, now)
        self.team_id, self.passed_over = team_id, []
        return step

    def return_to_bot(self, by: Author, bot_name: str, note: str | None, now: datetime) -> Step:
        """From a human back to the bot, with what the human learned; the human stretch ends here."""
        if not self._go(Move.RETURN_TO_BOT):
            return Step()
        self._own(self.owner.to_bot(bot_name), now)
        self._stop_waiting()
        self.team_id = None
        self.return_note, self.returned_epoch = note, self.owner.epoch
        step = self._activity(
            "returned_to_bot", f"{bot_name} is answering again.", now, name=bot_name
        )
        step.events.append(line(self, EventType.RETURNED_TO_BOT, by, now, self.owner.epoch))
        return step

    # ---------------------------------------------------------------- status

    def resolve(
        self,
        by: Author,
        now: datetime,
        text: str = "This conversation was closed.",
        **reason: object,
    ) -> Step:
        """Ends the dialogue; a `reason`, when there is one to tell, stands in the activity and the log."""
        if not self._go(Move.RESOLVE):
            return Step()
        self.resolved_at = now
        self._stop_waiting()
        step = self._activity("resolved", text, now, **reason)
        step.events.append(line(self, EventType.RESOLVED, by, now, self.last_seq, reason))
        return step

    def reopen(self, by: Author, now: datetime) -> Step:
        """Takes a resolved or snoozed dialogue up again, with the owner it had."""
        was_resolved = self.status is Status.RESOLVED
        self._go(Move.REOPEN)
        self.snoozed_until = None
        if not was_resolved:
            return Step()
        self.resolved_at = None
        if self.owner.kind is OwnerKind.QUEUE:
            self.queued_at = self.waiting_since = self.owner_since = now
        step = self._activity("reopened", "This conversation was opened again.", now)
        step.events.append(line(self, EventType.REOPENED, by, now, self.last_seq))
        return step

    def snooze(self, until: datetime | None = None) -> None:
        """Sets it aside until somebody writes, an agent opens it again or the time has come."""
        self._go(Move.SNOOZE)
        self.snoozed_until = until

    def rate(self, score: int, comment: str | None, by: Author, now: datetime) -> Step:
        """The visitor's verdict, 1 to 5; a later one replaces it."""
        if not 1 <= score <= 5:  # noqa: PLR2004 - the scale itself
            raise Invalid("A rating is a whole number from 1 to 5.", {"score": "1-5"})
        comment = masked(comment) if comment else comment
        if (self.rating, self.rating_comment) == (score, comment):
            return Step()
        self.rating, self.rating_comment = score, comment
        step = self._activity("rated", f"Rated {score} of 5.", now, score=score)
        data: dict[str, object] = {"score": score}
        step.events.append(line(self, EventType.RATED, by, now, self.last_seq, data))
        return step

    def amend(self, message: Message, **late: object) -> None:
        """What becomes of a message after it was said: numbered, so that who missed the push finds it by `resume`."""
        self.revision += 1
        for name, value in {**late, "revision": self.revision}.items():
            setattr(message, name, value)

    def announce(self, code: str, text: str, now: datetime, **extra: object) -> Step:
        """Tells the visitor something, at most once per owner."""
        return self.tell(code, text, self.announcement_id(code), now, **extra)

    def tell(self, code: str, text: str, client_id: str, now: datetime, **extra: object) -> Step:
        """An activity that the visitor sees, under a client id of the caller's choice."""
        content: Content = {"type": "text", "text": text, "code": code, **extra}
        return Step([self._append(SYSTEM, MessageKind.ACTIVITY, content, client_id, now)])

    def announcement_id(self, code: str) -> str:
        """The client id under which `announce` writes."""
        return f"{code}:epoch:{self.owner.epoch}"

    # --------------------------------------------------------------- internals

    def _go(self, move: Move) -> bool:
        """Whether `move` leads anywhere; refuses one that the table does not have."""
        here = (self.owner.kind, self.status)
        there = MOVES.get((here, move))
        if there is None:
            raise refusal(self.owner, self.status, move)
        self.status = there[1]
        return there != here

    def _is_answered_by(self, agent_id: str) -> bool:
        return self.status is not Status.RESOLVED and self.owner.agent_id == agent_id

    def _give_to(self, agent_id: str, name: str, now: datetime, reason: str) -> Step:
        self._own(self.owner.to_agent(agent_id, name), now)
        self.queued_at, self.last_agent_id = None, agent_id
        step = self._activity("agent_joined", f"{name} joined the conversation.", now, name=name)
        agent = Author(AuthorKind.AGENT, agent_id, name)
        data: dict[str, object] = {"reason": reason, "team": self.team_id}
        step.events.append(line(self, EventType.ASSIGNED, agent, now, self.owner.epoch, data))
        return step

    def _enqueue(self, reason: str, now: datetime) -> None:
        self._own(self.owner.to_queue(), now)
        self.waiting_since = self.waiting_since or now
        self.queued_at, self.handoff_reason = self.waiting_since, reason

    def _own(self, owner: Owner, now: datetime) -> None:
        self.owner, self.owner_since, self.routed = owner, now, False

    def _stop_waiting(self) -> None:
        self.queued_at = self.waiting_since = self.unanswered_since = None
        self.routed, self.passed_over = False, []

    def _activity(self, code: str, text: str, now: datetime, **extra: object) -> Step:
        return self.tell(code, text, f"{code}:{self.last_seq + 1}", now, **extra)

    def _append(
        self, author: Author, kind: MessageKind, content: Content, client_id: str, now: datetime
    ) -> Message:
        if kind is not MessageKind.ACTIVITY:
            # Here, so that no way of writing goes past it: a secret is in no row, push, mail or log.
            content = masked_content(content)
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
