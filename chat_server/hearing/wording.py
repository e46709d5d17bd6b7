"""A message in other words than it was written in, and where each of its letters stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from chat_server.domain.facts.statement import Statement

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SPACES = re.compile(r" {2,}")
# What nobody sees, and what pages put for a space or a new line.
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]+")
_MARKUP = re.compile(r"(?:<br ?/?>|&nbsp;)+", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """`places`: for each letter of `text` its place in `written`; None where nothing was changed."""

    text: str
    written: str
    places: list[int] | None = None

    @classmethod
    def of(cls, written: str) -> Wording:
        """As patterns expect it: with single spaces."""
        plain = cls(written, written)
        if not written.isascii():
            plain = plain.with_each(_UNSEEN, lambda _: "")
        if "<" in written or "&" in written:
            plain = plain.with_each(_MARKUP, lambda _: " ")
        return plain.with_each(_SPACES, lambda _: " ") if "  " in plain.text else plain

    def with_each(self, pattern: re.Pattern[str], other: Callable[[re.Match[str]], str]) -> Wording:
        """With other words in the place of each match."""
        parts: list[str] = []
        places: list[int] = []
        done = 0
        for found in pattern.finditer(self.text):
            start, end = found.span()
            new = other(found)
            if new == found.group():
                continue
            parts += self.text[done:start], new
            places.extend(range(done, start))
            places.extend(min(start + number, end - 1) for number in range(len(new)))
            done = end
        if not parts:
            return self
        parts.append(self.text[done:])
        places.extend(range(done, len(self.text)))
        before = self.places
        if before is not None:
            places = [before[place] for place in places]
        return Wording("".join(parts), self.written, places)

    def as_written(self, one: Statement) -> Statement:
        """With its place in the message; words that are kept as they were said are the written ones."""
        places = self.places
        if places is None or one.start is None or one.end is None:
            return one
        start, end = places[one.start], places[one.end - 1] + 1
        value = one.value
        if value is not None and value == self.text[one.start : one.end]:
            value = _UNSEEN.sub("", self.written[start:end])
        return replace(one, value=value, start=start, end=end)


@dataclass(frozen=True)
class Habits:
    """How people of a language write when they chat.

    `short`: what they write → what it stands for; `fillers`: words that change nothing, with the space before them,
    and only where one of `filling` stands, if it is given.
    """

    short: Mapping[str, str]
    fillers: re.Pattern[str]
    filling: frozenset[str] | None = None

    def spelled_out(self, wording: Wording) -> Wording:
        """Whole words for short ones."""
        low = wording.text.lower().replace("’", "'")
        if self._words.isdisjoint(_WORD.findall(low)):
            return wording
        return wording.with_each(_WORD, self._whole)

    def without_fillers(self, wording: Wording) -> Wording:
        """The same object where there are none."""
        if self.filling is not None and self.filling.isdisjoint(
            _WORD.findall(wording.text.lower())
        ):
            return wording
        return wording.with_each(self.fillers, lambda _: "")

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self.short)

    def _whole(self, found: re.Match[str]) -> str:
        said = found.group()
        whole = self.short.get(said.lower().replace("’", "'"))
        if whole is None:
            return said
        if len(said) > 1 and said.isupper():
            return whole.upper()
        return whole[:1].upper() + whole[1:] if said[:1].isupper() else whole
