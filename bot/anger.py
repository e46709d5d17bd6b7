"""Anger as it is written: strong words, shouting, rows of exclamation marks. What is meant stays the intent's matter.

Said of the service, not of a product: "ridiculously warm" is praise, and who is not angry says so in the same words.
"""

from __future__ import annotations

import re

from components.words_of_scripts import without_accents

_ENGLISH = (
    r"\b(?:(?:this|that|it)(?:'s| is) (?:(?!not\b)\w+ )?(?:ridiculous|unacceptable|outrageous|a disgrace|a joke|bullshit)"
    r"|absolutely (?:ridiculous|unacceptable)|worst (?:service|shop|store|company|customer)"
    r"|(?:fed up|sick (?:and tired )?of|had enough of)|(?:you(?:'re| are)|you lot are) (?:(?!not\b)\w+ )?(?:useless|incompetent|pathetic|liars|thieves)"
    r"|useless (?:bot|machine|thing)|stupid bot|scam(?:mers)?|rip-?off|never (?:buy|order|shop)\w* .{0,30}again"
    r"|(?:i am|i'm|im) (?:(?!not\b)\w+ )?(?:angry|furious|livid|pissed)|wtf|fuck\w*|bullshit|how many times do i)\b"
)
# Written without its accents, as it is looked for.
_ICELANDIC = (
    r"\b(?:otholandi|oasaettanlegt|ut i hott|thetta er (?:(?!ekki\b)\w+ )?(?:faranlegt|til skammar|hneyksli|brandari|rugl|ogedslegt|kjaftaedi)"
    r"|(?:versta|omurleg\w*|hormuleg\w*|skammarleg\w*) (?:thjonust\w+|verslun\w*|bud\w*|fyrirtaeki\w*)"
    r"|eg er (?:(?!ekki\b)\w+ ){0,2}(?:(?:oska|bal|fok|snar)?reid(?:ur)?|brjalud|brjaladur|fjukandi|foxill?)|(?:fengid|buinn? ad fa) nog"
    r"|svindl\w*|svikar\w+|svikahrapp\w+|thjofar|glaepamenn|aumingjar|halfvitar|favitar"
    r"|(?:heimsk\w*|gagnslaus\w*|onyt\w*) (?:bot\w*|spjallmenni\w*|vel\w*|robot\w*)"
    r"|(?:versla|kaupi?|panta) (?:\w+ ){0,3}aldrei (?:aftur|framar)|aldrei (?:aftur|framar) (?:\w+ ){0,2}(?:versla|kaupa|panta)"
    r"|andskotans?|andskotinn|djofulsins?|helvitis|fjandans?|fokking|hversu oft tharf eg)\b"
)
_RUSSIAN = (
    r"\b(?:безобрази[ея]|беспредел|издевательств\w+|издеваетесь|хамств\w+|наглость|позорище|это (?:просто |полный )?позор"
    r"|(?:худш\w+|отвратительн\w+|ужасн\w+|мерзк\w+) (?:магазин\w*|сервис\w*|обслуживани\w+|поддержк\w+|компани\w+|отношени\w+)"
    r"|сколько (?:уже |ещё |еще )?можно(?=[^\w]*$|[!?.,]| (?:ждать|терпеть|издеваться|повторять|обещать|тянуть))|вы (?:меня |уже |все |всех )*достали|(?:мне |уже )надоело|задолбал\w*|заколебал\w*|с меня хватит|терпение (?:лопнуло|кончилось|закончилось)"
    r"|я (?:(?!не\b)\w+ )?(?:зол|зла|злюсь|в ярости|в бешенстве|взбеш\w+|возмущ[её]н\w*)|мошенник\w*|жулик\w*|обманщик\w*|кидалов\w+|лохотрон\w*|развод на деньги"
    r"|(?:тупой|бесполезный|дурацкий) бот|бот (?:тупой|бесполезный)|идиот\w*|дебил\w*|придурк\w*|сволочи"
    r"|(?:больше|никогда) (?:\w+ ){0,2}не (?:куплю|закажу|буду (?:\w+ )?(?:покупать|заказывать))"
    r"|бля|бляд\w*|блять|пизд\w+|х[уy]й\w*|ху[её]в\w+|на ?хер|нахрен|[её]бан\w+|заеб\w+)\b"
)
# Thai and Chinese write no spaces: words that stand in no harmless longer one.
_THAI = (
    r"ห่วยแตก|เฮงซวย|(?:บริการ|ร้าน|แอดมิน|พนักงาน|ระบบ|บอท).{0,8}(?:ห่วย|แย่มาก|แย่ที่สุด|แย่สุด|โคตรแย่)|(?<!ไม่)(?<!อย่า)โมโห|หัวร้อน|(?<!ไม่ได้)(?<!ไม่)โกรธ(?:มาก|แล้ว|สุด)"
    r"|สุดจะทน|ทนไม่ไหว|รับไม่ได้(?:จริง|เลย|มาก)|หมดความอดทน|(?:ร้าน|คน|โดน|ขี้|พวก)โกง|โกง(?:ลูกค้า|เงิน)|(?:ร้าน|พวก|เป็น)มิจฉาชีพ|หลอกลวง|ต้มตุ๋น"
    r"|(?:ไร้|ไม่มี)ความรับผิดชอบ|ไม่รับผิดชอบ|จะไม่(?:ซื้อ|สั่ง|อุดหนุน).{0,15}อีก|บอท(?:โง่|ควาย|กาก|ไร้ประโยชน์)|(?<!คุณ)แม่ง(?!า)|เหี้ย|เชี่ย|ควยไร|ไอ้เวร|ไอ้บ้า"
)
_CHINESE = (
    r"太扯了|太離譜|太過分|有夠爛|爛透了|超爛|爛(?:店|客服|服務|公司|機器人)|垃圾(?:店|客服|服務|公司|網站|機器人)|黑店|你們.{0,4}詐騙|騙子|騙錢|坑錢|坑人"
    r"|氣死(?:我|人)|火大|(?:我|我真的|實在|真的|非常|超級?)(?:很|好|非常|超)?(?:生氣|憤怒|不爽)|受夠了|忍無可忍|搞什麼|什麼(?:爛|鬼)(?:東西|服務|店|客服)"
    r"|笨機器人|白痴|智障|廢物|他媽的|靠北|靠杯|機掰|王八蛋|(?:再也不|不會再|永遠不)(?:會)?(?:買|來|訂|光顧|跟你們買)|(?:要我|都|我)(?:講|說|問)(?:了|過)?幾(?:次|遍)"
)
_LATIN_WORDS = re.compile(f"{_ENGLISH}|{_ICELANDIC}", re.IGNORECASE)
_OTHER_WORDS = re.compile(f"{_RUSSIAN}|{_THAI}|{_CHINESE}", re.IGNORECASE)
_SHOUTED = re.compile(r"\b[A-ZÁÐÉÍÓÚÝÞÆÖА-ЯЁ]{3,}\b")
_MARKS = re.compile("[!\uff01]{2}")
_SHOUTED_WORDS = 3
_ENOUGH = 2


def is_angry(text: str) -> bool:
    """Whether a person should take over now: a strong word, or shouting with exclamation marks."""
    shouting = len(_SHOUTED.findall(text)) >= _SHOUTED_WORDS or (
        text.isupper() and len(text.split()) > _SHOUTED_WORDS
    )
    return 2 * _is_strong(text) + shouting + bool(_MARKS.search(text)) >= _ENOUGH


def _is_strong(text: str) -> bool:
    plain = without_accents(text.replace("\u2019", "'").casefold())
    return bool(_LATIN_WORDS.search(plain) or _OTHER_WORDS.search(text))
