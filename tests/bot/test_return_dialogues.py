"""Returns."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fake_hub import IDENTIFIED_CONTACT

if TYPE_CHECKING:
    from conftest import Visitor
    from fake_hub import FakeHub


def test_a_return_is_requested_with_order_email_and_reason(visitor: Visitor, hub: FakeHub) -> None:
    visitor.says("I want to return something")
    visitor.says("10877")
    asked = visitor.says("anna@example.com")
    assert "Too small" in asked.choices
    done = visitor.says("Too small")
    assert "return for order 10877 is requested" in done.text
    assert hub.returns == [{"number": "10877", "reason": "Too small", "email": "anna@example.com"}]
    assert done.facts == {}


def test_the_reason_may_be_in_ones_own_words(visitor: Visitor, hub: FakeHub) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says("I'd like to return order 10877")
    assert "requested" in visitor.says("it makes me look like a sheep, honestly").text
    assert hub.returns[0]["reason"] == "it makes me look like a sheep, honestly"


def test_a_question_instead_of_a_reason_is_answered(visitor: Visitor, hub: FakeHub) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says("return order 10877")
    between = visitor.says("what is your return policy?")
    assert "30 days" in between.text
    assert "Too small" in between.choices
    assert hub.returns == []


@pytest.mark.parametrize(
    ("language", "asked", "reason"),
    [
        ("en", "return order 10877", "too large"),
        ("is", "mig langar að skila pöntun 10877", "of stórt"),
        ("ru", "хочу вернуть заказ 10877", "велика"),
        ("th", "ขอคืนออเดอร์ 10877 ค่ะ", "ใหญ่ไป"),
        ("zh-TW", "我想退訂單 10877", "太大"),
    ],
)
def test_a_reason_in_few_words_is_one_and_no_complaint(
    visitor: Visitor, hub: FakeHub, language: str, asked: str, reason: str
) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says(asked, locale=language)
    assert visitor.says(reason, locale=language).facts == {}
    assert hub.returns[0]["reason"] == reason


@pytest.mark.parametrize(
    ("language", "asked", "question"),
    [
        ("en", "return order 10877", "do you have rain jackets in M?"),
        ("is", "mig langar að skila pöntun 10877", "eigið þið regnjakka í M?"),
        ("ru", "хочу вернуть заказ 10877", "у вас есть дождевики размера M?"),
        ("th", "ขอคืนออเดอร์ 10877 ค่ะ", "มีเสื้อกันฝนไซส์ M ไหมคะ"),
        ("zh-TW", "我想退訂單 10877", "有 M 號的雨衣嗎？"),
    ],
)
def test_a_question_about_goods_is_no_reason(
    visitor: Visitor, hub: FakeHub, language: str, asked: str, question: str
) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says(asked, locale=language)
    visitor.says(question, locale=language)
    assert hub.returns == []


def test_a_problem_told_before_is_the_reason_and_not_asked_for(
    visitor: Visitor, hub: FakeHub
) -> None:
    visitor.facts = {
        "email": "anna@example.com",
        "order_number": "10877",
        "open_problem": "damaged",
    }
    visitor.says("I want to send it back")
    done = visitor.says("yes")
    assert "Arrived damaged" in done.text
    assert done.used_facts == {"fact-order_number", "fact-email", "fact-open_problem"}
    assert hub.returns[0]["reason"] == "Arrived damaged"


def test_a_signed_in_customer_is_known_by_their_identity(visitor: Visitor, hub: FakeHub) -> None:
    visitor.contact = {"id": IDENTIFIED_CONTACT, "identified": True}
    visitor.says("return order 10877")
    visitor.says("No longer needed")
    assert hub.returns == [
        {"number": "10877", "reason": "No longer needed", "contact_id": IDENTIFIED_CONTACT}
    ]


def test_what_the_shop_refuses_is_said_and_a_human_offered(visitor: Visitor) -> None:
    visitor.facts = {"email": "anna@example.com"}
    visitor.says("return order 10432")
    refused = visitor.says("Too large")
    assert "has not been delivered yet" in refused.text
    assert visitor.says("yes please").handoff == "visitor_asked"


def test_an_order_that_is_not_theirs_cannot_be_returned(visitor: Visitor, hub: FakeHub) -> None:
    visitor.facts = {"email": "eve@example.com"}
    visitor.says("return order 10877")
    assert "can't find order 10877" in visitor.says("Too large").text
    assert hub.returns == []
