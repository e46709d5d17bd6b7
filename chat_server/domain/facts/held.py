"""What the ledger holds while statements are entered: which facts are open still, and what they say to a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from .changes import Origin
from .fact import LAST, OPEN, STANDING, SURE, Fact, FactReason, FactState, folded
from .kind import FactKind
from .kinds import FACT_KINDS
from .rivals import (
    are_of_one,
    are_rivals,
    counts_the_same,
    has_another_beginning,
    has_another_end,
    is_short_for,
    say_the_same,
)
from .statement import Statement
from .turns import begins_later

# Who corrects themselves later says what they correct; from `CHANGED` on a statement says that something is no longer
# as it was, which may be said at any time.
CORRECTED_WITHIN = timedelta(days=1)
CHANGED = 0.45


class Held:
    """All facts of one contact, in the order they came; what is closed or confirmed here is not yet so on the facts."""

    def __init__(self, facts: Iterable[Fact], origin: Origin) -> None:
        self._origin = origin
        self._facts = list(facts)
        self._ids = {fact.id: fact for fact in self._facts}
        self._closed: set[str] = set()
        self._confirmed: set[str] = set()

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __contains__(self, fact: Fact) -> bool:
        return fact.id in self._ids

    def add(self, fact: Fact) -> None:
        """From now on it is held too."""
        self._facts.append(fact)
        self._ids[fact.id] = fact

    def close(self, fact: Fact) -> None:
        """It is open no longer."""
        self._closed.add(fact.id)

    def confirm(self, guess: Fact) -> None:
        """It counts."""
        self._confirmed.add(guess.id)

    def unclosed(self) -> list[Fact]:
        """Those that were not closed here, also what had ended before."""
        return [one for one in self._facts if one.id not in self._closed]

    def open(self) -> list[Fact]:
        """Those that count or wait."""
        return [one for one in self.unclosed() if one.state in OPEN]

    def counts(self, one: Fact) -> bool:
        """Whether it is taken for true."""
        return one.state is FactState.CURRENT or one.id in self._confirmed

    def waits(self, one: Fact) -> bool:
        """Whether it is still to be confirmed."""
        return one.state is FactState.UNCONFIRMED and one.id not in self._confirmed

    def is_guess_of(self, one: Fact, fact: Fact) -> bool:
        """Whether `fact` confirms it."""
        return self.waits(one) and say_the_same(one, fact) and not has_another_beginning(one, fact)

    def was_vague(self, kind: FactKind, one: Fact, fact: Fact) -> bool:
        """Who says "a jacket" and soon "a rain jacket" wants one thing."""
        return (
            self.counts(one)
            and is_short_for(kind, one, fact)
            and fact.since - one.observed_at <= CORRECTED_WITHIN
        )

    def was_held_at(self, one: Fact, fact: Fact) -> bool:
        """Whether `one` was open when `fact` was said: from the first time it was said on."""
        if (one.observed_at, one.message_id or LAST) > fact.moment:
            return False
        if one.ended_at is None:
            return True
        # What the same message put in its place was held until then: heard again, it says nothing new.
        superseder = self._ids.get(one.superseded_by or "")
        return (one.ended_at, (superseder and superseder.message_id) or "") >= fact.moment

    def corrected(self, said: Statement) -> Fact | None:
        """What a correction puts right: the last of its kind that was said before it."""
        if not said.corrects or said.key not in FACT_KINDS or said.value is None:
            return None
        origin, kind = self._origin, FACT_KINDS[said.key]
        soon = (kind.many and not kind.counts) or said.confidence < CHANGED
        before = [
            one
            for one in self._facts
            if one.key == said.key
            and one.source not in STANDING
            and one.moment < origin.moment
            and (
                said.subject is None
                or one.subject is None
                or are_of_one(kind, one.subject, said.subject)
            )
            and not (soon and origin.at - one.since > CORRECTED_WITHIN)
            and kind.on_one_scale(one.value, said.value)
            and (not kind.counts or counts_the_same(one.value, said.value))
            and (one.state in OPEN or (one.ended_at is not None and one.ended_at >= origin.at))
        ]
        return max(before, key=lambda one: (one.moment, one.start or 0, one.id), default=None)

    def stood_last(self, kind: FactKind, fact: Fact) -> Fact | None:
        """What the same lasting source, a profile or an order, said last; none of what was only said."""
        if fact.source not in STANDING:
            return None
        said = [
            one
            for one in self._facts
            if one.source is fact.source and one.key == fact.key and are_rivals(kind, fact, one)
        ]
        last = max(said, key=lambda one: (one.moment, one.id), default=None)
        return None if last is None or last.reason is FactReason.EXPIRED else last

    def same_as(self, kind: FactKind, fact: Fact) -> Fact | None:
        """What says the same for that time already."""
        for one in self.unclosed():
            if not (
                say_the_same(one, fact) or (self.counts(one) and is_short_for(kind, fact, one))
            ):
                continue
            if self._waited_at(one, fact):
                if fact.confidence < SURE:
                    return one
            elif (
                (one.counted or one.id in self._confirmed)
                and self.was_held_at(one, fact)
                and not has_another_end(one, fact)
                and not has_another_beginning(one, fact)
            ):
                return one
        return None

    def _waited_at(self, one: Fact, fact: Fact) -> bool:
        """Whether it waits to be confirmed, or did when `fact` was said."""
        if one.ended_at is None or one.counted:
            return self.waits(one)
        # What the same message put in its place waited until then.
        return one.observed_at <= fact.since <= one.ended_at


def came_early(plan: Fact, fact: Fact) -> bool:
    """Whether what was to begin later is said to be so now."""
    return begins_later(plan, fact.since) and folded(plan.value) == folded(fact.value)
