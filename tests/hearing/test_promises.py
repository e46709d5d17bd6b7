"""What an agent promised, and until when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from chat_server.hearing.ears import hear_promise

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text", "promise", "due"),
    [
        ("en", "Sorry! I'll send you the refund by Friday.", "I'll send you the refund by Friday.", date(2026, 11, 27)),
        ("en", "We will replace the jacket.", "We will replace the jacket.", None),
        ("en", "You'll receive your parcel tomorrow", "You'll receive your parcel tomorrow", date(2026, 11, 23)),
        ("en", "A colleague will call you back on 3 December.", "A colleague will call you back on 3 December.", date(2026, 12, 3)),
        ("ru", "Мы вернём деньги до пятницы.", "Мы вернём деньги до пятницы.", date(2026, 11, 27)),
        ("is", "Við sendum nýjan jakka á morgun.", "Við sendum nýjan jakka á morgun.", date(2026, 11, 23)),
        ("zh-TW", "我們會在明天寄出。", "我們會在明天寄出。", date(2026, 11, 23)),
        ("th", "ทางเราจะโอนเงินคืนพรุ่งนี้ค่ะ", "ทางเราจะโอนเงินคืนพรุ่งนี้ค่ะ", date(2026, 11, 23)),
    ],
)  # fmt: skip
def test_a_promise_is_heard_with_its_day(
    language: str, text: str, promise: str, due: date | None
) -> None:
    (heard,) = hear_promise(text, language=language, at=AT)
    assert (heard.key, heard.value) == ("promise", promise)
    assert text[heard.start : heard.end] == promise
    if due is None:
        assert heard.valid_until is None
    else:
        assert heard.valid_until is not None
        assert heard.valid_until.date() == due + timedelta(days=1)


@pytest.mark.parametrize(
    "text",
    [
        "Will you send me the number?",
        "I'll be happy to help you.",
        "I will need your order number.",
        "Hello, how can I help?",
        "If it is broken, we will replace it.",
        "The jacket is made of wool.",
        'The mail says "we will refund you".',
    ],
)
def test_talk_is_no_promise(text: str) -> None:
    assert hear_promise(text, language="en", at=AT) == []
