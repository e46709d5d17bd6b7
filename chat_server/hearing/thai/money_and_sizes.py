"""What they will spend, and what they wear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, Take
from chat_server.hearing.sizes import SIZE, as_size
from chat_server.hearing.takes import SURE, UNSURE

from . import numerals
from .numerals import AMOUNT, PRICED, SPAN
from .words import GROUND, OTHER, POLITE, I

_WORD = r"(?:ไซส์|ไซซ์|ไซต์|ไซ้|ไซด์|เบอร์|ขนาด|size)"
# Letters by their Thai names.
_LETTERS = {
    "เอ็กซ์เอส": "XS", "เอกซ์แอล": "XL", "เอ็กซ์แอล": "XL", "เอ็กซ์แอ็ล": "XL", "เอ็ม": "M", "แอล": "L", "เอล": "L", "เอส": "S",
}  # fmt: skip
SPELT = rf"(?:{'|'.join(_LETTERS)})(?=[\s,.!]|{POLITE}|มั้ง|$)"
SAID = rf"(?P<v>{SPELT}|\d{{2}} ?ครึ่ง|{SIZE})"
_MAX = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_NO_PRICE = re.compile(
    r"ค่าส่ง|ส่งฟรี|ลดราคา|ตัวนี้|จ่ายไป|โอนไป|ราคาเต็ม|คูปอง|ส่วนลด|คืนเงิน|เงินคืน|ครบ|คู่นี้|ใบนี้"
)
# Somebody else who buys for themselves.
_WANTS = re.compile(
    rf"(?:^|[\s,])(?:{OTHER})(?:(?!{I}|ให้|ฝาก)[^,])*(?:อยากได้|อยากซื้อ|หา|ต้องการ|จะซื้อ)(?:(?!{I}|ให้)[^,])*\Z"
)
_CLOTHES = r"(?:เสื้อ|รองเท้า|กางเกง|หมวก|ถุงมือ|ถุงเท้า|แหวน|แจ็คเก็ต)"
_TOP = re.compile(rf"(?P<thing>{_CLOTHES})(?:(?!{_CLOTHES})[^,;]){{0,14}}\Z")
_MEASURE = re.compile(
    r" ?(?:ตัว|คู่|ใบ|ชิ้น|บาท|ยูโร|วัน|ปี|ขวบ|คน|เดือน|%|กก|กิโล|ซม|cm|โมง|น\.|อัน|ผืน|หลัง|ถนน|ซอย|หมู่)"
)


def as_own_size(low: str) -> str | None:
    """เอ็ม → M."""
    return _LETTERS.get(low.strip()) or as_size(low.replace(" ", "").replace("ครึ่ง", ".5"))


def _size(confidence: float = SURE) -> Take:
    def take(heard: Heard) -> Iterator[Statement]:
        value = as_own_size(heard.match["v"])
        if value is None or _MEASURE.match(heard.sentence.low[heard.match.end("v") :]):
            return
        low = heard.sentence.low
        several = len(set(re.findall(_CLOTHES, low))) > 1
        top = _TOP.search(low, 0, heard.match.start("v")) if several else None
        yield heard.statement(
            "size", value, span=heard.place(), confidence=confidence,
            subject=top["thing"] if top else None, ended=heard.has("not"),
        )  # fmt: skip

    return take


_OF_ONESELF = re.compile(rf"{I}|ใส่|ปกติ")


def _asked_or_own(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    asks = [*re.finditer(r"มี.{0,30}(?:ไหม|มั้ย|หรือ)", low)]
    if asks and (
        asks[-1].end() > heard.match.start() or not _OF_ONESELF.search(low, 0, heard.match.end())
    ):
        yield from _size(UNSURE)(heard)
    elif not re.search(
        r"ส่ง(?:มา)?ผิด|ได้(?:รับ)?(?:มา)?(?:เป็น)?(?:ไซส์|ไซซ์)|หมด(?:หรือ|รึ|ไหม|มั้ย|ยัง)|ประมาณไหน|เท่าไหน|ขนาดไหน|ยาวเท่า|ใหญ่ไป|เล็กไป|หลวม|คับ(?!\s|$)|(?:เล็ก|ใหญ่)(?:มาก|กว่า)?ไหม",
        low,
    ):
        yield from _size()(heard)


def _spends(heard: Heard) -> Iterator[Statement]:
    if not _NO_PRICE.search(heard.sentence.low[: heard.match.end()]):
        yield from _budget(heard)


def _at_most(heard: Heard) -> Iterator[Statement]:
    group = next(one for one in ("v", "w", "x") if heard.has(one))
    value = numerals.amount(heard.match[group])
    if value is not None and not _NO_PRICE.search(heard.sentence.low[: heard.match.end()]):
        yield heard.statement("budget", value, span=heard.place(group))


def _budget(heard: Heard) -> Iterator[Statement]:
    if _WANTS.search(heard.sentence.low[: heard.match.start()]) or re.search(
        "(?:มัน|เขา|เค้า)มี(?:งบ)?", heard.sentence.low[: heard.match.end()]
    ):
        return
    if re.match(
        r" ?(?:ตัว|คู่|วัน|ชิ้น|คน|อาทิตย์|เดือน|ปี|กรัม|กก)", heard.sentence.low[heard.match.end() :]
    ):
        return
    if heard.has("w"):
        value = numerals.span(heard.match["v"], heard.match["w"])
    else:
        value = numerals.amount(heard.match["v"])
    if value is not None:
        start, end = heard.place()
        end = heard.place("w")[1] if heard.has("w") else end
        yield heard.statement("budget", value, span=(start, end))


_OWN = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.PAST | But.ASKED
_MONEY = But.REPORTED | But.ASKED | But.SUPPOSED
_rule = GROUND.rule
_LEADS = r"(?:กำหนด|วาง|กัน|เตรียม|ประมาณ|ของ|อยู่ที่|ที่|คือ|มี|ไม่เกิน|ราวๆ?|แค่|สูงสุด|เพิ่มเป็น|เพิ่ม|ลดเหลือ|เหลือ|ตั้งไว้|ไว้|น่าจะ|คงจะ|คง|อาจจะ|ได้|เปลี่ยนเป็น|เป็น|สัก|ซัก|ไม่น่าเกิน|อยู่|ผม|ฉัน|หนู|เรา|ดิฉัน|:| )*"


def _foot(heard: Heard) -> Iterator[Statement]:
    value = as_size(heard.match["w"])
    if value is not None:
        yield heard.statement("size", value, span=heard.place("w"))


RULES = (
    _rule("งบ", rf"(?<!มันมี)งบ{_LEADS} ?{_MAX}", _budget, _MONEY | But.OTHERS & ~But.OTHERS, near=True),
    _rule("งบ", rf"งบ(?:(?!ออเดอร์|ไซส์|เบอร์|ค่าส่ง|จาก)[^\d,]){{0,16}}? ?(?:แค่|เหลือ|ที่|ราว ?ๆ?|ประมาณ|สัก|เป็น|ได้| ) ?(?P<v>{PRICED})(?:{SPAN}(?P<w>{AMOUNT}))?", _budget, _MONEY, near=True),
    _rule("ไม่เกิน ต่ำกว่า", rf"มี[^,]{{0,16}}?(?:ไม่เกิน|ต่ำกว่า) ?(?P<v>{PRICED})", _at_most, But.REPORTED),
    _rule("เต็มที่ บาทพอ", rf"(?P<v>{PRICED})(?:เต็มที่|เต็มกลืน)|ไม่เกิน ?(?P<w>{PRICED})(?:พอ)?มี(?:ไหม|มั้ย|บ้าง)", _at_most, But.REPORTED),
    _rule("เกิน", rf"(?:ไม่อยาก|ไม่ยอม|ไม่กล้า)(?:จ่าย|ซื้อ|ใช้|เสีย)?เกิน ?(?P<v>{PRICED})|(?:ถ้า)?เกิน ?(?P<w>{PRICED})(?:ก็)?(?:ไม่(?:ไหว|เอา|ซื้อ|โอเค)|แพงไป|เกินงบ)", _at_most, But.REPORTED | But.ASKED),
    _rule("ไหว ใช้เงิน มีอยู่ มีแค่ ช่วง กะ", rf"(?:จ่าย|สู้)ไหว(?:แค่|ถึง|ประมาณ|ราว|ที่)* ?(?P<v>{PRICED})|(?:กะ|ตั้งใจ|คิด)(?:ว่า)?(?:จะ)?(?:ใช้|จ่าย)(?:เงิน)?(?:สัก|แค่|ประมาณ|ราวๆ?|ไม่เกิน)* ?(?P<w>{PRICED})|(?:^|[\s,]|{I})มี(?:เงิน)?(?:อยู่|แค่|แต่|ประมาณ|ราว)+ ?(?P<x>{PRICED})", _at_most, _MONEY, near=True),
    _rule("งบ", rf"งบ(?:สำหรับ|ค่า|ซื้อ)?(?:(?!ออเดอร์|ไซส์|เบอร์|ค่าส่ง|จาก)[^\d,\s]){{2,20}}?(?:ตั้งไว้|วางไว้|กันไว้|เตรียมไว้|อยู่ที่|ให้ได้|มี|ไม่เกิน|เต็มที่|คือ)(?:ที่|แค่|ราวๆ?|ประมาณ)? ?{_MAX}", _budget, _MONEY, near=True),
    _rule("งบ", rf"งบ[^\d,]{{0,14}}? (?P<v>{numerals.WORDED})(?:ต้นๆ|ต้น ๆ|กว่าๆ|นิดๆ)", _at_most, _MONEY, near=True),
    _rule("ขยับ เพิ่มได้ ขึ้นได้", rf"(?:ขยับ|เพิ่ม|ขึ้น)(?:งบ)?(?:ได้)?(?:ไป)?(?:ถึง|เป็น) ?(?P<v>{PRICED})", _at_most, _MONEY, near=True),
    _rule("ช่วง ระหว่าง", rf"(?:ราคา|งบ)[^\d,]{{0,8}}?(?:ช่วง|ระหว่าง) ?{_MAX}", _spends, _MONEY, near=True),
    _rule("ไม่เกิน ต่ำกว่า สูงสุด ไม่ให้เกิน", rf"(?:ราคา|จ่ายได้|อยากได้)?(?:ไม่เกิน|ต่ำกว่า|ไม่ให้เกิน|ไม่อยากให้เกิน|สูงสุด(?:ไม่เกิน)?) ?(?P<v>{PRICED}|\d{{3,5}}(?!\d)|{numerals.WORDED}(?=[\s,]|ค่ะ|ครับ|คะ|นะ|$|บาท))", _spends, _MONEY),
    _rule("ราคา จ่าย มีเงิน", rf"(?:ราคา(?:สัก|ประมาณ|ช่วง|อยู่ที่|ราวๆ)+|จ่ายได้(?:เต็มที่|ถึง|สูงสุด|ประมาณ|ไม่เกิน|แค่)*|มีเงิน(?:แค่|อยู่|ประมาณ)*) ?{_MAX}", _spends, _MONEY),
    # Sizes
    _rule("เท้า", rf"เท้า[^,\d]{{0,14}}?เบอร์ ?{SAID}", _asked_or_own, _OWN, near=True),
    _rule("เสื้อ รองเท้า กางเกง หมวก ถุงมือ แหวน แจ็คเก็ต", rf"(?:^|[\s,]){_CLOTHES}(?:ใส่|ไซส์|ไซซ์|เบอร์|เป็น)? ?{SAID}(?=[\s,]|{POLITE}|$)", _asked_or_own, _OWN, near=True),
    _rule("ซื้อ ขอเบอร์", rf"ซื้อ(?:{_CLOTHES})?(?:ไซส์|ไซซ์|เบอร์)? ?{SAID} ?(?:ตลอด|ประจำ|เสมอ|ทุกครั้ง)|(?:^|[\s,])ขอเบอร์ ?(?P<w>[34]\d(?:[.,]5)?)(?!\d)", lambda heard: _foot(heard) if heard.has("w") else _asked_or_own(heard), _OWN),
    _rule("พอดี", rf"(?:^|[\s,])(?:ไซส์|ไซซ์|เบอร์)? ?{SAID} ?(?:น่าจะ|คง|กำลัง|นี่)*พอดี(?!ไหม|มั้ย)", _size(), _OWN, near=True),
    _rule("ปีนี้ ตอนนี้ เดี๋ยวนี้", rf"(?:ปีนี้|ตอนนี้|เดี๋ยวนี้|ช่วงนี้)(?:{I})?(?:ก็)?(?:ต้อง|ขยับ|ขึ้น|ลง|ลด|เพิ่ม|เปลี่ยน)(?:เป็น|ไป|มา|ใส่)* ?(?:ไซส์|ไซซ์|เบอร์)? ?{SAID}", _size(), _OWN, near=True),
    _rule("ใส่ ไซส์ ไซซ์ size สวม", rf"(?<!เคย)(?<!เมื่อก่อน)(?<!ก่อน)(?<!ไม่ได้)(?:ใส่|สวม)(?:แต่|ได้แค่|ได้แต่|ประมาณ|เสื้อ|รองเท้า|กางเกง|แจ็คเก็ต|เป็น|ขนาด)*(?:{_WORD})? ?{SAID}", _asked_or_own, _OWN, near=True),
    _rule("รองเท้า เท้า", rf"(?:รองเท้า|เท้า)(?:ของ{I}|{I})?(?:เบอร์|ไซส์|ไซซ์|ขนาด|size)?(?:คือ|เป็น|น่าจะ|คงจะ|น่าจะเป็น)? ?{SAID}|เบอร์(?:รอง)?เท้า(?:คือ)? ?(?P<w>{SIZE})", lambda heard: _asked_or_own(heard) if heard.has("v") else _foot(heard), _OWN, near=True),
    _rule("เคยใส่ เมื่อก่อนใส่ แต่ก่อนใส่ ไม่ได้ใส่ ไม่ใส่", rf"(?P<not>(?:เคย|เมื่อก่อน|แต่ก่อน)(?:เคย)?ใส่|ไม่ได้ใส่|ไม่ใส่(?=[^,]{{1,8}}แล้ว))(?:{_WORD})? ?{SAID}", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("ไซส์ ไซซ์ size ขนาด ไซด์ ไซต์", rf"(?:ไซส์|ไซซ์|size|(?<!ฟรี)ไซด์|ไซต์|ขนาด(?:ตัว|เสื้อ)?)(?:ของ{I}|{I}|รองเท้า(?:ของ{I})?|เสื้อ)?(?:ที่ใส่(?:ประจำ|ปกติ|อยู่)?)?(?:น่าจะ|คง)?(?:คือ|เป็น|:)? ?{SAID}", _asked_or_own, _OWN & ~But.ASKED),
    _rule("น่าจะ คงจะ คิดว่า ตอนนี้", r"(?:^|[\s,])(?:น่าจะ|คงจะ|คง|คิดว่า|ตอนนี้)(?:เป็น|ใส่)? ?(?P<v>xs|x{0,3}[sml]|[2-5]xl)(?![a-z0-9])", lambda heard: _size()(heard) if heard.match[0].strip().startswith(("น่า", "คง", "คิด")) or re.search("ไซส์|ไซซ์|ใส่", heard.sentence.low) else (), _OWN),
    _rule("น่าจะใส่ ควรใส่", rf"(?:แม่|พ่อ|แฟน|เพื่อน|พี่|คนขาย|ทุกคน)[^ ,]{{0,6}}บอกว่า(?:{I})(?:น่าจะ|ควร(?:จะ)?|ต้อง)?ใส่(?:ไซส์|เบอร์)? ?{SAID}", _size(UNSURE), But.SUPPOSED | But.ASKED),
    _rule("eu us uk", r"(?:^|[\s,])(?P<v>(?:eu|us|uk) ?\d{1,2}(?:[.,]5)?)(?=\s|ค่ะ|ครับ|คะ|นะ|$)", _size(), _OWN),
    _rule("เอา ขอ ต้อง เปลี่ยนเป็น รับ", r"(?:^|[\s,])(?:เอา|ขอ|รับ|ต้อง(?:เป็น)?|เปลี่ยนเป็น)(?:ไซส์|ไซซ์|เบอร์)? ?(?P<v>(?:[2-5]?x{0,3}[sml]|xs|xl))(?![a-z0-9])", _size(), _OWN),
    _rule("เบอร์", r"(?:^|[\s,]|(?P<s>น่าจะ|ปกติ|ประมาณ))เบอร์ ?(?P<v>[34]\d)(?!\d|[ -]?\d)", lambda heard: _size()(heard) if heard.has("s") or re.search("รองเท้า|บูท|ถุงเท้า|boots|socks|shoes", heard.sentence.low) else (), _OWN),
    _rule("เป็น", r"(?:ปกติ|เท้า|รองเท้า)[^,]{0,36}? เป็น ?(?P<v>(?:3[4-9]|4\d)(?:\.5)?)(?=\s|$|ค่ะ|ครับ|คะ|นะ)", _size(), _OWN, near=True),
    _rule("ไม่ใช่", rf"(?P<not>ไม่ใช่)(?:{_WORD})? ?(?P<v>[2-5]?x{{0,3}}[sml])(?![a-z0-9])", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("ไม่ใช่", r"ไม่ใช่ ?[2-5]?x{0,3}[sml](?![a-z])(?:ค่ะ|ครับ|คะ|นะ|,| )*(?:เป็น|คือ|ต้อง|ใส่)* ?(?P<v>[2-5]?x{0,3}[sml])(?![a-z0-9])", _size(), But.SUPPOSED | But.REPORTED | But.OTHERS),
    _rule("เบอร์", rf"(?:{I})เบอร์ ?(?P<v>\d{{2}})(?!\d|[ .,-]?\d)", _size(), _OWN),
)  # fmt: skip
