"""A visitor's token, and whom the shop says they are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import jwt
import pytest

from tests.hub.clients import Clients, Refused, client_id
from tests.hub.data import OTHER_INBOX, OTHER_SHOP


async def test_a_visitors_token_counts_in_its_own_inbox_only(sqlite_clients: Clients) -> None:
    visitor = await sqlite_clients.visitor()
    token = (await visitor.welcome())["token"]
    with pytest.raises(Refused) as refused:
        await sqlite_clients.visitor(inbox=OTHER_INBOX, origin=OTHER_SHOP, token=token)
    assert refused.value.code == "not_allowed"


async def test_a_signed_customer_is_known_and_finds_their_dialogue_on_another_device(
    clients: Clients,
) -> None:
    sub = f"cus-{client_id()}"
    first = await clients.visitor(identity=clients.identity(sub, name="Guðrún", email="g@x.is"))
    contact = (await first.welcome())["contact"]
    assert contact["identified"] is True
    assert contact["name"] == "Guðrún"
    await first.answered("from the laptop")
    second = await clients.visitor()
    known = await second.do("identify", identity=clients.identity(sub, name="Guðrún"))
    assert known["contact"]["id"] == contact["id"]
    assert known["messages"][0]["content"]["text"] == "from the laptop"
    await first.say("both hear this")
    await second.text("both hear this")


async def test_an_identity_that_is_not_in_order_is_refused(clients: Clients) -> None:
    hub, now = clients.hub, datetime.now(UTC)
    claims = {"sub": "cus-1", "jti": client_id(), "exp": now + timedelta(minutes=5)}
    bad: dict[str, str] = {
        "expired": clients.identity("cus-1", exp=now - timedelta(minutes=1)),
        "too far ahead": clients.identity("cus-1", exp=now + timedelta(hours=1)),
        "in milliseconds": clients.identity("cus-1", exp=int(now.timestamp() * 1000)),
        "not valid yet": clients.identity("cus-1", nbf=now + timedelta(minutes=4)),
        "without a subject": clients.identity(None),
        "a blank subject": clients.identity(" "),
        "a subject too long": clients.identity("x" * 300),
        "without an id": clients.identity("cus-1", jti=None),
        "without an end": clients.identity("cus-1", exp=None),
        "another key": clients.identity("cus-1", secret="x" * 43),
        "another inbox's key": clients.identity("cus-1", key="k2", secret=hub.notes.other_secret),
        "no algorithm": jwt.encode(claims, "", "none", {"kid": "k1"}),
        "another algorithm": jwt.encode(claims, hub.notes.inbox_secret * 2, "HS512", {"kid": "k1"}),
        "an unknown key": clients.identity("cus-1", key="k9"),
        "cut short": clients.identity("cus-1")[:-3],
    }
    visitor = await clients.visitor()
    for what, identity in bad.items():
        assert await visitor.refusal("identify", identity=identity) == "not_allowed", what
        with pytest.raises(Refused) as refused:
            await clients.visitor(identity=identity)
        assert refused.value.code == "not_allowed", what
    assert (await visitor.welcome())["contact"]["identified"] is False


async def test_an_identity_that_was_used_opens_no_other_browser(clients: Clients) -> None:
    identity = clients.identity(f"cus-{client_id()}")
    mine = await clients.visitor(identity=identity)
    token = (await mine.welcome())["token"]
    await clients.visitor(token=token, identity=identity)
    with pytest.raises(Refused) as refused:
        await clients.visitor(identity=identity)
    assert refused.value.code == "not_allowed"
