"""What sizes, colours and budgets are of: "想買排汗衣 L號", "登山背包的預算最多五千"."""

from __future__ import annotations

import re

from chat_server.hearing.said_of import SaidOf

from .catchwords import BARE

SAID_OF = SaidOf(
    thing=re.compile(BARE),
    ends=re.compile(r"[。!！?？\n]"),
    cuts=re.compile(r"[,，、;；。!！?？~～\n]|(?<![a-z\d])\s|\s(?![a-z\d])"),
    lead=re.compile(r"(?:我|平常|平時|通常|一般|現在|最近|這次|以前|之前|另外|還有|還|都|新)+"),
    general=re.compile(r"衣服?|東西|裝備"),
    own=re.compile(r"(?:平常|平時|一般|通常|都|一直|本身|習慣|本人|我自己)[^,，。]{0,3}(?:穿|是)|我是? ?穿|腰圍|腳|頭圍|胸圍|手[^套機]|喜歡|最愛|偏好|總共|一共|全部|加起來"),
    joins=re.compile(r"(?:跟|和|與|、|還有|以及|及|&|\+|或|,|，)(?:一?[件雙頂條個支組])?"),
    links=re.compile(r"(?:色系?|號|碼)?的?(?:[一-鿿]{1,4}的)?"),
)  # fmt: skip
