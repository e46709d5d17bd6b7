"""A marketer promises, the bot gives what it may to who asks, an agent gives more, and the page counts both."""

from __future__ import annotations

import re
from typing import Any

from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import REPLY_WITHIN, Agent, Marketer, Visitor
from tests.system.samtal import Samtal

CODE = re.compile(r"[A-Z]{6}[2-9]{4}")
NAME = "Nine for who asks"


async def test_a_coupon_is_promised_on_the_page_and_given_by_bot_and_agent(  # noqa: PLR0915 - one life in its order
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    await Marketer(page, samtal.url, accounts["marketer"][0]).sign_in("/marketing/incentives")
    main = page.get_by_role("main")
    await main.get_by_role("button", name="New incentive").first.click()
    form = page.get_by_role("dialog", name="New incentive")
    await form.get_by_label("Name").fill(NAME)
    await form.get_by_label("Percent", exact=True).fill("109")
    await form.get_by_label("The bot may give it").check()
    await form.get_by_role("button", name="Create").click()
    # Beside its field, which has the focus; what was written stays.
    await expect(form).to_contain_text("A whole number from 1 to 100")
    await expect(form.get_by_label("Percent", exact=True)).to_be_focused()
    found = [await barriers(page), await wider_than_the_screen(page)]
    await form.get_by_label("Percent", exact=True).fill("9")
    await form.get_by_role("button", name="Create").click()
    row = main.get_by_role("row", name=re.compile(NAME))
    await expect(row).to_contain_text("Running")
    found += [await barriers(page), await wider_than_the_screen(page)]
    assert found == [[], False, [], False]

    await row.get_by_role("button", name=re.compile("Published…")).click()
    codes = page.get_by_role("dialog", name=re.compile("Published codes"))
    await codes.get_by_label("Code", exact=True).fill("poster-nine")
    await codes.get_by_role("button", name="Publish").click()
    await expect(codes.get_by_role("status")).to_contain_text("POSTER-NINE is published.")
    await expect(codes.get_by_role("listitem")).to_contain_text("0 uses · once a customer")
    assert [await barriers(page), await wider_than_the_screen(page)] == [[], False]
    await codes.get_by_role("button", name="Close").last.click()

    visitor = Visitor(await new_page(), samtal.url)
    await visitor.arrive()
    await visitor.say("any discount codes?")
    await visitor.sees(CODE)
    await visitor.sees("9 % off")
    given = CODE.findall(await visitor.log.inner_text())
    # Who asks again is told the same.
    await visitor.say("do you have a discount for me?")
    await expect(visitor.log.get_by_text(given[0])).to_have_count(2, timeout=REPLY_WITHIN)

    await visitor.say("I want to talk to a human")
    await visitor.hears_of_a_person()
    agent = Agent(await new_page(bypass_csp=True), samtal.url, accounts["agent"][0])
    await agent.begin()
    await agent.accept("do you have a discount for me?")
    await agent.page.get_by_role("heading", level=2).first.click()
    await agent.page.keyboard.press("c")
    gift = agent.page.get_by_role("dialog")
    await expect(gift).to_contain_text(given[0])
    assert await barriers(agent.page) == []
    await gift.get_by_role("radio", name=re.compile("Bring a friend")).check()
    await gift.get_by_role("radio", name=re.compile("Bring a friend")).press("Enter")
    await visitor.sees("Here is a code of your own")
    assert len(set(CODE.findall(await visitor.log.inner_text()))) == 2

    await page.reload()
    await expect(row.get_by_role("link").first).to_have_text("1")
    await row.get_by_role("button", name="End").click()
    await page.get_by_role("dialog").get_by_role("button", name="End").click()
    await expect(row).to_contain_text("Ended")
