"""Words are indexed as they are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.recall.asking import asks_about_past
from chat_server.domain.recall.words import keys, words_of


@pytest.mark.parametrize(
    "alike",
    [
        ("jacket", "Jackets", "JACKET'S"),
        ("camping", "camped", "camps"),
        ("story", "stories"),
        ("куртка", "куртки", "куртку"),
        ("Katrín", "katrin"),
    ],
)
def test_forms_of_a_word_are_one(alike: tuple[str, ...]) -> None:
    assert len({tuple(words_of(word)) for word in alike}) == 1


def test_letters_without_spaces_become_pairs() -> None:
    assert words_of("紅色外套 L") == ["紅色", "色外", "外套", "l"]
    assert words_of("เสื้อ") == ["เส", "สื", "ื้", "้อ"]


@given(st.text(max_size=300))
def test_any_text_becomes_words_of_bounded_number(text: str) -> None:
    words = words_of(text)
    assert len(words) <= 400
    assert all(words), "no word is empty"
    assert words_of(text.upper().lower()) is not None


@given(st.text(min_size=1, max_size=20))
def test_a_key_is_of_letters_and_digits_and_of_one_contact(word: str) -> None:
    (mine,), (theirs,) = keys("a", [word]), keys("b", [word])
    assert mine.isalnum()
    assert mine.isascii()
    assert mine != theirs


@pytest.mark.parametrize(
    "text",
    [
        "What did I say about the jacket?",
        "What did I tell you about the jacket?",
        "do you remember my size",
        "When have I told you where I live?",
        "Hvað sagði ég um jakkann?",
        "Что я говорил про куртку?",
        "我之前說過什麼尺寸?",
        "ฉันเคยบอกอะไรเกี่ยวกับเสื้อ",
    ],
)
def test_questions_about_the_past_are_known(text: str) -> None:
    assert asks_about_past(text)


@pytest.mark.parametrize("text", ["Where is my order?", "I said hello", "Мне нужна куртка", "你好"])
def test_other_lines_are_not(text: str) -> None:
    assert not asks_about_past(text)
