"""Takes running campaigns on."""

from __future__ import annotations

from chat_server.domain.live import DeliveryPromised
from chat_server.services.campaigns import CampaignRuns

from .claimed import Claim
from .wakened import Delay, Wakened

# What another hub started.
_SWEEP_EVERY = 15.0
# A second's rest does nobody harm, and lets the outbox send what was promised.
_REST = 0.3


def campaigning() -> Wakened:
    """After a start; when time alone calls for it, the look says so."""
    return Wakened(
        "campaigns", sweep_every=_SWEEP_EVERY, rest=_REST, after={DeliveryPromised: _REST}
    )


async def run_campaigns(claim: Claim, runs: CampaignRuns) -> Delay:
    """One hub for all of them."""
    if not await claim.is_held():
        return await claim.look_again()
    return await runs.run()
