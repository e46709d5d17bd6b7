"""What the bot did not understand is listed, assigned, taken back, and forgotten with its dialogue."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.errors import Invalid, NotAllowed, NotFound, Unavailable
from chat_server.domain.events import EventType
from chat_server.domain.lessons.heard import Certainty, Tally
from chat_server.services.lessons import Lessons, Queue, Wanted
from chat_server.taught.folder import TaughtFolder
from tests.core.core import ADA, ANNA, BOT, MARKUS, Core, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chat_server.services.access import AgentCaller

NLU_DATA = Path(__file__).resolve().parents[2] / "nlu_data"
HEARD = {
    "do you wrap gifts": ("nlu_fallback", 0.2, "en"),
    "gift paper please": ("out_of_scope", 0.9, "en"),
    "можно в подарок": ("nlu_fallback", 0.3, "ru"),
    "my parcel hm": ("track_order", 0.4, "en"),
    "hello": ("greet", 0.98, "en"),
}


class Means:
    """Every text means what its first letter says."""

    async def vectors(self, texts: Sequence[str], *, asked: bool) -> list[bytes] | None:
        return [bytes([ord(text[0]) & 0x7F] * 32) for text in texts]


def heard(question: Question) -> Answer:
    intent, confidence, language = HEARD.get(question.text, ("greet", 0.9, "en"))
    return Answer((Reply(words("hm")),), intent, confidence, language=language)


@pytest.fixture
def lessons(any_core: Core) -> Lessons:
    any_core.bot.script = heard
    return Lessons(
        any_core.store, any_core.clock, TaughtFolder(NLU_DATA), any_core.masking, Means()
    )


async def _queue(
    core: Core,
    lessons: Lessons,
    caller: AgentCaller = MARKUS,
    *,
    certainty: str = "missed",
    language: str | None = None,
    query: str = "",
) -> Queue:
    since, until = core.clock() - timedelta(days=1), core.clock() + timedelta(days=1)
    wanted = Wanted(since, until, Certainty(certainty), language, query)
    return await lessons.queue(caller, wanted)


def _texts(queue: Queue) -> set[str]:
    return {line.text for group in queue.groups for line in group}


def _ids(queue: Queue) -> list[str]:
    return [line.heard.message_id for group in queue.groups for line in group]


async def test_lines_are_counted_by_language_and_shown_by_certainty(
    any_core: Core, lessons: Lessons
) -> None:
    await any_core.dialogue((await any_core.visitor()).caller, *HEARD)
    queue = await _queue(any_core, lessons)
    assert queue.tallies == [Tally("en", 2, 1, 1), Tally("ru", 1, 0, 0)]
    assert _texts(queue) == {"do you wrap gifts", "gift paper please"}
    assert _texts(await _queue(any_core, lessons, language="ru")) == {"можно в подарок"}
    assert _texts(await _queue(any_core, lessons, certainty="sure", language="en")) == {"hello"}
    assert _texts(await _queue(any_core, lessons, query="PAPER")) == {"gift paper please"}
    assert (queue.capped, queue.ungrouped) == (False, 0)


async def test_a_review_takes_the_line_from_the_queue_and_puts_it_among_the_examples(
    any_core: Core, lessons: Lessons
) -> None:
    await any_core.dialogue((await any_core.visitor()).caller, *HEARD)
    ids = _ids(await _queue(any_core, lessons))
    made = await lessons.review(MARKUS, ids, "track_order")
    assert _texts(await _queue(any_core, lessons, language="en")) == set()
    assert {one.lesson.heard_intent for one in made} == {"nlu_fallback", "out_of_scope"}
    learned = [one.example for one in made if not one.held_out]
    patch = await lessons.changes(MARKUS)
    assert all(f"+    - {example}\n" in patch for example in learned)
    assert ("b/nlu_data/en/order.yml" in patch) == bool(learned)
    lines = [line for line in await any_core.log() if line.type is EventType.LINE_REVIEWED]
    assert {line.actor_id for line in lines} == {MARKUS.agent_id}
    assert "gift" not in str([line.data for line in lines])


async def test_one_the_bot_was_sure_of_is_corrected_and_corrected_again(
    any_core: Core, lessons: Lessons
) -> None:
    await any_core.dialogue((await any_core.visitor()).caller, "hello")
    (sure,) = _ids(await _queue(any_core, lessons, certainty="sure"))
    await lessons.review(ADA, [sure], "goodbye")
    await lessons.review(MARKUS, [sure], "thanks", wording="cheers")
    (only,) = await lessons.reviewed(ADA)
    assert (only.lesson.intent, only.example, only.text) == ("thanks", "cheers", "hello")
    await lessons.undo(ADA, only.lesson.id)
    assert _ids(await _queue(any_core, lessons, certainty="sure")) == [sure]
    assert [line.type for line in await any_core.log()].count(EventType.REVIEW_UNDONE) == 1


async def test_what_is_set_aside_teaches_nothing(any_core: Core, lessons: Lessons) -> None:
    await any_core.dialogue((await any_core.visitor()).caller, "do you wrap gifts")
    await lessons.review(MARKUS, _ids(await _queue(any_core, lessons)), None)
    assert await lessons.changes(MARKUS) == ""
    assert (await _queue(any_core, lessons)).tallies == []


async def test_forgotten_words_leave_queue_and_lessons(any_core: Core, lessons: Lessons) -> None:
    gone, stays = (await any_core.visitor()).caller, (await any_core.visitor()).caller
    await any_core.dialogue(gone, "do you wrap gifts", "gift paper please")
    await any_core.dialogue(stays, "можно в подарок")
    queue = await _queue(any_core, lessons, language="en")
    await lessons.review(MARKUS, _ids(queue)[:1], "track_order", wording="wrap it")
    receipt = await any_core.consents.forget_me(gone)
    assert receipt.counts["lessons"] == 1
    left = await _queue(any_core, lessons)
    assert left.tallies == [Tally("ru", 1, 0, 0)]
    assert await lessons.reviewed(MARKUS) == []
    assert await lessons.changes(MARKUS) == ""
    assert set(lessons._meanings._held) == {"можно в подарок"}


async def test_all_lines_or_none_are_reviewed(any_core: Core, lessons: Lessons) -> None:
    await any_core.dialogue((await any_core.visitor()).caller, "do you wrap gifts")
    ids = _ids(await _queue(any_core, lessons))
    with pytest.raises(NotFound):
        await lessons.review(MARKUS, [*ids, "gone"], "track_order")
    with pytest.raises(Invalid):
        await lessons.review(MARKUS, ids, "no_such_intent")
    assert await lessons.reviewed(MARKUS) == []


async def test_who_may_not_is_refused(any_core: Core, lessons: Lessons) -> None:
    for caller in (ANNA, BOT):
        with pytest.raises(NotAllowed):
            await _queue(any_core, lessons, caller)
        with pytest.raises(NotAllowed):
            await lessons.review(caller, ["x"], None)
        with pytest.raises(NotAllowed):
            await lessons.undo(caller, "x")


async def test_without_examples_nothing_can_be_assigned(any_core: Core, tmp_path: Path) -> None:
    alone = Lessons(any_core.store, any_core.clock, TaughtFolder(tmp_path), any_core.masking)
    with pytest.raises(Unavailable):
        await alone.intents(MARKUS)


async def test_who_may_not_read_contacts_reads_no_names(any_core: Core, lessons: Lessons) -> None:
    any_core.bot.script = lambda _: Answer(
        (Reply(words("hm")),), "nlu_fallback", 0.2, language="en"
    )
    await any_core.dialogue((await any_core.visitor()).caller, "write to kim@shop.example, please")
    (masked,) = _texts(await _queue(any_core, lessons, MARKUS))
    (whole,) = _texts(await _queue(any_core, lessons, ADA))
    assert "kim@shop.example" in whole
    assert "kim@shop.example" not in masked
    (made,) = await lessons.review(MARKUS, _ids(await _queue(any_core, lessons)), "greet")
    (seen,) = await lessons.reviewed(MARKUS)
    assert "kim" not in made.text + made.example + seen.text + seen.example
