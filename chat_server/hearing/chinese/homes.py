"""Where they live, and where they will."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.moves import day_of_move
from chat_server.hearing.rule import But, Heard
from chat_server.hearing.takes import LIKELY

from .names import is_like_name
from .numerals import SIGNS, number
from .towns import NATIVE, TOWN
from .words import GROUND, KIN

_NOT_FOR_LONG = r"(?!的?(?:朋友|飯店|民宿|旅館|青旅|倉庫)|[^,，。 ]{0,2}(?:出生|出差|玩|旅|念書|讀書|上班|工作|唸書|長大|當兵|(?<![想要找])買|收|轉機|機場|逛|門市|開店))"
_NEXT_WEEK = re.compile("下[週周]|下個?(?:星期|禮拜)")
_MONTH = re.compile(
    rf"(?P<year>[明後]年)?的?(?P<month>\d{{1,2}}|{SIGNS}{{1,2}})月(?!\d|[一二三四五六七八九十]{{1,3}}[日號])"
)
_LATER = re.compile(r"(?:(?<!不)會|將|(?<!不)要|開始|準備|預計)[^,，。]{0,2}\Z")
_PLANNED = re.compile(r"(?:想|要|會|將|打算|準備|計畫|預計)[^,，。]{0,8}\Z")
_AT_A_TIME = re.compile(
    rf"(?:下個?月|下[週周]|下個?(?:星期|禮拜)|[明後]年|(?:\d|{SIGNS})月|月[初中底]|[日號]|(?<!\d)\d{{1,2}}/\d{{1,2}})[^,，。]{{0,6}}\Z"
)
# From then on.
_FROM_THEN = re.compile(r"(?:起|開始|以後|之後)(?:就|我|會|都|人)*\Z")
# A place that no list has: few signs behind 住, and none that make another word.
_NO_PLACE = re.compile(
    r"[樓家舍店院的很這那哪裡邊面上外了過不好獨同起遠近久慣址宿飯民旅公套透頂隔老娘朋鄉市郊海北部南台一兩幾得到在都比較太冷熱濕]|附近|習慣"
)


def _month(low: str, today: date) -> date | None:
    """The first of a month that is named without a day."""
    found = _MONTH.search(low)
    month = number(found["month"]) if found else None
    if found is None or month is None or not 1 <= month <= 12:  # noqa: PLR2004 - months
        return None
    years = {"明年": 1, "後年": 2}.get(found["year"] or "", int(month <= today.month))
    return date(today.year + years, month, 1)


_NOT_YET = re.compile(r"等(?:到)?(?:我|我們)?(?:以後|之後)?\Z")
_NOT_THERE = re.compile(r"(?:不|沒)(?:再|有)?住(?:在)?[那這](?:裡|邊|了|$)|(?<!已經)不是現在住")


def _home(heard: Heard) -> Iterator[Statement]:
    low = heard.match["v"]
    named = re.search(r"(?:^|[,，。 ])([一-鿿]{2,3})\Z", heard.sentence.low[: heard.match.start()])
    if named is not None and is_like_name(named[1]):
        return
    if low.isascii() and not heard.line.capital(heard.place()[0]):
        return
    if re.search(
        "(?:公司|辦公室|店面?|工作室|倉庫|學校)(?:已經|都|也|剛)*\\Z",
        heard.sentence.low[: heard.match.start()],
    ):
        return
    if _NOT_YET.search(heard.sentence.low[: heard.match.start()]) or _NOT_THERE.search(
        heard.sentence.low, heard.match.end()
    ):
        return
    yield heard.statement("home", heard.words(), span=heard.place(), ended=heard.has("not"))


def _will_live(heard: Heard) -> Iterator[Statement]:
    """From the day that is named on; without one it is a plan and nothing more."""
    start = day_of_move(heard, month="下個月", year="明年", week=_NEXT_WEEK, named=_month)
    if start is not None:
        for one in _home(heard):
            yield replace(one, valid_from=start)


def _back(heard: Heard) -> Iterator[Statement]:
    if heard.has("v"):
        yield from _home(heard)
    elif not heard.match["w"].isascii():
        yield heard.statement("home", heard.words("w"), span=heard.place("w"))


def _lives(heard: Heard) -> Iterator[Statement]:
    """Now, unless it is said of later."""
    before = heard.sentence.low[: heard.match.start()]
    later = _LATER.search(before) or (_FROM_THEN.search(before) and _MONTH.search(before))
    return _will_live(heard) if later else _home(heard)


def _moved(heard: Heard) -> Iterator[Statement]:
    """Now, or from the day that is named in the clause; what is only wished or said with "will" is heard elsewhere."""
    before = heard.sentence.low[: heard.match.start()]
    if _PLANNED.search(before):
        return
    done = (
        re.match("[^,，。]{0,3}了", heard.sentence.low[heard.match.end() :]) is not None
        or "了" in heard.match[0]
    )
    planned = _AT_A_TIME.search(before) is not None and not done
    found = list(_will_live(heard)) if planned else []
    yield from found or _home(heard)


def _unlisted(heard: Heard) -> Iterator[Statement]:
    if not _NO_PLACE.search(heard.match["v"]):
        yield heard.statement("home", heard.words(), span=heard.place(), confidence=LIKELY)


def _not_there(heard: Heard) -> Iterator[Statement]:
    group = "v" if heard.has("v") else "w"
    if heard.match[group].isascii():
        return
    yield heard.statement("home", heard.words(group), span=heard.place(group), ended=True)


_MOVED = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.PAST | But.ASKED
_rule = GROUND.rule
RULES = (
    _rule("住", rf"(?:^|[,，。 ]|我|們|現在|目前|平常|可是|但是?|還是|都|(?:現在|目前|我)人)(?:是)?住(?:在)?(?!{TOWN.replace('(?P<v>', '(?:')})(?P<v>[一-鿿]{{2,4}}?)(?:那邊|這邊|附近|一帶|農場附近)?(?=[,，。!~\s]|$|[啦喔欸])", _unlisted, _MOVED, near=True),
    _rule("不在 回", rf"(?P<not>我(?:已經|現在|人)*不在) ?{TOWN}了|(?:^|[,，。 ]|我|就|又|已經)(?:搬|遷|調)?回(?:到|去)?(?:老家)?{TOWN.replace('<v>', '<w>')}(?:住|定居|生活)?了", _back, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED),
    _rule("住 居 定居 租 窩在 落腳 房子在", rf"(?<![不沒])(?<!以前)(?<!之前)(?<!曾經)(?:居住在?|定居在?|現居|租(?:屋|房子?)?在|窩在|落腳在|房子在|住在|住(?!址|宿))(?:於|到|回)?(?:了)? ?{TOWN}{_NOT_FOR_LONG}", _lives, _MOVED, near=True),
    _rule("住址 家 居住地 所在地", rf"(?:住址|居住地|所在地|我們?家|家裡?|住家)(?:就)?(?:是|在|位於|:) ?{TOWN}{_NOT_FOR_LONG}(?!.{{0,12}}[路街巷號])", _home, _MOVED, near=True),
    _rule("人在 我在 目前在 現在在 是在 這裡是", rf"(?:(?<![一-鿿])|我|本)(?:人在|(?:我|目前|現在|我現在|我目前)(?:都|是|就)?在) ?{TOWN}(?=[,，。!~\s]|$|沒錯|這邊|這裡|啦|喔|可以|有)", _home, _MOVED | But.ASKED),
    _rule("人", rf"(?:我|我們|本人)(?:也)?是(?:住)?(?:在)?{NATIVE}人(?![員生])", _home, _MOVED, near=True),
    _rule("搬", rf"(?<!想)(?<!要)(?<!會)(?<!將)(?:搬家?|遷|調)(?:到|去|來|回|至)(?:了)? ?{TOWN}(?!.{{0,3}}(?:要多|運費嗎))", _moved, _MOVED, near=True),
    _rule("搬", rf"(?:要|會|將|準備|預計)[^,，。搬]{{0,8}}(?:搬家?|遷)(?:到|去|來|回|至) ?{TOWN}", _will_live, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED, near=True),
    _rule("不住 沒住 沒有住 不在 不是住 搬離 離開", rf"(?P<not>(?:已經|現在)?(?:不|沒|沒有)(?:再|是)?住在?|(?:已經|現在)(?:不在|離開)|搬離|搬出)(?:了)? ?{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("以前 之前 曾經 過去 本來 原本", rf"(?P<not>(?:以前|之前|曾經|過去|本來|原本)(?:是|都|也)?住(?:在)?) ?{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("不是", rf"(?:住|在|是|搬到)(?:在)?[^,，。]{{2,5}},?不是{TOWN.replace('<v>', '<w>')}|不是住?(?:在)?{TOWN}", _not_there, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("住 租", rf"(?:我)?(?:跟|和|與)(?:我)?{KIN}們?(?:現在|目前)?(?:一起|合)?(?:租|住)(?:在)? ?{TOWN}{_NOT_FOR_LONG}", _home, _MOVED & ~But.OTHERS, near=True),
    _rule("生活 定居 長住 落腳", rf"(?:我)?(?:現在|目前|已經|人)*在 ?{TOWN}(?:生活|定居|長住|落腳|安家)", _home, _MOVED, near=True),
    _rule("來自", rf"(?:我來自|我們來自|我是從) ?{TOWN}(?!寄|出發|買|訂|搬)", _home, _MOVED, near=True),
)  # fmt: skip
