"""From when on: "ตั้งแต่ 1 กรกฎาขอเป็นช่วงเย็น", "เดือนหน้าเป็นต้นไป"."""

from __future__ import annotations

import re

from chat_server.hearing.beginnings import Ahead, Beginnings

from .calendar import MONTHS

BEGINNINGS = Beginnings(
    ahead=Ahead(
        MONTHS,
        week=re.compile("(?:อาทิตย์|สัปดาห์)หน้า"),
        month=re.compile("เดือนหน้า"),
        year=re.compile("ปีหน้า"),
        edges=(r"(?<!\d)(?<!\d )", ""),
    ),
    before=re.compile(r"(?:ตั้งแต่|นับจาก|นับแต่|เริ่ม(?:จาก|วันที่|วัน)?|หลังจาก|หลัง)(?:วันที่|เดือน|วัน)? ?"),
    behind=re.compile(r" ?(?:เป็นต้นไป|ไปแล้ว|จะเปลี่ยน|จะย้าย)"),
    turning=re.compile(
        r"จะ(?:เปลี่ยน|ใช้|ย้าย)(?:เป็น|ไป)?(?:เบอร์|เมล|อีเมล|ชื่อ|ที่อยู่|กะ|งาน|บริษัท|เวลา)|จะไปทำงาน(?:ที่|กับ)|เริ่มงาน(?:ที่|กับ)"
    ),
    until=re.compile(r"(?:ตอนนี้|ช่วงนี้|ระหว่างนี้|เดือนนี้)[^,]{0,24}\Z"),
    now=frozenset({"name", "form_of_address", "language", "size"}),
)
