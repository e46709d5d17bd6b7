"""What stands around help articles, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

# The language of those words that we have in no other.
ENGLISH = "en"
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
)


@dataclass(frozen=True)
class HelpWords:
    """`found` and `nothing` have a place for the words looked for."""

    help: str
    lead: str
    search: str
    find: str
    all_pages: str
    contents: str
    found: str
    nothing: str
    nothing_more: str
    gone: str
    too_often: str
    languages: str


_IN_ENGLISH = HelpWords(
    help="Help",
    lead="Answers to what customers ask most.",
    search="Search the help pages",
    find="Search",
    all_pages="All help pages",
    contents="On this page",
    found="Found for {words}",
    nothing="Nothing found for {words}",
    nothing_more="Try another word, or ask in the chat: there is a person behind it.",
    gone="There is no such help page.",
    too_often="That was a lot of searches. Please wait a minute.",
    languages="Languages",
)
_WORDS = {
    ENGLISH: _IN_ENGLISH,
    "ru": HelpWords(
        help="Справка",
        lead="Ответы на то, о чём спрашивают чаще всего.",
        search="Поиск по справке",
        find="Найти",
        all_pages="Все страницы справки",
        contents="На этой странице",
        found="Найдено по запросу {words}",
        nothing="По запросу {words} ничего не найдено",
        nothing_more="Попробуйте другое слово или спросите в чате: там ответит и человек.",
        gone="Такой страницы справки нет.",
        too_often="Слишком много запросов подряд. Подождите, пожалуйста, минуту.",
        languages="Языки",
    ),
    "is": HelpWords(
        help="Hjálp",
        lead="Svör við því sem oftast er spurt um.",
        search="Leita á hjálparsíðum",
        find="Leita",
        all_pages="Allar hjálparsíður",
        contents="Á þessari síðu",
        found="Niðurstöður fyrir {words}",
        nothing="Ekkert fannst fyrir {words}",
        nothing_more="Prófaðu annað orð eða spurðu í spjallinu: þar svarar líka fólk.",
        gone="Þessi hjálparsíða er ekki til.",
        too_often="Þetta voru margar leitir í röð. Bíddu í eina mínútu.",
        languages="Tungumál",
    ),
    "th": HelpWords(
        help="ช่วยเหลือ",
        lead="คำตอบของเรื่องที่ลูกค้าถามบ่อยที่สุด",
        search="ค้นหาในหน้าช่วยเหลือ",
        find="ค้นหา",
        all_pages="หน้าช่วยเหลือทั้งหมด",
        contents="ในหน้านี้",
        found="ผลการค้นหา {words}",
        nothing="ไม่พบผลสำหรับ {words}",
        nothing_more="ลองใช้คำอื่น หรือถามในแชตได้เลยค่ะ มีเจ้าหน้าที่คอยตอบ",
        gone="ไม่มีหน้าช่วยเหลือนี้ค่ะ",
        too_often="ค้นหาหลายครั้งติดกันเกินไป กรุณารอสักหนึ่งนาทีค่ะ",
        languages="ภาษา",
    ),
    "zh": HelpWords(
        help="說明",
        lead="顧客最常詢問的問題與解答。",
        search="搜尋說明頁面",
        find="搜尋",
        all_pages="所有說明頁面",
        contents="本頁內容",
        found="{words} 的搜尋結果",
        nothing="找不到與 {words} 相關的內容",
        nothing_more="請換個詞試試，或在聊天視窗詢問，也有專人為您服務。",
        gone="沒有這個說明頁面。",
        too_often="搜尋次數過多，請稍候一分鐘再試。",
        languages="語言",
    ),
    "ar": HelpWords(
        help="المساعدة",
        lead="إجابات عن أكثر ما يسأل عنه العملاء.",
        search="البحث في صفحات المساعدة",
        find="بحث",
        all_pages="كل صفحات المساعدة",
        contents="في هذه الصفحة",
        found="نتائج البحث عن {words}",
        nothing="لا نتائج للبحث عن {words}",
        nothing_more="جرّب كلمة أخرى، أو اسأل في المحادثة؛ فهناك من يجيبك.",
        gone="لا توجد صفحة مساعدة كهذه.",
        too_often="عمليات بحث كثيرة متتالية. يُرجى الانتظار دقيقة.",
        languages="اللغات",
    ),
}
_OWN_NAMES = {
    "en": "English",
    "ru": "Русский",
    "is": "Íslenska",
    "th": "ภาษาไทย",
    "zh": "繁體中文",
    "ar": "العربية",
}


def words_in(language: str) -> HelpWords:
    """English where we have no other."""
    return _WORDS.get(_main(language), _IN_ENGLISH)


def is_worded(language: str) -> bool:
    """Whether `words_in` has words of that very language."""
    return _main(language) in _WORDS


def own_name(language: str) -> str:
    """As those who speak it call it; its tag where we do not know."""
    return _OWN_NAMES.get(_main(language), language)


def direction(language: str) -> str:
    """For `dir`."""
    return "rtl" if _main(language) in _RIGHT_TO_LEFT else "ltr"


def _main(language: str) -> str:
    return language.partition("-")[0].lower()
