"""Which contacts belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from chat_server.domain.segments.rule import Belonging, Member, Segment


class Segments(Protocol):
    """Segments are few; who belongs to one is found anew each time."""

    async def all(self) -> list[Segment]: ...
    async def get(self, segment_id: str) -> Segment | None: ...
    async def named(self, name: str) -> Segment | None: ...
    async def remove(self, segment: Segment) -> None: ...
    async def contacts(self) -> int:
        """How many there are at all."""

    async def count(self, belonging: Belonging) -> int:
        """How many belong."""

    async def looked_at(self, endings: Collection[str]) -> int:
        """How many have an id that ends with one of these two digits."""

    async def members(
        self, belonging: Belonging, limit: int, endings: Collection[str] = ()
    ) -> tuple[int, list[Member]]:
        """How many belong, and of them the ones seen last; with `endings`, of those who were `looked_at`."""
