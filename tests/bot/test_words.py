"""Orders, products and coupons in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from fake_hub import ORDERS, PRODUCTS

from actions.coupons import offer, worth
from actions.order_words import order_card, status_sentence
from actions.product_words import product_card
from actions.stock_words import stock_sentences
from known_facts import KnownFact
from phrases import phrases_in
from replies import LONGEST_LINE

THIS_YEAR = datetime.now(tz=UTC).year
ENGLISH = phrases_in("en")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("placed", "waiting to be packed"),
        ("packed", "is packed"),
        ("shipped", "on its way"),
        ("delivered", "was delivered"),
        ("cancelled", "was cancelled"),
        ("returned", "came back to us"),
        ("lost", "is lost"),
    ],
)
def test_every_status_has_its_sentence(status: str, words: str) -> None:
    assert words in status_sentence(ORDERS["10432"] | {"status": status}, ENGLISH)


def test_a_day_names_another_year_only() -> None:
    assert ENGLISH.day(f"{THIS_YEAR}-03-04T09:00:00.000Z") == "4 March"
    assert ENGLISH.day(f"{THIS_YEAR + 1}-03-04T09:00:00.000Z") == f"4 March {THIS_YEAR + 1}"
    assert ENGLISH.day(None) == ENGLISH.day("soon") == ""


def test_a_card_names_three_items_and_counts_the_rest() -> None:
    item = ORDERS["10432"]["items"][0]
    card = order_card(ORDERS["10432"] | {"items": [item] * 5}, ENGLISH)
    assert card["subtitle"].endswith("and 2 more")
    long = order_card(ORDERS["10432"] | {"items": [item | {"name": "x" * 190}] * 3}, ENGLISH)
    assert len(long["subtitle"]) == LONGEST_LINE


@pytest.mark.parametrize(
    ("cents", "currency", "words"),
    [
        (12900, "EUR", "\u20ac129"),
        (590, "EUR", "\u20ac5.90"),
        (100, "ISK", "1 ISK"),
        (0, "USD", "$0"),
    ],
)
def test_a_price_is_written_as_people_do(cents: int, currency: str, words: str) -> None:
    assert ENGLISH.price(cents, currency) == words


def test_words_are_listed_with_an_and() -> None:
    assert [ENGLISH.listed(words) for words in ([], ["S"], ["S", "M"], ["S", "M", "L"])] == [
        "",
        "S",
        "S and M",
        "S, M and L",
    ]


def _product(name: str, **stock: int) -> dict[str, Any]:
    return PRODUCTS[0] | {"name": name, "in_stock": stock}


def test_boots_are_and_a_mug_is() -> None:
    boots = stock_sentences(_product("Laki boots", **{"42": 1, "43": 2}), ENGLISH, None, None, None)
    assert boots.startswith("The Laki boots are in stock in 42 and 43. They come in")
    mug = stock_sentences(_product("Geysir mug", **{"0.3 l": 4}), ENGLISH, None, None, None)
    assert mug.startswith("The Geysir mug is in stock. It comes in")


def test_what_is_sold_out_is_said_so() -> None:
    assert "sold out" in stock_sentences(
        _product("Krafla hat", S=0, M=0), ENGLISH, None, None, None
    )
    size = KnownFact("f", "size", "M")
    assert "your M is sold out" in stock_sentences(
        _product("Krafla hat", S=1, M=0), ENGLISH, None, None, size
    )
    assert stock_sentences(_product("Krafla hat", S=1, M=0), ENGLISH, "M", None, None) == (
        "Size M of the Krafla hat is not in stock; we have S."
    )


def test_a_product_card_tells_whether_the_visitors_size_is_there() -> None:
    assert product_card(PRODUCTS[0], ENGLISH, "M")["subtitle"].endswith("M in stock")
    assert product_card(PRODUCTS[0], ENGLISH, "L")["subtitle"].endswith("L sold out")
    assert "42" not in product_card(PRODUCTS[0], ENGLISH, "42")["subtitle"]


def test_a_coupon_tells_its_worth_and_its_conditions() -> None:
    coupon = {
        "kind": "amount",
        "value": 2000,
        "currency": "EUR",
        "min_total_cents": 15000,
        "valid_until": None,
    }
    assert worth(coupon, ENGLISH) == "\u20ac20 off on orders from \u20ac150"
    assert worth({"kind": "percent", "value": 10, "min_total_cents": 0}, ENGLISH) == "10 % off"


@pytest.mark.parametrize("locale", ["en", "ru", "is", "zh-TW", "th"])
def test_a_given_coupon_is_worded_by_its_kind_in_each_language(locale: str) -> None:
    words = phrases_in(locale)
    given = {"code": "KXWMRT4827", "unit": "percent", "value": 10, "currency": "EUR"}
    kinds = ("percent", "early_bird", "refer_friend", "money_back")
    said = [offer({**given, "kind": kind}, words) for kind in kinds]
    assert len(set(said)) == 3
    assert all("KXWMRT4827" in line and "10" in line for line in said)
    sums = offer({**given, "kind": "money_back", "unit": "amount", "value": 2_000}, words)
    assert words.price(2_000) in sums
