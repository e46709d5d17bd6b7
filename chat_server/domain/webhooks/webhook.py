"""A webhook: who is told, of what, and whether they listen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .delivery import pause_after

# However many deliveries wait, a server that does not answer is asked this often at the least.
LONGEST_REST = timedelta(minutes=10)
# Whoever has not taken anything for so long is not asked any more until an administrator says so.
GIVEN_UP_AFTER = timedelta(days=3)
MOST_WEBHOOKS = 20
_LONGEST_REASON = 300


class Texts(StrEnum):
    """What of the words of messages leaves the house."""

    NONE = "none"
    MASKED = "masked"
    FULL = "full"


@dataclass
class Webhook:
    """`secret` is closed under the installation's key; `events` are names of `WebhookEvent`.

    While `leased_until` lies ahead the worker `holder` has it, so that deliveries keep their order. `failing_since` is
    of the first of the failures since the last success, `failures` their number; until `resting_until` it is let alone.
    """

    id: str
    name: str
    url: str
    secret: str
    events: list[str]
    texts: Texts
    created_at: datetime
    paused_at: datetime | None = None
    pause_reason: str | None = None
    failing_since: datetime | None = None
    failures: int = 0
    resting_until: datetime | None = None
    leased_until: datetime | None = None
    holder: str | None = None

    def claim(self, holder: str, now: datetime, lease: timedelta) -> None:
        """Its deliveries are this worker's."""
        self.holder, self.leased_until = holder, now + lease

    def let_go(self) -> None:
        """Anybody's again."""
        self.holder = self.leased_until = None

    def pause(self, now: datetime, reason: str) -> None:
        """Nothing is sent until `resume`; what happens meanwhile waits."""
        if self.paused_at is None:
            self.paused_at, self.pause_reason = now, reason[:_LONGEST_REASON]

    def resume(self) -> None:
        """As if nothing had failed yet."""
        self.paused_at = self.pause_reason = None
        self.took_one()

    def took_one(self) -> None:
        """It listens."""
        self.failures, self.failing_since, self.resting_until = 0, None, None

    def refused_one(self, now: datetime, why: str, *, for_good: bool, luck: float) -> bool:
        """Let alone for a while, longer each time; True where it is paused by this."""
        self.failures += 1
        self.failing_since = self.failing_since or now
        self.resting_until = now + pause_after(self.failures, luck, LONGEST_REST)
        if for_good or now - self.failing_since >= GIVEN_UP_AFTER:
            since = self.failing_since.strftime("%Y-%m-%d %H:%M UTC")
            self.pause(now, f"Nothing was taken since {since}. Last: {why}")
            return True
        return False
