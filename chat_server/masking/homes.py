"""Floors, doors, houses and lanes by what they are called, in every language; and who employs somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chat_server.domain.masking import Kind, Span

_N = r"\d{1,4}[a-z]?(?![\w%])"
_TH = r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|ground|basement|lower ground|upper)"
_LATIN = tuple(
    re.compile(one)
    for one in (
        # "the house is number 31", "our door is 12b", "we're number 9".
        rf"\b(?:house|home|door|gate|flat|apartment|apt|address|place|building|we're|we are|i'm at|it's)(?: is|'s)?(?: the)? (?P<v>(?:number|no\.?|nr\.?|#) ?{_N})",
        rf"\b(?:the|my|our|his|her) (?:house|door|flat|apartment|apt|room|floor|unit|gate)(?: number| no\.?)?(?: is|'s|:) (?P<v>{_N})",
        rf"(?P<v>(?<!\w)(?:\d{{1,3}}(?:st|nd|rd|th) floor(?: (?:flat|apartment|left|right|front|back))?|{_TH} floor (?:flat|apartment)))(?=,|$|\.|\n| (?:left|right|door|of))",
        r"\b(?:floor|level|staircase|stair|entrance|gate|tower|wing|dock|bay|pitch|berth|lot|plot|cabin|chalet|caravan|barrack|ward|desk|studio|penthouse|villa|bungalow|shop|stall|warehouse|hangar|pier|slip|mooring) (?:no\.? |number |#)?(?P<v>\d{1,4}[a-z]?|[a-z]\d{0,3})(?=,|$|\.|\n)(?<!\ba)(?<! i)",
        # Ways of Asia and of the Romance languages in Latin letters.
        r"(?<!\w)(?P<v>(?:soi|moo|mu|thanon|tambon|amphoe|khwaeng|khet|jalan|jl\.?|lorong|gang|kampung|desa|barangay|brgy\.?|chowk|marg|nagar|rua|rue|calle|via|avenida|av\.|avda\.?|plaza|piazza|praça|ulica|ul\.|ulitsa|prospekt|pereulok|shosse|naberezhnaya|tverskaya|strasse|gasse) [a-zà-öø-ÿ\d][\w'./-]*(?: (?!in\b|on\b|at\b|and\b|is\b|was\b)[\w'./-]+){0,4}?,? \d{1,4}(?:[a-z]|[/-]\d{1,4})?(?!\w))",
        r"(?<!\w)(?P<v>\d{1,4}[a-z]?(?:[/-]\d{1,4})?,? (?:soi|moo|mu|jalan|jl\.?|lorong|rua|rue|calle|via|avenida)\.? [a-zà-öø-ÿ\d][\w'./-]*(?: \d{1,3})?)",
        r"(?<!\w)(?P<v>(?:no\.? ?\d{1,4},? )?(?:lane|ln\.?|alley|aly\.?) \d{1,4},? (?:[a-z][\w'-]+\.?,? ){1,3}(?:st|rd|road|street|ave)\b\.?)",
        r"(?<!\w)(?P<v>(?:[a-z][\w'-]+ ){1,2}(?:rd|st|road|street|ave|avenue|blvd)\.?,? sec(?:tion|\.)? ?\d(?:,? (?:lane|alley|no\.?|ln\.?) ?\d{1,4}){0,3})",
        r"(?<!\w)(?P<v>[a-z]{3,}(?:a|aya|skaya|skogo|ova|eva|ina|nyi|noy|oy|y) (?:ul\.?|ulitsa|street|st\.?),? ?\d{1,4}(?:[-/]\d{1,4})?)",
    )
)
# Two names with capitals that are all of a line: "The Old Forge, Nether Wallop".
_LINE = re.compile(
    r"(?:^|\n)(?P<v>(?:The |No\. ?\d+ )?[A-ZÁÉÍÓÚÝÞÆÖ][\w'’-]+(?: [A-ZÁÉÍÓÚÝÞÆÖ][\w'’-]+){1,3}, [A-ZÁÉÍÓÚÝÞÆÖ][\w'’-]+(?: (?:[A-ZÁÉÍÓÚÝÞÆÖ][\w'’-]+|on|upon|by|under|le|de|la|in|á|í)){0,4}(?:,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|,? \d{3,6})?)[.]?(?=\n|$)"
)
_CAP = r"[A-ZÁÉÍÓÚÝÞÆÖ][\w'’-]+"
_STREET = r"(?:Cottage|House|Lodge|Farm|Farmhouse|Barn|Manor|Hall|Villa|Court|Lane|Street|Road|Avenue|Close|Drive|Crescent|Terrace|Mews|Place|Gardens|Grove|Hill|Row|Rise|Mill|Quay|Square|Walk|Green|Way|Yard|Parade|Wharf|Heights|Maltings|Gables|Elms|Oaks|Firs|Cross|Vale|Croft|Wood|View)"
_LED = r"(?:(?:\b(?:to|at|in|on|is|are|its|it's|now|address|from|near)|:|^|\n) ?)"
_CLOSES = (
    r"(?=$|[,.;!?)\n]| (?:please|pls|now|thanks|instead|and|not|if|for|the|until|today|tomorrow)\b)"
)
_NO_PLACE = r"(?!(?:The|My|Our|Your|This|That|A|An|Black|White|Size|Hi|Hello|Dear|Good|Kind|Best|Thanks|Thank|Yes|No|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
# With capitals, and led to or by itself: "2 Ashdown", "Rose Cottage, Back Lane", "The Gables, Church Hill".
_CAPITALS = tuple(
    re.compile(one)
    for one in (
        rf"{_LED}(?P<v>\d{{1,4}}[a-z]? {_NO_PLACE}{_CAP}(?: {_CAP}){{0,3}}){_CLOSES}",
        rf"{_LED}(?P<v>(?:The )?{_NO_PLACE}{_CAP}(?: {_CAP}){{0,2}} {_STREET}(?:, {_CAP}(?: {_CAP}){{0,3}})*){_CLOSES}",
        rf"{_LED}(?P<v>The (?:{_CAP} )?{_CAP}, {_CAP} {_STREET}){_CLOSES}",
        r"(?<!\w)(?P<v>(?:[Bb]lock|[Tt]ower|[Bb]uilding|[Bb]ldg|[Ww]ing|[Hh]ouse|[Ss]taircase|[Ee]ntrance) (?:[A-Z]|\d{1,3}),? (?:[Ff]lat|[Aa]pt|[Aa]partment|[Rr]oom|[Uu]nit|[Ff]loor|[Ss]uite) ?#?\d{1,4}[a-z]?)(?!\w)",
        r"(?<!\w)(?P<v>(?:[Ff]lat|[Aa]pt|[Uu]nit|[Rr]oom) ?\d{1,4}[a-z]?,? (?:the )?[a-zA-Z][\w'-]{3,}(?: (?:court|house|hall|mill|maltings|gardens|towers?|lodge|place))?)(?=$|[,.\n])",
        r"(?<!\w)(?P<v>\d{1,2}-?(?:я|й|ая|ый|ой) [А-ЯЁа-яё]{4,}(?:ая|яя|ий|ый|ой|ка|ки)?,? (?:д\.? ?|дом )?\d{1,3}[а-я]?(?:[/-]\d{1,3})?(?:,? ?(?:кв|корп|к)\.? ?\d+)?)(?!\w)",
        r"(?<!\w)(?!(?:[Рр]азмер|[Рр]ост|[Сс]ерия|[Зз]аказ|[Дд]оговор|[Нн]омер|[Сс]тр|[Ии]ли|[Пп]о|[Дд]о|[Оо]т|[Зз]а|[Нн]а|[Сс]остав|[Дд]авление)[а-я]* )(?P<v>[А-ЯЁа-яё]{4,},? \d{1,3}[а-я]?/\d{1,3}[а-я]?)(?![\w/]| ?(?:см|кг|размер|рост|г\b))",
        r"(?<!\w)(?P<v>[А-ЯЁа-яё]{4,},? \d{1,3}[а-я]?,? (?:квартира|кварт|подъезд|корпус|строение|офис|этаж|домофон) ?№? ?\d{1,4})(?!\w)",
    )
)
_GREETS = re.compile(r"(?:Hi|Hello|Hey|Dear|Good|Kind|Best|Warm|Many|Thanks|Thank|Yours|Regards|Sincerely|Góðan|Bestu|Kær|Sæl|Sæll)\b")  # fmt: skip
_HAN_N = r"[\d一二三四五六七八九十百]{1,5}"
_HAN = tuple(
    re.compile(one)
    for one in (
        rf"(?P<v>\d{{1,4}}[之-]\d{{1,3}} ?號(?: ?{_HAN_N} ?樓)?(?:[之-]\d{{1,3}})?)(?![碼稱])",
        rf"(?P<v>[a-z甲乙丙丁東西南北\d一二三四五六七八九十]{{1,3}} ?[棟幢座] ?(?:{_HAN_N} ?樓)?(?: ?[a-z\d]{{1,4}} ?室)?(?:[之-]\d{{1,2}})?)(?=$|[^一-鿿]|[放寄收交給找有的請,，])",
        rf"(?P<v>(?:(?![在是到去寄送給住往我你有和跟要改這那請把])[一-鿿]){{0,6}}{_HAN_N} ?樓(?:[之-]{_HAN_N}| ?[a-z\d]{{1,4}} ?[室座房]))",
        rf"(?:門牌|地址|住址|住在?|寄到?|送到?|收件處|搬到了?)(?:是|為|[:：])? ?(?:\d{{3,6}} ?)?(?P<v>(?:(?![是的了]|不[是到])[一-鿿]){{0,8}}{_HAN_N} ?(?:號|樓|室|棟|弄|巷)(?:之{_HAN_N}|{_HAN_N} ?[樓室])?)(?![碼稱線])",
        rf"(?P<v>(?:(?![在是到去寄送給住往我你有和跟要改這那請把的])[一-鿿]){{2,5}}(?:新村|特區|園區|工業區|科學園區|眷村|社區|部落|重劃區|村|里)(?:\d{{1,3}} ?鄰)?{_HAN_N} ?(?:號|樓|室|棟|巷|鄰|路)(?![碼稱])[一-鿿\d]{{0,8}}?)(?=$|[^一-鿿\d]|[放寄收交給找有的請])",
        r"(?:路名|街名|門牌|巷子)(?:是|叫|為|[:：]) ?(?P<v>[一-鿿\d-]{2,14})",
    )
)
_THAI_PART = r"(?:แผง|ล็อค|ล็อก|บล็อก|คูหา|บูธ|ล็อต|แปลง|โซน|ชั้น|ห้อง|ตึก|อาคาร|ยูนิต|หลังที่|บ้านเลขที่|ซอย|ซ\.|หมู่|ม\.|ถนน|ถ\.|แยก|ตรอก)"
_THAI = tuple(
    re.compile(one)
    for one in (
        rf"(?P<v>(?:ตลาด|แฟลต|ชุมชน|โกดัง|โรงงาน|ศูนย์การค้า|ห้าง|มหาลัย|มหา'ลัย|สนาม|ท่าเรือ|ปั๊ม|อู่|วัด|โรงเรียน)[ก-๎]{{0,20}}? ?{_THAI_PART} ?\d[\d/-]*(?: ?{_THAI_PART} ?[ก-๎]{{0,8}}?[\d/-]+)*)",
        rf"(?P<v>(?<![ก-๎])(?:{_THAI_PART}|แฟลต|คอนโด|หอ)(?:ที่)? ?\d[\d/-]*[a-z]?(?: ?{_THAI_PART}(?:ที่)? ?[\d/-]+[a-z]?)*)",
        r"(?:บ้าน|ห้อง|คอนโด|หอ)(?:ผม|หนู|เรา|ฉัน|อยู่|เลขที่|คือ|ที่| )+ ?(?P<v>\d{1,4}(?:/\d{1,4})?)(?!\d| ?(?:คน|หลัง|ห้อง|บาท|นาที|วัน))",
        r"(?:อยู่|ส่งที่|ส่งมาที่|ที่อยู่|ย้ายไป|เปลี่ยนเป็น|บ้าน)[^\d\n]{0,8}(?P<v>\d{1,4}/\d{1,4})(?!\d| ?(?:คน|หลัง|ห้อง|บาท|นาที|วัน))",
    )
)
# Who employs somebody, as far as the clause goes: names of firms seldom have capitals in a chat.
_NO_FIRM = r"(?!(?:a|an|the|my|your|our|his|her|their|this|that|night|nights|home|days|day|weekends?|all|it|both|two|one|height|heights|sea|sundays?|mondays?|people|someone|clients?|customers?|free|charity|fun|now|full|part|shifts?|least|once|times|first|outdoors|from|in|on|same|different|another|some|small|big|local|well|fine|perfectly)\b)"
_EMPLOYED = tuple(
    re.compile(one)
    for one in (
        rf"\b(?:i|we|she|he|who|they|husband|wife|daughter|son)(?:'m| am|'re| are)? (?:currently )?(?:work|works|working|employed|intern|interning|volunteer)(?: in \w+)? (?:at|for|with|by) {_NO_FIRM}(?P<v>[a-z][\w&'.-]*(?: (?!and\b|so\b|but\b|in\b|on\b|we\b|i\b|as\b|for\b|if\b|where\b|which\b|who\b|every\b|all\b|now\b|during\b|is\b|with\b)[a-z&][\w&'.-]*){{0,3}})",
        r"\b(?:vinn|vinnum|vinnur|starfa|starfar|störfum) (?:hjá|fyrir|í|á) (?!mér|þér|sér|mínu|næt|dag|kvöld|helgum|skrifstofu|sjó|úti|heima|ykkur|búð\b|skóla\b|spítala\b|leikskóla\b)(?P<v>[a-záðéíóúýþæö][\w&-]*(?: (?!og\b|en\b|í\b|á\b|sem\b|þar\b|við\b)[\w&-]+){0,2})(?=$|[,.!?\n]| (?:og|en|í|á|sem|þar|við)\b)",
        r"\b(?:работаю|работаем|работает|тружусь|служу) (?:в|на|у) (?!дом|ноч|офис|улиц|школ|больниц|магазин|завод|мороз|холод|воздух|стройк|складе|вас|нас|выходн|себя|смен|полн|высот|том|это|так)(?P<v>[«\"]?[а-яё][\w-]*(?: (?!и\b|а\b|но\b|на\b|в\b|с\b|по\b)[\w-]+){0,2}[»\"]?)(?=$|[,.!?\n]| (?:и|а|но|на|в|с|по)\b)",
        r"(?:ทำงาน(?:อยู่)?(?:ที่|กับ)|พนักงาน(?:ของ)?บริษัท)(?!บ้าน|นี่|ร้าน(?:$|[ ,])|กลางแจ้ง|ต่าง|ไหน|เดียว) ?(?P<v>[ก-๎a-z][ก-๎a-z&.]{2,30})(?=$|[ ,\n])",
        r"(?:在|於)(?P<v>(?!家|這|那|外|台|室|戶|工地|公司|學校|醫院|銀行|餐廳|工廠|店|醫|海|山|高|低|冷|北|南|東|西)[一-鿿a-z&]{2,10})(?=上班|工作|任職|服務(?!態|人|台|中))",
    )
)
_OWN = re.compile("(?:samtal|您?們?的?(?:公司|店))$")


# Floors may be said: "fourth floor".
_NUMBERED = re.compile(r"\d|floor|tower|wing|desk|villa|block")
_WORK = re.compile(
    "work|employ|intern|volunteer|vinn|starf|störf|работа|тружус|служу|ทำงาน|พนักงาน|上班|工作|任職|服務"
)
_STREETS = re.compile(r"\d|[A-ZÁÉÍÓÚÝÞÆÖ][\w'’-]+,? [A-ZÁÉÍÓÚÝÞÆÖ]")
_EACH = (
    (re.compile("[a-z]"), _LATIN),
    (re.compile("[一-鿿]"), _HAN),
    (re.compile("[ก-๎]"), _THAI),
)


def found(text: str, low: str) -> Iterator[Span]:
    """In plain text and its folded form."""
    for script, patterns in _EACH:
        if script.search(low) and (_NUMBERED.search(low) or patterns is _HAN):
            yield from _all(patterns, low, Kind.ADDRESS)
    if _STREETS.search(text):
        yield from _all(_CAPITALS, text, Kind.ADDRESS)
        for one in _all((_LINE,), text, Kind.ADDRESS):
            if not _GREETS.match(text, one.start):
                yield one
    if _WORK.search(low):
        for one in _all(_EMPLOYED, low, Kind.COMPANY):
            if not _OWN.search(low, one.start, one.end):
                yield one


def _all(patterns: Sequence[re.Pattern[str]], said: str, kind: Kind) -> Iterator[Span]:
    for pattern in patterns:
        for match in pattern.finditer(said):
            yield Span(*match.span("v"), kind)
