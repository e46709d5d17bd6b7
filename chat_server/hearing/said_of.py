"""What a size, a colour or a budget is of, in languages without spaces: the thing it is said with.

In one clause that is the nearest thing before the value, or the one right behind it ("白色的外套"). In a clause of its own a
value goes with what is looked for in the clauses before it ("想買外套 L號"), unless it tells of the person's habit or body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from chat_server.domain.facts.statement import Statement

from .engine import AS_CHANGE
from .text import Line

_KEYS = frozenset({"size", "colour", "budget"})
# What stands farther off is not what a value is said of.
_NEAR, _FAR = 14, 34


class _Thing(NamedTuple):
    start: int
    end: int
    said: str


@dataclass(frozen=True, eq=False)
class SaidOf:
    """`thing` has what is named at `v`; `ends` ends what is said of it, `cuts` a clause.

    `lead` is no part of its name; `general` is nothing by itself ("clothes"); `own` between a thing and a value of another clause makes it the
    person's whatever the thing; `joins` is all that stands between two things that are named in one breath; `links` all that
    stands between a value and its thing behind it.
    """

    thing: re.Pattern[str]
    ends: re.Pattern[str]
    cuts: re.Pattern[str]
    lead: re.Pattern[str]
    general: re.Pattern[str]
    own: re.Pattern[str]
    joins: re.Pattern[str]
    links: re.Pattern[str]

    def __call__(self, found: list[Statement], line: Line) -> list[Statement]:
        """The same, with what the values among them are of."""
        things = self._things(line) if any(self._lacks(one) for one in found) else []
        if things:
            found = [self._with_thing(one, things, found, line) for one in found]
        return [*found, *self._gone_with(found)]

    def _gone_with(self, found: list[Statement]) -> Iterator[Statement]:
        """Who wants another thing, with a colour and a budget of its own, needs those of the former no more."""
        for one in found:
            if one.key == "product_interest" and one.ended and one.value is not None:
                for key in ("colour", "budget"):
                    if any(new.key == key and new.subject is not None for new in found):
                        yield replace(one, key=key, value=None, subject=one.value, ended=False)

    def _lacks(self, one: Statement) -> bool:
        return (
            one.key in _KEYS
            and one.subject is None
            and one.value is not None
            and not one.ended
            and one.start is not None
            and one.confidence > AS_CHANGE
        )

    def _things(self, line: Line) -> list[_Thing]:
        return [
            _Thing(start, end, line.text[start:end])
            for start, end in map(self._named, self.thing.finditer(line.low))
            if not self.general.fullmatch(line.low, start, end)
        ]

    def _named(self, found: re.Match[str]) -> tuple[int, int]:
        """Without words that are no part of its name."""
        start, end = found.span("v")
        lead = self.lead.match(found.string, start, end)
        return (lead.end() if lead and lead.end() < end else start), end

    def _with_thing(
        self, one: Statement, things: list[_Thing], found: list[Statement], line: Line
    ) -> Statement:
        if not self._lacks(one) or one.start is None or one.end is None:
            return one
        thing = (
            self._before(one.start, things, line)
            or self._behind(one.end, things, line)
            or self._wished(one.start, things, found, line)
        )
        return one if thing is None else replace(one, subject=thing.said)

    def _before(self, place: int, things: list[_Thing], line: Line) -> _Thing | None:
        """In its own clause."""
        last = max((one for one in things if one.end <= place), default=None)
        if last is None or place - last.end > _NEAR:
            return None
        if self.cuts.search(line.low, last.end, place) or self._is_joined(last, things, line):
            return None
        return last

    def _behind(self, place: int, things: list[_Thing], line: Line) -> _Thing | None:
        thing = min((one for one in things if one.end > place), default=None)
        if thing is None:
            return None
        link = self.links.match(line.low, place, thing.end)
        start = link.end() if link else place
        if thing.start <= start < thing.end:
            return thing._replace(start=start, said=line.text[start : thing.end])
        return None

    def _wished(
        self, place: int, things: list[_Thing], found: list[Statement], line: Line
    ) -> _Thing | None:
        """What is looked for in the clauses before."""
        last = max((each for each in things if each.end <= place), default=None)
        if last is None or place - last.end > _FAR:
            return None
        between = line.low[last.end : place]
        if self.ends.search(between) or self.own.search(between):
            return None
        if self._is_joined(last, things, line) or not any(
            each.key == "product_interest"
            and not each.ended
            and each.start is not None
            and each.end is not None
            and each.start < last.end
            and last.start < each.end
            for each in found
        ):
            return None
        return last

    def _is_joined(self, last: _Thing, things: list[_Thing], line: Line) -> bool:
        """Whether it is one of several that are named together."""
        return any(
            second == last and self.joins.fullmatch(line.low, first.end, second.start)
            for first, second in pairwise(things)
        )
