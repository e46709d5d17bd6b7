"""What they will spend, and what they wear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, Take
from chat_server.hearing.sizes import SIZE, as_size
from chat_server.hearing.takes import SURE, UNSURE

from . import numerals
from .numerals import AMOUNT, CURRENCY, PRICED, SPAN
from .words import GROUND

WORDED = {
    "特大號": "XL", "加大": "XL", "大號": "L", "大尺碼": "L", "中號": "M", "小號": "S", "特小號": "XS", "大": "L", "中": "M", "小": "S",
}  # fmt: skip
_WORDS = "特大號|大號|中號|小號|特小號"
SAID = rf"(?P<v>(?:{_WORDS})|\d{{2}}號半|{SIZE})(?:號半|號|碼|码|的)?"
_MAX = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_NO_PRICE = re.compile(
    r"運費|免運|折價|折扣|原價|定價|售價|特價|這[件雙個頂條]|那[件雙個頂條]|付了|花了|扣了|刷了|退我|退款|已經付|賣"
)
_CLOTHES = (
    r"(?:上衣|衣服|外套|褲子|長褲|鞋子?|靴子?|襪子|帽子|手套|t恤|毛衣|雨衣|雨褲|登山鞋|戒指|褲)"
)
_TOP = re.compile(rf"(?P<thing>{_CLOTHES})[^,，。;]{{0,4}}\Z")
_SEVERAL = re.compile(rf"{_CLOTHES}")


def as_own_size(low: str) -> str | None:
    """M號 → M, 大號 → L."""
    said = low.strip()
    if said in WORDED:
        return WORDED[said]
    if said.endswith("號半"):
        return as_size(said.removesuffix("號半") + ".5")
    return as_size(said.removesuffix("號").removesuffix("碼"))


def _size(confidence: float = SURE) -> Take:
    def take(heard: Heard) -> Iterator[Statement]:
        value = as_own_size(heard.match["v"])
        if value is None or (heard.match["v"].isdigit() and not _is_size_number(heard)):
            return
        yield heard.statement(
            "size", value, span=heard.place(), confidence=confidence,
            subject=_thing(heard), ended=heard.has("not"),
        )  # fmt: skip

    return take


def _is_size_number(heard: Heard) -> bool:
    """Whether what stands behind is no measure of something else."""
    return not re.match(
        r" ?(?:[件雙頂個條元塊天年月日歲樓點腰吋腰]|公分|cm|公斤|kg|%)",
        heard.sentence.low[heard.match.end("v") :],
    )


def _thing(heard: Heard) -> str | None:
    """Of which thing, where several have each their size."""
    low = heard.sentence.low
    if len({one.group() for one in _SEVERAL.finditer(low)}) < 2:  # noqa: PLR2004 - two things
        return None
    found = _TOP.search(low, 0, heard.match.start("v"))
    return found["thing"] if found else None


def _budget(heard: Heard) -> Iterator[Statement]:
    group = next((one for one in ("v", "x", "y") if heard.has(one)), None)
    if group is None or (
        group != "v" and _NO_PRICE.search(heard.sentence.low[: heard.match.end()])
    ):
        return
    if heard.has("w"):
        value = numerals.span(heard.match["v"], heard.match["w"])
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


_OWN_SIZE = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED | But.PAST
_MONEY = But.REPORTED | But.ASKED | But.SUPPOSED
_rule = GROUND.rule


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


def _ordered(heard: Heard) -> Iterator[Statement]:
    said = heard.match["v"]
    behind = heard.sentence.low[heard.match.end("v") :]
    if re.search(
        "[這那][件雙款頂條]",
        heard.sentence.low[max(0, heard.match.start() - 5) : heard.match.end()],
    ):
        return
    if said.isdigit() and not (behind.startswith(("號", "碼")) and 20 < int(said) < 60):  # noqa: PLR2004 - shoes
        return
    if re.match(r"號[^,，。]{0,4}(?:到|前|出發|收)", behind) or re.search(
        "收到|結果|卻|寄來|來了", heard.sentence.low
    ):
        return
    yield from _size()(heard)


def _fits(heard: Heard) -> Iterator[Statement]:
    """What goes round them as they say: digits only as the sizes of shoes."""
    group = next(one for one in ("v", "w", "x", "y") if heard.has(one))
    value = as_own_size(heard.match[group])
    if value is not None and (not value.isdigit() or 33 < int(value) < 50):  # noqa: PLR2004 - shoes
        yield heard.statement("size", value, span=heard.place(group))


def _not_but(heard: Heard) -> Iterator[Statement]:
    """One size in place of another."""
    for group, ended in (("w", True), ("v", False)):
        value = as_own_size(heard.match[group])
        if value is not None:
            yield heard.statement("size", value, span=heard.place(group), ended=ended)


def _listed(heard: Heard) -> Iterator[Statement]:
    group = next(one for one in ("v", "w", "x") if heard.has(one))
    if group == "x" and not re.search(
        "想|要|找|買|訂|拿", heard.sentence.low[: heard.match.start()]
    ):
        return
    value = as_own_size(heard.match[group])
    if value is None or (heard.match[group].isdigit() and int(heard.match[group]) < 20):  # noqa: PLR2004 - days
        return
    yield heard.statement("size", value, span=heard.place(group))


RULES = (
    _rule("預算", rf"預算(?:我)?(?:上限|最多|最高|大概|大約|約|差不多|可能|是|為|在|只有|有|抓|設|訂|就|改成|改為|改|提高到|提高|增加到|降到|拉到|調到|不超過|不要超過|控制在|範圍|落在|介於|了|:| )*{_MAX}", _budget, _MONEY, near=True),
    _rule("預算", rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?(?:左右|上下|以內)?的?預算", _budget, _MONEY, near=True),
    _rule("以內 以下 之內 內 不超過 不要超過 別超過 最多 最高 低於 不起 上限 頂多 至多", rf"(?:(?:不要?超過|別超過|[出付]不起超過|最多(?:只能|只)?(?:花|出|付)?|最高|低於|上限(?:是|為|:)?|頂多(?:花)?|至多)(?:到)? ?(?P<v>{AMOUNT})(?!件|雙|天|次|個|號|%|公|歲|人)(?:{SPAN}(?P<w>{AMOUNT}))?|(?P<x>{PRICED})(?:以內|以下|之內|內|有找)|(?<![\d天個])(?P<y>(?:\d{{3,5}}|{numerals.SIGNS}+[百千萬]{numerals.SIGNS}?|\d+[百千萬k]))(?:以內|以下|之內|有找))", lambda heard: _budget(heard) if _is_money(heard) else (), _MONEY | But.OTHERS & ~But.OTHERS),
    _rule("花 抓 出得起 負擔 付", rf"(?:(?:想|打算|願意|可以|能|只想|只能|最多)花|抓(?:個)?|出得起|負擔得起|能負擔)(?:到)?(?:大概|大約|約)? ?{_MAX}", _spends, _MONEY, near=True),
    _rule("價格 價位 價錢 之間", rf"(?:價格|價位|價錢|金額)(?:希望|想|大概|落|介於|控制|是|在|約|:)* ?{_MAX}(?:之間|左右|以內|以下)?", _spends, _MONEY, near=True),
    # Sizes
    _rule("穿 尺寸 尺碼 鞋號 腳 size 鞋碼", rf"(?<!他)(?<!她)(?:(?:改|都|要|現在|目前|該|可以|現在|自己|我|平常|通常|平時|一般|習慣|向來|只|固定|是|的)*穿(?:到|的是|的)?|(?:我的?|我自己的?|平常的?)?(?:尺寸|尺碼|鞋號|鞋碼|衣服尺寸|腳(?:的?長)?|腳長|size|鞋子)(?:的話|方面我?)?(?:是|穿|為|大概|應該|選|要|:|改成|都)*)(?:上衣|褲子|鞋子?|外套|衣服)?(?:大概|應該|可能|大約|好像)?(?:是)? ?{SAID}(?!元|塊|%|\d)", _size(), _OWN_SIZE, near=True),
    _rule("說 覺得", rf"(?:說|覺得|建議)我(?:可能|應該|該|大概|適合|要|可以|是)*(?:穿|買|選)?(?:到)? ?{SAID}(?!\d)", lambda heard: _size(UNSURE)(heard) if not re.search(r"(?:他|她|你們?|客服|店員|網站)[^,，。]{0,4}\Z", heard.sentence.low[: heard.match.start()]) or "我覺得" in heard.match[0] else (), But.SUPPOSED | But.ASKED, near=True),
    _rule("瘦 胖 夠 可以 剛好 合身", rf"(?:我)?(?:變|又|最近)*(?:瘦|胖)了?[^,，。]{{0,6}}[,， ](?:所以|現在|應該)*(?:穿|買|要)? ?{SAID}(?:就|應該)?(?:可以|夠|好|行|ok)|(?:^|[,，])(?:應該|我覺得|大概|可能){SAID.replace('<v>', '<w>')}(?:就)?(?:可以|夠|ok|行)|{SAID.replace('<v>', '<x>')}對我來說(?:剛好|最合|正好)|我穿起來{SAID.replace('<v>', '<y>')}(?:最|剛好|比較)", _fits, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("不是", rf"(?:尺寸|尺碼|穿的?)不是 ?(?P<w>{SIZE})(?:號|碼)?[,， ]*(?:而|應該)?是 ?{SAID}", _not_but, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("穿", rf"{_CLOTHES}(?:我)?(?:都|是|要|通常)?穿 ?{SAID}", _size(), _OWN_SIZE, near=True),
    _rule("以前 之前 過去 本來 原本", rf"(?P<not>(?:以前|之前|過去|本來|原本)(?:都|是)?穿) ?{SAID}", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("不穿 不是穿 穿不下 穿不了", rf"(?P<not>(?:已經|現在)?不(?:是)?穿|穿不下|穿不了)(?:了)? ?{SAID}", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("號 碼 的 m l s xl xs 码", rf"(?:我是|我(?:都|通常|平常|一律)?(?:買|訂|拿|選)(?!了|到)) ?(?P<v>{_WORDS}|{SIZE})(?:號|碼|码|的)(?!公司|人|天)", _size(), _OWN_SIZE),
    _rule("號 碼 尺寸 size 码 要 拿 給我 訂 的", rf"(?<!不)(?<!有沒有)(?:一向|向來|一律|都)?(?:想要|想買|要(?!不要)|需要|(?<=向)選|(?<=我都)選|訂(?!單|的)|買(?!的|了)|找|給我|拿|改成|換成|改拿|選)(?:一?[件雙個頂])?(?:[^,.，。!?？路街巷段\d]{{0,10}}?(?=(?:特大號|大號|中號|小號|\d|[smlx]|[23]xl)))?(?:尺寸)?(?<![a-z])(?P<v>{_WORDS}|{SIZE})(?:號|碼|码|的|(?=[,，。!~]|$|吧|就|謝謝))(?!碼|錢|預算)", _ordered, _OWN_SIZE),
    _rule("號 碼 s m l", rf"(?:^|[,，、 ])(?P<v>(?!\d{{3}}){SIZE}|{_WORDS})(?:號|碼)?(?=就好|謝謝|好了|即可)|(?:^|[,，、 ])(?P<w>(?!\d{{3}}){SIZE}|{_WORDS})(?:號|碼)(?=[,，。.!]|$)|(?<=[,，、 ])(?P<x>xs|s|m|l|x{{1,3}}l|[2-5]xl)(?=[,，。!]|$)", _listed, _OWN_SIZE),
    _rule("大概 應該 好像 可能", rf"(?:^|[,，])(?:我)?(?:大概|應該|好像|可能)(?:是)?(?P<v>{SIZE})(?:號|碼|吧|[,，])", lambda heard: _size(UNSURE)(heard) if not heard.match["v"].isdigit() or heard.line.asked == "size" or re.match("3[4-9]|4[0-8]", heard.match["v"]) else (), _OWN_SIZE & ~But.ASKED),
)  # fmt: skip
