"""A message as the model that marks words sees it: tokens, and what is to be seen at each."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Languages that write no spaces between words: there a letter is a token.
UNSPACED = frozenset({"th", "zh"})
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|\n")
_LETTERS = re.compile(r"[A-Za-z]+|\d+|[^\s]|\n")
# So many tokens of each side of one are seen with their places, and so many without.
_NEAR, _FAR = 3, 8
_AFFIX = 3
_SHAPE = 6
_BEFORE, _AFTER = "<s>", "</s>"

Token = tuple[int, int, str]


def tokens(text: str, language: str) -> list[Token]:
    """With their places in the text; the language by its first two letters."""
    pattern = _LETTERS if language[:2] in UNSPACED else _WORDS
    return [(match.start(), match.end(), match.group()) for match in pattern.finditer(text)]


def features(found: Sequence[Token]) -> list[list[str]]:
    """Of each token: itself, its neighbours with their places and in pairs, and what stands farther off."""
    words = [re.sub(r"\d", "0", word.lower()) for _, _, word in found]
    shapes = [_shape(word) for _, _, word in found]
    return [_at(place, words, shapes) for place in range(len(words))]


def _at(place: int, words: Sequence[str], shapes: Sequence[str]) -> list[str]:
    seen: list[str] = []
    for offset in range(-_NEAR, _NEAR + 1):
        word = _there(words, place + offset)
        seen.append(f"w{offset}:{word}")
        if abs(offset) <= 1:
            seen += [
                f"s{offset}:{_there(shapes, place + offset)}",
                f"p{offset}:{word[:_AFFIX]}",
                f"x{offset}:{word[-_AFFIX:]}",
            ]
    seen += [
        f"b{offset}:{_there(words, place + offset)}|{_there(words, place + offset + 1)}"
        for offset in (-2, -1, 0, 1)
    ]
    seen += sorted({f"l:{word}" for word in words[max(0, place - _FAR) : place]})
    seen += sorted({f"r:{word}" for word in words[place + 1 : place + 1 + _FAR]})
    return seen


def _there(words: Sequence[str], place: int) -> str:
    if place < 0:
        return _BEFORE
    return words[place] if place < len(words) else _AFTER


def _shape(word: str) -> str:
    return "".join(
        "0"
        if letter.isdigit()
        else "X"
        if letter.isupper()
        else "x"
        if letter.isalpha()
        else letter
        for letter in word[:_SHAPE]
    )
