"""What touches a mask belongs to it: the rest of a number, the house behind a street, a title before an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chat_server.domain.masking import Kind, Span

_NUMBERS = frozenset({Kind.NUMBER, Kind.PHONE})
_PLACES = frozenset({Kind.ADDRESS, Kind.NAME, Kind.COMPANY})
# A country or a series before and behind digits: "GB 427 9916 03", "RR 123 456 785 IS".
_NO_SERIES = r"(?!(?:EUR|USD|GBP|ISK|THB|NTD|TWD|RUB|NT|KR|KG|CM|MM|ML|UK|EU|US|SIZE|AND|OR|NO|NR|TEL|PIN|VAT|IN|ON|AT|TO|IS|MY|THE|CALL|AM|PM|XS|XL|XXL|ID|DOB|NI|REF|RMA|SSN|EXT|СДЭК|IBAN|ИНН|БИК|КПП|СМ|КГ|НА|ТЕЛ|НЕ|И)(?!\w))"
_SERIES_BEFORE = re.compile(
    rf"(?<![A-Za-zА-Яа-я\d.]){_NO_SERIES}(?:[A-ZА-Я]{{1,4}}|(?=[A-Z\d]?[A-Z\d]?[A-Z\d]?[A-Z])[A-Z\d]{{2,4}})[ -]?$"
)
_SERIES_BEHIND = re.compile(
    r"[ -](?!(?:AM|PM|KG|CM|OK|XL|XS|EU|UK)(?!\w))[A-ZА-Я]{1,2}(?![A-Za-zА-Яа-я\d])"
)
_MORE_DIGITS = re.compile(
    r"(?:[ ./-]{1,2}|\n)\d{1,6}(?=$|[\n,;.!?)](?!\d)|(?:[ ./-]\d))|(?: ?(?:轉|分機|x|ext\.?|доб\.?|ต่อ|#) ?)\d{1,6}(?!\d)"
)
_DIGITS_BEFORE = re.compile(r"(?<![\d.,])\+?\d{1,4}[ ,-]{1,2}$")
_REST = re.compile(r"[a-z0-9_а-яё]+", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_HAN_REST = re.compile(r"(?:\d+|[-之]\d+|[號樓室巷弄棟座F](?![碼稱]))+")
_UNIT = r"(?! ?(?:%|[€$£₽฿]|x\d|см|cm|kg|кг|mm|мм|г\b|лет|года?\b|years?|yrs?|ára|ár\b|euros?|eur|kr|isk|руб|р\b|pounds?|quid|dollars?|pairs?|pcs|stk|шт|размер|stærð|size|дн|days?|daga?|weeks?|vik|раз|times|минут|час|hours?|o'clock|am\b|pm\b|[:.]\d))"
_HOUSE = re.compile(rf",? \d{{1,4}} ?[a-zа-я]?(?:[/-]\d{{1,4}}[a-zа-я]?)?(?!\w){_UNIT}", re.IGNORECASE)  # fmt: skip
_ENDS = re.compile(
    r"\s*(?:$|[,.;!?)\n]| (?:[A-ZÁÉÍÓÚÝÞÆÖÅÄА-ЯЁ]|(?:núna|now|please|pls|takk|instead|пожалуйста|сейчас|þá)\b))"
)
_ANNEX = re.compile(r", ?\d{1,3}[a-zа-я](?!\w)", re.IGNORECASE)
_PARTS = r"(?:floor|fl|flat|apt|apartment|unit|suite|room|rm|hall|dorm|block|bldg|building|entrance|staircase|этаж\w*|кв\w*|подъезд\w*|корп\w*|офис\w*|комн\w*|код|строение|литера?|hæð|íbúð|kjallari|herbergi|inngangur|esq|dto|stock|etage)"
_PART_BEHIND = re.compile(rf",? (?:{_PARTS}\.? ?#?\d{{1,5}}[a-zа-я]?(?!\w)|\d{{1,3}}(?:st|nd|rd|th|\.|-?й)? ?{_PARTS}\b\.?)", re.IGNORECASE)  # fmt: skip
_PART_BEFORE = re.compile(rf"(?:(?<!\w)(?:\d{{1,3}}(?:st|nd|rd|th|\.|-?й)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|ground|basement) {_PARTS}|{_PARTS} ?\d{{1,5}}[a-z]?),? (?:(?:of|at|in|the) )*$", re.IGNORECASE)  # fmt: skip
_NEAR = 40


def grown(text: str, low: str, spans: Sequence[Span]) -> list[Span]:
    """`spans` as they are in their order, each with what touches it; they may overlap."""
    return [_grown(text, low, span) for span in spans]


def _grown(text: str, low: str, span: Span) -> Span:
    start, end = span.start, span.end
    if end < len(text) and start < end:
        end = _torn(low, end)
    if span.kind in _NUMBERS:
        start, end = _number(text, low, start, end)
    elif span.kind in _PLACES and not span.own:
        start, end = _place(text, low, start, end, span.kind)
    if (start, end) == (span.start, span.end):
        return span
    return replace(span, start=start, end=end, says=None)


def _torn(low: str, end: int) -> int:
    """The rest of a number or a word that a mask has cut."""
    last, follows = low[end - 1], low[end]
    if last.isdigit() and follows.isdigit():
        rest = _DIGITS.match(low, end)
        return rest.end() if rest else end
    if follows.isascii() and follows.isalnum() and last.isascii() and last.isalnum():
        rest = _REST.match(low, end)
        return rest.end() if rest else end
    if follows.isdigit() and "\u4e00" <= last <= "\u9fff":
        rest = _DIGITS.match(low, end)
        behind = low[rest.end() : rest.end() + 1] if rest else ""
        return rest.end() if rest and behind not in set("件元塊個次天月年歲號碼cmkg") else end
    return end


def _number(text: str, low: str, start: int, end: int) -> tuple[int, int]:
    if sum(map(str.isdigit, low[start:end])) > 3 or not any(map(str.isdigit, low[start:end])):  # noqa: PLR2004 - less is no number of papers
        while before := _SERIES_BEFORE.search(text, max(0, start - 6), start):
            start = before.start()
        behind = _SERIES_BEHIND.match(text, end)
        if behind:
            end = behind.end()
    digits = _DIGITS_BEFORE.search(low, max(0, start - 8), start)
    if digits and not low[start].isdigit() and low[start].isalpha():
        start = digits.start()
    while more := _MORE_DIGITS.match(low, end):
        end = more.end()
    return start, end


def _place(text: str, low: str, start: int, end: int, kind: Kind) -> tuple[int, int]:
    if kind is Kind.ADDRESS:
        rest = _HAN_REST.match(low, end) if low[end - 1] >= "\u4e00" or low[end - 1].isdigit() else None  # fmt: skip
        if rest:
            end = rest.end()
        annex = _ANNEX.match(low, end)
        end = annex.end() if annex else end
    if kind is Kind.ADDRESS or text[start].isupper():
        before = _PART_BEFORE.search(low, max(0, start - _NEAR), start)
        if before:
            start = before.start()
    capital = text[start].isupper()
    house = _HOUSE.match(low, end) if capital and low[end - 1].isalpha() else None
    if house and (kind is Kind.ADDRESS or ("," not in house[0] and _ENDS.match(text, house.end()))):
        end = house.end()
    while kind is not Kind.NAME and (part := _PART_BEHIND.match(low, end)):
        end = part.end()
    return start, end
