"""Webhooks over REST, of a hub that really sends."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from typing import Any

import pytest

from tests.core.receiving import Inbox, listening
from tests.hub.clients import Clients, client_id


async def test_what_a_visitor_says_reaches_a_server_signed_and_after_a_failure_again(
    clients: Clients,
) -> None:
    admin = await clients.token("einar")
    # However often it is tried, until it has been seen to be refused.
    inbox = Inbox(statuses=[500] * 1000)
    async with listening(inbox.take) as url:
        body = {"name": client_id(), "url": url, "events": ["message_created"], "texts": "full"}
        made = await clients.call("POST", "webhooks", admin, json=body)
        assert made.status == 201, made
        path, secret = f"webhooks/{made.body['id']}", made.body["secret"]
        try:
            visitor = await clients.visitor()
            await visitor.answered("Where is my order?")
            await _hurry(clients, path, inbox)
            mine = [visitor.conversation_id]
            bodies = await inbox.until(
                lambda all_: (
                    len({b["id"] for b in all_ if b["conversation_id"] in mine}) == 2
                    and len(all_) > len({b["id"] for b in all_})
                )
            )
            await _settled(clients, path)
        finally:
            gone = await clients.call("DELETE", path, admin)
    assert gone.status == 204
    for headers, raw in inbox.got:
        stamp, _, proof = headers["X-Samtal-Signature"].removeprefix("t=").partition(",v1=")
        signed = f"{stamp}.".encode() + raw
        assert proof == hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert bodies[0]["id"] in [one["id"] for one in bodies[1:]]
    said = {b["data"]["message"]["content"]["text"] for b in bodies if b["conversation_id"] in mine}
    assert said == {"Where is my order?", "You said: Where is my order?"}


async def _hurry(clients: Clients, path: str, inbox: Inbox) -> None:
    """The refused one comes again by itself after some seconds; that is long for a test."""
    waiting: list[Any] = []
    async with asyncio.timeout(60):
        while not any(one["attempts"] for one in waiting):
            await asyncio.sleep(0.05)
            waiting = (await clients.get(f"{path}/deliveries", params={"state": "waiting"}))[
                "items"
            ]
    refused = next(one for one in waiting if one["attempts"])
    assert (refused["status"], refused["outcome"]) == (500, "answered 500")
    admin = await clients.token("einar")
    inbox.statuses.clear()
    again = await clients.call("POST", f"{path}/deliveries/{refused['id']}/redeliver", admin)
    assert again.body["state"] == "waiting"


async def _settled(clients: Clients, path: str) -> None:
    """What was answered with 2xx is recorded as such soon after."""
    async with asyncio.timeout(60):
        while (await clients.get(path))["waiting"]:
            await asyncio.sleep(0.05)
    found = (await clients.get(f"{path}/deliveries"))["items"]
    assert {one["state"] for one in found} == {"delivered"}
    assert max(one["attempts"] for one in found) >= 2


async def test_a_webhook_is_made_changed_tried_and_taken_away(sqlite_clients: Clients) -> None:
    clients = sqlite_clients
    admin = await clients.token("einar")
    inbox = Inbox(statuses=[200, 410])
    async with listening(inbox.take) as url:
        body = {"name": "shop", "url": url, "events": ["fact_learned", "coupon_redeemed"]}
        made = await clients.call("POST", "webhooks", admin, json=body)
        path, secret = f"webhooks/{made.body['id']}", made.body.pop("secret")
        assert made.body["texts"] == "none"
        listed = await clients.call("GET", "webhooks", admin)
        assert made.body in listed.body["items"]
        assert secret.encode() not in listed.raw
        changed = await clients.call("PATCH", path, admin, json={"paused": True, "name": "x"})
        assert (changed.body["name"], changed.body["url"]) == ("x", url)
        assert changed.body["pause_reason"]
        again = await clients.call("PATCH", path, admin, json={"paused": False})
        assert "paused_at" not in again.body
        new = await clients.call("POST", f"{path}/secret", admin)
        assert new.body["secret"] != secret
        good = await clients.call("POST", f"{path}/test", admin)
        assert (good.body["state"], good.body["status"]) == ("delivered", 200)
        bad = await clients.call("POST", f"{path}/test", admin)
        assert (bad.body["state"], bad.body["outcome"]) == ("failed", "answered 410")
        page = await clients.get(f"{path}/deliveries", params={"limit": "1"})
        assert page["items"] == [bad.body]
        rest = await clients.get(f"{path}/deliveries", params={"cursor": page["next"]})
        assert rest["items"] == [good.body]
        failed = await clients.get(f"{path}/deliveries", params={"state": "failed"})
        assert failed["items"] == [bad.body]
        assert (await clients.call("DELETE", path, admin)).status == 204
        assert (await clients.call("GET", path, admin)).status == 404


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"url": "ftp://x/"},
        {"url": "https://a:b@x.example/"},
        {"url": 7},
        {"events": []},
        {"events": ["ping"]},
        {"events": ["message_created", "made_up"]},
        {"texts": "all"},
    ],
)
async def test_a_webhook_that_cannot_be_is_refused(sqlite_clients: Clients, change: Any) -> None:
    admin = await sqlite_clients.token("einar")
    body = {"name": "x", "url": "https://x.example/", "events": ["fact_learned"], **change}
    answer = await sqlite_clients.call("POST", "webhooks", admin, json=body)
    assert (answer.status, answer.body["code"]) == (422, "invalid")


async def test_the_reference_has_what_is_sent(sqlite_clients: Clients) -> None:
    document = (await sqlite_clients.call("GET", "openapi.json")).body
    sent = document["webhooks"]["event"]["post"]["requestBody"]["content"]["application/json"]
    assert sent["schema"]["$ref"] == "#/components/schemas/WebhookEventBody"
    assert "sequence" in document["components"]["schemas"]["WebhookEventBody"]["required"]
