"""Who they are, how to address them, and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.rule import PLAIN, But, Heard, LineRule
from chat_server.hearing.shop_names import BRANDS
from chat_server.hearing.text import Line

from . import names
from .places import TOWNS
from .words import GROUND, PARTICLE, POLITE, I

LANGUAGES = {
    "อังกฤษ": "en", "ไทย": "th", "จีน": "zh", "ญี่ปุ่น": "ja", "รัสเซีย": "ru", "เกาหลี": "ko", "เยอรมัน": "de", "ฝรั่งเศส": "fr", "ไอซ์แลนด์": "is", "สเปน": "es", "ลาว": "lo",
}  # fmt: skip
LANGUAGE = "(?:ภาษา)?(?P<v>" + "|".join(LANGUAGES) + "|english|thai)"
_NAMED = LANGUAGE.replace("(?:ภาษา)?", "ภาษา")
_CODES = {**LANGUAGES, "english": "en", "thai": "th"}
_HONOUR = r"(?:คุณหมอ|คุณครู|คุณนาย|คุณพี่|คุณป้า|คุณลุง|คุณ|อาจารย์|ครู|หมอ|ดร\. ?|พี่|ป้า|ลุง|น้า|เฮีย|เจ๊|ผู้พัน|ผู้กอง|หมวด|จ่า|เภสัชกร(?:หญิง)?|ทนาย|โค้ช|ผอ\. ?)"
TITLED = rf"(?P<v>{_HONOUR}(?!นะ|ค่ะ|ครับ|ได้|ก็|ว่า|เลย|เฉย)[ก-๎a-z]{{2,15}}?)(?=[\s,.!?)]|{POLITE}|ก็|ได้|ดีกว่า|มากกว่า|จะดี|$)"
_MINE = r"(?:นู๋|ผม|ดิฉัน|ฉัน|หนู|เรา|พี่|ป้า|ลุง|น้า|ยาย)"
_LAST_LINE = re.compile(
    rf"(?:\n\s*(?:[-—~]\s*)?|(?:^|\s)จาก(?:คุณ)? ?|(?:{PARTICLE}|มาก|\.|!)\s*[-–—~]+ ?)(?P<v>[ก-๎]{{2,15}}?(?: {names.FAMILY})?|[A-Z][a-z]{{1,20}})(?:{PARTICLE})*\s*\Z"
)
_SURE_OTHERS = re.compile(r"(?:ของ|แมว|หมา|รุ่น|สินค้า|ร้าน|บริษัท|ระบุ|ลง|คน|ใส่|ใช้|ลืม|ด้วย|คุณ|ตั้ง|มี)\Z")


def _own_name(heard: Heard) -> Iterator[Statement]:
    """A bare "ชื่อ" is the speaker's at the beginning of a clause only."""
    before = heard.sentence.low[: heard.match.start()].rstrip()
    if (
        _SURE_OTHERS.search(before)
        or re.search("(?:บริษัท|ร้าน)[^ ]{0,8}(?:เปลี่ยน)?\\Z", before)
        or re.match(r"(?:ร้าน|สินค้า|รุ่น)", heard.match["v"])
    ):
        return
    yield from names.told(heard)


def _latin_name(heard: Heard) -> Iterator[Statement]:
    """A name in Latin letters has a capital, and is no product and no size."""
    low = heard.match["v"]
    if heard.line.capital(heard.place()[0]) and low.split(" ")[0] not in BRANDS and len(low) > 2:  # noqa: PLR2004 - XL
        yield from names.told(heard, 0.9)


def _kept_language(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    able = re.match(r"ได้(?!ไหม|มั้ย|หรือ|ป่าว|เลย|จะ)", low[heard.match.end() :])
    if able and not re.search("ขอ|อยาก|ช่วย|รบกวน|เปลี่ยน|กลับ", low[: heard.match.end()]):
        return iter(())  # that they speak it
    return takes.word("language", _CODES)(heard)  # type: ignore[return-value]


def _titled(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("form_of_address", heard.words().strip(), span=heard.place())


def signed(line: Line) -> Iterator[Statement]:
    """The name under a letter."""
    found = _LAST_LINE.search(line.text, max(0, len(line.text) - 40))
    if found is None:
        return
    given, _, family = found["v"].partition(" ")
    if found["v"].isascii() or (
        given not in TOWNS
        and not names.is_common(given)
        and (
            names.are_both(given, family)
            if family
            else names.is_given(given) or (found[0][0] == "\n" and names.may_be(given))
        )
    ):
        yield Statement("name", found["v"], 0.95, *found.span("v"))


def _introduced(heard: Heard, *, bare: bool = False) -> Iterator[Statement]:
    """A name behind the word for oneself, or `bare` before the particle that ends a sentence."""
    given, family = heard.match["v"], heard.match["f"]
    if given in TOWNS or (bare and (heard.line.asked == "size" or names.is_common(given))):
        return
    if not (names.are_both(given, family) if family else names.is_given(given)):
        return
    start, end = heard.place()
    end = heard.place("f")[1] if family else end
    yield heard.statement(
        "name", heard.line.text[start:end], span=(start, end), confidence=names.surety(given, 0.9)
    )


_rule = GROUND.rule
_SAID = But.SUPPOSED | But.REPORTED | But.ASKED
RULES = (
    _rule("ชื่อ", rf"(?:{_MINE} ?|^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี|ต้อง|เป็น|คือ|ลูกค้า)(?:{I})?ชื่อ(?:เล่น|จริง|เต็ม)?(?:-นามสกุล|นามสกุล|และนามสกุล|สกุล)?(?:ของ)?(?:{I})?(?P<not>ไม่ใช่)?(?:คือ|ว่า|ชื่อ|เป็น|:| )* ?{names.TOLD}", _own_name, _SAID | But.OTHERS | But.DENIED, near=True),
    _rule("ชื่อ", rf"ชื่อ(?:เล่น)?{names.TOLD.replace('<v>', '<w>')} ?(?P<not>ไม่ใช่) ?(?P<v>[ก-๎a-z]{{2,15}}?)(?=[\s,.!]|{POLITE}|$)", names.told, _SAID | But.OTHERS),
    _rule("ไม่ได้ชื่อ ไม่ใช่", rf"(?P<not>ไม่ได้ชื่อ) ?(?P<v>[ก-๎a-z]{{2,15}}?)(?=[\s,.!]|{POLITE}|$)", names.told, _SAID | But.OTHERS),
    _rule("เรียก", rf"เรียก(?:{I}|พี่(?=ว่า))?(?:ว่า|ชื่อ)? ?(?!{_HONOUR}|{I}|ชื่อ|เก็บ|ร้อง|คืน|ดู|กัน(?!ต|ย)){names.TOLD}", names.told, PLAIN | But.DENIED),
    _rule("เอง", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:นี่|นี้|{I})?(?:คือ)?(?P<v>(?!{I}|ตัว|ซื้อ|ทำ|ใช้|ใส่|ของ|มา|ไป|เพิ่ง|แค่|คน|ดู|วัน|อัน|แบบ|เมื่อ|ง่าย|สั่ง|จ่าย|เลือก|ผิด|รับ|เก็บ|ซัก|ประกอบ|ต่อ(?!เอง)|ส่ง|ออก|โทร|เช็ค|แก้|พลาด|เข้าใจ|ลอง|หา|เอา|กด|พิมพ์(?!เอง)|ตัด|คิด|บอก|รู้|เห็น|จัด|ขับ|อยาก|ต้อง|จะ|ก็|ได้|เขียน|ลืม|ยกเลิก|เปลี่ยน|นี่|นี้|ขอ|แกะ|วัด|ใจ|เป็น|อยู่|กรอก|ถ่าย|แพ็ค|เลย|ยัง|จัดการ|คือ|แล้ว|(?:พี่|ป้า|ลุง|น้า)(?=[ก-๎]{{2,10}}เอง))[ก-๎]{{2,12}}?)เอง(?=\s|นะ|น้า|ค่า|ค่ะ|ครับ|คับ|จ้า|จ้ะ|$)", names.told, _SAID | But.OTHERS),
    _rule("ผม ฉัน หนู เรา นี่", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:กระผม|ผม|ดิฉัน|ฉัน|หนู|เรา|นี่)(?:คือ|เป็น)? ?(?:นาย(?!ก)|นางสาว|นาง)?(?P<v>[ก-๎]{{2,14}}?)(?: (?P<f>{names.FAMILY}))?(?=\s|,|\.|!|$|เอง|{PARTICLE})", _introduced, _SAID | But.DENIED),
    _rule("กระผมนาย ผมนาย ดิฉันนาง", r"(?:กระผม|ผม|ดิฉัน)(?:นาย|นางสาว|นาง)(?P<v>[ก-๎]{3,12}?)(?=ครับ|ค่ะ|นะ)", names.told, _SAID),
    _rule("ผม ดิฉัน ฉัน หนู เรา นี่ this", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:ผม|ดิฉัน|ฉัน|หนู|เรา|นี่|this is)(?:คือ)? ?(?P<v>[a-z][a-z'-]{{1,15}}(?: [a-z][a-z'-]{{1,15}})?) ?(?=ครับ|ค่ะ|คะ|นะ|คับ|เอง|จ้า)", _latin_name, _SAID | But.DENIED),
    _rule("ชื่อสั้น ชื่อใน ชื่อที่ ชื่อลูกค้า ชื่อ-สกุล ชื่อสกุล", rf"(?:^|[\s,])ชื่อ(?:ลูกค้า|-สกุล|สกุล|ผู้ซื้อ|(?:ใน|ที่)?(?:ออเดอร์|ระบบ|คำสั่งซื้อ|บิล|สมาชิก)|สั้นๆ|สั้น ๆ)(?:คือ|ว่า|:| )* ?{names.TOLD}", names.told, _SAID | But.OTHERS),
    _rule("ที่ชื่อ", rf"{I}(?:คือ|เป็น)?(?:คน|ลูกค้า)ที่ชื่อ ?{names.TOLD}", names.told, _SAID),
    _rule("ที่ถูก ที่ถูกต้อง", rf"ชื่อ[^,]{{0,12}}ผิด(?:{PARTICLE}|\s)*ที่ถูก(?:ต้อง)?(?:คือ|เป็น| )+ ?{names.TOLD}", names.told, _SAID),
    _rule("ผู้รับ ผู้สั่ง ลงชื่อ ในนามของ", rf"(?:ชื่อผู้สั่ง(?:ซื้อ|ของ)?|ผู้(?:สั่งซื้อ|สั่ง)(?:ชื่อ|คือ(?:{I})?เอง|คือ)|ผู้รับคือ{I}เอง|ลงชื่อ)(?:คือ|:| )* ?{names.TOLD}", names.told, _SAID | But.OTHERS | But.DENIED, near=True),
    _rule("เอง", rf"(?:นี่)?{I}เอง(?:{PARTICLE})* (?P<v>[ก-๎]{{2,14}}?)(?: (?P<f>{names.FAMILY}))?(?=\s|$|{PARTICLE})", _introduced, _SAID),
    _rule("ผิด", rf"ชื่อ(?:{I})?ผิด(?:{PARTICLE}|\s)*(?:ต้อง)?(?:เป็น|คือ|ชื่อ)+ ?{names.TOLD}", names.told, _SAID),
    _rule("ชื่อ", rf"(?:สั่ง|จอง|สมัคร|ซื้อ|ลงทะเบียน|(?:^|[\s,])ใช้(?=ชื่อ))(?:ของ)?(?:ไว้|ไป)?(?:ด้วย|ใน|โดยใช้|ใช้|เป็น)?ชื่อ(?:{I})?(?:ว่า)? ?{names.TOLD}", names.told, _SAID | But.OTHERS, near=True),
    _rule("ผม ฉัน หนู เรา", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:กระผม|ผม|ดิฉัน|ฉัน|หนู|เรา|นี่)(?:คือ)? ?(?P<v>[ก-๎]{{2,12}}?)(?P<f>(?!))?(?=(?:คน)?ที่(?:คุย|โทร|ทัก|ถาม|สั่ง|เคย|ซื้อ|แชท|ติดต่อ)|คนเดิม|คนเมื่อ|เจ้าเดิม|จาก(?=[ก-๎\s])|ขอ(?:ถาม|สอบ|สั่ง|แจ้ง|รบกวน)|ทัก(?:มา|อีก)|มา(?:ถาม|ตาม|แจ้ง|สอบ))", lambda heard: _introduced(heard, bare=True), _SAID | But.DENIED),
    _rule("ป้า ลุง", r"(?:^|[\s,])(?:ป้า|ลุง) ?(?P<v>[ก-๎]{2,10}?)เอง(?=\s|นะ|ค่ะ|ครับ|จ้า|$)", names.told, _SAID),
    _rule("นี่ พี่ ป้า ลุง น้า", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:(?:นี่|นี้)(?:คือ)?(?:พี่|ป้า|ลุง|น้า|น้อง|ยาย)|(?:พี่|ป้า|ลุง|น้า)(?=[^\s,]{{2,10}}เอง)) ?(?P<v>[ก-๎]{{2,12}}?)(?P<f>(?!))?(?:เอง)?(?=\s|$|{PARTICLE})", _introduced, _SAID | But.DENIED),
    _rule("สะกด เขียน อ่านว่า", rf"ชื่อ(?:{I})?(?:สะกด|เขียน|อ่าน)(?:ว่า)? ?{names.TOLD}", names.told, _SAID),
    _rule("ตอนนี้ชื่อ ใหม่ชื่อ ชื่อเป็น", rf"(?:(?:ตอนนี้|ใหม่)(?:{I})?ชื่อ(?:ว่า)?|(?:เปลี่ยน|แก้)ชื่อเป็น) ?{names.TOLD}", names.told, _SAID | But.OTHERS),
    _rule("ผมนาย ดิฉันนาง นางสาว นาย", rf"(?:^|[\s,])(?:ผม|ดิฉัน|ฉัน)?(?:นาย|นางสาว|นาง|น\.ส\. ?)(?P<v>[ก-๎]{{3,20}} [ก-๎]{{3,20}}?)(?=\s|{POLITE}|$)", names.told, _SAID),
    _rule("ค่ะ ครับ นะ จ้า คับ คะ", rf"^(?:สวัสดี(?:{PARTICLE})*|หวัดดี(?:{PARTICLE})*|ดี(?:ค่ะ|ครับ)|ใช่(?:ค่ะ|ครับ)|ฮัลโหล|เรียน[^ ]{{2,12}})?(?:แอดมิน|แอด|ร้าน|ทุกคน|พี่)?(?:{PARTICLE})* ?(?P<v>[ก-๎]{{2,14}}?)(?: (?P<f>{names.FAMILY}))? ?(?:เอง)?(?:นะ)?(?:ค่ะ|ครับ|คับ|คะ|จ้า|จ้ะ)(?=\s|$|,)", lambda heard: _introduced(heard, bare=True), _SAID | But.DENIED),
    _rule("my i'm", rf"(?:my name is|i'm|i am) (?P<v>[a-z]{{2,20}})(?=\s|{POLITE}|$)", names.told, PLAIN),
    # How to address them
    _rule("เรียก", rf"(?<!ไม่ต้อง)(?<!อย่า)เรียก(?:ผม|ดิฉัน|ฉัน|หนู|พี่(?=ว่า)|ป้า(?=ว่า)|น้า(?=ว่า))?(?:ว่า)? ?{TITLED}", _titled, _SAID | But.DENIED),
    _rule("เรียก", rf"(?<!ไม่ต้อง)(?<!อย่า)เรียก(?:ผม|ดิฉัน|ฉัน|หนู)?ว่า ?(?P<v>อาจารย์|คุณครู|ครู|คุณหมอ|หมอ|ผู้กอง|ผู้พัน|ผอ\.|ท่าน|หัวหน้า|คุณหญิง|คุณนาย|คุณพี่|คุณป้า|คุณลุง|เจ๊|เฮีย)(?=\s|{POLITE}|ก็|ดีกว่า|มากกว่า|เฉย|$)", _titled, _SAID | But.DENIED),
    _rule("แบบพี่น้อง ไม่ต้องเกรง ไม่ต้องเกร็ง สบายๆ สบาย ๆ ไม่ต้องคุณ นำหน้า ชื่อเล่น ไม่ต้องมีพิธี ไม่ต้องใช้คำ ไม่ต้องคะขา แบบเพื่อน ชื่อก็พอ กันเอง ไม่ต้องเรียก ไม่ต้องสุภาพ ไม่ต้องเป็นทางการ เรียกชื่อ ไม่ต้องทางการ ไม่ต้องพิธี", r"(?:แบบ|เป็น|คุยกัน)?กันเอง(?:ๆ|ได้|ดีกว่า|เลย|นะ|ก็)|ไม่ต้อง(?:เรียก(?:ว่า)?(?:คุณ|ท่าน)|คุณ(?:นำหน้า)?(?=\s|$|ครับ|ค่ะ|นะ|ก็)|สุภาพ|เป็นทางการ|ทางการ|(?:มี)?พิธีรีตอง|มีคุณ|คะขา|ครับผม|ใช้คำว่า(?:คุณ|ท่าน))|(?:คุย|พูด)(?:กัน|กับ[^ ]{1,6})?(?:แบบ)?(?:เพื่อน|พี่น้อง|สบาย ?ๆ|ชิล)|ไม่ต้อง(?:เกร็ง|เกรงใจ|เรียกคุณนำหน้า|มีคำนำหน้า|พูดเพราะ|ใช้คำสุภาพ)|เรียก(?:แค่)?ชื่อเล่น(?:ก็|ได้|เลย|ดีกว่า|พอ)|เรียกชื่อก็(?:พอ|ได้)|เรียกชื่อ(?:เฉย|เล่น|ธรรมดา|ได้เลย|อย่างเดียว)", takes.fixed("form_of_address", "informal"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("ทางการ สุภาพ เพราะๆ เพราะ ๆ คำว่าท่าน", r"(?:ขอ|ช่วย|กรุณา|อยาก|รบกวน)[^,.]{0,34}?(?<!ไม่)(?<!ไม่ต้องเป็น)(?<!ไม่ต้อง)(?:ทางการ|พูด(?:จา)?เพราะ|(?:พูด|ใช้คำ|ใช้ภาษา|เรียก)[^ ]{0,6}สุภาพ|(?<=ขอ)สุภาพ)|(?:^|[\s,])(?:พูด|คุย|เขียน)[^ ]{0,8}ทางการ(?:หน่อย|ด้วย|นะ)|ขอ(?:ให้)?เรียก(?:ว่า)?คุณ(?=นะ|ค่ะ|ครับ|$)|(?:ใช้|เรียก)คำว่า ?[\"“]?ท่าน|เรียก(?:ผม|ดิฉัน|ฉัน)ว่าท่าน(?=\s|ครับ|ค่ะ|นะ|$)", takes.fixed("form_of_address", "formal"), But.SUPPOSED | But.REPORTED | But.DENIED),
    # Languages
    _rule("ภาษา อังกฤษ ไทย จีน ญี่ปุ่น english thai", rf"(?:พูด|ตอบ|ใช้|คุย|คุยกัน|พิมพ์|สื่อสาร|เปลี่ยน|แชท|สะดวก|ถนัด|อ่านได้แต่|พูดได้แต่|เข้าใจแค่)(?:กลับ|กัน|มา)?(?:เป็น|ด้วย|กับ)? ?{LANGUAGE}(?! ?(?:ไม่|ออก|อยู่|มา(?!ก)|ช้า|ยาก|ได้นิด))", _kept_language, But.REPORTED | But.DENIED | But.OTHERS | But.SUPPOSED | But.PAST),
    _rule("ภาษา", rf"(?:ขอ|อยาก(?:ได้)?)(?:คุย|เป็น|คุยเป็น)* ?{_NAMED}", _kept_language, But.REPORTED | But.DENIED | But.OTHERS | But.SUPPOSED),
    _rule("ภาษา", rf"(?:กลับมา|เปลี่ยน|กลับไป|สลับ)(?:กลับ)?(?:มา|ไป)?(?:เป็น|ใช้|คุย|พิมพ์|พูด)?{_NAMED}", _kept_language, But.REPORTED | But.DENIED | But.SUPPOSED | But.ASKED),
    _rule("ภาษา", rf"(?:^|\s){_NAMED}(?:ดีกว่า|ได้ไหม|ได้มั้ย|สะดวกกว่า|ก็ได้)", _kept_language, But.REPORTED | But.DENIED | But.SUPPOSED),
)  # fmt: skip
_FORGOT = re.compile(
    rf"(?:^|[\s,])(?P<v>[ก-๎]{{2,14}}?)(?: (?P<f>{names.FAMILY}))?(?:{PARTICLE})+,? *(?:ลืม|ไม่ได้|ยังไม่(?:ได้)?)(?:แนะนำตัว|บอกชื่อ)"
)


def forgotten(line: Line) -> Iterator[Statement]:
    """Who says that they forgot to say their name says it with that."""
    found = _FORGOT.search(line.low)
    if found is not None and names.may_be(found["v"]):
        start, end = found.span("v")[0], found.span("f" if found["f"] else "v")[1]
        yield Statement("name", line.text[start:end], 0.95, start, end)


LINE_RULES = (
    LineRule(frozenset({"แนะนำตัว", "บอกชื่อ"}), forgotten),
    LineRule(frozenset({"\n", "จาก", "-", "—"}), signed),
)
