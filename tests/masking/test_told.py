"""Names by what stands around them: words of Chinese, whoever opens or closes a message, labels of postcodes."""

from __future__ import annotations

import pytest

from chat_server.domain.masking import Known
from chat_server.masking.finder import RuleFinder

TOLD = [
    ("zh-TW", "我朋友[若涵]推薦的"),
    ("zh-TW", "[鄒]，第一次用聊天室"),  # noqa: RUF001 - its comma is wide
    ("zh-TW", "叫我[菜頭]就好"),
    ("zh-TW", "郵遞區號[220]"),
    ("zh-TW", "外套太大了想換小一號"),
    ("th", "ผม[จักรี]คนเดิมครับ"),
    ("th", "รหัสไปรษณีย์ [50200]"),
    ("th", "จ่ายปลายทางได้ไหม"),
    ("en", "[Wren], like the bird"),
    ("en", "why did [rose] close my chat"),
    ("en", "the agent was [daisy], she said yes"),
    ("en", "do you have it in rose or olive, before summer"),
    ("en", "c/o [zsofia balint], ground floor"),
    ("en", "my postcode is [EC1A 1BB]"),
    ("en", "my mail is [k dot lund at post dot example.com]"),
    ("en", "[Оксана] is my name, please put it on the label"),
    ("ru", "[п. д. лебедев] получил"),
    ("ru", "живём в [СНТ Берёзка, участок 14]"),  # noqa: RUF001 - it is Cyrillic
    ("is", "[Hekla Sól] heiti ég"),
    ("is", "póstnúmerið er [600]"),
]


@pytest.mark.parametrize(("language", "marked"), TOLD)
def test_what_is_marked_is_masked_and_nothing_else(language: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    spans = RuleFinder().find(text, Known("contact", language))
    shown = "".join(
        letter
        for at, letter in enumerate(text)
        if letter.isalnum() and not any(span.start <= at < span.end for span in spans)
    )
    inside, wanted = False, ""
    for letter in marked:
        inside = letter == "[" or (inside and letter != "]")
        wanted += letter if letter.isalnum() and not inside else ""
    assert shown == wanted
