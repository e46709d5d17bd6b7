"""The inbox of the core, as a test wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.core.core import Core


async def set_inbox(core: Core, **changed: object) -> None:
    async with core.store.begin() as tx:
        inbox = await tx.inboxes.by_key("hraun")
        assert inbox is not None
        for name, value in changed.items():
            setattr(inbox, name, value)
