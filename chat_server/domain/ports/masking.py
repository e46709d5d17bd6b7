"""What finds personal data in text."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.masking import Kind, Known, Span


class Finder(Protocol):
    """A few milliseconds a message at most, no I/O; the first in a language takes a second, so not in the loop."""

    def find(self, text: str, known: Known) -> list[Span]:
        """In order, none over another."""

    def again(self, text: str, met: Collection[tuple[Kind, str]]) -> list[Span]:
        """Where those are spoken of whom other lines of the dialogue named; in any order."""
