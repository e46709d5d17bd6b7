"""What happens to people when parts die."""

from __future__ import annotations

import re
from typing import Any

from playwright.async_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.people import REPLY_WITHIN, Agent, Visitor
from tests.system.samtal import Samtal


async def test_a_hub_killed_in_a_dialogue_loses_nothing(
    spare_samtal: Samtal, new_page: NewPage
) -> None:
    spare_samtal.start()
    spare_samtal.wait_for_bot()
    visitor = Visitor(await new_page(), spare_samtal.url)
    await visitor.arrive()
    await visitor.say("What payment methods do you take? onyx-tern")
    await visitor.sees(re.compile("card|PayPal|Visa", re.IGNORECASE))

    spare_samtal.kill_hub()
    # Written while the connection is gone or just back: the outbox brings it.
    await visitor.box.fill("And how long does delivery take? opal-crane")
    await visitor.box.press("Enter")
    await visitor.sees("opal-crane")
    await expect(visitor.log).to_contain_text(
        re.compile("days", re.IGNORECASE), timeout=REPLY_WITHIN
    )
    await visitor.come_back()
    await visitor.sees("onyx-tern")
    await visitor.sees("opal-crane")
    for words in ("onyx-tern", "opal-crane"):
        assert (await visitor.log.inner_text()).count(words) == 1

    await _bot_gone_means_a_person(spare_samtal, visitor, new_page)


async def _bot_gone_means_a_person(samtal: Samtal, visitor: Visitor, new_page: NewPage) -> None:
    samtal.kill_bot()
    await visitor.say("Do you have rain jackets? coral-stork")
    await visitor.hears_of_a_person()
    account: dict[str, Any] = samtal.demo()["accounts"][0]
    agent = Agent(await new_page(), samtal.url, account)
    await agent.begin()
    await agent.accept("coral-stork")
    reason = agent.page.get_by_role("region", name="Why a person is wanted")
    await expect(reason).to_contain_text(re.compile("bot", re.IGNORECASE))


async def test_a_bot_that_is_still_loading_says_so(spare_samtal: Samtal, new_page: NewPage) -> None:
    spare_samtal.environ = {"RASA_URL": "http://127.0.0.1:9"}
    spare_samtal.start()
    visitor = Visitor(await new_page(), spare_samtal.url)
    await visitor.arrive()
    await visitor.told(re.compile("starting", re.IGNORECASE))
    await visitor.say("Hello?")
    await visitor.sees(re.compile("still starting", re.IGNORECASE))
    await visitor.chat.get_by_role("button", name="Talk to a person").click()
    await visitor.hears_of_a_person()
