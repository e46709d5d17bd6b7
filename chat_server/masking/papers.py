"""What papers say of a person: the day of birth, the car's plate, the end of a card; written as days and with letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|январ\w|феврал\w|марта?|апрел\w|ма[яй]|июн\w|июл\w|августа?|сентябр\w|октябр\w|ноябр\w|декабр\w|янв|фев|апр|авг|сент?|окт|ноя|дек"
    r"|janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember|nóv|ágú|júl|jún"
    r"|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|[มกพตส]\.?[คพย]\.|มี\.?ค\.|เม\.?ย\.|มิ\.?ย\.|ธ\.?ค\.)(?![a-zа-яáðéíóúýþæö])\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = re.compile(
    rf"(?<![\d.,])(?:{_DAY}(?:st|nd|rd|th|\.|-?го)?(?: of)? ?{_MONTHS}(?:,? ?(?:พ\.ศ\. ?|ปี ?)?(?P<a>\d{{4}}|'?\d{{2}}(?![\d:])))?(?: ?(?:года|г\.))?"
    rf"|{_MONTHS} (?:the )?{_DAY}(?:st|nd|rd|th)?(?:,? (?P<b>\d{{4}}))?(?![\d:])"
    rf"|(?P<c>\d{{4}}) ?[-./] ?{_MONTH} ?[-./] ?{_DAY}"
    rf"|{_DAY}\.? ?[-./ ] ?{_MONTH}\.? ?[-./ ] ?(?P<d>\d{{4}}|\d{{2}})"
    rf"|(?:民國|西元)? ?(?P<e>\d{{2,4}}) ?年 ?{_MONTH} ?月 ?{_DAY} ?[日號]?"
    rf"|{_MONTH} ?月 ?{_DAY} ?[日號]|{_DAY}[./]{_MONTH}\.?)(?![\d])"
)
_CUE = re.compile(
    r"(?:\bborn|\bdob\b|\bd\.o\.b|\bdate of birth|\bbirth ?(?:da(?:te|y))|\bb-?day|\bturn(?:s|ed|ing)? \d{1,3}|\bверш|\bисполн\w+ \d{1,3}|\bverð\w* \d{1,3} ára|\bродил\w+|\bрожден\w+|\bд\.? ?р\b|\bг\. ?р\b|\bfædd\w*|\bfæðingardag\w*|\bafmæli\w*|生日|出生\w*?|วันเกิด|เกิด)[^\d\n.!?]{0,24}$"
)
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|перво\w+|второ\w+|треть\w+|четв[её]рто\w+|пято\w+|шесто\w+|седьмо\w+|восьмо\w+|девято\w+|десято\w+|\w+надцато\w+|двадцато\w+|тридцато\w+|двадцать \w+|fyrsta|annan|þriðja|fjórða|fimmta|sjötta|sjöunda|áttunda|níunda|tíunda|\w+tánda|tuttugasta(?: og \w+)?|þrítugasta(?: og \w+)?)"
_YEAR_SAID = r"(?:,? (?:of |in )?(?:\d{4}|(?:nineteen|twenty|two thousand)(?:[ -](?:and |oh |hundred )?[a-z]+){1,2}(?<!if)|тысяча девятьсот(?: \w+){1,3}|две тысячи(?: \w+){0,2}|nítján hundruð(?: \w+){1,3}|\d{2}(?!\d)))?"
# A day that is said: "the fourteenth of March nineteen eighty".
_SAID_DAY = re.compile(
    rf"(?<!\w){_NTH}(?: of)? {_MONTHS}{_YEAR_SAID}|(?<!\w){_MONTHS} (?:the )?{_NTH}{_YEAR_SAID}"
)
_BORN = re.compile(r" ?(?:出?生(?!產)|года рождения|г\. ?р\.)")
_YEAR = re.compile(
    r"(?:\bborn|\bродил\w+|\bfædd\w*|เกิด(?:ปี)?|出生)(?: in| в|í| árið| ปี| พ\.ศ\.)? ?(?P<v>(?:19|20|24|25)\d\d)(?!\d)|(?<!\d)(?P<w>(?:19|20)\d\d) ?(?:года рождения|г\. ?р\.|年次|年出?生)|(?<!\d)(?P<x>\d{2,3}) ?年次"
)
# Whoever buys something was born before.
_FIRST, _LAST, _BUDDHA, _LAST_OF_REPUBLIC = 1900, 2013, 543, 101

_SHAPES = (
    r"(?<![\w-])[авекмнорстух] ?\d{3} ?[авекмнорстух]{2}(?: ?\d{2,3})?(?!\w)",
    r"(?<![a-z\d_-])[a-hj-y]{2}\d{2} ?(?!(?:kr|isk|eur|usd|cm|kg|mm|for|and|but|not|the|was)\b)[a-z]{3}(?![a-z\d_])",
    r"(?<![\w-])(?!(?:gtx|rtx|iso|usb|ps)-)(?:[a-z]{3}-\d{4}|\d{4}-[a-z]{2})(?![\w-])",
    r"(?<![ก-๎\d])\d?[ก-ฮ]{2}-\d{1,4}(?!\d)",
)
_INSURED = r"(?<![a-z\d_])[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![a-z\d_])"
_PLATES = tuple(re.compile(one) for one in (*_SHAPES, _INSURED))
_PLATED = re.compile(
    r"(?:\b(?:number|licen[cs]e|car|van) ?plates?|\bplates?\b|\breg(?:istration|o)?\b|\bmy (?:car|van)|\bномер\w* (?:машин\w|авто\w*)|\bгосномер\w*|\bмашин[аеуы]|\bавто\b|\bbílnúmer\w*|\bbíl(?:l|linn|inn|num|nr)?\b\.?|ทะเบียน(?:รถ)?|รถ(?:ยนต์)?|車牌(?:號碼?)?|車號|機車|汽車)"
    r"(?: ?(?:is|number|no\.?|nr\.?|er|номер\w*|это|ของผม|คือ|หมายเลข|是|為|:|：|,|-)){0,3} ?"
    r"(?P<v>\d?[a-zа-яก-ฮ]{1,3}[ -]?[a-z]?\d{1,4}(?:-?[a-zа-я]{1,3}(?:[ -]?\d{2,3})?)?|\d{1,4}-?[a-zа-я]{1,3}(?:[ -]?\d{1,4})?)(?![\w%])"
)
_SIGNS = re.compile(r"\d.*\d")
_END_OF_CARD = re.compile(
    r"(?:\d{4}\D{1,3}|\bexp\w*|\bvalid\w*|\bgildir\w*|\bгоден\w*|\bсрок\w*|\bдейств\w+|หมดอายุ|到期|有效\w*?|效期)[^\d\n]{0,12}(?P<v>(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d)(?![\d/])"
)
_CODE_OF_CARD = re.compile(
    r"(?:\bcv[cv]2?|\bcsc|\bsecurity code|安全碼|末三碼|背面三碼|öryggisnúmer\w*|код безопасности)[^\d\n]{0,8}(?P<v>\d{3,4})(?!\d)"
)
_NEAR = 48


def found(low: str) -> Iterator[Span]:
    """In folded text."""
    yield from _said_days(low)
    if not any(map(str.isdigit, low)):
        return
    yield from _births(low)
    for pattern in _PLATES:
        for match in pattern.finditer(low):
            yield Span(match.start(), match.end(), Kind.NUMBER)
    for pattern in (_END_OF_CARD, _CODE_OF_CARD):
        for match in pattern.finditer(low):
            yield Span(match.start("v"), match.end("v"), Kind.NUMBER)
    for match in _PLATED.finditer(low):
        if _SIGNS.search(match["v"]) and not match["v"].isdigit():
            yield Span(match.start("v"), match.end("v"), Kind.NUMBER)


def _said_days(low: str) -> Iterator[Span]:
    for match in _SAID_DAY.finditer(low):
        before = low[max(0, match.start() - _NEAR) : match.start()]
        if _CUE.search(before) or re.search(r"nineteen|девятьсот|nítján", match[0]):
            yield Span(match.start(), match.end(), Kind.NUMBER)


def _births(low: str) -> Iterator[Span]:
    for match in _DATE.finditer(low):
        before = low[max(0, match.start() - _NEAR) : match.start()]
        if (
            _is_long_ago(match)
            or _CUE.search(before) is not None
            or _BORN.match(low, match.end()) is not None
        ):
            yield Span(match.start(), match.end(), Kind.NUMBER)
    for match in _YEAR.finditer(low):
        group = next(one for one in "vwx" if match[one])
        yield Span(match.start(group), match.end(group), Kind.NUMBER)


def _is_long_ago(match: re.Match[str]) -> bool:
    """A whole day in a year in which customers were born; years of two digits tell nothing."""
    if match["e"]:
        year = int(match["e"])
        return year <= _LAST_OF_REPUBLIC or ("民國" not in match[0] and _FIRST <= year < _LAST)
    year = int((match["a"] or match["b"] or match["c"] or match["d"] or "0").strip("'"))
    return _FIRST <= year < _LAST or _FIRST + _BUDDHA <= year < _LAST + _BUDDHA
