"""Where they live, and where things go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.moves import day_of_move
from chat_server.hearing.rule import But, Heard, LineRule
from chat_server.hearing.takes import SURE
from chat_server.hearing.text import Line

from .names import is_like_name
from .words import GROUND, SOFT

_LONGEST = 80
_CITIES = (
    "台北 臺北 新北 桃園 台中 臺中 台南 臺南 高雄 新竹 嘉義 基隆 苗栗 彰化 南投 雲林 屏東 宜蘭 花蓮 台東 臺東 澎湖 金門 馬祖 連江".split()  # noqa: SIM905 - a list would be one word a line
)
_DISTRICTS = [
    "淡水",
    "板橋",
    "三重",
    "永和",
    "中和",
    "新店",
    "新莊",
    "土城",
    "蘆洲",
    "汐止",
    "樹林",
    "鶯歌",
    "三峽",
    "林口",
    "五股",
    "泰山",
    "八里",
    "瑞芳",
    "金山",
    "萬里",
    "深坑",
    "烏來",
    "內湖",
    "士林",
    "北投",
    "南港",
    "文山",
    "木柵",
    "景美",
    "天母",
    "萬華",
    "西門町",
    "大安區",
    "信義區",
    "松山",
    "中山區",
    "大同區",
    "中壢",
    "平鎮",
    "八德",
    "龜山",
    "蘆竹",
    "楊梅",
    "大溪",
    "龍潭",
    "大園",
    "竹北",
    "竹東",
    "頭份",
    "竹南",
    "後龍",
    "豐原",
    "大里",
    "太平",
    "沙鹿",
    "清水",
    "大甲",
    "霧峰",
    "潭子",
    "大雅",
    "烏日",
    "西屯",
    "南屯",
    "北屯",
    "員林",
    "鹿港",
    "和美",
    "斗六",
    "虎尾",
    "西螺",
    "草屯",
    "埔里",
    "日月潭",
    "永康",
    "安平",
    "新營",
    "善化",
    "仁德",
    "歸仁",
    "左營",
    "鳳山",
    "楠梓",
    "三民區",
    "苓雅",
    "前鎮",
    "小港",
    "岡山",
    "旗山",
    "美濃",
    "鼓山",
    "鹽埕",
    "潮州",
    "恆春",
    "墾丁",
    "東港",
    "羅東",
    "礁溪",
    "頭城",
    "蘇澳",
    "三星",
    "吉安",
    "玉里",
    "瑞穗",
    "池上",
    "關山",
    "蘭嶼",
    "綠島",
    "小琉球",
]
_ABROAD = [
    "香港",
    "九龍",
    "澳門",
    "上海",
    "北京",
    "廣州",
    "深圳",
    "東京",
    "大阪",
    "京都",
    "名古屋",
    "福岡",
    "札幌",
    "沖繩",
    "橫濱",
    "神戶",
    "首爾",
    "釜山",
    "曼谷",
    "清邁",
    "新加坡",
    "吉隆坡",
    "檳城",
    "馬來西亞",
    "越南",
    "河內",
    "胡志明市",
    "馬尼拉",
    "雅加達",
    "台灣",
    "臺灣",
    "日本",
    "韓國",
    "泰國",
    "冰島",
    "德國",
    "法國",
    "英國",
    "美國",
    "加拿大",
    "澳洲",
    "紐西蘭",
    "柏林",
    "倫敦",
    "巴黎",
    "紐約",
    "奧斯陸",
    "雷克雅維克",
    "阿克雷里",
    "慕尼黑",
    "漢堡",
    "法蘭克福",
    "挪威",
    "瑞典",
    "丹麥",
    "芬蘭",
    "荷蘭",
    "阿姆斯特丹",
    "斯德哥爾摩",
    "哥本哈根",
    "赫爾辛基",
    "溫哥華",
    "多倫多",
    "洛杉磯",
    "舊金山",
    "西雅圖",
    "波士頓",
    "芝加哥",
    "雪梨",
    "墨爾本",
    "奧克蘭",
    "莫斯科",
    "維也納",
    "布拉格",
    "蘇黎世",
    "瑞士",
    "奧地利",
    "義大利",
    "羅馬",
    "米蘭",
    "西班牙",
    "馬德里",
    "巴塞隆納",
    "里斯本",
    "愛爾蘭",
    "都柏林",
]
TOWNS = {name: name for name in (*_CITIES, *_DISTRICTS, *_ABROAD)}
_CITY = "(?:" + "|".join(sorted(_CITIES, key=len, reverse=True)) + ")"
_DISTRICT = "(?:" + "|".join(sorted(_DISTRICTS, key=len, reverse=True)) + ")"
_KNOWN = "(?:" + "|".join(sorted((*_DISTRICTS, *_ABROAD), key=len, reverse=True)) + ")"
TOWN = rf"(?P<v>{_CITY}(?:[市縣])?(?:的)?(?:(?:{_KNOWN}|(?!住|的|這|那)[一-鿿]{{1,3}}?)[區鄉鎮市]|{_KNOWN})?|{_KNOWN}[區鎮鄉市]?|[a-zà-ÿþ]{{3,20}})(?:那邊|這邊|附近|一帶)?"
_NOT_FOR_LONG = r"(?!的?(?:朋友|飯店|民宿|旅館|青旅|倉庫)|[^,，。 ]{0,2}(?:出生|出差|玩|旅|念書|讀書|上班|工作|唸書|長大|當兵|買|收|轉機|機場|逛|門市|開店))"
_ADDRESS = r"[^!?;！？；。\n]{2,90}?"
_SPOT = r"(?:(?:我(?:們|家|的)?)?(?:的)?(?:社區|大樓|公司|辦公室|學校|家|宿舍|樓下|一樓)?(?:的)?(?:管理室|管理員|警衛室?|守衛室?|大廳|櫃[台檯]|門口|門外|信箱裡?|鞋櫃|車庫|玄關|鄰居|智慧櫃|物流櫃|管委會)|(?:我|我們|我的)?(?:公司|辦公室|學校|宿舍|老家|娘家))"
_STORE = r"(?:(?:7-?11|7-eleven|小七|全家|萊爾富|ok超商|ok|便利商店|超商|統一超商|門市|店到店)[^,，。!?！？\s]{0,12})"
_STOP = r"(?=[!?;！？；。\n]|[,，]? ?(?:謝謝|感謝|麻煩|可以嗎|好嗎|就好|即可)|收|$)"
_PLACE_SIGNS = re.compile(
    r"\d|[縣市區鄉鎮村路街巷弄號樓段]|公司|辦公|管理|門市|超商|學校|宿舍|門口|店|家|大樓|大廈|大學|醫院|飯店|中心|社區|信箱"
)

_NEXT_WEEK = re.compile("下[週周]|下個?(?:星期|禮拜)")


def _home(heard: Heard) -> Iterator[Statement]:
    low = heard.match["v"]
    named = re.search(r"(?:^|[,，。 ])([一-鿿]{2,3})\Z", heard.sentence.low[: heard.match.start()])
    if named is not None and is_like_name(named[1]):
        return
    if low.isascii() and not heard.line.capital(heard.place()[0]):
        return
    yield heard.statement("home", heard.words(), span=heard.place(), ended=heard.has("not"))


def _will_live(heard: Heard) -> Iterator[Statement]:
    """From the day that is named on; without one it is a plan and nothing more."""
    start = day_of_move(heard, month="下個月", year="明年", week=_NEXT_WEEK)
    if start is not None:
        for one in _home(heard):
            yield replace(one, valid_from=start)


def _delivery(heard: Heard) -> Iterator[Statement]:
    for group in ("v", "w", "x"):
        if not heard.has(group):
            continue
        start, _ = heard.place(group)
        said = heard.words(group)
        kept = said.strip(" ,.;:，、：~")
        kept = re.sub(rf"(?:{SOFT}|就好|即可|謝謝)+\Z", "", kept)
        low = kept.lower()
        if len(kept) < 2 or len(kept) > _LONGEST or "@" in low:  # noqa: PLR2004 - 公司
            return
        if not (_PLACE_SIGNS.search(low) or any(low.startswith(town) for town in TOWNS)):
            return
        start += said.index(kept)
        yield heard.statement("delivery_place", kept, span=(start, start + len(kept)))


_MOVED = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.PAST | But.ASKED
_SENT = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED
_rule = GROUND.rule


ADDRESS_SIGNS = _PLACE_SIGNS


def _not_there(heard: Heard) -> Iterator[Statement]:
    group = "v" if heard.has("v") else "w"
    if heard.match[group].isascii():
        return
    yield heard.statement("home", heard.words(group), span=heard.place(group), ended=True)


RULES = (
    _rule("住 居 定居", rf"(?<![不沒])(?<!以前)(?<!之前)(?<!曾經)(?:居住在?|定居在?|現居|住在|住(?!址|宿))(?:於|到|回)?(?:了)? ?{TOWN}{_NOT_FOR_LONG}", _home, _MOVED, near=True),
    _rule("住址 家 居住地 所在地", rf"(?:住址|居住地|所在地|我們?家|家裡?|住家)(?:就)?(?:是|在|位於|:) ?{TOWN}{_NOT_FOR_LONG}(?!.{{0,12}}[路街巷號])", _home, _MOVED, near=True),
    _rule("人在 我在 目前在 現在在 是在 這裡是", rf"(?:(?<![一-鿿])|我|本)(?:人在|(?:我|目前|現在|我現在|我目前)(?:都|是|就)?在) ?{TOWN}(?=[,，。!~\s]|$|沒錯|這邊|這裡|啦|喔|可以|有)", _home, _MOVED | But.ASKED),
    _rule("人", rf"(?:我|我們|本人)(?:也)?是(?:住)?(?:在)?(?P<v>{_CITY}|{_DISTRICT})人(?![員生])", _home, _MOVED, near=True),
    _rule("搬", rf"(?<!想)(?<!要)(?<!會)(?<!將)(?:搬家?|遷|調)(?:到|去|來|回|至)(?:了)? ?{TOWN}(?!.{{0,3}}(?:要多|運費嗎))", lambda heard: () if re.search(r"(?:想|要|會|將|打算|準備|計畫|預計)[^,，。]{0,8}\Z", heard.sentence.low[: heard.match.start()]) else _home(heard), _MOVED, near=True),
    _rule("搬", rf"(?:要|會|將|準備|預計)[^,，。搬]{{0,8}}(?:搬家?|遷)(?:到|去|來|回|至) ?{TOWN}", _will_live, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED, near=True),
    _rule("不住 沒住 沒有住 不在 不是住 搬離 離開", rf"(?P<not>(?:已經|現在)?(?:不|沒|沒有)(?:再|是)?住在?|(?:已經|現在)(?:不在|離開)|搬離|搬出)(?:了)? ?{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("以前 之前 曾經 過去 本來 原本", rf"(?P<not>(?:以前|之前|曾經|過去|本來|原本)(?:是|都|也)?住(?:在)?) ?{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("不是", rf"(?:住|在|是|搬到)(?:在)?[^,，。]{{2,5}},?不是{TOWN.replace('<v>', '<w>')}|不是住?(?:在)?{TOWN}", _not_there, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("來自", rf"(?:我來自|我們來自|我是從) ?{TOWN}(?!寄|出發|買|訂|搬)", _home, _MOVED, near=True),
    # Where things go
    _rule("寄 送 配送", rf"(?<!我)(?<!有)(?<!已經)(?<!包裹)(?<!商品)(?:請|幫我?|麻煩(?:你|您)?|可以|希望|想|要|都|改|一樣|直接)*(?:寄|送|配送|宅配|郵寄)(?:貨|件|過來)?(?:到|去|至|來|回)(?!了|貨|我這|哪|府|我媽|我爸|我朋友|時|底|的?(?:時候|東西|商品|是|不)|現在|[^,，。]{{0,12}}(?:要?(?:幾|多久|多少)|運費|嗎)) ?(?:我(?:的|們)?)?(?P<v>(?!email|e-mail|mail|信箱|手機|line|他|她|你|我|[a-z0-9._%+-]{{1,40}}@){_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("改寄 改送 寄", r"(?:改(?:寄|送)(?:到)?|寄(?:我家|公司|辦公室|學校|宿舍|我公司)?[,，: ]*|送(?:我家|公司)[,，: ]*)(?P<v>(?:[^,，。!?\s]{0,8}[縣市區][^!?！？。\n]{0,20}?[路街道村巷][^!?！？。\n]{0,20}?(?:號|樓|室)[^,，。!?\s]{0,8}))(?=[!?！？。\n,，\s]|$)", _delivery, _SENT),
    _rule("地址", rf"(?:我的|收件|寄送|送貨|寄件|配送|宅配|新的?|公司|家裡)*地址(?:請)?(?:是|為|在|:|(?:要|想)?(?:改|換|更新|更正)(?:成|為|到|寄)?(?::)?|更新:| )+(?!錯|對|不|沒|填|寫|有|怎|可以|後|嗎|還)(?P<v>{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("放 交給 寄放 轉交 給", rf"(?:請|麻煩|可以|幫我|直接|就)*(?:放(?:在|到)?|寄放(?:在)?|交給|轉交(?:給)?|給|丟)(?P<v>{_SPOT})(?![^,，。]{{0,6}}(?:壞|不見|被|沒|撞|淋))", _delivery, But.SUPPOSED | But.REPORTED | But.DENIED | But.PAST),
    _rule("超商取 取貨 店取 7-11 711 全家 萊爾富 門市", rf"(?:超商取貨|超商取件|取貨|店到店|寄|送|領|取)[,，: ]*(?:到|去|在|改)?(?P<v>{_STORE})(?<!嗎)", _delivery, _SENT),
    _rule("辦公室 公司 家 學校 宿舍", r"(?:寄|送)(?:到|去|來)我(?:們|的)?(?:公司|辦公室|家|學校|宿舍)(?:嗎|好嗎|可以嗎)?[?,，: ]*(?:地址)?(?:在|是|:)?(?P<v>[^!?！？。\n,，]{0,12}[路街道巷村][^!?！？。\n]{1,30}號[^,，。!?\s]{0,8})", _delivery, But.SUPPOSED | But.REPORTED | But.DENIED),
)  # fmt: skip


_ASKED_THERE = re.compile(
    r"(?:寄|送)(?:到|去|來)(?:我(?:們|的)?)?(?:公司|辦公室|家裡?|學校|宿舍)(?:嗎|好嗎|可以嗎|行嗎)[?,，。 ]*(?:地址)?(?:就)?(?:在|是|:)?(?P<v>[^!?！？。\n,， ]{0,12}[路街道巷村][^!?！？。\n,，]{1,30}號[^!?！？。\n,，\s]{0,8})"
)


def _asked_there(line: Line) -> Iterator[Statement]:
    """A question ("can it go to my office?") names the wish, what follows it the place."""
    found = _ASKED_THERE.search(line.low)
    if found is not None:
        start, end = found.span("v")
        yield Statement("delivery_place", line.text[start:end], SURE, start, end)


LINE_RULES = (LineRule(frozenset({"寄", "送"}), _asked_there),)
