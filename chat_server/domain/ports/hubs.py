"""What hubs agree on among themselves."""

from __future__ import annotations

from typing import Protocol


class Leases(Protocol):
    """What one hub does for all; never a lock that something rests on."""

    async def take(self, name: str, seconds: float) -> bool:
        """Whether this hub holds `name` from now on; one that it holds is prolonged. False when nobody can tell."""

    async def free_in(self, name: str) -> float | None:
        """Seconds until the one who holds `name` may have lost it; None when nobody can tell."""

    async def release(self) -> None:
        """Lets go of all that this hub holds."""


class SharedBuckets(Protocol):
    """Token buckets of all hubs together."""

    async def take(
        self, name: str, key: str, burst: int, seconds: float, wanted: int
    ) -> int | None:
        """Up to `wanted` tokens of the bucket; 0 when it is empty, None when nobody can tell. Soon, and never fails."""
