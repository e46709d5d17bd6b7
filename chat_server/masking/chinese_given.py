"""Given names in Chinese signs without a family's before them, nicknames, and foreign names written by their sound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.chinese.names import is_no_name, signs_of_names
from chat_server.hearing.chinese.words import DOUBLE, SURNAMES

from .lists import words

_MORE = (
    "嬌娥鳳珠枝桂旺祿堂錦棠曉琪博碩紘佑諺紹甫鎧威凱國伊子綺品于亦奕姍霈淳昌盈穗琬婭斐菀苹璦綸紜靚"
)
_SIGNS = "".join(sorted(signs_of_names() | set(_MORE)))
_PLAIN = "".join(
    sorted(
        set(SURNAMES)
        - set(
            "連許簡溫康程游馬石田周高方白金夏江何古童關池談史任賀顧毛錢章萬武安常甘莫申艾向易應伊寧甯龍路包左景官冷滿解單管盛項段葉辛焦畢費雷熊柴陶苗舒魯聞貢屠巢衛柏龐祝曲岳牛商沙花於從因別經能成全明平"
        )
    )
)
_SURNAME = rf"(?:{DOUBLE}|[{SURNAMES}])"
_NICKS = "綠胖瘦寶毛虎龍豬兔"
# What stands before and behind a person in a sentence.
_BEFORE = r"(?:(?<=^)|(?<=[^一-鿿])|(?<=[找問請跟給和與及叫是的對替幫我送被讓為事友服員兒媽爸父母妹姐姊哥弟公婆嫂鄰友闆管師謝絡繫])|(?<=你好)|(?<=哈囉)|(?<=謝謝)|(?<=打給)|(?<=從)|(?<=由)|(?<=警衛)|(?<=司機)|(?<=房東)|(?<=保全)|(?<=阿嬤)|(?<=阿公)|(?<=奶奶)|(?<=爺爺)|(?<=外婆)|(?<=外公)|(?<=推薦)|(?<=聽))"
_BEHIND = r"(?=$|[^一-鿿]|[說想跟和與及的掛簽接有在會要去來你妳您也都就還先今昨前後幫已可老大我建敬收穿買訂住問講寄付回很告推答介今早午晚上下寫]|阿姨|先生|小姐|叔|伯|姐|姊|哥)"
_GIVEN = re.compile(rf"{_BEFORE}(?P<v>[{_SIGNS}]{{2}}){_BEHIND}")
_CALLED = re.compile(rf"(?P<v>[{_SIGNS}]{{2}}(?:姐|姊|哥|姨|阿姨|伯|叔|嬸|媽|爸|爺|奶奶))")
_TWICE = re.compile(rf"{_BEFORE}(?P<v>([一-鿿])\2){_BEHIND}")
_NOT_TWICE = frozenset(
    "謝常剛慢偏天多好看想試等哈嘿爸媽哥姐姊弟妹爺奶公婆叔伯舅姑嗨拜喵汪寶呵嘻嗚哇欸唉喔嗯剛人個件雙次年月日種條往漸稍僅單處時每樣通統早晚輕大小高深紅黃白黑緊厚薄暖冷熱濕乾軟硬問聊談走吃喝玩聽說讀寫找換改退買賣比選用穿戴洗擦補修拍照畫跑跳坐睡醒哪某快遠近久長短細粗對是不沒可行嘛啦吧呀啊囉耶"
)
_NICK = re.compile(r"(?P<v>阿[一-鿿]伯?)(?![一-鿿]{0,0}里山)")
_NOT_NICK = frozenset("姨伯公嬤婆姆里拉嬸爸母弟妹嫂摩爾富根曼聯聲洲斯迪諾布奇卡波基瓦利納司茲蒙特")
_SMALL = re.compile(rf"{_BEFORE}(?P<v>[小大老][{_SIGNS}{SURNAMES}{_NICKS}]){_BEHIND}")
_NOT_SMALL = frozenset(
    "小心 小時 小學 小號 小包 小件 小方 小白 小家 小康 小量 小段 小管 小車 小花 大家 大方 大學 大安 大同 大力 大和 大樂 大量 大成 大連 大都 大路 大石 大河 大江 大陸 大單 大包 大段 大華 大英 大哥 大姐 大卡 大師 大勝 大言 大富 大人 大利 大麥 大海 大雨 大風 大雪 大明 大金 大滿 小雨 小雪 小金 小明 小琴 小米 小熊 小牛 小馬 小羊 小雷 小林村 老師 老成 老本 老家 老師 老牛 老馬 老石 老花 老單 老路 老車 大衣 小衣 大手 小手 大件 小字 大字 大英 大樹 大衛 老實 大全 大通 大聲 小聲 大清 大宗 大體 大理 大理石 大豐 大展 大賞 小品 小康".split()  # noqa: SIM905 - a list would be one word a line
) - {"小明", "小琴", "大衛", "大豐"}
# Of nicknames.
_NICK_NAMED = re.compile(
    rf"(?P<v>[{_PLAIN}][小大阿](?![姐時學孩朋心編額包件])[一-鿿])(?=$|[^一-鿿]|[的在是和跟說還會要也有都來去買訂先小])"
)
# Signs that foreign names are written with.
_SOUNDS = "阿卡伊亞爾斯特德拉克普莉薩瑪麗娜蒂姆羅伯查理邁傑森喬治艾倫凱文賽門珊妮莎琳達安娜露西蘿絲黛戴維喀什穆罕默梅米林奎格納諾瓦魯夫斐迪奧巴貝布丹多費弗加吉蓋古哈赫霍基康勞勒里利洛馬曼蒙尼諾帕佩皮桑塞沙史塔托圖溫希謝辛休雅揚茲佐杰妲蕾菈崔琪蘇珀歐娃柯"
_FOREIGN = re.compile(
    rf"(?P<v>[{''.join(sorted(set(_SOUNDS)))}]{{3,6}}(?:[·・‧][一-鿿]{{2,6}})*|[一-鿿]{{2,6}}(?:[·・‧][一-鿿]{{2,6}})+)"
)
_LANDS = re.compile(
    "愛爾蘭|葡萄牙|加拿大|馬來|拉脫維亞|利比亞|西班牙|維也納|巴塞隆|洛杉磯|莫斯科|阿拉斯加|阿拉伯|阿里山|加利福|墨西哥|西西里|尼泊爾|喜馬拉雅|斯德哥爾摩|奧斯陸|赫爾辛基|哥本哈根|米蘭|巴黎|巴西|波蘭|希臘|瑞典|埃及|印尼|新加坡|菲律賓|伊斯蘭|美麗諾|美利奴|亞馬遜|雅加達|卡其|卡片|安全|西門|大溪地|阿爾卑斯|塞爾維亞|羅馬尼亞|保加利亞|奧地利|維多利亞|克羅埃西亞|俄羅斯|烏克蘭|尼龍|萊卡|特斯拉|拉克蘭|蘇格蘭|英格蘭|西伯利亞|沙烏地|巴基斯坦|哈薩克|聖保羅|里約|拉薩|瑪莎|達美樂|凱米|赫克拉|卡特拉|海克拉"
)
_FIELD = re.compile(
    r"(?:姓名|名字|收件人|收貨人|聯絡人|訂購人|戶名|姓)[:：]? ?(?P<v>[一-鿿]{1,4}?)(?=$|[^一-鿿]|電話|手機|地址|訂單|謝謝)"
)
_SIGNED = re.compile(
    r"(?:(?<=^)|(?<=[^一-鿿]))(?P<v>[一-鿿]{2,4})(?= ?(?:敬上|謹上|謹啟|敬啟))|(?:用|以)(?P<w>(?!我|你|您|他|她|別人|本人|自己|公司)[一-鿿]{2,4})(?=的名[字義])"
)
_NO_FIELD = re.compile(
    r"^(?:是|欄|錯|不|要|改|有|寫|打|填|叫|的|怎|什|可|沒|我|你|對|為|氏|都|也|跟|和|與|嗎|呢|前|後|裡|上)"
)
_HOME = re.compile(
    rf"(?P<v>{_SURNAME}[一-鿿]{{0,2}}(?:寓|宅|府(?![上城])))|(?P<w>{_SURNAME})家(?=的|人|裡|$|[^一-鿿])"
)
_WHOLE = re.compile(
    rf"{_BEFORE}(?P<v>{_SURNAME}(?:[{_SIGNS}][一-鿿]|[一-鿿][{_SIGNS}]))(?=$|[^一-鿿]|先生|小姐|女士|的|說)"
)
_ANYWHERE = re.compile(rf"(?P<v>(?:{DOUBLE}|[{_PLAIN}])[{_SIGNS}]{{2}})")
_PRIEST = re.compile(
    rf"(?P<v>{_SURNAME}[一-鿿]{{0,2}}?)(?P<t>牧師|神父|師父|里長|村長|董|總(?!共|是|計|額|之|會|統|公)|媽媽|爸爸|太太|阿姨|叔叔|爺爺|奶奶|太太|大哥|大姐|伯伯)"
)
_ONLY = frozenset("這那我你您他她的是個一在有和跟都也就")


def found(low: str) -> Iterator[Span]:
    """In folded text that has Chinese signs."""
    for pattern in (_GIVEN, _WHOLE, _ANYWHERE):
        for match in pattern.finditer(low):
            if _is_given(match["v"]):
                yield _span(match)
    for match in _CALLED.finditer(low):
        if _is_given(match["v"][:2]):
            yield Span(match.start("v"), match.end(), Kind.NAME)
    for match in _TWICE.finditer(low):
        if match["v"][0] not in _NOT_TWICE:
            yield _span(match)
    yield from _small(low)
    yield from _written(low)
    yield from _homes(low)


def _written(low: str) -> Iterator[Span]:
    """By their sound, and in forms that are filled in."""
    for match in _FOREIGN.finditer(low):
        if not _LANDS.search(low[max(0, match.start() - 2) : match.end() + 2]):
            yield _span(match)
    for match in _SIGNED.finditer(low):
        group = "v" if match["v"] else "w"
        yield Span(match.start(group), match.end(group), Kind.NAME)
    for match in _FIELD.finditer(low):
        if not _NO_FIELD.match(match["v"]):
            yield _span(match)


def _small(low: str) -> Iterator[Span]:
    for match in _NICK.finditer(low):
        if match["v"][1] not in _NOT_NICK and match["v"][1] not in _ONLY:
            yield _span(match)
    for match in _NICK_NAMED.finditer(low):
        yield _span(match)
    for match in _SMALL.finditer(low):
        if match["v"] not in _NOT_SMALL and match["v"] not in words("zh"):
            yield _span(match)


def _homes(low: str) -> Iterator[Span]:
    for match in _HOME.finditer(low):
        if match["v"] or match["w"] not in _HOUSES:
            yield Span(match.start(), match.end(), Kind.NAME)
    for match in _PRIEST.finditer(low):
        if match["v"] not in _ONLY and not is_no_name(match["v"]) and match["v"][0] not in _HOUSES:
            yield Span(match.start(), match.end(), Kind.NAME)


# Surnames that are words before 家, or titles.
_HOUSES = frozenset("大一全安商農管車店國官單通連經白方江和任能關項水平容包龍都向何時高明")


def _is_given(said: str) -> bool:
    ordinary = words("zh")
    return not is_no_name(said) and said[-2:] not in ordinary and said[:2] not in ordinary


def _span(match: re.Match[str]) -> Span:
    return Span(match.start("v"), match.end("v"), Kind.NAME)
