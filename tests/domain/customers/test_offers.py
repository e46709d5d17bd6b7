"""Pairs are named only where chance does not explain them, and offers never do worse than need be."""

from __future__ import annotations

from itertools import combinations
from math import comb
from random import Random

import pytest

from chat_server.domain.customers.offers import offers, popular, score
from chat_server.domain.customers.together import FEWEST_TOGETHER, count, pairs

SHELF = [f"P{number:02}" for number in range(30)]


def baskets(random: Random, customers: int = 300, affine: float = 0.0) -> list[frozenset[str]]:
    """Some things are bought more than others; with `affine`, whoever has P00 takes P29 as often."""
    weights = [1 / (1 + place) for place in range(len(SHELF))]
    made = []
    for _ in range(customers):
        basket = set(random.choices(SHELF, weights, k=random.randint(1, 6)))
        if "P00" in basket and random.random() < affine:
            basket.add("P29")
        made.append(frozenset(basket))
    return made


def test_where_taste_knows_no_pairs_none_are_named() -> None:
    named = looked = 0
    for seed in range(40):
        found, looked_at = pairs(count(baskets(Random(seed))))
        named += bool(found)
        looked += looked_at
    assert looked > 40 * 50
    # With no true pair at all, the share of shops in which any is named is what is kept to a twentieth.
    assert named <= 4


def test_a_pair_that_is_there_is_found_and_is_the_reason() -> None:
    bought = count(baskets(Random(1), affine=0.4))
    found, _ = pairs(bought)
    assert [(pair.first, pair.second) for pair in found] == [("P00", "P29")]
    assert found[0].lift > 1.5
    best = offers(bought, found, {"P00"}, len(SHELF))
    reasons = {one.sku: one.because for one in best if one.because}
    assert reasons == {"P29": "P00"}
    assert "P00" not in {one.sku for one in best}
    places = [one.sku for one in best]
    assert places.index("P29") < popular(bought, {"P00"}, len(SHELF)).index("P29")


def test_whom_nothing_is_known_of_is_offered_what_most_buy() -> None:
    bought = count(baskets(Random(2)))
    assert [one.sku for one in offers(bought, [], (), 5)] == popular(bought, (), 5)
    assert offers(count([]), [], {"P00"}, 5) == []
    assert score(count([]), (), "P00") == 0.0
    assert [one.sku for one in offers(bought, [], {"unheard of"}, 5)] == popular(bought, (), 5)


def test_the_chance_of_a_pair_is_fishers() -> None:
    """10 of 20 have one, 12 the other, 9 both."""
    made = [frozenset("ab")] * 9 + [frozenset("a")] + [frozenset("b")] * 3 + [frozenset("c")] * 7
    found, looked_at = pairs(count(made))
    exact = sum(comb(10, k) * comb(10, 12 - k) for k in (9, 10)) / comb(20, 12)
    assert looked_at == 3
    assert found[0].chance == pytest.approx(exact)
    assert found[0].lift == pytest.approx(9 * 20 / (10 * 12))


def test_few_together_prove_nothing() -> None:
    few = [frozenset("ab")] * (FEWEST_TOGETHER - 1) + [frozenset("c")] * 500
    assert pairs(count(few)) == ([], 0)


def test_who_buys_the_whole_shop_makes_no_pairs() -> None:
    whole = frozenset(f"{a}{b}" for a, b in combinations("abcdefghijklmn", 2))
    assert not count([whole] * 10).both
