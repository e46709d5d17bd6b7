"""What fits them, and what they will spend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import money
from chat_server.hearing.inflected import rule, unless, when
from chat_server.hearing.rule import OWN, But, Heard

from .goods import GOODS, STEMS
from .sizes import SIZE, SURE_SIZE, as_size

_GOODS = GOODS.replace("(?P<v>", "(?:")
_UNITS = {"один": 1, "одну": 1, "одна": 1, "две": 2, "два": 2, "двух": 2, "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "двенадцать": 12, "пятнадцать": 15, "пятнадцати": 15, "полторы": 1.5, "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трехсот": 300, "четыреста": 400, "пятьсот": 500, "пятисот": 500}  # fmt: skip
_WORDS = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_CURRENCY = money.CURRENCY
_THOUSAND = r"(?:тысяч[аиу]?|тыс\.?|тыщ[аи]?|штук\w?|к|k)(?![а-яa-z])"
_FIGURE = rf"(?:{money.NUMBER}|{_WORDS}(?: {_WORDS})?)"
AMOUNT = rf"(?:(?:{_CURRENCY}|{_THOUSAND}) ?{_FIGURE}(?: {_CURRENCY})?|{_FIGURE}(?: ?{_THOUSAND})?(?: ?{_CURRENCY}(?![a-zа-я]))?)"
_ABOUT = r"(?:до|около|примерно|где-то|максимум|не больше|не более|не дороже|в пределах|порядка|тысяч до|от силы|уже|в районе|под)"
SPENT = rf"(?:{_ABOUT} )*(?:от )?(?P<a>{AMOUNT})(?: ?(?:-|–|—|до|и) ?(?P<b>{AMOUNT}))?(?! ?(?:размер|литр|дн|лет|год|шаг|км|раз|штук|%|см|человек|\d))"
_MONEY_AHEAD = rf"(?=[^!?]{{0,26}}?(?:{_CURRENCY}|{_THOUSAND}))"


def as_budget(low: str, high: str | None = None) -> str | None:
    """One amount, or from the first to the second; figures may be words."""
    if high is None:
        number, code = _read(low)
        return f"{number} {code}".strip() if number else None
    (least, code), (most, other) = _read(low), _read(high)
    if not least or not most:
        return None
    if least < most and "тыс" in high and "тыс" not in low and least < 1000:  # noqa: PLR2004 - "10-15 тысяч"
        least *= 1000
    if re.search(_THOUSAND, high) and not re.search(_THOUSAND, low) and least < 1000:  # noqa: PLR2004 - as above
        least *= 1000
    return f"{least}-{most} {other or code}".strip()


def _read(said: str) -> tuple[int, str]:
    low = said.lower()
    found = re.search(_CURRENCY, low.replace("тыс", ""))
    code = money.currency(found.group()) if found else None
    digits = re.search(money.NUMBER, low)
    if digits:
        number = float(
            re.sub(r"[.,]\d{1,2}$", "", digits.group())
            .replace(" ", "")
            .replace(".", "")
            .replace(",", "")
            .replace("'", "")
        )
    else:
        number = float(
            sum(_UNITS[word] for word in re.findall(rf"(?<![а-я]){_WORDS}(?![а-я])", low))
        )
    if re.search(rf"(?<![а-я]){_THOUSAND}", low):
        number *= 1000
    if code is None and re.search("тыс|тыщ", low):
        code = "RUB"
    return int(number), code or ""


def _budget(heard: Heard) -> Iterator[Statement]:
    value = as_budget(heard.match["a"], heard.match["b"] if heard.has("b") else None)
    if value is not None:
        end = heard.place("b")[1] if heard.has("b") else heard.place("a")[1]
        yield heard.statement("budget", value, span=(heard.place("a")[0], end))


def _size(heard: Heard) -> Iterator[Statement]:
    """The speaker's own, unless it does not fit."""
    for group in ("v", "w"):
        if heard.has(group):
            value = as_size(heard.match[group])
            low = heard.sentence.low
            around = low[max(0, heard.match.start() - 12) : heard.match.end() + 25]
            if value is None or re.search(
                r"\b(?:мал[аоы]?|велик[аиоы]?|больш(?:ая|ой)|тесн\w+|жм[её]т|жмут|маломер\w+|большемер\w+|не подош\w+|не подход\w+)\b",
                around,
            ):
                continue
            yield heard.statement("size", value, span=heard.place(group), ended=heard.has("not"))


def _bare(heard: Heard) -> Iterator[Statement]:
    """A letter is a size where it is a capital."""
    start = heard.place()[0]
    said = heard.line.text[start : heard.place()[1]]
    if said[0].isalpha() and len(said) < 3 and not said[0].isupper():  # noqa: PLR2004 - "м", "xl"
        return
    yield from _size(heard)


_NOT_OWN = r"\b(?:приш(?:ел|ла|ли)|прислал\w*|вместо|есть ли|в наличии|размерн\w+ (?:сетк|ряд|таблиц)|выпуска)"
_STOP = r"(?=[.,!?;)(]| ?$| и\b| а\b| но\b| размер| пожалуйста| мне| обычно| в самый| как раз| подош| подход| впору| кажется| вроде| наверн| теперь|\n| уже| сейчас| по | в | для меня| обув| одежд| ноги| у меня| беру| ношу)"
_ADV = r"(?: (?:обычно|всегда|теперь|сейчас|уже|примерно|сам|сама|только|обувь|одежду|всё|все|куртки|верх|штаны|ботинки|размер|размера|где-то|как раз|российский|наш|ваш|вроде|кажется|наверное|уж|давно|стабильно|чаще|именно|тоже|по-прежнему|кстати|,))*"
SIZES = (
    rule("обуви одежд верх низ верху низу обувь", rf"(?:^|[,;.] ?|\b(?:мне|у меня|ношу|беру|я|и|а) )(?:по (?:обуви|одежде|верху|низу)|верх|низ|обувь|одежда|одежду)(?: у меня| мне| мой| ношу| беру| всегда| обычно| —| -|:)* (?P<v>{SIZE})(?: размера?)?{_STOP}", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("стал стала", rf"\b(?P<not>(?:был[аи]?|носила?)) (?:размер )?(?P<v>{SIZE}),? (?:а |но )?(?:теперь |сейчас )?(?:стал|теперь|сейчас)", _size, OWN),
    rule("стал стала", rf"\b(?:был[аи]?|носила?) (?:размер )?{SIZE},? (?:а |но )?(?:теперь |сейчас )?стал[аи]? (?P<v>{SIZE})(?=[.,!]| ?$)", _size, OWN | But.DENIED),
    rule("разме нужен нужна", rf"\bразмер (?:побольше|поменьше|больше|меньше)(?:,| —| -|:) ?(?P<v>{SIZE})(?=[.,!]| ?$)", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("думаю кажет навер вроде скоре", rf"(?:^|[,.] ?)(?:я )?(?:думаю|кажется|наверное|вроде|скорее всего),? (?:что )?(?:у меня |мне |нужен |размер )*(?P<v>{SURE_SIZE}|[3-5]\d(?= размер))(?: размера?)?{_STOP}", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("разме разм", rf"\b(?:размер(?:а|е|у|ом)?|разм\.?)(?: (?:ноги|стопы|обуви|одежды|куртки|брюк|штанов|мой|у меня|обычно|теперь|сейчас|примерно|ваш|нужен|мне|беру|ношу|будет|это|российский|стал|уже|верха|всегда|изменился|другой|сменился|на сегодня|скорее всего|наверное|наверно|кажется|вроде|около|где-то|точно|должен быть|пусть будет|теперь уже))*(?: —| -|:|,)? ?(?:это )?(?P<v>{SIZE})(?! ?(?:лет|см|кг|руб|евро))", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("ношу носим беру влеза надев", rf"(?<!раньше )(?<!\bне )\b(?:ношу|беру|влезаю в|надеваю|покупаю|заказываю){_ADV} (?P<v>{SIZE})(?: размера?)?{_STOP}", unless(r"раньше (?:ношу|беру)", _size), OWN | But.DENIED | But.PAST),
    rule("носил носила раньш", rf"\b(?P<not>(?:раньше )?(?:носила?|брала?)(?: раньше)?|раньше (?:был[аи]?|у меня был\w?)(?: размер)?)(?: размер)? (?P<v>{SIZE})(?: размера?)?{_STOP}", _size, OWN),
    rule("разме", rf"\b(?:у меня|мне нужен|мне|мой|нужен|на мне|я ношу|ношу|беру|нога|теперь)(?: [а-я]+)?? (?P<v>{SIZE}) размер\w?\b|\b(?P<w>{SIZE}) размер\w?(?: обуви| одежды)? (?:у меня|ношу|мой|беру|мне|на мне)\b", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("тепер сейча похуд попра потол", rf"(?:[,;.] ?|\bа |^)(?:но )?(?:теперь|сейчас)(?: уже| я| у меня| мне| ношу| нужен| нужна| мой| размер| беру)* (?P<v>{SIZE}){_STOP}", when(rf"размер|нос[ия]|ношу|похуд|поправ|раньше|потолст|был\w? |(?:теперь|сейчас) (?:уже |я |у меня )?{SURE_SIZE}", _size), OWN),
    rule("у мне на нога ноги нужна нужен нужны я беру хочу подхо подой лучше давай", rf"(?:(?<![\w-])(?:у меня|мне|на мне|нога(?: у меня)?|ноги|я|нуж(?:на|ен|ны)|хочу|беру|возьму|подходит|подойдет|лучше|давайте|это)),?(?: (?:обычно|всегда|нужна|нужен|нужны|подходит|подойдет|сейчас|только|кстати,?|,|вроде|кажется,?|наверное,?|ровно|где-то|теперь|уже))*(?: —| -|,)? (?P<v>{SURE_SIZE}){_STOP}", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("у нога ноги мне ботин", r"(?:(?<![\w-])(?:у меня|нога(?: у меня)?))(?: (?:обычно|кажется,?|вроде|наверное,?|сейчас|,))* (?P<v>[2-6]\d(?:[.,]5)?)(?=[.,!]| ?$| а | но | и )(?! лет)|\bмне (?P<w>[2-6]\d)(?= (?:в самый раз|как раз|впору|подходит|подойдет|нормально))", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("самый раз впору подхо", rf"(?<![\w-])(?P<v>{SIZE}) (?:мне )?(?:в самый раз|как раз|впору|подходит|подошел|подошла|идеально)", unless(_NOT_OWN + r"|не подош", _size), OWN | But.DENIED),
    rule("разме", rf"\b(?:ищу|нуж(?:на|ен|ны)|хочу|возьму|закажу|купить)\b[^.!?\n]{{0,50}}? (?P<v>{SIZE}) размера?\b", unless(_NOT_OWN, _size), OWN | But.DENIED | But.ASKED),
    rule("в", rf"(?:^|[,.] ?|\b(?:мне|хочу|нуж(?:на|ен|ны)|возьму|закажу|беру|ищу|купить) (?:\w+ )?){_GOODS}(?: мне)? в (?P<v>{SURE_SIZE}|[3-5]\d)(?=[.,!]| ?$| и | размер)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("нужн подой", rf"(?:^|[,.] ?)(?P<v>{SURE_SIZE}) мне (?:нуж(?:на|ен|ны)|подойд\w+|подходит)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("разме ношу нога ноги уже не нужна нужен мне", rf"(?<![\w-])не (?:{SIZE}),? а (?P<v>{SIZE})(?=[.,!]| ?$)", when(r"размер|ношу|нога|нуж|мне|\bуже не\b", _size), OWN),
    rule("разме у ношу", rf"\b(?:у меня|мой размер|ношу|мне) (?P<v>{SIZE}),? а не {SIZE}", _size, OWN),
)  # fmt: skip
_LIMIT = (
    r"(?:до|не больше|не дороже|не более|максимум|макс\.?|в пределах|потолок(?: —| -|:)?|от силы)"
)
BUDGETS = (
    rule("карма всё все распо", rf"\b(?:в кармане|на вс[её] про вс[её]|в (?:моем )?распоряжении)(?: у меня| есть| всего| только| примерно)* {_MONEY_AHEAD}{SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("трати потра плати выход запла", rf"\b(?:не (?:хотел\w* бы|хочу|хотим|готов\w?|планирую|могу|буду|собираюсь))[^.!?,]{{0,12}} (?:тратить|потратить|платить|заплатить|отдавать|выходить за)(?: больше| более| дороже)?(?: чем)? {_MONEY_AHEAD}{SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("цена цену ценник вариа могу рассм стоимо", rf"\b(?:цен[ау](?: вопроса)?|ценник|стоимость|варианты|могу(?: теперь| уже)?|рассматриваю)(?: —| -|:)? {_LIMIT} {SPENT}(?! (?:часов|час|вечера|утра))", unless(r"скидк|бесплатн\w+ доставк|звон|приех|забр", _budget), But.REPORTED | But.ASKED),
    rule("макси потол преде лимит бюдже больш", rf"(?:^|[,.] ?|\b(?:ну|так|это) ){_MONEY_AHEAD}(?P<a>{AMOUNT})(?: (?:—|-|это))? ?(?:мой |наш |и это |на все |уже )?(?:максимум|потолок|предел|лимит|бюджет|,? (?:не )?больше (?:не (?:потяну|могу|дам|готов)|никак))(?![а-я])", _budget, But.REPORTED | But.ASKED),
    rule("тысяч тыщ", rf"(?:^|[,.] ?)(?P<a>тысяч {_FIGURE}),? (?:не больше|максимум|не более|потолок|от силы)", _budget, But.REPORTED | But.ASKED),
    rule("с", rf"\bс (?P<a>{AMOUNT}) до (?P<b>{AMOUNT}) (?:я )?(?:готов|могу|рассч|потра)", _budget, But.REPORTED | But.ASKED),
    rule("пусть", rf"\bпусть будет {_MONEY_AHEAD}(?=(?:до|около|примерно|в районе|порядка|где-то|\d)){SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("бюдже лимит потол сумма", rf"\b(?:бюджет\w*|лимит|потолок|рассчитываю на сумму|сумма)(?: (?:у меня|мой|наш|теперь|сейчас|уже|вырос|увеличился|повысился|поднялся|подрос|снизился|уменьшился|до|стал|всего|на него|на всё|на все|на подарок|на куртку|небольшой|ограничен|скромный|примерно|где-то|изменился|на это|есть|поменьше|побольше|,))*(?: —| -|:|,)? ?{SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("до больш дорож макси макс преде потол более силы", rf"(?:\b(?:ищу|нуж\w+|хочу|хотел\w*|подарок|что-нибудь|что-то|купить|интересует|присматриваю|подберите|посоветуйте|у меня|{STEMS})[^.!?\n]{{0,70}}?|^(?:мне |ну |лучше |желательно |только |что-нибудь |что-то )*|[,(] ?(?:но |и |желательно |цена |лучше |только )?){_LIMIT} {_MONEY_AHEAD}{SPENT}", unless(r"скидк|бесплатн\w+ доставк|доставка (?:до|от)", _budget), But.REPORTED | But.ASKED),
    rule("уложи рассч готов могу потра запла отдат позво хватит распо план есть потяну", rf"\b(?:уложиться(?: бы)? в|рассчитыва(?:ю|ем) на|располагаю|(?:могу|готов[аы]?|хочу|хотел\w? бы|планирую|собираюсь|думаю|можем)(?: себе| на это| на куртку| на него| на подарок)*(?: позволить| потратить| заплатить| отдать| выделить| себе позволить)(?: на \w+)?|потрач[уим]+|(?<!у вас )у меня(?: на \w+)? есть) (?={'[^.!?]{0,30}'}(?:{_CURRENCY}|{_THOUSAND}|тысяч)){SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("дорож больш", rf"\b(?:дороже|больше|выше) {_MONEY_AHEAD}{SPENT}[^.!?,]{{0,12}} (?:не (?:потяну|готов|хочу|могу|возьму|рассматриваю|дам|надо|хотелось бы))", _budget, But.REPORTED | But.ASKED),
    rule("от", rf"(?:^|[,.] ?|\b(?:цен\w+|ищу|куртк\w|бюджет|что-нибудь|что-то|подарок) )от (?={'[^.!?]{0,30}'}(?:{_CURRENCY}|{_THOUSAND}))(?P<a>{AMOUNT}) до (?P<b>{AMOUNT})", unless(r"доставк", _budget), But.REPORTED | But.ASKED),
)  # fmt: skip
RULES = (*SIZES, *BUDGETS)
