"""A receiver in memory, and webhooks that lead to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from chat_server.domain.webhooks.delivery import Answer
from chat_server.domain.webhooks.webhook import Texts
from chat_server.services.webhook_deliveries import WebhookDeliveries
from chat_server.services.webhooks import Webhooks
from tests.core.core import ADA, BOX

if TYPE_CHECKING:
    from tests.core.core import Core

URL = "https://receiver.test/hook"


@dataclass
class Receiver:
    """`answer` is what it says to everything; `got` holds bodies as sent."""

    answer: Answer = field(default_factory=lambda: Answer(200, None, 3))
    got: list[tuple[str, bytes, Mapping[str, str]]] = field(default_factory=list)
    dies: bool = False
    meanwhile: Callable[[], object] | None = None

    async def carry(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        self.got.append((url, body, headers))
        if self.meanwhile is not None:
            done = self.meanwhile()
            if asyncio.iscoroutine(done):
                await done
        await asyncio.sleep(0)
        if self.dies:
            raise asyncio.CancelledError
        return self.answer

    def bodies(self, kind: str = "") -> list[dict[str, Any]]:
        """Parsed, of one type or all."""
        found = [json.loads(body) for _, body, _ in self.got]
        return [one for one in found if not kind or one["type"] == kind]

    def ids(self) -> list[str]:
        return [one["id"] for one in self.bodies()]


class Hooked:
    """Webhooks over a core's database."""

    def __init__(self, core: Core, receiver: Receiver | None = None) -> None:
        self.core = core
        self.receiver = receiver or Receiver()
        self.woken = 0
        self.admin = Webhooks(core.store, core.clock, BOX, self.receiver, wake=self._wake)
        self.deliveries = self.hub()

    def hub(self) -> WebhookDeliveries:
        """One more."""
        core = self.core
        return WebhookDeliveries(core.store, core.clock, BOX, self.receiver, core.masking)

    async def add(self, *events: str, texts: Texts = Texts.NONE, url: str = URL) -> tuple[str, str]:
        """Id and secret."""
        chosen = list(events) or ["message_created"]
        sheet, secret = await self.admin.add(ADA, "shop", url, chosen, texts)
        return sheet.webhook.id, secret

    async def run(self, **later: float) -> int:
        """All that is due; how many were sent."""
        if later:
            self.core.clock.forward(**later)
        before = len(self.receiver.got)
        while await self.deliveries.promise():
            pass
        while await self.deliveries.send_some():
            pass
        return len(self.receiver.got) - before

    def _wake(self) -> None:
        self.woken += 1
