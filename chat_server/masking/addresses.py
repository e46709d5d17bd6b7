"""Postal addresses as they are written in each language: street and number, postcode, district, house."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

from .lists import words

_NO = r"\d{1,5} ?[a-zа-яáðéíóúýþæö]?(?:[/-]\d{1,4}[a-zа-я]?)?"
_W = r"[^\W\d_][\w'.-]*"
_ENGLISH_STREET = r"(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|place|pl|square|sq|terrace|way|boulevard|blvd|crescent|cres|gardens|grove|hill|row|walk|mews|quay|parade|highway|hwy|parkway|pkwy|circle|cir|trail|park|green|rise|view|wharf|yard|alley|bridge|gate|mount|common)"
_UNIT = r"(?:apt|apartment|flat|unit|suite|ste|room|floor|fl|block|bldg|building|house|no)\.? ?#?\d{0,4}(?:/\d{1,3})?[a-z]?(?![a-z])"
_POSTCODE = r"(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]{2} \d{5}(?:-\d{4})?|\d{3} \d{2}|\d{5}(?:-\d{4})?|[a-z]\d[a-z] ?\d[a-z]\d)"
_TAIL = rf"(?:,? ?(?:{_UNIT}|{_POSTCODE})(?!\w))*"
_ENGLISH = (
    rf"(?<!\w)(?:{_UNIT},? ?)?{_NO},? (?:{_W} ){{1,4}}?{_ENGLISH_STREET}\b\.?(?: (?:north|south|east|west|[nsew]{{1,2}})\b)?{_TAIL}(?:,? (?P<town>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?))?{_TAIL}",
    r"(?<!\w)\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|place|via|viale|piazza|calle|avenida|plaza|rua|ulica|ul\.) [^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,4}(?:,? \d{4,5}(?: [^\W\d_][\w-]+)?)?",
    r"(?<!\w)(?:rue|via|viale|piazza|calle|avenida|ulica|ul\.) [^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,3},? \d{1,4}(?!\w)(?:,? \d{4,5}(?: [^\W\d_][\w-]+)?)?",
    r"(?<!\w)\d{1,4}[a-z]? the [a-z][\w'-]{3,}(?! of)(?=,|$|\.)",
    rf"(?<!\w)(?:po|p\.o\.) ?box ?\d+{_TAIL}",
    r"(?<!\w)(?:apt|apartment|flat|unit|suite)\.? ?#?\d{1,4}[a-z]?(?!\w)",
    r"(?<!\w)[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}(?!\w)",
    rf"(?<!\w)(?:{_W} ){{1,3}}(?:street|road|avenue|lane|boulevard|crescent|terrace|gardens|straat|laan|strasse|straße|weg|gatan|vägen|gade|gata|vei|veien|allee|platz|rue) \d{{1,4}}[a-z]?{_TAIL}",
    rf"(?<!\w)[a-zäöüßåæø'-]{{3,}}(?:straat|laan|strasse|straße|str\.|weg|gatan|vägen|gade|vej|veien|allee|platz|katu|tie) ?\d{{1,4}}[a-z]?{_TAIL}",
)
_RUSSIAN_WAY = r"(?:ул\.?|улиц[аеуы]|улице|пр\.?|пр-т|пр-кт|просп\.?|проспект[еау]?|пер\.?|переул\w+|наб\.?|набережн\w+|бул\.?|б-р|бульвар[еа]?|ш\.?|шоссе|площад[ьи]|пл\.?|проезд[еа]?|тракт|тупик|аллея|аллее|мкр\.?|микрорайон\w*|линия)(?![а-я])"
_RUSSIAN_NO = r"\d+(?:[а-я]{1,2}\d*)?(?:[/-]\d+[а-я]?)?(?!\w)"
_RUSSIAN_HOUSE = r"(?:,? ?(?:д\.?|дом[а-я]?|кв\.?|квартир[аеы]?|корп\.?|корпус|к\.?|стр\.?|строение|под\.?|подъезд[еа]?|эт\.?|этаж[еа]?|оф\.?|офис[еа]?|домофон|литера?|вл\.?) ?№? ?\d+(?:[а-я]{1,2}\d*)?(?:[/-]\d+[а-я]?)?(?!\w))"
_RUSSIAN = (
    rf"(?<!\w)(?:\d{{1,2}}-?[а-я]{{1,2}} )?{_RUSSIAN_WAY} ?(?:\d{{1,2}}(?:-?[а-я]{{1,2}})? )?(?:{_W} ?){{1,4}}?,? ?(?:д\.?|дом)? ?{_RUSSIAN_NO}{_RUSSIAN_HOUSE}*",
    rf"(?<!\w)\d{{1,2}}-?[а-я]{{1,2}} (?:{_W} )?(?:линия|улица|ул\.?|переулок|пер\.?|проезд|просека|аллея)(?:,? ?(?:д\.?|дом)? ?{_RUSSIAN_NO}){_RUSSIAN_HOUSE}*",
    rf"(?<!\w)(?:\d{{6}},? ?)?(?:г\. ?{_W},? ?)?(?<!\w){_RUSSIAN_WAY} ?(?:\d{{1,2}}(?:-?[а-я]{{1,2}})? )?(?:{_W} ?){{1,4}}?(?:,? ?(?:д\.?|дом)? ?{_RUSSIAN_NO})?{_RUSSIAN_HOUSE}*",
    rf"(?<!\w)(?:{_W} ){{1,2}}(?:улиц[аеуы]|проспект[еау]?|переулк[еу]|переулок|шоссе|бульвар[еа]?|набережн\w+|проезд[еа]?|площад[ьи])(?:,? ?(?:д\.?|дом)? ?{_RUSSIAN_NO}){_RUSSIAN_HOUSE}*",
    rf"(?<!\w)(?:д\.|дом|кв\.?|квартир[аеы]|корп\.?|подъезд|домофон|этаж) ?№? ?{_RUSSIAN_NO}{_RUSSIAN_HOUSE}*",
    r"(?<!\w)\d{6}(?!\w)(?=,? (?:г\.|[А-Я]))",
)
_ICELANDIC_END = r"(?:gata|götu|gat|gatan|götunni|vegur|vegi|veg|vegar|vegurinn|stígur|stíg|stígs|braut|brautar|brautin|tún|túni|túns|holt|holti|holts|hlíð|hlíðar|hlið|bakki|bakka|lundur|lundi|lundar|teigur|teigi|teigs|mýri|mýrar|mýrin|ás|ási|áss|gerði|gerðis|sund|sundi|tröð|tröðum|stræti|strætis|torg|torgi|torgs|grund|grundar|hvammur|hvammi|hvamms|kór|kórar|sel|seli|sels|smári|smára|hagi|haga|melur|mel|mels|melar|múli|múla|fold|foldar|borgir|borg|borgar|vellir|völlum|vík|bær|bær|bæ|höfði|höfða|skógar|skógum|heiði|heiðar|brekka|brekku|hóll|hól|hóll|hólar|hólum|rimi|rima|salir|sölum|flöt|flatar|þing|þingi|engi|garður|garði|garðs|ból|bóli|eyri|eyrar|slétta|sléttu|goði|granda|grandi|vogur|vogi|vogar|nes|nesi|dalur|dal|dals|slóð|slóðar|stétt|ból|bústaður|lækur|læk|hús|bryggja|bryggju|bakkar|bökkum|klettur|kletti|hamar|hamri|staður|stað)"
_ICELANDIC = (
    rf"(?<!\w)(?:[a-záðéíóúýþæö]{{2,}}{_ICELANDIC_END}|[a-záðéíóúýþæö]+ ?(?:gata|götu)) {_NO}(?![\w%])(?:,? ?(?:\d{{1,2}}\. ?hæð|(?:íbúð|íb\.?|hæð|bjalla|kjallari|jarðhæð|ris)\.? ?\d{{0,4}}|til (?:hægri|vinstri)|(?:hægra|vinstra) megin))*(?:,? ?\d{{3}} [A-ZÁÉÍÓÚÝÞÆÖa-záðéíóúýþæö]+)?",
    r"(?<!\w)\d{3} (?:reykjavík|kópavog\w*|hafnarf\w+|garðab\w+|akureyri|selfoss\w*|mosfellsb\w+|keflavík|reykjanesb\w+|akranes\w*|borgarnes\w*|ísafj\w+|egilsst\w+|húsavík|vestmannaey\w+|seltjarnarnes\w*|hverager\w+|grindavík|álftanes\w*|sauðárkrók\w*|dalvík|höfn)",
    r"(?<!\w)(?:íbúð|íb\.|bjalla) ?\d{1,4}(?!\w)",
    r"(?<!\w)[a-záðéíóúýþæö]{4,} \d{1,3} ?[a-h]?, ?\d{3} [a-záðéíóúýþæö]{3,}",
)
_THAI_PART = r"(?:หมู่บ้าน|หมู่ที่|หมู่|ม\.|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|คอนโด|อาคาร|ตึก|ชั้น|ห้อง|หอพัก|หอ(?=[ก-๎])|แฟลต|บ้านเลขที่|เลขที่|นิคม)"
_THAI = (
    rf"(?:(?:บ้านเลขที่|เลขที่) ?)?\d{{1,5}}(?:/\d{{1,5}})?(?:-\d+)?\s*{_THAI_PART}\s?[ก-๎a-z\d.]+(?:[ /]?\d+)?(?:\s*{_THAI_PART}\s?[ก-๎a-z\d.]+(?:[ /]?\d+)?)*(?:\s*(?:กทม\.?|กรุงเทพ(?:ฯ|มหานคร)?|[ก-๎]{{3,15}}))?(?:\s*\d{{5}})?",
    r"(?:คอนโด|หมู่บ้าน|อพาร์ทเม้นท์|อพาร์ตเมนต์|หอพัก|ตึก|อาคาร|แมนชั่น|โครงการ) ?[ก-๎a-z\d][ก-๎a-z\d -]{1,40}? ?(?:(?:ชั้น|ห้อง|ซอย|เลขที่|บ้านเลขที่|ตึก) ?[\d/]+[a-z]?(?![\d/]) ?)+",
    rf"หมู่(?:ที่)? ?\d+(?:\s*{_THAI_PART}\s?[ก-๎a-z\d.]+)*(?:\s*(?:กทม\.?|กรุงเทพ(?:ฯ|มหานคร)?|[ก-๎]{{3,15}}))?(?:\s*\d{{5}})?",
    r"(?:บ้านเลขที่|เลขที่|ห้องเลขที่|ห้อง|บ้าน) ?(?!0\d)\d{1,5}(?:/\d{1,5})?(?![\d-])",
    rf"(?:หมู่บ้าน|ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|คอนโด|หอพัก)\s?[ก-๎a-z]{{2,}}(?:[ /]?\d+(?:/\d+)?)?(?:\s*{_THAI_PART}\s?[ก-๎a-z\d.]+(?:[ /]?\d+)?)*(?:\s*(?:กทม\.?|กรุงเทพ(?:ฯ|มหานคร)?))?(?:\s*\d{{5}})?",
    r"(?<!\d)\d{1,4}/\d{1,4}(?= ?(?:หมู่|ม\.|ซ|ถ|ต\.|แขวง|คอนโด|[ก-๎]))",
)
_HAN = r"[一-鿿]"
_N = r"[\d一二三四五六七八九十百]{1,5}"
_CHINESE = (
    rf"(?:\d{{3,6}} ?)?(?:(?:(?<=[寄到在往給住於址：: ])|(?<!{_HAN})){_HAN}{{2}}[市縣]|[台臺新桃高嘉基苗彰南雲屏宜花澎金]{_HAN}[市縣])?(?:{_HAN}{{1,3}}[區鄉鎮市])?(?:{_HAN}{{1,4}}[里村])?(?:\d{{1,3}}鄰)?{_HAN}{{1,5}}?(?:路|街|大道|巷)(?: ?{_N} ?段)?(?: ?{_N} ?巷)?(?: ?{_N} ?弄)?(?: ?{_N}(?:[-之]{_N})? ?號)(?:之{_N})?(?: ?[b地下]*{_N} ?[樓f])?(?:之{_N})?(?: ?(?:{_N}|[a-z]) ?[室座])?",
    rf"(?:{_HAN}{{2}}[市縣])?(?:{_HAN}{{1,3}}[區鄉鎮市]){_HAN}{{1,5}}(?:路|街|大道)(?: ?{_N} ?段)?(?: ?{_N} ?巷)?(?: ?{_N} ?弄)?",
    rf"{_N} ?(?:巷|弄) ?{_N} ?(?:弄 ?{_N} ?)?號?(?: ?{_N} ?樓)?|{_N} ?號 ?{_N} ?樓(?:之{_N})?",
    rf"{_HAN}{{1,4}}(?:路|街|大道) ?{_N} ?段",
)
_PATTERNS = {
    code: [re.compile(one) for one in patterns]
    for code, patterns in {
        "en": _ENGLISH,
        "ru": _RUSSIAN,
        "is": _ICELANDIC,
        "th": _THAI,
        "zh": _CHINESE,
    }.items()
}
_CAPITALS = r"[A-ZА-ЯÁÉÍÓÚÝÞÆÖØÅÄÜ][\w'-]+(?: [A-ZА-ЯÁÉÍÓÚÝÞÆÖØÅÄÜ][\w'-]+)?"
_CODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2,3},? \d{4,5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5,6}|[A-Z]{2}"
_TOWN = re.compile(
    rf",? (?:\d{{3}} |\d{{5,6}},? )?(?:г\. ?)?{_CAPITALS}(?:,? (?:{_CODE})(?!\w))?"
    rf"|,?[ \n](?:{_CODE})(?!\w)"
    rf"|,?\n(?:\d{{3,6}},? {_CAPITALS}|{_CAPITALS},? (?:{_CODE})(?!\w))"
)
# A town with its code, wherever it stands.
_COUNTY = re.compile(
    r"(?<!\w)[A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? (?:[A-Z]{2} \d{5}(?:-\d{4})?|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}|[A-Z]{2} [A-Z]\d[A-Z] ?\d[A-Z]\d)(?!\w)"
    r"|(?<!\w)[A-ZÁÉÍÓÚÝÞÆÖ][\w-]{2,}(?: \d{1,3}[a-z]?)?,? \d{3} [A-ZÁÉÍÓÚÝÞÆÖ][a-záðéíóúýþæö]{3,}(?! \w* ?(?:jacket|parka|boots|peysu|úlp))"
    r"|(?<=, )\d{6}(?=$|[\s.])|(?<!\w)\d{6}, [А-ЯЁ][\w-]+(?:, [А-ЯЁ][\w-]+)* \d+[\w/-]*(?:,? (?:кв|оф|корп|стр|под|эт)\w*\.? ?\d+\w?)*"
)
# "I live at" with whatever stands there.
_LIVES = re.compile(
    r"\b(?:i|we|she|he|they|who) lives? (?:at|on) (?P<v>[^.!?\n;]{4,80})|\b(?:i|we|she|he|they) lives? in (?P<w>(?=[^.!?\n;]*,)[^.!?\n;]{4,80})"
)
# A region, a town and whose house it is, before the street.
_BEFORE_STREET = re.compile(
    r"(?:(?<![\w.])(?:\d{6}|c/o [A-Z][\w'-]+(?: [A-Z][\w'-]+)?|(?:г|пос|дер|мкр|с|пгт)\. ?[А-ЯЁ][\w-]+|[А-ЯЁ][а-яё-]+(?: (?:обл\.?|область|край|р-н|район))?), )+$"
)
# "sent by mistake to", "lives in"
_LED_TO = re.compile(r"^[一-鿿]{0,3}[寄到在往給住於址送是]")
_DIGIT = re.compile(r"\d")
_STREET = re.compile(r"(?:路|街|大道|巷)")
# What is no street though it looks like one.
_NO_STREET = re.compile(
    r"^(?:.{0,12}網路$|網路|線路|走路|半路|一路|道路|上街|逛街|在路)|^(?:\d+ )?(?:of|on) the "
)
_TOLD = re.compile(
    r"(?:\b(?:my|our|his|her|their|new|delivery|shipping|home|billing) address(?: is| is now|:| -)+|\baddress:|\bship (?:it )?to:|\bdeliver (?:it )?to:|\bадрес(?: доставки)?:|\b(?:мой|новый|наш) адрес(?: доставки)?(?: это)?:?|\bheimilisfang(?:ið)?(?: mitt)?(?: er)?:?|\bheimilisfang:|ที่อยู่(?:จัดส่ง|ผม|หนู|ใหม่|คือ)?(?: ?คือ| ?:)|地址(?:是|為|改成|改為|改到|[:：])) ?(?P<v>[^\n!?]{4,110}?)(?=$|[\n!?;]|(?<=[^\W\d_]{4})\.(?:\s|$)|(?<=\d)\.(?:\s|$)|。|, (?:and|but|please|thanks|phone|tel|и|тел|og|sími)\b|，(?:電話|手機|謝謝|麻煩)| (?:ครับ|ค่ะ|โทร|เบอร์))"
)
# A house by its number alone, where a parcel went or somebody lives.
_HOUSE = re.compile(
    r"(?:\b(?:at|to|from) (?:number|no\.?|house|nr\.?)|\b(?:á|í|frá|fyrir|við) (?:númer|nr\.?)) \d{1,4}(?!\d)|(?:送到|寄到|住在?|送去|交給|放在?|寄放)\d{1,4}號|(?:\bсосед\w*|\bneighbou?rs?|\bnágrann\w*) (?:из|в|с|at|in|from|í|á) (?:number |no\.? |nr\.? ?|кв\.? ?)?\d{1,4}(?:-\w{1,2})?(?![\d:])|(?:\bskilj\w+|\bskil\w+|\bleave it|\bоставьте)(?: þetta| hann| þá| eftir| it)* (?:á|í|at|with|in|в|у) \d{1,4}(?![\d:]|\. |%| ?(?:am|pm|klst|dag|days|week|чис|час|мин))"
)
_NUMBERED = re.compile(
    r"(?:\b(?:number|no\.?|house|nr\.?|númer)) ?\d{1,4}(?!\d)|\d{1,4}號|(?<=[ ])\d{1,4}(?:-\w{1,2})?(?![\w:%])"
)
_CAPITAL_STREET = re.compile(
    r"(?:(?<=\b[Нн]а )|(?<=\b[Вв]место )|(?<=\b[Пп]о )|(?<=[Аа]дрес )|(?<=адрес: ))[А-ЯЁ][а-яё]{2,}(?: [А-ЯЁ][а-яё]+)?,? \d{1,3}[а-я]?(?:/\d+)?(?! ?(?:руб|шт|тыс|дн|ча|р\b|разм|числ|ян|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек))"
)
# Said in words, or called by its name alone.
_NUMBER_SAID = r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh|zero)(?:[ -](?:and )?)?){1,5}"
_NO_HOUSE = r"(?!(?:the|a|an|this|that|my|our|your|his|her|their|its|across|down|up|same|high|main|next|wrong|right|whole|which|what|every|each|any|no|some|to|of|in|on|at|off|near|other|busy|long|old|new|and|or|for|with|from|side|dirt|back|middle|one|country|by|is|was|private|public|quiet|muddy|wet|icy|town|open|full|coffee|guest|light|power|apartment|tower|office)\b)"
_WORDED = tuple(
    re.compile(one)
    for one in (
        rf"(?<!\w)(?:flat|apartment|apt|unit|suite|room|number|house) (?:number )?{_NUMBER_SAID}(?<! )(?:,? (?:{_NO_HOUSE}[a-z][\w'-]+ ){{1,3}}(?:street|road|avenue|lane|drive|close|court|place|house|heights|building|terrace|way|gardens|tower|towers))?(?!\w)(?<!number one)",
        rf"(?<!\w){_NUMBER_SAID} (?:{_NO_HOUSE}[a-z][\w'-]+ ){{1,3}}(?:street|road|avenue|lane|drive|close|court|terrace|crescent|gardens|mews|boulevard|grove)(?!\w)",
        rf"\b(?:on|at|in|to|of|by|is) (?:the )?(?P<v>(?:{_NO_HOUSE}[a-z][\w'-]{{2,}} ){{1,2}}(?:street|road|avenue|lane|crescent|terrace|mews|boulevard|gardens))(?!\w)",
        rf"\b(?:off|near|from|around|along|opposite) (?P<v>(?:{_NO_HOUSE}[a-z][\w'-]{{2,}} ){{1,2}}(?:street|road|avenue|lane|crescent|terrace|mews|boulevard|gardens))(?!\w)",
        rf"\b(?:(?:at|to|in|by|called|address is|it's|its) )(?P<v>{_NO_HOUSE}[a-z][\w'-]{{2,}}(?: {_NO_HOUSE}[a-z][\w'-]{{2,}})? (?:cottage|house|farm|lodge|villa|barn|manor|towers?|heights|mews|hall|mansions|grange))(?!\w)",
        r"\b(?:at|to|in|by|called|is) (?P<v>(?:the )(?:old|little|white|red|green|long|high|far|new|blue) (?:forge|mill|rectory|vicarage|barn|dairy|school ?house|school|chapel|bakery|smithy|stables|coach house|post office|manor|lodge|granary|farmhouse|priory|parsonage|station|cottage|house|orchard|oak|well|kiln|quarry|inn|tavern))(?!\w)",
        r"\b(?:buzz(?:er)?|ring|bell|doorbell|press)(?: (?:for|number|no\.?|at|bell|buzzer|flat))* (?P<v>\d{1,4}[a-z]?)(?![\w%:]|[.,]\d| times| minutes| mins| days)",
        r"\b(?:with|by|of|for|not) (?P<v>(?:number|no\.?|house) \d{1,4}[a-z]?)(?!\d)",
    )
)
_HAN_STREET = re.compile(r"(?<=[條在住到])(?!網路|線上)[一-鿿]{2,3}(?:路|街)(?=$|[^一-鿿])")
# By its side of the town, or as a lane, with no house.
_HAN_NAMED = re.compile(
    r"(?<![一-鿿]{4})(?P<v>(?!網|馬|公|道|鐵|沿|迷|順|繞|半|一|上|走|問|帶|這|那|哪|有|的|條|逛)[一-鿿]{2}(?:東|西|南|北|中)(?:路|街)|(?:(?<=[在到住往於去條])|(?<=找不到)|(?<=^)|(?<=[^一-鿿]))(?!網|馬|公|道|鐵|沿|迷|順|繞|半|一|上|走|問|帶|這|那|哪|有|的|我|你|他|巷)[一-鿿]{2,3}(?:路|街|巷)(?!口|由|線|上|程|費|頭|人|邊))"
)
# Without a word for street: "mira 14 kv 8", "kirova 22-15"; "I live on ...".
_RUSSIAN_BARE = re.compile(
    r"(?<!\w)[а-я]{3,}(?: [а-я]{3,})? \d{1,3}[а-я]?(?:[/-]\d+)?,? (?:кв|корп|к|подъезд|под|эт|дом|д|стр)\.? ?\d+(?!\w)|(?<!\w)[а-я]{2,}(?:ова|ева|ина|ского|ская|ской|ых|ая) \d{1,3}-\d{1,3}(?![\d-])"
)
_RUSSIAN_LIVES = re.compile(
    r"(?:\b[Жж]ив(?:у|[её]м|[её]т|ут)|\b[Пп]рожива\w+|\b[Пп]ереехал\w*|\b[Нн]ахож\w+|\b[Пп]ривезите|\b[Дд]оставьте|\b[Вв]езите|\b[Оо]тправьте)(?: теперь| сейчас| мы| я)? (?:на|по) (?P<v>[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+)*)"
)
_ICELANDIC_BARE = re.compile(
    r"\b(?:á|í|við|hjá|um|frá|til|að|úr|er) (?P<v>[a-záðéíóúýþæö]{3,}(?:götu|gata|gatan|stræti|braut|brautinni|vegi|vegar|túni|holti|teigi|mýri|hlíð|bakka|hvammi|lundi|gerði|tröð))(?!\w)"
)
_NOT_ICELANDIC = frozenset(
    "afgötu þjóðvegi hringvegi miðbakka árbakka sjóbakka reiðvegi göngugötu verslunargötu aðalgötu".split()  # noqa: SIM905 - a list would be one word a line
)
_HAS_PLACE = re.compile(r"\d|street|road|lane|ул|дом|gata|vegur|路|街|ซอย|ถนน|หมู่")


def found(text: str, low: str) -> Iterator[Span]:
    """In plain text and its folded form; the script tells which patterns are worth a look."""
    for match in _TOLD.finditer(low):
        if _HAS_PLACE.search(match["v"]):
            yield Span(match.start("v"), match.end("v"), Kind.ADDRESS)
    streets = [*_short(text, low), *_streets(text, low)]
    yield from streets
    for match in _LIVES.finditer(low):
        start, end = match.span("v" if match["v"] else "w")
        if not any(start <= one.start < end for one in streets):
            yield Span(start, end, Kind.ADDRESS)
    for pattern in _WORDED:
        for match in pattern.finditer(low):
            yield Span(*match.span("v" if "v" in pattern.groupindex else 0), Kind.ADDRESS)


def _streets(text: str, low: str) -> Iterator[Span]:
    for code in _codes(low):
        for pattern in _PATTERNS[code]:
            for match in pattern.finditer(low):
                said = match[0].strip(" ,")
                said = _LED_TO.sub("", said) if code == "zh" else said
                if said and not _NO_STREET.search(said) and _is_one(code, said):
                    start = low.index(said, match.start())
                    before = _BEFORE_STREET.search(text, max(0, start - 80), start)
                    yield Span(
                        before.start() if before else start,
                        _with_town(text, start + len(said)),
                        Kind.ADDRESS,
                    )


def _short(text: str, low: str) -> Iterator[Span]:
    """A house by its number, a street by its name."""
    if _HOUSE.search(low):
        for match in _NUMBERED.finditer(low):
            yield Span(match.start(), match.end(), Kind.ADDRESS)
    yield from _by_name(text, low)
    for pattern in (_CAPITAL_STREET, _HAN_STREET, _COUNTY):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), Kind.ADDRESS)


def _by_name(text: str, low: str) -> Iterator[Span]:
    """Without a number, or without a word for street."""
    for pattern in (_HAN_NAMED, _RUSSIAN_LIVES):
        for match in pattern.finditer(text):
            if not _NO_STREET.search(match["v"]):
                yield Span(*match.span("v"), Kind.ADDRESS)
    for match in _RUSSIAN_BARE.finditer(low):
        yield Span(match.start(), match.end(), Kind.ADDRESS)
    for match in _ICELANDIC_BARE.finditer(low):
        if match["v"] not in _NOT_ICELANDIC and match["v"] not in words("is"):
            yield Span(*match.span("v"), Kind.ADDRESS)


def _with_town(text: str, end: int) -> int:
    """The town behind a street, known by its capital, and its postcode."""
    while text[end - 1] != "." and (match := _TOWN.match(text, end)):
        end = match.end()
    return end


def _is_one(code: str, said: str) -> bool:
    if code == "zh":
        return _DIGIT.search(said) is not None or _STREET.search(said) is not None
    return code == "th" or _DIGIT.search(said) is not None


def _codes(low: str) -> list[str]:
    codes = []
    if re.search("[a-z]", low):
        codes += ["en"]
        codes += ["is"] if re.search(r"\d", low) else []
    for code, letters in (("ru", "[а-я]"), ("th", "[ก-๎]"), ("zh", "[一-鿿]")):
        if re.search(letters, low):
            codes.append(code)
    return codes
