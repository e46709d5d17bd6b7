"""Lines of catchwords, as they are chatted: who writes first, then things, sizes, colours and numbers by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.catchwords import Stance, Stances, pieces
from chat_server.hearing.colours import ENGLISH as ENGLISH_COLOURS
from chat_server.hearing.contact_details import as_order_number
from chat_server.hearing.engine import AS_CORRECTION
from chat_server.hearing.order_numbers import DIGITS
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE
from chat_server.hearing.takes import LIKELY, UNSURE
from chat_server.hearing.text import Line

from . import names
from .goods import NOUN, STEM, as_colour
from .money_and_sizes import as_own_size
from .words import GROUND, PARTICLE, POLITE, I

_CUT = re.compile(r"[,.!?;\n/]+(?!\d)|…")
# Where the words for a thing end.
_NO_PART = (
    r"คราว|รอบ|ครั้ง|เมื่อ|เพื่อน|แฟน|น้อง|แม่|ขาย(?!าว)|ทิ้ง|ยก(?!น)|บริจาค|ซัก|ปล่อย|เก่า|ที่|ไหม(?!พรม)|มั้ย|ครับ|คับ|ค่ะ|คะ|ค่า|นะ|ให้|ของ|สี|ไว้|ใส่(?!สบาย)|เอา|อยู่|ไม่|มี(?!ฮู้ด)|แล้ว|ด้วย|สัก|ซัก|ตัว(?!ใหม่)|คู่(?!ใหม่)|ใบ(?!ใหม่)|อัน|ผืน|แบบ|รุ่น|กับ|และ|หรือ|มาก|จะ|ก็|เรา|ผม|หนู|ฉัน|ได้|พอ|แทน|เลย(?!์)|ราคา|ไซ|เบอร์|เอว(?= ?\d)"
    "|ตั้งไว้|กันไว้|วางไว้|จาก|ตอน|มา(?!ร์)|ไป|ถึง|ขาด|พัง|แตก|หลุด|ชอบ|อยาก|สนใจ|ขอ|จน|เพราะ|แต่(?!ง)|ละ|เหมือน|เดิม|ยัง|โดน|ร้าน|ตก|ดี|สวย|นี้|นั้น|ไหน|ผิด|เป็น|คือ|ว่า|นี่|ส่ง|ซื้อ|หา|กาง|ใช้|ต้อง|น่า|ช่วย|เหลือ|งบ|อีก|เป็น|สอง|สาม|ทุก|บาท|จ่าย|ใหญ่|เล็ก|ขึ้น|คัน(?!วัล)|วัน|ลอง|ขน(?=ไม่)"
)
_LATIN = r"(?:[a-z]+ )?(?:jackets?|parkas?|windbreakers?|softshells?|sweaters?|fleeces?|hoodies?|tees?|shirts?|trousers|pants|shorts|leggings|boots?|shoes?|sneakers|sandals|hats?|beanies?|caps?|gloves|mittens|socks|blankets?|backpacks?|mugs?|tents?|vests?|coats?|scarf|raincoats?|headlamps?)(?![a-z])"
_MORE = "ที่ปิดหู|ที่ครอบหู|เปลสนาม|ผ้าคลุม|ถุงเท้า|ปลอกคอ|ปลอกแขน"
BARE = rf"(?:(?!เปลี่ยน|เปล่า|ร่มเย็น)(?:{_MORE}|{NOUN})(?:(?!{_NO_PART})[ก-๎]){{0,16}}(?: ?สี ?{STEM})?|{_LATIN})"
_THING = rf"(?P<v>{BARE})"
# Without the colour behind it.
MODIFIED = rf"(?P<v>(?!เปลี่ยน|เปล่า|ร่มเย็น)(?:{_MORE}|{NOUN})(?:(?!{_NO_PART})[ก-๎]){{0,16}}|{_LATIN})"
_UNIT = "(?:ตัว|คู่|ใบ|อัน|ผืน|หลัง|ชิ้น|เครื่อง|เส้น|ชุด|คัน|ด้าม)"
_WANT = r"(?<!ไม่)(?:อยาก(?:จะ)?(?:ได้|ซื้อ|มี|สั่ง|ลอง)|สนใจ|(?<!ปัญ)(?<!โทร)(?<!มา)(?<!ยา)หา(?:ซื้อ)?|ต้องการ|ต้อง(?:ซื้อ|หา)(?!อะไร|ที่)|จะ(?:ขอ)?(?:ซื้อ|เอา|สั่ง)|ขอ(?:ซื้อ|สั่ง|เป็น)?|เล็ง|กำลังดู|มองหา|อยากเปลี่ยนเป็น|(?:ดู|หา|เอา|ขอ)(?:แค่|เฉพาะ))"
_THAT = r"(?: ?(?:เป็น|พวก|ตัว|แบบ|รุ่น|แค่|เฉพาะ|เพียง))* ?\Z"
_STANCES = Stances(
    ground=GROUND,
    thing=re.compile(_THING),
    cut=_CUT,
    joins=re.compile(
        r"(?: ?(?:เอว|ไซส์|ไซซ์|เบอร์|size) ?\w{1,4})?(?: ?(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|ยี่สิบ|สามสิบ|สิบ|\d{1,3}) ?(?:ตัว|คู่|ใบ|อัน|ผืน|หลัง|ชิ้น|ชุด|คัน|เส้น))? ?(?:กับ|และ|แล้วก็|,) ?"
    ),
    stances=(
        Stance(
            "product_owned",
            behind=re.compile(rf"(?:{I}|ที่บ้าน)? ?(?:ก็)?มี(?:อยู่)?แล้ว"),
        ),
        Stance(
            "product_owned",
            behind=re.compile(
                rf"(?:{_UNIT}(?:นั้น|เก่า|เดิม))?(?:อันเก่า|{I}|ก็|เก่า| )*(?:ขาย|ยก|บริจาค|ทิ้ง|ปล่อยต่อ|ให้คนอื่น|ให้น้อง|ให้เพื่อน)(?:ให้[ก-๎]{{1,10}}?)?(?:ต่อ)?(?:ไป|ทิ้ง)*(?:แล้ว|ละ)|(?:ตอนนี้)?ไม่มีแล้ว"
            ),
            ended=True,
        ),
        Stance(
            "product_disliked",
            behind=re.compile(r"(?:[^,]{0,22} )?ไม่(?:ค่อย)?ชอบ(?:แล้ว|ละ)"),
        ),
        Stance(
            "product_interest",
            behind=re.compile(r" ?(?:เอา)?(?:ไว้ก่อน|ไว้ทีหลัง|ไว้คราวหน้า|ไว้รอบหน้า|พักไว้|ค่อยว่ากัน)"),
            ended=True,
        ),
        Stance(
            "product_interest",
            behind=re.compile(
                r"[^,]{0,24}?(?: |เลย|ก็|ละ|แล้ว)ไม่(?:ต้อง(?:ซื้อ|หา|เอา|สั่ง|การ)?|เอา|ซื้อ|หา)(?:แล้ว|ละ)(?!สี|ไซส์)"
            ),
            ended=True,
        ),
        Stance(
            "product_interest",
            behind=re.compile(
                rf"(?:{_UNIT}(?:นั้น|นี้))?(?:ก็|นี่| )*ไม่(?:เอา|ต้องการ|ซื้อ|อยากได้|สนใจ)(?:แล้ว|ละ|นะ|ล่ะ|{PARTICLE}|\s|$)"
            ),
            ended=True,
        ),
        Stance(
            "product_disliked",
            behind=re.compile(
                r"(?:ตัว(?:นี้|นั้น)|นี่|ก็|เรา|ผม|หนู|อ่ะ|อะ|น่ะ|เนี่ย| )*ไม่(?:ค่อย)?(?:ชอบ|ปลื้ม|ถูกใจ)"
            ),
            before=re.compile(rf"ไม่(?:ค่อย)?(?:ชอบ|ปลื้ม|ถูกใจ)(?:แค่|ใส่|ใช้)?{_THAT}|เกลียด{_THAT}"),
        ),
        Stance(
            "product_liked",
            behind=re.compile(
                r"(?:ร้าน(?:นี้|พี่)?|ของร้าน|(?:ตัว|ใบ|คู่|ผืน)(?:นี้|นั้น)|เรา|ผม|หนู|อ่ะ|อะ|น่ะ|เนี่ย|นี่|ใบเล็ก|ใบใหญ่|ตัวเล็ก|ตัวใหญ่| )*(?:ชอบ|รัก|เลิฟ)(?:มาก|ที่สุด|สุดๆ|เลย)"
            ),
            before=re.compile(rf"(?<!ไม่)(?<!ค่อย)(?<!ที่)(?:ชอบ|รัก|ปลื้ม)(?:ใส่|ใช้)?{_THAT}"),
        ),
        Stance(
            "product_interest",
            behind=re.compile(
                rf"(?: ?สี ?{STEM})?(?: ?(?:ก็|นี่|{I}|ยัง))*(?: ?(?:อยากได้|สนใจ|เอา(?!ไป|คืน|มา)|จะซื้อ)(?!ไหม|มั้ย))|[^,]{{0,40}}?(?:อยากได้|อยากสั่ง|ขอ|เอา|สนใจ|สั่ง)(?:เพิ่ม)?(?:สัก|ซัก|อีก)? ?(?:หนึ่ง|สอง|สาม|สี่|ห้า|\d{{1,2}})? ?(?<![ก-ฮ]อ){_UNIT}(?!ไหน|นี้ไม่)"
            ),
            before=re.compile(rf"{_WANT}{_THAT}"),
        ),
    ),
    alone=(),
    denied=re.compile(r"ไม่ได้[^ ]{0,10}\Z|ไม่(?:ได้)?(?:อยาก|คิด|ต้อง)[^ ]{0,6}\Z"),
    nothing=re.compile(
        r"ไปคืน|เอา[^ ,]{{2,14}}ไป|ขาด(?!{_UNIT})|แตก|พัง|หลุด|รั่ว|ผิดสี|สีผิด|ส่งผิด|คืนเงิน|ยังไม่(?:ถึง|ได้รับ|มา)|เคลม|ตำหนิ|กี่บาท|เท่าไหร่|ราคาเท่า"
    ),
)

# Sizes.
_CLOTHES = rf"(?:{BARE})"
_SIZED = re.compile(
    rf"(?:^|[\s,(/]|{PARTICLE}|(?<=ได้)|(?<=ซื้อ)|(?<=หา)|(?<=เอา)|(?<=ขอ)|(?<=ใส่))(?P<thing>{_CLOTHES})? ?(?P<own>(?:ตอนนี้|รอบหน้า|คราวหน้า|งั้น|{I}|ใส่|เอา|ขอ|เป็น|รับ|ได้|ไซส์|ไซซ์|เบอร์|size|น่าจะ|เอว|รอบเอว|ปกติ|แทน|ต้อง| )*)"
    rf"(?<![a-z\d])(?P<v>{SIZE})(?![a-z]|\d|[.,-]\d| ?(?:บาท|ตัว|คู่|ใบ|คน|วัน|ปี|ขวบ|ชิ้น|ผืน|อัน|หมู่|ซอย|ถนน|ม\.|ธ\.|พ\.|ก\.|ส\.|ต\.|เม|มี|มก|กุม|พฤ|มิถ|สิง|กัน|ตุ|ธัน|กร|น\.|โมง|ทุ่ม|%|k\b))"
    rf"(?P<tail>(?: ?(?:ดีกว่า|พอ|ละ|แล้ว|มั้ง|แทน|ก็พอ|แฮะ|เลย|เหมือนเดิม))*)(?=[\s,.!)/]|{PARTICLE}|$)"
)
_LETTER = re.compile(r"[2-5]?x{0,3}[sml]|xs|xxs")
_HEAD = re.compile(rf"{_MORE}|{NOUN}")
_FORMERLY = re.compile(r"เคย|เมื่อก่อน|แต่ก่อน|ปีที่แล้ว|สมัย")
_TIGHT = re.compile(r" ?(?:คับ(?=ไป|มาก|แน่น)|หลวม|ใหญ่ไป|เล็กไป|แน่นไป)")
_TROUSERS = re.compile(r"กางเกง[ก-๎]{0,12}")


# Who was named so far back is not who is meant.
_FAR = 30


def _of_another(line: Line, place: int) -> bool:
    """Whoever was named last since the last mark."""
    start = max((one.end() for one in _CUT.finditer(line.low, 0, place)), default=0)
    named = list(GROUND.persons.finditer(line.low, start, place))
    if not named or named[-1]["other"] is None:
        return False
    near = place - named[-1].end() < _FAR
    return near or GROUND.gift.search(line.low, start, place) is not None


def _sizes(line: Line) -> Iterator[Statement]:
    for found in _SIZED.finditer(line.low):
        said, own, thing = found["v"], found["own"], found["thing"]
        letter = _LETTER.fullmatch(said) is not None
        waist = "เอว" in own
        if not (thing or re.search(r"ไซส์|ไซซ์|เบอร์|size|ใส่|เอว", own) or (letter and own.strip())):
            continue
        if not letter and not waist and not re.match(r"(?:3[4-9]|4[0-9]|2[4-9])(?:\.5)?\Z", said):
            continue
        before = line.low[: found.start("v")]
        if (
            _of_another(line, found.start("v"))
            or _TIGHT.match(line.low, found.end("v"))
            or _FORMERLY.search(before[-24:])
            or line.in_quotation(found.start())
            or re.search(r"ไม่(?:ใช่|ได้ใส่)? ?\Z|(?:สั่ง|ส่ง|มี)(?:ไซส์|เบอร์)? ?\Z", before)
            or re.match(
                r"(?:ไหม|มั้ย|หรือ|รึ| ?หมด| ?(?:น่าจะ)?(?:เล็ก|ใหญ่|หลวม|คับ))", line.low[found.end() :]
            )
            or ("ได้" in own and "วัด" not in line.low)
        ):
            continue
        value = as_own_size(said)
        if value is None:
            continue
        if thing is None and waist:
            trousers = list(_TROUSERS.finditer(before))
            thing = trousers[-1][0] if trousers else None
        unsure = re.search("น่าจะ", own) or "มั้ง" in found["tail"]
        kind = _HEAD.match(thing) if thing else None
        yield Statement(
            "size", value, UNSURE if unsure else LIKELY, *found.span("v"), subject=kind[0] if kind else thing,
            corrects=thing is None and re.search("ดีกว่า|พอ|แทน|ละ|รอบหน้า|ตอนนี้|งั้น", found[0]) is not None,
        )  # fmt: skip


# Colours.
_ENGLISH_COLOUR = "|".join(sorted(map(re.escape, ENGLISH_COLOURS), key=len, reverse=True))
_PLAIN = rf"(?:(?!เปลี่ยน|เปล่า)(?:{_MORE}|{NOUN})(?:(?!{_NO_PART})[ก-๎]){{0,16}})"
_COLOURED = re.compile(
    rf"(?:(?P<thing>{_PLAIN}) ?|^|[\s,/]|(?<=สนใจ)|(?<=อยากได้)|(?<=ขอ)|(?<=เอา)|(?<=หา))(?P<own>(?:งั้น|ขอ|เอา|เป็น|เลือก|สรุป|ตัว|ใบ|คู่|ดีกว่า| )*)(?P<v>สี ?{STEM}|สี ?(?:{_ENGLISH_COLOUR})(?![a-z])|(?<=ขอเป็น){STEM}|(?<=เอา){STEM})(?:ต์|์)?(?=[\s,.!)/]|{POLITE}|กับ|และ|อยู่|ตัว|ใบ|คู่|ให้|พอ|ดีกว่า|แทน|เหมือนเดิม|$)"
)
_WISHED = re.compile(rf"{_WANT}|เอา")
_CAME = re.compile(r"ส่ง(?:สี|มา)|ได้(?:สี|มา)|ผิด|สั่ง(?:สี|ขาว|ดำ)|เห็นชัด|ไม่(?:เอา|ชอบ|ใช่)")


def _colours(line: Line) -> Iterator[Statement]:
    for piece in pieces(line, _CUT):
        if "ไหน" in piece.low or (_CAME.search(piece.low) and "ขอเป็น" not in piece.low):
            continue
        found = list(_COLOURED.finditer(piece.low))
        several = len({one["thing"] for one in found if one["thing"]}) > 1
        for match in found:
            place = (piece.start + match.start("v"), piece.start + match.end("v"))
            if _of_another(line, place[0]) or re.match(
                r"(?:ไหม|มั้ย|หรือ)", piece.low[match.end() :].strip()
            ):
                continue
            wished = _WISHED.search(line.low) is not None
            said = match["v"].removeprefix("สี").strip()
            value = said if said.isascii() else as_colour(match["v"])
            if value is not None:
                yield Statement(
                    "colour", value, LIKELY if wished else AS_CORRECTION, *place,
                    subject=match["thing"] if several else None,
                    corrects=not wished or "งั้น" in match["own"] or "เลย" in piece.low,
                )  # fmt: skip


# Names.
_PARTICLES = rf"(?:เอง|นะ|ละ|{PARTICLE}|คับ|งับ|ฮะ|จ้า)"
_FIRST = re.compile(
    rf"\s*(?:(?:hi|hello|สวัสดี|หวัดดี|ดี|เรียน(?:ทางร้าน|แอดมิน)?)(?: ?(?:{PARTICLE}|ค่า))*[\s,]+)?(?:คุณ|ครู|พี่(?=หนึ่ง))?(?P<v>[ก-๎]{{2,14}}?|[a-z]{{2,12}})(?P<p> ?{_PARTICLES}+)?(?=[\s,]|จาก(?:บริษัท|ร้าน))"
)
_LAST = re.compile(
    rf"(?:/ ?|{PARTICLE}+ |(?P<phone>\d[\d -]{{7,13}}\d) )(?P<v>[ก-๎]{{2,14}}|[a-z]{{2,12}})(?P<p>{_PARTICLES}*)\s*\Z"
)
_NO_NAME = re.compile(
    r"\A(?:ขอ|ได้|ใช่|โอเค|เอ่อ|รบกวน|สอบถาม|ด่วน|ไม่|อยาก|สนใจ|ช่วย|หา|มี|ถาม|ตอบ|แล้ว|ส่วน|งั้น|เดี๋ยว|ตอนนี้|วันนี้|พรุ่ง|เมื่อ|แอด|ร้าน|ครับ|ค่ะ|คะ|นะ|เลย|ด้วย|ที|หน่อย|จ้า|สั่ง|ส่ง|รอ|มาก|ดี|สวัส|หวัด|เรียน|พี่|น้อง|คุณ|ลูกค้า|ไง|อะไร|เสื้อ|กางเกง|หมวก|รองเท้า|ถุง|อุ๊ย|เห้ย|โอ|เฮ้|ฮัล|เออ|อ่อ|อ้อ|เธอ|เขา|ใจ|บาท|ตัว|คู่|ใบ|สี|ไซ|เบอร์|งบ|อยู่|ใส่|ชอบ|ซื้อ|ราคา|ค่า|ของ|พัสดุ|กล่อง|เงิน|บ้าน|ทาง|ทุก|พอ|จบ|เสร็จ|เรียบ|ครบ|เหมือน|เดิม|แทน|จริง|ล่ะ|ละ|ก่อน|หลัง|ฝาก|ขาย|เปลี่ยน|คืน|ยก|เช็ค|เช็ก|ดู|ทวน|จด|ตาม|ถึง|มา|ไป|กลับ|ผม|เรา|หนู|ฉัน|ดิฉัน|ทำ|เป็น|จะ|ก็|ว่า|ให้|กับ|และ|หรือ|แต่|ถ้า|เพราะ|เพิ่ง|พึ่ง|ยัง|คือ|นี่|นี้|นั้น|โน่น|โทร|เมล|ไลน์|แชท|ออ(?:เดอร์|ก)|คำสั่ง|เลข)"
)


def _names(line: Line) -> Iterator[Statement]:
    if GROUND.marks.search(line.low.strip()) is None or line.in_quotation(0):
        return
    first, last = _FIRST.match(line.low), _LAST.search(line.low)
    for found in (first, last):
        if (
            found is None
            or _NO_NAME.match(found["v"])
            or not _is_name(line, found, last=found is last)
        ):
            continue
        place = found.span("v")
        yield Statement("name", line.text[slice(*place)], LIKELY, *place)
        return


_LONG = 10


def _is_name(line: Line, found: re.Match[str], *, last: bool) -> bool:
    said, polite = found["v"], bool(found["p"])
    if said.isascii():
        return polite and line.capital(found.start("v"))
    # A mug, and a name.
    if not polite and re.fullmatch(NOUN, said):
        return False
    if last and re.search(
        r"(?:เรียก|ชื่อ|ของ|กับ|ให้|แม่|พ่อ|ลูก|แฟน|เพื่อน)[ก-๎]{0,4}\s*\Z", line.low[: found.start("v")]
    ):
        return False
    if last and found["phone"]:
        return names.is_listed(said)
    if names.is_listed(said):
        return polite or not names.is_common(said)
    return (polite or (last and len(said) < _LONG)) and names.is_given(said)


# Orders.
_NUMBER = re.compile(
    rf"(?<![\d#$.:/-])(?P<v>{DIGITS})(?!\d|[:/-]\d|[.,]\d| ?(?:บาท|กม|ก้าว|คน|k\b))"
)
_ORDERLY = re.compile(
    r"ออเดอร์|สั่ง|ส่ง|พัสดุ|ของ|ได้|กล่อง|คืน|ยกเลิก|เงิน|ถึง|แกะ|เปิดมา|รองเท้า|เสื้อ|ปิดไม่|หก|รั่ว|เสีย|พัง|แตก|ขาด|ซิป|สนิท|เคลียร์|เรียบร้อย|แพ็ก|เลข"
)
_NO_ORDER = re.compile(
    r"(?:ของ(?:เพื่อน|พี่|แม่|พ่อ|แฟน|น้อง|เขา|ลูก)|ถนน|เขต|อำเภอ|แขวง|จังหวัด|กรุงเทพ|เบอร์|โทร|บัตร|ไปรษณีย์|ราคา|จ่าย|งบ|ปี|หมู่|ซอย)[^,\d]{0,16}\Z"
)
_THEIRS = re.compile(
    r" ?(?:เป็น)?(?:ออเดอร์)?ของ ?(?:พี่|เขา|เค้า|แก(?!้)|ใคร|เธอ|เพื่อน|แม่|พ่อ|แฟน|น้อง|ลูก|หัวหน้า)"
)


# How far back who ordered may be named; whoever has a name or does something is who is told of.
_FAR_BACK, _CLOSE = 60, 16
_TELLS = re.compile(r"(?:ที่[ก-๎]{2,8} ?)?(?:ชื่อ|สั่ง|บ่น|บอก|ซื้อ|ของเขา)")


def _is_others(line: Line, place: int) -> bool:
    """Who ordered it is named right before it."""
    start = max((one.end() for one in _CUT.finditer(line.low, 0, place)), default=0)
    named = list(GROUND.persons.finditer(line.low, max(start, place - _FAR_BACK), place))
    if not named or named[-1]["other"] is None:
        return False
    return place - named[-1].end() < _CLOSE or _TELLS.match(line.low, named[-1].end()) is not None


def _numbers(line: Line) -> Iterator[re.Match[str]]:
    for found in _NUMBER.finditer(line.low):
        if line.orders.fit(found["v"]) and not (
            _NO_ORDER.search(line.low[: found.start()])
            or _THEIRS.match(line.low, found.end())
            or _is_others(line, found.start())
            or line.in_quotation(found.start())
        ):
            yield found


def _orders(line: Line) -> Iterator[Statement]:
    if not _ORDERLY.search(line.low):
        return
    wrong = re.search(r"ผิด", line.low) is not None
    for found in _numbers(line):
        value = as_order_number(found["v"])
        if value is not None:
            yield Statement(
                "order_number", value, LIKELY, *found.span("v"),
                corrects=wrong and re.search(r"(?:คือ|เป็น|ต้อง) ?\Z", line.low[: found.start()]) is not None,
            )  # fmt: skip


_DONE = (
    ("cancelled", re.compile(r"(?:กด)?ยกเลิก(?:ไป)?(?:แล้ว|เรียบร้อย|ละ)")),
    (
        "returned",
        re.compile(r"(?:ตี|ส่ง)(?: ?\d{5} ?)?(?:ของ)?คืน(?:ร้าน|ของ)?(?:ไป|แล้ว)|ส่ง ?\d{5} ?คืนร้าน"),
    ),
    (
        "delivered",
        re.compile(
            r"ได้รับ(?:ของ|พัสดุ|สินค้า)?(?:เมื่อ(?:วาน|เช้า|คืน)|วันนี้)?(?:เรียบร้อย|แล้ว|ครบ)|ได้รับเมื่อ(?:วาน|เช้า)|(?:ของ|พัสดุ)?(?:มา)?ถึง(?:บ้าน|มือ)?(?:เรียบร้อย)?(?:แล้ว|เมื่อ(?:วาน|เช้า)|ละ)"
        ),
    ),
    ("packed", re.compile(r"แพ็ก?ค?(?:ของ)?(?:เสร็จ|เรียบร้อย)?(?:แล้ว|ละ)")),
    ("shipped", re.compile(r"(?:ร้าน|ของ)?(?:ส่งของ|จัดส่ง|ส่งออก)(?:ไป|มา)?(?:แล้ว|ละ)")),
    (
        "placed",
        re.compile(r"(?:เพิ่ง|พึ่ง)(?:กด)?สั่ง(?:ซื้อ)?(?: ?\d{5})?(?: ?ไป)?|สั่ง(?:ซื้อ)? ?\d{5} ?ไปเมื่อ"),
    ),
)  # fmt: skip
_NOT_DONE = re.compile(
    r"ยังไม่|ไม่ได้|ไหม(?!พรม)|มั้ย|หรือยัง|รึยัง|\?|ถ้า|จะ|อยาก|ขอ(?!ง|บ)|เมื่อไหร่|ผิด|แตก|พัง|ไม่ครบ|ไม่เจอ|แต่"
)


# What arrived broken is here.
_NOT_HERE = re.compile(r"ยังไม่|ไม่ได้|ไหม(?!พรม)|มั้ย|หรือยัง|รึยัง|\?|ถ้า|จะ|อยาก|ขอ(?!ง|บ)|เมื่อไหร่|ไม่เจอ")


def _states(line: Line) -> Iterator[Statement]:
    """Of the one order that is named."""
    numbers = {found["v"] for found in _numbers(line)}
    if len(numbers) != 1:
        return
    for sentence in line.sentences:
        for state, pattern in _DONE:
            found = pattern.search(sentence.low)
            if found is not None:
                around = sentence.low[max(0, found.start() - 12) : found.end() + 14]
                not_yet = _NOT_HERE if state == "delivered" else _NOT_DONE
                if not_yet.search(around.replace("ตั้งแต่", "")):
                    continue
                start = sentence.start + found.start()
                yield Statement(
                    "order_state", state, LIKELY, start, sentence.start + found.end(),
                    subject=next(iter(numbers)),
                )  # fmt: skip
                break


_ANY = frozenset(" ,/")
SECOND = (
    LineRule(_ANY, _STANCES),
    LineRule(_ANY, _sizes),
    LineRule(_ANY, _colours),
    LineRule(_ANY, _names),
    LineRule(_ANY, _orders),
    LineRule(_ANY, _states),
)
