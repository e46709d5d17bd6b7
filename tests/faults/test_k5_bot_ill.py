"""K5: the bot hangs, drips, fails or dies while many ask; each question has one outcome, and soon."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest

from chat_server.domain.bot_turn import DEADLINE
from tests.faults.ill_bot import IllBot
from tests.faults.oracle import crowd
from tests.faults.questions import Asking, Outcomes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.faults.report import Report
    from tests.faults.stage import Stage

# The bot's deadline, and the 2.5 s past it that are allowed at most; counted from commit to commit.
_SOON = DEADLINE + 2.5
_ANSWERED = 'samtal_bot_turns_total{outcome="answered"}'
_MODES = ("hang", "slow", "error", "empty", "wrong", "drip", "flood")
# Reasons that name an ill bot; `bot_unavailable` are those who did not even have to wait.
_ILL = {"bot_timeout", "bot_failed", "bot_empty", "bot_unavailable", "bot_busy"}


@pytest.mark.fault("K5")
async def test_every_question_to_an_ill_bot_has_one_outcome_soon(
    make_stage: Callable[..., Stage], report: Report, *, long_tier: bool
) -> None:
    questions, within = (300, 6.0) if long_tier else (50, 2.0)
    # Two hubs with a bot each: most of the time nobody does anything but wait.
    await asyncio.gather(
        _ill_in_turn(make_stage, report, _MODES[::2], questions, within),
        _ill_in_turn(make_stage, report, _MODES[1::2], questions, within),
    )
    report.count(questions=questions * len(_MODES))


async def _ill_in_turn(
    make_stage: Callable[..., Stage],
    report: Report,
    modes: tuple[str, ...],
    questions: int,
    within: float,
) -> None:
    async with asking_an_ill_bot(make_stage) as (asking, bot):
        for mode in modes:
            tokens = await asking.arrive(questions)
            bot.fall(mode)
            outcomes = await asking.ask(tokens, within)
            bot.fall("well")
            report.count(
                **{
                    f"{mode}_longest": outcomes.longest,
                    f"{mode}_waited": outcomes.waited,
                    f"{mode}_closed_after": await asking.until_well(),
                }
            )
            assert outcomes.asked == questions
            assert (outcomes.none, outcomes.several) == (0, 0), (mode, outcomes)
            assert set(outcomes.reasons) <= _ILL, (mode, outcomes)
            assert outcomes.longest <= _SOON * crowd(), (mode, outcomes)
        assert await _all_answered(asking)
        asked = bot.asked()
        assert len(asked) > 4 * len(modes), "the bot was hardly asked"
        assert max(asked.values()) == 1, "a turn that may have run was asked again"
        opened = await asking.metric("samtal_bot_breaker_opened_total")
        assert opened >= len(modes)
        report.count(opened=report.counts.get("opened", 0) + opened)


async def _all_answered(asking: Asking) -> bool:
    """A crowded machine may need another try, at a calmer pace, until the last flood is worked off."""
    for within in (2.0, 4.0, 8.0, 16.0):
        after = await asking.ask(await asking.arrive(20), within)
        if after.reasons == {"answered": 20}:
            return True
        await asking.until_well()
    return False


@pytest.mark.fault("K5-killed")
async def test_a_bot_that_is_killed_while_all_ask_is_replaced_by_people_at_once(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    async with asking_an_ill_bot(make_stage) as (asking, bot):
        tokens = await asking.arrive(60)
        running = asyncio.create_task(asking.ask(tokens, 4.0))
        # In the midst of it, however slow the machine is.
        while not running.done() and await asking.metric(_ANSWERED) < 5:
            await asyncio.sleep(0.05)
        bot.kill()
        outcomes = await running
        await bot.start()
        report.count(longest=outcomes.longest, closed_after=await asking.until_well())
        assert (outcomes.asked, outcomes.none, outcomes.several) == (60, 0, 0)
        assert outcomes.reasons["answered"] > 0
        assert outcomes.reasons["bot_unavailable"] > 10
        assert outcomes.longest <= _SOON * crowd()


@pytest.mark.fault("K5-control")
async def test_a_hub_that_waits_for_its_bot_is_found_out(
    make_stage: Callable[..., Stage], report: Report
) -> None:
    async with asking_an_ill_bot(make_stage, defect="patient") as (asking, bot):
        tokens = await asking.arrive(30)
        bot.fall("hang")
        outcomes: Outcomes = await asking.ask(tokens, 0.5, decided_within=_SOON + 1)
        report.count(none=outcomes.none, longest=outcomes.longest)
        # It would wait for this bot at its own end too.
        bot.kill()
        assert outcomes.none > 0 or outcomes.longest > _SOON


@asynccontextmanager
async def asking_an_ill_bot(
    make_stage: Callable[..., Stage], defect: str | None = None
) -> AsyncIterator[tuple[Asking, IllBot]]:
    """A hub whose bot is well until it is told otherwise."""
    stage = make_stage("sqlite", defect=defect)
    stage.bot = bot = IllBot()
    await stage.start()
    async with aiohttp.ClientSession() as http:
        asking = Asking(stage, http)
        first = await asking.ask(await asking.arrive(1), 0.01)
        assert first.reasons == {"answered": 1}
        yield asking, bot
