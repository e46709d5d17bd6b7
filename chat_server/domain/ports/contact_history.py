"""What a contact and the shop had to do with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.contact import Contact
    from chat_server.domain.contact_history import (
        CallNote,
        HistoryEntry,
        HistoryKind,
        HistoryPlace,
    )


class ContactHistory(Protocol):
    """Entries of one kind, newest first."""

    async def of(
        self, contact: Contact, kind: HistoryKind, before: HistoryPlace | None, limit: int
    ) -> list[HistoryEntry]: ...
    async def note(self, note_id: str) -> CallNote | None: ...
    async def notes(self, contact_id: str) -> list[CallNote]:
        """All of a contact's, newest first."""
