"""What texts mean, as numbers, and what in them is worth remembering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from chat_server.domain.facts.marked import Marked

# A text, its page's language, and what rules heard in it for sure: kinds, and where they are said.
Line = tuple[str, str, Sequence[tuple[str, int, int]]]


class Meaning(Protocol):
    """Vectors of texts: alike when they mean alike, in whatever language."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes] | None:
        """Of questions, or of what may answer them; a signed byte a dimension. None while it cannot be told."""


class Marker(Protocol):
    """What learned from examples which words of a message state a fact about who wrote it."""

    async def marks(self, lines: Sequence[Line]) -> list[list[Marked]] | None:
        """Of each line; none in a language that was not learned. None while it cannot be told."""
