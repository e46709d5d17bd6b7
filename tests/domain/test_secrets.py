"""Secrets are masked, and what only looks like one stays readable."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat_server.domain.secrets import DOT, masked, masked_content

_VISA, _AMEX, _MASTER = "4111111111111111", "378282246310005", "5555555555554444"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"my card is {_VISA}", _VISA),
        ("4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("4111-1111-1111-1111 exp 12/29", "4111-1111-1111-1111"),
        ("3782 822463 10005", "3782 822463 10005"),
        (f"order 4711, paid with {_MASTER} yesterday", _MASTER),
        ("order 4711 5555 5555 5555 4444", "5555 5555 5555 4444"),
        ("my card number is 4111 1111 1111 1112", "4111 1111 1111 1112"),
        (f"01a205b5-69a8-728f-bae6-694954062802 {_VISA}", _VISA),
        ("the cvv is 123", "123"),
        ("CVC: 9876", "9876"),
        ("security code on the back 456", "456"),
        ("my password is hunter2", "hunter2"),
        ("my password is swordfish", "swordfish"),
        ("Password: Tr0ub4dor&3", "Tr0ub4dor&3"),
        ("password=letmein", "letmein"),
        ("the password for my account is blue-horse", "blue-horse"),
        ("pw: abc123!", "abc123!"),
        ("my pin is 4821", "4821"),
        ("PIN code 1234", "1234"),
        ("the sms code is 482913", "482913"),
        ("мой пароль qwerty123", "qwerty123"),
        ("пароль: солнышко", "солнышко"),
        ("пин-код 4821", "4821"),
        ("номер карты 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("lykilorðið mitt er Hestur99", "Hestur99"),
        ("lykilorð: hestur", "hestur"),
        ("pin númerið er 4821", "4821"),
        ("我的密碼是abc12345", "abc12345"),
        ("密碼:abc12345", "abc12345"),
        ("信用卡號4111111111111111", _VISA),
        ("安全碼是123", "123"),
        ("รหัสผ่านคือ abc12345", "abc12345"),
        ("รหัสผ่านของฉันคือabc12345", "abc12345"),
        ("เลขบัตร 4111 1111 1111 1111", "4111 1111 1111 1111"),
        ("๔๑๑๑ ๑๑๑๑ ๑๑๑๑ ๑๑๑๑", "๔๑๑๑ ๑๑๑๑ ๑๑๑๑ ๑๑๑๑"),
    ],
)
def test_a_secret_is_masked_letter_for_letter(text: str, secret: str) -> None:
    safe = masked(text)
    assert safe == text.replace(secret, re.sub(r"\S", DOT, secret))
    assert len(safe) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "my order number is 4711 0815",
        "order 47110815 and order 47110816",
        "call me at +49 176 12345678",
        "tracking number 1234567890123456",
        "order 4111111111111111",
        "my password is not working",
        "my password is wrong",
        "I forgot my password",
        "I can't reset my password, it says the password is incorrect",
        "the pin of my brooch broke",
        "I have 3 jackets, size 42, 2026-05-03 at 10:30",
        "the code SUMMER20 does not work",
        "мой пароль не подходит",
        "я забыл пароль",
        "lykilorðið virkar ekki",
        "忘記密碼了",
        "ลืมรหัสผ่าน",
        "รหัสไปรษณีย์ 10110",
        "1234567890123456",
        "see 01a205b5-69a8-728f-bae6-694954062802",
        "",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert masked(text) == text


def test_all_that_is_read_of_a_message_is_masked_and_addresses_are_not() -> None:
    link = f"https://shop.test/{_VISA}"
    content: dict[str, object] = {
        "type": "card",
        "text": f"card {_VISA}",
        "url": link,
        "cards": [{"title": f"pin: 1234 {_AMEX}", "url": link}],
    }
    safe = masked_content(content)
    assert _VISA not in str(safe["text"])
    assert safe["url"] == link
    assert safe["cards"] == [{"title": f"pin: {DOT * 4} {DOT * 15}", "url": link}]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=string.printable + "пароль密碼รหัสผ่าน", max_size=2_000))
def test_any_text_keeps_its_length_and_is_masked_once(text: str) -> None:
    safe = masked(text)
    assert len(safe) == len(text)
    assert all(new in {old, DOT} for old, new in zip(text, safe, strict=True))


@given(st.sampled_from([_VISA, _AMEX, _MASTER]), st.text(alphabet="abc ,.?!", max_size=40))
def test_a_card_is_found_wherever_it_stands(card: str, around: str) -> None:
    assert card not in masked(f"{around} {card} {around}")
