"""Questions about memory by people who write without accents, leave words out, or ask to be read what is held."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

import pytest
from asked_questions import each

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
