"""A past dialogue as it is played: the domain's own moves at past times, and all that they leave behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain import log_lines, response_event
from chat_server.domain.conversation import SYSTEM, Conversation, Step
from chat_server.domain.conversation import Origin as Opening
from chat_server.domain.events import Event
from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Changes, Origin
from chat_server.domain.facts.fact import FactSource, FactState
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.ids import new_id
from chat_server.domain.message import Author, AuthorKind, Content, Message
from chat_server.domain.ownership import OwnerKind, first_owner

from .lines import COMMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from chat_server.domain.inbox import Inbox
    from chat_server.domain.response_event import ResponseEvent

    from .accounts import Account
    from .people import Person


# What the hub's own rules hear once more is heard alike.
_RULES_SURE = 0.9


@dataclass
class Dialogue:
    """One conversation with its messages, its lines in the log and their fold."""

    conversation: Conversation
    messages: list[Message]
    events: list[Event]
    response_event: ResponseEvent


class Stage:
    """Plays one dialogue; every call moves the clock on as people and programs do."""

    def __init__(
        self,
        person: Person,
        inbox: Inbox,
        agent: Account,
        origin: Opening,
        locale: str,
        at: datetime,
        random: Random,
    ) -> None:
        self.person = person
        self.random = random
        self.agent_account = agent
        self._bot_name = inbox.bot_name
        self._visitor = Author(AuthorKind.VISITOR, person.visitor.id)
        self._bot = Author(AuthorKind.BOT, name=inbox.bot_name)
        self._agent = Author(AuthorKind.AGENT, agent.id, agent.name)
        self._now = at
        self._lines = 0
        self.conversation, self._step = Conversation.open(
            inbox_id=inbox.id,
            contact_id=person.contact.id,
            visitor_id=person.visitor.id,
            client_id=new_id(),
            locale=locale,
            bot=first_owner(inbox.bot_name),
            origin=origin,
            now=at,
        )

    # ------------------------------------------------------------------ talk

    def visitor(self, text: str, intent: str, facts: dict[str, str] | None = None) -> None:
        """The visitor writes; while the bot answers it makes something of it and keeps `facts`."""
        self._wait(5, 55)
        message = self._say(self._visitor, {"type": "text", "text": text})
        if self.conversation.owner.kind is not OwnerKind.BOT:
            return
        confidence = (
            self.random.uniform(0.12, 0.38)
            if intent == "nlu_fallback"
            else self.random.betavariate(14, 2)
        )
        message.understood = {"intent": intent, "confidence": round(confidence, 4), "entities": []}
        self._keep(
            Step(
                events=[
                    log_lines.understood(self.conversation, message, intent, confidence, self._now)
                ]
            )
        )
        for key, value in (facts or {}).items():
            self._learn(key, value, message)

    def bot(self, text: str, used: Sequence[str] = (), **content: object) -> None:
        """The bot replies within two seconds; `used` are the keys of the facts that shaped the reply."""
        self._wait(0.4, 1.9)
        reply: Content = {"type": "text", "text": text, **content}
        message = self._say(self._bot, reply)
        facts = [self.person.current[key] for key in used if key in self.person.current]
        message.used_facts = [fact.id for fact in facts]
        if facts:
            self._keep(Step(events=[log_lines.used_facts(self.conversation, message, self._now)]))

    def agent(self, text: str) -> None:
        """The agent replies."""
        self._wait(15, 110)
        self._say(self._agent, {"type": "text", "text": text})

    def note(self, text: str) -> None:
        """The agent writes a private note."""
        self._wait(5, 30)
        self._lines += 1
        self._keep(
            self.conversation.note(
                self._agent, {"type": "text", "text": text}, f"line-{self._lines}", self._now
            )
        )

    # ---------------------------------------------------------------- moves

    def hand_off(self, reason: HandoffReason, summary: str) -> None:
        """To the queue, and from there to the agent, who needs longer at night."""
        self._wait(0.2, 0.8)
        asked = reason is HandoffReason.VISITOR_ASKED
        self._keep(
            self.conversation.hand_off(
                Handoff(reason, summary), self._visitor if asked else self._bot, self._now
            )
        )
        awake = 8 <= self._now.hour < 20  # noqa: PLR2004 - the agents' day
        self._wait(*((12, 200) if awake else (240, 1_500)))
        self._keep(
            self.conversation.accept(self.agent_account.id, self.agent_account.name, self._now)
        )

    def return_to_bot(self, note: str) -> None:
        """The agent has done their part."""
        self._wait(5, 40)
        self._keep(self.conversation.return_to_bot(self._agent, self._bot_name, note, self._now))

    def settle(self, key: str) -> None:
        """A fact holds no longer: the problem was solved."""
        self._enter(Statement(key, None, 1.0), FactSource.AGENT, None)

    def resolve(self) -> None:
        """The agent closes it, or the system does after a while of silence."""
        if self.conversation.owner.kind is OwnerKind.AGENT:
            self._wait(20, 200)
            self._keep(self.conversation.resolve(self._agent, self._now))
        else:
            self._wait(1_800, 1_900)
            self._keep(self.conversation.resolve(SYSTEM, self._now))

    def rate(self, scores: Sequence[int]) -> None:
        """One visitor in two rates, and one of three of these says why."""
        if self.random.random() < 0.5:  # noqa: PLR2004
            return
        score = self.random.choice(scores)
        comment = self.random.choice(COMMENTS[score]) if self.random.random() < 0.35 else None  # noqa: PLR2004
        self._wait(4, 50)
        self._keep(self.conversation.rate(score, comment, self._visitor, self._now))

    def finish(self) -> Dialogue:
        """Everything said is read, and the log is folded."""
        conversation = self.conversation
        conversation.visitor_read_seq = conversation.agent_read_seq = conversation.last_seq
        self.person.contact.last_seen_at = max(self.person.contact.last_seen_at, self._now)
        opened, *later = self._step.events
        row = response_event.begin(opened)
        for event in later:
            response_event.apply(row, event)
        return Dialogue(conversation, self._step.messages, self._step.events, row)

    # -------------------------------------------------------------- internals

    def _say(self, author: Author, content: Content) -> Message:
        self._lines += 1
        # The message that opened the dialogue carries the dialogue's own client id.
        client_id = (
            self.conversation.client_id
            if self._lines == 1
            else f"{self.conversation.id}:{self._lines}"
        )
        step = self.conversation.say(author, content, client_id, self._now)
        self._keep(step)
        return step.messages[0]

    def _learn(self, key: str, value: str, message: Message) -> None:
        start = message.text.lower().find(value.lower())
        said = Statement(
            key,
            value,
            _RULES_SURE if key == "complaint" else round(self.random.uniform(0.82, 0.99), 2),
            max(start, 0),
            start + len(value) if start >= 0 else len(message.text),
        )
        changes = self._enter(said, FactSource.VISITOR, message)
        for fact in changes.added:
            event = log_lines.learned(self.conversation, fact.id, key, self._bot, self._now)
            self._keep(Step(events=[event]))
            if key == "name":
                self.person.contact.name = self.person.contact.name or fact.value

    def _enter(self, said: Statement, source: FactSource, message: Message | None) -> Changes:
        origin = Origin(
            contact_id=self.person.contact.id,
            source=source,
            at=self._now,
            ref=message.id if message else new_id(),
            consent="default",
            conversation_id=self.conversation.id,
            message_id=message.id if message else None,
            language=self.conversation.locale,
        )
        changes = ledger.hear(self.person.facts, [said], origin)
        changes.apply()
        self.person.facts += changes.new
        self.person.current = {
            fact.key: fact for fact in self.person.facts if fact.state is FactState.CURRENT
        }
        return changes

    def _wait(self, least: float, most: float) -> None:
        # Whole milliseconds, as the wire writes them.
        self._now += timedelta(milliseconds=round(self.random.uniform(least, most) * 1000))

    def _keep(self, step: Step) -> None:
        self._step = self._step.then(step)
