"""Values put right or replaced: "歹勢打錯!是43才對", "還是藍色好了"."""

from __future__ import annotations

import re

from chat_server.hearing.corrections import CONTACTS, PutRight, Shape, plain_size
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE

from . import numerals
from .calendar import CALENDAR
from .colours import ALONE, as_colour
from .contact import CHANNEL, CHANNELS, PART, PARTS
from .names import is_like_name
from .numerals import PRICED
from .sizes import as_own_size
from .towns import PLACE
from .words import GROUND, SOFT

_OOPS = (
    "(?:打錯|說錯|寫錯|講錯|弄錯|記錯|搞錯|填錯|按錯|看錯|打太快|手滑|更正|修正|改一下|拍謝|sorry|等等|等一下|抱歉|歹勢|不好意思|對不起|哎呀|糟糕|啊|不對|我的意思|改變主意|改變心意|反悔|想了想|想想|想過"
    "|考慮(?:過|了|之後|後)|量了一下|剛量|重新?量|查了一下|再?確認|算了|後來決定|不是啦)(?:了|字|一下|過|後|之後|是|啦|,|，|。|!|！|、|~| )*"
)
_TO = "(?:我|那|應該|其實|還是|才|正確的?|要|想要|穿|住|是|改成|改為|改|換成|換|選|叫|用|到|提高到|加到|的|尺寸|鞋號|訂單|單號|號碼|預算|顏色|信箱|email|電話|手機|名字|生日|日期|:|,|，| )*"
_VALUE = r"(?=[^\s,，。!！])"
_OPENING = (
    rf"(?:^|[,，。!！~ ]){_OOPS}(?:{_OOPS})*(?:不是 ?[^,，。!]{{1,12}}[,，。 ]*(?:而)?)?{_TO}{_VALUE}"
    rf"|(?:^|[,，。!！~ ])(?:那|我|請|幫我|麻煩|不然|欸|不了)*(?:還是|改成|改為|換成|改|換)(?:要|選|穿|用|成|是|到| )*{_VALUE}"
    rf"|(?:^|[,，。!！~ ])不是 ?[^,，。!]{{1,12}}[,，。 ]+(?:而|應該|其實)?是 ?{_VALUE}"
)
_OVER = rf"(?:號|碼|的|系)?(?:才對|才是|比較好|好了|就好|為主|左右|以內|謝謝|感謝|{SOFT}|[ ~])*(?:[,，。!！~]|\Z|\n|不是)"


def _name(said: str) -> str | None:
    return said if is_like_name(said) else None


_SHAPES = (
    *CONTACTS,
    Shape("budget", re.compile(rf"(?P<v>{PRICED})"), numerals.amount),
    Shape("colour", re.compile(rf"(?P<v>{ALONE})"), as_colour),
    Shape("size", re.compile(rf"(?P<v>{SIZE})"), plain_size(as_own_size)),
    Shape("preferred_channel", re.compile(CHANNEL), CHANNELS.get),
    Shape("preferred_hour", re.compile(PART), PARTS.get),
    Shape("home", re.compile(PLACE), str),
    Shape("name", re.compile("(?P<v>[一-鿿]{2,3})"), _name),
)
LINE_RULES = (
    LineRule(
        frozenset("拍謝 sorry 錯 太快 手滑 更正 修正 改 等等 等一下 抱歉 歹勢 不好意思 對不起 哎呀 糟糕 啊 不對 意思 主意 心意 反悔 想了 想想 想過 考慮 量 查了 確認 算了 後來 不是 還是 換".split()),  # noqa: SIM905
        PutRight(re.compile(_OPENING), re.compile(_OVER), re.compile(rf"[?]|{GROUND.asks.pattern}"), _SHAPES, CALENDAR),
    ),
)  # fmt: skip
