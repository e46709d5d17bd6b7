"""Asking for an order, with interruptions, changes of mind and what is already known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import Answer, Visitor
from fake_hub import IDENTIFIED_CONTACT

from evaluate import EVALUATION, examples

if TYPE_CHECKING:
    from conftest import BotProcess
    from fake_hub import FakeHub

SIGNED_IN = {"id": IDENTIFIED_CONTACT, "identified": True}


def test_a_stranger_is_asked_for_number_and_email_and_told_the_status(visitor: Visitor) -> None:
    assert "order number" in visitor.says("where is my order?").text
    assert "e-mail" in visitor.says("10432").text
    answer = visitor.says("anna@example.com")
    assert "on its way with Icepost" in answer.text
    assert "24 November" in answer.text
    assert answer.cards == ["Order 10432"]


def test_a_number_told_at_once_is_not_asked_for(visitor: Visitor) -> None:
    assert "e-mail" in visitor.says("where is order HR-10432").text


def test_everything_told_at_once_needs_no_question(visitor: Visitor) -> None:
    assert "on its way" in visitor.says("status of #10432 please, my mail is anna@example.com").text


def test_a_known_order_is_confirmed_and_a_known_email_not_asked_for(visitor: Visitor) -> None:
    visitor.facts = {"order_number": "10432", "email": "anna@example.com"}
    asked = visitor.says("where is my order?")
    assert "Is it about order 10432?" in asked.text
    assert asked.choices == ["/affirm", "/deny"]
    assert asked.used_facts == {"fact-order_number"}
    answer = visitor.says("yes")
    assert "on its way" in answer.text
    assert answer.used_facts == {"fact-order_number", "fact-email"}


DOUBTFUL = [
    {"id": f"fact-{key}", "key": key, "value": value, "state": "unconfirmed"}
    for key, value in (("order_number", "10432"), ("email", "anna@example.com"))
]


def test_what_was_heard_badly_is_asked_about_and_not_asked_for(visitor: Visitor) -> None:
    order = _said_in_doubt(visitor, "where is my order?")
    assert "Is it about order 10432?" in order.text
    email = _said_in_doubt(visitor, "yes")
    assert "anna@example.com?" in email.text
    assert email.choices == ["anna@example.com"]
    assert order.used_facts | email.used_facts == set()
    assert "on its way" in _said_in_doubt(visitor, "yes").text


def test_another_address_than_the_one_asked_about_can_be_meant(visitor: Visitor) -> None:
    _said_in_doubt(visitor, "where is order 10877?")
    assert "10877 was delivered" in _said_in_doubt(visitor, "no, anna@example.com").text


def _said_in_doubt(visitor: Visitor, text: str) -> Answer:
    response = visitor.bot.post("turn", visitor.turn(text) | {"facts": DOUBTFUL})
    assert response.status_code == 200, response.text
    return Answer(response.json())


def test_another_order_than_the_known_one_can_be_meant(visitor: Visitor) -> None:
    visitor.facts = {"order_number": "10432", "email": "anna@example.com"}
    visitor.says("where is my order?")
    assert "order number" in visitor.says("no").text
    assert "Order 10877 was delivered on 10 November" in visitor.says("10877").text


def test_no_and_the_right_number_in_one_breath(visitor: Visitor) -> None:
    visitor.facts = {"order_number": "10432", "email": "anna@example.com"}
    visitor.says("where is my order?")
    assert "Order 10877 was delivered" in visitor.says("no, it's 10877").text


def test_a_signed_in_customer_picks_an_order_and_needs_no_email(
    visitor: Visitor, hub: FakeHub
) -> None:
    visitor.contact = SIGNED_IN
    asked = visitor.says("where is my order?")
    assert set(asked.choices) == {"10432", "10877", "10555"}
    assert "Order 10555 is packed" in visitor.says("10555").text
    assert (
        "GET",
        "/api/v1/orders",
        {"number": "10555", "contact_id": IDENTIFIED_CONTACT},
    ) in hub.calls


def test_another_question_in_between_is_answered_and_the_form_goes_on(visitor: Visitor) -> None:
    visitor.says("where is my order?")
    between = visitor.says("what does shipping cost?")
    assert "5.90" in between.text
    assert "order number" in between.text
    visitor.says("10432")
    between = visitor.says("do you take PayPal?")
    assert "PayPal" in between.text
    assert "e-mail" in between.text
    assert "on its way" in visitor.says("anna@example.com").text


def test_never_mind_leaves_the_form(visitor: Visitor) -> None:
    visitor.says("where is my order?")
    stopped = visitor.says("never mind")
    assert "leave it there" in stopped.text
    assert "order number" not in stopped.text
    assert "order number" not in visitor.says("thanks").text


def test_somebody_elses_order_is_not_shown(visitor: Visitor) -> None:
    visitor.says("where is order 10432")
    answer = visitor.says("eve@example.com")
    assert "can't find order 10432" in answer.text
    assert "/talk_to_human" in answer.choices
    assert answer.cards == []


def test_after_a_mistyped_email_the_right_one_is_enough(visitor: Visitor) -> None:
    visitor.says("where is order 10432")
    visitor.says("ana@example.com")
    assert "Is it about order 10432?" in visitor.says("sorry, it's anna@example.com").text
    assert "on its way" in visitor.says("yes").text


def test_the_same_question_again_inside_the_form_is_no_trap(visitor: Visitor) -> None:
    visitor.says("where is my order?")
    assert "order number" in visitor.says("where is my order??").text


def test_a_return_can_be_wanted_instead(visitor: Visitor) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says("where is my order?")
    visitor.says("actually I want to return something")
    assert "Why would you like to return it?" in visitor.says("10877").text


FORMS = {
    "order number": ["/track_order"],
    "e-mail": ["/track_order", "10432"],
    "confirm": ["10432", "/track_order"],
    "reason": ["/return_item", "10877", "anna@example.com"],
}


@pytest.mark.parametrize("asked_for", FORMS)
def test_whatever_is_said_inside_a_form_gets_an_answer(
    asked_for: str, bot: BotProcess, hub: FakeHub
) -> None:
    del hub
    for intent in sorted({intent for _, intent in examples(EVALUATION)}):
        visitor = Visitor(bot)
        for line in FORMS[asked_for]:
            visitor.says(line)
        answer = visitor.says(f"/{intent}")
        assert answer.body["replies"] or answer.handoff, intent
