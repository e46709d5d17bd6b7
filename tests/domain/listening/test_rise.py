"""Usual days are called usual, and a rise is heard."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from chat_server.domain.listening.rise import FALSE_DAYS, chance_of, rises
from chat_server.domain.listening.themes import Heard, Theme, count, daily, told
from evaluation.rises import drawn, false_days

START = date(2026, 1, 1)
LATE, DAMAGED = Theme("told", "open_problem:late"), Theme("told", "open_problem:damaged")


def test_days_on_which_nothing_happens_hardly_ever_alarm() -> None:
    """400 days of 60 themes, by chance alone; more is measured by `python -m evaluation.rises`."""
    assert false_days(Random(7), 0.1) <= 2 * FALSE_DAYS * 400


def test_a_jump_is_heard_and_named_alone() -> None:
    random = Random(3)
    usual = {str(n): [drawn(random, 3.0, 0.1) for _ in range(57)] for n in range(30)}
    found = rises({**usual, "late": [*usual["0"][:-1], 20]})
    assert set(found) == {"late"}
    assert (found["late"].days, found["late"].count) == (1, 20)
    assert found["late"].expected == pytest.approx(3, abs=0.6)


def test_a_slower_rise_is_heard_over_three_days() -> None:
    found = rises({"late": [1, 0, 2, 1, 1, 0, 2] * 8 + [4, 5, 5]})
    assert (found["late"].days, found["late"].count) == (3, 14)


def test_a_few_of_something_new_are_told_and_one_is_not() -> None:
    nothing = [0] * 56
    assert "new" in rises({"new": [*nothing, 4]})
    assert rises({"new": [*nothing, 1]}) == {}
    assert rises({"young": [0] * 10 + [30]}) == {}


def test_the_wilder_the_past_the_less_a_day_says() -> None:
    calm, wild = [4] * 56, [0, 0, 0, 16] * 14
    assert chance_of(12, calm) < 0.01 < chance_of(12, wild)
    chances = [chance_of(today, calm) for today in range(200)]
    assert chances[0] == 1.0
    assert chances == sorted(chances, reverse=True)
    assert 0 <= chances[-1] < 1e-20


def test_with_a_calm_past_the_chance_is_poissons() -> None:
    """A rate known from very many days; 10 or more where 4 are usual."""
    assert chance_of(10, [4] * 40_000) == pytest.approx(0.0081, abs=0.004)


def heard(theme: Theme, day: int, number: int) -> list[Heard]:
    at = datetime(2026, 1, 1, 23, 59, tzinfo=UTC) + timedelta(days=day)
    return [Heard(theme, f"{theme.key}-{day}-{n}", at) for n in range(number)]


def test_themes_are_counted_by_dialogue_day_and_period() -> None:
    said = [*heard(LATE, 60, 2), *heard(LATE, 60, 2), *heard(LATE, 61, 1), *heard(DAMAGED, 55, 3)]
    since = START + timedelta(days=58)
    themes, alerts = count(daily(said), since, since + timedelta(days=5), START, date(2027, 1, 1))
    (late,) = themes
    assert (late.theme, late.dialogues, late.previous, late.days) == (LATE, 3, 0, [0, 0, 2, 1, 0])
    # Never before, and three at once.
    assert [(one.theme, one.rise.days, one.rise.count) for one in alerts] == [(LATE, 3, 3)]


def test_what_goes_on_rising_is_told_once_and_today_not_yet() -> None:
    said = [one for day in range(60) for one in heard(LATE, day, 1 + day % 2)]
    said += [*heard(LATE, 60, 20), *heard(LATE, 61, 20), *heard(LATE, 62, 40)]
    since, until = START + timedelta(days=50), START + timedelta(days=63)
    today = START + timedelta(days=62)
    _, alerts = count(daily(said), since, until, START, today)
    assert [(one.theme, one.day) for one in alerts] == [(LATE, START + timedelta(days=60))]


def test_a_fact_is_a_theme_by_itself_and_by_product() -> None:
    assert told("praise", "Lovely", ["HEKLA"]) == [
        Theme("told", "praise"),
        Theme("told", "praise", "HEKLA"),
    ]
    assert told("open_problem", "late", []) == [LATE]
