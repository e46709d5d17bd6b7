"""What customers call products, colours and sizes in every language, read from ``bot/vocabulary``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

VOCABULARY = Path(__file__).resolve().parents[1] / "vocabulary"
ENGLISH = "en"

# Thai and Chinese write no spaces: their letters are no part of a word beside them.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# A sign of a word, and a letter, in scripts that write words apart.
SIGN = f"[^\\W{_UNSPACED}]"
LETTER = f"[^\\W\\d_{_UNSPACED}]"

# In which of its letters a language's words are written; others need not be looked for.
_SCRIPTS = {
    "en": re.compile("[A-Za-z]"),
    "is": re.compile("[A-Za-z]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "zh-TW": re.compile("[\u3400-\u9fff]"),
}
_KINDS = {"products": "product", "names": "name", "colours": "colour", "sizes": "size"}

_TOKEN = re.compile(f"{SIGN}+")
_SPACED = re.compile(SIGN)
_GAP = re.compile(r"[\s-]{1,3}")
_LONGEST_ENDING = 5

# Icelandic letters as people type them who don't have them.
_PLAIN_LETTERS = str.maketrans(
    dict(zip("áéíóúýöæðþ", ("a", "e", "i", "o", "u", "y", "o", "ae", "d", "th"), strict=True))
)
# Signs for which people write another one: of full width, Thai figures, Russian without its two dots.
_FOLDED = (
    {0x0451: "\u0435", 0x0401: "\u0415", 0x3000: " "}
    | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {0x0E50 + figure: str(figure) for figure in range(10)}
)


def folded(text: str) -> str:
    """The text with such signs made one; as long as before."""
    return text.translate(_FOLDED)


def _small(text: str) -> str:
    """In small letters, as long as before: a few capitals have two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one.lower()[:1] for one in text)


@dataclass(frozen=True)
class Found:
    """A word of the vocabulary in a text; `kind` is product, name, colour or size, `value` the shop's word."""

    kind: str
    value: str
    start: int
    end: int


def found_in(text: str) -> list[Found]:
    """Every word of a vocabulary in a text, the longest first where they overlap, in order."""
    low = _small(folded(text))
    found = [
        one
        for language, script in _SCRIPTS.items()
        if script.search(low)
        for one in _lexicon(language).find(low)
    ]
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def said_as(kind: str, word: str, language: str) -> str:
    """What we call the shop's ``word`` in a language; catalogue names and unknown words stay as they are."""
    if language == ENGLISH:
        return word
    return _lexicon(language).spoken.get((kind, word), word)


def leads(section: str) -> str:
    """A pattern of all words of all languages in ``size_is``, ``size_was`` or ``code_is``."""
    words = {word for language in _SCRIPTS for word in _read(language)[section]}
    return "|".join(_shape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class _Lexicon:
    """One language's words, found by looking them up; a pattern of so many would take seconds to compile."""

    def __init__(self, sections: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.spoken: dict[tuple[str, str], str] = {}
        # By their first word, or by the beginning of it; and the inner parts of compounds.
        self._whole: dict[str, list[_Entry]] = {}
        self._begun: dict[str, list[_Entry]] = {}
        self._inner: list[_Entry] = []
        # Of languages without spaces: what may stand anywhere.
        self._anywhere: dict[str, _Entry] = {}
        for section, kind in _KINDS.items():
            for value, words in sections[section].items():
                self.spoken[kind, value] = words[0]
                for word in words:
                    for written in _written(word):
                        self._add(written, kind, value)
        self._longest = max(map(len, self._anywhere), default=0)

    def _add(self, written: str, kind: str, value: str) -> None:
        if _SPACED.match(written.lstrip("*")) is None:
            self._anywhere.setdefault(written, _Entry((written,), kind, value))
            return
        for words in {tuple(re.split(r"[\s-]+", written)), (written.replace("-", ""),)}:
            first = words[0]
            if " " in first:
                continue
            entry = _Entry(words, kind, value)
            if first.startswith("*"):
                self._inner.append(entry)
            elif first.endswith("*"):
                self._begun.setdefault(first[:-1], []).append(entry)
            else:
                self._whole.setdefault(first, []).append(entry)

    def find(self, low: str) -> Iterator[Found]:
        """What stands in a text of small letters; several may begin at the same place."""
        tokens = list(_TOKEN.finditer(low))
        for place, token in enumerate(tokens):
            for entry in self._beginning_with(token.group()):
                end = entry.ends_at(low, tokens[place:])
                if end is not None:
                    yield Found(entry.kind, entry.value, token.start(), end)
        yield from self._found_anywhere(low)

    def _beginning_with(self, token: str) -> Iterator[_Entry]:
        yield from self._whole.get(token, ())
        for length in range(max(1, len(token) - _LONGEST_ENDING), len(token) + 1):
            yield from self._begun.get(token[:length], ())
        yield from (entry for entry in self._inner if _is_inside(entry.words[0].strip("*"), token))

    def _found_anywhere(self, low: str) -> Iterator[Found]:
        place = 0
        while self._longest and place < len(low):
            for length in range(min(self._longest, len(low) - place), 0, -1):
                entry = self._anywhere.get(low[place : place + length])
                if entry is not None:
                    yield Found(entry.kind, entry.value, place, place + length)
                    place += length
                    break
            else:
                place += 1


@dataclass(frozen=True)
class _Entry:
    """Words that follow each other, with stars for endings."""

    words: tuple[str, ...]
    kind: str
    value: str

    def ends_at(self, low: str, tokens: list[re.Match[str]]) -> int | None:
        """Where it ends if the text goes on with its further words."""
        if len(tokens) < len(self.words):
            return None
        for before, token, word in zip(tokens, tokens[1:], self.words[1:], strict=False):
            if not _GAP.fullmatch(low, before.end(), token.start()) or not _is(word, token.group()):
                return None
        return tokens[len(self.words) - 1].end()


def _is(word: str, token: str) -> bool:
    if not word.endswith("*"):
        return word == token
    return token.startswith(word[:-1]) and len(token) - len(word) < _LONGEST_ENDING


def _is_inside(part: str, token: str) -> bool:
    place = token.find(part)
    return place > 0 and len(token) - place - len(part) <= _LONGEST_ENDING


def _written(word: str) -> Iterable[str]:
    word = _small(folded(str(word)))
    return (word, word.translate(_PLAIN_LETTERS)) if not word.isascii() else (word,)


def _shape(word: str) -> str:
    shape = re.escape(word).replace(r"\ ", r"[\s-]+").replace(r"\-", "[ -]?")
    shape = shape.replace(r"\*", f"{LETTER}{{0,{_LONGEST_ENDING}}}")
    before = f"(?<!{SIGN})" if _SPACED.match(word) else ""
    behind = f"(?!{SIGN})" if before and re.search(rf"(?:{SIGN}|\*)\Z", word) else ""
    return f"{before}{shape}{behind}"


@cache
def _read(language: str) -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(
        (VOCABULARY / f"{language}.yml").read_text(encoding="utf-8")
    )
    return words


@cache
def _lexicon(language: str) -> _Lexicon:
    return _Lexicon(_read(language))
