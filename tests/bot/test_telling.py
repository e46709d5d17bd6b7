"""Who only tells of themselves is understood, in every language: noted, and not taken for what it resembles."""

# ruff: noqa: RUF001 - full-width marks are meant
from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.hand_over import HandOver
from telling import as_told

if TYPE_CHECKING:
    from conftest import Visitor


def understood(intent: str, confidence: float) -> dict[str, Any]:
    return {"intent": {"name": intent, "confidence": confidence}, "entities": []}


@pytest.mark.parametrize(
    ("intent", "confidence", "text", "heard", "told"),
    [
        ("nlu_fallback", 0.25, "bý í Borgarnesi", ["home"], True),
        ("track_order", 0.26, "please deliver to my office", ["delivery_place"], True),
        ("problem_solved", 0.53, "the wedding is on 4 July now", ["occasion_date"], True),
        ("talk_to_human", 0.69, "no need to be formal", ["form_of_address"], True),
        ("talk_to_human", 0.9, "a person, please; I'm Kim", ["name"], False),
        ("out_of_scope", 0.8, "住在嘉義市", ["home"], True),
        ("change_order", 0.66, "Deliver after 14:00, please", ["preferred_hour"], True),
        ("find_product", 0.98, "I have the Laki boots, none of those", ["product_owned"], True),
        ("find_product", 0.98, "I have the Laki boots, any others?", ["product_owned"], False),
        ("size_advice", 0.45, "ég er líklega L", ["size"], True),
        ("size_advice", 0.99, "I wear M, tell me what to take", ["size"], False),
        ("out_of_scope", 0.9, "I'm Kim, tell me a joke", ["name"], False),
        ("find_product", 0.46, "hi, name Duc. i want buy mitten", ["name"], False),
        ("find_product", 0.3, "any hats in M", [], False),
        ("shipping_abroad", 0.3, "I live in Oslo, do you ship there?", ["home"], False),
        ("shipping_abroad", 0.3, "ตอนนี้อยู่เชียงใหม่ ส่งถึงไหมคะ", ["home"], False),
        ("shipping_time", 0.3, "我住嘉義，要等多少天", ["home"], False),
        ("late_delivery", 0.3, "where is it, 10432", ["order_number"], False),
        ("give_name", 0.3, "I'm Kim", ["name"], False),
    ],
)
def test_only_who_wants_nothing_is_taken_to_tell(
    intent: str, confidence: float, text: str, heard: list[str], *, told: bool
) -> None:
    name = as_told(understood(intent, confidence), text, heard)["intent"]["name"]
    assert (name == "inform") is told


def test_who_asks_and_tells_at_once_gets_an_answer() -> None:
    parsed = understood("inform", 0.49)
    asked = {"name": "track_order", "confidence": 0.46}
    parsed["intent_ranking"] = [parsed["intent"], asked]
    told = as_told(parsed, "where is my order? my e-mail is kim@example.com", ["email"])
    assert told["intent"] == asked


@pytest.mark.parametrize(
    ("locale", "text", "noted"),
    [
        ("en", "btw we moved to a farm at last", "I have noted that"),
        ("is", "bý núna í Borgarnesi", "ég hef skráð þetta"),
        ("ru", "переехал в Выборг на днях", "это записано"),
        ("zh-TW", "住在嘉義市", "我記下來了"),
        ("th", "ตอนนี้อยู่นครพนม", "บันทึกไว้แล้ว"),
    ],
)
def test_what_is_told_is_noted_and_nobody_is_called(
    visitor: Visitor, locale: str, text: str, noted: str
) -> None:
    for _ in range(3):
        answer = visitor.says(text, hears={"home": "there"}, locale=locale)
        assert noted in answer.text
        assert answer.handoff is None
        assert answer.used_facts == {"fact-home"}


def test_who_wants_nothing_remembered_is_not_told_that_it_was_noted(visitor: Visitor) -> None:
    answer = visitor.says("bý núna í Borgarnesi", hears={"home": "there"}, remembers=False)
    assert "noted" not in answer.text


def test_a_problem_may_go_to_a_person(visitor: Visitor) -> None:
    answer = visitor.says(
        "svo vantaði annan vettlinginn í pöntun 10059",
        hears={"open_problem": "missing", "order_number": "10059"},
        locale="is",
    )
    assert "Leitt að eitthvað skuli vanta" in answer.text
    assert "/talk_to_human" in answer.choices
    assert answer.handoff is None


def test_an_hour_for_deliveries_is_no_late_delivery(visitor: Visitor) -> None:
    answer = visitor.says("Deliver after 14:00, please", hears={"preferred_hour": "14:00-"})
    assert "open_problem" not in answer.facts
    assert "noted" in answer.text


def test_what_somebody_owns_is_not_shown_to_them(visitor: Visitor) -> None:
    text = "I already have the Laki boots so dont show me those please"
    answer = visitor.says(text, hears={"product_owned": "Laki boots"})
    assert answer.cards == []
    assert "noted" in answer.text


def test_what_was_heard_badly_is_asked_about_after_the_note(visitor: Visitor) -> None:
    turn = visitor.turn("ég er líklega L", locale="is")
    turn["facts"] = [
        {
            "id": "fact-size",
            "key": "size",
            "value": "L",
            "state": "unconfirmed",
            "sentence": "Stærðin þín er L.",
        }
    ]
    turn["context"]["heard"] = ["size"]
    noted, asked = visitor.bot.post("turn", turn).json()["replies"]
    assert "ég hef skráð þetta" in noted["content"]["text"]
    assert asked["asks_about"] == "fact-size"


def test_who_may_have_asked_for_a_person_is_asked_first() -> None:
    guessed = {"intent": {"name": "talk_to_human", "confidence": 0.4}, "entities": []}
    slots = {"visitor": {"locale": "zh-TW"}}
    tracker = Tracker.from_dict(
        {"sender_id": "somebody", "slots": slots, "latest_message": guessed, "events": []}
    )
    dispatcher = CollectingDispatcher()
    asyncio.run(HandOver().run(dispatcher, tracker, {}))
    said = [message["custom"] for message in dispatcher.messages]
    assert "要請客服人員來協助嗎" in said[0]["content"]["text"]
    assert "/talk_to_human" in [one["payload"] for one in said[0]["content"]["choices"]]
    assert all("handoff" not in one for one in said)


def test_who_surely_asks_for_a_person_gets_one(visitor: Visitor) -> None:
    assert visitor.says("可以跟真人講話嗎？", locale="zh-TW").handoff == "visitor_asked"
