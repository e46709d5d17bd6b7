"""How the evaluation waits for a hub that is slow."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from evaluation.memory.stage import Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_LINES = 8


class SlowHub:
    """A store whose reader gets a line further with each look, up to a line at which it stops."""

    def __init__(self, stops_at: int) -> None:
        self._stops_at = stops_at
        self._reached = 0

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Any]:
        yield SimpleNamespace(hearing=self, log=self)

    async def reached(self) -> int:
        self._reached = min(self._reached + 1, self._stops_at)
        return self._reached

    async def marked_until(self) -> int:
        """A line behind."""
        return max(self._reached - 1, 0) if self._reached < _LINES else _LINES

    async def head(self, *_: int) -> int:
        return _LINES

    async def spoken(self, after: int, until: int) -> list[int]:
        return list(range(after, until))


def stage(stops_at: int, *, looks_again: bool = False) -> Stage:
    nothing, hub = cast("Any", None), cast("Any", SlowHub(stops_at))
    return Stage("", nothing, {}, nothing, hub, looks_again)


@pytest.mark.parametrize("looks_again", [False, True])
async def test_a_hub_that_listens_is_waited_for_however_long_it_takes(*, looks_again: bool) -> None:
    began = asyncio.get_running_loop().time()
    await stage(_LINES, looks_again=looks_again).listened(still=0.3)
    assert asyncio.get_running_loop().time() - began > 0.3


async def test_a_hub_that_gets_no_further_is_given_up() -> None:
    with pytest.raises(TimeoutError, match=r"at \(3, 2\)"):
        await stage(stops_at=3).listened(still=0.3)
