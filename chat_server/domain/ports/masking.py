"""What finds personal data in text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.masking import Known, Span


class Finder(Protocol):
    """A few milliseconds a message at most, no I/O; the first in a language takes a second, so not in the loop."""

    def find(self, text: str, known: Known) -> list[Span]:
        """In order, none over another."""
