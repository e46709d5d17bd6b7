"""Bots that nobody exchanges go one after the other when another model is chosen."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import following
from model_in_service import Models

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_one_goes_and_the_other_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_LOOKS_EVERY", 0.01)
    models = Models(tmp_path / "model.tar.gz", tmp_path)
    for name in ("built", "other"):
        models.path(name).parent.mkdir(parents=True, exist_ok=True)
        models.path(name).write_text(name)

    async def both() -> tuple[int, int]:
        bots = [
            asyncio.create_task(following.until_another_is_chosen(models.built, tmp_path))
            for _ in range(2)
        ]
        waiting = await asyncio.wait(bots, timeout=0.1)
        assert not waiting[0], "nothing was chosen yet"
        models.choose("other")
        gone, left = await asyncio.wait(bots, timeout=60, return_when=asyncio.FIRST_COMPLETED)
        more, left = await asyncio.wait(left, timeout=0.1)
        for one in left:
            one.cancel()
        return len(gone), len(more)

    assert asyncio.run(both()) == (1, 0)
    now = float((tmp_path / "changing").read_text())
    assert not following._is_our_turn(tmp_path, now + 59)
    assert following._is_our_turn(tmp_path, now + 61)
