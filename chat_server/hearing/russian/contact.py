"""How and when they are reached, and where things are brought to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE
from chat_server.hearing.inflected import rule, unless, when
from chat_server.hearing.rule import OWN, PLAIN, But, Heard

from .words import KIN

_CHANNELS = {
    "почт": "email", "мыл": "email", "имейл": "email", "email": "email", "e-mail": "email", "емейл": "email", "емайл": "email", "имэйл": "email", "мейл": "email", "мэйл": "email", "mail": "email",
    "электронк": "email", "письм": "email", "электронн": "email", "телефон": "phone", "звон": "phone", "созвон": "phone", "голос": "phone", "смс": "sms", "sms": "sms", "эсэмэс": "sms", "чат": "chat", "здесь": "chat", "тут": "chat", "сюда": "chat",
    "бумажн": "post",
}  # fmt: skip
CHANNEL = r"(?P<v>(?:электронн\w+ )?почт(?:е|у|а|ой)|мыл[оау]|имейлу?|e-?mail|емейлу?|емайлу?|имэйлу?|м[еэ]йлу?|mail|электронк\w|письм(?:о|ом|а)|телефон(?:у|ом|е)?|созвон\w*|звон(?:ок|ком|ку)|голосом|смс\w*|sms|эсэмэс\w*|чат(?:е|у|ом|ик\w*)?|здесь|тут)(?![а-я])"
_LIKES = r"(?:лучше|удобн(?:ее|ей|о|ый)|предпоч(?:итаю|ла бы|ел бы|тительн\w+)|проще|легче|желательно|пишите|напишите|писать|ответ(?:ьте|ить|ы|)?|отвечайте|свяжитесь|связаться|связываться|связь|связи|сообщ(?:ите|ить|ения|айте)|скиньте|киньте|кидайте|шлите|пришлите ответ|присылайте|только|давайте|общаться|общаемся|можно(?! ли))"
_WAY = (
    rf"(?:(?:по|на|через|в|с помощью|к) )?(?:(?:моей|мою|мой|эту|этом|обычной|обычную) )?{CHANNEL}"
)
_CALLS = r"(?:по(?:звон|)зв[оа]ните|позвоните|перезвоните|перезвони|звоните|набер(?:ите|и|ёте)|звякните|созвонимся|жду (?:вашего |от вас )?звонка|(?:прошу|можете|могли бы|можно|хотела? бы|хочу|лучше|пусть|попрос\w+|удобнее|проще)(?: вас| вы| мне| меня| чтобы| менеджер\w?| оператор\w?| кто-нибудь| если)* (?:пере?звон(?:ить|ите|или|ит)|позвон(?:ить|ите|или|ит)|звонить|набрать))"
_PARTS = {
    "утр": "morning", "до обеда": "morning", "до полудня": "morning", "перв": "morning", "днем": "afternoon", "дневн": "afternoon", "после обеда": "afternoon", "после полудня": "afternoon", "втор": "afternoon", "обед": "noon", "полдень": "noon",
    "вечер": "evening", "будн": "weekdays", "рабоч": "weekdays", "выходн": "weekend",
}  # fmt: skip
PART = r"(?:в |по |с(?= утра) |на |во )?(?P<v>утр(?:ом|ам|о)|(?<=с )утра|утречком|до обеда|до полудня|первой половин\w+(?: дня)?|днем|дневное время|после обеда|после полудня|второй половин\w+(?: дня)?|обед(?:енное время|енный перерыв)?|полдень|вечер(?:ом|ам|ком|а|нее время|)?|будн(?:и|ям|ие дни|ие|ий день)|рабочие дни|выходн(?:ые|ым|ой))(?![а-я])"
_HOURS = {word: number for number, forms in enumerate(
    ("часа", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати"), 1
) for word in [forms]}  # fmt: skip
_ALSO = {"час": 1, "два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12, "шестью": 6, "семью": 7, "пятью": 5, "девятью": 9, "десятью": 10, "часом": 1, "полудня": 12}  # fmt: skip
_CLOCK = rf"(?:[01]?\d|2[0-3])(?:[:.-][0-5]\d)?(?!\d|:\d|[.,]\d| ?(?:\d|евро|руб|тыс|%|числ|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|дн|лет|размер|недел|раз))|(?:{'|'.join([*_HOURS, *_ALSO])})(?![а-я])"
_PM = r"(?: (?:часов|часа|час|ч\.?))?(?P<{0}> ?(?:утра|вечера|дня|ночи))?"
_TIMES = (
    rf"(?P<when>(?:с|от|между|в промежутке с|в) ?(?P<from>{_CLOCK}){_PM.format('p1')} ?(?:до|по|и|-|–|—) ?(?P<to>{_CLOCK}){_PM.format('p2')}"
    rf"|(?P<side>после|позже|с|не раньше|не ранее|начиная с|до|не позже|не позднее|раньше|к) (?P<hour>{_CLOCK}){_PM.format('p3')})"
)
_MEET = r"(?:пере?звон\w+|позвон\w+|звон\w+|наб(?:ер|ир|рат)\w+|свяж\w+|связ\w+|пиш\w+|напиш\w+|доступ\w+|удобн\w+|лучше|на связи|свобод\w+|дома|беру трубку|привез\w+|везите|достав(?:ь|и|к|л)\w+|курьер\w*|завоз\w+|приезжа\w+|ждать|могу говорить|могу ответить|можно|не раньше|не позже|теперь)"
_PLACE_WORDS = r"(?:(?:мо\w+ |наш\w+ )?(?:офис|работу|дачу|пункт|постамат|отделени|почтов|консьерж|сосед|охран|ресепш|вахт|подъезд|двер|магазин|дом\b|сестр|мам|родител|домик|гараж|отел|гостиниц|хостел|ячейк|пвз|сдэк))"
_STREET = r"(?:[^.!?;\n]|(?<=\bул)\.|(?<=\bд)\.|(?<=\bкв)\.|(?<=\bг)\.|(?<=\bпр)\.|(?<=\bкорп)\.|(?<=\bстр)\.|(?<=\bпер)\.|(?<=\bобл)\.|(?<=\bпос)\.|(?<=\bоф)\.|(?<=\bпл)\.|(?<=\bнаб)\.)"
_ADDRESS_END = r"(?=[!?;\n]|(?<!\bул)(?<!\bд)(?<!\bкв)(?<!\bг)(?<!\bпр)(?<!\bкорп)(?<!\bстр)(?<!\bпер)(?<!\bобл)(?<!\bпос)(?<!\bоф)(?<!\bпл)(?<!\bнаб)\.(?:\s|$)|,? (?:пожалуйста|спасибо|если|но|а|плиз|когда|потому|там|телефон|тел\b|и (?:позвон|напиш|свяж))|\s[(]|\s*$)"
_NO_ADDRESS = r"(?!(?:[а-я]+ )?(?:почт|e-?mail|имейл|другой|другого|телефон|размер|обмен|не |был|тот|изменил|какой|магазин\w* (?:у|как)|[^ ]+@|сдела|мен[яе]|вас\b|завтра|понедельник|вторник|сред|четверг|пятниц|суббот|воскрес|выходн|будн|течени|срок|возврат|\d{1,2}[ :](?:\d\d|час)))"


def _hours(heard: Heard) -> Iterator[Statement]:
    """From, until, or both; a small hour in the afternoon is what people mean by "после шести"."""
    parts = heard.match.groupdict()
    if parts["hour"]:
        before = parts["side"] in {"до", "не позже", "не позднее", "раньше", "к"}
        at = _clock(parts["hour"], parts["p3"], late=not before)
        value = f"-{at}" if before else f"{at}-"
    else:
        last = _clock(parts["to"], parts["p2"], late=True)
        first = _clock(
            parts["from"],
            parts["p1"] or (parts["p2"] if parts["p2"] and "вечера" in parts["p2"] else None),
            late=False,
        )
        if int(first[:2]) < 8 and int(last[:2]) > 12 and parts["p1"] is None:  # noqa: PLR2004 - from five to eight is in the evening
            first = _clock(parts["from"], None, late=True)
        value = f"{first}-{last}"
    yield heard.statement("preferred_hour", value, span=heard.place("when"))


def _clock(said: str, part: str | None, *, late: bool) -> str:
    number = _HOURS.get(said) or _ALSO.get(said)
    hour, minute = (str(number), "00") if number else ([*re.split("[:.-]", said), "00"])[:2]
    at = int(hour)
    part = (part or "").strip()
    if at < 12 and (part in {"вечера", "дня"} or (late and not part and at < 8)):  # noqa: PLR2004 - noon; before eight nobody is called
        at += 12
    return f"{at:02}:{minute}"


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
    others=rf"(?<!на )\b(?:его|ее|их|ваш\w*|твой|(?<!для )(?:мо\w+ )?{KIN})\b[^.!?]{{0,30}}$|\b(?:писал\w*|написал\w*|отправил\w*|пришл[оа]) (?:\w+ )?(?:на|от|с)(?: адреса)?\s*$|\b(?:письмо|рассылка)\b[^.!?]{{0,20}} (?:от|с)(?: адреса)?\s*$",
    former=r"\b(?:стар\w+|прежн\w+|неверн\w+|не|больше не|вместо|удалите|с)\s[^,;.!?]{0,25}$",
    former_after=r"[^,;.!?]{0,12}(?:больше не|не работает|стар\w+|неверн\w+|не актуал\w+|неактуал\w+)",
)
_phone = takes.phone(
    words=r"\b(?:телефон\w*|номер\w*|тел\.?|моб\.?|сотов\w+|мобильн\w+|звони\w*|позвони\w*|перезвони\w*|набер\w+|whatsapp|ватсап\w*|вотсап\w*|телеграм\w*)",
    others=rf"\b(?:его|ее|их|ваш\w*|(?:мо\w+ )?{KIN})\b[^.!?]{{0,30}}$|\b(?:звонил\w*|набирал\w*)\b[^.!?]{{0,15}}$",
    former=r"\b(?:стар\w+|прежн\w+|не|больше не|вместо)\s[^,;.!?]{0,25}$",
    never=r"\b(?:заказ\w*|трек\w*|сч[её]т\w*|карт\w*|артикул\w*|посылк\w+|инн|снилс|паспорт\w*)\b[^\d,;.!?]{0,14}$",
)
_REACH = But.SUPPOSED | But.REPORTED | But.OTHERS
RULES = (
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", _phone, PLAIN),
    # How
    rule("лучше удобн предп проще легче желат пишит напиш писат ответ отвеч свяжи связа связы связь связи сообщ скинь киньт кидай шлите пришл прис тольк давай общат общае можно", rf"(?<!\bне )\b{_LIKES}(?: (?!не |без |звонить |товар|чек|посыл|купон|каталог|код)[а-я]+,?){{0,4}}?,? {_WAY}", unless(rf"(?:\bчек\w? |\bкаталог|\bквитанц|{EMAIL}.{{0,3}}$|\bесть\b|\bкупить|\bодеж)(?!.*\bлучше)", _channel), _REACH | But.DENIED),
    rule("почт мыло имейл email телеф смс эсэмэ чат чате звоно письм", rf"(?:^|[,.—-] ?|\b(?:связаться )?)(?:по |на |через |в )?{CHANNEL} (?:мне |для меня |тоже )?(?:лучше|удобн\w+|проще|предпочтительн\w+|подойдет|подойд[её]т|меня устроит|самое то)\b", _channel, _REACH | But.DENIED | But.ASKED),
    rule("звони позво перез набер звякн созво звонк звон связа прошу", rf"(?<!\bне )(?<!никто )\b{_CALLS}(?! (?:вам|им|ему|ей|в полици|курьер|в магазин|маме|жене|мужу))", unless(r"\b(?:лучше|можно|удобн\w+)(?: мне)? (?:пере)?звонить\b.*(?:утр|вечер|обед|днем|будн|выходн|после|до|с|не раньше|между) ?", takes.fixed("preferred_channel", "phone")), _REACH | But.DENIED),
    rule("звони звонк звон позво набир перез", r"\b(?P<not>(?:не|без)(?: надо| нужно| стоит| люблю)?(?: мне| меня)?(?: пожалуйста,?)?(?: больше)? (?:перезв\w+|звон\w+|набир\w+)|звонить(?: мне)? не (?:надо|нужно)|звонков не (?:надо|нужно))", takes.fixed("preferred_channel", "phone"), But.REPORTED),
    # When
    rule("после позже с до между не раньш к в начин", rf"\b{_MEET}[^.!?\n]{{0,40}}?[ :—-]{_TIMES}", unless(r"\b(?:был|была|были|приехал|звонил|пришел|пришла|ждал|открыт|вы работаете|магазин работает|срок|дн(?:я|ей))", _hours), But.REPORTED | But.OTHERS | But.ASKED),
    rule("не", rf"(?:^|[,.] ?)(?:только |лучше |но )?(?P<when>(?P<side>не раньше|не позже|не ранее|не позднее) (?P<hour>{_CLOCK}){_PM.format('p3')})(?P<from>(?!))?(?P<to>(?!))?", _hours, But.REPORTED | But.OTHERS | But.ASKED),
    rule("утр утром утрам утра утреч обед обеда днем дневн вечер перво второ будн будни рабоч выход полдн полуд", rf"\b{_MEET}[^.!?\n]{{0,35}}? {PART}", unless(r"\b(?:был|была|были|приехал\w*|пришел|пришла|звонил\w*|открыт\w*|вы работаете|добрый|добрым|погод)\b", _part), But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    rule("утром утрам вечер будн выход днем обед", rf"(?:^|[,.] ?){PART} (?:мне )?(?:лучше|удобн\w+|дома|свобод\w+|можно звонить|на связи)", _part, But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    # Where to
    rule("доста отпра приве везит пришл шлите напра", rf"\b(?:достав(?:ьте|ить|ляйте|ка)|отправ(?:ьте|ить|ляйте)|привез(?:ите|ти)|везите|пришлите|прислать|шлите|направ(?:ьте|ить))\b(?:,? (?!по\b|на\b|в\b|ко?\b|до\b)[а-я]+,?){{0,4}} (?:по адресу|на адрес|в|на)(?: город)?:? {_NO_ADDRESS}(?P<v>(?=[^.!?\n]*\d|{_PLACE_WORDS}|[а-я ]*(?:ул\b|улиц|просп|пер\b|площад)){_STREET}{{3,100}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("доста отпра приве везит пришл", rf"\b(?:достав(?:ьте|ить)|отправ(?:ьте|ить)|привез(?:ите|ти)|везите|пришлите)\b(?:,? (?!по\b|на\b|в\b)[а-я]+,?){{0,3}},? (?:по адресу|на адрес):? {_NO_ADDRESS}(?P<v>{_STREET}{{3,100}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("доста отпра приве везит", rf"\b(?:доставьте|доставить|отправьте|привезите|везите)(?:,? пожалуйста,?)?(?: посылку| заказ| его| ее| это)? (?:в|на|по) {_NO_ADDRESS}(?P<v>[^.!?;\n]{{0,20}}(?:ул\.|улиц|просп|пр\.|наб\.|пер\.){_STREET}{{3,90}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("остав перед занес", rf"\b(?:оставьте|оставить|передайте|занесите|отдайте)\b(?:,? (?!у\b|на\b|в\b|под\b)[а-я]+,?){{0,3}} (?P<v>(?:у|на|в|под|за|возле)? ?{_PLACE_WORDS}[^.!?,;\n]{{0,60}}?)" + _ADDRESS_END, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("адрес", r"(?<![-\w])(?:мой (?:новый |домашний )?адрес|адрес(?: для)? доставки|(?:новый|другой) адрес(?: доставки)?|адрес(?= ?[:—-]| (?:поменялся|сменился|изменился):))(?: доставки| для доставки)?(?: теперь| сейчас| изменился| сменился| поменялся| другой)?(?: —| -|:|,)? ?" + _NO_ADDRESS + r"(?P<v>" + _STREET + "{4,110}?)" + _ADDRESS_END, when(r"адрес", takes.words("delivery_place", 120)), PLAIN | But.DENIED),
)  # fmt: skip
REACHED = OWN
