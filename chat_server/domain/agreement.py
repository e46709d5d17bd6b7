"""How far two coders agree beyond chance, on codes that have no order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

_Z = 1.959964
_RESAMPLES = 1000
_TAIL = 0.025


@dataclass(frozen=True)
class Estimate:
    """A value and its 95 % interval; None where there is nothing to tell it from chance."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Agreement:
    """`counts`: first coder's code, second coder's code, and how often both were given together."""

    units: int
    same: int
    kappa: Estimate
    alpha: Estimate
    counts: tuple[tuple[str, str, int], ...]


def agreement(pairs: Sequence[tuple[str, str]], seed: int) -> Agreement:
    """Of the codes that both gave to the same dialogues; `seed` draws the interval of alpha."""
    counts = Counter(pairs)
    return Agreement(
        units=len(pairs),
        same=sum(1 for first, second in pairs if first == second),
        kappa=kappa(pairs),
        alpha=Estimate(alpha(pairs), *_resampled(pairs, seed)),
        counts=tuple((first, second, counts[first, second]) for first, second in sorted(counts)),
    )


def kappa(pairs: Sequence[tuple[str, str]]) -> Estimate:
    """Cohen's kappa, (p_o - p_e) / (1 - p_e), p_e from each coder's own shares.

    Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37-46.
    The interval is normal, with the large-sample variance of Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969): Large
    sample standard errors of kappa and weighted kappa. Psychological Bulletin 72, 323-327, formula 13.
    """
    if not pairs:
        return Estimate(None)
    n = len(pairs)
    codes = sorted({code for pair in pairs for code in pair})
    cells = {pair: count / n for pair, count in Counter(pairs).items()}
    first = {code: sum(p for (a, _), p in cells.items() if a == code) for code in codes}
    second = {code: sum(p for (_, b), p in cells.items() if b == code) for code in codes}
    observed = sum(cells.get((code, code), 0.0) for code in codes)
    expected = sum(first[code] * second[code] for code in codes)
    if expected >= 1:
        return Estimate(None)
    value = (observed - expected) / (1 - expected)
    agreeing = sum(
        cells.get((code, code), 0.0)
        * ((1 - expected) - (first[code] + second[code]) * (1 - observed)) ** 2
        for code in codes
    )
    differing = (1 - observed) ** 2 * sum(
        p * (second[a] + first[b]) ** 2 for (a, b), p in cells.items() if a != b
    )
    rest = (observed * expected - 2 * expected + observed) ** 2
    variance = max(0.0, agreeing + differing - rest) / (n * (1 - expected) ** 4)
    half = _Z * sqrt(variance)
    return Estimate(value, max(-1.0, value - half), min(1.0, value + half))


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha for nominal codes of two coders without gaps, 1 - D_o / D_e by the coincidence matrix.

    Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, sections A and B:
    1 - (N - 1) (N - sum of o_cc) / (N^2 - sum of n_c^2), N the number of codes given. None where all codes are one.
    """
    given = Counter(code for pair in pairs for code in pair)
    total = 2 * len(pairs)
    by_chance = total**2 - sum(count**2 for count in given.values())
    if by_chance == 0:
        return None
    same = 2 * sum(1 for first, second in pairs if first == second)
    return 1 - (total - 1) * (total - same) / by_chance


def _resampled(pairs: Sequence[tuple[str, str]], seed: int) -> tuple[float | None, float | None]:
    """Percentiles of alpha over dialogues drawn anew with replacement.

    Efron, B., & Tibshirani, R. J. (1993): An Introduction to the Bootstrap, chapter 13.
    """
    if len(set(pairs)) < 2:  # noqa: PLR2004 - nothing varies
        return None, None
    drawn = random.Random(seed)  # noqa: S311 - the same every time
    values = [alpha(drawn.choices(pairs, k=len(pairs))) for _ in range(_RESAMPLES)]
    known = sorted(value for value in values if value is not None)
    return known[int(_TAIL * len(known))], known[min(len(known) - 1, int((1 - _TAIL) * len(known)))]
