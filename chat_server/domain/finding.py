"""How what was said is found by its words, on either database alike.

Capital letters, accents and the tone marks of Thai make no difference, nor does ё; й is a letter of its own. Thai and
Chinese put no spaces between words: letters asked for have to follow one another. An index has each of theirs together
with the next one, for pairs are far rarer than letters. Other words are found by their beginning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Thai, Lao, Han, kana.
UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Accents, and tone marks.
MARKS = "\u0300-\u036f\u0e47-\u0e4e"
_MARK = re.compile(f"[{MARKS}]")
LETTER = re.compile(f"([{UNSPACED}])")
_LETTERS = re.compile(f"[{UNSPACED}]+")
_RUN = re.compile(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+")
_SHORT_I, _APART = "\u0439", "\u0438\u0306"
_AROUND = 16


def indexed(text: str) -> str:
    """As an index gets it; migration 0034 has the same in PostgreSQL's words."""
    if text.isascii():
        return text.lower()
    return _LETTERS.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", _plain(text))


def folded(text: str) -> str:
    """Plain words and single letters, with spaces between them."""
    if text.isascii():
        return text.lower()
    return LETTER.sub(r" \1 ", _plain(text))


def asked(query: str) -> list[str]:
    """Of a query, what has to be found in an index: a beginning of a word, or pairs of letters that follow one another."""
    return [" ".join(_pairs("".join(one))[: max(1, len(one) - 1)]) for one in _asked(query)]


def snippet(text: str, query: str) -> str:
    """The words around the first one that was asked for, those asked for between `[` and `]`."""
    whole = unicodedata.normalize("NFC", text)
    words = list(_words(whole))
    hits = sorted(_hits(words, _asked(query)))
    if not hits:
        return ""
    first = max(0, hits[0][0] - _AROUND // 4)
    last = min(len(words), first + _AROUND)
    said = ["…" if first else "", whole[words[first].begin if first else 0 : words[first].begin]]
    at = words[first].begin
    for begin, end in _joined(hits):
        if end > last:
            break
        start, stop = words[begin].begin, words[end - 1].end
        said += [whole[at:start], "[", whole[start:stop], "]"]
        at = stop
    rest = whole[at:] if last == len(words) else whole[at : words[last - 1].end] + "…"
    return "".join([*said, rest])


def has_all(text: str, query: str) -> bool:
    """Whether every word asked for stands in the text, as a search would find it."""
    words = list(_words(unicodedata.normalize("NFC", text)))
    return all(next(_hits(words, [phrase]), None) for phrase in _asked(query))


@dataclass(frozen=True)
class _Word:
    """`run` is where the letters begin that have nothing between them."""

    plain: str
    begin: int
    end: int
    run: int


def _pairs(run: str) -> list[str]:
    """Each letter with the next one, and the last by itself."""
    return [run[at : at + 2] for at in range(len(run))] if LETTER.match(run) else [run]


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower()).replace(_APART, _SHORT_I)
    return unicodedata.normalize("NFC", _MARK.sub("", apart))


def _asked(query: str) -> list[list[str]]:
    runs = _RUN.findall(_plain(query))
    return [list(run) if LETTER.match(run) else [run] for run in runs]


def _words(text: str) -> Iterator[_Word]:
    for match in _RUN.finditer(text):
        run, begin = match[0], match.start()
        if LETTER.match(run):
            for at, letter in enumerate(run):
                if plain := _plain(letter):
                    yield _Word(plain, begin + at, begin + at + 1, begin)
        else:
            yield _Word(_plain(run), begin, match.end(), begin)


def _hits(words: Sequence[_Word], wanted: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    for phrase in wanted:
        for at in range(len(words) - len(phrase) + 1):
            *before, last = phrase
            there = [word.plain for word in words[at : at + len(phrase)]]
            together = words[at].run == words[at + len(phrase) - 1].run
            if together and there[:-1] == before and there[-1].startswith(last):
                yield at, at + len(phrase)


def _joined(hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in hits:
        if joined and begin < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined
