"""Firms, and places that stand for an address: hotels, shops to fetch from, villages, rooms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

_CAP = r"[A-ZÁÉÍÓÚÝÞÆÖØÅÄÜ][\w'’&.-]*"
_CYR = r"[А-ЯЁ][\w-]*"
_NAME = rf"{_CAP}(?: (?:{_CAP}|&|and|of|de|la|von|og))*"
_ROOM = r"(?:,? (?:room|rm\.?|herbergi|no\.?|nr\.?) ?\d+)?"
_ON = rf"(?: (?:on|in|at|by|near|á|í|við) (?:the )?{_CAP}(?: {_CAP})*)?"
_FORMED = re.compile(
    rf"(?P<c>{_CAP}(?: [\w&.'-]+){{0,4}}?,? (?:Ltd|Limited|LLC|LLP|Inc|Corp|GmbH|PLC|plc|ehf|hf|slf|sf|ohf|ses|A/S|AS|AB|B\.V|Oy)\b\.?)"
)
_JOINED = re.compile(rf"(?<!\w)(?!Black & White|Terms|Q & A){_CAP} & {_CAP}(?: {_CAP})?")
_COMPANY = re.compile(
    rf"(?:\b(?:work|working|works) (?:for|at|with)|\bon behalf of|\binvoice(?: to)?|\bbill(?: it)? to|\bemployer(?: is)?|\b(?:vinn|vinnum|vinnur|starfa) (?:hjá|fyrir)|\bfyrir hönd|\breikning(?:inn)? á) (?:the )?(?P<d>{_NAME})"
    rf"|\bcompany(?: name)?(?: is|:)? (?P<e>{_NAME})"
    rf"|\b(?:[Фф]ирм[аыеу]|[Кк]омпани[яию]|[Оо]рганизаци[яию]|МУП|ГБУ|[Бб]утик|[Мм]астерск(?:ая|ую|ой)) ?(?P<f>[«\"“„][^»\"”\n]{{2,50}}[»\"”]|{_CYR}(?: {_CYR})*)"
    rf"|(?P<g>(?:ООО|ОАО|ЗАО|АО|ПАО|ИП|ТОО|АНО) ?(?:[«\"“„][^»\"”\n]{{2,50}}[»\"”]|{_CYR}(?: {_CYR})*))"
)
_NAMED_HOUSE = re.compile(
    rf"(?:\b(?:[Dd]eliver|[Ss]end|[Ss]hip|[Ll]eave|[Dd]rop|[Pp]ost|[Ll]iv(?:e|ing)|[Ss]tay(?:ing)?)\b[^.!?\n]{{0,24}}? (?:to|at|in|with)(?: the)? )(?P<v>(?:The )?{_CAP}(?: {_CAP})*(?:, {_CAP}(?: {_CAP})*)+(?:,? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})?)"
)
_SHOPS = r"Tesco|Sainsbury'?s|Asda|Aldi|Lidl|Morrisons|Waitrose|Co-op|Starbucks|Bónus|Krónan|Krónunni|Hagkaup\w*|Nettó|Costco|Walmart|Target|InPost|N1|Olís|Orkan"
_PLACE = re.compile(
    rf"(?<![\w])(?:[Tt]he )?(?:Hotel|Hostel|Guesthouse|Guest House|Hótel|Gistiheimilið?|Kaffi|Café|Cafe|Pub|Bar|Restaurant|Camping|Villa|B&B|Farfuglaheimilið?) {_NAME}{_ROOM}{_ON}"
    rf"|(?<![\w])(?:the )?{_NAME} (?:Hotel|Hostel|Inn|Arms|Tavern|Guesthouse|Lodge|Apartments|House|Towers?|Court|Park|Business Park|Industrial Estate|Retail Park|Primary School|School|University|Hospital|Surgery|Library|Church|Café|Cafe|Pub|Pharmacy|Bakery|Centre|Center|Mall|Market|Station|Plaza|Arcade){_ROOM}(?=\W|$)(?:{_ON})"
    rf"|(?<!\w){_CAP}(?: {_CAP})+ (?:vet |dental |primary |post |community |village |garden |medical |day )?(?:clinic|surgery|practice|school|nursery|church|pub|cafe|pharmacy|library|gym|garage|office|salon|depot|hall|hospital|hotel|inn|care home)(?!\w)"
    rf"|(?<![\w])(?:{_SHOPS})(?: {_CAP})* (?:on|in|at|by|near|á|í|við) (?:the )?{_CAP}(?: {_CAP})*"
    rf"|(?<=[Aa]t the |to the |by the |in the )(?:{_CAP} )+(?:on|in|at|by|near) {_CAP}(?: {_CAP})*"
    rf"|(?:(?<=[Bb]ranch in )|(?<=shop on )|(?<=store on )){_CAP}(?: {_CAP})*"
    rf"|(?<!\w)(?:[Гг]остиниц\w*|[Оо]тел\w*|[Хх]остел\w*|[Кк]афе|[Бб]ар|[Рр]есторан\w*|[Сс]анатори\w*|[Пп]ансионат\w*|ЖК|СНТ|ТЦ|ТРЦ|БЦ|[Оо]бщежити\w*|[Шш]кол\w* №?|[Пп]оликлиник\w*) ?(?:[«\"“„][^»\"”\n]{{2,40}}[»\"”]|{_CYR}(?: {_CYR})*|№ ?\d+)(?:,? (?:номер|комната|комн\.?|секция|офис) ?\d+)?(?: (?:на|в|у) {_CYR}(?: {_CYR})*)?"
    rf"|(?<!\w)(?:(?:[Дд]еревн[яеию]|[Сс]ел[оае]|[Пп]ос[её]л(?:ок|ке|ка)|[Сс]таниц[аеу]|[Хх]утор\w*|[Аа]ул\w*|пгт|пос\.|дер\.|с\.|д\.|г\.|р-н|обл\.) ?{_CYR}(?: {_CYR})?(?:,? (?:ул\.|улица|дом|д\.|пер\.) ?[\w-]+)*(?:,? \d+\w?)?)"
    rf"|(?<!\w)(?:Пят[её]рочк|Магнит|Перекр[её]ст|Лент|Ашан|Дикси|ВкусВилл|Магнолия|Озон|Вайлдберриз)\w* (?:на|в|у|по) {_CYR}(?: {_CYR})*"
    rf"|(?<!\w)(?:{_CYR}, )?{_CYR}(?:ая|ий|ой|ый|ое)(?: {_CYR})? \d{{1,3}}[а-яА-Я]?(?:[/-]\d+)?(?:,? (?:литер[аы]?|корп\.?|к\.?|стр\.?|кв\.?|офис|оф\.?|подъезд|этаж|дом|д\.) ?[\dа-яА-Я]{{1,4}}(?!\w))*(?:, {_CYR})?"
)
_THAI_PLACE = re.compile(
    r"(?:โรงแรม|รีสอร์ท|คอนโด|อพาร์ทเม้นท์|อพาร์ตเมนต์|หอพัก|ร้าน(?:กาแฟ|อาหาร|ตัดผม|ยา|ซักรีด|ชำ|เสริมสวย|ขายของชำ)|เซเว่น|โลตัส|บิ๊กซี|ท็อปส์|ตึก|อาคาร|บ้านสวน|หมู่บ้าน|วัด|โรงเรียน|โรงพยาบาล|มหาวิทยาลัย)(?!ไหน|อะไร|ไหม|หรือ|ค่ะ|ครับ|คุณ|เรา|ผม|นี้|นั้น|ที่|มี|เปิด|ปิด|ก็|ได้|อยู่|เดียว|ใกล้|แถว|ๆ|ละ)[ก-๎\w]{2,40}(?: ?(?:ชั้น|ห้อง|สาขา|ถนน|ซอย|ถ\.|ซ\.|ต\.|ตำบล|อ\.|อำเภอ|จ\.|หน้า|ปากซอย) ?[ก-๎\d/]{1,20})*(?: [ก-๎]{3,20} \d{5}|(?<=\d) (?!ถึง|ใน|ก่อน|ตั้งแต่|วัน|ครับ|ค่ะ|นะ)[ก-๎]{3,15}$)?"
    r"|(?:แฟลต|ทาวน์เฮ้าส์|ทาวน์โฮม)(?!ค่ะ|ครับ|ที่|นี้|ไหน|ของ|ผม|หนู|เรา)[ก-๎]{2,24}(?: ?(?:ตึก|ชั้น|ห้อง|ซอย|บล็อก) ?[\d/]+)*"
    r"|(?:(?<=ข้าง)|(?<=หน้า)|(?<=หลัง)|(?<=ใกล้))(?:ตลาด|วัด|โรงเรียน|ธนาคาร|สถานี)(?!ค่ะ|ครับ|ที่|นี้|นะ)[ก-๎]{2,20}"
    r"|ร้าน(?:ป้า|เจ๊|เฮีย|ลุง|พี่|น้อง|ครู|แม่|พ่อ|ทอง|น้า|ยาย)(?!ค่ะ|คะ|ครับ|ๆ)[ก-๎]{2,24}"
    r"|(?:คอนโด|หมู่บ้าน|อพาร์ทเม้นท์)[ก-๎\w]+ [ก-๎]{3,15}(?= ?(?:ฝาก|ชั้น|ห้อง|ตึก|$))"
    r"|(?:โรงแรม|คอนโด|ตึก|อาคาร)[ก-๎\w]+ [ก-๎]{2,15} (?:ห้อง|ชั้น) ?\d+(?: ?[ก-๎]{2,20})?"
    r"|บ้าน(?!เลขที่|ผม|เรา|หนู|ฉัน|แม่|พ่อ|ยาย|ตา|เพื่อน|แฟน|ข้าง|ไหน|นี้|นั้น|ได้|ค่ะ|ครับ|แล้ว|ที่|คุณ|เขา|หลัง|อยู่|ไม่|เมื่อ|เลย|ตอน|วัน|ก่อน|แทน|ก็|คน|ถึง|ฟรี|ไหม|มี|นะ|ของ|พี่|น้อง|ลูก|มา|เลย|แต่|เป็น|ใน|ให้|ญาติ|เดียว|ใหม่|เก่า|พัก|ไป|ว่าง|ด้วย|สาขา|เอง|บอล|จะ|ปิด|หน้า|ต่าง)[ก-๎]{3,25}(?=[ ,]?(?:ต\.|ตำบล|หมู่|ม\.|อ\.|อำเภอ|$))(?: ?(?:ต\.|ตำบล|หมู่|ม\.|อ\.|อำเภอ|จ\.|จังหวัด) ?[ก-๎\d]+)*(?: [ก-๎]{3,20})?(?: \d{5})?"
)
_THAI_FIRM = re.compile(
    r"(?:บริษัท|บจก\.?|หจก\.?|บมจ\.?|ห้างหุ้นส่วน(?:จำกัด)?|โรงงาน|คลินิก|สำนักงาน|ร้าน(?= ?[ก-๎]{2,20}การช่าง))(?!ของ|คุณ|นี้|ขนส่ง|เรา|ผม|ไหน|ไม่|จะ|ที่|มี|ได้|ส่ง|ใหญ่|อะไร|เดียว|ประกัน|ปิด|เปิด|แม่|ใน|ให้|เลย|ครับ|ค่ะ|บอก|และ|กับ|ก็) ?[ก-๎\w&.]{2,30}(?: (?!อยาก|จะ|สั่ง|ครับ|ค่ะ|ถึง|ที่|เลข)[ก-๎\w&.]{2,20}(?= (?:จำกัด|\(มหาชน\))))?(?: ?จำกัด(?: ?\(มหาชน\))?)?"
)
_HAN_FIRM = re.compile(
    r"(?:(?<=在)|(?<=開)|(?<=給)|(?<=抬頭)|(?<=公司)|(?<=是)|(?<=頭：)|(?<=[^一-鿿])|(?<=^))(?P<v>[一-鿿]{2,10}(?:股份有限公司|有限公司|公司(?=的[^一-鿿]{0,2}[一-鿿]{1,3}$)|企業社|木工行|鐵工廠|工廠|髮廊|麵包店|咖啡館|餐廳|牙醫|安親班|合作社|五金行|水電行|車行|商號|實業|科技|建設|貿易|物流|事業|藥局|診所|事務所|工作室|商行|工程行|企業|醫院|銀行|書店|國小|國中|高中|大學|補習班|幼兒園|基金會|協會))"
)
_HAN_PLACE = re.compile(
    r"(?P<v>(?:[一-鿿]{2,6}(?:飯店|酒店|旅館|旅店|民宿|大樓|社區|大廈|豪宅|花園廣場|商旅|會館|宿舍)) ?(?:\d{2,4} ?(?:號)?房?)?)"
    r"|(?P<w>(?:全家|7-?11|小七|萊爾富|OK|ok|統一|全聯|家樂福|星巴克|路易莎|麥當勞|春水堂|統一超商) ?[一-鿿]{1,6}(?:店|門市)|(?:巷口|隔壁|樓下|對面|轉角)的?[一-鿿]{2,5}(?:堂|店|坊|屋|館|行|院)(?=[^一-鿿]|$|取|拿|收|寄|就))"
)
_NO_HAN_PLACE = re.compile(
    r"^(?:[一-鿿]{0,3}(?:住|在|到|去|訂|的|家|這|那|我|哪|什麼|一間|有|請|和|跟))+(?:飯店|酒店|旅館|旅店|民宿|大樓|社區|大廈|宿舍)"
)
_DELIVERED = re.compile(r"[一-鿿]{0,4}(?:住|在|到|去|送|寄|放|訂|給|是)")
_OPENED = re.compile(
    r"(?:我們?|這裡|這邊)是|[一-鿿]{0,5}(?:開給|請開|打給|寄給|送到|開立|在|給|開)"
)


def found(text: str) -> Iterator[Span]:
    """In plain text with its capitals."""
    for match in _COMPANY.finditer(text):
        for group in "gdef":
            if match[group]:
                yield Span(match.start(group), match.end(group), Kind.COMPANY)
                break
    for pattern in (_FORMED, _JOINED):
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end(), Kind.COMPANY)
    for match in _NAMED_HOUSE.finditer(text):
        yield Span(match.start("v"), match.end("v"), Kind.ADDRESS)
    for match in _PLACE.finditer(text):
        yield Span(match.start(), match.end(), Kind.ADDRESS)


def thai(low: str) -> Iterator[Span]:
    """In folded text that has Thai letters."""
    for match in _THAI_PLACE.finditer(low):
        yield Span(match.start(), match.end(), Kind.ADDRESS)
    for match in _THAI_FIRM.finditer(low):
        yield Span(match.start(), match.end(), Kind.COMPANY)


def chinese(low: str) -> Iterator[Span]:
    """In folded text that has Chinese signs."""
    for match in _HAN_FIRM.finditer(low):
        led = _OPENED.match(match["v"])
        yield Span(match.start("v") + (led.end() if led else 0), match.end("v"), Kind.COMPANY)
    for match in _HAN_PLACE.finditer(low):
        said = match["v"] or match["w"]
        led = _DELIVERED.match(said)
        start = match.start() + (led.end() if led else 0)
        if not _NO_HAN_PLACE.match(low[start : match.end()]):
            yield Span(start, match.end(), Kind.ADDRESS)
