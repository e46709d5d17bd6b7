"""What can be a name in Chinese signs: surnames, signs that given names are made of, and 小 or 阿 before one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from chat_server.domain.facts.kinds import clean_value
from chat_server.domain.facts.marked import PLAIN
from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import Heard

from .words import DOUBLE, SURNAMES, TITLE

_PLAIN_SURNAMES = "".join(
    sorted(
        set(SURNAMES)
        - set(
            "連許簡溫康程游馬石田周高方白金夏江何古童關池談史任賀顧毛錢章萬武安常甘莫申艾向易應伊寧甯龍路包左景官冷滿解單管盛項段葉辛焦畢費雷熊柴陶苗舒魯聞貢屠巢衛柏龐祝童曲岳牛商沙花溫"
        )
    )
)
_GIVEN = frozenset(
    "怡君雅婷家豪志明俊傑淑芬芳美玲惠珍珠秀英華麗娟佳穎宜蓁欣妤筠涵庭瑜萱潔儀雯玟琪琳琴珊珮佩如心慧敏貞靜嫻婉茹蓉薇蕙馨瑩瑄璇詩思語彤晴妍妮娜"
    "宏偉建國志文彬忠信義仁德榮昌盛隆銘哲宇軒翰冠廷宗憲承恩柏翔凱崴瑋瑞祥毅弘昱睿智鈞鎮霖澤浩天威勳勇強龍彥廷齊賢政維正育誠嘉峻峰嵐豐裕"
    "曉雪梅蘭菊竹春鳳玉桂雲霞月娥素真燕葳妘伶俐苡芸芯庭禎禛紋綺純緯紹樺樂沛沁汶洋湘潁濬旭晨昕曜朗杰楷棠榆臻采希孟品柔羽安妙映予以又亞于永禹元"
    "聖恆丞丰芷若芮茵荃菁萍瓊瑤璟鈺錦鑫雨霏靖韻頤頻馥倩偲儒澄煒燁煥珈琬鴻鵬學友"
    "慶炳添財坤福壽義"
    "宛珍岑蓉廷采若涵喬婷珮雁琇瑛翎姿薰萍湄璐巧郁芊芮苓筑雪昀倫駿賢輝耀煌聰標雄勝利發裕祖堯舜禾秉旻穎紫翠黛鶯櫻櫻葵妹菱綾緹緗彬奕焜鈞銓鋒銳源清泉根樹森松竹茂棋棟梁舫航騰驊岳嵩峯晟晏暄映旺昇星景智冬秋夏士書姵媗婕妡岱蒔萓彣丞昱晞"
)  # fmt: skip
# Behind a surname only: by themselves they make too many words.
_AFTER_SURNAME = _GIVEN | frozenset(
    "然皓昊奕翊宥睿澄沐辰宸梓曦熙澔叡凡悅菲琦瑀瑾璃韶箏墨竣程亭崧凌彧瀚灝炎炫燦焱煜煦珩珣瑗荷莉莎蒨蓓蕾藝虹蝶衡覓諾讓豫貝軍通逸遠達邦郡釗鈴鎧開陽雋霓霆風飛馳騏鷹麒麟麥齡笙策綸緒緣羚耘聆聲肇芃芙芝茜蓮蔓蘊衍國和平洲江山川海波濤明吉慶壽權展卓群力行健康寧定功立達進登道遵隆順和木火土水石鐵鋼銅錫鑽晉秦唐漢少伯仲叔儂寬厚良善美壯勤勉儉恭謙遜敬孝友悌甫原源元沅貴富旺興盈滿足謀略謹慎言語默樸素簡約清涼冰寒霜露雯霧虹暉曙曜昀昕晗晧晶晴暢朋奇琛珀瑄瑤璋璟祈祐祺禧稜穗穎竹筱籬粲糖純紜絲綾緋縈羲翎翱肯胤舫艾芬苑茉莞菊萱葳葶蒂蓉蓓蔚薏薇藍蘭蘿虔蜜裳詠詮詰詹語誼謙貞賦趙跡蹊軒輔輪轅迅迪述逵遙鄉醇釉銀鋆鋒錚鍊鏡鑑閎閔關陞陵階隼雁集雪雷電霏靄靚青靖靜韋韜韻頌頡顥馥騁驍驛鬱魁鯨鳴鴻鵑鶯鹿黎黛鼎甄慈"
)
_WORDS = frozenset(
    "明天 文學 大學 國文 安心 安全 家庭 真心 心靜 正文 天文 美國 德國 英國 友善 慧心 國家 春天 雨天 雪天 語文 英文 德文 永真 信義 忠信 正義 仁愛 國語 英語 德語 大家 家人 公家 思維 維修 學生 學員 文青 如以 正宗 真正 春菊 玉蘭 月亮 高雄 高士 秋冬 夏冬 森林 明星 智利 勝利 清明 冬天 秋天 夏天 福建 美華 安安靜靜".split()  # noqa: SIM905 - a list would be one word a line
) - {"美華"}
_NO_NAME = (
    "誰", "什", "怎", "甚", "啥", "不", "沒", "客", "會員", "學生", "老", "新", "女生", "男生", "管理", "第", "台灣", "好", "來", "要", "想", "在", "你", "您", "我", "他", "她",
    "那", "這", "一", "很", "有", "是", "的", "了", "他", "賣家", "買家", "外送", "計程車", "車", "小姐", "先生", "小編", "名字", "上午", "上次", "上週", "上個", "上禮", "上面", "上網", "下", "說", "幫", "真", "從", "用", "為", "因", "去", "剛", "覺", "指", "問", "做", "個", "比", "住", "大哥", "大姐", "貨", "快遞", "系統", "老闆", "客服",
)  # fmt: skip
_STOP = r"(?=[,.!?;:，。！？；、~\s()（）]|$|[啦喔哦唷呢啊呀哈欸耶吧囉]|我|的(?!$)|本人|想|請|要|你|您|電話|手機|訂單|信箱|住|就|即可|可以|也可|在|穿|而?不是|謝謝|先生|敬上|來|跟|今天|之前|之|人在|家住|今年|有)"
_LATIN = r"[a-z][a-z'’.-]{1,20}(?: [a-z][a-z'-]{1,20}){0,2}"
SURE_SIGNS = "".join(sorted(_GIVEN))
GIVEN_SIGNS = "".join(sorted(_AFTER_SURNAME))
# After "my name is": anything that is no other word.
TOLD = rf"(?P<v>(?:{DOUBLE}|[{SURNAMES}])[一-鿿]{{1,2}}?{_STOP}|[一-鿿]{{2,3}}?{_STOP}|[一-鿿]{{2,4}}(?=[,，。!\s]|$)|{_LATIN})"
# Surnames that begin other words as well.
_RARER = rf"[{''.join(sorted(set(SURNAMES) - set(_PLAIN_SURNAMES)))}](?![中職雄級山門屬天領上來一二三四五六日末湖季頭徑式復假續度早董時況泳裝係心便全院家客栗林貓犬水魚身親純獨品幕單純達利州])"
# After "I am", which more often says something else: a surname with a name, 小明, 阿哲, or signs of given names.
LIKELY = rf"(?P<v>(?:{DOUBLE}|[{_PLAIN_SURNAMES}])[一-鿿]{{1,2}}?{_STOP}|[{SURNAMES}][{GIVEN_SIGNS}]{{1,2}}{_STOP}|[{SURNAMES}][一-鿿][{SURE_SIGNS}]{_STOP}|[{SURNAMES}][{SURE_SIGNS}][{GIVEN_SIGNS}]{_STOP}|{_RARER}[一-鿿](?![人生族派控迷粉員者班級的隊])[一-鿿](?=[,，。!！~\s]|$)|[{SURE_SIGNS}][明川奇達展然皓昊奕翊宥叡悅菲琦暢光平]{_STOP}|[小阿][一-鿿]{{1,2}}?{_STOP}|[小阿][a-z]{{1,8}}(?=[,.!?;:，。！？、~\s啦喔哦唷呢啊呀哈欸耶吧囉就]|$)|[{SURE_SIGNS}]{{2}}{_STOP}|{_LATIN}(?=[,.!?;:，。！？、~\s啦喔哦唷呢啊呀哈欸耶吧囉]|$))"
_SMALL = re.compile(
    r"小(?:姐|編|資|孩|朋|氣|心|白$|學|號|的|時|時候|店|公司|姑|型|農)|阿(?:姨|伯|公|嬤|婆)"
)
_LATIN_NO = frozenset(
    [
        "vip",
        "admin",
        "root",
        "ok",
        "hi",
        "hello",
        "line",
        "email",
        "size",
        "xl",
        "xxl",
        "xs",
        "hr",
        "it",
        "pm",
        "the",
        "a",
        "an",
        "ceo",
        "s",
        "m",
        "l",
    ]
)


def is_no_name(low: str) -> bool:
    """Whether it says who somebody is in some other way than by name."""
    if len(low) == 2 and low[0] == "老" and low[1] in SURNAMES:  # noqa: PLR2004 - 老王
        return False
    return (
        low in _WORDS
        or low in _LATIN_NO
        or low.startswith(_NO_NAME)
        or _SMALL.match(low) is not None
        or re.search(rf"{TITLE}\Z|[的了嗎]", low) is not None
    )


def told(heard: Heard, confidence: float = PLAIN) -> Iterator[Statement]:
    """The name at `v`."""
    said = heard.words().strip()
    low = said.lower()
    if not said or is_no_name(low):
        return
    if re.search("公司|店|品牌|工作室", heard.sentence.low[: heard.match.start()]) and re.match(
        "(?:現在|以後|改)", heard.match[0].strip()
    ):
        return
    said = unicodedata.normalize("NFKC", said)
    value = said.title() if said.isascii() and said.islower() else said
    start = heard.place()[0]
    if clean_value("name", value) is None:
        return
    yield heard.statement(
        "name", value, span=(start, start + len(said)), confidence=confidence,
        ended=heard.has("not"),
    )  # fmt: skip


def is_like_name(said: str) -> bool:
    """Whether it is a name by itself, without a word that says so."""
    low = said.lower()
    return re.fullmatch(LIKELY, low) is not None and not is_no_name(low)


_FULL = re.compile(rf"(?:{DOUBLE}|[{SURNAMES}])[一-鿿]{{2}}")
_MORE = frozenset("侑諭伃翊宸翰豪婕叡甯玥璿歆妍溱淇暐")


def stands_alone(said: str, *, whole: bool = False) -> bool:
    """Whether two or three signs between marks are a name; `whole`: only with a family's name."""
    low = said.lower()
    if is_no_name(low) or low in _TALK:
        return False
    if _FULL.fullmatch(low):
        return _gives(low[-2:], _AFTER_SURNAME | _MORE) or _gives(low[-1:], _GIVEN | _MORE)
    if whole or len(low) != 2:  # noqa: PLR2004 - given names
        return False
    if low[0] in "小阿大":
        return low[1] in _AFTER_SURNAME and _SMALL.match(low) is None
    if low[0] in SURNAMES and low[1] in _MORE:
        return True
    some, rest = _GIVEN | _MORE, _AFTER_SURNAME | _MORE | {"子"}
    first, second = low[0], low[1]
    return (first in some and second in rest) or (first in rest and second in some)


def _gives(signs: str, given: frozenset[str]) -> bool:
    return all(one in given for one in signs)


# Made of signs of names, and no names.
_TALK = frozenset(
    "安安 好文 明天 文青 真心 安心 大家 大安 大同 小心 大力 大方 美美 天天 心安 永和 中和 平安 安平 信義 仁愛 和平 平溪 金山 萬華 士林 高雄 如何 真真 可可 佳佳的 恭喜 全家 大學 家人 貞潔 開心 永遠 安靜 天真 信心 明白 溫柔 文雅 真誠 樂天 清新 明亮 珍惜 友好 安康 英明 美妙 恩愛 美容 靜心 慧眼 文件 貴賓 富貴 寶貴 春雨 精美 完美 美好 華麗 善心 愛心 光明 清楚 如同 以及 于是 如此 樂意 雅虎 美觀 天空 平均 文字 國內 國外 心情 心得 中心 家中 永久 台中 嘉義 彰化 新竹 花蓮 宜蘭 美國 英國 德國 泰國".split()  # noqa: SIM905 - as above
)


def signs_of_names() -> frozenset[str]:
    """That given names are made of."""
    return _AFTER_SURNAME | _MORE
