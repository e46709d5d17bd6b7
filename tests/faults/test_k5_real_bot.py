"""K5 with the real bot: frozen and killed while somebody asks; people take over, and the bot comes back."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import pytest

from chat_server.domain.bot_turn import DEADLINE
from tests.faults.oracle import crowd
from tests.faults.questions import Asking

if TYPE_CHECKING:
    from tests.faults.report import Report
    from tests.faults.stage import Stage
    from tests.system.samtal import Samtal

_SOON = DEADLINE + 2.5


@pytest.mark.long
@pytest.mark.fault("K5-rasa")
async def test_a_frozen_and_a_killed_rasa_are_replaced_by_people(
    spare_samtal: Samtal, report: Report
) -> None:
    await asyncio.to_thread(spare_samtal.start)
    await asyncio.to_thread(spare_samtal.wait_for_bot)
    stage = SimpleNamespace(
        urls=[spare_samtal.url],
        notes=SimpleNamespace(inbox=spare_samtal.demo()["inbox"]),
        database_url=f"sqlite:///{spare_samtal.var / 'samtal.db'}",
    )
    async with aiohttp.ClientSession() as http:
        asking = Asking(cast("Stage", stage), http)
        assert (await asking.ask(await asking.arrive(3), 0.5)).reasons == {"answered": 3}
        spare_samtal.freeze_bot()
        frozen = await asking.ask(await asking.arrive(10), 1.0)
        spare_samtal.thaw_bot()
        thawed_after = await asking.until_well()
        spare_samtal.kill_bot()
        killed = await asking.ask(await asking.arrive(10), 1.0)
        for outcomes in (frozen, killed):
            assert (outcomes.asked, outcomes.none, outcomes.several) == (10, 0, 0), outcomes
            assert "answered" not in outcomes.reasons
            assert outcomes.longest <= _SOON * crowd(), outcomes
        figures: dict[str, Any] = {
            "frozen_longest": frozen.longest,
            "killed_longest": killed.longest,
            "closed_after_thaw": thawed_after,
        }
        report.count(**figures)
