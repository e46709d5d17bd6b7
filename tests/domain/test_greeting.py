"""A known visitor is met by name, and asked about what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.facts.values import PROBLEMS
from chat_server.domain.greeting import greet
from chat_server.domain.inbox import Inbox

INBOX = Inbox("i", "hraun", "Hraun", "en", "UTC", "Hello and welcome!", "#123", "Snorri")


def known(**values: str) -> list[Fact]:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    return [
        Fact(f"fact-{key}", "c", key, value, FactSource.VISITOR, 1.0, now)
        for key, value in values.items()
    ]


def test_a_stranger_gets_the_inboxs_own_greeting() -> None:
    greeting = greet(INBOX, [])
    assert (greeting.text, greeting.choices, greeting.used_facts) == ("Hello and welcome!", (), ())


def test_a_size_alone_makes_nobody_known() -> None:
    assert greet(INBOX, known(size="L", order_number="10432")).used_facts == ()


def test_a_known_name_is_used() -> None:
    greeting = greet(INBOX, known(name="Katrín"))
    assert "Katrín" in greeting.text
    assert greeting.used_facts == ("fact-name",)


def test_an_open_problem_comes_first_with_its_order() -> None:
    greeting = greet(INBOX, known(name="Katrín", open_problem="damaged", order_number="10432"))
    assert "Katrín" in greeting.text
    assert PROBLEMS["damaged"] in greeting.text
    assert "10432" in greeting.text
    assert len(greeting.choices) == 2
    assert set(greeting.used_facts) == {"fact-name", "fact-open_problem", "fact-order_number"}


def test_an_order_is_not_mentioned_without_a_problem() -> None:
    greeting = greet(INBOX, known(name="Katrín", order_number="10432"))
    assert "10432" not in greeting.text
    assert "fact-order_number" not in greeting.used_facts


def test_a_problem_without_a_name_is_asked_about_too() -> None:
    assert PROBLEMS["late"] in greet(INBOX, known(open_problem="late")).text


def test_of_two_orders_the_one_with_the_problem_is_named() -> None:
    facts = known(open_problem="damaged", order_number="10211")
    facts[0].subject = "10211"
    facts += known(order_number="10650")
    text = greet(INBOX, facts).text
    assert "10211" in text
    assert "10650" not in text


def test_of_two_orders_none_is_named_when_nobody_said_which() -> None:
    facts = [*known(open_problem="late", order_number="10211"), *known(order_number="10650")]
    assert not {"10211", "10650"} & set(greet(INBOX, facts).text.replace(".", " ").split())


def test_who_wishes_to_be_called_otherwise_is() -> None:
    greeting = greet(INBOX, known(name="Anna Weber", form_of_address="Dr Weber"))
    assert "Dr Weber" in greeting.text
    assert greeting.used_facts == ("fact-form_of_address",)
    first = greet(INBOX, known(name="Anna Weber", form_of_address="informal")).text
    assert "Anna" in first
    assert "Weber" not in first


@pytest.mark.parametrize(
    ("locale", "words"),
    [("ru", "возврат денег"), ("is-IS", "pöntun 10432"), ("zh_TW", "歡迎回來"), ("th", "คำสั่งซื้อ")],
)
def test_it_is_in_the_visitors_language(locale: str, words: str) -> None:
    facts = known(name="Anna", open_problem="refund", order_number="10432")
    greeting = greet(INBOX, facts, locale)
    assert words in greeting.text
    assert "Anna" in greeting.text
    assert "10432" in greeting.text
    assert "Welcome" not in greeting.text


def test_a_stranger_is_greeted_in_a_language_we_serve_where_the_shops_is_another() -> None:
    assert greet(INBOX, [], "en-GB").text == INBOX.greeting
    assert greet(INBOX, [], None).text == INBOX.greeting
    assert greet(INBOX, [], "fr").text == INBOX.greeting
    assert "Hraun" in greet(INBOX, [], "is-IS").text
    assert "Góðan dag" in greet(INBOX, [], "is-IS").text
    icelandic = replace(INBOX, locale="is", greeting="Velkomin!")
    assert greet(icelandic, [], "is").text == "Velkomin!"
    assert "สวัสดีค่ะ" in greet(icelandic, [], "th").text


@pytest.mark.parametrize(
    ("asked_for", "hello"),
    [("en", "Welcome back"), ("ru-RU", "рады видеть"), ("fi", "ยินดี")],
)
def test_who_asked_for_another_language_that_we_serve_is_greeted_in_it(
    asked_for: str, hello: str
) -> None:
    assert hello in greet(INBOX, known(name="Anna", language=asked_for), "th").text
