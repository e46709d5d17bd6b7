"""What every answer carries, and what nobody may fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from yarl import URL

from tests.hub.clients import Clients

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


PAGES = (
    "/",
    "/console",
    "/console/queue/x",
    "/marketing",
    "/api/docs",
    "/shop",
    "/product/X",
    "/help/en",
)


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
