"""Lines of catchwords: "外套M 褲子32 要找軟殼褲 黑的 佩珊"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.catchwords import Piece, Stance, Stances, pieces
from chat_server.hearing.colours import ENGLISH as ENGLISH_COLOURS
from chat_server.hearing.contact_details import as_order_number
from chat_server.hearing.engine import AS_CORRECTION
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE
from chat_server.hearing.takes import LIKELY, UNSURE
from chat_server.hearing.text import Line

from . import names
from .colours import ALONE, as_colour
from .nouns import NOUN
from .sizes import as_own_size
from .words import GROUND, KIN, SOFT

_SPACE = r"(?<![a-z])\s+|\s+(?![a-z])"
_CUT = re.compile(
    rf"(?:[,。，;；!！?？~～…、\n]|\.(?!\d)|{_SPACE})+|(?<=.)(?:可是|但是|不過|而且|然後|另外)"
)
_CUTTHINGS = re.compile(
    rf"(?:[,。，;；!！?？~～…\n]|\.(?!\d)|{_SPACE})+|(?<=.)(?:可是|但是|不過|而且|然後|另外)"
)
# Signs that end the words before a thing, as nothing a thing is called by holds them.
_NO_PART = "塞進放裝能推薦想要買找需訂換添購入手帶弄挑選看穿用戴我你妳您他她它們的了是有在這那件雙頂個條款台支一兩二三四五六七八九十幾很超好都也還就可跟和與或給送幫對為把被不沒別又再最真去到從說問請先等後前今明天色家店貨只本各每某哪什麼些嗎呢吧啊喔啦欸耶因所以如果而且但讓叫收寄退時候年月日號週搭配貴便宜大小"
_HEADS = "外套|背心|短袖|長袖|護膝|護腕|護肘|毛巾|頭巾|水壺|背包|衣|褲|裙|鞋|靴|帽|襪|包|毯|杯|杖|帳|袋|墊|燈"
_SHORT = "褲|裙|鞋|靴|帽|襪|衣|包"
_ENGLISH = r"(?:[a-z]+ ){0,2}(?:jackets?|parkas?|windbreakers?|softshells?|sweaters?|fleeces?|hoodies?|tees?|shirts?|trousers|pants|shorts|leggings|boots?|shoes?|sneakers|sandals|hats?|beanies?|caps?|gloves|mittens|socks|blankets?|backpacks?|mugs?|tents?|vests?|coats?|scarf|raincoats?)"
BARE = rf"(?P<v>(?:(?![{_NO_PART}])[一-鿿]){{0,4}}?(?:{NOUN})|(?:(?![{_NO_PART}])[一-鿿]){{1,4}}?(?:{_HEADS})|護膝|護腕|{_ENGLISH}(?![a-z]))"
THING = rf"(?<![a-z]那[件雙頂條個款]){BARE}(?![一-鿿]?[櫃架店]|的(?:尺|大小|顏色|號|問題|[一-鿿]{{0,3}}(?:{NOUN})))"
_COUNT = r"(?:[一兩二三四五六七八九十\d]{0,3}[件雙頂個條款台支副把張組套床]|一|幾[件雙頂個條])?"
_GET = "(?:買|找|弄|帶|訂|添購?|入手|換|看|敗|搞|收|挑|購|回購|選|order|試)"
_NOT = "(?<![不沒別甭])"
_WANTS = rf"(?:{_NOT}想(?:要)?(?:一次|先|再|順便|另外|多)+{_GET}|{_NOT}想(?:要|{_GET})|{_NOT}要(?:{_GET}|(?=[一兩二三四五\d件雙頂條]|新)|送)|正?在找|{_NOT}需要|(?:先|再|幫我|給我)來(?=[一兩二三四五\d件雙頂條])|求推薦|{_NOT}考慮(?:買|入手)|(?:打算|準備|預計|決定|計畫)(?:再|要)?{_GET}|添購|{_NOT}想說{_GET}?)"
_STANCES = Stances(
    ground=GROUND,
    thing=re.compile(THING),
    cut=_CUTTHINGS,
    joins=re.compile(rf"(?:跟|和|與|、|還有|以及|及|&|\+|或){_COUNT}(?:新的)?"),
    stances=(
        Stance(
            "product_owned",
            behind=re.compile(
                r"(?:我|已經|上(?:個?禮拜|週|個月)|昨天|前陣子|去年|都|早就|最近|後來|被我|就)*(?:賣掉?|送(?:人|出去|給[^,，。]{1,5}?)|捐(?:掉|出去)?|丟(?:掉)?|轉賣|淘汰)(?:掉)?了"
            ),
            ended=True,
        ),
        Stance(
            "product_interest",
            before=re.compile(r"(?:不要|不用|不買|不想買|不找|取消|不需要)(?:那[件雙頂個條])?\Z"),
            behind=re.compile(
                rf"(?:那[件雙頂條個]|的話)?(?:我|就|也|先|暫時|應該|都|那)*(?:(?:不用|不要|不買|不考慮|不需要|先不)(?:買|要)?(?:了|{SOFT}|$)|緩緩|緩一緩|暫緩|不急|(?:晚點|之後|下次|改天)再(?:說|買|看))"
            ),
            ended=True,
        ),
        Stance(
            "product_disliked",
            behind=re.compile(
                r"[^,，。]{0,10}?(?:不(?:太|怎麼|是很|再)?(?:喜歡|愛)(?!不)|討厭|受不了)"
            ),
            before=re.compile(
                r"(?:不(?:太|怎麼|是很)?(?:喜歡|愛)|討厭|受不了)(?:穿|戴|用)?(?:你們的?|那[件雙頂條個款])?\Z"
            ),
        ),
        Stance(
            "product_liked",
            behind=re.compile(
                r"(?:[^,，。不沒想要]{0,6}?)(?:超級?|很|最|好|真的|都)+(?:喜歡|愛)(?!不)|我愛死"
            ),
            before=re.compile(
                r"(?:超級?|很|最|好|真的|都)(?:喜歡|愛)(?:穿|戴|用)?(?:你們(?:家)?的?|那[件雙頂條個款])?\Z"
            ),
        ),
        Stance(
            "product_owned",
            behind=re.compile(
                r"(?:我|家裡|自己)*(?:已經|早就|都)+(?:有了|買過|有[一兩二三\d][件雙頂條個])|我有了"
            ),
        ),
        Stance(
            "product_interest",
            behind=re.compile(
                rf"(?:那[件雙頂條個款]|的|還有嗎|有嗎|這邊)?(?:(?:我|也|都|還是|還|就|有點|其實|很|蠻)*{_NOT}(?:想(?:再)?(?:要|{_GET})|要(?:再)?(?:{_GET}(?!大|小|半)|一))|(?:我|也|還|都)+要(?!買[大小半]|[不怎求看多退換說去先被])|(?:好了|就好)(?=$|{SOFT})|(?:對我)?比較(?:急|需要|重要)|我更(?:需要|想要)|{_NOT}需要[一兩二三\d])"
            ),
            before=re.compile(
                rf"{_WANTS}[^,，。我你他她不沒]{{0,10}}?\Z|(?:想|要|打算|準備)(?:買(?:來)?)?送(?:給)?(?:他|她|{KIN})?們?{_COUNT}\Z|(?:那我?就?|那我|還是)換{_COUNT}\Z|(?:想|要)(?:再)?(?:幫|替|為|給)我?[一-鿿]{{1,4}}?{_GET}{_COUNT}(?:[^,，。]{{0,6}}的)?\Z|\A\s*(?:我|來|先)?找{_COUNT}\Z"
            ),
        ),
    ),
    alone=(
        (
            "product_interest",
            re.compile(
                rf"(?:那|請)?(?:再|多|給我)來[一兩二三四五\d]+[件雙頂條張個組支套](?:{ALONE}的?)?{SOFT}*"
            ),
        ),
        (
            "product_interest",
            re.compile(
                rf"(?:所以|那)?(?:我自己|自己|我|也|就|很|還)*(?:想|要)(?:再)?(?:買|訂|帶|入手|回購|要(?=[一兩]))(?:[一兩二三四五\d]+[件雙頂條張個組支套床])?(?:新的)?{SOFT}*"
            ),
        ),
        (
            "product_disliked",
            re.compile(
                rf"我?(?:真的|很|超|已經|現在|一點(?:也|都)|完全|根本|都|也|變得?)*(?:不(?:太|怎麼|是很)?(?:喜歡|愛)|討厭)了?{SOFT}*"
            ),
        ),
        ("product_liked", re.compile(rf"我?(?:真的|超級?|很|好|最)+(?:喜歡|愛){SOFT}*")),
    ),
    plans=frozenset({"打算"}),
    dropped=re.compile(
        rf"(?:所以|那|就|先|我|也|現在|應該|暫時|都|已經)*(?:不用|不要|不買|不需要|不考慮|不找)(?:再)?(?:買|找)?了{SOFT}*"
    ),
    denied=re.compile(r"(?:沒有?|不是|並不|不會|不用)[^,，。]{0,2}(?:想|要)[^,，。]{0,3}\Z"),
    nothing=re.compile(
        r"壞|破(?!表|費)|裂|斷(?!貨)|脫線|漏水|寄|收到|退|送到|送達|訂單|單號|換貨|瑕疵|還沒到|幾號|多少錢|\d{5}|客服|洗"
    ),
)


# Sizes.
_CLOTHES = rf"(?:{THING.replace('(?P<v>', '(?:')}|鞋子?|褲子?|上衣|衣服|靴子?)"
_SIZED = re.compile(
    rf"(?:喔|啊|對了|那|然後|還有|不對|嗯|算了|好啦|抱歉|等等|一[件雙頂條])*(?P<thing>{_CLOTHES})?(?:的)?(?:尺寸|尺碼|號碼|size)?(?P<own>(?:我看|我想|我自己|本人|自己|我|平常|大概|應該|都|就|要|是|穿|現在|後來|發現|則|還是|改|換|成|只|也|選|拿|腰圍|腰|:| )*)"
    rf"(?<![a-z])(?P<v>(?:us|eu|uk) ?\d{{1,2}}(?:\.5)?|{SIZE}|特大號|大號|中號|小號)(?P<unit>號半|號|碼|吋腰|腰|吋|的)?(?P<tail>(?:了|吧|啦|喔|啊|囉|耶|的|好了|就好|謝謝|才好走|剛好|才對|才合|比較合|才行|才穿得下)*)"
)
_BECAME = re.compile(
    rf"(?:瘦|胖|變|吃|練|升|肥)[^,，。\d]{{0,4}}?(?:到|成|變|回|剩)?(?P<v>[2-5]?x{{0,3}}[sml]|xs|\d{{2}}(?=號))(?:號)?(?:了)?(?:{SOFT}|$)"
)
_INSTEAD = re.compile("還是|改|換|發現|才|不對")
_FORMERLY = re.compile("去年|前年|以前|之前|小時候|當兵|學生|年輕時")
_FEET, _WAISTS = range(20, 60), range(22, 60)


def _of_another(line: Line, place: int) -> bool:
    """Whoever was named last in this clause or the one before it."""
    named = list(GROUND.persons.finditer(line.low, 0, place))
    if not named or named[-1]["other"] is None:
        return False
    return len(re.findall(r"[,。，;!！?？\s]", line.low[named[-1].end() : place])) <= 1


def _sizes(line: Line) -> Iterator[Statement]:
    # Once for the line: a row of numbers has thousands of pieces.
    wished = _WISHED.search(line.low) is not None
    for piece in pieces(line, _CUT):
        low = piece.low.strip()
        start = piece.start + piece.low.index(low)
        found = _SIZED.fullmatch(low)
        if found is not None and _is_size(found, wished=wished):
            yield from _size(line, found, start)
            continue
        became = _BECAME.search(low)
        if became is not None:
            value = as_own_size(became["v"])
            if value is not None and not _of_another(line, start + became.start()):
                yield Statement(
                    "size", value, LIKELY, start + became.start("v"), start + became.end("v"),
                    corrects=True,
                )  # fmt: skip


def _is_size(found: re.Match[str], *, wished: bool) -> bool:
    said = found["v"]
    if _FORMERLY.search(found.string):
        return False
    if not said[0].isdigit() or not re.fullmatch(r"\d{2}(?:\.5)?", said):
        return wished or bool(found["thing"] or found["unit"] or found["own"])
    if not (
        found["thing"]
        or (found["unit"] or "的") != "的"
        or re.search("我|自己|腰|還是|改", found["own"])
    ):
        return False
    if "腰" in found["own"] or "腰" in (found["unit"] or ""):
        return int(float(said)) in _WAISTS
    return int(float(said)) in _FEET


_WISHED = re.compile(rf"{_WANTS}|有我就要|我要")


_HABIT = re.compile(r"\A(?:平常|平時|通常|一般|現在|最近|這次|還|都)+")


def _size(line: Line, found: re.Match[str], start: int) -> Iterator[Statement]:
    place = (start + found.start("v"), start + found.end("v"))
    value = as_own_size(found["v"] + ("半" if found["unit"] == "號半" else ""))
    if value is None or _of_another(line, place[0]):
        return
    thing = _HABIT.sub("", found["thing"]) if found["thing"] else None
    if thing is None and "腰" in found["own"] + (found["unit"] or ""):
        thing = "褲子" if "褲" in line.low else None
    unsure = GROUND.hedged.search(found.string) is not None
    yield Statement(
        "size", value, UNSURE if unsure else LIKELY, *place, subject=thing,
        corrects=_INSTEAD.search(found["own"] + found["tail"]) is not None,
    )  # fmt: skip


# Colours.
_ENGLISH_COLOUR = "|".join(sorted(map(re.escape, ENGLISH_COLOURS), key=len, reverse=True))
_COLOURED = re.compile(
    rf"(?:喔|啊|對了|那就|那|然後|還有|不對|嗯|好啦)*(?P<thing>{_CLOTHES})?(?:的話|顏色|color)*(?:我|要|選|拿|是|就|還是|都|最好|希望|想要|改|換|成|先來一件)*"
    rf"(?P<v>{ALONE}|(?:{_ENGLISH_COLOUR})(?![a-z]))(?:的|系|色)*(?:那[雙件頂條個])?(?:就|吧|好了|就好|{SOFT}|謝謝|比較(?:耐看|好看|好|搭)|才(?:搭|好看|耐髒)|有嗎|可以|也行)*"
)


def _colours(line: Line) -> Iterator[Statement]:
    wished = _WISHED.search(line.low) is not None
    found = []
    for piece in pieces(line, _CUT):
        low = piece.low.strip()
        match = _COLOURED.fullmatch(low)
        if match is not None:
            found.append((match, piece.start + piece.low.index(low)))
    several = len({match["thing"] for match, _ in found if match["thing"]}) > 1
    for match, start in found:
        said = match["v"]
        value = said if said.isascii() else as_colour(said)
        if value is None or _of_another(line, start + match.start("v")):
            continue
        sure = wished or match["thing"] is not None
        yield Statement(
            "colour", value, LIKELY if sure else AS_CORRECTION,
            start + match.start("v"), start + match.end("v"),
            subject=match["thing"] if several else None, corrects=not sure or _INSTEAD.search(match[0]) is not None,
        )  # fmt: skip


# Names.
_GREETING = re.compile(
    r"(?:hi|hello|嗨|哈囉|您好|你好|安安|早安|午安|晚安|不好意思|請問|喂|欸|ㄟ)+(?:啊|喔|呀)?"
)
_NAMED = re.compile(
    rf"(?:我是|叫我|自我介紹|英文名(?:字)?(?:是|叫)?|忘了自我介紹|我)?(?P<v>[一-鿿]{{2,4}}?|[a-z]{{2,12}})(?:{SOFT}|回來了|這裡|這邊|喔|才是我|才對)*"
)
_WORDLY = re.compile(
    r"[的了是不沒有在要想買穿住這那我你他們好都也就很到去來給幫請問謝感抱歉客服訂單包裹尺寸外套鞋褲帽襪色]"
)


def _names(line: Line) -> Iterator[Statement]:
    found = [one for one in pieces(line, _CUT) if not _GREETING.fullmatch(one.low.strip())]
    if len(found) < 2:  # noqa: PLR2004 - a word alone may be any word
        return
    for piece in dict.fromkeys((found[0], found[-1])):
        yield from _name(line, piece)
    for piece in found[1:-1]:
        yield from _name(line, piece, whole=True)


def _name(line: Line, piece: Piece, *, whole: bool = False) -> Iterator[Statement]:
    low = piece.low.strip()
    start = piece.start + piece.low.index(low)
    match = _NAMED.fullmatch(low)
    if match is None or not names.stands_alone(match["v"]):
        match = _ROLED.search(low) or match
    if match is None or line.in_quotation(start):
        return
    said = match["v"]
    place = (start + match.start("v"), start + match.end("v"))
    if said.isascii():
        led = re.match("英文名|自我介紹|我是|叫我", low) is not None
        if not led or not line.capital(place[0]):
            return
    elif not names.stands_alone(said, whole=whole):
        return
    yield Statement("name", line.text[slice(*place)], LIKELY, *place)


_ROLED = re.compile(
    rf"(?:採購|業務|經理|主任|專員|助理|老師|會計|行政|總務|秘書|福委|社長|負責人|店長|護理師|工程師|主管|團長|人資)(?P<v>[一-鿿]{{3}}|[阿小][一-鿿])(?:{SOFT}|這邊)*\\Z"
)


# Numbers of orders.
_NUMBER = re.compile(
    r"(?<![\d#$.:/-])(?P<v>\d{5})(?![\d:/-]|[.,]\d| ?(?:元|塊|公|cm|km|步|台幣|日圓|人|點|分))"
)
_ORDERLY = re.compile(
    r"單|訂|寄|送|收|[壞破漏裂]|蓋|鎖|拉鍊|瑕疵|退|包裹|取消|出貨|到手|那[件頂雙個條]|這[張筆件]|問題|處理|錢|少的|麻煩|靴|鞋|外套|到貨|到了|換來|付款|下單"
)
_NO_ORDER = re.compile(
    r"(?:你說的?(?:訂單)?|電話|手機|統編|卡號|物流|追蹤|郵遞區號|發票|預算|[市縣區])[^,，。\d]{0,6}\Z"
)


def _orders(line: Line) -> Iterator[Statement]:
    if not _ORDERLY.search(line.low):
        return
    for found in _NUMBER.finditer(line.low):
        value = as_order_number(found["v"])
        before = line.low[: found.start()]
        if (
            value is not None
            and not value.startswith("0")
            and not _NO_ORDER.search(before)
            and not line.low.startswith(("是誰的", "誰的"), found.end())
            and not _of_another(line, found.start())
            and not line.in_quotation(found.start())
        ):
            yield Statement(
                "order_number", value, LIKELY, *found.span("v"),
                corrects="錯" in before[-12:],
            )  # fmt: skip


# What became of an order, by its verbs.
_DONE = (
    ("delivered", re.compile(r"(?:已經?|剛剛?|今天|昨天|終於|總算|早上|一早就|都)*(?:到手|收到|拿到|到貨|領到|取到|簽收|送到|寄到|送達)(?:了|啦|囉|$|[,，。 ~])|到手|\d{5}[^,，。]{0,6}到了(?!嗎|沒)")),
    ("returned", re.compile(r"(?:退|寄)回(?:去)?(?:給你們)?了|退回去給你們了|退貨(?:寄出|完成)了")),
    ("cancelled", re.compile(r"(?:取消|退訂)(?:掉)?了(?!嗎)|(?:已經?|剛剛?|昨天|今天)(?:在[^,，。]{1,4})?(?:自己)?(?:取消|退訂)(?:掉)?$")),
    ("placed", re.compile(r"(?:剛剛?|已經|昨天|今天)[^,，。]{0,4}(?:下單|訂好|下訂|訂購|付款|結帳)(?:也付款)?(?:了|完|好|$)")),
    ("shipped", re.compile(r"(?:已經?|剛)(?:出貨|寄出)(?:了|$)")),
)  # fmt: skip
_NOT_DONE = re.compile(
    r"沒|未|嗎|\?|什麼時候|何時|如果|等|想|要不要|可以|能|應該|說好|顯示|系統|破|壞|錯|裂|少|缺"
)


def _states(line: Line) -> Iterator[Statement]:
    """Of the one order that is named."""
    numbers = {
        found["v"] for found in _NUMBER.finditer(line.low) if not _of_another(line, found.start())
    }
    if len(numbers) != 1:
        return
    for piece in pieces(line, _CUT):
        if _NOT_DONE.search(piece.low) or _of_another(line, piece.start):
            continue
        for state, pattern in _DONE:
            found = pattern.search(piece.low)
            if found is not None:
                start, end = piece.start + found.start(), piece.start + found.end()
                yield Statement(
                    "order_state", state, LIKELY, start, end, subject=next(iter(numbers))
                )
                break


_MARKS = frozenset(",，。、的我要單訂買!！? ")
SECOND = (
    LineRule(_MARKS, _STANCES),
    LineRule(_MARKS, _sizes),
    LineRule(_MARKS, _colours),
    LineRule(_MARKS, _names),
    LineRule(frozenset({"0"}), _orders),
    LineRule(frozenset({"0"}), _states),
)
