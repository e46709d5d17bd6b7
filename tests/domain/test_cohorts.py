"""Weeks, months and who came back in them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.cohorts import LENGTH, Unit, cohorts

_days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(st.sampled_from(Unit), _days, st.integers(-40, 40))
def test_steps_go_from_one_beginning_to_another_and_back(unit: Unit, day: date, n: int) -> None:
    begin = unit.begin(day)
    assert begin <= day < unit.step(begin, 1)
    there = unit.step(begin, n)
    assert unit.begin(there) == there
    assert unit.step(there, -n) == begin


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    assert Unit.WEEK.begin(date(2026, 11, 22)) == date(2026, 11, 16)
    assert Unit.MONTH.begin(date(2026, 11, 22)) == date(2026, 11, 1)
    assert Unit.MONTH.step(date(2026, 11, 1), 2) == date(2027, 1, 1)


def test_a_cohort_goes_up_to_now_and_may_be_empty() -> None:
    october, november = date(2026, 10, 1), date(2026, 11, 1)
    counts = {(october, october): 7, (october, november): 3, (date(2020, 1, 1), november): 9}
    found = cohorts(counts, Unit.MONTH, date(2026, 11, 23))
    assert len(found) == LENGTH
    assert [one.begin for one in found][-2:] == [october, november]
    assert [one.came for one in found][-2:] == [(7, 3), (0,)]
    assert [len(one.came) for one in found] == list(range(LENGTH, 0, -1))
    assert found[-2].size == 7
