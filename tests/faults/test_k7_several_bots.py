"""K7: several bots behind a hub. One is killed, or their model changes, while all talk: nobody is handed to people for it."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import aiohttp
import pytest

from tests.faults.echo_bot import EchoBot
from tests.faults.ill_bot import IllBot
from tests.faults.oracle import crowd
from tests.faults.talking import Talk, Talkers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.faults.report import Report
    from tests.faults.stage import Stage
    from tests.system.samtal import Samtal

# Runnable processes for each processor.
_CROWDED = 2.5
_OF_A_CROWD = {"bot_busy", "bot_timeout"}
_FLOOD = 50
_TURNS = (
    "SELECT state, outcome, finished_at FROM bot_turns"
    " WHERE conversation_id = ? ORDER BY message_seq"
)
_SAYS = ("What does shipping cost?", "Thanks", "Hello", "How long do I have to return something?")


class Turn(NamedTuple):
    """As the database has it; its times are comparable texts."""

    state: str
    outcome: str | None
    finished_at: str


class Pair(EchoBot):
    """Two bots, each of which may be killed."""

    def __init__(self) -> None:
        super().__init__()
        self.both = (IllBot(), IllBot())
        self.url = ",".join(bot.url for bot in self.both)

    async def start(self) -> None:
        """Both."""
        await asyncio.gather(*(bot.start() for bot in self.both))

    async def stop(self) -> None:
        """Both."""
        await asyncio.gather(*(bot.stop() for bot in self.both))


def _count(report: Report, talk: Talk, reasons: list[str]) -> None:
    report.count(
        answered=talk.answered,
        unanswered=talk.unanswered,
        handed_off=len(reasons),
        longest=talk.longest,
    )


def _told_of(reasons: list[str]) -> list[str]:
    """What a killed bot would be blamed for; a hub that gets no processor for two seconds sends people by itself."""
    crowded = crowd() > _CROWDED
    return [reason for reason in reasons if not (crowded and reason in _OF_A_CROWD)]


@asynccontextmanager
async def _talking(
    make_stage: Callable[..., Stage], defect: str | None = None
) -> AsyncIterator[tuple[Talkers, Pair, Stage]]:
    stage = make_stage("sqlite", defect=defect, RATE_LIMITS="off")
    stage.bot = pair = Pair()
    await stage.start()
    async with aiohttp.ClientSession() as http:
        talkers = Talkers(http, stage.urls[0], stage.notes.inbox, _SAYS)
        talkers.begin(8, 0.1)
        try:
            await talkers.until_answered(40)
            yield talkers, pair, stage
        finally:
            await talkers.end()


@pytest.mark.fault("K7")
async def test_the_other_bot_answers_when_one_is_killed_and_again_shares_when_it_is_back(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    async with _talking(make_stage) as (talkers, pair, stage):
        for bot in pair.both:
            bot.kill()
            await talkers.until_answered(60)
            await bot.start()
            # Only if it is asked again may the other one be killed.
            async with asyncio.timeout(60):
                while not await asyncio.to_thread(bot.asked):
                    await asyncio.sleep(0.1)
        await talkers.until_answered(40)
        talk = await talkers.end()
        reasons = talk.reasons(stage.database_file)
    _count(report, talk, reasons)
    assert talk.answered > 150
    assert (_told_of(reasons), talk.unanswered) == ([], 0)


@pytest.mark.fault("K7-control")
async def test_a_hub_that_asks_one_bot_only_is_found_out(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    async with _talking(make_stage, defect="loyal") as (talkers, pair, stage):
        pair.both[0].kill()
        async with asyncio.timeout(60):
            while "bot_unavailable" not in talkers.talk.reasons(stage.database_file):
                await asyncio.sleep(0.2)
        talk = await talkers.end()
        reasons = talk.reasons(stage.database_file)
    _count(report, talk, reasons)
    assert "bot_unavailable" in reasons


@pytest.mark.fault("K7-rasa")
async def test_a_killed_rasa_and_a_new_model_cost_no_turn(
    spare_samtal: Samtal, report: Report
) -> None:
    samtal = spare_samtal
    samtal.environ = {"BOT_PROCESSES": "2", "RATE_LIMITS": "off"}
    await asyncio.to_thread(samtal.start)
    await asyncio.to_thread(samtal.wait_for_words, "All 2 bot processes are ready")
    before = await asyncio.to_thread(samtal.bot_pids)
    async with aiohttp.ClientSession() as http:
        talkers = Talkers(http, samtal.url, samtal.demo()["inbox"], _SAYS)
        talkers.begin(6, 0.3)
        await talkers.until_answered(12)
        os.kill(before[0], signal.SIGKILL)
        await asyncio.to_thread(samtal.wait_for_words, "serving again")
        await talkers.until_answered(12)
        survivors = await asyncio.to_thread(samtal.bot_pids)
        changed = await asyncio.to_thread(samtal.launcher, "new-model")
        await talkers.until_answered(12)
        talk = await talkers.end()
        found = await _bots(http, samtal)
        flooded, took = await talkers.flood(_FLOOD)
        turns = await _all_decided(samtal.var / "samtal.db", flooded)
    reasons = talk.reasons(samtal.var / "samtal.db")
    _count(report, talk, reasons)
    assert "All 2 bot processes answer with the new model" in changed
    assert before[1] in survivors
    assert before[0] not in survivors
    assert not set(await asyncio.to_thread(samtal.bot_pids)) & set(survivors)
    assert (_told_of(reasons), talk.unanswered) == ([], 0)
    assert talk.answered > 36
    assert [bot["health"] for bot in found] == ["well", "well"]
    assert len({bot["model"] for bot in found}) == 1
    report.count(flood_answered=len(turns), flood_written_in=took)
    # One after the other in their order; what comes after a handoff is read by people.
    assert len(turns) == _FLOOD
    assert all(before.finished_at <= after.finished_at for before, after in pairwise(turns))
    kept = [turn.outcome for turn in turns if turn.state != "done"]
    assert set(kept) <= {"taken_over", *_OF_A_CROWD} if crowd() > _CROWDED else not kept, kept


async def _all_decided(database: Path, dialogue: str) -> list[Any]:
    """The dialogue's turns in the order of their messages."""
    async with asyncio.timeout(100):
        while True:
            with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as rows:
                made = rows.execute(_TURNS, (dialogue,)).fetchall()
            turns = [Turn(*one) for one in made]
            if all(turn.finished_at for turn in turns):
                return turns
            await asyncio.sleep(0.5)


async def _bots(http: aiohttp.ClientSession, samtal: Samtal) -> list[dict[str, Any]]:
    """As an administrator sees them."""
    account = next(one for one in samtal.demo()["accounts"] if one["role"] == "admin")
    signed_in = {name: account[name] for name in ("email", "password")}
    async with http.post(f"{samtal.url}/api/v1/session", json=signed_in) as answer:
        token = (await answer.json())["token"]
    headers = {"Authorization": f"Bearer {token}"}
    async with http.get(f"{samtal.url}/api/v1/bots", headers=headers) as answer:
        found: list[dict[str, Any]] = (await answer.json())["items"]
    return found
