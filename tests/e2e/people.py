"""The three people of the product in a real browser, by what they can see and reach."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

# Real Rasa on a busy machine; a reply normally takes well under a second.
REPLY_WITHIN = 45_000


@dataclass
class Visitor:
    """On the shop's page with the widget."""

    page: Page
    shop: str

    async def arrive(self, path: str = "/") -> None:
        """Opens a page of the shop, and the chat."""
        await self.page.goto(self.shop + path)
        await self.open_chat()

    async def open_chat(self) -> None:
        """By its button."""
        await self.page.locator("samtal-chat").get_by_role("button", name="Chat").click()
        await self.chat.wait_for()
        await expect(self.box).to_be_enabled()

    async def come_back(self, path: str | None = None) -> None:
        """A reload, or another page or tab: the chat was left open, so it is again."""
        await (self.page.reload() if path is None else self.page.goto(self.shop + path))
        await self.chat.wait_for()
        await expect(self.box).to_be_enabled()

    @property
    def chat(self) -> Locator:
        """The open widget."""
        return self.page.get_by_role("dialog", name=re.compile("^Chat with"))

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.chat.get_by_role("textbox", name=re.compile("^Write"))

    @property
    def log(self) -> Locator:
        """What was said."""
        return self.chat.get_by_role("log", name="Messages")

    async def say(self, text: str) -> None:
        """Types and sends; returns when the hub has it."""
        await self.box.fill(text)
        await self.box.press("Enter")
        await expect(self.log).to_contain_text(text)
        await expect(self.box).to_have_value("")

    async def sees(self, text: str | re.Pattern[str]) -> None:
        """Sooner or later in the log."""
        await expect(self.log).to_contain_text(text, timeout=REPLY_WITHIN)

    async def hears_of_a_person(self) -> None:
        """It waits for one, whether or not somebody is at the desk."""
        await self.sees(re.compile("You are being connected to a person|Nobody is here right now"))

    async def told(self, text: str | re.Pattern[str]) -> None:
        """In the header: who answers."""
        header = self.chat.get_by_role("status").first
        await expect(header).to_contain_text(text, timeout=REPLY_WITHIN)

    async def pick(self, label: str | re.Pattern[str]) -> None:
        """A quick reply."""
        await self.chat.get_by_role("button", name=label).last.click(timeout=REPLY_WITHIN)

    async def rate(self, words: str) -> None:
        """At the end."""
        await self.chat.get_by_role("radio", name=re.compile(words)).check(timeout=REPLY_WITHIN)
        await self.chat.get_by_role("button", name="Send rating").click()
        await expect(self.chat).to_contain_text("Thank you")


@dataclass
class Staff:
    """Somebody with an account."""

    page: Page
    hub: str
    account: dict[str, Any]

    async def sign_in(self, path: str) -> None:
        """On the console or the marketing pages."""
        await self.page.goto(self.hub + path)
        await self.page.get_by_label("E-mail").fill(self.account["email"])
        await self.page.get_by_label("Password").fill(self.account["password"])
        await self.page.get_by_role("button", name="Sign in").click()
        sign_out = self.page.get_by_role("button", name="Sign out")
        # On a phone it is one of the things behind a button.
        await expect(
            sign_out.or_(self.page.get_by_role("button", name="More")).first
        ).to_be_visible()


@dataclass
class Agent(Staff):
    """At the console."""

    async def begin(self) -> None:
        """Signs in and is online."""
        await self.sign_in("/console")
        await self.page.get_by_label("Availability").select_option("Online")

    async def accept(self, words: str) -> None:
        """The waiting chat in which somebody said these words."""
        await self.open_waiting(words)
        await expect(self.page.get_by_role("region", name="Why a person is wanted")).to_be_visible()
        await self.page.keyboard.press("a")
        await expect(self.box).to_be_editable()

    async def open_waiting(self, words: str) -> None:
        """The hub decides who is first, so every one is looked at, until one has the words."""
        rows = self.page.get_by_role("list", name="Waiting").get_by_role("link")
        end = time.monotonic() + REPLY_WITHIN / 1000
        while time.monotonic() < end:
            await self.page.goto(f"{self.hub}/console/waiting")
            await rows.first.wait_for(timeout=REPLY_WITHIN)
            for path in await rows.evaluate_all("all => all.map(row => row.getAttribute('href'))"):
                await self.page.goto(self.hub + path)
                await self.messages.get_by_role("listitem").first.wait_for()
                if words in await self.messages.inner_text():
                    return
        pytest.fail(f"Nobody who waits said: {words}")

    @property
    def box(self) -> Locator:
        """Where one replies."""
        return self.page.get_by_role("textbox", name="Reply to the visitor")

    @property
    def messages(self) -> Locator:
        """The dialogue."""
        return self.page.get_by_role("region", name="Messages")

    @property
    def panel(self) -> Locator:
        """Who it is and what is remembered."""
        return self.page.get_by_role("complementary", name="Contact")

    async def reply(self, text: str) -> None:
        """To the visitor."""
        await self.box.fill(text)
        await self.box.press("Enter")
        await expect(self.messages).to_contain_text(text)

    async def note(self, text: str) -> None:
        """For colleagues."""
        await self.page.get_by_role("button", name="Note", exact=True).click()
        box = self.page.get_by_role("textbox", name=re.compile("note", re.IGNORECASE))
        await box.fill(text)
        await box.press("Enter")
        await expect(self.messages).to_contain_text(text)
        await self.page.get_by_role("button", name="Reply", exact=True).click()

    async def resolve(self, *, solved: bool) -> None:
        """Ends the dialogue."""
        await self.page.get_by_role("button", name="Resolve").click()
        answer = "Yes, solved" if solved else "No, still open"
        await self.page.get_by_role("button", name=answer).click()
        await expect(self.page.get_by_role("dialog")).to_have_count(0)


@dataclass
class Marketer(Staff):
    """On the marketing pages."""

    async def find(self, words: str) -> Locator:
        """Searches the dialogues; the results."""
        await self.page.get_by_role("link", name="Dialogues", exact=True).click()
        await self.page.get_by_role("searchbox").first.fill(words)
        return self.page.get_by_role("main")
