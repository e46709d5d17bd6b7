"""Whether the next best offer beats the bestsellers: `python -m evaluation.offers`, on orders held out.

Every customer's last order is held out. From all orders before it an offer is made, of products the customer did not have, and
counted a hit if the order held it. First on the demo shop's own orders, whose baskets are drawn at random, so that nothing can be learned
from them; then on the same shop with a taste planted in it, to see whether what is there is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from math import sqrt
from random import Random

from chat_server.demo.catalogue import products
from chat_server.demo.customers import customers
from chat_server.demo.orders import orders
from chat_server.domain.customers.offers import offers, popular
from chat_server.domain.customers.purchases import Purchase, by_customer
from chat_server.domain.customers.together import Bought, Pair, count, pairs
from chat_server.domain.shop import OrderStatus

_NOW = datetime(2026, 11, 1, tzinfo=UTC)
_SHOWN = (1, 3, 5)
_SEEDS = 20
# In the planted shop: how often an order gets what goes with something the customer already has.
_TASTE = 0.5


@dataclass
class Tried:
    """Hits by how many were shown, of tries; a try is a customer whose last order held something new."""

    tries: int = 0
    best: Counter[int] = field(default_factory=Counter)
    common: Counter[int] = field(default_factory=Counter)
    only_best: Counter[int] = field(default_factory=Counter)
    only_common: Counter[int] = field(default_factory=Counter)
    reasons: int = 0
    pairs: int = 0
    looked_at: int = 0


def main() -> None:
    print(f"Mean over {_SEEDS} draws of the demo shop's orders; a try is a customer's last order.")
    _tell("demo shop, as seeded", lambda seed: _demo(Random(seed)))  # noqa: S311 - made-up orders
    _tell("demo shop with a planted taste", lambda seed: _planted(Random(seed)))  # noqa: S311 - as above


def _demo(random: Random) -> list[Purchase]:
    goods, people = products(random), customers(random)
    return [
        Purchase(
            order.customer_id,
            order.placed_at,
            order.total_cents,
            frozenset(str(line["sku"]) for line in order.items),
        )
        for order in orders(goods, people, random, _NOW)
        if order.status is not OrderStatus.CANCELLED
    ]


def _planted(random: Random) -> list[Purchase]:
    """Each product has one that goes with it."""
    bought = _demo(random)
    shelf = sorted({sku for one in bought for sku in one.skus})
    goes_with = dict(zip(shelf, random.sample(shelf, len(shelf)), strict=True))
    made = []
    for own in by_customer(bought).values():
        had: set[str] = set()
        for one in own:
            skus = set(one.skus)
            if had and random.random() < _TASTE:
                skus.add(goes_with[random.choice(sorted(had))])
            had |= skus
            made.append(replace(one, skus=frozenset(skus)))
    return made


def _tell(name: str, shop: Callable[[int], list[Purchase]]) -> None:
    total = Tried()
    for seed in range(_SEEDS):
        _add(total, _try(shop(seed)))
    print(f"\n{name}: {total.tries} tries")
    print(
        f"  pairs named: {total.pairs / _SEEDS:.1f} of {total.looked_at / _SEEDS:.0f} that might have been;"
        f" first offers with a reason: {total.reasons / total.tries:.1%}"
    )
    for shown in _SHOWN:
        best, common = total.best[shown] / total.tries, total.common[shown] / total.tries
        apart = total.only_best[shown] + total.only_common[shown]
        # The same tries are counted on both sides, so the difference is McNemar's.
        spread = 1.96 * sqrt(apart) / total.tries
        print(
            f"  shown {shown}: next best {best:6.2%}, most popular {common:6.2%},"
            f" difference {best - common:+.2%} ± {spread:.2%}"
        )


def _try(purchases: Sequence[Purchase]) -> Tried:
    made, by = Tried(), by_customer(purchases)
    held_out = {who: own[-1] for who, own in by.items() if len(own) > 1}
    # What is held out of one may not teach about another, or the future would be known.
    before = {
        who: frozenset().union(*(one.skus for one in (own[:-1] if who in held_out else own)))
        for who, own in by.items()
    }
    bought = count(before.values())
    found, made.looked_at = pairs(bought)
    made.pairs = len(found)
    for who, last in held_out.items():
        fresh = last.skus - before[who]
        if fresh:
            _count(made, bought, found, before[who], fresh)
    return made


def _count(
    made: Tried, bought: Bought, found: list[Pair], own: frozenset[str], fresh: frozenset[str]
) -> None:
    most = max(_SHOWN)
    best = offers(bought, found, own, most)
    common = popular(bought, own, most)
    made.tries += 1
    made.reasons += best[0].because is not None
    for shown in _SHOWN:
        hit = any(one.sku in fresh for one in best[:shown])
        usual = any(sku in fresh for sku in common[:shown])
        made.best[shown] += hit
        made.common[shown] += usual
        made.only_best[shown] += hit and not usual
        made.only_common[shown] += usual and not hit


def _add(total: Tried, one: Tried) -> None:
    total.tries += one.tries
    total.reasons += one.reasons
    total.pairs += one.pairs
    total.looked_at += one.looked_at
    total.best += one.best
    total.common += one.common
    total.only_best += one.only_best
    total.only_common += one.only_common


if __name__ == "__main__":
    main()
