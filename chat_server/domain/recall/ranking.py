"""What a statement is worth as an answer: BM25 for words, and how it is fused with meaning."""

from __future__ import annotations

import math

# As usual for BM25, but lines of a chat differ less in length than documents do.
SATURATION = 1.2
LENGTH = 0.4


def rarity(having: int, statements: int) -> float:
    """How much a word says that so many of the statements have."""
    return math.log(1 + (statements - having + 0.5) / (having + 0.5))
