"""Answers from the shop's pages in a dialogue: said, linked, judged, and never in the way of an errand."""

from __future__ import annotations

import pytest
from conftest import Answer, Visitor

from phrases import phrases_in

QUESTIONS = {
    "en": "how should I store wool over the summer?",
    "ru": "как хранить шерсть летом?",
    "is": "hvernig geymi ég ull yfir sumarið?",
    "th": "มอดกัดหมวกเป็นรู ป้องกันยังไง",
    "zh-TW": "夏天羊毛衣服要怎麼收",
}


def _help(answer: Answer) -> dict[str, str] | None:
    shown = [reply["help"] for reply in answer.body["replies"] if "help" in reply]
    return shown[0] if shown else None


@pytest.mark.parametrize("language", QUESTIONS)
def test_a_passage_is_said_in_the_visitors_language_and_asked_about(
    visitor: Visitor, language: str
) -> None:
    answer = visitor.says(QUESTIONS[language], locale=language)
    assert _help(answer) == {"language": language, "article": "wool", "passage": "moths"}
    assert answer.choices == ["/affirm", "/deny"]
    assert answer.handoff is None


@pytest.mark.parametrize(
    "said", ["yes", "/affirm", "Yes, it helped", "thanks, that helped", "thanks!"]
)
def test_a_yes_judges_the_answer_before(visitor: Visitor, said: str) -> None:
    asked = visitor.says(QUESTIONS["en"])
    judged = visitor.says(said)
    assert judged.body["judged_page"] == {"turn_id": asked.body["turn_id"], "helpful": True}
    assert "glad" in judged.text
    # Once: the next yes is about something else.
    assert visitor.says("yes").body["judged_page"] is None


@pytest.mark.parametrize("said", ["no", "/deny", "not really", "that's not what I asked"])
def test_a_no_brings_a_person_if_one_is_wanted(visitor: Visitor, said: str) -> None:
    asked = visitor.says(QUESTIONS["en"])
    judged = visitor.says(said)
    assert judged.body["judged_page"] == {"turn_id": asked.body["turn_id"], "helpful": False}
    assert "/talk_to_human" in judged.choices
    assert visitor.says("yes please").handoff == "visitor_asked"


@pytest.mark.parametrize("language", QUESTIONS)
@pytest.mark.parametrize("button", ["helpful", "not_helpful"])
def test_a_button_and_its_words_say_the_same_in_every_language(
    visitor: Visitor, language: str, button: str
) -> None:
    visitor.says(QUESTIONS[language], locale=language)
    words = phrases_in(language).button(button)
    judged = visitor.says(words, locale=language).body["judged_page"]
    assert judged is not None
    assert judged["helpful"] is (button == "helpful")


def test_whoever_asks_on_judges_nothing(visitor: Visitor) -> None:
    visitor.says(QUESTIONS["en"])
    answer = visitor.says("and where can I park when I visit the shop?")
    assert answer.body["judged_page"] is None
    assert _help(answer) == {"language": "en", "article": "visit", "passage": "parking"}


def test_no_page_is_said_to_be_none(visitor: Visitor) -> None:
    answer = visitor.says("how do I connect my printer to wifi?")
    assert _help(answer) is None
    assert answer.body["missed_page"] is True
    assert "help pages" in answer.text


def test_gibberish_is_no_question_that_found_no_page(visitor: Visitor) -> None:
    assert visitor.says("asdfgh").body["missed_page"] is False


def test_within_a_form_no_page_is_in_the_way(visitor: Visitor) -> None:
    visitor.says("where is my order?")
    answer = visitor.says(QUESTIONS["en"])
    assert _help(answer) is None
    assert answer.body["form"] == "order_status_form"


def test_an_order_is_looked_up_and_not_read_about(visitor: Visitor) -> None:
    answer = visitor.says("where is my order 10432, how do I track it?")
    assert _help(answer) is None
