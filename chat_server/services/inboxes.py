"""Inboxes as accounts see them."""

from __future__ import annotations

from chat_server.domain.errors import NotFound
from chat_server.domain.inbox import Inbox
from chat_server.domain.ports import Store

from .access import AgentCaller, Permission, require


class Inboxes:
    """Reading; secrets are left out by the view."""

    def __init__(self, store: Store, *, wildcard: bool = True) -> None:
        self._store = store
        self._wildcard = wildcard

    async def all(self, caller: AgentCaller) -> list[Inbox]:
        """By name."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return await tx.inboxes.all()

    async def id_of(self, key: str | None) -> str | None:
        """Raises NotFound for an unknown key; None stays None."""
        if key is None:
            return None
        async with self._store.read() as tx:
            inbox = await tx.inboxes.by_key(key)
        if inbox is None:
            raise NotFound("There is no such inbox.")
        return inbox.id

    async def any_allows(self, origin: str) -> bool:
        """Whether some inbox's website is on `origin`."""
        async with self._store.read() as tx:
            return any(
                inbox.allows(origin, wildcard=self._wildcard) for inbox in await tx.inboxes.all()
            )
