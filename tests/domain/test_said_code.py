"""A code is heard as each language says it, and what only looks like it is not cut into one."""

from __future__ import annotations

import pytest

from chat_server.domain.said_code import codes_in

SAID = [
    "AB12",
    "ab12!",
    "my code is AB12",
    "Code: AB12",
    "мой код AB12",
    "мой код — AB12",
    "это по коду AB12",
    "kóði AB12",
    "Kóðinn minn er AB12",
    "我的代碼是 AB12",
    "代碼：「AB12」",  # noqa: RUF001 - as it is written
    "รหัส AB12",
    "รหัสของฉันคือ AB12",
]


@pytest.mark.parametrize("text", SAID)
def test_a_code_is_heard(text: str) -> None:
    assert codes_in(text) == ["ab12"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("code island-7", ["island-7"]),
        ("kóði erik-22", ["erik-22"]),
        ("кодировка AB12", []),
        ("encode AB12", []),
        ("Hello", []),
        ("I bought AB12 from you", []),
    ],
)
def test_no_other_word_is_taken_for_one_or_cut(text: str, codes: list[str]) -> None:
    assert codes_in(text) == codes
