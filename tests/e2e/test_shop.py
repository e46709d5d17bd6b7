"""The storefront in a real browser, served with the hub's own headers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, expect

from chat_server.demo.catalogue import products
from chat_server.demo.customers import customers
from chat_server.demo.pages import demo_routes
from chat_server.rest.pages import page_routes
from tests.e2e.accessibility import barriers, wider_than_the_screen

ROOT = Path(__file__).parents[2]
PAGES = [
    "/",
    "/shop/jackets",
    "/shop/all?q=zzz",
    "/product/HEKLA-JKT",
    "/cart",
    "/account",
    "/shipping",
    "/returns",
    "/sizes",
    "/about",
    "/product/NOPE",
]
CART = """localStorage.setItem("hraun:cart", JSON.stringify(
  [{sku: "ESJA-SWT", size: "M", colour: "rust", quantity: 1}]))"""


@pytest_asyncio.fixture(loop_scope="session")
async def shop() -> AsyncIterator[str]:
    """The shop's address; there is no hub behind it, so the widget stays offline."""
    app = web.Application()
    app.add_routes(
        demo_routes(products(Random(1)), customers(Random(1)), lambda customer: customer.id)
    )
    app.add_routes(page_routes(ROOT / "frontend" / "dist", demo=True))
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(locale="en-GB", viewport={"width": 1200, "height": 900})
    yield await context.new_page()
    await context.close()


async def _open(page: Page, address: str) -> None:
    await page.goto(address)
    await page.locator("h1").wait_for()
    await expect(page.locator(".skeleton")).to_have_count(0)
    if address.endswith("/account"):
        await page.get_by_role("button", name="Emma Wilson").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
async def test_no_page_has_anything_axe_calls_serious_or_is_wider_than_the_screen(
    browser: Browser, shop: str, width: int, scheme: Any
) -> None:
    # axe is put into the page by the test, which the shop's own policy rightly forbids.
    context = await browser.new_context(
        locale="en-GB",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,
    )
    await context.add_init_script(CART)
    page = await context.new_page()
    found: list[str] = []
    for path in PAGES:
        await _open(page, shop + path)
        found += [f"{path}: {barrier}" for barrier in await barriers(page)]
        if await wider_than_the_screen(page):
            found.append(f"{path}: wider than the screen")
    await context.close()
    assert found == []


async def test_the_strict_policy_stops_nothing_of_the_shop(page: Page, shop: str) -> None:
    await page.add_init_script("""
      window.refused = [];
      addEventListener("securitypolicyviolation", (e) => refused.push(e.violatedDirective));
    """)
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    for path in PAGES:
        await _open(page, shop + path)
        failures += await page.evaluate("refused")
    assert failures == []


async def test_every_product_has_a_picture_that_shows(page: Page, shop: str) -> None:
    await _open(page, f"{shop}/shop/all")
    pictures = page.locator(".card-picture img")
    await expect(pictures).to_have_count(40)
    widths = await pictures.evaluate_all("""(images) => Promise.all(images.map(async (image) => {
      image.loading = "eager";
      await image.decode();
      return image.naturalWidth;
    }))""")
    assert all(width > 0 for width in widths)


async def test_a_sweater_is_found_and_put_into_the_cart_by_keyboard_alone(
    page: Page, shop: str
) -> None:
    await _open(page, shop)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    for _ in range(2):
        await page.keyboard.press("Tab")
    await expect(page.get_by_role("searchbox")).to_be_focused()
    await page.keyboard.type("esja")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await page.get_by_role("link", name="Esja wool sweater").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1, name="Esja wool sweater")).to_be_focused()
    await page.get_by_role("radio", name="grey").focus()
    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("radio", name="sand")).to_be_checked()
    await page.get_by_role("group", name="Size").get_by_role("radio", disabled=False).first.focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Esja wool sweater is in your cart.")).to_be_visible()
    await page.get_by_role("link", name="Cart, 1 piece").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("sand, ")).to_be_visible()


async def test_back_and_reload_keep_the_place_and_the_cart(page: Page, shop: str) -> None:
    await page.add_init_script(CART)
    await _open(page, f"{shop}/shop/hats")
    await page.get_by_role("link", name="Krafla hat").click()
    await expect(page).to_have_title("Krafla hat · Hraun")
    await page.go_back()
    await expect(page).to_have_title("Hats · Hraun")
    await page.goto(f"{shop}/cart")
    await expect(page.get_by_role("link", name="Esja wool sweater")).to_be_visible()


async def test_names_of_every_script_are_offered_to_sign_in_as(page: Page, shop: str) -> None:
    await _open(page, f"{shop}/account")
    for name in ("Guðrún Helgadóttir", "Дмитрий Соколов", "林怡君", "สมหญิง ใจดี"):
        await expect(page.get_by_role("button", name=name)).to_be_visible()
    await page.get_by_role("button", name="林怡君").click()
    await expect(page.get_by_role("heading", level=1, name="Hello, 林怡君")).to_be_visible()
    await expect(page.get_by_text("Order 10650").first).to_be_visible()
