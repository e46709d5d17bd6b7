"""What the trainer is asked to do: train a model, put one into service, or go back to the one before."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from .verdict import Fault, Finding, Score, faults

# A trainer that says nothing for as long is gone; it speaks every few seconds.
SILENT = timedelta(seconds=45)
BUILT = "built"


class JobKind(StrEnum):
    """`TRAIN` also compares; it changes nothing that serves."""

    TRAIN = "train"
    PROMOTE = "promote"
    ROLL_BACK = "roll_back"


class JobState(StrEnum):
    """Of one job at a time."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = frozenset({JobState.WAITING, JobState.RUNNING})


@dataclass
class BotJob:
    """`model` is the one it makes or puts into service, `against` the one it was compared with.

    `slot` is the same for all that are open, so that the database lets only one be. `step` and `share` say how far
    it is; `failure` why it ended.
    """

    id: str
    kind: JobKind
    state: JobState
    asked_by: str
    asked_at: datetime
    model: str | None = None
    against: str | None = None
    lessons: int = 0
    held_out: int = 0
    trainer: str | None = None
    seen_at: datetime | None = None
    finished_at: datetime | None = None
    step: str = ""
    share: float = 0.0
    failure: str | None = None
    scores: list[dict[str, object]] = field(default_factory=list)
    slot: str | None = "open"

    @property
    def is_open(self) -> bool:
        """Whether the trainer still has to do with it."""
        return self.state in OPEN

    def is_lost(self, now: datetime) -> bool:
        """Whether who had taken it is gone."""
        return self.state is JobState.RUNNING and now - (self.seen_at or self.asked_at) > SILENT

    def take(self, trainer: str, now: datetime) -> None:
        """It is this trainer's from now on."""
        self.state, self.trainer, self.seen_at = JobState.RUNNING, trainer, now

    def end(self, state: JobState, now: datetime, failure: str | None = None) -> None:
        """No more of it."""
        self.state, self.finished_at, self.slot, self.failure = state, now, None, failure

    def compared(self, scores: list[Score]) -> None:
        """What both models made of lines that neither learned from."""
        self.scores = [asdict(score) for score in scores]

    def faults(self, serving: str) -> list[Finding]:
        """Why its model may not come into service beside the one that serves now."""
        if self.state is not JobState.DONE or self.against != serving:
            return [Finding(Fault.NOT_COMPARED)]
        return faults(scores_of(self))


def scores_of(job: BotJob) -> list[Score]:
    """As they were reported."""
    return [Score(**score) for score in job.scores]  # type: ignore[arg-type]


@dataclass
class Trainer:
    """The process that trains, as it told last: which model serves, and which one did before."""

    id: str
    name: str
    seen_at: datetime
    serving: str
    former: str | None

    def is_there(self, now: datetime) -> bool:
        """Whether it spoke lately."""
        return now - self.seen_at <= SILENT


@dataclass
class OwnIntent:
    """An intent that somebody made here: its answers by language, of which English is said where another lacks."""

    name: str
    topic: str
    answers: dict[str, str]
    made_by: str
    made_at: datetime
