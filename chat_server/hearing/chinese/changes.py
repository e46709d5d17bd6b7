"""What is no longer as it was: another size or colour with a word of change, another home, troubles that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.catchwords import Piece
from chat_server.hearing.changes import Changes, Cleared, Loss, Losses, NewValues, Thoughts, Value
from chat_server.hearing.engine import AS_CHANGE
from chat_server.hearing.rule import LineRule
from chat_server.hearing.takes import LIKELY
from chat_server.hearing.text import Line

from . import numerals
from .calendar import CALENDAR
from .catchwords import THING
from .colours import STEM, TINT, as_colour
from .contact import CHANNEL, CHANNELS, PART, PARTS
from .numerals import AMOUNT
from .sizes import as_own_size
from .times import TO
from .towns import PLACE, TOWN
from .words import GROUND, SOFT, SURNAMES, TITLE

_THOUGHTS = Thoughts(
    GROUND,
    ends=re.compile(r"[。！!?？;；\n~～]+|(?<=[嗎呢])(?=[^?？。！!嗎呢])"),
    told=re.compile(r"說|覺得|嫌|認為|借|送我|建議|給"),
    requests=re.compile(
        r"(?:可以|能|可否|能不能|可不可以|方便|麻煩|請)(?:幫我|請你們?|麻煩你?)?[^,，]{0,6}?(?:改|換)(?!貨)"
    ),
)
_CHANGED = re.compile(
    r"現在|目前|如今|最近|搬|改|換|變|後來|還是|其實|不對|才對|才是|更正|修正|發現|結果|重新|決定|反悔|主意|心意|(?:不|沒)[^,，。]{0,8}了|已經不|新的|[打說寫記講看量]錯|想想|想了|考慮|瘦|胖|長大|長高|膩|太(?:小|大|緊|鬆|悶|老|暗|亮)|有點(?:緊|小|大|鬆)|量了|算了|等等|比較[好搭適]"
)
# It speaks of what came or is for sale.
_OF_SHOP = re.compile(
    r"收到|寄來|送來|寄錯|送錯|來的|你們寄|出貨|到貨|缺貨|庫存|賣完|打折|特價|評價|模特|網站上"
)
# Right behind a value, it is the former one.
_FORMER_BEHIND = r"(?!號?的?(?:那[個件雙頂])?(?:[,， ]?(?:我|已經|都|現在|好像|應該|對我(?:來說)?|穿起來|真的|是|有點|會|先)*(?:不|太|穿不|膩|看膩|穿膩|沒|換|改|變|塞不|緊|賣|缺|偏|小了|大了|到)))"
_FORMER = re.compile(
    r"(?:不要|不是|不用|不穿|不想要|從|原本的?|本來的?|以前|之前|原來的?|舊的?|取消|除了|比|不愛|不喜歡|討厭|退掉|[說打寫記講]成)(?:穿|買|要|選|是|訂|了|那[件雙]|的|尺寸)*\Z"
)
_SIZE = re.compile(
    rf"(?<![a-z\d.])(?P<v>xxs|xs|s|m|l|x{{1,3}}l|[2-5]xl|特大號|大號|中號|小號|(?:3[4-9]|4[0-9])(?:\.5|號半)?|(?:2[2-9]|3[0-3])(?:\.5)?(?=號|腰))(?![a-z]|\d|[.,:/-]\d|(?:元|塊|歐|公|人|天|個|歲|件|樓|點|年|月|日|%|分|台幣|開)){_FORMER_BEHIND}"
)
_COLOUR = re.compile(
    rf"(?P<v>{TINT}|{STEM}的|(?<=喜歡){STEM}|(?<=改){STEM}|(?<=換){STEM}|(?<=選){STEM}|(?<=成){STEM})(?!(?:系|的)?(?:壞|破|收|寄)){_FORMER_BEHIND}"
)
# Money: what may be spent after all.
_SPENT = re.compile(
    rf"(?:只剩(?:下)?|只批|只給|只准|批了|核准|剩(?:下)?|可以到|加到|提高到|拉到|放寬到|降到|縮到|最多(?:到)?|改(?:成|為)|調(?:到|成)|多(?:到|給到)|加碼到|追加到|升到|上調到|增加到) ?(?P<v>{AMOUNT})(?![件雙個號點月樓天人分公歲次%])|(?P<w>{AMOUNT})(?:以內|以下|之內|內|左右|上下)?(?:都|也|就|應該)?(?:行|可以|ok|沒問題|好了|接受|能接受|可接受)"
)
_NO_MONEY = re.compile(
    r"運費|折扣|優惠|原價|定價|售價|特價|賣|付了|花了|刷|退款|退我|[件雙頂個條]要|訂單|滿|免運|分鐘|公分|公斤|電話"
)
_LITTLE = 20
# When they can be reached or things may come.
_HOUR = re.compile(
    rf"(?:時間|時段)(?:的話|方面)?(?:我)?(?:改|是|就)*{PART}|(?<![昨今明後那]天){PART.replace('<v>', '<w>')}(?:我)?(?:比較|才|最|都)(?:好|方便|ok|有空|可以|行|有時間|在)|(?:改|換)(?:成|到|在|約)?{PART.replace('<v>', '<x>')}(?=[,，。!~\s]|$|{SOFT}|好|就|送|收|打|吧)"
)
_CHANNEL = re.compile(
    rf"(?:改|換)(?:成|用|為|走|以)?(?:用|傳|寄|發|打)?{CHANNEL}(?!號|[是:：\d]|壞|丟)|{CHANNEL.replace('<v>', '<w>')}(?:就好|好了|比較(?:好|方便)|就可以|吧|就行)(?:[,，。!]|$)"
)
_NO_CHANNEL = re.compile(r"號碼|帳號|信箱[是改換:：]|電話[是改換:：]|@|\d{6}")
_FIRM = re.compile(
    r"(?:換|轉|跳)到(?!新|對|正確|別|另|[a-z\d]|大|小|黑|白|貨|了|那|這|夜|早|日)(?P<v>[一-鿿]{2,6}?)(?:上班|工作|任職)?了?(?=[,，。!~\s]|$)"
)
_PLACE = re.compile(
    r"(?:寄|送)(?:到|回|去)?(?P<v>我?(?:家裡?|住家|公司|辦公室|學校|宿舍|老家))(?=[,，。!~\s]|$|就|好|吧|謝)|(?:公司|辦公室|店)(?:已經)?搬到(?P<w>[^,，。!?\s]{2,20}?[路街道巷][^,，。!?\s]{0,10}?號[^,，。!?\s了]{0,6})"
)
_TITLED = re.compile(
    rf"(?:^|[,，。 ]|叫我|稱呼我)(?P<v>[{SURNAMES}]{TITLE})(?=[,，。!~\s]|$|{SOFT}|才)"
)
_CLOTHES = re.compile(
    r"上衣|衣服|外套|褲子|長褲|鞋子|靴子|襪子|帽子|毛帽|手套|毛衣|雨衣|雨褲|登山鞋|登山靴|戒指|圍巾|背心|背包|襯衫"
)
_NEVER = re.compile(r"(?!)")
_ALWAYS = re.compile("")


def _spent(said: str) -> str | None:
    value = numerals.amount(said)
    return value if value and int(re.split("[- ]", value)[0]) >= _LITTLE else None


_NEW = NewValues(
    _THOUGHTS,
    (
        Value("size", _SIZE, as_own_size, _CHANGED, _OF_SHOP, thing=_CLOTHES),
        Value("colour", _COLOUR, as_colour, _CHANGED, _OF_SHOP, thing=_CLOTHES),
        Value("budget", _SPENT, _spent, _ALWAYS, _NO_MONEY, near=2),
        Value("preferred_hour", _HOUR, PARTS.get, _ALWAYS, _NEVER, near=2),
        Value("preferred_channel", _CHANNEL, CHANNELS.get, _CHANGED, _NO_CHANNEL, near=2),
        Value("delivery_place", _PLACE, str, _CHANGED, _NEVER, near=3),
        Value("form_of_address", _TITLED, str, _CHANGED, _NEVER, near=3),
        Value("company", _FIRM, str, _CHANGED, _NEVER, near=6),
    ),
    _FORMER,
)
# Where they live now.
_MOVED = re.compile(
    r"(?<!要)(?<!想)(?<!會)(?<!等我)搬(?!到貨|運|不動)|換(?:了)?(?:房子|地方住|租屋|工作)|調職|外派|調到"
)
_THERE = re.compile(
    rf"(?:現在|目前|如今|已經|人|改|全家|我們)+(?:都|就|改|人)?(?:在|住(?:在)?|到|搬(?:到|來|去)) ?{TOWN}(?=[,，。!~\s]|$|{SOFT}|了|住|這)"
)
_PLAN = re.compile(
    r"等(?:到)?(?:我|我們)|想|打算|準備|要搬|會搬|下(?:個?月|週|周|禮拜)|明年|之後要|可能"
)


def _home(line: Line, meant: list[Piece]) -> Iterator[Statement]:
    for piece in meant:
        if _MOVED.search(piece.low) is None or _PLAN.search(piece.low):
            continue
        for found in _THERE.finditer(piece.low):
            if found["v"].isascii() or not _THOUGHTS.is_own(line, piece, found.start("v")):
                continue
            place = (piece.start + found.start("v"), piece.start + found.end("v"))
            yield Statement("home", line.text[slice(*place)], LIKELY, *place)


_WELL = re.compile(
    r"[補修縫](?:得|的)(?:很|非常|超|真)?(?:好|漂亮|完美|牢|像新的)|(?:^|[,，。 ]|在[^,，。]{1,8})(?:終於|總算|後來)?找到了(?!,? ?\d)|(?:補|寄|送)(?:寄|過)?來了|(?:問題|事情?|狀況)(?:都|已經|已|就|也)*(?:解決|處理好|處理完|搞定|沒了|沒有了|排除)|(?:已經|已|都|總算|終於)(?:解決|處理好|搞定|修好|補齊|補到)|(?:(?:補寄|補發|重寄|新寄|換貨)(?:的|來的|給我的)?|換(?:的|來的|給我的))[^,，。]{0,4}(?:到|收到|送到|寄到)了?(?!嗎)|(?:到|收到|送到|寄到|拿到)(?:了|啦)[^?？]{0,12}(?:沒問題|沒壞|完好|很完整|沒事了|正常)|(?:退款|錢|款項)(?:都|已經|已|今天|昨天|剛剛?|終於|總算|早上)*(?:入帳|進帳|下來|收到|進來|到帳|退了|匯進來|刷退)(?:了|啦|囉)"
    r"|(?:東西|包裹|貨|箱子)(?:後來|剛剛?|今天|昨天|終於|總算|都|已經|早上|下午|晚上)*(?:到|來|收到|送到|送來|寄到|找到|出現)(?:了|啦)|(?:剛剛?|剛才|今天|昨天|早上|下午|終於|總算)(?:有)?(?:收到|拿到|領到)(?:了|啦)|(?:收到|拿到)(?:新的|正確的|對的|補寄|補發|換貨)|新的(?:這[件雙個頂]|那[件雙個頂])?(?:沒有?(?:裂|破|壞|問題)|很好|正常|ok|沒事|完好)|不用(?:再)?(?:處理|查|追|找|退|換|補)了|沒(?:有)?(?:任何)?(?:問題|事)了"
)
_STILL = re.compile(
    r"還(?:是|沒|在|有)|可是|但是?(?!還是謝)|不過|沒(?:有)?(?:收到|到|下來|解決|處理好)|未|怎麼|希望|什麼時候|顯示|系統|應該|說(?:會|好|今天|昨天)|(?<!沒)(?<!沒有)(?<!不)(?:破(?!費)|壞|裂|髒|錯|少了|缺了|瑕疵)"
)
_LATELY = (
    r"(?:上個?(?:月|週|禮拜|星期)|昨天|前天|前陣子|去年|最近|剛剛?|已經|不久前|年初|年底|都|也|就)*"
)
_LOST = Losses(
    _THOUGHTS,
    (
        Loss(
            ("household",),
            re.compile(
                rf"(?P<v>貓|狗|柴犬|黃金獵犬|柯基|貴賓|米克斯|橘貓|黑貓|兔子|鸚鵡|倉鼠)(?:咪|狗)?{_LATELY}(?:走了|過世|去世|死掉?了|往生|離開(?:我們?)?了|去當(?:小)?天使|不在了|送養|送走)"
            ),
        ),
        Loss(
            ("household",),
            re.compile(
                rf"(?P<v>女兒|兒子|老公|老婆|先生|太太|男友|女友|男朋友|女朋友|室友|爸媽|媽媽|爸爸|弟弟|妹妹|哥哥|姊姊|姐姐){_LATELY}(?:去[^,，。]{{2,6}}(?:念書|讀書|念大學|讀大學|工作))?(?:搬出去|搬走|搬離|搬到外面|去住宿舍|沒(?:有)?(?:跟我)?一起住|不跟我住)"
            ),
        ),
        Loss(
            ("household",),
            re.compile(r"(?:分手|離婚|分居)了"),
            (
                "男友",
                "女友",
                "男朋友",
                "女朋友",
                "老公",
                "老婆",
                "先生",
                "太太",
                "未婚夫",
                "未婚妻",
            ),
        ),
        Loss(
            ("household",),
            re.compile(r"(?:家裡|我家|現在)(?:已經)?沒(?:有)?(?:養)?狗了"),
            ("狗", "犬", "狗狗"),
        ),
        Loss(
            ("household",),
            re.compile(r"(?:家裡|我家|現在)(?:已經)?沒(?:有)?(?:養)?貓了"),
            ("貓", "貓咪"),
        ),
        Loss(
            ("company", "company_role"),
            re.compile(
                rf"(?:^|[,，。 ]|我){_LATELY}(?:離職|辭職|辭掉工作|被裁員?|被資遣|失業|退休)了"
            ),
            unless=re.compile(
                r"(?:現在|目前|我)在[^,，。]{2,8}(?:上班|工作)[^。]{0,12}(?:離職|辭職)"
            ),
        ),
        Loss(
            ("company_role",),
            re.compile(
                r"(?:不在|沒在|離開)了?[^,，。]{1,8}(?:公司|科技|設計|企業|集團|銀行|醫院|學校|飯店|民宿|電子|上班|工作|任職)了"
            ),
            unless=re.compile("當|擔任|職稱|[升任]"),
        ),
        Loss(
            ("email",),
            re.compile(
                r"(?:信箱|e-?mail|郵箱)(?:已經|都|被|早就|前陣子|現在|我)*(?:停用|停掉|停了|不用了|沒在用|沒用了|刪掉|被盜|收不到|不能用|註銷|作廢)"
            ),
            unless=re.compile(r"@|你們的?(?:信箱|e?mail)"),
        ),
        Loss(
            ("phone",),
            re.compile(
                r"(?:電話|手機號碼?|號碼|門號|那支)(?:已經|都|被|早就|我|現在)*(?:停用|停掉|停了|沒在用|沒用了|不用了|換掉了|刪掉|退租|停話)"
            ),
            unless=re.compile(r"\d{6}|你們的?(?:電話|號碼)|訂單號"),
        ),
        Loss(
            ("product_interest",),
            re.compile(
                rf"{THING}(?:[^,，。]{{0,8}}?(?:說)?(?:要|會|可以)?(?:借我|送我)|(?:已經|後來|我)*(?:在別[家處的店][^,，。]{{0,3}})?(?:找到|買到|買好|訂好|有人送)了)"
            ),
        ),
        Loss(
            ("occasion",),
            re.compile(
                rf"(?:{PLACE}|(?P<w>{TO}))(?:我們)?(?:也|就|都|那邊|之行|的行程)*(?:(?:不去|去不成)了|取消(?:了|(?=[,，。]|$)))"
            ),
        ),
    ),
    signs=("了", "取消", "搬", "分", "離", "停", "送", "沒", "不", "借"),
)
_NEW_WISH = re.compile(r"(?:改|換)(?:買|看|找|訂|要)|還是買")
_THINGS = re.compile(THING)


def _instead(line: Line, _: list[Piece]) -> Iterator[Statement]:
    """Of "I'll buy X instead, Y is too heavy" Y is not wanted any more."""
    new = _NEW_WISH.search(line.low)
    if new is None or any(one in line.low for one in ("嗎", "?")):
        return
    things = [*_THINGS.finditer(line.low)]
    taken = next((one for one in things if one.start("v") >= new.end()), None)
    for thing in things:
        if taken is not None and thing is not taken and thing["v"] not in taken["v"]:
            start, end = thing.span("v")
            yield Statement(
                "product_interest", line.text[start:end], LIKELY, start, end, ended=True
            )


_MOVED_DAY = re.compile(
    r"(?:改|延|提前|順延|挪)(?:期|後)?(?:到|至|成|為|在)(?=\d|[一二三四五六七八九十]{1,3}月|下個?[月週周禮星])"
)


def _day(line: Line, meant: list[Piece]) -> Iterator[Statement]:
    """Another day of what was told last."""
    for piece in meant:
        for found in _MOVED_DAY.finditer(piece.low):
            days = CALENDAR.days(piece.low[found.end() :], line.at.date())
            if days and days[0].start == 0 and _THOUGHTS.is_own(line, piece, found.start(), near=3):
                start = piece.start + found.end()
                yield Statement(
                    "occasion_date", days[0].day.isoformat(), AS_CHANGE, start,
                    start + days[0].end, corrects=True,
                )  # fmt: skip


CLEARED = Cleared(_THOUGHTS, _WELL, _STILL)
_ANY = frozenset("了改換現")
SECOND = (LineRule(_ANY, Changes(_THOUGHTS, (_NEW, _home, _LOST, _instead, _day))),)
