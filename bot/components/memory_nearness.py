"""Which kind of fact a question is nearest to, by what it means and of which words it is made: learned, in all languages at once.

Shapes of questions reach what their authors thought of; what people ask besides is near to one that was asked before. It learns from
`bot/memory_examples/` and, as what asks for no memory, from the classifier's own examples. Figures: docs/decisions/0173.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import yaml

from components.meaning import weighed_meanings
from components.nearness import Nearness
from components.wording import Wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

EXAMPLES = Path(__file__).resolve().parents[1] / "memory_examples"
# Beside the kinds: something of which there is no kind, somebody else's, and what is no question for memory.
NOTHING_KEPT, OTHERS, OF_THE_SHOP = "nothing_kept", "others", "of_the_shop"
# So many of each of the classifier's intents, and of so many others those that would be taken for a question for memory.
_OF_EACH, _LOOKED_AT, _TAKEN_WRONGLY, _MOST_WRONG = 40, 6_000, 0.9, 600


@dataclass(frozen=True)
class Nearest:
    """``kind`` as the examples name it; ``likeness`` is near 1 for what an example asks, ``memory`` above 1 where nothing speaks for the shop's work."""

    kind: str
    likeness: float
    memory: float


def asked_examples() -> list[tuple[str, str]]:
    """Each question with its kind, in all languages."""
    found = []
    for path in sorted(EXAMPLES.glob("*.yml")):
        kinds: Mapping[str, Sequence[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [(text, kind) for kind, texts in kinds.items() for text in texts]
    return found


class MemoryNearness:
    """Knows nothing of Rasa."""

    def __init__(self) -> None:
        self._wording, self._near = Wording(), Nearness()
        self._kinds: list[str] = []

    def fit(self, asked: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> None:
        """``others`` are messages with their intents, none of which asks for memory."""
        by_intent: dict[str, list[str]] = defaultdict(list)
        for text, intent in others:
            by_intent[intent].append(text)
        drawn = random.Random(0)  # noqa: S311 - nothing secret
        some = [
            text
            for _, texts in sorted(by_intent.items())
            for text in drawn.sample(texts, min(len(texts), _OF_EACH))
        ]
        self._learn(asked, some)
        left = sorted({text for text, _ in others} - set(some))
        left = drawn.sample(left, min(len(left), _LOOKED_AT))
        wrong = [text for text, one in zip(left, self.nearest(left), strict=True) if _is_taken(one)]
        self._learn(asked, [*some, *wrong[:_MOST_WRONG]])

    def nearest(self, texts: Sequence[str]) -> list[Nearest]:
        """One for each text."""
        if not texts:
            return []
        scores = self._scores(texts)
        none = scores[:, self._kinds.index(OF_THE_SHOP)]
        best = scores.argmax(axis=1)
        return [
            Nearest(self._kinds[kind], float(row[kind]), 1.0 - float(shop))
            for kind, row, shop in zip(best, scores, none, strict=True)
        ]

    def _learn(self, asked: Sequence[tuple[str, str]], others: Sequence[str]) -> None:
        texts = [text for text, _ in asked] + list(others)
        kinds = [kind for _, kind in asked] + [OF_THE_SHOP] * len(others)
        self._kinds = sorted(set(kinds))
        self._near.fit(self._wording.fit(texts), weighed_meanings(texts), kinds)

    def _scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._near.scores(self._wording.of(texts), weighed_meanings(texts))


def _is_taken(one: Nearest) -> bool:
    return one.kind != OF_THE_SHOP and one.memory > _TAKEN_WRONGLY
