"""What sizes, colours and budgets are of: "งบเต็นท์ไม่เกินสี่พัน", "หาเสื้อกั๊ก ไซส์ L"."""

from __future__ import annotations

import re

from chat_server.hearing.said_of import SaidOf

from .catchwords import MODIFIED
from .words import PARTICLE, I

SAID_OF = SaidOf(
    thing=re.compile(MODIFIED),
    ends=re.compile(r"[!?\n]|\.(?!\d)"),
    cuts=re.compile(r"[,;\n]|(?<![a-z\d])\s(?!(?:สี|ไซส์|ไซซ์|เบอร์|size|งบ) ?)"),
    lead=re.compile(r"(?!)"),
    general=re.compile(r"เสื้อผ้า"),
    own=re.compile(rf"(?:ปกติ|ธรรมดา|ประจำ|ส่วนตัว)|{I} ?(?:ใส่|เท้า|เอว)|เท้า|รอบเอว|รอบอก|หัว|ชอบ|โปรด|ทั้งหมด|รวม"),
    joins=re.compile(rf"(?:{PARTICLE}|\s)*(?:กับ|และ|แล้วก็|หรือ|,|/) ?"),
    links=re.compile(r"(?!)"),
)  # fmt: skip
