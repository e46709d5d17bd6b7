"""The watch over the deal."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.experiments.ratio import FALSE_ALARMS, RatioWatch, watched

EVEN = (0.5, 0.5)


def test_a_fair_deal_is_quiet() -> None:
    watch = watched(EVEN, [0, 1] * 5_000)
    assert not watch.alarm
    assert watch.counts == [5_000, 5_000]


def test_one_that_loses_many_is_told_soon() -> None:
    assert watched(EVEN, [0] * 9).chance > FALSE_ALARMS
    assert watched(EVEN, [0, 0, 1] * 70).alarm


def test_what_was_seen_stays_seen() -> None:
    watch = watched(EVEN, [0] * 60)
    for _ in range(60):
        watch.see(1)
    assert watch.counts == [60, 60]
    assert watch.alarm


@given(st.lists(st.floats(0.05, 1), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_evidence_is_a_fair_bet(raw: list[float], random: Random) -> None:
    """Whatever came before, the expected factor of the next person is 1, were the weights true."""
    weights = [one / sum(raw) for one in raw]
    before = random.choices(range(len(weights)), k=30)

    def evidence(deal: list[int]) -> float:
        watch = RatioWatch(weights)
        for variant in deal:
            watch.see(variant)
        return watch.evidence

    expected = sum(weight * evidence([*before, variant]) for variant, weight in enumerate(weights))
    assert expected == pytest.approx(evidence(before), rel=1e-9)
