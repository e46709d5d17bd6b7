"""One message made ready for hearing: folded letter by letter, cut into sentences, quotations marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from .order_numbers import DEMO_SHOP, OrderNumbers

if TYPE_CHECKING:
    from .tongue import Tongue

# As much as a message may hold; what a caller passes beyond is not heard.
MAX_HEARD = 4_000
_LONGEST_SENTENCE = 400
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_THAI_DIGITS = {0x0E50 + digit: 0x30 + digit for digit in range(10)}
# One letter for one letter, so that places in the folded text are places in the message.
_FOLD: dict[int, int] = {
    **_WIDE,
    **_THAI_DIGITS,
    **{ord(mark): ord("'") for mark in "\u2018\u2019\u02bc\u00b4`"},
    **{ord(space): ord(" ") for space in "\u00a0\u2007\u2009\u202f\u3000\t"},
    **{ord(dash): ord("-") for dash in "\u2010\u2011\u2212"},
    ord("ё"): ord("е"),
    ord("İ"): ord("i"),
}
_QUOTED = re.compile(
    r"\"[^\"\n]{1,600}\"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|「[^」\n]{1,600}」"
    r"|『[^』\n]{1,600}』|(?<!\w)['‘][^'’\n]{2,600}['’](?!\w)|^[ ]{0,3}>[^\n]{0,600}",
    re.MULTILINE,
)
_QUOTE_MARKS = frozenset("\"“„«「『>'‘’")
_END = re.compile(
    r"[:;]-?[)(]{1,5}(?=\s|\Z)|(?<=[^\W\d_])\){2,5}(?=\s|\Z)|[!?…]+[\"')\]”»]*|。|\n+|;(?=\s)|\.(?=[\"')\]”»]*(?:\s|$))[\"')\]”»]*"
)
_LAST_WORD = re.compile(r"[\w.]*\Z")
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "no", "nr", "st", "str", "tel", "ca", "e.g", "i.e", "approx"}
    | {
        "น",
        "ถ",
        "ต",
        "อ",
        "จ",
        "ซ",
        "บ",
        "ดร",
        "พ.ศ",
        "น.ส",
        "ม.ค",
        "ก.พ",
        "เม.ย",
        "พ.ค",
        "ก.ค",
        "ส.ค",
        "ก.ย",
        "ต.ค",
        "พ.ย",
        "ธ.ค",
    }
    | {"a.m", "p.m", "kr", "г", "ул", "д", "кв", "руб", "тел", "kl", "t.d", "hr", "sr"}
)
_OFTEN_LAST = frozenset({"a.m", "p.m", "kr", "руб"})


def fold(text: str) -> str:
    """Lower case, plain apostrophes, digits and spaces; as long as the text."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(letter.lower()[:1] or letter for letter in text)
    return low if low.isascii() else low.translate(_FOLD)


@dataclass(eq=False)
class Line:
    """The whole message; `asked` is the kind of fact that was asked for right before it."""

    text: str
    tongue: Tongue
    at: datetime
    asked: str | None = None
    orders: OrderNumbers = DEMO_SHOP
    low: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.text[:MAX_HEARD]
        self.low = self.tongue.folded(fold(self.text))

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Spans that repeat what is written elsewhere."""
        if _QUOTE_MARKS.isdisjoint(self.text):
            return []
        return [found.span() for found in _QUOTED.finditer(self.text)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """In order; the closing mark belongs to its sentence."""
        found, start = [], 0
        for mark in _END.finditer(self.low):
            if mark.group()[0] == "." and not self._ends(mark.start(), start):
                continue
            found += self._parts(start, mark.end())
            start = mark.end()
        return found + self._parts(start, len(self.low))

    def sentence_at(self, place: int) -> Sentence:
        """The one that holds this letter."""
        return next(one for one in self.sentences if place < one.end)

    @cached_property
    def shouted(self) -> bool:
        """Capitals tell nothing in a text that has no other letters."""
        return self.text.isupper()

    def in_quotation(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.quoted)

    def capital(self, place: int) -> bool:
        """Whether the letter there is a capital that tells something."""
        return self.text[place].isupper() and not self.shouted

    def _parts(self, start: int, end: int) -> list[Sentence]:
        """Whoever writes on and on is heard in parts: what a sentence costs grows faster than its length."""
        found = []
        start += len(self.low[start:end]) - len(self.low[start:end].lstrip())
        while end - start > _LONGEST_SENTENCE:
            cut = max(self.low.rfind(mark, start + 1, start + _LONGEST_SENTENCE) for mark in ", ，")
            cut = cut + 1 if cut > start else start + _LONGEST_SENTENCE
            found.append(Sentence(self, start, cut))
            start = cut
        return [*found, Sentence(self, start, end)] if self.low[start:end].strip() else found

    def _ends(self, dot: int, start: int) -> bool:
        """Whether this full stop ends a sentence: not in "Dr. Weber", "3. maí"."""
        rest = self.text[dot + 1 :].lstrip()
        if not rest:
            return True
        last = _LAST_WORD.search(self.low, max(start, dot - 8), dot)
        word = last.group() if last else ""
        if word.isdigit() and len(word) <= 2:  # noqa: PLR2004 - a day of the month
            return not rest[0].islower()
        if word.endswith("str") and rest[0].isdigit():
            return False
        if word in _ABBREVIATIONS:
            return word in _OFTEN_LAST and rest[0].isupper()
        return True


@dataclass(eq=False)
class Sentence:
    """Part of a line, from `start` to `end` in it."""

    line: Line
    start: int
    end: int

    @cached_property
    def low(self) -> str:
        return self.line.low[self.start : self.end]

    @cached_property
    def said(self) -> str:
        """As it was written, without the space around it."""
        return self.line.text[self.start : self.end].strip()

    @cached_property
    def of_others(self) -> bool:
        """Another person is named in it."""
        return self.line.tongue.around.others.search(self.low) is not None
