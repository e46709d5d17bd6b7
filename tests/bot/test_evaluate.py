"""How a heard line is judged."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from evaluate import listen


class _Says:
    """Stands for the bot, which hears one thing in everything."""

    def __init__(self, intent: str, ranking: list[str]) -> None:
        self._parsed = {
            "intent": {"name": intent, "confidence": 0.4},
            "intent_ranking": [{"name": name, "confidence": 0.3} for name in ranking],
        }

    async def parse_message(self, _: str) -> dict[str, Any]:
        return self._parsed


@pytest.mark.parametrize(
    ("guessed", "ranking", "right", "when_pressed"),
    [
        ("greet", ["greet", "goodbye"], True, True),
        ("goodbye", ["goodbye", "greet"], False, False),
        ("nlu_fallback", ["nlu_fallback", "greet", "goodbye"], False, True),
        ("nlu_fallback", ["nlu_fallback", "goodbye", "greet"], False, False),
        ("nlu_fallback", [], False, False),
        # What a pattern found stands, whatever the model found likeliest.
        ("greet", ["goodbye"], True, True),
    ],
)
def test_falling_back_is_a_mistake_until_the_bot_is_pressed(
    guessed: str, ranking: list[str], *, right: bool, when_pressed: bool
) -> None:
    (heard,) = asyncio.run(listen(_Says(guessed, ranking), [("hello", "greet")]))  # type: ignore[arg-type]
    assert (heard.right, heard.right_when_pressed) == (right, when_pressed)
