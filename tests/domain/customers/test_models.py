"""What is fitted to the CDNOW summary is what was published of it."""

from __future__ import annotations

import csv
from math import exp, lgamma, log
from pathlib import Path
from random import Random

import pytest

from chat_server.domain.customers import repeat, spend
from chat_server.domain.customers.repeat import RepeatModel, hypergeometric
from chat_server.domain.customers.simplex import minimise

CDNOW = Path(__file__).parents[3] / "evaluation" / "cdnow" / "customers.csv"
PUBLISHED = RepeatModel(r=0.243, alpha=4.414, a=0.793, b=2.426)


def customers() -> list[tuple[int, float, float, float]]:
    with CDNOW.open() as file:
        return [
            (int(row["repeats"]), float(row["last"]), float(row["age"]), float(row["mean_value"]))
            for row in csv.DictReader(file)
        ]


def test_repeat_purchases_are_as_published() -> None:
    """Fader, Hardie and Lee 2005, table 2; and the log-likelihood beside it."""
    rows = customers()
    assert len(rows) == 2_357
    model = repeat.fit(row[:3] for row in rows)
    assert model is not None
    assert model.r == pytest.approx(0.243, abs=0.0005)
    assert model.alpha == pytest.approx(4.414, abs=0.0005)
    assert model.a == pytest.approx(0.793, abs=0.0005)
    assert model.b == pytest.approx(2.426, abs=0.0005)
    total = repeat.log_likelihood(model, [(row[:3], 1) for row in rows])
    assert total == pytest.approx(-9582.4, abs=0.05)


def test_spending_is_as_published() -> None:
    """Fader and Hardie 2013, section 4."""
    rows = [(row[0], row[3]) for row in customers()]
    model = spend.fit(rows)
    assert model is not None
    assert model.p == pytest.approx(6.25, abs=0.005)
    assert model.q == pytest.approx(3.74, abs=0.005)
    # The likelihood's own peak is at 15.449; they stopped a little short of it.
    assert model.gamma == pytest.approx(15.44, abs=0.01)
    known = [row for row in rows if row[0]]
    gained = spend.log_likelihood(model, known) - spend.log_likelihood(
        spend.SpendModel(6.25, 3.74, 15.44), known
    )
    assert 0 <= gained < 0.01
    in_cents = spend.fit([(repeats, mean * 100) for repeats, mean in rows])
    assert in_cents is not None
    assert in_cents.gamma == pytest.approx(1544, abs=1)


def test_what_is_expected_of_a_customer_is_as_published() -> None:
    """The worked example of the paper's spreadsheet: x = 2, t_x = 30.43, T = 38.86, 39 weeks on."""
    assert PUBLISHED.expected(2, 30.43, 38.86, 39) == pytest.approx(1.226, abs=0.001)
    assert spend.SpendModel(6.25, 3.74, 15.44).expected(2, 22.35) == pytest.approx(24.66, abs=0.01)


def test_who_was_not_seen_for_long_is_less_likely_alive() -> None:
    chances = [PUBLISHED.alive(5, last, 40) for last in (5, 15, 25, 39)]
    assert chances == sorted(chances)
    assert chances[0] < 0.05
    assert chances[-1] > 0.7
    assert PUBLISHED.alive(0, 0, 400) == 1.0
    assert PUBLISHED.alive(400, 1, 4_000) == pytest.approx(0, abs=1e-9)


def test_expectations_agree_with_a_simulation() -> None:
    """People drawn from the model's own distributions, those with one history counted afterwards."""
    random, kept = Random(20), []
    for _ in range(60_000):
        rate = random.gammavariate(PUBLISHED.r, 1 / PUBLISHED.alpha)
        gone = random.betavariate(PUBLISHED.a, PUBLISHED.b)
        times: list[float] = []
        now, alive = 0.0, True
        while alive and len(times) < 60:
            now += random.expovariate(rate) if rate > 0 else 1e9
            if now > 78:
                break
            times.append(now)
            alive = random.random() >= gone
        if sum(one <= 39 for one in times) == 1:
            kept.append(times)
    mean_last = sum(times[0] for times in kept) / len(kept)
    later = sum(len(times) - 1 for times in kept) / len(kept)
    model = sum(PUBLISHED.expected(1, times[0], 39, 39) for times in kept) / len(kept)
    assert 5 < mean_last < 30
    assert model == pytest.approx(later, rel=0.08)


def test_too_few_repeaters_have_no_model() -> None:
    assert repeat.fit([(0, 0.0, 30.0)] * 500 + [(1, 3.0, 30.0)] * 19) is None
    assert spend.fit([(1, 10.0)] * 19 + [(0, 0.0)] * 100) is None


def test_whatever_the_shop_the_fit_ends_with_numbers() -> None:
    """Everybody alike, everybody just now, or buying daily: the likelihood has no peak there."""
    for history in ((1, 3.0, 30.0), (1, 30.0, 30.0), (200, 30.0, 30.0), (1, 0.15, 0.15)):
        model = repeat.fit([history] * 40)
        assert model is not None
        assert 0 <= model.alive(*history) <= 1
        assert 0 <= model.expected(*history, 52) < 3_000
    assert spend.fit([(1, 10.0)] * 40) is not None


def test_the_hypergeometric_series() -> None:
    assert hypergeometric(1, 1, 2, 0.5) == pytest.approx(2 * log(2))
    assert hypergeometric(2, 3, 3, 0.9) == pytest.approx(0.1**-2)
    gauss = exp(lgamma(3) + lgamma(1.5) - lgamma(2.5) - lgamma(2))
    assert hypergeometric(0.5, 1, 3, 0.999999) == pytest.approx(gauss, rel=1e-3)


def test_a_valley_is_walked_to_its_end() -> None:
    def banana(point: tuple[float, ...]) -> float:
        return (1 - point[0]) ** 2 + 100 * (point[1] - point[0] ** 2) ** 2

    assert minimise(banana, (-1.2, 1.0)) == pytest.approx((1, 1), abs=1e-3)
