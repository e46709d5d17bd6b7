"""What time does to dialogues, done by one hub for all."""

from __future__ import annotations

from chat_server.domain.live import ConversationChanged, PresenceChanged
from chat_server.services.lifecycle import Lifecycle

from .claimed import Claim
from .wakened import Delay, Wakened

# What the other hubs set aside is seen by then; less than half of what a lease lasts.
_SWEEP_EVERY = 15.0
_REST = 5.0


def moving() -> Wakened:
    """Of who comes, leaves or is set aside."""
    return Wakened(
        "lifecycle",
        sweep_every=_SWEEP_EVERY,
        rest=_REST,
        after={ConversationChanged: 0.0, PresenceChanged: 0.0},
    )


async def move_on(claim: Claim, lifecycle: Lifecycle) -> Delay:
    """Whatever is due; nothing while another hub does it."""
    if not await claim.is_held():
        return await claim.look_again()
    due = await lifecycle.next_due()
    if due is None or due > 0:
        return due
    moved = await lifecycle.sweep()
    return await lifecycle.next_due() if moved else None
