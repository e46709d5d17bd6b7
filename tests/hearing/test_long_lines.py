"""Whatever is written, hearing ends soon, keeps its places, and says only what the ledger can keep."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat_server.domain.facts.kinds import FACT_KINDS, clean_value
from chat_server.domain.secrets import masked
from chat_server.hearing.ears import hear, hear_promise

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
LANGUAGES = ("en", "ru", "is", "zh-TW", "th")
PIECES = (
    "my name is ", "i'm ", "not ", "order ", "4711 ", "size ", "in ", "red ", "a@", "@b.c", ".", ",", "\n", " and ", "for my ",
    "1 ", "1-", "call me ", "after ", "between ", "looking for ", "the ", "to ", "'", '"', "you ", "very ", "is ", "was ",
    "меня зовут ", "не ", "заказ ", "размер ", "куртку ", "ég heiti ", "pöntun ", "ekki ", "í ", "我叫", "訂單", "不", "色", "的", "在",
    "ชื่อ", "ไม่", "สี", "ออเดอร์", "ค่ะ ", "under ", "€", "5 ", "kr ", "password ", "pin ", "card ", "cvv ", "4111 ", "password is ",
)  # fmt: skip


def _seconds(text: str, language: str, asked: str | None = None) -> float:
    before = time.process_time()
    hear(text, language=language, at=AT, asked=asked)
    hear_promise(text, language=language, at=AT)
    masked(text)
    return time.process_time() - before


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """The first word of each language, and the first mask, load lists: seconds that belong to no text."""
    for language in LANGUAGES:
        _seconds("a", language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", PIECES)
def test_ten_thousand_characters_of_anything_are_heard_in_time(language: str, piece: str) -> None:
    text = piece * (10_000 // len(piece))
    # Cubic time would take minutes; a loaded machine must not matter.
    assert _seconds(text, language) < 2.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs_of_pieces_are_heard_in_time(language: str) -> None:
    for first, second in pairwise(PIECES):
        text = (first + second) * (5_000 // len(first + second))
        assert _seconds(text, language, "name") < 2.0, (first, second)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=60).map("".join),
    st.sampled_from(LANGUAGES),
    st.sampled_from([None, *FACT_KINDS]),
)
def test_what_is_heard_can_be_kept_and_has_its_place(
    text: str, language: str, asked: str | None
) -> None:
    for one in hear(text, language=language, at=AT, asked=asked):
        assert one.key in FACT_KINDS
        assert (0.4 if one.corrects else 0.5) <= one.confidence <= 1
        assert one.start is not None
        assert one.end is not None
        assert 0 <= one.start < one.end <= len(text)
        if one.key not in {"delivery_place", "company", "company_role", "order_number"}:
            assert one.value is None or clean_value(one.key, one.value) is not None
