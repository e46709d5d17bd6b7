"""What can wait is done in small parts and for a small share of the time: messages go first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from .claimed import Claim
from .wakened import Delay

# After each part, so many times as long as it took; a busy loop makes parts long, and so rests longer still.
_RESTS = 9
_LONGEST_REST = 10.0


async def in_parts(claim: Claim, part: Callable[[], Awaitable[bool]]) -> Delay:
    """Until `part` says that there is no more; by one hub for all."""
    loop = asyncio.get_running_loop()
    more = True
    while more:
        if not await claim.is_held():
            return await claim.look_again()
        began = loop.time()
        more = await part()
        await asyncio.sleep(min(_RESTS * (loop.time() - began), _LONGEST_REST))
    return None
