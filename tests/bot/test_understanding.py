"""How well the trained model understands what it has never seen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from evaluate import Heard, accuracy, languages_judged, listen_in_each, report

if TYPE_CHECKING:
    from pathlib import Path

AT_LEAST = 0.90


@pytest.fixture(scope="module")
def understood(model: Path) -> dict[str, list[Heard]]:
    return asyncio.run(listen_in_each(model, languages_judged()))


@pytest.mark.parametrize("language", languages_judged())
def test_nine_of_ten_unseen_messages_are_understood(
    understood: dict[str, list[Heard]], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    heard = understood[language]
    with capsys.disabled():
        print(f"\n{language}\n{report(heard)}")  # noqa: T201 - the figure is to be seen
    assert len(heard) > 300
    assert accuracy(heard) >= AT_LEAST


@pytest.mark.parametrize("language", languages_judged())
def test_a_wrong_guess_is_seldom_a_sure_one(
    understood: dict[str, list[Heard]], language: str
) -> None:
    heard = understood[language]
    surely_wrong = [item for item in heard if not item.right and item.confidence > 0.8]
    assert len(surely_wrong) <= 0.01 * len(heard), surely_wrong
