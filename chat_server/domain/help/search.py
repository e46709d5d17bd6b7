"""Which passages have the words that somebody looks for: BM25, in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chat_server.domain.recall.ranking import LENGTH, SATURATION, rarity
from chat_server.domain.recall.words import asked_for, words_of

from .article import Article, Passage

# A heading says what its passage is about.
_HEADING_COUNTS = 3


@dataclass(frozen=True)
class Hit:
    """A passage that has some of the words."""

    article: Article
    passage: Passage


class PassageSearch:
    """Over the articles of one language."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._hits = [Hit(one, passage) for one in articles for passage in one.passages]
        self._counts = [Counter(_words(hit)) for hit in self._hits]
        self._having = Counter(word for counts in self._counts for word in counts)
        lengths = [counts.total() for counts in self._counts]
        self._usual = sum(lengths) / len(lengths) if lengths else 1.0

    def find(self, words: str, most: int) -> Sequence[Hit]:
        """Best first."""
        asked = asked_for(words)
        scored = [(self._score(counts, asked), place) for place, counts in enumerate(self._counts)]
        best = sorted((-score, place) for score, place in scored if score > 0)
        return [self._hits[place] for _, place in best[:most]]

    def _score(self, counts: Counter[str], asked: list[str]) -> float:
        worn = SATURATION * (1 - LENGTH + LENGTH * counts.total() / self._usual)
        return sum(
            rarity(self._having[word], len(self._hits))
            * counts[word]
            * (SATURATION + 1)
            / (counts[word] + worn)
            for word in asked
            if word in counts
        )


def _words(hit: Hit) -> list[str]:
    headed = words_of(f"{hit.article.title} {hit.passage.heading}")
    return headed * _HEADING_COUNTS + words_of(hit.passage.text)
