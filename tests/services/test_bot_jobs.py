"""Training, promoting and rolling back: asked for by who may, done by the trainer, one at a time, never for the worse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from chat_server.domain.events import EventType
from chat_server.domain.lessons.job import JobKind, JobState
from chat_server.domain.lessons.verdict import Fault, Score
from chat_server.services.bot_jobs import LEAST_EXAMPLES, BotJobs, Report, TrainerTold, Work
from chat_server.services.lessons import Lessons
from chat_server.services.own_intents import OwnIntents
from chat_server.taught.folder import TaughtFolder
from tests.core.core import ADA, ANNA, BOT, MARKUS, Core, words

if TYPE_CHECKING:
    from chat_server.services.access import AgentCaller

EXAMPLES = TaughtFolder(Path(__file__).resolve().parents[2] / "nlu_data")
BUILT = TrainerTold("t-1", "built", None)
EQUAL = Score("en", False, 400, 380, 380, 0, 0, 6, 6, 0, 0)
WORSE = Score("th", False, 400, 380, 370, 0, 10, 6, 6, 0, 0)


@pytest.fixture
def jobs(any_core: Core) -> BotJobs:
    any_core.bot.script = _missed
    return BotJobs(any_core.store, any_core.clock)


def _missed(_: Question) -> Answer:
    return Answer((Reply(words("hm")),), "nlu_fallback", 0.2, language="en")


async def _review(core: Core, intent: str, *texts: str) -> None:
    """Each by a visitor of their own."""
    lessons = Lessons(core.store, core.clock, EXAMPLES, core.masking)
    for text in texts:
        conversation_id = await core.dialogue((await core.visitor()).caller, text)
        message = (await core.messages(conversation_id))[0]
        await lessons.review(ADA, [message.id], intent)


async def _take(jobs: BotJobs, told: TrainerTold = BUILT) -> Work:
    work = await jobs.take(BOT, told)
    assert work is not None
    return work


async def _trained(jobs: BotJobs, *scores: Score) -> str:
    """A training from its beginning to its end; its id."""
    await jobs.take(BOT, BUILT)
    await jobs.train(ADA)
    work = await _take(jobs)
    done = Report("ended", 1.0, JobState.DONE, "built", None, scores)
    assert await jobs.report(BOT, work.job.id, BUILT, done)
    return work.job.id


async def test_nothing_begins_without_a_trainer(any_core: Core, jobs: BotJobs) -> None:
    with pytest.raises(Unavailable):
        await jobs.train(ADA)
    await jobs.take(BOT, BUILT)
    any_core.clock.forward(minutes=5)
    with pytest.raises(Unavailable):
        await jobs.train(ADA)
    assert (await jobs.overview(ADA)).trainer is None


async def test_the_trainer_gets_what_was_reviewed_and_one_job_at_a_time(
    any_core: Core, jobs: BotJobs
) -> None:
    await _review(any_core, "track_order", *(f"where went parcel {n}" for n in range(9)))
    assert await jobs.take(BOT, BUILT) is None
    asked = await jobs.train(ADA)
    with pytest.raises(Conflict):
        await jobs.train(ADA)
    work = await _take(jobs)
    assert work.job.id == asked.job.id
    assert len(work.examples) + len(work.held_out) == 9
    assert {one.intent for one in work.examples} == {"track_order"}
    assert await jobs.report(BOT, work.job.id, BUILT, Report("learning", 0.4))
    (seen,) = (await jobs.overview(MARKUS)).jobs
    assert (seen.job.step, seen.job.share, seen.job.state) == ("learning", 0.4, JobState.RUNNING)
    assert seen.job.lessons == len(work.examples)


async def test_a_model_that_is_no_worse_is_promoted_and_rolled_back(
    any_core: Core, jobs: BotJobs
) -> None:
    trained = await _trained(jobs, EQUAL)
    await jobs.promote(ADA, trained)
    work = await _take(jobs)
    assert (work.job.kind, work.job.model) == (JobKind.PROMOTE, trained)
    now = TrainerTold("t-1", trained, "built")
    await jobs.report(BOT, work.job.id, now, Report("ended", 1.0, JobState.DONE))
    await jobs.roll_back(ADA)
    work = await _take(jobs, now)
    assert (work.job.kind, work.job.model) == (JobKind.ROLL_BACK, "built")
    await jobs.report(BOT, work.job.id, BUILT, Report("ended", 1.0, JobState.DONE))
    lines = [one for one in await any_core.log() if one.type is EventType.BOT_JOB_ASKED]
    assert [one.data["kind"] for one in lines] == ["train", "promote", "roll_back"]
    assert {one.actor_id for one in lines} == {ADA.agent_id}


async def test_a_worse_model_is_refused_by_the_hub(jobs: BotJobs) -> None:
    trained = await _trained(jobs, EQUAL, WORSE)
    with pytest.raises(Conflict) as refused:
        await jobs.promote(ADA, trained)
    assert refused.value.fields == {"fewer_right": "all", "language_worse": "th"}
    assert (await jobs.overview(ADA)).jobs[0].faults[0].fault is Fault.FEWER_RIGHT


async def test_figures_beside_another_model_do_not_count(jobs: BotJobs) -> None:
    trained = await _trained(jobs, EQUAL)
    await jobs.take(BOT, TrainerTold("t-1", "another", "built"))
    with pytest.raises(Conflict) as refused:
        await jobs.promote(ADA, trained)
    assert refused.value.fields == {"not_compared": "all"}


async def test_a_training_is_called_off(jobs: BotJobs) -> None:
    await jobs.take(BOT, BUILT)
    asked = await jobs.train(ADA)
    work = await _take(jobs)
    await jobs.cancel(ADA, asked.job.id)
    assert not await jobs.report(BOT, work.job.id, BUILT, Report("learning", 0.5))
    with pytest.raises(NotFound):
        await jobs.cancel(ADA, asked.job.id)
    await jobs.train(ADA)


@pytest.mark.parametrize("name", ["t-1", "t-2"])
async def test_a_job_whose_trainer_died_has_failed(
    any_core: Core, jobs: BotJobs, name: str
) -> None:
    await jobs.take(BOT, BUILT)
    await jobs.train(ADA)
    await _take(jobs)
    other = TrainerTold(name, "built", None)
    if name == "t-2":
        # Somebody else's, and who has it may be alive.
        assert await jobs.take(BOT, other) is None
        assert (await jobs.overview(ADA)).jobs[0].job.state is JobState.RUNNING
        any_core.clock.forward(minutes=1)
    await jobs.take(BOT, other)
    (seen,) = (await jobs.overview(ADA)).jobs
    assert (seen.job.state, seen.job.failure) == (JobState.FAILED, "trainer_lost")
    await jobs.train(ADA)


async def test_forgotten_words_are_taught_to_nobody(any_core: Core, jobs: BotJobs) -> None:
    lessons = Lessons(any_core.store, any_core.clock, EXAMPLES, any_core.masking)
    gone = (await any_core.visitor()).caller
    conversation_id = await any_core.dialogue(gone, "where went parcel 1")
    message = (await any_core.messages(conversation_id))[0]
    await lessons.review(ADA, [message.id], "track_order")
    await any_core.consents.forget_me(gone)
    await jobs.take(BOT, BUILT)
    await jobs.train(ADA)
    work = await _take(jobs)
    assert (work.examples, work.held_out) == ([], [])


async def test_a_new_intent_is_learned_once_it_has_examples(any_core: Core, jobs: BotJobs) -> None:
    own = OwnIntents(any_core.store, any_core.clock, EXAMPLES)
    answers = {"en": "We do.", "is": "Já.", "th": " "}
    made = await own.add(MARKUS, "gift_wrapping", "shipping", answers)
    assert made.answers == {"en": "We do.", "is": "Já."}
    with pytest.raises(Conflict):
        await own.add(MARKUS, "gift_wrapping", "shipping", answers)
    await _review(any_core, "gift_wrapping", "do you wrap it")
    await jobs.take(BOT, BUILT)
    first = await jobs.train(ADA)
    assert (await _take(jobs)).intents == []
    await jobs.cancel(ADA, first.job.id)
    await _review(any_core, "gift_wrapping", *(f"wrap it {way}" for way in "abcdefghij"))
    await jobs.train(ADA)
    work = await _take(jobs)
    assert [one.name for one in work.intents] == ["gift_wrapping"]
    assert len(work.examples) >= LEAST_EXAMPLES
    await own.remove(MARKUS, "gift_wrapping")
    kinds = [one.type for one in await any_core.log()]
    assert kinds.count(EventType.INTENT_ADDED) == kinds.count(EventType.INTENT_REMOVED) == 1
    with pytest.raises(NotFound):
        await own.remove(MARKUS, "gift_wrapping")


@pytest.mark.parametrize(
    ("name", "topic", "answers"),
    [
        ("gifts", "no_topic", {"en": "Yes."}),
        ("gifts", "shipping", {"is": "Já."}),
        ("gifts", "shipping", {"en": "Yes.", "xx": "?"}),
    ],
)
async def test_an_intent_needs_a_topic_and_an_answer(
    any_core: Core, name: str, topic: str, answers: dict[str, str]
) -> None:
    own = OwnIntents(any_core.store, any_core.clock, EXAMPLES)
    with pytest.raises(Invalid):
        await own.add(ADA, name, topic, answers)


@pytest.mark.parametrize("caller", [ANNA, MARKUS, BOT], ids=lambda one: one.role)
async def test_who_may_not_changes_no_model(
    any_core: Core, jobs: BotJobs, caller: AgentCaller
) -> None:
    for refused in (jobs.train(caller), jobs.roll_back(caller), jobs.promote(caller, "x")):
        with pytest.raises(NotAllowed):
            await refused
    with pytest.raises(NotAllowed):
        await jobs.cancel(caller, "x")
    if caller is not BOT:
        with pytest.raises(NotAllowed):
            await jobs.take(caller, BUILT)
        with pytest.raises(NotAllowed):
            await jobs.report(caller, "x", BUILT, Report("", 0.0))
