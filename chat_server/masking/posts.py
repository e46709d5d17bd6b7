"""Postcodes, boxes at the post office, plots and villages: where a parcel goes, by the word before a number or by shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

_LINK = r"(?:'s|'s| is| are| now| was|:| -|,| to| for|=| no\.?| number| #)*"
_CODE = r"(?:[a-z]{1,2}-)?(?:[a-z]{1,3}\d[a-z\d]{0,2}(?:[ -]?[a-z\d]{3,4})?|\d{3,6}(?:[ -][a-z\d]{2,4})?|\d{2}-\d{3})"
_STATE = r"(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|nsw|vic|qld|sa|tas|act|nt|on|qc|bc|ab|mb|sk|ns|nb|nl|pe|yt)"
_TOWN_BEHIND = rf"(?:,? (?:stn|station) [\w'-]+)?(?:,? [a-zà-öø-ÿ'.-]{{3,}}(?: [a-zà-öø-ÿ'.-]{{3,}}){{0,2}})?(?:,? {_STATE})?,? {_CODE}(?!\w)"
_LATIN = (
    # A word for a postcode, and the code.
    rf"\b(?:post ?codes?|postal ?codes?|zip(?: ?codes?)?|eir ?codes?|pin ?codes?|plz|cap|código postal|code postal|postnummer|pocztowy){_LINK} ?(?P<a>{_CODE})(?![\w%])",
    rf"(?P<b>\b(?:(?:g\.?)?p\.? ?o\.?,? ?box|pobox|postal box|post office box|locked bag|private bag|postbus|postfach|boîte postale|apartado|casella postale)(?: no\.?| number|:)? ?#?\d{{1,6}}(?:{_TOWN_BEHIND})?)",
    # Codes that look like nothing else: Ireland, Canada, the United Kingdom, Brazil, the Netherlands behind a comma.
    r"(?<![\w-])(?P<c>[acdefhknprtvwxy]\d[\dw] ?(?=[a-z]{0,3}\d)[acdefhknprtvwxy\d]{4}|[abceghj-nprstvxy]\d[abceghj-nprstv-z] ?\d[abceghj-nprstv-z]\d|[a-pr-uwyz][a-hk-y]?\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}|\d{5}-\d{3})(?!\w)",
    r"(?<=, )(?P<d>\d{4} [a-z]{2}|[a-z]{1,2}-\d{4,5}|\d{4,5})(?= [a-zà-öø-ÿ]{3,}(?:[,.\n]|$))",
    # A street that is called by its number: "46th St".
    r"(?<!\w)(?P<e>\d{1,5}[a-z]? (?:(?:north|south|east|west|[nsew]{1,2})\.? )?\d{1,3}(?:st|nd|rd|th) (?:street|st|avenue|ave|road|rd|place|pl|drive|dr|lane|ln|court|ct|terrace|blvd)\b\.?(?:,? (?:apt|apartment|unit|suite|ste|floor|fl|rm|room|#)\.? ?#?\w{1,5})?(?:,? [a-z'.-]+(?: [a-z'.-]+){0,2},? "
    + _STATE
    + r"(?:,? \d{5}(?:-\d{4})?)?)?)(?!\w)",
)
_RUSSIAN = (
    r"\bиндекс\w*(?:[ :—-]| у (?:меня|нас)| мой| наш| новый| это| теперь| почтов\w+| правильн\w+| верн\w+){0,4} ?(?P<a>\d{3} ?\d{3})(?!\d)",
    r"(?P<b>(?<!\w)(?:а/я|п/я|абонентск\w+ ящик\w*|аб\. ?ящик\w*|почтов\w+ ящик\w*|абонент\w* ящ\w*|ячейк\w* абонент\w*)(?:[ :№-]|номер){0,4}\d{1,6})",
    r"(?P<c>(?<!\w)(?:снт|днп|днт|тсн|кп|жк|гск|садоводств\w+|садов\w+ товариществ\w+|дачн\w+ посел\w+|коттеджн\w+ посел\w+|дачи)[ «\"“„]+[а-яё\d-]{2,}(?: [а-яё\d-]{3,}){0,2}?[»\"”]?(?:,? (?:уч(?:асток|\.)|дом|д\.|корп\w*\.?|к\.|кв\w*\.?|линия|улица|ул\.|подъезд|секция|проезд) ?[№а-яё]* ?\d+[а-я]?)*)(?![а-яё])",
    r"(?P<d>(?<!\w)(?:участ(?:ок|ке|ка)|уч\.|гараж\w*|бокс|дач[аеу]) ?№? ?\d{1,4}[а-я]?)(?! ?(?:руб|шт|раз))(?![\w%])",
    r"(?P<e>(?<!\w)(?:пр-(?:те?|та|ту|кт[еау]?)|б-р[еау]?|ш-се|пл-д[иь]|пер-к[еу]?|наб-\w+|ул-\w+)\.? (?:[а-яё\d-]+ ){0,2}?[а-яё-]{3,},? ?(?:д\.? ?|дом )?\d{1,4}[а-я]?(?:[/-]\d{1,4}[а-я]?){0,2}(?:,? ?(?:кв|корп|к|подъезд|под|эт|оф)\w*\.? ?\d+)*)(?!\w)",
)
_ICELANDIC = (
    r"\b(?:póst ?númer\w*|postnumer\w*|póst ?nr\.?|pnr\.?)(?:[ :]| mitt| okkar| er| rétt\w*| nýja| á að vera){0,4} ?(?P<a>\d{3})(?!\d)",
    r"(?P<b>\b(?:pósthólf\w*|posthólf\w*|p\.?h\.?|pósthólfi|hólf|box)(?: (?:nr\.?|númer|er|okkar|mitt))* ?\d{1,5}(?!\d)(?:,? \d{3}(?: [a-záðéíóúýþæö]{3,})?)?)",
)
_THAI = (
    r"(?:รหัส ?(?:ไปรษณีย์|ปณ\.?|ป\.ณ\.|ไปรษณี)|ไปรษณีย์|ปณ\.?|ป\.ณ\.)(?: ?(?:ที่|คือ|เป็น|เลขที่|เลข|ผม|หนู|บ้าน|ใหม่|:|：))* ?(?P<a>\d{5})(?!\d)",
    r"(?P<b>ตู้ ?(?:ปณ\.?|ป\.ณ\.?|ไปรษณีย์|จดหมาย)(?: ?(?:ที่|เลขที่|หมายเลข|คือ))* ?\d{1,5})(?!\d)",
)
_N = r"[\d一二三四五六七八九十百]{1,5}"
_NOT_HAN = r"(?![在是到去寄送給住往的我你有和跟要改這那請把，。])"
_CHINESE = (
    r"(?:郵遞區號|郵區|郵號|區號)(?:是|為|改成|改|應該|要|填|[:： ])* ?(?P<a>\d{3,6})(?!\d)",
    rf"(?P<b>(?:{_NOT_HAN}[一-鿿]){{0,4}}(?:郵政|郵局)?(?:信箱|專用信箱)(?:是|為|[:： ])*第?{_N}(?:[-之]{_N})?號?(?:信箱)?)(?!\d)(?! ?@)",
    rf"(?P<c>(?:{_NOT_HAN}[一-鿿]){{2,4}}(?:郵政|郵局)第?{_N}(?:[-之附]{_N})?號?信箱)",
    # A village with no street, a courtyard, a dormitory.
    rf"(?P<d>(?:(?:{_NOT_HAN}[一-鿿]){{2}}[縣市])?(?:{_NOT_HAN}[一-鿿]){{1,3}}[鄉鎮市區](?:{_NOT_HAN}[一-鿿]){{1,3}}[村里](?: ?{_N} ?鄰)?(?:(?:{_NOT_HAN}[一-鿿]){{0,4}}\d+(?:-\d+)? ?號)?)(?!面)",
    rf"(?P<e>(?:{_NOT_HAN}[一-鿿]){{2,8}}(?:宿舍|學舍|眷村|新村|山莊|別墅|國宅|公寓|官邸|花園|社區|大廈|大樓)[一-鿿]?(?:[a-z\d一二三四五六七八九十東西南北男女]{{1,4}} ?[舍棟館座區期寢]){{0,2}} ?{_N}? ?(?:號|室|房|樓|f)?(?:之{_N})?)(?<=[\d號室房樓舍棟館座寢f])",
)


def _all(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in patterns)


_EACH = (
    (re.compile("[a-z]"), _all((*_LATIN, *_ICELANDIC))),
    (re.compile("[а-я]"), _all(_RUSSIAN)),
    (re.compile("[ก-๎]"), _all(_THAI)),
    (re.compile("[一-鿿]"), _all(_CHINESE)),
)


_NUMBER = re.compile(r"\d")
# What needs no number.
_NAMED = re.compile("снт|днп|тсн|жк|гск|садо|поселк|дачи|[村里信棟舍座室房樓]")


def found(low: str) -> Iterator[Span]:
    """In folded text."""
    for script, patterns in _EACH:
        if not script.search(low) or (not _NUMBER.search(low) and not _NAMED.search(low)):
            continue
        for pattern in patterns:
            for match in pattern.finditer(low):
                yield Span(*match.span(match.lastgroup or 0), Kind.ADDRESS)
