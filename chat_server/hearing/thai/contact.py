"""Addresses and numbers, and how and when they want to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE, as_phone
from chat_server.hearing.rule import But, Heard

from .numerals import CLOCK, clock
from .words import GROUND, KIN, PARTICLE, I

CHANNELS = {
    "อีเมล์": "email", "อีเมล": "email", "email": "email", "e-mail": "email", "อีเมลล์": "email", "เมล์": "email", "เมล": "email", "mail": "email", "โทรศัพท์": "phone", "เบอร์โทรศัพท์": "phone", "เบอร์โทร": "phone", "เบอร์มือถือ": "phone", "เบอร์นี้": "phone", "การโทร": "phone", "แชทนี้": "chat", "ในแชท": "chat", "กล่องข้อความ": "chat", "โทร": "phone", "มือถือ": "phone", "sms": "sms", "เอสเอ็มเอส": "sms", "ข้อความ": "sms", "แชท": "chat", "แชต": "chat", "inbox": "chat", "อินบ็อกซ์": "chat", "จดหมาย": "post", "ไปรษณีย์": "post",
    "ไลน์": "line", "line": "line", "ไลน": "line", "เฟซบุ๊ก": "messenger", "เฟสบุ๊ค": "messenger", "เฟซ": "messenger", "เฟส": "messenger", "facebook": "messenger", "messenger": "messenger", "แมสเซนเจอร์": "messenger", "เมสเซนเจอร์": "messenger", "วอตส์แอป": "whatsapp", "วอทส์แอป": "whatsapp", "วอทแอป": "whatsapp", "วอตแอป": "whatsapp", "whatsapp": "whatsapp", "เทเลแกรม": "telegram", "telegram": "telegram", "วีแชท": "wechat", "วีแชต": "wechat", "wechat": "wechat", "ไวเบอร์": "viber", "viber": "viber", "signal": "signal", "ไอจี": "instagram", "ig": "instagram", "instagram": "instagram",
}  # fmt: skip
CHANNEL = "(?P<v>" + "|".join(sorted(CHANNELS, key=len, reverse=True)) + ")"
_W, _X = CHANNEL.replace("<v>", "<w>"), CHANNEL.replace("<v>", "<x>")
_DAY_PARTS = {
    "เช้าๆ": "morning", "เช้า": "morning", "ตอนสาย": "morning", "ช่วงสาย": "morning", "เที่ยง": "noon", "พักเที่ยง": "noon", "กลางวัน": "noon", "บ่ายๆ": "afternoon", "บ่าย": "afternoon", "เย็นๆ": "evening", "เย็น": "evening", "ค่ำๆ": "evening", "ค่ำ": "evening", "กลางคืน": "evening", "หัวค่ำ": "evening", "หลังเลิกงาน": "evening", "เลิกงาน": "evening",
}  # fmt: skip
PARTS = {
    f"{before}{word}": kept for word, kept in _DAY_PARTS.items() for before in ("ตอน", "ช่วง", "")
} | {
    "วันธรรมดา": "weekdays", "วันทำงาน": "weekdays", "จันทร์ถึงศุกร์": "weekdays", "จันทร์-ศุกร์": "weekdays", "เสาร์อาทิตย์": "weekend", "เสาร์-อาทิตย์": "weekend", "วันหยุด": "weekend", "สุดสัปดาห์": "weekend", "วันเสาร์อาทิตย์": "weekend", "วันหยุดสุดสัปดาห์": "weekend",
}  # fmt: skip
_LONGEST_FIRST = sorted(PARTS, key=len, reverse=True)
PART = (
    "(?P<v>"
    + "|".join(_LONGEST_FIRST)
    + ")(?<!ถึงเที่ยง)(?<!ถึง เที่ยง)(?<!ก่อนเที่ยง)(?<!หลังเที่ยง)(?!โมง|\\d| ?สอง| ?สาม|ๆ?(?:รับสายไม่|คุยไม่|แล้ว|ไม่|ที่ผ่าน|นี้ไม่|ยุ่ง|ติด|ทำงาน|ประชุม))"
)
_REACH = r"(?:โทร|ติดต่อ|สะดวก|ว่าง|รับสาย|คุย|ทัก|ส่งของ|จัดส่ง|รับของ|อยู่บ้าน|มาส่ง|ขอส่ง|ส่ง(?:ของ|พัสดุ)?(?=วัน|ตอน|ช่วง|เสาร์)|(?:ขนส่ง)?มา(?=ช่วง|ตอน)|ขอ(?:เป็น)?(?=ตอน|ช่วง|วัน|เสาร์)|ให้ส่ง)"


def _when(heard: Heard) -> Iterator[Statement]:
    first = clock(heard.match["a"])
    if first is None:
        return
    if heard.has("b"):
        last = clock(heard.match["b"])
        value = f"{first}-{last}" if last else None
    else:
        value = f"-{first}" if heard.match["side"] == "ก่อน" else f"{first}-"
    if value:
        yield heard.statement("preferred_hour", value, span=heard.place("when"))


_ABOUT = re.compile("ส่ง|โทร|ติดต่อ|รับ|คุย|ของ|พัสดุ")


def _when_about(heard: Heard) -> Iterator[Statement]:
    """As `_when`, where the sentence speaks of reaching or delivering."""
    if _ABOUT.search(heard.sentence.low):
        yield from _when(heard)


_TOLD = re.compile(r"โทร|ทัก|ติดต่อ|รับ(?:สาย|ของ|พัสดุ)|มาส่ง|ส่ง(?:ของ|พัสดุ|มา|ได้)|ว่าง|สะดวก|คุย")


def _when_told(heard: Heard) -> Iterator[Statement]:
    """A side of an hour by itself, where the message speaks of reaching or delivering."""
    if _TOLD.search(heard.line.low):
        yield from _when(heard)


_ASKED_FOR = re.compile(rf"{_REACH}[^,]{{0,8}}\Z|(?:ส่ง|มา)(?:ได้)?\Z")


def _noon(heard: Heard) -> Iterator[Statement]:
    """Before or after it, right behind the word for calling or delivering."""
    low = heard.sentence.low
    if _ASKED_FOR.search(low[max(0, heard.match.start() - 24) : heard.match.start()]):
        yield heard.statement("preferred_hour", "-12:00" if heard.has("before") else "12:00-")


_mail = takes.email(
    others=rf"(?:{KIN}|เขา|เธอ)(?:ของ\S{{0,8}})?[^,.]{{0,6}}$|ของ(?:{KIN}|เขา|เธอ|คุณ|ร้าน)[^,.]{{0,10}}$|(?:เมล|เมล์|เขียน|ส่ง)(?:ไป|ถึง)(?:ที่)? ?$|(?:ได้รับ(?:เมล|อีเมล)?จาก|จาก|อีเมลร้าน(?:คือ)?) ?$",
    former=r"(?:เก่า|ไม่ใช่|เดิม|เลิกใช้)[^,;.]{0,10}$",
    former_after=r"[^,;.]{0,6}(?:เลิกใช้|ไม่ใช้แล้ว|อันเก่า|ใช้ไม่ได้|ไม่ได้ใช้แล้ว)",
)
_FOREIGN = re.compile(
    rf"ของ(?:{KIN}|เขา|คุณ|ร้าน)[^,.]{{0,12}}\Z|เบอร์(?:โทร)?(?:{KIN}|เขา|คุณ|ร้าน|คนส่ง|ขนส่ง|ไรเดอร์)[^,.]{{0,10}}\Z"
)
_FORMER = re.compile(r"(?:เก่า|ไม่ใช่|เดิม)[^,;.]{0,8}\Z")
_FORMER_BEHIND = re.compile(r"[ ,]{0,2}(?:ค่ะ|ครับ)? ?(?:เลิกใช้|ไม่ใช้แล้ว|ไม่ได้ใช้แล้ว|ปิดไปแล้ว)")
_NEVER = re.compile(
    r"(?:ออเดอร์|คำสั่งซื้อ|ติดตาม|พัสดุ|บัตร|ไปรษณีย์|บัญชี|ภาษี|โทรมาจาก|เบอร์ไรเดอร์|อย่าโทร|ไม่ต้องโทร|แทร็ก|tracking)[^\d,;.]{0,12}\Z"
)
_EVIDENCE = re.compile(r"(?:เบอร์|โทร|มือถือ|ติดต่อ|tel|phone|หมายเลข|ไลน์)[^,.]{0,24}\Z")
_MOBILE = re.compile(r"0[689](?:[ -]?\d){8}\Z")
_HOURS = re.compile(r"\d{1,2}[.:]\d\d ?- ?\d{1,2}[.:]\d\d")
_BEHIND = re.compile(rf"[ ,]{{0,2}}(?:เบอร์|นี่เบอร์)(?:{I}|ของ{I})")


def _is_of_another(before: str) -> bool:
    """Who was named last, with a name and a number."""
    named = list(GROUND.persons.finditer(before))
    if not named or named[-1]["other"] is None:
        return False
    return (
        re.match(r"(?:ของ[ก-๎]{1,4})?ชื่อ[^ ]{2,14} ?(?:เบอร์|โทร)", before[named[-1].end() :])
        is not None
    )


def _phone(heard: Heard) -> Iterator[Statement]:
    low, said = heard.sentence.low, heard.match["v"]
    before, after = (
        low[max(0, heard.match.start() - 50) : heard.match.start()],
        low[heard.match.end() :],
    )
    if (
        re.search(r"\d[ -]\Z", before)
        or _FOREIGN.search(before)
        or _is_of_another(before)
        or _NEVER.search(before)
        or _HOURS.fullmatch(said)
    ):
        return
    sure = (
        said.startswith("+") or heard.line.asked == "phone" or _MOBILE.match(said)
        or _EVIDENCE.search(before) or _BEHIND.match(after)
    )  # fmt: skip
    value = as_phone(said) if sure else None
    if value is not None:
        ended = bool(_FORMER.search(before) or _FORMER_BEHIND.match(after))
        yield heard.statement("phone", value, span=heard.place(), ended=ended)


def _channel(heard: Heard) -> Iterator[Statement]:
    return takes.word_in(heard, "preferred_channel", CHANNELS, "v", "w", "x", "y", "z")


_WISH = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED
_NOT_ASKED = _WISH | But.ASKED
_rule = GROUND.rule
_BY_PHONE = takes.fixed("preferred_channel", "phone")
_CALLS = r"(?<!ไรเดอร์)(?<!ขนส่ง)(?<!คนส่งของ)(?<!คนส่ง)(?<!พนักงาน)(?<!ใคร)(?<!คน)(?<!อย่า)(?<!ไม่ต้อง)(?<!เคย)(?<!ไม่)"
RULES = (
    _rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, But.SUPPOSED | But.REPORTED | But.ASKED, near=True),
    _rule("0", rf"(?P<v>{PHONE})", _phone, But.SUPPOSED | But.REPORTED | But.ASKED, near=True),
    _rule("ติดต่อ ตอบ สะดวก ส่ง แจ้ง คุย ทัก ขอ อัปเดต ใช้ มีอะไร ต่อไปนี้", rf"(?:ติดต่อ(?:กลับ)?(?:{I})?|ตอบ(?:กลับ)?|สะดวก(?:คุย|ให้ติดต่อ|รับ)?|แจ้ง(?:กลับ|ข่าว|ผล)?|คุย(?:กัน)?|ส่งข่าว|(?:อัปเดต|ส่งข้อมูล|แจ้ง|ติดต่อ|ตอบ)[^ ,]{{0,14}}?)(?:มา)?(?:ทาง|ผ่าน|ด้วย|เป็น|ใน|โดย) ?{CHANNEL}|(?:ขอ|อยากได้)(?:เป็น|ทาง|ผ่าน) ?{_W}|สะดวก{_X}|ใช้{CHANNEL.replace('<v>', '<y>')}(?:คุย|ติดต่อ|ดีกว่า|สะดวก|ในการติดต่อ)|(?:มีอะไร|มีปัญหา|มีข่าว)(?:ก็|ให้|ช่วย|รบกวน)?{CHANNEL.replace('<v>', '<z>')}(?:มา|หา|บอก)", _channel, _NOT_ASKED),
    _rule("มีอะไร มีปัญหา มีข่าว คืบหน้า", rf"มี(?:อะไร|ปัญหา|ข่าว|ความคืบหน้า)[^ ,]{{0,10}}? ?{CHANNEL}(?:มา|หา|บอก)", _channel, But.REPORTED | But.OTHERS | But.DENIED),
    _rule("ขอติดต่อ ขอคุย ขอเป็น", rf"ขอ(?:ติดต่อ|คุย|ตอบ|แจ้ง)?(?:กลับ)?(?:ทาง|ผ่าน|เป็น|ใน) ?{CHANNEL}", _channel, _WISH),
    _rule("เร็วสุด ไวสุด ดีสุด ชัวร์สุด ชัวร์กว่า ไวกว่า เร็วกว่า ดีกว่า สะดวกกว่า มากกว่า ก็พอ สะดวก ง่ายกว่า", rf"(?:ทาง|เป็น)?{CHANNEL}(?:มา|หา)?(?:จะ)?(?:(?:เร็ว|ไว|ดี|ชัวร์)สุด|ชัวร์กว่า|ไวกว่า|ดีกว่า|สะดวกกว่า|สะดวกสุด|สะดวกที่สุด|มากกว่า|ก็พอ|ง่ายกว่า|ดีที่สุด|เร็วกว่า)", _channel, _NOT_ASKED),
    _rule("ส่งเป็น ส่ง ส่งอีเมล ส่งเมล ส่งข้อความ ส่งแชท ตอบแชท ตอบอีเมล เมลหา อีเมลหา ไลน์หา ส่ง sms ทักไลน์ ไลน์มา เมลมา ทักแชท แอดไลน์ ส่งไลน์ ทักมา อีเมลมา ส่งเป็น", rf"(?:ส่ง|ทัก|ตอบ)(?:เป็น|มาเป็น|มาทาง|มาใน|ทาง|หา)? ?{CHANNEL} ?(?:มา|หา|ให้|บอก|ได้|นะ|ค่ะ|ครับ|กลับ|แทน|ดีกว่า|อย่างเดียว|เท่านั้น|พอ|$)|(?:^|[\s,]|แค่|รบกวน|ช่วย){_W}(?:มาหา|มาได้|มาเลย|มานะ|หา{I}|มา(?=ค่ะ|ครับ|$))", _channel, _NOT_ASKED),
    _rule("ทิ้งข้อความ ฝากข้อความ พิมพ์ทิ้ง พิมพ์มา พิมพ์ไว้", r"(?:ทิ้ง|ฝาก)(?:ข้อความ|แชท)(?:ไว้|มา)?|พิมพ์(?:ทิ้ง|มา|ไว้)(?:ไว้)?(?:ใน(?:นี้|แชท)|ได้เลย|ดีกว่า)", takes.fixed("preferred_channel", "chat"), _NOT_ASKED),
    _rule("โทรเลย โทรได้เลย", r"(?:มีไร|มีอะไร|มีข่าว|ต่อไปนี้|ต่อจากนี้)[^,]{0,8}โทร(?:มา)?(?:ได้)?(?:เลย|ดีกว่า)", _BY_PHONE, But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("โทรหา โทรกลับ โทรมา โทรได้ โทร รับสาย", rf"{_CALLS}(?:ช่วย|รบกวน|กรุณา|ให้|ชอบให้)?(?:โทรหา(?:{I}|ได้|ดีกว่า|เลย|นะ|ที่|ค่ะ|ครับ|$|\s)|โทรกลับ|(?<!ที่)โทรมา(?!แล้ว|ถาม|เมื่อ|จาก|ให้ลง|ให้ไป|บอก|ว่า)|โทรได้(?!ไหม|มั้ย)|(?<!ให้)โทร(?=(?:หลัง|ก่อน|ตอน|ช่วง|มากกว่า|ดีกว่า|บ่าย|เย็น|เช้า|เที่ยง))|(?<!คน)(?<!ใคร)(?<!ค่อยได้)(?<!ไม่ได้)(?<!ไม่สะดวก)(?:สะดวก)?รับสาย(?!ไม่|(?:ได้)?(?:ก่อน|หลัง))|โทรเข้ามา)", _BY_PHONE, _WISH),
    _rule("อย่าเพิ่ง ไม่สะดวกรับ ไม่สะดวกคุย ไม่อยากรับ ไม่อยากคุย ไม่ค่อยรับ ไม่ค่อยได้รับ อย่าโทร ไม่ต้องโทร ไม่สะดวกคุยโทรศัพท์ ไม่สะดวกรับสาย ห้ามโทร", r"(?P<not>(?:อย่า|ไม่ต้อง|ห้าม)(?:เพิ่ง)?โทร(?!(?:มา|หา)?(?:ตอน|ช่วง|ก่อน|หลัง|เช้า|บ่าย|เย็น|กลาง))|ไม่(?:ค่อย)?(?:สะดวก|อยาก|ได้|ชอบ)?(?:รับ|คุย)(?:ทาง)?(?:โทรศัพท์|สาย|โทร))", _BY_PHONE, But.REPORTED | But.SUPPOSED),
    _rule("ไม่ต้อง อย่า เลิก ไม่เอา", rf"(?P<not>(?:ไม่ต้อง|อย่า|เลิก|งด)(?:ส่ง|ทัก|แจ้ง)(?:มา)?(?:ทาง|เป็น|หา)?) ?{CHANNEL}", takes.word("preferred_channel", CHANNELS), But.REPORTED | But.SUPPOSED),
    _rule("ถึง -", rf"{_REACH}[^,]{{0,16}}?(?P<when>(?P<a>{CLOCK}) ?(?:ถึง|-|–|จนถึง) ?(?P<b>{CLOCK}))", _when, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("หลัง ก่อน ตั้งแต่", rf"(?:ขอ|เปลี่ยน|เอา)(?:เป็น)?(?P<when>(?P<side>หลังจาก|หลัง|ก่อน|ตั้งแต่) ?(?:เวลา)? ?(?P<a>{CLOCK}))(?=แทน|ดีกว่า|{PARTICLE}|\s|$)", _when, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("ถึง -", rf"(?P<when>(?P<a>{CLOCK}) ?(?:ถึง|-|–|จนถึง) ?(?P<b>{CLOCK}))[^,]{{0,10}}?{_REACH}", _when, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("หลัง ก่อน ตั้งแต่", rf"{_REACH}[^,]{{0,16}}?(?P<when>(?P<side>หลังจาก|หลัง|ก่อน|ตั้งแต่) ?(?:เวลา)? ?(?P<a>{CLOCK}))", _when, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("หลัง ก่อน ตั้งแต่", rf"(?P<when>(?P<side>หลังจาก|หลัง|ก่อน|ตั้งแต่) ?(?:เวลา)? ?(?P<a>{CLOCK}))(?:เป็นต้นไป|ไปแล้ว|ขึ้นไป)?[^,]{{0,12}}?{_REACH}", _when, But.REPORTED | But.OTHERS | But.ASKED),
    _rule("ถึง -", rf"(?P<when>(?P<a>{CLOCK}) ?(?:ถึง|-|–|จนถึง) ?(?P<b>{CLOCK}))(?:จะ|ก็|นี่)?(?:ดี|โอเค|เหมาะ|ได้)(?!ไหม|มั้ย)", _when_about, But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("หลัง ก่อน ตั้งแต่", rf"(?:^|[\s,])(?P<when>(?P<side>หลังจาก|หลัง|ก่อน|ตั้งแต่) ?(?P<a>{CLOCK}))(?:เป็นต้นไป|ไปแล้ว|ขึ้นไป)?(?={PARTICLE}|\s|$)", _when_told, But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("ก่อนเที่ยง หลังเที่ยง", r"(?P<before>ก่อน)เที่ยง|หลังเที่ยง", _noon, But.REPORTED | But.OTHERS | But.ASKED, near=True),
    _rule("เวลา", rf"(?:เวลา|ช่วง)(?:ที่)?(?:สะดวก|ส่ง|รับ|ติดต่อ|จัดส่ง)(?:คือ|เป็น|:)? ?(?P<when>(?P<a>{CLOCK})(?: ?(?:ถึง|-|–) ?(?P<b>{CLOCK})))", _when, But.REPORTED | But.OTHERS | But.ASKED),
    _rule(" ".join(_LONGEST_FIRST), rf"(?<!ไม่){_REACH}(?:หา|มา|กลับ|ได้|คุย|แค่|เฉพาะ|ให้|ทาง|{I})*[^,.]{{0,8}}?(?<!เมื่อ){PART}(?! ?(?:หรือ|ไหน))", takes.word("preferred_hour", PARTS), But.REPORTED | But.OTHERS | But.DENIED | But.ASKED, near=True),
    _rule(" ".join(_LONGEST_FIRST), rf"(?<!เมื่อ){PART}(?:ๆ|นี้)? ?(?:{I})?(?:จะ|ถึงจะ|ค่อย|ก็|ถึง)?(?:สะดวก|ว่าง|ดีที่สุด|โทรมา|โทรได้|โทรหา|รับสาย|ติดต่อ|ดีกว่า|อยู่บ้าน|ทักมา|ทักได้|คุยได้|ส่งมา|มาส่ง)(?!แล้ว)", takes.word("preferred_hour", PARTS), But.REPORTED | But.OTHERS | But.DENIED | But.ASKED, near=True),
)  # fmt: skip
