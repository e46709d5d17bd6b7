"""What is said to people is listened to a moment later, apart from the commit that keeps it."""

from __future__ import annotations

import asyncio

from chat_server.domain.live import MessageCreated
from chat_server.services.memory import CatchingUp, Looked, SecondHearing

from .claimed import Claim
from .unhurried import Spare, in_parts
from .wakened import Delay, Wakened

# What is said in so many seconds is listened to together.
_GATHERED = 1.0
_SWEEP_EVERY = 60.0
# A second look is for when there is time.
_UNHURRIED, _AGAIN_IN, _BUSY = 1.5, 1.0, 10.0


def listening() -> Wakened:
    """To what is said."""
    return Wakened(
        "listening", sweep_every=_SWEEP_EVERY, rest=_GATHERED, after={MessageCreated: _GATHERED}
    )


async def listen(claim: Claim, catching_up: CatchingUp, spare: Spare) -> Delay:
    """To all until now; by one hub for all."""
    return await in_parts(claim, catching_up.listen_on, spare)


def looking_again() -> Wakened:
    """With a model at what was listened to."""
    return Wakened(
        "second_hearing",
        sweep_every=_SWEEP_EVERY,
        rest=_GATHERED,
        after={MessageCreated: _UNHURRIED},
    )


async def look_again(claim: Claim, second: SecondHearing, spare: Spare) -> Delay:
    """At a few lines at a time, by one hub for all; while this one is busy a few each time it looks."""
    loop = asyncio.get_running_loop()
    while await claim.is_held():
        began = loop.time()
        looked = await second.look_on()
        if looked is not Looked.AT_A_PART:
            return None if looked is Looked.AT_ALL else _AGAIN_IN
        if spare.is_scarce:
            return _BUSY
        # The model works half of the time at the most.
        await asyncio.sleep(loop.time() - began)
    return await claim.look_again()
