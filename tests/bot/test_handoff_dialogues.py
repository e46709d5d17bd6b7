"""When the bot is no help, a human comes, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Visitor
    from fake_hub import FakeHub

GIBBERISH = ("flibber gabber", "mumble grumble")


@pytest.mark.parametrize("wish", ["human please", "can I speak to a person?", "/talk_to_human"])
def test_a_human_comes_when_asked_for(visitor: Visitor, wish: str) -> None:
    answer = visitor.says(wish)
    assert answer.handoff == "visitor_asked"
    assert "colleague" in answer.text


def test_asking_for_a_human_ends_the_form(visitor: Visitor) -> None:
    visitor.says("where is my order?")
    answer = visitor.says("I want to talk to a human")
    assert answer.handoff == "visitor_asked"
    assert "order number" not in answer.text


def test_the_first_miss_offers_choices_and_the_second_a_human(visitor: Visitor) -> None:
    first = visitor.says(GIBBERISH[0])
    assert first.handoff is None
    assert len(first.choices) == 4
    assert first.choices[-1] == "/talk_to_human"
    assert visitor.says(GIBBERISH[1]).handoff == "not_understood"


def test_a_picked_choice_is_understood(visitor: Visitor) -> None:
    visitor.says(GIBBERISH[0])
    answer = visitor.says("/track_order")
    assert answer.body["intent"] == {"name": "track_order", "confidence": 1.0}
    assert "order number" in answer.text


def test_misses_that_do_not_follow_each_other_bring_nobody(visitor: Visitor) -> None:
    visitor.says(GIBBERISH[0])
    visitor.says("what does shipping cost?")
    assert visitor.says(GIBBERISH[1]).handoff is None


def test_misses_inside_a_form_ask_again_and_then_bring_a_human(visitor: Visitor) -> None:
    visitor.says("where is my order?")
    again = visitor.says(GIBBERISH[0])
    assert "didn't get that" in again.text
    assert "order number" in again.text
    assert visitor.says(GIBBERISH[1]).handoff == "not_understood"
    assert "order number" not in visitor.says("thanks").text


def test_what_is_no_matter_for_a_shop_counts_as_a_miss(visitor: Visitor) -> None:
    assert "beyond me" in visitor.says("tell me a joke").text
    assert visitor.says("what is the capital of France?").handoff == "not_understood"


def test_yes_to_the_offer_of_a_human_brings_one_and_no_does_not(visitor: Visitor) -> None:
    assert "Shall I bring in a colleague?" in visitor.says("cancel my order").text
    assert visitor.says("no thanks").handoff is None
    visitor.says("my payment failed")
    assert visitor.says("yes please").handoff == "visitor_asked"


def test_yes_after_another_subject_brings_nobody(visitor: Visitor) -> None:
    visitor.says("cancel my order")
    visitor.says("what does shipping cost?")
    assert visitor.says("yes").handoff is None


def test_after_a_complaint_the_reason_is_the_complaint(visitor: Visitor) -> None:
    visitor.says("I am really disappointed in you")
    assert visitor.says("yes").handoff == "complaint"


@pytest.mark.parametrize(
    "line",
    ["do you have rain jackets?", "status of 10432, anna@example.com"],
)
def test_without_the_shops_data_a_human_comes_politely(
    visitor: Visitor, hub: FakeHub, line: str
) -> None:
    hub.down = True
    answer = visitor.says(line)
    assert answer.handoff == "needs_human"
    assert "Sorry" in answer.text


def test_the_dialogue_goes_on_when_the_data_is_back(visitor: Visitor, hub: FakeHub) -> None:
    hub.down = True
    visitor.says("status of 10432, anna@example.com")
    hub.down = False
    back = visitor.says("where is my order?", human_stretch=3)
    assert "handed the chat back" in back.text
    assert "order 10432" in back.text


def test_back_from_a_human_the_bot_says_so_once_and_starts_counting_anew(visitor: Visitor) -> None:
    visitor.says(GIBBERISH[0])
    visitor.says(GIBBERISH[1])
    back = visitor.says("hrmpf brmpf", human_stretch=3)
    assert "handed the chat back to me" in back.text
    assert back.handoff is None
    assert (
        "handed the chat back" not in visitor.says("what does shipping cost?", human_stretch=3).text
    )


def test_after_each_human_stretch_the_count_begins_anew(visitor: Visitor) -> None:
    for stretch in (0, 3, 5, 7):
        assert visitor.says(GIBBERISH[0], human_stretch=stretch).handoff is None
        assert visitor.says(GIBBERISH[1], human_stretch=stretch).handoff == "not_understood"


def test_a_form_from_before_the_human_stretch_is_not_taken_up_again(visitor: Visitor) -> None:
    assert "order number" in visitor.says("where is my order?").text
    back = visitor.says("what does shipping cost?", human_stretch=3)
    assert "order number" not in back.text
    assert "order number" not in visitor.says("thanks", human_stretch=3).text


def test_what_a_colleague_noted_is_in_the_next_handoff(visitor: Visitor) -> None:
    back = visitor.says("human please", human_stretch=3, note="Refund approved on Monday")
    assert "Refund approved on Monday" in back.body["handoff"]["summary"]


@pytest.mark.parametrize(
    "line",
    [
        "this is absolutely ridiculous, where is my order?",
        "YOU HAVE NOT ANSWERED ME!!",
        "worst service ever!!! I'm so angry",
        "you useless bot, how do I return this",
        "I will never buy anything here again",
    ],
)
def test_anger_brings_a_human_at_once(visitor: Visitor, line: str) -> None:
    visitor.says("where is my order?")
    answer = visitor.says(line)
    assert answer.handoff == "anger"
    assert "sorry" in answer.text
    assert "order number" not in visitor.says("thanks").text


@pytest.mark.parametrize(
    "line",
    ["Thank you so much!!", "that jacket is ridiculously nice", "I have an OLD coupon", "ok!"],
)
def test_joy_and_emphasis_are_not_anger(visitor: Visitor, line: str) -> None:
    assert visitor.says(line).handoff is None


def test_the_bot_says_nothing_of_a_handoff_it_does_not_make(visitor: Visitor) -> None:
    assert visitor.says("thanks").body["handoff"] is None
