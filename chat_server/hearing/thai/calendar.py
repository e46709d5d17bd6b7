"""Days as they are named in Thailand: วันที่ 5 เดือนหน้า, 5 ธ.ค. 2569, 5/12/69, ศุกร์หน้า."""

from __future__ import annotations

import re
from datetime import date, timedelta

from chat_server.hearing.dates import Calendar

from .numerals import WORDED, number

_ERA = 543
_SHORT_ERA, _SHORT_CENTURY, _FULL_ERA = 43, 100, 2400
_JUST_PASSED = timedelta(days=14)
MONTHS = {
    word: number_
    for number_, row in enumerate(
        (
            "มกราคม ม.ค. มกรา มค.", "กุมภาพันธ์ ก.พ. กุมภา กพ.", "มีนาคม มี.ค. มีนา มีค.", "เมษายน เม.ย. เมษา เมย.", "พฤษภาคม พ.ค. พฤษภา พค.", "มิถุนายน มิ.ย. มิถุนา มิย.",
            "กรกฎาคม ก.ค. กรกฎา กค.", "สิงหาคม ส.ค. สิงหา สค.", "กันยายน ก.ย. กันยา กย.", "ตุลาคม ต.ค. ตุลา ตค.", "พฤศจิกายน พ.ย. พฤศจิกา พย.", "ธันวาคม ธ.ค. ธันวา ธค.",
        ),
        1,
    )
    for word in row.split()
}  # fmt: skip
WEEKDAYS = {
    word: number_
    for number_, row in enumerate(("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"))
    for word in row.split()
}
_UNITS = {"วัน": 1, "สัปดาห์": 7, "อาทิตย์": 7, "เดือน": 30}
_MONTH = "|".join(sorted((word.replace(".", r"\.") for word in MONTHS), key=len, reverse=True))
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])"


def _year(said: str) -> int:
    year = int(said)
    if year > _FULL_ERA:
        return year - _ERA
    if year < _SHORT_CENTURY:
        return year + (2500 - _ERA if year > _SHORT_ERA else 2000)
    return year


def _whole(parts: dict[str, str], today: date) -> date:
    month = int(parts["n"]) if "n" in parts else MONTHS[parts["m"]]
    day = int(parts["d"])
    if "y" in parts:
        return date(_year(parts["y"]), month, day)
    if "next" in parts:
        return date(today.year + 1, month, day)
    this = date(today.year, month, day)
    return this if this >= today - _JUST_PASSED else date(today.year + 1, month, day)


def _next_month(parts: dict[str, str], today: date) -> date:
    months = today.month
    return date(today.year + months // 12, months % 12 + 1, int(parts["d"]))


def _of_month(parts: dict[str, str], today: date) -> date:
    day = int(parts["d"])
    if day >= today.day:
        return today.replace(day=day)
    return (today.replace(day=1) + timedelta(days=32)).replace(day=day)


def _weekday(parts: dict[str, str], today: date) -> date:
    wanted = WEEKDAYS[parts["w"]]
    if "next" in parts:
        return today + timedelta(days=7 - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _ahead(parts: dict[str, str], today: date) -> date | None:
    count = number(parts["c"])
    return today + timedelta(days=count * _UNITS[parts["u"]]) if count else None


_NAMED = re.compile(rf"(?<!\d)(?<!\d )(?:เดือน)?(?P<m>{_MONTH})(?P<next>(?:นี้)?ปีหน้า)?")


def first_of_month(low: str, today: date) -> date | None:
    """Of a month that is named without a day, when it comes next."""
    found = _NAMED.search(low)
    if found is None:
        return None
    month = MONTHS[found["m"]]
    return date(today.year + bool(found["next"] or month <= today.month), month, 1)


_WEEKDAY = "(?P<w>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"
_ON = "(?P<w>จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์)"
CALENDAR = Calendar(
    months={},
    weekdays=WEEKDAYS,
    near={"มะรืนนี้": 2, "มะรืน": 2, "พรุ่งนี้": 1, "วันนี้": 0, "คืนนี้": 0, "เย็นนี้": 0},
    numbers={},
    units=_UNITS,
    special=(
        (rf"(?<!\d){_DAY} ?(?:เดือน)?(?P<m>{_MONTH})(?:(?:ปี)? ?(?:พ\.ศ\. ?)?(?P<y>20\d\d|25\d\d|[67]\d(?![\d:.]))|(?P<next>ปีหน้า))?", _whole),
        (rf"(?<![\d./-]){_DAY}[/.-](?P<n>1[0-2]|0?[1-9])[/.-](?P<y>20\d\d|25\d\d|\d\d)(?![\d/])", _whole),
        (rf"(?<![\d./-]){_DAY}/(?P<n>1[0-2]|0?[1-9])(?![\d/])", _whole),
        (rf"(?:วันที่ ?)?{_DAY} ?เดือนหน้า", _next_month),
        (rf"วันที่ ?{_DAY}(?: ?(?:เดือนนี้|นี้))?(?![\d/.])", _of_month),
        (rf"วัน{_WEEKDAY}(?:ที่)?(?P<next>หน้า|สัปดาห์หน้า|อาทิตย์หน้า)", _weekday),
        (rf"{_ON}(?P<next>หน้า|สัปดาห์หน้า|อาทิตย์หน้า)", _weekday),
        (rf"(?:วัน{_WEEKDAY}|{_ON.replace('<w>', '<x>')}นี้)", lambda parts, today: _weekday({"w": parts.get("w") or parts["x"]}, today)),
        (rf"(?:อีก|ภายใน) ?(?P<c>\d{{1,2}}|{WORDED}) ?(?P<u>วัน|สัปดาห์|อาทิตย์|เดือน)", _ahead),
    ),
    patterns=(r"(?P<near>{near})",),
    years_from=_ERA,
)  # fmt: skip
