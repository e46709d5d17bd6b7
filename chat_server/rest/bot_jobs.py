"""What the trainer is asked to do by people, and what it asks and tells itself."""

from __future__ import annotations

from chat_server.domain.lessons.job import JobState, scores_of
from chat_server.domain.lessons.verdict import Score
from chat_server.services.bot_jobs import Report, Seen, TrainerTold
from chat_server.wire import lessons as k

from .call import Call


async def overview(call: Call) -> k.BotJobsView:
    """Trainings with their figures, changes of the model, and whether there is a trainer."""
    found = await call.services.bot_jobs.overview(call.agent)
    trainer = k.TrainerView.model_validate(found.trainer) if found.trainer else None
    return k.BotJobsView(trainer=trainer, jobs=[job_view(one) for one in found.jobs])


async def train(call: Call) -> k.BotJobView:
    """Asks for a model that has learned the lessons; the one in service stays."""
    return job_view(await call.services.bot_jobs.train(call.agent))


async def promote(call: Call) -> k.BotJobView:
    """Asks for a trained model to come into service; refused when it is worse than the one that serves."""
    return job_view(await call.services.bot_jobs.promote(call.agent, call.path("id")))


async def roll_back(call: Call) -> k.BotJobView:
    """Asks for the model that served before."""
    return job_view(await call.services.bot_jobs.roll_back(call.agent))


async def cancel(call: Call) -> None:
    """Calls a training off."""
    await call.services.bot_jobs.cancel(call.agent, call.path("id"))


async def take(call: Call) -> k.WorkView:
    """What there is to do, for the trainer."""
    work = await call.services.bot_jobs.take(call.agent, _told(call.body))
    if work is None:
        return k.WorkView()
    return k.WorkView(
        id=work.job.id,
        kind=work.job.kind.value,
        model=work.job.model,
        examples=[k.ExampleView.model_validate(one) for one in work.examples],
        held_out=[k.ExampleView.model_validate(one) for one in work.held_out],
        intents=[k.OwnIntentView.model_validate(one) for one in work.intents],
    )


async def report(call: Call) -> k.GoOn:
    """How far the trainer is; whether it shall go on."""
    body = call.body
    told = Report(
        step=body.step,
        share=body.share,
        state=JobState(body.state) if body.state else None,
        against=body.against,
        failure=body.failure,
        scores=[Score(**score.model_dump()) for score in body.scores],
    )
    go_on = await call.services.bot_jobs.report(call.agent, call.path("id"), _told(body), told)
    return k.GoOn(go_on=go_on)


def job_view(seen: Seen) -> k.BotJobView:
    """With what its model lacks."""
    names = set(k.BotJobView.model_fields) - {"lost", "scores", "faults"}
    return k.BotJobView(
        lost=seen.is_lost,
        scores=[k.ScoreView.model_validate(_shown(score)) for score in scores_of(seen.job)],
        faults=[k.FaultView.model_validate(one) for one in seen.faults],
        **{name: getattr(seen.job, name) for name in names},
    )


def _shown(score: Score) -> dict[str, object]:
    return {name: getattr(score, name) for name in k.ScoreView.model_fields}


def _told(body: k.TrainerBody) -> TrainerTold:
    return TrainerTold(body.trainer, body.serving, body.former)
