"""Order numbers, what became of orders, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import ORDER, as_order_number
from chat_server.hearing.rule import But, Heard

from .goods import NOUN
from .words import GROUND, KIN, I

_NUMBERS = rf"(?P<v>{ORDER})(?: ?(?:และ|กับ|,|แล้วก็) ?#?(?P<w>{ORDER}))?"
_WORD = r"(?:ออเดอร์|ออร์เดอร์|ออเด้อ|คำสั่งซื้อ|รายการสั่งซื้อ|รหัสสั่งซื้อ|รหัสคำสั่งซื้อ|เลขสั่งซื้อ|ใบสั่งซื้อ|บิล|order)"
ITEM = rf"(?:ของ|สินค้า|พัสดุ|กล่อง|ซิป|พื้นรองเท้า|ตะเข็บ|สาย(?:เป้|สะพาย)?|เสา(?:เต็นท์)?|หูแก้ว|กระดุม|กระติก|ขวดน้ำ|ขวด|กระบอกน้ำ|ไฟฉาย|แก้ว|ร่ม|เชือก|ปุ่ม|หัวเข็มขัด|ล้อ|{NOUN})"
_NO_SHOP = re.compile(
    r"โค้ด|คูปอง|รหัสผ่าน|เว็บ|แอป(?!เปิ้ล)|ระบบ(?!ขึ้น)|เข้าระบบ|คอมพิวเตอร์|อากาศ|เครื่อง(?:คอม|ผม)"
)
_OLD = re.compile(r"(?:คู่|ตัว|ใบ|อัน)เก่า|ของเก่า|เดิม(?:ขาด|พัง)")
_IN_USE = re.compile(r"ซัก|ใช้(?:ไป|มา|แค่|ครั้ง|ได้|วัน|งาน)|ใส่(?:ไป|แค่|ครั้ง|วัน|ได้)|เพิ่งใช้|ฝนตก|โดนฝน")
_ARRIVED = re.compile(r"ได้(?:รับ)?มา|ส่งมา|แกะ|เปิดกล่อง|มาถึง|ตอนได้|กล่อง|ที่ได้")


def _orders(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if re.search(rf"ของ(?:{KIN}|เขา|เธอ|คุณ)", low[: heard.match.end()]):
        return
    for group in ("v", "w"):
        value = as_order_number(heard.match[group]) if heard.has(group) else None
        if value is not None:
            yield heard.statement("order_number", value, span=heard.place(group))


def _bare_order(heard: Heard) -> Iterator[Statement]:
    value = as_order_number(heard.match["v"])
    before = heard.sentence.low[: heard.match.start("v")]
    if (
        value is None
        or value.startswith("0")
        or re.search(r"(?:เบอร์|โทร|บัตร|ไปรษณีย์|พัสดุ|ราคา|จ่าย|บาท|ปี)[^,\d]{0,8}\Z", before)
    ):
        return
    yield heard.statement("order_number", value, span=heard.place())


def _damage(heard: Heard) -> Iterator[Statement]:
    """Broken on arrival, or failing in use."""
    low = heard.sentence.low
    if _NO_SHOP.search(low) or _OLD.search(low):
        return
    if re.search(r"ซิป[^ ]{0,6}\Z", low[: heard.match.start()]) or "ซิป" in heard.match[0]:
        return
    fails = _IN_USE.search(low) is not None and _ARRIVED.search(low) is None
    yield heard.statement("open_problem", "defect" if fails else "damaged", confidence=0.9)


def _defect(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if not (_NO_SHOP.search(low) or _OLD.search(low)):
        yield heard.statement("open_problem", "defect", confidence=0.9)


def _late(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if (
        re.search(
            r"ส่ง[^ ]{0,8}ช้า(?:มาก|จัง|เกิน|ตลอด|สุด)", heard.match[0] + low[heard.match.end() :][:6]
        )
        and "ยังไม่" not in low
    ):
        return
    if low[: heard.match.start()].endswith("ต้อง"):
        return
    near = low[max(0, heard.match.start() - 6) : heard.match.end() + 8]
    if re.search(r"เงิน|คืน|ตัดสินใจ|ตอบ|ลอง|จ่าย|โอน|อีเมล|ข้อความ", near) or re.search(
        r"(?:ส่งแล้ว|จัดส่งสำเร็จ|ส่งสำเร็จ)", low
    ):
        return
    yield heard.statement("open_problem", "late", confidence=0.9)


_WORSE = re.compile(r"แต่|ผิด|ขาด|แตก|พัง|เสีย|ไม่ครบ|ตำหนิ|บุบ|เปื้อน|รั่ว|ไม่ตรง|ร้าว|ถ้า|เมื่อไหร่")


def _solved(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if not _WORSE.search(low) and "ยกเลิก" not in low:
        yield heard.statement("open_problem", None, confidence=0.9)


def _state(heard: Heard, state: str) -> Iterator[Statement]:
    low = heard.sentence.low
    if _WORSE.search(low) or re.search(r"ยังไม่|หรือยัง|รึยัง|ไหม(?!พรม)|มั้ย", low):
        return
    yield heard.statement("order_state", state, confidence=0.85)


_BAD = But.SUPPOSED | But.REPORTED | But.OTHERS
_rule = GROUND.rule
RULES = (
    _rule("ออเดอร์ ออร์เดอร์ ออเด้อ คำสั่งซื้อ รายการสั่งซื้อ สั่งซื้อ บิล order", rf"{_WORD}(?:ของ{I})?(?:ที่|หมายเลข|เลขที่|เลข|นัมเบอร์|no\.?)?(?:ของ{I})?(?:คือ|เป็น|:)? ?#?{_NUMBERS}", _orders, But.SUPPOSED | But.OTHERS),
    _rule("0 ถึงไหน เลข ออเดอร์ ยกเลิก คืน", rf"(?:(?:^|[\s,])(?P<v>\d{{5,8}})(?!\d| ?บาท) ?(?:{I}ยกเลิก|{I}คืน|{I}ได้|ได้แล้ว|ถึงแล้ว|ถึงไหน|อยู่ไหน|ส่งหรือยัง|ยังไม่|ของ{I}|ได้หรือยัง|ไปถึง))", _bare_order, But.SUPPOSED | But.OTHERS),
    _rule("สั่ง เช็ค เลข ยกเลิก คืน", r"(?:(?:สั่ง|เช็ค|ตรวจสอบ|ติดตาม|ยกเลิก|ส่งคืน|คืน)[^,\d]{0,16}(?:เลข|หมายเลข|ออเดอร์|รายการ)?(?:ที่)?|(?:เลข|หมายเลข)) ?(?P<v>\d{5,8})(?!\d| ?บาท)", _bare_order, But.SUPPOSED | But.OTHERS),
    _rule("ออเดอร์ คำสั่งซื้อ", rf"(?:สอง|2|สาม|3) ?(?:ออเดอร์|คำสั่งซื้อ)(?:คือ)? ?{_NUMBERS}", _orders, But.SUPPOSED | But.OTHERS),
    _rule("ผิด", rf"(?:เลข|ออเดอร์)[^.]{{0,14}}ผิด[^.]{{0,14}}(?:คือ|เป็น) ?#?(?P<v>{ORDER})", _orders, But.SUPPOSED | But.OTHERS),
    _rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\w-])", takes.order, But.SUPPOSED | But.OTHERS),
    # What is wrong
    _rule("ขาด แตก พัง ชำรุด เสียหาย รู รอยขีด บุบ เปื้อน ร้าว หัก หลุด เลอะ เปียก เบี้ยว", rf"(?:(?:{ITEM}|มา|มัน)[^,.]{{0,22}}?(?:(?<!ไม่)ขาด(?!ไป|สต|ทุน|หาย)|แตก(?!ต่าง)|พัง|ชำรุด|เสียหาย|เป็นรู|มีรู|บุบ|เปื้อน|เลอะ|ร้าว|หัก|หลุด|เปียก|เบี้ยว|บิ่น)|รอยขีดข่วน|มีรอย|(?:^|\s)(?:แตก|ขาด|พัง)(?:มา|หมด|เลย))", _damage, _BAD | But.ASKED | But.DENIED),
    _rule("ไม่ได้ ไม่ขึ้น ไม่ลง ไม่สนิท ไม่เข้า ไม่ติด เปิดหลัง อ้า ปริ ใช้ไม่ได้ ใช้งานไม่ได้ เปิดไม่ติด ไม่ทำงาน ซิป ชาร์จไม่เข้า ตำหนิ รั่ว หด น้ำซึม กันน้ำ ขึ้นขุย สีตก สีซีด ไม่อุ่น", r"(?:(?:ใช้(?:งาน)?ไม่ได้)|เปิดไม่ติด|(?:เก็บความ(?:เย็น|ร้อน)|กัน(?:น้ำ|หนาว|ลม|ฝน)|รูด|ปิด|กาง|พับ|หมุน|ล็อก|ชาร์จ)(?:ซิป|ฝา)?ไม่(?:ได้|ขึ้น|ลง|ติด|เข้า|สนิท|อยู่)(?!ไหม|มั้ย|หรือ)|พื้นรองเท้า[^ ]{0,6}(?:เปิด|อ้า|ลอก|หลุด)|ตะเข็บ[^ ]{0,6}(?:ปริ|แตก|หลุด|ขาด)|ไม่ทำงาน|ซิป[^ ,]{0,14}(?:เสีย|พัง|แตก|รูดไม่|ติด|หลุด|ฝืด)|ชาร์จไม่เข้า|มีตำหนิ|รั่ว(?!ไหล)|กันน้ำไม่|ไม่กันน้ำ|น้ำ(?:ซึม|เข้า)|(?:ซัก|ใส่)[^,]{0,14}หด|ขึ้นขุย|สี(?:ตก|ซีด|ลอก))", _defect, _BAD | But.ASKED),
    _rule("ผิด ไม่ตรง ไม่ใช่ของ ไม่ใช่ที่ ไม่ใช่ตัวที่", rf"(?:ส่ง(?:ของ|สินค้า)?(?:มา)?(?:ให้)?ผิด|ได้(?:รับ)?(?:ของ|สินค้า)?(?:มา)?ผิด|ได้(?:ไซส์|ไซซ์|สี|ของ|รุ่น|เบอร์)ผิด|ผิด(?:ไซส์|ไซซ์|สี|รุ่น|ขนาด|ตัว|แบบ)|(?:สี|ไซส์|ไซซ์|รุ่น|แบบ)ไม่ตรง|ไม่ตรง(?:ปก|กับที่สั่ง|ตามที่สั่ง|กับรูป)|ไม่ใช่(?:ของ|ตัว|อัน|สี|ไซส์)?ที่(?:{I})?สั่ง)", takes.problem("wrong_item"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("สั่ง", rf"สั่ง(?:ไซส์|ไซซ์|เบอร์)? ?(?:สี[ก-๎]{{2,8}}?|[2-5]?x{{0,3}}[sml]|\d{{2}}|{NOUN}[ก-๎]{{0,12}}?)(?: ?(?:ไซส์|ไซซ์|เบอร์) ?\S{{1,3}})?(?:ไป)? ?(?:แต่|ทำไม|กลับ|ดัน)?(?:ที่)?(?:ส่ง|ได้|มา)(?:มา)?(?:เป็น)? ?(?:ไซส์|ไซซ์|เบอร์)? ?(?:สี[ก-๎]{{2,8}}|[2-5]?x{{0,3}}[sml](?![a-z])|\d{{2}}|{NOUN})", takes.problem("wrong_item"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("ช้า ล่าช้า ยังไม่ รอ เลยกำหนด ดีเลย์ เดือนนึงแล้ว อาทิตย์แล้ว ตกค้าง", rf"(?:(?:ส่ง|จัดส่ง|{ITEM}|มา)[^,.]{{0,6}}(?:(?<!เ)ช้า(?!ง|ๆ|ตลอด|ประจำ)|ล่าช้า)|ล่าช้า|ดีเลย์|เลยกำหนด|ตกค้าง|ยังไม่(?:ถึง(?!เวลา|วัน|ไหน)|มา(?!ก)|ได้(?:ของ|รับ)(?:ของ|สินค้า|พัสดุ|เลย|$| |ค่ะ|ครับ)?|ส่ง|จัดส่ง)|รอ(?:มา|ของ)? ?(?:นาน|หลาย|\d+|สอง|สาม|เป็น)[^,.]{{0,12}}(?:แล้ว|วัน|อาทิตย์|สัปดาห์|เดือน)|สั่งไป(?:ตั้ง)?[^,.]{{0,12}}(?:เดือน|อาทิตย์|สัปดาห์)[^,.]{{0,6}}แล้ว)(?!.{{0,6}}(?:เงิน|คืน))", _late, _BAD),
    _rule("ไม่มี หาย ไม่ได้รับ ขาดไป ไม่เคยมา ไม่เคย ไม่ครบ ข้างเดียว ตกหล่น", rf"(?:{ITEM}[^,.]{{0,8}}(?:สูญ|(?<!เสีย))หาย(?!ใจ)|(?<!ยัง)ไม่(?:เคย)?ได้รับ(?:ของ|สินค้า|พัสดุ|เลย)|(?:ของ|พัสดุ|สินค้า)ไม่เคย(?:มาถึง|ถึง|มา)|(?:ของ)?ขาดไป|(?:ในกล่อง|ในถุง|ข้างใน|ในพัสดุ)(?:กลับ)?(?:ไม่มี|ขาด)(?!อะไรเสีย)|ไม่มี[^ ]{2,14}ที่(?:{I})?สั่ง|ได้(?:ของ|มา)?ไม่ครบ|ของไม่ครบ|(?:ได้|มา)[^,]{{0,12}}ข้างเดียว|ตกหล่น)", lambda heard: () if re.search("ทำ[^ ]{0,14}หาย", heard.sentence.low) else takes.problem("missing")(heard), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("ส่งแล้ว สำเร็จ ส่งถึงแล้ว เซ็นรับ", r"(?:ระบบ|สถานะ|ขึ้น|แจ้ง|เว็บ|แอป|ขนส่ง)[^,]{0,14}(?:ส่งแล้ว|จัดส่งสำเร็จ|ส่งสำเร็จ|ส่งถึงแล้ว|เซ็นรับ)[^.!?]{0,12}(?:ไม่ได้รับ|ไม่มี|ไม่เจอ|ไม่ได้ของ|ยังไม่ได้)", takes.problem("missing"), But.SUPPOSED | But.OTHERS),
    _rule("คืนเงิน เงินคืน เงิน", r"(?:(?:อยาก|ต้องการ|ขอ|จะขอ|อยากได้|อยากขอ|รอ|ยังไม่ได้(?:รับ)?)(?:รับ)?(?:การ)?(?:คืนเงิน|เงินคืน)|ยังไม่คืนเงิน|เงิน(?:คืน)?(?:ก็)?ยังไม่(?:ได้|เข้า|คืน|โอน|มา)|ยังไม่(?:ได้)?โอนเงินคืน|คืนเงินให้(?:ด้วย|หน่อย|ที)|(?:ขอ|เอา)เงินคืน)", takes.problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("แล้ว ไม่ต้องตาม ถึงแล้ว ได้รับ เรียบร้อย แก้ไขแล้ว แก้แล้ว ได้แล้ว ได้ของแล้ว เคลียร์ ได้เงินคืน เข้าแล้ว เข้าเรียบร้อย", r"(?:(?:ปัญหา|เรื่อง)[^,.]{0,22}?(?:แก้ไข|แก้|เรียบร้อย|จบ|เคลียร์|ซ่อม(?:ให้)?(?:เสร็จ)?)(?:ได้|ดี|เสร็จ|ให้|เรียบร้อย)*แล้ว|(?:ซ่อม|แก้ไข|แก้|เปลี่ยน|จัดการ)(?:ให้)?(?:เสร็จ|เรียบร้อย|ได้)(?:ดี)?แล้ว|(?:^|[\s,])(?:เคลียร์|จบ|โอเค)แล้ว|(?:หา)?(?:พัสดุ|ของ|กล่อง|สินค้า)(?:หา)?เจอแล้ว|เจอ(?:พัสดุ|ของ|กล่อง)แล้ว|เงิน(?:คืน)?[^ ]{0,4}(?:เข้า|ได้|ถึง)[^ ]{0,8}แล้ว|ได้[ก-๎]{0,12}?(?:ตัว|ของ|คู่|ใบ|ชิ้น|อัน)(?:ใหม่|ที่ถูก|ที่สั่ง)[^ ]{0,12}แล้ว|\d{4,9} ?เรียบร้อย(?:ดี)?แล้ว|ไม่ต้องตาม(?:เรื่อง|ของ|ให้)?แล้ว|(?:ปัญหา|เรื่อง)(?:ได้รับการ)?(?:แก้ไข|แก้|เรียบร้อย|จบ|เคลียร์)(?:แล้ว|เรียบร้อย)|แก้(?:ไข)?(?:เรียบร้อย)?แล้ว|ได้(?:รับ)?(?:เงินคืน|เงิน|ของ|สินค้า|พัสดุ)(?:คืน)?(?:เรียบร้อย)?แล้ว|(?:ของ|พัสดุ|สินค้า|ออเดอร์ ?\d{4,9} ?)(?:มา)?ถึง(?:เรียบร้อย)?แล้ว|ได้รับ(?:ของ|สินค้า)?(?:ออเดอร์|คำสั่งซื้อ) ?\d{4,9} ?แล้ว|เงิน(?:คืน)?(?:ก็)?เข้า(?:บัญชี)?(?:เรียบร้อย)?แล้ว|(?:^|(?<!\d)[\s,])เรียบร้อยแล้ว)", _solved, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    # What became of it
    _rule("ยกเลิก", rf"(?<!อยาก)(?<!ขอ)(?<!จะ)(?:{I})?(?:ได้)?ยกเลิก ?(?:(?:ออเดอร์|คำสั่งซื้อ)(?: ?\d{{4,9}})?|\d{{4,9}}) ?(?:ไป)?(?:เรียบร้อย)?แล้ว|\d{{4,9}} ?(?:{I}|ถูก)(?:กด)?ยกเลิก(?:ไป)?(?:เรียบร้อย)?แล้ว", lambda heard: _state(heard, "cancelled"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    _rule("ได้รับ ถึงแล้ว ได้แล้ว ได้ของ", rf"ได้รับ(?:{_WORD}) ?(?:หมายเลข)? ?\d{{4,9}} ?(?:เรียบร้อย)?แล้ว|\d{{4,9}} ?(?:{I})?(?:ได้รับ(?:ของ|สินค้า|พัสดุ)?|ได้ของ|ของถึง|มาถึง)(?:ครบ|เรียบร้อย)*แล้ว|{_WORD} ?\d{{4,9}} ?(?:มา)?(?:ถึง|ได้|ได้ของ|ได้รับ)(?:เรียบร้อย)?แล้ว|ได้รับ(?:ของ|สินค้า)(?:จาก|ของ)?{_WORD} ?\d{{4,9}} ?(?:ครบ|เรียบร้อย)*แล้ว", lambda heard: _state(heard, "delivered"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("คืนไป ส่งคืน ส่งของคืน คืนของ คืนสินค้า กลับไป คืนออเดอร์ คืนคำสั่ง", rf"(?:{I})?(?:ส่ง(?:{_WORD} ?)?\d{{4,9}} ?คืน|ส่งคืน(?:{_WORD} ?\d{{4,9}} ?)?|ส่งของคืน|ส่งสินค้าคืน|ส่ง(?:ของ|สินค้า)?(?:{_WORD} ?\d{{4,9}} ?)กลับ|คืน(?:{_WORD} ?\d{{4,9}} ?))(?:{ITEM})? ?ไป(?:แล้ว|เมื่อ(?:วาน|เช้า|คืน))", lambda heard: _state(heard, "returned"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("สั่งซื้อไป สั่งไปเมื่อ เพิ่งสั่ง เพิ่งกดสั่ง สั่งซื้อเรียบร้อย ไปเมื่อ", r"(?:เพิ่งสั่ง(?:ซื้อ|ของ)?(?:ไป)?|สั่ง(?:ซื้อ)?(?:(?:ออเดอร์)? ?\d{4,9} ?)?ไปเมื่อ(?:วาน|คืน|เช้า|กี้)|เพิ่งกดสั่ง|สั่งซื้อเรียบร้อย(?:แล้ว)?)", lambda heard: _state(heard, "placed"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("จัดส่ง ส่งออก", rf"{_WORD} ?\d{{4,9}} ?(?:ขึ้นว่า|แจ้งว่า)?(?:จัดส่ง|ส่งออก)(?:มา|ไป|เรียบร้อย)?แล้ว", lambda heard: _state(heard, "shipped"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
)  # fmt: skip
