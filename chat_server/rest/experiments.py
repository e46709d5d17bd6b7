"""Experiments."""

from __future__ import annotations

from typing import Any

from chat_server.domain.experiments.comparison import Compared, Figure
from chat_server.domain.experiments.design import Design, Variant
from chat_server.domain.experiments.outcomes import HIGHEST, LOWEST, OutcomeKey
from chat_server.domain.experiments.sequences import ENOUGH
from chat_server.domain.lift.intervals import Interval
from chat_server.services.experiments import Draft, Listed, Report, Wish
from chat_server.wire import experiments as w
from chat_server.wire.rest import PageOf

from .call import Call
from .paging import next_cursor


async def experiments(call: Call) -> PageOf[w.ExperimentView]:
    """All, by part of the name, newest first."""
    found = await call.services.experiments.all(call.agent, call.query.q)
    return PageOf[w.ExperimentView](items=[_listed(one) for one in found], next=None)


async def plan(call: Call) -> w.PlanView:
    """How many people it takes, and how long."""
    fields = call.body.model_dump()
    wish = Wish(
        inbox_key=fields.pop("inbox"),
        design=Design(fields.pop("design")),
        goal=OutcomeKey(fields.pop("goal")),
        **fields,
    )
    planned = await call.services.experiments.plan(call.agent, wish)
    return w.PlanView(
        people=planned.plan.people if planned.plan else None,
        days=planned.plan.days if planned.plan else None,
        baseline=planned.baseline,
        per_day=planned.per_day,
        usual_people=planned.usual.people,
    )


async def add(call: Call) -> w.ExperimentView:
    """A new draft."""
    return _listed(await call.services.experiments.add(call.agent, _draft(call.body)))


async def change(call: Call) -> w.ExperimentView:
    """A draft, as it should be."""
    made = await call.services.experiments.change(call.agent, call.path("id"), _draft(call.body))
    return _listed(made)


async def remove(call: Call) -> None:
    """Remove a draft."""
    await call.services.experiments.remove(call.agent, call.path("id"))


async def report(call: Call) -> w.ExperimentReport:
    """An experiment with its figures and its verdict."""
    return _report(await call.services.experiments.report(call.agent, call.path("id")))


async def reports(call: Call) -> PageOf[w.ExperimentReport]:
    """Experiments with their figures and verdicts, newest first."""
    query = call.query
    found = await call.services.experiments.reports(call.agent, query.q, query.piece())
    last = found[-1].experiment if found else None
    cursor = next_cursor(query.limit, len(found), last.created_at, last.id) if last else None
    return PageOf[w.ExperimentReport](items=[_report(one) for one in found], next=cursor)


async def start(call: Call) -> w.ExperimentReport:
    """Begin; from now on nothing of it can be changed."""
    return _report(await call.services.experiments.start(call.agent, call.path("id")))


async def end(call: Call) -> w.ExperimentReport:
    """End; everybody is greeted as before."""
    return _report(await call.services.experiments.end(call.agent, call.path("id")))


def _draft(body: w.ExperimentBody) -> Draft:
    return Draft(
        inbox_key=body.inbox,
        name=body.name,
        design=Design(body.design),
        variants=[
            Variant(one.name, one.weight, one.greeting.strip(), tuple(one.replies))
            for one in body.variants
        ],
        goal=OutcomeKey(body.goal),
        effect=body.effect,
        baseline=body.baseline,
        window_hours=body.window_hours,
    )


def _listed(one: Listed | Report) -> w.ExperimentView:
    held = one.experiment
    own = {
        name: getattr(held, name)
        for name in w.ExperimentView.model_fields
        if name not in {"inbox", "variants", "people"}
    }
    people = one.people if isinstance(one, Listed) else sum(one.deal.counts)
    variants = [w.VariantView.model_validate(variant) for variant in held.variants]
    return w.ExperimentView(inbox=one.inbox_key, variants=variants, people=people, **own)


def _report(report: Report) -> w.ExperimentReport:
    return w.ExperimentReport(
        experiment=_listed(report),
        as_of=report.as_of,
        finding=report.finding.value,
        ratio=w.RatioView(alarm=report.deal.alarm, chance=report.deal.chance),
        arms=[
            w.ArmView(
                name=variant.name,
                weight=variant.weight,
                seen=report.deal.counts[place],
                counted=report.counted[place],
                figures=[_figure(key, one) for key, one in report.figures[place].items()],
            )
            for place, variant in enumerate(report.experiment.arms)
        ],
        compared=[_compared(one) for one in report.compared],
        needed=report.plan.people,
        days_left=report.days_left,
        enough=ENOUGH,
    )


def _figure(key: OutcomeKey, figure: Figure) -> w.OutcomeFigureView:
    return w.OutcomeFigureView(
        key=key.value,
        people=figure.tally.people,
        count=figure.tally.total,
        estimate=_estimate(key, figure.interval, LOWEST),
    )


def _compared(one: Compared) -> w.ComparedView:
    harmed = {guard.key for guard in one.guardrails if guard.harmed}
    return w.ComparedView(
        element=one.comparison.element.value,
        base=list(one.comparison.base),
        other=list(one.comparison.other),
        verdict=one.verdict.value,
        lifts=[
            w.LiftView(key=key.value, estimate=_estimate(key, lift, 0), harmed=key in harmed)
            for key, lift in one.lifts.items()
        ],
    )


def _estimate(key: OutcomeKey, found: Interval | None, lowest: float) -> w.EstimateView | None:
    """Ratings in points, as they were given."""
    if found is None:
        return None
    values: dict[str, Any] = {name: getattr(found, name) for name in ("value", "low", "high")}
    if key is OutcomeKey.RATING:
        values = {name: lowest + (HIGHEST - LOWEST) * value for name, value in values.items()}
    return w.EstimateView(**values)
