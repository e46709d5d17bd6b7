"""Values behind the word that says what they are, on papers and in forms of every language, whatever shape they have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

from .numbers import is_amount

_LATIN = (
    r"orders?|order (?:no|number|id)|tracking|parcel|shipment|consignment|waybill|invoice|receipt|ticket|case|claim|reference|ref|vat|tax|tin|ein|ssn|nino|ni|nhs|passport|licen[cs]e|driving licen[cs]e|id card|national id|identity card"
    r"|policy|member(?:ship)?|customer|client|loyalty|account|acct|acc|a/c|sort ?code|routing|bank|iban|bic|swift|card|cvv|cvc|pin|door code|gate code|voucher|gift ?card|student|staff|employee|badge|plate|reg(?:istration)?|serial|imei|booking|reservation|locker|contract"
)
_ICELANDIC = r"pöntun\w*|pantan\w*|sending\w*|sendinganúmer\w*|tilvísun\w*|reikning\w*|höfuðbók|hb\.?|banki|bankanúmer\w*|kennital\w*|kt\.?|vsk\.?|vegabréf\w*|ökuskírtein\w*|nafnskírtein\w*|kort\w*|vildarkort\w*|viðskiptanúmer\w*|félagsnúmer\w*|bílnúmer\w*|samning\w*|kvittun\w*|bókun\w*|gjafabréf\w*|rakning\w*"
_RUSSIAN = r"заказ\w*|накладн\w+|трек\w*|посылк\w+|счет\w*|чек\w*|договор\w*|квитанци\w+|заявк\w+|обращени\w+|инн|кпп|огрн\w*|бик|снилс|паспорт\w*|серия|полис\w*|омс|карт[аеуы]\w*|водительск\w+|права|бонусн\w+|клиент\w*|абонент\w*|лицев\w+|табельн\w+|студенческ\w+|сертификат\w*|р/с|к/с|бронь|бронировани\w+|госномер\w*|отправлени\w+|ячейк\w+|постамат\w*"
_LINK = r"(?:(?:'s|:|=|#|№|-|—| )|(?:no|nr|id|num|number|code|numer|номер\w*|серия|код|númer(?:ið|i|s)?|er|is|are|was|mitt|mín|это|ending(?: in)?|on|the|my)(?![a-zа-яáðéíóúýþæö])\.?){0,6}"
# Groups of digits, of letters with digits, and of few capitals between them.
_GROUP = r"(?=[a-zа-я]*\d)[a-zа-я\d]{1,24}"
_VALUE = rf"(?P<v>(?:[a-zа-я]{{1,4}}[/-])?{_GROUP}(?:[ ./-]{{1,2}}{_GROUP})*)(?![\w%])"
_SPACED = re.compile(rf"(?<![\w@])(?:{_LATIN}|{_ICELANDIC}|{_RUSSIAN}){_LINK}{_VALUE}")
# Of few digits only what nobody counts with: two orders are no number of an order.
_FORMAL = re.compile(
    r"vat|tax|tin|ein|ssn|ni|passport|id|sort|routing|iban|bic|pin|cv|account|acc|a/c|höfuðbók|hb|banki|kt|kennital|инн|кпп|бик|снилс|серия|р/с|к/с|vsk|vegabréf"
)
_LEAST, _LEAST_FORMAL = 4, 2
_THAI = re.compile(
    r"(?:เลข(?:ที่)?[ก-๎]{0,24}|หมายเลข[ก-๎]{0,20}|รหัส(?!ผิด|ผ่าน|ยัง|ไง)[ก-๎]{0,16}|บัตร[ก-๎]{0,20}|บัญชี[ก-๎]{0,16}|ทะเบียน[ก-๎]{0,12}|พาสปอร์ต|หนังสือเดินทาง|ใบขับขี่|ใบกำกับ|ใบเสร็จ|ออเดอร์|ออร์เดอร์|คำสั่งซื้อ|พัสดุ|แทร[กค็]+|บิล|พร้อมเพย์|กรมธรรม์|สัญญา|ใบจอง|ตั๋ว)"
    r"(?:[ :：#.-]|ที่|คือ|เลขที่|หมายเลข|ของผม|ของหนู|ลงท้าย(?:ด้วย)?|no|[ก-๎]{2,12} (?=[\da-z]))*(?P<v>(?:[a-zก-ฮ]{1,4}[ /-]?)?(?=[a-z]*\d)[a-z\d]+(?:[ ./-]{1,2}(?=[a-z]*\d)[a-z\d]+)*)"
)
_HAN = re.compile(
    r"(?:[一-鿿]{0,4}(?:號碼|編號|證號|證字號|字號|單號|卡號|帳號|車號|貨號|房號|學號|代號|代碼|載具|統編|會員|保單|發票|收據|案件|折價券|優惠券|序號|參考號碼|護照|健保卡|居留證|身分證|駕照|車牌|訂單|包裹|條碼|末[三四五]碼|後[三四五]碼)|(?:line|ibon|vip) ?(?:id|no))"
    r"(?:[ :：#]|是|為|叫|改成|寫|查|在|no\.?){0,4}(?P<v>(?:/)?(?=[a-z+-]*\d)[a-z\d+]+(?:[ ./+-]{1,2}(?=[a-z]*\d)[a-z\d]+)*|/[a-z\d.+-]{7})(?![%])"
)
# What somebody is called in a place where no sentence tells it.
_ALIAS = re.compile(
    r"(?:暱稱|網名|筆名|綽號|遊戲id|id叫)(?:是|叫|為|:|：| )?(?P<a>[一-鿿a-z\d_.-]{2,16})(?=$|[^一-鿿a-z\d_.-])"
    r"|(?:ชื่อใน(?:แอป|เกม|เว็บ|ระบบ|เพจ)|นามแฝง|ฉายา|นิคเนม|ชื่อแอค(?:เคาท์)?) ?(?:คือ|ว่า|:)? ?(?P<b>[ก-๎a-z\d_.-]{2,30})"
    r"|(?<!\w)(?:nick(?:name)?(?: on \w+(?: \w+)?)?|screen ?name|gamertag|user ?name|handle|login|alias|ник(?:нейм)?(?: на \w+)?|логин|notandanafn\w*|gælunafn\w*)(?: is|'s|:| er| mitt| это| у меня| -| =)+ ?(?P<c>[a-zа-яà-ÿ\d_.-]{3,40})"
    r"|(?<!\w)(?:ник(?:нейм)?(?: (?:на|в) \w+)?|логин) (?P<d>[a-zа-яà-ÿ\d.-]*[_\d][a-zа-яà-ÿ\d_.-]*)"
)
_CALLED = re.compile(
    "稱|網名|筆名|綽號|id叫|ชื่อ|นามแฝง|ฉายา|นิคเนม|n[ia][cm][ke]|tag|handle|login|alias|ник|логин|nafn"
)
_LETTERS, _UNSPACED = re.compile("[a-zа-я]{2}"), re.compile("[ก-๎一-鿿]")
_NEAR = 14


def found(low: str) -> Iterator[Span]:
    """In folded text."""
    if _CALLED.search(low):
        for match in _ALIAS.finditer(low):
            yield Span(*match.span(match.lastgroup or 0), Kind.ACCOUNT)
    if any(map(str.isdigit, low)):
        if _LETTERS.search(low):
            yield from _spaced(low)
        if _UNSPACED.search(low):
            yield from _unspaced(low)


def _spaced(low: str) -> Iterator[Span]:
    for match in _SPACED.finditer(low):
        digits = sum(map(str.isdigit, match["v"]))
        formal = _FORMAL.match(match[0]) is not None
        if digits < (_LEAST_FORMAL if formal else _LEAST) or _is_paid(low, match):
            continue
        yield Span(*match.span("v"), Kind.NUMBER)


def _unspaced(low: str) -> Iterator[Span]:
    for pattern in (_THAI, _HAN):
        for match in pattern.finditer(low):
            said = match["v"]
            if said.startswith("/") or (sum(map(str.isdigit, said)) >= _LEAST and not _is_paid(low, match)):  # fmt: skip
                yield Span(*match.span("v"), Kind.NUMBER)


def _is_paid(low: str, match: re.Match[str]) -> bool:
    start, end = match.span("v")
    return is_amount(low[max(0, start - _NEAR) : start], low[end : end + _NEAR], cued=False)
