"""Who only tells something hears that it was understood, in every language: nothing is sold, nobody is called, a form goes on."""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from known_facts import KnownFact
from memory_words import words_for
from remembering import named
from telling import DISLIKE, OF_ONESELF, TOLD, as_told
from wishing import is_of_oneself, is_through_with_it, speaks, wishes

if TYPE_CHECKING:
    from conftest import Visitor


def understood(intent: str, confidence: float, *entities: str) -> dict[str, Any]:
    found = [{"entity": entity, "value": "there"} for entity in entities]
    return {"intent": {"name": intent, "confidence": confidence}, "entities": found}


@pytest.mark.parametrize(
    ("intent", "confidence", "text", "heard", "told"),
    [
        ("find_product", 1.0, "that base layer is the best thing I have ever bought", [], OF_ONESELF),
        ("find_product", 1.0, "your base layer was a joy", ["praise"], OF_ONESELF),
        ("find_product", 1.0, "base layer in merino, size M", [], None),
        ("find_product", 1.0, "I need a base layer in merino wool", [], None),
        ("product_care", 0.95, "я веган, никакой кожи и никакого пуха", [], OF_ONESELF),
        ("product_care", 0.95, "как стирать мою куртку на пуху", [], None),
        ("complain", 0.83, "I never want to see mustard again", [], DISLIKE),
        ("complain", 0.83, "I never want anything in mustard again", [], DISLIKE),
        ("complain", 0.83, "I never want to order from you again", [], None),
        ("stop", 0.5, "芥末黃我再也不想看了", [], DISLIKE),
        ("late_delivery", 0.5, "สีมัสตาร์ดไม่เอาอีกแล้ว", [], DISLIKE),
        ("find_product", 0.9, "my order 10432 is the best I ever made", ["praise"], None),
        ("ask_remembered", 0.5, "the site crawls on my mobile", ["complaint"], OF_ONESELF),
        ("late_delivery", 0.9, "my parcel is not here", [], None),
        ("talk_to_human", 0.9, "my own person", ["household"], None),
        ("complain", 0.9, "a pleasure, as ever", ["praise"], OF_ONESELF),
        ("complain", 0.9, "a pleasure, as never", ["praise", "complaint"], None),
        ("problem_solved", 0.9, "we are in Vik now", ["home"], OF_ONESELF),
        ("find_product", 0.9, "лучшее, что у меня есть", ["praise"], OF_ONESELF),
    ],
)  # fmt: skip
def test_what_is_only_told(
    intent: str, confidence: float, text: str, heard: list[str], told: str | None
) -> None:
    entities = ("order_number",) if "10432" in text else ()
    found = as_told(understood(intent, confidence, *entities), text, heard)
    assert found.get(TOLD) == told
    assert (found["intent"]["name"] == "inform") is (told is not None)


def test_news_that_a_problem_is_over_is_no_problem() -> None:
    text = "the boots are here and the whole family wears them"
    heard = ["open_problem"]
    over = as_told(understood("damaged_item", 0.6), text, heard, solved=True)
    assert over["intent"]["name"] == "problem_solved"
    still = as_told(understood("damaged_item", 0.6), text, heard)
    assert still["intent"]["name"] == "damaged_item"
    sure = as_told(understood("damaged_item", 0.95), text, heard, solved=True)
    assert sure["intent"]["name"] == "damaged_item"


@pytest.mark.parametrize(
    "text",
    [
        "I need a hat", "show me hats", "got any hats", "cancel it please", "which size should I take", "хочу шапку", "покажите шапки",
        "отмените заказ", "mig vantar húfu", "sýndu mér húfur", "við erum þrjú, eigið þið húfur", "ขอดูหมวกหน่อย", "อยากได้หมวก",
        "我要帽子", "給我看帽子", "請取消訂單",
    ],
)  # fmt: skip
def test_who_wants_something_wishes(text: str) -> None:
    assert wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "don't show me hats", "I never want a hat", "I returned the hat", "не нужна мне шапка", "ég vil aldrei húfu", "ขอบคุณค่ะ ของมาแล้ว",
        "我們八月要結婚", "我是幫社團買的", "不需要帽子", "毛衣送給我弟了", "ตอนนี้อยู่ขอนแก่น",
    ],
)  # fmt: skip
def test_who_tells_or_refuses_does_not(text: str) -> None:
    assert not wishes(text)


def test_who_is_through_with_the_shop_is_not_through_with_a_thing() -> None:
    assert is_through_with_it("больше не предлагайте мне коричневое")
    assert not is_through_with_it("никогда больше не закажу у вас ничего")
    assert is_of_oneself("нам это не подходит")
    assert not is_of_oneself("красная шапка")
    assert speaks("I'm the treasurer")
    assert not speaks("ลูกสามคน")


def test_values_of_one_kind_stand_in_one_sentence() -> None:
    facts = [
        KnownFact(f"{number}", "household", value, sentence=f"Your household: {value}.")
        for number, value in enumerate(("two cats", "a dog"))
    ]
    other = KnownFact("3", "preferred_hour", "19:00-", sentence="You are free after seven")
    said = named([*facts, other], words_for("en"))
    assert said == "Your household: two cats, a dog. You are free after seven."


TOLD_TO_THE_BOT = [
    ("en", "we have a new home in Vik since spring", {"home": "Vik"}, "I have noted that. home is Vik."),
    ("ru", "мы теперь живём в Выборге", {"home": "Выборг"}, "это записано. home is Выборг."),
    ("is", "við búum núna á Selfossi", {"home": "Selfoss"}, "ég hef skráð þetta hjá mér. home is Selfoss."),
    ("th", "ตอนนี้เราอยู่ขอนแก่นแล้ว", {"home": "ขอนแก่น"}, "บันทึกไว้แล้วค่ะ home is ขอนแก่น."),
    ("zh-TW", "我們現在住新竹", {"home": "新竹"}, "我記下來了。home is 新竹."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "text", "hears", "said"), TOLD_TO_THE_BOT)
def test_what_was_heard_is_said_back_and_named_as_used(
    visitor: Visitor, locale: str, text: str, hears: dict[str, str], said: str
) -> None:
    answer = visitor.says(text, hears=hears, locale=locale)
    assert said in answer.text
    assert answer.used_facts == {"fact-home"}
    assert (answer.choices, answer.cards, answer.handoff) == ([], [], None)


@pytest.mark.parametrize(
    ("locale", "text", "nice"),
    [
        ("en", "best thing I ever bought was your merino base layer", "How nice to hear!"),
        ("ru", "лучшее, что у меня есть, это ваши носки", "Как приятно это слышать!"),
        ("is", "bestu sokkar sem ég hef átt eru frá ykkur", "En gaman að heyra!"),
        ("th", "ถุงเท้าคู่นี้อุ่นที่สุดเท่าที่เราเคยมี", "ดีใจที่ได้ยินแบบนี้ค่ะ"),
        ("zh-TW", "這是我穿過最暖的襪子", "聽您這麼說真開心！"),
    ],
)
def test_praise_is_a_pleasure_and_no_search(
    visitor: Visitor, locale: str, text: str, nice: str
) -> None:
    answer = visitor.says(text, hears={"praise": text}, locale=locale)
    assert answer.text.startswith(nice)
    assert (answer.choices, answer.cards, answer.handoff) == ([], [], None)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "I never want anything in mustard again"),
        ("ru", "горчичное мне больше не предлагайте"),
        ("is", "ég vil aldrei aftur sjá neitt sinnepsgult"),
        ("th", "สีมัสตาร์ดนี่เราไม่เอาอีกแล้ว"),
        ("zh-TW", "芥末黃我這輩子不想再看到了"),
    ],
)
def test_a_dislike_calls_nobody_and_sells_nothing(visitor: Visitor, locale: str, text: str) -> None:
    answer = visitor.says(text, locale=locale)
    assert (answer.choices, answer.cards, answer.handoff) == ([], [], None)
    assert answer.body["intent"]["name"] == "inform"


@pytest.mark.parametrize(("locale", "text", "hears", "said"), TOLD_TO_THE_BOT)
def test_an_open_form_goes_on(
    visitor: Visitor, locale: str, text: str, hears: dict[str, str], said: str
) -> None:
    visitor.says("/track_order", locale=locale)
    answer = visitor.says(text, hears=hears, locale=locale)
    assert said in answer.text
    assert answer.body["form"] == "order_status_form"
    assert "10432" in answer.body["replies"][-1]["content"]["text"]
    assert answer.handoff is None


def test_who_wishes_to_be_addressed_informally_is_not_told_formally(visitor: Visitor) -> None:
    visitor.facts = {"form_of_address": "informal"}
    answer = visitor.says("я теперь живу в Выборге", hears={"home": "Выборг"}, locale="ru")
    assert "это записано. Выборг." in answer.text
    assert "home is" not in answer.text


def test_who_tells_and_asks_is_answered(visitor: Visitor) -> None:
    text = "I already have the Hekla, show me something else for rain"
    answer = visitor.says(text, hears={"product_owned": "Hekla"})
    assert answer.body["intent"]["name"] == "find_product"


def test_who_may_not_be_remembered_hears_that_it_was_read(visitor: Visitor) -> None:
    text = "that base layer is the best thing I have ever bought"
    answer = visitor.says(text, remembers=False)
    assert "Thank you for telling me" in answer.text
    assert "noted" not in answer.text
