"""Words that a model marked are believed where rules would believe them, and read as they read an answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from chat_server.domain.facts.marked import Claim, Marked, beyond
from chat_server.domain.facts.statement import Statement
from chat_server.hearing.ears import RuleEars

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def stated(
    text: str, words: str, key: str, *, language: str = "en", value: str | None = None
) -> Statement | None:
    start = text.index(words)
    mark = Marked(key, start, start + len(words), 0.85, value)
    found = RuleEars().stated(text, [mark], language=language, at=AT)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "words", "key", "language", "value"),
    [
        ("eighty? no, 80 quid it is", "80 quid", "budget", "en", "80 GBP"),
        ("an extra large does it", "extra large", "size", "en", "XL"),
        ("the day: 3 May", "3 May", "occasion_date", "en", "2026-05-03"),
        ("гуляю по Берлине", "Берлине", "home", "ru", "Берлин"),
        ("oh the kayak!", "the kayak!", "product_interest", "en", "kayak"),
        ("прораб в «Уютстрой»", "Уютстрой", "company", "ru", "Уютстрой"),
        ("we are «Uppsveit» here", "«Uppsveit»", "company", "en", "Uppsveit"),
        ("เลื่อนเป็น 17 พ.ค. ค่ะ", "17 พ.ค", "occasion_date", "th", "2026-05-17"),
    ],
)
def test_values_have_the_form_that_rules_give_them(
    text: str, words: str, key: str, language: str, value: str
) -> None:
    one = stated(text, words, key, language=language)
    assert one is not None
    assert one.value == value
    assert one.start is not None
    assert text[one.start : one.end].rstrip(".") in words


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("my brother, he wears 46", "46", "size"),
        ("if I lived in Oslo I would ski", "Oslo", "home"),
        ("he says his order is 10432", "10432", "order_number"),
        ('it says "size 42" on the box', "42", "size"),
        ("«we are Uppsveit here», he says", "Uppsveit", "company"),
        ("it is «Oslo»", "Oslo", "home"),
        ("whatever fits", "whatever", "size"),
        ("some day or other", "some day", "occasion_date"),
    ],
)
def test_what_rules_would_not_believe_or_cannot_read_says_nothing(
    text: str, words: str, key: str
) -> None:
    assert stated(text, words, key) is None


def test_a_gift_is_looked_for_though_somebody_else_gets_it() -> None:
    one = stated("a kite for my brother", "kite", "product_interest")
    assert one is not None
    assert one.value == "kite"


def test_of_a_few_values_the_models_counts_where_the_words_name_none() -> None:
    one = stated("the whole sole went flap", "went flap", "open_problem", value="defect")
    assert one is not None
    assert one.value == "defect"


def test_hours_in_numbers_that_cannot_be_read_are_no_hours() -> None:
    assert stated("77 past 99 suits", "77 past 99", "preferred_hour", value="evening") is None


def test_what_is_said_in_doubt_waits() -> None:
    one = stated("probably a 43 then", "43", "size")
    assert one is None or one.confidence < 0.8


def test_what_a_value_is_said_of_is_its_subject() -> None:
    text = "a 43, the boots that is"
    mark = Marked("size", 2, 4, 0.85, about=(6, 15))
    (one,) = RuleEars().stated(text, [mark], language="en", at=AT)
    assert (one.value, one.subject) == ("43", "boots")


def test_marks_beyond_what_is_heard_say_nothing() -> None:
    mark = Marked("home", 90, 95, 0.9)
    assert RuleEars().stated("short", [mark], language="en", at=AT) == []


def test_marks_of_nothing_but_space_say_nothing() -> None:
    mark = Marked("home", 3, 6, 0.9)
    assert RuleEars().stated("hm.\n\n ", [mark], language="en", at=AT) == []


def over(text: str, words: str, key: str) -> Statement | None:
    start = text.index(words)
    mark = Marked(key, start, start + len(words), 0.85, claim=Claim.OVER)
    found = RuleEars().stated(text, [mark], language="en", at=AT)
    return found[0] if found else None


def test_what_is_over_may_be_denied_or_past() -> None:
    one = over("I do not live in Oslo any more", "Oslo", "home")
    assert one is not None
    assert (one.value, one.ended) == ("Oslo", True)


def test_of_somebody_else_nothing_is_over() -> None:
    assert over("my brother left Oslo behind", "Oslo", "home") is None


def test_a_trouble_that_is_over_is_every_trouble() -> None:
    one = over("it turned up after all", "turned up", "open_problem")
    assert one is not None
    assert (one.value, one.ended) == (None, True)


def test_beside_what_rules_heard_only_what_is_over_is_news() -> None:
    text = "not the backpack, the pannier"
    told = [Statement("product_interest", "pannier", 0.95, 18, 29)]
    gone = Marked("product_interest", 8, 16, 0.9, claim=Claim.OVER)
    again = Marked("product_interest", 8, 16, 0.9)
    same = Marked("product_interest", 22, 29, 0.9, claim=Claim.OVER)
    assert [text[one.start : one.end] for one in beyond([gone, again, same], told)] == ["backpack"]
    assert beyond([gone], [Statement("product_interest", "backpack", 0.9, ended=True)]) == []
