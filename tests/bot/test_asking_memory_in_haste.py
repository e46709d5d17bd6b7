"""Questions about memory by people who write without accents, leave words out, or ask to be read what is held."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

from typing import Any

import pytest
from asked_questions import each

from going_on import as_going_on, asked_now
from memory_requests import memory_request

ASKED = {
    "en": {
        "name": ["my name you still know, right?"],
        "phone": ["which one is my phone number?"],
        "email|phone": ["what contact details do you have of me?"],
        "order_number": ["which order did I say was late?", "which of the three did I mention?"],
        "colour": ["what colour did I decide on?", "which colour am I getting?"],
        "product_interest": ["what was it we wanted again?"],
        "occasion_date": ["when does my cruise start?", "which day is my hen party?"],
        "promise": ["by when did you say you'd refund me?"],
    },
    "is, without accents": {
        "name": ["hvad heiti eg?"],
        "size": ["hvada skostaerd nota eg?"],
        "phone": ["hvada simanumer eru thid med hja mer?"],
        "home": ["hvar by eg aftur?"],
        "budget": ["hvad sagdist eg geta borgad mikid?"],
        "preferred_hour": ["hvenaer bad eg um simtal?"],
        "company": ["hja hvada fyrirtaeki vinn eg?"],
    },
    "is": {
        "email": ["er netfangið mitt ennþá hjá ykkur?"],
        "budget": ["hvert var hámarkið?", "var ég búinn að nefna hvað þetta mætti kosta?"],
        "size": ["hvaða stærð tek ég venjulega?"],
        "occasion_date": ["hvenær er stóri dagurinn?"],
        "promise": ["hvenær ætluðuð þið að svara mér?"],
    },
    "ru": {
        "phone": ["продиктуйте мой номер", "а телефон какой у вас для меня записан?"],
        "email": ["почта моя какая?"],
        "order_number": [
            "назовите номера моих заказов",
            "какой номер у заказа, про который я спрашивал?",
        ],
        "delivery_place": ["и куда доставите?", "куда повезёшь?"],
        "occasion": ["для какого похода я искал палатку?"],
        "occasion_date": ["на какое число у меня забег?"],
    },
    "th": {
        "phone": ["เบอร์ที่แจ้งไว้คืออะไรคะ"],
        "budget": ["งบรองเท้าของผมเท่าไหร่นะ", "งบที่บอกไว้เท่าไหร่"],
        "size": ["เอวผมเท่าไหร่นะ", "รองเท้าวิ่งของเราเบอร์อะไรนะ"],
        "colour": ["ผมขอสีไรไปนะ"],
        "order_number": ["ออเดอร์ที่ยังไม่ถึงเลขอะไรคะ"],
        "occasion_date": ["ผมจะไปเชียงใหม่วันไหนนะ"],
    },
    "zh-TW": {
        "email": ["我的信箱你唸一遍"],
        "order_number": ["訂單編號再說一次", "我那筆訂單是多少號"],
        "product_interest": ["我想送的是什麼？"],
        "occasion_date": ["我哪天要去爬玉山？"],
    },
}

# Near to them in words, and asked of the shop or told.
NOT_ASKED = [
    "which sizes have you got?",
    "when does the sale start?",
    "which one is the warmest?",
    "what contact details do you need?",
    "hvar er pontunin min?",
    "eg veit ekki hvada staerd eg tharf",
    "hvenaer kemur pakkinn?",
    "куда вы доставляете?",
    "повторите номер карты",
    "на какое число у меня доставка?",
    "ของจะมาวันไหนนะ",
    "เอว 32 ใส่ไซส์ไหนดี",
    "訂單什麼時候到",
]


@pytest.mark.parametrize(("key", "question"), each(ASKED))
def test_a_question_put_in_haste_asks_for_its_kind(key: str, question: str) -> None:
    request = memory_request(question)
    assert request is not None
    assert [one.keys for one in request.asked] == [tuple(key.split("|"))]


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_so_is_no_request(text: str) -> None:
    assert memory_request(text) is None


# What was asked, what is said then, and what that asks for.
GOES_ON = [
    ("which glove size do I take?", "and in boots?", "size", "boots"),
    ("do you remember my name?", "ok, and the e-mail?", "email", None),
    ("hvað heiti ég?", "en stærðin?", "size", None),
    ("hvad heiti eg?", "og netfangid lika", "email", None),
    ("какой у меня размер?", "а цвет?", "colour", None),
    ("จำชื่อผมได้ไหม", "แล้วงบล่ะครับ", "budget", None),
    ("我叫什麼名字？", "那顏色呢？", "colour", None),
]


@pytest.mark.parametrize(("before", "then", "key", "topic"), GOES_ON)
def test_a_few_words_go_on_from_an_answer(
    before: str, then: str, key: str, topic: str | None
) -> None:
    understood = _after(before, then)
    assert understood["intent"]["name"] == "ask_remembered"
    assert [(one.keys, one.topic) for one in asked_now(understood).asked] == [((key,), topic)]


@pytest.mark.parametrize(
    "then",
    ["and what does shipping cost?", "thanks!", "and my sister's size?", "show me jackets, please"],
)
def test_other_words_after_an_answer_are_no_question_for_memory(then: str) -> None:
    assert _after("what is my size?", then)["intent"]["name"] == "other"


def test_a_whole_question_after_an_answer_is_believed() -> None:
    assert _after("what is my size?", "what is my name?")["intent"]["name"] == "ask_remembered"
    assert _after("what is my size?", "forget my name")["intent"]["name"] == "other"


def test_what_is_told_after_an_answer_is_no_question() -> None:
    assert (
        _after("what is my size?", "and the colour is blue", "colour")["intent"]["name"] == "other"
    )


def test_the_same_words_ask_nothing_of_memory_after_anything_else() -> None:
    before = {"intent": {"name": "greet"}, "text": "hello"}
    parsed = {"intent": {"name": "other"}, "text": "and the colour?"}
    assert as_going_on(parsed, "and the colour?", before, ()) == parsed


def test_what_goes_on_twice_still_knows_its_kind() -> None:
    first = _after("which glove size do I take?", "and in boots?")
    parsed = {"intent": {"name": "other"}, "text": "and in jackets?"}
    then = as_going_on(parsed, "and in jackets?", first, ())
    assert [(one.keys, one.topic) for one in asked_now(then).asked] == [(("size",), "jacket")]


def _after(before: str, then: str, *heard: str) -> dict[str, Any]:
    parsed = {"intent": {"name": "other"}, "text": then}
    asked = {"intent": {"name": "ask_remembered"}, "text": before}
    return as_going_on(parsed, then, asked, heard)
