"""Administration of teams, agents and routing over REST."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hub.clients import Answer, Clients, client_id


async def admin(clients: Clients, method: str, path: str, body: Any = None) -> Answer:
    return await clients.call(method, path, await clients.token("einar"), json=body)


async def inbox(clients: Clients) -> Any:
    found = (await clients.get("inboxes"))["items"]
    return next(one for one in found if one["key"] == clients.hub.notes.inbox)


async def test_a_team_is_made_changed_and_removed(sqlite_clients: Clients) -> None:
    anna = sqlite_clients.hub.notes.ids["anna"]
    name = f"Returns {client_id()[:8]}"
    body = {"name": name, "skills": ["Returns "], "languages": ["is", "zh-TW"], "members": [anna]}
    made = await admin(sqlite_clients, "POST", "teams", body)
    assert made.status == 201, made
    team = made.body
    assert team == {**body, "id": team["id"], "skills": ["returns"]}
    assert (await sqlite_clients.get(f"teams/{team['id']}", "anna")) == team
    colleagues = (await sqlite_clients.get("agents", "anna"))["items"]
    assert next(one for one in colleagues if one["id"] == anna)["teams"] == [team["id"]]
    changed = await admin(sqlite_clients, "PATCH", f"teams/{team['id']}", {"members": []})
    assert changed.body == {**team, "members": []}
    assert (await admin(sqlite_clients, "DELETE", f"teams/{team['id']}")).status == 204
    assert (await admin(sqlite_clients, "GET", f"teams/{team['id']}")).status == 404


async def test_a_name_is_given_once(sqlite_clients: Clients) -> None:
    body = {"name": f"Team {client_id()[:8]}"}
    assert (await admin(sqlite_clients, "POST", "teams", body)).status == 201
    assert (await admin(sqlite_clients, "POST", "teams", body)).status == 409


async def test_a_team_that_an_inbox_sends_to_is_not_removed(sqlite_clients: Clients) -> None:
    team = (await admin(sqlite_clients, "POST", "teams", {"name": client_id()})).body["id"]
    path = f"inboxes/{(await inbox(sqlite_clients))['id']}"
    assert (await admin(sqlite_clients, "PATCH", path, {"team_id": team})).body["team_id"] == team
    assert (await admin(sqlite_clients, "DELETE", f"teams/{team}")).status == 409
    freed = await admin(sqlite_clients, "PATCH", path, {"team_id": None})
    assert freed.body["team_id"] is None
    assert (await admin(sqlite_clients, "DELETE", f"teams/{team}")).status == 204


async def test_an_agent_is_changed_only_where_something_is_given(sqlite_clients: Clients) -> None:
    path = f"agents/{sqlite_clients.hub.notes.ids['bjorn']}"
    await admin(sqlite_clients, "PATCH", path, {"skills": ["boots"], "languages": ["en"]})
    changed = await admin(sqlite_clients, "PATCH", path, {"capacity": 2})
    assert changed.status == 200, changed
    known = {name: changed.body[name] for name in ("skills", "languages", "capacity", "open")}
    assert known == {"skills": ["boots"], "languages": ["en"], "capacity": 2, "open": 0}


async def test_an_inbox_keeps_its_rules_as_they_were_given(sqlite_clients: Clients) -> None:
    path = f"inboxes/{(await inbox(sqlite_clients))['id']}"
    rule = {"on": "tag", "value": "vip", "skills": ["vip"], "head_start_seconds": 600}
    body = {"routing": "automatic", "answer_seconds": 30, "routing_rules": [rule]}
    changed = await admin(sqlite_clients, "PATCH", path, body)
    assert changed.status == 200, changed
    assert {name: changed.body[name] for name in body} == body
    again = {"routing": "manual", "answer_seconds": None}
    after = (await admin(sqlite_clients, "PATCH", path, again)).body
    assert (after["routing"], after["answer_seconds"]) == ("manual", 30)
    assert after["routing_rules"] == [rule]


async def test_agents_may_know_that_the_hub_sends_no_mail(sqlite_clients: Clients) -> None:
    token = await sqlite_clients.token("anna")
    found = (await sqlite_clients.call("GET", "inboxes", token)).body["items"]
    assert [each["mail"] for each in found] == [False] * len(found)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("agents/{agent}", {"capacity": 0}, "capacity"),
        ("agents/{agent}", {"languages": ["Icelandic"]}, "languages.0"),
        ("agents/{agent}", {"teams": ["nowhere"]}, "teams"),
        ("inboxes/{inbox}", {"routing": "random"}, "routing"),
        ("inboxes/{inbox}", {"answer_seconds": 1}, "answer_seconds"),
        ("inboxes/{inbox}", {"team_id": "nowhere"}, "team_id"),
        (
            "inboxes/{inbox}",
            {"routing_rules": [{"on": "tag", "value": "x", "team": "nowhere"}]},
            "routing_rules.0.team",
        ),
        (
            "inboxes/{inbox}",
            {"routing_rules": [{"on": "mood", "value": "x"}]},
            "routing_rules.0.on",
        ),
    ],
)
async def test_what_cannot_be_is_refused_by_name(
    sqlite_clients: Clients, path: str, body: dict[str, Any], field: str
) -> None:
    ids = sqlite_clients.hub.notes.ids
    filled = path.format(agent=ids["anna"], inbox=(await inbox(sqlite_clients))["id"])
    refused = await admin(sqlite_clients, "PATCH", filled, body)
    assert refused.status == 422, refused
    assert field in refused.body["fields"], refused.body
