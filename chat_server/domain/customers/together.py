"""What is bought together more often than chance would have it.

Lift compares how often two products are in one customer's purchases with how often they would be if neither knew of
the other. With many products many pairs look good by luck, so a pair counts only if enough customers bought both, and if its exact
chance (Fisher's, one-sided) survives Benjamini and Hochberg's correction for all pairs that were looked at (Journal of the
Royal Statistical Society B 57, 1995).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from math import comb, exp, fsum, lgamma

FEWEST_TOGETHER = 5
FALSE_SHARE = 0.05
# Whoever has more than that buys for others; their pairs say nothing and are many.
_MOST_OWN = 60


@dataclass(frozen=True)
class Pair:
    """`both` customers of `of` bought both; `chance` is how likely as many would be by luck."""

    first: str
    second: str
    both: int
    first_buyers: int
    second_buyers: int
    of: int
    chance: float

    @property
    def lift(self) -> float:
        """1 is as often as chance."""
        return self.both * self.of / (self.first_buyers * self.second_buyers)


@dataclass(frozen=True)
class Bought:
    """What customers own: how many have each product, and each two."""

    customers: int
    alone: Counter[str]
    both: Counter[tuple[str, str]]

    def together(self, first: str, second: str) -> int:
        """How many have both."""
        return self.both[(min(first, second), max(first, second))]


def count(baskets: Iterable[frozenset[str]]) -> Bought:
    """Of each customer's products."""
    alone: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    customers = 0
    for basket in baskets:
        customers += 1
        alone.update(basket)
        if len(basket) <= _MOST_OWN:
            both.update(combinations(sorted(basket), 2))
    return Bought(customers, alone, both)


def pairs(bought: Bought) -> tuple[list[Pair], int]:
    """Those that chance does not explain, strongest first, and of how many that might have been.

    Every pair of products that enough customers have counts as looked at, also where few have both: to count only
    those that turned out often together would be to look first and bet afterwards.
    """
    sold = sum(1 for buyers in bought.alone.values() if buyers >= FEWEST_TOGETHER)
    possible = comb(sold, 2)
    looked_at = [
        Pair(
            first,
            second,
            both,
            bought.alone[first],
            bought.alone[second],
            bought.customers,
            _tail(both, bought.alone[first], bought.alone[second], bought.customers),
        )
        for (first, second), both in bought.both.items()
        if both >= FEWEST_TOGETHER
    ]
    looked_at.sort(key=lambda pair: (pair.chance, pair.first, pair.second))
    kept = 0
    for rank, pair in enumerate(looked_at, start=1):
        if pair.chance <= FALSE_SHARE * rank / possible:
            kept = rank
    found = [pair for pair in looked_at[:kept] if pair.lift > 1]
    return sorted(found, key=lambda pair: (-pair.lift, pair.first, pair.second)), possible


def _tail(both: int, first: int, second: int, of: int) -> float:
    """As many or more in common, of two draws that know nothing of each other."""
    return min(
        1.0,
        fsum(
            exp(_ways(first, shared) + _ways(of - first, second - shared) - _ways(of, second))
            for shared in range(both, min(first, second) + 1)
            if second - shared <= of - first
        ),
    )


def _ways(of: int, taken: int) -> float:
    return lgamma(of + 1) - lgamma(taken + 1) - lgamma(of - taken + 1)
