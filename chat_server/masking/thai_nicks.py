"""Thai nicknames, which nearly all are words, by who stands before them and what they do; and given names wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

from .lists import words
from .thai_words import LEADING, PERSONS, Piece, last_before, pieces

_RUN = re.compile("[ก-๎]+")
_LONGEST_RUN, _LEAST, _LEAST_GIVEN, _MOST = 400, 3, 4, 5
# Before these pieces somebody is told, asked or given something.
_TOWARDS = (
    PERSONS
    | (LEADING - {"เป็น", "คือ", "จาก", "ใน", "และ", "คน", "ของ", "โดย"})
    | frozenset(
        "บอก ถาม ให้ เห็น ทำไม ช่วย ไม่ใช่ ใช่ เรียก รู้จัก เจอ แทน ยาม ช่าง รปภ ไรเดอร์ คนขับ แม่บ้าน เพื่อน แฟน ลูก เฮีย เจ๊ ซ้อ ตี๋ น้า อา ตา ยาย ปู่ ย่า ลุง ป้า นี่ คือ โค้ช กำนัน ขอสาย สาย คุยกับ กับ และ หรือ รอบที่แล้ว แล้ว เมื่อวาน วันนี้ ท่าน เซลส์ เซล ถึง ว่า".split()  # noqa: SIM905 - a list would be one word a line
    )
)
_SURELY = PERSONS | frozenset(
    "ชื่อเล่น ชื่อ ยาม ช่าง ไรเดอร์ โค้ช กำนัน ท่าน แฟน สามี ภรรยา เพื่อน ลูกสาว ลูกชาย หลาน".split()  # noqa: SIM905 - a list would be one word a line
)
# Nothing but a person stands behind these.
_TELLING = frozenset("บอก ถาม โทรหา เรียก คุยกับ ทักหา ฝากบอก ฝากถาม ช่วยบอก แจ้ง รู้จัก".split())  # noqa: SIM905
_POLITE = frozenset("ครับ ค่ะ คะ คับ ค่า จ้า จ้ะ ฮะ ค้าบ เอง นะ น้า เองค่ะ เองครับ นะคะ นะครับ ซัง".split())  # noqa: SIM905 - as above
_DOING = frozenset(
    "บอก สั่ง โทร โอน จ่าย ฝาก ซื้อ ถาม อยาก เขียน ขอ ชอบ เคย แนะนำ แจ้ง เซ็น ตอบ ต้องการ ทัก คิด รู้ พูด ใส่ รับ จะ เห็น ลอง คืน เลือก อ่าน แพ้ มารับ รับสาย ไปรับ มาเอา รับของ พา บ่น ชม เอา".split()  # noqa: SIM905 - as above
)
_GOING = _DOING | frozenset(
    "ไม่ ยัง ได้ เป็น อยู่ มา ไป ก็ กับ และ ส่ง ทำ ใช้ ซัก กำลัง เพิ่ง เจอ รอ ต้อง คน ด้วย ที ที่ แทน ไว้ ขอคืน ว่า แล้ว".split()  # noqa: SIM905 - a list would be one word a line
)


def found(low: str) -> Iterator[Span]:
    """In folded text that has Thai letters."""
    for run in _RUN.finditer(low):
        cut = pieces(run[0][:_LONGEST_RUN], more=True)
        before = last_before(low, run.start())
        starts = not before and not low[: run.start()].rstrip()[-1:].isdigit()
        for at, piece in enumerate(cut):
            last = cut[at - 1].said if at else before
            follows = cut[at + 1].said if at + 1 < len(cut) else ""
            theirs = _is_given(piece.said) or (
                _is_nick(piece.said)
                and _is_somebody(piece.said, last, follows, first=at == 0 and starts)
            )
            theirs = theirs or (_is_nick(piece.said) and _is_sent(cut, at, last))
            if theirs:
                yield Span(run.start() + piece.start, run.start() + piece.end, Kind.NAME)
        yield from _of_several(cut, run.start())


def _is_nick(said: str) -> bool:
    """Or a given name that is a common word."""
    return said in words("nicks_th") or (said in words("given_th") and said in words("plain_th"))


def _is_given(said: str) -> bool:
    if len(said) < _LEAST_GIVEN or said in words("th") or said in words("plain_th"):
        return False
    return said in words("given_th") or said in words("foreign_th")


def _is_sent(cut: tuple[Piece, ...], at: int, before: str) -> bool:
    """As in "let Ja come and fetch it", "it was Kaew who ordered"."""
    said = [one.said for one in cut[at + 1 : at + 3]]
    if len(said) > 1 and said[0] == "เป็น" and said[1].startswith("คน"):
        return True
    return (
        before in {"ให้", "ฝาก", "รอ"}
        and bool(said)
        and said[0] in {"มา", "ไป", "มารับ", "ไปรับ", "รับ", "เอา"}
    )


def _of_several(cut: tuple[Piece, ...], offset: int) -> Iterator[Span]:
    """Given names that fall into other words."""
    for at in range(len(cut)):
        said = cut[at].said
        for to in range(at + 1, min(len(cut), at + _MOST)):
            said += cut[to].said
            if _is_given(said):
                yield Span(offset + cut[at].start, offset + cut[to].end, Kind.NAME)


def _is_somebody(  # noqa: PLR0911 - one reason a line
    said: str, before: str, follows: str, *, first: bool
) -> bool:
    weak = (
        said in words("weak_th")
        or said in words("plain_th")
        or len(said) < _LEAST
        or said in words("th")
    )
    if before in PERSONS and before not in {"นาย", "นาง"}:
        return not follows or follows in _GOING | _POLITE
    if before in _SURELY:
        return not follows or follows in (_DOING if weak else _GOING) | _POLITE
    if before in {"ผม", "หนู", "ดิฉัน", "ฉัน"} and follows in _POLITE:
        return True
    if first:
        polite = follows in _POLITE
        return polite or follows in (_DOING if weak else _GOING)
    if before in _TELLING:
        return not follows or follows in _GOING | _POLITE
    if before in _TOWARDS:
        return follows in _DOING or (not weak and (not follows or follows in _GOING | _POLITE))
    return False
