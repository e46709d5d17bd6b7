"""Greetings that come up by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.proactive import ProactiveGreeting
    from chat_server.domain.segments.rule import Belonging


class Greetings(Protocol):
    """They are few."""

    async def get(self, code: str) -> ProactiveGreeting | None: ...
    async def active(self, inbox_id: str) -> list[ProactiveGreeting]:
        """Those that may come up, newest first."""

    async def remove(self, greeting: ProactiveGreeting) -> None: ...
    async def belongs(self, contact_id: str, belonging: Belonging) -> bool:
        """Whether this contact does."""
