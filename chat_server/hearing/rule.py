"""A rule: the words that make it worth trying, the pattern, and what is made of a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Flag, auto
from typing import TypeAlias

from chat_server.domain.facts.statement import Statement

from .text import Line, Sentence


class But(Flag):
    """In which company a match tells nothing about the speaker."""

    NOTHING = 0
    ASKED = auto()  # in a question
    SUPPOSED = auto()  # after "if", "imagine"
    REPORTED = auto()  # after "he says", "the mail says"
    OTHERS = auto()  # said of another person
    DENIED = auto()  # after "not", "never"
    PAST = auto()  # after "used to"


PLAIN = But.ASKED | But.SUPPOSED | But.REPORTED
OWN = PLAIN | But.OTHERS
FIRM = OWN | But.DENIED


@dataclass(eq=False, slots=True)
class Heard:
    """One match in one sentence."""

    match: re.Match[str]
    sentence: Sentence

    @property
    def line(self) -> Line:
        return self.sentence.line

    def has(self, group: str) -> bool:
        """Whether that part of the pattern is there."""
        return self.match.re.groupindex.get(group) is not None and self.match[group] is not None

    def place(self, group: str | int = "v") -> tuple[int, int]:
        """Where it stands in the message."""
        start, end = self.match.span(group)
        return self.sentence.start + start, self.sentence.start + end

    def words(self, group: str | int = "v") -> str:
        """As it was written."""
        start, end = self.place(group)
        return self.line.text[start:end]

    def statement(
        self,
        key: str,
        value: str | None,
        *,
        span: tuple[int, int] | None = None,
        confidence: float = 0.95,
        subject: str | None = None,
        ended: bool = False,
        valid_until: datetime | None = None,
    ) -> Statement:
        """About what this match says; by default its whole length is the source."""
        start, end = span or self.place(0)
        return Statement(
            key, value, confidence, start, end, subject, valid_until=valid_until, ended=ended
        )


Take: TypeAlias = Callable[[Heard], Iterable[Statement]]


@dataclass(frozen=True)
class Rule:
    """Tried only in sentences that hold a cue; `but` names the company in which a match is nothing."""

    cues: frozenset[str]
    pattern: re.Pattern[str]
    take: Take
    but: But = OWN

    def hear(self, sentence: Sentence) -> Iterator[Statement]:
        for match in self.pattern.finditer(sentence.low):
            heard = Heard(match, sentence)
            if self._counts(heard):
                tongue = sentence.line.tongue
                for one in self.take(heard):
                    yield tongue.weighed(one, sentence.line)

    def _counts(self, heard: Heard) -> bool:
        line = heard.line
        start = heard.place(0)[0]
        if line.in_quotation(start):
            return False
        return not line.tongue.company(heard) & self.but


@dataclass(frozen=True)
class LineRule:
    """For what is seen only in the whole message: a name under a letter, a correction."""

    cues: frozenset[str]
    hear: Callable[[Line], Iterable[Statement]]


def rule(cues: str, pattern: str, take: Take, but: But = OWN) -> Rule:
    """`cues` are words, divided by spaces, of which one must be there."""
    return Rule(frozenset(cues.split()), re.compile(pattern), take, but)
