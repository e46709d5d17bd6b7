"""How and when they are reached, and where things are brought to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE
from chat_server.hearing.inflected import rule, unless, when
from chat_server.hearing.rule import PLAIN, But, Heard, Take

from .words import KIN

_CHANNELS = {
    "почт": "email", "мыл": "email", "имейл": "email", "email": "email", "e-mail": "email", "емейл": "email", "емайл": "email", "имэйл": "email", "мейл": "email", "мэйл": "email", "mail": "email",
    "электронк": "email", "письм": "email", "электронн": "email", "телефон": "phone", "звон": "phone", "созвон": "phone", "голос": "phone", "смс": "sms", "sms": "sms", "эсэмэс": "sms", "чат": "chat", "здесь": "chat", "тут": "chat", "сюда": "chat",
    "бумажн": "post", "сообщен": "sms", "обычной почт": "post", "мессендж": "chat", "онлайн": "chat",
    "ватс": "whatsapp", "вотс": "whatsapp", "вацап": "whatsapp", "whats": "whatsapp", "телег": "telegram", "telegram": "telegram", "тг": "telegram", "вайбер": "viber", "viber": "viber", "вк": "vk", "vk": "vk", "сигнал": "signal", "signal": "signal", "инстаграм": "instagram", "инст": "instagram", "инсту": "instagram",
}  # fmt: skip
CHANNEL = r"(?P<v>бумажн\w+ (?:письм\w+|почт\w+)|обычн\w+ почт\w+|(?:электронн\w+ )?почт(?:е|у|а|ой)|мыл[оау]|имейлу?|e-?mail|емейлу?|емайлу?|имэйлу?|м[еэ]йлу?|mail|электронк\w|письм(?:о|ом|а)|телефон(?:у|ом|е)?|созвон\w*|звон(?:ок|ком|ку)|голосом|сообщени(?:ем|я|ями)|смс\w*|sms|эсэмэс\w*|чат(?:е|у|ом|ик\w*)?|сюда|здесь|тут|ват?с[ао]пп?\w*|вотс[ао]пп?\w*|вацап\w*|whats ?app|телеграмм?(?:е|у|ом)?|телег(?:а|у|е|ой)|telegram|(?<=в )тг|вайбер(?:е|у|ом)?|viber|вконтакте|(?<=в )вк|(?<=в )сигнал(?:е)?|signal|инстаграмм?(?:е)?|(?<=в )инст[еу]|мессенджер\w*)(?![а-я])"
_LIKES = r"(?:лучше|уведомл\w+|связ(?:ались|ался|алась)|связывайтесь|держите связь|по старинке|исключительно|информируйте|извещайте|дайте знать|удобн(?:ее|ей|о|ый)|предпоч(?:итаю|ла бы|ел бы|тительн\w+)|проще|легче|желательно|пишите|напишите|писать|ответ(?:ьте|ить|ы|)?|отвечайте|свяжитесь|связаться|связываться|связь|связи|сообщ(?:ите|ить|ения|айте)|скиньте|киньте|кидайте|шлите|пришлите ответ|присылайте|только|давайте|общаться|общаемся|можно(?! ли))"
_WAY = (
    rf"(?:(?:по|на|через|в|с помощью|к) )?(?:(?:моей|мою|мой|эту|этом|обычной|обычную) )?{CHANNEL}"
)
_CALLS = r"(?:по(?:звон|)зв[оа]ните|позвоните|перезвоните|перезвони|звоните|наб(?:ерите|ери|ёрете|ирайте)|звякните|созвонимся|жду (?:вашего |от вас )?звонка|(?:прошу|можете|могли бы|(?<!вам )можно|хотела? бы|хочу|лучше|пусть|попрос\w+|удобнее|проще)(?: вас| вы| мне| меня| чтобы| менеджер\w?| оператор\w?| кто-нибудь| если)* (?:пере?звон(?:ить|ите|или|ит)|позвон(?:ить|ите|или|ит)|звонить|набрать))"
_PARTS = {
    "утр": "morning", "до обеда": "morning", "до полудня": "morning", "перв": "morning", "днем": "afternoon", "дневн": "afternoon", "после обеда": "afternoon", "после полудня": "afternoon", "втор": "afternoon", "обед": "noon", "полдень": "noon", "ранн": "morning", "ноч": "evening",
    "вечер": "evening", "будн": "weekdays", "рабоч": "weekdays", "выходн": "weekend",
}  # fmt: skip
PART = r"(?:в районе |в |по |с(?= утра) |на |во )?(?P<v>утр(?:ом|ам|о)|(?<=с )утра|утречком|до обеда|до полудня|первой половин\w+(?: дня)?|днем|дневное время|после обеда|после полудня|второй половин\w+(?: дня)?|обед(?:енное время|енный перерыв)?|(?<=районе )обеда|(?<=к )обеду|полдень|вечер(?:ом|ам|ком|у|нее время|)?|(?<!\d )(?<!часов )(?<!часа )(?<!шести )(?<!семи )(?<!восьми )(?<!девяти )(?<!пяти )(?<!четырех )(?<!трех )вечера|раннее утро|будн(?:и|ям|ие дни|ие|ий день)|рабочие дни|выходн(?:ые|ым|ой))(?![а-я])"
_HOURS = {word: number for number, forms in enumerate(
    ("часа", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати"), 1
) for word in [forms]}  # fmt: skip
_ALSO = {"час": 1, "два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12, "шестью": 6, "семью": 7, "пятью": 5, "девятью": 9, "десятью": 10, "часом": 1, "полудня": 12, "часу": 1, "двум": 2, "трем": 3, "четырем": 4, "полпервого": 12}  # fmt: skip
_CLOCK = rf"(?:[01]?\d|2[0-3])(?:[:.-][0-5]\d)?(?!\d|:\d|[.,]\d| ?(?:\d|евро|руб|тыс|%|числ|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|дн|лет|размер|недел|раз))|(?:{'|'.join([*_HOURS, *_ALSO])})(?![а-я])"
_PM = r"(?: (?:часов|часа|час|ч\.?))?(?P<{0}> ?(?:утра|вечера|дня|ночи))?"
TIMES = (
    rf"(?P<when>(?:с|от|между|в промежутке с|в) ?(?P<from>{_CLOCK}){_PM.format('p1')} ?(?:до|по|и|-|–|—) ?(?P<to>{_CLOCK}){_PM.format('p2')}"
    rf"|(?P<side>после|позже|с|не раньше|не ранее|начиная с|до|не позже|не позднее|раньше|к) (?P<hour>{_CLOCK}){_PM.format('p3')})"
)
_MEET = r"(?:пере?звон\w+|позвон\w+|звон\w+|наб(?:ер|ир|рат)\w+|свяж\w+|связ\w+|пиш\w+|напиш\w+|доступ\w+|удобн\w+|лучше|на связи|свобод\w+|дома\b|бываю|беспоко\w+|звякн\w+|ловить|застать|застан\w+|поймать|созвон\w+|отвечаю|отвечу|приму|принять|буду|встреч\w+|на смене|после работы|ближе|подойд\w+|устро\w+|пусть|желательно|прошу|беру трубку|привез\w+|привоз\w+|давайте|везите|достав(?:ь|и|к|л)\w+|курьер\w*|завоз\w+|приезжа\w+|ждать|могу говорить|могу ответить|можно|не раньше|не позже|теперь)"
_PLACE_WORDS = r"(?:(?:мо\w+ |наш\w+ )?(?:офис|работу|дачу|пункт|постамат|отделени|почтов|консьерж|сосед|охран|ресепш|вахт|подъезд|двер|магазин|дом\b|сестр|мам|родител|домик|гараж|отел|гостиниц|хостел|ячейк|пвз|сдэк))"
_STREET = r"(?:[^.!?;\n]|(?<=\bул)\.|(?<=\bд)\.|(?<=\bкв)\.|(?<=\bг)\.|(?<=\bпр)\.|(?<=\bкорп)\.|(?<=\bстр)\.|(?<=\bпер)\.|(?<=\bобл)\.|(?<=\bпос)\.|(?<=\bоф)\.|(?<=\bпл)\.|(?<=\bнаб)\.)"
_ADDRESS_END = r"(?=[!?;\n]|(?<!\bул)(?<!\bд)(?<!\bкв)(?<!\bг)(?<!\bпр)(?<!\bкорп)(?<!\bстр)(?<!\bпер)(?<!\bобл)(?<!\bпос)(?<!\bоф)(?<!\bпл)(?<!\bнаб)\.(?:\s|$)|,? (?:пожалуйста|спасибо|если|но|а|плиз|когда|потому|там|телефон|тел\b|и (?:позвон|напиш|свяж))|\s[(]|\s*$)"
_NO_ADDRESS = r"(?!(?:(?:[а-я]+ )?[а-я]+: |[а-я]+ )?(?:почт|e-?mail|имейл|другой|другого|телефон|размер|обмен|не |был|тот|изменил|какой|магазин\w* (?:у|как)|[^ ]+@|сдела|мен[яе]|вас\b|завтра|понедельник|вторник|сред|четверг|пятниц|суббот|воскрес|выходн|будн|течени|срок|возврат|\d{1,2}[ :](?:\d\d|час)))"


def _hours(heard: Heard) -> Iterator[Statement]:
    """From, until, or both."""
    yield heard.statement("preferred_hour", hours_of(heard.match), span=heard.place("when"))


def hours_of(match: re.Match[str]) -> str:
    """Of a match of `TIMES`; a small hour in the afternoon is what people mean by "после шести"."""
    parts = match.groupdict()
    if parts["hour"]:
        before = parts["side"] in {"до", "не позже", "не позднее", "раньше", "к"}
        at = clock_of(parts["hour"], parts["p3"], late=not before)
        return f"-{at}" if before else f"{at}-"
    last = clock_of(parts["to"], parts["p2"], late=True)
    first = clock_of(
        parts["from"],
        parts["p1"] or (parts["p2"] if parts["p2"] and "вечера" in parts["p2"] else None),
        late=False,
    )
    if int(first[:2]) < 8 and int(last[:2]) > 12 and parts["p1"] is None:  # noqa: PLR2004 - from five to eight is in the evening
        first = clock_of(parts["from"], None, late=True)
    return f"{first}-{last}"


def clock_of(said: str, part: str | None, *, late: bool) -> str:
    number = _HOURS.get(said) or _ALSO.get(said)
    hour, minute = (str(number), "00") if number else ([*re.split("[:.-]", said), "00"])[:2]
    at = int(hour)
    part = (part or "").strip()
    if at < 12 and (part in {"вечера", "дня"} or (late and not part and at < 8)):  # noqa: PLR2004 - noon; before eight nobody is called
        at += 12
    return f"{at:02}:{minute}"


def _not_then(heard: Heard) -> Iterator[Statement]:
    """Not before nine is from nine on."""
    before = heard.match["side"] in {"до", "раньше"}
    at = clock_of(heard.match["hour"], heard.match["p3"], late=not before)
    yield heard.statement(
        "preferred_hour", f"{at}-" if before else f"-{at}", span=heard.place("when")
    )


def _part(heard: Heard) -> Iterator[Statement]:
    said = heard.match["v"]
    value = next(part for stem, part in _PARTS.items() if said.startswith(stem))
    yield heard.statement("preferred_hour", value, span=heard.place())


def channel_of(said: str) -> str | None:
    """By the beginning of the word."""
    return next((kept for stem, kept in _CHANNELS.items() if said.startswith(stem)), None)


def part_of(said: str) -> str | None:
    """The part of the day or week."""
    return next((kept for stem, kept in _PARTS.items() if said.startswith(stem)), None)


def _channel(heard: Heard) -> Iterator[Statement]:
    value = channel_of(heard.match["v"])
    if value is not None:
        yield heard.statement("preferred_channel", value, confidence=0.95)


_mail = takes.email(
    others=rf"\b(?:ему|ей|им|нему|ней)\b[^.!?]{{0,12}}$|(?<!на )\b(?:его|ее|их|ваш\w*|твой|(?<!для )(?:мо\w+ )?{KIN})\b(?![^.!?]*\b(?:мо[яйе]|мне|меня|мою)\b)[^.!?,]{{0,30}}$|\b(?:писал\w*|написал\w*|отправил\w*|пришл[оа]) (?:\w+ )?(?:на|от|с)(?: адреса)?\s*$|\b(?:письмо|рассылка)\b[^.!?]{{0,20}} (?:от|с)(?: адреса)?\s*$",
    former=r"\b(?:стар\w+|прежн\w+|неверн\w+|больше не|вместо|удалите)\s[^,;.!?]{0,25}$|\bне (?:на |по |почта )?$|\bсменил\w* [^,;.!?]{0,15}\bс $",
    former_after=r"[^,;.!?]{0,12}(?:больше не|не работает|стар\w+|неверн\w+|не актуал\w+|неактуал\w+)",
)
_phone = takes.phone(
    words=r"\b(?:телефон\w*|номер\w*|тел\.?|моб\.?|сотов\w+|мобильн\w+|смс|sms|присылайте|пишите на|звони\w*|позвони\w*|перезвони\w*|набер\w+|whatsapp|ватсап\w*|вотсап\w*|телеграм\w*)",
    others=rf"\b(?:его|ее|их|ваш\w*|(?:мо\w+ )?{KIN})\b(?![^.!?]*\b(?:мой|мне|меня|моего)\b)[^.!?,]{{0,30}}$|\b(?:звонил\w*|набирал\w*)\b[^.!?]{{0,15}}$",
    former=r"\b(?:стар\w+|прежн\w+|больше не|вместо)\s[^,;.!?]{0,25}$|\bне (?:на |по )?$",
    never=r"\b(?:заказ\w*|трек\w*|сч[её]т\w*|карт\w*|артикул\w*|посылк\w+|инн|снилс|паспорт\w*)\b[^\d,;.!?]{0,14}$",
)
_REACH = But.SUPPOSED | But.REPORTED | But.OTHERS
# What makes a time one at which they want to be reached, and what makes it another's or a past one.
_NEAR_HOURS = rf"\b{_MEET}(?![а-я])"
_PAST_HOURS = r"\b(?:был|была|были|приехал\w*|приезжал\w*|звонил\w*|пришел|пришла|ждал\w*|открыт\w*|вы работаете|вы открыты|магазин\w* работает|срок|\d дн(?:я|ей)|дней|размер\w*|бюджет\w*|евро|руб\w*|заказал\w*|написал\w*)(?![а-я])|\bне (?:надо |нужно )?(?:перезв|звон|беспок|приез|набир)\w*[^.!?]{0,20}\b(?:до|раньше|после|позже)\b|\b(?:до|раньше|после|позже) [^.!?]{0,20} не (?:надо )?(?:звон|беспок)"
_PAST_PARTS = r"\b(?:был|была|были|приехал\w*|приезжал\w*|пришел|пришла|пришло|звонил\w*|открыт\w*|вы работаете|добрый|добрым|доброе|доброго|хорошего|приятного|погод\w*|заказал\w*|написал\w*|купил\w*|вернул\w*|отправил\w*|получил\w*|сегодня утром|вчера|обещал\w*)\b"
_NO_PART = re.compile(
    r"\b(?:не (?:звон|беспок|приез|могу|надо|удобно|получ|вези|привоз|буду|бываю|на связи)|сплю|занят|меня нет|работаю|на работе|в офисе|учусь|на смене|кроме)[^,.;!?]*$"
)
_NO_PART_AFTER = re.compile(
    r"(?: [а-я]+){0,2} (?:не (?:звон|беспок|приез|могу|надо|удобно|получ|вези|привоз|буду|бываю|на связи|дома)|сплю|занят|меня нет|работаю|на работе|учусь|на смене|нельзя)"
)


_ASKED_FOR = re.compile(
    r"\b(?:можете|могли бы|можно|сможете|нельзя ли|пере?звон\w+|позвон\w+|наберите|прошу|привезите|привезете|доставьте|удобно ли)\b"
)
_CALLED = re.compile(r"\b(?:пере?звоните|позвоните|звоните|наберите|звонить|телефон)\b")


def when_near(take: Take) -> Take:
    """Where the sentence speaks of reaching them, or the one before asks for a call; asked, only as a request."""

    def wrapped(heard: Heard) -> Iterable[Statement]:
        low = heard.sentence.low
        near = _NEAR.search(low) or (
            _AFTER_CALL.match(low) and _CALLED.search(heard.line.low, 0, heard.sentence.start)
        )
        asks = low.rstrip().endswith("?") and not _ASKED_FOR.search(low)
        return take(heard) if near and not asks else ()

    return wrapped


_NEAR = re.compile(_NEAR_HOURS)
# Nothing but figures, and the time.
_AFTER_CALL = re.compile(
    r"[\d +()-]*,? ?(?:только |лучше |но )?(?:после|до|с|между|утром|вечером|днем)\b"
)


def _wished_part(heard: Heard) -> Iterator[Statement]:
    """Not the time at which they sleep or work."""
    low = heard.sentence.low
    cut = max(
        (one.end() for one in heard.line.tongue.clause.finditer(low, 0, heard.match.start())),
        default=0,
    )
    if not _NO_PART.search(low[cut : heard.match.start()]) and not _NO_PART_AFTER.match(
        low, heard.match.end()
    ):
        yield from _part(heard)


RULES = (
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", _phone, PLAIN),
    # How
    rule("лучше удобн предп проще легче желат пишит напиш писат ответ отвеч свяжи связа связы связь связи сообщ скинь киньт кидай шлите пришл прис тольк давай общат общае можно уведом держит исклю инфор извещ дайте стари связал", rf"(?<!\bне )\b{_LIKES}(?: (?!не |без |звонить |товар|чек|посыл|купон|каталог|код)[а-я]+,?){{0,4}}?,? {_WAY}", unless(rf"\A(?!.*\b(?:лучше|предпоч\w+|удобнее|только)\b).*(?:\bчек\w? |\bкаталог|\bквитанц|{EMAIL}.{{0,3}}$|\bесть\b|\bкупить|\bодеж)", _channel), _REACH | But.DENIED),
    rule("почт мыло имейл email телеф смс эсэмэ чат чате звоно письм телег ватс вотс вацап вайбе вк тг whats teleg viber месс сигна", rf"(?:^|[,.—-] ?|\b(?:связаться )?)(?:по |на |через |в )?{CHANNEL} (?:мне |для меня |тоже )*(?:лучше|удобн\w+|проще|предпочтительн\w+|подойдет|подойд[её]т|меня устроит|самое то)\b", _channel, _REACH | But.DENIED | But.ASKED),
    rule("лучше удобн предп проще легче желат пишит напиш писат ответ отвеч свяжи связа связы связь связи сообщ скинь киньт кидай шлите пришл прис тольк давай общат общае уведом держит исклю инфор извещ дайте стари", rf"(?:^|[,;:.—-] ?|\b(?:и|а|но|только|лучше|тогда) ){_WAY} (?:мне |для меня |всегда |как-то |будет |было бы |просто |намного |гораздо )*(?:лучше|удобн\w+|проще|легче|привычн\w+|надежн\w+|быстрее|комфортн\w+)(?: всего)?(?! ли)", _channel, _REACH | But.DENIED | But.ASKED),
    rule("звони позво перез набер звякн созво звонк звон связа прошу", rf"(?<!\bне )(?<!никто )\b{_CALLS}(?! (?:ли |вам|им|ему|ей|в полици|курьер|в магазин|маме|жене|мужу))", unless(r"\b(?:лучше|можно|удобн\w+)(?: мне)? (?:пере)?звонить\b.*(?:утр|вечер|обед|днем|будн|выходн|после|до|с|не раньше|между) ?", takes.fixed("preferred_channel", "phone")), _REACH | But.DENIED),
    rule("звони звонк звон позво набир перез", r"\b(?P<not>(?:не|без)(?: надо| нужно| стоит| люблю)?(?: мне| меня)?(?: пожалуйста,?)?(?: больше)? (?:перезв(?!онил)\w+|звон(?!ил)\w+|набир(?!ал)\w+)|звонить(?: мне)? не (?:надо|нужно)|звонков не (?:надо|нужно))", unless(r"\b(?:до|после|раньше|позже|рано|поздно|утром|вечером|ночью|днем|по (?:утрам|вечерам|выходным))\b", takes.fixed("preferred_channel", "phone")), But.REPORTED),
    rule("эсэмэ смс почто почта почту письм чате чат элект телег ватс вотс вацап вайбе вк тг whats teleg viber", rf"^(?:нет,? |ну |да,? |тогда |лучше |только |давайте )*(?:(?:по|на|через|в) )?{CHANNEL},? (?:пожалуйста|если можно|плиз)\b", _channel, _REACH | But.DENIED | But.ASKED),
    rule("напиш пишит ответ скинь перез", rf"(?:^|[,.] ?|\b(?:лучше|и|просто|тогда|давайте|уже) )(?:на|в|по|через) (?:мою |эту )?{CHANNEL} (?:мне |лучше |просто )?(?:напишите|пишите|ответьте|отвечайте|скиньте|свяжитесь)(?![а-я])", unless(EMAIL, _channel), _REACH | But.DENIED | But.ASKED),
    # When
    rule("до раньш после позже", rf"\b(?P<when>(?P<side>до|раньше|после|позже) (?P<hour>{_CLOCK}){_PM.format('p3')}) (?:мне |меня |пожалуйста |лучше |прошу |просьба )*не (?:надо |нужно |стоит )?(?:перезв|звон|беспок|приезж|привоз|набир)\w*", _not_then, But.REPORTED | But.OTHERS),
    rule("не", rf"\bне (?:надо |нужно |стоит )?(?:перезв|звон|беспок|приезж|привоз|набир)\w*(?: мне| меня| пожалуйста,?)* (?P<when>(?P<side>до|раньше|после|позже) (?P<hour>{_CLOCK}){_PM.format('p3')})", _not_then, But.REPORTED | But.OTHERS),
    rule("могу получа удобн", rf"\bне (?:могу|получается|получится|удобно),? (?:а |но )?(?:только|лучше|можно) {PART}", _part, But.REPORTED | But.OTHERS | But.ASKED),
    rule("после позже с до между не раньш к в начин", rf"(?<![\w:.-]){TIMES}", unless(_PAST_HOURS, when_near(_hours)), But.REPORTED | But.OTHERS),
    rule("не", rf"(?:^|[,.] ?)(?:только |лучше |но )?(?P<when>(?P<side>не раньше|не позже|не ранее|не позднее) (?P<hour>{_CLOCK}){_PM.format('p3')})(?P<from>(?!))?(?P<to>(?!))?", _hours, But.REPORTED | But.OTHERS | But.ASKED),
    rule("утр утром утрам утра утреч обед обеда днем дневн вечер вечеру перво второ будн будни рабоч выход полдн полуд ранне", rf"(?<![\w-]){PART}", unless(_PAST_PARTS, when_near(_wished_part)), But.REPORTED | But.OTHERS),
    # Where to
    rule("доста отпра приве везит пришл шлите напра", rf"\b(?:достав(?:ьте|ить|ляйте|ка)|отправ(?:ьте|ить|ляйте)|привез(?:ите|ти)|везите|пришлите|прислать|шлите|направ(?:ьте|ить))\b(?:,? (?!по\b|на\b|в\b|ко?\b|до\b)[а-я]+,?){{0,4}} (?:по адресу|на адрес|в|на)(?: город)?:? {_NO_ADDRESS}(?P<v>(?=[^.!?\n]*\d|{_PLACE_WORDS}|[а-я ]*(?:ул\b|улиц|просп|пер\b|площад)){_STREET}{{3,100}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("доста отпра приве везит пришл", rf"\b(?:достав(?:ьте|ить)|отправ(?:ьте|ить)|привез(?:ите|ти)|везите|пришлите)\b(?:,? (?!по\b|на\b|в\b)[а-я]+,?){{0,3}},? (?:по адресу|на адрес):? {_NO_ADDRESS}(?P<v>{_STREET}{{3,100}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("доста отпра приве везит", rf"\b(?:доставьте|доставить|отправьте|привезите|везите)(?:,? пожалуйста,?)?(?: посылку| заказ| его| ее| это)? (?:в|на|по) {_NO_ADDRESS}(?P<v>[^.!?;\n]{{0,20}}(?:ул\.|улиц|просп|пр\.|наб\.|пер\.){_STREET}{{3,90}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("доста отпра приве везит везти пришл шлите напра", rf"\b(?:достав\w+|отправ\w+|привез\w+|везите|везти|пришлите|шлите|направ\w+)\b[^.!?:\d]{{0,40}}: ?(?P<v>(?=[^!?\n]*\d){_STREET}{{4,110}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("остав перед занес", rf"\b(?:оставьте|пусть (?:курьер |водитель )?оставит|можно оставить|оставить|передайте|занесите|отдайте)\b(?:,? (?!у\b|на\b|в\b|под\b)[а-я]+,?){{0,3}} (?P<v>(?:у|на|в|под|за|возле)? ?{_PLACE_WORDS}[^.!?,;\n]{{0,60}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("везти доста слать оформ", rf"\b(?:(?:куда )?(?:везти|доставлять|доставить|слать|привезти)(?: сюда)?:|(?:доставку|заказ) оформите на адрес:?) ?{_NO_ADDRESS}(?P<v>(?=[^!?\n]*\d){_STREET}{{4,110}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("адрес", r"(?<![-\w])(?:мой (?:новый |домашний )?адрес|адрес(?: для)? доставки|(?:новый|другой) адрес(?: доставки)?|адрес(?= ?[:—-]| (?:поменялся|сменился|изменился):))(?: доставки| для доставки)?(?: теперь| сейчас| изменился| сменился| поменялся| другой)?(?: —| -|:|,)? ?" + _NO_ADDRESS + r"(?P<v>" + _STREET + "{4,110}?)" + _ADDRESS_END, when(r"адрес", takes.words("delivery_place", 120)), PLAIN | But.DENIED),
)  # fmt: skip
