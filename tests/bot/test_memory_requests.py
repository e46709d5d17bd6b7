"""Requests about memory itself, and what the bot says and does then."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from conftest import Answer
from rasa.shared.nlu.training_data.message import Message

from components.memory_requests_in_text import MemoryRequestsInText
from memory_requests import memory_request, named_in

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
    (asked,) = visitor.bot.post("turn", turn).json()["replies"]
    assert "I am not sure" in asked["content"]["text"]
    assert (asked["asks_about"], asked["used_facts"]) == ("fact-doubtful", [])
    assert "Your size is 42. Is that so?" in asked["content"]["text"]
    (fact,) = visitor.says("yes").body["facts"]
    assert (fact["key"], fact["value"]) == ("size", "42")


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
    assert answer.text.startswith("I find nothing that you told us about this")


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


def _occasion(subject: str, day: str, quote: str) -> dict[str, Any]:
    return {
        "id": f"fact-{subject}",
        "key": "occasion_date",
        "value": day,
        "subject": subject,
        "observed_at": "2026-11-01T10:00:00.000+00:00",
        "state": "current",
        "sentence": f"The occasion ({subject}) is on {day}.",
        "label": "Date",
        "quote": quote,
    }


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        ("when is my birthday?", "my birthday is on 30 August", True),
        ("when is my wedding?", "my birthday is on 30 August", False),
        ("when is my own birthday?", "my sister, her birthday is on 30 August", False),
        ("when is my sister's birthday?", "my sister, her birthday is on 30 August", True),
        ("when is my brother's birthday?", "my sister, her birthday is on 30 August", False),
        ("what dates do you have for me?", "my birthday is on 30 August", True),
        ("and on what day is the birthday?", "my sister, her birthday is on 30 August", True),
    ],
)
def test_a_date_is_told_of_its_own_occasion_only(
    visitor: Visitor, question: str, quote: str, *, told: bool
) -> None:
    turn = visitor.turn(question)
    turn["facts"] = [_occasion("birthday", "2026-08-30", quote)]
    (reply,) = visitor.bot.post("turn", turn).json()["replies"]
    assert ("2026-08-30" in reply["content"]["text"]) is told
    assert (reply["used_facts"] == ["fact-birthday"]) is told
    assert ("have not told me" in reply["content"]["text"]) is not told


def test_a_liked_colour_is_not_that_of_a_jacket(visitor: Visitor) -> None:
    visitor.facts = {"colour": "navy"}
    answer = visitor.says("which colour is my jacket, did I say?")
    assert "have not told me" in answer.text
    assert answer.used_facts == set()


def test_a_dog_is_no_child(visitor: Visitor) -> None:
    visitor.facts = {"household": "a dog"}
    assert "have not told me" in visitor.says("did I tell you how many children I have?").text
    assert visitor.says("do I have a dog?").used_facts == {"fact-household"}


def test_of_two_things_asked_for_one_may_be_known(visitor: Visitor) -> None:
    visitor.facts = {"size": "M"}
    answer = visitor.says("what is my phone number and my size?")
    assert "size is M." in answer.text
    assert "You have not told me your phone number" in answer.text
    assert answer.used_facts == {"fact-size"}


def test_a_few_words_after_an_answer_ask_for_more(visitor: Visitor) -> None:
    visitor.facts = {"size": "M", "colour": "navy"}
    visitor.says("do you remember my size?")
    answer = visitor.says("and the colour?")
    assert answer.text.startswith("colour is navy.")
    assert answer.used_facts == {"fact-colour"}


@pytest.mark.parametrize(
    "question",
    ["what is my sister's size?", "What's Philippa's size?", "which other customers wear M?"],
)
def test_nothing_is_told_of_others(visitor: Visitor, question: str) -> None:
    visitor.facts = {"size": "M", "name": "Anna"}
    answer = visitor.says(question)
    assert "I don't know that" in answer.text
    assert answer.used_facts == set()


def test_who_speaks_of_themselves_by_name_is_no_other(visitor: Visitor) -> None:
    visitor.facts = {"size": "M", "name": "Anna"}
    assert "tell nobody" not in visitor.says("Anna here. What is Anna's size?").text


def test_who_wants_nothing_remembered_is_told_so(visitor: Visitor) -> None:
    answer = visitor.says("where do I live?", remembers=False)
    assert "I may not remember anything about you" in answer.text
    assert "as you wished" in visitor.says("what do you know about me?", remembers=False).text


@pytest.mark.parametrize(
    ("locale", "question", "known", "unknown"),
    [
        ("en", "do you remember my size?", "on 1 November 2026", "have not told me your size"),
        ("ru", "какой у меня размер?", "1 ноября 2026", "не говорили ваш размер"),
        ("is", "manstu stærðina mína?", "1. nóvember 2026", "ekki sagt mér stærðina þína"),
        ("zh-TW", "你記得我的尺寸嗎？", "2026年11月1日", "沒有告訴過我您的尺寸"),
        ("th", "จำไซส์ของผมได้ไหม", "1 พฤศจิกายน 2026", "ยังไม่ได้บอกไซส์ของคุณ"),
    ],
)
def test_memory_is_spoken_of_in_the_visitors_language(
    visitor: Visitor, locale: str, question: str, known: str, unknown: str
) -> None:
    answer = visitor.says(question, locale=locale)
    assert unknown in answer.text
    assert answer.used_facts == set()
    visitor.facts = {"size": "M"}
    answer = visitor.says(question, locale=locale)
    assert known in answer.text
    assert answer.used_facts == {"fact-size"}


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("ru", "что вы обо мне знаете?"),
        ("is", "hvað munið þið um mig?"),
        ("zh-TW", "你們記得我什麼？"),
        ("th", "จำอะไรเกี่ยวกับฉันได้บ้างคะ"),
    ],
)
def test_all_that_is_remembered_is_told_in_every_language(
    visitor: Visitor, locale: str, question: str
) -> None:
    visitor.facts = {"size": "M", "home": "Oslo"}
    answer = visitor.says(question, locale=locale)
    assert answer.used_facts == {"fact-size", "fact-home"}


def test_who_says_their_name_hears_it_whatever_else_they_said(visitor: Visitor) -> None:
    answer = visitor.says("I'm Tariq, do you ship to Norway?", hears={"name": "Tariq"})
    assert answer.text.startswith("Nice to meet you, Tariq!")
    assert "fact-name" in answer.used_facts
    assert "Tariq" not in visitor.says("and to Sweden?").text


def test_what_was_forgotten_leaves_the_running_form(visitor: Visitor) -> None:
    visitor.says(
        "where is my order? my e-mail is anna.jones@example.com",
        hears={"email": "anna.jones@example.com"},
    )
    answer = visitor.says("forget my e-mail")
    assert answer.body["forget"] == ["fact-email"]
    assert "email" not in answer.body["slots"]
    visitor.facts = {}
    assert "e-mail" in visitor.says("10432").text


def test_a_question_for_what_is_of_no_kind_is_answered_honestly(visitor: Visitor) -> None:
    visitor.facts = {"size": "M", "home": "Oslo"}
    answer = visitor.says("do you know my blood type?")
    assert "You have not told me that" in answer.text
    assert answer.used_facts == set()


@pytest.mark.parametrize(
    ("learned", "share", "found"),
    [
        ("what_is_remembered", 0.99, ("ask_remembered", 1.0)),
        ("size_advice", 0.25, ("ask_remembered", 0.75)),
        ("size_advice", 0.75, ("ask_remembered", 0.5)),
    ],
)
def test_a_request_found_by_pattern_has_no_rival_and_is_as_sure_as_the_classifier_allows(
    learned: str, share: float, found: tuple[str, float]
) -> None:
    message = _understood("do you remember my size?", learned, share)
    ranking = [(one["name"], one["confidence"]) for one in message.get("intent_ranking")]
    assert ranking == [found, (learned, 0.0)]


def test_what_only_looks_like_a_request_is_left_to_the_classifier_that_knows_better() -> None:
    message = _understood("do you remember my size?", "size_advice", 0.97)
    assert message.get("intent") == {"name": "size_advice", "confidence": 0.97}


def test_who_greets_and_asks_is_answered_however_sure_the_classifier_is_of_the_greeting() -> None:
    message = _understood("Hello. What is my name?", "greet", 0.97)
    assert message.get("intent") == {"name": "ask_remembered", "confidence": 1.0}


def test_who_asks_for_others_is_told_nothing_of_them_however_sure_the_classifier_is() -> None:
    message = _understood("what is my sister's size?", "size_advice", 0.99)
    assert message.get("intent") == {"name": "ask_remembered", "confidence": 1.0}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("my shoe size, whatever it may be", "ask_remembered"),
        ("so you keep my number, which one is it then", "ask_remembered"),
        ("why do you need my phone number?", "what_is_remembered"),
        ("is this chat recorded?", "what_is_remembered"),
        ("what is your phone number?", "what_is_remembered"),
    ],
)
def test_a_question_for_memory_that_names_something_of_the_writers_asks_for_that(
    text: str, intent: str
) -> None:
    message = _understood(text, "what_is_remembered", 0.9)
    assert message.get("intent") == {"name": intent, "confidence": 0.9}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("my shoe size, whatever it may be", ("size",)),
        ("the mail you'd be writing me at", ("email",)),
        ("ну и почту бы мою заодно", ("email",)),
        ("netfangið bara líka takk", ("email",)),
        ("順便講一下預算", ("budget",)),
        ("ขอทวนงบประมาณด้วย", ("budget",)),
    ],
)
def test_what_is_known_to_ask_memory_asks_for_what_it_names(
    text: str, keys: tuple[str, ...]
) -> None:
    assert memory_request(text) is None
    request = named_in(text)
    assert (request.wish, [one.keys for one in request.asked]) == ("ask", [keys])


def test_what_is_known_to_ask_memory_of_a_relative_asks_for_nothing_of_the_visitors() -> None:
    assert named_in("and the size of that wife of mine").wish == "others"
    assert named_in("the kids and how many of them").asked[0].keys == ("household",)


def test_who_asks_for_what_has_no_name_here_is_told_what_there_is(visitor: Visitor) -> None:
    visitor.facts = {"home": "Oslo"}
    turn = visitor.turn("/ask_remembered")
    answer = Answer(visitor.bot.post("turn", turn).json())
    assert "You have not told me that" in answer.text
    assert "home is Oslo" in answer.text
    assert answer.used_facts == {"fact-home"}


def _understood(text: str, learned: str, share: float) -> Message:
    intent = {"name": learned, "confidence": share}
    message = Message({"text": text, "intent": intent, "intent_ranking": [intent]})
    MemoryRequestsInText().process([message])
    return message


def test_who_wants_all_of_it_deleted_is_not_told_all_of_it() -> None:
    learned = {"name": "delete_my_data", "confidence": 0.9}
    message = Message(
        {
            "text": "Прошу стереть всё, что вы обо мне храните",
            "intent": learned,
            "intent_ranking": [learned],
        }
    )
    MemoryRequestsInText().process([message])
    assert message.get("intent") == learned
