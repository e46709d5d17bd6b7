"""A message that is no more than the answer, and a correction of what was asked for last."""

from __future__ import annotations

import re

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import answers
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE
from chat_server.hearing.takes import SURE, UNSURE
from chat_server.hearing.text import Line

from . import numerals
from .calendar import CALENDAR
from .contact import CHANNEL, CHANNELS, PARTS
from .goods import ALONE, GOODS, as_colour
from .money_and_sizes import SPELT, as_own_size
from .numerals import AMOUNT, CLOCK, SPAN, clock
from .people import LANGUAGE, LANGUAGES, TITLED
from .places import SIGNS, TOWN, TOWNS
from .times import OCCASIONS
from .words import GROUND, POLITE, I

_OPENING = re.compile(
    rf"(?:\s|ชื่อ|{I}|คือ|เป็น|ครับ|ค่ะ|ไซส์|ไซซ์|เบอร์|ออเดอร์|หมายเลข|เลขที่|อยู่|ที่|เอา|ขอ(?!น)|ประมาณ|ไม่เกิน|งบ|สวัสดี|ขอโทษ|ไม่ใช่|ใช่|เปล่า|อ๋อ|อ่อ|อ้อ|เรียก(?:ว่า)?|ใส่|ทาง|คุยกัน|น่าจะ|บริษัท|ภาษา|จังหวัด|คงจะ|อาจจะ|ตำแหน่ง|สะดวก|ปกติ|ตอนนี้|นาย(?!ก)|นางสาว|[,.:#])*"
)
_CLOSING = re.compile(
    rf"(?:[\s,.!:;)(]|{POLITE}|ขอบคุณ|บาท|ก็ได้|ได้เลย|ผม|จำกัด|ก็พอ|ดีกว่า|มั้ง|ไม่(?:ค่อย)?แน่ใจ|\W)*\Z"
)
_BARE = re.compile(rf"(?P<v>[ก-๎]{{2,20}}?(?: [ก-๎]{{2,25}}?)?)(?=\s|{POLITE}|ก็|ได้เลย|$)")
_NO_BARE = (
    "ไม่", "ทำไม", "ใคร", "อะไร", "ขอ", "สวัสดี", "ใช่", "โอเค", "ได้", "ครับ", "ค่ะ", "เดี๋ยว", "รอ", "บอก", "ยัง", "มี", "ลืม", "อยาก", "เปล่า", "คุณ", "ช่วย", "จะ", "แล้ว", "ก็", "ต้อง", "หวัดดี", "ความลับ", "ผ่าน", "จำ", "สั่ง", "ซื้อ", "ดี", "ถาม", "เอา", "ส่ง",
)  # fmt: skip
_NO_WORDS = re.compile(
    r"\?|ไหม(?!พรม)|มั้ย|อะไร|หรือ|ทำไม|ไม่(?:บอก|รู้|มี|แน่ใจ|ได้|อยาก|จำกัด)|จำไม่|แล้วแต่|ยังไง"
)


def _opened(line: Line) -> int:
    found = _OPENING.match(line.low)
    return found.end() if found else 0


def _name(line: Line) -> list[Statement]:
    if _NO_WORDS.search(line.low) or len(line.text) > 60:  # noqa: PLR2004 - a name and politeness
        return []
    start = _opened(line)
    found = _BARE.match(line.low, start)
    if found is None:
        latin = re.match("[a-z]", line.low[start:])
        return answers.bare_name(_OPENING, _CLOSING)(line) if latin else []
    if found["v"].startswith(_NO_BARE) or re.fullmatch(rf"{POLITE}+", found["v"]):
        return []
    rest = line.low[found.end() :]
    if rest and not re.match(rf"(?:\s|{POLITE}|ก็ได้|ได้เลย|[,.!]|ผม)*(?:\Z|[ ,][^ ])", rest):
        return []
    said = (re.sub(rf"(?:{POLITE})+\Z", "", found["v"]) or found["v"]).rstrip()
    return [Statement("name", line.text[start : start + len(said)], 0.9, start, start + len(said))]


def _address(line: Line) -> list[Statement]:
    found = re.search(TITLED, line.low)
    if found is None or _NO_WORDS.search(line.low) or len(line.text) > 40:  # noqa: PLR2004 - a title and a name
        return []
    return [
        Statement("form_of_address", line.text[slice(*found.span("v"))], SURE, *found.span("v"))
    ]


def _size(line: Line) -> list[Statement]:
    found = answers.bare_value(
        "size", rf"(?:{SPELT}|\d{{2}} ?ครึ่ง|{SIZE})", as_own_size, _OPENING, _CLOSING
    )(line)
    if not GROUND.hedged.search(line.low):
        return found
    return [Statement(one.key, one.value, UNSURE, one.start, one.end) for one in found]


def _money(line: Line) -> list[Statement]:
    found = re.compile(rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?").match(line.low, _opened(line))
    if found is None or "?" in line.low or not _CLOSING.match(line.low, found.end()):
        return []
    value = numerals.span(found["v"], found["w"]) if found["w"] else numerals.amount(found["v"])
    return [Statement("budget", value, SURE, *found.span())] if value else []


def _hour(line: Line) -> list[Statement]:
    if _NO_WORDS.search(line.low):
        return []
    span = re.search(rf"(?P<a>{CLOCK}) ?(?:ถึง|-) ?(?P<b>{CLOCK})", line.low)
    if span is not None:
        first, last = clock(span["a"]), clock(span["b"])
        if first and last:
            return [Statement("preferred_hour", f"{first}-{last}", SURE, *span.span())]
    side = re.search(rf"(?P<side>หลัง|ก่อน|ตั้งแต่) ?(?P<a>{CLOCK})", line.low)
    if side is not None and (first := clock(side["a"])):
        value = f"-{first}" if side["side"] == "ก่อน" else f"{first}-"
        return [Statement("preferred_hour", value, SURE, *side.span())]
    return answers.bare_value(
        "preferred_hour",
        "|".join(sorted(PARTS, key=len, reverse=True)),
        PARTS.get,
        _OPENING,
        _CLOSING,
    )(line)


def _place(line: Line) -> list[Statement]:
    start = 0
    opening = re.match(
        r"(?:\s|ส่ง(?:ไป|มา)?(?:ที่)?|ที่อยู่(?:คือ)?|:|ที่(?:ทำงาน|บ้าน)(?:ค่ะ|ครับ)|ค่ะ|ครับ)*", line.low
    )
    start = opening.end() if opening else 0
    said = re.sub(rf"(?:{POLITE}|\s|ขอบคุณ)+\Z", "", line.text[start:].strip(" ,.\n"))
    if not 2 < len(said) <= 120 or _NO_WORDS.search(said) or not SIGNS.search(said.lower()):  # noqa: PLR2004 - an address
        return []
    start = line.text.index(said, start)
    return [Statement("delivery_place", said.replace("\n", ", "), SURE, start, start + len(said))]


def _household(line: Line) -> list[Statement]:
    if _NO_WORDS.search(line.low):
        return []
    pattern = (
        r"(?:ลูก[ก-๎]{0,4}|หมา|แมว|สุนัข)(?: ?(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่) ?(?:คน|ตัว))|อยู่คนเดียว|คนเดียว"
    )
    return [
        Statement("household", line.text[slice(*one.span())], 0.9, *one.span())
        for one in re.finditer(pattern, line.low)
    ]


def _worded(key: str, kept: str) -> answers.Answer:
    """The words behind the opening, when they say nothing else."""
    pattern = re.compile(kept)

    def read(line: Line) -> list[Statement]:
        if _NO_WORDS.search(line.low):
            return []
        found = pattern.match(line.low, _opened(line))
        if found is None:
            return []
        rest = line.low[found.end() :]
        over = key == "home" and re.match(rf"{POLITE}* |{POLITE}*,", rest)
        if not over and not _CLOSING.match(line.low, found.end()):
            return []
        start, end = found.span("v")
        said = line.text[start:end]
        value = TOWNS.get(said.lower(), said) if key == "home" else said
        return [Statement(key, value, 0.9, start, end)]

    return read


ANSWERS = {
    "name": _name,
    "form_of_address": _address,
    "language": answers.bare_value("language", LANGUAGE.replace("(?P<v>", "(?:"), lambda said: LANGUAGES.get(said.removeprefix("ภาษา")), re.compile(r"(?:\s|ขอ|เป็น|ใช้|คุย)*"), _CLOSING),
    "email": answers.bare_email,
    "phone": answers.bare_phone,
    "order_number": answers.bare_order(_OPENING),
    "size": _size,
    "colour": answers.bare_value("colour", ALONE, as_colour, re.compile(r"(?:\s|ขอ|เอา|เป็น|อยากได้|ชอบ)*"), _CLOSING),
    "budget": _money,
    "home": _worded("home", TOWN),
    "delivery_place": _place,
    "preferred_channel": answers.bare_value("preferred_channel", CHANNEL.replace("(?P<v>", "(?:"), CHANNELS.get, _OPENING, _CLOSING),
    "preferred_hour": _hour,
    "occasion": answers.bare_value("occasion", "|".join(sorted(OCCASIONS, key=len, reverse=True)), OCCASIONS.get, _OPENING, _CLOSING),
    "occasion_date": answers.bare_day(CALENDAR),
    "product_interest": _worded("product_interest", GOODS),
    "household": _household,
    "company": _worded("company", rf"(?:บริษัท ?)?(?P<v>[ก-๎]{{2,30}}?|[a-z][a-z&. -]{{1,24}}?)(?=\s|{POLITE}|$)"),
    "company_role": _worded("company_role", rf"(?P<v>[ก-๎]{{2,20}}?)(?=\s|{POLITE}|$)"),
}  # fmt: skip
LINE_RULES = (
    LineRule(
        frozenset({"ไม่ใช่", "ขอโทษ", "แก้ไข", "พิมพ์ผิด"}),
        answers.corrected(
            not_but=r"ไม่ใช่ ?(?P<wrong>[a-z0-9-]{1,12}),? ?(?:แต่)?(?:เป็น|คือ)? ?(?P<v>[a-z0-9-]{1,12})(?=[\s,.!]|ครับ|ค่ะ|$)",
            corrected=r"(?:ไม่ใช่|ขอโทษ|แก้ไข|พิมพ์ผิด)(?:ครับ|ค่ะ|คะ)?[,! ]*(?:ต้อง)?(?:เป็น|คือ)?(?:ไซส์|ออเดอร์)? ?#?(?P<v>[^\s,!?]{1,20})",
            colours={},
        ),
    ),
)  # fmt: skip
