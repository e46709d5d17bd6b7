"""The next best offer: at a fitting moment, with its reason, and never against the hub's word."""

# ruff: noqa: RUF001 - full-width signs and Cyrillic are meant
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fake_hub import CUSTOMER, OFFER

from advice import asks_for_advice

if TYPE_CHECKING:
    from conftest import Answer, Visitor
    from fake_hub import FakeHub

ASKED = [
    ("en", "what do you recommend?", "goes well with what you have from us: Katla"),
    ("ru", "что посоветуете?", "подходит к тому, что вы у нас уже купили: Katla"),
    ("is", "hverju mælið þið með?", "passar vel með því sem þú átt frá okkur: Katla"),
    ("zh-TW", "有什麼推薦的嗎", "很適合搭配您之前買的Katla"),
    ("th", "มีอะไรแนะนำไหมคะ", "เข้ากันดีกับKatla"),
]


def offered(answer: Answer) -> list[dict[str, Any]]:
    """What the replies say is to be put on record."""
    return [reply["offer"] for reply in answer.body["replies"] if "offer" in reply]


def refusing(answer: Answer) -> list[str]:
    """What the last button of what is offered says."""
    replies = [reply for reply in answer.body["replies"] if "offer" in reply]
    return [reply["content"]["cards"][0]["actions"][-1]["payload"] for reply in replies]


def asked_for(hub: FakeHub) -> list[str]:
    return [query["asked"] for _, path, query in hub.calls if path.endswith("/next-offer")]


@pytest.mark.parametrize(("locale", "question", "reason"), ASKED)
def test_who_asks_what_we_recommend_is_told_and_why(
    visitor: Visitor, hub: FakeHub, locale: str, question: str, reason: str
) -> None:
    hub.offers = OFFER
    answer = visitor.says(question, locale=locale)
    assert reason in answer.text
    assert answer.cards == ["Esja wool sweater"]
    assert offered(answer) == [{"sku": "ESJ", "because": "KAT", "asked": True}]
    assert '/find_product{"product": "jacket"}' in answer.choices
    assert refusing(answer) == ["/deny"]
    assert asked_for(hub) == ["true"]


def test_without_an_offer_they_are_asked_what_they_look_for(visitor: Visitor, hub: FakeHub) -> None:
    answer = visitor.says("what do you recommend?")
    assert "What are you looking for?" in answer.text
    assert offered(answer) == []
    assert asked_for(hub) == ["true"]


def test_who_knows_what_they_want_is_shown_that(visitor: Visitor, hub: FakeHub) -> None:
    hub.offers = OFFER
    for text in ("can you recommend a rain jacket?", "/find_product"):
        assert offered(visitor.says(text)) == []
    assert asked_for(hub) == []


def test_thanks_for_an_answer_about_an_order_is_a_moment_for_it(
    visitor: Visitor, hub: FakeHub
) -> None:
    hub.offers = OFFER | {"because": None, "because_sku": None}
    visitor.facts = {"email": CUSTOMER["email"]}
    assert offered(visitor.says("thanks!")) == []
    assert visitor.says("where is my order 10432").cards
    answer = visitor.says("great, thank you")
    assert answer.text.startswith("You're welcome!")
    assert "one of the things our customers buy most" in answer.text
    assert offered(answer) == [{"sku": "ESJ", "because": None, "asked": False}]
    assert asked_for(hub) == ["false"]
    declined = visitor.says(refusing(answer)[0])
    assert (declined.body["intent"]["name"], declined.handoff) == ("deny", None)
    assert declined.text


def test_neither_an_ill_hub_nor_its_no_is_noticed_by_who_says_thanks(
    visitor: Visitor, hub: FakeHub
) -> None:
    visitor.facts = {"email": CUSTOMER["email"]}
    assert visitor.says("where is my order 10432").cards
    assert offered(visitor.says("thanks")) == []
    hub.down = True
    answer = visitor.says("thank you")
    assert (offered(answer), answer.handoff) == ([], None)
    assert asked_for(hub) == ["false", "false"]


def test_an_order_that_was_not_found_is_no_moment(visitor: Visitor, hub: FakeHub) -> None:
    hub.offers = OFFER
    visitor.facts = {"email": "somebody@example.com"}
    assert visitor.says("where is my order 10432").cards == []
    visitor.says("thanks")
    assert asked_for(hub) == []


def test_who_is_angry_is_offered_a_person(visitor: Visitor, hub: FakeHub) -> None:
    hub.offers = OFFER
    answer = visitor.says("what do you recommend?! this is ridiculous!!")
    assert (offered(answer), answer.handoff) == ([], "anger")


@pytest.mark.parametrize(
    "text",
    [
        "any suggestions?",
        "порекомендуйте что-нибудь",
        "getur þú mælt með einhverju",
        "推薦一下",
        "แนะนำหน่อย",
    ],
)
def test_advice_is_asked_for_in_many_words(text: str) -> None:
    assert asks_for_advice(text)


@pytest.mark.parametrize("text", ["I want a present", "/find_product", "нужен подарок", "想買禮物"])
def test_a_wish_alone_asks_for_no_advice(text: str) -> None:
    assert not asks_for_advice(text)
