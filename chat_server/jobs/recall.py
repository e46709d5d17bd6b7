"""What contacts say can be found again a moment later."""

from __future__ import annotations

import asyncio

from chat_server.domain.live import MessageCreated
from chat_server.services.memory import Recall

from .claimed import Claim
from .unhurried import Spare, in_parts
from .wakened import Delay, Wakened

# What is said in so many seconds is read together.
_GATHERED = 2.0
_SWEEP_EVERY = 60.0
# What something means may be known later than its words.
_UNHURRIED, _REST = 10.0, 5.0
_BUSY = 10.0


def reading() -> Wakened:
    """Of what is said."""
    return Wakened(
        "recall", sweep_every=_SWEEP_EVERY, rest=_GATHERED, after={MessageCreated: _GATHERED}
    )


async def read_what_was_said(claim: Claim, recall: Recall, spare: Spare) -> Delay:
    """All until now; by one hub for all."""
    return await in_parts(claim, recall.read_on, spare)


def understanding() -> Wakened:
    """Of what is said, when there is time."""
    return Wakened(
        "meaning", sweep_every=_SWEEP_EVERY, rest=_REST, after={MessageCreated: _UNHURRIED}
    )


async def understand(claim: Claim, recall: Recall, spare: Spare) -> Delay:
    """A few statements at a time, by one hub for all; while this one is busy a few each time it looks."""
    loop = asyncio.get_running_loop()
    while await claim.is_held():
        began = loop.time()
        if not await recall.understand_some():
            return None
        if spare.is_scarce:
            return _BUSY
        # The model works half of the time at the most.
        await asyncio.sleep(loop.time() - began)
    return await claim.look_again()
