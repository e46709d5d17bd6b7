"""Finds lines that say the same in nearly the same letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from components.words_of_scripts import without_accents

# From here on two lines count as one: of 25 letters two may differ.
ALIKE = 0.92
# Lines that share fewer of their pairs of letters cannot be so alike, and need not be compared letter by letter.
_WORTH_COMPARING = 0.6


def plain(text: str) -> str:
    """A line without capitals, signs and accents."""
    letters = (letter if letter.isalnum() else " " for letter in without_accents(text.casefold()))
    return " ".join("".join(letters).split())


def alike(some: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every line of ``some`` with each of ``others`` that is the same or nearly the same."""
    ours, theirs = [plain(text) for text in some], [plain(text) for text in others]
    for one, other in _worth_comparing(ours, theirs):
        if _likeness(ours[one], theirs[other]) >= ALIKE:
            yield some[one], others[other]


def _worth_comparing(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    counted = CountVectorizer(analyzer=_pairs_of_letters, binary=True, dtype=np.float32)
    counted.fit([*ours, *theirs])
    our_pairs, their_pairs = counted.transform(ours), counted.transform(theirs)
    shared = csr_matrix(our_pairs @ their_pairs.T).tocoo()
    together = our_pairs.sum(axis=1).A1[shared.row] + their_pairs.sum(axis=1).A1[shared.col]
    enough = 2 * shared.data >= _WORTH_COMPARING * together
    yield from zip(shared.row[enough].tolist(), shared.col[enough].tolist(), strict=True)


def _pairs_of_letters(text: str) -> set[str]:
    bounded = f"^{text}$"
    return {bounded[place : place + 2] for place in range(len(bounded) - 1)}


def _likeness(one: str, other: str) -> float:
    # What length alone rules out is most of it.
    if 2 * min(len(one), len(other)) < ALIKE * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
