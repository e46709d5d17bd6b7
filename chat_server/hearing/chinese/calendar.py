"""Days as they are named in Taiwan: 5/20, 十二月十日, 民國116年, 下個月5號, 下下週五."""

from __future__ import annotations

from datetime import date, timedelta

from chat_server.hearing.dates import Calendar

from .numerals import SIGNS, number

_MINGUO = 1911
_CENTURY = 2000
_JUST_PASSED = timedelta(days=14)
_N = rf"(?:\d{{1,2}}|{SIGNS}{{1,3}})"
WEEKDAYS = {
    word + day: number_
    for word in ("週", "周", "星期", "禮拜", "礼拜")
    for number_, days in enumerate(("一", "二", "三", "四", "五", "六", "日天"))
    for day in days
}
_UNITS = {
    "天": 1,
    "日": 1,
    "週": 7,
    "周": 7,
    "個星期": 7,
    "星期": 7,
    "個禮拜": 7,
    "禮拜": 7,
    "個月": 30,
}


def _whole(parts: dict[str, str], today: date) -> date | None:
    month, day = number(parts["m"]), number(parts["d"])
    if not month or not day:
        return None
    if "y" in parts:
        year = int(parts["y"])
        if "roc" in parts or year < 200:  # noqa: PLR2004 - years of the republic
            year += _MINGUO
        return date(year, month, day)
    if "next" in parts:
        return date(
            today.year + len(parts["next"].replace("年", "").replace("明", "x")), month, day
        )
    this = date(today.year, month, day)
    return this if this >= today - _JUST_PASSED else date(today.year + 1, month, day)


def _next_month(parts: dict[str, str], today: date) -> date | None:
    ahead, day = parts["ahead"].count("下"), number(parts["d"])
    months = today.month - 1 + ahead
    return date(today.year + months // 12, months % 12 + 1, day) if day else None


def _week_after(parts: dict[str, str], today: date) -> date:
    ahead = parts["ahead"].count("下")
    return today + timedelta(days=7 * ahead - today.weekday() + WEEKDAYS[parts["weekday"]])


def _this_month(parts: dict[str, str], today: date) -> date | None:
    day = number(parts["d"])
    if not day:
        return None
    if day >= today.day:
        return today.replace(day=day)
    return (today.replace(day=1) + timedelta(days=32)).replace(day=day)


def _ahead(parts: dict[str, str], today: date) -> date | None:
    count = number(parts["n"])
    return today + timedelta(days=count * _UNITS[parts["unit"]]) if count else None


CALENDAR = Calendar(
    months={},
    weekdays=WEEKDAYS,
    near={"大後天": 3, "後天": 2, "明天": 1, "明日": 1, "明晚": 1, "今天": 0, "今日": 0, "今晚": 0},
    numbers={},
    units=_UNITS,
    special=(
        (rf"(?P<roc>民國) ?(?P<y>\d{{2,3}}) ?[年/.] ?(?P<m>{_N}) ?[月/.] ?(?P<d>{_N})[日號号]?", _whole),
        (rf"(?P<y>20\d\d|1[12]\d) ?年 ?(?P<m>{_N}) ?月 ?(?P<d>{_N})[日號号]?", _whole),
        (rf"(?:(?P<next>明年)(?:的)?|今年的?)?(?<!\d)(?P<m>{_N}) ?月 ?(?P<d>{_N})(?:[日號号]|(?![\d個天元件]))", _whole),
        (r"(?<![\d./-])(?:(?P<y>20\d\d)/)?(?P<m>0?[1-9]|1[0-2])/(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/])", _whole),
        (rf"(?P<ahead>下+)個?月的?(?P<d>{_N})[日號号]", _next_month),
        (r"(?P<ahead>下+)個?(?P<weekday>{weekday})".replace("{weekday}", "|".join(WEEKDAYS)), _week_after),
        (r"(?:這個|本)?月(?P<d>\d{1,2})[日號号]", _this_month),
        (rf"(?:再|還有)?(?P<n>\d{{1,2}}|{SIGNS}{{1,3}})(?P<unit>個星期|個禮拜|個月|星期|禮拜|週|周|天|日)(?:後|以後|之後|內|内|之內)", _ahead),
        (r"(?:再|還有)(?P<n>\d{1,2}|[一二兩三四五六七八九十])(?P<unit>個星期|個禮拜|個月|天)", _ahead),
        (r"(?<![\d月/])(?P<d>[12]?\d|3[01])[號号](?=[^,，。]{0,6}(?:生日|婚禮|結婚|出發|要|是))(?!碼)", _this_month),
    ),
    patterns=(r"(?P<near>{near})", r"(?:這|本)?(?:個)?(?P<weekday>{weekday})"),
)  # fmt: skip
