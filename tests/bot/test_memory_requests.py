"""Requests about memory itself, and what the bot says and does then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memory_requests import MemoryRequest, memory_request

if TYPE_CHECKING:
    from conftest import Visitor

DOUBTFUL = {
    "id": "fact-doubtful",
    "key": "size",
    "value": "42",
    "observed_at": "2026-11-01T10:00:00.000+00:00",
    "state": "unconfirmed",
    "sentence": "Your size is 42.",
    "label": "Size",
}


@pytest.mark.parametrize(
    ("text", "wish", "key"),
    [
        ("do you remember my size?", "ask", "size"),
        ("What\u2019s my name?", "ask", "name"),
        ("where do I live?", "ask", "home"),
        ("Please forget my e-mail address", "forget", "email"),
        ("delete my phone number please", "forget", "phone"),
        ("please forget that", "forget", None),
        ("forget what I just said", "forget", None),
        ("what did I say about the jacket?", "recall", None),
    ],
)
def test_a_request_is_known_by_its_words(text: str, wish: Any, key: str | None) -> None:
    assert memory_request(text) == MemoryRequest(wish, key)


@pytest.mark.parametrize(
    "text",
    [
        "never mind, forget it",
        "delete my account",
        "what is my order status",
        "delete my order 10432",
        "what is your name?",
        "my name is Anna",
        "what do you know about me?",
        "do you have my jacket in M?",
    ],
)
def test_other_words_are_no_request(text: str) -> None:
    assert memory_request(text) is None


def test_a_fact_is_told_with_its_day(visitor: Visitor) -> None:
    visitor.facts = {"size": "M", "name": "Anna"}
    answer = visitor.says("do you remember my size?")
    assert answer.text == "size is M. You told us on 1 November 2026."
    assert answer.used_facts == {"fact-size"}


def test_what_was_never_said_is_not_made_up(visitor: Visitor) -> None:
    visitor.facts = {"name": "Anna"}
    answer = visitor.says("what is my shoe size?")
    assert "You have not told me your size" in answer.text
    assert answer.used_facts == set()


def test_what_waits_to_be_confirmed_is_not_told_but_asked_about_once(visitor: Visitor) -> None:
    turn = visitor.turn("do you remember my size?")
    turn["facts"] = [DOUBTFUL]
    body = visitor.bot.post("turn", turn).json()
    said, asked = body["replies"]
    assert "You have not told me your size" in said["content"]["text"]
    assert (asked["asks_about"], asked["used_facts"]) == ("fact-doubtful", [])
    assert "your size is 42. Is that so?" in asked["content"]["text"]


@pytest.mark.parametrize(("reply", "ended"), [("yes", False), ("no", True)])
def test_the_answer_confirms_or_drops_it(visitor: Visitor, reply: str, *, ended: bool) -> None:
    turn = visitor.turn("what does shipping cost?")
    turn["facts"] = [DOUBTFUL]
    visitor.bot.post("turn", turn).raise_for_status()
    (fact,) = visitor.says(reply).body["facts"]
    assert (fact["key"], fact["value"], fact["confidence"]) == ("size", "42", 1.0)
    assert fact.get("ended", False) is ended


def test_nothing_is_asked_back_beside_another_question(visitor: Visitor) -> None:
    turn = visitor.turn("where is my order?")
    turn["facts"] = [DOUBTFUL]
    body = visitor.bot.post("turn", turn).json()
    assert all("asks_about" not in reply for reply in body["replies"])


def test_a_kind_is_forgotten_and_not_repeated(visitor: Visitor) -> None:
    visitor.facts = {"email": "anna@example.com", "name": "Anna"}
    answer = visitor.says("please forget my e-mail")
    assert answer.body["forget"] == ["fact-email"]
    assert "forgotten" in answer.text
    assert "anna@example.com" not in answer.text
    assert "fact-email" not in answer.used_facts


def test_forget_that_means_what_was_said_last_here(visitor: Visitor) -> None:
    visitor.facts = {"name": "Anna"}
    visitor.says("I wear size M", hears={"size": "M"})
    assert visitor.says("forget that, please").body["forget"] == ["fact-size"]


def test_with_nothing_said_there_is_nothing_to_forget(visitor: Visitor) -> None:
    answer = visitor.says("forget my phone number")
    assert answer.body["forget"] == []
    assert "nothing to forget" in answer.text


def test_words_of_an_earlier_day_are_quoted(visitor: Visitor) -> None:
    said = {"at": "2026-05-03T09:15:00+00:00", "quote": "the red jacket is too small"}
    answer = visitor.says("what did I say about the jacket?", recalled={"said": [said]})
    assert answer.text == "You told us on 3 May 2026: \u201cthe red jacket is too small\u201d."


def test_words_that_were_never_said_are_not_made_up(visitor: Visitor) -> None:
    answer = visitor.says("what did I say about boots?", recalled={"said": []})
    assert answer.text == "I find nothing that you told us about this."


def test_a_promise_whose_day_has_come_is_asked_about(visitor: Visitor) -> None:
    promise = {
        "id": "fact-promise",
        "key": "promise",
        "value": "I'll send the refund",
        "observed_at": "2026-10-01T10:00:00.000+00:00",
        "valid_until": "2026-10-05T10:00:00.000+00:00",
        "state": "current",
    }
    turn = visitor.turn("hi")
    turn["facts"] = [promise]
    (reply,) = visitor.bot.post("turn", turn).json()["replies"]
    assert "We promised you: \u201cI'll send the refund\u201d" in reply["content"]["text"]
    assert reply["used_facts"] == ["fact-promise"]
    answer = visitor.says("no")
    assert answer.handoff == "needs_human"


def test_who_wishes_to_be_called_otherwise_is(visitor: Visitor) -> None:
    visitor.facts = {"name": "Anna Weber", "form_of_address": "Dr Weber"}
    answer = visitor.says("hello")
    assert "Welcome back, Dr Weber!" in answer.text
    assert answer.used_facts == {"fact-form_of_address"}


def test_a_liked_colour_is_shown_first(visitor: Visitor) -> None:
    visitor.facts = {"colour": "navy"}
    answer = visitor.says("do you have rain jackets?")
    assert "In navy, as you like it:" in answer.text
    assert answer.used_facts == {"fact-colour"}
