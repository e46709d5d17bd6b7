"""All languages say the same: every key, every place in a text, every payload."""

from __future__ import annotations

import asyncio
import string
from typing import Any

import pytest
import yaml
from conftest import BOT
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.greet import Greet
from actions.not_understood import NotUnderstood
from actions.return_form import known_reason
from actions.stock_words import stock_sentences
from components.vocabulary import said_as
from languages import LANGUAGES, language_of
from phrases import Phrases, phrases_in
from responses_by_language import ResponsesByLanguage, responses_in

OTHERS = [language for language in LANGUAGES if language != "en"]
TOPICS = sorted(path.stem for path in (BOT / "domain").glob("*.yml"))
LONGEST_BUTTON = 24
BUTTONS = ("buttons", "intents", "categories", "return_reasons")
HEKLA = {
    "name": "Hekla rain jacket",
    "colours": ["navy", "moss green"],
    "in_stock": {"S": 1, "M": 2},
}


def _english() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for topic in TOPICS:
        domain = yaml.safe_load((BOT / "domain" / f"{topic}.yml").read_text(encoding="utf-8"))
        found |= domain.get("responses", {})
    return found


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _shape(responses: dict[str, list[dict[str, Any]]]) -> dict[str, list[tuple[Any, ...]]]:
    return {
        key: [
            (sorted(_places(said["text"])), [one["payload"] for one in said.get("buttons", [])])
            for said in variants
        ]
        for key, variants in responses.items()
    }


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_all_responses_with_the_same_places_and_payloads(language: str) -> None:
    assert _shape(responses_in(language)) == _shape(_english())


@pytest.mark.parametrize("language", OTHERS)
def test_a_topic_has_its_responses_in_the_same_file_in_every_language(language: str) -> None:
    for topic in TOPICS:
        domain = yaml.safe_load((BOT / "domain" / f"{topic}.yml").read_text(encoding="utf-8"))
        path = BOT / "responses" / language / f"{topic}.yml"
        assert path.is_file() == bool(domain.get("responses")), path
        if path.is_file():
            assert yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].keys() == (
                domain["responses"].keys()
            )


def _words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(
        (BOT / "words" / f"{language}.yml").read_text(encoding="utf-8")
    )
    return words


def _tables(language: str) -> dict[str, dict[str, set[str]]]:
    return {
        name: {key: _places(text) for key, text in table.items() if not key.endswith("_many")}
        for name, table in _words(language).items()
        if isinstance(table, dict)
    }


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_all_words_with_the_same_places(language: str) -> None:
    assert _words(language).keys() == _words("en").keys()
    assert _tables(language) == _tables("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_many_has_the_places_of_what_is_said_of_one(language: str) -> None:
    texts = _words(language)["texts"]
    for key, text in texts.items():
        if key.endswith("_many"):
            assert _places(text) == _places(texts[key.removesuffix("_many")]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_short(language: str) -> None:
    titles = [title for name in BUTTONS for title in _words(language)[name].values()]
    responses = responses_in(language) if language in OTHERS else _english()
    titles += [
        button["title"]
        for variants in responses.values()
        for said in variants
        for button in said.get("buttons", [])
    ]
    assert [title for title in titles if len(title) > LONGEST_BUTTON] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    english = _words("en")
    for name in ("texts", *BUTTONS, "problems", "order_states", "reasons_by_problem"):
        same = [
            key for key, said in _words(language)[name].items() if said == english[name].get(key)
        ]
        assert same == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_intent_on_offer_has_its_label(language: str) -> None:
    domains = [yaml.safe_load(path.read_text()) for path in (BOT / "domain").glob("*.yml")]
    known = {intent for domain in domains for intent in domain.get("intents", [])}
    assert set(_words(language)["intents"]) <= known


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("ru", "ru"),
        ("ru-RU", "ru"),
        ("is_IS", "is"),
        ("zh-Hant-TW", "zh-TW"),
        ("zh", "zh-TW"),
        ("TH", "th"),
        ("en-GB", "en"),
        ("de", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_locale_means_the_nearest_language(locale: str | None, language: str) -> None:
    assert language_of(locale) == language


def _rasa_tracker(locale: str | None) -> DialogueStateTracker:
    tracker = DialogueStateTracker("somebody", [])
    tracker.slots = {}
    if locale is not None:
        tracker.slots = {"visitor": AnySlot("visitor", [])}
        tracker.update(SlotSet("visitor", {"locale": locale}))
    return tracker


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("ru-RU", "Пожалуйста!"),
        ("is", "Ekkert að þakka!"),
        ("zh-TW", "不客氣"),
        ("th", "ยินดีค่ะ"),
        ("en", "You're welcome!"),
        ("de", "You're welcome!"),
        (None, "You're welcome!"),
    ],
)
def test_a_response_is_said_in_the_visitors_language(locale: str | None, said: str) -> None:
    speaking = ResponsesByLanguage(_english())
    answer = asyncio.run(speaking.generate("utter_welcome", _rasa_tracker(locale), "samtal"))
    assert answer is not None
    assert answer["text"].startswith(said)


def test_what_a_language_lacks_is_said_in_english() -> None:
    speaking = ResponsesByLanguage(_english() | {"utter_new": [{"text": "Something new."}]})
    answer = asyncio.run(speaking.generate("utter_new", _rasa_tracker("th"), "samtal"))
    assert answer == {"text": "Something new."}
    nothing = asyncio.run(speaking.generate("utter_nothing", _rasa_tracker("th"), "samtal"))
    assert nothing is None


def _tracker(locale: str, **slots: Any) -> Tracker:
    visitor = {"locale": locale, "first_turn": True, **slots}
    return Tracker.from_dict(
        {"sender_id": "somebody", "slots": {"visitor": visitor}, "latest_message": {"entities": []}, "events": []}
    )  # fmt: skip


def _content(action: Action, tracker: Tracker) -> dict[str, Any]:
    dispatcher = CollectingDispatcher()
    asyncio.run(action.run(dispatcher, tracker, {}))
    content: dict[str, Any] = dispatcher.messages[0]["custom"]["content"]
    return content


NAME = {"id": "f", "key": "name", "value": "Anna"}


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Welcome back, Anna! How can I help?"),
        ("ru", "Anna, с возвращением! Чем помочь?"),
        ("is", "Gott að sjá þig aftur, Anna! Hvernig get ég aðstoðað?"),
        ("th", "ยินดีต้อนรับกลับมาค่ะ คุณAnna มีอะไรให้ช่วยไหมคะ"),
        ("zh-TW", "Anna，歡迎回來！有什麼可以幫您的嗎？"),
    ],
)
def test_a_known_visitor_is_greeted_in_their_language(locale: str, text: str) -> None:
    content = _content(Greet(), _tracker(locale, facts=[NAME]))
    assert content["text"] == text
    assert [one["payload"] for one in content["choices"]] == [
        "/track_order",
        "/find_product",
        "/return_item",
    ]


def test_the_choices_of_the_fallback_are_offered_in_the_visitors_language() -> None:
    content = _content(NotUnderstood(), _tracker("ru"))
    assert [one["label"] for one in content["choices"]] == [
        "Где мой заказ?",
        "Вернуть товар",
        "Подобрать товар",
        "Позвать сотрудника",
    ]


def test_a_problem_known_is_the_reason_for_a_return_in_the_visitors_language() -> None:
    problem = {"id": "f", "key": "open_problem", "value": "damaged"}
    known = known_reason(_tracker("is", facts=[problem]))
    assert known is not None
    assert known[0] == "Barst skemmt"


@pytest.mark.parametrize(
    ("language", "size", "colour", "said"),
    [
        ("en", None, None, "The Hekla rain jacket is in stock in S and M. It comes in navy and moss green."),
        ("ru", None, None, "Hekla rain jacket: в наличии S и M. Цвета: тёмно-синий и цвета мха."),
        ("is", "L", None, "Hekla rain jacket: stærð L er ekki til núna, en við eigum S og M."),
        ("ru", None, "blue", "Да, Hekla rain jacket бывает в этом цвете: тёмно-синий. Hekla rain jacket: в наличии S и M."),
        ("is", "M", None, "Hekla rain jacket: til í M."),
        ("th", None, "navy", "มีค่ะ Hekla rain jacket มีสีกรมท่า Hekla rain jacket มีไซส์ S และ M ค่ะ"),
        ("zh-TW", "M", "red", "Hekla rain jacket 沒有紅色，有的顏色是海軍藍和苔綠色。尺寸 M 有貨。"),
    ],
)  # fmt: skip
def test_stock_is_told_with_the_colours_of_the_language(
    language: str, size: str | None, colour: str | None, said: str
) -> None:
    assert stock_sentences(HEKLA, phrases_in(language), size, colour, None) == said


@pytest.mark.parametrize(
    ("language", "cents", "price"),
    [
        ("en", 590, "€5.90"),
        ("ru", 590, "5,90 €"),
        ("is", 12900, "129 €"),
        ("th", 590, "€5.90"),
        ("zh-TW", 12900, "129 歐元"),
    ],
)
def test_money_is_written_as_the_language_does(language: str, cents: int, price: str) -> None:
    assert phrases_in(language).price(cents) == price


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "31 August 2019"),
        ("ru", "31 августа 2019 года"),
        ("is", "31. ágúst 2019"),
        ("th", "31 สิงหาคม 2019"),
        ("zh-TW", "2019年8月31日"),
    ],
)
def test_a_day_is_written_as_the_language_does(language: str, day: str) -> None:
    assert phrases_in(language).day("2019-08-31T12:00:00Z") == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_offer_of_help_waits_for_no_answer(language: str) -> None:
    phrases = phrases_in(language)
    for key in ("what_can_i_do", "stopped", "glad_kept", "nice_to_meet", "email_noted"):
        assert phrases.only_offers_help(phrases.text(key, name="Anna")), key
    responses = _english() | (responses_in(language) if language in OTHERS else {})
    assert phrases.only_offers_help(responses["utter_welcome"][0]["text"])
    assert phrases.only_offers_help(responses["utter_no_person"][0]["text"])
    assert not phrases.only_offers_help(phrases.text("which_order"))


def test_braces_of_a_visitor_are_just_characters() -> None:
    said = Phrases("ru").text("nothing_like", wanted="{name} {0}")
    assert "«{name} {0}»" in said


def test_a_catalogue_name_stays_as_it_is_in_every_language() -> None:
    for language in LANGUAGES:
        assert said_as("product", "Hekla rain jacket", language) == "Hekla rain jacket"
    assert said_as("product", "rain jacket", "th") == "เสื้อกันฝน"
