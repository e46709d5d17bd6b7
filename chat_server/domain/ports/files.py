"""Where the bytes of files lie, and what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from chat_server.domain.files.bare import Plan, Read
    from chat_server.domain.files.file import StoredFile
    from chat_server.domain.files.kinds import Kept


class FileStorage(Protocol):
    """Raises Unavailable when it cannot write or delete."""

    async def keep(
        self,
        file_id: str,
        pieces: AsyncIterator[bytes],
        most: int,
        left: Callable[[Kept, Read], Plan | None] | None = None,
    ) -> Kept | None:
        """Once it returns, the bytes survive a power cut; None, with nothing kept, when they are more than `most`.

        `left` may say what of them is kept, or refuse them.
        """

    async def remove(self, file_ids: Collection[str]) -> None:
        """Those that are there."""

    def place(self, file_id: str) -> Path | None:
        """The file to be sent; None when there is none."""

    async def older_than(self, moment: datetime) -> list[str]:
        """Ids of what was written before; what was begun before and never ended goes."""


class Files(Protocol):
    """Rows beside messages."""

    async def get(self, file_id: str) -> StoredFile | None: ...
    async def of_contact(self, contact_id: str) -> list[StoredFile]:
        """Oldest first."""

    async def known(self, file_ids: Collection[str]) -> set[str]:
        """Those that belong to a message."""
