"""Webhooks, what is on its way to them, and whoever carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, timedelta

    from chat_server.domain.events import Event
    from chat_server.domain.webhooks.delivery import Answer, HookDelivery, HookState
    from chat_server.domain.webhooks.webhook import Webhook

    from .lists import Slice


class Webhooks(Protocol):
    """Webhooks and their deliveries."""

    async def all(self) -> list[Webhook]:
        """Oldest first."""

    async def get(self, webhook_id: str) -> Webhook | None: ...
    async def lock(self, webhook_id: str) -> Webhook | None: ...
    async def remove(self, webhook: Webhook) -> None:
        """Its deliveries go with it."""

    async def reached(self, *, lock: bool = False) -> int:
        """How far the log was read; with `lock` nobody else reads on until the commit."""

    async def reach(self, position: int) -> None: ...
    async def skip_to_now(self) -> None:
        """As if all until now had been read."""

    async def lines(self, after: int, until: int) -> list[Event]:
        """Of the kinds that webhooks can be told of, in order."""

    async def line(self, event_id: str) -> Event | None: ...
    async def living(self, conversation_ids: set[str]) -> set[str]:
        """Those that nobody erased."""

    async def claim(
        self, holder: str, now: datetime, lease: timedelta, most: int
    ) -> tuple[Webhook, list[HookDelivery]] | None:
        """A webhook that nobody has and its deliveries that are due, in order."""

    async def next_due(self) -> datetime | None:
        """When the next try may be made."""

    async def end_leases(self) -> None:
        """For the only hub there is, when it begins."""

    async def delivery(self, delivery_id: str) -> HookDelivery | None:
        """For one writer until the commit."""

    async def deliveries(
        self, webhook_id: str, state: HookState | None, piece: Slice, words: Sequence[str] = ()
    ) -> list[HookDelivery]:
        """Newest first; each of the words stands in the event's name or ids, the answer or its status."""

    async def waiting(self, webhook_id: str) -> int:
        """How many."""

    async def sweep(self, before: datetime) -> int:
        """Forgets what was promised before, delivered or not; how many."""


class Carrier(Protocol):
    """Whoever brings a body to an address."""

    async def carry(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Within its own deadline, whatever happens; never raises for what the other side does."""
