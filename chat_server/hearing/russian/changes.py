"""What is not as it was any more: another value beside words like "теперь", "сменил", "вместо"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chat_server.hearing.contact_details import EMAIL, PHONE, as_email, as_phone
from chat_server.hearing.frames import Mention
from chat_server.hearing.inflected import stems
from chat_server.hearing.replaced import Changing, Replaced, hours
from chat_server.hearing.rule import LineRule
from chat_server.hearing.text import Sentence

from .contact import CHANNEL, PART, TIMES, channel_of, hours_of, part_of
from .corrections import PUT_RIGHT
from .goods import COLOUR, colour_of
from .money_and_sizes import AMOUNT, CURRENCY, as_budget
from .names import is_surname, name_at
from .places import town_at
from .sizes import as_size
from .words import CALENDAR, KIN, OTHERS, PAST, REPORTED, SUPPOSED
from .work_and_household import FIRM_IN_QUOTES, ROLE, role_of

_CHANGE = re.compile(
    r"(?<![а-я])(?:теперь|тепер|нынче|отныне|впредь|на сегодня|сейчас|в этот раз|уже не|больше не|не подходит больше|стал[аио]?|станет|нов(?:ый|ая|ое|ой|ого|ом) (?:номер|адрес|почт|ящик|телефон|размер|город|дом|мест|работ|дат|квартир|компани|фирм|должност|имейл|мейл)\w*|друг(?:ой|ая|ое) (?:адрес|номер|размер|цвет|город|день|дат|числ|почт)\w*|сниз\w+|вырос\w*|подрос\w*|выросл\w*|похуд\w*|попра[вл]\w+|потолст\w*|растолст\w*|раскач\w+|раздал\w+|сбросил\w*|скинул\w*|разнос\w+|ушил\w*"
    r"|(?:(?:с|по|из|об|от)мен(?:ил|я[леюй])\w*|меняю|меняем|изменени\w+)|переме(?:н|ст)\w+|замен\w+|перен[оеё]с\w*|сдвин\w+|сдвиг\w*|отлож\w+|передвин\w+|переигра\w+|переех\w+|перее(?:зд|ду|дем)\w*|переезж\w+|перебра\w+|перевез\w+|перев[её]л\w*|переш[её]?л\w*|переключ\w+|перейд\w+|перемер\w+|перепровер\w+|измерил\w*|померил\w*|примерил\w*|уточн\w+|обоснова\w+|посел\w+|осел\w?|вернул(?:ась|ся|ись)|съехал\w*|уехал\w*"
    r"|вместо|взамен|все-таки|все же|лучше|скорее|передум\w+|раздум\w+|решил\w*|разлюб\w+|разонрав\w+|надоел\w*|забракова\w+|отговор\w+|запретил\w*|выбира\w+ друг\w+|не надо|не нужно|нельзя|не могу|не получ\w+|неудоб\w+|удалил\w*|отключ\w+|заблокир\w+|закрыт[аоы]?|не работает|взлома\w+|обнов\w+|повыс\w+|урезал\w*|увелич\w+|уменьш\w+|добав\w+|преми\w+|скинули|неоткуда|негде|не зайти|не заходить|разбил\w*|сломал\w*|не \S+(?: \S+)?, а|разрешил\w*|график\w*|сезон\w*"
    r"|опечат\w+|ошиб\w+|оговор\w+|опис(?:ал|ка)\w*|(?:пере|на|за)пута\w+|спутал\w*|поправ\w+|исправ\w+|тьфу|погоди\w*|подожди\w*|постой\w*|стоп|хотя нет|а нет|вернее|точнее|имел\w? в виду|на самом деле|оказ(?:ал|ыв)\w+|(?:мал|велик)(?:а|о|и|оват\w*)?|жмут|тесн\w+|висит|болта\w+|как мешок|мешком|по швам|не сел\w*|вышло|получ(?:ил|а)\w+ (?=[\dsmlx])|устроил\w*|уволил\w*|уш[её]?л\w? (?:из|с)|назначил\w*|насовсем)(?![а-я])"
)
_OLD_BEFORE = re.compile(
    r"(?<![а-я])(?:(?:не|ни|нет|кроме|раньше|прежде|был[аои]?|помимо|прощай|носил\w?|брал\w?|жил\w?|вместо|взамен)(?: (?!а\b|но\b|лучше\b|давайте\b|теперь\b|сейчас\b)[а-я]+){0,2}|прежн\w+|стар\w+|бывш\w+|из|с|со|от|чем|тот|эт(?:от|а|у|и)|для) ?[«\"]?\Z"
)
_OLD_AFTER = re.compile(
    r"(?:-?(?:й|ка|го|ое|ые))?(?: размер\w?| цвет\w?)?(?: (?:мне|нам|меня|это|было|был|была|уже|теперь|стал[аои]?|слишком|как-то|совсем|что-то|оказал\w+|больше|сейчас|тоже|я|мы|мама|муж|жена|в|прошлом))*,? (?:мал[аоы]?(?:ват\w*)?|велик\w*|больш(?:ой|ая|ие|оват\w*)|тесн\w*|жм[уе]т|не (?!жал|беспок)\w+|никак|раньше|в прошлом|надоел\w*|разлюбил\w*|разонрав\w*|забракова\w+|запретил\w*|отмен\w+|маркий|нельзя|болта\w+|висит|трещит|удалил\w*|закры\w+|заблок\w+|поменял\w*|сменил\w*|взлома\w+|неудоб\w+|занят\w*|забыл\w*|спал\w*|уш[её]?л\w*|покончено|отпад\w+|долой|это было|уже (?:не|мал|вел|тес)\w*)"
)
_REQUESTS = re.compile(
    r"(?<![а-я])(?:можно|давайте|поменя\w+|перенес\w+|переадрес\w+|лучше|исправ\w+|могли бы|сможете|получится)(?![а-я])"
)
_NO_HOME = re.compile(
    rf"(?<![а-я])(?:достав\w+|отправ\w+|посылк\w*|заказ\w*|еду|едем|ездил\w*|лечу|летим|поездк\w+|командировк\w+|отпуск\w*|магазин\w*|склад\w*|филиал\w*|самовывоз\w*|пункт\w*|родил\w+|работ\w+ (?:в|на)|учусь|гост(?:и|ях|ил\w*)|выходн\w+|рейс\w*|каникул\w*|путешеств\w+|курьер\w*|трек\w*|сортиров\w+|привез\w+|стоит|сколько|застрял\w*|переезжа\w+|переед\w+|собира\w+|планиру\w+|скоро|буд[уе]м? жить|через (?!дорог)|{KIN} (?:жив|пере|уех)\w+)(?![а-я])"
)
_NO_COLOUR = re.compile(
    r"(?<![а-я])(?:приш(?:ел|ла|ли|ло)|прислал\w*|привезли|получил\w*|на фото|на сайте|на картинке|в наличии|есть ли|не тот|полиня\w*|купил\w*|оказал\w*|пятн\w+|нитк\w+|полос\w+|мигает|горит|светится|экран\w*|для него|для нее|ему|ей|носит)(?![а-я])"
)
_NO_SIZE = re.compile(
    r"(?<![а-я])(?:приш(?:ел|ла|ли|ло)|прислал\w*|привезли|в наличии|есть ли|не тот|маломер\w*|большемер\w*|этикетк\w*|для него|для нее|ему|ей|лет|градус\w*|заказ \d|код\w*|квартир\w*|дом|участок|кв|подъезд|литр\w*|сын\w*|дочк\w*|дочер\w*|носит)(?![а-я])"
)
_NO_BUDGET = re.compile(
    r"(?<![а-я])(?:стоит|стоил\w*|стоят|цен[аыу]|скидк\w*|списал\w*|снял\w*|верн\w+|возврат\w*|купил\w*|заплатил\w*|оплатил\w*|должны|переплатил\w*|сертификат\w*|бонус\w*|балл\w*|промокод\w*|доставка|подешевел\w*|подорожал\w*)(?![а-я])"
)
_NO_DAY = re.compile(
    r"(?<![а-я])(?:достав\w+|приш(?:ел|ла|ли|ло|л\w+)|перее\w+|привез\w+|посылк\w*|заказ\w*|верн\w+|возврат\w*|обещ\w+|оплат\w+|курьер\w*|получ(?:ил|у|им)\w*|звон\w+|позвон\w+|пиш\w+|отправ\w+|жду|ждем)(?![а-я])"
)
_NO_HOUR = re.compile(
    r"(?<![а-я])(?:вчера|сегодня|завтра|приш(?:ел|ла|ли|ло)|приходил\w*|приезжал\w*|был[аои]?|звонил\w*|работаете|открыт\w*|добр\w+|хорошего|магазин\w*|снилось|спал\w*)(?![а-я])"
)
_CHOSEN = re.compile(
    r"(?<![а-я])(?:теперь|только|лучше|пишите|напишите|шлите|присылайте|звоните|звонить|давайте|перей\w+|перех\w+|удобн\w+|связ\w+|отвечайте|ответьте|отвечать|писать|кидайте|сюда|проще|общ\w+|предпоч\w+)(?![а-я])"
)
_NOT_CHANNEL = {"тут", "здесь", "сюда"}
_LETTERS = r"(?<![\w'-])(?P<letters>[2-5]xl|x{0,3}[sl]|m|х{1,3}л|хс)(?![\w'’-])|(?<![а-я])(?P<nick>эмк|эльк|элк|эск|иксэльк)[а-я]{1,2}(?![а-я])|(?<![а-я-])(?P<cyrillic>[млс])(?= ?(?:[,.!?)]|\Z)| (?:размер|мне|беру|подой|теперь|уже|ношу|впору|точно|хват|буд))"
_SIZED = re.compile(
    rf"{_LETTERS}|(?<![\w.,:/#€$№+-])(?P<number>(?:3[4-9]|4\d|5\d|6[0-4])(?:[.,]5)?)(?:-?(?:й|ой|го|м))?(?![\w%]|[.,:/-]\d| ?(?:лет|год\w*|дн\w+|дня|недел\w*|час\w*|мин\w*|руб\w*|евро|тыс\w*|%|см|мм|кг|км|литр\w*|штук\w*|шт\b|пар\w?\b|человек\w*|раз\b|градус\w*|процент\w*|eur|€|₽|₴))"
)
_ONLY_LETTERS = re.compile(r"[а-я]")


def _sizes(sentence: Sentence) -> Iterator[Mention]:
    for found in _SIZED.finditer(sentence.low):
        said = found.group()
        start = sentence.start + found.start()
        small = found["cyrillic"] or (found["letters"] and len(said) == 1)
        if small and not sentence.line.text[start].isupper():
            continue
        value = as_size(said)
        if value is not None:
            yield Mention(value, *found.span())


_COLOURED = re.compile(
    rf"(?<![а-я-]){COLOUR}(?! (?:чай|пятниц|список|свет\b|ноч|мор[яе]|вин[оа]|карт|площад))"
)


def _colours(sentence: Sentence) -> Iterator[Mention]:
    for found in _COLOURED.finditer(sentence.low):
        yield Mention(colour_of(sentence.line.text, found, sentence.start), *found.span())


_CAPITAL = re.compile(r"(?<![\w-])[А-ЯЁA-Z][а-яёa-z-]{2,}")


def _towns(sentence: Sentence) -> Iterator[Mention]:
    line = sentence.line
    end = 0
    for found in _CAPITAL.finditer(line.text, sentence.start, sentence.end):
        if found.start() < end:
            continue
        town = town_at(line, found.start(), sentence.end, known_only=True)
        if town is not None:
            end = town[1]
            yield Mention(town[0], found.start() - sentence.start, end - sentence.start)


_BUDGET = re.compile(
    rf"(?<![\w.,+#№-])(?=[^,.!?]{{0,16}}?(?<![а-яa-z])(?:{CURRENCY}|тыс|тыщ))(?P<a>{AMOUNT})(?: ?(?:-|–|—|до) ?(?P<b>{AMOUNT}))?(?! ?(?:размер|литр|дн|лет|год|шаг|км|раз|%|см|\d))"
)
_OF_MONEY = re.compile(rf"(?<![а-яa-z])(?:{CURRENCY}|тыс\w*|тыщ\w*)")


def _budgets(sentence: Sentence) -> Iterator[Mention]:
    for found in _BUDGET.finditer(sentence.low):
        value = as_budget(found["a"], found["b"]) if _OF_MONEY.search(found.group()) else None
        if value is not None:
            yield Mention(value, *found.span())


def _days(sentence: Sentence) -> Iterator[Mention]:
    for day in CALENDAR.days(sentence.low, sentence.line.at.date()):
        if any(letter.isdigit() for letter in sentence.low[day.start : day.end]):
            yield Mention(day.day.isoformat(), day.start, day.end)


_BY = re.compile(rf"(?<![а-я@.\w]){CHANNEL}(?![@\w])")


def _channels(sentence: Sentence) -> Iterator[Mention]:
    if _CHOSEN.search(sentence.low):
        for found in _BY.finditer(sentence.low):
            value = channel_of(found["v"]) if found["v"] not in _NOT_CHANNEL else None
            if value is not None:
                yield Mention(value, *found.span("v"))


_PART = re.compile(rf"(?<![\w-]){PART}")
_TIMES = re.compile(rf"(?<![\w:.-]){TIMES}")
_HOURS = hours(_TIMES, hours_of, _PART, part_of)


def _matches(
    pattern: str, read: Callable[[str], str | None]
) -> Callable[[Sentence], Iterator[Mention]]:
    compiled = re.compile(pattern)

    def find(sentence: Sentence) -> Iterator[Mention]:
        for found in compiled.finditer(sentence.low):
            value = read(
                sentence.line.text[sentence.start + found.start() : sentence.start + found.end()]
            )
            if value is not None:
                yield Mention(value, *found.span())

    return find


def _roles(sentence: Sentence) -> Iterator[Mention]:
    for found in re.finditer(rf"(?<![а-я-])(?P<v>{ROLE})(?![а-я-])", sentence.low):
        yield Mention(role_of(found["v"]), *found.span("v"))


def _firms(sentence: Sentence) -> Iterator[Mention]:
    for found in FIRM_IN_QUOTES.finditer(sentence.line.text, sentence.start, sentence.end):
        yield Mention(
            found["v"], found.start("v") - sentence.start, found.end("v") - sentence.start
        )


_ADDRESS = re.compile(
    r"(?<![\w-])(?:(?:[Уу]л|[Пп]р|[Пп]ер)\. ?|(?:улиц[аеу]|проспект|переулок) |(?:в |на )?(?:пункт\w* выдачи|постамат|СНТ) (?:на )?)?[А-ЯЁ][а-яё-]{3,}(?: [А-ЯЁ][а-яё]+)?,? (?:д\. ?|дом |участок )?\d{1,3}[а-я]?(?:/\d+)?(?:,? (?:кв|оф)\w*\.? ?\d+)?(?![\w.:]|\d| ?(?:руб|евро|лет|час|шт|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|размер))"
)


def _addresses(sentence: Sentence) -> Iterator[Mention]:
    for found in _ADDRESS.finditer(sentence.line.text, sentence.start, sentence.end):
        yield Mention(found.group(), found.start() - sentence.start, found.end() - sentence.start)


_CALLED = re.compile(
    r"(?<![а-я])(?:зовите(?: лучше| меня| просто)*|зовут(?: меня)?(?: теперь)?|теперь(?: я)?|вообще-то|на самом деле|правильно|точнее|вернее|должно быть|имя(?: мое)?)(?: —| -|:)? \Z"
)


def _names(sentence: Sentence) -> Iterator[Mention]:
    """Only right behind words for what one is called."""
    line = sentence.line
    for found in _CAPITAL.finditer(line.text, sentence.start, sentence.end):
        if _CALLED.search(sentence.low, 0, found.start() - sentence.start):
            name = name_at(line, found.start(), sentence.end)
            if name is not None and (name.known or is_surname(name.value.split()[0])):
                yield Mention(name.value, name.start - sentence.start, name.end - sentence.start)


_NOT_OURS = re.compile(
    r"(?<![а-я])(?:ваш\w*|вам|вы|посовет\w+|ответ\w+|сказал\w*|видел\w*|конкурент\w*|дешевле|магазин\w*|заказ\w*|сериал\w*|фильм\w*)(?![а-я])"
)
REPLACED = Replaced(
    put_right=PUT_RIGHT,
    change=_CHANGE,
    unreal=(SUPPOSED, REPORTED, re.compile(r"(?<![а-я])(?:посоветуй\w*|подскаж\w+ (?:какой|что|как))(?![а-я])|\bили\b[^.!]*\?|как думаете")),
    others=OTHERS,
    old_before=_OLD_BEFORE,
    old_after=_OLD_AFTER,
    requests=_REQUESTS,
    kinds=(
        Changing("home", _towns, re.compile(f"{_NO_HOME.pattern}|{PAST.pattern}")),
        Changing("size", _sizes, _NO_SIZE),
        Changing("colour", _colours, _NO_COLOUR),
        Changing("budget", _budgets, _NO_BUDGET, anyone=True),
        Changing("occasion_date", _days, _NO_DAY, anyone=True),
        Changing("preferred_channel", _channels, anyone=True),
        Changing("preferred_hour", _HOURS, _NO_HOUR, anyone=True),
        Changing("phone", _matches(PHONE, as_phone), re.compile(r"(?<![а-я])(?:заказ\w*|трек\w*|карт\w*|ваш\w*|накладн\w+)(?![а-я])")),
        Changing("email", _matches(EMAIL, as_email), re.compile(r"(?<![а-я])(?:ваш\w*)(?![а-я])")),
        Changing("delivery_place", _addresses, re.compile(r"(?<![а-я])(?:размер\w*|заказ \d|ваш\w* (?:магазин|склад|офис)|живу|живем)(?![а-я])"), anyone=True),
        Changing("name", _names, _NOT_OURS),
        Changing("company_role", _roles, _NOT_OURS),
        Changing("company", _firms, _NOT_OURS, quoted=True),
    ),
)  # fmt: skip
_WORDS = "не неотк негде разби слом теп нын отн впр сейч уже боль стал ста нов друг сниз выр подр поху попр поте пота раст раск разд сбро скин разн ушил смен пом изме обме заме мен перем пере сдви отло обос посе осел верн съех уеха вмест взам все лучш скор раз реши надо забр отго запр выби нел удал откл забл закр рабо взло обно повы урез увел умен доба прем граф сезо опеч ошиб огов опис напу запу спут исп тьфу пого подо пост стоп хотя нет вер точ имел оказ мал вел жмут тес виси болт меш шва сел вышл полу устр увол ушел ушла назн насо нельз могу надо нужно удоб неуд сегод этот само"
LINE_RULES = (LineRule(stems(_WORDS), REPLACED),)
