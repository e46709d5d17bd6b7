"""Languages that bend their words: whose a thing is, is told by the person named nearest before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from chat_server.domain.facts.statement import Statement

from .dates import Calendar, Day, end_of
from .rule import But, Heard, Rule, Take
from .takes import UNSURE
from .text import Line
from .tongue import Tongue

_WORD = re.compile(r"[^\W_]+")
# A date with its month says more than "in a month".
_FIGURE = re.compile(r"^\d")
_STEMS = range(3, 9)
# Cues of a line that begins with a few words and a comma, or ends with a few words of their own.
HEAD, TAIL = ",", "."
_HEAD = re.compile(r"(?:[^\W\d_]+(?: [^\W\d_]+)?[!.] )?\W*[^\W\d_]+(?:[ -][^\W\d_]+){0,6} ?[,;—–(]")
_TAIL = re.compile(r"(?:[.!?)…(]|\n|[—–-])\s*[^\W\d_]+(?:[ -][^\W\d_]+){0,3}[.!)]*\s*\Z")
_LONGEST_TAIL = 90
_SIGNS = "€$₽£«"
_BEFORE, _AFTER = 40, 16
_BACK = 240
_NEAR = 60
_FEW = 2
# Nobody is unsure of what is broken, or of what they think of the shop.
_NEVER_UNSURE = frozenset(
    {"open_problem", "order_state", "order_number", "complaint", "praise", "suggestion", "email"}
)


@dataclass(frozen=True, eq=False)
class Inflected(Tongue):
    """Cues are whole words or stems of three to eight letters; `hedge` is what makes a statement unsure.

    `persons` finds others (`other`), pronouns that may stand for them (`they`) and the speaker (`own`).
    """

    persons: re.Pattern[str] = re.compile(r"(?!)")
    hedge: re.Pattern[str] = re.compile(r"(?!)")

    def cues_in(self, low: str) -> set[str]:
        """As for every language, and by the beginnings of words."""
        words = _WORD.findall(low)
        stems = {word[:length] for word in words for length in _STEMS}
        found = super().cues_in(low) | (self._stems & stems)
        found.update(mark for mark in _SIGNS if mark in low)
        if _HEAD.match(low):
            found.add(HEAD)
        if _TAIL.search(low, max(0, len(low) - _LONGEST_TAIL)):
            found.add(TAIL)
        found |= self._stems & {word for word in words if len(word) < _STEMS[0]}
        return found & self._cues

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(cue for cue in self._by_cue if len(cue) in range(_STEMS[-1] + 1))

    def company(self, heard: Heard) -> But:
        """Another person's is what stands behind a word for that person, in whichever sentence."""
        found = super().company(heard) & ~But.OTHERS
        if self._is_of_another(heard):
            found |= But.OTHERS
        if self._is_played(heard):
            found |= But.SUPPOSED
        return found

    def _is_played(self, heard: Heard) -> bool:
        """Right before stands "just joking," or "let us say,"."""
        clauses = self.clause.split(heard.sentence.low[: heard.match.start()].rstrip(" ,:—-"))
        last = clauses[-1].strip()
        return last.count(" ") < _FEW and self.around.supposed.search(last) is not None

    def _is_of_another(self, heard: Heard) -> bool:
        if self.own.search(heard.match[0]):
            return False
        low, end = heard.line.low, heard.place(0)[1]
        rest = low[end : heard.sentence.end]
        stop = self.clause.search(rest)
        if self.around.others.search(rest[: stop.start()] if stop else rest):
            return True
        last, others = None, False
        for person in self.persons.finditer(low, max(0, end - _BACK), end):
            others = others or person.lastgroup == "other"
            if person.lastgroup != "they" or others:
                last = person.lastgroup
        return last in {"other", "they"}

    def is_unsure(self, heard: Heard) -> bool:
        """A word of doubt right before or after it."""
        low, (start, end) = heard.sentence.low, heard.match.span()
        before = low[max(0, start - _BEFORE) : start]
        return bool(
            self.hedge.search(f"{before.rpartition(', ')[0][-18:]}, {before.rpartition(', ')[2]}")
            or self.hedge.search(low[start : end + _AFTER].partition(". ")[0])
        )


@dataclass(frozen=True, eq=False)
class Worded(Calendar):
    """Days of the month are said in words too: "пятого мая"; `ordinals`: stem → day."""

    ordinals: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _said(self) -> re.Pattern[str]:
        stems = "|".join(sorted(self.ordinals, key=len, reverse=True))
        months = "|".join(sorted(self.months, key=len, reverse=True))
        return re.compile(rf"\b(?P<v>{stems})[^\W\d_]{{0,3}}(?= (?:{months})\b)")

    def days(self, low: str, today: date) -> list[Day]:
        """As figures, which stand where the words end."""
        return super().days(self._said.sub(self._figure, low), today)

    def _figure(self, said: re.Match[str]) -> str:
        return str(self.ordinals[said["v"]]).rjust(len(said.group()))


def unsure(take: Take) -> Take:
    """What was said with doubt waits to be confirmed."""

    def wrapped(heard: Heard) -> Iterator[Statement]:
        tongue = heard.line.tongue
        doubt: bool | None = None
        for one in take(heard):
            if one.key in _NEVER_UNSURE or one.ended or not isinstance(tongue, Inflected):
                yield one
                continue
            doubt = tongue.is_unsure(heard) if doubt is None else doubt
            yield replace(one, confidence=min(one.confidence, UNSURE)) if doubt else one

    return wrapped


def unsure_answer(
    read: Callable[[Line], list[Statement]], hedge: re.Pattern[str]
) -> Callable[[Line], list[Statement]]:
    """The same of an answer to a question."""

    def wrapped(line: Line) -> list[Statement]:
        found = read(line)
        if not found or not hedge.search(line.low):
            return found
        return [
            one
            if one.key in _NEVER_UNSURE
            else replace(one, confidence=min(one.confidence, UNSURE))
            for one in found
        ]

    return wrapped


def stems(cues: str) -> frozenset[str]:
    """As many letters of each as are looked up."""
    return frozenset(cue[: _STEMS[-1]] for cue in cues.split())


def rule(cues: str, pattern: str, take: Take, but: But) -> Rule:
    """`cues` as for `Inflected`; doubt is heard."""
    return Rule(stems(cues), re.compile(pattern), unsure(take), but)


def unless(pattern: str, take: Take) -> Take:
    """Nothing where the sentence also has these words."""
    spoiling = re.compile(pattern)

    def wrapped(heard: Heard) -> Iterable[Statement]:
        return () if spoiling.search(heard.sentence.low) else take(heard)

    return wrapped


def when(pattern: str, take: Take) -> Take:
    """Only where the sentence also has these words."""
    wanted = re.compile(pattern)

    def wrapped(heard: Heard) -> Iterable[Statement]:
        return take(heard) if wanted.search(heard.sentence.low) else ()

    return wrapped


def occasion(table: Mapping[str, str], calendar: Calendar, no: str) -> Take:
    """What is celebrated or undertaken, by the stem that was said, and the day named nearest to it."""
    stems = sorted(table, key=len, reverse=True)
    denied = re.compile(rf"\b{no} (?:\w+ )?\Z")

    def take(heard: Heard) -> Iterator[Statement]:
        said = " ".join(heard.match["v"].split())
        value = next((table[stem] for stem in stems if said.startswith(stem)), None)
        if value is None:
            return
        yield heard.statement("occasion", value, span=heard.place(), confidence=0.9)
        low, offset = heard.sentence.low, heard.sentence.start
        start, end = heard.match.span("v")
        days = [
            day
            for day in calendar.days(low, heard.line.at.date())
            if min(abs(day.start - end), abs(start - day.end)) <= _NEAR
            and not denied.search(low[: day.start])
        ]
        if days:
            day = min(
                days,
                key=lambda day: (
                    _FIGURE.search(low[day.start : day.end]) is None,
                    min(abs(day.start - end), abs(start - day.end)),
                ),
            )
            span = (offset + day.start, offset + day.end)
            yield Statement(
                "occasion_date", day.day.isoformat(), 0.9, *span, value, valid_until=end_of(day.day)
            )

    return take
