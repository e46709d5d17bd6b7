"""With whom they live, for whom they work, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard

from .places import TOWNS
from .words import GROUND, POLITE, I

_N = r"(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|นึง)"
_PET = "(?:หมา|น้องหมา|สุนัข|แมว|น้องแมว|กระต่าย|นก|ปลา|แฮมสเตอร์)"
_ROLE = r"(?:ผู้ช่วย[ก-๎]{2,14}?|เจ้าหน้าที่[ก-๎]{2,12}?|แอดมินออฟฟิศ|แผนก[ก-๎]{2,12}?|ผู้จัดการ[ก-๎]{0,12}?|ฝ่าย[ก-๎]{2,14}?|จัดซื้อ|เลขานุการ|เลขาฯ?|ไกด์(?:นำเที่ยว|เดินป่า)?|มัคคุเทศก์|ครู[ก-๎]{0,10}?|อาจารย์|หมอ|แพทย์|พยาบาล|วิศวกร|นักบัญชี|บัญชี|เจ้าของ(?:ร้าน|ธุรกิจ|กิจการ|บริษัท)[ก-๎]{0,12}?|หัวหน้า[ก-๎]{2,20}?|พนักงาน[ก-๎]{2,14}?|ธุรการ|โปรแกรมเมอร์|ช่างภาพ|เชฟ|ทหาร|ตำรวจ|ข้าราชการ|เซลส์|การตลาด|hr|เอชอาร์|ประธาน[ก-๎]{0,12}?|กรรมการ[ก-๎]{0,12}?|ผู้อำนวยการ|ทนาย(?:ความ)?|สถาปนิก|เภสัชกร|นักเขียน|ฟรีแลนซ์|เหรัญญิก|โค้ช|ครูฝึก|นักออกแบบ|ดีไซเนอร์|แอดมินเพจ)"
_ORG = r"(?:โรงพยาบาล|โรงเรียน|โรงแรม|มหาวิทยาลัย|มหาลัย|วิทยาลัย|สถาบัน|ธนาคาร|สำนักงาน|มูลนิธิ|สมาคม|ชมรม|รีสอร์ท|คลินิก|เทศบาล|อบต\.|กระทรวง|โรงงาน|สหกรณ์|อุทยาน|สตูดิโอ|ฟาร์ม|ห้างหุ้นส่วน|หจก\.)"
_STOP = rf"(?=[\s,.!?)]|{POLITE}|เป็น|ตำแหน่ง|อยู่|จำกัด|สั่ง|ซื้อ|อยาก|มา(?=\s|สั่ง|ซื้อ)|$)"
_FIRM = rf"(?:บริษัท|บ\.|หจก\.?)? ?(?P<v>[ก-๎]{{2,30}}?|[a-z][a-z&.-]{{1,20}}(?: [a-z][a-z&.-]{{1,20}})?){_STOP}"
_AS_FIRM = rf"(?:บริษัท|บ\.|หจก\.?) ?(?P<v>[ก-๎]{{2,30}}?|[a-z][a-z&.-]{{1,20}}(?: [a-z][a-z&.-]{{1,20}})?){_STOP}"
_NO_FIRM = re.compile(
    r"บ้าน|ไหน|อะไร|ใคร|เดียวกัน|ของคุณ|คุณ$|นี้|นั้น|เดิม|เก่า$|ใหม่$|เรา$|ออฟฟิศ|ต่างประเทศ|ประจำ|หนัก|ทุกวัน|เยอะ|อิสระ|แห่งหนึ่ง|ขนส่ง|^ทัวร์$|โรงพยาบาล$|โรงเรียน$|ธนาคาร$|โรงงาน$|เสร็จ|กะ|พาร์ท|ตลอด|แล้ว|ยุ่ง|ใกล้|ชื่อ$"
)


def _said(heard: Heard, key: str, *groups: str) -> Iterator[Statement]:
    for group in groups:
        if heard.has(group):
            start, _ = heard.place(group)
            said = heard.words(group)
            kept = said.strip(" ,.:")
            start += said.index(kept)
            yield heard.statement(
                key, kept, span=(start, start + len(kept)), confidence=0.9, ended=heard.has("not")
            )


def _household(heard: Heard) -> Iterator[Statement]:
    return _said(heard, "household", "v", "w", "x", "y")


def _firm(heard: Heard) -> Iterator[Statement]:
    for one in _said(heard, "company", "v"):
        value = one.value or ""
        if _NO_FIRM.search(value) or value in TOWNS or len(value) < 2:  # noqa: PLR2004 - letters
            return
        if re.match(_ROLE + r"\Z", value):
            return
        if value.isascii() and one.start is not None and not heard.line.text[one.start].isupper():
            return
        yield one


def _opened(heard: Heard) -> Iterator[Statement]:
    return _said(heard, "company", "v", "w")


def _role(heard: Heard) -> Iterator[Statement]:
    return _said(heard, "company_role", "v", "w")


_OWN = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED | But.PAST
_MINE = rf"(?:{I} ?|^|[\s,]|{POLITE})"
_rule = GROUND.rule


def _is_named(heard: Heard) -> bool:
    """A firm of the customer, not the shop or a carrier."""
    return not re.match(
        r"(?:บริษัท|บ\.)? ?(?:คุณ|ไหน|อะไร|นี้|ขนส่ง|ที่|ของ|มี|เรา|ผม|จะ|ใน|ต่าง|ได้|ไม่|เป็น|ชื่อ|สั่ง|ทัวร์$|อยาก|ต้องการ|ซื้อ|กำลัง|สนใจ|แจ้ง|ส่ง|บอก|เปิด|ปิด|ย้าย|อยู่|ทำ|ก็|เขา|แย่|ดี|เลย|ตอบ|กับ|โทร)",
        heard.match["v"],
    )


def _lives_with(heard: Heard) -> Iterator[Statement]:
    clause = GROUND.clause(heard)
    if not re.search(r"ของ|พัสดุ|ตอนนี้ไป", clause.before):
        yield from _household(heard)


RULES = (
    _rule("ลูก", rf"(?:มี|กับ|และ|เลี้ยง)(?P<v>ลูก(?:สาว|ชาย|แฝด|เล็ก)?(?:วัย)? ?(?:{_N} ?คน|\d{{1,2}} ?ขวบ|วัย ?\d{{1,2}} ?ขวบ|อ่อน))|มี(?P<w>ลูกแฝด|ลูก(?:สาว|ชาย)(?=\s|{POLITE}|$))|(?:แม่|พ่อ)(?P<x>ลูก(?:หนึ่ง|สอง|สาม|สี่|ห้า|อ่อน))", _household, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED, near=True),
    _rule("หมา สุนัข แมว กระต่าย นก แฮมสเตอร์", rf"(?:มี|เลี้ยง|กับ|และ)(?P<v>{_PET}(?:พันธุ์[ก-๎]{{2,14}})? ?(?:{_N} ?ตัว)?)(?![ก-๎]{{0,3}}(?:ขาย|ไหม))", lambda heard: _household(heard) if re.search("ตัว|เลี้ยง", heard.match[0]) else (), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED, near=True),
    _rule("ครอบครัว บ้าน", rf"(?P<v>(?:ที่บ้าน|บ้าน|ครอบครัว)(?:นี้|เรา|ผม|ฉัน|หนู|ของเรา)?(?:มี|อยู่กัน|มีกัน|อยู่ด้วยกัน|มีกันอยู่)(?:ทั้งหมด)? ?{_N} ?คน)", _household, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED, near=True),
    _rule("อยู่คนเดียว อยู่กับ", rf"(?P<v>อยู่(?:ตัว)?คนเดียว)|อยู่กับ(?P<w>(?:แฟน|สามี|ภรรยา|พ่อแม่|แม่|พ่อ|ครอบครัว|เพื่อน|ยาย|พี่สาว|น้อง)(?:(?:และ|กับ)(?:ลูก[ก-๎]{{0,4}})(?: ?{_N} ?คน)?)?)(?=\s|{POLITE}|$)", _lives_with, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED, near=True),
    # Work
    _rule("ทำงาน ทำที่", rf"{_MINE}(?:{I})?(?:ปัจจุบัน|ตอนนี้)?(?:ทำงาน(?:ที่|อยู่ที่|อยู่|กับ|ให้)|ทำ(?:อยู่)?ที่(?=ธนาคาร|บริษัท|บ\.|โรงพยาบาล[ก-๎]|โรงเรียน[ก-๎]|มหาวิทยาลัย|[a-z])) ?{_FIRM}", _firm, _OWN, near=True),
    _rule("บริษัท", rf"(?:มาจาก|จาก|ในนาม|ในนามของ|ตัวแทน|ย้าย(?:งาน)?มา(?:อยู่|ทำ)?(?:ที่)?|อยู่(?:ที่)?|พนักงาน(?=บริษัท|บ\.)|{_ROLE}(?:อยู่)?(?:ที่|ของ)?(?=บริษัท|บ\.)|ทำงาน|เจ้าของ|ซื้อให้|สั่งให้|ให้|ของ|นาม|หัวบิล|ชื่อ|^|\s)(?:ลูกค้า)? ?{_AS_FIRM}", lambda heard: _firm(heard) if _is_named(heard) else (), _OWN, near=True),
    _rule("จาก เป็น อยู่ ทำ ในนาม ตัวแทน มาจาก ของ", rf"(?:{_ROLE} ?(?:อยู่)?(?:ที่|ของ|ใน|ประจำ)? ?|ในนาม(?:ของ)? ?|ตัวแทน(?:จาก|ของ)? ?|(?:มา|ติดต่อ)?จาก|ทำงาน(?:อยู่)?(?:ที่|กับ|ให้)? ?|(?:^|[\s,])(?:อยู่|ทำ)(?:ที่)?)(?P<v>{_ORG}(?!{POLITE}|นี้|ไหน|อะไร|เดียว|แถว|ใกล้|ที่)[ก-๎a-z.]{{2,36}}?){_STOP}", _opened, _OWN, near=True),
    _rule("บริษัทเราชื่อ บริษัทผมชื่อ บริษัท ชื่อ ร้านของเรา", rf"บริษัท(?:ของ)?(?:[ก-๎]{{2,12}}?(?=ชื่อ))?(?:เรา|ผม|ฉัน|ดิฉัน|หนู)? ?(?:ชื่อ|(?<=เรา)คือ|(?<=ผม)คือ|(?<=ฉัน)คือ)(?:ว่า)? ?(?P<v>[ก-๎]{{2,30}}?|[a-z][a-z&.-]{{1,20}}){_STOP}", _firm, _OWN, near=True),
    _rule("ใบกำกับ ใบเสร็จ", rf"(?:ใบกำกับ(?:ภาษี)?|ใบเสร็จ)[^,]{{0,14}}(?:นาม|ชื่อ) ?{_FIRM}", _firm, _OWN, near=True),
    _rule("ในนามโรงเรียน ในนามโรงพยาบาล ในนามมหา เปิดบริษัท เปิดร้าน เปิดโรงแรม เปิดรีสอร์ท เปิดคาเฟ่ ทำร้าน ทำบริษัท", rf"ในนาม(?P<v>(?:โรงเรียน|โรงพยาบาล|มหาวิทยาลัย)[ก-๎]{{2,20}}?){_STOP}|(?:เปิด|ทำ)(?:บริษัท|ร้าน|โรงแรม|รีสอร์ท|คาเฟ่|โฮมสเตย์)[ก-๎]{{0,12}}?ชื่อ(?:ว่า)? ?(?P<w>[ก-๎]{{2,20}}?){_STOP}", _opened, _OWN, near=True),
    _rule("ลาออก ไม่ได้ทำ ออกจาก", rf"(?P<not>ลาออกจาก|ไม่ได้ทำ(?:งาน)?(?:ที่|กับ)|ออกจาก(?=บริษัท))(?:บริษัท)?(?:เก่า)? ?(?P<v>[ก-๎]{{2,30}}?|[a-z][a-z&.-]{{1,20}}){_STOP}", _firm, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("ทำหน้าที่ ฝ่าย แผนก เป็น ดูแล ตำแหน่ง ทำงานเป็น อาชีพ", rf"(?:{_MINE}(?:{I})?(?:ตอนนี้|ปัจจุบัน|เดี๋ยวนี้)?(?:ก็)?เป็น|ทำงานเป็น|ทำงาน[^,]{{2,30}}เป็น|(?:เลื่อน|โปรโมท)(?:ขั้น|ตำแหน่ง)?เป็น|(?:^|[\s,])ได้เป็น|(?:^|[\s,]|{I})อยู่(?=ฝ่าย|แผนก)|ทำหน้าที่|(?:^|[\s,])ดูแล(?=ฝ่าย|แผนก|เรื่องจัดซื้อ|งาน)|ตำแหน่ง(?:ของ)?(?:{I})?(?:คือ|เป็น|งาน)* ?|อาชีพ(?:คือ|เป็น)? ?|ดำรงตำแหน่ง|(?:ผม|ฉัน|หนู|เรา)ดูแล(?:เรื่อง|ฝ่าย|งาน)?) ?(?P<v>{_ROLE})(?=[\s,.!?)]|{POLITE}|ของ|ที่|อยู่|บริษัท|$)", _role, _OWN, near=True),
    _rule("ตำแหน่ง อาชีพ", rf"(?:ตำแหน่ง|อาชีพ)(?:ของ{I}|{I}|งาน)?(?:คือ|เป็น|:)? ?(?P<v>(?!{I}|คือ|เป็น|ว่าง|แอดมิน|admin|ผู้ดูแลระบบ|อะไร|ไหน)[ก-๎]{{2,25}}?)(?=[\s,.!?]|{POLITE}|ที่|$)", _role, _OWN, near=True),
)  # fmt: skip
