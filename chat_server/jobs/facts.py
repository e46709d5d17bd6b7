"""Facts that are past are marked so, once a day."""

from __future__ import annotations

from chat_server.services.memory import Tidying

from .claimed import Claim
from .wakened import Delay, Wakened

_SWEEP_EVERY = 24 * 3600.0


def tidying_up() -> Wakened:
    """Soon after the hub starts and every day from then on; nobody has to tell."""
    return Wakened("facts", sweep_every=_SWEEP_EVERY)


async def tidy_facts(claim: Claim, tidying: Tidying) -> Delay:
    """All that is past; what another hub began it may not live to end."""
    if not await claim.is_held():
        return await claim.look_again()
    await tidying.sweep()
    return None
