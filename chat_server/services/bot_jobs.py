"""Training, comparing, promoting and rolling back: asked for here, done by the trainer, which asks what there is to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.errors import Conflict, Duplicate, NotFound, Unavailable
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.lessons.job import (
    BotJob,
    JobKind,
    JobState,
    OwnIntent,
    Trainer,
)
from chat_server.domain.lessons.taught import Example
from chat_server.domain.lessons.verdict import Finding, Score
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, require
from .lessons import reviewed_in

_SHOWN = 20
# An intent with fewer examples would be heard in what has nothing to do with it.
LEAST_EXAMPLES = 4
_TRAINER = "trainer"


@dataclass(frozen=True)
class Seen:
    """A job, and what its model lacks to come into service; `is_lost` when its trainer is gone."""

    job: BotJob
    faults: list[Finding]
    is_lost: bool


@dataclass(frozen=True)
class Overview:
    """`trainer` is None while none speaks."""

    trainer: Trainer | None
    jobs: list[Seen]


@dataclass(frozen=True)
class Work:
    """A job with what it takes: examples to learn, examples to judge by, and intents that were made here."""

    job: BotJob
    examples: list[Example]
    held_out: list[Example]
    intents: list[OwnIntent]


@dataclass(frozen=True)
class TrainerTold:
    """Which process it is, and which models it has: the one that serves, and the one before."""

    name: str
    serving: str
    former: str | None


@dataclass(frozen=True)
class Report:
    """How far a job is; `state` and what follows at its end."""

    step: str
    share: float
    state: JobState | None = None
    against: str | None = None
    failure: str | None = None
    scores: Sequence[Score] = ()


class BotJobs:
    """For who may manage models; reading is for who reads reports, and working for the trainer."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def overview(self, caller: AgentCaller) -> Overview:
        """The latest jobs, and whether a trainer is there."""
        require(caller, Permission.READ_REPORTS)
        now = self._clock()
        async with self._store.read() as tx:
            trainer, jobs = await tx.bot_jobs.trainer(), await tx.bot_jobs.latest(_SHOWN)
        serving = trainer.serving if trainer else ""
        present = trainer if trainer is not None and trainer.is_there(now) else None
        return Overview(present, [_seen(job, serving, now) for job in jobs])

    async def train(self, caller: AgentCaller) -> Seen:
        """Asks for a model that has learned the lessons, beside the one that serves."""
        return await self._ask(caller, JobKind.TRAIN)

    async def promote(self, caller: AgentCaller, job_id: str) -> Seen:
        """Asks for a trained model to come into service; refused when it is worse than the one that serves."""
        require(caller, Permission.MANAGE_MODELS)
        async with self._store.read() as tx:
            trained, trainer = await tx.bot_jobs.get(job_id), await tx.bot_jobs.trainer()
        if trained is None or trained.kind is not JobKind.TRAIN:
            raise NotFound("There is no such training.")
        found = trained.faults(trainer.serving if trainer else "")
        if found:
            raise Conflict(
                "This model is worse than the one in service, or was not compared with it.",
                {one.fault.value: one.language or "all" for one in found},
            )
        return await self._ask(caller, JobKind.PROMOTE, trained.id, trained.against)

    async def roll_back(self, caller: AgentCaller) -> Seen:
        """Asks for the model that served before."""
        require(caller, Permission.MANAGE_MODELS)
        async with self._store.read() as tx:
            trainer = await tx.bot_jobs.trainer()
        if trainer is None or trainer.former is None:
            raise Conflict("No other model served before this one.")
        return await self._ask(caller, JobKind.ROLL_BACK, trainer.former, trainer.serving)

    async def cancel(self, caller: AgentCaller, job_id: str) -> None:
        """A training that waits or runs; what comes into service cannot be stopped half way."""
        require(caller, Permission.MANAGE_MODELS)
        async with self._store.begin() as tx:
            job = await tx.bot_jobs.open()
            if job is None or job.id != job_id:
                raise NotFound("There is no such training under way.")
            if job.kind is not JobKind.TRAIN and job.state is JobState.RUNNING:
                raise Conflict("The bots are changing over; this cannot be stopped.")
            await self._end(tx, job, JobState.CANCELLED, caller)

    async def _ask(
        self,
        caller: AgentCaller,
        kind: JobKind,
        model: str | None = None,
        against: str | None = None,
    ) -> Seen:
        require(caller, Permission.MANAGE_MODELS)
        now = self._clock()
        try:
            async with self._store.begin() as tx:
                trainer, other = await tx.bot_jobs.trainer(), await tx.bot_jobs.open()
                if other is not None and other.is_lost(now):
                    await self._end(tx, other, JobState.FAILED, None, "trainer_lost")
                    await tx.flush()
                elif other is not None:
                    raise Conflict("One at a time: something is under way already.")
                if trainer is None or not trainer.is_there(now):
                    raise Unavailable("No trainer is running; nothing was begun.")
                job = BotJob(new_id(), kind, JobState.WAITING, caller.agent_id, now)
                job.model, job.against = model, against
                tx.add(job)
                await tx.record([_line(EventType.BOT_JOB_ASKED, job, caller, now)])
        except Duplicate as error:
            raise Conflict("One at a time: something is under way already.") from error
        return _seen(job, trainer.serving, now)

    # ------------------------------------------------------------ the trainer

    async def take(self, caller: AgentCaller, told: TrainerTold) -> Work | None:
        """What there is to do; asked for every few seconds, which also says that the trainer is there."""
        require(caller, Permission.TRAIN)
        now = self._clock()
        async with self._store.begin() as tx:
            await _note(tx, told, now)
            job = await tx.bot_jobs.open()
            if job is not None and job.state is JobState.RUNNING:
                # Its own, or one whose trainer is gone: whoever had it does not work at it any more.
                if job.trainer == told.name or job.is_lost(now):
                    await self._end(tx, job, JobState.FAILED, None, "trainer_lost")
                return None
            if job is None:
                return None
            job.take(told.name, now)
            if job.kind is not JobKind.TRAIN:
                return Work(job, [], [], [])
            work = await _work(tx, job)
            job.lessons, job.held_out = len(work.examples), len(work.held_out)
            return work

    async def report(
        self, caller: AgentCaller, job_id: str, told: TrainerTold, report: Report
    ) -> bool:
        """Whether to go on: not when somebody called it off."""
        require(caller, Permission.TRAIN)
        now = self._clock()
        async with self._store.begin() as tx:
            await _note(tx, told, now)
            job = await tx.bot_jobs.open()
            if job is None or job.id != job_id or job.trainer != told.name:
                return False
            job.seen_at, job.step, job.share = now, report.step, report.share
            if report.state is JobState.DONE and job.kind is JobKind.TRAIN:
                job.model, job.against = job.id, report.against
                job.compared(list(report.scores))
            if report.state is not None:
                await self._end(tx, job, report.state, None, report.failure)
            return True

    async def _end(
        self,
        tx: Transaction,
        job: BotJob,
        state: JobState,
        caller: AgentCaller | None,
        failure: str | None = None,
    ) -> None:
        now = self._clock()
        job.end(state, now, failure)
        await tx.record([_line(EventType.BOT_JOB_ENDED, job, caller, now)])


async def _note(tx: Transaction, told: TrainerTold, now: datetime) -> None:
    trainer = await tx.bot_jobs.trainer()
    if trainer is None:
        tx.add(Trainer(_TRAINER, told.name, now, told.serving, told.former))
        return
    trainer.name, trainer.seen_at = told.name, now
    trainer.serving, trainer.former = told.serving, told.former


async def _work(tx: Transaction, job: BotJob) -> Work:
    """Of intents made here only those that have enough examples; the others are not heard yet."""
    own = {one.name: one for one in await tx.bot_jobs.intents()}
    found = [
        (Example(one.lesson.language, one.lesson.intent, one.example), one.held_out)
        for one in reversed(await reviewed_in(tx))
        if one.lesson.intent is not None and one.example
    ]
    taught = Counter(example.intent for example, held_out in found if not held_out)
    poor = {name for name in own if taught[name] < LEAST_EXAMPLES}
    kept = [pair for pair in found if pair[0].intent not in poor]
    return Work(
        job,
        [example for example, held_out in kept if not held_out],
        [example for example, held_out in kept if held_out],
        [one for name, one in own.items() if name not in poor],
    )


def _seen(job: BotJob, serving: str, now: datetime) -> Seen:
    faults = job.faults(serving) if job.kind is JobKind.TRAIN else []
    return Seen(job, faults, job.is_lost(now))


def _line(kind: EventType, job: BotJob, caller: AgentCaller | None, now: datetime) -> Event:
    """Of no dialogue and no inbox."""
    data: dict[str, object] = {"job": job.id, "kind": job.kind.value, "state": job.state.value}
    data |= {"model": job.model} if job.model else {}
    return Event(
        id=event_id(kind, job.id),
        type=kind,
        at=now,
        inbox_id="",
        actor_kind="agent" if caller else "bot",
        actor_id=caller.agent_id if caller else None,
        data=data,
    )
