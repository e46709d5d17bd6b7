"""The published documents, errors, pages of lists, and the headers of every answer."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from openapi_spec_validator import validate
from yarl import URL

from chat_server.rest.routes import ROUTES
from tests.hub import schema
from tests.hub.clients import Clients, client_id
from tests.hub.data import OTHER_INBOX, OTHER_SHOP, SHOP

if TYPE_CHECKING:
    from tests.hub.running import LocalHub

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
        ("GET", "orders?number=%00&email=%00", None, None, None),
        ("GET", "orders", None, 422, "invalid"),
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


async def dialogue(clients: Clients, text: str, **auth: Any) -> str:
    """A dialogue with one answer; its id."""
    visitor = await clients.visitor(**auth)
    await visitor.answered(text)
    assert visitor.conversation_id is not None
    return visitor.conversation_id


async def test_pages_of_a_list_neither_repeat_nor_skip(clients: Clients) -> None:
    made = [await dialogue(clients, f"pageable {number}") for number in range(5)]
    for path, key in (("conversations", "id"), ("response-events", "conversation_id")):
        seen: list[str] = []
        cursor = None
        while True:
            params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
            page = await clients.get(path, params=params)
            seen += [item.get("conversation", item)[key] for item in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
        assert len(seen) == len(set(seen))
        assert [found for found in seen if found in made] == list(reversed(made))


async def test_full_text_finds_words_and_their_beginnings(clients: Clients) -> None:
    wanted = await dialogue(clients, "My Þingvallavatn blanket has a hole")
    for query in ("þingvallavatn", "Þingvalla", "blanket hole", "HOLE"):
        page = await clients.get("conversations", params={"q": query})
        found = {row["conversation"]["id"]: row["snippet"] for row in page["items"]}
        assert "[" in found[wanted], query
    nothing = await clients.get("conversations", params={"q": "zzzunsaid"})
    assert nothing["items"] == []


async def test_a_link_of_a_campaign_stands_in_its_dialogues_response_event(
    hub: LocalHub, clients: Clients
) -> None:
    marketer = await clients.token("katrin")
    campaign = (await clients.call("POST", "campaigns", marketer, json={"name": "Autumn"})).body
    body = {
        "kind": "qr",
        "name": "Poster",
        "target_url": "https://hraun.example/?x=1#top",
        "campaign_id": campaign["id"],
        "variant": "B",
    }
    element = (await clients.call("POST", "elements", marketer, json=body)).body
    followed = await clients.call("GET", f"/r/{element['code']}")
    assert followed.status == 302
    target = f"https://hraun.example/?x=1&samtal={element['code']}#top"
    assert followed.headers["Location"] == target
    assert followed.headers["Cache-Control"] == "no-store"
    conversation_id = await dialogue(clients, "saw the poster", element=element["code"])
    event = await clients.get(f"response-events/{conversation_id}", "katrin")
    assert event["element"] == element["code"]
    assert event["campaign"] == campaign["id"]
    assert event["variant"] == "B"
    assert event["channel"] == "qr"
    assert (event["visitor_messages"], event["bot_messages"]) == (1, 1)
    counted = await clients.get("elements", "katrin")
    mine = next(item for item in counted["items"] if item["code"] == element["code"])
    assert (mine["opened"], mine["dialogues"]) == (1, 1)
    taken = await clients.call("POST", "elements", marketer, json={**body, "code": element["code"]})
    assert taken.status == 409
    assert (await clients.call("GET", "/r/unknown-code")).status == 404
    assert (await clients.call("GET", "/r/%00")).status == 404


async def test_a_link_cannot_be_made_to_lead_to_a_script(sqlite_clients: Clients) -> None:
    marketer = await sqlite_clients.token("katrin")
    for url in ("javascript:alert(1)", "//evil.example", "data:text/html,x", "/\\evil.example"):
        body = {"kind": "link", "name": "x", "target_url": url}
        assert (await sqlite_clients.call("POST", "elements", marketer, json=body)).status == 422


async def test_exports_stream_every_dialogue_and_disarm_formulas(clients: Clients) -> None:
    conversation_id = await dialogue(clients, "=HYPERLINK(0)")
    token = await clients.token("katrin")
    jsonl = await clients.call("GET", "exports/messages.jsonl", token)
    assert jsonl.headers["Content-Type"].startswith("application/x-ndjson")
    rows = [json.loads(line) for line in jsonl.raw.decode().splitlines()]
    mine = [row for row in rows if row["conversation_id"] == conversation_id]
    assert [row["seq"] for row in mine] == [1, 2]
    sheet = await clients.call("GET", "exports/messages.csv", token)
    assert sheet.headers["Content-Disposition"].startswith('attachment; filename="samtal-messages')
    cells = [cell for row in csv.reader(io.StringIO(sheet.raw.decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    for what in ("dialogues", "events"):
        for kind in ("csv", "jsonl"):
            answer = await clients.call("GET", f"exports/{what}.{kind}", token)
            assert answer.status == 200
            assert conversation_id in answer.raw.decode()
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cache-Control"] == "no-store"


async def test_an_export_of_one_inbox_has_no_other(clients: Clients) -> None:
    here = await dialogue(clients, "in Hraun")
    there = await dialogue(clients, "in Fjara", inbox=OTHER_INBOX, origin=OTHER_SHOP)
    token = await clients.token("katrin")
    for what in ("dialogues", "messages"):
        answer = await clients.call("GET", f"exports/{what}.jsonl?inbox={OTHER_INBOX}", token)
        assert there in answer.raw.decode()
        assert here not in answer.raw.decode()


async def test_marketers_see_neither_name_nor_address_of_a_visitor(
    hub: LocalHub, clients: Clients
) -> None:
    identity = clients.identity(
        f"cus-{client_id()}", name="Secret Name", email="secret@mail.example", phone="+3545551234"
    )
    conversation_id = await dialogue(clients, "who am I", identity=identity)
    agents = await clients.get(f"conversations/{conversation_id}", "anna")
    assert agents["contact"]["name"] == "Secret Name"
    token = await clients.token("katrin")
    for path in (
        "conversations",
        f"conversations/{conversation_id}",
        f"conversations/{conversation_id}/messages",
        "response-events",
        "events",
        "exports/dialogues.jsonl",
        "exports/messages.jsonl",
        "exports/events.jsonl",
    ):
        answer = await clients.call("GET", path, token)
        assert answer.status == 200
        for private in ("Secret Name", "secret@mail.example", "+3545551234"):
            assert private not in answer.raw.decode(), path


async def test_visitors_manage_without_sockets(clients: Clients) -> None:
    opened = (await clients.call("POST", "visitor/session", json={"inbox": "hraun"})).body
    token = opened["token"]
    body = {"client_id": client_id(), "content": {"type": "text", "text": "by REST"}}
    sent = await clients.call("POST", "visitor/messages", token, json=body)
    assert sent.status == 200
    assert (await clients.call("POST", "visitor/messages", token, json=body)).body == sent.body
    held: Json = {"messages": []}
    while len(held["messages"]) < 2:
        held = (await clients.call("GET", "visitor/messages?after=0", token)).body
    assert [m["content"]["text"] for m in held["messages"]] == ["by REST", "You said: by REST"]
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


PAGES = ("/", "/console", "/console/queue/x", "/marketing", "/api/docs", "/shop", "/product/X")


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_forbids_foreign_code_and_frames(
    sqlite_clients: Clients, path: str
) -> None:
    answer = await sqlite_clients.call("GET", path)
    assert answer.status in {200, 503}
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"]
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.status == 503 or answer.headers["Cache-Control"] == "no-cache"
    assert b"<script>" not in answer.raw


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/api/v1/nowhere",
        "/api/v1/session",
        "/assets/nothing.js",
        "/assets/%00",
        "/assets/" + "x" * 4000,
        "/widget/%00",
        "/widget/none.js",
        "/r/none",
        "/healthz",
        "/metrics",
        "/api/v1/openapi.json",
    ],
)
async def test_every_answer_errors_too_is_guarded(sqlite_clients: Clients, path: str) -> None:
    answer = await sqlite_clients.call("GET", path)
    assert answer.status < 500
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_nothing_but_the_built_files_can_be_fetched(
    sqlite_hub: LocalHub, sqlite_clients: Clients
) -> None:
    for folder in ("assets", "widget"):
        for way in (
            "../console/index.html",
            "..%2f..%2fpackage.json",
            "%2e%2e/%2e%2e/package.json",
            "....//....//package.json",
            "..%5c..%5cpackage.json",
            "%2fetc%2fpasswd",
            "/etc/passwd",
            ".",
            "%2e",
        ):
            url = URL(f"{sqlite_hub.url}/{folder}/{way}", encoded=True)
            async with sqlite_clients.http.get(url, allow_redirects=False) as response:
                assert response.status == 404, url


async def test_private_answers_are_not_kept_by_caches(sqlite_clients: Clients) -> None:
    token = await sqlite_clients.token("anna")
    for path in ("session", "conversations", "contacts", "agents"):
        answer = await sqlite_clients.call("GET", path, token)
        assert answer.headers["Cache-Control"] == "no-store", path
