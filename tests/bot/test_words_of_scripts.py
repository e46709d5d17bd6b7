"""A message is cut into words by the rules of each script in it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from components.words_of_scripts import folded, words


def test_thai_is_cut_where_words_end() -> None:
    assert words("อยากคืนสินค้า") == ["อยาก", "คืน", "สินค้า"]


def test_traditional_chinese_is_cut_like_simplified() -> None:
    assert words("禮拜五早上九點") == words("礼拜五早上九点") == ["礼拜五", "早上", "九点"]


def test_each_script_in_a_mixed_message_is_cut_by_its_own_rules() -> None:
    assert words("ขอ Refund ครับ 訂單 заказ!") == ["ขอ", "refund", "ครับ", "订单", "заказ", "!"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pontunin", "pöntunin"), ("thid", "þið"), ("еще", "ещё")],
)
def test_a_word_typed_without_its_accents_is_the_same_word(typed: str, meant: str) -> None:
    assert folded(typed) == folded(meant)


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b"])
def test_nothing_written_has_no_words(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize("sign", ["訂", "ก", "a", "ж", "😡", "!", "訂單在哪裡", "ขอคืนเงิน"])
def test_the_longest_message_is_cut_in_a_moment(sign: str) -> None:
    words(sign)
    began = time.process_time()
    words((sign * 4000)[:4000])
    assert time.process_time() - began < 1


def test_many_at_once_get_the_same_words() -> None:
    texts = ["訂單在哪裡", "อยากคืนสินค้า", "где мой заказ"] * 40
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(words, texts)) == [words(text) for text in texts]
