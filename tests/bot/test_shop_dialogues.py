"""Products, stock, coupons and the questions every shop gets."""

# ruff: noqa: RUF001 - full-width signs are meant
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Visitor
    from fake_hub import FakeHub


def test_products_come_as_cards(visitor: Visitor) -> None:
    answer = visitor.says("do you have rain jackets?")
    assert answer.cards == ["Hekla rain jacket"]
    (card,) = answer.body["replies"][0]["content"]["cards"]
    assert card["subtitle"] == "\u20ac129 \u00b7 navy, moss green"
    assert card["image_url"] == "/img/hekla.svg"
    assert card["actions"][0] == {"label": "View", "url": "/products/hekla"}
    assert answer.facts == {}


def test_a_cards_own_question_is_understood(visitor: Visitor) -> None:
    card = visitor.says("do you have rain jackets?").body["replies"][0]["content"]["cards"][0]
    assert "in stock in S and M" in visitor.says(card["actions"][1]["payload"]).text


def test_what_the_shop_does_not_have_is_said(visitor: Visitor) -> None:
    answer = visitor.says("do you sell tents?")
    assert "nothing like \u201ctent\u201d" in answer.text
    assert '/find_product{"product": "jacket"}' in answer.choices


def test_a_wish_without_a_product_is_asked_about(visitor: Visitor) -> None:
    assert "What are you looking for?" in visitor.says("/find_product").text


def test_stock_is_told_for_size_and_colour(visitor: Visitor) -> None:
    assert visitor.says("is the Hekla rain jacket available in L?").text.startswith(
        "Size L of the Hekla rain jacket is not in stock"
    )
    answer = visitor.says("and in moss green, size M?")
    assert "comes in moss green" in answer.text
    assert "Size M is in stock" in answer.text


def test_a_colour_narrows_down_what_was_shown(visitor: Visitor) -> None:
    visitor.says("show me your jackets")
    assert visitor.says("is there one in black?").text.startswith(
        "Yes, the Katla down jacket comes in black."
    )


def test_a_code_in_a_muddled_sentence_is_taken_up(visitor: Visitor) -> None:
    assert "is good" in visitor.says("wuzzle WELCOME10 fnord").text


def test_a_known_size_is_used_and_said_so(visitor: Visitor) -> None:
    visitor.facts = {"size": "M"}
    answer = visitor.says("is the Hekla rain jacket in stock?")
    assert "your M among them" in answer.text
    assert answer.used_facts == {"fact-size"}


def test_a_known_size_that_is_sold_out_is_said_so(visitor: Visitor) -> None:
    visitor.facts = {"size": "L"}
    answer = visitor.says("is the Hekla rain jacket in stock?")
    assert "your L is sold out" in answer.text
    assert answer.used_facts == {"fact-size"}


def test_a_known_size_the_product_is_not_made_in_shapes_nothing(visitor: Visitor) -> None:
    visitor.facts = {"size": "42"}
    assert visitor.says("is the Hekla rain jacket in stock?").used_facts == set()


def test_a_product_liked_last_time_need_not_be_named_again(visitor: Visitor) -> None:
    visitor.facts = {"product_interest": "Esja wool sweater"}
    answer = visitor.says("is it in stock?")
    assert "Esja wool sweater is in stock in S and M" in answer.text
    assert answer.used_facts == {"fact-product_interest"}


def test_one_of_several_can_be_picked_by_name(visitor: Visitor) -> None:
    visitor.says("show me your jackets")
    assert len(visitor.says("is it in stock?").cards) == 2
    assert "Katla down jacket is in stock in L" in visitor.says("the Katla one").text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("any discount codes?", "KXWMRT4827 you get 10 % off, until 31 January"),
        ("my code SUMMER20 doesn't work", "no longer holds; it ended on 31 August"),
        ("is WELCOME10 still valid?", "is good: 10 % off, until 31 January"),
        ("my coupon NOPE99 is not accepted", "don't know the code NOPE99"),
        ("do you ship to Norway?", "all of Europe"),
        ("how long does delivery take?", "working days"),
        ("which payment methods do you accept?", "PayPal"),
        ("I forgot my password", "Forgot your password?"),
        ("how do I wash the wool sweater?", "wool cycle"),
        ("what size should I take?", "true to size"),
        ("are you a robot?", "a bot"),
        ("please delete my data", "What we remember about you"),
    ],
)
def test_everyday_questions_are_answered(visitor: Visitor, question: str, answer: str) -> None:
    assert answer in visitor.says(question).text


def test_a_code_is_asked_for_when_none_was_told(visitor: Visitor) -> None:
    assert "Which code is it?" in visitor.says("my coupon doesn't work").text
    assert "is good" in visitor.says("WELCOME10").text


def test_a_code_is_asked_of_the_hub_for_this_dialogue(visitor: Visitor, hub: FakeHub) -> None:
    visitor.says("any discount codes?")
    asked = [(method, path) for method, path, _ in hub.calls]
    assert ("POST", f"/api/v1/conversations/{visitor.conversation_id}/coupons") in asked


@pytest.mark.parametrize(
    ("gives", "answer"),
    [
        ("none", "no open discount code"),
        ("used_up", "no open discount code"),
        ("had_already", "one for each person"),
    ],
)
def test_no_code_is_made_up_where_the_hub_gives_none(
    visitor: Visitor, hub: FakeHub, gives: str, answer: str
) -> None:
    hub.gives = gives
    said = visitor.says("any discount codes?")
    assert answer in said.text
    assert said.handoff is None


def test_no_code_is_made_up_while_the_hub_is_away(visitor: Visitor, hub: FakeHub) -> None:
    hub.down = True
    said = visitor.says("any discount codes?")
    assert "ask me again in a few minutes" in said.text
    assert said.handoff is None
    hub.down = False
    assert "KXWMRT4827" in visitor.says("any discount codes?").text


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("ru", "есть промокод на скидку?"),
        ("is", "eruð þið með afsláttarkóða?"),
        ("zh-TW", "有折扣碼嗎？"),
        ("th", "มีโค้ดส่วนลดไหมคะ"),
    ],
)
def test_each_language_gives_the_hubs_code(visitor: Visitor, locale: str, question: str) -> None:
    assert "KXWMRT4827" in visitor.says(question, locale=locale).text
