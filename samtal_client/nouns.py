"""What a client hears about, as its reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One row of a conversation; `prev_seq` is the row before it that this reader may see.

    For agents: `understood` is what the bot made of it, `revision` which late change of the dialogue changed it last.
    """

    id: str
    conversation_id: str
    seq: int
    prev_seq: int
    client_id: str
    author: str
    kind: str
    content: Json
    created_at: str
    understood: Json | None = None
    revision: int = 0

    @classmethod
    def of(cls, view: Json) -> Message:
        """From the wire."""
        return cls(
            id=view["id"],
            conversation_id=view["conversation_id"],
            seq=view["seq"],
            prev_seq=view["prev_seq"],
            client_id=view["client_id"],
            author=view["author"]["kind"],
            kind=view["kind"],
            content=view["content"],
            created_at=view["created_at"],
            understood=view.get("understood"),
            revision=view.get("revision") or 0,
        )

    @property
    def text(self) -> str:
        """Its words, if it has any."""
        return str(self.content.get("text", ""))


@dataclass(frozen=True, slots=True)
class Conversation:
    """One dialogue as it stands; what an agent sends carries the owner's `epoch`."""

    id: str
    status: str
    owner: str
    agent_id: str | None
    epoch: int

    @classmethod
    def of(cls, view: Json) -> Conversation:
        """From the wire."""
        owner = view["owner"]
        return cls(view["id"], view["status"], owner["kind"], owner.get("agent_id"), owner["epoch"])


@dataclass(frozen=True, slots=True)
class Sent:
    """Where the hub committed a message."""

    conversation_id: str
    message_id: str
    seq: int
