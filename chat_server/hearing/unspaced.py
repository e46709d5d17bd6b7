"""Rules for languages that put no spaces between words: whose a match is and whether it is meant.

There a clause is what stands between two marks or spaces. It asks when a word or particle of asking is anywhere in it,
and whoever was named last before a match is who it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from chat_server.domain.facts.statement import Statement

from .rule import OWN, But, Heard, Rule, Take
from .takes import UNSURE
from .tongue import Tongue
from .wording import Habits, Wording

_LEAD = " ,.;:!，。、\n"
# Where patterns have their values.
_VALUE_GROUPS = ("v", "w", "x", "y", "z")
# Of these people are unsure only before they name them: "order 10233 may be lost" names it surely.
_NUMBERS = frozenset({"order_number", "email", "phone"})
# Of these people are unsure; a trouble or a taste they think they have, they have.
_VALUES = frozenset(
    "name size colour budget order_number home email phone occasion_date preferred_hour delivery_place preferred_channel household company company_role".split()  # noqa: SIM905 - a list would be one word a line
)


# Hearts and faces.
_PICTURES = re.compile("[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f000-\U0001faff]")


@dataclass(frozen=True, eq=False)
class Unspaced(Tongue):
    """Pictures stand where others put a space; so does what is written instead of them (`laughter`)."""

    laughter: re.Pattern[str] = re.compile(r"(?!)")
    # Letter for letter.
    slang: Mapping[str, str] = field(default_factory=dict)

    def folded(self, low: str) -> str:
        if low.isascii():
            return low
        for said, meant in self.slang.items():
            low = low.replace(said, meant)
        low = self.laughter.sub(lambda found: " " * len(found[0]), low)
        return _PICTURES.sub(" ", low)


class DrawnOut(Habits):
    """Letters that are written many times, as they are spoken: what `short` maps is nothing, and `fillers` finds them."""

    def spelled_out(self, wording: Wording) -> Wording:
        return wording.with_each(self.fillers, lambda found: found[0][0])

    def without_fillers(self, wording: Wording) -> Wording:
        return wording


@dataclass(frozen=True)
class Clause:
    """The clause around a match: what stands before and after it."""

    before: str
    match: str
    after: str
    marked: bool

    @cached_property
    def whole(self) -> str:
        return self.before + self.match + self.after


@dataclass(frozen=True, eq=False)
class Ground:
    """A language's patterns. `persons` has the groups `other` and `own`; `gift` names who something is bought for.

    `asks` asks anywhere in its clause, `asks_after` right behind the match; `plain` are words that hold a sign of
    denial and deny nothing; `doubted` takes back behind the match what `hedged` would in its clause.
    """

    marks: re.Pattern[str]
    asks: re.Pattern[str]
    asks_after: re.Pattern[str]
    supposed: re.Pattern[str]
    supposed_after: re.Pattern[str]
    reported: re.Pattern[str]
    denied: re.Pattern[str]
    plain: re.Pattern[str]
    past: re.Pattern[str]
    hedged: re.Pattern[str]
    doubted: re.Pattern[str]
    persons: re.Pattern[str]
    gift: re.Pattern[str]
    # How far back a denial reaches.
    denies: int = 6

    def rule(
        self, cues: str, pattern: str, take: Take, but: But = OWN, *, near: bool = False
    ) -> Rule:
        """As `rule.rule`; `near`: only what stands right at the match makes it a question."""

        def hear(heard: Heard) -> Iterable[Statement]:
            clause = self.clause(heard)
            if self._company(heard, clause, near=near) & but:
                return
            doubted = self.doubted.match(heard.sentence.low, heard.match.end()) is not None
            unsure = doubted or self.hedged.search(clause.whole) is not None
            before = doubted or self.hedged.search(clause.before + clause.match) is not None
            for one in take(heard):
                hedged = before if one.key in _NUMBERS else unsure
                yield self._weighed(one) if hedged else one

        return Rule(frozenset(cues.split()), re.compile(pattern), hear, But.NOTHING)

    def clause(self, heard: Heard) -> Clause:
        """From the mark before the match to the one behind it."""
        low, match = heard.sentence.low, heard.match[0]
        start = heard.match.start() + len(match) - len(match.lstrip(_LEAD))
        before = low[:start]
        cut = 0
        for mark in self.marks.finditer(before):
            cut = mark.end()
        end = self.marks.search(low, heard.match.end())
        stop = end.start() if end else len(low)
        if self.marks.match(low, start):
            cut = start
        return Clause(
            before[cut:], low[start : heard.match.end()], low[heard.match.end() : stop],
            marked="?" in low[stop : stop + 3] or "?" in low[heard.match.end() : stop],
        )  # fmt: skip

    def _weighed(self, one: Statement) -> Statement:
        if one.ended or one.key not in _VALUES:
            return one
        return replace(one, confidence=min(one.confidence, UNSURE))

    def _company(self, heard: Heard, clause: Clause, *, near: bool) -> But:
        found = But.NOTHING
        before = self.plain.sub(lambda word: " " * len(word[0]), clause.before)
        if self.supposed.search(before) or self.supposed_after.match(clause.after):
            found |= But.SUPPOSED
        if self.reported.search(before):
            found |= But.REPORTED
        if self.denied.search(before[-self.denies :]):
            found |= But.DENIED
        if self.past.search(before):
            found |= But.PAST
        if self._asked(clause, near=near):
            found |= But.ASKED
        if self.of_another(heard):
            found |= But.OTHERS
        return found

    def _asked(self, clause: Clause, *, near: bool) -> bool:
        if self.asks_after.match(clause.after) or (clause.marked and not clause.after.strip(" ?")):
            return True
        if near:
            return self.asks.search(clause.before + clause.match) is not None
        return clause.marked or self.asks.search(clause.whole) is not None

    def of_another(self, heard: Heard) -> bool:
        """Whoever was named last before the value; without anybody, for whom the sentence before it buys."""
        sentence, match = heard.sentence, heard.match
        values = [match.start(one) for one in _VALUE_GROUPS if heard.has(one)]
        until = min(values, default=match.end())
        here = [one for one in self.persons.finditer(sentence.low) if one.start() < until]
        if here:
            return here[-1]["other"] is not None
        earlier = heard.line.low[: sentence.start]
        before = list(self.persons.finditer(earlier))
        return (
            bool(before)
            and before[-1]["other"] is not None
            and self.gift.search(earlier, 0, before[-1].end()) is not None
        )
