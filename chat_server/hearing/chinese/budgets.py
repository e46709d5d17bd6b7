"""What they will spend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard

from . import numerals
from .numerals import AMOUNT, CURRENCY, PRICED, SPAN
from .words import GROUND, OTHER

_MAX = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_NO_PRICE = re.compile(
    r"運費|免運|折價|折扣|原價|定價|售價|特價|這[件雙個頂條]|那[件雙個頂條]|付了|花了|扣了|刷了|退我|退款|已經付|賣"
)
# Somebody else who buys for themselves.
_WANTS = re.compile(
    rf"(?<![幫給替送為買])(?:{OTHER})[^我,，]{{0,4}}(?:想|要|需要)(?:買|找)[^我]*\Z"
)
_MONEY = But.REPORTED | But.ASKED | But.SUPPOSED
_rule = GROUND.rule


def _budget(heard: Heard) -> Iterator[Statement]:
    group = next((one for one in ("v", "x", "y") if heard.has(one)), None)
    if (
        group is None
        or _WANTS.search(heard.sentence.low[: heard.match.start()])
        or (group != "v" and _NO_PRICE.search(heard.sentence.low[: heard.match.end()]))
    ):
        return
    if heard.has("w"):
        value = numerals.span(heard.match["v"], heard.match["w"])
    elif heard.has("z"):
        value = numerals.span(heard.match["x"], heard.match["z"])
    else:
        value = numerals.amount(heard.match[group])
    if value is not None:
        start, end = heard.place(group)
        yield heard.statement(
            "budget", value, span=(start, heard.place("w")[1] if heard.has("w") else end)
        )


def _spends(heard: Heard) -> Iterator[Statement]:
    if not _NO_PRICE.search(heard.sentence.low[: heard.match.end()]):
        yield from _budget(heard)


def _is_money(heard: Heard) -> bool:
    said = next(heard.match[one] for one in ("v", "x", "y") if heard.has(one))
    around = heard.sentence.low[max(0, heard.match.start() - 12) : heard.match.end() + 4]
    if re.search(
        r"[天日週月年歲號樓分]|小時|公斤|公分|公升",
        heard.sentence.low[heard.match.end() : heard.match.end() + 2],
    ):
        return False
    return (
        re.search(CURRENCY, said) is not None
        or re.search(r"預算|價|花|買|錢|外套|鞋|件|雙|雨衣|背包|帽|毛衣|找|超過|上限|最多", around)
        is not None
    )


RULES = (
    _rule("預算", rf"預算(?:我)?(?:總共|一共|總額|全部|上限|最多|最高|大概|大約|約|差不多|可能|是|為|在|只有|有|抓|設|訂|就|改成|改為|改|提高到|提高|增加到|降到|拉到|調到|不超過|不要超過|控制在|範圍|落在|介於|了|:| )*{_MAX}", _budget, _MONEY, near=True),
    _rule("預算", rf"預算(?:[^,，。!?\d]{{0,8}})?(?:再)?(?:加|提高|拉高|調高|提升|放寬|升|減|降|縮|壓|調)(?:到|成|為|至){_MAX}|預算[^,，。!?\d]{{0,6}}從(?:原本的?|原來的?)? ?{AMOUNT}[^,，。!?\d]{{0,4}}?(?:到|成|為|至) ?(?P<x>{AMOUNT})", _budget, _MONEY, near=True),
    _rule("預算", rf"預算[^,，。!?\d]{{0,10}}[,， ](?:我|應該|大概|差不多|大約|頂多|只有|就|約|抓|最多|最高|想|到)+ ?{_MAX}|{_MAX.replace('<v>', '<x>').replace('<w>', '<z>')}(?:左右)?(?:是|就是|為)(?:我|我們)?(?:的)?預算", _budget, _MONEY, near=True),
    _rule("不想 不能 沒辦法 不打算 不會 不願", rf"(?:不想|不能|沒辦法|不打算|不會|不願意?)(?:花|付|出|買)?(?:到)?超過 ?{_MAX}|(?:不想|不能|沒辦法|不打算)(?:花|付|出)(?:到)? ?(?P<x>{PRICED})以上", _spends, _MONEY, near=True),
    _rule("能 可以 願意 手頭 手邊 身上", rf"(?:我|我們|後來|想想|現在)(?:最多|頂多|大概|目前|應該)?(?:能|可以|願意|只能|打算)(?:出到|出|付到|付|花到|花|負擔|接受|到)(?:的)?(?:金額|價格|價位)?(?:就|只|大概|差不多|最多)?(?:是|有)? ?(?P<v>{PRICED})|(?:手頭|手邊|身上)(?:上)?(?:大概|目前|就|只)*有 ?(?P<x>{PRICED})", _spends, _MONEY, near=True),
    _rule("不超過 低於 不到", rf"(?:不超過|低於|不到) ?(?P<v>{PRICED})的?[^,，。]{{0,8}}(?:哪些|什麼|推薦|有嗎|嗎)", _spends, But.REPORTED | But.SUPPOSED),
    _rule("以內 以下 之內 內", rf"(?P<v>{PRICED})(?:以內|以下|之內|內)(?:的|有|可以|能|買得到)*(?:[^,，。]{{0,8}})?(?:推薦|什麼|哪些|選擇|選|[,，]我?想買|[,，]我要)", _spends, But.REPORTED | But.SUPPOSED),
    _rule("預算", rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?(?:左右|上下|以內)?的?預算", _budget, _MONEY, near=True),
    _rule("有找 以內 以下 之內 內 不超過 不要超過 別超過 最多 最高 低於 不起 上限 頂多 至多", rf"(?:(?:不要?超過|別超過|[出付]不起超過|最多(?:只能|就是|就|只|是)?(?:花|出|付)?|最高|低於|上限(?:是|為|:)?|頂多(?:花)?|至多)(?:到)? ?(?P<v>{AMOUNT})(?!件|雙|天|次|個|號|%|公|歲|人)(?:{SPAN}(?P<w>{AMOUNT}))?|(?P<x>{PRICED})(?:以內|以下|之內|內|有找)|(?<![\d天個])(?P<y>(?:\d{{3,5}}|{numerals.SIGNS}+[百千萬]{numerals.SIGNS}?|\d+[百千萬k]))(?:以內|以下|之內|有找))", lambda heard: _budget(heard) if _is_money(heard) else (), _MONEY | But.OTHERS & ~But.OTHERS),
    _rule("花 抓 出得起 負擔 付", rf"(?:(?:想|打算|願意|可以|能|只想|只能|最多)花|抓(?:個)?|出得起|負擔得起|能負擔)(?:到)?(?:大概|大約|約)? ?{_MAX}", _spends, _MONEY, near=True),
    _rule("出頭 上下 左右", rf"(?P<v>{AMOUNT})(?:出頭|上下|左右)", lambda heard: _spends(heard) if re.search("預算|想買|想找", heard.sentence.low) else (), _MONEY, near=True),
    _rule("到 - ~ 至", rf"(?P<v>{AMOUNT}){SPAN}(?P<w>{PRICED})(?:之間|左右|以內|上下)?(?:的)?(?:都|皆|應該|我都|我)*(?:可以|ok|行|能接受|可接受|接受)", _spends, _MONEY),
    _rule("價格 價位 價錢 之間", rf"(?:價格|價位|價錢|金額)(?:希望|想|大概|落|介於|控制|是|在|約|:)* ?{_MAX}(?:之間|左右|以內|以下)?", _spends, _MONEY, near=True),
)  # fmt: skip
