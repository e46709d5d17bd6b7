"""How far what was found can be believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul

from chat_server.domain.facts.fact import SURE

from .found import Found

# So sure is nobody that an agent's word would count less.
_MOST = 0.95
_FAR_OFF = 60.0
# Of what nothing is known, less is believed.
_UNKNOWN = -1.0
# Just not enough to count.
_UNSURE = SURE - 0.01


@dataclass(frozen=True)
class Certainty:
    """How much of what is found is right, learned from lines that nothing else was learned from.

    `kinds` have what each is believed by itself, and what more or less of it each evidence weighs. From `limit` on it
    counts; of what rules heard everything below it is in doubt.
    """

    base: float
    evidence: Sequence[float]
    kinds: Mapping[str, Sequence[float]]
    languages: Mapping[str, float]
    limit: float

    def of(self, found: Found, language: str) -> float:
        """The share that is right."""
        alone, *weights = self.kinds.get(found.key, (_UNKNOWN,))
        weighed = sum(map(mul, self.evidence, found.evidence))
        weighed += sum(map(mul, weights, found.evidence))
        return share_of(self.base + weighed + alone + self.languages.get(language, _UNKNOWN))

    def confidence(self, share: float) -> float:
        """On the scale of statements, on which the limit is where they count."""
        if share < self.limit:
            return round(min(share, _UNSURE), 3)
        above = (share - self.limit) / (1 - self.limit)
        return round(min(SURE + above * (1 - SURE), _MOST), 3)


def share_of(odds: float) -> float:
    """The chance that these odds mean, which are logarithms."""
    return 1 / (1 + exp(-max(odds, -_FAR_OFF)))
