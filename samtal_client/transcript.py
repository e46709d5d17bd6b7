"""One conversation as a client knows it: pushes are hints, the order of seq is the truth."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .nouns import Message


class Applied(Enum):
    """What became of a message."""

    APPENDED = auto()
    KNOWN = auto()
    GAP = auto()


class Transcript:
    """Never holds a message whose predecessor it lacks."""

    def __init__(self, conversation_id: str) -> None:
        self.conversation_id = conversation_id
        self.messages: list[Message] = []

    @property
    def last(self) -> Message | None:
        """The newest."""
        return self.messages[-1] if self.messages else None

    @property
    def last_seq(self) -> int:
        """Of the newest; 0 before the first."""
        return self.messages[-1].seq if self.messages else 0

    def apply(self, message: Message) -> Applied:
        """Appended when it is the very next one."""
        if message.seq <= self.last_seq:
            return Applied.KNOWN
        if message.prev_seq != self.last_seq:
            return Applied.GAP
        self.messages.append(message)
        return Applied.APPENDED

    @property
    def overlap(self) -> int:
        """Where `resume` begins: one early, so that it proves to be the same history."""
        return max(self.last_seq - 1, 0)

    def forget(self) -> Sequence[Message]:
        """The hub's history is another one, as after a restored backup; returns what was held."""
        held, self.messages = self.messages, []
        return held
