"""Which website reaches which inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hub.clients import Clients, Refused
from tests.hub.data import OTHER_INBOX, OTHER_SHOP, SHOP

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


@pytest.mark.parametrize(
    ("inbox", "origin", "allowed"),
    [
        ("hraun", SHOP, True),
        ("hraun", None, True),
        ("hraun", OTHER_SHOP, False),
        ("hraun", "https://evil.example", False),
        ("hraun", "null", False),
        ("hraun", SHOP + ".evil.example", False),
        ("hraun", SHOP.replace("https", "http"), False),
        ("hraun", SHOP + ":8443", False),
        (OTHER_INBOX, OTHER_SHOP, True),
        (OTHER_INBOX, SHOP, False),
    ],
)
async def test_a_website_may_use_its_own_inbox_only(
    sqlite_clients: Clients,
    inbox: str,
    origin: str | None,
    allowed: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    for transport in ("websocket", "polling"):
        if allowed:
            await sqlite_clients.visitor(inbox=inbox, origin=origin, transport=transport)
            continue
        with pytest.raises(Refused) as refused:
            await sqlite_clients.visitor(inbox=inbox, origin=origin, transport=transport)
        assert refused.value.code == "not_allowed"


async def test_the_hubs_own_pages_may_use_every_inbox(
    sqlite_hub: LocalHub, sqlite_clients: Clients
) -> None:
    await sqlite_clients.visitor(inbox=OTHER_INBOX, origin=sqlite_hub.url)


@pytest.mark.parametrize("origin", [SHOP, "https://evil.example", "null", "http://127.0.0.1:1"])
async def test_no_website_but_ours_reaches_the_agents_server(
    sqlite_clients: Clients, origin: str
) -> None:
    token = await sqlite_clients.token("anna")
    for headers in ({"Cookie": f"samtal_session={token}"}, {}):
        with pytest.raises(Refused):
            await sqlite_clients.agent_with({"token": token}, {**headers, "Origin": origin})
