"""Names as they are given by surname, by nickname, or in a list; and where they will live."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.inflected import HEAD, rule
from chat_server.hearing.lists import (
    home_field,
    listed,
    name_field,
    role_field,
    size_field,
)
from chat_server.hearing.moves import from_a_day
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, LineRule
from chat_server.hearing.takes import LIKELY
from chat_server.hearing.text import Line

from .names import is_surname, name_at
from .people import HELLO, bent_name, known_name, place, told_name
from .places import is_place, town_at
from .sizes import SIZE, as_size
from .work_and_household import ORG, ROLE

_NAME = r"(?P<v>[^\W\d_])"
_REST = r"[^\W\d_]*(?:-[^\W\d_]+)?"
_WORDS = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "январе январю", "феврале февралю", "марте марту", "апреле апрелю", "мае маю", "июне июню", "июле июлю",
            "августе августу", "сентябре сентябрю", "октябре октябрю", "ноябре ноябрю", "декабре декабрю",
        ), 1,
    )
    for form in forms.split()
} | {"весной": 3, "весне": 3, "летом": 6, "лету": 6, "осенью": 9, "осени": 9, "в новом году": 1, "после нового года": 1}  # fmt: skip


def _by_surname(heard: Heard) -> Iterator[Statement]:
    """A surname alone, with its capital."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is not None and name.capital and is_surname(name.value.split()[0]):
        yield heard.statement("name", name.value, span=(name.start, name.end), confidence=LIKELY)


def _both(heard: Heard) -> Iterator[Statement]:
    """The surname first, as in forms."""
    line, end = heard.line, heard.sentence.end
    last, first = (name_at(line, heard.place(group)[0], end) for group in ("last", "v"))
    if last is not None and first is not None:
        span = (min(last.start, first.start), max(last.end, first.end))
        yield heard.statement("name", f"{first.value} {last.value}", span=span)


_named = name_field(name_at)
_from = home_field(re.compile(r"(?:живу в |я из |из |г\. ?|город |в )"), town_at, is_place)
_sized = size_field(
    re.compile(
        rf"(?:размер(?: ноги| обуви| одежды)?:? |ношу |беру |нога |мой )?(?P<v>{SIZE})(?P<unit> размер\w*(?: обуви| ноги)?)?"
    ),
    as_size,
)
_posted = role_field(
    re.compile(
        rf"(?:я )?(?P<v>{ROLE})(?: (?:в |на |из |при )?(?:{ORG} )?[«\"][^»\"]{{2,50}}[»\"]| (?:в|на|из|при) (?:{ORG} )?\w+)?"
    )
)


def _hired(line: Line, start: int, end: int) -> Statement | None:
    """In quotation marks, or after what firms are called."""
    found = re.compile(
        r"(?:компания |фирма |ооо |ао |ип )?[«\"](?P<v>[^»\"\n]{2,50})[»\"]|(?:компания|фирма) (?P<w>[^\W\d_][\w .&-]{1,40})"
    ).fullmatch(line.low, start, end)
    if found is None:
        return None
    group = "v" if found["v"] else "w"
    return Statement("company", line.text[slice(*found.span(group))], 0.9, *found.span(group))


_GREETED = re.compile(rf"{HELLO}(?:это |я )?")
_LIST = listed(_GREETED, _named, _sized, _posted, _hired, _from)
_INTRODUCED = re.compile(rf"{HELLO}")


def _after_greeting(line: Line) -> Iterator[Statement]:
    """A full name between the greeting and the matter: "Добрый день! Игорь Львович Штерн. Хочу…"."""
    greeting = _INTRODUCED.match(line.low)
    if greeting is None or not greeting.group().strip():
        return
    name = name_at(line, greeting.end(), len(line.text))
    if (
        name is None
        or not (name.known and name.capital)
        or not re.match(r"[.!)]+\s+\S", line.low[name.end :])
        or (" " not in name.value and not re.search(r"[.!)]\s*\Z", greeting.group()))
    ):
        return
    yield Statement("name", name.value, LIKELY, name.start, name.end)


_SOON = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED | But.OTHERS
RULES = (
    rule("это снова беспо пишет звонит", rf"(?:^{HELLO}|[.!] ?)(?:это|снова|вас беспокоит|беспокоит|пишет|вам пишет|звонит|это снова|снова это) {_NAME}{_REST}(?: {_WORDS})?(?=[,.!)]|$)", _by_surname, PLAIN | But.DENIED),
    rule("беспо", rf"^{HELLO}{_NAME}{_REST}(?: {_WORDS})? (?:вас )?беспокоит(?=[,.!)]|$)", _by_surname, PLAIN | But.DENIED),
    rule("фамил", rf"\b(?:моя фамилия|фамилия моя|(?:^|[,.\n] ?)фамилия)(?: теперь| —| -|:)* {_NAME}", told_name, PLAIN | But.DENIED),
    rule("фамил", rf"(?:^|[,.] ?){_NAME}{_REST} (?:моя фамилия|фамилия моя)\b", told_name, PLAIN | But.DENIED),
    rule("фамил", rf"\bфамилия(?: моя)?(?: —| -|:)? (?P<last>[^\W\d_]){_REST},? (?:а )?(?:имя|зовут)(?: —| -|:)? {_NAME}", _both, PLAIN | But.DENIED),
    rule("имя", rf"\b(?:запишите|оформите|оформлен\w?|оформлял\w?|заказ|бронь|доставка|посылка)\b[^.!?,]{{0,20}} на имя {_NAME}", bent_name, OWN | But.DENIED),
    rule("я", rf"^{HELLO}(?:ну,? |да |а )*{_NAME}{_REST} я(?=[,.!)]|$)", known_name, PLAIN | But.DENIED),
    rule("назвал назыв", rf"\b(?:меня|мя) {_NAME}{_REST} (?:назвали|называют|величают)\b", bent_name, But.SUPPOSED | But.ASKED | But.DENIED),
    rule("это", rf"[—-] это {_NAME}{_REST}(?=[,.!)]|$)", known_name, PLAIN | But.DENIED | But.OTHERS),
    rule("приветс предст позво провод", rf"\b(?:вас приветствует|представлюсь|позвольте представиться|разрешите представиться)(?: я| сразу)?(?:,|:| —| -)? ?{_NAME}", told_name, PLAIN | But.DENIED),
    rule("предст", rf"\bпредставиться(?:,|:| —| -|\.)? ?{_NAME}{_REST}(?: {_WORDS})?(?=[,.!)]|$)", known_name, But.SUPPOSED | But.ASKED),
    rule("провод", rf"^{HELLO}{_NAME}{_REST} на проводе\b", known_name, PLAIN),
    rule("покуп клиен", rf"\b(?:это|снова|я|опять)(?: снова| опять)?(?: ваш\w?| постоянн\w+| верн\w+| давн\w+)+ (?:покупател\w+|клиент\w*),? {_NAME}", known_name, PLAIN | But.DENIED),
    rule("зовут", rf"\b(?:все|друзья|коллеги|дома|близкие)(?: меня)? (?:зовут|кличут)(?: меня)?(?: просто)? {_NAME}", known_name, PLAIN | But.DENIED),
    rule("город", r"\bгород(?:а)?:? теперь (?:я |мы )?(?:в |живу в )?(?P<v>[а-яa-z][а-яa-z-]+)", place("home", known_only=True), PLAIN | But.DENIED),
    rule("перее переб будем буду", rf"\b(?:пере(?:езжаю|езжаем|еду|едем)|перебираюсь|перебираемся|переберусь|(?:буду|будем) (?:уже )?жить)(?: (?!в\b|во\b|на\b|из\b|не\b)[а-я]+){{0,3}}(?: (?:в|на) [а-я]+(?= (?:в|на) ))?(?: \d{{1,2}} [а-я]+)?(?: в (?:следующ|эт|ближайш)[а-я]+ [а-я]+)? (?:в|во|на) (?:город |г\. ?)?(?!{'|'.join(_MONTHS)}\b){{_PLACE}}".replace("{_PLACE}", r"(?P<v>[а-яa-z][а-яa-z-]+)"), from_a_day(place("home"), _MONTHS, week=r"\bследующей неделе|через неделю", month=r"\bследующ\w+ месяц\w*|через месяц|с нового месяца|конц\w+ месяца", year=r"\bследующем году|после нового года|через год"), _SOON),
)  # fmt: skip
LINE_RULES = (
    LineRule(frozenset({HEAD}), _LIST),
    LineRule(frozenset({"здравс", "добрый", "доброе", "привет", "доброго"}), _after_greeting),
)  # fmt: skip
