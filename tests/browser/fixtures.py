"""Fixtures for a real browser, driven by Playwright in the test's own loop."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright, expect

from tests.browser.chromium import ARGUMENTS, Chromium, find, node_for_playwright

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser

# What is to be seen is seen long before; a page on a crowded machine may take its time.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def chromium() -> Chromium:
    """The browser on disk; a missing one is an error, never a skipped test."""
    found = find()
    if found is None:
        pytest.fail("No Chromium: run make test-env, or let CHROME_PATH name one.")
    node = node_for_playwright()
    if node is not None:
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", node)
    return found


@asynccontextmanager
async def launched(chromium: Chromium) -> AsyncIterator[Browser]:
    """A browser that is started, and ended. Give every context a ``locale``: headless Chromium's own is no valid tag."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=chromium.executable,
            env=chromium.environment,
            args=list(ARGUMENTS),
            # Ctrl-C is pytest's to handle, which then closes the browser through its fixture.
            handle_sigint=False,
        )
        yield started
        await started.close()


@pytest.fixture
async def browser(chromium: Chromium) -> AsyncIterator[Browser]:
    """A browser of the test's own."""
    async with launched(chromium) as started:
        yield started
