"""What took long is kept for a while, told with its age, and counted anew; what is quick never is."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from chat_server.domain.errors import Unavailable
from chat_server.domain.live import ErasureBegun, FactsChanged
from chat_server.services.ready_answers import Answer, ReadyAnswers

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONGEST = 300.0


class Stage:
    """A clock that stands still but for `wait` and for what counting takes."""

    def __init__(self, longest: float = LONGEST, room: int = 1_000_000) -> None:
        self.now = 1_000.0
        self.takes = 1.0
        self.counts = 0
        self.rested: list[float] = []
        self.error: Exception | None = None
        self.dialogues = 50_000
        self.unread: Exception | None = None
        # Whoever counts waits for it.
        self.gate = asyncio.Event()
        self.gate.set()
        self.ready = ReadyAnswers(
            lambda: NOON + timedelta(seconds=self.now - 1_000.0),
            longest,
            self.history,
            timer=lambda: self.now,
            rest=self.rest,
            room=room,
        )

    async def ask(self, key: object = "page", size: int = 0) -> str:
        """What is answered, without what only fills."""
        return (await self.answer(key, size)).body.decode().strip()

    async def answer(self, key: object = "page", size: int = 0) -> Answer:
        async def count() -> bytes:
            self.counts += 1
            number = self.counts
            await self.gate.wait()
            self.now += self.takes
            if self.error is not None:
                raise self.error
            return f"count {number}".encode().ljust(size)

        return await self.ready.get(key, count)

    async def history(self) -> int:
        if self.unread is not None:
            raise self.unread
        return self.dialogues

    async def rest(self, seconds: float) -> None:
        self.rested.append(seconds)

    async def recounted(self) -> None:
        """Until nothing is counted behind a reader."""
        for task in asyncio.all_tasks():
            if task.get_name() == "recount":
                await task


async def test_what_is_quick_is_counted_for_every_reader() -> None:
    stage = Stage()
    stage.takes = 0.039
    assert [await stage.ask() for _ in range(3)] == ["count 1", "count 2", "count 3"]


async def test_while_a_history_is_short_everything_is_counted_for_every_reader() -> None:
    stage = Stage()
    stage.dialogues = 49_999
    assert [await stage.ask(), await stage.ask()] == ["count 1", "count 2"]
    stage.dialogues += 1
    assert [await stage.ask(), await stage.ask()] == ["count 3", "count 3"]


async def test_who_cannot_tell_how_long_the_history_is_keeps_nothing_and_answers() -> None:
    stage = Stage()
    stage.unread = Unavailable("The database is away.")
    assert [await stage.ask(), await stage.ask()] == ["count 1", "count 2"]


async def test_what_took_long_is_given_again_while_it_is_young() -> None:
    stage = Stage()
    stage.takes = 0.5
    assert (await stage.answer()).counted_at == NOON
    stage.now += 49
    again = await stage.answer()
    await stage.recounted()
    assert (again.body, again.counted_at, stage.counts) == (b"count 1", NOON, 1)


async def test_an_older_one_is_given_at_once_while_it_is_counted_anew() -> None:
    stage = Stage()
    await stage.ask()
    stage.now += 61
    stage.gate.clear()
    assert [await stage.ask(), await stage.ask()] == ["count 1", "count 1"]
    stage.gate.set()
    await stage.recounted()
    assert stage.counts == 2, "by one for all"
    newest = await stage.answer()
    assert (newest.body, newest.counted_at) == (b"count 2", NOON + timedelta(seconds=62))


@pytest.mark.parametrize(("takes", "given_for"), [(0.05, 50.0), (0.1, 100.0), (7.0, LONGEST)])
async def test_none_is_older_than_its_cost_is_worth_nor_than_the_limit(
    takes: float, given_for: float
) -> None:
    for late, answer in ((-0.01, "count 1"), (0.01, "count 2")):
        stage = Stage()
        stage.takes = takes
        began = stage.now
        await stage.ask()
        stage.now = began + given_for + late
        assert await stage.ask() == answer
        await stage.recounted()


async def test_no_age_at_all_keeps_nothing() -> None:
    stage = Stage(longest=0)
    assert [await stage.ask(), await stage.ask()] == ["count 1", "count 2"]


@pytest.mark.parametrize("error", [Unavailable("The database is away."), RuntimeError("a mistake")])
async def test_what_cannot_be_counted_anew_leaves_the_old_one_and_a_line_in_the_log(
    error: Exception,
) -> None:
    stage = Stage()
    await stage.ask()
    stage.now += 100
    stage.error = error
    with capture_logs() as logged:
        assert await stage.ask() == "count 1"
        await stage.recounted()
    assert [line["event"].startswith("recount_") for line in logged] == [True]
    assert await stage.ask() == "count 1"
    await stage.recounted()
    assert stage.counts == 3, "tried again at the next ask"


async def test_an_error_is_told_to_who_asks_first_and_not_kept() -> None:
    stage = Stage()
    stage.error = Unavailable("The database is away.")
    with pytest.raises(Unavailable):
        await stage.ask()
    stage.error = None
    assert await stage.ask() == "count 2"


async def test_all_is_emptied_when_somebody_is_forgotten_and_only_then() -> None:
    stage = Stage()
    await stage.ask()
    stage.ready.notice([FactsChanged("contact")])
    assert await stage.ask() == "count 1"
    stage.ready.notice([FactsChanged("contact"), ErasureBegun()])
    assert await stage.ask() == "count 2"


async def test_what_was_being_counted_when_somebody_was_forgotten_is_not_kept() -> None:
    stage = Stage()
    stage.gate.clear()
    asked = asyncio.create_task(stage.ask())
    while not stage.counts:
        await asyncio.sleep(0)
    stage.ready.notice([ErasureBegun()])
    stage.gate.set()
    assert await asked == "count 1"
    assert await stage.ask() == "count 2"


async def test_who_asks_otherwise_is_told_their_own() -> None:
    stage = Stage()
    assert [await stage.ask("admin"), await stage.ask("marketer")] == ["count 1", "count 2"]
    assert [await stage.ask("admin"), await stage.ask("marketer")] == ["count 1", "count 2"]


async def test_there_is_room_for_so_much_and_what_was_asked_longest_ago_goes_first() -> None:
    stage = Stage(room=30_000)
    for key in ("first", "second"):
        await stage.ask(key, 10_000)
    await stage.ask("first")
    await stage.ask("third", 10_000)
    assert await stage.ask("first") == "count 1"
    assert await stage.ask("second", 10_000) == "count 4"
    await stage.ask("too large", 30_000)
    await stage.ask("too large", 30_000)
    assert stage.counts == 6


async def test_what_was_asked_for_lately_is_counted_anew_before_it_is_too_old() -> None:
    stage = Stage()
    await stage.ask()
    stage.now += 100
    await stage.ready.keep_up()
    assert stage.counts == 1
    stage.now += 120
    await stage.ready.keep_up()
    assert (stage.counts, stage.rested) == (2, [20.0]), "and of the time it takes little"
    assert await stage.ask() == "count 2"


async def test_what_nobody_asks_for_any_more_is_let_go() -> None:
    stage = Stage()
    await stage.ask()
    for _ in range(60):
        stage.now += 250
        await stage.ready.keep_up()
    before = stage.counts
    assert before < 20
    assert await stage.ask() == f"count {before + 1}", "counted for whoever comes back"


async def test_nothing_is_counted_once_it_is_closed() -> None:
    stage = Stage()
    await stage.ask()
    stage.now += 100
    stage.gate.clear()
    await stage.ask()
    await stage.ready.close()
    assert all(task.get_name() != "recount" for task in asyncio.all_tasks())
