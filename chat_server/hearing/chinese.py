"""Chinese as it is written in Taiwan; the commonest simplified forms are understood too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chat_server.domain.facts.statement import Statement

from . import answers, takes
from .clock import hours
from .contact_details import EMAIL, ORDER, PHONE
from .dates import Calendar
from .money import AMOUNT, CURRENCY, SPAN
from .rule import OWN, PLAIN, But, Heard, LineRule, Take, rule
from .sizes import SIZE, as_size
from .text import Line
from .things import counted, thing, town
from .tongue import Company, Tongue

_SURNAMES = "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂羅蕭潘朱簡鍾彭游詹胡施沈余趙盧梁顏柯翁魏孫戴范宋鄧杜傅侯曹薛丁卓馬阮董唐藍蔣石姚連馮歐程湯溫康姜田紀黎陈黄张吴刘杨许郑谢罗萧钟赵卢孙邓马汤"
_PLAIN_SURNAMES = "".join(set(_SURNAMES) - set("連許簡溫康程游馬石田連周"))
_END = r"(?=[,.!?;:，。！？；：、~\s(（]|$|我|的|想|請|要|你|您|先生|小姐|女士|太太|電話|手機|訂單|住|喔|唷|啦|呢|啊|,)"
_NAME = rf"(?P<v>[{_SURNAMES}][一-鿿]{{1,2}}?{_END}|[一-鿿]{{2,3}}?(?=[,.!?;，。！？、\s]|$)|[a-z][a-z]{{1,20}}(?: [a-z][a-z]{{1,20}})?)"
_SURE_NAME = rf"(?P<v>[{_PLAIN_SURNAMES}][一-鿿]{{1,2}}?(?=[,.!?;，。！？、\s]|$)|[a-z][a-z]{{1,20}}(?: [a-z][a-z]{{1,20}})?(?=[,.!?;，。！？、\s]|$))"
_NO_NAMES = frozenset(
    [
        "誰",
        "什麼",
        "怎麼",
        "甚麼",
        "不",
        "客人",
        "客戶",
        "學生",
        "會員",
        "老師",
        "新人",
        "人",
        "女生",
        "男生",
        "管理員",
        "第一次",
        "台灣人",
        "好",
        "vip",
        "admin",
        "root",
    ]
)
_KIN = r"(?:爸媽|父母|家人|公婆|姊姊|姐姐|妹妹|哥哥|弟弟|兒子|女兒|媽媽|爸爸|母親|父親|太太|老婆|老公|先生|丈夫|男友|女友|男朋友|女朋友|朋友|同事|老闆|主管|小孩|孩子|爺爺|奶奶|阿公|阿嬤|鄰居|室友|客人|阿姨|叔叔)"
COLOURS = {
    f"{stem}{ending}": kept
    for stem, kept in {
        "紅": "紅色", "深紅": "深紅色", "酒紅": "酒紅色", "藍": "藍色", "深藍": "深藍色", "淺藍": "淺藍色", "海軍藍": "海軍藍", "天藍": "天藍色", "綠": "綠色", "深綠": "深綠色",
        "墨綠": "墨綠色", "黑": "黑色", "白": "白色", "灰": "灰色", "深灰": "深灰色", "淺灰": "淺灰色", "黃": "黃色", "橘": "橘色", "橙": "橙色", "粉紅": "粉紅色", "粉": "粉色", "紫": "紫色",
        "咖啡": "咖啡色", "棕": "棕色", "米": "米色", "卡其": "卡其色", "金": "金色", "銀": "銀色", "红": "紅色", "蓝": "藍色", "绿": "綠色", "黄": "黃色",
    }.items()
    for ending in ("色", "色的")
}  # fmt: skip
_COLOUR = (
    "(?P<v>"
    + "|".join(sorted({key for key in COLOURS if key.endswith("色")}, key=len, reverse=True))
    + ")"
)
_NOUN = "(?:羽絨外套|防水外套|防風外套|外套|夾克|雨衣|毛衣|針織衫|襯衫|T恤|t恤|上衣|帽T|大衣|背心|長褲|短褲|褲子|牛仔褲|裙子|洋裝|登山鞋|羊毛毯|健行鞋|雨鞋|靴子|鞋子|球鞋|運動鞋|拖鞋|襪子|帽子|毛帽|手套|圍巾|背包|後背包|包包|手提包|行李箱|皮帶|帳篷|睡袋|毯子|毛毯|馬克杯|杯子|保溫瓶|水壺|手機|筆電|平板|耳機|相機|手錶|戒指|項鍊|耳環|眼鏡|雨傘|椅子|桌子|沙發|床墊|枕頭|檯燈|書|玩具|腳踏車|圍脖|內搭褲|發熱衣|羊毛衫|披肩)"
_GOODS = rf"(?:你們的|你們家的|那|這|一|兩|那個|這個|我的)?(?:件|雙|頂|個|條|款|台|支|副|把|本)?(?:的)?(?P<v>(?:[a-z]+ ?)?(?:[一-鿿]{{1,3}}色的?|新的?|羊毛|防水|保暖|登山){{0,2}}(?:[a-z]+ ?)?{_NOUN})"
_TOWNS = {
    name: name
    for name in ["新北市", "台北市", "臺北市", "桃園市", "台中市", "臺中市", "台南市", "臺南市", "高雄市", "新竹市", "新竹縣", "嘉義市", "嘉義縣", "基隆市", "苗栗縣", "彰化縣", "南投縣", "雲林縣", "屏東縣", "宜蘭縣", "花蓮縣", "台東縣", "台北", "臺北", "新北", "桃園", "台中", "臺中", "台南", "臺南", "高雄", "新竹", "嘉義", "基隆", "苗栗", "彰化", "南投", "雲林", "屏東", "宜蘭", "花蓮", "台東", "澎湖", "金門", "馬祖", "淡水", "板橋", "中壢", "竹北", "香港", "上海", "北京", "廣州", "深圳", "東京", "大阪", "京都", "首爾", "曼谷", "新加坡", "台灣", "臺灣", "日本", "韓國", "泰國", "冰島", "德國", "法國", "英國", "美國", "加拿大", "澳洲", "柏林", "倫敦", "巴黎", "紐約", "奧斯陸", "雷克雅維克", "慕尼黑", "挪威", "瑞典", "丹麥", "芬蘭", "荷蘭", "溫哥華", "洛杉磯", "雪梨", "墨爾本", "馬來西亞", "越南", "莫斯科"]
}  # fmt: skip
_TOWN = "(?P<v>" + "|".join(sorted(_TOWNS, key=len, reverse=True)) + ")"
_DIGITS = {
    "一": 1,
    "二": 2,
    "兩": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_WEEKDAYS = {
    word + day: number
    for word in ("週", "周", "星期", "禮拜")
    for number, days in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
    for day in days
}
CALENDAR = Calendar(
    months={f"{number}月": number for number in range(1, 13)} | {word: number for number, word in enumerate(("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"), 1)},
    weekdays=_WEEKDAYS,
    near={"大後天": 3, "後天": 2, "明天": 1, "明日": 1, "今天": 0, "今晚": 0},
    numbers=_DIGITS,
    units={"天": 1, "週": 7, "周": 7, "個星期": 7, "星期": 7, "個禮拜": 7, "禮拜": 7, "個月": 30},
    patterns=(
        r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>{month})(?P<day>[0-3]?\d)(?:日|號|号)?",
        r"(?P<near>{near})",
        r"(?P<count>\d{1,2}|{number})(?P<unit>{unit})(?:後|以後|之後|内|內)",
        r"(?P<next>下下?(?:個)?)(?P<weekday>{weekday})",
        r"(?:這|本)?(?:個)?(?P<weekday>{weekday})",
    ),
)  # fmt: skip
_OCCASIONS = {
    "婚禮": "婚禮", "結婚": "婚禮", "生日": "生日", "聖誕節": "聖誕節", "聖誕": "聖誕節", "過年": "過年", "農曆新年": "農曆新年", "情人節": "情人節", "母親節": "母親節", "父親節": "父親節",
    "畢業典禮": "畢業典禮", "畢業": "畢業", "結婚紀念日": "結婚紀念日", "週年紀念": "週年紀念", "紀念日": "紀念日", "面試": "面試", "旅行": "旅行", "登山": "登山", "尾牙": "尾牙", "派對": "派對", "中秋節": "中秋節", "滿月": "滿月", "喬遷": "喬遷", "出國": "出國",
}  # fmt: skip
_OCCASION = "(?P<v>" + "|".join(sorted(_OCCASIONS, key=len, reverse=True)) + ")"
_CHANNELS = {
    "電子郵件": "email", "email": "email", "e-mail": "email", "mail": "email", "信箱": "email", "郵件": "email", "電郵": "email", "寫信": "email", "電話": "phone", "打電話": "phone", "手機": "phone", "簡訊": "sms", "訊息": "chat",
    "line": "chat", "線上": "chat", "聊天": "chat",
}  # fmt: skip
_CHANNEL = "(?P<v>" + "|".join(sorted(_CHANNELS, key=len, reverse=True)) + ")"
_PARTS = {
    "早上": "morning",
    "上午": "morning",
    "中午": "noon",
    "下午": "afternoon",
    "晚上": "evening",
    "平日": "weekdays",
    "週末": "weekend",
    "周末": "weekend",
    "假日": "weekend",
}
_PART = "(?P<v>" + "|".join(_PARTS) + ")"
_LANGUAGES = {
    "英文": "en",
    "英語": "en",
    "中文": "zh-TW",
    "國語": "zh-TW",
    "日文": "ja",
    "日語": "ja",
    "韓文": "ko",
    "泰文": "th",
    "俄文": "ru",
    "德文": "de",
    "法文": "fr",
    "西班牙文": "es",
    "冰島文": "is",
}
_LANGUAGE = "(?P<v>" + "|".join(_LANGUAGES) + ")"
_CLOCK = r"(?P<part>早上|上午|中午|下午|晚上)?(?P<hour>[01]?\d|2[0-3])(?:點|時|:|点)(?P<minute>[0-5]\d)?(?:半|整)?"
_TO = r"(?:早上|上午|中午|下午|晚上)?(?P<hour2>[01]?\d|2[0-3])(?:點|時|:|点)(?P<minute2>[0-5]\d)?(?:半|整)?"
_NOT_MINE = r"(?<!他)(?<!她)(?<!的)(?<!你)(?<!您)(?<!們)"
_MAX = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_REST = r"[^,.!?;，。！？；\n]"
_ITEM = rf"(?:包裹|訂單|貨|商品|東西|衣服|{_NOUN})"
_COMPANY = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED
_BAD = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS
_ADDRESS = r"(?P<v>(?!你|我|他|email|信箱| ?[^,，。 ]{1,60}@)[^.!?;，。！？；\n]{2,60}?)(?=[.!?;，,。！？；\n]|謝謝|$)"


def _name(heard: Heard) -> Iterator[Statement]:
    said = heard.words().strip()
    low = said.lower()
    if (
        low.endswith(("小姐", "先生", "女士", "太太"))
        or low in _NO_NAMES
        or any(
            low.startswith(word)
            for word in (
                "不",
                "什",
                "誰",
                "來",
                "要",
                "想",
                "在",
                "你",
                "那",
                "這",
                "一",
                "很",
                "有",
            )
        )
    ):
        return
    value = said if not said.isascii() or not said.islower() else said.title()
    start = heard.place()[0]
    yield heard.statement(
        "name",
        value,
        span=(start, start + len(said)),
        confidence=takes.SURE,
        ended=heard.has("not"),
    )


def _sir(heard: Heard) -> Iterator[Statement]:
    """As 陳小姐: how to address them."""
    yield heard.statement("form_of_address", heard.words(), span=heard.place())


def _defect(heard: Heard) -> Iterable[Statement]:
    """Of a thing, not of the shop's own pages."""
    if any(
        word in heard.sentence.low
        for word in ("網站", "網頁", "app", "連結", "折扣碼", "優惠", "登入", "密碼")
    ):
        return ()
    return takes.problem("defect")(heard)


def _occasion(heard: Heard) -> Iterator[Statement]:
    value = _OCCASIONS[heard.match["v"]]
    yield heard.statement("occasion", value, span=heard.place(), confidence=0.9)
    yield from takes.day_of(heard, CALENDAR, value)


def _thing(key: str) -> Take:
    return thing(key, plain=lambda said: said.replace("色的", "色"))


def _company(heard: Heard) -> Iterator[Statement]:
    return takes.named(heard, "company")


_mail = takes.email(
    others=rf"(?:他|她|你|您|他們|你們)的?[^,.，。]{{0,8}}$|{_KIN}(?:的)?[^,.，。]{{0,10}}$|(?<!請)(?<!可以)(?<!麻煩)(?:寄到|寄給|寫信給|收到)\s*$",
    former=r"(?:舊|以前|之前|不是|不再|錯|不要用|取代)[^,;.，。]{0,10}$",
    former_after=r"[^,;.，。]{0,6}(?:不用了|是舊的|已經不|沒在用|是錯)",
)
_phone = takes.phone(
    words=r"(?:電話|手機|號碼|聯絡|打給我|撥)[^,.，。]{0,14}$",
    others=rf"(?:他|她|你|您|你們)的?[^,.，。]{{0,8}}$|{_KIN}(?:的)?[^,.，。]{{0,8}}$",
    former=r"(?:舊|以前|之前|不是|不再)[^,;.，。]{0,8}$",
    never=r"(?:訂單|單號|編號|物流|追蹤|卡號)[^\d,;.，。]{0,10}$",
)
RULES = (
    rule("我叫 我的名字 名字叫 本人 我名叫", rf"(?:我(?P<not>不)?叫(?:做)?|我的(?:名字|姓名)(?:是|叫)?:?|本人) ?{_NAME}", _name, PLAIN),
    rule("我的名字不是", r"我的名字(?P<not>不是) ?(?P<v>[一-鿿]{2,3}|[a-z]{2,20})", _name, PLAIN),
    rule("我是", rf"(?:^|[,.!，。！、\s]|嗨|你好|您好)我(?P<not>不)?是 ?{_SURE_NAME}", _name, PLAIN),
    rule("姓名", rf"^姓名:? ?{_NAME}", _name, PLAIN),
    rule("小姐 先生 女士 太太", rf"(?:我是|敝姓|叫我|稱呼我|請稱呼我(?:為)?|這裡是) ?(?P<v>[{_SURNAMES}](?:小姐|先生|女士|太太))", _sir, PLAIN),
    rule("叫我", rf"(?:可以|請|就|都)?叫我 ?(?![{_SURNAMES}](?:小姐|先生|女士|太太)){_NAME}", _name, PLAIN),
    rule("我姓 敝姓 免貴姓", rf"(?:我|敝|免貴)姓 ?(?P<v>[{_SURNAMES}])(?![一-鿿](?![,，。]))", _name, PLAIN),
    rule("我會說 我說 用中文 用英文 用日文 請用 講 可以說 能說 用", rf"(?:我(?:只)?(?:會)?(?:說|講)|請(?:用|說)|可以(?:用|說|講)|能(?:用|說|講)|用){_LANGUAGE}", takes.word("language", _LANGUAGES), But.REPORTED | But.DENIED),
    rule("住在 住 搬到 搬來 搬去", rf"(?:我|我們)?(?:現在|目前|家)?(?:也)?(?<!不)(?<!以前)(?<!曾經)(?:住在|住|(?<!想)(?<!要)(?<!會)(?:搬到|搬去|搬來))了? ?{_TOWN}(?!的(?:朋友|飯店))", town("home", _TOWNS), OWN | But.DENIED | But.PAST),
    rule("不住 沒住", rf"(?P<not>(?:已經)?(?:不|沒)(?:再)?住在?) ?{_TOWN}", town("home", _TOWNS), PLAIN),
    rule("以前住 之前住 曾經住", rf"(?P<not>(?:以前|之前|曾經)住(?:在)?) ?{_TOWN}", town("home", _TOWNS), PLAIN),
    rule("來自", rf"(?:我來自|我是從|我們來自) ?{_TOWN}", town("home", _TOWNS), PLAIN),
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", _phone, PLAIN),
    rule("訂單 單號 订单", rf"(?<!他的)(?<!她的)(?<!你的)(?:訂單|订单|單號)(?:編號|號碼|号|號)?(?:是|為|:)? ?#?(?P<v>{ORDER})(?: ?(?:和|跟|、|,|與) ?#?(?P<w>{ORDER}))?", takes.order, But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\d-])", takes.order, OWN),
    # Orders and what is wrong
    rule("破 壞 損 裂 刮 髒 污 凹 碎", r"(?:破(?:了|掉|洞|損|裂)|有(?:個|一個)?破洞|壞(?:了|掉)(?!.{0,4}(?:天氣|心情))|損壞|毀損|受損|裂(?:開|痕|了)|刮(?:痕|傷)|弄髒|有污漬|凹(?:陷|了)|碎(?:了|掉)|摔壞)", takes.problem("damaged"), _BAD | But.DENIED),
    rule("寄錯 送錯 錯的 不是我訂 不是我要 出錯貨 不對 錯", r"(?:寄錯|送錯|發錯|出錯貨|(?:收到|寄來|拿到)(?:的是)?(?:錯的|錯誤的|別的)|(?:尺寸|顏色|商品|款式)(?:寄)?(?:錯|不對)了?|不是我(?:訂|要|買)的)", takes.problem("wrong_item"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("等了 延遲 遲到 還沒 還在等 延誤 晚到 怎麼還 尚未", r"(?:延遲|延誤|遲到|晚到|還沒(?:有)?(?:到|收到|送到|寄到|出貨|送達)|尚未(?:收到|送達|出貨)|(?:一直)?還在等(?!退款)|等了(?:很久|好久|[一二三四兩\d]+(?:天|週|個星期|個月)))(?!.{0,4}(?:退款|回覆|退費))", takes.problem("late"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("不見 遺失 弄丟 沒收到 從來沒 少了 消失 寄丟", r"(?:(?:包裹|訂單|東西|貨)(?:好像)?(?:不見|遺失|弄丟|消失|寄丟)了?|遺失|寄丟|弄丟|(?<!還)(?:一直|從來|根本|都)?沒(?:有)?收到(?:包裹|貨|商品|東西|我的)|少了一(?:件|個|雙|隻))", takes.problem("missing"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("退款 退錢 退費", r"(?:(?:我)?(?:要|想要|想|需要|申請|請幫我|請|幫我|要求)(?:申請)?(?:全額)?(?:退款|退錢|退費)|(?:退款|退費)(?:還沒|一直沒|遲遲|沒)(?:有)?(?:收到|下來|到|進來|入帳)?|(?:還在|在)等退款|把錢退)", takes.problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("瑕疵 故障 不能用 無法使用 打不開 不會動 充不了電 開不了機 無法開機 拉鍊", r"(?:瑕疵|故障|不能用|無法使用|打不開|不會動|充不了電|開不了機|無法開機|無法充電|拉鍊(?:壞|卡|拉不))", _defect, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("解決 處理好", r"(?:(?:問題|事情)?(?:已經)?(?:解決|處理好)了)", takes.problem(None), OWN | But.DENIED),
    rule("收到了 到了 終於", rf"(?:終於(?:收到|到|送到)了?|(?:已經|剛剛?|今天)(?:收到|到)了?(?:包裹|貨|商品|{_NOUN}|東西)?了|{_ITEM}(?:已經|剛|終於)(?:到|送到|收到)了)(?!.{{0,3}}(?:破|壞|錯))", takes.problem(None), OWN | But.DENIED),
    rule("取消", r"我(?:已經)?取消(?:了)?(?:我的|這個|這筆)?訂單了?", takes.fixed("order_state", "cancelled", 0.85), OWN | But.DENIED),
    # Sizes, colours, money
    rule("我穿 我都穿 平常穿 通常穿 現在穿 尺寸 尺碼 鞋號 改穿 穿", rf"(?<!他)(?<!她)(?:我(?:現在|平常|通常|都|平時|一般)*穿|現在(?:改)?穿|我?改穿|平常穿|(?:我的|我)(?:尺寸|尺碼|鞋號|腳|size)(?:是|穿|為)?) ?(?P<v>{SIZE})(?:號|碼|码)?", takes.size, OWN | But.DENIED),
    rule("以前穿 之前穿", rf"(?P<not>(?:以前|之前|過去)(?:都)?穿) ?(?P<v>{SIZE})", takes.size, OWN),
    rule("號 碼 尺寸 size 码", rf"(?:想要|想買|要|需要|訂|買|找)(?:一件|一雙|一個|一頂)?(?:[^,.，。!?？路街巷段]{{0,14}}?)(?:尺寸)?(?P<v>{SIZE})(?:號|碼|码|的)(?!碼)", takes.size, OWN | But.DENIED | But.ASKED),
    rule("號 碼", rf"(?:^|[,，、] ?)(?P<v>(?![\d]{{3}}){SIZE})(?:號|碼)(?=[,，。.!]|$|就好|謝謝)", takes.size, OWN | But.DENIED | But.ASKED),
    rule("尺寸", rf"(?:^|[,，] ?)尺寸:? ?(?P<v>{SIZE})", takes.size, OWN | But.DENIED),
    rule("色", rf"(?:我(?:最)?(?:喜歡|愛|偏好)的?(?:顏色是)?|最喜歡的顏色是|我(?:想|需)?要|想要|想買|想找|比較喜歡|我選|在找)(?:一?[件雙頂個條款])?(?:的顏色是)?{_COLOUR}", takes.colour(COLOURS), OWN | But.DENIED),
    rule("色", rf"(?:^|[,，、 ]){_COLOUR}(?=[,，、。!！ ]|$)", lambda heard: takes.colour(COLOURS)(heard) if re.search("想|要|找|買|訂", heard.sentence.low[: heard.match.start()]) else (), OWN | But.DENIED | But.ASKED),
    rule("色", rf"(?P<not>不(?:喜歡|要|想要)) ?{_COLOUR}", takes.colour(COLOURS), OWN),
    rule("色", rf"(?:有|有沒有|賣){_REST}{{0,6}}{_COLOUR}(?:的)?(?:嗎|呢|\?)?", lambda heard: takes.colour(COLOURS, takes.UNSURE)(heard) if re.search(r"有沒有|嗎|\?", heard.sentence.low) else (), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("預算", rf"預算(?:大概|大約|約|是|為|在|只有|上限)*:? ?{_MAX}", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED),
    rule("以內 以下 之內 不超過 最多 左右", rf"(?:(?:不超過|最多(?:花)?|低於) ?(?={AMOUNT})(?P<v>{AMOUNT})|(?=[^,，。]{{0,14}}{CURRENCY})(?P<x>{AMOUNT})(?:以內|以下|之內))", lambda heard: takes.budget_in(heard, "v", "x"), But.REPORTED),
    # Products
    rule("找 想買 想要 想訂 感興趣 有興趣 需要 要買 我要一", rf"(?:(?:我)?(?:在|想)找|我找|(?:我)?想(?:要)?(?:買|訂|購買)?|我要(?=一[件雙頂個條])|我要買|我要訂|我需要|需要|對(?=[^,，。]{{2,20}}興趣)) ?{_GOODS}", _thing("product_interest"), But.REPORTED | But.ASKED | But.DENIED),
    rule("喜歡 愛", rf"(?:我)?(?:很|非常|超|最|真的)*(?:喜歡|愛) ?{_GOODS}", _thing("product_liked"), PLAIN | But.DENIED),
    rule("不喜歡 討厭", rf"(?:我)?(?:很|真的)?(?:不喜歡|討厭|不愛) ?{_GOODS}", _thing("product_disliked"), PLAIN),
    rule("我有 已經有 買了 擁有", rf"(?:我(?:已經|也)?有|我(?:已經|之前|上次)?買了|擁有) ?{_GOODS}(?!.{{0,6}}(?:問題|壞|破|送給))", _thing("product_owned"), PLAIN | But.DENIED),
    rule("賣掉 送人 沒有了 退了", rf"(?:我)?(?:把)?{_GOODS}(?:賣掉|賣|送人|退)了", thing("product_owned", ended=True), PLAIN),
    # Reaching
    rule("聯絡 聯繫 回覆 通知 比較好 比較方便 用電話 用email 用e-mail 透過", rf"(?:請)?(?:用|以|透過|寄|打|走){_CHANNEL}(?:來)?(?:跟我|和我|與我|給我)?(?:聯絡|聯繫|回覆|通知|比較好|比較方便|就好|聯絡我|通知我|回我)|(?:偏好|希望用|比較喜歡(?:用)?){_CHANNEL.replace('<v>', '<w>')}", lambda heard: takes.word_in(heard, "preferred_channel", _CHANNELS, "v", "w"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("打給我 打電話給我 回電 回撥 來電", r"(?<!不要)(?<!別)(?<!不用)(?:打電話給我|打給我|回電(?:給我)?|回撥)", takes.fixed("preferred_channel", "phone"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("寫信給我 寄信給我", r"(?:請)?(?:寫信|寄信|寄email|發email)給我", takes.fixed("preferred_channel", "email"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("不要打 別打 不要來電", r"(?P<not>(?:請)?(?:不要|別|勿)(?:再)?(?:打電話|打給我|來電))", takes.fixed("preferred_channel", "phone"), But.REPORTED),
    rule("點 時 :", rf"(?:(?P<when>{_CLOCK} ?(?:到|至|-|~) ?{_TO}){_REST}{{0,8}}(?:打|聯絡|有空|方便|回電|接電話))", hours("前", late={"下午": "", "晚上": ""}), But.REPORTED | But.OTHERS),
    rule("點 時 :", rf"(?P<when>{_CLOCK}(?:之|以)?(?P<side>後|前|前)){_REST}{{0,8}}(?:打|聯絡|有空|方便|回電|接電話|再)", hours("前", late={"下午": "", "晚上": ""}), But.REPORTED | But.OTHERS),
    rule(" ".join(_PARTS), rf"{_PART}(?!\d|.{{0,3}}(?:點|時))(?:的時候|時間|時段)?(?:再|都|比較|可以|才|會|請)*(?:打|聯絡|有空|方便|回電|接電話|來電)", takes.word("preferred_hour", _PARTS), But.REPORTED | But.OTHERS | But.DENIED),
    rule("寄到 送到 寄去 地址", rf"(?:請)?(?:幫我)?(?:寄|送|配送)(?:到|去|至) ?{_ADDRESS}", takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    rule("地址", r"(?:我的|收件|寄送|送貨|新)?地址(?:是|為|改成|改為|:)(?!錯|對|不) ?(?P<v>[^!?;！？；。\n]{3,80}?)(?=[!?;！？；。\n]|,謝|$)", takes.words("delivery_place", 120), PLAIN | But.DENIED),
    # Life
    rule(" ".join(_OCCASIONS), rf"(?:^|為了|參加|因為|要送|送|當|準備|要|是|過|的|辦|去|下週|下周|月底|日|號|天|[一二三四五六日])(?:我|朋友|{_KIN})?(?:的)?{_OCCASION}", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("一家 小孩 孩子 個兒子 個女兒 口人 個人 狗 貓", r"(?P<v>(?:[一兩二三四五\d]個(?:小孩|孩子|兒子|女兒))|[一兩二三四五六七\d]口人|(?:我們)?一家[三四五六七]口|[一兩二三\d]隻(?:狗|貓))", counted({}), PLAIN | But.DENIED),
    rule("上班 工作 任職 公司", r"(?:我)?在 ?(?P<v>[^,.，。!?！？\s]{2,20}?)(?:上班|工作|任職|當)", lambda heard: takes.named(heard, "company") if not re.match(r"家|哪|公司$|外面", heard.match["v"]) else (), PLAIN | But.DENIED | But.PAST),
    rule("公司", r"(?:我們|我的|敝)公司(?:是|叫|名稱是|:) ?(?P<v>[^,.，。!?！？\s]{2,30})", _company, PLAIN | But.DENIED),
    rule("經理 採購 老師 工程師 設計師 護理師 店長 主任 會計 醫師 律師 總監 執行長", r"我是(?:公司的|一名|一位|一個|那裡的)?(?P<v>[一-鿿]{0,4}(?:經理|採購|老師|工程師|設計師|護理師|店長|主任|會計|醫師|律師|總監|執行長))|(?:擔任|當)(?P<w>[一-鿿]{0,4}(?:經理|採購|老師|工程師|設計師|護理師|店長|主任|會計|總監))", lambda heard: takes.words_in(heard, "company_role", "v", "w"), PLAIN | But.DENIED | But.PAST),
    # Opinions
    rule("慢 差 糟 爛 失望 生氣 不滿 客訴 投訴 太誇張 離譜 惡劣 抱怨", r"(?:(?:服務|品質|態度|客服|物流|網站|體驗)(?:真的|實在|很|太|非常|有夠|超級|超)*(?:差|糟|爛|惡劣|慢)|(?:很|非常|太|真的|超|超級)(?:失望|生氣|不滿|離譜|誇張)|(?:我要|想)(?:客訴|投訴|抱怨)|很不滿意|爛透)", takes.sentence("complaint"), _COMPANY & ~But.DENIED),
    rule("服務 滿意 推薦 很棒 讚 品質 喜歡你們", r"(?:(?:服務|品質|態度|客服|物流|網站|出貨|店員)(?:真的|實在|都|也|很|太|非常|超級|超)+(?:好|棒|讚|快|親切|優質|專業|貼心)|(?:很|非常|超級?)滿意|(?:會|大力|一定|超|很)推薦|(?:很|最|非常)喜歡你們(?:的)?(?:店|網站|服務|品牌|商品))", takes.sentence("praise"), _COMPANY),
    rule("建議 希望你們 應該 如果能 要是能 可以增加", r"(?:(?:我|想)?建議(?:你們|貴)?|希望你們(?:可以|能)|你們(?:應該|可以)(?:要)?(?:增加|加|提供|多|推出|改)|(?:如果|要是)(?:你們)?(?:能|可以)[^,，。]{2,20}(?:就好了|更好|就太好))", takes.sentence("suggestion"), But.REPORTED | But.ASKED),
)  # fmt: skip

_OPENING = re.compile(
    r"(?:好的?|嗯|是的?|不是|不|對|沒問題|我的?|叫|姓名|名字|編號|號碼|訂單|單號|尺寸|顏色|地址|email|信箱|電話|我叫|我是|我住|我穿|住|穿|在|要|是|請|大概|大約|約|最多|抱歉|不好意思|那|喔|喔|[\s,.:!、#])*"
)
_CLOSING = re.compile(r"(?:[\s,.!:;、~)(]|謝謝|感謝|好了|吧|喔|哦|的|號|碼|左右|以內|麻煩了|\W)*\Z")
_SIGNED = re.compile(
    rf"(?:\n|^|[。!！])\s*(?P<v>[{_SURNAMES}][一-鿿]{{1,2}}) ?(?:敬上|上|謹上|啟)\s*\Z"
)


def _signed(line: Line) -> Iterator[Statement]:
    """The name under a letter."""
    found = _SIGNED.search(line.text, max(0, len(line.text) - 60))
    if found is not None:
        yield Statement("name", found["v"], 0.95, *found.span("v"))


_BARE = re.compile(
    rf"(?P<v>[{_SURNAMES}][一-鿿]{{1,2}}|[a-z][a-z'-]{{1,20}}(?: [a-z][a-z'-]{{1,20}}){{0,2}}|[一-鿿]{{2,3}})"
)
_NO_BARE_NAMES = "不沒無為什怎你您好謝我對是可請幹誰嗯哈拒保秘這那有要想在哪忘隨算等對了"


def _bare_name(line: Line) -> list[Statement]:
    """Two or three signs, or letters, and nothing else."""
    opening = _OPENING.match(line.low)
    start = opening.end() if opening else 0
    found = _BARE.match(line.low, start)
    if found is None or not _CLOSING.match(line.low, found.end()):
        return []
    if "?" in line.low or "嗎" in line.low or found["v"][0] in _NO_BARE_NAMES:
        return []
    if found["v"].isascii():
        return answers.bare_name(_OPENING, _CLOSING)(line)
    return [Statement("name", found["v"], 0.9, *found.span("v"))]


CHINESE = Tongue(
    code="zh",
    spaced=False,
    rules=RULES,
    line_rules=(
        LineRule(frozenset({"敬上", "謹上", "啟"}), _signed),
        LineRule(
            frozenset({"不是", "不對", "更正", "抱歉", "說錯", "打錯", "不,", "應該是"}),
            answers.corrected(
                not_but=r"不是 ?(?P<wrong>[a-z0-9-]{1,12}|[一-鿿]{2,3}色?),? ?(?:而)?是 ?(?P<v>[a-z0-9-]{1,12}|[一-鿿]{2,3}色?)",
                corrected=r"(?:不對|不是|不,|更正|抱歉|說錯了|打錯了|應該是)[,，!。 ]*(?:我的意思|訂單|尺寸|顏色|應該)?(?:是)? ?#?(?P<v>[^,.，。!?\s]{1,20})",
                colours=COLOURS,
            ),
        ),
    ),
    clause=re.compile(r"[,;:()，。；：、]|但是|可是|不過|而且|因為|所以|然後|另外|還有"),
    asking=re.compile(r"(?:請問(?!一下)|什麼|哪|誰|怎麼|為什麼|多少|幾|可以[^,，。]{0,20}嗎|能不能|可不可以|有沒有|是不是|會不會|要不要|[^,，。]{0,30}嗎)"),
    own=re.compile(r"我|本人|敝"),
    around=Company(
        supposed=re.compile(r"如果|假如|假設|要是|萬一|的話|譬如|例如|比如|可能會|打算|考慮|忘記|忘掉|刪除"),
        reported=re.compile(rf"(?:他|她|他們|你|您|你們|信|信上|簡訊|網站|系統|標籤|{_KIN})[^,，。]{{0,8}}(?:說|寫|講|表示|問|以為|稱)|上面寫|寫著"),
        others=re.compile(rf"{_KIN}|他|她|送(?:給)?(?:人|別人)|幫(?:別人|人)|別人"),
        denied=re.compile(r"不|沒|別|勿|非"),
        past=re.compile(r"以前|之前|曾經|過去|從前"),
    ),
    answers={
        "name": _bare_name,
        "email": answers.bare_email,
        "phone": answers.bare_phone,
        "order_number": answers.bare_order(_OPENING),
        "size": answers.bare_value("size", SIZE, as_size, _OPENING, _CLOSING),
        "colour": answers.bare_value("colour", "|".join(sorted(COLOURS, key=len, reverse=True)), COLOURS.get, _OPENING, _CLOSING),
        "budget": answers.bare_budget(_OPENING, _CLOSING),
        "home": answers.bare_value("home", "|".join(sorted(_TOWNS, key=len, reverse=True)), _TOWNS.get, _OPENING, _CLOSING),
        "delivery_place": answers.bare_words("delivery_place", _OPENING),
        "preferred_channel": answers.bare_value("preferred_channel", "|".join(sorted(_CHANNELS, key=len, reverse=True)), _CHANNELS.get, _OPENING, _CLOSING),
        "preferred_hour": answers.bare_value("preferred_hour", "|".join(_PARTS), _PARTS.get, _OPENING, _CLOSING),
        "occasion": answers.bare_value("occasion", "|".join(sorted(_OCCASIONS, key=len, reverse=True)), _OCCASIONS.get, _OPENING, _CLOSING),
        "occasion_date": answers.bare_day(CALENDAR),
    },
    calendar=CALENDAR,
    promise=re.compile(r"(?:我|我們|同事|客服|倉庫)(?:這邊)?(?:會|將|一定會|保證)(?!很樂意|盡量|再確認)|(?:您|你)(?:會|將)(?:在|於|收到)|(?:退款|包裹|商品|訂單|新品)(?:會|將)(?:在|於|到|寄|送|退)|(?:我|我們)保證|(?:我|我們)(?:明天|今天|下週|週.|本週)[^,，。]{0,8}(?:寄|退|打|回覆|處理|聯絡)"),
)  # fmt: skip
