"""Those the bot is measured beside learn and answer."""

from __future__ import annotations

import pytest
from test_intent_model import TAUGHT

from contestants import Guess, stock_diet, svm

LINES = [(text, intent) for intent, texts in TAUGHT.items() for text in texts]


def _learned_by_heart(guess: Guess) -> float:
    said = guess([text for text, _ in LINES])
    return sum(found == intent for found, (_, intent) in zip(said, LINES, strict=True)) / len(LINES)


def test_the_svm_knows_what_it_was_taught() -> None:
    assert _learned_by_heart(svm(LINES)) == 1


@pytest.mark.filterwarnings("ignore")
def test_stock_rasa_learns_lines_with_brackets_and_names_an_intent_for_each() -> None:
    odd = [("my [blue](colour) {jacket}", "late"), ("/refund", "refund")]
    guess = stock_diet([*LINES, *odd], epochs=60)
    assert _learned_by_heart(guess) > 0.9
    assert guess(["qwerty"])[0] in TAUGHT
