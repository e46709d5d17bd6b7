"""The transcript desk: a sample is drawn, read with masks, coded by two, compared, and one dialogue revealed."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Marketer
from tests.system.samtal import Samtal

CODES = (("Where is it", "Asks for an order or a parcel"), ("Anything else", "All other dialogues"))


async def _code_all(page: Page, *, odd: bool) -> None:
    """Every dialogue gets the first code; with `odd` the last one the second."""
    main = page.get_by_role("main")
    items = main.get_by_role("navigation").get_by_role("listitem")
    count = await items.count()
    for place in range(count):
        await items.nth(place).get_by_role("button").click()
        await expect(main.get_by_role("heading", name=f"Dialogue {place + 1} of")).to_be_visible()
        code = CODES[1 if odd and place + 1 == count else 0][0]
        await main.get_by_label(code).check()
        await expect(items.nth(place)).to_contain_text(code)
    await main.get_by_role("button", name="I am done").click()


async def test_two_code_a_sample_and_see_where_they_disagree(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    marketer, admin = accounts["marketer"][0], accounts["admin"][0]
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    await Marketer(page, samtal.url, marketer).sign_in("/marketing")
    main = page.get_by_role("main")
    await page.get_by_role("link", name="Transcript desk").click()
    await expect(main).to_contain_text("No sample yet")
    await main.get_by_role("button", name="Draw a sample").click()
    await main.get_by_role("button", name="Draw", exact=True).click()
    await expect(main.get_by_role("alert")).to_contain_text("Fill in every field")
    await main.get_by_label("Name").fill("Openings")
    await main.get_by_label("How many dialogues").fill("4")
    await main.get_by_label("Drawn").select_option("language")
    for number, (name, definition) in enumerate(CODES, 1):
        await main.get_by_label(f"Code {number}", exact=True).fill(name)
        await main.get_by_label(f"When to give code {number}").fill(definition)
    await main.get_by_label("First coder").select_option(label=marketer["name"])
    await main.get_by_label("Second coder").select_option(label=admin["name"])
    found = [await barriers(page), await wider_than_the_screen(page)]
    await main.get_by_role("button", name="Draw", exact=True).click()
    await expect(main.get_by_role("heading", name="Dialogue 1 of 4")).to_be_visible()
    await expect(main.locator(".transcript li").first).to_be_visible()
    found += [await barriers(page), await wider_than_the_screen(page)]
    await _code_all(page, odd=False)
    await expect(main).to_contain_text("The other coder's codes show when they are too")

    other = await new_page(bypass_csp=True, viewport={"width": 360, "height": 780})
    await Marketer(other, samtal.url, admin).sign_in("/marketing")
    await other.goto(page.url)
    await expect(other.get_by_role("main")).to_contain_text("no code yet")
    await _code_all(other, odd=True)
    seen = other.get_by_role("main")
    await expect(seen).to_contain_text("3 of 4 dialogues have the same code from both")
    await expect(seen).to_contain_text("Krippendorff's alpha")
    found += [await barriers(other), await wider_than_the_screen(other)]
    await seen.get_by_role("button", name="Show who this is").click()
    await other.get_by_label("Why do you need to know?").fill("they asked us to call back")
    await other.get_by_role("button", name="Show", exact=True).click()
    await expect(seen).to_contain_text("Without masks, for the reason you gave")
    assert found == [[], False, [], False, [], False]
