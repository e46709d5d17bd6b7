"""Work that can wait, in pieces."""

from __future__ import annotations

import asyncio


async def next_turn() -> None:
    """The least pause: whatever waits for the loop goes first."""
    await asyncio.sleep(0)


def pages(after: int, until: int, most: int) -> list[tuple[int, int]]:
    """The positions between two, in `most` pieces; a log may have gaps, and large ones."""
    size = -(-(until - after) // most)
    return [(begin, min(begin + size, until)) for begin in range(after, until, size)]
