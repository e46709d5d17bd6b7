"""Which of two sizes holds, in Thai."""

from __future__ import annotations

import re

from chat_server.hearing.two_sizes import Contrast

from .words import OTHER, I

CONTRAST = Contrast(
    swap=re.compile(r"เปลี่ยน(?!ใจ)|แลก|สลับ"),
    corrected=re.compile(r"(?:พิมพ์ผิด|ขอโทษ|ไม่สิ|ไม่ดิ|เอ้ย|เดี๋ยวนะ)"),
    past=re.compile(r"เมื่อก่อน|แต่ก่อน|เคย|เดิม|ปีที่แล้ว|เลิกใส่"),
    now=re.compile(r"ตอนนี้|เดี๋ยวนี้|ช่วงนี้|กลายเป็น|ขยับ|แทน|ละ"),
    unfit=re.compile(
        r"หลวม|คับ|รัด|แน่น|ใส่ไม่|ไม่พอดี|ใหญ่(?:ไป|เกิน|มาก)|เล็ก(?:ไป|เกิน|มาก)|หายใจไม่|อึดอัด|กัดเท้า|ยาวไป|สั้นไป|โคร่ง"
    ),
    usual=re.compile(r"ปกติ|ธรรมดา|ประจำ|ที่อื่น|ร้านอื่น"),
    so=re.compile(r"เอา|เลย|งั้น|ดังนั้น|ต้อง"),
    take=re.compile(r"เอา|ขอ|ต้อง|รับ|งั้น|ละกัน|แล้วกัน|ดีกว่า|อยากได้|ควร|ถึงจะพอดี"),
    others=re.compile(OTHER),
    mine=re.compile(rf"(?:{I}|ตัวเอง)[^.?!]{{0,10}}\Z"),
)
