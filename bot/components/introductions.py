"""How people say their own name in Russian, Icelandic, Thai and Chinese; English has its own shapes in name_patterns.py.

Only what plainly introduces the speaker is here: "мою сестру зовут Аня" and 我妹妹叫小美 name somebody else.
"""

from __future__ import annotations

import re

_END = r"(?=\s*(?:[.,!?;:)\u2026\u3002\uff0c\uff01\uff1f]|$|\n))"
_CYRILLIC = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_ANY_CYRILLIC = r"[А-ЯЁа-яё]{2,20}(?:-[А-ЯЁа-яё]{2,20})?"
_LATIN = r"[A-ZÁÉÍÓÚÝÞÆÖÐ][A-Za-záéíóúýþæöðÁ-Þ'’-]*"
_ANY_LATIN = r"[^\W\d_]{2,25}"
_THAI = r"[ก-๎]{2,20}?"
_HAN = r"[\u4e00-\u9fff]"
_THAI_END = r"(?=\s|ค่ะ|คะ|ครับ|ค้าบ|คับ|นะ|จ้า|[.,!]|$)"
_ZH_END = r"(?=[,.!?;，。！？；、~\s]|$|[啦喔哦唷耶囉]|想|請|要|你|您)"
_RU_NOT = r"(?!(?:не|тоже|уже|так|вот|это|ваш|как|очень|просто)\b)"

# What tells a name for certain, and what only does when somebody is introducing themselves.
TOLD = tuple(
    re.compile(shape)
    for shape in (
        # меня зовут Анна; зовут меня анна; моё имя Анна
        rf"(?i:(?<!\w)(?:меня\s+зовут|зовут\s+меня|мо[её]\s+имя|имя\s+мо[её]))\s*[:—-]?\s*(?:просто\s+)?{_RU_NOT}(?P<name>{_CYRILLIC}(?:\s+{_CYRILLIC})?|{_ANY_CYRILLIC}|{_LATIN})",
        rf"(?i:(?<!\w)(?:называйте|зовите)\s+меня)\s+(?:просто\s+)?(?P<name>{_ANY_CYRILLIC}|{_LATIN})",
        # ég heiti Sigrún; nafnið mitt er Jón; Jón heiti ég
        rf"(?i:(?<!\w)(?:ég|eg)\s+heiti|(?<!\w)heiti\s+(?:ég|eg)|(?<!\w)nafnið\s+mitt\s+er|(?<!\w)kallaðu\s+mig)\s+(?:bara\s+)?(?!(?:ekki|ekkert|hvað)\b)(?P<name>{_LATIN}(?:\s+{_LATIN}){{0,2}}|{_ANY_LATIN})",
        rf"(?:^|[.,!]\s*)(?P<name>{_LATIN}(?:\s+{_LATIN}){{0,2}})\s+(?i:heiti\s+(?:ég|eg))(?!\w)",
        # ผมชื่อเอก; หนูชื่อ นก; เรียกฉันว่าแนน
        rf"(?:ผม|ฉัน|ดิฉัน|หนู|เรา|พี่)\s?(?:มี)?ชื่อ(?:เล่น)?\s?(?:ว่า|คือ)?\s?(?!อะไร|ใคร|เดิม|ผิด|นี้|ไม่)(?P<name>{_THAI}|[A-Za-z]{{2,20}}){_THAI_END}",
        rf"(?:^|สวัสดี(?:ค่ะ|ครับ|คับ)?\s*)ชื่อ(?:เล่น)?\s?(?:ว่า|คือ)?\s?(?!อะไร|ใคร|เดิม|ผิด|นี้|ไม่|สินค้า|ร้าน|ผู้|บัญชี|รุ่น|คน)(?P<name>{_THAI}|[A-Za-z]{{2,20}}){_THAI_END}",
        rf"เรียก(?:ผม|ฉัน|ดิฉัน|หนู|เรา)ว่า\s?(?!อะไร)(?P<name>{_THAI}|[A-Za-z]{{2,20}}){_THAI_END}",
        # 我叫王小明; 我的名字是…; 叫我阿明
        rf"(?:我(?:的)?名字(?:是|叫)|我叫做?|本人)\s?(?!什麼|什么|他|她|你|您)(?P<name>{_HAN}{{2,4}}?|[A-Za-z]{{2,20}}){_ZH_END}",
        rf"(?:請|可以|就)?叫我\s?(?!什麼|什么)(?P<name>{_HAN}{{2,4}}?|[A-Za-z]{{2,20}}){_ZH_END}",
    )
)
INTRODUCED = tuple(
    re.compile(shape)
    for shape in (
        rf"(?i:(?<!\w)(?:это|я)\s*[—-]?\s*)(?P<name>{_CYRILLIC}(?:\s+{_CYRILLIC})?){_END}",
        rf"(?i:(?<!\w)(?:ég|eg)\s+er\s+|(?<!\w)þetta\s+er\s+)(?P<name>{_LATIN}(?:\s+{_LATIN}){{0,2}}){_END}",
        rf"(?:^|[.,!]\s*)(?P<name>{_LATIN}(?:\s+{_LATIN}){{0,2}})\s+(?i:hér|hérna){_END}",
        rf"(?:我是|這裡是)\s?(?!誰|学|學|老|新|會|要|想|不|在|一|客|你|您|台|從|住|第)(?P<name>[王李張陳林黃吳劉蔡楊許鄭謝郭洪曾邱廖賴周葉蘇莊呂江何羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯孫魏翁戴范方宋]{_HAN}{{1,2}}|[小阿]{_HAN}|[A-Za-z]{{2,20}}){_ZH_END}",
    )
)
