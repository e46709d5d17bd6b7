"""A segment is written, counted meanwhile, saved, and opens the dialogues of its contacts."""

from __future__ import annotations

from typing import Any

from playwright.async_api import expect

from tests.e2e.accessibility import barriers, wider_than_the_screen
from tests.e2e.conftest import NewPage
from tests.e2e.people import Marketer
from tests.system.samtal import Samtal


async def test_a_segment_is_written_and_opens_its_dialogues(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    # Our policy forbids scripts of others, and axe is one.
    page = await new_page(bypass_csp=True)
    marketer = Marketer(page, samtal.url, accounts["marketer"][0])
    await marketer.sign_in("/marketing")
    await page.goto(f"{samtal.url}/marketing/segments/new")
    main = page.get_by_role("main")
    await expect(main).to_contain_text("Fill in every condition")
    await main.get_by_label("Name").fill("Bought and complained")
    await main.get_by_label("What", exact=True).select_option(label="Orders")
    await main.get_by_label("Value").fill("1")
    await main.get_by_role("button", name="Add a condition").click()
    await main.get_by_label("What", exact=True).nth(1).select_option("dialogues.count")
    await main.get_by_label("Value").nth(1).fill("1")
    await expect(main.get_by_role("table")).to_contain_text("Spent")
    found = [await barriers(page), await wider_than_the_screen(page)]
    await main.get_by_role("button", name="Save").click()
    await expect(page).not_to_have_url(f"{samtal.url}/marketing/segments/new")
    await page.set_viewport_size({"width": 360, "height": 780})
    await expect(main.get_by_role("table")).to_be_visible()
    found += [await barriers(page), await wider_than_the_screen(page)]
    assert found == [[], False, [], False]
    await main.get_by_role("link", name="See their dialogues").click()
    await expect(main).to_contain_text("Bought and complained")
    await expect(main.get_by_role("listitem").filter(has_text="Contact").first).to_be_visible()


async def test_a_field_of_the_customers_grid_becomes_a_segment(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> None:
    page = await new_page(bypass_csp=True)
    await Marketer(page, samtal.url, accounts["marketer"][0]).sign_in("/marketing")
    main = page.get_by_role("main")
    await page.get_by_role("link", name="Customers", exact=True).click()
    await expect(main).to_contain_text("200 customers have ordered")
    found = [await barriers(page), await wider_than_the_screen(page)]
    await page.set_viewport_size({"width": 360, "height": 780})
    found += [await barriers(page), await wider_than_the_screen(page)]
    assert found == [[], False, [], False]
    await main.get_by_role("link", name="Make it a segment").first.click()
    await expect(main.get_by_label("What", exact=True).first).to_have_value("orders.last")
    await expect(main).to_contain_text("contacts belong")
