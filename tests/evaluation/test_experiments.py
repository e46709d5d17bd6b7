"""The simulation of experiments, in small."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from evaluation.experiments import ALIKE, DIFFERENT, World, alarmed, play

_EVEN = (0.5, 0.5)


@pytest.mark.parametrize("world", [ALIKE[1], ALIKE[5], DIFFERENT[2]], ids=lambda one: one.name)
def test_looks_that_are_left_out_would_have_found_nothing(world: World) -> None:
    small = replace(world, people=1_500)
    for seed in range(6):
        assert play(small, Random(seed)) == play(small, Random(seed), skip=False)


def test_who_looks_after_every_person_is_rarely_fooled() -> None:
    """One look made for the end would be fooled in every third of these."""
    small = replace(ALIKE[2], people=3_000)
    assert sum(play(small, Random(seed)).wrong for seed in range(40)) <= 5


def test_a_spoilt_deal_is_noticed_and_a_fair_one_is_not() -> None:
    assert all(alarmed(_EVEN, (0.55, 0.45), 5_000, Random(seed)) for seed in range(10))
    assert sum(alarmed(_EVEN, _EVEN, 2_000, Random(seed)) for seed in range(20)) <= 3
