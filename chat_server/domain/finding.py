"""How what was said is found by its words, on either database alike.

Capital letters, accents and the tone marks of Thai make no difference, nor does ё; й is a letter of its own. Thai and
Chinese put no spaces between words: each of their letters counts as a word, and letters asked for have to follow one
another. Other words are found by their beginning.
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
_LETTER = re.compile(f"([{UNSPACED}])")
_RUN = re.compile(rf"[{UNSPACED}]+|[^\W_{UNSPACED}]+")
_SHORT_I, _APART = "\u0439", "\u0438\u0306"
_AROUND = 16


def folded(text: str) -> str:
    """As an index gets it; migration 0015 has the same in PostgreSQL's words."""
    if text.isascii():
        return text.lower()
    return _LETTER.sub(r" \1 ", _plain(text))


def asked(query: str) -> list[str]:
    """Of a query, what has to be found: a beginning of a word, or letters with spaces between them."""
    return [" ".join(one) for one in _asked(query)]


def snippet(text: str, query: str) -> str:
    """The words around the first one that was asked for, those asked for between `[` and `]`."""
    whole = unicodedata.normalize("NFC", text)
    words = list(_words(whole))
    hits = sorted(_hits([word.plain for word in words], _asked(query)))
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
    words = [word.plain for word in _words(unicodedata.normalize("NFC", text))]
    return all(next(_hits(words, [phrase]), None) for phrase in _asked(query))


@dataclass(frozen=True)
class _Word:
    plain: str
    begin: int
    end: int


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.lower()).replace(_APART, _SHORT_I)
    return unicodedata.normalize("NFC", _MARK.sub("", apart))


def _asked(query: str) -> list[list[str]]:
    runs = _RUN.findall(_plain(query))
    return [list(run) if _LETTER.match(run) else [run] for run in runs]


def _words(text: str) -> Iterator[_Word]:
    for match in _RUN.finditer(text):
        run, begin = match[0], match.start()
        if _LETTER.match(run):
            for at, letter in enumerate(run):
                if plain := _plain(letter):
                    yield _Word(plain, begin + at, begin + at + 1)
        else:
            yield _Word(_plain(run), begin, match.end())


def _hits(words: Sequence[str], wanted: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    for phrase in wanted:
        for at in range(len(words) - len(phrase) + 1):
            *before, last = phrase
            there = words[at : at + len(phrase)]
            if list(there[:-1]) == before and there[-1].startswith(last):
                yield at, at + len(phrase)


def _joined(hits: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for begin, end in hits:
        if joined and begin < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((begin, end))
    return joined
