"""What contacts said, found again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from chat_server.domain.message import Message
    from chat_server.domain.recall.ranking import Candidate
    from chat_server.domain.recall.said import Indexed, Uttered

# A dialogue and a seq in it.
Place = tuple[str, int]


class Recall(Protocol):
    """Statements of contacts by words; a position is a message's place among all."""

    async def reached(self) -> int:
        """The position in the log up to which all was read."""

    async def reach(self, position: int) -> None:
        """From here on, next time."""

    async def uttered(self, after: int, until: int) -> list[Uttered]:
        """By visitors, between these positions in the log."""

    async def keep(self, statements: Sequence[Indexed]) -> None:
        """To be found from now on; what is kept already stays as it is."""

    async def said_by(self, contact_id: str, limit: int) -> list[tuple[int, Message]]:
        """The newest of what they said, kept here or not, with its position."""

    async def forget(self, contact_id: str) -> dict[str, int]:
        """Nothing of what they said is kept here any more; how many rows there were, by table."""

    async def by_words(
        self,
        contact_id: str,
        words: Sequence[str],
        limit: int,
        *,
        before: datetime | None = None,
        dialogue: str | None = None,
    ) -> list[tuple[int, float]]:
        """Positions of the contact's statements that have any of the words, best first, with their BM25."""

    async def at(self, positions: Collection[int]) -> dict[int, Message]:
        """The messages themselves."""

    async def beside(self, places: Collection[Place]) -> dict[Place, Message]:
        """What was said there; activities and notes are nobody's words."""

    async def candidates(
        self, contact_id: str, words: dict[int, float], likeness: dict[int, float]
    ) -> list[Candidate]:
        """The contact's statements at these positions, with where they stand."""

    async def awaiting(self, limit: int) -> list[tuple[int, Message]]:
        """Statements without a vector, oldest first."""

    async def keep_vectors(self, vectors: dict[int, bytes]) -> None:
        """Of statements that still exist; they wait no more."""

    async def signs(self, contact_id: str, limit: int) -> list[tuple[int, bytes]]:
        """Of the newest statements that have a vector."""

    async def vectors(self, contact_id: str, positions: Collection[int]) -> list[tuple[int, bytes]]:
        """Of those that have one."""
