"""Who they are, how to address them, and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.rule import PLAIN, But, Heard, LineRule
from chat_server.hearing.text import Line

from . import names
from .words import GROUND, PARTICLE, POLITE, I

LANGUAGES = {
    "อังกฤษ": "en", "ไทย": "th", "จีน": "zh", "ญี่ปุ่น": "ja", "รัสเซีย": "ru", "เกาหลี": "ko", "เยอรมัน": "de", "ฝรั่งเศส": "fr", "ไอซ์แลนด์": "is", "สเปน": "es", "ลาว": "lo",
}  # fmt: skip
LANGUAGE = "(?:ภาษา)?(?P<v>" + "|".join(LANGUAGES) + "|english|thai)"
_NAMED = LANGUAGE.replace("(?:ภาษา)?", "ภาษา")
_CODES = {**LANGUAGES, "english": "en", "thai": "th"}
_HONOUR = r"(?:คุณหมอ|คุณครู|คุณนาย|คุณพี่|คุณป้า|คุณลุง|คุณ|อาจารย์|ครู|หมอ|ดร\. ?|พี่|ป้า|ลุง|น้า|เฮีย|เจ๊|ผู้พัน|ผอ\. ?)"
TITLED = rf"(?P<v>{_HONOUR}[ก-๎a-z]{{2,15}}?)(?=[\s,.!?)]|{POLITE}|ก็|ได้|ดีกว่า|$)"
_MINE = r"(?:ผม|ดิฉัน|ฉัน|หนู|เรา|พี่|ป้า|ลุง|น้า|ยาย)"
_LAST_LINE = re.compile(r"\n\s*(?:[-—~]\s*)?(?P<v>[ก-๎]{2,15}|[A-Z][a-z]{1,20})\s*\Z")
_SURE_OTHERS = re.compile(r"(?:ของ|แมว|หมา|รุ่น|สินค้า|ร้าน|บริษัท|ระบุ|ลง|คน|ใส่|ใช้|ลืม|ด้วย|คุณ|ตั้ง|มี)\Z")

# Words that answer as often as they are names.
_COMMON = frozenset(
    ("รัก", "น้อย", "หนึ่ง", "ใจ", "แดง", "กัน", "ดา", "ต่อ", "น้ำ", "สาย", "เล็ก", "พี", "เอ", "แต", "พล", "วิน", "โชค", "อาย", "ปู", "หมู", "ปลา", "ไก่", "แมว", "หวาน", "ส้ม", "สา", "หมี", "กบ")
)  # fmt: skip


def _own_name(heard: Heard) -> Iterator[Statement]:
    """A bare "ชื่อ" is the speaker's at the beginning of a clause only."""
    before = heard.sentence.low[: heard.match.start()].rstrip()
    if _SURE_OTHERS.search(before) or re.match(r"(?:ร้าน|สินค้า|รุ่น)", heard.match["v"]):
        return
    yield from names.told(heard)


def _kept_language(heard: Heard) -> Iterator[Statement]:
    return takes.word("language", _CODES)(heard)  # type: ignore[return-value]


def _titled(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("form_of_address", heard.words().strip(), span=heard.place())


def signed(line: Line) -> Iterator[Statement]:
    """The name under a letter."""
    found = _LAST_LINE.search(line.text, max(0, len(line.text) - 40))
    if found is not None and (found["v"] in names.GIVEN or found["v"].isascii()):
        yield Statement("name", found["v"], 0.95, *found.span("v"))


_rule = GROUND.rule
_SAID = But.SUPPOSED | But.REPORTED | But.ASKED
RULES = (
    _rule("ชื่อ", rf"(?:{_MINE} ?|^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี|ต้อง|เป็น|คือ)(?:{I})?ชื่อ(?:เล่น|จริง|เต็ม)?(?:-นามสกุล|นามสกุล|และนามสกุล|สกุล)?(?:ของ)?(?:{I})?(?P<not>ไม่ใช่)?(?:คือ|ว่า|ชื่อ|เป็น|:| )* ?{names.TOLD}", _own_name, _SAID | But.OTHERS | But.DENIED, near=True),
    _rule("ชื่อ", rf"ชื่อ(?:เล่น)?{names.TOLD.replace('<v>', '<w>')} ?(?P<not>ไม่ใช่) ?(?P<v>[ก-๎a-z]{{2,15}}?)(?=[\s,.!]|{POLITE}|$)", names.told, _SAID | But.OTHERS),
    _rule("ไม่ได้ชื่อ ไม่ใช่", rf"(?P<not>ไม่ได้ชื่อ) ?(?P<v>[ก-๎a-z]{{2,15}}?)(?=[\s,.!]|{POLITE}|$)", names.told, _SAID | But.OTHERS),
    _rule("เรียก", rf"เรียก(?:{I}|พี่(?=ว่า))?(?:ว่า|ชื่อ)? ?(?!{_HONOUR}|{I}|ชื่อ|เก็บ|ร้อง|คืน|ดู){names.TOLD}", names.told, PLAIN | But.DENIED),
    _rule("เอง", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:นี่|นี้|{I})?(?P<v>(?!{I}|ตัว|ซื้อ|ทำ|ใช้|ใส่|ของ|มา|ไป|เพิ่ง|แค่|คน|ดู|วัน|อัน|แบบ|เมื่อ|ง่าย)[ก-๎]{{2,8}}?)เอง(?=\s|นะ|ค่ะ|ครับ|คับ|จ้า|จ้ะ|$)", names.told, _SAID | But.OTHERS),
    _rule("ผม ฉัน หนู เรา", rf"(?:^|[\s,]|{PARTICLE}|สวัสดี|หวัดดี)(?:ผม|ดิฉัน|ฉัน|หนู|เรา)(?:คือ|เป็น)? ?(?:นาย|นางสาว|นาง)?(?P<v>{names.ANY_GIVEN}(?: (?!ขอ|อยาก|สั่ง|มา|ออเดอร์)[ก-๎]{{3,20}}(?=\s*(?:$|{POLITE})))?)(?=นะ|ค่ะ|ครับ|คับ|จ้า|จ้ะ|\s|$|,)", names.told, _SAID | But.DENIED),
    _rule("ผม ดิฉัน", r"^(?:สวัสดี(?:ครับ|ค่ะ)?|หวัดดี(?:ครับ|ค่ะ)?)? ?(?:ผม|ดิฉัน)(?P<v>(?!ออ|เบอร์|เสาร์|ไลน์|จันทร์|ศุกร์)[ก-๎]{2,9}์)(?=\s|ครับ|ค่ะ|นะ|$)", names.told, _SAID | But.DENIED),
    _rule("ผมนาย ดิฉันนาง นางสาว นาย", rf"(?:^|[\s,])(?:ผม|ดิฉัน|ฉัน)?(?:นาย|นางสาว|นาง|น\.ส\. ?)(?P<v>[ก-๎]{{3,20}} [ก-๎]{{3,20}}?)(?=\s|{POLITE}|$)", names.told, _SAID),
    _rule("ค่ะ ครับ นะ จ้า คับ คะ", rf"^(?:สวัสดี(?:ค่ะ|ครับ|คับ)?|หวัดดี(?:ค่ะ|ครับ|คับ)?|ดี(?:ค่ะ|ครับ))? ?(?P<v>{names.ANY_GIVEN})(?:นะ)?(?:ค่ะ|ครับ|คับ|คะ|จ้า|จ้ะ)(?=\s|$|,)", lambda heard: names.told(heard, 0.9) if heard.match["v"] not in _COMMON else (), _SAID | But.DENIED),
    _rule("my i'm", rf"(?:my name is|i'm|i am) (?P<v>[a-z]{{2,20}})(?=\s|{POLITE}|$)", names.told, PLAIN),
    # How to address them
    _rule("เรียก", rf"(?<!ไม่ต้อง)(?<!อย่า)เรียก(?:ผม|ดิฉัน|ฉัน|หนู)?(?:ว่า)? ?{TITLED}", _titled, _SAID | But.DENIED),
    _rule("กันเอง ไม่ต้องเรียก ไม่ต้องสุภาพ ไม่ต้องเป็นทางการ เรียกชื่อ ไม่ต้องทางการ ไม่ต้องพิธี", r"(?:แบบ|เป็น|คุยกัน)?กันเอง(?:ๆ|ได้|ดีกว่า|เลย|นะ|ก็)|ไม่ต้อง(?:เรียก(?:ว่า)?คุณ|สุภาพ|เป็นทางการ|ทางการ|พิธีรีตอง)|เรียกชื่อ(?:เฉย|เล่น|ธรรมดา|ได้เลย|อย่างเดียว)", takes.fixed("form_of_address", "informal"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("ทางการ สุภาพ", r"(?:ขอ|ช่วย|กรุณา|อยาก|รบกวน)[^,.]{0,14}(?:ทางการ|(?:พูด|ใช้คำ|เรียก)[^ ]{0,6}สุภาพ)", takes.fixed("form_of_address", "formal"), But.SUPPOSED | But.REPORTED | But.DENIED),
    # Languages
    _rule("ภาษา อังกฤษ ไทย จีน ญี่ปุ่น english thai", rf"(?:พูด|ตอบ|ใช้|คุย|คุยกัน|พิมพ์|สื่อสาร|เปลี่ยน|แชท|สะดวก|ถนัด|อ่านได้แต่|พูดได้แต่|เข้าใจแค่)(?:กลับ|กัน|มา)?(?:เป็น|ด้วย|กับ)? ?{LANGUAGE}(?! ?(?:ไม่|ออก|อยู่|มา(?!ก)))", _kept_language, But.REPORTED | But.DENIED | But.OTHERS | But.SUPPOSED | But.PAST),
    _rule("ภาษา", rf"(?:ขอ|อยาก(?:ได้)?)(?:คุย|เป็น|คุยเป็น)* ?{_NAMED}", _kept_language, But.REPORTED | But.DENIED | But.OTHERS | But.SUPPOSED),
    _rule("ภาษา", rf"(?:^|\s){_NAMED}(?:ดีกว่า|ได้ไหม|ได้มั้ย|สะดวกกว่า|ก็ได้)", _kept_language, But.REPORTED | But.DENIED | But.SUPPOSED),
)  # fmt: skip
LINE_RULES = (LineRule(frozenset({"\n"}), signed),)
