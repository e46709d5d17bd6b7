"""The widget on somebody else's website: another origin, a strict policy, styles gone wild."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import expect

from tests.e2e.conftest import NewPage
from tests.e2e.people import REPLY_WITHIN, Visitor
from tests.system.samtal import Samtal

PAGE = """<!doctype html><html lang="en"><title>Elsewhere</title>
<link rel="stylesheet" href="/wild.css"><h1>Elsewhere</h1>
<script async src="{hub}/widget.js" data-inbox="{inbox}"></script>"""
WILD = "* { all: unset !important; font-size: 80px !important; display: block !important; }"


async def _website(hub: str, inbox: str) -> TestServer:
    policy = (
        f"default-src 'none'; style-src 'self'; script-src {hub}; img-src {hub}; "
        f"connect-src {hub} {hub.replace('http', 'ws')}"
    )

    async def page(_: web.Request) -> web.Response:
        return web.Response(
            text=PAGE.format(hub=hub, inbox=inbox),
            content_type="text/html",
            headers={"Content-Security-Policy": policy},
        )

    async def css(_: web.Request) -> web.Response:
        return web.Response(text=WILD, content_type="text/css")

    app = web.Application()
    app.add_routes([web.get("/", page), web.get("/wild.css", css)])
    server = TestServer(app)
    await server.start_server()
    return server


@pytest_asyncio.fixture(loop_scope="session")
async def elsewhere(samtal: Samtal) -> AsyncIterator[str]:
    """An origin that the inbox does not list."""
    server = await _website(samtal.url, str(samtal.demo()["inbox"]))
    yield str(server.make_url("/")).rstrip("/")
    await server.close()


async def test_a_website_the_inbox_does_not_list_gets_no_chat(
    elsewhere: str, new_page: NewPage
) -> None:
    page = await new_page()
    await page.goto(elsewhere)
    await page.locator("samtal-chat").get_by_role("button", name="Chat").click()
    chat = Visitor(page, elsewhere).chat
    await expect(chat.get_by_role("log")).to_have_count(0, timeout=REPLY_WITHIN)
    await expect(chat).to_contain_text("The chat is not available here")
    # Nothing to write in, and the focus does not go with it.
    await expect(chat.get_by_role("textbox")).to_have_count(0)
    await expect(chat.get_by_role("button", name="Close chat")).to_be_focused()


async def test_a_listed_website_may_be_strict_and_ugly(samtal: Samtal, new_page: NewPage) -> None:
    website = await _website(samtal.url, "elsewhere")
    origin = str(website.make_url("/")).rstrip("/")
    samtal.run("add-inbox", "elsewhere", "--name", "Elsewhere", "--origin", origin)
    page = await new_page()
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if "Policy" in line.text else None)
    visitor = Visitor(page, origin)
    # What comes later does not come at first, and then with the next thing the visitor does, without a reload.
    await page.route("**/widget/parts-*.js*", lambda route: route.abort())
    await visitor.arrive("/")
    await expect(visitor.chat).to_contain_text("Part of the chat has not come yet.")
    await expect(visitor.chat.get_by_role("button", name="Attach a file")).to_have_count(0)
    await page.unroute("**/widget/parts-*.js*")
    await visitor.say("Do you have rain jackets?")
    await visitor.sees("jacket")
    await expect(visitor.chat.get_by_role("button", name="Attach a file")).to_be_visible()
    await expect(visitor.chat).not_to_contain_text("has not come yet")
    size = await visitor.box.evaluate("box => getComputedStyle(box).fontSize")
    assert size == "16px"
    assert complaints == []
    await website.close()
