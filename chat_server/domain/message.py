"""Messages: what was said, by whom, at which place in the conversation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

MAX_TEXT = 4_000
# Controls but newline and tab; bidi embeddings, overrides and isolates; line separators; BOM.
_UNSAFE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff]"
)

Content: TypeAlias = dict[str, object]
# Where a message says that its bytes are; what a reader may open is asked for every time.
FILE_ADDRESS = "/api/v1/files/"
# Before the name of what was sent, in every text: by it masks know what is a name of a file.
CLIP = "\U0001f4ce"


class AuthorKind(StrEnum):
    """Who wrote it; `SYSTEM` writes activities and internal notes only."""

    VISITOR = "visitor"
    BOT = "bot"
    AGENT = "agent"
    SYSTEM = "system"


class MessageKind(StrEnum):
    """A note is for agents' eyes; an activity tells what happened; the rest is talk."""

    MESSAGE = "message"
    NOTE = "note"
    ACTIVITY = "activity"


def sender_of(kind: AuthorKind, author_id: str | None) -> str:
    """The key under which an author's client ids are unique."""
    return f"{kind.value}:{author_id}" if author_id else kind.value


@dataclass(frozen=True)
class Author:
    """`id` is the visitor's or agent's id; the bot and the system have none."""

    kind: AuthorKind
    id: str | None = None
    name: str | None = None

    @property
    def sender(self) -> str:
        """The key under which this author's client ids are unique."""
        return sender_of(self.kind, self.id)


@dataclass
class Message:
    """One entry of a conversation.

    `seq` has no holes; `public_prev_seq` is the seq of the newest earlier message that a visitor may see;
    client ids are unique by conversation and `sender`. `revision` tells which of the dialogue's late changes
    changed it last; 0: it stands as it was said.
    """

    id: str
    conversation_id: str
    seq: int
    public_prev_seq: int
    client_id: str
    author: Author
    sender: str
    kind: MessageKind
    content: Content
    text: str
    created_at: datetime
    used_facts: list[str] = field(default_factory=list)
    understood: dict[str, object] | None = None
    revision: int = 0

    @property
    def public(self) -> bool:
        """Whether a visitor may see it."""
        return self.kind is not MessageKind.NOTE


def clean_text(text: str) -> str:
    """Composed (NFC), without control and direction-override characters; newlines are kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSAFE.sub("", unicodedata.normalize("NFC", text)).strip()


def plain_text(content: Content) -> str:
    """The words of any content, for search, previews and the bot."""
    parts = [content.get("text")]
    for card in _dicts(content.get("cards")):
        parts += [card.get("title"), card.get("subtitle")]
    if content.get("type") in {"image", "file"}:
        name = content.get("name")
        parts.append(f"{CLIP} {name}" if is_upload(content) else name)
    return "\n".join(part for part in parts if isinstance(part, str) and part)


def is_upload(content: Content) -> bool:
    """Whether it shows what somebody sent here, rather than what lies elsewhere."""
    is_file = content.get("type") in {"image", "file"}
    return is_file and str(content.get("url", "")).startswith(FILE_ADDRESS)


def words_in(content: Content, text: str) -> str:
    """Of a message's text, what its author wrote: a caption, but not the name of a file."""
    if not is_upload(content):
        return text
    caption = content.get("text")
    return caption if isinstance(caption, str) else ""


def payloads_in(content: Content) -> set[str]:
    """What its quick replies and the buttons of its cards say when they are picked."""
    buttons = _dicts(content.get("choices"))
    for card in _dicts(content.get("cards")):
        buttons += _dicts(card.get("actions"))
    return {str(button["payload"]) for button in buttons if button.get("payload")}


def _dicts(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
