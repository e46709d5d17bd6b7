"""The published documents, errors, pages of lists, and the headers of every answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_spec_validator import validate
from yarl import URL

from chat_server.rest.routes import ROUTES
from tests.hub import schema
from tests.hub.clients import Clients, client_id
from tests.hub.data import OTHER_INBOX, OTHER_SHOP, SHOP

Json = dict[str, Any]


VISITOR_PATHS = ("visitor/session", "visitor/messages", "visitor/facts")


async def test_the_openapi_document_is_valid_and_names_every_route(
    sqlite_clients: Clients,
) -> None:
    document = (await sqlite_clients.call("GET", "openapi.json")).body
    validate(document)
    served = {
        (method.upper(), path) for path, methods in document["paths"].items() for method in methods
    }
    assert served == {(route.method, f"/api/v1{route.path}") for route in ROUTES}
    for path in document["paths"]:
        missing = next(m for m in ("PUT", "PATCH") if (m, path) not in served)
        answer = await sqlite_clients.call(missing, path.replace("{", "").replace("}", ""))
        assert answer.status == 405, path


async def test_the_schema_that_is_served_is_the_one_that_binds(sqlite_clients: Clients) -> None:
    served = (await sqlite_clients.call("GET", "events.schema.json")).body
    assert served == json.loads(json.dumps(schema.document()))


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "nowhere", None, 404, "not_found"),
        ("PUT", "session", None, 405, "invalid"),
        ("POST", "session", b"{", 422, "invalid"),
        ("POST", "session", b"\xff\xfe", 422, "invalid"),
        ("POST", "session", b"[" * 5000, 422, "invalid"),
        ("POST", "session", b'{"email": %s}' % (b"7" * 5000), 422, "invalid"),
        ("POST", "session", b"[]", 422, "invalid"),
        ("POST", "session", b'{"email": 7}', 422, "invalid"),
        ("POST", "session", b'{"email": "a\\u0000@b.example", "password": "\\ud800"}', 422, None),
        ("POST", "session", b"x" * 600_000, 413, "too_large"),
        ("POST", "visitor/session", b'{"inbox": "nowhere"}', 404, "not_found"),
        ("POST", "visitor/session", b'{"inbox": "hraun", "token": "\\ud800"}', None, None),
        ("GET", "conversations?limit=0", None, 422, "invalid"),
        ("GET", "conversations?limit=many", None, 422, "invalid"),
        ("GET", "conversations?cursor=nonsense", None, 422, "invalid"),
        ("GET", "conversations?cursor=MjAyNi0wMS0wMXxh", None, None, None),
        ("GET", "conversations?from=yesterday", None, 422, "invalid"),
        ("GET", "conversations?from=0001-01-01T00:00:00%2B23:59", None, None, None),
        ("GET", "conversations?to=9999-12-31T23:59:59-23:59", None, None, None),
        ("GET", "conversations?inbox=nowhere", None, 404, "not_found"),
        ("GET", "conversations?q=%00%22*%27&tag=%00", None, None, None),
        ("GET", "conversations?q=AND%20OR%20NOT%20NEAR(", None, 200, None),
        ("GET", "conversations/%00", None, 404, "not_found"),
        ("GET", "conversations/" + "x" * 3000, None, 404, "not_found"),
        ("GET", "conversations/made-up/messages?after=9007199254740992", None, 404, "not_found"),
        ("GET", "contacts?q=%00", None, 200, None),
        ("GET", "contacts/%00", None, 404, "not_found"),
        ("GET", "events?after=9007199254740992", None, 200, None),
        ("GET", "events?after=9007199254740993", None, 422, "invalid"),
        ("GET", "reports/overview?from=0001-01-02&to=0001-01-03", None, None, None),
        ("GET", "reports/memory", None, None, None),
        ("GET", "reports/memory?from=2026-01-02&to=2026-01-01", None, 422, "invalid"),
        ("GET", "reports/overview?from=0001-01-01&to=0001-02-01", None, 422, "invalid"),
        ("GET", "reports/overview?from=2026-01-02&to=2026-01-01", None, 422, "invalid"),
        ("GET", "reports/campaigns?from=2026-01-02&to=2026-01-01", None, 422, "invalid"),
        ("GET", "reports/campaigns?cursor=nonsense", None, 422, "invalid"),
        ("GET", "reports/experiments?limit=21", None, 422, "invalid"),
        ("GET", "reports/experiments?cursor=nonsense", None, 422, "invalid"),
        ("GET", "orders?number=%00&email=%00", None, None, None),
        ("GET", "orders", None, 200, None),
        ("GET", "products?q=%00&colour=%00&limit=50", None, 200, None),
        ("GET", "coupons?code=%00", None, 200, None),
        ("GET", "exports/secrets.csv", None, 404, "not_found"),
        ("GET", "exports/dialogues.exe", None, 404, "not_found"),
        ("GET", "exports/dialogues.csv?inbox=nowhere", None, 404, "not_found"),
    ],
)
async def test_whatever_is_asked_the_answer_is_json_and_no_fault_of_ours(
    clients: Clients,
    method: str,
    path: str,
    body: bytes | None,
    status: int | None,
    code: str | None,
) -> None:
    token = await clients.token("einar")
    url = URL(f"{clients.hub.url}/api/v1/{path}", encoded=True)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    async with clients.http.request(method, url, data=body, headers=headers) as response:
        answer = await response.json(content_type=None)
        assert response.status < 500, answer
        assert status is None or response.status == status, answer
        if response.status >= 400:
            assert response.content_type == "application/problem+json"
            assert answer["status"] == response.status
            assert code is None or answer["code"] == code, answer


async def test_visitors_manage_without_sockets(clients: Clients) -> None:
    page = {"url": "https://hraun.example/jackets", "title": "Jackets"}
    arrival = {"inbox": "hraun", "page": page, "element": "no such"}
    opened = (await clients.call("POST", "visitor/session", json=arrival)).body
    assert opened["inbox"]["key"] == "hraun"
    token = opened["token"]
    body = {"client_id": client_id(), "content": {"type": "text", "text": "by REST"}}
    sent = await clients.call("POST", "visitor/messages", token, json=body)
    assert sent.status == 200
    assert (await clients.call("POST", "visitor/messages", token, json=body)).body == sent.body
    held: Json = {"messages": []}
    while len(held["messages"]) < 2:
        held = (await clients.call("GET", "visitor/messages?after=0", token)).body
    assert [m["content"]["text"] for m in held["messages"]] == ["by REST", "You said: by REST"]
    conversation_id = sent.body["conversation_id"]
    seen = await clients.get(f"conversations/{conversation_id}")
    assert (seen["page_url"], seen["page_title"]) == (page["url"], page["title"])
    # What every list calls `next` goes on here too, by either name.
    path = f"conversations/{conversation_id}/messages"
    last = held["messages"][0]["seq"]
    after = await clients.get(path, params={"after": last})
    assert after == await clients.get(path, params={"cursor": last})
    assert [m["seq"] for m in after["items"]] == [held["messages"][1]["seq"]]
    exported = (await clients.call("GET", "visitor/export", token)).body
    assert len(exported["messages"]) == 2
    erased = await clients.call("POST", "visitor/erase", token)
    assert erased.body["receipt"]["counts"]["contacts"] == 1
    assert (await clients.call("GET", "visitor/facts", token)).status == 401


async def test_visitors_rest_may_be_read_by_the_inboxes_own_websites_only(
    sqlite_clients: Clients,
) -> None:
    async def asked(origin: str, inbox: str) -> Any:
        return await sqlite_clients.call(
            "POST", "visitor/session", json={"inbox": inbox}, headers={"Origin": origin}
        )

    own = await asked(SHOP, "hraun")
    assert own.status == 200
    assert own.headers["Access-Control-Allow-Origin"] == SHOP
    assert "Access-Control-Allow-Credentials" not in own.headers
    assert (await asked(SHOP, OTHER_INBOX)).status == 403
    stranger = await asked("https://evil.example", "hraun")
    assert stranger.status == 403
    assert "Access-Control-Allow-Origin" not in stranger.headers
    for path in VISITOR_PATHS:
        for origin, status in ((SHOP, 204), ("https://evil.example", 403), ("null", 403)):
            preflight = await sqlite_clients.call(
                "OPTIONS",
                path,
                headers={"Origin": origin, "Access-Control-Request-Method": "POST"},
            )
            assert preflight.status == status
    foreign_token = await sqlite_clients.call(
        "GET", "visitor/facts", own.body["token"], headers={"Origin": OTHER_SHOP}
    )
    assert foreign_token.status in {401, 403}


async def test_health_readiness_and_metrics_tell_the_state(sqlite_clients: Clients) -> None:
    assert (await sqlite_clients.call("GET", "/healthz")).body == {"status": "ok"}
    ready = await sqlite_clients.call("GET", "/readyz")
    assert ready.status == 200
    assert ready.body["dependencies"] == {"database": "ok", "bot": "ok"}
    metrics = (await sqlite_clients.call("GET", "/metrics")).raw.decode()
    assert "samtal_sockets" in metrics
    assert "samtal_requests_total" in metrics
