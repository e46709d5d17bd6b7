"""What customers tell, ask for and are handed over for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime


class Listening(Protocol):
    """Plain rows of dialogues that began in [since, until), for there may be very many."""

    async def told(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, str, str | None, str, datetime]]:
        """Complaints, praise, suggestions, problems: kind, value, subject, conversation, when that began."""

    async def wishes(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, str, str | None, str, datetime]]:
        """Products somebody was interested in, likewise."""

    async def reasons(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, datetime, list[str], str | None]]:
        """Conversation, when it began, intents, why it was handed over."""

    async def first(self) -> datetime | None: ...
    async def ordered(self, numbers: Collection[str]) -> dict[str, list[str]]: ...
