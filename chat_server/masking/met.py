"""Whom one line of a dialogue named, in its other lines: bent, in small letters, by a part of the name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.chinese.names import is_no_name
from chat_server.hearing.thai.given_names import COMMON

from .folding import plain, small
from .forms import forms
from .lists import words
from .name_cues import GREETED
from .word_lists import also_words, is_word

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_THAI, _HAN = re.compile("[ก-๎]"), re.compile("[一-鿿]")
_TITLED_THAI = re.compile(
    r"^(?:นางสาว|นาย|นาง|คุณ|น\.ส\. ?|ด\.[ชญ]\. ?|ดร\. ?|พี่|น้อง|ลุง|ป้า|เจ๊|เฮีย|ยาย|อาจารย์|หมอ|ครู)\s?"
)
_TITLED_HAN = re.compile(
    r"(?:先生|小姐|女士|太太|老師|經理|主任|醫師|醫生|同學|教授|大哥|大姐|阿姨|伯伯|叔叔|媽媽|爸爸|姐|姊|哥|伯|叔)$"
)
_SHORTEST, _SHORTEST_THAI, _SHORTEST_ACCOUNT = 3, 4, 5
_WHOLE_HAN, _NEAR = 3, 24


def found(text: str, low: str, met: Collection[tuple[Kind, str]]) -> Iterator[Span]:
    """In plain text and its folded form."""
    for kind, value in met:
        for head, pattern, capital in _patterns(kind, value):
            if head not in low:
                continue
            for match in pattern.finditer(low):
                if (
                    not capital
                    or text[match.start()].isupper()
                    or GREETED.search(low[: match.start()][-_NEAR:])
                ):
                    yield Span(match.start(), match.end(), kind, says=value)


@lru_cache(maxsize=4096)
def _patterns(kind: Kind, value: str) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Each with letters that stand in all it finds, and whether only a capital tells it from a word."""
    low = small(plain(value)).strip()
    if kind is Kind.NAME:
        return tuple(_of_name(low))
    if kind in {Kind.ACCOUNT, Kind.EMAIL}:
        bare = low.lstrip("@").split("@")[0].strip()
        if len(bare) >= _SHORTEST_ACCOUNT and not is_word(bare, None):
            return ((bare, re.compile(rf"(?<!\w)@?{re.escape(bare)}(?!\w)"), False),)
    return ()


def _of_name(low: str) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    if _THAI.search(low):
        yield from _thai(low)
        return
    if _HAN.search(low):
        yield from _chinese(low)
        return
    for part in _WORD.findall(low):
        if len(part) < _SHORTEST or part in words("small") or part in words("joining"):
            continue
        common = part in also_words() or part in words("is") or is_word(part, "en")
        # What may be a name is one here, though it is a word.
        common = common and (part not in _nameable() or part in words("small"))
        ways = sorted(forms(part), key=len, reverse=True)
        bent = "|".join(map(re.escape, ways))
        theirs = "s?" if part.isascii() and len(part) > _SHORTEST else ""
        yield _shared(ways), re.compile(rf"(?<![^\W_])(?:{bent}){theirs}(?![^\W_])"), common


@cache
def _nameable() -> frozenset[str]:
    return words("word_names") | words("families_en") | words("sure_en")


def _shared(ways: list[str]) -> str:
    """How all of them begin."""
    shortest = ways[-1]
    size = 0
    while size < len(shortest) and all(one[size] == shortest[size] for one in ways):
        size += 1
    return shortest[:size]


def _thai(low: str) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    for part in _TITLED_THAI.sub("", low).split():
        ordinary = part in words("thai") or part in words("th") or part in COMMON
        if len(part) >= _SHORTEST_THAI and not ordinary:
            yield part, re.compile(rf"{re.escape(part)}(?![ะ-ฺ็-๎])"), False


def _chinese(low: str) -> Iterator[tuple[str, re.Pattern[str], bool]]:
    bare = _TITLED_HAN.sub("", low)
    if not re.fullmatch("[一-鿿]{2,6}", bare):
        return
    for part in {bare, bare[1:]} if len(bare) == _WHOLE_HAN else {bare}:
        if part not in words("zh") and not is_no_name(part):
            yield part, re.compile(re.escape(part)), False
