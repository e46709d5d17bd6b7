"""What customers tell, ask for and are handed over for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime


class Listening(Protocol):
    """Complaints, praise, suggestions and problems that were told in dialogues that began in [since, until)."""

    async def told(self, since: datetime, until: datetime) -> list[tuple[str, str, date, int]]:
        """Kind, which problem it is (an empty word for other kinds), UTC day, dialogues."""

    async def told_of(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, str, str, str, datetime]]:
        """What was told of something: kind, value, of what, conversation, when that began."""

    async def telling(self, since: datetime, until: datetime) -> int:
        """In how many dialogues."""

    async def wishes(self, since: datetime, until: datetime) -> list[tuple[str, str]]:
        """What somebody was interested in, and in which conversation."""

    async def first(self) -> datetime | None: ...
    async def ordered(self, numbers: Collection[str]) -> dict[str, list[str]]: ...
