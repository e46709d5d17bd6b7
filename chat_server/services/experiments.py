"""For marketers: experiments from their plan to their verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chat_server.domain.errors import Conflict, Duplicate, NotFound
from chat_server.domain.experiments.comparison import (
    Compared,
    Figure,
    Finding,
    compare,
    figures,
    finding,
)
from chat_server.domain.experiments.design import Comparison, Design, Element, Variant
from chat_server.domain.experiments.experiment import Experiment, plain
from chat_server.domain.experiments.outcomes import OutcomeKey
from chat_server.domain.experiments.planning import Plan, plan
from chat_server.domain.experiments.ratio import RatioWatch, watched
from chat_server.domain.ids import new_id
from chat_server.domain.ports import Clock, Slice, Store, Transaction, Usual

from .access import AgentCaller, Permission, require

# What is usual is what was so in the last four weeks.
_USUAL = timedelta(days=28)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Draft:
    """What an experiment is about, as long as it may be changed."""

    inbox_key: str
    name: str
    design: Design
    variants: Sequence[Variant]
    goal: OutcomeKey
    effect: float
    baseline: float
    window_hours: int


@dataclass(frozen=True)
class Wish:
    """What the planning calculator is asked; what is None is taken from the last four weeks."""

    inbox_key: str
    design: Design
    weights: Sequence[float]
    goal: OutcomeKey
    effect: float
    window_hours: int
    baseline: float | None = None
    per_day: float | None = None


@dataclass(frozen=True)
class Planned:
    """`plan` is None where neither we nor they know the share now; `usual` is of the last four weeks."""

    plan: Plan | None
    baseline: float | None
    per_day: float | None
    usual: Usual


@dataclass(frozen=True)
class Listed:
    """With how many people saw something of it."""

    experiment: Experiment
    inbox_key: str
    people: int


@dataclass(frozen=True)
class Report:
    """Everything about one, as of a moment; `deal` are all who saw something, figures are of those whose time is over."""

    experiment: Experiment
    inbox_key: str
    as_of: datetime
    deal: RatioWatch
    counted: list[int]
    figures: list[dict[OutcomeKey, Figure]]
    compared: list[Compared]
    finding: Finding
    plan: Plan
    per_day: float | None

    @property
    def days_left(self) -> int | None:
        """At the present pace; None where there is none."""
        if not self.per_day:
            return None
        missing = max(self.plan.people - sum(self.deal.counts), 0)
        return round(missing / self.per_day + self.experiment.window / _DAY)


class Experiments:
    """A draft may be changed; what has started may only be ended."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def all(self, caller: AgentCaller, query: str | None) -> list[Listed]:
        """Newest first."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            keys = await _keys(tx)
            people = await tx.experiments.people()
            return [
                Listed(one, keys.get(one.inbox_id, ""), people.get(one.id, 0))
                for one in await tx.experiments.search(query)
            ]

    async def plan(self, caller: AgentCaller, wish: Wish) -> Planned:
        """How many people, and how long."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            inbox_id = await _inbox(tx, wish.inbox_key)
            now = self._clock()
            usual = await tx.experiments.usual(inbox_id, now - _USUAL, now)
        per_day = wish.per_day if wish.per_day is not None else usual.people / _USUAL.days or None
        baseline = wish.baseline if wish.baseline is not None else _share(usual, wish.goal)
        if baseline is None:
            return Planned(None, None, per_day, usual)
        made = plan(
            baseline,
            wish.effect,
            wish.weights,
            _foreseen(wish),
            per_day=per_day,
            window_hours=wish.window_hours,
        )
        return Planned(made, baseline, per_day, usual)

    async def add(self, caller: AgentCaller, draft: Draft) -> Listed:
        """Raises Invalid with what cannot be told apart."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            made = Experiment(
                id=new_id(),
                inbox_id=await _inbox(tx, draft.inbox_key),
                name=draft.name,
                design=draft.design,
                variants=plain(draft.variants),
                goal=draft.goal,
                effect=draft.effect,
                baseline=draft.baseline,
                window_hours=draft.window_hours,
                created_at=self._clock(),
            )
            made.check()
            tx.add(made)
        return Listed(made, draft.inbox_key, 0)

    async def change(self, caller: AgentCaller, experiment_id: str, draft: Draft) -> Listed:
        """Conflict once it has started."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            held = await _held(tx, experiment_id)
            held.require_draft()
            held.inbox_id = await _inbox(tx, draft.inbox_key)
            held.variants = plain(draft.variants)
            for name in ("name", "design", "goal", "effect", "baseline", "window_hours"):
                setattr(held, name, getattr(draft, name))
            held.check()
        return Listed(held, draft.inbox_key, 0)

    async def remove(self, caller: AgentCaller, experiment_id: str) -> None:
        """A draft; what people saw is not forgotten."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            held = await _held(tx, experiment_id)
            held.require_draft()
            await tx.experiments.remove(held)

    async def start(self, caller: AgentCaller, experiment_id: str) -> Report:
        """Conflict when the inbox has one running: then nobody could tell their effects apart."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        running = "Another experiment is running in this inbox; end it first."
        try:
            async with self._store.begin() as tx:
                held = await _held(tx, experiment_id)
                held.require_draft()
                if await tx.experiments.running(held.inbox_id) is not None:
                    raise Conflict(running)
                held.start(self._clock())
        except Duplicate as error:
            raise Conflict(running) from error
        return await self.report(caller, experiment_id)

    async def end(self, caller: AgentCaller, experiment_id: str) -> Report:
        """From now on everybody is greeted as before."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            (await _held(tx, experiment_id)).end(self._clock())
        return await self.report(caller, experiment_id)

    async def report(self, caller: AgentCaller, experiment_id: str) -> Report:
        """Counted anew; may be looked at as often as one likes."""
        require(caller, Permission.READ_REPORTS)
        now = self._clock()
        async with self._store.read() as tx:
            held = await tx.experiments.get(experiment_id)
            if held is None:
                raise NotFound("There is no such experiment.")
            return await _reported(tx, held, await _keys(tx), now)

    async def reports(self, caller: AgentCaller, query: str | None, piece: Slice) -> list[Report]:
        """The same of several, drafts too, newest first."""
        require(caller, Permission.READ_REPORTS)
        now = self._clock()
        async with self._store.read() as tx:
            keys = await _keys(tx)
            found = await tx.experiments.search(query, piece)
            return [await _reported(tx, held, keys, now) for held in found]


async def _reported(
    tx: Transaction, held: Experiment, keys: Mapping[str, str], now: datetime
) -> Report:
    deal = await tx.experiments.deal(held.id, now)
    tallies = await tx.experiments.tallies(held, now)
    watch = watched(held.weights, deal)
    compared = compare(held.comparisons(), tallies, held.goal, held.effect)
    return Report(
        experiment=held,
        inbox_key=keys.get(held.inbox_id, ""),
        as_of=now,
        deal=watch,
        counted=[one[held.goal].people if one else 0 for one in tallies],
        figures=[figures(one, held.goal, held.effect) for one in tallies],
        compared=compared,
        finding=finding(compared, uneven=watch.alarm),
        plan=plan(held.baseline, held.effect, held.weights, held.comparisons()),
        per_day=_pace(held, len(deal), now),
    )


def _pace(held: Experiment, people: int, now: datetime) -> float | None:
    if held.started_at is None or not people:
        return None
    return people / max(((held.ended_at or now) - held.started_at) / _DAY, 1 / 24)


def _share(usual: Usual, goal: OutcomeKey) -> float | None:
    reached = usual.reached.get(goal)
    return reached / usual.people if reached and reached < usual.people else None


def _foreseen(wish: Wish) -> list[Comparison]:
    """Of a factorial test the two elements are foreseen with two values each."""
    if wish.design is Design.AB:
        places = range(1, len(wish.weights))
        return [Comparison(Element.GREETING, (0,), (place,)) for place in places]
    half = len(wish.weights) // 2
    first, second = tuple(range(half)), tuple(range(half, len(wish.weights)))
    return [Comparison(element, first, second) for element in Element]


async def _held(tx: Transaction, experiment_id: str) -> Experiment:
    held = await tx.experiments.lock(experiment_id)
    if held is None:
        raise NotFound("There is no such experiment.")
    return held


async def _inbox(tx: Transaction, key: str) -> str:
    inbox = await tx.inboxes.by_key(key)
    if inbox is None:
        raise NotFound("There is no such inbox.")
    return inbox.id


async def _keys(tx: Transaction) -> dict[str, str]:
    return {inbox.id: inbox.key for inbox in await tx.inboxes.all()}
