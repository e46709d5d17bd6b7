"""A name that stands by itself at either end of a message, or as a whole sentence of it, whatever the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .names import Name
from .takes import LIKELY, SURE
from .text import Line

_PART = re.compile(r"[^.!?…,;:\n()—–/|<>\"«»“”]+")
_STRONG = frozenset(".!?…\n()—–/|)")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Of "3. ágúst" the second is a month.
_OF_DAY = re.compile(r"\d[.)]? ?\Z")
_TITLED = re.compile(
    r"(?:mrs?|ms|miss|dr|prof|sir|madam|доктор|господин|госпожа|профессор|fru|frú|herra)\b"
)
_KISS = re.compile(r" ?(?:x{1,4}|(?:xo){1,3}x?)(?=\W*\Z)")
_BEFORE = 24
_MOST_WORDS = 3
_MANY_WORDS = 8


@dataclass(frozen=True, eq=False)
class Edges:
    """`name_at` reads a name, `fits` says that it can be one; `full` says of two words with capitals that they can be one.

    `led` may stand between the name and where its owner writes from; `greeting` before it; `thanks` in the words
    before a comma make the name that of who is thanked; `others` right before it are those who are so called;
    `address`: the words before a comma, or after it, are meant for the one who is named.
    """

    name_at: Callable[[Line, int, int], Name | None]
    fits: Callable[[Name], bool]
    full: Callable[[Name], bool]
    alone: Callable[[Name], bool]
    led: re.Pattern[str]
    greeting: re.Pattern[str]
    thanks: re.Pattern[str]
    others: re.Pattern[str]
    address: re.Pattern[str]
    # Thanks that close a message.
    closing: re.Pattern[str] = re.compile(r"(?!)")

    def __call__(self, line: Line) -> Iterator[Statement]:
        if line.shouted:
            return
        parts = [one for one in _PART.finditer(line.text) if _LETTERS.search(one.group())]
        for number, part in enumerate(parts):
            name = self._named(line, parts, number, part)
            if name is not None and not line.in_quotation(name.start):
                sure = SURE if name.known else LIKELY
                yield Statement("name", name.value, sure, name.start, name.end)
                return

    def _named(
        self, line: Line, parts: list[re.Match[str]], number: int, part: re.Match[str]
    ) -> Name | None:
        last = number == len(parts) - 1
        start = _begin(part)
        greeting = self.greeting.match(line.low)
        greeted = greeting.end() if greeting else 0
        before = line.text[max(0, part.start() - 1) : part.start()]
        hailed = number > 0 and greeted >= start and before == ","
        first = number == 0 or hailed or (greeted >= start and before in _STRONG)
        if number == 0:
            start = max(start, min(greeted, part.end()))
        name = self.name_at(line, start, part.end())
        if name is None:
            return None
        whole = not _LETTERS.search(line.text, self._behind(line, name, part.end()), part.end())
        lead = self.led.match(line.low, name.end)
        led = lead is not None and not (
            line.low[lead.end() : lead.end() + 1] == " "
            and line.text[lead.end() + 1 : lead.end() + 2].islower()
        )
        if self._is_no_name(line, name, start):
            return None
        full = name.capital and " " in name.value and (name.known or self.full(name))
        if first and start == _begin(part) and not (hailed and not full):
            return self._opening(line, name, whole=whole, led=led, full=full, only=last)
        if not whole or len(_LETTERS.findall(name.value)) > _MOST_WORDS:
            return None
        strong = before in _STRONG
        if last and not first:
            closes = self._signs(line, parts, number, name) or self._closes(
                parts, number, name, strong=strong, full=full
            )
            return name if closes else None
        # In the middle only a whole name, with a sentence of its own.
        return name if strong and full and name.known else None

    def _is_no_name(self, line: Line, name: Name, start: int) -> bool:
        """A title, a thing of somebody's, a month, or another person."""
        return (
            _TITLED.match(name.value.lower()) is not None
            or "'s" in name.value
            or not self.fits(name)
            or _OF_DAY.search(line.low, 0, start) is not None
            or self.others.search(line.low, max(0, start - _BEFORE), start) is not None
        )

    def _opening(
        self, line: Line, name: Name, *, whole: bool, led: bool, full: bool, only: bool
    ) -> Name | None:
        """At the beginning, where others are called by their names as well."""
        mark = line.text[name.end : name.end + 1]
        if only and whole:
            # "Anna?" calls for somebody, or wonders.
            return name if (name.known or full) and mark not in {"?", "？"} else None
        if led and name.capital and (name.known or full):
            return name
        if not whole or not (name.capital or name.known):
            return None
        if mark in {".", "!", "\n", "—"}:
            return name if name.known or full else None
        told = full and not self.address.search(line.low, name.end, _end_of(line, name))
        return name if mark == "," and (told or self._greets(line, name)) else None

    def _behind(self, line: Line, name: Name, end: int) -> int:
        """A kiss is no word."""
        kiss = _KISS.match(line.low, name.end, end)
        return kiss.end() if kiss else name.end

    def _greets(self, line: Line, name: Name) -> bool:
        """Who says hello behind their name: "Anna, hi!"."""
        said = self.greeting.match(line.low, name.end + 2)
        return name.known and said is not None and _LETTERS.search(said.group()) is not None

    def _signs(self, line: Line, parts: list[re.Match[str]], number: int, name: Name) -> bool:
        """Behind thanks that are a sentence of their own, under more than a few words, whatever the letter."""
        thanks = parts[number - 1]
        before = line.text[: thanks.start()].rstrip()
        return (
            (name.known or (name.capital and self.alone(name)))
            and number > 1
            and before[-1:] in _STRONG
            and len(_LETTERS.findall(before)) >= _MANY_WORDS
            and len(_LETTERS.findall(thanks.group())) <= _MOST_WORDS
            and self.closing.fullmatch(line.low[thanks.start() : thanks.end()].strip()) is not None
        )

    def _closes(
        self,
        parts: list[re.Match[str]],
        number: int,
        name: Name,
        *,
        strong: bool,
        full: bool,
    ) -> bool:
        said = sum(len(_LETTERS.findall(one.group())) for one in parts[:number])
        if strong:
            thanked = self.closing.fullmatch(parts[number - 1].group().strip().lower())
            enough = thanked is not None or said > _MOST_WORDS
            return name.known or full or (name.capital and enough and self.alone(name))
        before = parts[number - 1].group().lower()
        if self.thanks.search(before) or self.address.search(before):
            return False
        # In small letters it may as well be who is spoken to, or no name at all.
        return said >= _MOST_WORDS and name.known and name.capital


def _end_of(line: Line, name: Name) -> int:
    """Of the sentence in which it stands."""
    return line.sentence_at(name.start).end


def _begin(part: re.Match[str]) -> int:
    said = part.group()
    return part.start() + len(said) - len(said.lstrip(" -~*_"))
