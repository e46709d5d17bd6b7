"""Intervals, against the examples that were published with their formulas."""

from __future__ import annotations

import pytest

from chat_server.domain.lift.intervals import (
    Interval,
    Mean,
    newcombe,
    student,
    welch,
    welch_freedom,
    wilson,
)


@pytest.mark.parametrize(
    ("count", "size", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_in_table_one_of_newcombe(count: int, size: int, low: float, high: float) -> None:
    found = wilson(count / size, size, 0.95)
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_differences_as_in_table_two_of_newcombe(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    found = newcombe(*(wilson(count / size, size, 0.95) for count, size in (one, other)))
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


@pytest.mark.parametrize(
    ("level", "freedom", "quantile"),
    [
        (0.95, 5, 2.571),
        (0.95, 10, 2.228),
        (0.95, 30, 2.042),
        (0.95, 60, 2.000),
        (0.95, 120, 1.980),
        (0.99, 30, 2.750),
    ],
)
def test_students_t_as_in_the_tables(level: float, freedom: float, quantile: float) -> None:
    assert student(level, freedom) == pytest.approx(quantile, abs=1.1e-3)


def test_welch_as_in_the_nist_handbook() -> None:
    """Miles per gallon of cars from the USA and from Japan (AUTO83B): T = -12.94627 with 136.8750 degrees."""
    usa, japan = Mean(20.14458, 6.41470**2 / 249, 249), Mean(30.48101, 6.10771**2 / 79, 79)
    found = welch(usa, japan, 0.95)
    assert welch_freedom(usa, japan) == pytest.approx(136.8750, abs=1e-3)
    deviation = (usa.variance + japan.variance) ** 0.5
    assert found.value / deviation == pytest.approx(-12.94627, abs=1e-4)
    assert (found.high - found.low) / 2 / deviation == pytest.approx(1.9774, abs=1e-4)


def test_two_means_without_any_spread_differ_by_what_they_differ() -> None:
    assert welch(Mean(5, 0, 40), Mean(4, 0, 40), 0.95) == Interval(1, 1, 1)


@pytest.mark.parametrize(("low", "high", "side"), [(0.1, 0.2, 1), (-0.2, -0.1, -1), (-0.1, 0.1, 0)])
def test_an_interval_says_on_which_side_of_zero_it_is(low: float, high: float, side: int) -> None:
    assert Interval(0, low, high).side == side
