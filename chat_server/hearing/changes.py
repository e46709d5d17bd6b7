"""What is no longer as it was, in languages without spaces: another value with a word of change, troubles that are over.

A new value by itself may be anything: it stands only in the place of one that is held (`AS_CHANGE`). So words of change may be
many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .catchwords import Piece, pieces
from .engine import AS_CHANGE
from .takes import LIKELY
from .text import Line
from .unspaced import Ground

_AROUND = 18


@dataclass(frozen=True, eq=False)
class Thoughts:
    """A message in sentences.

    `told` between somebody else and a value makes it the customer's all the same: "my wife says black is too dark".
    """

    ground: Ground
    ends: re.Pattern[str]
    told: re.Pattern[str]
    # Right before somebody else.
    about: re.Pattern[str] = re.compile(r"(?!)")
    # Questions that ask for it to be so.
    requests: re.Pattern[str] = re.compile(r"(?!)")

    def of(self, line: Line) -> Iterator[Piece]:
        """Those that are meant: no questions, nothing supposed."""
        for piece in pieces(line, self.ends):
            if self.ground.supposed.search(piece.low):
                continue
            mark = line.low[piece.start + len(piece.low) :][:1]
            asks = mark in {"?", "？"} or self.ground.asks.search(piece.low)
            if not asks or self.requests.search(piece.low):
                yield piece

    def is_own(self, line: Line, piece: Piece, place: int) -> bool:
        """Whether what stands there is the customer's, and no quotation."""
        if line.in_quotation(piece.start + place):
            return False
        named = list(self.ground.persons.finditer(piece.low, 0, place))
        if not named or named[-1]["other"] is None:
            return True
        if self.about.search(piece.low, 0, named[-1].start()):
            return True
        return self.told.search(piece.low, named[-1].start(), place) is not None


@dataclass(frozen=True)
class Value:
    """A kind's values (`v`) and how they are kept; `spoiled` in the sentence, they are something else."""

    key: str
    pattern: re.Pattern[str]
    clean: Callable[[str], str | None]
    changed: re.Pattern[str]
    spoiled: re.Pattern[str]
    confidence: float = AS_CHANGE


@dataclass(frozen=True, eq=False)
class NewValues:
    """The last value in a sentence with a word of change; `former` right before one makes it that from before."""

    thoughts: Thoughts
    values: tuple[Value, ...]
    former: re.Pattern[str]

    def __call__(self, line: Line) -> Iterator[Statement]:
        for piece in self.thoughts.of(line):
            for kind in self.values:
                if kind.changed.search(piece.low) and not kind.spoiled.search(piece.low):
                    yield from self._last(line, piece, kind)

    def _last(self, line: Line, piece: Piece, kind: Value) -> Iterator[Statement]:
        for found in reversed([*kind.pattern.finditer(piece.low)]):
            group = found.lastgroup
            if group is None:
                continue
            start, end = found.span(group)
            value = kind.clean(found[group])
            if (
                value is not None
                and not self.former.search(piece.low[:start])
                and self.thoughts.is_own(line, piece, start)
            ):
                yield Statement(
                    kind.key, value, kind.confidence, piece.start + start, piece.start + end,
                    corrects=True,
                )  # fmt: skip
                return


@dataclass(frozen=True, eq=False)
class Cleared:
    """Words that say that nothing is wrong any more; `still` near them says that something is."""

    thoughts: Thoughts
    words: re.Pattern[str]
    still: re.Pattern[str]

    def __call__(self, line: Line, found: list[Statement]) -> Iterator[Statement]:
        """Only where nothing wrong was heard."""
        if any(one.key == "open_problem" for one in found):
            return
        for piece in self.thoughts.of(line):
            for said in self.words.finditer(piece.low):
                near = piece.low[max(0, said.start() - _AROUND) : said.end() + _AROUND]
                if not self.still.search(near) and self.thoughts.is_own(line, piece, said.start()):
                    yield Statement(
                        "open_problem", None, LIKELY, piece.start + said.start(),
                        piece.start + said.end(),
                    )  # fmt: skip
                    return
