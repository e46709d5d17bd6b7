"""What is no longer as it was: another size or colour with a word of change, another home, troubles that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.catchwords import Piece
from chat_server.hearing.changes import Changes, Cleared, Loss, Losses, NewValues, Thoughts, Value
from chat_server.hearing.rule import LineRule
from chat_server.hearing.takes import LIKELY
from chat_server.hearing.text import Line

from . import numerals
from .catchwords import BARE
from .contact import CHANNEL, CHANNELS, PARTS
from .goods import STEM, as_colour
from .money_and_sizes import as_own_size
from .numerals import AMOUNT, PRICED
from .places import TOWN, TOWNS
from .times import PLACE_OR_TRIP
from .words import GROUND, POLITE, I

_THOUGHTS = Thoughts(
    GROUND,
    ends=re.compile(r"[!?;\n]+|\.(?!\d)"),
    told=re.compile(r"บอก|ว่า|คิด|ตาม|แนะนำ|ให้|ยืม|คุย"),
    about=re.compile(r"(?:ตาม|คุยกับ|ปรึกษา|ถาม)\Z"),
    requests=re.compile(
        r"(?:เปลี่ยน|แก้|ขอเป็น|สลับ)[^?]{0,30}?(?:ได้|จะได้)(?:ไหม|มั้ย|ป่าว|หรือเปล่า|รึเปล่า|ไม๊)"
    ),
)
_CHANGED = re.compile(
    r"ตอนนี้|เดี๋ยวนี้|ช่วงนี้|เปลี่ยน|แก้|แทน|ดีกว่า|ไม่[^ ,]{0,14}แล้ว|ละกัน|แล้วกัน|งั้น|จริงๆ|ที่จริง|ควร|ต้อง|ผิด|วัด|ลอง|อ้วน|ผอม|คับ(?=ไป|มาก|แน่น| |$)|อึดอัด|หลวม|(?:เล็ก|ใหญ่|แน่น|มืด|สว่าง)ไป|เบื่อ|คิดไปคิดมา|คิดดู|คิดใหม่|คิดอีก|สรุป|เอาเป็น|ขอเป็น|ไม่เอา|ไม่ใช่|เลิก|เดี๋ยวนะ|เดี๋ยวก่อน|โตขึ้น|ขยับ|เพิ่มเป็น|ลดเหลือ|ขอโทษ"
)
# It speaks of what came or is for sale.
_OF_SHOP = re.compile(
    r"ส่งมา|ที่ได้|ได้มา|ได้รับ|ส่งผิด|ได้ผิด|ที่ส่ง|หมดหรือ|ลดราคา|รีวิว|นางแบบ|ในเว็บ|ในรูป|ต่างกัน|ขายดี|ราคา"
)
_FORMER_BEHIND = r"(?! ?(?:ค่ะ|ครับ|นะ|มัน|ก็|นี่|นั้น|เริ่ม|รู้สึก|แอบ|น่าจะ|ใส่แล้ว| )*(?:คับ(?=ไป|มาก|แน่น|เกิน|แล้ว)|หลวม|เล็ก|ใหญ่|แน่น|ไม่|เบื่อ|หมด|มืด|ใส่ไม่|เก่า|เดิม|เป็น(?= ?(?:[smlx\d]|สี))))"
_FORMER = re.compile(
    r"(?:ไม่เอา|ไม่ใช่|ไม่ใส่|ไม่อยากได้|ไม่ชอบ|จาก|เคย(?:ใส่)?|เมื่อก่อน(?:ใส่)?|แต่ก่อน|เดิม(?:ใส่)?|เบื่อ|เลิกใส่|ยกเลิก|กว่า|แทนที่|(?:พิมพ์|บอก|ส่ง|สั่ง)(?:มา|ไป)?(?=เป็น|ไซส์|ไซซ์|เบอร์|สี|\d|[smlx]))(?:ไซส์|ไซซ์|เบอร์|สี|ใส่|เป็น| )*\Z"
)
_SIZE = re.compile(
    rf"(?<![a-z\d.])(?P<v>xxs|xs|s|m|l|x{{1,3}}l|[2-5]xl|(?:3[4-9]|4[0-9])(?:\.5)?|(?<=เอว)(?:2[2-9]|3\d)|(?<=เอว )(?:2[2-9]|3\d))(?![a-z]|\d|[.,:/-]\d| ?(?:บาท|ตัว|คู่|ใบ|คน|วัน|ปี|ขวบ|ชิ้น|ผืน|อัน|%|น\.|โมง|กก|กิโล|ซม|นาที|ซอย|หมู่|ถนน)){_FORMER_BEHIND}"
)
_COLOUR = re.compile(
    rf"(?P<v>สี ?{STEM}|(?<=ใส่){STEM}(?=แทน|ดีกว่า)|(?<=เอา){STEM}(?=แทน|ดีกว่า)){_FORMER_BEHIND}"
)
_SPENT = re.compile(
    rf"(?:ได้แค่|มีแค่|เหลือ(?:แค่|อยู่)?|ลดเหลือ|เพิ่ม(?:งบ)?(?:ได้)?(?:ถึง|เป็น)|ขยับ(?:ได้)?(?:ถึง|เป็น)|(?:เปลี่ยน|แก้)เป็น|ได้ถึง|ไม่เกิน|เต็มที่|แค่) ?(?P<v>{AMOUNT})(?! ?(?:ตัว|คู่|ใบ|ชิ้น|วัน|คน|โมง|น\.|นาที|เดือน|ปี|อัน|ผืน|%|ซม|กก|ขวบ|ลิตร|แพ็ก|โหล|\d|[.,]\d))|(?:สัก|ซัก|ประมาณ) ?(?P<w>{AMOUNT})(?: ?บาท)?(?:ก็)?(?:ได้|ไหว|โอเค|พอ)(?!ไหม|มั้ย)|(?P<x>{PRICED})ก็(?:ได้|ไหว|โอเค|พอ)(?!ไหม|มั้ย)"
)
_NO_MONEY = re.compile(
    r"ค่าส่ง|ส่งฟรี|ลดราคา|โอน|จ่ายไป|ราคาเต็ม|คูปอง|ส่วนลด|คืนเงิน|เงินคืน|ตัวละ|ออเดอร์|เบอร์|ไซส์|เลข"
)
_LITTLE = 50
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_HOUR = re.compile(
    rf"(?:(?:ขอ)?(?:เปลี่ยน|ย้าย|เลื่อน)(?:มา|ไป)?(?:เป็น)?|ขอเป็น|เอาเป็น|สะดวก)(?:ตอน|ช่วง)? ?(?P<v>{_PART})(?!โมง|\d)|(?<!เมื่อ)(?<!โมง)(?P<w>{_PART})(?:ๆ|จะ|ค่อย|ก็)?(?:แทน|ละกัน|สะดวก|ว่าง|ดีกว่า|ได้ตลอด|อยู่บ้าน|โอเคกว่า)"
)
_CHANNEL = re.compile(
    rf"(?:เปลี่ยนเป็น|ขอเป็น|เอาเป็น|ใช้)(?:ส่ง|ทาง|ทัก|ติดต่อ)*(?:มา)?(?:ทาง)? ?{CHANNEL}|{CHANNEL.replace('<v>', '<w>')} ?(?:มา|หา|กลับ|ผม|หนู|เรา)*(?:แทน|ก็พอ|ดีกว่า|จะดีกว่า|ละกัน|แล้วกัน|สะดวกกว่า)"
)
_NO_CHANNEL = re.compile(r"@|\d{6}|เบอร์(?:ใหม่|นี้|โทร)")
_HOME = re.compile(
    rf"(?:ตอนนี้|เดี๋ยวนี้|ช่วงนี้|บ้าน|คอนโด|ห้อง)(?:{I})?(?:ก็)?(?:อยู่|พัก(?:อยู่)?)(?:ที่|แถว)? ?{TOWN}(?={POLITE}|\s|$)"
)
_NO_HOME = re.compile("ประชุม|เที่ยว|ทำธุระ|งาน|เรียน|พ่อแม่|ชั่วคราว|ร้าน|พัสดุ|ของ|ออเดอร์|โรงแรม")
_CLOTHES = re.compile(
    r"เสื้อ|กางเกง|รองเท้า|หมวก|ถุงมือ|ถุงเท้า|แจ็คเก็ต|แจ็กเก็ต|แหวน|ผ้าพันคอ|กระเป๋า|เป้|กระโปรง|เดรส"
)
_PLAIN_NAME = re.compile(r"(?P<v>เรียก[ก-๎]{2,14}?เฉยๆ|ไม่ต้องเรียก(?:คุณ|หมอ|อาจารย์|ครู|พี่|ดร))")
_NEVER = re.compile(r"(?!)")
_ALWAYS = re.compile("")


def _town(said: str) -> str | None:
    return None if said.isascii() or said == "เลย" else TOWNS.get(said, said)


def _spent(said: str) -> str | None:
    value = numerals.amount(said)
    return value if value and int(re.split("[- ]", value)[0]) >= _LITTLE else None


_NEW = NewValues(
    _THOUGHTS,
    (
        Value("size", _SIZE, as_own_size, _CHANGED, _OF_SHOP, thing=_CLOTHES),
        Value("colour", _COLOUR, as_colour, _CHANGED, _OF_SHOP, thing=_CLOTHES),
        Value("budget", _SPENT, _spent, _ALWAYS, _NO_MONEY, near=8),
        Value("preferred_hour", _HOUR, PARTS.get, _CHANGED, _NEVER, near=5),
        Value("preferred_channel", _CHANNEL, CHANNELS.get, _CHANGED, _NO_CHANNEL, near=5),
        Value("form_of_address", _PLAIN_NAME, lambda _: "informal", _PLAIN_NAME, _NEVER, near=3),
        Value("home", _HOME, _town, _CHANGED, _NO_HOME, near=10),
    ),
    _FORMER,
)
# Where they live now.
_MOVED = re.compile(
    r"(?<!จะ)(?<!อยาก)(?<!ว่าจะ)(?<!กำลังจะ)(?<!ไว้)ย้าย(?!กะ|แผนก|ของ|วัน|เวลา|จุด|ที่ส่ง)|บ้านใหม่|ห้องใหม่|คอนโดใหม่"
)
_THERE = re.compile(
    rf"(?:อยู่|พัก|อาศัย|(?:ย้าย(?:[ก-๎]{{0,12}}?)?(?:กลับ)?(?:มา|ไป|กลับ)))(?:อยู่)?(?:บ้าน(?:เกิด)?)?(?:ที่|แถว)? ?{TOWN}(?={POLITE}|\s|$|,|กับ|ตั้งแต่)"
)
_PLAN = re.compile(
    r"จะย้าย|อยากย้าย|คิดจะ|วางแผน|เดือนหน้า|ปีหน้า|อาทิตย์หน้า|สัปดาห์หน้า|ค่อยว่า|ถ้า|ไว้ย้าย|วันที่|สิ้นเดือน|ต้นเดือน"
)


def _home(line: Line, meant: list[Piece]) -> Iterator[Statement]:
    for piece in meant:
        if _MOVED.search(piece.low) is None or _PLAN.search(piece.low):
            continue
        for found in _THERE.finditer(piece.low):
            said = found["v"]
            if (
                said.isascii()
                or said == "เลย"
                or not _THOUGHTS.is_own(line, piece, found.start("v"))
            ):
                continue
            place = (piece.start + found.start("v"), piece.start + found.end("v"))
            yield Statement("home", TOWNS.get(said, said), LIKELY, *place)


_WELL = re.compile(
    r"(?:ปะ|ซ่อม|เย็บ|แก้)(?:ให้)?[^ ,]{0,8}(?:เนียน|สวย|เหมือนใหม่|ดีมาก|เรียบร้อยดี)|(?:ของ|พัสดุ|กล่อง|สินค้า)[^ ,]{0,14}?(?:มา(?:ถึง|ส่ง)?|ถึง|เจอ|ได้)(?:บ้าน|มือ)?(?:เรียบร้อย|ครบ)?(?:แล้ว|ละ)"
    r"|ได้(?:รับ)?(?:ของ|พัสดุ|(?:ตัว|คู่|ใบ|อัน|ชิ้น|แก้ว|สี|ไซส์|ของ)(?:ใหม่|ที่ถูก(?:ต้อง)?|ที่สั่ง))[^ ,]{0,12}แล้ว|(?:ส่ง|ชดเชย)(?:มา)?(?:ให้)?[^ ,]{0,8}(?:ครบ|เพิ่ม|ใหม่)(?:ให้)?แล้ว|ครบแล้ว|เงิน(?:คืน)?[^,]{0,24}(?:เข้า|ได้|โอน)[^,]{0,14}(?:แล้ว|ละ)|(?:แก้ไข|แก้ให้|ซ่อม)[^ ,]{0,24}แล้ว|(?:^|[\s,])(?:หา)?เจอแล้ว|(?:^|[\s,])(?:เพิ่ง)?มา(?:ส่ง|ถึง)(?:แล้ว|ละ|เมื่อ(?:เช้า|กี้|วาน))|เปลี่ยน(?:ไซส์|สี|ตัว|ของ|ให้|คู่)[^ ,]{0,10}(?:ได้|เรียบร้อย|ให้)แล้ว|ได้[^ ,]{0,16}ที่(?:ขาด|หาย|ตกหล่น)[^ ,]{0,6}แล้ว|หมดปัญหา|ไม่มีปัญหา(?:อะไร)?แล้ว|ใช้ได้(?:ดี|ปกติ)?(?:แล้ว|ค่ะ|ครับ|เหมือนเดิม)|ไม่เป็นไรแล้ว|โอเคแล้ว|ไม่ต้อง(?:ตาม|เช็ค|เช็ก|เคลม|แก้|เปลี่ยน|ส่งใหม่)(?:ให้)?แล้ว"
)
_STILL = re.compile(
    r"ยังไม่|ยังไม่ได้|แต่(?!ง)|ไม่ครบ|แตก|พัง|(?<!ที่)ขาด(?!ส่ง)|บุบ|ผิด|เมื่อไหร่|ถ้า|ระบบ|ขึ้นว่า|แจ้งว่า|บอกว่า|ไม่(?:ได้|ถึง|มา|เข้า|ตรง)|หรือยัง|รึยัง|อีกแล้ว"
)
_LOST = Losses(
    _THOUGHTS,
    (
        Loss(
            ("household",),
            re.compile(
                r"(?:น้อง)?(?P<v>หมา|สุนัข|แมว|กระต่าย|นก)(?:ที่บ้าน|ของ[ก-๎]{1,6}?)?(?:เพิ่ง)?(?:ตาย|เสียชีวิต|จากไป|ไปดาว|เสีย|ไม่อยู่)(?:ไป)?แล้ว"
            ),
        ),
        Loss(
            ("household",),
            re.compile(
                r"(?P<v>ลูกสาว|ลูกชาย|ลูก|แฟน|สามี|ภรรยา|แม่|พ่อ|น้องสาว|น้องชาย|พี่สาว|พี่ชาย|น้อง|พี่|รูมเมท|เพื่อน)(?:คนโต|คนเล็ก)?(?:ก็)?(?:เพิ่ง)?(?:ย้ายออก|ไปอยู่หอ|ย้ายไปอยู่|ไม่ได้อยู่ด้วย|แยกบ้าน|แยกไปอยู่)[^,]{0,18}?แล้ว"
            ),
        ),
        Loss(("household",), re.compile(r"(?:เลิกกับแฟน|เลิกกัน)(?:ไป)?(?:แล้ว|ละ)"), ("แฟน",)),
        Loss(
            ("household",),
            re.compile(r"หย่า(?:กัน|กับ[ก-๎]{2,6}?)?(?:ไป)?แล้ว"),
            ("สามี", "ภรรยา", "แฟน"),
        ),
        Loss(
            ("company", "company_role"),
            re.compile(
                r"(?<!จะ)(?<!อยาก)(?:ลาออก|ตกงาน|เกษียณ|ออกจากงาน|โดนเลย์ออฟ|โดนให้ออก)[^ ,]{0,24}?(?:แล้ว|ละ)"
            ),
            unless=re.compile(r"(?:ทำงานที่|ทำที่|ย้ายมา)[^.]{0,30}ลาออก"),
        ),
        Loss(
            ("company_role",),
            re.compile(r"ไม่ได้(?:ทำ|เป็น)(?:ฝ่าย|แผนก|ตำแหน่ง)?[^ ,]{2,14}?(?:ที่นั่น)?แล้ว"),
            unless=re.compile(r"เลื่อน|(?:ตอนนี้|ปัจจุบัน)เป็น|ทำอาหาร"),
        ),
        Loss(
            ("email",),
            re.compile(
                r"(?:อี)?เมล(?:ล์|์)?(?:นั้น|เก่า|เดิม|นี้|ที่ให้ไว้|อันนั้น)?(?:โดน|ถูก)?(?:ปิด|เลิกใช้|ไม่(?:ได้)?ใช้|ใช้ไม่ได้|แฮก|ลบ)(?:ไป)?แล้ว"
            ),
            unless=re.compile("@"),
        ),
        Loss(
            ("phone",),
            re.compile(
                r"เบอร์(?:โทร)?(?:นั้น|เก่า|เดิม|ที่ให้ไว้|อันนั้น)(?:โดน|ถูก)?(?:ปิด|เลิกใช้|ไม่(?:ได้)?ใช้|ใช้ไม่ได้|ระงับ|ลบ)(?:ไป)?แล้ว"
            ),
            unless=re.compile(r"\d{6}"),
        ),
        Loss(
            ("occasion",),
            re.compile(
                rf"(?P<v>{PLACE_OR_TRIP})(?:ก็)?(?:คง)?(?:ไม่(?:ได้)?ไป|ไม่จัด|ยกเลิก|งด)(?:แล้ว|ละ)|(?:ยกเลิก|งด|ไม่ได้ไป)(?:ทริป|งาน)?(?P<w>{PLACE_OR_TRIP})(?:ไป)?แล้ว"
            ),
        ),
        Loss(
            ("product_interest",),
            re.compile(
                rf"(?P<v>{BARE})[^,]{{0,10}}?(?:จะ)?ให้ยืม|(?P<w>{BARE})(?:ได้|ซื้อ)(?:มา|ร้านอื่น|ที่อื่น|จากร้านอื่น)*(?:ไป)?(?:แล้ว|ละ)"
            ),
        ),
    ),
    signs=("แล้ว", "ละ", "ยืม"),
)
_NEW_WISH = re.compile(
    rf"(?:เอา|หา|ดู|ซื้อ|อยากได้|ขอ)(?:เป็น)? ?(?P<v>{BARE})[^, ]{{0,8}}?(?:ดีกว่า|แทน)"
)
_THINGS = re.compile(BARE)


def _instead(line: Line, meant: list[Piece]) -> Iterator[Statement]:
    """Of "an umbrella rather, the coat is too hot" the coat is not wanted any more."""
    for piece in meant:
        new = _NEW_WISH.search(piece.low)
        if new is None:
            continue
        start, end = (place + piece.start for place in new.span("v"))
        yield Statement("product_interest", line.text[start:end], LIKELY, start, end, corrects=True)
        for thing in _THINGS.finditer(piece.low):
            if thing.end() <= new.start() or thing.start() >= new.end():
                start, end = thing.start() + piece.start, thing.end() + piece.start
                yield Statement(
                    "product_interest", line.text[start:end], LIKELY, start, end, ended=True
                )


CLEARED = Cleared(_THOUGHTS, _WELL, _STILL)
_ANY = frozenset(" ,/")
SECOND = (LineRule(_ANY, Changes(_THOUGHTS, (_NEW, _home, _LOST, _instead))),)
