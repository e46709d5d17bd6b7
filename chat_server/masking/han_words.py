"""Chinese text cut into words: two signs that make no word, and that given names are written with, are somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.chinese.names import is_no_name
from chat_server.hearing.chinese.words import DOUBLE, SURNAMES

from .lists import words

_RUN = re.compile("[一-鿿]+")
_LONGEST_RUN, _LONGEST_WORD = 400, 4
# What a word costs, a sign that often stands alone, and any other.
_WORD, _ALONE, _SIGN = 10, 12, 17
_ENOUGH, _PAIR, _NEAR = 6, 2, 10
_CLOSING, _SIGNING = frozenset("啦喔哦啊呀") | {""}, frozenset("上收敬代")
# Signs that are seldom a family's name when they stand before others.
_DOUBTFUL = frozenset(
    "連許簡溫康程馬石田周高方白金夏江何古童關池史任顧毛錢章萬武安常甘莫申向易應伊龍路包左景官冷滿解單管盛項段葉辛費雷熊柴陶苗舒魯聞巢衛柏祝曲牛商沙花於從因別經能成全明平和都會要時水查那東車同文代通能容尚孔公計強充詹樂家支班後皮封桂丁于游"
)
# Before somebody: who brings, asks, thanks; words for people stand at the end of theirs.
_LEADS = frozenset(
    "給 不是 就是 而是 那是 那就 找 請 跟 和 與 及 叫 是 替 幫 問 送 讓 為 由 聽 見 認識 聯絡 聯繫 謝謝 感謝 多謝 你好 您好 哈囉 嗨 嘿 通知 轉告 告訴 交給 打給 寄給 送給 轉給 還給 退給 留給 拿給 傳給 麻煩 拜託 推薦 介紹 陪 約 等 載 姓名 名字 署名 等等 代替 祝".split()  # noqa: SIM905 - a list would be one word a line
)
_PEOPLE = re.compile(
    r"(?:朋友|同事|老公|老婆|太太|先生|女兒|兒子|媽媽?|爸爸?|妹妹?|姐姐?|姊姊?|弟弟?|哥哥?|室友|男友|女友|主管|老闆|客服|店員|專員|鄰居|同學|阿姨|叔叔|爺爺|奶奶|外公|外婆|阿公|阿嬤|舅舅|姑姑|女婿|媳婦|警衛|司機|房東|管理員|店長|保全|助理|秘書|總務|會長|理事長?|幹事|業務|窗口|導遊|教練|里長|班長|隊長|團長|代表|廚師|設計師|工程師|師傅|志工|房客|屋主|業者|負責人|阿伯|阿嫂|阿弟|阿妹|老闆娘|先生|女士|學長|學姐|學弟|學妹|老師|小姐|孫子|孫女|姪女|外甥|寶寶|小孩|保母|團購主|會計|櫃檯|人員|主任|經理|孩子|閨蜜|表姐|表妹|堂哥|乾媽|婆婆|公公|狗狗?|貓咪?|毛小孩)的?$"
)
_NAMED = re.compile(
    r"(?:叫做|叫作|名叫|小名|本名|綽號|外號|暱稱|取名|改名)(?:是|叫|做)?$|(?:狗狗?|貓咪?|毛小孩|兔子?|鸚鵡|寵物|小孩|女兒|兒子|朋友|同事|妹妹?|弟弟?|孫子|孫女)(?:的?名字)?(?:叫|是叫)$"
)
_BEHIND = re.compile(
    r"[說想跟和與及的掛簽接有在會要去來也都就還先今昨前後幫已可建敬收穿買訂住問講寄付回告推答介午早晚退又不沒是拿取用戴喜愛需八九七六五四三十覺抱喊試選領代總轉你您呢嗎啊吧好各一兩很真最常每剛才到從把被讓應該能最近打等負寫給經理,，。]|先生|小姐|阿姨|叔|伯|姐|姊|哥|老師|媽|爸|女士|同學|經理|主任"
)

# Signs that begin what somebody does or is, and no name.
_NO_HEAD = frozenset(
    "我你妳您他她它這那哪誰什甚怎為因要想會能可不沒有無在從向往到把被讓給跟和與或但而且也都就才又再還很太最更真好來去買賣訂寄收退換付給刷查問說講看聽用做吃喝穿戴拿住找叫等請幫是的了過著吧嗎呢啊男女新舊老客回第一二三四五六七八九十百千萬兩幾多少每各某同別另其此該本貴上下前後今明昨早晚現剛已正只先常忘怕急氣喜愛討覺知學生"
)
_CALLS = re.compile(
    r"(?:(?<=^)|(?<=[^一-鿿]))(?:我是|我叫|叫我|我就是|這裡是|這邊是|我這邊是|改叫|改唸|唸做|唸作|讀做|就叫|那就|就|筆名|本名|人稱|大家都?叫我|都叫我|喊我|請叫|昵稱|暱稱|藝名|本人|在下|敝人|小弟|小妹|小女子|小女|小的|我姓名是|名字改成)(?:是|叫)?(?P<v>[一-鿿]{2,3})(?=$|[^一-鿿]|[啦喔哦啊呀唷耶捏]|本人|報到|這邊|(?<=[一-鿿]{2})(?:住|在))"
)
_REPORTS = re.compile(
    r"(?:(?<=^)|(?<=[^一-鿿])|(?<=的)|(?<=人))(?P<v>[一-鿿]{2,3}?)(?=(?:報到|本人|這邊|在此|敬啟|留言|上線|駕到|又來了|來囉|我啦|(?:啦|唷|喔)(?: |$|[~～,，!！])))"
)
_FAMILY = re.compile(
    rf"(?:我叫|叫我|我是|本名|就叫)(?P<c>[一-鿿])(?=[,，。]|$)|^(?P<d>(?![好對嗨喂是有沒行哦喔嗯啊欸那不咦嘿噢唉來可要快謝讚棒早安誒耶呃呵哈嘖哇])[一-鿿])(?=[,，]|字打|字寫)|(?:我是|我叫|叫我|就叫)(?P<a>(?!vip|app|line|ig|fb|pro|new|old|kol|hr|it|pm)[a-z]{1, 14})(?![a-z])|(?:(?<=不是)|(?<=是)|(?<=姓)|(?<=叫))(?P<v>[{SURNAMES}])(?=[,，。!！ ]|$)|^(?P<w>[{SURNAMES}])(?:[。!！~～,，]| |$)|[,，。 ](?P<x>[{SURNAMES}])$"
)
_ELDERS = "爸媽姐姊哥弟妹叔伯姨嬸嫂公婆師董總姑舅爺奶"
_TITLED = re.compile(
    rf"(?P<t>(?![和有時別單任能成都全水向平安])[{SURNAMES}](?:先生|小姐|太太|女士|媽媽|爸爸|老師|阿姨|伯伯|叔叔|爺爺|奶奶|大哥|大姐|同學|經理|主任|董事長|老闆|師傅|醫師))|在下(?P<z>[{SURNAMES}][a-z])|(?P<v>[{SURNAMES}][爸媽姐姊哥叔伯姨嬸嫂董總])(?=$|[^一-鿿]|[說的要想有在跟也都是會來去買訂])|(?P<w>[{SURNAMES}][阿小大][一-鿿])|(?P<x>[阿小][一-鿿](?:妹妹|姐姐|姊姊|哥哥|弟弟|阿姨|[{_ELDERS}])(?=$|[^一-鿿]|[說的要想有在跟也都是會來去買訂本了]))"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    said: str


@cache
def _signs() -> dict[str, frozenset[str]]:
    """By how much rather a given name than a word is written with them: 3, 2, 1; "n" hardly; "c" often words by themselves."""
    return {line[0]: frozenset(line[1:]) for line in words("signs_zh")}


@cache
def _listed() -> frozenset[str]:
    return words("words_zh") | words("zh")


@lru_cache(maxsize=4096)
def points_of(sign: str) -> int:
    """How much rather a given name than a word is written with it: from 3 to -4."""
    signs = _signs()
    for points in (3, 2, 1):
        if sign in signs[str(points)]:
            return points
    return -4 if sign in signs["n"] else 0


def may_be_given(said: str) -> bool:
    """Whether each of its two signs stands rather in given names, though both may make a word."""
    points = [points_of(sign) for sign in said]
    return len(points) == _PAIR and min(points) >= 0 and sum(points) > _PAIR


@lru_cache(maxsize=4096)
def _cut(run: str) -> tuple[_Piece, ...]:
    """The cheapest way through it."""
    listed, alone, size = _listed(), _signs()["c"], len(run)
    best, came = [0] + [size * 100] * size, [0] * (size + 1)
    for at in range(size):
        for end in range(at + 1, min(size, at + _LONGEST_WORD) + 1):
            said = run[at:end]
            if end == at + 1:
                cost = _ALONE if said in alone else _SIGN
            elif said in listed:
                cost = _WORD
            else:
                continue
            if best[at] + cost < best[end]:
                best[end], came[end] = best[at] + cost, at
    found, end = [], size
    while end:
        found.append(_Piece(came[end], end, run[came[end] : end]))
        end = came[end]
    return tuple(reversed(found))


def found(low: str) -> Iterator[Span]:
    """In folded text that has Chinese signs."""
    yield from _called(low)
    for run in _RUN.finditer(low):
        said = run[0][:_LONGEST_RUN]
        cut = _cut(said)
        for at, piece in enumerate(cut):
            for end in _ends(cut, at):
                whole = said[piece.start : end]
                if _is_somebody(said, cut, at, whole, low[run.end() : run.end() + 1]):
                    yield Span(run.start() + piece.start, run.start() + end, Kind.NAME)
                    break


def _called(low: str) -> Iterator[Span]:
    """Who says what to be called: there whatever is no word is a name."""
    for pattern in (_CALLS, _REPORTS):
        for match in pattern.finditer(low):
            said = match["v"]
            if said[0] not in _NO_HEAD and not _is_listed(said) and said[-1] not in "的了":
                yield Span(match.start("v"), match.end("v"), Kind.NAME)
    for match in _FAMILY.finditer(low):
        group = match.lastgroup or "v"
        if match[group] not in _DOUBTFUL or group in "wacd":
            yield Span(*match.span(group), Kind.NAME)
    for match in _TITLED.finditer(low):
        group = match.lastgroup or "v"
        said = match[group]
        if group == "w" and (said[0] in _DOUBTFUL or said[1:] in _listed()):
            continue
        if said not in _listed() and said[:2] not in _NOBODY:
            yield Span(*match.span(group), Kind.NAME)


_NOBODY = frozenset(
    [
        "小姐",
        "小孩",
        "小朋",
        "小編",
        "小弟",
        "小妹",
        "小女",
        "小兒",
        "小狗",
        "小貓",
        "小店",
        "阿姨",
        "阿公",
        "阿嬤",
        "阿伯",
        "阿婆",
        "阿爸",
        "阿母",
    ]
)


def _is_listed(said: str) -> bool:
    """A word, or words behind each other, which names are not."""
    if said in _listed():
        return min(map(points_of, said)) < 1
    return len(said) > _PAIR and (said[:2] in _listed() or said[1:] in _listed()) and said[0] not in SURNAMES  # fmt: skip


def _ends(cut: tuple[_Piece, ...], at: int) -> Iterator[int]:
    """Where names of three and two signs that begin there can end, the longer ones first."""
    for size in (4, 3, 2):
        end = cut[at].start + size
        if any(one.end == end for one in cut[at : at + size]):
            yield end


def _is_somebody(run: str, cut: tuple[_Piece, ...], at: int, said: str, beyond: str) -> bool:
    start, end = cut[at].start, cut[at].start + len(said)
    before, behind = run[max(0, start - _NEAR) : start], run[end : end + 2]
    closed = not behind or _BEHIND.match(behind) is not None
    if closed and len(said) <= len("陳怡君") and _NAMED.search(before):
        return True
    family, given = _parted(said)
    if len(given) != _PAIR or is_no_name(said):
        return False
    last = cut[at - 1].said if at else ""
    of_people = _PEOPLE.search(before) is not None
    points = [points_of(sign) for sign in given]
    if min(points) < 0 and not (max(points) > _PAIR and (of_people or last in _LEADS)):
        return False
    worded = any(len(one.said) > 1 and one.said != family for one in cut[at:] if one.end <= end)
    if worded and (given in words("zh") or said in words("zh")):
        return False
    sure = family != "" and family not in _DOUBTFUL
    if sure and of_people and behind[:1] in _CLOSING:
        return True
    count = sum(max(-1, one) for one in points) - 3 * worded + 3 * sure + (1 if closed else -1)
    count += 1 if family and not sure else 0
    count += _of_context(before, last, of_people=of_people, family=family)
    if not worded and not before and not behind and (family or beyond in {"", "\n"}):
        count += 1
    return count + (sure and not worded and behind[:1] in _SIGNING) >= _ENOUGH


def _of_context(before: str, last: str, *, of_people: bool, family: str) -> int:
    """What stands before tells of somebody, or does not."""
    if last in _LEADS:
        return 1
    if of_people:
        return 2
    if not before:
        return 1
    return 0 if family else -1


def _parted(said: str) -> tuple[str, str]:
    """The family's name, if it has one, and the given one."""
    if re.match(DOUBLE, said) and len(said) > _PAIR:
        return said[:2], said[2:]
    if len(said) > _PAIR and said[0] in SURNAMES:
        return said[0], said[1:]
    return "", said
