"""The browser that end-to-end tests stand on starts, draws text and obeys the web's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from playwright.async_api import Error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser


@pytest.fixture
async def other_origin() -> AsyncIterator[str]:
    """A site of another origin with one page for everybody and one for itself."""

    async def shared(_: web.Request) -> web.Response:
        return web.Response(text="shared", headers={"Access-Control-Allow-Origin": "*"})

    async def private(_: web.Request) -> web.Response:
        return web.Response(text="private")

    app = web.Application()
    app.add_routes([web.get("/shared", shared), web.get("/private", private)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    _, port = runner.addresses[0][:2]
    yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


async def test_it_runs_scripts_and_has_fonts(browser: Browser) -> None:
    page = await browser.new_page(locale="en-GB")
    await page.set_content("<p id=text style='display:inline-block'>Samtal</p>")
    box = await page.locator("#text").bounding_box()
    assert box is not None
    assert box["width"] > 20
    assert box["height"] > 8
    assert await page.evaluate("navigator.language") == "en-GB"


async def test_it_keeps_what_another_origin_does_not_share(
    browser: Browser, other_origin: str
) -> None:
    page = await browser.new_page(locale="en-GB")
    read = "address => fetch(address).then(answer => answer.text())"
    assert await page.evaluate(read, f"{other_origin}/shared") == "shared"
    with pytest.raises(Error, match="Failed to fetch"):
        await page.evaluate(read, f"{other_origin}/private")
