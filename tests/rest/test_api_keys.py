"""Keys of programmes over REST."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.hub.clients import Clients, client_id


async def test_a_secret_is_told_once_and_opens_until_the_key_is_deleted(clients: Clients) -> None:
    admin = await clients.token("einar")
    body = {"name": client_id(), "role": "agent"}
    made = await clients.call("POST", "api-keys", admin, json=body)
    assert made.status == 201, made
    key, secret = made.body, made.body.pop("secret")
    assert {name: key[name] for name in body} == body
    listed = await clients.call("GET", "api-keys", admin, params={"limit": "1"})
    assert listed.body["items"] == [key]
    assert secret.encode() not in listed.raw
    older = await clients.get("api-keys", params={"limit": "1", "cursor": listed.body["next"]})
    assert older["items"]
    assert older["items"] != [key]
    console = await clients.agent_with({"token": secret})
    assert (await clients.call("GET", "canned-replies", secret)).status == 200
    assert (await clients.call("DELETE", f"api-keys/{key['id']}", admin)).status == 204
    assert (await clients.call("GET", "canned-replies", secret)).status == 401
    await asyncio.wait_for(console.closed.wait(), 30)
    again = await clients.call("DELETE", f"api-keys/{key['id']}", admin)
    assert (again.status, again.body["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": "x"},
        {"name": " ", "role": "agent"},
        {"name": "x", "role": "bot"},
        {"name": "x", "role": "owner"},
        {"name": 7, "role": ["agent"]},
    ],
)
async def test_a_key_that_cannot_be_is_refused(sqlite_clients: Clients, body: Any) -> None:
    admin = await sqlite_clients.token("einar")
    answer = await sqlite_clients.call("POST", "api-keys", admin, json=body)
    assert (answer.status, answer.body["code"]) == (422, "invalid")


async def test_a_name_too_long_is_refused(sqlite_clients: Clients) -> None:
    body = {"name": "x" * 81, "role": "agent"}
    answer = await sqlite_clients.call(
        "POST", "api-keys", await sqlite_clients.token("einar"), json=body
    )
    assert (answer.status, answer.body["code"]) == (413, "too_large")
