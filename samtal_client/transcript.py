"""One conversation as a client knows it: pushes are hints, the order of seq is the truth."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .nouns import Message


class Applied(Enum):
    """What became of a message."""

    APPENDED = auto()
    KNOWN = auto()
    AMENDED = auto()
    GAP = auto()


class Transcript:
    """Never holds a message whose predecessor it lacks.

    `revision` is the last of the late changes that are held without a gap; None where none are told of.
    """

    def __init__(self, conversation_id: str) -> None:
        self.conversation_id = conversation_id
        self.messages: list[Message] = []
        self.revision: int | None = None

    @property
    def last(self) -> Message | None:
        """The newest."""
        return self.messages[-1] if self.messages else None

    @property
    def last_seq(self) -> int:
        """Of the newest; 0 before the first."""
        return self.messages[-1].seq if self.messages else 0

    def apply(self, message: Message) -> Applied:
        """Appended when it is the very next one; one that was changed since takes the place of what is held."""
        if message.seq <= self.last_seq:
            return self._amend(message)
        if message.prev_seq != self.last_seq:
            return Applied.GAP
        self.messages.append(message)
        return Applied.APPENDED

    def has_revisions(self, until: int | None) -> None:
        """All late changes up to this one are held."""
        if until is not None:
            self.revision = max(self.revision or 0, until)

    def lacks(self, revision: int | None) -> bool:
        """Whether the hub counts late changes that are not held."""
        return self.revision is not None and revision is not None and revision > self.revision

    def _amend(self, message: Message) -> Applied:
        # A reader sees only some seqs, but always in order.
        place = bisect_left(self.messages, message.seq, key=lambda held: held.seq)
        held = self.messages[place] if place < len(self.messages) else None
        if held is None or held.id != message.id or message.revision <= held.revision:
            return Applied.KNOWN
        self.messages[place] = message
        if self.revision is not None and message.revision == self.revision + 1:
            self.revision = message.revision
        return Applied.AMENDED

    @property
    def overlap(self) -> int:
        """Where `resume` begins: one early, so that it proves to be the same history."""
        return max(self.last_seq - 1, 0)

    def forget(self) -> Sequence[Message]:
        """The hub's history is another one, as after a restored backup; returns what was held."""
        held, self.messages = self.messages, []
        self.revision = None
        return held
