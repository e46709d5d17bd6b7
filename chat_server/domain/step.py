"""What one move of a dialogue adds to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .events import Event
    from .message import Message


@dataclass
class Step:
    """What one move adds: messages in order, and the facts of it for the log."""

    messages: list[Message] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Step:
        """Several moves as one, in order."""
        made = cls()
        for step in steps:
            made.messages += step.messages
            made.events += step.events
        return made

    def then(self, other: Step) -> Step:
        """This step followed by `other`."""
        return Step(self.messages + other.messages, self.events + other.events)
