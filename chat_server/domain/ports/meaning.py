"""What texts mean, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Meaning(Protocol):
    """Vectors of texts: alike when they mean alike, in whatever language."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes] | None:
        """Of questions, or of what may answer them; a signed byte a dimension. None while it cannot be told."""
