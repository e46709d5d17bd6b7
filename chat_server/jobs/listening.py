"""What is said to people is listened to a moment later, apart from the commit that keeps it."""

from __future__ import annotations

from chat_server.domain.live import MessageCreated
from chat_server.services.memory import CatchingUp

from .claimed import Claim
from .unhurried import Spare, in_parts
from .wakened import Delay, Wakened

# What is said in so many seconds is listened to together.
_GATHERED = 1.0
_SWEEP_EVERY = 60.0


def listening() -> Wakened:
    """To what is said."""
    return Wakened(
        "listening", sweep_every=_SWEEP_EVERY, rest=_GATHERED, after={MessageCreated: _GATHERED}
    )


async def listen(claim: Claim, catching_up: CatchingUp, spare: Spare) -> Delay:
    """To all until now; by one hub for all."""
    return await in_parts(claim, catching_up.listen_on, spare)
