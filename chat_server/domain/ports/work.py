"""What is still to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime, timedelta

    from chat_server.domain.absence import Outlook
    from chat_server.domain.bot_turn import BotTurn
    from chat_server.domain.outbox import Delivery, DeliveryKind
    from chat_server.domain.ownership import OwnerKind


class Turns(Protocol):
    """The durable queue of bot turns."""

    async def get(self, turn_id: str) -> BotTurn | None: ...
    async def runnable(self, stale: datetime, limit: int) -> list[BotTurn]:
        """The oldest that may run, nobody else's until the transaction ends: of each conversation its first.

        A turn that has been running since before `stale` lost its hub and may run again.
        """

    async def running_since(self) -> datetime | None:
        """When the one that runs longest was claimed."""

    async def last_finished(self, conversation_ids: Collection[str]) -> dict[str, datetime]:
        """When each dialogue's latest finished turn ended; none is absent."""

    async def pending(self) -> list[BotTurn]:
        """All that have not begun, oldest first."""


class Absences(Protocol):
    """Ids of conversations that time alone must move on, longest due first."""

    async def silent(
        self, inbox_id: str, owner: OwnerKind, before: datetime, limit: int
    ) -> list[str]:
        """Open, answered by such an owner, nothing said since, no notice given, the visitor's turn."""

    async def noticed(self, inbox_id: str, before: datetime, limit: int) -> list[str]:
        """Given notice before that time, and silent since."""

    async def to_wake(self, now: datetime, limit: int) -> list[str]:
        """Snoozed until now or earlier."""

    async def untold(self, inbox_id: str, limit: int) -> list[str]:
        """Waiting, and not told that nobody is there."""

    async def outlook(self) -> list[Outlook]:
        """Of each inbox with a dialogue that is not over."""


class Outbox(Protocol):
    """Promised deliveries."""

    async def lock(self, delivery_id: str) -> Delivery | None: ...
    async def next_due(self) -> datetime | None:
        """When the next try may be made: a lease that somebody holds has to run out first."""

    async def claim(self, now: datetime, lease: timedelta) -> Delivery | None:
        """The one longest due that nobody has, as this worker's until the lease ends."""

    async def end_leases(self) -> None:
        """For the only hub there is, when it begins: whoever held a lease was killed."""

    async def is_promised(self, source: str, kind: DeliveryKind) -> bool: ...
    async def sent_before(self, conversation_id: str, limit: int) -> list[str]:
        """Ids of the newest e-mailed replies, oldest first."""

    async def count_to(self, recipient: str, kind: DeliveryKind, since: datetime) -> int:
        """How many were promised to this address."""

    async def forget_address(self, contact_id: str, address: str) -> None:
        """From the contact's dialogues and from what was promised in them."""

    async def sweep(self, before: datetime) -> int:
        """Forgets what was finished before; how many."""
