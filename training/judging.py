"""What the model makes of lines it did not learn from, held against what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from chat_server.domain.facts.marked import Claim, Marked, beyond, sure_of
from chat_server.domain.facts.statement import Statement
from chat_server.hearing.ears import RuleEars, hear
from chat_server.recall.ear.found import Found, Look, best_of
from chat_server.recall.ear.look import VALUED, Looker
from chat_server.recall.ear.network import Network

from .corpus import Example, Mark

# Days that are said relative to it do not matter here.
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
_OVERLAP = 0.5
# Which value it is cannot be held against what is marked: hours have several names, and titles are added.
_ANY_VALUE = frozenset({"form_of_address", "preferred_hour"})
EARS = RuleEars()


@dataclass(frozen=True)
class Judged:
    """One thing that was found in one line, or that rules heard there, and whether it is right."""

    language: str
    claim: Claim
    found: Found
    right: bool
    batch: str


@dataclass(frozen=True)
class Looked:
    """A line, what rules heard in it, and what there is to see."""

    example: Example
    heard: Sequence[Statement]
    look: Look


def looked(network: Network, values: Sequence[str], example: Example) -> Looked:
    """At a line as the hub does."""
    heard = hear(example.text, language=example.language, at=AT)
    sight = network.sight(example.text, example.language)
    return Looked(example, heard, Looker(values).look(sight, sure_of(heard)))


def judged(one: Looked) -> Iterator[Judged]:
    """All there is to judge in a line."""
    example = one.example
    sure = set(sure_of(one.heard))
    plain = [each for each in one.heard if (each.key, each.start, each.end) not in sure]
    for claim in (Claim.HOLDS, Claim.OVER):
        over = claim is Claim.OVER
        for found in best_of(each for each in one.look.found if each.over is over):
            mark = Marked(found.key, found.start, found.end, 1.0, found.value, claim=claim)
            stated = EARS.stated(example.text, [mark], language=example.language, at=AT)
            if stated and beyond([mark], plain):
                right = _is_right(example, mark, stated[0].value)
                yield Judged(example.language, claim, found, right, example.batch)
    for found in one.look.heard:
        if found.evidence:
            right = _is_said(example, found)
            yield Judged(example.language, Claim.DOUBTED, found, right, example.batch)


def _is_right(example: Example, found: Marked, value: str | None) -> bool:
    """One holds the other, as in `evaluation/memory/alike.py`, and nothing that is over is among it."""
    over = found.claim is Claim.OVER
    here = [one for one in example.marks if one.key == found.key and _shared(one, found) > 0]
    return (
        bool(here)
        and all(
            (one.gone if over else one.holds)
            and _shared(one, found) >= _OVERLAP * min(one.end - one.start, found.end - found.start)
            for one in here
        )
        and (over or any(has_value(one, value) for one in here))
    )


def has_value(mark: Mark, value: str | None) -> bool:
    """Whether it is the one that is marked, as far as that can be told."""
    told = mark.key in VALUED and mark.key not in _ANY_VALUE and mark.value is not None
    return not told or mark.value == value


def _is_said(example: Example, said: Found) -> bool:
    """The clause that says it holds the words that are it."""
    return any(
        mark.holds
        and mark.key == said.key
        and min(mark.end, said.end) > max(mark.start, said.start)
        for mark in example.marks
    )


def _shared(mark: Mark, found: Marked) -> int:
    return min(mark.end, found.end) - max(mark.start, found.start)
