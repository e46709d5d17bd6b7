"""Numbers in Chinese signs, amounts of money with them, and hours of the day."""

from __future__ import annotations

import re

from chat_server.hearing.amounts import Amounts

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "壹": 1, "二": 2, "兩": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"萬": 10_000, "万": 10_000}
SIGNS = "[零〇一二兩两三四五六七八九十百千萬万]"
# "3千", "1.5萬", "兩千五".
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}(?!\d)|\d{{1,7}}(?:\.\d{{1,2}})?(?: ?[百千萬万k](?![a-z]))?|{SIGNS}{{1,8}})"
_CODES = {
    "TWD": r"nt\$?|ntd|twd|新?台幣|元|塊錢?|圓",
    "EUR": r"€|eur(?:os?)?|歐元?",
    "USD": r"us\$|\$|usd|美[元金]",
    "GBP": r"£|gbp|英鎊",
    "JPY": r"¥|jpy|日[圓幣元]",
    "THB": r"฿|thb|泰銖",
    "ISK": r"isk|冰島克朗",
}
CURRENCY = "(?:" + "|".join(_CODES.values()) + ")"
AMOUNT = rf"(?:(?:{CURRENCY})[ ]?)?{NUMBER}(?:[ ]?(?:{CURRENCY})(?![a-z]))?"
PRICED = rf"(?:(?:{CURRENCY})[ ]?{NUMBER}|{NUMBER}[ ]?(?:{CURRENCY})(?![a-z]))"
SPAN = r"[ ]?(?:-|–|—|~|到|至)[ ]?"


def number(said: str) -> int | None:
    """三千 → 3000, 兩千五 → 2500, 1.5萬 → 15000."""
    said = said.replace(",", "").replace(" ", "")
    mixed = re.fullmatch(r"(\d+(?:\.\d+)?)([百千萬万k])?", said)
    if mixed is not None:
        times = {**_UNITS, **_MYRIADS, "k": 1000}.get(mixed[2] or "", 1)
        return int(float(mixed[1]) * times)
    return _in_signs(said)


def _in_signs(said: str) -> int | None:
    total, part, digit, last = 0, 0, 0, 1
    for sign in said:
        if sign in DIGITS:
            digit = DIGITS[sign]
            last = last if digit else 10
        elif sign in _UNITS:
            last = _UNITS[sign]
            part += (digit or 1) * last
            digit = 0
        elif sign in _MYRIADS:
            last = _MYRIADS[sign]
            total += (part + digit or 1) * last
            part = digit = 0
        else:
            return None
    # Of 兩千五 the five counts hundreds; of 十五 it counts ones.
    tail = digit * (last // 10) if last > 10 else digit  # noqa: PLR2004 - tens
    return total + part + tail


_AMOUNTS = Amounts(NUMBER, CURRENCY, _CODES, number)
span = _AMOUNTS.span
_EITHER = re.compile(
    r"(?P<first>[一二兩三四五六七八])(?P<second>[二兩三四五六七八九])(?P<unit>[百千萬万])"
)


def amount(said: str) -> str | None:
    """兩三百歐 → 200-300 EUR."""
    either = _EITHER.search(said)
    if either is None or DIGITS[either["second"]] != DIGITS[either["first"]] + 1:
        return _AMOUNTS.amount(said)
    return span(either["first"] + either["unit"], said[either.start("second") :])
