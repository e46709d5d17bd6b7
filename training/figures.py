"""What both ears hear in lines that were kept aside, by regressions learned from the hands of others."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chat_server.domain.facts.fact import SURE
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.marked import Claim, agreed, beyond
from chat_server.domain.facts.statement import Statement
from chat_server.recall.ear.certainty import Certainty
from chat_server.recall.ear.model import weighed

from .certainty import certainty
from .corpus import Example
from .judging import AT, EARS, Judged, Looked, has_value

_FOLDS = 5


@dataclass
class Tally:
    """Statements that are right and wrong; facts that there are, and that were found."""

    right: int = 0
    wrong: int = 0
    there: int = 0
    found: int = 0

    def take(self, example: Example, stated: Sequence[Statement]) -> None:
        """One more line."""
        hits = [_hit(example, one) for one in stated]
        self.right += sum(one is not None for one in hits)
        self.wrong += sum(one is None for one in hits)
        self.there += sum(mark.holds and mark.key in FACT_KINDS for mark in example.marks)
        self.found += len(set(hits) - {None})

    def __str__(self) -> str:
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.found / max(self.there, 1)
        return f"precision {precision:.1%}, recall {recall:.1%} of {self.there} facts"


def rules_alone(lines: Sequence[Looked]) -> Tally:
    """What is heard without what was learned."""
    tally = Tally()
    for one in lines:
        tally.take(one.example, [each for each in one.heard if _counts(each)])
    return tally


def both(lines: Sequence[Looked], judged: Sequence[Judged], limits: Mapping[Claim, float]) -> Tally:
    """What is heard with it, where these are the limits."""
    tally = Tally()
    for fold in range(_FOLDS):
        known = [one for one in judged if _fold(one.batch) != fold]
        scales = {
            claim: Certainty(
                **certainty([one for one in known if one.claim is claim], claim)
                | {"limit": limits[claim]}
            )
            for claim in Claim
        }
        for one in lines:
            if _fold(one.example.batch) == fold:
                tally.take(one.example, list(_heard(one, scales)))
    return tally


def _heard(one: Looked, scales: Mapping[Claim, Certainty]) -> Iterator[Statement]:
    """As the hub keeps it: of kinds of which rules told nothing, or nothing that is in no doubt."""
    example = one.example
    marked = weighed(one.look, example.language, scales)
    doubts = [mark for mark in marked if mark.claim is Claim.DOUBTED]
    more = EARS.stated(example.text, beyond(marked, one.heard), language=example.language, at=AT)
    doubts, more = agreed(doubts, one.heard, more)
    doubted = {mark.place for mark in doubts}
    kept = [
        each
        for each in one.heard
        if _counts(each) and (each.key, each.start, each.end) not in doubted
    ]
    yield from kept
    keys = {each.key for each in kept}
    yield from (each for each in more if _counts(each) and each.key not in keys)


def _counts(one: Statement) -> bool:
    return (
        one.confidence >= SURE and one.value is not None and not one.ended and one.start is not None
    )


def _hit(example: Example, one: Statement) -> int | None:
    for number, mark in enumerate(example.marks):
        if (
            mark.key == one.key
            and mark.holds
            and mark.start < (one.end or 0)
            and (one.start or 0) < mark.end
            and has_value(mark, one.value)
        ):
            return number
    return None


def _fold(batch: str) -> int:
    return zlib.crc32(batch.encode()) % _FOLDS
