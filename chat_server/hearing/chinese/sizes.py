"""What they wear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, Take
from chat_server.hearing.sizes import SIZE, as_size
from chat_server.hearing.takes import SURE, UNSURE

from .words import GROUND

WORDED = {
    "特大號": "XL", "加大": "XL", "大號": "L", "大尺碼": "L", "中號": "M", "小號": "S", "特小號": "XS", "大": "L", "中": "M", "小": "S",
}  # fmt: skip
_WORDS = "特大號|大號|中號|小號|特小號"
SAID = rf"(?:寬版的?|寬楦的?|歐碼|歐規|美碼|美規)?(?P<v>(?:{_WORDS})|\d{{2}}號半|{SIZE})(?:號半|號|碼|码|的)?"
_CLOTHES = (
    r"(?:上衣|衣服|外套|褲子|長褲|鞋子?|靴子?|襪子|帽子|手套|t恤|毛衣|雨衣|雨褲|登山鞋|戒指|褲)"
)
_TOP = re.compile(rf"(?P<thing>{_CLOTHES})(?:(?!{_CLOTHES})[^,，。;]){{0,4}}\Z")
_SEVERAL = re.compile(rf"{_CLOTHES}")


# 12/24 is Christmas Eve.
_A_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:[0-2]?\d|3[01])")


def as_own_size(low: str) -> str | None:
    """M號 → M, 大號 → L."""
    said = low.strip()
    if _A_DAY.fullmatch(said):
        return None
    if said in WORDED:
        return WORDED[said]
    if said.endswith("半"):
        return as_size(said.removesuffix("半").removesuffix("號") + ".5")
    return as_size(said.removesuffix("號").removesuffix("碼"))


def _size(confidence: float = SURE) -> Take:
    def take(heard: Heard) -> Iterator[Statement]:
        value = as_own_size(heard.match["v"])
        if _FORMERLY.search(GROUND.clause(heard).before) and not heard.has("not"):
            return
        if re.search("腳的?長", heard.match[0]) and re.fullmatch(r"2\d(?:\.\d)?", heard.match["v"]):
            return  # centimetres
        if value is None or (heard.match["v"][0].isdigit() and not _is_size_number(heard)):
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
    if not heard.has("v"):
        return None
    worn = re.match(rf"(?:號|碼)?的?(?P<thing>{_CLOTHES})", low[heard.match.end("v") :])
    if worn is not None and not _TOP.search(low, 0, heard.match.start("v")):
        return worn["thing"]
    if len({one.group() for one in _SEVERAL.finditer(low)}) < 2:  # noqa: PLR2004 - two things
        return None
    found = _TOP.search(low, 0, heard.match.start("v"))
    return found["thing"] if found else None


# What was worn then.
_FORMERLY = re.compile("去年|前年|當兵|學生時|年輕時")
_OWN_SIZE = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED | But.PAST
_rule = GROUND.rule


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
        "收到|結果|卻|寄來|來了|你們[給寄送]", heard.sentence.low
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


_END = rf"(?=[,.，。!！~\s]|$|{_CLOTHES}|就|吧|[啦喔欸]|謝謝|比較|才)"
_NOW = r"(?:現在|目前|如今|這次|後來)"


def _worn(heard: Heard) -> Iterator[Statement]:
    """A size by itself beside a word for clothes or for fitting: digits only as the sizes of shoes."""
    for group, ended in (("v", False), ("x", False), ("w", True)):
        value = as_own_size(heard.match[group]) if heard.has(group) else None
        if value is not None and (not value.isdigit() or 33 < int(value) < 50):  # noqa: PLR2004 - shoes
            yield heard.statement(
                "size", value, span=heard.place(group), subject=_thing(heard), ended=ended
            )


def _waist(heard: Heard) -> Iterator[Statement]:
    for one in _worn_as(heard):
        yield replace(one, subject="褲子")


def _worn_as(heard: Heard) -> Iterator[Statement]:
    value = as_own_size(heard.match["v"])
    if value is not None:
        yield heard.statement("size", value, span=heard.place())


RULES = (
    _rule("買 拿 選 訂 挑", rf"(?:我|衣服|{_CLOTHES})(?:我)?(?:都|通常|一向|一律|平常|習慣|一般)+(?:是)?(?:買|拿|選|訂|挑) ?{SAID}{_END}", _worn, _OWN_SIZE, near=True),
    _rule("上衣 衣服 外套 褲 鞋 靴 襪 帽 手套 t恤 毛衣 雨衣 戒指", rf"(?:^|[,，、 ]|我|我的|要|(?<=[smlx\d])){_CLOTHES}(?:的)?(?:尺寸|尺碼|號碼)?(?:我)?(?:是|要|選|大概|一般|通常|都|則|則是|就)* ?{SAID}{_END}", _worn, _OWN_SIZE, near=True),
    _rule("平常 一般 通常 平時", rf"我(?:平常|一般|通常|平時)(?:都)?是 ?{SAID}{_END}", _worn, _OWN_SIZE, near=True),
    _rule("戴", rf"(?:手套|帽子|毛帽|戒指)?(?:我)(?:都|是|要|平常)*戴(?:的是|到)? ?{SAID}{_END}", _worn, _OWN_SIZE, near=True),
    _rule("適合 剛好 正好 合身 最合 沒錯", rf"(?:我|比較|應該)+適合(?:穿)? ?{SAID}{_END}|{SAID.replace('<v>', '<x>')}(?:對我)?(?:來說)?(?:的)?(?:我穿)?(?:才)?(?:剛好|剛剛好|正好|最剛好|最合|比較合身|最合身)(?!嗎|有)", _worn, _OWN_SIZE, near=True),
    _rule("穿不下 穿不了 太緊 不合身 不能穿 塞不下 太小 太大", rf"{SAID.replace('<v>', '<w>')}(?:我)?(?:已經|都|現在)*(?:穿不下|穿不了|塞不下|不能穿)了?", _worn, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("腰", r"(?:褲子|長褲|短褲|牛仔褲|登山褲)?我(?:都|平常|是)*穿 ?(?P<v>2[4-9]|3\d|4[0-4])(?=腰|吋腰)", _worn, _OWN_SIZE, near=True),
    _rule("太緊 有點緊 太大 太小 想換", r"(?:太|有點|偏|好|很)(?:緊|小|大|鬆|短|長)了?[,，]?(?:所以)?(?:我)?想(?:要)?換(?:成|到|穿)?(?P<v>(?:xs|s|m|l|x{1,3}l|[2-5]xl)(?![a-z])|\d{2}(?=號)|大號|中號|小號)(?:號)?(?!嗎)", _worn, _OWN_SIZE & ~But.ASKED, near=True),
    _rule("換 改 升 要 得 變", rf"{_NOW}(?:我)?(?:都|得|該|只能|已經|應該|變成?)*(?:要|是|改|換|得)(?:穿|買|選|拿|成|到)* ?{SAID}{_END}|(?:^|[,，])(?:只好|得|要|所以)?(?:換|改|升)(?:成|穿|買|到|拿)*(?P<x>{_WORDS}|\d{{2}}(?:\.5)?(?=號)|[2-5]?x{{0,3}}[sml])(?:號)?{_END}", _worn, _OWN_SIZE, near=True),
    _rule("以前 之前 去年 原本 本來", r"(?:以前|之前|去年|原本|本來)(?:都|我|買|拿|選)*是? ?(?P<w>(?:xs|s|m|l|x{1,3}l|[2-5]xl)(?![a-z]))(?:號)?(?=[,，。 ])", _worn, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("不是", rf"(?<![一-鿿])不是 ?(?P<w>{SIZE})(?:號|碼)?[,， ]*(?:而)?(?:應該)?是 ?(?P<v>{SIZE})(?:號|碼)?(?:才對|啦|喔|才是)?{_END}|(?:^|[,，。 ])(?:應該)?是 ?(?P<x>{SIZE})(?:號|碼)?[,， ]*不是 ?{SIZE}(?:號|碼)?{_END}", _worn, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("歐碼 歐規", r"(?:歐碼|歐規)(?:是|穿|大概|約)* ?(?P<v>3[4-9](?:\.5)?|4[0-9](?:\.5)?)(?=[,，。號\s]|$)", _worn, _OWN_SIZE, near=True),
    _rule("腰圍", r"腰圍(?:是|大概|約|要|:)* ?(?P<v>2[2-9]|3\d|4[0-4])(?:吋|腰)?(?=[,，。\s]|$|的)", _waist, _OWN_SIZE, near=True),
    _rule("所以", r"所以(?:我)?(?:都)?(?:是|要|穿|選)(?P<v>3[4-9](?:\.5)?|4[0-9](?:\.5)?)(?=[,，。\s號]|$)", lambda heard: _worn(heard) if re.search("[鞋靴腳]", heard.sentence.low) else (), _OWN_SIZE, near=True),
    _rule("才對 才是", rf"我?(?:應該)?(?:要|是|穿|選|買)(?:到)? ?{SAID}才(?:對|是)", _worn, _OWN_SIZE & ~But.ASKED, near=True),
    _rule("應該 大概 可能 好像", rf"我(?:大概|應該|可能|好像)(?:就)?(?:是|要|適合) ?(?P<v>{SIZE})(?:號|碼)?(?!才[對是]){_END}", _size(UNSURE), _OWN_SIZE & ~But.ASKED),
    _rule("穿 尺寸 尺碼 鞋號 腳 size 鞋碼", rf"(?<!他)(?<!她)(?:(?:改|都|要|現在|目前|該|可以|現在|自己|我|平常|通常|平時|一般|習慣|向來|只|固定|是|的)*穿(?:到|的是|的)?|(?:我的?|我自己的?|平常的?)?(?:尺寸|尺碼|鞋號|鞋碼|衣服尺寸|腳(?:的?長)?|腳長|size|鞋子)(?:的話|方面我?)?(?:是|穿|為|大概|應該|選|要|:|改成|都)*)(?:上衣|褲子|鞋子?|外套|衣服)?(?:大概|應該|可能|大約|好像)?(?:是)? ?{SAID}(?!元|塊|%|\d| ?(?:跟|和|與) ?{SIZE})", _size(), _OWN_SIZE, near=True),
    _rule("說 覺得", rf"(?:說|覺得|建議)我(?:可能|應該|該|大概|適合|要|可以|是)*(?:穿|買|選)?(?:到)? ?{SAID}(?!\d)", lambda heard: _size(UNSURE)(heard) if not re.search(r"(?:他|她|你們?|客服|店員|網站)[^,，。]{0,4}\Z", heard.sentence.low[: heard.match.start()]) or "我覺得" in heard.match[0] else (), But.SUPPOSED | But.ASKED, near=True),
    _rule("瘦 胖 夠 可以 剛好 合身", rf"(?:我)?(?:變|又|最近)*(?:瘦|胖)了?[^,，。]{{0,6}}[,， ](?:所以|現在|應該)*(?:穿|買|要)? ?{SAID}(?:就|應該)?(?:可以|夠|好|行|ok)|(?:^|[,，])(?:應該|我覺得|大概|可能){SAID.replace('<v>', '<w>')}(?:就)?(?:可以|夠|ok|行)|{SAID.replace('<v>', '<x>')}對我來說(?:剛好|最合|正好)|我穿起來{SAID.replace('<v>', '<y>')}(?:最|剛好|比較)", _fits, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("不是", rf"(?:尺寸|尺碼|穿的?)不是 ?(?P<w>{SIZE})(?:號|碼)?[,， ]*(?:而|應該)?是 ?{SAID}", _not_but, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("穿", rf"{_CLOTHES}(?:我)?(?:都|是|要|通常)?穿 ?{SAID}", _size(), _OWN_SIZE, near=True),
    _rule("以前 之前 過去 本來 原本", rf"(?P<not>(?:以前|之前|過去|本來|原本)(?:都|是)?穿) ?{SAID}", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("不穿 不是穿 穿不下 穿不了", rf"(?P<not>(?:已經|現在)?不(?:是)?穿|穿不下|穿不了)(?:了)? ?{SAID}", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("號 碼 的 m l s xl xs 码", rf"(?:我是|我(?:都|通常|平常|一律)?(?:買|訂|拿|選)(?!了|到)) ?(?P<v>{_WORDS}|{SIZE})(?:號|碼|码|的)(?!公司|人|天)", _size(), _OWN_SIZE),
    _rule("號 碼 尺寸 size 码 要 拿 給我 訂 的", rf"(?<!不)(?<!有沒有)(?:一向|向來|一律|都)?(?:想要|想買|要(?!不要)|需要|(?<=向)選|(?<=我都)選|訂(?!單|的)|買(?!的|了)|找|(?<!們)(?<!你)(?<!卻)給我|拿|改成|換成|改拿|選)(?:一?[件雙個頂])?(?:[^,.，。!?？路街巷段\d]{{0,10}}?(?=(?:特大號|大號|中號|小號|\d|[smlx]|[23]xl)))?(?:尺寸)?(?<![a-z])(?P<v>{_WORDS}|{SIZE})(?:號|碼|码|的|(?=[,，。!~]|$|吧|就|謝謝))(?!碼|錢|預算)", _ordered, _OWN_SIZE),
    _rule("號 碼 s m l", rf"(?:^|[,，、 ])(?P<v>(?!\d{{3}}){SIZE}|{_WORDS})(?:號|碼)?(?=就好|謝謝|好了|即可)|(?:^|[,，、 ])(?P<w>(?!\d{{3}}){SIZE}|{_WORDS})(?:號|碼)(?=[,，。.!]|$)|(?<=[,，、 ])(?P<x>xs|s|m|l|x{{1,3}}l|[2-5]xl)(?=[,，。!]|$)", _listed, _OWN_SIZE),
    _rule("大概 應該 好像 可能", rf"(?:^|[,，])(?:我)?(?:大概|應該|好像|可能)(?:是)?(?P<v>{SIZE})(?:號|碼|吧|[,，])", lambda heard: _size(UNSURE)(heard) if not heard.match["v"].isdigit() or heard.line.asked == "size" or re.match("3[4-9]|4[0-8]", heard.match["v"]) else (), _OWN_SIZE & ~But.ASKED),
)  # fmt: skip
