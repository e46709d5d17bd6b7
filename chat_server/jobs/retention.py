"""What was kept long enough is forgotten, once a day."""

from __future__ import annotations

from chat_server.services.retention import Sweeper

from .claimed import Claim
from .wakened import Delay, Wakened

_SWEEP_EVERY = 24 * 3600.0


def sweeping() -> Wakened:
    """Soon after the hub starts and every day from then on; nobody has to tell."""
    return Wakened("retention", sweep_every=_SWEEP_EVERY)


async def sweep_out(claim: Claim, sweeper: Sweeper) -> Delay:
    """All that is too old."""
    if not await claim.is_held():
        return await claim.look_again()
    await sweeper.sweep()
    return None
