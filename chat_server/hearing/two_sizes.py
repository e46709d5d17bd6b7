"""Two sizes in one message: the one that was, and the one that is.

"M was too big on me, S then", "can you exchange the 42 for a 43?", "I used to take a 40, 41 these days": that two numbers lie close
together says that both are sizes, and the words around them which of them holds. Whatever the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from chat_server.domain.facts.statement import HEARD, Statement

from .takes import LIKELY
from .text import Line

_LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL")
_WORDS = {"small": "S", "medium": "M", "large": "L"}
_ALSO = {"2XL": "XXL", "3XL": "XXXL"}
_SAID = re.compile(
    r"(?<![a-z\d'’.,:/#+-])(?P<v>xx?s|x{1,3}l|[23]xl|[sml]|(?:(?<=\ba )|(?<=\ban )|(?<=\bthe )|(?<=\bin )|(?<=size )|(?<=, )|(?<=take )|(?<=wear ))(?:small|medium|large)|[3-5]\d(?:[.,]5)?)(?![a-z\d'’%]|[.,:/-]\d| ?[x*×] ?\d"
    r"| ?(?:cm|mm|kg|kr|eur|€|\$|£|%|l\b|litr|лит|см|мм|кг|руб|р\.|лет|минут|мин|дн|kg|krón|þús|mín|dag|ára|inch|in\.|min|days?|years?|pairs?|pieces|am|pm|o'clock|บาท|ซม|นาที|ปี|ลิตร|ตัว|คู่|公升|公分|公斤|元|歲|分|天|件|雙|塊|月|日|樓|巷|弄))",
)
# The farthest apart that two sizes of one person's are.
_APART = 4
# So many in a message are of many people.
_MANY = 3
_MEASURED = re.compile(r"\d ?[x×*] ?\d")


@dataclass(frozen=True)
class Contrast:
    """A language's words for it.

    `swap` asks for one thing in place of another, `corrected` takes back what was just said; `past` and `now` stand in the words before or right after the one that
    was and the one that is; `unfit` after the one that does not fit; `usual` before the one they take elsewhere and
    `so` before the one they take here; `take` says that one is wanted; `others` that it is about somebody else, `mine`
    right before a size that it is theirs all the same.
    """

    swap: re.Pattern[str]
    corrected: re.Pattern[str]
    past: re.Pattern[str]
    now: re.Pattern[str]
    unfit: re.Pattern[str]
    usual: re.Pattern[str]
    so: re.Pattern[str]
    take: re.Pattern[str]
    others: re.Pattern[str]
    mine: re.Pattern[str]


@dataclass(frozen=True)
class _Size:
    value: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        return self.value[-1].isdigit()

    @property
    def rank(self) -> float:
        return (
            float(self.value)
            if self.is_number
            else _LETTERS.index(_ALSO.get(self.value, self.value))
        )


_Pair: TypeAlias = tuple[_Size, _Size]


def settled(found: list[Statement], line: Line, words: Contrast) -> list[Statement]:
    """What was heard, with the size that holds in place of those that do not."""
    if _MEASURED.search(line.low):
        return found
    sizes = [*_sizes(line)]
    for numbers in (False, True):
        of_scale = [one for one in sizes if one.is_number is numbers]
        if len({one.value for one in of_scale}) > 1:
            found = _of_scale(found, line, of_scale, words)
    return found


def _of_scale(
    found: list[Statement], line: Line, sizes: list[_Size], words: Contrast
) -> list[Statement]:
    several = len({one.value for one in sizes}) >= _MANY
    if several or words.others.search(line.low):
        return _own(found, line, sizes, words)
    pair = _pair(sizes)
    if pair is None:
        return found
    heard = any(_is_told(one, size) for one in found for size in pair)
    holds = _holding(line, pair, words, heard=heard)
    if holds is None or any(_is(one, holds) and one.confidence >= HEARD for one in found):
        return found
    former = pair[0] if holds is pair[1] else pair[1]
    kept = [one for one in found if not _is(one, former)]
    over = Statement("size", former.value, LIKELY, former.start, former.end, ended=True)
    return [*kept, over, Statement("size", holds.value, LIKELY, holds.start, holds.end)]


def _own(
    found: list[Statement], line: Line, sizes: list[_Size], words: Contrast
) -> list[Statement]:
    """Of several people's sizes the one that is said to be theirs; of three and more no other."""
    last, mine = 0, []
    for one in sizes:
        before = line.low[last : one.start]
        said = words.mine.search(before)
        if said is not None and not words.others.search(before):
            mine.append(one)
        last = one.end
    values = {one.value for one in mine}
    if len(values) > 1 or (not mine and len({one.value for one in sizes}) < _MANY):
        return found
    others = {one.value for one in sizes} - values
    kept = [one for one in found if one.key != "size" or one.value not in others or one.ended]
    if any(_is_told(one, each) for one in found for each in mine):
        return kept
    return [*kept, *(Statement("size", one.value, LIKELY, one.start, one.end) for one in mine[:1])]


def _is(one: Statement, size: _Size) -> bool:
    return one.key == "size" and one.value == size.value


def _is_told(one: Statement, size: _Size) -> bool:
    """For sure or with doubt; not only as what may be a correction."""
    return _is(one, size) and not one.ended and one.confidence >= HEARD


def _pair(sizes: list[_Size]) -> _Pair | None:
    """The two that there are, if they can be of one person and one thing."""
    first = sizes[0]
    second = next(one for one in reversed(sizes) if one.value != first.value)
    return (first, second) if abs(first.rank - second.rank) <= _APART else None


def _sizes(line: Line) -> Iterator[_Size]:
    for said in _SAID.finditer(line.low):
        word = said["v"]
        start, end = said.span("v")
        if len(word) == 1 and not line.text[start].isupper():
            continue
        value = _WORDS.get(word, word.upper().replace(",", "."))
        yield _Size(value, start, end)


def _holding(line: Line, pair: _Pair, words: Contrast, *, heard: bool) -> _Size | None:
    """`heard`: rules believe one of them, which is overruled only where both are told apart."""
    first, second = pair
    low = line.low
    before, between = low[: first.start], low[first.end : second.start]
    after = low[second.end :][:_NEAR]
    if _RATHER.search(between):
        return None
    was, now = words.past.search(between), words.now.search(between)
    if was and (words.now.search(before[-_NEAR:]) or (now and now.start() < was.start())):
        return first
    if words.past.search(before[-_NEAR:]) or (was and was.start() < _CLOSE):
        told = now or words.now.search(after) or len(after) < _SAYS_NO_MORE
        return second if told else None
    asks = "?" in low[second.end :] or _asks(line, between + after)
    usual = words.usual.search(before[-_NEAR:]) and words.so.search(between[-_NEAR:])
    swapped = words.swap.search(before) or words.swap.search(between)
    unfit = words.unfit.search(between) and words.take.search(between + after)
    told_apart = words.corrected.search(between) or (usual and not asks)
    if told_apart or (not heard and (swapped or (unfit and not asks))):
        return second
    return None


def _asks(line: Line, said: str) -> bool:
    """Without a mark, where any of its words may ask."""
    return not line.tongue.spaced and line.tongue.asking.search(said) is not None


_RATHER = re.compile(r"\b(?:instead of|rather than|вместо|not)\b|í stað|\bi stad|แทนที่|而不是|不是")
_NEAR, _CLOSE, _SAYS_NO_MORE = 28, 14, 5
