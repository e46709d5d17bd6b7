"""What the model makes of lines it did not learn from, held against what is marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from chat_server.domain.facts.marked import Claim, Marked, beyond, sure_of
from chat_server.hearing.ears import RuleEars, hear
from chat_server.recall.ear.chain import Chain
from chat_server.recall.ear.found import Found, best_of
from chat_server.recall.ear.labels import NO_FACT

from .corpus import Example, Mark

# Days that are said relative to it do not matter here.
_AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
_OVERLAP = 0.5
# Kinds whose values are a few words, told apart by what the message means; which it is does not matter to whether it
# is one.
_ANY = {
    "open_problem": "other",
    "order_state": "placed",
    "preferred_channel": "chat",
    "preferred_hour": "morning",
    "form_of_address": "formal",
}
_EARS = RuleEars()


@dataclass(frozen=True)
class Judged:
    """One thing that was found in one line, or that rules heard there, and whether it is right."""

    language: str
    claim: Claim
    found: Found
    right: bool


def judged(chain: Chain, lines: Sequence[tuple[Example, Mapping[str, float]]]) -> list[Judged]:
    """All there is to judge in these lines."""
    return [one for example, likely in lines for one in _in_line(chain, example, likely)]


def _in_line(chain: Chain, example: Example, likely: Mapping[str, float]) -> Iterator[Judged]:
    heard = hear(example.text, language=example.language, at=_AT)
    sure = sure_of(heard)
    look = chain.look(example.text, likely, sure)
    for one in best_of(look.found):
        mark = _mark(one)
        if beyond([mark], heard) and _is_stated(example, mark):
            yield Judged(example.language, mark.claim, one, _is_right(example, mark))
    for one in look.heard:
        yield Judged(example.language, Claim.DOUBTED, one, _is_said(example, one))


def _mark(found: Found) -> Marked:
    key = found.key.removeprefix(NO_FACT)
    claim = Claim.HOLDS if key == found.key else Claim.OVER
    return Marked(key, found.start, found.end, 1.0, value=_ANY.get(key), claim=claim)


def _is_stated(example: Example, mark: Marked) -> bool:
    return bool(_EARS.stated(example.text, [mark], language=example.language, at=_AT))


def _is_right(example: Example, found: Marked) -> bool:
    """One holds the other, as in `evaluation/memory/alike.py`, and nothing that is over is among it."""
    over = found.claim is Claim.OVER
    here = [one for one in example.marks if one.key == found.key and _shared(one, found) > 0]
    return bool(here) and all(
        (one.gone if over else one.holds)
        and _shared(one, found) >= _OVERLAP * min(one.end - one.start, found.end - found.start)
        for one in here
    )


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
