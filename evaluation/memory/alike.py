"""Whether what was heard is what a person would have written down: strict where values have one form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from chat_server.domain.facts.kinds import clean_value

# What people say of a thing has no one form: "the zip broke" or "zip broke after a day".
_WORDS = frozenset(
    {
        "product_interest",
        "product_liked",
        "product_disliked",
        "product_owned",
        "occasion",
        "delivery_place",
        "home",
        "complaint",
        "praise",
        "suggestion",
        "promise",
        "household",
        "company",
        "company_role",
    }
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "my",
        "our",
        "your",
        "his",
        "her",
        "their",
        "i",
        "we",
        "you",
        "it",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "with",
        "and",
        "or",
        "some",
        "any",
        "в",
        "на",
        "и",
        "мой",
        "моя",
        "моё",
        "мои",
        "для",
        "у",
        "я",
        "мы",
        "это",
        "с",
        "к",
        "é",
        "og",
        "í",
        "á",
        "að",
        "sem",
        "er",
        "var",
        "ég",
        "mig",
        "mér",
        "minn",
        "mín",
        "mitt",
    ]
)
# Scripts that are written without spaces are compared by pairs of characters.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"\w+")
_NO_YEAR = re.compile(r"\d\d-\d\d")
# Written either way by the same people.
_SAME = str.maketrans({"ё": "е"})
_COUNTS = {
    1: ("one", "один", "одна", "одного", "одну", "einn", "ein", "eitt", "eina", "一", "หนึ่ง"),
    2: ("two", "два", "две", "двое", "двоих", "tveir", "tvær", "tvö", "tvo", "二", "兩", "สอง"),
    3: ("three", "три", "трое", "троих", "þrír", "þrjár", "þrjú", "þrjá", "三", "สาม"),
    4: ("four", "четыре", "четверо", "fjórir", "fjórar", "fjögur", "fjóra", "四", "สี่"),
    5: ("five", "пять", "пятеро", "fimm", "五", "ห้า"),
    6: ("six", "шесть", "шестеро", "sex", "六", "หก"),
}
_STEM, _SHARE, _ENOUGH = 4, 2 / 3, 0.5


def same_value(key: str, right: str, heard: str) -> bool:
    """`right` is as labelled, `heard` as kept."""
    if key == "household" and _other_number(right, heard):
        return False
    if key in _WORDS:
        return same_words(right, heard)
    if key == "phone":
        return _digits(right)[-9:] == _digits(heard)[-9:]
    if key == "occasion_date" and _NO_YEAR.fullmatch(right):
        # A day said without its year: the next such day is the same one.
        return heard.endswith(right)
    one, other = clean_value(key, right) or right, clean_value(key, heard) or heard
    return _plain(one) == _plain(other)


def _other_number(right: str, heard: str) -> bool:
    """Whether both say how many, and not the same: two cats are no three."""
    one, other = _numbers(right), _numbers(heard)
    return bool(one and other) and not one & other


def _numbers(text: str) -> set[int]:
    flat = _plain(text)
    said = {int(one) for one in re.findall(r"\d+", flat)}
    words = set(_WORD.findall(flat))
    for number, forms in _COUNTS.items():
        if any(form in (flat if _UNSPACED.match(form) else words) for form in forms):
            said.add(number)
    return said


def same_subject(right: str | None, heard: str | None) -> bool:
    """A label without one leaves it open."""
    return right is None or (heard is not None and same_words(right, heard))


def same_words(right: str, heard: str) -> bool:
    """One holds the other, or they share most of their words, whatever their endings."""
    one, other = _words(right), _words(heard)
    if not one or not other:
        return _plain(right) == _plain(heard)
    common, back = _found(one, other), _found(other, one)
    if common == len(one) or back == len(other):
        return True
    return 2 * min(common, back) / (len(one) + len(other)) >= _ENOUGH


def says(text: str, words: str) -> bool:
    """Whether a text has these words, in any case and however its apostrophes and spaces are written."""
    return _flat(words) in _flat(text)


def _found(wanted: AbstractSet[str], among: AbstractSet[str]) -> int:
    return sum(any(_alike(word, other) for other in among) for word in wanted)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _STEM and shared >= _SHARE * max(len(one), len(other))


def _words(text: str) -> set[str]:
    flat = _plain(text)
    pieces: set[str] = set()
    for run in _UNSPACED.findall(flat):
        pieces.update(_pairs(run))
    spaced = _WORD.findall(_UNSPACED.sub(" ", flat))
    words = {word for word in spaced if word not in _SMALL}
    return pieces | (words or (set(spaced) if not pieces else set()))


def _pairs(run: str) -> Iterable[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_SAME).split())


def _flat(text: str) -> str:
    return _plain(text).replace("’", "'").replace("‘", "'")


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
