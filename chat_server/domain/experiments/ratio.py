"""Whether people were dealt as the weights say: if not, something eats some of them, and nothing can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp, log, sqrt

# An alarm is false in no more than one experiment of twenty, over its whole life.
FALSE_ALARMS = 0.05
# A bet on a little less than what shall be noticed (52 in 48 of an even deal) notices it soonest; for uneven weights
# it is as many standard deviations.
_SHIFT = 0.032
# Of the bets, so much is on any other deal; as firmly on the weights as so many people would be.
_ANYWHERE, _FIRMNESS = 0.1, 200
_PAIR = 2


class RatioWatch:
    """Looks after every person; what it has once seen stays seen.

    The evidence is the mean of ratios of likelihoods to that of the weights: of simple alternatives, each of them one
    variant with a few people too many or too few, and of a Dirichlet mixture for everything else. Each ratio is a
    nonnegative martingale from 1 while the weights are true, so is their mean, and that one passes 1/a at any time
    with a chance of a at most (Ville, 1939). The Dirichlet part is the test of Lindon and Malek, Anytime-valid
    inference for multinomial count data, NeurIPS 35 (2022); betting on chosen alternatives beside it as in section 2
    of Grünwald, de Heide and Koolen, Safe testing, JRSS B 86 (2024), 1091-1128.
    """

    def __init__(self, weights: Sequence[float]) -> None:
        self._weights = list(weights)
        alternatives = list(_alternatives(weights))
        self._steps = [
            [log(p / w) for p, w in zip(alternative, weights, strict=True)]
            for alternative in alternatives
        ]
        self._logs = [0.0] * len(alternatives)
        self._anywhere = 0.0
        self._most = 0.0
        self._people = 0
        self.counts = [0] * len(self._weights)

    def see(self, variant: int) -> None:
        """One more person, in this variant."""
        weight, count = self._weights[variant], self.counts[variant]
        self._anywhere += log((_FIRMNESS + count / weight) / (_FIRMNESS + self._people))
        self._logs = [
            held + step[variant] for held, step in zip(self._logs, self._steps, strict=True)
        ]
        self.counts[variant] += 1
        self._people += 1
        # A mean is no more than the largest.
        if max(self._anywhere, *self._logs) > self._most:
            self._most = max(self._most, self._log_evidence())

    def _log_evidence(self) -> float:
        chosen = (1 - _ANYWHERE) / len(self._logs)
        top = max(self._anywhere, *self._logs)
        parts = sum(exp(each - top) for each in self._logs)
        return top + log(chosen * parts + _ANYWHERE * exp(self._anywhere - top))

    @property
    def evidence(self) -> float:
        """How many times likelier this deal is under the bets than under the weights."""
        return exp(self._log_evidence())

    @property
    def alarm(self) -> bool:
        return self._most >= -log(FALSE_ALARMS)

    @property
    def chance(self) -> float:
        """At most how likely so uneven a deal was at any time, were the weights true; a p-value for every look."""
        return exp(-self._most)


def watched(weights: Sequence[float], deal: Iterable[int]) -> RatioWatch:
    """After everybody in the order in which they came."""
    watch = RatioWatch(weights)
    for variant in deal:
        watch.see(variant)
    return watch


def _alternatives(weights: Sequence[float]) -> Iterator[list[float]]:
    """Each variant with too many and with too few; of two, one's too many are the other's too few."""
    for variant, weight in enumerate(weights[:-1] if len(weights) == _PAIR else weights):
        for sign in (1, -1):
            moved = weight + sign * min(_SHIFT * sqrt(weight * (1 - weight)), weight / 2)
            rest = (1 - moved) / (1 - weight)
            yield [moved if other == variant else each * rest for other, each in enumerate(weights)]
