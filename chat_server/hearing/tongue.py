"""What hearing knows of one language: its rules and the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from chat_server.domain.facts.statement import Statement

from .beginnings import Beginnings
from .dates import Calendar
from .frames import Frames
from .rule import But, Heard, LineRule, Rule
from .text import Line
from .two_sizes import Contrast
from .wording import Habits

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_DIGITS = re.compile(r"\d{4}|\d[ ().-]{1,2}\d")
_MARKS = "@#—\n"


@dataclass(frozen=True)
class Company:
    """Patterns that take the force from what follows them in the same clause."""

    supposed: re.Pattern[str]
    reported: re.Pattern[str]
    others: re.Pattern[str]
    denied: re.Pattern[str]
    past: re.Pattern[str]


# What people are unsure of; a trouble or a taste they think they have, they have.
_VALUES = frozenset(
    {"size", "colour", "budget", "order_number", "home", "email", "phone", "occasion_date", "preferred_hour"}
    | {"delivery_place", "preferred_channel", "household", "company"}
)  # fmt: skip
_WISHES = frozenset({"product_interest", "suggestion"})
UNSURE = 0.6
_AFTERTHOUGHT = 60


@dataclass(frozen=True)
class Doubt:
    """Words that make what is said with them unsure: `strong` of any kind, `light` of values; `after`: behind it."""

    strong: re.Pattern[str]
    light: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class Tongue:
    """`spaced` languages find their cues as words, the others anywhere in the text."""

    code: str
    rules: tuple[Rule, ...]
    clause: re.Pattern[str]
    asking: re.Pattern[str]
    own: re.Pattern[str]
    around: Company
    answers: Mapping[str, Callable[[Line], list[Statement]]] = field(default_factory=dict)
    line_rules: tuple[LineRule, ...] = ()
    # What they hear counts where nothing else was heard of it.
    second: tuple[LineRule, ...] = ()
    # What values are of, where the words beside them say it.
    about: Callable[[list[Statement], Line], list[Statement]] | None = None
    # What is heard in view of all that was.
    last: Callable[[Line, list[Statement]], Iterable[Statement]] | None = None
    spaced: bool = True
    calendar: Calendar | None = None
    beginnings: Beginnings | None = None
    promise: re.Pattern[str] | None = None
    doubt: Doubt | None = None
    habits: Habits | None = None
    frames: Frames | None = None
    contrast: Contrast | None = None

    def folded(self, low: str) -> str:
        """The text as the rules are written for it; as long as it was."""
        return low

    @cached_property
    def _by_cue(self) -> dict[str, tuple[int, ...]]:
        """The places of the rules that each cue makes worth trying."""
        found: dict[str, list[int]] = {}
        cues = [rule.cues for rule in self.rules] + [rule.cues for rule in self.line_rules]
        for number, wanted in enumerate(cues):
            for cue in wanted:
                found.setdefault(cue, []).append(number)
        return {cue: tuple(numbers) for cue, numbers in found.items()}

    @cached_property
    def _cues(self) -> frozenset[str]:
        return frozenset(self._by_cue)

    @cached_property
    def _by_letter(self) -> dict[str, tuple[str, ...]]:
        """Cues by the letter they begin with: few of those a line holds begin any."""
        found: dict[str, list[str]] = {}
        for cue in self._by_cue:
            found.setdefault(cue[0], []).append(cue)
        return {letter: tuple(cues) for letter, cues in found.items()}

    def cues_in(self, low: str) -> set[str]:
        """The gate: most lines hold none, and cost no more than this look."""
        if self.spaced:
            present = self._cues.intersection(_WORD.findall(low))
            found = set(present)
        else:
            letters = self._by_letter.keys() & set(low)
            found = {cue for letter in letters for cue in self._by_letter[letter] if cue in low}
        found.update(mark for mark in _MARKS if mark in low and mark in self._cues)
        if "0" in self._cues and _DIGITS.search(low):
            found.add("0")
        return found

    def rules_for(self, cues: set[str]) -> list[Rule]:
        """In their order, each once."""
        count = len(self.rules)
        numbers = {number for cue in cues for number in self._by_cue[cue] if number < count}
        return [self.rules[number] for number in sorted(numbers)]

    def line_rules_for(self, cues: set[str]) -> list[LineRule]:
        return [rule for rule in self.line_rules if not rule.cues.isdisjoint(cues)]

    def company(self, heard: Heard) -> But:
        """What stands before the match in its own clause; other persons anywhere in the sentence."""
        sentence = heard.sentence
        # A match may begin with the mark that divides it from what stands before.
        lead = len(heard.match[0]) - len(heard.match[0].lstrip(" ,.;:!，。、\n"))
        before = sentence.low[: heard.match.start() + lead]
        cut = 0
        for mark in self.clause.finditer(before):
            cut = mark.end()
        clause = before[cut:]
        found = But.NOTHING
        if clause.strip():
            for company, pattern in self._signs:
                if pattern.search(clause):
                    found |= company
        if sentence.of_others and not self.own.search(heard.match[0]):
            found |= But.OTHERS
        if self._in_question(heard, cut):
            found |= But.ASKED
        return found

    def weighed(self, one: Statement, line: Line) -> Statement:
        """Unsure when the words around it say so."""
        if self.doubt is None or one.start is None or one.end is None or one.ended:
            return one
        if one.key in _WISHES:
            return one
        sentence = line.sentence_at(one.start)
        begin = one.start - sentence.start
        cut = 0
        for mark in self.clause.finditer(sentence.low, 0, begin):
            cut = mark.end()
        before = sentence.low[cut:begin]
        value = one.key in _VALUES
        if (
            self.doubt.strong.search(before)
            or (value and self.doubt.light.search(before))
            or (value and self.doubt.after.match(line.low, one.end, one.end + _AFTERTHOUGHT))
        ):
            return replace(one, confidence=min(one.confidence, UNSURE))
        return one

    @cached_property
    def _signs(self) -> tuple[tuple[But, re.Pattern[str]], ...]:
        around = self.around
        return (
            (But.SUPPOSED, around.supposed),
            (But.REPORTED, around.reported),
            (But.DENIED, around.denied),
            (But.PAST, around.past),
        )

    def _in_question(self, heard: Heard, cut: int) -> bool:
        """The clause asks by its first words, or nothing else is left for the question mark to ask."""
        low = heard.sentence.low
        if self.asking.match(low[cut:].lstrip(" ,-")):
            return True
        if (
            self.doubt is not None
            and self.own.search(heard.match[0])
            and self.doubt.light.search(low, cut, heard.match.end())
        ):
            return False  # "I think I'm a 42?" is no question
        rest = low[heard.match.end() :]
        return (
            "?" in low[-6:]
            and self.clause.search(rest) is None
            and self.asking.search(rest) is None
        )
