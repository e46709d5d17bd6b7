"""Intervals for every look, against published numbers and against themselves."""

from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.experiments.sequences import (
    Tally,
    difference,
    halfwidth,
    interval,
)
from chat_server.domain.lift.intervals import normal

SIZES = st.integers(1, 100_000)
SHARES = st.floats(0, 1)


def tally(people: int, share: float) -> Tally:
    good = round(people * share)
    return Tally(people, good, good)


@given(st.floats(1e-8, 0.25), st.floats(0.001, 1), st.floats(0.5, 0.999))
def test_at_its_edge_the_mixture_ratio_is_just_one_in_alpha(
    variance: float, scale: float, level: float
) -> None:
    """The statistic as Johari et al. print it: sqrt(V/(V+t²)) exp(t²d²/(2V(V+t²)))."""
    edge, mixed = halfwidth(variance, scale, level), scale * scale
    ratio = -log((variance + mixed) / variance) / 2
    ratio += mixed * edge**2 / (2 * variance * (variance + mixed))
    assert ratio == pytest.approx(log(1 / (1 - level)), rel=1e-9)


@given(st.floats(1e-8, 0.25), st.floats(0.001, 1))
def test_looking_always_costs_width(variance: float, scale: float) -> None:
    assert halfwidth(variance, scale, 0.95) > normal(0.95) * sqrt(variance)
    assert halfwidth(variance, scale, 0.99) > halfwidth(variance, scale, 0.95)


@given(SIZES, SHARES, SIZES, SHARES)
def test_the_two_directions_mirror_each_other(n: int, p: float, m: int, q: float) -> None:
    one, other = tally(n, p), tally(m, q)
    there, back = difference(one, other, 0.05), difference(other, one, 0.05)
    assert (there.value, there.low) == pytest.approx((-back.value, -back.high))
    assert -1 <= there.low <= there.value <= there.high <= 1


@given(SIZES, SHARES)
def test_a_share_stays_between_none_and_all(people: int, share: float) -> None:
    found = interval(tally(people, share), 0.05)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_nobody_ever_answering_is_not_certainty() -> None:
    assert tally(30, 0).variance > 0
    assert tally(30, 1).variance == pytest.approx(tally(30, 0).variance)


def test_tallies_add_up() -> None:
    assert Tally(2, 1, 1) + Tally(3, 2, 2) == Tally(5, 3, 3)
    assert not Tally(29, 0, 0).enough
    assert Tally(30, 0, 0).enough
    assert Tally().mean == 0
