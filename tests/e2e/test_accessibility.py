"""Every page of the product, by axe, by width and by keyboard, light and dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Agent, Marketer, Visitor
from tests.system.samtal import Samtal

SCREENSHOTS = Path(__file__).parent / "screenshots"
SIZES = [
    pytest.param(360, 780, "dark", id="phone-dark"),
    pytest.param(768, 1000, "light", id="tablet-light"),
    pytest.param(1440, 900, "dark", id="desk-dark"),
]
by_size = pytest.mark.parametrize(("width", "height", "scheme"), SIZES)


class Inspection:
    """Collects what is wrong on one page after another, and keeps pictures to look at."""

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self._name = name
        self.found: list[str] = []

    async def look(self, what: str) -> None:
        SCREENSHOTS.mkdir(exist_ok=True)
        await self._page.screenshot(path=SCREENSHOTS / f"{self._name}-{what}.png")
        self.found += [f"{what}: {barrier}" for barrier in await barriers(self._page)]
        if await wider_than_the_screen(self._page):
            self.found.append(f"{what}: wider than the screen")


def _options(width: int, height: int, scheme: str) -> dict[str, Any]:
    # Our policy forbids scripts of others, and axe is one.
    size = {"width": width, "height": height}
    return {"viewport": size, "color_scheme": scheme, "bypass_csp": True}


@by_size
async def test_the_widget_has_no_barriers(
    new_page: NewPage, samtal: Samtal, width: int, height: int, scheme: str
) -> None:
    page = await new_page(**_options(width, height, scheme))
    visitor = Visitor(page, samtal.url)
    inspection = Inspection(page, f"widget-{width}-{scheme}")
    await visitor.arrive()
    await visitor.say("Hello")
    await visitor.sees("How can I help")
    await inspection.look("dialogue")
    await visitor.chat.get_by_role("button", name="What we remember about you").click()
    await expect(visitor.chat).to_contain_text("What we may do with it")
    await inspection.look("memory")
    await visitor.chat.get_by_role("button", name="Back to the chat").click()
    await visitor.chat.get_by_role("button", name="Talk to a person").click()
    await visitor.hears_of_a_person()
    await inspection.look("waiting")
    assert inspection.found == []


@by_size
async def test_the_console_has_no_barriers(
    new_page: NewPage,
    samtal: Samtal,
    accounts: dict[str, list[dict[str, Any]]],
    width: int,
    height: int,
    scheme: str,
) -> None:
    visitor = Visitor(await new_page(), samtal.url)
    await visitor.arrive()
    await visitor.say("My name is Emma and order 10432 arrived damaged")
    await visitor.say("I want a human")
    await visitor.hears_of_a_person()

    page = await new_page(**_options(width, height, scheme))
    inspection = Inspection(page, f"console-{width}-{scheme}")
    agent = Agent(page, samtal.url, accounts["agent"][0])
    await page.goto(f"{samtal.url}/console")
    await page.get_by_label("E-mail").wait_for()
    await inspection.look("sign-in")
    await agent.sign_in("/console")
    for view in ("", "waiting", "all"):
        await page.goto(f"{samtal.url}/console/{view}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await expect(page.locator(".skeleton")).to_have_count(0)
        await inspection.look(view or "mine")
    await agent.open_waiting("arrived damaged")
    await inspection.look("chat")
    await page.keyboard.press("?")
    await page.get_by_role("dialog").wait_for()
    await inspection.look("help")
    await page.keyboard.press("Escape")
    await page.keyboard.press("a")
    await expect(agent.box).to_be_editable()
    await inspection.look("mine-open")
    for key, what in (("t", "transfer"), ("b", "return"), ("e", "resolve")):
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("dialog")).to_have_count(0)
        await page.keyboard.press(key)
        await page.get_by_role("dialog").wait_for()
        await inspection.look(what)
    assert inspection.found == []


@by_size
async def test_the_marketing_pages_have_no_barriers(
    new_page: NewPage,
    samtal: Samtal,
    accounts: dict[str, list[dict[str, Any]]],
    width: int,
    height: int,
    scheme: str,
) -> None:
    page = await new_page(**_options(width, height, scheme))
    inspection = Inspection(page, f"marketing-{width}-{scheme}")
    marketer = Marketer(page, samtal.url, accounts["marketer"][0])
    await marketer.sign_in("/marketing")
    for view in ("", "dialogues", "events", "campaigns", "help", "retention", "learning"):
        await page.goto(f"{samtal.url}/marketing/{view}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        await page.wait_for_load_state("networkidle")
        await expect(page.locator(".skeleton")).to_have_count(0)
        await inspection.look(view or "overview")
    await page.goto(f"{samtal.url}/marketing/dialogues")
    await page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    await expect(page).to_have_url(re.compile("/dialogues/.+"))
    await page.wait_for_load_state("networkidle")
    await inspection.look("dialogue")
    assert inspection.found == []


@by_size
async def test_the_reference_has_no_barriers(
    new_page: NewPage, samtal: Samtal, width: int, height: int, scheme: str
) -> None:
    page = await new_page(**_options(width, height, scheme))
    inspection = Inspection(page, f"reference-{width}-{scheme}")
    await page.goto(f"{samtal.url}/api/docs")
    await page.get_by_label("Find an operation").fill("send_message")
    await page.get_by_text("You send").first.click()
    await expect(page.get_by_role("main")).to_contain_text("client_id")
    await inspection.look("found")
    assert inspection.found == []


async def test_a_visitor_needs_only_the_keyboard(new_page: NewPage, samtal: Samtal) -> None:
    page = await new_page()
    visitor = Visitor(page, samtal.url)
    await page.goto(samtal.url + "/about")
    await page.get_by_role("button", name="Chat").focus()
    await page.keyboard.press("Enter")
    await expect(visitor.box).to_be_focused()
    await page.keyboard.type("hello")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("there")
    await page.keyboard.press("Enter")
    await visitor.sees(re.compile("hello\\s+there"))
    await page.keyboard.press("Escape")
    await expect(visitor.chat).to_be_hidden()
    await expect(page.get_by_role("button", name=re.compile("^(Open chat|Chat)"))).to_be_focused()


async def test_an_agent_needs_only_the_keyboard(visitor: Visitor, agent: Agent) -> None:
    await visitor.arrive()
    await visitor.say("pearl-ibis: a human please")
    await visitor.hears_of_a_person()
    await agent.accept("pearl-ibis")
    await agent.page.keyboard.press("r")
    await agent.page.keyboard.type("Typed without a mouse")
    await agent.page.keyboard.press("Enter")
    await visitor.sees("Typed without a mouse")
    await agent.page.keyboard.press("Escape")
    await agent.page.keyboard.press("e")
    await expect(agent.page.get_by_role("dialog")).to_be_visible()
    await agent.page.get_by_role("button", name="Yes, solved").press("Enter")
    await visitor.told("ended")
