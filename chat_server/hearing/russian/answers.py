"""Messages that are no more than the answer to a question, names under letters, corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import answers
from chat_server.hearing.contact_details import ORDER
from chat_server.hearing.inflected import TAIL, unsure_answer
from chat_server.hearing.rule import LineRule
from chat_server.hearing.signatures import signed
from chat_server.hearing.takes import LIKELY, SURE
from chat_server.hearing.text import Line

from .contact import CHANNEL, PART, TIMES, channel_of, clock_of, part_of
from .goods import COLOUR, colour_of
from .money_and_sizes import SPENT, as_budget
from .names import is_surname, name_at
from .occasions import OCCASION, occasion_of
from .places import town_at
from .sizes import SIZE, as_size
from .words import CALENDAR, HEDGE
from .work_and_household import ROLE

Answer = Callable[[Line], list[Statement]]
OPENING = re.compile(
    r"\s*(?:(?:да|нет|ну|хоть|часов|часам к|где-нибудь|тогда|желательно|а|ой|конечно|хорошо|ладно|ок|так|здравствуйте|привет|добрый день|добрый вечер|это|мой|моя|мое|мне|меня зовут|меня|зовут|имя|номер|номера|по|через|заказа?|размер|цвет|пусть будет|просто|для вас|можно|в|во|на|из|под|я|мы|живу|живем|проживаю|вот он|вот|пожалуйста|наверное|наверно|кажется|вроде|скорее|думаю|извините|простите|точнее|адрес|почта|около|до|примерно|где-то|максимум|минуту|сейчас гляну|секунду|их два|обычно|у меня|ношу|беру|нога|лучше|удобнее|хочу|давайте|тогда|только|там|г\.|город|работаю|должность|компания|№|#)[\s,.:!—№#…-]+)*"
)
_CLOSING = re.compile(
    r"(?:[\s,.!:;)(-]|пожалуйста|спасибо|размера?|конечно|вроде|наверное|кажется|обычно|беру|ношу|лучше|у меня|мне|нормально|подойдет|цвет|если можно|удобно|удобнее|пишите|звоните|всего|если что|очень приятно|приятно познакомиться|вроде бы|думаю|точно|но|не уверена?|точно не (?:помню|знаю)|я|же|тут|тоже|самое то|\W)*\Z"
)
_LONGEST = 80
_REFUSED = re.compile(
    r"\b(?:не (?:скажу|хочу|важно|помню|знаю|решил|буду|надо|нужно)|секрет|зачем|неважно|любой|любая|без разницы|все равно|то ли|либо)\b"
)


_CORRECTED = re.compile(rf"\bне (?:№ ?)?(?P<wrong>{ORDER}),? а (?P<v>{ORDER})")


def _start(line: Line) -> int:
    found = OPENING.match(line.low)
    return found.end() if found else 0


def _name(line: Line) -> list[Statement]:
    """A name at the beginning; what follows it is about something else."""
    if len(line.text) > _LONGEST or _REFUSED.search(line.low):
        return []
    name = name_at(line, _start(line), len(line.text))
    if name is None:
        return []
    rest = line.low[name.end :]
    alone = _CLOSING.match(rest) is not None
    if "?" in line.low and not (name.known and re.match(r"[,.!)]", rest)):
        return []
    if not alone and not (
        (name.known or name.capital)
        and re.match(r"\s?[,.!;)(—\n-]| я\W*$| меня зовут| зовут| звать| мое имя", rest)
    ):
        return []
    return [
        Statement(
            "name", name.value, SURE if name.known or name.capital else LIKELY, name.start, name.end
        )
    ]


def _matched(
    key: str, pattern: str, read: Callable[[re.Match[str], Line], str | None], *, whole: bool = True
) -> Answer:
    compiled = re.compile(pattern)

    def answer(line: Line) -> list[Statement]:
        if len(line.text) > _LONGEST or "?" in line.low or _REFUSED.search(line.low):
            return []
        found = compiled.match(line.low, _start(line)) or compiled.match(line.low)
        if found is None or (whole and not _CLOSING.match(line.low, found.end())):
            return []
        value = read(found, line)
        return [Statement(key, value, SURE, *found.span())] if value else []

    return answer


def _home(line: Line) -> list[Statement]:
    if len(line.text) > _LONGEST or "?" in line.low:
        return []
    start = _start(line)
    found = town_at(line, start, len(line.text))
    if found is None and "," in line.low:
        start = line.low.index(",") + 1
        start += len(re.match(r"(?: |в |на )*", line.low[start:])[0])  # type: ignore[index]
        found = (
            town_at(line, start, len(line.text), known_only=True)
            if start < len(line.text)
            else None
        )
    if found is None or not re.match(
        r"[\s,.!)]*(?:\Z|,|\.|в |и |но |уже |сейчас|пока|область|край|центр)", line.low[found[1] :]
    ):
        return []
    return [Statement("home", found[0], LIKELY + 0.05, start, found[1])]


def _hour(found: re.Match[str], line: Line) -> str | None:
    del line
    if found["part"]:
        return part_of(found["v"])
    if found["hour"]:
        before = found["side"] in {"до", "не позже", "не позднее", "раньше", "к"}
        at = clock_of(found["hour"], found["p3"], late=not before)
        return f"-{at}" if before else f"{at}-"
    return f"{clock_of(found['from'], found['p1'], late=False)}-{clock_of(found['to'], found['p2'], late=True)}"


def _day(line: Line) -> list[Statement]:
    days = [
        day
        for day in CALENDAR.days(line.low, line.at.date())
        if not re.search(r"\bне \Z", line.low[: day.start])
    ]
    if len(days) != 1 or "?" in line.low:
        return []
    return [Statement("occasion_date", days[0].day.isoformat(), SURE, days[0].start, days[0].end)]


ANSWERS = {
    "name": _name,
    "email": answers.bare_email,
    "phone": answers.bare_phone,
    "order_number": answers.few_orders(OPENING, _CORRECTED),
    "size": _matched("size", SIZE, lambda found, _: as_size(found.group())),
    "colour": _matched("colour", COLOUR, lambda found, line: colour_of(line.text, found, 0)),
    "budget": _matched("budget", SPENT, lambda found, _: as_budget(found["a"], found["b"])),
    "home": _home,
    "delivery_place": answers.bare_words("delivery_place", re.compile(r"\s*(?:(?:да|давайте|пожалуйста|по адресу|адрес|тогда|лучше)[\s,.:!-]+)*")),
    "preferred_channel": _matched("preferred_channel", rf"(?:тут (?=в )|здесь (?=в )|по |на |через |в |пишите |напишите |по моей |лучше )*(?:{CHANNEL}|(?P<call>позвон\w+|перезвон\w+|звон\w+|набер\w+))", lambda found, _: "phone" if found["call"] else channel_of(found["v"])),
    "preferred_hour": _matched("preferred_hour", rf"(?P<part>{PART})|{TIMES}", _hour),
    "occasion": _matched("occasion", rf"(?:на |к |для |едем |еду |в )*(?P<v>{OCCASION})", lambda found, _: occasion_of(found["v"]), whole=False),
    "occasion_date": _day,
    "company": answers.bare_words("company", re.compile(r"\s*(?:(?:да|компания|фирма|я из|мы из|из|работаю в|в|это|называется|наша)[\s,.:!-]+)*(?=[«\"A-ZА-Яa-zа-я])")),
    "company_role": _matched("company_role", rf"(?P<v>{ROLE})", lambda found, _: found["v"], whole=False),
}  # fmt: skip
_FIRM_ENDS = re.compile(r", (?=[а-я])")


def _written_length(written: str, kept: int) -> int:
    """How many letters of the message make that many of the value, in which an end of a line is ", "."""
    length = 0
    for letter in written:
        kept -= 2 if letter == "\n" else 1
        if kept < 0:
            break
        length += 1
    return length


def _firm(read: Answer) -> Answer:
    """Without the quotation marks around it, and what is said after it."""

    def answer(line: Line) -> list[Statement]:
        found = []
        for one in read(line):
            said = _FIRM_ENDS.split(one.value or "")[0]
            bare = said.strip('«»"') if said[:1] in '«"' else said
            if not re.search(r"[^\W\d_]", bare):
                continue
            end = (one.start or 0) + _written_length(line.text[one.start : one.end], len(said))
            found.append(replace(one, value=bare, end=end))
        return found

    return answer


ANSWERS["company"] = _firm(ANSWERS["company"])
ANSWERS = {key: unsure_answer(read, HEDGE) for key, read in ANSWERS.items()}
_CLOSING_WORDS = re.compile(
    r"(?:с уважением|(?:жду|жд[её]м) (?:вашего |скорого |быстрого )?ответа|с приветом|всех благ|(?:с )?наилучши(?:ми|е)(?: пожелания\w*)?|с благодарностью|искренне ваша?|ваш[аи]?(?= |,|\n)|(?P<thanks>(?:заранее )?(?:спасибо|благодар\w+)(?: заранее| большое| вам| за помощь)*|всего (?:самого )?(?:доброго|хорошего|наилучшего)|(?:хорошего|прекрасного|отличного|доброго) (?:дня|вечера)|до (?:свидания|встречи|связи)))(?P<stop>[,.!]?)[ ]*(?P<nl>\n+)?\s*(?:—|–|-)?\s*(?P<v>[^\W\d_][^\n,!?.]{1,40})\s*[.!)]*\s*\Z",
    re.IGNORECASE,
)


def _corrected(line: Line) -> Iterator[Statement]:
    """Another value of what was asked for last: "no, 43", "not 42 but 43"."""
    if line.asked not in {"size", "order_number", "name", "colour"}:
        return
    yield from _OLD(line)


_OLD = answers.corrected(
    not_but=r"\bне (?P<wrong>[\w-]{1,14})\b,? ?(?:а|это)? ?(?P<v>[\w-]{1,14})(?=[.!,]|$)",
    corrected=r"(?:^|[.!,;\n] ?)(?:нет|извините|простите|точнее|ошиблась|ошибся|вернее|ой)[,.!:]? (?:это |мой |номер |заказа? |размер |я имел[аи]? в виду |правильно )*№?(?P<v>\S[^.!?;\n]{0,40})",
)
LINE_RULES = (
    LineRule(frozenset({"уваже", "добро", "пожел", "наилу", "благо", "спаси", "заран", "всего", "ответ", "жду", "ждем", "хорош", "свида", "связи", "встре", "ваш", "ваша", "приве", "всех", "—", TAIL}), signed(_CLOSING_WORDS, name_at, is_surname)),
    LineRule(frozenset({"не", "нет", "извин", "прост", "точне", "ошиб", "верне", "ой"}), _corrected),
)  # fmt: skip
