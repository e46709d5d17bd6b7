"""With whom they live, for whom they work, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard

from .places import TOWNS
from .words import GROUND, SURNAMES, TITLE

_N = "[一兩二三四五六七八九十\\d]"
_CHILD = "(?:小孩子?|孩子|兒子|女兒|寶寶|小朋友|小鬼|男孩|女孩|男生|女生|雙胞胎)"
_PET = "(?:狗狗?|貓咪?|毛小孩|兔子|鳥|鸚鵡|倉鼠|柯基|柴犬|黃金獵犬|拉布拉多|貴賓|米克斯|橘貓|黑貓|法鬥|臘腸)"
_ROLE = "(?:[一-鿿]{0,6}(?:經理|主任|專員|助理|工程師|設計師|嚮導|領隊|教練|秘書|負責人|店長|主管|護理師|護士|醫師|醫生|律師|會計師|建築師|攝影師|廚師|組長|課長|處長|總監|執行長|創辦人|業務員|業務|採購人員|採購|總務|行政人員|行政|人資|會計|出納|老師|教師|講師|教授|導遊|編輯|分析師|顧問|司機|警察|消防員|軍人|公務員|店員|客服人員|社工|研究員|老闆|財務|倉管|理專|理事長|秘書長|社長|團長|校長|祕書|企劃|福委|主委|公關|志工|領班|攝影|翻譯|作家|藝術家|工頭|店經理))"
_NO_FIRM = re.compile(
    r"^(?:敝|我們?|你們?|貴)?(?:公司|學校|醫院|銀行|工廠|店裡?)$|家$|家裡|哪|外面|^這|^那|這裡|這邊|那裡|台灣|幼稚園$|幼兒園$|補習班$|餐廳$|國外|大公司|小公司|科技業|你們|辦公室|一家|一間|同一|自己|網路|線上|市區|竹科|園區|政府|高中$|國小$|國中$|大學$|外商$|銀行業|服務業|^旅行社$|政府機關|外送"
)
_FIRM_END = r"(?=[,.，。!！?？\s、]|$|做|工作|上班|任職|服務|擔任|當|的|訂|想|要|做|負責)"
_FIRM = rf"(?P<v>[^,.，。!！?？\s、:：「」]{{2,24}}?|[a-z][a-z&. -]{{1,24}}?){_FIRM_END}"
_KIND = "(?:股份有限公司|有限公司|企業社|工作室|旅行社|公司|科技|企業|集團|事務所|基金會|協會|商行|國小|國中|高中|大學|學校|社團|登山社|飯店|民宿|咖啡|咖啡廳|餐廳|診所|醫院|銀行|工程行)"


def _said(heard: Heard, key: str, *groups: str) -> Iterator[Statement]:
    for group in groups:
        if heard.has(group):
            start, _ = heard.place(group)
            said = heard.words(group)
            kept = said.strip(" ,.:：「」")
            start += said.index(kept)
            yield heard.statement(
                key, kept, span=(start, start + len(kept)), confidence=0.9, ended=heard.has("not")
            )


def _household(heard: Heard) -> Iterator[Statement]:
    return _said(heard, "household", "v", "w", "x", "y")


def _firm(heard: Heard) -> Iterator[Statement]:
    for one in _said(heard, "company", "v", "w", "x", "y", "z"):
        value = one.value or ""
        bare = value.removesuffix("市").removesuffix("縣")
        if _NO_FIRM.search(value) or bare in TOWNS or len(value) < 2:  # noqa: PLR2004 - 華碩
            return
        if value.isascii() and one.start is not None and not heard.line.text[one.start].isupper():
            return
        yield one


def _role(heard: Heard) -> Iterator[Statement]:
    for one in _said(heard, "company_role", "v", "w", "x"):
        if not re.match(
            rf"(?:你們|新手|老(?!師|闆)|好|[{SURNAMES}]{TITLE}|系統|網站|壞|問|找)", one.value or ""
        ):
            yield one


_OWN = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED | But.PAST
_rule = GROUND.rule


def _known(heard: Heard) -> bool:
    return heard.match["v"] in _BIG


_BIG = frozenset(
    [
        "台積電",
        "聯發科",
        "鴻海",
        "華碩",
        "宏碁",
        "廣達",
        "誠品",
        "長榮",
        "華航",
        "中華電信",
        "台電",
        "中油",
        "國泰",
        "富邦",
        "中信",
        "玉山",
        "統一",
        "全聯",
        "家樂福",
        "聯電",
        "台達電",
        "緯創",
        "光寶",
        "友達",
    ]
)


def _left(heard: Heard) -> Iterator[Statement]:
    if (
        re.search("上班|工作|任職|離職|辭職", heard.match[0])
        or heard.match["v"] in _BIG
        or re.search(_KIND, heard.match["v"])
    ):
        yield from _firm(heard)


def _babies(heard: Heard) -> Iterator[Statement]:
    count = {"一": "一", "二": "兩", "兩": "兩", "三": "三", "四": "四"}[heard.match["v"][0]]
    yield heard.statement("household", f"{count}個小孩", span=heard.place(), confidence=0.9)


RULES = (
    _rule("個 孩 兒子 女兒 寶", rf"(?:有|養|帶|生了?|家裡|我們?家|跟|和|與|還有|是)(?:了)?(?:我)?[^,，。]{{0,4}}?(?P<v>(?:{_N}個|對|一對)(?:[一二兩三四五六七八九十\d]{{1,2}}歲的?)?(?:{_CHILD})(?:跟{_N}個{_CHILD})?)(?!朋友|要|穿|用)", _household, _OWN, near=True),
    _rule("隻 養 狗 貓", rf"(?:有|養|家裡|跟|和|還有|,|，|^|是)(?:了)?(?P<v>{_N}隻{_PET}|{_N}隻[一-鿿]{{0,3}}{_PET})|養(?:了)?(?P<w>{_PET})", _household, _OWN, near=True),
    _rule("口 家 個人", rf"(?P<v>(?:我們)?(?:一)?家{_N}口)|(?P<w>{_N}口(?:人|之家))|(?:我們?家|家裡|我們)(?:總共|一共|共|裡)?(?:有|是|住)?(?P<x>{_N}個(?:人|大人))(?!要|去|買|份|穿)", _household, _OWN, near=True),
    _rule("住 獨居 同住", rf"(?:我|自己|目前|現在)?(?P<v>(?:自己)?一個人住|獨居)|(?:我)?(?:跟|和|與)(?:我)?(?P<w>(?:老公|老婆|先生|太太|爸媽|父母|男友|女友|男朋友|女朋友|室友|家人|媽媽|爸爸|公婆|阿嬤|妹妹|姊姊|哥哥|弟弟)(?:(?:跟|和|還有|與|、)[^,，。]{{1,8}})?)(?:{_N}個人|倆)?(?:一起)?(?:同住|住)(?!在?飯店)", _household, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED | But.PAST, near=True),
    _rule("寶媽 寶爸 寶", r"(?:我是)?(?P<v>[一二兩三四]寶)(?:媽|爸)", _babies, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    # Work
    _rule("上班 工作 任職 服務 擔任 當", rf"(?:我|本人|目前|現在|我目前|我現在|平常)?(?:是)?(?:換到|在|轉到) ?{_FIRM}(?:上班|工作|任職|服務|當|擔任|做)", _firm, _OWN, near=True),
    _rule("任職 就職 跳槽 轉職 服務於 公司", rf"(?:任職|就職|服務)(?:於|在) ?{_FIRM}|我(?:任職|上班)的公司是 ?(?P<x>[^,.，。!?\s]{{2,20}})|(?:^|[,，])公司(?:是|叫) ?(?P<y>[^,.，。!?\s]{{2,20}}?)(?=[,，。]|$)|我們公司[（(「](?P<z>[^）)」]{{2,20}})[）)」]|(?:跳槽|轉職|換工作|換)(?:到|去) ?(?P<w>[^,.，。!?\s]{{2,20}}?)(?:上班|工作|任職)?(?:了|[,，。!]|$)", _firm, _OWN, near=True),
    _rule("公司 店 品牌", rf"(?:我們?的?|我|敝|本|我開的)(?:公司|店|品牌)(?:名稱)?(?:是|叫|叫做|名稱是|:|名叫)+ ?{_FIRM}|(?:開了?|經營)(?:一)?(?:家|間)?(?:小|咖啡|服飾)?(?:公司|店|工作室|民宿|餐廳|咖啡廳)叫(?:做)?(?P<w>[^,.，。!?\s]{{2,20}})", _firm, _OWN, near=True),
    _rule("公司名稱 抬頭 統編 統一編號 發票", r"(?:公司名稱|(?:發票)?抬頭(?:請)?(?:開|打|寫)?|統編(?:請)?(?:開|打)給?|單位名稱|公司行號)(?:是|為|:|給| )+(?P<v>[^,.，。!?\s\d:]{2,24})|抬頭請?(?:開|打|寫)(?P<w>[^,.，。!?\s\d:]{2,24})", _firm, _OWN, near=True),
    _rule("代表", r"代表 ?(?P<v>[^,.，。!?\s]{2,20}?)(?=訂|來|詢|跟|採|購|想|要|[,，。]|$)", _firm, _OWN, near=True),
    _rule("我們 我是 這裡是 敝公司", rf"(?:^|[,，。!~ ]|好)(?:我們(?:這邊)?是(?!想)|我是|這裡是|我這邊是|敝公司是) ?(?P<v>(?!一(?!心)|做|在|你|跟|第|代|公司|幫)[^,.，。!?\s]{{1,16}}?{_KIND})(?:的(?P<r>{_ROLE})?|(?=[,，。! ]|$))", _firm, _OWN, near=True),
    _rule("我是 我們是", r"(?:^|[,，。!~ ]|好)我是 ?(?P<v>(?!你|他|她|公司|真|新|老|女|男|台|外|那|這|上|之|想|要|來|跟|昨|前|住|做|小|大)[一-鿿]{2,6}|[A-Za-z][A-Za-z&-]{1,20})的(?=[,，。!]|$)", lambda heard: _firm(heard) if heard.line.asked == "company" or _known(heard) else (), _OWN, near=True),
    _rule("離開 離職 不在 不做", r"(?P<not>(?:已經)?(?:離開|從)|(?:已經|現在)?(?:不在|沒在)) ?(?P<v>[^,.，。!?\s]{2,14}?)(?:離職|辭職|上班|工作|任職)?了", _left, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("企劃 福委 主委 公關 經理 主任 專員 助理 師 導 教練 秘書 負責人 店長 主管 護士 醫生 組長 課長 總監 執行長 創辦人 業務 採購 總務 行政 人資 會計 領隊 老闆 員 顧問 司機 導遊 公務員 長", rf"(?:我是|我當|我做|本人是|我也是|^是|我?本身是|我的工作是|我這邊是|目前是|我的職業是)(?:公司的?|老闆的|[一-鿿]{{1,4}}部的|我們公司的?|這間?(?:民宿|店|餐廳)的|公司福委會的|一名|一位|一個|那裡的|這家店的|店裡的|(?P<f>[^,.，。!?\s]{{2,16}}?)的)? ?(?P<v>{_ROLE})(?=[,，。!~\s]|$|啦|喔|,|，|想|要|負責|的)|(?:擔任|當|做)(?:一名|一位|公司的?)?(?P<w>{_ROLE})|(?:升|升上|升任|升為|晉升|升職當|升成)(?:了)?(?P<x>{_ROLE})", _role, _OWN, near=True),
    _rule("職稱 職位 職務 負責 頭銜 職業", r"(?:我的?)?(?:職稱|職位|職務|頭銜|職業)(?:是|:|為)+ ?(?P<v>[一-鿿]{2,10}|[a-z]{2,20})|我?(?:在公司)?負責(?:公司的?)?(?P<w>採購|行政|總務|人資|行銷|會計|業務|財務|公關|招募|倉儲)", _role, _OWN, near=True),
)  # fmt: skip
