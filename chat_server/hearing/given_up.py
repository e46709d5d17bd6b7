"""Things that are wanted, liked or had no longer: words right before or behind them say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .frames import Mention
from .takes import LIKELY
from .text import Line, Sentence


@dataclass(frozen=True)
class Ending:
    """Of a kind: what stands before a thing, or behind it, where it is so no longer."""

    key: str
    before: re.Pattern[str]
    behind: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class GivenUp:
    """Where nothing of the kind is held, nothing is lost; so the words may be many.

    `things` finds what is named; `turn` divides a sentence; `unreal`: nothing of it is meant.
    """

    things: Callable[[Sentence], Iterable[Mention]]
    endings: tuple[Ending, ...]
    turn: re.Pattern[str]
    unreal: re.Pattern[str]

    def __call__(self, line: Line) -> Iterator[Statement]:
        for sentence in line.sentences:
            low = sentence.low
            if low.rstrip().endswith("?") or self.unreal.search(low):
                continue
            if any(one.before.search(low) or one.behind.search(low) for one in self.endings):
                yield from self._of(sentence)

    def _of(self, sentence: Sentence) -> Iterator[Statement]:
        low = sentence.low
        for thing in self.things(sentence):
            cut = max(
                (one.end() for one in self.turn.finditer(low, 0, thing.start)),
                default=0,
            )
            start = sentence.start + thing.start
            if sentence.line.in_quotation(start):
                continue
            for one in self.endings:
                if _right_before(one.before, low, cut, thing.start) or one.behind.match(
                    low, thing.end
                ):
                    yield Statement(
                        one.key,
                        thing.value,
                        LIKELY,
                        start,
                        sentence.start + thing.end,
                        ended=True,
                    )


def _right_before(pattern: re.Pattern[str], low: str, cut: int, place: int) -> bool:
    return any(
        low.count(" ", one.end(), place) <= _FEW_WORDS for one in pattern.finditer(low, cut, place)
    )


_FEW_WORDS = 2
