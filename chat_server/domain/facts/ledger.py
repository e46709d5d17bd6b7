"""What statements do to what is held: pure functions, so that any order of hearing can be tried.

Nothing is overwritten: a fact only changes its state. Facts heard in a message have ids made from it, so that
hearing it twice adds nothing; one said before the held one was is filed behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from .book import Book
from .changes import Changes, Closing, Origin
from .fact import SURE, Fact, FactReason, FactSource, FactState, Forgotten, folded
from .kinds import FACT_KINDS
from .marked import Marked
from .rivals import are_rivals
from .statement import Statement
from .turns import stand_apart


def hear(
    held: Iterable[Fact],
    statements: Sequence[Statement],
    origin: Origin,
    forgotten: Collection[Forgotten] = (),
) -> Changes:
    """`held` are the contact's open facts, those that ended after `origin.at`, and what a standing source said."""
    book = Book(held, origin, forgotten)
    meant = book.meant(statements)
    for place, statement in enumerate(meant):
        if not any(_takes_back(later, statement) for later in meant[place + 1 :]):
            book.enter(statement)
    return book.changes


def doubt(held: Iterable[Fact], message_id: str, doubts: Sequence[Marked]) -> Changes:
    """As if these words of a message had not been heard for sure; what was said again since stands."""
    unsure: dict[object, float] = {one.place: one.confidence for one in doubts}
    changes, facts = Changes(), list(held)
    for fact in facts:
        if (
            (fact.key, fact.start, fact.end) in unsure
            and fact.message_id == message_id
            and fact.source is FactSource.VISITOR
            and fact.state is FactState.CURRENT
            and fact.confirmed_at is None
        ):
            changes.doubted.append((fact, unsure[fact.key, fact.start, fact.end]))
            changes.reopened += [
                one
                for one in facts
                if one.superseded_by == fact.id
                and one.confidence >= SURE
                and (one.valid_until is None or one.valid_until > fact.observed_at)
            ]
    return changes


def correct(held: Iterable[Fact], fact: Fact, value: str, origin: Origin) -> Changes:
    """`fact` was wrong, `value` (as kept) is right; of many values only that one gives way."""
    book = Book(held, origin)
    book.correct(fact, value)
    return book.changes


def settle(held: Iterable[Fact]) -> Changes:
    """After two contacts became one: of each kind and subject the newest statement counts."""
    changes = Changes()
    kept: list[Fact] = []
    for fact in sorted(held, key=lambda one: (one.moment, one.id), reverse=True):
        if fact.state is FactState.CURRENT:
            newer = _rival_among(kept, fact)
            if newer is None:
                kept.append(fact)
            else:
                at = max(newer.since, fact.since)
                changes.closings.append(
                    Closing(fact, FactState.SUPERSEDED, FactReason.MERGED, at, newer.id)
                )
    for fact in sorted(held, key=lambda one: (one.moment, one.id), reverse=True):
        if fact.state is FactState.UNCONFIRMED:
            rival = _rival_among(kept, fact)
            if rival is None or (
                rival.state is FactState.CURRENT
                and rival.moment < fact.moment
                and folded(rival.value) != folded(fact.value)
            ):
                kept.insert(0, fact)
            else:
                at = max(rival.since, fact.since)
                changes.closings.append(Closing(fact, FactState.ENDED, FactReason.MERGED, at))
    return changes


def _rival_among(kept: Iterable[Fact], fact: Fact) -> Fact | None:
    return next(
        (
            one
            for one in kept
            if one.key in FACT_KINDS
            and are_rivals(FACT_KINDS[one.key], one, fact)
            and not stand_apart(one, fact)
        ),
        None,
    )


def _takes_back(later: Statement, earlier: Statement) -> bool:
    """Who says two things in one breath means the last: "M, no, L"."""
    kind = FACT_KINDS.get(earlier.key)
    if kind is None or earlier.value is None or earlier.ended:
        return False
    if later.subject != earlier.subject and not (later.value is None and later.subject is None):
        return False
    alike = later.value is None or folded(later.value) == folded(earlier.value)
    if later.key == kind.opposite:
        return alike and later.value is not None and not later.ended
    if later.key != earlier.key or later.valid_from != earlier.valid_from:
        return False
    if (
        later.value is not None
        and later.subject is None
        and not kind.on_one_scale(earlier.value, later.value)
    ):
        return False
    return alike or (not kind.many and not later.ended)
