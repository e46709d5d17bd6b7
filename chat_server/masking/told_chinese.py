"""Chinese names in the places of a sentence where a person stands: there a flower's name is somebody too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.chinese.names import is_no_name
from chat_server.hearing.chinese.words import DOUBLE, SURNAMES

from .han_words import may_be_given, points_of
from .lists import words

_V = "(?P<v>[一-鿿]{2,3}?)"
_ROLES = r"(?:老公|老婆|先生|太太|丈夫|妻子|女兒|兒子|媽媽?|爸爸?|妹妹?|姐姐?|姊姊?|弟弟?|哥哥?|表[姐姊妹哥弟]|堂[姐姊妹哥弟]|朋友|閨蜜|同事|同學|室友|男友|女友|鄰居|主管|老闆|會計|秘書|助理|業務|客服|專員|店員|店長|經理|主任|司機|外送員|快遞員?|郵差|警衛|保全|管理員|管家|房東|房客|阿姨|叔叔|伯伯|舅舅|姑姑|外婆|外公|阿嬤|阿公|爺爺|奶奶|孫子|孫女|姪子|姪女|外甥|老師|教練|醫生|護士|倉庫的?|櫃檯的?|門市的?|你們(?:家|那邊|店裡|倉庫)?的)"
_CLOSES = r"(?=$|[^一-鿿]|[的說要想會有在跟也都去來買訂收拿簽付用穿戴取代幫回寄問打叫給才就還先沒不]|今天|昨天|明天|生日|已經|剛剛|上班|本人|覺得|介紹|推薦|反應|處理|自己)"
_ENDS = (
    r"(?=$|[^一-鿿]|[的說要有在代拿取收簽領]|是別人|本人|就好|才對|一起|知道|上班|處理|簽收|代收)"
)
_PATTERNS = tuple(
    re.compile(one)
    for one in (
        # A field that is filled in: the one who fetches, pays, signs.
        rf"[人者員][:：] ?{_V}(?=$|[^一-鿿])",
        rf"(?:^|\n|[,，。!！] ?)(?:嗨|哈囉|嘿|親愛的|敬愛的|hi|hello|hey|dear)[,， ]?(?:我是)?{_V}(?=$|[^一-鿿]|你好|您好|早安|午安|晚安)",
        rf"(?:{_ROLES}){_V}{_CLOSES}",
        rf"(?:(?:請找|找一下|改成|改由|改給|轉交(?:給)?|交給|寫給|送給|買給|獻給|署名|不是|而是|代收是|簽收的?是|是跟|多謝|謝謝|感謝)[,， ]?){_V}{_ENDS}",
        rf"(?:^|(?<=[^一-鿿])){_V}(?=生日|今天有|有上班|在嗎|的生日|上$|敬上|(?:本人)?簽收|代收|幫我|跟我一起|,謝謝|，謝謝|[,，]?(?:你好|您好)|(?:說|要|想|會|的)(?:[可要換退拿收去來再穿我他她鞋衣外尺名]))",
    )
)
# Of these the first, where hardly anything but a name stands.
_SURE, _RATHER = 2, 2
_NOBODY = frozenset(
    "大家 各位 你們 我們 他們 她們 客服 小編 店家 店員 老闆 朋友 老師 先生 小姐 女士 寶貝 賣家 買家 管理 團隊 有人 沒人 請問 想問 你好 您好 早安 午安 晚安 這件 那件 這個 那個 黑色 白色 紅色 藍色 綠色 黃色 灰色 紫色 粉色 米色 深藍 淺藍 大號 小號 中號 宅配 超商 店取 自取 郵局 黑貓 匯款 刷卡 退款 退貨 換貨 取消 昨天 今天 明天 已經 剛剛 沒有 不是 可以 因為 所以 如果 客人 司機 警衛 本人 別人 自己 家人 鄰居 同事 對方 系統 物流 快遞 包裹 外套 鞋子 手套 帽子 衣服 商品 訂單 尺寸 顏色 地址 電話 名字 幫我 謝謝 生日 老公 老婆 太太 媽媽 爸爸 女兒 兒子 弟弟 妹妹 哥哥 姐姐 姊姊 一起 一直 也要 都要 我要 我媽 我爸 我弟 我妹 我哥 我姐 我姊 我先 我太 我女 我兒".split()  # noqa: SIM905 - a list would be one word a line
)
# Two signs of a family are hardly ever anything else.
_DOUBLE = re.compile(rf"(?P<v>(?!第五|東方|南宮|夏侯大){DOUBLE}[一-鿿]{{1,2}}?)(?=$|[^一-鿿]|[的說要想會有在跟和與也都是去來買訂收拿簽]|先生|小姐|女士)")  # fmt: skip
_SMALL = re.compile("[小阿老大][一-鿿]")
_NO_END = frozenset("的了嗎呢吧啊喔是在有要會說也都就我你他她們個件這那")


def found(low: str) -> Iterator[Span]:
    """In folded text that has Chinese signs."""
    for at, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(low):
            if _is_somebody(match["v"], sure=at < _SURE):
                yield Span(match.start("v"), match.end("v"), Kind.NAME)
    for match in _DOUBLE.finditer(low):
        if match["v"][-1] not in _NO_END:
            yield Span(match.start("v"), match.end("v"), Kind.NAME)


def _is_somebody(said: str, *, sure: bool) -> bool:
    if said in _NOBODY or said in words("zh") or said[-1] in _NO_END:
        return False
    if any(said[at : at + 2] in _NOBODY for at in range(len(said) - 1)):
        return False
    family = len(said) > 2 and said[0] in SURNAMES  # noqa: PLR2004 - and two of the given
    if sure or re.match(DOUBLE, said):
        return True
    if is_no_name(said) and said in words("words_zh") and min(map(points_of, said)) < _RATHER:
        return False
    if _SMALL.fullmatch(said):
        return said not in words("words_zh")
    return may_be_given(said[1:] if family else said)
