"""Replies show that the bot remembers, and name the facts they used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import Visitor

if TYPE_CHECKING:
    from conftest import BotProcess
    from fake_hub import FakeHub


def test_a_stranger_is_greeted_without_a_name(visitor: Visitor) -> None:
    answer = visitor.says("hi")
    assert answer.text.startswith("Hello! How can I help?")
    assert answer.used_facts == set()


def test_a_returning_visitor_is_greeted_by_name_and_asked_about_the_open_problem(
    visitor: Visitor,
) -> None:
    visitor.facts = {"name": "Anna", "open_problem": "damaged"}
    answer = visitor.says("hello")
    assert "Welcome back, Anna!" in answer.text
    assert "Is the damaged item from last time sorted?" in answer.text
    assert answer.choices == ["/problem_solved", "/deny"]
    assert answer.used_facts == {"fact-name", "fact-open_problem"}


@pytest.mark.parametrize("reply", ["/problem_solved", "yes", "yes, it's all sorted now"])
def test_a_solved_problem_holds_no_longer(visitor: Visitor, reply: str) -> None:
    visitor.facts = {"name": "Anna", "open_problem": "late"}
    visitor.says("hi")
    answer = visitor.says(reply)
    assert answer.facts == {"open_problem": None}
    assert "glad" in answer.text


@pytest.mark.parametrize(
    "reply", ["No, it is not solved yet", "no, the problem is still not solved", "not fixed, sadly"]
)
def test_a_problem_said_not_to_be_solved_stays_open(visitor: Visitor, reply: str) -> None:
    visitor.facts = {"name": "Anna", "open_problem": "late"}
    answer = visitor.says(reply)
    assert answer.facts == {}
    assert "late delivery is still open" in answer.text
    assert "glad" not in answer.text


def test_a_problem_that_stands_brings_a_human_who_knows(visitor: Visitor) -> None:
    visitor.facts = {"name": "Anna", "open_problem": "late", "order_number": "10432"}
    visitor.says("hi")
    answer = visitor.says("no")
    assert "late delivery is still open" in answer.text
    assert answer.facts == {}
    taken_over = visitor.says("yes please")
    assert taken_over.handoff == "complaint"
    summary = taken_over.body["handoff"]["summary"]
    assert "name: Anna" in summary
    assert "order: 10432" in summary
    assert "open problem: late" in summary


def test_a_first_question_is_answered_by_name_and_the_open_problem_not_forgotten(
    visitor: Visitor,
) -> None:
    visitor.facts = {"name": "Anna", "open_problem": "missing"}
    answer = visitor.says("what does shipping cost?")
    assert answer.text.startswith("Welcome back, Anna. Standard delivery")
    assert "is the missing item from last time sorted?" in answer.text
    assert answer.used_facts == {"fact-name", "fact-open_problem"}
    assert visitor.says("yes").facts == {"open_problem": None}


def test_the_problem_is_not_asked_about_while_it_is_being_told(visitor: Visitor) -> None:
    visitor.facts = {"open_problem": "late"}
    assert "last time" not in visitor.says("my parcel is still late!").text


def test_the_greeting_comes_once(visitor: Visitor) -> None:
    visitor.facts = {"name": "Anna"}
    visitor.says("what does shipping cost?")
    assert "Welcome back" not in visitor.says("and how long does it take?").text


def test_a_name_that_the_hub_heard_is_used_at_once(visitor: Visitor) -> None:
    answer = visitor.says("my name is Guðrún", hears={"name": "Guðrún"})
    assert "Nice to meet you, Guðrún!" in answer.text
    assert answer.used_facts == {"fact-name"}


def test_a_name_that_may_not_be_remembered_is_used_at_once_and_never_again(
    visitor: Visitor,
) -> None:
    answer = visitor.says("my name is Guðrún")
    assert "Nice to meet you, Guðrún!" in answer.text
    assert answer.used_facts == set()
    assert "Guðrún" not in visitor.says("bye").text


def test_a_visitor_called_like_a_product_is_not_taken_for_one(visitor: Visitor) -> None:
    answer = visitor.says("my name is Katla", hears={"name": "Katla"})
    assert "Nice to meet you, Katla!" in answer.text
    assert answer.body["slots"].get("product") is None


def test_somebody_elses_name_is_not_remembered(visitor: Visitor) -> None:
    answer = visitor.says("my sister is called Lisa")
    assert answer.facts == {}
    assert "Lisa" not in answer.text


def test_places_are_told_in_the_text_as_the_visitor_wrote_it(visitor: Visitor) -> None:
    text = "   \n my order is #10432"
    (entity,) = visitor.says(text).body["entities"]
    assert text[entity["start"] : entity["end"]] == "#10432"


def test_what_is_remembered_is_told_when_asked(visitor: Visitor) -> None:
    visitor.facts = {
        "name": "Anna",
        "order_number": "10432",
        "open_problem": "refund",
        "phone": "5551234",
    }
    answer = visitor.says("what do you know about me?")
    assert all(
        words in answer.text
        for words in ("name is Anna.", "10432", "open_problem is refund.", "5551234")
    )
    assert answer.used_facts == {
        "fact-name",
        "fact-order_number",
        "fact-open_problem",
        "fact-phone",
    }


def test_a_complaint_becomes_an_open_problem_and_a_human_is_offered(visitor: Visitor) -> None:
    answer = visitor.says("my jacket arrived torn, order 10877")
    assert answer.facts == {"open_problem": "damaged"}
    assert "sorry" in answer.text
    assert "/talk_to_human" in answer.choices


def test_nothing_is_used_that_the_hub_did_not_give(bot: BotProcess, hub: FakeHub) -> None:
    """A held-out contact's facts stay with the hub: the bot then speaks as to a stranger."""
    del hub
    first = Visitor(bot)
    first.says("my name is Anna")
    second = Visitor(bot)
    assert "Anna" not in second.says("hi").text
