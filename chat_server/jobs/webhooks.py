"""What happens is promised to webhooks soon after its commit, and sent."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from chat_server.domain.errors import Unavailable
from chat_server.domain.live import (
    ConversationAssigned,
    ConversationChanged,
    FactsChanged,
    LiveEvent,
    MessageCreated,
    QueueMoved,
)
from chat_server.services.webhook_deliveries import WebhookDeliveries

from .wakened import Delay, Wakened

_TELLING = (MessageCreated, ConversationChanged, ConversationAssigned, QueueMoved, FactsChanged)
# What nobody tells of, as coupons that are redeemed, and what another hub did and did not live to promise.
_LOOK_EVERY = 5.0
_SWEEP_EVERY = 15.0
# What is said in so long is promised together.
_GATHERED = 0.05
_REST = 0.1
# Webhooks served at the same time: a slow one holds up no other.
_SIDE_BY_SIDE = 4
_FORGET_EVERY = 3600.0


class WebhookJobs:
    """One reads the log, several send."""

    def __init__(self) -> None:
        self.promising = Wakened(
            "webhooks", sweep_every=_SWEEP_EVERY, rest=_GATHERED, concerns=self._concerns
        )
        self.sending: Sequence[Wakened] = [
            Wakened("webhook_sending", sweep_every=_SWEEP_EVERY, rest=_REST)
            for _ in range(_SIDE_BY_SIDE)
        ]
        self._some = False

    def wake(self) -> None:
        """There may be something to promise, or to send."""
        self.promising.within(0.0)
        for each in self.sending:
            each.within(0.0)

    async def promise(self, deliveries: WebhookDeliveries) -> Delay:
        """All until now."""
        self._some = await deliveries.any()
        if not self._some:
            return None
        while await deliveries.promise():
            for each in self.sending:
                each.within(0.0)
        return _LOOK_EVERY

    async def send(self, deliveries: WebhookDeliveries) -> Delay:
        """All that is due; a database that is away is asked again at the next look."""
        try:
            while await deliveries.send_some():
                pass
            return await deliveries.next_due()
        except Unavailable:
            return None

    def _concerns(self, event: LiveEvent) -> Delay:
        return _GATHERED if self._some and isinstance(event, _TELLING) else None


async def forget_delivered(deliveries: WebhookDeliveries) -> None:
    """Runs until cancelled."""
    while True:
        await deliveries.sweep()
        await asyncio.sleep(_FORGET_EVERY)
