"""Where they live, and where things go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.engine import AS_CHANGE
from chat_server.hearing.moves import day_of_move
from chat_server.hearing.rule import But, Heard
from chat_server.hearing.takes import LIKELY

from .calendar import first_of_month
from .words import GROUND, POLITE, I

_PROVINCES = (
    (
        "กระบี่ กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา แปดริ้ว ชลบุรี ชัยนาท ชัยภูมิ ชุมพร เชียงราย เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา โคราช นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี ปทุม ประจวบคีรีขันธ์ ประจวบ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา อยุธยา พะเยา พังงา พัทลุง พิจิตร พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี สุพรรณ สุราษฎร์ธานี สุราษฎร์ สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุดร อุตรดิตถ์ อุทัยธานี อุบลราชธานี อุบล "
        "กรุงเทพมหานคร กรุงเทพฯ กรุงเทพ กทม. กทม บางกอก พัทยา ศรีราชา หาดใหญ่ หัวหิน เกาะสมุย สมุย เกาะพะงัน ปาย เบตง แม่สอด แม่สาย เขาใหญ่ ปากช่อง บางนา บางแค บางกะปิ บางซื่อ ลาดพร้าว รามคำแหง สุขุมวิท สาทร สีลม อารีย์ ดินแดง ดอนเมือง มีนบุรี รังสิต ปากเกร็ด บางใหญ่ บางบัวทอง บางแสน บางปู บางพลัด บางเขน สะพานสูง คลองเตย ลำลูกกา ธัญบุรี กระทุ่มแบน สามพราน บ้านโป่ง ทองหล่อ เอกมัย อ่อนนุช ธนบุรี ฝั่งธน พระราม 2 พระราม 9 พระโขนง จตุจักร ห้วยขวาง หลักสี่ บางพลี "
    )
    .replace("พระราม 2 พระราม 9 ", "")
    .split()
)
_ABROAD = "เบอร์ลิน ลอนดอน ปารีส โตเกียว โอซาก้า เกียวโต ซัปโปโร ออสโล เรคยาวิก นิวยอร์ก สิงคโปร์ ไทเป ฮ่องกง เยอรมนี เยอรมัน ไอซ์แลนด์ ญี่ปุ่น เกาหลี โซล มอสโก ซิดนีย์ เมลเบิร์น เวียงจันทน์ หลวงพระบาง ลาว พม่า ย่างกุ้ง มาเลเซีย กัวลาลัมเปอร์ เวียดนาม ฮานอย ไต้หวัน จีน ปักกิ่ง เซี่ยงไฮ้ อังกฤษ อเมริกา แคนาดา ออสเตรเลีย นิวซีแลนด์ นอร์เวย์ สวีเดน ฟินแลนด์ เดนมาร์ก สวิตเซอร์แลนด์ สวิส ฝรั่งเศส อิตาลี มิวนิก โคเปนเฮเกน สตอกโฮล์ม เฮลซิงกิ ดูไบ".split()  # noqa: SIM905 - as above
_NAMES = {
    "กรุงเทพมหานคร": "กรุงเทพ",
    "กรุงเทพฯ": "กรุงเทพ",
    "กทม.": "กรุงเทพ",
    "กทม": "กรุงเทพ",
    "บางกอก": "กรุงเทพ",
}
TOWNS = {name: _NAMES.get(name, name) for name in (*_PROVINCES, *_ABROAD)}
_KNOWN = "(?:" + "|".join(re.escape(name) for name in sorted(TOWNS, key=len, reverse=True)) + ")"
TOWN = rf"(?:จังหวัด|จ\. ?|เมือง|แถว|อำเภอ|อ\. ?|เขต|ย่าน)?(?P<v>{_KNOWN}|(?<=จังหวัด)[ก-๎]{{2,14}}?(?=\s|{POLITE}|$)|(?<=เขต)[ก-๎]{{2,14}}?(?=\s|{POLITE}|$)|(?<=อำเภอ)[ก-๎]{{2,14}}?(?=\s|{POLITE}|$)|[a-z]{{3,15}})"
# A known one, and no other word.
PLACE = rf"(?:จังหวัด|จ\. ?)?(?P<v>{_KNOWN})"
_ANY = rf"(?:จังหวัด|จ\.|อำเภอ|อ\.|เขต|แถว|ย่าน|เมือง) ?(?P<v>[ก-๎]{{2,14}}?)(?=\s|{POLITE}|$|,)"
_THINGS = re.compile(
    r"(?:พัสดุ|ของ|สินค้า|ออเดอร์|ร้าน|สาขา|คำสั่งซื้อ|รถ|ขนส่ง|เสื้อ|รองเท้า|โรงแรม|ห้อง|หน้าร้าน|บริษัท|ออฟฟิศ|ที่ทำงาน)(?:ที่สั่ง|มัน|ยัง|ก็|ตอนนี้|จะ|คุณ|ของคุณ)*\Z"
)
_ADDRESS = r"[^!?;\n]{3,110}?"
_STOP = rf"(?=[!?;\n]|{POLITE}(?:\s(?!\d)|$|,|{POLITE})|ได้ไหม|ได้มั้ย|แทน(?={POLITE}|\s|$|ได้)|(?:ดีกว่า|ละกัน|แล้วกัน)(?={POLITE}|\s|$)|ขอบคุณ| ฝาก| วางไว้| ช่วง| โทร| เบอร์|$)"
_SIGNS = re.compile(
    r"\d|ถนน|ถ\.|ซอย|ซ\.|หมู่|ม\.|ต\.|อ\.|จ\.|ตำบล|อำเภอ|เขต|แขวง|คอนโด|หอ|ตึก|อาคาร|ชั้น|ห้อง|ออฟฟิศ|ที่ทำงาน|บริษัท|โรงเรียน|มหาวิทยาลัย|บ้าน|โรงแรม|โรงพยาบาล|เซเว่น|ร้าน|ยาม|ป้อม|รปภ|นิติ|ล็อบบี้|ทำงาน"
)
_SPOT = r"(?:ป้อมยาม|ป้อม ?รปภ\.?|รปภ\.?|ยาม|นิติบุคคล|นิติ|หน้าบ้าน|หน้าห้อง|หน้าประตู|หน้าคอนโด|ล็อบบี้|ใต้คอนโด|ใต้ตึก|ใต้หอ|(?:ป้า|ลุง|น้า|พี่)?ข้างบ้าน|เพื่อนบ้าน|(?:ป้า|ลุง|พี่)(?:ยาม|แม่บ้าน|ร้านชำ|ร้านข้างๆ|ข้างห้อง)|หน้าร้าน|ที่ร้านซักรีด|ประชาสัมพันธ์|เคาน์เตอร์|ตู้ล็อกเกอร์|ตู้รับพัสดุ|ในตู้จดหมาย|แม่บ้าน|โรงรถ)"

_MAKE = r"(?:[ก-๎]{2,10}(?:บุรี|ธานี|นคร|คีรี)|(?:บาง|หนอง|ปาก|วัง|โคก|ห้วย|คลอง|เกาะ|หาด|สัน|เวียง|ทุ่ง)(?!ที่|นี้|ละ|คน|ที|วัน|แสง|ทาง|บ้าน|เล็ก|หลวง(?=\s|$))[ก-๎]{2,8}?)"
# A particle as well.
_PROVINCE = re.compile(r"(?:จังหวัด|จ\. ?|เมือง)\Z")
_NEXT_WEEK = re.compile("(?:อาทิตย์|สัปดาห์)หน้า")


def _home(heard: Heard) -> Iterator[Statement]:
    low = heard.match["v"]
    if low.isascii() and not heard.line.capital(heard.place()[0]):
        return
    if _THINGS.search(heard.sentence.low[: heard.match.start()].rstrip()):
        return
    if low == "เลย" and not _PROVINCE.search(heard.sentence.low[: heard.match.start("v")]):
        return
    value = TOWNS.get(low, heard.words())
    yield heard.statement("home", value, span=heard.place(), ended=heard.has("not"))


def _unlisted(heard: Heard) -> Iterator[Statement]:
    """A place that no list has, by how it is made."""
    if heard.match["v"] not in TOWNS:
        yield heard.statement("home", heard.words(), span=heard.place(), confidence=LIKELY)


_LATER = re.compile(r"(?:จะ|กำลังจะ|อยาก|คิดจะ|วางแผน|เตรียม|ว่าจะ)[^ ]{0,8}\Z")


def _moved(heard: Heard) -> Iterator[Statement]:
    """From the day that is named on, when it is said of later; without a day it is a plan and nothing more."""
    before = heard.sentence.low[: heard.match.start()]
    if re.search(r"(?:อยาก|คิดจะ|วางแผน|ไว้|รอ|พอ)[^ ]{0,4}\Z", before):
        return
    if not _LATER.search(before):
        yield from _home(heard)
        return
    if "สิ้นเดือน" in before:
        today = heard.line.at.date()
        begin: datetime | None = datetime.combine(
            (today.replace(day=1) + timedelta(days=32)).replace(day=1), time(), UTC
        )
    else:
        begin = day_of_move(
            heard, month="เดือนหน้า", year="ปีหน้า", week=_NEXT_WEEK, named=first_of_month
        )
    if begin is not None:
        for one in _home(heard):
            yield replace(one, valid_from=begin)


# Home by itself is a place only instead of another.
_INSTEAD = re.compile("เปลี่ยน|แทน|ดีกว่า|แล้วกัน|ละกัน|ไม่ต้องส่ง|ไม่ส่ง|ไม่เอา")


def _delivery(heard: Heard) -> Iterator[Statement]:
    start, _ = heard.place()
    said = heard.words()
    kept = (
        re.sub(rf"(?:{POLITE}|\s)+\Z", "", said.strip(" ,.;:"))
        if not said.strip().endswith("กทม.")
        else said.strip()
    )
    low = kept.lower()
    if len(kept) < 3 or "@" in low or re.match(r"[+\d -]{9,16}\Z", low):  # noqa: PLR2004 - letters
        return
    if low == "บ้าน" and _INSTEAD.search(heard.sentence.low):
        yield replace(
            heard.statement("delivery_place", kept, span=heard.place()),
            confidence=AS_CHANGE,
            corrects=True,
        )
        return
    if low in {"บริษัท", "บ้าน", "ร้าน"} or not (
        _SIGNS.search(low) or any(low.startswith(town) for town in TOWNS)
    ):
        return
    start += said.index(kept)
    yield heard.statement("delivery_place", kept, span=(start, start + len(kept)))


_ADDRESSED = re.compile(r"\d[^.!?]{0,60}(?:ถนน|ซอย|หมู่|แขวง|เขต|อำเภอ|ตำบล)|ส่ง[^.!?]{0,30}\d+/\d+")


def _left(heard: Heard) -> Iterator[Statement]:
    """A spot is where to deliver, unless an address is given and the spot is only there."""
    if not _ADDRESSED.search(heard.sentence.low[: heard.match.start()]):
        yield from _delivery(heard)


def _put(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("delivery_place", heard.words(), span=heard.place())


_LIVES = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.PAST | But.ASKED
_SENT = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED
_AT = r"(?:คอนโด|หอพัก|หอ|บ้าน|ห้องเช่า|อพาร์ทเม้นท์)?(?:ที่|แถว|ใน|แถวๆ|ตรง)? ?"
_NOT_TRIP = r"(?! ?(?:มา(?!(?:ได้)?(?:หลาย|เกือบ|ประมาณ|\d|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ปี|นาน|เป็น|ตั้งแต่))|ไป|บ่อย|เที่ยว|สาขา|\d+ ?(?:วัน|คืน)))"
_rule = GROUND.rule
RULES = (
    _rule("อยู่ อาศัย พัก", rf"(?<!ไม่ได้)(?<!ไม่)(?<!เคย)(?<!ของ)(?<!เกิด)(?<!โต)(?!(?<=เรียน)อยู่|(?<=ทำงาน)อยู่|(?<=เที่ยว)อยู่|(?<=ประจำ)อยู่)(?:(?:อาศัย|พัก|บ้าน|ตัว|คน)?อยู่|(?:{I}|และ|^|[\s,])พัก(?=ที่|แถว)){_AT}{TOWN}{_NOT_TRIP}", _moved, _LIVES, near=True),
    _rule("อยู่", rf"(?:บ้าน{I}?|{I}|^|[\s,]|พัก|อาศัย)อยู่(?:ที่)? ?{_ANY}", _home, _LIVES, near=True),
    _rule("อยู่", rf"(?:{I}|^|[\s,]|บ้าน|ย้ายมา|ตอนนี้|{POLITE})อยู่(?:ที่|แถว)? ?(?P<v>{_MAKE})(?={POLITE}|\s|$|,)", _unlisted, _LIVES, near=True),
    _rule("ย้าย", rf"ย้าย(?:บ้าน|ของ)?(?:(?:ออก)?จาก ?{_KNOWN} ?)?(?:ไป|มา|กลับ|กลับไป|กลับมา)?(?:อยู่)?(?:ที่)? ?{TOWN}", _moved, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED, near=True),
    _rule("อยู่กับ", rf"อยู่กับ(?:แฟน|สามี|ภรรยา|พ่อแม่|แม่|พ่อ|ครอบครัว|เพื่อน|รูมเมท|พี่สาว|พี่ชาย|น้องสาว|น้องชาย)(?:อยู่)?(?:ที่|แถว) ?{TOWN}(?={POLITE}|\s|$)", _home, _LIVES & ~But.OTHERS, near=True),
    _rule("ปักฐาน ตั้งรกราก", rf"(?:ลงหลักปักฐาน|ตั้งรกราก|ลงหลัก)(?:อยู่)?{_AT}{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED, near=True),
    _rule("ไม่ได้อยู่ ไม่อยู่ ไม่ได้พัก", rf"(?P<not>ไม่(?:ได้)?(?:อยู่|พัก(?:อยู่)?)){_AT}{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("เคยอยู่ เมื่อก่อนอยู่ แต่ก่อนอยู่", rf"(?P<not>(?:เคย|เมื่อก่อน|แต่ก่อน)(?:เคย)?(?:พัก)?อยู่){_AT}{TOWN}", _home, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("เป็นคน มาจาก คน บ้านเกิดตอนนี้", rf"(?:{I}|^|[\s,]|{POLITE})(?:เป็นคน(?:จังหวัด)?|มาจาก|คน(?={_KNOWN}(?:ครับ|ค่ะ|คะ|คับ|$|\s))) ?{TOWN}", _home, _LIVES, near=True),
    # Where things go
    _rule("ส่ง", rf"(?<!ผม)(?<!ฉัน)(?<!หนู)(?<!เคย)(?:จัด)?ส่ง(?:ของ|พัสดุ|สินค้า|มา|ไป|ให้|ถึง)*(?:(?=ที่ทำงาน)|ที่(?!ทำงาน)|ตาม|ยัง|ไป|มา|เข้า(?=ที่|บ้าน|ออฟ|คอน|บริษัท|หอ|โรง))(?:(?:ที่)?(?:ทำงาน|บ้าน|ออฟฟิศ|คอนโด)(?!แล้ว){POLITE}+ )?(?!เป็น|สี|ไซส์|ไซซ์|ผิด|ไม่|อีเมล|เมล|เบอร์|ไลน์|ไหน|ไปรษณีย์|ร้าน|ว่า|คืน|ทาง|แล้ว|ทำไม|กรุงเทพได้|นี่) ?(?:ที่(?!ทำงาน))?(?P<v>{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("ส่งออฟฟิศ ส่งที่ออฟฟิศ ส่งบ้าน ส่งที่บ้าน ส่งที่ทำงาน ส่งคอนโด ส่งที่คอนโด", rf"ส่ง(?:มา|ไป)?(?:ที่)?(?:ออฟฟิศ|ทำงาน|บ้าน|คอนโด|หอ)(?:ดีกว่า|แทน|ละกัน|{POLITE}| |:)+(?P<v>\d{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("ที่อยู่", rf"(?:(?:ขอ)?(?:เปลี่ยน|แก้)?ที่อยู่(?:ใหม่|จัดส่ง|ในการจัดส่ง|สำหรับจัดส่ง|ส่งของ|ของ{I}|{I}|นะ|นี้(?:เลย)?(?:{POLITE})* ?)*(?:คือ|เปลี่ยนเป็น|เป็น|:|ที่)?)(?!ไหน|ผิด|ถูก|เดิม|คุณ|ร้าน|อะไร|ให้|ได้|แล้ว|ที่|ไม่|อี|ยัง) ?(?P<v>(?=[^!?;\n]{{0,40}}(?:\d|ถนน|ซอย|คอนโด|บ้าน|ตึก|หมู่|หอ)){_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("ส่ง", rf"(?<!จะ)(?<!เคย)ส่ง(?:มา|ไป|ให้)? (?P<v>\d{{1,4}}(?:/\d{{1,4}})? ?(?:หมู่|ถนน|ซอย|ถ\.|ซ\.|ม\.){_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("ที่อยู่ผิด ที่อยู่ส่งผิด", rf"ที่อยู่(?:จัดส่ง|ส่ง)?ผิด(?:{POLITE}|ไป| )*(?:ต้อง|ที่ถูก(?:ต้อง)?)?(?:เป็น|คือ) ?(?P<v>{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("ที่ส่ง ที่จัดส่ง สถานที่ส่ง ที่อยู่นี้", rf"(?:เปลี่ยน|แก้|ย้าย)(?:สถานที่|ที่|จุด)(?:จัด)?ส่ง(?:ของ)?(?:เป็น|ไปที่|ไป|มาที่) ?(?P<v>{_ADDRESS}){_STOP}", _delivery, _SENT),
    _rule("ฝาก วาง", rf"(?<!อย่า)(?<!ไม่ต้อง)(?<!ห้าม)(?<!เขา)(?:ฝาก|วาง)(?:ของ|พัสดุ|กล่อง)?ไว้(?:ที่|กับ)(?P<v>(?:ร้าน|เคาน์เตอร์|ห้อง|โต๊ะ|ออฟฟิศ|สำนักงาน|บ้าน|จุด)(?!นี้|คุณ|ไหน|เรา|ผม|{POLITE})[ก-๎a-z0-9/]{{2,40}}?)(?=ได้เลย|ก็ได้|ได้|{POLITE}|\s|$)", _put, But.REPORTED | But.PAST | But.ASKED),
    _rule("ฝาก วาง ทิ้ง", rf"(?<!อย่า)(?<!ไม่ต้อง)(?<!ห้าม)(?<!เขา)(?:ฝาก|วาง|ทิ้ง|เอาไว้)(?:ไว้|ของ|พัสดุ)*(?:ที่|กับ|ตรง|ให้|ใน)? ?(?P<v>{_SPOT}(?: ?ชั้น ?\d{{1,2}}(?: ?(?:คอนโด|ตึก|หอ) ?(?:[a-z]{{3,14}})?)?)?(?:หน้า(?:หมู่บ้าน|โครงการ|ตึก|คอนโด|บริษัท)|ชั้นล่าง|ข้างล่าง|ใต้ตึก)?(?: ?(?:เลขที่|ห้อง)? ?\d{{1,5}}(?:/\d{{1,5}})?(?!\d))?)", _left, But.REPORTED | But.PAST),
)  # fmt: skip
SIGNS = _SIGNS
