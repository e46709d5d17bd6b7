"""One contact becomes two again, and each knows what they said themselves, as if they had never been one.

While they are one, words of either change facts of the other: say them again, end them, replace them. What is noted of
that are ids and times, never a value: a fact that is forgotten is forgotten here too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from .facts import ledger
from .facts.changes import Changes, Origin
from .facts.fact import OPEN, SURE, Fact, FactReason, FactSource, FactState, folded
from .facts.kinds import FACT_KINDS, clean_value
from .facts.rivals import are_rivals
from .facts.statement import Statement
from .facts.turns import stand_apart
from .merging import Merge


@dataclass
class Touch:
    """What the other side did to a fact: said it again last `at`, with what that came from; or closed it.

    `was` is when its own side had said it last.
    """

    at: str | None = None
    was: str | None = None
    source: str = FactSource.VISITOR
    ref: str = ""
    conversation_id: str | None = None
    message_id: str | None = None
    language: str | None = None
    # Whether who said it again holds it still, or since when they said it is so no longer.
    held: bool = False
    over: str | None = None
    closed: bool = False
    # Its own side ended it too.
    ended: bool = False


def note(merge: Merge, changes: Changes, origin: Origin) -> None:
    """Before they are applied."""
    theirs = merge.is_from_source(origin.conversation_id)
    touched = dict(merge.touched)
    for fact, at in [*changes.restated, *changes.confirmed]:
        if merge.takes_back(fact) != theirs:
            touched[fact.id] = asdict(_said_again(_touch(touched, fact.id), fact, at, origin))
    for closing in changes.closings:
        fact = closing.fact
        if merge.takes_back(fact) != theirs and closing.reason is not FactReason.EXPIRED:
            touch = _touch(touched, fact.id)
            touch.closed, touch.held = True, False
            touched[fact.id] = asdict(touch)
    merge.touched = touched


def gave_way(merge: Merge) -> set[str]:
    """Facts of which one side may say something that changes nothing, for the other had closed them."""
    return {*merge.touched, *merge.went("gave_way")}


def note_end(
    merge: Merge, facts: Iterable[Fact], statements: Sequence[Statement], origin: Origin
) -> None:
    """Who says that something is so no longer says it also where it had given way; `facts` are those that had."""
    theirs = merge.is_from_source(origin.conversation_id)
    touched = dict(merge.touched)
    for fact in facts:
        if not any(_ends(one, fact) for one in statements):
            continue
        touch = _touch(touched, fact.id)
        if merge.takes_back(fact) == theirs:
            touch.ended = True
        else:
            touch.held, touch.over = False, origin.at.isoformat()
        touched[fact.id] = asdict(touch)
    merge.touched = touched


def part(
    facts: Sequence[Fact], merge: Merge, bases: Mapping[str, str | None]
) -> tuple[list[Fact], list[Fact]]:
    """Those that stay and those that go back, new ones among them; `bases` is what allows each side to be remembered."""
    going = {fact.id for fact in facts if merge.takes_back(fact)}
    staying = {fact.id for fact in facts} - going
    for fact in facts:
        others = staying if fact.id in going else going
        touch = _touch(merge.touched, fact.id)
        if touch.at is not None and fact.confirmed_at == datetime.fromisoformat(touch.at):
            fact.confirmed_at = datetime.fromisoformat(touch.was) if touch.was else None
            if fact.state is FactState.CURRENT and not _is_sure(fact):
                fact.state = FactState.UNCONFIRMED
        gave = fact.state not in OPEN and (touch.closed or _parted(fact, merge, others))
        if gave and touch.ended:
            fact.superseded_by = None
        elif gave:
            _open_again(fact, [one for one in facts if one.id not in others])
    sides = {
        merge.target_id: [fact for fact in facts if fact.id in staying],
        merge.source_id: [fact for fact in facts if fact.id in going],
    }
    again = [
        (fact, touch)
        for fact in facts
        if (touch := _touch(merge.touched, fact.id)).at is not None and (touch.held or touch.over)
    ]
    for fact in sides[merge.source_id]:
        fact.contact_id = merge.source_id
    for fact, touch in sorted(again, key=lambda one: str(one[1].at)):
        contact_id = merge.target_id if fact.id in going else merge.source_id
        _hear_again(sides[contact_id], fact, touch, contact_id, bases.get(contact_id))
    return sides[merge.target_id], sides[merge.source_id]


def _open_again(fact: Fact, own: Iterable[Fact]) -> None:
    """Unless its own side said something later that it would have given way to, had it not been closed already."""
    fact.state = FactState.CURRENT if _is_sure(fact) else FactState.UNCONFIRMED
    fact.reason = fact.ended_at = fact.superseded_by = None
    later = [
        one
        for one in own
        if one.counted
        and one.moment > fact.moment
        and one.key in FACT_KINDS
        and are_rivals(FACT_KINDS[one.key], one, fact)
        and not stand_apart(one, fact)
    ]
    if later:
        first = min(later, key=lambda one: (one.moment, one.id))
        fact.close(FactState.SUPERSEDED, FactReason.NEWER, first.since, first.id)


def _hear_again(
    held: list[Fact], fact: Fact, touch: Touch, contact_id: str, basis: str | None
) -> None:
    """What was said when it was known already, from the other, is news to who said it."""
    at = datetime.fromisoformat(str(touch.at))
    origin = Origin(
        contact_id=contact_id,
        source=FactSource(touch.source),
        at=at,
        ref=touch.ref,
        consent=basis,
        conversation_id=touch.conversation_id,
        message_id=touch.message_id,
        language=touch.language,
    )
    said = Statement(
        fact.key,
        fact.value,
        1.0,
        subject=fact.subject,
        valid_from=fact.valid_from,
        valid_until=fact.valid_until,
    )
    since = [one for one in held if one.ended_at is None or one.ended_at >= at]
    changes = ledger.hear(since, [said], origin)
    changes.apply()
    held += changes.new
    if touch.over is not None:
        # It gave way to nothing, but what it had replaced is not so either.
        at = datetime.fromisoformat(touch.over)
        since = [one for one in held if one.ended_at is None or one.ended_at >= at]
        ledger.hear(
            since, [replace(said, ended=True)], replace(origin, at=at, message_id=None)
        ).apply()


def _said_again(touch: Touch, fact: Fact, at: datetime, origin: Origin) -> Touch:
    own = fact.confirmed_at.isoformat() if fact.confirmed_at else None
    return Touch(
        at=at.isoformat(),
        was=touch.was if touch.at is not None and own == touch.at else own,
        source=origin.source,
        ref=origin.ref,
        conversation_id=origin.conversation_id,
        message_id=origin.message_id,
        language=origin.language,
        held=True,
    )


def _touch(touched: Mapping[str, dict[str, Any]], fact_id: str) -> Touch:
    return Touch(**touched.get(fact_id, {}))


def _is_sure(fact: Fact) -> bool:
    return fact.confidence >= SURE or fact.confirmed_at is not None


def _ends(said: Statement, fact: Fact) -> bool:
    value = clean_value(said.key, said.value) if said.value is not None else None
    alike = said.value is None or (value is not None and folded(value) == folded(fact.value))
    return (
        said.key == fact.key
        and alike
        and (said.subject is None or fact.subject in {None, said.subject})
    )


def _parted(fact: Fact, merge: Merge, others: Collection[str]) -> bool:
    if fact.superseded_by is not None:
        return fact.superseded_by in others
    return fact.reason is FactReason.MERGED and fact.id in merge.went("gave_way")
