"""Thai: no spaces between words, so patterns name what may stand before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement

from . import answers, takes
from .clock import hours
from .contact_details import EMAIL, ORDER, PHONE
from .dates import Calendar
from .money import AMOUNT, CURRENCY, SPAN
from .rule import OWN, PLAIN, But, Heard, LineRule, Take, rule
from .sizes import SIZE, as_size
from .text import Line
from .things import thing
from .tongue import Company, Tongue

_I = r"(?:ผม|ฉัน|ดิฉัน|หนู|เรา|ข้าพเจ้า|กระผม|ชั้น)"
_END = r"(?=[\s,.!?;:)(]|ครับ|ค่ะ|คะ|นะ|จ้า|จ้ะ|$)"
_PARTICLE = re.compile(r"(?:ครับ|คับ|ค่ะ|คะ|นะ|จ้า|จ้ะ|เลย|ฮะ)+\Z")
_KIN = r"(?:พี่สาว|พี่ชาย|น้องสาว|น้องชาย|พี่|น้อง|ลูกสาว|ลูกชาย|ลูก|แม่|พ่อ|คุณแม่|คุณพ่อ|สามี|ภรรยา|แฟน|เพื่อน|หัวหน้า|เจ้านาย|ยาย|ปู่|หลาน|ป้า|ลุง|เพื่อนร่วมงาน|เลขา)"
_NOT_OTHERS = "(?<!พี่สาว)(?<!พี่ชาย)(?<!น้องสาว)(?<!น้องชาย)(?<!ลูกสาว)(?<!ลูกชาย)(?<!ลูก)(?<!แม่)(?<!พ่อ)(?<!สามี)(?<!ภรรยา)(?<!แฟน)(?<!เพื่อน)(?<!เขา)(?<!เธอ)(?<!คุณ)(?<!หัวหน้า)(?<!ร้าน)(?<!สินค้า)(?<!รุ่น)(?<!บริษัท)(?<!ระบุ)(?<!ใช้)(?<!ลง)(?<!ลืม)(?<!พี่)(?<!น้อง)"
_VERBS = r"เธอ|เขา|อยู่|โทร|เบอร์|อีเมล|ออเดอร์|สั่ง|ต้องการ|อยาก|มี|เป็น|ขอ|สนใจ|จาก|ทำงาน|ซื้อ|ไม่|พัก|จะ|ใส่|ชอบ|กำลัง|มา|ที่|และ|เคย|บ้าน|ได้|ยัง|เลข|ช่วย|รบกวน|ตอน|แต่|นะ"
_NAME = rf"(?P<v>(?!สินค้า|ร้าน|ของ(?!ขวัญ)|เว็บ|บริษัท|รุ่น|ผู้|คน|บัญชี|ใน|เต็ม)[ก-๎]{{2,20}}?(?: (?!{_VERBS})[ก-๎]{{3,25}}?(?=\s*(?:$|ครับ|ค่ะ|คะ|[,.])))?|[a-z][a-z'-]{{1,20}}(?: [a-z][a-z'-]{{1,20}})?)(?=[,.!?;:)(]|\s|ครับ|คับ|ค่ะ|คะ|นะ|จ้า|ก็|อยู่|และ|แต่|เบอร์|โทร|อีเมล|$)"
_NO_NAMES = (
    "ไม่",
    "อะไร",
    "ใคร",
    "เดิม",
    "นี้",
    "จริง",
    "ผิด",
    "เล่น",
    "ผู้",
    "บัญชี",
    "ร้าน",
    "ว่าอะไร",
    "อื่น",
    "เดียว",
)
COLOURS = {
    f"{before}{word}": f"สี{kept}"
    for word, kept in {
        "แดง": "แดง", "แดงเข้ม": "แดงเข้ม", "น้ำเงิน": "น้ำเงิน", "กรมท่า": "กรมท่า", "กรม": "กรมท่า", "ฟ้า": "ฟ้า", "เขียว": "เขียว", "เขียวเข้ม": "เขียวเข้ม", "ดำ": "ดำ", "ขาว": "ขาว", "เทา": "เทา", "เทาเข้ม": "เทาเข้ม", "เหลือง": "เหลือง",
        "ส้ม": "ส้ม", "ชมพู": "ชมพู", "ม่วง": "ม่วง", "น้ำตาล": "น้ำตาล", "ครีม": "ครีม", "เบจ": "เบจ", "ทอง": "ทอง", "เงิน": "เงิน",
    }.items()
    for before in ("สี", "สี ")
}  # fmt: skip
_COLOUR = "(?P<v>" + "|".join(sorted(COLOURS, key=len, reverse=True)) + ")"
_NOUN = "(?:เสื้อแจ็คเก็ต|แจ็คเก็ต|แจ็กเก็ต|เสื้อกันฝน|เสื้อกันหนาว|เสื้อขนเป็ด|เสื้อโค้ท|เสื้อฮู้ด|ฮู้ดดี้|เสื้อยืด|เสื้อเชิ้ต|เสื้อไหมพรม|สเวตเตอร์|คาร์ดิแกน|เสื้อ|กางเกงยีนส์|กางเกง|กระโปรง|เดรส|ชุด|รองเท้าเดินป่า|รองเท้าผ้าใบ|รองเท้าบูท|รองเท้าบู๊ต|รองเท้า|ถุงเท้า|ถุงมือ|หมวกไหมพรม|หมวก|ผ้าพันคอ|กระเป๋าเป้|เป้|กระเป๋าเดินทาง|กระเป๋า|เข็มขัด|เต็นท์|ถุงนอน|ผ้าห่ม|แก้ว|กระติกน้ำ|โทรศัพท์|มือถือ|โน้ตบุ๊ก|แท็บเล็ต|หูฟัง|กล้อง|นาฬิกา|แหวน|สร้อย|แว่นตา|ร่ม|เก้าอี้|โต๊ะ|โซฟา|หมอน|โคมไฟ|หนังสือ|ของเล่น|จักรยาน)"
_GOODS = rf"(?P<v>{_NOUN}(?: ?[a-z]{{3,20}})?(?:(?:หนัง|ผ้า|ขนสัตว์|กันน้ำ|เมอริโน|ใหม่){{0,2}})?(?: ?สี(?:แดง|น้ำเงิน|กรมท่า|ฟ้า|เขียว|ดำ|ขาว|เทา|เหลือง|ส้ม|ชมพู|ม่วง|น้ำตาล|ครีม|เบจ|ทอง|เงิน)(?:เข้ม|อ่อน)?)?)"
_TOWNS = {
    name: kept
    for kept, names in {
        "กรุงเทพ": "กรุงเทพมหานคร กรุงเทพฯ กรุงเทพ กทม.", "เชียงใหม่": "เชียงใหม่", "เชียงราย": "เชียงราย", "ภูเก็ต": "ภูเก็ต", "พัทยา": "พัทยา", "ขอนแก่น": "ขอนแก่น", "นนทบุรี": "นนทบุรี", "ปทุมธานี": "ปทุมธานี", "หาดใหญ่": "หาดใหญ่", "โคราช": "โคราช", "นครราชสีมา": "นครราชสีมา",
        "อุดรธานี": "อุดรธานี อุดร", "อุบลราชธานี": "อุบลราชธานี อุบล", "ชลบุรี": "ชลบุรี", "ระยอง": "ระยอง", "อยุธยา": "อยุธยา พระนครศรีอยุธยา", "สุราษฎร์ธานี": "สุราษฎร์ธานี สุราษฎร์", "สงขลา": "สงขลา", "กระบี่": "กระบี่", "หัวหิน": "หัวหิน", "ลำปาง": "ลำปาง", "พิษณุโลก": "พิษณุโลก", "นครปฐม": "นครปฐม", "สมุทรปราการ": "สมุทรปราการ",
        "ตรัง": "ตรัง", "เบอร์ลิน": "เบอร์ลิน", "ลอนดอน": "ลอนดอน", "ปารีส": "ปารีส", "โตเกียว": "โตเกียว", "โอซาก้า": "โอซาก้า", "ออสโล": "ออสโล", "เรคยาวิก": "เรคยาวิก", "นิวยอร์ก": "นิวยอร์ก", "สิงคโปร์": "สิงคโปร์", "ไทเป": "ไทเป", "ฮ่องกง": "ฮ่องกง", "เยอรมนี": "เยอรมนี เยอรมัน", "ไอซ์แลนด์": "ไอซ์แลนด์", "ญี่ปุ่น": "ญี่ปุ่น", "มอสโก": "มอสโก", "ซิดนีย์": "ซิดนีย์", "เวียงจันทน์": "เวียงจันทน์",
    }.items()
    for name in names.split()
}  # fmt: skip
_TOWN = "(?P<v>" + "|".join(re.escape(name) for name in sorted(_TOWNS, key=len, reverse=True)) + ")"
_MONTHS = (
    "มกราคม ม.ค. มกรา", "กุมภาพันธ์ ก.พ. กุมภา", "มีนาคม มี.ค. มีนา", "เมษายน เม.ย. เมษา", "พฤษภาคม พ.ค. พฤษภา", "มิถุนายน มิ.ย. มิถุนา", "กรกฎาคม ก.ค. กรกฎา", "สิงหาคม ส.ค. สิงหา", "กันยายน ก.ย. กันยา", "ตุลาคม ต.ค. ตุลา", "พฤศจิกายน พ.ย. พฤศจิกา", "ธันวาคม ธ.ค. ธันวา",
)  # fmt: skip
CALENDAR = Calendar(
    months={word: number for number, row in enumerate(_MONTHS, 1) for word in row.split()},
    weekdays={word: number for number, row in enumerate(("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")) for word in row.split()},
    near={"มะรืนนี้": 2, "มะรืน": 2, "พรุ่งนี้": 1, "วันนี้": 0, "คืนนี้": 0},
    numbers={"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10},
    units={"วัน": 1, "สัปดาห์": 7, "อาทิตย์": 7, "เดือน": 30},
    patterns=(
        r"(?<!\d)(?P<day>[0-3]?\d) ?(?P<month>{month})(?: ?(?P<year>20\d\d|25\d\d))?",
        r"(?P<near>{near})",
        r"(?:อีก|ภายใน|ใน) ?(?P<count>\d{1,2}|{number}) ?(?P<unit>{unit})",
        r"วัน(?P<weekday>{weekday})(?P<next>หน้า|สัปดาห์หน้า|อาทิตย์หน้า)",
        r"วัน(?P<weekday>{weekday})(?:นี้)?",
        r"(?P<weekday>{weekday})(?P<next>หน้า)",
    ),
    years_from=543,
)  # fmt: skip
_OCCASIONS = {
    "งานแต่งงาน": "งานแต่งงาน",
    "งานแต่ง": "งานแต่งงาน",
    "แต่งงาน": "งานแต่งงาน",
    "วันเกิด": "วันเกิด",
    "คริสต์มาส": "คริสต์มาส",
    "ปีใหม่": "ปีใหม่",
    "วาเลนไทน์": "วาเลนไทน์",
    "วันครบรอบ": "วันครบรอบ",
    "ครบรอบ": "วันครบรอบ",
    "รับปริญญา": "รับปริญญา",
    "วันแม่": "วันแม่",
    "วันพ่อ": "วันพ่อ",
    "สงกรานต์": "สงกรานต์",
    "สัมภาษณ์งาน": "สัมภาษณ์งาน",
    "งานเลี้ยง": "งานเลี้ยง",
    "ปาร์ตี้": "ปาร์ตี้",
    "งานศพ": "งานศพ",
    "ขึ้นบ้านใหม่": "ขึ้นบ้านใหม่",
    "ทริป": "ทริป",
    "ตรุษจีน": "ตรุษจีน",
}
_OCCASION = "(?P<v>" + "|".join(sorted(_OCCASIONS, key=len, reverse=True)) + ")"
_CHANNELS = {
    "อีเมล": "email",
    "อีเมล์": "email",
    "email": "email",
    "e-mail": "email",
    "เมล": "email",
    "โทรศัพท์": "phone",
    "โทร": "phone",
    "sms": "sms",
    "ข้อความ": "sms",
    "แชท": "chat",
    "แชต": "chat",
    "ไลน์": "chat",
    "line": "chat",
}
_CHANNEL = "(?P<v>" + "|".join(sorted(_CHANNELS, key=len, reverse=True)) + ")"
_PARTS = {
    "ตอนเช้า": "morning",
    "ช่วงเช้า": "morning",
    "ตอนเที่ยง": "noon",
    "ช่วงเที่ยง": "noon",
    "ตอนบ่าย": "afternoon",
    "ช่วงบ่าย": "afternoon",
    "ตอนเย็น": "evening",
    "ช่วงเย็น": "evening",
    "ตอนค่ำ": "evening",
    "วันธรรมดา": "weekdays",
    "เสาร์อาทิตย์": "weekend",
    "วันหยุด": "weekend",
}
_PART = "(?P<v>" + "|".join(_PARTS) + ")"
_LANGUAGES = {
    "ภาษาอังกฤษ": "en",
    "ภาษาไทย": "th",
    "ภาษาจีน": "zh-TW",
    "ภาษาญี่ปุ่น": "ja",
    "ภาษารัสเซีย": "ru",
    "ภาษาเยอรมัน": "de",
    "ภาษาฝรั่งเศส": "fr",
    "อังกฤษ": "en",
}
_LANGUAGE = "(?P<v>" + "|".join(_LANGUAGES) + ")"
_CLOCK = r"(?<![\d-])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?!\d|-\d{3})(?: ?(?:น\.|นาฬิกา|โมงเช้า|โมงเย็น|โมง))?"
_TO = r"(?P<hour2>[01]?\d|2[0-3])(?:[:.](?P<minute2>[0-5]\d))?(?!\d|-\d)(?: ?(?:น\.|นาฬิกา|โมงเย็น|โมง))?"
_MAX = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_ITEM = rf"(?:พัสดุ|ของ|สินค้า|ออเดอร์|คำสั่งซื้อ|กล่อง|{_NOUN})"
_BAD = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS
_COMPANY = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED
_SIZE_WORD = r"(?:ไซส์|ไซซ์|ไซต์|ขนาด|เบอร์|size)"


def _name(heard: Heard) -> Iterator[Statement]:
    said = _PARTICLE.sub("", heard.words().strip())
    if said.lower().startswith(_NO_NAMES) or len(said) < 2:  # noqa: PLR2004 - no name is one sign
        return
    start = heard.place()[0]
    value = said.title() if said.isascii() and said.islower() else said
    yield heard.statement("name", value, span=(start, start + len(said)), ended=heard.has("not"))


def _town(heard: Heard) -> Iterator[Statement]:
    before = heard.sentence.low[: heard.match.start()].rstrip()
    if before.endswith(("พัสดุ", "ของ", "ร้าน", "สาขา", "ออเดอร์", "สินค้า", "คุณ", "บริษัท")):
        return
    value = _TOWNS[heard.match["v"]]
    yield heard.statement("home", value, span=heard.place(), ended=heard.has("not"))


def _words(key: str, confidence: float = 0.95) -> Take:
    def take(heard: Heard) -> Iterator[Statement]:
        said = _PARTICLE.sub("", heard.words().strip()).strip()
        start = heard.place()[0] + len(heard.words()) - len(heard.words().lstrip())
        if 1 < len(said) <= 120:  # noqa: PLR2004 - an address
            yield heard.statement(key, said, span=(start, start + len(said)), confidence=confidence)

    return take


def _occasion(heard: Heard) -> Iterator[Statement]:
    value = _OCCASIONS[heard.match["v"]]
    yield heard.statement("occasion", value, span=heard.place(), confidence=0.9)
    yield from takes.day_of(heard, CALENDAR, value)


_mail = takes.email(
    others=rf"(?:{_KIN}|เขา|เธอ|คุณ)(?:ของ\S{{0,8}})?[^,.]{{0,6}}$|ของ(?:{_KIN}|เขา|เธอ|คุณ|ร้าน)[^,.]{{0,10}}$|(?:ส่งไปที่|ส่งถึง|ได้รับจาก|จาก) ?$",
    former=r"(?:เก่า|ไม่ใช่|เดิม|เลิกใช้)[^,;.]{0,10}$",
    former_after=r"[^,;.]{0,6}(?:เลิกใช้|ไม่ใช้แล้ว|อันเก่า|ใช้ไม่ได้)",
)
_phone = takes.phone(
    words=r"(?:เบอร์|โทร|มือถือ|ติดต่อ)[^,.]{0,24}$",
    others=rf"ของ(?:{_KIN}|เขา|เธอ|คุณ|ร้าน)[^,.]{{0,12}}$|เบอร์(?:{_KIN}|เขา|คุณ|ร้าน)[^,.]{{0,8}}$",
    former=r"(?:เก่า|ไม่ใช่|เดิม)[^,;.]{0,8}$",
    never=r"(?:ออเดอร์|คำสั่งซื้อ|ติดตาม|พัสดุ|บัตร|ไปรษณีย์)[^\d,;.]{0,12}$",
)
RULES = (
    rule("ชื่อ", rf"{_NOT_OTHERS}(?:{_I} ?)?ชื่อ(?:เล่น)?(?:ของ)?{_I}?(?P<not>ไม่ใช่)?(?:คือ|ว่า|จริง(?:คือ)?)? ?{_NAME}", lambda heard: _name(heard) if _mine(heard) else (), PLAIN),
    rule("เรียก", rf"เรียก(?:{_I})?(?:ว่า) ?{_NAME}", _name, PLAIN | But.DENIED),
    rule("พูดภาษา ตอบเป็น ใช้ภาษา คุยภาษา เป็นภาษา", rf"(?:พูด|ตอบเป็น|ใช้|คุย|คุยเป็น|ตอบ|พูดได้แต่) ?{_LANGUAGE}", takes.word("language", _LANGUAGES), But.REPORTED | But.DENIED),
    rule("อยู่ อาศัย ย้าย พัก", rf"(?<!ไม่ได้)(?<!เคย)(?:{_I})?(?:อาศัย)?(?:อยู่|พักอยู่|(?<!อยาก)(?<!จะ)(?:ย้ายไปอยู่|ย้ายมาอยู่|ย้ายไป|ย้ายมา))(?:ที่|แถว|ใน)? ?(?:จังหวัด|เมือง)?{_TOWN}", _town, OWN | But.DENIED | But.PAST),
    rule("ไม่ได้อยู่ ไม่อยู่", rf"(?P<not>ไม่(?:ได้)?อยู่)(?:ที่)? ?{_TOWN}", _town, OWN),
    rule("เคยอยู่", rf"(?P<not>เคยอยู่)(?:ที่)? ?{_TOWN}", _town, OWN),
    rule("มาจาก", rf"{_I}?(?:เป็นคน|มาจาก) ?{_TOWN}", _town, OWN | But.DENIED),
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", _phone, PLAIN),
    rule("ออเดอร์ คำสั่งซื้อ ออร์เดอร์ order", rf"(?:ออเดอร์|ออร์เดอร์|คำสั่งซื้อ|order)(?:ของ{_I})?(?:หมายเลข|เลขที่|เลข|นัมเบอร์|ที่)?(?:ของ{_I})?(?:คือ|เป็น|:)? ?#?(?P<v>{ORDER})(?: ?(?:และ|กับ|,) ?#?(?P<w>{ORDER}))?", lambda heard: takes.order(heard) if not re.search(rf"ของ(?:{_KIN}|เขา|เธอ|คุณ)", heard.sentence.low) else (), But.SUPPOSED | But.REPORTED),
    rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\w-])", takes.order, OWN),
    rule("ขาด แตก พัง ชำรุด เสียหาย เป็นรู รอยขีดข่วน บุบ เปื้อน", rf"(?:(?:{_ITEM}|มา|มัน|ได้ของ)[^,.]{{0,16}}?(?:ขาด(?!ไป|สต)|แตก|พัง|ชำรุด|เสียหาย|เป็นรู|มีรู|บุบ|เปื้อน)|รอยขีดข่วน)", takes.problem("damaged"), _BAD | But.DENIED),
    rule("ผิด ไม่ตรง", r"(?:ส่ง(?:ของ|สินค้า|มา)?(?:ให้)?ผิด|ได้(?:รับ)?(?:ของ|สินค้า)?ผิด|ผิด(?:ไซส์|สี|รุ่น|ขนาด|ตัว)|ไม่ตรง(?:ปก|กับที่สั่ง|ตามที่สั่ง)|ไม่ใช่ที่สั่ง)", takes.problem("wrong_item"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("ช้า ล่าช้า ยังไม่ถึง ยังไม่มา รอ ยังไม่ได้", rf"(?:(?:ส่ง|จัดส่ง|{_ITEM}|มา)[^,.]{{0,6}}(?:ช้า|ล่าช้า)|ล่าช้า|ยังไม่(?:ถึง|มา|ได้ของ|ได้รับ(?:ของ|สินค้า|พัสดุ|เลย|$| )|ส่ง)|รอ(?:มา)? ?(?:นาน|หลาย|\d+|สอง|สาม)[^,.]{{0,10}}(?:แล้ว|วัน|อาทิตย์|สัปดาห์))(?!.{{0,6}}(?:เงิน|คืน))", takes.problem("late"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("หาย ไม่เคยได้รับ ไม่ได้รับ ขาดไป ไม่เคยมา", rf"(?:{_ITEM}[^,.]{{0,8}}(?:สูญ|(?<!เสีย))หาย(?!ใจ)|(?<!ยัง)ไม่(?:เคย)?ได้รับ(?:ของ|สินค้า|พัสดุ|เลย)|ไม่เคย(?:มาถึง|ถึง|ได้รับ|มา)|ของขาดไป)", takes.problem("missing"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("คืนเงิน เงินคืน", r"(?:(?:อยาก|ต้องการ|ขอ|จะขอ|อยากได้|อยากขอ|รอ|ยังไม่ได้(?:รับ)?)(?:รับ)?(?:การ)?(?:คืนเงิน|เงินคืน)|ยังไม่คืนเงิน|คืนเงินให้)", takes.problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("ใช้ไม่ได้ ใช้งานไม่ได้ เปิดไม่ติด ไม่ทำงาน ซิป ชาร์จไม่เข้า มีตำหนิ ตำหนิ", r"(?:ใช้(?:งาน)?ไม่ได้|เปิดไม่ติด|ไม่ทำงาน|ซิป(?:เสีย|พัง|แตก|รูดไม่ได้)|ชาร์จไม่เข้า|มีตำหนิ)(?!.{0,4}(?:โค้ด|รหัส))", lambda heard: takes.problem("defect")(heard) if not re.search("โค้ด|คูปอง|รหัส|เว็บ|แอป", heard.sentence.low) else (), _BAD),
    rule("ถึงแล้ว ได้รับ เรียบร้อย แก้ไขแล้ว แก้แล้ว ได้แล้ว", r"(?:ปัญหา(?:ได้รับการ)?(?:แก้ไข|แก้|เรียบร้อย|จบ)(?:แล้ว|เรียบร้อย)|แก้(?:ไข)?(?:เรียบร้อย)?แล้ว|ได้รับ(?:เงินคืน|ของ|สินค้า|พัสดุ)(?:เรียบร้อย)?แล้ว|(?:ของ|พัสดุ|สินค้า)(?:มา)?ถึงแล้ว)", takes.problem(None), OWN | But.DENIED),
    rule("ยกเลิก", rf"{_I}?(?:ได้)?ยกเลิก(?:ออเดอร์|คำสั่งซื้อ)(?:ไป)?แล้ว", takes.fixed("order_state", "cancelled", 0.85), OWN | But.DENIED),
    rule("ใส่ ไซส์ ไซซ์ size", rf"(?<!เคย)(?:{_I} ?)?(?:ปกติ|ตอนนี้)?(?:{_I} ?)?(?:ใส่|เปลี่ยนเป็น)(?:เสื้อ|รองเท้า|กางเกง)?(?:{_SIZE_WORD})? ?(?P<v>{SIZE})", takes.size, OWN | But.DENIED),
    rule("รองเท้า", rf"รองเท้า(?:ของ{_I})?(?:เบอร์|ไซส์|ขนาด|size) ?(?P<v>{SIZE})", takes.size, OWN | But.DENIED | But.ASKED),
    rule("เคยใส่ เมื่อก่อนใส่", rf"(?P<not>(?:เคย|เมื่อก่อน)(?:เคย)?ใส่)(?:{_SIZE_WORD})? ?(?P<v>{SIZE})", takes.size, OWN),
    rule("ไซส์ ไซซ์ size", rf"(?:ไซส์|ไซซ์|size)(?:ของ{_I}|รองเท้า(?:ของ{_I})?)?(?:คือ|เป็น)? ?(?P<v>{SIZE})", lambda heard: takes.unsure_size(heard) if re.search(r"มี.{0,30}(?:ไหม|มั้ย|หรือ)", heard.sentence.low) else takes.size(heard), OWN & ~But.ASKED | But.DENIED),
    rule("สี", rf"(?:ชอบ|เอา|ขอ|สีโปรด(?:ของ{_I})?คือ|สีที่ชอบคือ|(?:อยากได้|ต้องการ|หา|สนใจ)(?:เป็น)?(?:{_NOUN})?) ?{_COLOUR}", takes.colour(COLOURS), OWN | But.DENIED),
    rule("สี", rf"(?:^|[ ,]){_COLOUR}(?=[ ,]|ครับ|ค่ะ|$)", lambda heard: takes.colour(COLOURS)(heard) if re.search("อยากได้|ต้องการ|หา|สนใจ|ขอ|เอา", heard.sentence.low[: heard.match.start()]) else (), OWN | But.DENIED | But.ASKED),
    rule("สี", rf"(?P<not>ไม่(?:ชอบ|เอา|อยากได้)) ?{_COLOUR}", takes.colour(COLOURS), OWN),
    rule("สี", rf"มี[^,.]{{0,16}}{_COLOUR}[^,.]{{0,6}}(?:ไหม|มั้ย|หรือ)", takes.colour(COLOURS, takes.UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("งบ", rf"งบ(?:ประมาณ)?(?:ของ{_I})?(?:อยู่ที่|ที่|คือ|มี|ไม่เกิน|ราว|แค่|สูงสุด|ประมาณ| )* ?{_MAX}", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED),
    rule("ไม่เกิน ต่ำกว่า", rf"(?:ราคา)?(?:ไม่เกิน|ต่ำกว่า) ?(?=[^,.]{{0,14}}{CURRENCY}){_MAX}", takes.budget(), But.REPORTED),
    rule("หา สนใจ อยากได้ อยากซื้อ ต้องการ", rf"(?:กำลังหา|กำลังมองหา|มองหา|หา|สนใจ|อยากได้|อยากซื้อ|อยากสั่ง|ต้องการ(?:ซื้อ)?|จะซื้อ) ?{_GOODS}", thing("product_interest"), But.REPORTED | But.DENIED),
    rule("ชอบ รัก", rf"(?<!ไม่)(?:ชอบ|รัก) ?{_GOODS}", thing("product_liked"), PLAIN | But.DENIED),
    rule("ไม่ชอบ", rf"ไม่ชอบ ?{_GOODS}", thing("product_disliked"), PLAIN),
    rule("มี ซื้อ", rf"(?:{_I}(?:มี|ซื้อ)|มี(?=[^,.]{{0,20}}(?:อยู่แล้ว|แล้ว))|ซื้อ(?=[^,.]{{0,20}}(?:ไปแล้ว|แล้ว|มา))) ?{_GOODS}", thing("product_owned"), PLAIN | But.DENIED),
    rule("ติดต่อ ตอบ สะดวก ส่งทาง แจ้ง", rf"(?:ติดต่อ(?:กลับ)?(?:{_I})?|ตอบ(?:กลับ)?|สะดวก|แจ้ง(?:กลับ)?|คุย)(?:มา)?(?:ทาง|ผ่าน|ด้วย|เป็น) ?{_CHANNEL}|ทาง{_CHANNEL.replace('<v>', '<w>')}(?:ดีกว่า|สะดวกกว่า)", lambda heard: takes.word_in(heard, "preferred_channel", _CHANNELS, "v", "w"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("โทรหา โทรกลับ โทรมา", rf"(?<!อย่า)(?<!ไม่ต้อง)(?:ช่วย|รบกวน|กรุณา)?(?:โทรหา{_I}|โทรกลับ|โทรมา(?:หา)?)", takes.fixed("preferred_channel", "phone"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("อย่าโทร ไม่ต้องโทร", r"(?P<not>(?:อย่า|ไม่ต้อง)โทร)", takes.fixed("preferred_channel", "phone"), But.REPORTED),
    rule("หลัง ก่อน", rf"(?:โทร|ติดต่อ|สะดวก|ว่าง)[^,.]{{0,16}}(?P<when>(?P<side>หลัง|ก่อน) ?(?:เวลา)? ?{_CLOCK}(?P<part>โมงเย็น)?)", hours("ก่อน"), But.REPORTED | But.OTHERS),
    rule("ถึง -", rf"(?:โทร|ติดต่อ|สะดวก|ว่าง)[^,.]{{0,16}}(?P<when>{_CLOCK} ?(?:ถึง|-) ?{_TO})", hours("ก่อน"), But.REPORTED | But.OTHERS),
    rule(" ".join(_PARTS), rf"(?:โทร|ติดต่อ|สะดวก|ว่าง)[^,.]{{0,16}}{_PART}|{_PART.replace('<v>', '<w>')}(?:สะดวก|ดีที่สุด)", lambda heard: takes.word_in(heard, "preferred_hour", _PARTS, "v", "w"), But.REPORTED | But.OTHERS | But.DENIED),
    rule("ส่งไป ส่งมาที่ จัดส่ง ที่อยู่", r"(?:ส่ง(?:ของ|พัสดุ|สินค้า)?(?:ไป|มา)ที่|จัดส่ง(?:ไป)?ที่|ที่อยู่(?:จัดส่ง|ใหม่|ของ(?:ผม|ฉัน|ดิฉัน|หนู))*(?:คือ|:|เปลี่ยนเป็น)) ?(?P<v>(?!อีเมล|เมล)[^!?;\n]{3,100}?)(?=[!?;\n]|ครับ|ค่ะ|คะ|นะ|$)", _words("delivery_place"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    rule(" ".join(_OCCASIONS), rf"(?:สำหรับ|ไป|ใน|ของขวัญ|ใส่|เป็น|ร่วม|จะถึง|วันที่|มี|ช่วง|เนื่องใน|ให้|คือ|ฉลอง|จัด|^|\s)(?:งาน|วัน)?{_OCCASION}", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("ลูก หมา แมว คน", r"มี(?P<v>ลูก(?:สาว|ชาย)? ?(?:\d|หนึ่ง|สอง|สาม|สี่) ?คน|(?:หมา|สุนัข|แมว) ?(?:\d|หนึ่ง|สอง|สาม) ?ตัว)|(?P<w>(?:บ้าน|ครอบครัว)(?:เรา|ผม|ฉัน)?(?:มี|อยู่กัน) ?(?:\d|สอง|สาม|สี่|ห้า) ?คน)", lambda heard: takes.words_in(heard, "household", "v", "w"), PLAIN | But.DENIED),
    rule("ทำงาน", rf"(?:{_I})?ทำงาน(?:ที่|อยู่ที่|กับ)(?:บริษัท)? ?(?P<v>[^\s,.!?]{{2,30}}?)(?=[\s,.!?]|ครับ|ค่ะ|เป็น|ตำแหน่ง|$)", lambda heard: _words("company", 0.9)(heard) if not re.match("บ้าน|ไหน|อะไร", heard.match["v"]) else (), PLAIN | But.DENIED | But.PAST),
    rule("ตำแหน่ง ทำงานเป็น อาชีพ เป็นผู้จัดการ", rf"(?:ตำแหน่ง|ทำงานเป็น|อาชีพ|{_I}เป็น(?=ผู้จัดการ|ครู|หมอ|วิศวกร|พยาบาล|เจ้าของ|ฝ่าย|นักบัญชี)|ทำงาน[^,.]{{2,30}}เป็น) ?(?P<v>(?!แอดมิน|admin|ผู้ดูแลระบบ)[ก-๎]{{2,30}}?)(?=[\s,.!?]|ครับ|ค่ะ|$|ที่)", _words("company_role", 0.9), PLAIN | But.DENIED | But.PAST),
    rule("แย่ ห่วย ผิดหวัง โกรธ ไม่พอใจ ร้องเรียน ไม่ประทับใจ รับไม่ได้", r"(?:บริการ|คุณภาพ|ร้าน|พนักงาน|จัดส่ง|แอดมิน)[^,.]{0,10}(?:แย่|ห่วย)|(?:ผิดหวัง|โกรธ|ไม่พอใจ|ไม่ประทับใจ|รับไม่ได้)(?:มาก|จริง|สุด|กับ|เลย|$| )|(?:^|\s)แย่มาก|(?:ขอ|อยาก|ต้องการ)ร้องเรียน", takes.sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("บริการ ประทับใจ พอใจ แนะนำเพื่อน ดีมาก", r"(?:บริการ|คุณภาพ|ร้าน|พนักงาน|แอดมิน|จัดส่ง|ส่ง)[^,.]{0,10}(?:ดีมาก|ดีเยี่ยม|ยอดเยี่ยม|สุดยอด|เร็วมาก|น่ารักมาก|ดีที่สุด)|(?<!ไม่)(?:ประทับใจ|พอใจ)(?:มาก|ใน|กับ|สุด)|ชอบร้านนี้", takes.sentence("praise"), _COMPANY),
    rule("น่าจะ แนะนำให้ ควร อยากให้", r"(?:(?:ร้าน|ทางร้าน|คุณ|เว็บ)?(?:น่าจะ|ควร(?:จะ)?)(?:มี|เพิ่ม|ทำ|ปรับ|ขาย)|อยากให้(?:ทาง)?(?:ร้าน|เว็บ)?(?:มี|เพิ่ม|ทำ|ปรับ|ขาย)|ขอแนะนำให้|ถ้ามี.{2,30}จะดี)", takes.sentence("suggestion"), But.REPORTED | But.ASKED),
)  # fmt: skip


def _mine(heard: Heard) -> bool:
    """A bare "ชื่อ" is the speaker's at the beginning of a clause only."""
    start = heard.match.start()
    said = heard.match[0]
    before = heard.sentence.low[:start].rstrip()
    if re.match(_I, said):
        return not before.endswith("ของ")
    if re.search(rf"ของ{_I}\Z", before):
        return False
    return (
        not before
        or before.split(" ")[-1].startswith("ไม่ใช่")
        or before.endswith(("ครับ", "ค่ะ", "คะ", "สวัสดี", "หวัดดี", ",", "ผม", "ฉัน", "หนู"))
    )


_OPENING = re.compile(
    rf"(?:\s|ชื่อ|{_I}|คือ|เป็น|ครับ|ค่ะ|ไซส์|ไซซ์|เบอร์|ออเดอร์|หมายเลข|เลขที่|อยู่|ที่|เอา|ขอ|ประมาณ|ไม่เกิน|งบ|สวัสดี|ขอโทษ|ไม่ใช่|ใช่|เปล่า|อ๋อ|อ่อ|[,.:#])*"
)
_CLOSING = re.compile(r"(?:[\s,.!:;)(]|ครับ|คับ|ค่ะ|คะ|นะ|จ้า|ขอบคุณ|เลย|บาท|\W)*\Z")
_BARE = re.compile(r"(?P<v>[ก-๎]{2,20}?(?: [ก-๎]{2,25})?)(?:\s|ครับ|คับ|ค่ะ|คะ|นะ|จ้า)*\Z")
_NO_BARE = (
    "ไม่",
    "ทำไม",
    "ใคร",
    "อะไร",
    "ขอ",
    "สวัสดี",
    "ใช่",
    "โอเค",
    "ได้",
    "ครับ",
    "ค่ะ",
    "เดี๋ยว",
    "รอ",
    "บอก",
    "ยัง",
    "มี",
    "ลืม",
    "อยาก",
    "เปล่า",
    "คุณ",
    "ช่วย",
    "จะ",
    "แล้ว",
    "ก็",
    "ต้อง",
    "หวัดดี",
    "ความลับ",
    "ผ่าน",
)


def _bare_name(line: Line) -> list[Statement]:
    opening = _OPENING.match(line.low)
    start = opening.end() if opening else 0
    if re.search(r"\?|ไหม|มั้ย|อะไร|หรือ", line.low):
        return []
    found = _BARE.match(line.low, start)
    if found is None:
        return (
            answers.bare_name(_OPENING, _CLOSING)(line)
            if re.match("[a-z]", line.low[start:])
            else []
        )
    if found["v"].startswith(_NO_BARE):
        return []
    return [Statement("name", found["v"], 0.9, *found.span("v"))]


THAI = Tongue(
    code="th",
    spaced=False,
    rules=RULES,
    line_rules=(
        LineRule(
            frozenset({"ไม่ใช่", "ขอโทษ", "แก้ไข", "พิมพ์ผิด"}),
            answers.corrected(
                not_but=r"ไม่ใช่ ?(?P<wrong>[a-z0-9-]{1,12}),? ?(?:แต่)?(?:เป็น|คือ)? ?(?P<v>[a-z0-9-]{1,12})(?=[\s,.!]|ครับ|ค่ะ|$)",
                corrected=r"(?:ไม่ใช่|ขอโทษ|แก้ไข|พิมพ์ผิด)(?:ครับ|ค่ะ|คะ)?[,! ]*(?:ต้อง)?(?:เป็น|คือ)?(?:ไซส์|ออเดอร์)? ?#?(?P<v>[^\s,!?]{1,20})",
                colours=COLOURS,
            ),
        ),
    ),
    clause=re.compile(r"[,;:()]|แต่|และ|เพราะ|(?:ครับ|ค่ะ|คะ)\s"),
    asking=re.compile(r"(?:อะไร|ใคร|ที่ไหน|เมื่อไหร่|ทำไม|อย่างไร|ยังไง|เท่าไหร่|[^,]{0,40}(?:ไหม|มั้ย|หรือเปล่า|รึเปล่า|หรือไม่))"),
    own=re.compile(_I),
    around=Company(
        supposed=re.compile(r"ถ้า|หาก|สมมติ|เช่น|สมมุติ|อาจจะ|คิดจะ|ลืม(?:เรื่อง|ว่า)|ลบ"),
        reported=re.compile(rf"(?:เขา|เธอ|คุณ|อีเมล|จดหมาย|เว็บ|ระบบ|{_KIN})[^,]{{0,10}}(?:บอก|พูด|เขียน|ถาม|ว่า)|เขียนว่า"),
        others=re.compile(rf"(?:{_KIN})(?!ค้า)|เขา|เธอ|ให้คนอื่น"),
        denied=re.compile(r"ไม่(?!เกิน|ถึง)|ยังไม่|อย่า|มิได้"),
        past=re.compile(r"เคย|เมื่อก่อน|แต่ก่อน"),
    ),
    answers={
        "name": _bare_name,
        "email": answers.bare_email,
        "phone": answers.bare_phone,
        "order_number": answers.bare_order(_OPENING),
        "size": answers.bare_value("size", SIZE, as_size, _OPENING, _CLOSING),
        "colour": answers.bare_value("colour", "|".join(sorted(COLOURS, key=len, reverse=True)), COLOURS.get, re.compile(r"\s*"), _CLOSING),
        "budget": answers.bare_budget(_OPENING, _CLOSING),
        "home": answers.bare_value("home", "|".join(re.escape(name) for name in sorted(_TOWNS, key=len, reverse=True)), _TOWNS.get, _OPENING, _CLOSING),
        "delivery_place": answers.bare_words("delivery_place", _OPENING),
        "preferred_channel": answers.bare_value("preferred_channel", "|".join(sorted(_CHANNELS, key=len, reverse=True)), _CHANNELS.get, _OPENING, _CLOSING),
        "preferred_hour": answers.bare_value("preferred_hour", "|".join(_PARTS), _PARTS.get, _OPENING, _CLOSING),
        "occasion": answers.bare_value("occasion", "|".join(sorted(_OCCASIONS, key=len, reverse=True)), _OCCASIONS.get, _OPENING, _CLOSING),
        "occasion_date": answers.bare_day(CALENDAR),
    },
    calendar=CALENDAR,
    promise=re.compile(r"(?:ทางเรา|ทางร้าน|เรา|ผม|ฉัน|ดิฉัน|แอดมิน|ทีมงาน)(?:จะ|ขอรับรองว่า|สัญญาว่า)(?!ดีใจ|ลอง|พยายาม)|(?:คุณ|ลูกค้า|คุณลูกค้า)จะได้รับ|(?:เงิน|พัสดุ|สินค้า|ของ)จะ(?:ถึง|โอน|ส่ง|คืน|เข้า)"),
)  # fmt: skip
