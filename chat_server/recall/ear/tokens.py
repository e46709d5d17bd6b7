"""A message as the model that marks words sees it: its words, or letters."""

from __future__ import annotations

import re

# Languages that write no spaces between words: there a letter is a token.
UNSPACED = frozenset({"th", "zh"})
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|\n")
_LETTERS = re.compile(r"[A-Za-z]+|\d+|[^\s]|\n")

Token = tuple[int, int, str]


def tokens(text: str, language: str) -> list[Token]:
    """With their places in the text; the language by its first two letters."""
    pattern = _LETTERS if language[:2] in UNSPACED else _WORDS
    return [(match.start(), match.end(), match.group()) for match in pattern.finditer(text)]
