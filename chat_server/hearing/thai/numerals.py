"""Numbers in Thai words, amounts of money with them, and hours of the day."""

from __future__ import annotations

import re

from chat_server.hearing.amounts import Amounts

DIGITS = {
    "ศูนย์": 0, "หนึ่ง": 1, "นึง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
_UNITS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000, "k": 1000}
_ONE = "(?:" + "|".join(DIGITS) + ")"
_UNIT = "(?:" + "|".join(unit for unit in _UNITS if unit != "k") + ")"
WORDED = rf"(?:(?:{_ONE})?{_UNIT}(?:{_ONE}|{_UNIT}){{0,6}}|{_ONE})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}(?!\d)|\d{{1,7}}(?:\.\d{{1,2}})?(?: ?(?:{_UNIT}|k(?![a-z]))(?:{_ONE})?)?|{WORDED})"
_CODES = {
    "THB": r"฿|thb|baht|บาท",
    "EUR": r"€|eur(?:os?)?|ยูโร",
    "USD": r"us\$|\$|usd|ดอลลาร์|เหรียญ",
    "GBP": r"£|gbp|ปอนด์",
    "JPY": r"¥|jpy|เยน",
    "TWD": r"nt\$|twd|ดอลลาร์ไต้หวัน",
}
CURRENCY = "(?:" + "|".join(_CODES.values()) + ")"
AMOUNT = rf"(?:(?:{CURRENCY})[ ]?)?{NUMBER}(?:[ ]?(?:{CURRENCY})(?![a-z]))?"
PRICED = rf"(?:(?:{CURRENCY})[ ]?{NUMBER}|{NUMBER}[ ]?(?:{CURRENCY})(?![a-z]))"
SPAN = r"[ ]?(?:-|–|—|~|ถึง)[ ]?"
_TOKEN = re.compile(rf"{_ONE}|{_UNIT}")
_MIXED = re.compile(rf"(\d+(?:\.\d+)?)(?:({_UNIT}|k)({_ONE})?)?")


def number(said: str) -> int | None:
    """สามพัน → 3000, สองพันห้า → 2500, พันห้า → 1500."""
    said = said.replace(",", "").replace(" ", "")
    mixed = _MIXED.fullmatch(said)
    if mixed is not None:
        times = _UNITS.get(mixed[2] or "", 1)
        return int(float(mixed[1]) * times) + DIGITS.get(mixed[3] or "", 0) * times // 10
    total, digit, last = 0, None, 1
    for token in _TOKEN.findall(said):
        if token in DIGITS:
            digit = DIGITS[token]
        else:
            last = _UNITS[token]
            total += (1 if digit is None else digit) * last
            digit = None
    if digit is None:
        return total
    if last == 1:
        return digit
    # Of สองพันห้า the five counts hundreds; of หมื่นนึง the one says how many.
    if said.endswith(("นึง", "หนึ่ง")) and total == last:
        return total
    return total + digit * (last // 10)


_AMOUNTS = Amounts(NUMBER, CURRENCY, _CODES, number)
amount, span = _AMOUNTS.amount, _AMOUNTS.span


_N = rf"(?:\d{{1,2}}|สิบเอ็ด|สิบสอง|สิบ|{_ONE})"
CLOCK = rf"(?:\d{{1,2}}[.:][0-5]\d(?: ?น\.?)?|\d{{1,2}} ?น\.|บ่าย ?{_N}(?: ?โมง)?(?:ครึ่ง)?|บ่ายโมง(?:ครึ่ง)?|{_N} ?โมง(?:ครึ่ง)?(?:เช้า|เย็น)?(?:ครึ่ง)?|(?:{_N})? ?ทุ่ม(?:ครึ่ง)?|เที่ยง(?:วัน|ตรง|ครึ่ง)?|ตี ?{_N})"
_EXACT = re.compile(r"(\d{1,2})(?:[.:]([0-5]\d))?")
_NOON, _EVENING, _HOURS, _MORNING = 12, 18, 24, 6


def clock(said: str) -> str | None:
    """หกโมงเย็น → 18:00, บ่ายสาม → 15:00, สองทุ่ม → 20:00."""
    minutes = "30" if "ครึ่ง" in said else "00"
    exact = _EXACT.match(said)
    if exact is not None and not re.search("โมง|ทุ่ม|บ่าย", said):
        hour, minutes = int(exact[1]), exact[2] or "00"
        return f"{hour:02}:{minutes}" if hour < _HOURS else None
    if said.startswith("เที่ยง"):
        return f"{_NOON}:{minutes}"
    figure = re.search(_N, said)
    value = number(figure.group()) if figure else 1
    if value is None:
        return None
    if "ทุ่ม" in said:
        value += _EVENING
    elif "บ่าย" in said or ("เย็น" in said and value < _NOON):
        value += _NOON
    elif "โมง" in said and "เช้า" not in said and value < _MORNING:
        # Who says ห้าโมง without more means the afternoon; หกโมง and later the morning.
        value += _NOON
    return f"{value:02}:{minutes}" if value < _HOURS else None
