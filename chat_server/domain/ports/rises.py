"""Rises that were found, and who wants to hear of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from chat_server.domain.listening.risen import Risen, RiseWatcher


class Rises(Protocol):
    """Of the hub; days are written as 2026-11-21."""

    async def since(self, day: str) -> list[Risen]:
        """Of this day and later ones, newest day first."""

    async def some(self, ids: Collection[str]) -> list[Risen]: ...
    async def add(self, one: Risen) -> bool:
        """False when it is there already, brought up to date."""

    async def forget(self, before: str) -> None:
        """Those of earlier days."""

    async def watcher(self, agent_id: str) -> RiseWatcher | None: ...
    async def watchers(self) -> list[RiseWatcher]: ...
    async def remove_watcher(self, one: RiseWatcher) -> None: ...
