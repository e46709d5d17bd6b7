"""Who says in Thai who it is: behind "I" or at the head of a message, before what such sentences end with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from chat_server.domain.masking import Kind, Span

from .lists import words
from .thai_words import LEADING, PERSONS, common_words, pieces

_SELF = re.compile(r"(?:^|(?<=[^ก-๎])|(?<=ค่ะ)|(?<=ครับ)|(?<=นะ))(?:ผม|หนู|ดิฉัน|เรา|ฉัน|นี่|ข้าพเจ้า|กระผม|เค้า)(?P<v>[ก-๎]{2,40})")  # fmt: skip
_HEAD = re.compile(r"(?:^|(?<=\n)|(?<=สวัสดีค่ะ )|(?<=สวัสดีครับ )|(?<=หวัดดีค่ะ )|(?<=หวัดดีครับ )|(?<=, )|(?<=: ))(?P<v>[ก-๎]{2,40})")  # fmt: skip
_RANK = re.compile(
    r"(?:พันตรี|พันโท|พันเอก|พลตรี|ร้อยตรี|ร้อยโท|ร้อยเอก|จ่าเอก|จ่าโท|จ่า(?!ย)|ดาบตำรวจ|ดาบ|สิบเอก|สิบโท|สิบตรี|ว่าที่ร\.ต\.|พ\.ต\.|ร\.ต\.|ด\.ต\.|ผอ\.|ผู้ใหญ่|กำนัน|ปลัด|ท่านรอง|พระอาจารย์|แม่ชี|ซ้อ|อาม่า|อากง|อาแปะ|โกู) ?(?P<v>[ก-๎]{2,16}?)(?=$|[^ก-๎]|ครับ|ค่ะ|คะ|นะ|เอง|จาก|ที่|รับ|สั่ง|โทร|บอก)(?P<f> [ก-๎]{3,16}(?=$|[^ก-๎]))?"
)
# "ว.วัลลภ", "ก. พอครับ", and families of a place: "วรรณพร ณ ลำปาง".
_INITIAL = re.compile(
    r"(?:^|(?<=\n)|(?<=จาก )|(?<=ชื่อ )|(?<=คุณ)|(?<=ผม)|(?<=หนู)|(?<=เรียก))(?P<v>[ก-ฮ]\.(?:[ก-๎]{2,16})?)(?=$|[^ก-๎.\d])"
)
_OF_PLACE = re.compile(r"(?P<v>[ก-๎]{3,20}(?: [ก-๎]{3,20})? ณ [ก-๎]{3,16})(?=$|[^ก-๎])")
_NOT = re.compile(r"ไม่ใช่(?P<v>[ก-๎]{2,10}?)(?=$|[^ก-๎]|นะ|ค่ะ|ครับ|คะ|ละ)")
# Behind a name at the end: surely, and also behind what one is or does.
_SURE = re.compile(r"(?:คนเดิม|คนเก่า|เองง*|รายงานตัว|จาก(?=[ก-๎])|เฉยๆ|เจ้าเดิม|มาอีกแล้ว)")
_POLITE = re.compile(r"(?:นะ|น้า)?(?:ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|ฮะ|งับ)(?![ก-๎])|(?:นะ|น้า)(?![ก-๎])")
_LEAST, _MOST = 2, 14
_STATES = frozenset(
    "เหนื่อย หิว ป่วย เบื่อ เศร้า ดีใจ เสียใจ งง รีบ แพ้ ท้อง อ้วน ผอม เตี้ย สูง แก่ จน รวย โสด ผิด ถูก ตกใจ กลัว อาย เครียด โกรธ โมโห ชิน ลืม พลาด พร้อม ว่าง ยุ่ง โอเค ตกลง แน่ใจ มั่นใจ จำ เข้าใจ สับสน เกรงใจ ยกเลิก สนใจ รบกวน สอบถาม แอด ตอบ สีดำ".split()  # noqa: SIM905 - a list would be one word a line
)


def found(low: str) -> Iterator[Span]:
    """In folded text that has Thai letters."""
    for pattern in (_SELF, _HEAD):
        for match in pattern.finditer(low):
            end = _end_of(match["v"], head=pattern is _HEAD)
            if end:
                yield Span(match.start("v"), match.start("v") + end, Kind.NAME)
    for match in _RANK.finditer(low):
        if match["v"] not in words("th_often") and match["v"] not in _STATES:
            yield Span(match.start("v"), match.end("f") if match["f"] else match.end("v"), Kind.NAME)  # fmt: skip
    for pattern in (_INITIAL, _OF_PLACE):
        for match in pattern.finditer(low):
            yield Span(match.start("v"), match.end("v"), Kind.NAME)
    for match in _NOT.finditer(low):
        said = match["v"]
        if said in _nicks() or (said not in common_words() and _is_rare(said)):
            yield Span(match.start("v"), match.end("v"), Kind.NAME)


def _end_of(run: str, *, head: bool) -> int:
    """Where a name that the run begins with ends; 0 where it begins with none."""
    cut = pieces(run)
    for at, piece in enumerate(cut):
        end = piece.end
        if end > _MOST or piece.said in words("th_often") or piece.said in _STATES or piece.said in LEADING | PERSONS:  # fmt: skip
            return 0
        if end < _LEAST:
            continue
        said = run[:end]
        if _SURE.match(run, end):
            ordinary = all(one.said in common_words() for one in cut[: at + 1])
            return end if not head or said in _nicks() or not ordinary else 0
        if _POLITE.match(run, end):
            listed = said in _nicks() or said in words("given_th")
            rare = not any(one.said in common_words() for one in cut[: at + 1])
            return end if listed or (rare and (not head or _is_rare(said))) else 0
    return 0


@cache
def _nicks() -> frozenset[str]:
    return words("nicks_th") | words("given_th") | words("names_th")


def _is_rare(said: str) -> bool:
    """In no list of words as a whole."""
    return said not in words("thai") and said not in words("th")
