"""How well the trained model understands what it has never seen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from evaluate import EVALUATION, accuracy, examples, listen, report

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

AT_LEAST = 0.90


def test_nine_of_ten_unseen_messages_are_understood(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard = asyncio.run(listen(model, examples(EVALUATION)))
    with capsys.disabled():
        print(f"\n{report(heard)}")  # noqa: T201 - the figure is to be seen
    assert len(heard) > 300
    assert accuracy(heard) >= AT_LEAST


def test_a_wrong_guess_is_seldom_a_sure_one(model: Path) -> None:
    heard = asyncio.run(listen(model, examples(EVALUATION)))
    surely_wrong = [item for item in heard if not item.right and item.confidence > 0.8]
    assert len(surely_wrong) <= 0.01 * len(heard), surely_wrong
