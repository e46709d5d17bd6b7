"""What a statement is worth as an answer: BM25 for words, and how it is fused with meaning."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .said import Why

# As usual for BM25, but lines of a chat differ less in length than documents do.
SATURATION = 1.2
LENGTH = 0.4


def rarity(having: int, statements: int) -> float:
    """How much a word says that so many of the statements have."""
    return math.log(1 + (statements - having + 0.5) / (having + 0.5))


# How far a line's worth reaches to those beside it, and over how many lines.
BESIDE, REACH = 0.45, 2
# Cosines of the model lie close together.
MEANING = 10.0


@dataclass(frozen=True)
class Candidate:
    """A statement that may be the answer: its BM25, its likeness, and where it stands."""

    position: int
    conversation_id: str
    seq: int
    words: float
    likeness: float | None = None


@dataclass(frozen=True)
class Ranked:
    """A candidate with what it is worth: about 1 for the best there can be."""

    position: int
    score: float
    why: Why


def fuse(candidates: Sequence[Candidate], most: int) -> list[Ranked]:
    """Best first.

    Words count relative to the best of them, likeness by how much less it is than the best. A line beside one that
    has the words is more likely meant: a question has them, and its answer is the next line.
    """
    if not candidates:
        return []
    best = max(one.words for one in candidates) or 1.0
    known = [one.likeness for one in candidates if one.likeness is not None]
    nearest, farthest = (max(known), min(known)) if known else (0.0, 0.0)
    there = {(one.conversation_id, one.seq): one.words for one in candidates}
    ranked = []
    for one in candidates:
        beside = max(
            there.get((one.conversation_id, one.seq + step), 0.0)
            for step in range(-REACH, REACH + 1)
            if step
        )
        alike = farthest if one.likeness is None else one.likeness
        by_words, by_meaning = one.words / best, MEANING * (alike - nearest)
        score = by_words + BESIDE * beside / best + by_meaning
        ranked.append(Ranked(one.position, score, _why(one, by_words, by_meaning, known)))
    ranked.sort(key=lambda one: (-one.score, -one.position))
    return ranked[:most]


def _why(one: Candidate, by_words: float, by_meaning: float, known: Sequence[float]) -> Why:
    if not known or one.likeness is None:
        return Why.WORDS
    if by_words < _A_LITTLE:
        return Why.MEANING
    return Why.BOTH if by_meaning > -_A_LITTLE * 2 else Why.WORDS


_A_LITTLE = 0.2
