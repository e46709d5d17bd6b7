"""Values put right or replaced: "พิมพ์ผิดค่ะ ต้องเป็น 39", "เปลี่ยนเป็นสีเทาดีกว่า"."""

from __future__ import annotations

import re

from chat_server.hearing.corrections import CONTACTS, PutRight, Shape, plain_size
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE

from . import names, numerals
from .calendar import CALENDAR
from .contact import CHANNEL, CHANNELS, PARTS
from .goods import ALONE, as_colour
from .money_and_sizes import SPELT, as_own_size
from .numerals import PRICED
from .places import PLACE, TOWNS
from .words import GROUND, PARTICLE, I

_OOPS = (
    "(?:ขอโทษ(?:ที)?|โทษที|ขออภัย|อุ๊ย|อ้าว|อ้อ|เอ้ย|เอ๊ะ|โอ๊ะ|เดี๋ยวก่อน|พิมพ์ผิด|พิมผิด|พิมพ์พลาด|บอกผิด|จำผิด|(?:พิมพ์|บอก|จำ|เขียน|กรอก|ให้|ใส่|แจ้ง)(?:วัน(?:ที่)?|ชื่อ|เลข|เบอร์|ไซส์|ไซซ์|เมล|อีเมล|สี|เมือง|จังหวัด|งบ)ผิด|(?:วัน(?:ที่)?|ชื่อ|เลข|เบอร์|ไซส์|เมล|สี)ผิด|เขียนผิด|กรอกผิด|ให้ผิด|ใส่ผิด|ผิด(?:ค่ะ|ครับ)|แก้ไข|ขอแก้|แก้เป็น|เปลี่ยนใจ|ไม่ใช่(?:สิ|ค่ะ|ครับ|คะ)|คิดดูแล้ว|คิดดูอีกที|คิดอีกที"
    "|วัด(?:ดู)?ใหม่(?:แล้ว)?|ลองวัดดู(?:แล้ว)?|เช็ค(?:ดู)?แล้ว|สรุป(?:ว่า)?|เอาใหม่|หมายถึง)"
)
_AND = rf"(?:{PARTICLE}|แล้ว|ไป|หน่อย|นิดนึง|\s|,)*"
_TO = rf"(?:{I}|ต้อง|ที่ถูก(?:ต้อง)?|จริงๆ|จริง ๆ|แล้ว|ขอ|เอา|น่าจะ|ควร|เปลี่ยน|แก้|เป็น|คือ|ใส่|อยู่|ชื่อ|แต่|ไซส์|ไซซ์|เบอร์|งบ|ออเดอร์|เลข|อีเมล|เมล|ที่|ทาง|วันที่(?= ?[ก-ฮ])|สะดวก|ใช้|ให้| |:)*"
_VALUE = r"(?=[^\s,])"
_OPENING = (
    rf"(?:^|[\s,.!]|{PARTICLE}){_OOPS}{_AND}(?:{_OOPS}{_AND})*(?:ไม่ใช่ ?[^\s,]{{1,14}}(?: (?=แต่|ต้อง|เป็น|คือ)|,|\s)*)?{_TO}{_VALUE}"
    rf"|(?:^|[\s,])(?:ขอ|ช่วย|งั้น|เอา)?(?:เปลี่ยน|แก้)(?:ใหม่)?เป็น{_TO}{_VALUE}|(?:^|[\s,])(?:งั้น|สรุป|เอาเป็น){_TO}{_VALUE}"
    rf"|(?:^|[\s,])ไม่ใช่ ?[^\s,]{{1,14}} ?(?:{PARTICLE} ?)*(?:แต่|ต้อง|เป็น|คือ)+ ?{_VALUE}"
)
_OVER = rf"(?:ดีกว่า|แทน|ต่างหาก|ละกัน|แล้วกัน|แล้ว|เลย|จริงๆ|ถึงจะถูก|ขอบคุณ|{PARTICLE}| )*(?:[,.!]|\Z|\n| )"


def _name(said: str) -> str | None:
    return said if names.is_given(said) and said not in TOWNS else None


def _part(said: str) -> str | None:
    return PARTS.get(said)


_SHAPES = (
    *CONTACTS,
    Shape("budget", re.compile(rf"(?P<v>{PRICED})"), numerals.amount),
    Shape("colour", re.compile(rf"(?P<v>{ALONE})"), as_colour),
    Shape("size", re.compile(rf"(?P<v>{SPELT}|{SIZE})"), plain_size(as_own_size)),
    Shape("preferred_channel", re.compile(CHANNEL), CHANNELS.get),
    Shape("preferred_hour", re.compile("(?P<v>" + "|".join(sorted(PARTS, key=len, reverse=True)) + ")"), _part),
    Shape("home", re.compile(PLACE), lambda said: TOWNS.get(said, said)),
    Shape("name", re.compile(rf"(?P<v>[ก-๎]{{2,14}}?)(?={PARTICLE}|\s|$)"), _name),
)  # fmt: skip
LINE_RULES = (
    LineRule(
        frozenset("ขอโทษ โทษที ขออภัย อุ๊ย อ้าว อ้อ เอ้ย เอ๊ะ โอ๊ะ เดี๋ยวก่อน ผิด พลาด แก้ เปลี่ยน ไม่ใช่ คิดดู คิดอีก วัด เช็ค สรุป งั้น เอาใหม่ เอาเป็น หมายถึง".split()),  # noqa: SIM905
        PutRight(re.compile(_OPENING), re.compile(_OVER), re.compile(rf"[?]|{GROUND.asks.pattern}"), _SHAPES, CALENDAR),
    ),
)  # fmt: skip
