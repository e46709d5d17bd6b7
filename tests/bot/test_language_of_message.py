"""Which language a message is in, and when a conversation changes its own."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from components.language_of_message import UNKNOWN, LanguageOfMessage, spoken


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is my order?", "en"),
        ("Где мой заказ?", "ru"),
        ("Hvar er pöntunin mín?", "is"),
        ("hvenaer kemur pakkinn minn heim", "is"),
        ("my name is Guðrún", "en"),
        ("do you deliver to Þórshöfn?", "en"),
        ("ég heiti Elizabeth Smith", "is"),
        ("我的訂單在哪裡", "zh-TW"),
        ("สินค้าของฉันอยู่ที่ไหน", "th"),
        ("ขอ refund สินค้า order SMT-10023", "th"),
        ("أين طلبي؟", UNKNOWN),
        ("주문이 어디에 있나요", UNKNOWN),
        ("注文した商品はどこですか", UNKNOWN),
        ("配達はいつになりますか", UNKNOWN),
        ("台灣の滷肉飯很好吃 訂單在哪", "zh-TW"),
        ("Де моє замовлення, чекаю вже два тижні, її досі немає", UNKNOWN),
        ("Дзе мая пасылка? Яна ўжо тыдзень ідзе", UNKNOWN),
        ("Подскажите цену на Hekla і доставку", "ru"),
    ],
)
def test_the_language_is_heard_from_one_message(text: str, language: str) -> None:
    found = spoken(text)
    assert found is not None
    assert found.language == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "😡😡😡",
        "12345",
        "?!",
        "SMT-10023",
        "ok",
        "XL",
        "anna.olsen@example.com",
        "https://hraun.example/products/hekla",
        "Hekla rain jacket",
        "red M",
    ],
)
@pytest.mark.parametrize("so_far", ["ru", "th", "is"])
def test_what_says_nothing_about_the_language_keeps_it(text: str, so_far: str) -> None:
    found = spoken(text, so_far)
    assert found is not None
    assert found.language == so_far


@pytest.mark.parametrize(
    ("text", "so_far", "then"),
    [
        ("Can you please answer in English instead?", "th", "en"),
        ("Можно по-русски?", "en", "ru"),
        ("Getum við talað íslensku, takk fyrir?", "en", "is"),
        ("請問可以說中文嗎", "ru", "zh-TW"),
    ],
)
def test_a_conversation_changes_its_language_when_the_customer_does(
    text: str, so_far: str, then: str
) -> None:
    found = spoken(text, so_far)
    assert found is not None
    assert found.language == then


def test_without_letters_and_without_a_past_there_is_no_language() -> None:
    assert spoken("12345 😡") is None


def test_rasa_finds_the_language_on_the_message() -> None:
    message = Message({"text": "ok", "metadata": {"language": "is"}})
    LanguageOfMessage().process([message])
    assert message.get("language") == {"name": "is", "confidence": 1.0}
