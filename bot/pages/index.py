"""Finds the passage that fits a question best: by words (BM25) and by meaning, one index a language."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from components.wording import spaced
from components.words_of_scripts import words
from pages.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from pages.articles import Passage

    Vectors = NDArray[np.float32]
    Meanings = Callable[[Sequence[str]], Vectors]

_SATURATION, _LENGTH = 1.2, 0.4
# Of each passage, the first two vectors are of its heading.
_HEADINGS = 2
# A heading says what its passage is about.
_HEADING_COUNTS = 2
# How much likeness to the heading and to a sentence weigh beside the words found.
_BY_HEADING, _BY_SENTENCE = 1.5, 1.5
# Chinese words are short: pieces begin with one letter there.
_PIECES, _PIECES_OF_SHORT = (3, 5), (1, 3)
_SHORT = 2.5
# From what share of own sentences found on, meaning begins to count, and from where on it counts in full.
_TRUST_BEGINS, _TRUST_GROWS_OVER = 0.3, 0.5


@dataclass(frozen=True)
class Fit:
    """How a passage fits a question: the share of its words and pieces of words found, and likeness of meaning.

    Likeness is to the heading and to the nearest sentence, as far as the encoder is to be trusted in the language.
    """

    words: float
    pieces: float
    heading: float
    sentence: float

    @property
    def score(self) -> float:
        """What passages are ranked by."""
        meant = _BY_HEADING * self.heading + _BY_SENTENCE * self.sentence
        return self.words + self.pieces + meant


@dataclass(frozen=True)
class Found:
    """The best passage, how it fits, how far it leads before the next one and before all of them on average."""

    passage: Passage
    fit: Fit
    lead: float
    above: float
    trust: float


class PageIndex:
    """The passages of one language."""

    def __init__(self, passages: Sequence[Passage], meanings: Meanings) -> None:
        self._passages = list(passages)
        self._counts = [
            Counter(terms(one.heading) * _HEADING_COUNTS + terms(one.title) + terms(one.text))
            for one in passages
        ]
        self._having = Counter(term for counts in self._counts for term in counts)
        lengths = [sum(counts.values()) for counts in self._counts]
        usual = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        self._worn = [_SATURATION * (1 - _LENGTH + _LENGTH * length / usual) for length in lengths]
        self._pieces, self._pieces_of = _pieces(passages)
        texts = [[one.heading, f"{one.title} {one.heading}", *one.sentences] for one in passages]
        self._meanings = meanings([text for of_one in texts for text in of_one])
        # Where the vectors of each passage begin, and those of its sentences: after the heading, alone and with the title.
        self._begins = np.cumsum([0, *(len(of_one) for of_one in texts)])[:-1].astype(int)
        # How far the encoder knows the language: Icelandic it never learned.
        own = self._own_sentences_found()
        self.trust = min(max((own - _TRUST_BEGINS) / _TRUST_GROWS_OVER, 0.0), 1.0)

    def __len__(self) -> int:
        return len(self._passages)

    def best(self, question: str, meaning: Vectors) -> Found | None:
        """``meaning`` is the question's vector."""
        fits = self.fits(question, meaning)
        if not fits:
            return None
        scores = [fit.score for fit in fits]
        first, *others = sorted(range(len(fits)), key=lambda place: -scores[place])
        best = scores[first]
        second = scores[others[0]] if others else 0.0
        usual = sum(scores) / len(scores)
        return Found(self._passages[first], fits[first], best - second, best - usual, self.trust)

    def fits(self, question: str, meaning: Vectors) -> list[Fit]:
        """Of every passage, in their order."""
        if not self._passages:
            return []
        asked = set(terms(question))
        whole = sum(self._rarity(term) for term in asked) or 1.0
        pieces = (self._pieces_of @ self._pieces.transform([question]).T).toarray().ravel()
        headings, sentences = self._likeness(meaning)
        return [
            Fit(
                self._words(place, asked) / whole,
                float(pieces[place]),
                self.trust * float(headings[place]),
                self.trust * float(sentences[place]),
            )
            for place in range(len(self._passages))
        ]

    def _likeness(self, meaning: Vectors) -> tuple[Vectors, Vectors]:
        """To each passage's heading, and to the nearest of its sentences."""
        alike = self._meanings @ meaning
        edges = np.stack([self._begins, self._begins + _HEADINGS], axis=1).ravel()
        nearest = np.maximum.reduceat(alike, edges)
        return nearest[::_HEADINGS], nearest[1::_HEADINGS]

    def _own_sentences_found(self) -> float:
        """How well a heading finds the passage it stands over, by meaning alone: the mean of one divided by the place."""
        if not self._passages:
            return 0.0
        places = []
        for own, begin in enumerate(self._begins):
            _, likeness = self._likeness(self._meanings[begin])
            places.append(1 + int((likeness > likeness[own]).sum()))
        return sum(1 / place for place in places) / len(places)

    def _words(self, place: int, asked: set[str]) -> float:
        counts, worn = self._counts[place], self._worn[place]
        return sum(
            self._rarity(term) * counts[term] * (_SATURATION + 1) / (counts[term] + worn)
            for term in asked
            if term in counts
        )

    def _rarity(self, term: str) -> float:
        having = self._having[term]
        return math.log(1 + (len(self._passages) - having + 0.5) / (having + 0.5))


def _pieces(passages: Sequence[Passage]) -> tuple[TfidfVectorizer, csr_matrix]:
    """What words are made of finds "gift voucher" where "gift card" stands, and a word with another ending."""
    texts = [" ".join([*[one.heading] * _HEADING_COUNTS, one.title, one.text]) for one in passages]
    lengths = [len(word) for text in texts for word in spaced(words(text)).split()]
    short = bool(lengths) and sum(lengths) < _SHORT * len(lengths)
    vectorizer = TfidfVectorizer(
        preprocessor=_spaced,
        analyzer="char_wb",
        ngram_range=_PIECES_OF_SHORT if short else _PIECES,
        sublinear_tf=True,
        dtype=np.float32,
    )
    # Something to begin with, however little the passages say.
    rows = vectorizer.fit_transform(["a", *texts])
    return vectorizer, rows[1:]


def _spaced(text: str) -> str:
    return spaced([word for word in words(text) if any(sign.isalnum() for sign in word)])
