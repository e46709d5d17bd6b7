"""What the bot is judged by it has never been taught, in any language, not even in nearly the same letters."""

from __future__ import annotations

from collections import Counter

import pytest
from alike import alike, plain
from conftest import ROOT

from evaluate import EVALUATION, examples
from languages import LANGUAGES

NLU_DATA = ROOT / "nlu_data"


@pytest.fixture(scope="module")
def taught() -> list[str]:
    return [text for language in LANGUAGES for text, _ in examples(NLU_DATA / language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_the_bot_is_judged_by_is_like_one_it_was_taught(
    taught: list[str], language: str
) -> None:
    judged = [text for text, _ in examples(EVALUATION / language)]
    assert len(judged) > 300
    assert list(alike(judged, taught)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_is_judged_by_no_line_twice(language: str) -> None:
    judged = Counter(plain(text) for text, _ in examples(EVALUATION / language))
    assert [text for text, count in judged.items() if count > 1] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hvar er pöntunin mín?", "hvar er pontunin min"),
        ("Where is my order??", "where is my order"),
        ("Где мой заказ, я жду уже неделю", "где мои заказ, я жду уже недели"),
        ("我的訂單現在到底在哪裡呢謝謝", "我的訂單現在到底在哪裡呢謝謝您"),
    ],
)
def test_other_signs_accents_or_a_letter_more_make_no_other_line(one: str, other: str) -> None:
    assert list(alike([one], ["something else", other])) == [(one, other)]


def test_lines_that_differ_in_a_word_are_two() -> None:
    assert list(alike(["where is my order"], ["where is my refund", "where is it"])) == []
