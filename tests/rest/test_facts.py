"""Facts over REST: with their words, their history, and in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.facts.statement import Statement

if TYPE_CHECKING:
    from tests.hub.clients import Clients, VisitorSocket
    from tests.hub.running import LocalHub

SAID = {
    "XL please": Statement("size", "XL", 0.9, 0, 2),
    "or rather L": Statement("size", "L", 0.9, 10, 11),
    "anna?": Statement("name", "Anna", 0.6, 0, 4),
}


def hears(question: Question) -> Answer:
    said = SAID.get(question.text)
    reply = Reply({"type": "text", "text": f"You said: {question.text}"})
    return Answer((reply,), "inform", 0.9, statements=(said,) if said else ())


@pytest.fixture
async def talk(hub: LocalHub, clients: Clients) -> VisitorSocket:
    hub.bot.script = hears
    visitor = await clients.visitor()
    for text in SAID:
        await visitor.answered(text)
    return visitor


async def contact_of(visitor: VisitorSocket) -> str:
    contact_id: str = (await visitor.welcome())["contact"]["id"]
    return contact_id


async def test_a_fact_says_all_that_is_known_of_it(clients: Clients, talk: VisitorSocket) -> None:
    listed = (await clients.get(f"contacts/{await contact_of(talk)}/facts", "anna"))["items"]
    (size,) = [fact for fact in listed if fact["key"] == "size"]
    expected = {
        "value": "L",
        "state": "current",
        "source": "visitor",
        "quote": "or rather L",
        "start": 10,
        "end": 11,
        "said": "Your size is L.",
        "purpose": "memory",
        "sensitivity": "plain",
    }
    assert {name: size[name] for name in expected} == expected
    assert size["why"]
    assert size["valid_until"] > size["observed_at"]
    assert all(fact["state"] == "current" for fact in listed), "guesses are shown apart"


async def test_it_is_said_in_the_readers_language(clients: Clients, talk: VisitorSocket) -> None:
    path = f"contacts/{await contact_of(talk)}/facts"
    said = {}
    for locale in ("ru-RU,ru;q=0.9", "is", "zh-TW", "th-TH", "sw"):
        page = await clients.get(path, "anna", headers={"Accept-Language": locale})
        said[locale[:2]] = page["items"][0]["said"]
    assert said == {
        "ru": "Ваш размер: L.",
        "is": "Stærðin þín er L.",
        "zh": "您的尺寸是L。",
        "th": "ขนาดของคุณคือ L",
        "sw": "Your size is L.",
    }


async def test_the_history_holds_everything_newest_first(
    clients: Clients, talk: VisitorSocket
) -> None:
    path = f"contacts/{await contact_of(talk)}/facts"
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    while cursor is not None or not found:
        params = {"history": "true", "limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = await clients.get(path, "anna", params=params)
        found += page["items"]
        cursor = page["next"]
    assert [(fact["value"], fact["state"]) for fact in found] == [
        ("Anna", "unconfirmed"),
        ("L", "current"),
        ("XL", "superseded"),
    ]
    assert (found[2]["superseded_by"], found[2]["reason"]) == (found[1]["id"], "newer")


async def test_the_visitor_confirms_corrects_and_forgets(
    clients: Clients, talk: VisitorSocket
) -> None:
    token = (await talk.welcome())["token"]
    own = (await clients.call("GET", "visitor/facts", token)).body
    assert [fact["value"] for fact in own["unconfirmed"]] == ["Anna"]
    name, size = own["unconfirmed"][0]["id"], own["facts"][0]["id"]
    sure = await clients.call("POST", f"visitor/facts/{name}/verdict", token, json={"right": True})
    assert (sure.body["state"], sure.body["value"]) == ("current", "Anna")
    assert sure.body["confirmed_at"]
    right = await clients.call("PATCH", f"visitor/facts/{size}", token, json={"value": "M"})
    assert (right.body["value"], right.body["state"]) == ("M", "current")
    gone = await clients.call("DELETE", f"visitor/facts/{right.body['id']}", token)
    assert gone.body["receipt"]["kind"] == "fact"
    left = (await clients.call("GET", "visitor/facts", token)).body
    assert [fact["value"] for fact in left["facts"]] == ["Anna"]


async def test_an_agent_keeps_words_they_selected(clients: Clients, talk: VisitorSocket) -> None:
    path = f"contacts/{await contact_of(talk)}/facts"
    heard = (await clients.get(path, "anna"))["items"][0]
    token = await clients.token("anna")
    body = {
        "key": "colour",
        "value": "L",
        "message_id": heard["message_id"],
        "start": 10,
        "end": 11,
        "quote": "L",
    }
    kept = await clients.call("POST", path, token, json=body)
    assert (kept.status, kept.body["source"], kept.body["quote"]) == (201, "agent", "or rather L")
    refused = await clients.call("POST", path, token, json={**body, "quote": "XL"})
    assert (refused.status, refused.body["code"]) == (422, "invalid")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"key": "complaint", "value": "x" * 10_240}, 413, "too_large"),
        ({"key": "name", "value": "<script>alert(1)</script>"}, 422, "invalid"),
        ({"key": "complaint", "value": "my card 4111 1111 1111 1111"}, 422, "invalid"),
        ({"key": "complaint", "value": "my password is hunter2!"}, 422, "invalid"),
        ({"key": "is_admin", "value": "true"}, 422, "invalid"),
    ],
)
async def test_what_is_no_fact_is_refused_with_a_stable_code(
    clients: Clients, talk: VisitorSocket, body: dict[str, str], status: int, code: str
) -> None:
    path = f"contacts/{await contact_of(talk)}/facts"
    answer = await clients.call("POST", path, await clients.token("anna"), json=body)
    assert (answer.status, answer.body["code"]) == (status, code)
