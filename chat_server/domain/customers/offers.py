"""The next best offer: what a customer without it is likeliest to buy, and why.

How likely is counted from what others bought who have one of the same products, drawn towards what everybody buys until there is enough
to say otherwise: a shop without taste in its orders gets its bestsellers, and no worse. A reason is given only where a pair
is one that chance does not explain.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from .together import Bought, Pair

# Others' purchases weigh as much as this many customers of the product itself.
_DRAWN = 25.0


@dataclass(frozen=True)
class Offer:
    """`because` is a product they have that goes with it; None: it is what most people buy."""

    sku: str
    score: float
    because: str | None
    lift: float | None


def popular(bought: Bought, own: Collection[str], most: int) -> list[str]:
    """What most people have and they have not."""
    ranked = sorted(bought.alone, key=lambda sku: (-bought.alone[sku], sku))
    return [sku for sku in ranked if sku not in own][:most]


def offers(bought: Bought, found: Sequence[Pair], own: Collection[str], most: int) -> list[Offer]:
    """Best first, nothing they have already."""
    reasons = _reasons(found, own)
    scored = [
        Offer(sku, score(bought, own, sku), *reasons.get(sku, (None, None)))
        for sku in bought.alone
        if sku not in own
    ]
    scored.sort(key=lambda one: (-one.score, one.sku))
    return scored[:most]


def score(bought: Bought, own: Collection[str], sku: str) -> float:
    """The mean, over what they have, of how many who have that have this too."""
    everybody = bought.alone[sku] / bought.customers if bought.customers else 0.0
    if not own:
        return everybody
    return sum(
        (bought.together(have, sku) + _DRAWN * everybody) / (bought.alone[have] + _DRAWN)
        for have in own
    ) / len(own)


def _reasons(found: Sequence[Pair], own: Collection[str]) -> Mapping[str, tuple[str, float]]:
    """By product, the strongest pair that leads there."""
    reasons: dict[str, tuple[str, float]] = {}
    for pair in found:
        for have, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if have in own and other not in own and pair.lift > reasons.get(other, ("", 0.0))[1]:
                reasons[other] = (have, pair.lift)
    return reasons
