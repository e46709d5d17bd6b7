"""What it is for, and when that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.engine import AS_CHANGE
from chat_server.hearing.rule import But, Heard
from chat_server.hearing.takes import day_of

from .calendar import CALENDAR
from .words import GROUND, KIN, I

OCCASIONS = {
    "ครบรอบแต่งงาน": "ครบรอบแต่งงาน", "วันครบรอบแต่งงาน": "วันครบรอบแต่งงาน", "งานแต่งงาน": "งานแต่งงาน", "งานแต่ง": "งานแต่งงาน", "แต่งงาน": "งานแต่งงาน", "งานหมั้น": "งานหมั้น", "ฮันนีมูน": "ฮันนีมูน", "วันเกิด": "วันเกิด", "คริสต์มาส": "คริสต์มาส", "ปีใหม่": "ปีใหม่", "วาเลนไทน์": "วาเลนไทน์", "วันครบรอบ": "วันครบรอบ", "ครบรอบ": "วันครบรอบ",
    "งานรับปริญญา": "รับปริญญา", "รับปริญญา": "รับปริญญา", "เรียนจบ": "เรียนจบ", "วันแม่": "วันแม่", "วันพ่อ": "วันพ่อ", "สงกรานต์": "สงกรานต์", "สัมภาษณ์งาน": "สัมภาษณ์งาน", "งานเลี้ยงรุ่น": "งานเลี้ยงรุ่น", "เลี้ยงรุ่น": "งานเลี้ยงรุ่น", "งานเลี้ยง": "งานเลี้ยง", "ปาร์ตี้": "ปาร์ตี้", "งานศพ": "งานศพ", "ขึ้นบ้านใหม่": "ขึ้นบ้านใหม่", "ตรุษจีน": "ตรุษจีน", "ลอยกระทง": "ลอยกระทง", "งานบวช": "งานบวช", "วิ่งมาราธอน": "วิ่งมาราธอน", "มาราธอน": "มาราธอน", "วันวาเลนไทน์": "วาเลนไทน์", "งานเกษียณ": "งานเกษียณ", "จับฉลาก": "จับฉลาก", "กีฬาสี": "กีฬาสี", "ค่ายลูกเสือ": "ค่ายลูกเสือ", "คอนเสิร์ต": "คอนเสิร์ต",
}  # fmt: skip
OCCASION = "(?P<v>" + "|".join(sorted(OCCASIONS, key=len, reverse=True)) + ")"
_WHERE = "(?:ไอซ์แลนด์|โซล|โตเกียว|โอซาก้า|เกียวโต|ไทเป|ฮ่องกง|ลอนดอน|ปารีส|อินเดีย|ลาดักห์|ญี่ปุ่น|เกาหลี|ฮอกไกโด|ซัปโปโร|สวิตเซอร์แลนด์|สวิส|นอร์เวย์|ฟินแลนด์|ยุโรป|เนปาล|ภูกระดึง|ดอยอินทนนท์|ดอยหลวง|เชียงดาว|เขาใหญ่|นิวซีแลนด์|แคนาดา|อเมริกา|ไต้หวัน|จีน|อังกฤษ|เยอรมนี|เยอรมัน|เขาช้างเผือก|เชียงใหม่|แม่ฮ่องสอน|ปาย|น่าน)"
_TRIPS = rf"ทริป(?: ?{_WHERE})?|เดินป่า|ปีนเขา|เดินเขา|แคมป์ปิ้ง|ตั้งแคมป์|กางเต็นท์|(?:เล่น)?สกี|(?:เล่น)?สโนว์บอร์ด|เทรค(?:กิ้ง)?|(?:ดู|ล่า)แสงเหนือ|ค่าย(?!ลูกเสือ)|แคมป์|ดำน้ำ|เที่ยว(?: ?{_WHERE})?|ดูงาน|ปั่นจักรยาน|ขึ้นภูกระดึง|ขึ้นดอย(?:อินทนนท์|หลวง|สุเทพ|อ่างขาง)?|ขึ้นเขา"
PLACE_OR_TRIP = (
    rf"(?:เที่ยว)?{_WHERE}|(?:{_TRIPS}|{'|'.join(sorted(OCCASIONS, key=len, reverse=True))})"
)
_PAST = re.compile(
    r"ชอบไป|ทุก(?:เดือน|ปี|อาทิตย์|สัปดาห์|วัน)|แล้ว|เมื่อวาน|เมื่อปี|ปีที่แล้ว|เดือนที่แล้ว|อาทิตย์ที่แล้ว|เพิ่ง"
)
_SHOP = re.compile(r"ส่วนลด|ลดราคา|โปร(?!ด)|เปิดไหม|เปิดมั้ย|ร้านเปิด|ร้านปิด|หยุด|สุขสันต์|สวัสดีปี")


def _occasion(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    own = re.search(
        r"ผม|ฉัน|หนู|เรา|แม่|พ่อ|แฟน|ลูก|ของขวัญ|สามี|ภรรยา|เพื่อน",
        low[max(0, heard.match.start() - 12) : heard.match.end() + 8],
    )
    if (_SHOP.search(low) and not own) or re.search(
        "เคย(?:ซื้อ|ให้|ส่ง|ไป)", low[: heard.match.start()]
    ):
        return
    if heard.match["v"] == "แต่งงาน" and re.search(
        rf"{KIN}(?:กำลัง)?จะ\Z", low[: heard.match.start("v")]
    ):
        return
    over = re.match(r"(?:[^ ,]{0,10}?(?:จบ|ผ่าน|เสร็จ))?(?:ไป)?แล้ว", low[heard.match.end() :])
    if over and not re.search("ใกล้|จะถึง", low[: heard.match.end()]):
        return
    value = OCCASIONS.get(heard.match["v"], heard.match["v"])
    yield heard.statement("occasion", value, span=heard.place(), confidence=0.9)
    yield from _day(heard, value)


def _trip(heard: Heard) -> Iterator[Statement]:
    clause = GROUND.clause(heard)
    if _PAST.search(clause.whole) or clause.after.startswith("มา") or "ตอนไป" in clause.whole:
        return
    value = re.sub(r"^เล่น", "", heard.match["v"])
    yield heard.statement("occasion", value, span=heard.place(), confidence=0.9)
    yield from _day(heard, value)


def _day(heard: Heard, occasion: str) -> Iterator[Statement]:
    """Its own day, not the one before which something is to be there."""
    for one in day_of(heard, CALENDAR, occasion):
        if not re.search("(?:ก่อน|ภายใน|ถึง) ?\\Z", heard.line.low[: one.start]):
            yield one


def _put_off(heard: Heard) -> Iterator[Statement]:
    low = heard.sentence.low
    days = CALENDAR.days(low[heard.match.end() :], heard.line.at.date())
    if days:
        start = heard.sentence.start + heard.match.end() + days[0].start
        yield Statement(
            "occasion_date", days[0].day.isoformat(), 0.9, start,
            start + days[0].end - days[0].start, subject=OCCASIONS[heard.match["v"]],
        )  # fmt: skip


def _put_off_that(heard: Heard) -> Iterator[Statement]:
    """The day of what was told before."""
    start = heard.match.end()
    days = CALENDAR.days(heard.sentence.low[start:], heard.line.at.date())
    if days and days[0].start <= 1:
        begin = heard.sentence.start + start + days[0].start
        yield Statement(
            "occasion_date", days[0].day.isoformat(), AS_CHANGE, begin,
            begin + days[0].end - days[0].start, corrects=True,
        )  # fmt: skip


def _birthday(heard: Heard) -> Iterator[Statement]:
    """The day somebody was born on, as a reason to buy."""
    if re.search(r"ของขวัญ|ซื้อ|หา|อยากได้", heard.line.low):
        yield heard.statement("occasion", "วันเกิด", span=heard.place(0), confidence=0.9)
        yield from _day(heard, "วันเกิด")


_SAID = But.SUPPOSED | But.REPORTED | But.DENIED
_rule = GROUND.rule
RULES = (
    _rule(" ".join(OCCASIONS), rf"{OCCASION}[^,]{{0,16}}?(?:เลื่อน(?:เป็น|ไป|ไปเป็น|มา)|กลายเป็น|เปลี่ยนเป็น|ย้ายไป)", _put_off, _SAID | But.ASKED),
    _rule(" ".join(OCCASIONS), rf"(?:ก่อน|ให้ทัน|ทัน|สำหรับ|ไป|ใน|ของขวัญ|ใส่|เป็น|ร่วม|จะถึง|วันที่|มี|ช่วง|เนื่องใน|ให้|คือ|ฉลอง|จัด|^|\s|ลูกสาว|ลูกชาย|แม่|พ่อ|แฟน|น้อง|พี่|เพื่อน|หลาน|ญาติ|จะ|นี้|หน้า|\d|วัน|เดือน|ถึง|คม|ยน|พันธ์|\.|กรา|ภา|มีนา|เมษา|ถุนา|กฎา|สิงหา|กันยา|ตุลา|ศจิกา|ธันวา)(?:งาน|วัน)?{OCCASION}(?![^,]{{0,16}}(?:เลื่อน|เปลี่ยนเป็น|กลายเป็น))", _occasion, _SAID),
    _rule("เปลี่ยน เลื่อน ย้าย", r"(?:เปลี่ยน|เลื่อน|ย้าย)[ก-๎]{0,14}?(?:ไป|มา|เป็น)+(?:วัน)?(?:ที่)? ?(?=\d)", _put_off_that, _SAID | But.ASKED),
    _rule("เกิดวันที่ เกิด", rf"(?:{KIN}){I}?เกิด(?:วันที่)? ?(?P<v>(?=\d{{1,2}} ?[ก-ฮ]))", _birthday, But.SUPPOSED | But.REPORTED | But.ASKED | But.PAST),
    _rule("แคมป์ ทริป เดินป่า ปีนเขา เดินเขา แคมป์ปิ้ง ตั้งแคมป์ กางเต็นท์ สกี สโนว์บอร์ด เทรค แสงเหนือ ค่าย ดำน้ำ เที่ยว ดูงาน ปั่นจักรยาน", rf"(?:จะ|ไป|ได้ไป|มี|ใช้|ใส่|สำหรับ|วางแผน|เตรียม|จัด)(?:ไป|เดิน|ตอน|ทำ)? ?(?P<v>{_TRIPS})(?!หมด)", _trip, _SAID | But.ASKED),
)  # fmt: skip
