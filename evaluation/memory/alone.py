"""What the ears hear of a dialogue, with neither hub nor bot: rules, ledger, and the second ear.

Quick enough to be run after every change; what the bot asks is not known here, so that answers to it are heard as any line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from chat_server.domain.facts import ledger
from chat_server.domain.facts.asking import asked_for
from chat_server.domain.facts.changes import Changes, Origin
from chat_server.domain.facts.fact import Fact, FactSource, FactState
from chat_server.domain.facts.kinds import waits
from chat_server.domain.facts.marked import Claim, Marked, agreed, beyond, sure_of
from chat_server.domain.facts.statement import Statement
from chat_server.domain.facts.turns import as_of, holding
from chat_server.domain.secrets import masked
from chat_server.hearing.ears import RuleEars

from .dialogues import Dialogue, Session, Turn
from .seen import KnownFact, Played

Place: TypeAlias = tuple[str, int, int]
Marks: TypeAlias = Callable[[str, str, Sequence[Place]], Sequence[Marked]]
_A_TURN = timedelta(seconds=20)
_EARS = RuleEars()


@dataclass
class _Customer:
    """Whom the hub takes for one."""

    facts: list[Fact] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    remembered: bool = True
    said: dict[str, str] = field(default_factory=dict)
    seen: datetime | None = None

    def take(self, changes: Changes) -> None:
        changes.apply()
        self.facts += changes.new


def heard_alone(dialogue: Dialogue, marks: Marks | None = None) -> Played:
    """As if it had been played, without a word of the bot."""
    return _Hearing(dialogue, marks).played


class _Hearing:
    def __init__(self, dialogue: Dialogue, marks: Marks | None) -> None:
        self.played = Played(dialogue)
        self._dialogue = dialogue
        self._marks = marks
        self._customers: dict[str, _Customer] = {}
        self._number = 0
        for session in dialogue.sessions:
            self._session(session)
        for name, person in dialogue.people.items():
            self._look_at(name, self._customer(name))
            if person.claims is None and name not in dialogue.facts:
                self.played.memory(name).contact_id = self._key(name)

    def _key(self, name: str) -> str:
        person = self._dialogue.people[name]
        return person.claims["sub"] if person.claims else f"device {person.device}"

    def _customer(self, name: str) -> _Customer:
        key, device = self._key(name), f"device {self._dialogue.people[name].device}"
        if key not in self._customers and device in self._customers and key != device:
            # Who signs in is who they were on this device.
            self._customers[key] = self._customers.pop(device)
        return self._customers.setdefault(key, _Customer())

    def _session(self, session: Session) -> None:
        customer, at, asked = self._customer(session.person), session.at, None
        self._identity(session, customer)
        for turn in session.turns:
            at += _A_TURN
            if turn.kind == "visitor":
                self._say(session, customer, replace(turn, text=masked(turn.text)), at, asked)
                asked = None
            elif turn.kind == "agent":
                asked = next(iter(asked_for(turn.text, self._dialogue.language)), None)
                told = _EARS.hear_promise(turn.text, language=self._dialogue.language, at=at)
                self._keep(customer, told, at, FactSource.AGENT, turn.text)
            else:
                self._do(customer, turn.text, at)
        customer.seen = at

    def _identity(self, session: Session, customer: _Customer) -> None:
        claims = self._dialogue.people[session.person].claims or {}
        told = [
            Statement(key, claims[key], 1.0) for key in ("name", "email", "phone") if key in claims
        ]
        self._keep(customer, told, session.at, FactSource.IDENTITY, "")

    def _say(
        self, session: Session, customer: _Customer, turn: Turn, at: datetime, asked: str | None
    ) -> None:
        self.played.said.setdefault(session.person, []).append(turn.text)
        if not customer.remembered:
            return
        language = self._dialogue.language
        told = _EARS.hear(turn.text, language=language, at=at, asked=asked)
        message = self._keep(customer, told, at, FactSource.VISITOR, turn.text)
        if self._marks is None:
            return
        sure = [one for one in sure_of(told) if one[0] != asked]
        marked = self._marks(turn.text, language, sure)
        doubts = [one for one in marked if one.claim is Claim.DOUBTED]
        more = _EARS.stated(turn.text, beyond(marked, told), language=language, at=at)
        doubts, more = agreed(doubts, told, more)
        customer.take(ledger.doubt(customer.facts, message, doubts))
        doubted = {one.place for one in doubts}
        said = {
            fact.key
            for fact in customer.facts
            if fact.message_id == message and (fact.key, fact.start, fact.end) not in doubted
        }
        new = [one for one in more if one.ended or one.value is None or one.key not in said]
        self._keep(customer, new, at, FactSource.VISITOR, turn.text, message)

    def _keep(
        self,
        customer: _Customer,
        told: Iterable[Statement],
        at: datetime,
        source: FactSource,
        text: str,
        message: str | None = None,
    ) -> str:
        if message is None:
            self._number += 1
            message = f"{self._number:04}"
            customer.said[message] = text
        told = list(told)
        if told and customer.remembered:
            origin = Origin("contact", source, at, message, message_id=message)
            customer.take(ledger.hear(customer.facts, told, origin))
        return message

    def _do(self, customer: _Customer, deed: str, at: datetime) -> None:
        verb, *words = deed.split()
        now = holding(customer.facts, at)
        mine = [one for one in now if words and one.key == words[0]]
        if verb == "forget_me" or words in (["memory", "off"], ["memory", "False"]):
            customer.facts.clear()
            customer.remembered = verb == "forget_me"
        elif verb == "set_consent" and words[0] == "memory":
            customer.remembered = True
        elif verb == "forget_fact":
            value = " ".join(words[1:]).casefold()
            gone = [one for one in mine if not value or one.value.casefold() == value]
            customer.facts = [
                one
                for one in customer.facts
                if not any(
                    one.key == each.key and (one is each or one.superseded_by == each.id)
                    for each in gone
                )
            ]
        elif verb == "correct_fact" and mine:
            origin = Origin("contact", FactSource.VISITOR, at, f"panel {at}")
            customer.take(ledger.correct(customer.facts, mine[0], " ".join(words[1:]), origin))
        elif verb == "confirm":
            for one in [one for one in customer.facts if waits(one, at) and one.key in words[1:]][
                :1
            ]:
                if words[0] == "yes":
                    one.confirm(at)
                else:
                    customer.facts.remove(one)

    def _look_at(self, name: str, customer: _Customer) -> None:
        memory, at = self.played.memory(name), customer.seen or self._dialogue.sessions[-1].at
        memory.contact_id = self._key(name)
        current = [one for one in customer.facts if one.state is FactState.CURRENT]
        memory.current = [_seen(one, customer) for one in holding(current, at)]
        memory.unconfirmed = [_seen(one, customer) for one in customer.facts if waits(one, at)]
        memory.keep(_seen(one, customer) for one in as_of(customer.facts, current, at))


def _seen(fact: Fact, customer: _Customer) -> KnownFact:
    text = customer.said.get(fact.message_id or "", "")
    return KnownFact(
        fact.id,
        fact.key,
        fact.value,
        fact.subject,
        str(fact.source),
        str(fact.state),
        fact.observed_at,
        fact.ended_at,
        text,
    )


def marks_of() -> Marks:
    """The second ear's."""
    from chat_server.recall.ear.model import LearnedEar  # noqa: PLC0415 - not there without its packages

    ear = LearnedEar()

    def marks(text: str, locale: str, heard: Sequence[Place]) -> Sequence[Marked]:
        return ear.marks(text, locale, heard) if ear.knows(text, locale) else ()

    return marks
