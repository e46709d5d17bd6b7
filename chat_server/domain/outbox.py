"""What has to leave the house exactly as promised: deliveries, committed together with what causes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from .ids import new_id

MOST_ATTEMPTS = 12
_FIRST_PAUSE = timedelta(seconds=15)
_LONGEST_PAUSE = timedelta(hours=1)
_LONGEST_OUTCOME = 300


class DeliveryKind(StrEnum):
    """What is delivered, and with it by which worker."""

    REPLY_MAIL = "reply_mail"
    TRANSCRIPT_MAIL = "transcript_mail"
    CAMPAIGN_MAIL = "campaign_mail"
    RISE_MAIL = "rise_mail"


class DeliveryState(StrEnum):
    """`WAITING` covers a first try and every other; the rest are ends."""

    WAITING = "waiting"
    SENT = "sent"
    NEEDLESS = "needless"
    DEAD = "dead"


@dataclass
class Delivery:
    """One promise; `source` and `kind` together are unique, so nothing is promised twice.

    `id` goes out with every try, so that receivers know a repeated one. While `leased_until` lies ahead, a worker
    has it; `attempts` tells that worker from the next one, which may think that it died.
    """

    id: str
    kind: DeliveryKind
    source: str
    # None where it is about no conversation.
    conversation_id: str | None
    created_at: datetime
    due_at: datetime
    payload: dict[str, object] = field(default_factory=dict)
    recipient: str | None = None
    state: DeliveryState = DeliveryState.WAITING
    attempts: int = 0
    leased_until: datetime | None = None
    finished_at: datetime | None = None
    outcome: str | None = None

    @classmethod
    def promise(
        cls,
        kind: DeliveryKind,
        conversation_id: str,
        nonce: int | str,
        *,
        now: datetime,
        after: timedelta = timedelta(),
        payload: dict[str, object] | None = None,
    ) -> Delivery:
        """A new one; `nonce` tells promises of one kind in one conversation apart."""
        return cls(
            id=new_id(),
            kind=kind,
            source=f"{conversation_id}:{nonce}",
            conversation_id=conversation_id,
            created_at=now,
            due_at=now + after,
            payload=payload or {},
        )

    def claim(self, now: datetime, lease: timedelta) -> None:
        """One more try, which nobody else makes until the lease ends."""
        self.attempts += 1
        self.leased_until = now + lease

    def finish(self, state: DeliveryState, now: datetime, outcome: str = "") -> None:
        """No more tries."""
        self.state, self.finished_at, self.leased_until = state, now, None
        self.outcome = outcome[:_LONGEST_OUTCOME] or None

    def fail(self, now: datetime, why: str, *, for_good: bool, luck: float) -> bool:
        """Later again, or never, which is true; `luck` from 0 to 1 spreads those that failed together."""
        if for_good or self.attempts >= MOST_ATTEMPTS:
            self.finish(DeliveryState.DEAD, now, why)
            return True
        self.leased_until, self.outcome = None, why[:_LONGEST_OUTCOME]
        self.due_at = now + pause_after(self.attempts, luck)
        return False


def pause_after(attempts: int, luck: float) -> timedelta:
    """Doubled with every attempt up to an hour, and from half of that to all of it."""
    doubled: timedelta = _FIRST_PAUSE * 2 ** min(attempts - 1, 16)
    whole = min(doubled, _LONGEST_PAUSE)
    return whole * (0.5 + luck / 2)
