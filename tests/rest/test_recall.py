"""What a contact said about something, over REST."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hub.clients import Clients


async def test_an_agent_asks_what_a_contact_said(clients: Clients) -> None:
    visitor = await clients.visitor()
    await visitor.answered("My jacket is torn")
    contact_id = (await visitor.welcome())["contact"]["id"]
    path = f"contacts/{contact_id}/recall?q=torn%20jackets"
    async with asyncio.timeout(60):
        while not (answer := await clients.get(path, "anna"))["items"]:
            await asyncio.sleep(0.1)
    assert answer["allowed"]
    (item,) = answer["items"]
    assert (item["quote"], item["why"]) == ("My jacket is torn", "words")
    assert item["seq"] == 1
