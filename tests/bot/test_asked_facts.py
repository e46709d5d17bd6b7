"""Which facts answer a question: of what it is about, and of nothing else."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

import pytest

from asked_facts import answers
from known_facts import KnownFact, Visitor
from memory_requests import memory_request


def told(question: str, *facts: KnownFact) -> list[str]:
    request = memory_request(question)
    assert request is not None
    visitor = Visitor(facts=facts)
    return [fact.value for one in request.asked for fact in answers(one, visitor, facts)]


def fact(key: str, value: str, subject: str | None = None, quote: str = "") -> KnownFact:
    return KnownFact(f"fact-{value}", key, value, subject=subject, quote=quote)


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("which colour did I want for the hat?", True),
        ("in which colour would I like the jacket, did I say?", True),
        ("в каком цвете я хотел шапку?", True),
        ("在什麼顏色？我要的是什麼顏色的帽子？", True),
        ("which colour is my jacket, did I say?", False),
    ],
)
def test_a_wished_colour_may_be_that_of_what_is_wished(question: str, *, known: bool) -> None:
    assert told(question, fact("colour", "rust")) == (["rust"] if known else [])


def test_the_colour_of_one_thing_is_not_that_of_another() -> None:
    rust = fact("colour", "rust", subject="hat")
    assert told("which colour did I want for the hat?", rust) == ["rust"]
    assert told("which colour did I want for the gloves?", rust) == []


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("what's my name and do I have a dog?", True),
        ("Ég sagði þér nafnið á hundinum mínum, var það ekki?", False),
        ("ผมเคยบอกชื่อหมาของผมแล้วนี่ มันชื่ออะไร", False),
    ],
)
def test_the_name_of_a_pet_is_not_the_customers(question: str, *, known: bool) -> None:
    assert told(question, fact("name", "Tom")) == (["Tom"] if known else [])


@pytest.mark.parametrize(("size", "known"), [("42", True), ("M", False)])
def test_a_letter_is_no_size_of_shoes(size: str, *, known: bool) -> None:
    assert told("what is my shoe size?", fact("size", size)) == ([size] if known else [])


@pytest.mark.parametrize(
    ("question", "quote", "known"),
    [
        ("when is our wedding?", "we're getting married on 4 July, my sister sings", True),
        ("when is my wedding?", "my brother's wedding is on 4 July", False),
        ("when is our trip?", "on 4 July I fly to the Faroes with my wife, a hiking trip", True),
        ("когда наша свадьба?", "4 июля у нас свадьба, сестра поёт", True),
        ("我們的婚禮是幾號？", "我們7月4日要結婚，我妹妹會唱歌", True),
    ],
)
def test_a_day_is_its_own_whoever_is_there(question: str, quote: str, *, known: bool) -> None:
    day = fact("occasion_date", "2026-07-04", quote=quote)
    assert told(question, day) == (["2026-07-04"] if known else [])


def test_what_says_it_too_answers_when_nothing_else_does() -> None:
    called = fact("form_of_address", "Dr. Ingvarsson")
    assert told("what is my name?", called) == ["Dr. Ingvarsson"]
    assert told("what is my name?", fact("name", "Hallur"), called) == ["Hallur"]
    assert told("what is my name?", fact("form_of_address", "formal")) == []
    day = fact("occasion_date", "2026-07-04", subject="wedding")
    assert told("what's the occasion?", day) == ["2026-07-04"]
