"""Jobs that one hub does for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from chat_server.domain.ports import Leases

# A hub that died holds on to a job for so many of its rounds.
_ROUNDS = 3
_SHORTEST = 10.0


async def by_one_hub(
    leases: Leases, name: str, every: float, work: Callable[[], Awaitable[object]]
) -> None:
    """Runs until cancelled; does `work` in each round in which this hub holds the lease `name`.

    It keeps hubs out of each other's way and is no lock: a hub that hangs in the middle of its work may find, awake
    again, that another one did it. What must not happen twice is claimed row by row, in the transaction that does it.
    """
    while True:
        if await leases.take(name, max(_ROUNDS * every, _SHORTEST)):
            await work()
        await asyncio.sleep(every)
