"""What is known of those who speak, read for many lines at once, and what a line would change in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from chat_server.domain.consent import Allowance
from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Changes, Origin
from chat_server.domain.facts.fact import Fact, FactSource, FactState, Forgotten
from chat_server.domain.facts.kinds import FACT_KINDS, holds
from chat_server.domain.facts.marked import Marked
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ids import new_id
from chat_server.domain.message import AuthorKind
from chat_server.domain.ports import Pause, Transaction
from chat_server.domain.spoken import Spoken

from .allowance import allowances_of
from .hearing import allowed
from .undoing import note_touches


@dataclass(frozen=True)
class Heard:
    """A line that may be news: what it says, or for which facts it asks."""

    line: Spoken
    statements: Sequence[Statement] = ()
    asks: Collection[str] = ()
    # What was heard in it for sure and is probably none.
    doubts: Sequence[Marked] = ()
    # What ids of facts are made from, of those that are no visitor's own words.
    ref: str = field(default_factory=new_id)

    @property
    def keys(self) -> set[str]:
        """The kinds that decide whether it is."""
        keys = {
            *self.asks,
            *(one.key for one in self.doubts),
            *(one.key for one in self.statements),
        } & FACT_KINDS.keys()
        return keys | {other for key in keys if (other := FACT_KINDS[key].opposite)}


@dataclass
class Known:
    """Of one contact."""

    contact_id: str
    allowance: Allowance
    held: list[Fact] = field(default_factory=list)
    forgotten: list[Forgotten] = field(default_factory=list)
    # They may turn out to be two.
    may_part: bool = False

    def weigh(self, heard: Heard, now: datetime) -> Changes:
        """What its statements do to the ledger."""
        told = self._allowed(heard)
        if not told:
            return Changes()
        return ledger.hear(self.held, told, self._origin(heard, told, now), self.forgotten)

    def doubt(self, heard: Heard) -> Changes:
        """What its doubts do; two who may have to be parted keep what was heard of each."""
        if self.may_part or not heard.doubts:
            return Changes()
        return ledger.doubt(self.held, heard.line.message_id, heard.doubts)

    def beyond(self, heard: Heard, *, running: bool) -> Heard:
        """Without what is said to be so, of a kind of which something is held from the same message already.

        And without what they did not allow when they said it, or did not until its dialogue was over: who looks again
        may come late.
        """
        doubted = {one.place for one in heard.doubts}
        said = {
            fact.key
            for fact in self.held
            if fact.message_id == heard.line.message_id
            and (fact.key, fact.start, fact.end) not in doubted
        }
        then = allowed(heard.statements, self.allowance.as_of(heard.line.at), in_dialogue=True)
        told = allowed(then, self.allowance, in_dialogue=running)
        new = [one for one in told if one.ended or one.value is None or one.key not in said]
        return replace(heard, statements=new)

    def must_note(self, heard: Heard, changes: Changes) -> bool:
        """Whether it does something that may have to be undone, though it is no news."""
        ends = any(one.value is None or one.ended for one in heard.statements)
        return self.may_part and bool(changes.restated or ends)

    async def note(self, tx: Transaction, heard: Heard, changes: Changes, now: datetime) -> None:
        """What may have to be undone, before it is done."""
        told = self._allowed(heard)
        if self.may_part and told:
            await note_touches(tx, changes, self._origin(heard, told, now), told)

    def _allowed(self, heard: Heard) -> list[Statement]:
        return allowed(heard.statements, self.allowance, in_dialogue=True)

    def _origin(self, heard: Heard, told: Sequence[Statement], now: datetime) -> Origin:
        line, in_person = heard.line, heard.line.author is AuthorKind.VISITOR
        return Origin(
            contact_id=self.contact_id,
            source=FactSource.VISITOR if in_person else FactSource.AGENT,
            # Who repeats it for the customer says it now.
            at=line.at if in_person else now,
            ref=line.message_id if in_person else heard.ref,
            consent=self.allowance.basis(FACT_KINDS[told[0].key].purpose),
            conversation_id=line.conversation_id,
            message_id=line.message_id,
            language=line.locale,
        )

    def learn(self, changes: Changes) -> None:
        """From here on it is held."""
        changes.apply()
        self.held += changes.new

    def answers(self, asks: Collection[str], now: datetime) -> bool:
        """Whether one of these is held."""
        return any(
            fact.key in asks
            and fact.state is FactState.CURRENT
            and fact.subject is None
            and holds(fact, now)
            for fact in self.held
        )


async def known_of(
    tx: Transaction, heard: Sequence[Heard], pause: Pause | None = None
) -> dict[str, Known]:
    """Whoever said these lines, or was spoken to in them, by contact; with a `pause` after each look."""
    pause = pause or _none
    people = {one.line.contact_id: one.line.inbox_id for one in heard}
    keys = set().union(*(one.keys for one in heard))
    allowances = await allowances_of(tx, people)
    await pause()
    found = {contact_id: Known(contact_id, one) for contact_id, one in allowances.items()}
    since = min(one.line.at for one in heard)
    for contact_id in await tx.merges.undoable(people.keys()):
        found[contact_id].may_part = True
    for fact in await tx.facts.held_by(people.keys(), keys, since):
        found[fact.contact_id].held.append(fact)
    await pause()
    for one in await tx.facts.forgotten_by(people.keys(), keys):
        found[one.contact_id].forgotten.append(one)
    return found


async def _none() -> None:
    """For whoever is waited for."""
