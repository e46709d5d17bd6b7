"""One event on its way to one webhook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

_FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=1)
_LONGEST_OUTCOME = 300


class HookState(StrEnum):
    """`WAITING` covers a first try and every other."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True)
class Answer:
    """What came of one try: a status, or why there is none."""

    status: int | None
    error: str | None
    took_ms: int

    @property
    def taken(self) -> bool:
        """By 2xx and by nothing else."""
        return self.error is None and self.status is not None and 200 <= self.status < 300  # noqa: PLR2004

    @property
    def why(self) -> str:
        """For administrators."""
        return self.error or f"answered {self.status}"


@dataclass
class HookDelivery:
    """A promise by reference: of what happened it holds ids only, and the body is made anew for each try.

    `sequence` is the line's place in the log, by which deliveries are in order; pings have none.
    """

    id: str
    webhook_id: str
    event_id: str
    type: str
    sequence: int | None
    conversation_id: str | None
    created_at: datetime
    due_at: datetime
    state: HookState = HookState.WAITING
    attempts: int = 0
    tried_at: datetime | None = None
    finished_at: datetime | None = None
    status: int | None = None
    took_ms: int | None = None
    outcome: str | None = None

    def tried(self, answer: Answer, now: datetime, luck: float) -> None:
        """Delivered, or later again: until it is taken, for as long as it is kept."""
        self.attempts += 1
        self.tried_at, self.status, self.took_ms = now, answer.status, answer.took_ms
        if answer.taken:
            self.state, self.finished_at, self.outcome = HookState.DELIVERED, now, None
            return
        self.state, self.finished_at, self.outcome = (
            HookState.WAITING,
            None,
            answer.why[:_LONGEST_OUTCOME],
        )
        self.due_at = now + pause_after(self.attempts, luck, LONGEST_PAUSE)

    def give_up(self, now: datetime, why: str | None = None) -> None:
        """No more tries."""
        self.state, self.finished_at = HookState.FAILED, now
        self.outcome = (why or self.outcome or "")[:_LONGEST_OUTCOME] or None

    def again(self, now: datetime) -> None:
        """Once more, under the same event id, whatever came of it before."""
        self.state, self.finished_at, self.due_at = HookState.WAITING, None, now


def pause_after(attempts: int, luck: float, longest: timedelta) -> timedelta:
    """Doubled with every attempt up to the longest, and from half of that to all of it."""
    doubled: timedelta = _FIRST_PAUSE * 2 ** min(attempts - 1, 16)
    return min(doubled, longest) * (0.5 + luck / 2)
