"""Thai as the engine hears it; takes long to import, so that only who hears it does."""

from __future__ import annotations

import re

from chat_server.hearing.tongue import Company
from chat_server.hearing.unspaced import DrawnOut, Unspaced

from . import (
    answers,
    beginnings,
    catchwords,
    changes,
    contact,
    corrections,
    goods,
    money_and_sizes,
    opinions,
    orders,
    people,
    places,
    praise,
    said_of,
    times,
    work_and_household,
)
from .calendar import CALENDAR
from .contrasts import CONTRAST
from .words import GROUND

PROMISE = re.compile(
    r"(?:ทางเรา|ทางร้าน|เรา|ผม|ฉัน|ดิฉัน|แอดมิน|ทีมงาน|เจ้าหน้าที่|ทางทีม)(?:จะ|ขอรับรองว่า|สัญญาว่า|รับปากว่า)(?!ดีใจ|ลอง|พยายาม|ต้อง)"
    r"|(?:คุณ|ลูกค้า|คุณลูกค้า)จะได้รับ|(?:เงิน|พัสดุ|สินค้า|ของ|ตัวใหม่|ยอดเงิน)(?:คืน|ใหม่)?จะ(?:ถึง|โอน|ส่ง|คืน|เข้า|ถูก|ไป)"
    r"|(?:^|\s)(?:จะ|เดี๋ยว)(?:ส่ง|โอน|โทร|คืนเงิน|เปลี่ยน|จัดส่ง|ติดต่อ)[^?]{0,40}(?:ให้|กลับ|ภายใน|พรุ่งนี้)"
)
THAI = Unspaced(
    code="th",
    spaced=False,
    rules=(
        *people.RULES,
        *places.RULES,
        *contact.RULES,
        *orders.RULES,
        *money_and_sizes.RULES,
        *goods.RULES,
        *times.RULES,
        *work_and_household.RULES,
        *opinions.RULES,
        *praise.RULES,
    ),
    line_rules=(*people.LINE_RULES, *answers.LINE_RULES, *corrections.LINE_RULES),
    clause=GROUND.marks,
    asking=GROUND.asks,
    own=GROUND.persons,
    around=Company(GROUND.supposed, GROUND.reported, GROUND.persons, GROUND.denied, GROUND.past),
    answers=answers.ANSWERS,
    contrast=CONTRAST,
    second=(*catchwords.SECOND, *changes.SECOND),
    about=said_of.SAID_OF,
    last=changes.CLEARED,
    beginnings=beginnings.BEGINNINGS,
    laughter=re.compile(
        r"(?<![\d.,-])(?<!\d )5{3,}(?![\d.,-]| \d| ?บาท)|(?<![a-z])(?:xd+|qq+)(?![a-z])|ฮ่า{2,}"
    ),
    slang={"อยุ่": "อยู่"},
    calendar=CALENDAR,
    promise=PROMISE,
    habits=DrawnOut({}, re.compile(r"([ก-๎])\1{2,}(?!ะ|้า)|าา+")),
)
