"""What customers told is counted, and each count opens its dialogues."""

from __future__ import annotations

from typing import Any

from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Marketer
from tests.system.samtal import Samtal


async def test_a_theme_opens_its_dialogues(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    await Marketer(page, samtal.url, accounts["marketer"][0]).sign_in("/marketing")
    main = page.get_by_role("main")
    # The hub hears the demo's dialogues one after the other while it already serves.
    while not await main.get_by_role("row").filter(has_text="Complaint").is_visible():
        await page.goto(f"{samtal.url}/marketing/listening?days=90")
        await main.get_by_label("Show").select_option("told")
        await expect(main.get_by_role("table")).to_contain_text("told")
    found = [await barriers(page), await wider_than_the_screen(page)]
    await page.set_viewport_size({"width": 360, "height": 780})
    found += [await barriers(page), await wider_than_the_screen(page)]
    assert found == [[], False, [], False]
    link = main.get_by_role("row").filter(has_text="Complaint").get_by_role("link")
    counted = int(await link.inner_text())
    assert counted > 0
    await link.click()
    await expect(main).to_contain_text("Told")
    await expect(main).to_contain_text(f"All {counted} shown")
