"""A known visitor is met by name, and asked about what is still open."""

from __future__ import annotations

from datetime import UTC, datetime

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
