"""The words of a text as they are indexed and asked for: one tokeniser for every language and both databases.

Words lose their endings. Thai and Chinese, which put no spaces between words, become pairs of letters.
What is kept in an index are digests of contact and word: a word leads to the statements of one contact only, however
many others said it, and an index says nothing to whoever reads it.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

# Letters of scripts without spaces: Thai, Lao, Han, kana.
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")
_SPACED = re.compile(rf"[^{_UNSPACED}]")
_MOST = 400
_LONGEST = 40
_DIGEST = 10
# A stem has so many letters at least, and a beginning that stands for a word at most.
_STEM, _BEGINNING, _ENDING = 3, 6, 3

# What every second line has: it would be read for nothing.
_COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "get",
        "go",
        "got",
        "had",
        "has",
        "have",
        "he",
        "her",
        "hers",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "like",
        "me",
        "more",
        "my",
        "no",
        "not",
        "now",
        "of",
        "on",
        "one",
        "or",
        "our",
        "out",
        "she",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "too",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
        "ll",
        "re",
        "ve",
        "s",
        "t",
        "d",
        "m",
        "said",
        "say",
        "tell",
        "told",
        "ég",
        "og",
        "að",
        "er",
        "það",
        "í",
        "á",
        "ekki",
        "en",
        "við",
        "sem",
        "var",
        "þú",
        "hann",
        "hún",
        "til",
        "um",
        "með",
        "hvað",
        "hvar",
        "mér",
        "þér",
        "mig",
        "þig",
        "sagði",
        "я",
        "и",
        "в",
        "не",
        "на",
        "что",
        "с",
        "ты",
        "он",
        "она",
        "мы",
        "вы",
        "они",
        "а",
        "но",
        "как",
        "это",
        "мне",
        "тебе",
        "меня",
        "за",
        "по",
        "у",
        "к",
        "о",
        "из",
        "для",
        "был",
        "была",
        "где",
        "когда",
        "сказал",
    ]
)
_ENGLISH = re.compile(r"[a-z]+")


def words_of(text: str) -> list[str]:
    """In their order; what a text says twice is there twice."""
    folded = _folded(text)
    found: list[str] = []
    for match in _RUN.finditer(folded):
        run = match[0]
        if not _SPACED.match(run):
            found += _pairs(run)
        elif run not in _COMMON:
            found.append(_stem(run[:_LONGEST]))
        if len(found) >= _MOST:
            break
    return found[:_MOST]


def asked_for(text: str) -> list[str]:
    """Of a question, each word once."""
    return list(dict.fromkeys(words_of(text)))


def keys(contact_id: str, words: Iterable[str]) -> list[str]:
    """What stands for these words of this contact in an index: letters and digits only."""
    return [_key(contact_id, word) for word in words]


def _key(contact_id: str, word: str) -> str:
    digest = blake2b(word.encode(), key=contact_id.encode()[:64], digest_size=_DIGEST).digest()
    return b32encode(digest).decode().lower()


def _folded(text: str) -> str:
    """Small letters without accents; the vowel signs of Thai stay, which are no accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in apart if not (unicodedata.combining(c) and c < "\u0500"))
    return unicodedata.normalize("NFC", "".join(kept)).replace("'", "").replace("’", "")


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[at : at + 2] for at in range(len(run) - 1)]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if word.isdecimal() or len(word) <= _STEM:
        return word
    if _ENGLISH.fullmatch(word):
        return _english(word)
    # Endings of Russian and Icelandic words are many, and their beginnings tell them apart.
    return word[: min(max(_STEM + 1, len(word) - _ENDING), _BEGINNING)]


def _english(word: str) -> str:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > _STEM and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > _STEM and word[-1] in "ey" else word


_ENDINGS = (
    ("ations", ""),
    ("ation", ""),
    ("ingly", ""),
    ("ments", ""),
    ("ment", ""),
    ("ness", ""),
    ("ings", ""),
    ("iest", "y"),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("edly", ""),
    ("ely", ""),
    ("ers", ""),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("ed", ""),
    ("er", ""),
    ("ly", ""),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)
