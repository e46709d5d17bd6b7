"""Inboxes as administrators set them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.hub.clients import Answer, Clients

HOURS = {
    "weekly": {"mon": [["09:00", "12:00"], ["13:00", "17:00"]], "fri": [["22:00", "02:00"]]},
    "exceptions": {"2026-12-25": []},
}


async def inbox_id(clients: Clients) -> str:
    found = await clients.get("inboxes")
    return str(next(i["id"] for i in found["items"] if i["key"] == clients.hub.notes.inbox))


async def change(clients: Clients, who: str = "api key", **changes: Any) -> Answer:
    path = f"inboxes/{await inbox_id(clients)}"
    return await clients.call("PATCH", path, await clients.token(who), json=changes)


async def test_hours_and_what_goes_with_them_are_kept(sqlite_clients: Clients) -> None:
    clients = sqlite_clients
    given: dict[str, Any] = {
        "hours": HOURS,
        "timezone": "Europe/Berlin",
        "offline_message": "We are at the sheep round-up.",
        "reply_email": "help@hraun.example",
        "idle_minutes": 10,
        "idle_agent_minutes": 0,
        "idle_close_minutes": 2,
        "memory_holdout": 20,
    }
    answer = await change(clients, **given)
    assert answer.status == 200
    kept = await clients.get(f"inboxes/{await inbox_id(clients)}")
    assert {name: kept[name] for name in given} == given
    assert kept == answer.body


async def test_null_takes_away_and_nothing_leaves_alone(sqlite_clients: Clients) -> None:
    await change(sqlite_clients, hours=HOURS, offline_message="Away.", idle_minutes=10)
    answer = await change(sqlite_clients, hours=None, offline_message=None)
    assert answer.body["hours"] is None
    assert answer.body["offline_message"] is None
    assert answer.body["idle_minutes"] == 10


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"timezone": "Mars/Base"}, "timezone"),
        ({"hours": {"weekly": {"someday": []}}}, "hours.weekly.someday"),
        ({"hours": {"weekly": {"mon": [["9", "17:00"]]}}}, "hours.weekly.mon"),
        ({"hours": {"weekly": {"mon": [["24:00", "17:00"]]}}}, "hours.weekly.mon"),
        ({"hours": {"exceptions": {"2026-13-45": []}}}, "hours.exceptions"),
        ({"reply_email": "nobody"}, "reply_email"),
        ({"idle_minutes": -1}, "idle_minutes"),
        ({"idle_close_minutes": 0}, "idle_close_minutes"),
        ({"memory_holdout": 51}, "memory_holdout"),
        ({"memory_holdout": -1}, "memory_holdout"),
    ],
)
async def test_what_makes_no_sense_is_refused_by_name(
    sqlite_clients: Clients, given: dict[str, Any], field: str
) -> None:
    answer = await change(sqlite_clients, **given)
    assert (answer.status, answer.body["code"]) == (422, "invalid")
    assert any(name.startswith(field) for name in answer.body["fields"]), answer.body


async def test_agents_may_not_set_them(sqlite_clients: Clients) -> None:
    assert (await change(sqlite_clients, "anna", hours=None)).status == 403


async def test_an_unknown_inbox_is_not_found(sqlite_clients: Clients) -> None:
    token = await sqlite_clients.token("api key")
    assert (await sqlite_clients.call("GET", "inboxes/none", token)).status == 404
    answer = await sqlite_clients.call("PATCH", "inboxes/none", token, json={"hours": None})
    assert answer.status == 404
