"""From when on: "七月一號起改晚上送", "下個月開始寄公司"."""

from __future__ import annotations

import re

from chat_server.hearing.beginnings import Ahead, Beginnings

_SIGNS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()  # noqa: SIM905 - a list would be one word a line
BEGINNINGS = Beginnings(
    ahead=Ahead(
        {f"{sign}月": number for number, sign in enumerate(_SIGNS, 1)}
        | {f"{number}月": number for number in range(1, 13)},
        week=re.compile(r"下(?:週|周|個?星期|個?禮拜)(?![一二三四五六日天末])"),
        month=re.compile(r"下個?月(?!\d|[一二三四五六七八九十]{1,3}[日號])"),
        year=re.compile("明年(?![的]?[\\d一二三四五六七八九十])"),
        edges=(
            r"(?<![\d十個下上這])",
            r"(?!\d|[一二三四五六七八九十]{1,3}[日號])",
        ),
    ),
    before=re.compile(r"(?:從|自|打從|等到?)(?:今年|明年)?的?"),
    behind=re.compile(r"(?:那天)?(?:起|開始|以後|之後|後(?!天))"),
    turning=re.compile(
        r"(?:會|要|將|就)(?:換|改|調|變|升)(?:成|到|為|新|去)?[^,，。]{0,4}(?:號碼|門號|公司|工作|班|地址|電話|信箱|名|部門)|(?:會|要|將)(?:到|去)[^,，。]{1,8}(?:上班|報到|任職)"
    ),
    until=re.compile(r"(?:目前|現在|暫時|這個月|在那之前|到那天)[^,，。]{0,16}\Z"),
    now=frozenset({"name", "form_of_address", "language", "size"}),
)
