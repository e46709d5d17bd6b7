"""Where visitors arrive, and what led them there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chat_server.domain.element import Campaign, Element
    from chat_server.domain.inbox import Inbox


class Inboxes(Protocol):
    """Inboxes are few; they are read by key on every connection."""

    async def get(self, inbox_id: str) -> Inbox | None: ...
    async def by_key(self, key: str) -> Inbox | None: ...
    async def all(self) -> list[Inbox]: ...
    async def many(self, inbox_ids: Iterable[str]) -> dict[str, Inbox]:
        """By id; those that do not exist are absent."""


class Elements(Protocol):
    """Campaigns and their response elements."""

    async def get(self, code: str) -> Element | None: ...
    async def all(self) -> list[Element]: ...
    async def campaigns(self) -> list[Campaign]: ...
    async def campaign(self, campaign_id: str) -> Campaign | None: ...
