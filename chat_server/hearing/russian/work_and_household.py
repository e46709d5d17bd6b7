"""Where they work and as what, and who lives with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.inflected import rule, unless
from chat_server.hearing.rule import OWN, PLAIN, But, Heard

from .places import is_place

_ORG = r"(?:компани[яиюей]+|фирм[аыуеой]+|организаци[яиюей]+|предприяти[еяию]|агентств[оауе]|студи[яиюей]+|клуб[аеу]?|турклуб[аеу]?|школ[аыуе]|отел[ьяею]|гостиниц[аыуе]|магазин[аеу]?|завод[аеу]?|контор[аыуе]|команд[аыуе]|фонд[аеу]?|ооо|оао|ао|зао|пао|ип)"
_FIRM = r"(?P<v>(?:(?:ооо|оао|ао|зао|пао|ип) )?(?:[«\"][^»\"\n]{2,50}[»\"]|[^\W\d_][\w&.'-]{1,30}(?: [A-ZА-Яa-zа-я][\w&.'-]{1,20})?))"
_LEGAL = r"(?:ооо|оао|зао|пао|ао|ип)"
_CASES = (("рое", "рой"), ("карте", "карта"), ("ефти", "ефть"), ("ии", "ия"), ("ке", "ка"), ("ге", "га"), ("це", "ца"), ("не", "н"), ("те", "т"), ("ре", "р"), ("ле", "л"), ("ме", "м"), ("се", "с"), ("де", "д"), ("пе", "п"), ("бе", "б"), ("ве", "в"), ("зе", "з"))  # fmt: skip
_WORKS = r"(?:работаю|работаем|тружусь|трудимся|служу)"
# What people are; with a complement where there is one.
ROLE = (
    r"(?:(?:старш|главн|ведущ|генеральн|коммерческ|исполнительн|технич|финансов|руководящ)[а-я]+ )?(?:[а-я]+-)?(?:менеджер|директор|бухгалтер|инженер|закупщи[кц]|снабжен[ец]|секретар|руководител|начальни[кц]|администратор|координатор"
    r"|ассистент|помощни[кц]|специалист|юрист|учител|преподавател|врач|медсестр|медбрат|дизайнер|программист|разработчи[кц]|аналитик|маркетолог|архитектор|водител|курьер|повар|журналист|переводчи[кц]|художни[кц]|гид|экскурсовод|инструктор|тренер|кассир"
    r"|казначе|кладовщи[кц]|логист|продав[ец]|экономист|редактор|фотограф|механик|строител|электрик|сварщи[кц]|геолог|биолог|ученый|спасател|лесник|егер|пожарн|пилот|моряк|рыба[кч]|фермер|воспитател|психолог|библиотекар|студент|аспирант|владел|основател|совладел|учредител|председател|завхоз|офис-менеджер|hr|кадрови[кц]|пиарщи[кц]|владелица|партнер)"
    r"[а-я]{0,5}(?: (?:по [а-я]+(?: и [а-я]+)?|отдела(?: [а-я]+)?|склада|магазина|смены|проектов?|производства|закупок|продаж|службы(?: [а-я]+)?|группы|клуба|компании(?! [«А-ЯA-Zа-я])|школы))?"
)
_PEOPLE = r"(?:(?:две|два|три|четыре|пять|\d|двое|трое|четверо|пятеро|маленьк\w+|взросл\w+|одна|один) )*(?:дет(?:ей|и|ишек|ок)|реб[её]н(?:ок|ка)|малыш\w?|сын(?:а|ок|овей|очек)?|доч(?:ь|ка|ери|ки|ек|ерей|урка)|близнец\w*|двойн\w+|тройн\w+|мальчи(?:ков|шек|ка|к)|девоч(?:ек|ки|ка)|пацан(?:ов|а)?|подростк\w+|соба(?:ка|ки|к|чка|кой|ками)|п[её]с|пса|псы|щен(?:ок|ка|ки)|кошк(?:а|и|у)|кошек|кот(?:а|ы|ик|енок|ов|енка)?|попуга\w+|хомя\w+|кроли\w+|муж|жена|хаски|корги|лабрадор\w*|такса|спаниель|овчарк\w|питом\w+)"
_WITH = {"мужем": "муж", "женой": "жена", "парнем": "парень", "девушкой": "девушка", "мамой": "мама", "родителями": "родители", "котом": "кот", "кошкой": "кошка", "собакой": "собака", "детьми": "дети", "сыном": "сын", "дочкой": "дочка", "дочерью": "дочь", "бабушкой": "бабушка", "подругой": "подруга", "ребенком": "ребенок", "псом": "пес", "семьей": "семья", "супругой": "супруга", "супругом": "супруг", "братом": "брат", "сестрой": "сестра"}  # fmt: skip
_SEVERAL = {
    "детьми": "детей",
    "кошками": "кошки",
    "собаками": "собаки",
    "котами": "кота",
    "сыновьями": "сына",
    "дочками": "дочки",
    "дочерьми": "дочери",
}
_INSTRUMENTAL = {
    "двумя": ("два", "две", "двое"),
    "тремя": ("три", "три", "трое"),
    "четырьмя": ("четыре", "четыре", "четверо"),
}
_COUNTS = {"вдвоем": "2 человека", "втроем": "3 человека", "вчетвером": "4 человека", "впятером": "5 человек", "двое": "2 человека", "трое": "3 человека", "четверо": "4 человека", "пятеро": "5 человек", "шестеро": "6 человек", "семеро": "7 человек", "2": "2 человека", "3": "3 человека", "4": "4 человека", "5": "5 человек", "6": "6 человек", "двух человек": "2 человека", "трех человек": "3 человека", "четырех человек": "4 человека", "пяти человек": "5 человек", "шести человек": "6 человек"}  # fmt: skip
_SPLIT = re.compile(rf"{_PEOPLE}")
_FIELDS = {
    "закупку": "закупка",
    "логистику": "логистика",
    "бухгалтерию": "бухгалтерия",
    "закупками": "закупки",
    "снабжением": "снабжение",
    "логистикой": "логистика",
    "продажами": "продажи",
    "кадрами": "кадры",
}
_ROLE_ENDS = (("щиком", "щик"), ("щицей", "щица"), ("ником", "ник"), ("ницей", "ница"), ("ком", "к"), ("телем", "тель"), ("арем", "арь"), ("цом", "ец"), ("ей", "я"), ("ой", "а"), ("ером", "ер"), ("ором", "ор"), ("ом", ""), ("ем", "й"))  # fmt: skip


def _firm(heard: Heard) -> Iterator[Statement]:
    """A name with a capital or in quotation marks, in the nominative where it is one plain word after "в"."""
    start, end = heard.place()
    said = heard.line.text[start:end].rstrip(" .,-")
    words = said.split()
    if (
        len(words) > 1
        and not words[-1].startswith(("«", '"'))
        and said[-1:] not in '»"'
        and not words[-1][:1].isupper()
    ):
        said = said[: said.rindex(words[-1])].rstrip()
        words = words[:-1]
    bare = words[-1].strip('«»"') if words else ""
    quoted = "«" in said or '"' in said
    if (
        not bare
        or not (quoted or heard.line.capital(start) or words[-1][:1].isupper())
        or is_place(bare)
    ):
        return
    value = said.strip('«»"') if not re.match(_LEGAL, said.lower()) else said
    if heard.has("in") and not heard.has("org") and len(value.split()) == 1:
        value = _plain(value)
    yield heard.statement(
        "company", value, span=(start, start + len(said)), confidence=0.9, ended=heard.has("not")
    )


def _plain(said: str) -> str:
    for ending, plain in _CASES:
        if said.endswith(ending) and len(said) > len(ending) + 2:
            return said[: len(said) - len(ending)] + plain
    return said


def _role(heard: Heard) -> Iterator[Statement]:
    """In the nominative, whatever it was said in."""
    said = heard.words().strip()
    first, _, rest = said.partition(" ")
    if heard.has("as"):
        *lead, last = first.split("-")
        for ending, plain in _ROLE_ENDS:
            if last.endswith(ending):
                last = last[: len(last) - len(ending)] + plain
                break
        first = "-".join([*lead, last])
    yield heard.statement(
        "company_role", f"{first} {rest}".strip(), span=heard.place(), confidence=0.9
    )


def _field(heard: Heard) -> Iterator[Statement]:
    """What they see to, as it is called by itself."""
    group = next(one for one in ("v", "w", "x") if heard.has(one))
    said = heard.match[group]
    yield heard.statement(
        "company_role", _FIELDS.get(said, said), span=heard.place(group), confidence=0.9
    )


def _household(heard: Heard) -> Iterator[Statement]:
    """Each of those who are named."""
    start, _ = heard.place()
    for one in _SPLIT.finditer(heard.match["v"]):
        span = (start + one.start(), start + one.end())
        yield heard.statement("household", heard.line.text[slice(*span)], span=span, confidence=0.9)


def _with(heard: Heard) -> Iterator[Statement]:
    value = _WITH[heard.match["v"]]
    yield heard.statement("household", value, confidence=0.9)


def _count(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("household", _COUNTS[heard.match["v"]], confidence=0.9)


def _several(heard: Heard) -> Iterator[Statement]:
    """How many of whom; only of those who live with them."""
    if not re.search(r"\b(?:жив|одна с|один с|дома)", heard.sentence.low):
        return
    count, whom = heard.match["v"].split()
    gender = 2 if whom == "детьми" else 0 if whom in {"котами", "сыновьями"} else 1
    yield heard.statement(
        "household", f"{_INSTRUMENTAL[count][gender]} {_SEVERAL[whom]}", confidence=0.9
    )


def _alone(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("household", heard.words("v"), confidence=0.9)


_MINE = But.SUPPOSED | But.REPORTED | But.DENIED | But.PAST
RULES = (
    rule("работ тружу труди служу", rf"(?<!\bне )\b{_WORKS}(?: [а-я-]+(?:ом|ем|ой|ей|ером))?(?: [а-я]+)?? (?P<in>(?:в|на|для|у))(?P<org> {_ORG})? {_FIRM}", _firm, OWN | But.DENIED | But.PAST),
    rule("работ", rf"\b(?P<not>(?:больше |уже )?не работаю(?: больше| уже)?) (?P<in>в|на)(?: {_ORG})? {_FIRM}", _firm, OWN),
    rule("уволи ушел ушла", rf"\b(?P<not>(?:уволил(?:ась|ся)|ушел|ушла)) (?:из|с) (?:{_ORG} )?{_FIRM}", _firm, OWN),
    rule("комп фирм орга пред аген студ клуб турк школ отел гост заво конт фонд коман", rf"\b(?:я|мы|наш\w?|моя|мой|нашей|нашего|моей|моего|от лица|от имени|от|из|для|работаю|закупаем|представляем|представляю)\b(?: (?!не\b)[а-я—-]+){{0,3}}? ?(?:— |- )?{_ORG}(?: называется|:| —| -)? ?{_FIRM}", _firm, OWN | But.DENIED),
    rule("предс счет ооо оао зао ао ип пао плате юрлиц заказч покуп", rf"\b(?:представляю|представляем|плательщик|юрлицо|юр\.? ?лицо|заказчик|покупатель|грузополучатель|сч[её]т (?:\w+ )?на|от|на|для|из|мы|это|в|по договору с|реквизиты):? (?:— |- )?(?P<lead>(?={_LEGAL} )){_FIRM}", _firm, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("комп фирм", rf"^(?:{ROLE}), {_ORG} {_FIRM}", _firm, OWN | But.DENIED),
    rule("закуп предс", rf"\b(?:закупаю|закупаем|представляю|представляем)\b(?: [а-я]+)?? (?:для )?{_FIRM}", _firm, OWN),
    rule("я мы", rf"(?<![\w-])(?:я|мы)(?: тут| там| теперь| сейчас| у них| у нас| здесь| и есть| как раз| сам| сама| работаю)?(?: —| -|,)? ?(?P<v>{ROLE})(?![а-я-])(?! (?:мне|обещ|сказ|посове|написа|нагруб|ответ))", _role, PLAIN | But.DENIED | But.PAST | But.OTHERS),
    rule("работ тружу", rf"\b{_WORKS}(?P<as>)(?: (?:в|на) [\w«» .-]{{2,30}}?)?(?: там| здесь| сейчас| теперь)? (?P<v>{ROLE})(?![а-я-])", _role, OWN | But.DENIED | But.PAST),
    rule("должн", rf"\b(?:моя должность|(?<!занимаю )(?<!в )должность(?: у меня)?)(?: —| -|:)?(?: там)? ?(?P<v>{ROLE})(?![а-я-])", _role, OWN | But.DENIED),
    rule("комп ооо", rf"^(?P<v>{ROLE}), (?:компания|фирма|ооо)", _role, PLAIN | But.DENIED),
    rule("отвеч заним завед руков возгл веду", rf"\b(?:отвечаю|занимаюсь|заведую|руковожу|возглавляю|веду)\b[^.!?,]{{3,40}}? (?P<in>в|на|для)(?P<org> {_ORG})? {_FIRM}", _firm, OWN | But.DENIED | But.PAST),
    rule("в на", rf"(?:^|[,.] ?)(?:у нас )?(?P<in>в|на)(?P<org> {_ORG})? (?=[«\"]){_FIRM},? (?:я|мы|работаю|тружусь)\b", _firm, OWN | But.DENIED | But.PAST),
    rule("комп фирм орга ооо", rf"(?:^|, |— |- )(?:компания|фирма|организация|предприятие|наша фирма)(?: называется|:| —)? {_FIRM}(?=[.,!]|\s*$)", _firm, OWN | But.DENIED),
    rule("профе специ", rf"\b(?:по профессии|по специальности|профессия)(?: я|:| —)? ?(?P<v>{ROLE})(?![а-я-])", _role, OWN | But.DENIED),
    rule("отвеч заним", r"\b(?:(?:отвечаю|отвечаем) за (?P<v>закупк[иу]|снабжение|логистику|склад|продажи|бухгалтерию|кадры)|занимаюсь (?P<w>закупками|снабжением|логистикой|продажами|кадрами)|(?P<x>закупками|снабжением|логистикой|продажами|кадрами) занимаюсь)(?![а-я])", _field, OWN | But.DENIED | But.PAST),
    rule("комп фирм орга пред аген магаз завод", rf"^(?:я |мы )?(?:{ROLE}|заведующ\w+ [а-я]+) (?:в|на|из) (?P<org>{_ORG}) {_FIRM}", _firm, OWN | But.DENIED),
    # Household
    rule("у мы есть роди", rf"\b(?:у (?:меня|нас)(?: с (?:мужем|женой))?(?: есть| тут| дома| в семье| растут| живет| живут| теперь| только| уже)*|(?:мы )?воспитыва\w+|родил(?:ась|ся|ись)(?: у нас)?) (?P<v>{_PEOPLE}(?:(?:,| и|, а еще) {_PEOPLE}){{0,3}})(?![а-я])(?! (?:носит|любит|учится|день|родился|заболел|умер))", _household, _MINE | But.ASKED),
    rule("завел взял приют появи родил", rf"\b(?:завел[аи]?|взял[аи]? (?:из приюта|домой)|приютил[аи]?|появил(?:ся|ась|ись) (?:у нас )?(?:дома )?)(?: недавно| наконец| себе)* (?P<v>{_PEOPLE})(?![а-я])", _household, _MINE | But.ASKED),
    rule("дома", rf"\bдома(?: у (?:меня|нас)| живут| растут| ждут| бегают|:| —)* (?P<v>(?:двое|трое|четверо|пятеро|\d|два|две|три|маленьк\w+) {_PEOPLE}(?:(?:,| и) {_PEOPLE}){{0,3}})(?![а-я])", _household, _MINE | But.ASKED),
    rule("вдвое втрое вчетв впяте", r"\b(?:живем|нас|мы)(?: тут| здесь| дома| вместе)* (?P<v>вдвоем|втроем|вчетвером|впятером)\b", unless(rf"\bсо? (?:{'|'.join(_WITH)})\b", _count), _MINE | But.ASKED),
    rule("двумя тремя четыр", rf"\b(?:с|со|и|плюс) (?P<v>(?:двумя|тремя|четырьмя) (?:{'|'.join(_SEVERAL)}))\b", _several, _MINE | But.ASKED),
    rule("живу живем живет", rf"\bжив(?:у|ем) (?:вместе |вдвоем |сейчас |одна? |один |втроем |тут |здесь |в [\w-]+ )*(?:со? )(?:моим |моей |своим |своей )?(?P<v>{'|'.join(_WITH)})\b", _with, _MINE | But.ASKED),
    rule("живем", rf"\b(?:мы )?со? (?P<v>{'|'.join(_WITH)})(?: \w+)? живем\b", _with, _MINE | But.ASKED),
    rule("нас семья", r"\bнас (?:в семье |дома |всего |тут |теперь |в доме |в квартире )*(?P<v>двое|трое|четверо|пятеро|шестеро|семеро|[2-6](?=[.,!]|$))|\bсемья (?:из|—|-) (?P<w>(?:двух|трех|четырех|пяти|шести) человек)", lambda heard: _count(heard) if heard.has("v") else iter([heard.statement("household", _COUNTS[heard.match["w"]], confidence=0.9)]), _MINE | But.ASKED),
    rule("живу", r"\b(?P<v>живу (?:совсем |теперь )?(?:один|одна))\b(?! (?:в|с|со) (?:кот|соба|кош))(?! с )", _alone, _MINE | But.ASKED),
    rule("мама папа", r"\bя (?P<v>(?:мама|папа|мать|отец) (?:двоих|троих|двух|трех|четверых|одного)[а-я ]{0,20}?(?:детей|мальчиков|девочек|сыновей|дочек|близнецов|двойняшек)?)(?=[,.!]|$)", _alone, _MINE | But.ASKED),
)  # fmt: skip
