"""Agents' passwords, sessions and forms of other sites."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from chat_server.rest import session as rest_session
from chat_server.services import rate_limits
from chat_server.services.rate_limits import SharedLimit
from tests.hub.clients import Clients
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


MakeHub = Callable[..., "LocalHub"]


async def test_who_guesses_passwords_is_stopped_and_colleagues_are_not(make_hub: MakeHub) -> None:
    hub = make_hub(RATE_LIMITS="on")
    async with clients_of(hub) as clients:
        statuses = [
            (
                await clients.call(
                    "POST",
                    "session",
                    json={"email": hub.notes.emails["anna"], "password": f"guess {number}"},
                )
            ).status
            for number in range(rate_limits.SIGN_INS.burst + 2)
        ]
        assert statuses == [403] * rate_limits.SIGN_INS.burst + [429, 429]
        right = {"email": hub.notes.emails["anna"].upper(), "password": hub.notes.password}
        assert (await clients.call("POST", "session", json=right)).status == 429
        assert await clients.sign_in("bjorn")


async def test_one_address_cannot_try_one_account_after_another(
    make_hub: MakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Checking a password takes long on purpose, so few must do.
    monkeypatch.setattr(rest_session, "SIGN_INS_OF_ADDRESS", SharedLimit("of_address", 5, 3_600.0))
    hub = make_hub(RATE_LIMITS="on")
    async with clients_of(hub) as clients:
        statuses = [
            (
                await clients.call(
                    "POST", "session", json={"email": f"{n}@x.example", "password": "guess"}
                )
            ).status
            for n in range(7)
        ]
    assert statuses == [403] * 5 + [429] * 2


async def test_an_unknown_address_and_a_wrong_password_answer_alike(
    sqlite_clients: Clients,
) -> None:
    known = {"email": sqlite_clients.hub.notes.emails["anna"], "password": "wrong"}
    unknown = {"email": "nobody@hraun.example.com", "password": "wrong"}
    answers = [await sqlite_clients.call("POST", "session", json=b) for b in (known, unknown)]
    assert answers[0].body == answers[1].body
    assert answers[0].status == answers[1].status


async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(
    sqlite_clients: Clients,
) -> None:
    notes = sqlite_clients.hub.notes
    body = {"email": notes.emails["anna"], "password": notes.password}
    answer = await sqlite_clients.call("POST", "session", json=body)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"X-Samtal": "1", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"X-Samtal": "1", "Sec-Fetch-Site": "same-site"}, 403),
        ({"X-Samtal": "1", "Sec-Fetch-Site": "same-origin"}, 201),
        ({"X-Samtal": "1"}, 201),
        ({"Authorization": "Basic eDp5"}, 403),
    ],
)
async def test_a_cookie_alone_changes_nothing(
    sqlite_clients: Clients, headers: dict[str, str], status: int
) -> None:
    token = await sqlite_clients.token("katrin")
    answer = await sqlite_clients.call(
        "POST",
        "campaigns",
        json={"name": "Forged?"},
        headers={**headers, "Cookie": f"samtal_session={token}"},
    )
    assert answer.status == status
    listed = await sqlite_clients.call(
        "GET", "campaigns", headers={"Cookie": f"samtal_session={token}"}
    )
    assert listed.status == 200


async def test_a_form_of_another_site_signs_nobody_in(sqlite_clients: Clients) -> None:
    notes = sqlite_clients.hub.notes
    body = f'{{"email": "{notes.emails["anna"]}", "password": "{notes.password}", "x": "="}}'
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = await sqlite_clients.call(
            "POST", "session", data=body, headers={"Content-Type": kind}
        )
        assert answer.status == 422
        assert "Set-Cookie" not in answer.headers
