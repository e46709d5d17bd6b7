"""What customers told is counted, and each count opens its dialogues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Marketer
from tests.system.samtal import Samtal

if TYPE_CHECKING:
    from playwright.async_api import Locator


async def test_a_theme_opens_its_dialogues(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    await Marketer(page, samtal.url, accounts["marketer"][0]).sign_in("/marketing")
    main = page.get_by_role("main")
    address = f"{samtal.url}/marketing/listening?days=90"
    counted, listed, is_settled = 0, -1, False
    # The hub hears the demo's dialogues while it already serves, and says so as long as figures may change.
    while counted != listed and not is_settled:
        await page.goto(address)
        await main.get_by_label("Show").select_option("told")
        # Whichever is told most: each hub makes up a history of its own.
        link = main.get_by_role("row").filter(has_text="told").get_by_role("link").first
        counted = int(await link.inner_text())
        # Only once the figures are there does the page know whether they may change.
        is_settled = not await main.get_by_text("Still listening").is_visible()
        await link.click()
        await expect(main).to_contain_text("Told")
        listed = await _all_shown(main)
    assert counted == listed > 0
    await page.goto(address)
    await expect(main.get_by_role("table")).to_be_visible()
    found = [await barriers(page), await wider_than_the_screen(page)]
    await page.set_viewport_size({"width": 360, "height": 780})
    found += [await barriers(page), await wider_than_the_screen(page)]
    assert found == [[], False, [], False]


async def _all_shown(main: Locator) -> int:
    """How many dialogues the list has, once it is there."""
    whole = main.get_by_text(re.compile(r"^All \d+ shown$"))
    # The first masks of a hub load the names of all languages: five seconds of a processor.
    await expect(whole.or_(main.get_by_text("Nothing matches"))).to_be_visible(timeout=90_000)
    return int((await whole.inner_text()).split()[1]) if await whole.is_visible() else 0
