"""Token buckets: how much one visitor, address or account may do in a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass

from chat_server.domain.errors import RateLimited

_MOST_KEYS = 50_000


@dataclass(frozen=True)
class Limit:
    """`burst` at once, refilled evenly over `seconds`."""

    burst: int
    seconds: float


MESSAGES = Limit(20, 20.0)
COMMANDS = Limit(120, 30.0)
# By address, behind which a whole office or a phone network may sit.
CONNECTIONS = Limit(300, 60.0)
OPENINGS = Limit(200, 600.0)
# Of one address for one account, of all addresses for one account, of one address for all accounts.
SIGN_INS = Limit(10, 300.0)
SIGN_INS_OF_ACCOUNT = Limit(60, 300.0)
SIGN_INS_OF_ADDRESS = Limit(60, 300.0)
REQUESTS = Limit(300, 60.0)
TRANSCRIPTS = Limit(3, 3600.0)
LINKS = Limit(120, 60.0)


class RateLimits:
    """Buckets of this process; the oldest are dropped when there are too many."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._buckets: OrderedDict[tuple[Limit, str], tuple[float, float]] = OrderedDict()

    def spend(self, limit: Limit, key: str) -> None:
        """Takes one token; raises RateLimited when the bucket is empty."""
        if not self._enabled:
            return
        now = time.monotonic()
        place = (limit, key)
        tokens, at = self._buckets.pop(place, (float(limit.burst), now))
        tokens = min(float(limit.burst), tokens + (now - at) * limit.burst / limit.seconds)
        allowed = tokens >= 1
        self._buckets[place] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > _MOST_KEYS:
            self._buckets.popitem(last=False)
        if not allowed:
            raise RateLimited("That was a lot in a short time; wait a moment and try again.")
