"""Who they are, how to address them, and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.rule import PLAIN, But, Heard, LineRule
from chat_server.hearing.text import Line

from . import names
from .words import DOUBLE, GROUND, SURNAMES, TITLE

LANGUAGES = {
    "英文": "en", "英語": "en", "美語": "en", "中文": "zh-TW", "國語": "zh-TW", "華語": "zh-TW", "繁中": "zh-TW", "台語": "nan", "日文": "ja", "日語": "ja", "韓文": "ko", "韓語": "ko",
    "泰文": "th", "泰語": "th", "俄文": "ru", "俄語": "ru", "德文": "de", "德語": "de", "法文": "fr", "法語": "fr", "西班牙文": "es", "西班牙語": "es", "冰島文": "is", "冰島語": "is", "越南文": "vi",
}  # fmt: skip
LANGUAGE = "(?:繁體|簡體)?(?P<v>" + "|".join(LANGUAGES) + ")"
_TITLED = rf"(?P<v>(?:{DOUBLE}|[{SURNAMES}])[一-鿿]{{0,2}}?{TITLE}|[{SURNAMES}](?:董|總|媽媽|爸爸|太|媽|姐|哥|桑|醫師娘|董事長|會長|校長|站長|姊))"
_CALL = r"(?:請|就|可以|可|都|直接|麻煩|希望|人家)*(?:叫我|稱(?:呼)?我(?:為|作|叫|一聲)?|喊我|叫)"
_SIGNED = re.compile(
    r"(?:\n|[。!！,，~ ])\s*(?P<v>[一-鿿]{2,4}?|[A-Za-z][A-Za-z]{1,20}(?: [A-Z][a-z]+)?) ?(?:敬上|謹上|啟上|敬啟|留言|留|上)\s*\Z"
)
_THANKED = re.compile(
    rf"(?:謝謝|感謝|多謝|麻煩)(?:[你您妳]們?|了|喔)?[,，。!！~ ]+(?P<v>(?:{DOUBLE}|[{SURNAMES}])[一-鿿]{{2}})\s*\Z"
)
_LAST_LINE = re.compile(
    r"(?:\n|以上[,，]|by )\s*(?:[-—~]+\s*)?(?P<v>[一-鿿]{2,3}|[A-Z][a-z]{1,20}(?: [A-Z][a-z]+)?)\s*\Z"
)
_NOT_BUT = re.compile(
    r"[「\"]?(?P<v>[一-鿿]{2,3})[」\"]?,? ?(?:而)?不是[「\"]?(?P<wrong>[一-鿿]{2,3})[」\"]?(?=[,，。!\s喔啦]|$)|不是[「\"]?(?P<wrong2>[一-鿿]{2,3})[」\"]?[,， ]*(?:而)?是[「\"]?(?P<v2>[一-鿿]{2,3})[」\"]?(?=[,，。!\s喔啦]|$)"
)


def _sir(heard: Heard) -> Iterator[Statement]:
    """As 陳小姐: how to address them."""
    yield heard.statement("form_of_address", heard.words(), span=heard.place())


def _likely(heard: Heard) -> Iterator[Statement]:
    """小晴的媽媽 is not 小晴."""
    if heard.sentence.low.startswith("的", heard.match.end()):
        return iter(())
    return names.told(heard, 0.9)


def _spelled(heard: Heard) -> Iterator[Statement]:
    """Sign by sign: 林 志 成."""
    value = "".join(heard.words().split())
    if names.is_like_name(value):
        yield heard.statement("name", value, span=heard.place())


def _latin(heard: Heard) -> Iterator[Statement]:
    """Bare behind "I" a name needs its capital."""
    if heard.line.capital(heard.place()[0]) and len(heard.match["v"]) > 2:  # noqa: PLR2004 - XL
        yield from names.told(heard, 0.9)


def signed(line: Line) -> Iterator[Statement]:
    """The name under a letter."""
    found = _SIGNED.search(line.text, max(0, len(line.text) - 60)) or _LAST_LINE.search(
        line.text, max(0, len(line.text) - 40)
    )
    if found is None:
        found = _THANKED.search(line.text, max(0, len(line.text) - 40))
    if found is not None and names.is_like_name(found["v"]):
        yield Statement("name", found["v"], 0.95, *found.span("v"))


def renamed(line: Line) -> Iterator[Statement]:
    """One name in place of another."""
    found = _NOT_BUT.search(line.low)
    if found is None:
        return
    right = "v" if found["v"] else "v2"
    wrong = "wrong" if found["wrong"] else "wrong2"
    both = (found[wrong].lstrip("是叫"), found[right].lstrip("是叫"))
    if line.asked != "name" and not all(names.is_like_name(one) for one in both):
        return
    for group, ended in ((wrong, True), (right, False)):
        start, end = found.span(group)
        value = line.text[start:end].lstrip("是叫")
        start = end - len(value)
        yield Statement("name", value, 0.95, start, end, ended=ended)


_rule = GROUND.rule


def _with_surname(heard: Heard) -> Iterator[Statement]:
    """敝姓張 張家豪 and 我姓歐陽 單名一個靖."""
    surname, said = heard.words("s"), heard.words()
    whole = said if said.startswith(surname) else surname + said
    start, end = heard.place("s")[0], heard.place()[1]
    yield heard.statement("name", whole, span=(start, end))


def _not_sir(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("form_of_address", heard.words(), span=heard.place(), ended=True)


RULES = (
    _rule("不用 不要 別 不必", rf"(?:不用|不要|別|不必)(?:再)?(?:叫|稱呼?|喊)我{_TITLED}", _not_sir, But.SUPPOSED | But.REPORTED),
    _rule("叫 名字 姓名 本人 改名", rf"(?:我(?P<not>不)?(?:的?(?:本名|中文名|英文名|全名|名)字?)?(?:是)?叫(?:做|作)?|我的?(?:中文|英文|全)?(?:名字|姓名|大名|本名)(?:叫做?|是|:| )+|本人(?:叫|是)?|小弟叫|小妹叫|(?:現在|以後)(?:改)?叫|改名(?:叫|為|成)+)[ :]*{names.TOLD}", names.told, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED, near=True),
    _rule("本名", rf"(?:^|[,，。 ])(?:我的?)?本名(?:是|叫|:)*{names.TOLD}", names.told, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS, near=True),
    _rule("名字不", rf"我的?名字(?P<not>不(?:是|叫)) ?{names.TOLD}", names.told, PLAIN),
    _rule("我是 是我 這裡是 這邊是 我係 這是 敝人 在下 自我介紹", rf"(?<![一-鿿]不)(?:^|[,.!?;:，。！、~\s]|(?=先自我)|嗨|哈囉|hi|hello|您?你?好|不好意思|先生|小姐)(?:我(?P<not>不)?[是係]|這裡是|這邊是|我這邊是|敝人(?:是)?|在下(?:是)?|(?:先|跟您|跟你們)*自我介紹(?:一下)?[,，: ]+)(?:剛剛?|之前|上次|昨天|前幾天|今天)?(?:[^,，。 ]{{2,8}}的(?=(?:[一-鿿]{{2,3}}|[a-z]{{2,12}})(?:[,，。!啦喔 ]|$)))?(?:客人|買家|訂購人|會員|顧客)? ?{names.LIKELY}", _likely, But.SUPPOSED | But.REPORTED | But.ASKED, near=True),
    _rule("我是 這裡是 這邊是", rf"(?:^|[,，。!~\s]|你好|您好)(?:我是|這裡是|這邊是)(?:[^,，。\s]{{2,10}}的)?(?:公司)?(?:採購|業務|行政|總務|會計|人資|福委|秘書|助理|經理|主任|專員|店長|老師|社長|負責人|工程師|護理師|設計師|組長|課長|窗口|承辦人?)(?:人員)?(?P<v>(?:{DOUBLE}|[{SURNAMES}])[一-鿿]{{2}}|[小阿][一-鿿])(?=[,，。!~\s]|$|[啦喔])", _likely, But.SUPPOSED | But.REPORTED | But.ASKED, near=True),
    _rule("叫", rf"(?:^|[,，。 ])叫(?!我|他|她|你){names.TOLD.replace('(?P<v>', '(?P<v>(?!名字)')}(?=就(?:好|行|可以)|即可|吧|也可)", names.told, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("我", r"我 ?[叫是] (?P<v>[一-鿿](?: [一-鿿]){1,3})(?=[,，。! ]|$)", _spelled, But.SUPPOSED | But.REPORTED | But.ASKED),
    _rule("我", r"(?:^|[,，。!~ ]|嗨|哈囉|hi|hello|你好|您好)我(?:就)? ?(?P<v>[a-z][a-z'-]{1,15})(?=[,，。.!~]|$|[啦喔欸呀]| [一-鿿])", _latin, But.SUPPOSED | But.REPORTED | But.ASKED),
    _rule("姓名 名字 大名 訂購人 訂購者 姓氏 會員名 收件人", rf"(?:^|[,，。\s])(?:我(?:這邊|的)?)?(?:(?:會員)?姓名(?:是|:| )*|(?:名字|大名|訂購[人者]|下單人|會員名)(?:(?:就|請)?[寫填留打]|是|:| )+|收件人(?:就)?(?:寫)?是?我[,，: ]+(?:叫)?){names.TOLD}", names.told, But.REPORTED | But.ASKED, near=True),
    _rule("叫我 喊我 稱我", rf"(?:可以|請|就|都|也)*(?:叫|喊|稱)我(?:一聲|做|作|為)? ?(?!{_TITLED.replace('(?P<v>', '(?:')}){names.TOLD}", names.told, But.SUPPOSED | But.REPORTED | But.ASKED, near=True),
    _rule("姓", rf"(?:我|敝人?|免貴|小弟|小妹|本人|在下)姓 ?(?P<v>{DOUBLE}|[{SURNAMES}])(?!名)(?![,，]? ?[一-鿿]{{1,4}}(?:[,，。\s]|$))(?!名)", names.told, PLAIN),
    _rule("姓", rf"(?:我|敝人?|免貴|本人|小弟|小妹|在下)姓 ?(?P<s>{DOUBLE}|[{SURNAMES}])(?:[,， ]+|(?=名))(?:名(?:字)?(?:叫|是)?|叫|單名(?:一個)?(?:叫|是)?)?(?P<v>(?!叫|我|請|名|單)[一-鿿]{{1,4}})(?<!先生)(?<!小姐)(?<!女士)(?=[,，。!\s喔啦]|$)", _with_surname, PLAIN),
    _rule("桑 小姐 先生 女士 太太 醫 老師 教授 博士 律師 經理 主任 總 董 媽 姐 哥 大姐 同學", rf"(?:(?:^|[,.!，。！\s]|您?你?好)(?:我是|敝姓|這裡是|我這邊是)(?:剛剛?|剛才|上午|下午|早上|昨天|之前|上次|稍早)?(?:來電|打來|打電話|聯絡|詢問|問)?(?:過)?(?:的|那位)* ?(?:[{SURNAMES}][,， ]+{_CALL} ?)?|{_CALL} ?){_TITLED}(?![一-鿿]{{0,3}}說)(?!的|介紹|推薦|叫我)", _sir, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED, near=True),
    _rule("您 敬語 敬稱 客氣 客套 拘 官腔 加 名字 正式 「你 用你 輕鬆 隨性 隨意 自在 叫我", r"(?:不用|別|不要|不必|不需要|免|不想要?|甭)(?:一直|老是|再|那麼|這麼|太|用|加|叫我|稱呼我|對我|跟我|講|說|什麼|的|到){0,4}[「\"]?(?:您|敬語|敬稱|尊稱|客氣(?![,，。!]?$)|客套|拘謹|拘禮|拘束|正式|官腔|嚴肅|見外)|(?:不用|別|不要|不必)(?:再)?(?:加|叫我?)(?:什麼)?[「\"]?(?:小姐|先生|女士|稱謂)|(?:跟|對)我(?:真的)?(?:不用|別|不必|不要)(?:這麼|那麼|太)?(?:客氣|拘|見外|客套)|(?:直接|就|直)(?:叫|喊|呼)(?:我)?(?:的)?名字(?!\w?叫)|(?:叫|喊)(?:我)?(?:的)?名字(?:就)?(?:好|可以|行|即可|吧)|互[稱叫]名字|用[「\"]?你[」\"]?(?:稱呼我?)?(?:就|也)?(?:好|可以|行)|(?:輕鬆|隨性|隨意|自在|像朋友)(?:一點|一些|地聊|就好|聊)", takes.fixed("form_of_address", "informal"), But.SUPPOSED | But.REPORTED),
    _rule("您 敬語 敬稱 正式 尊稱", r"(?<!不)(?<!別)(?:請|希望|麻煩|要|可以|比較習慣|比較喜歡|習慣|最好|想)[^,，。]{0,8}(?:用|以|稱呼?)[^,，。]{0,6}(?:敬稱|敬語|尊稱|「您」|\"您\"|您(?=稱呼|相稱|來|$)|正式(?:一點)?的?(?:稱呼|語氣|用語|方式|口吻|說法)?)|(?:請|希望|麻煩)(?:你們|您|各位)?正式(?:地)?稱呼|(?:請|希望|麻煩|最好)[^,，。]{0,6}正式(?:一點|一些|點)(?:地?(?:稱呼|說話|講話|稱我|跟我)|$|[,，。!])", takes.fixed("form_of_address", "formal"), But.SUPPOSED | But.REPORTED | But.DENIED),
    _rule(" ".join(LANGUAGES), rf"(?:用|[說講](?!得)|以|[換改切][成用為]|切換[成到為]|轉[成為]|回覆?我?|可以|能|習慣|偏好|只[會懂]|看得懂|聽得懂|懂)(?:一下)?{LANGUAGE}(?!書|版|課|名|老師|歌|的?說明|字|不)", takes.word("language", LANGUAGES), But.REPORTED | But.DENIED | But.OTHERS | But.SUPPOSED | But.PAST),
    _rule(" ".join(LANGUAGES), rf"[換改]{LANGUAGE}(?=跟|說|講|吧|可以|好|回)", takes.word("language", LANGUAGES), But.REPORTED | But.DENIED | But.SUPPOSED),
    _rule(" ".join(LANGUAGES), rf"(?:還是|換回|改回|切回|回到|轉回|改)(?:用|說|講|打)?{LANGUAGE}(?=吧|好了|就好|$|[,，。!~啦喔])", takes.word("language", LANGUAGES), But.REPORTED | But.DENIED | But.SUPPOSED),
    _rule("english thai japanese russian", r"\b(?:reply|answer|write|speak|respond|continue|switch)(?: to)?(?: me)?(?: back)?(?: in)? (?P<v>english|thai|japanese|russian|icelandic)\b", takes.word("language", {"english": "en", "thai": "th", "japanese": "ja", "russian": "ru", "icelandic": "is"}), But.REPORTED | But.SUPPOSED),
    _rule(" ".join(LANGUAGES), rf"(?:會(?:說|講)|有)(?:沒有人)?{LANGUAGE}(?:的?人|客服|的客服)?嗎", takes.word("language", LANGUAGES), But.REPORTED | But.DENIED | But.SUPPOSED),
    _rule(" ".join(LANGUAGES), rf"(?:^|[,，。 ]){LANGUAGE}(?:就好|可以嗎|好嗎|比較(?:好|順|方便|習慣)|溝通(?!也|ok|沒問題|都)|ok嗎|回覆?)", takes.word("language", LANGUAGES), But.REPORTED | But.DENIED | But.SUPPOSED),
)  # fmt: skip
LINE_RULES = (
    LineRule(
        frozenset({"敬上", "謹上", "敬啟", "啟上", "上", "留", "\n", "謝", "麻煩", "以上"}), signed
    ),
    LineRule(frozenset({"不是"}), renamed),
)
