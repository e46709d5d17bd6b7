"""How much a customer will spend on a purchase, by the gamma-gamma model.

Purchases of one customer vary by a gamma distribution around a mean of their own, and means are spread by another one;
how much and how often have nothing to do with each other, which is to be looked at before it is believed. The likelihood and
the expected mean are those of P. Fader, B. Hardie and K. Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis,
Journal of Marketing Research 42 (2005), as set out in P. Fader and B. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013),
equations 1a and 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, isfinite, lgamma, log

from .repeat import FEWEST_REPEATERS
from .simplex import Point, minimise

_FARTHEST = 12.0


@dataclass(frozen=True)
class SpendModel:
    """`gamma` in the unit of the values."""

    p: float
    q: float
    gamma: float

    def expected(self, repeats: int, mean: float) -> float:
        """The mean value of purchases to come: between the customer's own and everybody's."""
        most = self.p * repeats + self.q - 1
        return self.p * (self.gamma + mean * repeats) / most if most > 0 else mean


def fit(seen: Sequence[tuple[int, float]]) -> SpendModel | None:
    """The likeliest parameters for (repeats, their mean value); None where too few came again to tell."""
    known = [(repeats, mean) for repeats, mean in seen if repeats and mean > 0]
    if len(known) < FEWEST_REPEATERS:
        return None
    # In units of the mean, so that one start fits cents and dollars alike.
    unit = fsum(mean for _, mean in known) / len(known)
    rows = [(repeats, mean / unit) for repeats, mean in known]

    def unlikeliness(point: Point) -> float:
        if max(map(abs, point)) > _FARTHEST:
            return float("inf")
        return -log_likelihood(SpendModel(*map(exp, point)), rows)

    p, q, gamma = map(exp, minimise(unlikeliness, (0.0, 0.7, 0.0)))
    return SpendModel(p, q, gamma * unit)


def log_likelihood(model: SpendModel, rows: Sequence[tuple[int, float]]) -> float:
    """Of (repeats, mean value), every one with repeats."""
    p, q, gamma = model.p, model.q, model.gamma
    # What hangs on the number of repeats alone, of which there are few.
    heads = {
        x: lgamma(p * x + q) - lgamma(p * x) - lgamma(q) + q * log(gamma)
        for x in {x for x, _ in rows}
    }
    total = fsum(
        heads[x] + (p * x - 1) * log(mean) + p * x * log(x) - (p * x + q) * log(gamma + mean * x)
        for x, mean in rows
    )
    return total if isfinite(total) else float("-inf")
