"""What is no longer as it was, in languages without spaces: another value with a word of change, troubles that are over.

A new value by itself may be anything: it stands only in the place of one that is held (`AS_CHANGE`). So words of change may be
many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

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

    def is_own(self, line: Line, piece: Piece, place: int, *, near: int | None = None) -> bool:
        """Whether what stands there is the customer's, and no quotation; who is named farther off than `near` is nobody."""
        if line.in_quotation(piece.start + place):
            return False
        since = 0 if near is None else max(0, place - near)
        named = list(self.ground.persons.finditer(piece.low, since, place))
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
    # How far off somebody else may be named whose it is.
    near: int | None = None
    # What it may be about: the last before it.
    thing: re.Pattern[str] | None = None


@dataclass(frozen=True, eq=False)
class NewValues:
    """The last value in a sentence with a word of change; `former` right before one makes it that from before."""

    thoughts: Thoughts
    values: tuple[Value, ...]
    former: re.Pattern[str]

    def __call__(self, line: Line, meant: list[Piece]) -> Iterator[Statement]:
        for piece in meant:
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
                and self.thoughts.is_own(line, piece, start, near=kind.near)
            ):
                said = Statement(
                    kind.key, value, AS_CHANGE, piece.start + start, piece.start + end,
                    corrects=True,
                )  # fmt: skip
                yield said
                things = [*kind.thing.finditer(piece.low, 0, start)] if kind.thing else []
                if things:
                    yield replace(said, subject=things[-1][0])
                return


@dataclass(frozen=True)
class Loss:
    """What is gone: the words at `v`, or else each of `values`; `unless` in the message, it is told otherwise."""

    keys: tuple[str, ...]
    pattern: re.Pattern[str]
    values: tuple[str | None, ...] = (None,)
    unless: re.Pattern[str] = re.compile(r"(?!)")


@dataclass(frozen=True, eq=False)
class Losses:
    """What is held of them ends; where nothing is held they do no harm. All of them hold one of the `signs`."""

    thoughts: Thoughts
    losses: tuple[Loss, ...]
    signs: tuple[str, ...]

    def __call__(self, line: Line, meant: list[Piece]) -> Iterator[Statement]:
        for piece in meant:
            if not any(one in piece.low for one in self.signs):
                continue
            for loss in self.losses:
                if loss.unless.search(line.low):
                    continue
                for found in loss.pattern.finditer(piece.low):
                    if self.thoughts.is_own(line, piece, found.start()):
                        yield from self._of(loss, found, piece)

    def _of(self, loss: Loss, found: re.Match[str], piece: Piece) -> Iterator[Statement]:
        group = found.lastgroup or 0
        said = found[group] if group else None
        start, end = (place + piece.start for place in found.span(group))
        for key in loss.keys:
            for value in (said,) if said else loss.values:
                yield Statement(key, value, LIKELY, start, end, ended=value is not None)


@dataclass(frozen=True, eq=False)
class Cleared:
    """Words that say that nothing is wrong any more; `still` near them says that something is."""

    thoughts: Thoughts
    words: re.Pattern[str]
    still: re.Pattern[str]

    def __call__(self, line: Line, found: list[Statement]) -> Iterator[Statement]:
        """Only where nothing wrong was heard."""
        if any(one.key == "open_problem" for one in found) or not self.words.search(line.low):
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


@dataclass(frozen=True, eq=False)
class Changes:
    """All of them, of the sentences that are meant."""

    thoughts: Thoughts
    parts: tuple[Callable[[Line, list[Piece]], Iterator[Statement]], ...]

    def __call__(self, line: Line) -> Iterator[Statement]:
        meant = [*self.thoughts.of(line)]
        if meant:
            for part in self.parts:
                yield from part(line, meant)
