"""An experiment is planned and started; a visitor sees one of its greetings, and is counted."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from typing import Any

from playwright.async_api import Page, expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Marketer, Visitor
from tests.system.samtal import Samtal

# As long as a reply of the bot may take on a busy machine.
_COUNTED_WITHIN = 45.0
PLAIN, WARM = "Tell us what you are looking for.", "Lovely to see you! What shall it be?"


async def test_an_experiment_greets_a_visitor_and_counts_them(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    marketer = Marketer(page, samtal.url, accounts["marketer"][0])
    await marketer.sign_in("/marketing")
    await page.goto(f"{samtal.url}/marketing/experiments/new")
    main = page.get_by_role("main")
    await main.get_by_label("Name").fill("A warmer greeting")
    # Asked for only where there are several, as when another test has added one.
    if await (website := main.get_by_label("Website")).is_visible():
        await website.select_option(samtal.demo()["inbox"])
    await main.get_by_label("Greeting A").fill(PLAIN)
    await main.get_by_label("Greeting B").fill(WARM)
    await main.get_by_label("Share now").fill("20")
    await main.get_by_label("People a day").fill("100")
    await expect(main.get_by_role("complementary")).to_contain_text(re.compile("About .* people"))
    found = [await barriers(page), await wider_than_the_screen(page)]
    await main.get_by_role("button", name="Save the draft").click()
    await main.get_by_role("button", name="Start…").click()
    await page.get_by_role("dialog").get_by_role("button", name="Start", exact=True).click()
    await expect(main).to_contain_text("0 people saw it")
    try:
        visitor = Visitor(await new_page(), samtal.url)
        await visitor.arrive()
        await visitor.sees(re.compile(f"{re.escape(PLAIN)}|{re.escape(WARM)}"))
        await _counted(page)
        await expect(main).to_contain_text("Too early to say anything.")
        await page.set_viewport_size({"width": 360, "height": 780})
        found += [await barriers(page), await wider_than_the_screen(page)]
        assert found == [[], False, [], False]
    finally:
        # Everybody after us is greeted as before.
        await main.get_by_role("button", name="End it…").click()
        await page.get_by_role("dialog").get_by_role("button", name="End", exact=True).click()
        await expect(main).to_contain_text("Ended")


async def _counted(page: Page) -> None:
    """The page counts when it is asked to; the visitor's widget tells a moment after the greeting is on the screen.

    Somebody else may have been greeted too: a tab of an earlier scene that came back in this very minute.
    """
    main = page.get_by_role("main")
    seen = main.get_by_text(re.compile(r"^[1-9]\d* (person|people) saw it"))
    loop = asyncio.get_running_loop()
    until = loop.time() + _COUNTED_WITHIN
    while not await seen.is_visible() and loop.time() < until:
        async with page.expect_response(re.compile("/api/v1/experiments/")):
            await main.get_by_role("button", name="Count again").click()
        with suppress(AssertionError):
            await expect(seen).to_be_visible(timeout=1_000)
    await expect(seen).to_be_visible()
