"""What a size is of: the thing that is named right before it, or right behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from chat_server.domain.facts.statement import Statement

from .frames import Mention
from .shop_names import BRANDS
from .text import Line, Sentence


@dataclass(frozen=True, eq=False)
class Worn:
    """`things` finds what is named; `before` is all that stands between a thing and its size, `behind` between a size and its thing.

    `general` are words for all that is worn.
    """

    things: Callable[[Sentence], Iterable[Mention]]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    general: re.Pattern[str]

    def __call__(self, found: list[Statement], line: Line) -> list[Statement]:
        """The same, with what the sizes among them are of."""
        if not any(one.key == "size" for one in found):
            return found
        return [self._of_thing(one, line) if one.key == "size" else one for one in found]

    def _of_thing(self, one: Statement, line: Line) -> Statement:
        if one.subject is not None or one.start is None or one.end is None or one.ended:
            return one
        sentence = line.sentence_at(one.start)
        low = sentence.low
        start, end = one.start - sentence.start, one.end - sentence.start
        things = list(self.things(sentence))
        for thing in reversed(things):
            if thing.end <= start:
                if self.before.fullmatch(low, thing.end, start):
                    return self._named(one, thing)
                break
        for thing in things:
            if thing.start >= end:
                if self.behind.fullmatch(low, end, thing.start):
                    return self._named(one, thing)
                break
        return one

    def _named(self, one: Statement, thing: Mention) -> Statement:
        nouns = [word for word in thing.value.lower().split() if word not in BRANDS]
        if not nouns or self.general.match(nouns[-1]):
            return one
        return replace(one, subject=nouns[-1])
