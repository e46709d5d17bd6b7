"""Text is made harmless without being harmed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.message import Author, AuthorKind, clean_text, plain_text


@pytest.mark.parametrize(
    "text",
    [
        "Þetta er í lagi, takk",
        "ä ö ü ß ñ",
        "\u4f60\u597d\uff0c\u6211\u7684\u8a02\u55ae\u5728\u54ea\u88e1\uff1f",
        "สวัสดี น้ำ",
        "Где мой заказ?",
        "👍🏽 🇮🇸 ❤️",
        "👩‍👩‍👧‍👦 is one family",
        "שלום, מה קורה?",
        "مرحبا، أين طلبي",
        "می‌خواهم",
        "two\nlines\tand a tab",
        "<script>alert(1)</script> & \"quotes\" 'as said'",
        "\u200fright-to-left mark\u200e",
    ],
)
def test_what_people_write_is_left_as_it_is(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x1b[31mb", "a[31mb"),
        ("bell\x07", "bell"),
        ("a\x7fb\x9fc", "abc"),
        ("\ufeffbom", "bom"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("a\u2066b\u2069c", "abc"),
        ("a\u2028b\u2029c", "abc"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  padded \n", "padded"),
        ("e\u0301", "é"),
        ("\u202e\u202d", ""),
    ],
)
def test_control_and_override_characters_go(given_text: str, kept: str) -> None:
    assert clean_text(given_text) == kept


@given(st.text(alphabet=st.characters(), max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.text(alphabet=st.characters(), max_size=200))
def test_what_is_kept_can_be_stored_and_sent(text: str) -> None:
    kept = clean_text(text)
    kept.encode("utf-8")
    assert "\x00" not in kept


def test_the_words_of_a_card_are_its_titles() -> None:
    content: dict[str, object] = {
        "type": "card",
        "text": "Have a look:",
        "cards": [{"title": "Hekla", "subtitle": "rain jacket"}, {"title": "Katla"}],
    }
    assert plain_text(content) == "Have a look:\nHekla\nrain jacket\nKatla"


def test_a_file_is_found_by_its_name() -> None:
    assert plain_text({"type": "file", "url": "/f/1", "name": "receipt.pdf"}) == "receipt.pdf"


def test_contents_of_an_odd_shape_have_no_words() -> None:
    assert plain_text({"type": "card", "cards": "none", "text": 3}) == ""


def test_client_ids_are_told_apart_by_sender() -> None:
    senders = {
        Author(AuthorKind.VISITOR, "1").sender,
        Author(AuthorKind.AGENT, "1").sender,
        Author(AuthorKind.VISITOR, "2").sender,
        Author(AuthorKind.BOT).sender,
    }
    assert len(senders) == 4
