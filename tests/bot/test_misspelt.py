"""Slips of the finger and missing accents, as the evaluation makes them."""

from __future__ import annotations

import pytest

from misspelt import with_typos, without_accents_typed

LINES = [
    "Where is my order? I have been waiting for two weeks",
    "Где мой заказ, я жду его уже вторую неделю",
    "Hvar er pöntunin mín, hún átti að koma í gær",
    "สินค้าของฉันอยู่ที่ไหนแล้วคะ",
    "我的訂單到底在哪裡，等了兩個禮拜",
]


def test_every_line_gets_a_slip_and_the_same_one_every_time() -> None:
    slipped = with_typos(LINES)
    assert all(new != old for new, old in zip(slipped, LINES, strict=True))
    assert slipped == with_typos(LINES)
    assert slipped != with_typos(LINES, seed=1)


def test_a_slip_leaves_most_of_a_line() -> None:
    for new, old in zip(with_typos(LINES), LINES, strict=True):
        assert abs(len(new) - len(old)) <= 3
        assert len(set(new) & set(old)) >= 0.7 * len(set(old))


@pytest.mark.parametrize("text", ["", "XL", "10432", "😡😡", "anna@example.com", "HR-10432"])
def test_numbers_addresses_and_short_words_are_written_with_care(text: str) -> None:
    assert with_typos([text]) == [text]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Það er þörf á æðri öskju", "Thad er thorf a aedri oskju"),
        ("Мой ёжик", "Мой ежик"),
        ("ไม่ได้", "ไมได"),
        ("naïve café", "naive cafe"),
        ("我的訂單", "我的訂單"),
        ("plain", "plain"),
    ],
)
def test_accents_are_left_out_and_letters_are_not(text: str, plain: str) -> None:
    assert without_accents_typed([text]) == [plain]
