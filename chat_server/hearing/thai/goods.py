"""Things: what is looked for, liked, owned; and the colours they have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, Take
from chat_server.hearing.shop_names import is_latin_good
from chat_server.hearing.takes import SURE, UNSURE

from .words import GROUND, KIN, OTHER, I

_STEMS = "แดง น้ำเงิน กรมท่า กรม ฟ้า เขียวขี้ม้า เขียวมะนาว เขียวมอส เขียว ดำ ขาว เทา เหลือง ส้มอิฐ ส้มโอโรส ส้ม ชมพู ม่วง น้ำตาลแดง น้ำตาล ครีม เบจ ทอง เงิน กากี เลือดหมู มัสตาร์ด โอรส ชา ทราย สนิม พีช เนื้อ ขี้ม้า ลาวา พาสเทล เอิร์ธโทน".split()  # noqa: SIM905 - a list would be one word a line
_STEM = (
    "(?:"
    + "|".join(sorted(_STEMS, key=len, reverse=True))
    + ")(?:เข้ม|อ่อน|สด|ตุ่น|นม|มอส|มิ้นท์|มิ้นต์|มินต์|พาสเทล|อิฐ|เลือดหมู|เลือดนก|ไวน์|มะฮอกกานี)?"
)
STEM = _STEM
COLOUR = rf"(?:โทน)?(?P<v>สี ?{_STEM})"
ALONE = rf"(?:สี ?)?{_STEM}"
_KINDS = "เทียนหอม เทียน น้ำหอม ตุ๊กตา ของเล่น ผ้ากันเปื้อน ผ้าขนหนู เสื่อปิกนิก ผ้าปูปิกนิก ถุงหิ้ว ปลอกคอ สายจูง ผ้าพันแผล ถังน้ำ เครื่องทำน้ำอุ่น กรอบรูป หมอนอิง ผ้าม่าน ชุดคลุม ชุดเดรส ดัฟเฟิล ดัฟเฟล กระเป๋าล้อลาก กระเป๋าเดินทาง กระเป๋าคาดอก กระเป๋าคาดเอว กระเป๋าสะพาย โปโล เสื้อกล้าม เอี๊ยม ผ้ากันเปื้อน ผ้าคลุม ผ้านวม ปลอกหมอน ที่นอนเป่าลม เปลนอน รองเท้าแตะ รองเท้าบูท รองเท้าผ้าใบ สลิปเปอร์ ที่อุ่นมือ ถุงร้อน แผ่นประคบ มีดพก มีดพับ หม้อสนาม ชุดหม้อ กาต้มน้ำ ช้อนส้อม ตะเกียบ ลังน้ำแข็ง กระติกน้ำแข็ง โคมแคมป์ ไฟแคมป์ ไฟฉายคาดหัว ไฟคาดหัว เชือก สมอบก ฟลายชีต กราวด์ชีท เข็มทิศ กล้องส่องทางไกล หมวกกันน็อค ผ้าปิดจมูก หน้ากาก สนับเข่า สนับแข้ง ถุงเท้ายาว เสื้อผ้า เสื้อ กางเกง กระโปรง เดรส รองเท้า ถุงเท้า ถุงมือ หมวก ผ้าพันคอ ผ้าห่ม ผ้าบัฟ กระเป๋าเป้ กระเป๋า เป้ เต็นท์ เต๊นท์ เต็น ถุงนอน แจ็คเก็ต แจ็กเก็ต แจคเก็ต สเวตเตอร์ คาร์ดิแกน ฮู้ดดี้ ฮู้ด ฟลีซ แก้วน้ำ แก้ว กระติกน้ำ กระติก กระบอกน้ำ เข็มขัด เลกกิ้ง ลองจอน บูท นาฬิกา แว่นตา แว่น ร่ม เก้าอี้แคมป์ เก้าอี้ โต๊ะ หมอน โคมไฟ ไฟฉาย ไม้เท้าเดินป่า ที่คาดผม ผ้าคาดหัว โทรศัพท์ มือถือ หูฟัง กล้อง จักรยาน พาร์กา ปลอกแขน เตาแคมป์ เตาแก๊ส เตา ชุดลองจอน ชุดนอน ชุดว่ายน้ำ ชุดกันฝน ชุดกันหนาว ชุดวิ่ง ชุดสกี ผ้าเช็ดตัว ถุงกันน้ำ ไม้เท้า ไม้โพล เปล เสื่อ แผ่นรองนอน เบาะรองนอน กล่องข้าว ขวดน้ำ กาน้ำ พวงกุญแจ บัตรของขวัญ สนีกเกอร์ ผ้าคลุมไหล่ ผ้าปูโต๊ะ ที่ปิดหู ทาร์ป ฟลายชีท พรม ตะเกียง".split()  # noqa: SIM905 - as above
NOUN = "(?:" + "|".join(sorted(_KINDS, key=len, reverse=True)) + ")"
_MODS = "กันแดด ปีกกว้าง ปีกสั้น กันยูวี กันลื่น ในบ้าน นักเรียน พับได้ สุญญากาศ เก็บอุณหภูมิ ปิกนิก ทรงกระบอก คอวี ครอปป์ โอเวอร์ไซส์ ผู้หญิง ผู้ชาย เด็ก มือสอง ลายทาง ลายสก็อต ถัก นวม ลุยโคลน ลุยฝน สวม ผูกเชือก หุ้มข้อ ข้อสูง ข้อสั้น ซอฟต์เชลล์ ซอฟท์เชลล์ ฮาร์ดเชลล์ ใบใหญ่ๆ ใบใหญ่ ใบเล็ก ตัวหนา กันฝน กันหนาว กันลม กันน้ำ ขนเป็ด ขนห่าน ขนแกะ ขนสัตว์ ฟลีซ ฮู้ด มีฮู้ด ยืด เชิ้ต ไหมพรม สเวตเตอร์ โค้ท คอเต่า คอกลม คอสูง แขนยาว แขนสั้น ขายาว ขาสั้น เดินป่า ปีนเขา เดินเขา วิ่ง ผ้าใบ บูทยาง บูท บู๊ท บู๊ต ยาง หนัง ผ้า วูล เมอริโน แจ็คเก็ต แจ็กเก็ต ลองจอน คลุม กั๊ก สกี ใหม่ หนาๆ หนา บาง อุ่นๆ แตะ เดินทาง คาดเอว ยีนส์ คาร์โก้ เลกกิ้ง ลุยหิมะ ลุยน้ำ บีนนี่ แก๊ป สนาม นอน เซรามิก เก็บความเย็น เก็บความร้อน ทรงสูง ในบ้าน ใส่สบาย คู่ใหม่ ตัวใหม่ ใบใหม่ ปุกปุย ขนปุย คาร์ดิแกน พาร์กา เบสเลเยอร์ ด้านใน ซับใน ลูกฟูก".split()  # noqa: SIM905 - as above
_MOD = "(?:" + "|".join(sorted(_MODS, key=len, reverse=True)) + ")"
_L = "[a-zà-öø-ÿ'’-]"
_LATIN = rf"[a-zà-öø-ÿ]{_L}{{2,}}(?: [a-zà-öø-ÿ]{_L}{{2,}}){{0,3}}"
_STUFF = (
    "(?:ผ้าขนสัตว์|ผ้าขนแกะ|ผ้าไหมพรม|ผ้าวูล|ผ้าเมอริโน|ขนแกะ|ขนสัตว์|ผ้าฟลีซ|ผ้าฝ้าย|หนังแท้|ขนเป็ด|ไนลอน|ผ้าลินิน)"
)
GOODS = rf"(?:ตัว|คู่|ใบ|รุ่น|พวก|อัน|ที่เป็น)? ?(?P<v>{NOUN}(?: ?{_MOD}ๆ?){{0,3}}(?: ?{_LATIN})?(?: ?สี ?{_STEM})?|{_STUFF}|{_LATIN})"
_BROKEN = re.compile(r"ขาด|แตก|พัง|ผิด|คืน|รั่ว|หลุด|ตำหนิ|ยังไม่|ไม่ได้รับ|ออเดอร์|คำสั่งซื้อ|หาย|หด|เสีย|เคลม")
_SOMEBODY = re.compile(rf"(?<!ให้)(?<!ของ)(?<!ฝาก)(?:{OTHER})(?:{I}|ก็|เขา|เลย|ที่[^ ]{{0,8}})*\Z")
_LONG = 60


def as_colour(low: str) -> str | None:
    """ดำ → สีดำ."""
    said = low.replace(" ", "")
    return said if said.startswith("สี") else f"สี{said}"


def colour(confidence: float = SURE) -> Take:
    """The colour at `v`."""

    def take(heard: Heard) -> Iterator[Statement]:
        group = "v" if heard.has("v") else "w"
        value = as_colour(heard.match[group])
        yield heard.statement(
            "colour", value, span=heard.place(group), confidence=confidence, ended=heard.has("not")
        )

    return take


def _thing(key: str, *, ended: bool = False) -> Take:
    def take(heard: Heard) -> Iterator[Statement]:
        said = heard.words().strip(" ,.!-'")
        start = heard.place()[0]
        low = said.lower()
        if key == "product_interest" and _of_somebody(heard):
            return
        if not re.search("[ก-๎]", low) and not is_latin_good(heard, low, start):
            return
        yield heard.statement(
            key, said, span=(start, start + len(said)), confidence=SURE,
            ended=ended or heard.has("not"),
        )  # fmt: skip

    return take


def _of_somebody(heard: Heard) -> bool:
    """Somebody else wants it themselves; for whom it is bought is another matter."""
    low = heard.sentence.low[: heard.match.start()]
    if heard.sentence.low.startswith(("ให้", " ให้"), heard.match.end()):
        return False
    if _SOMEBODY.search(GROUND.clause(heard).before):
        return True
    named = list(GROUND.persons.finditer(low))
    if not named or named[-1]["other"] is None or "แนะนำ" in low or "บอก" in low:
        return False
    return not re.search("(?:ให้|ของ|ฝาก|กับ)\\Z", low[: named[-1].start()]) and not re.match(
        "ให้|ของ|ฝาก", named[-1][0]
    )


def _owned(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    if not _BROKEN.search(low) and not re.search(
        "(?:ร้าน|แบรนด์|เจ้า|ที่)อื่น|ให้(?:เพื่อน|แม่|พ่อ|แฟน|พี่|น้อง|ลูก)", low
    ):
        yield from _thing("product_owned")(heard)


def _either(heard: Heard) -> Iterator[Statement]:
    """ดำหรือเทาก็ได้."""
    for group in ("v", "w"):
        yield heard.statement("colour", as_colour(heard.match[group]), span=heard.place(group))


def _wanted_colour(heard: Heard) -> Iterator[Statement]:
    """Behind a wish in the same sentence."""
    if re.search("อยากได้|ต้องการ|หา|สนใจ|ขอ|เอา|อยากซื้อ", heard.sentence.low[: heard.match.start()]):
        yield from colour()(heard)


def _chosen(heard: Heard) -> Iterator[Statement]:
    if not re.search(r"(?<!อยาก)ได้(?:รับ)?(?:มา|ของ|สี)|ส่งมา|สั่งสี|ผิดสี", heard.sentence.low):
        yield from colour()(heard)


# Words of wishing with words of getting.
_WISH = r"(?:อยาก(?:จะ)?(?:มี|หา(?:ซื้อ)?|สอย|ตำ|ถอย|จัด|ซื้อ|ตามหา)|จะ(?:ไป|มา|ต้อง)?(?:ซื้อ|เอา(?!ไป|เข้า)|หา(?:ซื้อ)?|สั่ง(?:ซื้อ)?|สอย|ตำ|ถอย|จัด(?!ส่ง|การ))|ต้อง(?:มา)?(?:ซื้อ|หา(?:ซื้อ)?|มี|ใช้|สั่ง)|ตั้งใจมา(?:ซื้อ|หา|เอา)|ยังขาด|ขาดแค่|(?:มอง|ดู|ส่อง) ?ๆ(?:หา)?|กำลังมอง|(?<!ปัญ)มาหา|อยากได้แบบ[^,\s]{2,14}(?: ?พวก| เช่น)?|ขอแบบ(?:เป็น)?|ส่อง|ตามหา|อยากเปลี่ยน(?=[^,]{2,20}ใหม่)|สนใจอยาก(?:ได้|ซื้อ)|รบกวนหา)"
_ANY_LATIN_OUT = GOODS.replace("|" + _LATIN + ")", ")")
_GIVEN_BACK = r"(?![^,]{0,14}(?:คืน|ไปเปลี่ยน|ไปให้|ไปซ่อม|ผิด|มาแล้ว|ไปแล้ว|ไปหนึ่ง|ไปคู่))"
_COUNTED = r"(?:สัก|ซัก)(?:ตัว|คู่|ใบ|อัน|ผืน|หลัง|ชิ้น|เครื่อง|เส้น|ชุด|กล่อง|คัน|เล่ม|ด้าม|ลูก)"
_WANT = But.REPORTED | But.DENIED | But.PAST
_LIKE = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS
_VERY = r"(?:มาก(?:ๆ|เลย)?|ที่สุด|สุดๆ|เลย|จริงๆ)?"
_rule = GROUND.rule
RULES = (
    _rule("หา สนใจ อยากได้ อยากซื้อ อยากสั่ง ต้องการ เล็ง จะซื้อ จะสั่ง อยากลอง ดู ขอดู อยากดู แนะนำ", rf"(?<!ไม่)(?:กำลังหา|กำลังมองหา|มองหา|(?<!ปัญ)(?<!โทร)(?<!มา)(?<!ยา)หา(?!ย)|กำลังดู|สนใจ(?:จะ)?(?:ซื้อ|สั่ง)?|อยากได้|อยากซื้อ|อยากสั่ง(?:ซื้อ)?|ต้องการ(?:จะ)?(?:ซื้อ|สั่ง|ได้)?|จะซื้อ|จะสั่ง|เล็ง|ขอดู|อยากดู|อยากลอง|ช่วยแนะนำ|แนะนำ(?!ให้)|(?:^|[\s,])ดู(?!แล))(?:เป็น|ซื้อ|พวก)? ?{GOODS}(?! ?(?:ผิด|ขาด))", _thing("product_interest"), _WANT | But.SUPPOSED, near=True),
    _rule("อยาก จะ ต้อง มาหา กำลังมอง ขอแบบ ตั้งใจ ยังขาด ขาดแค่ ๆ ส่อง ตามหา รบกวนหา", rf"(?<!ไม่){_WISH}(?:ได้|เป็น|พวก)? ?{GOODS}{_GIVEN_BACK}", _thing("product_interest"), _WANT | But.SUPPOSED | But.ASKED, near=True),
    _rule("ของขวัญ", rf"(?:อยาก|จะ|ว่าจะ|กำลัง)?(?:ซื้อ|หา|ได้)ของขวัญ(?:วันเกิด|ปีใหม่)?(?:ให้|ของ)?[^,\s]{{0,12}},? ?(?:เป็น|พวก|เช่น) ?{GOODS}", _thing("product_interest"), But.REPORTED | But.DENIED | But.SUPPOSED, near=True),
    _rule("ไหม มั้ย", rf"(?:ร้าน|ที่นี่|ที่ร้าน|มี)?มี{GOODS.replace('(?P<v>', '(?P<v>')}(?:ขาย|อยู่)?(?:ไหม|มั้ย|ป่าว|หรือเปล่า)(?:คะ|ครับ|ค่ะ|คับ)? ?(?:พอดี|คือ)?(?:{I})?(?:อยากได้(?!เงิน|อะไร)|อยากซื้อ|สนใจ)(?=สัก|คู่|ตัว|ใบ|อัน|ผืน|มาก|ค่ะ|ครับ|นะ|$|\s)", _thing("product_interest"), But.REPORTED),
    _rule("สัก ซัก", rf"(?<!ไม่)(?:อยากได้|อยากซื้อ|อยากมี|(?<!ปัญ)(?<!โทร)หา|ต้องการ|จะซื้อ|ซื้อ) ?(?!{NOUN})(?P<v>(?!คน|ที่(?!ชาร์จ|นอน|รอง|ใส่|แขวน|เปิด|วาง)|ของ|แบบ|ตัว|อะไร|ร้าน|เวลา|วัน)[ก-๎]{{3,22}}?) ?{_COUNTED}", _thing("product_interest"), _WANT | But.SUPPOSED | But.ASKED, near=True),
    _rule("อยากได้ สนใจ น่าสนใจ อยากซื้อ", rf"(?:^|[\s,]){_ANY_LATIN_OUT}(?:(?:ตัว|ใบ|คู่|อัน|ผืน|รุ่น)(?:นี้|นั้น)?)?(?:นี่|ก็)?(?:{I})? ?(?:ก็)?(?:อยากได้(?!เงิน)|น่าสนใจ|(?<!ไม่)สนใจ|อยากซื้อ)(?:มาก|จัง|อยู่|ๆ|นะ|ค่ะ|ครับ|เหมือนกัน|สัก|ด้วย|เลย|\s|$)", _thing("product_interest"), _WANT | But.SUPPOSED | But.ASKED, near=True),
    _rule("ไหม มั้ย", rf"(?:ร้าน|ที่นี่|ที่ร้าน|มี)?มี{GOODS}(?:ใส่|ใช้|ไว้|สำหรับ|แบบ|กัน)?[ก-๎]{{0,16}}?(?:ขาย|อยู่|บ้าง)*(?:ไหม|มั้ย|ป่าว|หรือเปล่า)(?:คะ|ครับ|ค่ะ|คับ|นะ| )*(?:พอดี|คือ)?(?:{I})?(?:อยากได้(?!เงิน|อะไร)|สนใจ|จะ(?:ซื้อ|ใช้|เอาไป|ใส่|ไป|หา)|ต้องการ|กำลัง(?:จะไป|หา))", _thing("product_interest"), But.REPORTED),
    _rule("ของขวัญ ให้", rf"(?:อยาก|จะ|ว่าจะ|กำลังจะ|ตั้งใจจะ)(?:ซื้อ|หา|เอา|สั่ง) ?{GOODS}(?:ไป)?(?:เป็น|ทำ)ของขวัญ", _thing("product_interest"), But.REPORTED | But.DENIED | But.SUPPOSED, near=True),
    _rule("บุบ ขาด พัง หาย เก่า แตก รั่ว", rf"(?:^|[\s,]){GOODS.replace('|' + _LATIN + ')', ')')}(?:ที่บ้าน|ตัวเก่า|ใบเก่า|คู่เก่า|อันเก่า|เก่า|{I}|ของ{I}|ก็|มัน)*(?:บุบ|ขาด|พัง|หาย|แตก|รั่ว|เก่ามาก|เปื่อย)(?:ไป|หมด|มาก)*(?:แล้ว|ละ)?,? ?(?:ก็)?(?:เลย)?(?:อยากได้|หา|ซื้อ|ต้องซื้อ|อยากซื้อ|จะซื้อ)(?:ใบ|ตัว|คู่|อัน|ผืน)?ใหม่", _thing("product_interest"), _WANT),
    _rule("ที่ซื้อ", rf"(?:^|[\s,]){GOODS.replace('|' + _LATIN + ')', ')')}(?:ตัว|คู่|ใบ)?ที่(?:{I})?ซื้อ(?:ไป|มา)?(?:จากร้าน|กับร้าน)?(?:ปีที่แล้ว|ปีก่อน|เมื่อ[ก-๎]{{2,10}}|คราวก่อน|รอบก่อน| )*(?:ก็)?(?:ยัง|ทุกวันนี้ยัง)(?:ใส่|ใช้|สะพาย)", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("เอา รับ ขอ", rf"(?:^|[\s,])(?:เอา|รับ|ขอซื้อ|ขอสั่ง|สั่ง)(?=[^,]{{2,30}}(?:ตัว|คู่|ใบ|อัน|หลัง|ผืน|คัน|เส้น|ชิ้น|กล่อง|\d ?)(?:นึง|หนึ่ง|นะ|ค่ะ|ครับ|\s?\d|คัน|ตัว|คู่|ใบ|อัน|ผืน)) ?{GOODS}", _thing("product_interest"), _WANT | But.SUPPOSED | But.ASKED),
    _rule("ซื้อ", rf"(?:^|[\s,])(?:จะ|อยาก)?ซื้อ(?={NOUN}[^,\s]{{0,20}}ให้){GOODS}(?=ให้)", _thing("product_interest"), _WANT | But.SUPPOSED | But.ASKED),
    _rule("ไม่อยากได้ ไม่เอา ไม่สนใจ", rf"(?P<not>ไม่(?:อยากได้|สนใจ|ต้องการ|เอา|ซื้อ)) ?{GOODS}", _thing("product_interest"), But.REPORTED | But.SUPPOSED | But.ASKED),
    _rule("ชอบ รัก ปลื้ม หลงรัก โปรด", rf"(?<!ไม่)(?<!ค่อย)(?<!ที่)(?:ชอบ(?:ใส่|ใช้)?|(?<!หลง)รัก|ปลื้ม|หลงรัก|เลิฟ)(?:มาก)? ?{GOODS}", _thing("product_liked"), _LIKE | But.DENIED),
    _rule("ชอบ รัก", rf"{GOODS.replace('|' + _LATIN + ')', ')')}(?:(?:ตัว|ใบ|คู่|อัน|ผืน)(?:นี้|นั้น)?|(?:ของ)?ร้าน(?:นี้)?)(?:{I})? ?(?:ชอบ|รัก){_VERY}", _thing("product_liked"), _LIKE | But.DENIED),
    _rule("ไม่ชอบ ไม่ค่อยชอบ", rf"(?:^|[\s,]){GOODS.replace('|' + _LATIN + ')', ')')}(?:นี่|นี้|ก็|{I})*ไม่(?:ค่อย)?ชอบ(?:ใส่|ใช้|เลย|\s|$|ค่ะ|ครับ)", _thing("product_disliked"), _LIKE),
    _rule("แนะนำ", rf"มี{GOODS}(?:ดีๆ|ที่[^ ]{{2,12}})?แนะนำ(?:ไหม|มั้ย|บ้าง)", _thing("product_interest"), But.REPORTED),
    _rule("ใช้ ใส่", rf"(?:ตอนนี้|ทุกวันนี้|{I})(?:ก็)?(?:ใช้|ใส่|สะพาย) ?{GOODS} ?(?:ของร้าน(?:นี้)?|ของที่นี่)", _thing("product_owned"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED),
    _rule("ถูกใจ ไม่ชอบ ไม่ค่อยชอบ เกลียด ไม่ปลื้ม ไม่ถูกใจ ไม่โอเคกับ", rf"(?:ไม่(?:ค่อย)?(?:ชอบ|ปลื้ม|ถูกใจ)(?:ใส่|ใช้)?|เกลียด|ทนไม่ได้กับ) ?{GOODS}", _thing("product_disliked"), _LIKE),
    _rule("มี", rf"(?<!ไม่)(?<!อยาก)(?:(?:{I}|ที่บ้าน|เรา)(?:ก็|ยัง|ตอนนี้)*มี|(?:^|[\s,])มี(?=[^,]{{1,40}}(?:อยู่แล้ว|แล้ว))) ?{GOODS}", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED),
    _rule("มีแล้ว มีอยู่แล้ว", rf"(?:^|[\s,]){GOODS.replace('|' + _LATIN + ')', ')')}(?:{I}|ที่บ้าน)?(?:นี่|ก็)?มี(?:อยู่)?แล้ว", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED),
    _rule("ซื้อ ใช้ ใส่", rf"(?:(?<!จะ)(?<!อยาก)(?<!เพิ่งจะ)ซื้อ(?=[^,]{{1,46}}(?:ไปแล้ว|แล้ว|มาแล้ว|ไปเมื่อ|เมื่อปี|ปีที่แล้ว|ไป(?:ครับ|ค่ะ|$|\s)|มา(?:ใช้|ใส่)))|เคยซื้อ|(?:ปี|เดือน)(?:ก่อน|ที่แล้ว)(?:{I})?ซื้อ|(?:{I}|^|[\s,])(?:ใช้|ใส่)(?=[^,]{{1,30}}(?:อยู่(?:ค่ะ|ครับ|$|\s)|มาหลายปี|มานาน))) ?{GOODS}", _owned, But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS | But.DENIED),
    _rule("ขาย ยก บริจาค ทิ้ง", rf"(?:ขาย|ยก|บริจาค|ทิ้ง) ?{GOODS}(?:ให้{KIN}|ให้[^ ]{{1,8}})?(?:ทิ้ง)?ไปแล้ว", _thing("product_owned", ended=True), But.SUPPOSED | But.REPORTED | But.ASKED),
    # Colours
    _rule("สี", rf"(?<!ไม่)(?<!ไม่ค่อย)(?<!ไม่อยากได้)(?:ชอบ|เอา|ขอ|ขอเป็น|เลือก|รับ|เปลี่ยน(?:จาก ?สี ?{_STEM})?เป็น|สีโปรด(?:ของ{I})?คือ|สีที่ชอบ(?:ที่สุด)?(?:คือ|เป็น)|(?:อยากได้|ต้องการ|หา|สนใจ|อยากซื้อ)(?:เป็น)?(?: ?{NOUN}(?: ?{_MOD}){{0,3}}(?: ?{_LATIN})?)?) ?(?:{COLOUR})", _chosen, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED, near=True),
    _rule("สีที่ชอบ สีโปรด เอา", rf"(?:สีโปรด(?:ของ{I})?(?:คือ|เป็น)|สีที่ชอบ(?:ที่สุด)?(?:คือ|เป็น)|(?:^|[\s,])(?:เอา|ขอ)) ?(?P<v>{_STEM})(?=\s|ครับ|ค่ะ|คะ|นะ|คับ|$|ดีกว่า)", colour(), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    _rule("สี", rf"(?:^|[\s,]){COLOUR}(?:ก็ดี|ก็สวย|ก็ได้|ดีกว่า|ละกัน|แล้วกัน|ค่ะ ชอบ|ครับ ชอบ|สวย)", _chosen, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    _rule("สี", rf"(?:^|[ ,]){COLOUR}(?=[ ,]|ครับ|ค่ะ|คะ|$)", _wanted_colour, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("หรือ", rf"(?:^|[\s,]|ชอบ|เอา|ขอ|ได้)(?P<v>(?:สี ?)?{_STEM}) ?(?:หรือ|กับ) ?(?P<w>(?:สี ?)?{_STEM})(?:ก็ได้|ได้หมด|ก็โอเค|ทั้งคู่|ก็ชอบ)", _either, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    _rule("คิดว่าสี น่าจะสี", rf"(?:คิดว่า|น่าจะ)(?:เอา|ชอบ)?{COLOUR}(?=ค่ะ|ครับ|คะ|นะ|$|\s|ดีกว่า)", colour(UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    _rule("สี", rf"(?P<not>ไม่(?:ชอบ|เอา|อยากได้|ค่อยชอบ)|เบื่อ) ?{COLOUR}", colour(), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    _rule("สี", rf"มี[^,.]{{0,16}}{COLOUR}[^,.]{{0,6}}(?:ไหม|มั้ย|หรือ)", colour(UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
)  # fmt: skip
