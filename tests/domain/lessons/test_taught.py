"""Reviewed lines come among the bot's examples, and nothing else in its files changes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.lessons.lesson import example_of, is_held_out
from chat_server.domain.lessons.taught import (
    Example,
    changed,
    difference,
    examples_in,
    intents_in,
)

if TYPE_CHECKING:
    from pathlib import Path

ORDER = """version: "3.1"
nlu:
- intent: track_order
  examples: |
    - where is my order
    - order status

- intent: cancel_order
  examples: |
    - cancel it
"""
FILES = {("en", "order"): ORDER, ("th", "order"): ORDER.replace("cancel it", "ยกเลิก")}


def test_intents_are_counted_in_each_language() -> None:
    cancel, track = intents_in(FILES)
    assert (cancel.name, cancel.topic, cancel.examples) == (
        "cancel_order",
        "order",
        {"en": 1, "th": 1},
    )
    assert track.examples["th"] == 2


def test_a_lesson_stands_at_the_end_of_its_intents_lines() -> None:
    new = changed(FILES, [Example("en", "track_order", "pkg whereabouts")], {})
    assert new == {
        ("en", "order"): ORDER.replace(
            "    - order status\n", "    - order status\n    - pkg whereabouts\n"
        )
    }


def test_what_stands_there_already_changes_nothing() -> None:
    assert changed(FILES, [Example("en", "track_order", "Order Status")], {}) == {}
    assert difference(FILES, {}) == ""


def test_a_new_intent_gets_lines_of_its_own_in_the_file_of_its_topic() -> None:
    lesson = Example("is", "gift_wrapping", "er hægt að pakka inn")
    new = changed(FILES, [lesson], {"gift_wrapping": "order"})
    assert examples_in(new["is", "order"]) == {"gift_wrapping": ["er hægt að pakka inn"]}
    assert changed(FILES, [lesson], {}) == {}


def test_the_difference_is_a_patch(tmp_path: Path) -> None:
    folder = tmp_path / "nlu_data" / "en"
    folder.mkdir(parents=True)
    (folder / "order.yml").write_text(ORDER)
    lessons = [
        Example("en", "cancel_order", "hætta við"),
        Example("ru", "cancel_order", "отменить"),
    ]
    new = changed(FILES, lessons, {})
    (tmp_path / "reviewed.diff").write_text(difference(FILES, new))
    subprocess.run(["git", "apply", "-p1", "reviewed.diff"], cwd=tmp_path, check=True)
    assert (folder / "order.yml").read_text() == new["en", "order"]
    assert (tmp_path / "nlu_data" / "ru" / "order.yml").read_text() == new["ru", "order"]


@given(
    lessons=st.lists(
        st.builds(
            Example,
            st.sampled_from(["en", "th", "ru"]),
            st.sampled_from(["track_order", "cancel_order"]),
            st.text(max_size=40).map(example_of).filter(bool),
        ),
        max_size=8,
    )
)
def test_nothing_is_lost_and_a_second_time_nothing_changes(lessons: list[Example]) -> None:
    after = {**FILES, **changed(FILES, lessons, {})}
    assert changed(after, lessons, {}) == {}
    for place, text in FILES.items():
        for intent, examples in examples_in(text).items():
            held = examples_in(after[place])[intent]
            assert [one for one in held if one in examples] == examples


@pytest.mark.parametrize(
    ("said", "example"),
    [
        ("mail anna.b@example.is about 10877", "mail name@example.com about 10432"),
        ("call me: +354 555-1234\nplease", "call me: 555 0123 please"),
        ("see https://shop.example/x?y=1 [this](intent)", "see https://example.com this (intent)"),
        ("- where is it", "where is it"),
    ],
)
def test_an_example_has_nobodys_numbers_and_no_marks(said: str, example: str) -> None:
    assert example_of(said) == example


@given(st.text(max_size=400))
def test_an_example_is_one_line_and_made_again_the_same(said: str) -> None:
    example = example_of(said)
    assert not set(example) & set("[]{}\n")
    assert example_of(example) == example


def test_the_same_words_are_on_one_side() -> None:
    words = [f"line {number}" for number in range(500)]
    out = [one for one in words if is_held_out(one)]
    assert 60 <= len(out) <= 140
    assert all(is_held_out(one.upper()) for one in out)
