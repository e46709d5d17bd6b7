"""What was kept for longer than it may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from chat_server.domain.retention import Sweep

# An experiment and a contact.
Seen = tuple[str, str]


class Outlived(Protocol):
    """Found by readers a piece at a time; whatever is changed is looked at again by the writer."""

    async def people(self, before: datetime, most: int) -> list[str]:
        """Contacts who were not seen, and in whose dialogues nothing happened, since."""

    async def person(self, contact_id: str, before: datetime) -> bool:
        """Whether that still holds of one."""

    async def facts(self, before: datetime, most: int) -> list[str]:
        """Ids of those neither said nor confirmed since."""

    async def forget_said(self, before: datetime, most: int) -> int:
        """What was said before is not found again; how many statements."""

    async def touching(self, before: datetime, most: int) -> list[str]:
        """Contacts who met an element before that brought them no dialogue."""

    async def unlink_touches(self, contact_ids: Collection[str], before: datetime) -> int:
        """These meetings are those of nobody, in the log as well; how many."""

    async def seen(self, before: datetime, most: int) -> list[Seen]:
        """Who saw a variant of an experiment that ended before, and whose time to respond was over, without responding."""

    async def unlink_seen(self, found: Collection[Seen]) -> int:
        """What they saw was seen by nobody, in the log as well; how much."""

    async def unlink_browsers(self, before: datetime, most: int) -> int:
        """Links that were followed before count by nobody's digest; how many, at most so many."""

    async def sweeps(self) -> list[Sweep]:
        """The last of each purpose."""

    async def mailed(self, before: datetime, most: int) -> list[str]:
        """Contacts to whom newsletters went or were to go before."""

    async def unlink_mails(self, contact_ids: Collection[str], before: datetime) -> int:
        """These newsletters count as those of nobody; how many."""
