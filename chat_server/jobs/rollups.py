"""Days that are over are counted for the marketing pages."""

from __future__ import annotations

from chat_server.services.rollups import Rollups

from .claimed import Claim
from .unhurried import Spare, in_parts
from .wakened import Delay, Wakened

# Pages count what is new themselves, so that nothing is urgent.
_SWEEP_EVERY = 60.0


def counting() -> Wakened:
    """Every minute; nobody has to tell."""
    return Wakened("rollups", sweep_every=_SWEEP_EVERY)


async def count_days(claim: Claim, rollups: Rollups, spare: Spare) -> Delay:
    """All until now; by one hub for all."""
    return await in_parts(claim, rollups.keep_up, spare)
