"""What is still to be listened to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.spoken import Spoken


class Hearing(Protocol):
    """Positions are those of the log."""

    async def reached(self) -> int:
        """Up to where all was listened to."""

    async def reach(self, position: int) -> None:
        """From here on, next time."""

    async def marked_until(self) -> int:
        """Up to where the model looked at what visitors said; never beyond `reached`."""

    async def mark_until(self, position: int) -> None:
        """From here on it looks, next time."""

    async def spoken(self, after: int, until: int) -> list[Spoken]:
        """What visitors and agents said there, in its order."""
