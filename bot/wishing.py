"""Whether a message wants something done or told, and whether it speaks of its writer, by the words of each language.

Customers mostly tell without asking: "I never want mustard again" wishes for nothing that a bot could do. What bids ("show me"),
wants ("I need") or calls for a service ("refund") is a request, also without a question mark.
"""

# ruff: noqa: RUF001 - letters of five languages that look like others are meant
from __future__ import annotations

import re

_ENGLISH = (
    r"\b(?:i|we)(?:'d| would)? (?:really |just |also |still )?(?:want|need|like to|love to|wish)\b"
    r"|\b(?<!don't )(?<!dont )(?<!not )(?<!never )(?:show|find|give|get|send|tell|help|bring|call|write|ring|pick|choose) (?:me|us)\b"
    r"|\b(?:looking|searching|hunting) for\b|\b(?:can(?:'?t|not) find|let me (?:see|have)|got any|have you|do you|are there)\b"
    r"|\b(?:can|could|will|would|may) (?:you|i|we|somebody|someone|anybody)\b|\b(?:recommend|suggest)\b"
    r"|\b(?:cancel|refund|money back|exchange|swap)\b|\b(?:return|change|correct|replace|fix|update) (?:it|the|my|this|them|these|that)\b"
    r"|\bplease (?:change|cancel|call|send|show|find|check|correct|help|tell)\b|\bi should (?:get|have)\b|^\W*any(?:thing|one|body)?\b"
    r"|\b(?:what|which|how|where) (?:should|do|can|could|would|is|are|else|size|fib(?:re|er))\b"
)
_RUSSIAN = (
    r"\b(?<!не )(?:хочу|хотим|хотел\w* бы|хотелось|нужн\w+|надо|ищу|ищем|покажи\w*|подбери\w*|найди\w*|найти|дайте|пришлите|верните|вернуть"
    r"|помоги\w*|подскажи\w*|скажи\w*|расскажи\w*|отмени\w*|поменя\w+|замени\w*|исправь\w*|измени\w*|позови\w*|перезвони\w*|соедини\w*"
    r"|посовету\w+|порекоменд\w+|можно|можете|могли бы|давайте|оформи\w*|пусть|проверьте|вышлите|требую)\b"
)
_ICELANDIC = (
    r"\b(?<!en )(?:vil|viljum)(?! (?:ekki|aldrei))\b|\b(?:vantar|langar|þarf|þurfum)(?! ekki)\b|\b(?:að leita|leita að|leitum|má ég|hætta við|finn ekki)\b"
    r"|\b(?<!ekki )(?:sýndu|sýnið|finndu|finnið|sendu|sendið|fáðu|getur|getið|geturðu|getum|gætuð|gætirðu|breyta|breytið|breyttu|afpanta|skila"
    r"|endurgreið\w*|hringið|hringdu|hjálp\w*|segðu|segið|látið|kvarta|eigið|eruð|seljið|hafið|fæst|fást)\b|\bmæl\w+ (?:\w+ )?með\b"
)
_THAI = (
    r"อยาก(?:ได้|ดู|คืน|คุย|ซื้อ|รู้|สั่ง|ถาม|เปลี่ยน)|(?<!ไม่)ต้องการ|(?<!ที่)ขอ(?=ดู|คืน|ซื้อ|เงิน|คุย|สอบ|ถาม|ราย|ส่วนลด|โค้ด|เปลี่ยน|ยก|ความ|ใบ|ลิงก์|เลข|สี|ไซส์|เสื้อ|รอง|หมวก|แจ็ค|ถุง|ตัว|แบบ|อัน|\s|[a-z])|(?<!พอ)ช่วย(?!เหลือดี)|แนะนำ|ยกเลิก|(?:จะ|อยาก)คืน"
    r"|หา.*(?:ให้|ไม่เจอ)|^หา|เปลี่ยน(?:ที่อยู่|ไซส์|ให้)|ให้หน่อย|บอกหน่อย|ร้องเรียน|บ้างไหม"
)
_CHINESE = (
    r"(?<!不)想(?:要|看|找|買|退|換|問|知道|訂|改|了解|請|跟)|我們?要(?!結婚|去|搬|辦)|(?<!不)需要|請(?:問|幫|給|改|回|取消|退|把|告訴|叫|人)"
    r"|(?<!是)幫(?:我|忙)|(?<!送)給我(?!們|弟|媽|爸|姐|妹|哥|女|兒|老|先生|太太|朋友)|給我們看|找不到|要找|推薦|取消|退貨(?!的)|退款|退錢|換貨|改一下|叫真人|投訴|有沒有|能不能"
)
_WISHES = re.compile(f"{_ENGLISH}|{_RUSSIAN}|{_ICELANDIC}|{_THAI}|{_CHINESE}", re.IGNORECASE)
_I, _WE_AND_OURS = r"เรา|ผม|ฉัน|หนู|我", r"แฟน|ที่บ้าน|ลูก|สามี|ภรรยา"
_PRONOUN = re.compile(rf"\b(?:i|i'm|my|we|я|мы|ég|við)\b|{_I}", re.IGNORECASE)
_OF_ONESELF = re.compile(
    r"\b(?:i|i'm|i've|i'd|my|me|mine|we|we're|we've|our|us)\b"
    r"|\b(?:я|мы|мне|меня|мной|нам|нас|мо[йяёюе]|мои|моего|моей|моём|моим|моих|наш\w*)\b"
    r"|\b(?:ég|mig|mér|mín|minn|mitt|mínum|minni|mínar|mínir|við|okkur|okkar)\b"
    rf"|{_I}|{_WE_AND_OURS}",
    re.IGNORECASE,
)
# Somebody is through with a thing, and it is not the shop.
_NO_MORE = re.compile(
    r"\bnever (?:want|wear|buy|wish for|touch)\b.*\b(?:anything|again)\b|\b(?:не (?:предлагайте|показывайте)|никогда больше не|больше никогда не)\b"
    r"|\b(?:aldrei (?:aftur|framar)|aldrei meir)\b|ไม่เอาอีก|(?:不想再看到|再也不(?:要|想)(?:看|穿|買))",
    re.IGNORECASE,
)
_THE_SHOP = re.compile(
    r"\b(?:you|your|here|shop|store|order|delivery)\b|\b(?:у вас|с вами|ваш\w*|магазин\w*|заказ\w*)\b|\b(?:ykkur|ykkar|búð\w*|pöntun\w*|pant\w*)\b"
    r"|ร้าน|สั่ง|你們|店|訂",
    re.IGNORECASE,
)


def wishes(text: str) -> bool:
    """Whether it wants something, by its words."""
    return _WISHES.search(text.replace("\u2019", "'")) is not None


def is_of_oneself(text: str) -> bool:
    """Whether it speaks of who writes it."""
    return _OF_ONESELF.search(text.replace("\u2019", "'")) is not None


def speaks(value: str) -> bool:
    """Whether it holds a word of who speaks, as the value of a fact should not."""
    return _PRONOUN.search(value.replace("\u2019", "'")) is not None


def is_through_with_it(text: str) -> bool:
    """Whether they never want a thing again: a dislike, and no complaint about the shop."""
    return _NO_MORE.search(text) is not None and _THE_SHOP.search(text) is None
