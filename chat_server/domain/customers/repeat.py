"""How often a customer will buy again, by the BG/NBD model.

While alive a customer buys at random at a rate of their own, and after each purchase may be gone for good with a chance of
their own; rates are spread by a gamma distribution (r, alpha), chances by a beta distribution (a, b). The likelihood and what is
expected are those of P. Fader, B. Hardie and K. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005), their
equations 6 and 10; who is alive is from their note of 2008, "Computing P(alive) Using the BG/NBD Model".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, fsum, isfinite, lgamma, log, log1p

from .simplex import Point, minimise

# Four numbers cannot be told from fewer people who came again.
FEWEST_REPEATERS = 20
_START = (0.0, 1.0, 0.0, 0.0)
# Farther out, in logarithms, the likelihood is as good as flat and a rate as good as the same for everybody.
_FARTHEST = 12.0
_NEARLY_ONE = 1e-6
_TERMS = 20_000
_SMALL = 1e-12


@dataclass(frozen=True)
class RepeatModel:
    """The four parameters, times in weeks."""

    r: float
    alpha: float
    a: float
    b: float

    def alive(self, repeats: int, last: float, age: float) -> float:
        """The chance that the customer is still one; who never came again is, as far as the model can see."""
        if repeats == 0:
            return 1.0
        odds = log(self.a / (self.b + repeats - 1)) + (self.r + repeats) * log(
            (self.alpha + age) / (self.alpha + last)
        )
        return 1 / (1 + exp(odds)) if odds < 0 else exp(-odds) / (1 + exp(-odds))

    def expected(self, repeats: int, last: float, age: float, weeks: float) -> float:
        """Purchases in the weeks to come."""
        return self.alive(repeats, last, age) * self.expected_alive(repeats, age, weeks)

    def expected_alive(self, repeats: int, age: float, weeks: float) -> float:
        """Of a customer who is known to be alive."""
        a = self.a if abs(self.a - 1) > _NEARLY_ONE else 1 + _NEARLY_ONE
        whole = self.alpha + age + weeks
        factor = (a + self.b + repeats - 1) / (a - 1)
        shrink = exp((self.r + repeats) * log((self.alpha + age) / whole))
        series = hypergeometric(
            self.r + repeats, self.b + repeats, a + self.b + repeats - 1, weeks / whole
        )
        return max(0.0, factor * (1 - shrink * series))


def fit(histories: Iterable[tuple[int, float, float]]) -> RepeatModel | None:
    """The likeliest parameters for (repeats, last, age); None where too few came again to tell."""
    counted = Counter(histories)
    if sum(count for (repeats, _, _), count in counted.items() if repeats) < FEWEST_REPEATERS:
        return None
    rows = sorted(counted.items())

    def unlikeliness(point: Point) -> float:
        if max(map(abs, point)) > _FARTHEST:
            return float("inf")
        return -log_likelihood(RepeatModel(*map(exp, point)), rows)

    return RepeatModel(*map(exp, minimise(unlikeliness, _START)))


def log_likelihood(
    model: RepeatModel, rows: Iterable[tuple[tuple[int, float, float], int]]
) -> float:
    """Of histories and how often each occurs."""
    r, alpha, a, b = model.r, model.alpha, model.a, model.b
    of_repeats: dict[int, tuple[float, float]] = {}
    # Times are whole days: far fewer than histories.
    grown: dict[float, float] = {}
    terms = []
    for (repeats, last, age), count in rows:
        known = of_repeats.get(repeats)
        if known is None:
            known = of_repeats[repeats] = (
                lgamma(r + repeats)
                - lgamma(r)
                + r * log(alpha)
                + lgamma(a + b)
                + lgamma(b + repeats)
                - lgamma(b)
                - lgamma(a + b + repeats),
                log(a) - log(b + repeats - 1) if repeats else 0.0,
            )
        either, left = known
        since_first = grown.get(age)
        if since_first is None:
            since_first = grown[age] = log(alpha + age)
        stayed = -(r + repeats) * since_first
        if repeats:
            to_last = grown.get(last)
            if to_last is None:
                to_last = grown[last] = log(alpha + last)
            left -= (r + repeats) * to_last
            higher, lower = (stayed, left) if stayed >= left else (left, stayed)
            stayed = higher + log1p(exp(lower - higher))
        terms.append(count * (either + stayed))
    total = fsum(terms)
    return total if isfinite(total) else float("-inf")


def hypergeometric(a: float, b: float, c: float, z: float) -> float:
    """Gauss's 2F1 by its series, for 0 <= z < 1."""
    term = total = 1.0
    for n in range(_TERMS):
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
        total += term
        if abs(term) < _SMALL * abs(total):
            break
    return total
