"""What a message is made of, as numbers: its words, pairs of words and pieces of words, weighted by how telling they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from components.words_of_scripts import folded, words

# A piece seen in one example only tells that example apart, not its intent.
_SEEN_AT_LEAST = 2


def word_features(written: Sequence[str]) -> list[str]:
    """Words without their accents, also as written where that differs, and neighbouring pairs."""
    plain = [folded(word) for word in written]
    accented = [word for word, without in zip(written, plain, strict=True) if word != without]
    pairs = zip(["^", *plain], [*plain, "$"], strict=True)
    return plain + accented + [f"{first} {second}" for first, second in pairs]


def spaced(written: Sequence[str]) -> str:
    """A text with its words apart and its accents off: what pieces of words are cut from."""
    return " ".join(folded(word) for word in written)


class Wording:
    """TF-IDF of words, pairs of words, and one to four letters within a word."""

    def __init__(self) -> None:
        self._words = TfidfVectorizer(
            analyzer=word_features, sublinear_tf=True, dtype=np.float32, min_df=_SEEN_AT_LEAST
        )
        self._pieces = TfidfVectorizer(
            preprocessor=spaced,
            analyzer="char_wb",
            ngram_range=(1, 4),
            sublinear_tf=True,
            dtype=np.float32,
            min_df=_SEEN_AT_LEAST,
        )

    def fit(self, texts: Sequence[str]) -> csr_matrix:
        """Learn which features there are, and return those of ``texts``."""
        cut = [words(text) for text in texts]
        return self._joined(self._words.fit_transform(cut), self._pieces.fit_transform(cut))

    def of(self, texts: Sequence[str]) -> csr_matrix:
        """The features of ``texts``, one row each."""
        cut = [words(text) for text in texts]
        return self._joined(self._words.transform(cut), self._pieces.transform(cut))

    def known(self, text: str) -> float:
        """The share of its words that were learned; of none, all."""
        found = [folded(word) for word in words(text) if word.isalpha()]
        learned = self._words.vocabulary_
        return sum(word in learned for word in found) / len(found) if found else 1.0

    @staticmethod
    def _joined(*parts: csr_matrix) -> csr_matrix:
        return hstack(parts, format="csr", dtype=np.float32)
