"""Shares have their base and their interval; a count has Poisson's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.element import Element, named_by, utm_of
from chat_server.domain.funnel import Reached, cost_each, funnel, rate

NOW = datetime(2026, 3, 14, tzinfo=UTC)


def test_each_step_is_a_share_of_the_one_it_follows_from() -> None:
    steps = funnel(
        {
            "order": Reached(5, 6),
            "opened": Reached(300),
            "shown": Reached(80),
            "seen": Reached(60),
            "dialogue": Reached(30, 34),
            "handoff": Reached(9, 9),
        }
    )
    assert [(step.name, step.out_of) for step in steps] == [
        ("opened", None),
        ("shown", None),
        ("seen", 80),
        ("dialogue", 60),
        ("handoff", 30),
        ("order", 30),
    ]
    shares = {step.name: step.interval for step in steps}
    assert shares["opened"] is None
    talked = shares["dialogue"]
    assert talked is not None
    assert talked.low < talked.value == 0.5 < talked.high


def test_a_share_of_few_people_is_none() -> None:
    few = funnel({"dialogue": Reached(19, 19), "handoff": Reached(3, 3)})
    assert [step.interval for step in few] == [None, None]


# Exact limits by Garwood (1936), as tables give them.
@pytest.mark.parametrize(
    ("count", "low", "high"), [(1, 0.025, 5.572), (10, 4.795, 18.39), (100, 81.36, 121.6)]
)
def test_the_interval_of_a_count_is_that_of_the_tables(count: int, low: float, high: float) -> None:
    found = rate(count)
    assert found.low == pytest.approx(low, rel=0.02, abs=0.02)
    assert found.high == pytest.approx(high, rel=0.02)


@given(st.integers(0, 10**7))
def test_a_count_lies_in_its_interval(count: int) -> None:
    found = rate(count)
    assert 0 <= found.low <= count < found.high


@given(st.integers(1, 10**9), st.integers(1, 10**6))
def test_the_more_came_the_less_one_cost(cents: int, count: int) -> None:
    one = cost_each(cents, count)
    assert one is not None
    assert one.low < one.value < one.high
    more = cost_each(cents, count + 1)
    assert more is not None
    assert more.value < one.value


def test_where_nobody_came_one_cost_nothing_that_can_be_said() -> None:
    assert cost_each(100, 0) is None


def test_an_address_names_the_element_that_asks_for_most_of_its_words() -> None:
    def element(code: str, **utm: str) -> Element:
        return Element(code, "advert", code, "/", "hraun", NOW, utm=utm)

    letter = element("letter", source="letter")
    spring = element("spring", source="letter", campaign="spring")
    every = [letter, spring, element("none")]
    url = "https://shop.test/?utm_source=Letter&utm_medium=mail&utm_campaign={}#top"
    assert named_by(utm_of(url.format("SPRING")), every) is spring
    assert named_by(utm_of(url.format("wool")), every) is letter
    assert named_by(utm_of("https://shop.test/?utm_source=poster"), every) is None
    assert named_by({}, every) is None


@pytest.mark.parametrize(
    "url", [None, "", "https://shop.test/", "https://[broken?utm_source=x", "?utm_source=&utm_x=y"]
)
def test_an_address_without_such_words_names_nothing(url: str | None) -> None:
    assert utm_of(url) == {}
