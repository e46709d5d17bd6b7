"""The ledger's open pages while statements are entered one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from chat_server.domain.ids import event_id

from .changes import Changes, Closing, Origin
from .fact import (
    OPEN,
    STANDING,
    SURE,
    Fact,
    FactReason,
    FactState,
    Forgotten,
    folded,
    value_digest,
)
from .held import Held, came_early
from .kind import FactKind
from .kinds import FACT_KINDS, clean_subject, clean_value, until_of
from .rivals import are_rivals, meant_by
from .statement import HEARD, Statement
from .turns import begins_later, given_way, stand_apart

# Of kinds that may be many: the oldest gives way.
MOST_OF_A_KIND = 30


class Book:
    """Collects `changes`; the facts given to it stay as they are."""

    def __init__(
        self, held: Iterable[Fact], origin: Origin, forgotten: Collection[Forgotten] = ()
    ) -> None:
        self.changes = Changes()
        self._origin = origin
        self._forgotten = forgotten
        self._held = Held(held, origin)
        self._reason = FactReason.NEWER
        self._let_begin()

    def enter(self, statement: Statement) -> None:
        """One statement about what is so, or is so no longer."""
        kind = FACT_KINDS.get(statement.key)
        if kind is None or statement.confidence < HEARD:
            return
        subject = clean_subject(kind, statement.subject)
        value = None
        if statement.value is not None:
            value = clean_value(kind.key, statement.value)
            if value is None:
                return
        if value is None or statement.ended:
            self._end(kind, subject, value)
            return
        wrong = self._held.corrected(statement)
        if wrong is not None:
            subject = subject or wrong.subject
            statement = self._at_its_time(statement, wrong)
        fact = self._fact(kind, subject, value, statement)
        if fact in self._held or self._is_forgotten(fact):
            return
        self._let_expire(kind)
        if self._is_known(kind, fact):
            return
        rivals = [
            one
            for one in self._held.unclosed()
            if one is wrong or are_rivals(kind, fact, one) or self._held.was_vague(kind, one, fact)
        ]
        if kind.opposite is not None:
            # Said in other words: "those gloves" of "Surtsey gloves".
            held = [
                one for one in self._held.open() if one.key == kind.opposite and one not in rivals
            ]
            rivals += meant_by(FACT_KINDS[kind.opposite], value, held)
        if fact.confidence >= SURE:
            self._count(kind, fact, rivals)
        else:
            self._note(fact, rivals)

    def meant(self, statements: Sequence[Statement]) -> list[Statement]:
        """Of "sorry, 45" what it can only be: another value of what was said last."""
        last = {
            number: wrong
            for number, one in enumerate(statements)
            if one.corrects and one.value is not None and (wrong := self._held.corrected(one))
        }
        found: list[Statement] = []
        for number, one in enumerate(statements):
            if not one.corrects or one.confidence >= HEARD:
                found.append(one)
            elif number in last and not any(
                (last[number].moment, number) < (wrong.moment, other)
                for other, wrong in last.items()
                if (statements[other].start, statements[other].end) == (one.start, one.end)
            ):
                found.append(replace(one, confidence=SURE))
        return found

    def correct(self, wrong: Fact, value: str) -> None:
        """`value` in place of `wrong`."""
        kind, self._reason = FACT_KINDS[wrong.key], FactReason.CORRECTED
        right_one = self._at_its_time(Statement(wrong.key, value, 1.0), wrong)
        new = self._fact(kind, wrong.subject, value, right_one)
        rivals = [
            one
            for one in self._held.open()
            if one.id == wrong.id or (are_rivals(kind, new, one) and not stand_apart(one, new))
        ]
        right = next((one for one in rivals if one.value == value and self._held.counts(one)), None)
        for rival in rivals:
            if rival is not right:
                self._supersede(rival, right or new)
        if right is None:
            self._add(kind, new)

    # -------------------------------------------------------------- entries

    def _fact(self, kind: FactKind, subject: str | None, value: str, said: Statement) -> Fact:
        origin = self._origin
        return Fact(
            id=event_id(origin.ref, kind.key, subject or "", value),
            contact_id=origin.contact_id,
            key=kind.key,
            value=value,
            source=origin.source,
            confidence=said.confidence,
            observed_at=origin.at,
            conversation_id=origin.conversation_id,
            message_id=origin.message_id,
            start=said.start,
            end=said.end,
            subject=subject,
            valid_from=said.valid_from,
            valid_until=said.valid_until or (kind.lapses(value) if kind.lapses else None),
            consent=origin.consent,
            language=origin.language,
        )

    def _count(self, kind: FactKind, fact: Fact, rivals: list[Fact]) -> None:
        """A sure statement: it counts, unless something said later is held already."""
        later = [
            one
            for one in rivals
            if one.counted and one.moment > fact.moment and not stand_apart(one, fact)
        ]
        ended = next(
            (
                one
                for one in rivals
                if one.state is FactState.ENDED and self._held.was_held_at(one, fact)
            ),
            None,
        )
        if later:
            first = min(later, key=lambda one: (one.moment, one.id))
            if first.key != fact.key or folded(first.value) != folded(fact.value):
                fact.close(FactState.SUPERSEDED, FactReason.NEWER, first.since, first.id)
                self._keep(fact, self.changes.filed)
            return
        if ended is not None and ended.counted and ended.ended_at is not None:
            fact.close(FactState.ENDED, ended.reason or FactReason.NEWER, ended.ended_at)
            self._keep(fact, self.changes.filed)
            return
        right = next((one for one in rivals if self._held.is_guess_of(one, fact)), None)
        if right is not None:
            self.changes.confirmed.append((right, max(fact.since, right.observed_at)))
            self._held.confirm(right)
        for rival in rivals:
            if (
                rival is not right
                and rival.state in OPEN
                and rival.moment <= fact.moment
                and (not stand_apart(rival, fact) or came_early(rival, fact))
            ):
                self._supersede(rival, right or fact)
        if right is None:
            self._add(kind, fact)

    def _note(self, fact: Fact, rivals: list[Fact]) -> None:
        """An unsure one: kept beside what is held, and only the last of its kind is worth a question."""
        if any(
            one.moment > fact.moment
            or (one.state is FactState.ENDED and self._held.was_held_at(one, fact))
            for one in rivals
        ):
            return
        for rival in rivals:
            if self._held.waits(rival):
                self._close(rival, FactState.ENDED, FactReason.NEWER, fact.since)
        fact.state = FactState.UNCONFIRMED
        self._keep(fact, self.changes.unconfirmed)

    def _end(self, kind: FactKind, subject: str | None, value: str | None) -> None:
        held = [
            fact
            for fact in self._held.open()
            if fact.key == kind.key
            and (subject is None or fact.subject in _meant_by(kind, subject))
            and fact.moment <= self._origin.moment
            # Of the same message: it was said after this, or it would have been taken back.
            and (fact.message_id is None or fact.message_id != self._origin.message_id)
        ]
        gone = held if value is None else meant_by(kind, value, held)
        for fact in gone:
            self._close(fact, FactState.ENDED, kind.ends_as, self._origin.at)
        if kind.key == "occasion":
            # What is called off has no day any more.
            for day in self._held.open():
                if day.key == "occasion_date" and day.subject in {one.value for one in gone}:
                    self._close(day, FactState.ENDED, kind.ends_as, self._origin.at)

    # ---------------------------------------------------------------- looks

    def _is_known(self, kind: FactKind, fact: Fact) -> bool:
        """Whether the same is held for that time already, and saying it again is no news."""
        last = self._held.stood_last(kind, fact)
        if last is not None:
            return folded(last.value) == folded(fact.value)
        one = self._held.same_as(kind, fact)
        if one is None:
            return False
        if self._held.counts(one) and fact.confidence >= SURE and fact.since > one.since:
            self.changes.restated.append((one, fact.since))
        return True

    def _is_forgotten(self, fact: Fact) -> bool:
        digest = value_digest(fact.key, fact.value)
        return any(
            one.key == fact.key
            and one.digest == digest
            and (fact.source in STANDING or fact.observed_at <= one.at)
            for one in self._forgotten
        )

    # -------------------------------------------------------------- changes

    def _let_expire(self, kind: FactKind) -> None:
        for fact in self._held.open():
            until = until_of(fact) if fact.key == kind.key else None
            if until is not None and until <= self._origin.at:
                self._close(fact, FactState.ENDED, FactReason.EXPIRED, until)

    def _let_begin(self) -> None:
        """What was to begin by now has taken the place of what was before it."""
        for old, new in given_way(self._held, self._origin.at):
            at = max(new.valid_from or new.since, old.since)
            self._close(old, FactState.SUPERSEDED, FactReason.NEWER, at, new.id)

    def _at_its_time(self, statement: Statement, wrong: Fact) -> Statement:
        """A correction of what is to come is to come too."""
        if statement.valid_from is None and begins_later(wrong, self._origin.at):
            return replace(statement, valid_from=wrong.valid_from)
        return statement

    def _add(self, kind: FactKind, fact: Fact) -> None:
        self._keep(fact, self.changes.added)
        if not kind.many:
            return
        held = [one for one in self._held.open() if one.key == kind.key and self._held.counts(one)]
        held.sort(key=lambda one: (one.moment, one.id))
        for oldest in held[: max(len(held) - MOST_OF_A_KIND, 0)]:
            if oldest is not fact:
                self._supersede(oldest, fact)

    def _keep(self, fact: Fact, where: list[Fact]) -> None:
        where.append(fact)
        self._held.add(fact)

    def _supersede(self, older: Fact, newer: Fact) -> None:
        at = max(newer.since, self._origin.at)
        self._close(older, FactState.SUPERSEDED, self._reason, at, newer.id)

    def _close(
        self,
        fact: Fact,
        state: FactState,
        reason: FactReason,
        at: datetime,
        superseded_by: str | None = None,
    ) -> None:
        at = max(at, fact.since)
        if any(fact is one for one in self.changes.new):
            fact.close(state, reason, at, superseded_by)
        else:
            self.changes.closings.append(Closing(fact, state, reason, at, superseded_by))
        self._held.close(fact)


def _meant_by(kind: FactKind, subject: str) -> set[str | None]:
    """What is said of a thing ends nothing that was said of none."""
    return {subject} if kind.about == "product" else {None, subject}
