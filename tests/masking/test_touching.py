"""What touches a mask, what a word labels, where people live, and where they stand in Thai and Chinese."""

from __future__ import annotations

import re

import pytest

from chat_server.domain.masking import Known
from chat_server.masking.finder import RuleFinder

TOLD = [
    ("en", "VAT number [GB 427 9916 03]"),
    ("en", "tracking [1Z 999 AA1 01 2345 6784] is late"),
    ("en", "the code on the label says [9KX-44-ZT]"),
    ("en", "we are on the [4th floor, Hamilton House], ask at the desk"),
    ("en", "deliver to [The Gables, Church Hill] please"),
    ("en", "the house is [number 31], last on the left"),
    ("en", "I work at [brightwater logistics], we need fleeces"),
    ("en", "I work at night, call after five"),
    ("en", "do you have it in size 42 or 43"),
    ("en", "2 pairs for 90 euros"),
    ("ru", "ник на сайте [белка_летяга]"),
    ("ru", "доставьте на [5-я Парковая 33]"),
    ("ru", "размер 48/50 есть?"),
    ("is", "sendingarnúmer [RR 123 456 785 IS]"),
    ("is", "[Krummahólar 6, 7c]"),
    ("th", "ถ้า[จัสมิน]ไม่อยู่ให้แม่รับ"),
    ("th", "วันเกิด[แดง]วันเสาร์"),
    ("th", "มีห่อของขวัญไหม"),
    ("th", "[แฟลต 8 ห้อง 22]"),
    ("zh-TW", "代領人:[司徒明]"),
    ("zh-TW", "[子晴]生日在星期六"),
    ("zh-TW", "改成黑色的"),
    ("zh-TW", "門牌是[17之1號]"),
    ("zh-TW", "打[04-2315 6678轉22]"),
]


@pytest.mark.parametrize(("language", "marked"), TOLD)
def test_only_what_is_marked_is_masked(language: str, marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    spans = RuleFinder().find(text, Known("somebody", language))
    left = [
        letter
        for at, letter in enumerate(text)
        if letter.isalnum() and not any(one.start <= at < one.end for one in spans)
    ]
    assert "".join(left) == "".join(filter(str.isalnum, re.sub(r"\[[^]]*\]", "", marked)))
