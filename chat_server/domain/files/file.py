"""A file that was sent: its row, and before that the upload that becomes a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.message import FILE_ADDRESS, Content, Message

from .kinds import PICTURES
from .pictures import Extent


@dataclass
class StoredFile:
    """Committed with its message and gone with it; its bytes lie in the storage under `id`, which nobody can guess."""

    id: str
    conversation_id: str
    message_id: str
    name: str
    media_type: str
    size: int
    created_at: datetime

    @property
    def is_picture(self) -> bool:
        """Browsers may show it where it stands."""
        return self.media_type in PICTURES


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes that are kept and judged, and wait for their message; `extent` is a picture's."""

    id: str
    name: str
    media_type: str
    size: int
    extent: Extent | None = None
    caption: str = ""

    def content(self) -> Content:
        """As its message has it."""
        content: Content = {
            "type": "image" if self.extent else "file",
            "url": FILE_ADDRESS + self.id,
            "name": self.name,
            "size": self.size,
            "media_type": self.media_type,
        }
        if self.extent is not None:
            content |= {"width": self.extent.width, "height": self.extent.height}
        if self.caption:
            content["text"] = self.caption
        return content

    def stored(self, message: Message) -> StoredFile:
        """The row beside its message."""
        return StoredFile(
            id=self.id,
            conversation_id=message.conversation_id,
            message_id=message.id,
            name=self.name,
            media_type=self.media_type,
            size=self.size,
            created_at=message.created_at,
        )
