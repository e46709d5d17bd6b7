"""Chinese as the engine hears it; takes long to import, so that only who hears it does."""

from __future__ import annotations

import re

from chat_server.hearing.tongue import Company
from chat_server.hearing.unspaced import Unspaced

from . import (
    answers,
    beginnings,
    budgets,
    catchwords,
    changes,
    colours,
    contact,
    corrections,
    deliveries,
    goods,
    homes,
    household,
    opinions,
    orders,
    people,
    praise,
    said_of,
    sizes,
    times,
    work,
)
from .calendar import CALENDAR
from .contrasts import CONTRAST
from .words import GROUND

PROMISE = re.compile(
    r"(?:我|我們|同事|客服|倉庫|專員|主管|技術人員|物流)(?:這邊)?(?:今天|明天|後天|下週[一-五]?|這週[一-五]?|週[一-五]|稍後|馬上|立刻|盡快)?(?:就|也)?(?:會|將|一定會|保證|答應)(?!很樂意|盡量|再確認|員|議|計|面)"
    r"|(?:您|你)(?:會|將)(?:在|於|收到)|(?:退款|包裹|商品|訂單|新品|補寄|款項|折價券)(?:會|將|預計)(?:在|於|到|寄|送|退|入|給)|(?:我|我們)(?:保證|答應|承諾)"
    r"|(?:我|我們)(?:明天|今天|後天|下週.?|週.|本週|這週)[^,，。]{0,8}(?:寄|退|打|回覆|處理|聯絡|補|換)"
    r"|(?:幫|替|為)您(?:重新|免費|重)?(?:寄|退款|補寄|換貨|更換|安排)[^,，。?？]{0,12}(?=[,，。!]|$)"
)
CHINESE = Unspaced(
    code="zh",
    spaced=False,
    rules=(
        *people.RULES,
        *homes.RULES,
        *deliveries.RULES,
        *contact.RULES,
        *orders.RULES,
        *budgets.RULES,
        *sizes.RULES,
        *goods.RULES,
        *colours.RULES,
        *times.RULES,
        *household.RULES,
        *work.RULES,
        *opinions.RULES,
        *praise.RULES,
    ),
    line_rules=(
        *people.LINE_RULES,
        *deliveries.LINE_RULES,
        *answers.LINE_RULES,
        *corrections.LINE_RULES,
    ),
    second=(*catchwords.SECOND, *changes.SECOND),
    about=said_of.SAID_OF,
    last=changes.CLEARED,
    beginnings=beginnings.BEGINNINGS,
    laughter=re.compile(
        r"(?<![a-z])(?:xd+|qq+|orz|www+)(?![a-z])|哈{2,}|嘻{2,}|嗚{2,}|呵{2,}|= ?="
    ),
    slang={
        "窩4": "我是",
        "偶4": "我是",
        "ㄉ": "的",
        "ㄟ": "欸",
        "ㄇ": "嗎",
        "ㄅ": "吧",
        "ㄚ": "啊",
        "ㄛ": "喔",
    },
    clause=GROUND.marks,
    asking=GROUND.asks,
    own=GROUND.persons,
    around=Company(GROUND.supposed, GROUND.reported, GROUND.persons, GROUND.denied, GROUND.past),
    answers=answers.ANSWERS,
    contrast=CONTRAST,
    calendar=CALENDAR,
    promise=PROMISE,
)
