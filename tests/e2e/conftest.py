"""Browsers for visitors, agents and marketers of one running Samtal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page

from tests.browser.chromium import Chromium
from tests.browser.fixtures import launched
from tests.e2e.people import Agent, Marketer, Visitor
from tests.system.samtal import Samtal

NewPage = Callable[..., Awaitable[Page]]
REPORTS = Path(__file__).resolve().parents[2] / "var" / "test-reports"
_FAILED = pytest.StashKey[bool]()
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here share a loop, for a browser lives in the loop it was started in."""
    for item in items:
        if _HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fixtures of a failed test may keep what a person would want to see."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: Chromium) -> AsyncIterator[Browser]:
    """One for all: it is the profiles in it that know nothing of each other."""
    async with launched(chromium) as started:
        yield started


@pytest_asyncio.fixture(loop_scope="session")
async def new_page(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[NewPage]:
    """A page in a browser profile of its own, or another tab of `context`.

    Pages of a failed test are kept as pictures beside the reports.
    """
    problems: list[str] = []
    pages: list[Page] = []
    async with AsyncExitStack() as stack:

        async def make(context: BrowserContext | None = None, **options: Any) -> Page:
            if context is None:
                context = await browser.new_context(
                    **{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}, **options}
                )
                stack.push_async_callback(context.close)
            page = await context.new_page()
            page.on("pageerror", lambda error: problems.append(str(error)))
            pages.append(page)
            return page

        yield make
        if request.node.stash.get(_FAILED, False):
            REPORTS.mkdir(parents=True, exist_ok=True)
            for number, page in enumerate(pages):
                await page.screenshot(path=REPORTS / f"{request.node.name}-{number}.png")
    assert problems == [], "scripts failed in the page"


@pytest.fixture
def accounts(samtal: Samtal) -> dict[str, list[dict[str, Any]]]:
    """Demo accounts by role."""
    found: dict[str, list[dict[str, Any]]] = {}
    for account in samtal.demo()["accounts"]:
        found.setdefault(account["role"], []).append(account)
    return found


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(new_page: NewPage, samtal: Samtal) -> Visitor:
    """Somebody who was never here."""
    return Visitor(await new_page(), samtal.url)


@pytest_asyncio.fixture(loop_scope="session")
async def agent(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> Agent:
    """The first agent, signed in and online."""
    agent = Agent(await new_page(), samtal.url, accounts["agent"][0])
    await agent.begin()
    return agent


@pytest_asyncio.fixture(loop_scope="session")
async def marketer(
    new_page: NewPage, samtal: Samtal, accounts: dict[str, list[dict[str, Any]]]
) -> Marketer:
    """The marketer, signed in."""
    marketer = Marketer(await new_page(), samtal.url, accounts["marketer"][0])
    await marketer.sign_in("/marketing")
    return marketer
