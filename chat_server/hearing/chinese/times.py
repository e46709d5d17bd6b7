"""What it is for, and when that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard
from chat_server.hearing.takes import day_of

from .calendar import CALENDAR
from .words import GROUND, KIN

OCCASIONS = {
    "婚禮": "婚禮", "喜宴": "喜宴", "結婚典禮": "婚禮", "喝喜酒": "喜宴", "結婚紀念日": "結婚紀念日", "結婚周年": "結婚紀念日", "結婚週年": "結婚紀念日", "結婚": "結婚", "訂婚": "訂婚", "求婚": "求婚", "蜜月旅行": "蜜月旅行", "蜜月": "蜜月", "婚宴": "婚宴",
    "生日派對": "生日派對", "聖誕派對": "聖誕派對", "耶誕派對": "耶誕派對", "聖誕晚會": "聖誕晚會", "同學會": "同學會", "週年派對": "週年派對", "慶功宴": "慶功宴", "謝師宴": "謝師宴", "成年禮物": "成年禮", "生日": "生日", "聖誕節": "聖誕節", "聖誕": "聖誕節", "耶誕節": "耶誕節", "交換禮物": "交換禮物", "過年": "過年", "農曆新年": "農曆新年", "春節": "春節", "跨年": "跨年", "新年": "新年", "情人節": "情人節", "母親節": "母親節", "父親節": "父親節", "教師節": "教師節", "中秋節": "中秋節", "端午節": "端午節", "萬聖節": "萬聖節",
    "畢業典禮": "畢業典禮", "畢業旅行": "畢業旅行", "畢業": "畢業", "週年紀念": "週年紀念", "紀念日": "紀念日", "週年慶": "週年慶", "面試": "面試", "蜜月之旅": "蜜月", "入厝": "入厝", "搬新家": "搬新家", "抓周": "抓周", "收涎": "收涎", "提親": "提親", "下聘": "下聘", "家長會": "家長會", "頒獎典禮": "頒獎典禮", "尾牙": "尾牙", "春酒": "春酒", "派對": "派對", "滿月": "滿月", "彌月": "彌月", "喬遷": "喬遷", "新居落成": "新居落成", "喪禮": "喪禮", "告別式": "告別式", "退休": "退休", "馬拉松": "馬拉松", "路跑": "路跑", "員工旅遊": "員工旅遊", "公司旅遊": "公司旅遊", "家庭旅遊": "家庭旅遊", "年會": "年會", "校外教學": "校外教學", "夏令營": "夏令營", "音樂祭": "音樂祭", "演唱會": "演唱會", "比賽": "比賽", "出差": "出差", "洗禮": "洗禮", "成年禮": "成年禮", "六十大壽": "六十大壽", "七十大壽": "七十大壽", "八十大壽": "八十大壽", "九十大壽": "九十大壽", "大壽": "大壽", "壽宴": "壽宴",
}  # fmt: skip
_TRIPS = "追雪|賞雪|賞楓|賞櫻|泡湯|衝浪|潛水|攀岩|看日出|看流星雨|跑山|越野跑|健走|旅行|旅遊|登山|爬山|爬百岳|爬玉山|百岳|健行|露營|滑雪|環島|出國|自助旅行|賞極光|看極光|徒步|朝聖之路|攻頂|縱走|溯溪|騎車環島|單車環島|自駕|浮潛|釣魚|打獵|野營|野餐"
_BY_WORD = "|".join(sorted(OCCASIONS, key=len, reverse=True))
OCCASION = f"(?P<v>結婚[一二三四五六七八九十\\d]{{1,3}}[週周]年|{_BY_WORD})"
TO = "(?:沖繩|九州|福岡|大阪|名古屋|立山|黑部|富士山|濟州島|釜山|上海|北京|西藏|新疆|四川|印度|不丹|越南|馬來西亞|新加坡|峇里島|夏威夷|紐約|黃石|加州|馬爾地夫|埃及|土耳其|義大利|西班牙|葡萄牙|奧地利|捷克|波蘭|格陵蘭|南極|南美|祕魯|墾丁|武嶺|清境|溪頭|太平山|司馬庫斯|小琉球|馬祖|金門|香港|澳門|曼谷|清邁|倫敦|巴黎|冰島|日本|北海道|韓國|首爾|瑞士|挪威|芬蘭|歐洲|北歐|加拿大|紐西蘭|尼泊爾|玉山|合歡山|雪山|阿里山|嘉明湖|阿爾卑斯|東京|京都|美國|阿拉斯加|泰國|英國|德國|法國|瑞典|丹麥|澳洲|花東|蘭嶼|綠島|澎湖)"
_KIND_OF_TRIP = (
    "登山",
    "爬山",
    "健行",
    "滑雪",
    "看極光",
    "出差",
    "自助",
    "自助旅行",
    "旅行",
    "旅遊",
    "追雪",
    "賞雪",
    "賞楓",
    "賞櫻",
    "露營",
    "看日出",
)
_PAST = re.compile(
    r"上(?:週|周|個?月|禮拜|星期|次|回)|昨天|前天|去年|前年|剛(?:剛)?(?:過|結|辦)|之前|以前|小時候|那時|過完"
)
_NOT_OWN = re.compile(
    r"^(?:快樂|折扣|優惠|有|會員|禮金|禮券|特價|活動|那天(?:有|營業)|營業|當月|有沒有|專案|套組|卡片)"
)
_SHOP = re.compile(r"折扣|優惠|營業|特價|有開|活動|快樂|公休|出貨嗎|放假")


_COMING = re.compile("要|快|即將|準備|將|就")
_OVER_NOW = re.compile("[^,，。]{0,6}(?:已經|早就)?(?:辦完|結束|過完|過)了")


def _occasion(heard: Heard) -> Iterator[Statement]:
    low, value = heard.sentence.low, heard.match["v"]
    after = low[heard.match.end("v") :]
    if _NOT_OWN.match(after) and re.search(r"嗎|呢|\?|什麼|哪|幾|多少|快樂", low):
        return
    clause = GROUND.clause(heard)
    # "I have graduated" is no occasion yet to come.
    become = value in {"結婚", "訂婚", "畢業", "退休", "滿月", "搬新家", "入厝"} and re.match(
        "了|很久|後", after
    )
    if _PAST.search(clause.before) or (become and not _COMING.search(clause.before)):
        return
    if _OVER_NOW.match(after) or re.search("[送去過參加買][^,，。]{0,2}過", clause.after):
        return
    kept = OCCASIONS.get(value, value)
    yield heard.statement("occasion", kept, span=heard.place(), confidence=0.9)
    yield from _day(heard, kept)


def _trip(heard: Heard) -> Iterator[Statement]:
    clause = GROUND.clause(heard)
    if _PAST.search(clause.before + clause.match):
        return
    value = heard.match["v"]
    if heard.has("to") and not value.endswith(_KIND_OF_TRIP):
        value = f"{heard.match['to']}旅行"
    span = (heard.place("to")[0], heard.place(0)[1]) if heard.has("to") else heard.place()
    yield heard.statement("occasion", value, span=span, confidence=0.9)
    yield from _day(heard, value)


def _day(heard: Heard, occasion: str) -> Iterator[Statement]:
    """The day in the occasion's own clauses; one from which it was moved is over."""
    if _SHOP.search(heard.sentence.low) and not re.search("我|生日", heard.sentence.low):
        return
    yield from day_of(heard, CALENDAR, occasion)


def _put_off(heard: Heard) -> Iterator[Statement]:
    value = OCCASIONS.get(heard.match["v"], heard.match["v"])
    days = CALENDAR.days(heard.sentence.low[heard.match.end() - 1 :], heard.line.at.date())
    if days:
        start = heard.sentence.start + heard.match.end() - 1 + days[0].start
        yield Statement(
            "occasion_date", days[0].day.isoformat(), 0.9, start,
            start + days[0].end - days[0].start, subject=value,
        )  # fmt: skip


_SAID = But.SUPPOSED | But.REPORTED | But.DENIED
_rule = GROUND.rule
_OVER = rf"(?:{_BY_WORD}|{_TRIPS})"


def _called_off(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("occasion", heard.words(), span=heard.place(), ended=True)


RULES = (
    _rule("取消了 泡湯 不去了 不辦了", rf"(?P<v>{_OVER})(?:都|也|就|行程|的事|整個|已經)*(?:取消|泡湯|不去|不辦)了(?!嗎)", _called_off, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED),
    _rule(" ".join(OCCASIONS), rf"{OCCASION}(?:[^,，。]{{0,3}})?(?:改|延|提前|挪|移|順延)(?:到|後到|期到|至|為|成|在|[後期](?:了)?[,，])(?=.)", _put_off, _SAID | But.ASKED),
    _rule(" ".join(OCCASIONS), rf"(?:^|為了|參加|因為|要送|送|當|準備|要|是|過|的|辦|去|穿去|用在|月|月底|年底|日|號|天|歲|今年|明年|後|這週|下週|下周|[一二三四五六日/\d]|我|我們|朋友|快|慶祝|公司|{KIN}|[,，、: ])(?:的|要|就是|就|是|有)?(?:一場|場|一個|個)?(?:{KIN})?(?:的)?{OCCASION}(?!典禮|改|延|提前|過後|不辦|取消|泡湯|之後再)", _occasion, _SAID | But.ASKED & ~But.ASKED),
    _rule(" ".join(_TRIPS.split("|")), rf"(?:要|想|會|準備|打算|計畫|為了|預計|月|號|日|天|週[一二三四五六日]?|後|[\d/]|們)(?:要|準備|一起|再)?(?:去|跟[^,，。]{{1,4}}去|出發去|到)?(?P<v>(?:(?!買|一個|一[件雙條]|找)[一-鿿]{{2,3}}(?=登山|健行|露營|滑雪|追雪|賞雪|賞楓|賞櫻|看日出))?(?:{_TRIPS}))(?!鞋|靴|包|背包|後背|杖|褲|襪|衣|帽|帳|袋|外套|社|裝備|用品|券|店|椅|燈|[一-鿿]?手套|板|鏡|繩|扣)", _trip, _SAID | But.ASKED),
    _rule("爬", r"(?:要|想|去|會|準備|打算|計畫)(?:去)?(?P<v>爬(?:嘉明湖|雪山|合歡山|大霸|奇萊|南湖|北大武|阿里山|富士山|松蘿湖|小百岳|高山))(?!穿|用的)", _trip, _SAID | But.ASKED),
    _rule("去", rf"(?:改|要|想|會|準備|打算|計畫|預計|月|號|日|天|週[一二三四五六日]?|後|[\d/]|月底)(?:要|準備|一起|再)?(?:去|飛|到)(?P<v>(?P<to>{TO})(?:玩|旅遊|旅行|看極光|自助|度假|爬山|健行|滑雪|出差|登山|走走|賞雪|看雪|玩雪|追雪|賞楓|賞櫻|泡湯|[一二三四五六七八九十\d]+天|過年|過冬)?)(?:[一二三四五六七八九十\d]{{1,2}}天)?(?=[,，。!~ ]|$|了|想|要|穿|的|之?前)", _trip, _SAID | But.ASKED),
    _rule("旅行 旅遊 自助 登山 健行 滑雪", rf"(?:為了|月底?的|因為|準備)(?P<v>(?P<to>{TO})(?:自助旅行|旅行|旅遊|自助|登山|健行|滑雪))", _trip, _SAID | But.ASKED),
    _rule(" ".join(_TRIPS.split("|")), rf"(?:^|[,，])(?:去)?(?P<v>{_TRIPS})(?:要)?(?:用|穿)(?:的)?(?=[,，。!]|$)", _trip, _SAID | But.ASKED),
)  # fmt: skip
