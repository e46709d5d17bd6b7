"""Lines of catchwords, in languages without spaces: which things are named, and what is thought of each.

A thing has the stance of the words right before it or right behind it; things that are joined share it, and a clause
that takes a stance without a thing is about the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .takes import LIKELY
from .text import Line
from .unspaced import Ground

# Who was named so far back is not who is meant.
_FAR = 30
# Who asks about these does not tell them.
_CLOSE = 10
_TASTES = frozenset({"product_liked", "product_disliked"})


@dataclass(frozen=True)
class Stance:
    """What is thought of a thing: words that end right before it, or begin right behind it."""

    key: str
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    ended: bool = False


@dataclass(frozen=True)
class Piece:
    """A clause and its place in the line."""

    low: str
    start: int


@dataclass(frozen=True)
class Thing:
    """A thing that is named."""

    said: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Stances:
    """How things are named, and what is said of them.

    `thing` has it at `v`; `joins` is all that stands between two that share a stance; in a clause that holds `nothing`
    no stance is taken; `alone` is a clause that is about the thing before it.
    """

    ground: Ground
    thing: re.Pattern[str]
    cut: re.Pattern[str]
    joins: re.Pattern[str]
    stances: tuple[Stance, ...]
    alone: tuple[tuple[str, re.Pattern[str]], ...]
    nothing: re.Pattern[str]
    # Right before a thing, it takes back the wish for it.
    denied: re.Pattern[str]
    # Words for plans: what is planned to be bought is wanted.
    plans: frozenset[str] = frozenset()
    # A clause that says of the thing before it that it is not wanted any more.
    dropped: re.Pattern[str] = re.compile(r"(?!)")

    def __call__(self, line: Line) -> Iterator[Statement]:
        last: Thing | None = None
        for piece in pieces(line, self.cut):
            if line.in_quotation(piece.start):
                continue
            things = self._things(line, piece)
            if things:
                yield from self._of(piece, things)
                last = things[-1]
            elif last is not None:
                if self.dropped.fullmatch(piece.low.strip()):
                    yield Statement(
                        "product_interest", last.said, LIKELY, last.start, last.end, ended=True
                    )
                    continue
                for key, pattern in self.alone:
                    if pattern.fullmatch(piece.low.strip()):
                        yield Statement(key, last.said, LIKELY, last.start, last.end)
                        break

    def _things(self, line: Line, piece: Piece) -> list[Thing]:
        found = []
        for match in self.thing.finditer(piece.low):
            start, end = match.start("v") + piece.start, match.end("v") + piece.start
            said = line.text[start:end]
            found.append(Thing(said, start, end))
        return found

    def _of(self, piece: Piece, things: list[Thing]) -> Iterator[Statement]:
        ground = self.ground
        if self.nothing.search(piece.low) or ground.reported.search(piece.low):
            return
        supposed = [
            one.end() for one in ground.supposed.finditer(piece.low) if one[0] not in self.plans
        ]
        own = [(one.start - piece.start, one.end - piece.start) for one in things]
        for number, thing in enumerate(things):
            start, end = own[number]
            before = piece.low[own[number - 1][1] if number else 0 : start]
            after = piece.low[end : own[number + 1][0] if number + 1 < len(own) else None]
            stance = self._stance(before, after)
            if stance is None:
                stance = self._shared(piece.low, own, number)
            if stance is None or any(0 <= start - one < _FAR for one in supposed):
                continue
            if stance.key in _TASTES and not stance.ended and ground.asks.search(after[:_CLOSE]):
                continue
            if not stance.ended and (ground.past.search(before) or self.denied.search(before)):
                continue
            if self._is_others(piece.low[:start], stance):
                continue
            yield Statement(
                stance.key, thing.said, LIKELY, thing.start, thing.end, ended=stance.ended
            )

    def _shared(self, low: str, own: list[tuple[int, int]], number: int) -> Stance | None:
        """That of the next or former one, where only what joins stands between."""
        first = last = number
        while first and self.joins.fullmatch(low[own[first - 1][1] : own[first][0]]):
            first -= 1
        while last + 1 < len(own) and self.joins.fullmatch(low[own[last][1] : own[last + 1][0]]):
            last += 1
        if first == last:
            return None
        before = low[own[first - 1][1] if first else 0 : own[first][0]]
        after = low[own[last][1] : own[last + 1][0] if last + 1 < len(own) else None]
        return self._stance(before, after)

    def _stance(self, before: str, after: str) -> Stance | None:
        for stance in self.stances:
            if stance.behind is not None and stance.behind.match(after):
                return stance
        for stance in self.stances:
            if stance.before is not None and stance.before.search(before):
                return stance
        return None

    def _is_others(self, before: str, stance: Stance) -> bool:
        """Who is named last has the stance; for whom one buys is another matter."""
        named = list(self.ground.persons.finditer(before))
        if not named or named[-1]["other"] is None or len(before) - named[-1].end() > _FAR:
            return False
        return stance.key != "product_interest" or self.ground.gift.search(before) is None


def pieces(line: Line, cut: re.Pattern[str]) -> Iterator[Piece]:
    """Between marks."""
    start = 0
    for mark in cut.finditer(line.low):
        if line.low[start : mark.start()].strip():
            yield Piece(line.low[start : mark.start()], start)
        start = mark.end()
    if line.low[start:].strip():
        yield Piece(line.low[start:], start)
