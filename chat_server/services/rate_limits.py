"""Token buckets: how much one visitor, address, account or inbox may do in a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass

from chat_server.domain.errors import RateLimited
from chat_server.domain.ports import SharedBuckets
from chat_server.metrics import LIMITED

_MOST_KEYS = 50_000
# Tokens taken in advance are forgotten after so long: the shared bucket has filled up meanwhile.
_HELD_FOR = 10.0


@dataclass(frozen=True)
class Limit:
    """`burst` at once, refilled evenly over `seconds`, on each hub: it guards the hub itself."""

    burst: int
    seconds: float


@dataclass(frozen=True)
class SharedLimit:
    """The same over all hubs: `at_once` tokens are fetched together, so that few spendings ask anybody."""

    name: str
    burst: int
    seconds: float
    at_once: int = 1


COMMANDS = Limit(120, 30.0)
REQUESTS = Limit(300, 60.0)
LINKS = Limit(120, 60.0)
MESSAGES = SharedLimit("messages", 20, 20.0, at_once=4)
FILES = SharedLimit("files", 20, 300.0)
FILES_OF_INBOX = SharedLimit("files_of_inbox", 600, 300.0, at_once=10)
TRANSCRIPTS = SharedLimit("transcripts", 3, 3600.0)
# By address, behind which a whole office or a phone network may sit.
CONNECTIONS = SharedLimit("connections", 300, 60.0, at_once=10)
OPENINGS = SharedLimit("openings", 200, 600.0)
# All visitors of one website together: a flood from many addresses leaves the other websites alone.
MESSAGES_OF_INBOX = SharedLimit("messages_of_inbox", 6_000, 20.0, at_once=100)
OPENINGS_OF_INBOX = SharedLimit("openings_of_inbox", 6_000, 600.0, at_once=10)
# Of one address for one account, of all addresses for one account, of one address for all accounts.
SIGN_INS = SharedLimit("sign_ins", 10, 300.0)
SIGN_INS_OF_ACCOUNT = SharedLimit("sign_ins_of_account", 60, 300.0)
SIGN_INS_OF_ADDRESS = SharedLimit("sign_ins_of_address", 60, 300.0)


class RateLimits:
    """Buckets of this hub, and beside them those that it shares; either may refuse.

    While the shared ones cannot be asked, this hub's own are the limit: it never opens.
    """

    def __init__(self, *, enabled: bool, shared: SharedBuckets | None = None) -> None:
        self._enabled = enabled
        self._shared = shared
        self._buckets: OrderedDict[tuple[Limit | SharedLimit, str], tuple[float, float]]
        self._buckets = OrderedDict()
        # Tokens in hand, and until when they (or an empty hand) count.
        self._held: OrderedDict[tuple[SharedLimit, str], tuple[int, float]] = OrderedDict()

    def spend(self, limit: Limit, key: str) -> None:
        """Takes one token; raises RateLimited when the bucket is empty."""
        if self._enabled and not self._take(limit, key):
            raise _refusal("commands")

    async def spend_shared(self, limit: SharedLimit, key: str) -> None:
        """Takes one token of all hubs'; raises RateLimited when there is none."""
        if not self._enabled:
            return
        if not self._take(limit, key) or not await self._take_shared(limit, key):
            raise _refusal(limit.name)

    def _take(self, limit: Limit | SharedLimit, key: str) -> bool:
        now = time.monotonic()
        place = (limit, key)
        tokens, at = self._buckets.pop(place, (float(limit.burst), now))
        tokens = min(float(limit.burst), tokens + (now - at) * limit.burst / limit.seconds)
        allowed = tokens >= 1
        self._buckets[place] = (tokens - 1 if allowed else tokens, now)
        if len(self._buckets) > _MOST_KEYS:
            self._buckets.popitem(last=False)
        return allowed

    async def _take_shared(self, limit: SharedLimit, key: str) -> bool:
        if self._shared is None:
            return True
        now, place = time.monotonic(), (limit, key)
        tokens, until = self._held.pop(place, (0, 0.0))
        if now >= until:
            given = await self._shared.take(
                limit.name, key, limit.burst, limit.seconds, limit.at_once
            )
            if given is None:
                return True
            # Empty-handed until there may be one again: a flood does not become one of questions.
            tokens, until = given, now + (_HELD_FOR if given else limit.seconds / limit.burst)
        if tokens != 1:
            self._held[place] = (max(tokens - 1, 0), until)
        if len(self._held) > _MOST_KEYS:
            self._held.popitem(last=False)
        return tokens > 0


def _refusal(name: str) -> RateLimited:
    LIMITED.labels(name).inc()
    return RateLimited("That was a lot in a short time; wait a moment and try again.")
