"""Numbers that lead to a person: telephones, orders, cards, accounts, papers; not prices, days, sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

# Digits with what people put between them.
_RUN = re.compile(r"(?<![a-zа-я_\d])(?:\+ ?)?\(?\d(?:[ .\-/()]{0,3}\d)*(?!\d)")
_IBAN = re.compile(
    r"(?<![a-zа-я_\d])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?(?![a-zа-я_\d])"
)
_CODE = re.compile(
    r"(?<![a-zа-яáðéíóúýþæö_\d-])(?=[a-z0-9/-]*\d)[a-z0-9]+(?:[/-][a-z0-9]+)*(?![a-zа-яáðéíóúýþæö_\d])"
)
_LETTERED = re.compile(r"[a-z]{1,5}[-#/ ]?\d{4,}[a-z]{0,4}|\d{4,}[a-z]{1,4}")
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./ ]{1,2}(?:0?[1-9]|1[0-2])[-./ ]{1,2}(?:(?:19|20|25)?\d\d)"
    r"|(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])\.?"
)
_YEAR = re.compile(r"(?:19|20)\d\d|25[5-7]\d")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d|\d\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?")
_MONEY = r"(?:kr|isk|eur|euros?|usd|gbp|nt\$|ntd|twd|thb|rub|dollars?|pounds?|quid|bucks|baht|bath|krónur?|krónum|kall|руб\w*|рубл\w*|р\.?|тысяч\w*|тыс|евро|долл\w*|бат\w*|крон\w*|บาท|พัน|หมื่น|元|塊|圓|台幣|[€$£₽฿¥])"
_MEASURE = r"(?:kg|kgs|kíló\w*|g|gr|grömm|mm|cm|km|kílómetr\w*|m|ml|l|lítr\w*|litres?|liters?|mah|wh|gb|mb|denier|den|px|%|mins?|minutes?|hours?|days?|people|pieces?|pcs|times|percent|manns|stk|stykki|кг|грамм\w*|см|мм|метр\w*|литр\w*|км|мл|шт\w*|штук\w*|человек|раз|дней|минут\w*|กิโล\w*|กรัม|เซน\w*|ซม|มล|เมตร|ลิตร|ชิ้น|คน|ตัว|公斤|公分|公尺|公里|克|件|個|人|次|天|小時|分鐘)"
_AFTER = re.compile(rf" ?(?:{_MONEY}|{_MEASURE})(?![a-zа-яáðéíóúýþæö])|[ ]?-?(?:steps|words)\b")
_BEFORE = re.compile(r"(?:[€$£₽฿¥]|nt\$|\b(?:eur|usd|isk|gbp|thb|ntd|twd|rub|kr\.?)) ?$")
_SIZES = re.compile(
    r"(?:\bsizes?|\beu|\buk|\bus|stærð\w*|númer|размер\w*|ไซส์|ไซซ์|เบอร์รองเท้า|尺寸|尺碼|號碼)[^\d]{0,12}$"
)
_SIZE_LIST = re.compile(r"\d{2}(?:[.,]5)?(?:[ /-]+\d{2}(?:[.,]5)?){1,6}")
# What is paid has four digits as well.
_PRICED = re.compile(
    r"(?:\bpa(?:id|y)\b|\bcosts?|\bpric\w+|\bcharged|\brefund\w*|\btotal|\bbudget|\bonly|\bunder|\bover|\bfrom|\bto\b|\bэто|\bза\b|\bстои\w+|\bцен\w+|\bзаплат\w+|\bоплат\w+|\bспис\w+|\bпо\b|\bдо\b|\bот\b|\bна\b|\bkost\w+|\bborg\w+|\bgreid\w+|\brukk\w+|\bverð\w*|\bum\b|\bá\b|ราคา|จ่าย|ลด|เหลือ|ละ|โดนตัด|價|付|花|賣|扣|共|次|變)[^\d\n.!?]{0,16}$"
)
_LONG = re.compile(r"\d{4}")
_MEASURES = re.compile(r"\d{2,3}(?:[-/ ]\d{2,3}){1,2}")
# Longer than any price; as long as telephones are.
_LEAST, _CUED, _LOCAL, _LONGEST_PRICE, _LONGEST_PHONE = 6, 4, 7, 9, 15
_SHORTEST_PARCEL = 9
_CUE = re.compile(
    r"(?:#|№|\bno\.?|\bnr\.?|\bnum\.?|\bnumbers?|\borders?|\bordr|\binvoice|\breceipt|\bticket|\bcase|\breference|\bref|\btracking|\bparcel|\bshipment|\bcards?|\bending(?: in| with)?|\blast (?:four|4)(?: digits)?(?: of (?:my |the )?card)?|\bcontract|\bpolicy|\bvat(?: id)?|\brma|\biban|\baccount|\bmember\w*|\bcustomer(?: id)?|\bclient|\bloyalty|\bpassport|\bid\b|\bphone|\bmobile|\bcell|\bcall(?: me)?(?: on| at)?|\btel\.?|\bext\.?|\bextension|\bdoor code|\bgate code|\bcode (?:for|to|of|on) the \w+|\bsort code|\bpin|\b(?:house|flat) number|\bpostcode|\bzip(?: code)?|\blocker|\bbooking|\b(?:my|the|door) code|\bgift ?card|\bvoucher|\breturn"
    r"|\bзаказ\w*|\bномер\w*|\bчек\w*|\bсч[её]т\w*|\bтрек\w*|\bнакладн\w*|\bкарт\w*|\bпаспорт\w*|\bснилс\w*|\bинн\b|\bтел\w*|\bдомофон\w*|\bиндекс\w*|\bкод(?:\w*| от \w+)|\bдоб\.?|\bдобавочн\w*|\bклиент\w*|\bобращени\w*|\bзаявк\w*|\bпосылк\w*|\bкончается на|\bзаканчивается на|\bпоследние (?:(?:четыре|4) )?(?:цифры)?(?: карты)?|\bячейк\w*|\bпостамат\w*|\bдоговор\w*|\bбик\b|\bкпп\b|\bогрн\w*|\bполис\w*"
    r"|\bpöntun\w*|\bpanton\w*|\bnúmer\w*|\bnumer\w*|\breikning\w*|\bkvittun\w*|\bsending\w*|\bpakk\w*|\bkort\w*|\bkennital\w*|\bsím\w*|\bgsm\b|\bvegabréf\w*|\bpóstnúmer\w*|\bdyrasím\w*|\btilvísun\w*|\btalan á \w+|\bkt\.?|\bviðskiptavin\w*|\bendar á|\bsíðustu (?:fjórir|4)(?: (?:tölu)?stafir(?:nir)?)?|\bhólf\w*|\bkóð\w*|\bsamning\w*|\bvsk"
    r"|訂單\w*?|單號|編號|號碼|電話|手機|卡號|末四碼|後四碼|末4碼|末碼|合約\w*?|統一編號|會員|發票|統編|包裹|貨號|身分證\w*?|護照\w*?|密碼|代碼|門禁\w*?|分機|帳號|匯款"
    r"|ออเดอร์[ก-๎]*?|ออร์เดอร์|คำสั่งซื้อ|เลขที่?|หมายเลข|เบอร์[ก-๎]*?|โทร[ก-๎]*?|พัสดุ|บิล|ใบเสร็จ|บัตร[ก-๎]*?|บัญชี|สมาชิก|พาสปอร์ต|หนังสือเดินทาง|รหัส[ก-๎]*?|ต่อ|อ้างอิง|เลขท้าย[ก-๎]*?|สัญญา|ลงท้าย(?:ด้วย)?)"
    r"(?: ?(?:is|are|was|eru|id|no\.?|nr\.?|number|номер\w*|№|numer|númer(?:ið|i)?|er|mín|mitt|minn|это|на|á|in|with|of|คือ|ที่|เลขที่|หมายเลข|是|為|號碼?|編號|：|:|#|=|-|\(|,)){0,4} ?$"
)
_EXTENSION = re.compile(
    r"(?:\bext\.?|\bextension|\bдоб\.?|\bдобавочный|\binnanhúss|分機|ต่อ) ?[:.]? ?$"
)
# A number of a parcel in groups, with a letter behind.
_GROUPED = re.compile(r"(?<![a-z0-9])[a-z]{2}\d{4}(?: \d{4}){1,4}(?: [a-z]{1,2})?(?![a-z0-9])")
_CYRILLIC_CODE = re.compile(r"(?<![\w-])[а-я]{1,3}-?\d{4,}[а-я]?(?!\w)")
_LETTER_BEHIND = re.compile(r"[-/]?[a-zа-яáðéíóúýþæö](?!\w)")
_DOOR = re.compile(
    r"(?:\b(?:(?:door|gate|entry|access) )?code|\bкод(?: (?:от )?\w+)?|\bдомофон\w*|\bkóði|\bdyrakóði|密碼|รหัส(?:ประตู|ผ่าน)?)(?:[ :#]| is| это| er){0,3}(?P<v>[#*]?\d{2,6}[a-zа-я#*]?\d{0,5}#?)(?![\w%])"
)
_SPOKEN = {
    "en": "zero oh nought one two three four five six seven eight nine double triple",
    "ru": "ноль один два три четыре пять шесть семь восемь девять",
    "is": "núll einn tveir þrír fjórir fimm sex sjö átta níu",
    "th": "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
}
# Tens and hundreds, as numbers are said in groups.
_SPOKEN_GROUPS = {
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred",
    "ru": "нуль десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "is": "tíu ellefu tólf þrettán fjórtán fimmtán sextán sautján átján nítján tuttugu þrjátíu fjörutíu fimmtíu sextíu sjötíu áttatíu níutíu hundrað",
}


def _spoken(words: str, least: int) -> str:
    one = "|".join(words.split())
    return rf"(?<!\w)(?:{one})(?:[ ,.-]{{1,2}}(?:og |and )?(?:{one})){{{least - 1},}}(?!\w)"


_WORDS = re.compile(
    "|".join(_spoken(f"{_SPOKEN[code]} {groups}", 5) for code, groups in _SPOKEN_GROUPS.items())
    + "|"
    + "|".join(_spoken(digits, 4) for code, digits in _SPOKEN.items() if code != "th")
    + rf"|(?:{'|'.join(_SPOKEN['th'].split())})(?: ?(?:{'|'.join(_SPOKEN['th'].split())})){{3,}}"
    + "|[零〇一二三四五六七八九]{7,}|[零〇一二三四五六七八九]{2,4}(?:[ -][零〇一二三四五六七八九]{3,4}){1,3}|(?<=[單號碼話])[零〇一二三四五六七八九]{4,}"
)
_SAID = {
    code: f"(?:{'|'.join(sorted(said.split(), key=len, reverse=True))})"
    for code, said in {
        "en": f"{_SPOKEN['en']} {_SPOKEN_GROUPS['en']} thousand",
        "ru": f"{_SPOKEN['ru']} {_SPOKEN_GROUPS['ru']} тысяча тысячи тысяч одна две первый второй",
        "is": f"{_SPOKEN['is']} {_SPOKEN_GROUPS['is']} þúsund ein eitt tvær tvö þrjár þrjú fjórar fjögur",
        "th": f"{_SPOKEN['th']} สิบ ร้อย พัน หมื่น แสน เอ็ด ยี่ ทับ",
    }.items()
}
# Few digits, but called what leads to somebody.
_CALLED = re.compile(
    r"\b(?:case|ticket|ref|reference|(?:gate|door|entry) code|locker|room|ячейк\w+|комнат\w+|hólf|herbergi)(?: is| are| number| no\.?| nr\.?| er|:| #| №)* (?P<v>[a-zа-я]?-?\d{1,4}[a-zа-я]?\d{0,3})(?![\w%])"
    r"|\b(?:номер\w*|комнат\w+) (?P<o>\d{1,4})(?= в (?:гостиниц|отел|хостел|пансионат|санатори))"
    r"|\bpóstnúmer\w*(?: mitt)?(?: er|:)? (?P<p>\d{3})(?!\d)"
    r"|\border(?: (?:number|no\.?))?(?: is|:)? (?P<d>\d{1,3}(?:[ -]\d{1,3}){1,4})(?![\d.,%]| ?(?:[xX]|cm|kg|pairs?|days?|weeks?))"
    rf"|(?<!\d)(?P<e>0\d{{2,4}}(?: (?:{_SAID['en']}|\d{{1,4}}))* {_SAID['en']}(?: (?:{_SAID['en']}|\d{{1,4}}))*)(?!\w)"
    r"|\blast (?:three|3|four|4|five|5) (?:digits|numbers)?(?: (?:is|are|were))? ?(?P<w>\d{3,5})(?!\d)"
    r"|(?P<x>#\d{3,})(?!\w)|\bnr\.? (?P<y>\d{3,})(?![\d.,]|\w)"
    r"|(?:\border|\bзаказ\w*|\bpöntun\w*|\bpantan\w*)(?: (?:number|no\.?|nr\.?|номер|númer|№|#))? (?P<z>\d{1,3}[., ]\d{3})(?![\d.,])(?! ?(?:kr|isk|eur|usd|руб|р\b|dollar|pound|baht))"
    rf"|\b(?:order|ends?|ending|number|pin|code|digits|ref|reference|ext|extension|account|card|phone|membership|postcode|zip|locker)(?: (?:number|no\.?|in|with|is|are|code))* (?P<s>{_SAID['en']}(?:[ ,-]{{1,2}}(?:and )?{_SAID['en']}){{2,}})(?!\w)"
    rf"|\b(?:заказ\w*|номер\w*|код\w*|конец|оканчивается на|карт\w*|тел\w*|трек\w*)(?: (?:номер|№|на|это))* (?P<r>{_SAID['ru']}(?:[ ,-]{{1,2}}{_SAID['ru']}){{2,}})(?!\w)"
    rf"|\b(?:pöntun\w*|pantan\w*|númer\w*|kóð\w*|endar á|kort\w*|sím\w*|sending\w*)(?: (?:númer|nr\.?|er|á))* (?P<i>{_SAID['is']}(?:[ ,-]{{1,2}}(?:og )?{_SAID['is']}){{2,}})(?!\w)"
    rf"|(?:ออเดอร์|คำสั่งซื้อ|เลข(?:ที่|พัสดุ|ออเดอร์)?|หมายเลข|เบอร์|รหัส|ห้อง|ชั้น|หมู่|ลงท้าย)(?:ที่|เลขที่|คือ|ด้วย| )* ?(?P<h>{_SAID['th']}(?: ?{_SAID['th']})+)"
    r"|(?:單號|訂單|號碼|編號|密碼|末四碼|後四碼|房號|分機)(?:是|為|:|：| )? ?(?P<c>[零〇一二三四五六七八九十百千]{3,})"
)
_PRODUCT = re.compile(r"\d+(?:[x×]\d+)+(?:cm|mm|m)?")
_HASH = re.compile(r"[0-9a-f]{12,}")
_NEAR = 40


def found(low: str) -> Iterator[Span]:  # noqa: C901 - one shape a loop
    """In folded text."""
    for match in _CALLED.finditer(low):
        yield Span(*match.span(match.lastgroup or 0), Kind.NUMBER)
    if not any(map(str.isdigit, low)):
        yield from (Span(one.start(), one.end(), Kind.PHONE) for one in _WORDS.finditer(low))
        return
    yield from (Span(one.start(), one.end(), Kind.PHONE) for one in _WORDS.finditer(low))
    for match in _IBAN.finditer(low):
        if sum(map(str.isdigit, match[0])) > _LEAST:
            yield Span(match.start(), match.end(), Kind.NUMBER)
    for match in _CYRILLIC_CODE.finditer(low):
        yield Span(match.start(), match.end(), Kind.NUMBER)
    for match in _DOOR.finditer(low):
        yield Span(match.start("v"), match.end("v"), Kind.NUMBER)
    for match in _GROUPED.finditer(low):
        yield Span(match.start(), match.end(), Kind.NUMBER)
    for match in _CODE.finditer(low):
        if _is_code(match[0], low[max(0, match.start() - _NEAR) : match.start()]):
            yield Span(match.start(), match.end(), Kind.NUMBER)
    for match in _RUN.finditer(low):
        yield from _in_run(low, match.start(), match.end())


def _in_run(low: str, start: int, end: int) -> Iterator[Span]:
    said = low[start:end]
    digits = sum(map(str.isdigit, said))
    before = low[max(0, start - _NEAR) : start]
    if digits > 1 and _EXTENSION.search(before):
        yield Span(start, end, Kind.NUMBER)
    if digits < 3:  # noqa: PLR2004 - too few to lead to anybody
        return
    if not _is_harmless(said, digits, before, low[end : end + 12]):
        behind = _LETTER_BEHIND.match(low, end)
        yield Span(start, behind.end() if behind else end, _kind(said, digits))


def _is_harmless(  # noqa: PLR0911 - one reason a line
    said: str, digits: int, before: str, after: str
) -> bool:
    if digits >= _LEAST and (said.startswith("+") or digits > _LONGEST_PRICE):
        return False
    cued = _CUE.search(before) is not None
    if _is_day(said, cued=cued) or is_amount(before, after, cued=cued):
        return True
    if _is_size(said, digits, before):
        return True
    if cued:
        return digits < _CUED
    if _MEASURES.fullmatch(said) and " " not in said:
        return "-" not in said or digits < _LOCAL
    if digits == _CUED:
        return _LONG.fullmatch(said) is None or _PRICED.search(before) is not None
    return digits < _LEAST - 1 or (digits == _LEAST - 1 and _LONG.search(said) is None)


def _is_day(said: str, *, cued: bool) -> bool:
    if _YEAR.fullmatch(said):
        return not cued
    return _DATE.fullmatch(said) is not None or _YEARS.fullmatch(said) is not None


def is_amount(before: str, after: str, *, cued: bool) -> bool:
    """Of money or of a measure, by what stands beside it."""
    return _BEFORE.search(before) is not None or (not cued and _AFTER.match(after) is not None)


def _is_size(said: str, digits: int, before: str) -> bool:
    """Also a few of them: "36-39, 40-43"."""
    listed = _SIZE_LIST.fullmatch(said) is not None
    if _SIZES.search(before) and (digits <= _CUED or listed) and digits <= 2 * _CUED:
        return not _LONG.search(said)
    return listed and digits <= _LEAST and not _CUE.search(before)


def _kind(said: str, digits: int) -> Kind:
    phone = said.startswith(("+", "0", "(", "8")) or " " in said or "-" in said
    return Kind.PHONE if phone and _LOCAL <= digits <= _LONGEST_PHONE else Kind.NUMBER


def _is_code(said: str, before: str) -> bool:
    """Letters and digits mixed as on papers, parcels and vouchers; not "gtx1080", "iphone14", "100x200"."""
    if said.isdigit() or not any(each.isalpha() for each in said):
        return False
    if _PRODUCT.fullmatch(said):
        return False
    digits = sum(map(str.isdigit, said))
    cued = _CUE.search(before) is not None
    if _LETTERED.fullmatch(said):
        return digits > _CUED or cued
    if cued:
        return digits >= _CUED - 1 and len(said) > _CUED
    groups = re.split(r"[/-]", said)
    if len(groups) == 1:
        return len(said) >= _SHORTEST_PARCEL and digits >= _LEAST and not _HASH.fullmatch(said)
    mixed = sum(1 for one in groups if any(map(str.isdigit, one)))
    long = mixed > 1 and digits >= _CUED - 1 and len(said) > _LEAST
    return len(groups) > 2 and long  # noqa: PLR2004 - as in "8f3k-22lm-90"
