"""The hub's contract: who may call, what is refused, and that a turn is run once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
import requests
from conftest import Visitor

if TYPE_CHECKING:
    from conftest import BotProcess
    from fake_hub import FakeHub


def test_health_tells_the_model_without_a_token(bot: BotProcess) -> None:
    body = requests.get(f"{bot.url}/health", timeout=30).json()
    assert body["status"] == "ok"
    assert body["model"]


@pytest.mark.parametrize("route", ["turn", "forget"])
@pytest.mark.parametrize("token", ["", "wrong", "token-of-the-test", "t\u00f6ken"])
def test_without_the_token_nothing_is_answered(bot: BotProcess, route: str, token: str) -> None:
    response = requests.post(
        f"{bot.url}/{route}",
        json={},
        headers={"Authorization": f"Bearer {token}".encode()},
        timeout=30,
    )
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "not_allowed"


@pytest.mark.parametrize(
    "change",
    [
        {"text": None},
        {"text": ""},
        {"text": "  \n "},
        {"text": 7},
        {"text": ["hi"]},
        {"turn_id": None},
        {"turn_id": ""},
        {"turn_id": "x" * 201},
        {"conversation_id": 5},
        {"contact": "anna"},
        {"context": []},
        {"facts": {}},
        {"facts": ["name"]},
        {"facts": [{"id": "f", "key": "name"}]},
    ],
)
def test_what_is_no_turn_is_refused_with_a_code(visitor: Visitor, change: dict[str, Any]) -> None:
    response = visitor.bot.post("turn", visitor.turn("hi") | change)
    assert response.status_code in (400, 413)
    assert response.json()["error"]["code"] in ("invalid", "too_large")
    assert response.json()["error"]["message"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"hi"', b"\xff\xfe", b"null"])
def test_what_is_no_json_object_is_refused(bot: BotProcess, body: bytes) -> None:
    headers = {"Authorization": "Bearer token-of-the-tests", "Content-Type": "application/json"}
    response = requests.post(f"{bot.url}/turn", data=body, headers=headers, timeout=30)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "invalid"


def test_too_much_is_refused(visitor: Visitor) -> None:
    for text in ("x" * 20_001, "x" * 300_000):
        response = visitor.bot.post("turn", visitor.turn(text))
        assert response.status_code == 413
        assert response.json()["error"]["code"] == "too_large"
    assert visitor.says("hi").text


def test_an_unknown_route_has_an_error_in_the_same_shape(bot: BotProcess) -> None:
    response = bot.post("nothing", {})
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "invalid"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "\U0001f642" * 50,
        "\u202eolleh",
        "a\x00b\x07c",
        "\u0645\u0631\u062d\u0628\u0627",
        "'; DROP TABLE trackers; --",
        "{}",
        "/",
        "//",
        "x" * 20_000,
    ],
)
def test_odd_text_is_answered_like_any_other(visitor: Visitor, text: str) -> None:
    answer = visitor.says(text)
    assert answer.text
    assert visitor.says("what does shipping cost?").text.startswith("Standard delivery")


@pytest.mark.parametrize(
    "command",
    [
        "/restart",
        "/back",
        "/session_start",
        "/nlu_fallback",
        '/greet{"name": "Eve"',
        "/unknown_intent",
    ],
)
def test_rasas_own_commands_cannot_be_typed(visitor: Visitor, command: str) -> None:
    visitor.says("my order is 10432")
    answer = visitor.says(command)
    assert answer.body["intent"]["confidence"] < 1
    assert answer.body["slots"]["last_order"] == "10432"


def test_one_round_trip_brings_everything_back(visitor: Visitor) -> None:
    body = visitor.says("where is order 10432").body
    assert set(body) == {
        "turn_id",
        "replies",
        "intent",
        "language",
        "ranking",
        "entities",
        "slots",
        "facts",
        "forget",
        "handoff",
        "form",
        "judged_page",
        "missed_page",
    }
    assert body["intent"]["name"] == "track_order"
    assert 1 <= len(body["ranking"]) <= 5
    assert body["ranking"][0] == body["intent"]
    assert body["entities"] == [
        {"entity": "order_number", "value": "10432", "start": 15, "end": 20, "confidence": 0.98}
    ]
    assert body["slots"]["last_order"] == "10432"


def test_an_answer_stays_within_what_the_hub_takes(visitor: Visitor) -> None:
    visitor.facts = {"name": "A" * 500, "product_interest": "rain " + "jacket " * 80}
    answer = visitor.says("do you have rain jackets?")
    (reply,) = answer.body["replies"]
    assert len(reply["content"]["text"]) <= 200
    crowd = visitor.says("10432 " * 150).body
    assert len(crowd["entities"]) <= 100


def test_a_repeated_turn_is_answered_the_same_and_not_run_again(
    visitor: Visitor, hub: FakeHub
) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says("return order 10877")
    turn = visitor.turn("Too small")
    first, again = visitor.bot.post("turn", turn), visitor.bot.post("turn", turn)
    assert first.json() == again.json()
    assert len(hub.returns) == 1


def test_a_recalled_turn_is_answered_only_if_it_was_before(visitor: Visitor) -> None:
    asked = visitor.turn("hello")
    never = visitor.bot.post("turn", {**asked, "recall": True})
    assert (never.status_code, never.json()["error"]["code"]) == (404, "not_found")
    answer = visitor.bot.post("turn", asked)
    again = visitor.bot.post("turn", {**asked, "recall": True})
    assert (again.status_code, again.json()) == (200, answer.json())


def test_a_turn_asked_for_while_it_runs_is_joined(visitor: Visitor, hub: FakeHub) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says("return order 10877")
    turn = visitor.turn("Too small")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: visitor.bot.post("turn", turn).json(), range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert len(hub.returns) == 1


def test_equal_turn_ids_of_two_conversations_are_two_turns(bot: BotProcess, hub: FakeHub) -> None:
    del hub
    one, other = Visitor(bot), Visitor(bot)
    first = bot.post("turn", one.turn("my name is Anna") | {"turn_id": "same"})
    second = bot.post("turn", other.turn("what does shipping cost?") | {"turn_id": "same"})
    assert "Anna" in first.text
    assert "Anna" not in second.text


def test_many_visitors_at_once_do_not_mix(bot: BotProcess, hub: FakeHub) -> None:
    del hub
    names = ["Anna", "Bjorn", "Chloe", "David", "Emma", "Frank", "Greta", "Henrik"]

    def visit(name: str) -> str:
        visitor = Visitor(bot)
        visitor.says(f"my name is {name}", hears={"name": name})
        return visitor.says("hello").text

    with ThreadPoolExecutor(len(names)) as pool:
        for name, text in zip(names, pool.map(visit, names), strict=True):
            assert f"Hello, {name}!" in text


def test_forgotten_conversations_leave_no_trace(visitor: Visitor) -> None:
    turn = visitor.turn("my name is Anna")
    visitor.bot.post("turn", turn)
    forgotten = visitor.bot.post(
        "forget", {"conversation_ids": [visitor.conversation_id, "never-seen"]}
    )
    assert forgotten.json() == {"forgotten": 1}
    assert "Anna" not in visitor.bot.post("turn", visitor.turn("hello")).text


@pytest.mark.parametrize(
    "body",
    [{}, {"conversation_ids": "c"}, {"conversation_ids": [1]}, {"conversation_ids": [""]}, []],
)
def test_what_is_no_list_of_conversations_is_refused(bot: BotProcess, body: Any) -> None:
    assert bot.post("forget", body).status_code == 400


def test_the_log_holds_no_word_of_a_visitor(visitor: Visitor) -> None:
    visitor.says("my secret word is xylophonist and my mail is hidden@example.com")
    visitor.bot.post("turn", visitor.turn("xylophonist") | {"facts": "xylophonist"})
    assert "xylophonist" not in visitor.bot.log
    assert "hidden@" not in visitor.bot.log
