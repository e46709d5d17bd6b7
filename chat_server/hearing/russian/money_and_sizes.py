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
_UNITS = {"один": 1, "одну": 1, "одна": 1, "две": 2, "два": 2, "двух": 2, "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "двенадцать": 12, "пятнадцать": 15, "пятнадцати": 15, "полторы": 1.5, "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трехсот": 300, "четыреста": 400, "четырехсот": 400, "шестьсот": 600, "шестисот": 600, "восемьсот": 800, "сотня": 100, "сотни": 100, "сотню": 100, "восьмидесяти": 80, "пятьсот": 500, "пятисот": 500}  # fmt: skip
_WORDS = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
CURRENCY = money.CURRENCY
_THOUSAND = r"(?:тысяч[аиу]?|тыс\.?|тыщ[аи]?|штук\w?|к|k)(?![а-яa-z])"
_FIGURE = rf"(?:{money.NUMBER}|{_WORDS}(?: {_WORDS})?)"
AMOUNT = rf"(?:тысяч[аиу] {CURRENCY}|(?:{CURRENCY}|тысяч[аиу]?|тыщ[аи]?|штук\w?) ?{_FIGURE}(?: {CURRENCY})?|{_FIGURE}(?: ?{_THOUSAND})?(?: ?{CURRENCY}(?![a-zа-я]))?)"
_ABOUT = r"(?:до|около|примерно|где-то|максимум|не больше|не более|не дороже|в пределах|порядка|тысяч до|от силы|уже|в районе|под)"
SPENT = rf"(?:{_ABOUT} )*(?:от )?(?P<a>{AMOUNT})(?: ?(?:-|–|—|до|и) ?(?P<b>{AMOUNT}))?(?! ?(?:размер|литр|дн|лет|год|шаг|км|раз|штук|%|см|человек|\d))"
_MONEY = re.compile(rf"(?<![a-zа-я])(?:{CURRENCY}|{_THOUSAND})")


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
    found = re.search(CURRENCY, low.replace("тыс", ""))
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
        number = number * 1000 or 1000
    if code is None and re.search("тыс|тыщ", low):
        code = "RUB"
    return int(number), code or ""


def _budget(heard: Heard) -> Iterator[Statement]:
    value = as_budget(heard.match["a"], heard.match["b"] if heard.has("b") else None)
    if value is not None:
        end = heard.place("b")[1] if heard.has("b") else heard.place("a")[1]
        yield heard.statement("budget", value, span=(heard.place("a")[0], end))


def _ended(heard: Heard) -> Iterator[Statement]:
    """What fits no longer."""
    value = as_size(heard.match["v"])
    if value is not None and not re.search(_NOT_OWN, heard.sentence.low):
        yield heard.statement("size", value, span=heard.place(), ended=True)


def _of_money(heard: Heard) -> Iterator[Statement]:
    """Where the amount itself names its money."""
    if _MONEY.search(heard.match[0]):
        yield from _budget(heard)


def _size(heard: Heard) -> Iterator[Statement]:
    """The speaker's own, unless it does not fit."""
    for group in ("v", "w"):
        if heard.has(group):
            value = as_size(heard.match[group])
            low = heard.sentence.low
            before = low[max(0, heard.match.start() - 12) : heard.match.start()]
            around = before.rpartition(",")[2] + low[heard.match.start() : heard.match.end() + 25]
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
_ADV = r"(?: (?:бы|обычно|всегда|теперь|сейчас|уже|примерно|сам|сама|только|обувь|одежду|всё|все|куртки|верх|штаны|ботинки|размер|размера|где-то|как раз|российский|наш|ваш|вроде|кажется|наверное|уж|давно|стабильно|чаще|именно|тоже|по-прежнему|кстати|,))*"
SIZES = (
    rule("мой", rf"\bмой(?: размер)? (?:это|точно|теперь|стал|все-таки) (?P<v>{SIZE}){_STOP}", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("у мой", rf"(?:^|[,.] ?)(?P<v>{SURE_SIZE}|3[4-9]|4\d|5[0-6])(?: размер)? (?:у меня|мой)(?=[.,!)]|\s*$)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("нога ноги стопа обуви одежд мне", rf"\b(?:(?:нога|стопа)(?: у меня| моя| —| -|:)*|по (?:обуви|одежде)(?: у меня| я| —| -|:)*|на мне (?:хорошо |обычно |отлично )?(?:сидит|сидят)) (?P<v>{SIZE})(?! ?(?:см|кг|лет|литр|год))(?=[.,!)]| ?$| и | а | но |-)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("я", r"(?<![\w-])я (?:обычно |всегда |сейчас |вообще |где-то |примерно )*(?P<v>[3-6]\d) размера?(?![а-я])", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("ношу беру", rf"(?:^|[,.] ?)(?P<v>{SURE_SIZE}|[3-6]\d)(?: размер)?,? (?:я )?(?:обычно |всегда |давно |теперь |сейчас )*(?:ношу|беру)(?![а-я])", unless(_NOT_OWN, _bare), OWN | But.DENIED | But.PAST),
    rule("разме", rf"(?:^|[.!] ?){_GOODS}, (?P<v>{SIZE}) размер(?![а-я])(?=[.,!]| ?$| пожал| плиз| мне)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.ASKED),
    rule("разме", rf"(?:^|[,.] ?)(?P<v>{SIZE})(?: —| -|,)? (?:это )?мой(?: обычный| точный)? размер", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("мне", rf"\bмне (?P<v>{SURE_SIZE}|[3-5]\d)(?: размер)? (?:точно |обычно |всегда |должна |должен |как правило )*(?:подойд[её]т|подходит|сад(?:ится|ятся)|по размеру|хорош\w*|идеальн\w*)", unless(_NOT_OWN + r"|\bне (?:подой|подхо)", _bare), OWN | But.DENIED | But.ASKED),
    rule("обуви одежд верх низ верху низу обувь", rf"(?:^|[,;.] ?|\b(?:мне|у меня|ношу|беру|я|и|а) )(?:по (?:обуви|одежде|верху|низу)|верх|низ|обувь|одежда|одежду)(?: у меня| мне| мой| ношу| беру| всегда| обычно| —| -|:)* (?P<v>{SIZE})(?: размера?)?{_STOP}", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("велик мал мала малы больш тесн ношу подхо налез влеза впору", rf"(?<![\w-])(?P<v>{SIZE})(?: размер\w?)?(?: мне)?(?: стал\w*| уже| теперь| больше)+(?: мне| слишком)* (?P<not>велик\w*|мал[аоы]?|больш(?:ой|ая|ие)|тесн\w+|не (?:ношу|подходит|налезает|влезаю|влезает|мо[йя]))(?![а-я])", _ended, OWN | But.ASKED),
    rule("не", rf"\b(?P<not>(?:я |уже |больше )+не) (?:ношу |беру )?(?P<v>{SURE_SIZE}|[3-6]\d(?= размер))(?=[.,!]|$| )", _ended, OWN & ~But.DENIED | But.ASKED),
    rule("стал стала", rf"\b(?P<not>(?:был[аи]?|носила?)) (?:размер )?(?P<v>{SIZE}),? (?:а |но )?(?:теперь |сейчас )?(?:стал|теперь|сейчас)", _size, OWN),
    rule("стал стала", rf"\b(?:был[аи]?|носила?) (?:размер )?{SIZE},? (?:а |но )?(?:теперь |сейчас )?стал[аи]? (?P<v>{SIZE})(?=[.,!]| ?$)", _size, OWN | But.DENIED),
    rule("разме нужен нужна", rf"\bразмер (?:побольше|поменьше|больше|меньше)(?:,| —| -|:) ?(?P<v>{SIZE})(?=[.,!]| ?$)", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("думаю кажет навер вроде скоре", rf"(?:^|[,.] ?)(?:я )?(?:думаю|кажется|наверное|вроде|скорее всего),? (?:что )?(?:у меня |мне |нужен |размер )*(?P<v>{SURE_SIZE}|[3-5]\d(?= размер))(?: размера?)?{_STOP}", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("разме разм", rf"\b(?:размер(?:а|е|у|ом)?(?![а-я])|разм\.?(?![а-я]))(?: (?:ноги|стопы|обуви|одежды|куртки|брюк|штанов|мой|у меня|обычно|теперь|сейчас|примерно|ваш|нужен|мне|беру|ношу|будет|это|российский|стал|уже|верха|всегда|изменился|другой|сменился|на сегодня|скорее всего|наверное|наверно|кажется|вроде бы|вроде|где-то|около|где-то|точно|должен быть|пусть будет|теперь уже))*(?: —| -|:|,)? ?(?:это )?(?P<v>{SIZE})(?! ?(?:лет|см|кг|руб|евро))", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("ношу носим беру влеза надев", rf"(?<!раньше )(?<!\bне )\b(?:ношу|беру|влезаю в|надеваю|покупаю|заказываю){_ADV} (?P<v>{SIZE})(?: размера?)?{_STOP}", unless(r"раньше (?:ношу|беру)", _size), OWN | But.DENIED | But.PAST),
    rule("носил носила раньш", rf"\b(?P<not>(?:раньше )?(?:носила?|брала?)(?: раньше)?|раньше (?:был[аи]?|у меня был\w?)(?: размер)?)(?: размер)? (?P<v>{SIZE})(?: размера?)?{_STOP}", _size, OWN),
    rule("разме", rf"\b(?:у меня|мне нужен|мне|мой|нужен|на мне|я ношу|ношу|беру|нога|теперь)(?: [а-я]+)?? (?P<v>{SIZE}) размер\w?\b|\b(?P<w>{SIZE}) размер\w?(?: обуви| одежды)? (?:у меня|ношу|мой|беру|мне|на мне)\b", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("тепер сейча похуд попра потол", rf"(?:[,;.] ?|\bа |^)(?:но )?(?:теперь|сейчас)(?: уже| я| у меня| мне| ношу| нужен| нужна| мой| размер| беру)* (?P<v>{SIZE}){_STOP}", when(rf"размер|нос[ия]|ношу|похуд|поправ|раньше|потолст|был\w? |(?:теперь|сейчас) (?:уже |я |у меня )?{SURE_SIZE}", _size), OWN),
    rule("у мне на нога ноги нужна нужен нужны я беру хочу подхо подой лучше давай", rf"(?:(?<![\w-])(?:у меня|мне|на мне|нога(?: у меня)?|ноги|я|нуж(?:на|ен|ны)|хочу|беру|возьму|подходит|подойдет|лучше|давайте|это)),?(?: (?:обычно|всегда|нужна|нужен|нужны|подходит|подойдет|сейчас|только|кстати,?|,|вроде бы|вроде|кажется,?|наверное,?|ровно|где-то|теперь|уже))*(?: —| -|,)? (?P<v>{SURE_SIZE}){_STOP}", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("у нога ноги мне ботин", r"(?:(?<![\w-])(?:у меня|нога(?: у меня)?))(?: (?:обычно|кажется,?|вроде бы|вроде|наверное,?|сейчас|,))* (?P<v>[2-6]\d(?:[.,]5)?)(?=[.,!]| ?$| а | но | и )(?! лет)|\bмне (?P<w>[2-6]\d)(?= (?:в самый раз|как раз|впору|подходит|подойдет|нормально))", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("самый раз впору подхо", rf"(?<![\w-])(?P<v>{SIZE}) (?:мне )?(?:в самый раз|как раз|впору|подходит|подошел|подошла|идеально)", unless(_NOT_OWN + r"|не подош", _size), OWN | But.DENIED),
    rule("разме", rf"\b(?:ищу|нуж(?:на|ен|ны)|хочу|возьму|закажу|купить)\b[^.!?\n]{{0,50}}? (?P<v>{SIZE}) размера?\b", unless(_NOT_OWN, _size), OWN | But.DENIED | But.ASKED),
    rule("в", rf"(?:^|[,.] ?|\b(?:мне|хочу|нуж(?:на|ен|ны)|возьму|закажу|беру|ищу|купить) (?:\w+ )?){_GOODS}(?: мне)? в (?P<v>{SURE_SIZE}|[3-5]\d)(?=[.,!]| ?$| и | размер)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("нужн подой", rf"(?:^|[,.] ?)(?P<v>{SURE_SIZE}) мне (?:нуж(?:на|ен|ны)|подойд\w+|подходит)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("разме ношу нога ноги уже не нужна нужен мне", rf"(?<![\w-])не (?:{SIZE}),? а (?P<v>{SIZE})(?=[.,!]| ?$)", when(r"размер|ношу|нога|нуж|мне|\bуже не\b", _size), OWN),
    rule("разме у ношу", rf"\b(?:у меня|мой размер|ношу|мне) (?P<v>{SIZE}),? а не {SIZE}", _size, OWN),
)  # fmt: skip
# What makes an amount the most somebody will spend, and what makes it a price, a debt or a condition.
_MEANT = re.compile(
    rf"\b(?:бюджет\w*|лимит\w*|потол\w+|предел\w*|планк\w+|максимум|макс\b|край(?:няя)?\b|диапазон\w*|ценник|от силы|не (?:больше|более|дороже|выше|свыше)|больше[^.!?,]{{0,12}} не|в пределах|в районе|в районе|порядка|около|до(?= )|уложи\w+|уклады\w+|рассчитыв\w+|ориентир\w+|располага\w+|распоряжени\w+|отлож\w+|выдел\w+|потра\w+|трати\w+|запла(?:тить|чу)|плати(?:ть)?|отда(?:ть|м|вать)|позволить|готов\w*|потян\w+|хватит|по деньгам|по цене|по финансам|(?:денег|есть|имею|в кармане|осталось)[^.!?,]{{0,14}} {AMOUNT}|на вс[её] про вс[её]|(?:что-нибудь|что-то|подарок|вариант\w*|ищу|купить)[^.!?]* (?:за|на) (?={AMOUNT})|пусть будет|плюс-минус|собрал\w*|скинулись|раскошел\w+|дам)(?![а-я])"
)
_PRICED = re.compile(
    r"\b(?:стоит|стоил\w*|стоят|стоить|обош\w+|скидк\w*|бесплатн\w+|доставка (?:от|до|за)|списал\w*|сняли|снял\w*|верн\w+|возвр\w+|купил\w*|заплатил\w*|оплатил\w*|заказал\w*|потратил\w*|отдал[аи]?\b|должны|переплатил\w*|сертификат\w*|бонус\w*|балл\w*|промокод\w*|штраф\w*|за куртку за|звон\w+|вышло)(?![а-я])"
)


_SPENT = rf"(?<![\w.,+#№-])(?:от )?(?P<a>{AMOUNT})(?: ?(?:-|–|—|до|и) ?(?P<b>{AMOUNT}))?(?! ?(?:размер|литр|дн|лет|год|шаг|км|раз|%|см|\d))"
BUDGETS = (
    rule("евро руб рубл тыс тысяч тыщ доллар eur usd rub к р € $ ₽ штук бакс сотни сотня сотню", _SPENT, unless(_PRICED.pattern, when(_MEANT.pattern, _of_money)), But.REPORTED | But.ASKED),
    rule("бюдже лимит потол сумма", rf"\b(?:бюджет\w*|лимит|потолок|рассчитываю на сумму|сумма)(?: (?:у меня|мой|наш|теперь|сейчас|уже|вырос|увеличился|повысился|поднялся|поднят|подняли|подрос|снизился|уменьшился|урезали|до|стал|всего|на него|на всё|на все|на подарок|на куртку|на человека|небольшой|ограничен|скромный|примерно|где-то|изменился|на это|есть|поменьше|побольше|наверное|,))*(?: —| -|:|,)? ?{SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("цена цене вариа рассм", rf"\b(?:цен\w+|вариант\w*|рассматрива\w+|предложени\w+)(?: —| -|:)? (?:до|не дороже|не больше|максимум|в пределах) {SPENT}(?! ?(?:час|вечер|утр))", unless(_PRICED.pattern, _budget), But.REPORTED | But.ASKED),
    rule("дорож", rf"\b(?:ищу|нуж\w+|хочу|хотел\w*|что-нибудь|что-то|купить|интересует|подберите|посоветуйте|{STEMS})[^.!?\n]{{0,70}}? не дороже {SPENT}", _budget, But.REPORTED | But.ASKED),
)  # fmt: skip
RULES = (*SIZES, *BUDGETS)
