"""A question answered from a help page, from the widget to the marketer's page; and the pages themselves."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Marketer, Visitor
from tests.system.samtal import Samtal

PAGES = (
    "/help/en",
    "/help/en?q=wool",
    f"/help/en?q={'xylophone' * 15}",
    "/help/ru/nothing",
    "/help/is/returns#refund",
    "/help/th",
)


async def test_a_page_answers_is_read_and_is_judged(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    visitor = Visitor(await new_page(), samtal.url)
    await visitor.arrive()
    await visitor.say("how should I store wool over the summer?")
    await visitor.sees("moths like what has been worn")
    await visitor.sees("Was this helpful?")
    link = visitor.chat.get_by_role("link", name="/help/en/wool#moths")
    article = await new_page()
    await article.goto(str(await link.get_attribute("href")))
    await expect(article.locator("section:target h2")).to_have_text(
        "How do I store wool and keep moths away?"
    )
    await visitor.chat.get_by_role("button", name="Yes, it helped").click()
    await visitor.sees("I'm glad")

    marketer = Marketer(await new_page(), samtal.url, accounts["marketer"][0])
    await marketer.sign_in("/marketing")
    await marketer.page.goto(f"{samtal.url}/marketing/help")
    row = marketer.page.get_by_role("row", name=re.compile("keep moths away"))
    await expect(row).to_contain_text("English")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
async def test_help_pages_have_no_barriers(
    new_page: NewPage, samtal: Samtal, width: int, scheme: str
) -> None:
    # Our policy forbids scripts of others, and axe is one.
    size = {"width": width, "height": 800}
    page = await new_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    found: list[str] = []
    for path in PAGES:
        await page.goto(samtal.url + path)
        found += [f"{path}: {barrier}" for barrier in await barriers(page)]
        if await wider_than_the_screen(page):
            found.append(f"{path}: wider than the screen")
    assert found == []
