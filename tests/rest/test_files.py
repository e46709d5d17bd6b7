"""Pictures and files over REST: how they are handed out, and what is refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from tests.hub.clients import Clients, client_id
from tests.services.test_files import picture


async def _session(clients: Clients) -> str:
    opened = await clients.call("POST", "visitor/session", json={"inbox": "hraun"})
    token: str = opened.body["token"]
    return token


async def _send(clients: Clients, token: str, data: bytes, **query: str) -> Any:
    return await clients.call(
        "POST",
        "visitor/files",
        token,
        data=BytesIO(data),
        params={"client_id": client_id(), **query},
    )


async def test_what_was_sent_is_opened_by_its_people_only(sqlite_clients: Clients) -> None:
    clients = sqlite_clients
    token, other = await _session(clients), await _session(clients)
    sent = await _send(clients, token, picture(), name="..\\..//Ermel \u201crot\u201d.html")
    assert sent.status == 200, sent
    dialogue = sent.body["conversation_id"]
    page = await clients.call(
        "GET", f"conversations/{dialogue}/messages", await clients.token("anna")
    )
    content = page.body["items"][0]["content"]
    assert content["type"] == "image"
    assert content["name"].endswith("rot\u201d.html.png")
    assert "/" not in content["name"]
    file_id = content["url"].rpartition("/")[2]

    for stranger, status in ((other, 404), (None, 401)):
        assert (await clients.call("GET", f"visitor/files/{file_id}", stranger)).status == status
    assert (
        await clients.call("GET", f"files/{file_id}", await clients.token("katrin"))
    ).status == 403
    link = await clients.call("GET", f"visitor/files/{file_id}", token)
    path = link.body["url"].removeprefix("/api/v1/")
    plain = await clients.call("GET", path)
    seen = await clients.call("GET", f"files/{file_id}", await clients.token("anna"))
    for answer in (plain, seen):
        assert answer.raw == picture()
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Content-Disposition"].startswith('inline; filename="')
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert answer.headers["Cache-Control"].startswith("private")
    assert (await clients.call("GET", path[:-1] + ("0" if path[-1] != "0" else "1"))).status == 404


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "type_not_allowed"),
        (b"<!doctype html><script>1</script>", 415, "type_not_allowed"),
        (b"MZ\x90\x00\x00", 415, "type_not_allowed"),
        (b"", 422, "invalid"),
        (picture()[:-20], 422, "invalid"),
    ],
)
async def test_what_it_is_called_helps_nothing(
    sqlite_clients: Clients, data: bytes, status: int, code: str
) -> None:
    token = await _session(sqlite_clients)
    answer = await _send(sqlite_clients, token, data, name="photo.png")
    assert (answer.status, answer.body["code"]) == (status, code)


async def test_what_is_too_large_is_refused_as_soon_as_it_says_so(sqlite_clients: Clients) -> None:
    # Only announced: megabytes that nobody reads would stay in the client's socket, open, when the test is over.
    answer = await sqlite_clients.call(
        "POST",
        "visitor/files",
        await _session(sqlite_clients),
        data=b"x",
        headers={"Content-Length": "10000001"},
        params={"client_id": client_id()},
    )
    assert (answer.status, answer.body["code"]) == (413, "too_large")


async def test_a_page_that_calls_itself_words_is_saved_not_shown(sqlite_clients: Clients) -> None:
    token = await _session(sqlite_clients)
    data = b"words, and then <script>alert(1)</script>"
    sent = await _send(sqlite_clients, token, data, name="x.html")
    page = await sqlite_clients.call(
        "GET",
        f"conversations/{sent.body['conversation_id']}/messages",
        await sqlite_clients.token("anna"),
    )
    content = page.body["items"][0]["content"]
    answer = await sqlite_clients.call(
        "GET", content["url"].removeprefix("/api/v1/"), await sqlite_clients.token("anna")
    )
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"x.html.txt\"; filename*=UTF-8''x.html.txt"
    )
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
