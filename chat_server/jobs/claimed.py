"""Jobs that one hub does for all of them."""

from __future__ import annotations

import math
import time

from chat_server.domain.ports import Leases

# Kept for so long after it was last asked for, by a hub that died too; asked for again after half of it.
LIFETIME = 40.0
# Asked for at the very end of its time it is not over yet.
_AFTER = 0.1


class Claim:
    """The lease `name`, prolonged as late as is safe.

    It keeps hubs out of each other's way and is no lock: a hub that hangs in the middle of its work may find, awake
    again, that another one did it. What must not happen twice is claimed row by row, in the transaction that does it.
    """

    def __init__(self, leases: Leases, name: str, lifetime: float = LIFETIME) -> None:
        self._leases = leases
        self._name = name
        self._lifetime = lifetime
        self._taken = -math.inf

    async def is_held(self) -> bool:
        """By this hub, if need be from now on."""
        asked = time.monotonic()
        if asked - self._taken < self._lifetime / 2:
            return True
        held = await self._leases.take(self._name, self._lifetime)
        # From before it was asked for, so that we never think it longer than it is.
        self._taken = asked if held else -math.inf
        return held

    async def look_again(self) -> float | None:
        """Seconds until it may be held, when another hub holds it: that one may be dead. None when nobody can tell."""
        left = await self._leases.free_in(self._name)
        return None if left is None else left + _AFTER
