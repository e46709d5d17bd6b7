"""Thai text cut into words: what is in no list of words is a name, or written by ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.thai.given_names import COMMON, GIVEN
from chat_server.hearing.thai.names import FAMILY, is_given

from .lists import words

# Signs that stand over, under or behind the letter before, and vowels that stand before theirs.
_MARK = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๆฯ")
_LEADS = frozenset("เแโใไ")
_LONGEST, _SHORTEST, _LEAST_FAMILY = 14, 3, 4
_INITIAL = re.compile(r"\s[ก-ฮ]\.")
_UNKNOWN, _LONGEST_RUN = 3, 400
_RUN = re.compile("[ก-๎]+")
_FAMILY = re.compile(rf"\s(?P<f>{FAMILY})")
# Whom one speaks to or of: the next word is a name.
_POLITELY = re.compile(
    r"(?:^|(?<=\n)|(?<=สวัสดีค่ะ )|(?<=สวัสดีครับ )|(?<=สวัสดีค่ะ)|(?<=สวัสดีครับ)|(?<=หวัดดีค่ะ )|(?<=หวัดดีครับ ))(?P<v>[ก-๎]{4,16}?)(?:เอง)?(?:นะ)?(?:ค่ะ|ครับ|คับ|คะ|จ้า|ค้าบ|ฮะ)(?![ก-๎])"
)
_FIRST_RUN = re.compile(r"(?:^|(?<=\n))[ก-๎]+")
_TOGETHER = re.compile(r"(?:^|(?<=[\n ]))(?P<v>[ก-๎]{4,12}?)(?=กับ[ก-๎]{4})")
PERSONS = frozenset(
    "คุณ พี่ น้อง ลุง ป้า เจ๊ เฮีย ยาย ย่า หลวงพ่อ หลวงพี่ หลวงปู่ คุณนาย คุณหมอ หมอ อาจารย์ จารย์ ครู โค้ช กำนัน ผู้ใหญ่ นายแพทย์ นาย นาง นางสาว แอดมิน ทนาย ผู้กอง สารวัตร หมวด".split()  # noqa: SIM905 - a list would be one word a line
)
# Behind these a word is a name when it is no common one.
LEADING = frozenset(
    "ชื่อ ชื่อเล่น นามสกุล กับ ให้ ของ หา ถึง ติดต่อ จาก โดย ฝาก แฟน สามี ภรรยา ลูกสาว ลูกชาย หลาน เพื่อน พ่อ แม่ ตา ปู่ น้า อา ลูก หัวหน้า ผม หนู ดิฉัน ฉัน เรา เป็น คือ ผู้รับ พนักงาน คนขับ สวัสดี ขอบคุณ บอก ถาม พัสดุ เรียก และ คน".split()  # noqa: SIM905 - as above
)
_TOLD = frozenset({"ชื่อ", "นามสกุล", "ชื่อเล่น", "ติดต่อ", "ผู้รับ", "เรียก"})
_SELF = frozenset({"ผม", "หนู", "ดิฉัน", "ฉัน", "เรา"})
_POLITE = frozenset({"ครับ", "ค่ะ", "คะ", "คับ", "นะ", "เอง", "ฮะ", "จ้า", "ที่"})
_FORMAL = frozenset({"นาย", "นาง", "นางสาว"})
# Behind a name these begin what is told of it.
_VERBS = frozenset(
    "ยัง เซ็น แนะนำ พูด บอก ขอ คืน คืนเงิน เงิน อะไร ว่า ให้ ที่ สั่ง จะ ได้ ไม่ โทร รับ ส่ง ครับ ค่ะ คะ คับ นะ จ้า เอง กับ และ หรือ เป็น คือ ทำงาน ทำ อยู่ ไหม มั้ย ก็ กล่อง ชิ้น ตัว คู่ ใบ ขวบ ปี วัน ใส่ ต้องการ อยาก แล้ว ด้วย วางสาย ซื้อ ฝาก เคย ถาม แจ้ง ใช้ จริง ไว้".split()  # noqa: SIM905 - as above
)
_DOES = frozenset("สั่ง โทร โอน จะ บอก ฝาก รับ ซื้อ ถาม อยาก เขียน ขอ".split())  # noqa: SIM905 - as above
_COUNTS = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
_KIN = frozenset(
    "ภรรยา สามี แฟน ลูกสาว ลูกชาย ลูก เพื่อน พี่สะใภ้ สะใภ้ หลาน หัวหน้า นามสกุล ชื่อ จาก ใน รีวิว คุณ".split()  # noqa: SIM905 - as above
)
# Behind a word for a person these say something of them, or speak to them.
_GOES_ON = frozenset(
    "ครับ ค่ะ คะ คับ นะ จ้า จ๊ะ ฮะ ๆ จะ ไม่ ได้ ให้ ที่ ว่า บอก ส่ง มา ไป อยู่ ก็ ยัง มี เป็น คือ และ กับ หรือ ของ แล้ว เลย ด้วย เอง นี้ นั้น คน สาว ชาย สะใภ้ เขย ใหญ่ เล็ก ภาพ สมบัติ ค่า แม่ พ่อ ครู หมอ ลูกค้า ผู้ ใคร ไหน อะไร ช่วย ขอ รับ โทร ตอบ ทำ ใช้ สั่ง ซื้อ ต้องการ อยาก เคย ชอบ คิด เห็น ดู รู้ หา รอ ลอง เปลี่ยน คืน แนะนำ สนใจ ใส่ ถาม ทราบ แจ้ง เช็ค ตรวจ โอน จ่าย พูด เขียน น่า อาจ ควร ต้อง ถูก โดน กำลัง เพิ่ง มัก เอา ถ้า เมื่อ ตอน ใน จาก ถึง เพราะ แต่ มาก หน่อย ไหม มั้ย เหรอ หรอ ล่ะ สิ ซิ เถอะ พนักงาน แอดมิน ร้าน เพื่อน แท้ ปู่ ย่า ตา ยาย ลุง ป้า น้า อา แท็กซี่ ส่งของ ขนส่ง ไปรษณีย์ แบบ ทะเบียน จ้าง หน้า ช่าง บ้าน เดียว กัน ท่าน นาย นาง นางสาว น้อง พี่ คุณ ผม หนู เขา มัน สอง สาม สี่ ทุก หลาย บาง กี่ เจ้าของ เจ้าหน้าที่ สอน แพทย์ ฟัน ประจำ นวด สุดท้าย แรก โต กลาง รอง แฟน สี ประโยชน์ ธรรม สัตว์ เกิด เซ็น พูด สาขา ตาย ป่วย เสีย กลับ ยืน ยิ้ม ขาย เลือก".split()  # noqa: SIM905 - as above
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a run, or letters between words."""

    start: int
    end: int
    said: str
    known: bool


@cache
def _dictionary() -> frozenset[str]:
    names = words("names_th") | words("short_th") | GIVEN
    return words("thai") | common_words() | names | _GOES_ON | PERSONS | LEADING


@cache
def _more() -> frozenset[str]:
    """With nicknames and given names that are words, or fall into others."""
    lists = ("given_th", "foreign_th", "nicks_th", "plain_th")
    return _dictionary().union(*(words(name) for name in lists))


@cache
def common_words() -> frozenset[str]:
    """That shop and customers write; among them what is said as abroad."""
    return words("th") | words("loans_th") | words("said_th")


@lru_cache(maxsize=4096)
def pieces(run: str, *, more: bool = False) -> tuple[Piece, ...]:
    """The fewest letters that are in no word, and then the fewest words; `more`: nicknames are words too."""
    listed = _more() if more else _dictionary()
    size = len(run)
    starts = [
        at == 0 or (run[at] not in _MARK and run[at - 1] not in _LEADS) for at in range(size)
    ] + [True]
    far = size * 1000
    best, came = [0] + [far] * size, [0] * (size + 1)
    for at in range(size):
        if not starts[at] or best[at] >= far:
            continue
        for end in range(at + 1, min(size, at + _LONGEST) + 1):
            if not starts[end]:
                continue
            if run[at:end] in listed:
                cost = best[at] + 1
            elif end - at <= 4:  # noqa: PLR2004 - a letter with its signs
                cost = best[at] + 20 * (end - at)
            else:
                continue
            if cost <= best[end]:
                best[end], came[end] = cost, at
    return tuple(_joined(run, came, listed))


def _joined(run: str, came: list[int], listed: frozenset[str]) -> list[Piece]:
    found: list[Piece] = []
    end = len(run)
    while end > 0:
        start = came[end]
        known = run[start:end] in listed
        if not known and found and not found[-1].known:
            found[-1] = Piece(start, found[-1].end, run[start : found[-1].end], known=False)
        else:
            found.append(Piece(start, end, run[start:end], known))
        end = start
    return found[::-1]


def found(low: str) -> Iterator[Span]:
    """Names in folded text that has Thai letters."""
    for run in _RUN.finditer(low):
        for start, end in _in_run(run[0][:_LONGEST_RUN], run.start(), low):
            yield Span(run.start() + start, _with_family(low, run.start() + end, run.end()), Kind.NAME)  # fmt: skip


def _in_run(run: str, offset: int, low: str) -> Iterator[tuple[int, int]]:
    cut = pieces(run)
    at = 0
    while at < len(cut):
        before = cut[at - 1].said if at else last_before(low, offset)
        end = _end_of_name(cut, at, before)
        if end > at:
            yield cut[at].start, cut[end - 1].end
            at = end
        else:
            at += 1


def trimmed(low: str, span: Span) -> Span:
    """Without the word for who it is before a name, and what is told of the person behind it."""
    start, end = span.start, span.end
    space = low.find(" ", start, end)
    if space > start and low[start:space] in _KIN:
        start = space + 1
    space = low.rfind(" ", start, end)
    last = space + 1 if space >= 0 else start
    cut = pieces(low[last:end][:_LONGEST_RUN]) if _RUN.fullmatch(low, last, end) else ()
    if space >= 0 and cut and (cut[0].said in _VERBS or cut[0].said.startswith(_COUNTS)):
        return Span(start, space, span.kind, span.says, span.own)
    kept = len(cut)
    while kept > 1 and cut[kept - 1].said in _VERBS:
        kept -= 1
    if kept < len(cut) and cut[kept - 1].end >= _SHORTEST:
        end = last + cut[kept - 1].end
    return Span(start, end, span.kind, span.says, span.own)


def alone(low: str) -> Iterator[Span]:
    """Who begins with the name and ends politely: "Name kha"; and two who are told together."""
    for match in _POLITELY.finditer(low):
        said = match["v"]
        cut = pieces(said[:_LONGEST_RUN])
        rare = [one for one in cut if not one.known or one.said not in common_words() | _GOES_ON]
        unknown = any(not one.known and len(one.said) > 1 for one in cut)
        if len(said) > _LEAST_FAMILY and (
            unknown or sum(len(one.said) for one in rare) * 2 > len(said)
        ):
            yield Span(match.start("v"), match.end("v"), Kind.NAME)
    for match in _FIRST_RUN.finditer(low):
        cut, known = pieces(match[0][:_LONGEST_RUN]), common_words() | _GOES_ON
        last = next((at for at, one in enumerate(cut) if one.said in known), len(cut))
        if 0 < last < len(cut) and cut[last].said in _DOES and cut[last - 1].end > _LEAST_FAMILY:
            yield Span(match.start(), match.start() + cut[last - 1].end, Kind.NAME)
    for match in _TOGETHER.finditer(low):
        first = pieces(match["v"][:_LONGEST_RUN])
        if len(match["v"]) > _LEAST_FAMILY and not any(one.said in common_words() for one in first):
            yield Span(match.start("v"), match.end("v"), Kind.NAME)


def last_before(low: str, offset: int) -> str:
    """The word before a run, when but a space stands between them."""
    if not offset or low[offset - 1] != " ":
        return ""
    runs = re.findall("[ก-๎]+(?= $)", low[max(0, offset - 40) : offset])
    return pieces(runs[-1])[-1].said if runs else ""


def _end_of_name(  # noqa: C901, PLR0911 - one reason a line
    cut: tuple[Piece, ...], at: int, before: str
) -> int:
    """Where the name that begins there ends; `at` where none does."""
    first = cut[at]
    if before in PERSONS and first.said not in _GOES_ON and first.said not in PERSONS:
        return max(at + 1, _rare_to(cut, at + 1, _stopping()), _sounds_to(cut, at))
    if before in _SELF:
        own = _sounds_to(cut, at, common_words())
        if own > at and _is_own(cut, at, own):
            return own
    told = before in _TOLD
    if before in _FORMAL and not at > 1 and first.said not in _GOES_ON:
        return max(at + 1, _rare_to(cut, at + 1, frozenset()))
    if told and not first.known:
        return max(at + 1, _sounds_to(cut, at + 1, common_words(), through=True))
    end = _rare_to(cut, at, _often() if told else common_words())
    if end == at:
        return at
    said = "".join(one.said for one in cut[at:end])
    if _is_short(said) and before not in LEADING:
        return at
    if any(_is_unknown(one) for one in cut[at:end]):
        return end
    if end - at > 1 and is_given(said) and said not in COMMON:
        return end
    if said in words("names_th") or said in words("short_th") or said in words("foreign_th"):
        return end
    if told and len(said) > _SHORTEST:
        return end
    return end if before in LEADING and (said in GIVEN or end - at > 1) else at


def _is_own(cut: tuple[Piece, ...], at: int, end: int) -> bool:
    """Behind "I" no short word, and then nothing or how one ends politely."""
    said = "".join(one.said for one in cut[at:end])
    polite = end == len(cut) or cut[end].said in _POLITE
    return polite and len(said) > _LEAST_FAMILY and (end - at > 1 or said not in common_words())


def _sounds_to(
    cut: tuple[Piece, ...],
    at: int,
    common: frozenset[str] | None = None,
    *,
    through: bool = False,
) -> int:
    """Foreign names fall into short pieces; with `common`, what is in no such list goes on too.

    `through` small words as well, but for how one ends politely.
    """
    while at < len(cut) and (through or cut[at].said not in _GOES_ON):
        if through and cut[at].said in _POLITE | _VERBS:
            break
        short = len(cut[at].said) <= _SHORTEST
        if not short and (common is None or cut[at].said in common):
            break
        at += 1
    return at


@cache
def _stopping() -> frozenset[str]:
    return words("th_often") | {one for one in words("th") if len(one) > _SHORTEST}


def _often() -> frozenset[str]:
    return words("th_often")


def _rare_to(cut: tuple[Piece, ...], at: int, common: frozenset[str]) -> int:
    while at < len(cut) and cut[at].said not in common and cut[at].said not in _GOES_ON:
        at += 1
    return at


def _is_short(said: str) -> bool:
    return len(said) < _SHORTEST


def _is_unknown(one: Piece) -> bool:
    return not one.known and len(one.said) >= _SHORTEST


def _with_family(low: str, end: int, run_end: int) -> int:
    if end != run_end:
        return end
    match = _FAMILY.match(low, end)
    if match:
        return match.end("f")
    initial = _INITIAL.match(low, end)
    if initial:
        return initial.end()
    run = _RUN.match(low, end + 1) if low[end : end + 1] == " " else None
    if run is None:
        return end
    cut = pieces(run[0][:_LONGEST_RUN])
    last = _rare_to(cut, 0, _often())
    said = run[0][: cut[last - 1].end] if last else ""
    return run.start() + len(said) if len(said) > _LEAST_FAMILY else end
