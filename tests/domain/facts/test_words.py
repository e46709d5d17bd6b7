"""Each kind can be said and asked for in every language, and questions are recognised."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from chat_server.domain.facts.asking import asked_for
from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.saying import label_of, say, say_value, why
from chat_server.domain.facts.values import CHANNELS, HOURS, ORDER_STATES, PROBLEMS
from chat_server.domain.facts.words import LANGUAGES, language_of

NOW = datetime(2026, 5, 1, tzinfo=UTC)
EVERYWHERE = [(tag, key) for tag in LANGUAGES for key in FACT_KINDS]


def fact(key: str, value: str, subject: str | None = None) -> Fact:
    return Fact("f", "c", key, value, FactSource.VISITOR, 0.9, NOW, subject=subject)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_kind_and_no_other_has_words_in_every_language(tag: str) -> None:
    assert set(LANGUAGES[tag].kinds) == set(FACT_KINDS)


@pytest.mark.parametrize(("tag", "key"), EVERYWHERE)
def test_a_fact_is_said_with_its_value_and_subject(tag: str, key: str) -> None:
    about = FACT_KINDS[key].about
    sentence = say(fact(key, "10432", "99887"), tag)
    assert "10432" in sentence
    assert ("99887" in sentence) == (about is not None)
    assert "{" not in sentence
    assert "  " not in sentence


@pytest.mark.parametrize(("tag", "key"), EVERYWHERE)
def test_the_question_for_a_kind_is_recognised_as_asking_for_it(tag: str, key: str) -> None:
    asked = asked_for(FACT_KINDS[key].words[tag].question, tag)
    assert key in asked
    assert len(asked) <= 2


@pytest.mark.parametrize("tag", LANGUAGES)
def test_words_of_lists_are_said_in_the_language(tag: str) -> None:
    lists = {
        "open_problem": PROBLEMS,
        "order_state": ORDER_STATES,
        "preferred_channel": CHANNELS,
        "preferred_hour": HOURS,
        "form_of_address": ("formal", "informal"),
        "language": tuple(LANGUAGES),
    }
    for key, values in lists.items():
        assert set(values) == set(LANGUAGES[tag].values[key]), key
        assert all(say_value(key, value, tag).strip() for value in values)


@pytest.mark.parametrize(
    ("locale", "date", "day"),
    [
        ("en-GB", "3 May 2026", "3 May"),
        ("ru", "3 мая 2026 г.", "3 мая"),  # noqa: RUF001 - Cyrillic is meant
        ("is-IS", "3. maí 2026", "3. maí"),
        ("zh_TW", "2026年5月3日", "5月3日"),
        ("th", "3 พฤษภาคม 2026", "3 พฤษภาคม"),
    ],
)
def test_dates_are_said_as_people_say_them(locale: str, date: str, day: str) -> None:
    assert say_value("occasion_date", "2026-05-03", locale) == date
    assert say_value("occasion_date", "05-03", locale) == day


@pytest.mark.parametrize(
    ("locale", "tag"),
    [(None, "en"), ("", "en"), ("de-DE", "en"), ("ZH-hant-tw", "zh-TW"), ("ru_RU", "ru")],
)
def test_who_speaks_no_served_language_reads_english(locale: str | None, tag: str) -> None:
    assert language_of(locale).tag == tag
    assert why(locale) == LANGUAGES[tag].why
    assert label_of("size", locale) == LANGUAGES[tag].kinds["size"].label


def test_braces_in_what_people_say_mean_nothing() -> None:
    said = say(fact("complaint", "{of} {value} {subject}", None), "en")
    assert said == "You complained: {of} {value} {subject}"


def test_a_kind_that_is_no_more_is_still_shown() -> None:
    assert say(fact("shoe_brand", "Blundstone"), "en") == "Blundstone"
    assert label_of("shoe_brand", "en") == "shoe_brand"


@pytest.mark.parametrize(
    ("tag", "text", "keys"),
    [
        ("en", "Could you give me your order number, please?", {"order_number"}),
        ("en", "Sure! May I have your name and your e-mail?", {"name", "email"}),
        (
            "en",
            "Which size do you usually wear? And which colour would you like?",
            {"size", "colour"},
        ),
        ("en", "Is your e-mail still anna@example.com?", set()),
        ("en", "Is it about order 10432?", set()),
        ("en", "Your order number is on the invoice.", set()),
        ("en", "Thank you, I have noted your size.", set()),
        ("en", "What’s your phone number?", {"phone"}),
        ("ru", "Подскажите, пожалуйста, номер заказа.", {"order_number"}),
        ("ru", "Спасибо, ваш заказ отправлен.", set()),
        ("is", "Get ég fengið pöntunarnúmerið?", {"order_number"}),
        ("is", "Takk, pöntunin er á leiðinni.", set()),
        ("zh-TW", "請提供您的訂單編號。", {"order_number"}),
        ("zh-TW", "您的訂單已經出貨。", set()),
        ("th", "ขอหมายเลขคำสั่งซื้อหน่อยค่ะ", {"order_number"}),
        ("th", "ส่งของให้แล้วนะคะ", set()),
        ("en", "May I check one thing: your size is 39. Is that so?", set()),
    ],
)
def test_what_a_message_asks_for(tag: str, text: str, keys: set[str]) -> None:
    assert set(asked_for(text, tag)) == keys
