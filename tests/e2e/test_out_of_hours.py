"""The shop's people have gone home: what the visitor sees, and the answer that reaches them by e-mail."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from playwright.async_api import expect

from chat_server.domain import absence
from tests.e2e.people import Visitor
from tests.faults.website import Website
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from playwright.async_api import Page

    from tests.hub.running import LocalHub
    from tests.services.smtp_sink import SmtpSink

GUEST = "gudrun@guest.test"
# Whatever day this is, for one minute three days from now.
DAY = datetime.now(UTC) + timedelta(days=3)
HOURS = {"weekly": {f"{DAY:%a}".lower(): [["09:00", "09:01"]]}}


@pytest_asyncio.fixture(loop_scope="session")
async def closed_shop(
    make_hub: Callable[..., LocalHub], smtp_sink: SmtpSink, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[LocalHub, Website]]:
    """A website whose people answer for one minute a week."""
    monkeypatch.setattr(absence, "REPLY_WINDOW", timedelta(0))
    hub = make_hub("sqlite", SMTP_URL=smtp_sink.url, MAIL_FROM="chat@hub.test")
    website = Website(hub.url, hub.notes.inbox)
    await website.start()
    _set(hub, allowed_origins=[website.url], hours=HOURS)
    yield hub, website
    await website.stop()


def _set(hub: LocalHub, **values: Any) -> None:
    path = hub.database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database, database:
        for name, value in values.items():
            update = f"UPDATE inboxes SET {name} = ? WHERE key = ?"  # noqa: S608 - names are ours
            database.execute(update, (json.dumps(value), hub.notes.inbox))


async def test_closed_an_address_left_and_the_answer_in_the_mail(
    closed_shop: tuple[LocalHub, Website],
    new_page: Callable[..., Any],
    smtp_sink: SmtpSink,
) -> None:
    hub, website = closed_shop
    page: Page = await new_page(viewport={"width": 390, "height": 780})
    visitor = Visitor(page, website.url)
    await visitor.arrive()
    await visitor.say("Hello")
    await visitor.sees("You said: Hello")
    await expect(visitor.chat).to_contain_text(f"People answer again from {DAY:%A}")
    await visitor.chat.get_by_role("button", name="Talk to a person").click()
    await visitor.sees(f"We are closed until {DAY:%A}")
    await visitor.chat.get_by_label("E-mail").fill(GUEST)
    await visitor.chat.get_by_role("button", name="Send", exact=True).first.click()
    await expect(visitor.chat).to_contain_text(f"by e-mail to {GUEST}")
    await page.goto("about:blank")
    async with clients_of(hub) as clients:
        agent = await clients.agent()
        (waiting,) = (await agent.do("subscribe", view="queue"))["conversations"]
        assert (waiting["offline"], waiting["reply_to"]) == (True, GUEST)
        await agent.reply(await agent.accept(waiting["id"]), "Good morning! Here it is.")
        mail = await smtp_sink.mail(GUEST)
        assert "Good morning! Here it is." in mail.body("plain")
        assert website.url in mail.body("plain")
    await page.goto(website.url)
    await visitor.open_chat()
    await visitor.sees("Good morning! Here it is.")
