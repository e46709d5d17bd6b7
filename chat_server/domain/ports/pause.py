"""Rests between pieces of work that can wait."""

from __future__ import annotations

from typing import Protocol


class Pause(Protocol):
    """Awaited between two small pieces of work: what cannot wait goes first."""

    async def __call__(self) -> None: ...
