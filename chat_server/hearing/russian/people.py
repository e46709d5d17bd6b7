"""Who they are: name, address, language and home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.inflected import rule, stems
from chat_server.hearing.manner import Manner
from chat_server.hearing.names import Name
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, Take
from chat_server.hearing.takes import LIKELY, SURE, fixed, word

from .names import is_bent, known, may_be_name, name_at
from .places import town_at

_NAME = r"(?P<v>[^\W\d_])"
_WORDS = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_REST = r"[^\W\d_]*(?:-[^\W\d_]+)?"
HELLO = r"(?:(?:всем |еще раз |и снова )?(?:здравствуй\w*|здрасьте|здрасте|привет\w*|приветик\w*|хай|алло|добр(?:ый|ое|ого) (?:день|вечер|утро|дня|вечера|утра|времени суток)|доброй ночи|да|ой|ага|ок|еще раз|снова|извините|и)[ ,!.)(:–—-]+)*"
_STEMS = {
    "русск": "ru", "английск": "en", "инглиш": "en", "исландск": "is", "немецк": "de", "французск": "fr", "испанск": "es", "китайск": "zh-TW", "тайск": "th",
    "итальянск": "it", "польск": "pl", "украинск": "uk", "белорусск": "be", "казахск": "kk", "грузинск": "ka", "армянск": "hy", "турецк": "tr", "норвежск": "no", "датск": "da", "шведск": "sv", "финск": "fi",
}  # fmt: skip
_LANGUAGES = {
    form: tag
    for stem, tag in _STEMS.items()
    for form in (stem, f"{stem}и", f"{stem}ом", f"{stem}ий")
}
_LANGUAGE = (
    r"(?:по-|по |на )(?P<v>"
    + "|".join(sorted(_LANGUAGES, key=len, reverse=True))
    + r")\b(?! (?:почт|сайт|размер|таблиц))"
)
_PLACE = r"(?P<v>[а-яa-z][а-яa-z-]+)"
_IN = r"(?:в|во|на|под|около|возле|недалеко от|рядом с)"
_TITLES = r"(?:доктор|профессор|госпожа|господин|г-н|г-жа|товарищ)"


def told_name(heard: Heard) -> Iterator[Statement]:
    """Whatever can be a name."""
    yield from _name(heard, _read(heard), SURE)


def bent_name(heard: Heard) -> Iterator[Statement]:
    """The name in another case: "меня Жанной зовут"."""
    yield from _name(
        heard, name_at(heard.line, heard.place()[0], heard.sentence.end, bent=True), SURE
    )


def _likely(heard: Heard) -> Iterator[Statement]:
    """After "я": a known name, or an unknown one with a capital that ends what is said."""
    name = _read(heard)
    if name is None or not may_be_name(name):
        return
    after = heard.line.low[name.end : name.end + 8]
    if name.known or re.match(
        r"[,.!)( —-]{0,3}(?:$|[,.!)(\n—]| и | из | а | хочу| ищу| живу)", after
    ):
        yield from _name(heard, name, SURE if name.known else LIKELY)


def known_name(heard: Heard) -> Iterator[Statement]:
    """Only a common name, or a first and a last one."""
    name = _read(heard)
    if name is None or not may_be_name(name):
        return
    if name.known or (name.capital and " " in name.value):
        yield from _name(heard, name, LIKELY)


def _two(heard: Heard) -> Iterator[Statement]:
    """One name in place of another."""
    line, end = heard.line, heard.sentence.end
    wrong, right = (name_at(line, heard.place(group)[0], end) for group in ("wrong", "v"))
    if wrong is None or right is None or not (wrong.known or right.known or line.asked == "name"):
        return
    if not (may_be_name(wrong) and may_be_name(right)):
        return
    yield heard.statement("name", wrong.value, span=(wrong.start, wrong.end), ended=True)
    yield heard.statement("name", right.value, span=(right.start, right.end))


def _titled(heard: Heard) -> Iterator[Statement]:
    """How to address them, with a title."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end, bent=True)
    if name is not None:
        start = heard.place("title")[0]
        said = heard.line.text[start : heard.place("title")[1]]
        yield heard.statement("form_of_address", f"{said} {name.value}", span=(start, name.end))


def _read(heard: Heard) -> Name | None:
    return name_at(heard.line, heard.place()[0], heard.sentence.end)


def _name(heard: Heard, name: Name | None, confidence: float) -> Iterator[Statement]:
    if name is not None and not (heard.has("bare") and is_bent(name.value.split()[0])):
        span = (name.start, name.end)
        yield heard.statement(
            "name", name.value, span=span, confidence=confidence, ended=heard.has("not")
        )


def place(key: str, *, known_only: bool = False) -> Take:
    """A town or country by its own name."""

    def take(heard: Heard) -> Iterator[Statement]:
        start = heard.place()[0]
        found = town_at(heard.line, start, heard.sentence.end, known_only=known_only)
        if found is not None:
            yield heard.statement(
                key,
                found[0],
                span=(start, found[1]),
                confidence=LIKELY + 0.05,
                ended=heard.has("not"),
            )

    return take


def _named_from(heard: Heard) -> Iterator[Statement]:
    """Behind the name of the speaker: "Мурат из Казани"."""
    if known(heard.words("who")):
        yield from place("home", known_only=True)(heard)


_MANNER = Manner(
    formal=r"на [«\"]?вы|по имени,?[- ]и?[- ]?(?:по )?отчеств[а-я]+|отчеств[а-я]+|выка(?:ть|йте|й|ют|ет|нь[а-я]+)",
    informal=r"на [«\"]?ты|без [«\"]?вы|тыка(?:ть|йте|й|ют|ет|нь[а-я]+)|просто по имени|по имени(?! и|-и|,? по отч| отч)|неформальн[а-я]+|неофициальн[а-я]+|по-простому|попроще|по-дружески|по-свойски|запросто|(?<!от )(?:фамильярност|панибратств)[а-я]+",
    vague=r"официальн[а-я]+|формальн[а-я]+|уважительн[а-я]+|попроще",
    airs=r"церемони[а-я]+|формальност[а-я]+|официоз[а-я]*|политес[а-я]*|реверанс[а-я]*",
    turned=re.compile(
        r"(?:\b(?:не|без|хватит|перестаньте|зачем|бросьте|ни к чему|давайте забудем|терпеть не могу|ненавижу|коробит|раздражает|против)\b)[^.!?]*$"
    ),
    turned_after=re.compile(
        r"[»\"]? (?:не (?:надо|нужно|стоит|люблю|обязательно|терплю)|ни к чему|необязательно|лишнее|раздража\w+|не переходили)"
    ),
    goes_on=re.compile(r"\s*(?:когда|чтобы|если)\b"),
    address=re.compile(
        r"\b(?:обращ\w+|обща\w+|общени\w+|ко мне|со мной|говор\w+|пиш\w+|тон(?:а|е|ом)?|разговор\w*|переписк\w+|давай\w*|можно|зачем|лучше)\b"
    ),
    spoiled=re.compile(
        r"\bпочему\b|\bна ты с \w+|\b(?:обращал(?!\w* бы)(?:ся|ась)|тыкал\w*|выкал\w*|назвал\w*|говорил\w*|(?:официальн|формальн)\w+ (?:сайт|чек|представ|магазин|ответ|гарант|дилер|письм|документ|диллер|курс|одежд|встреч|повод|костюм))|\bсайт"
    ),
)
_FILL = r"(?: (?!(?:не|в|на|под|из|с)\b)[а-я-]+,?){0,4}"
NAMES = (
    rule("зовут звать кличу величать", rf"\b(?:меня|мя)(?: все| теперь| просто| вообще-то| на самом деле| кстати)*(?P<not> не)? (?:зовут|звать|кличут|величать)(?: not)?(?: все| теперь| просто)*(?P<no> не)?(?: —| -|:)? ?{_NAME}", told_name, PLAIN | But.DENIED),
    rule("зовут звать", rf"\b(?:зовут|звать) меня(?: —| -|:)? ?{_NAME}", told_name, PLAIN | But.DENIED),
    rule("зовут звать", rf"\b(?:меня|мя)(?:,? (?:кстати|вообще-то|просто|если что|тут|обычно|дома|все|теперь|вообще|на самом деле|между прочим),?)* (?!кстати|вообще|просто|если|обычно|между|все\b|теперь|тоже){_NAME}{_REST}(?: {_WORDS})? (?:зовут|звать)\b", bent_name, PLAIN | But.DENIED),
    rule("зовут звать", rf"(?:^|[,.!\n] ?){_NAME}{_REST}(?: {_WORDS})? (?:меня )(?:зовут|звать)\b", known_name, PLAIN),
    rule("зовут", rf"^{HELLO}зовут {_NAME}(?!{_REST} (?:мою|моего))", known_name, PLAIN),
    rule("имя имени", rf"(?:\bимя мо[её](?: полное)?(?: —| -|:)? ?|\bмо[ея] (?:полное )?имя(?: —| -|:)?(?: это)? ?|(?:^|[,.\n] ?)имя(?: —| -|:) ?|^имя (?!мо[её]\b)){_NAME}", told_name, PLAIN | But.DENIED),
    rule("фами замуж смени", rf"\b(?:сменила?|поменяла?|взяла)\b[^.!?]{{0,30}}(?:фамили\w+|имя)[^.!?]{{0,15}}(?:теперь|на|сейчас)(?: я)?(?: —| -)? {_NAME}", _likely, OWN),
    rule("не", rf"\b(?:я|зовут|это|меня)\b[^.!?,]{{0,12}} не (?P<wrong>[^\W\d_])[^\W\d_]+,? а {_NAME}", _two, PLAIN),
    rule("не", rf"(?:^|^не[ ,]+|зовут |я ){_NAME}[^\W\d_]+,? (?:а )?не (?P<wrong>[^\W\d_])", _two, PLAIN),
    rule("я", rf"(?<![\w-])я(?P<not> не)?(?: теперь| кстати| вообще-то| на самом деле| же)?(?: —| -|,|:)? ?{_NAME}", _likely, PLAIN | But.DENIED),
    rule("получ клиен покуп это говор пишет беспо связи опять", rf"^{HELLO}(?:это|с вами говорит|говорит|с вами|вам пишет|вас беспокоит|беспокоит вас|беспокоит|ваш(?:а)? (?:постоянн(?:ый|ая) )?(?:клиент(?:ка)?|покупатель(?:ница)?)|получатель(?: —| -|:)?|тревожит|пишет вам|пишет|на связи|на проводе)(?: снова| опять| я,?)? {_NAME}", known_name, PLAIN),
    rule("это снова опять", rf"(?:[.!] |^)(?:и |а )?(?:это|снова|опять)(?: снова| опять)?(?: я,)? {_NAME}{_REST}(?=[,.!)]|$)", known_name, PLAIN),
    rule("связи проводе аппарат тут здесь пишет снова опять", rf"^{HELLO}{_NAME}{_REST}(?: {_WORDS})? (?:на связи|на проводе|тут|здесь|пишет|пишет вам|беспокоит|беспокоит вас|вас беспокоит|вам пишет|у аппарата|снова тут|снова я|опять я|это)(?=[,.!)]|$)", known_name, PLAIN),
    rule("зовит назыв звать можно друзь можете", rf"\b(?:зовите|зови|называйте|называй|(?:можно|можете|лучше|проще)(?: просто)? (?:звать|называть|обращаться)|друзья зовут|все зовут|проще)(?: меня| ко мне)?(?: просто| —| -|:)? ?{_NAME}", known_name, PLAIN & ~But.ASKED | But.DENIED),
    rule("прост можно своих друзей", rf"\b(?:(?:можно|для вас|лучше|я)(?: можно)? просто|но можно|для своих|(?:для )?друзей|^можно просто) {_NAME}", known_name, PLAIN | But.DENIED),
    rule("обращ", rf"\bобращайтесь ко мне(?: как| просто)?(?: —| -|:)? ?(?!на |по ){_NAME}", known_name, PLAIN | But.DENIED),
)  # fmt: skip
RULES = (
    *NAMES,
    # How to address them
    rule("обращ зовит назыв", rf"\b(?:обращайтесь ко мне|обращаться ко мне|зовите меня|называйте меня)[^.!?]{{0,10}}? (?P<title>{_TITLES}) (?P<v>[^\W\d_])", _titled, But.REPORTED | But.DENIED),
    _MANNER.rule(stems("ты вы тыка выка отчес имени официа формал уважит фамиль панибр церемо официоз неформ неофиц простом попрощ дружес свойск политес реверан запрост")),
    rule("доктор профес госпож господ г-н г-жа", rf"^(?:{HELLO})(?P<title>{_TITLES}) (?P<v>[^\W\d_])[^\W\d_]*(?: [^\W\d_]+)?,? (?:пожалуйста|если можно|будьте любезны|попрошу|прошу)", _titled, PLAIN | But.DENIED),
    # Language
    rule("пишит писат отвеч ответ гово общат давай можно можем удобн лучше предп перей перех продо проще понят", rf"\b(?:пишите|писать|отвеча(?:йте|ть)|ответьте|говорите|говорить|говорю|общаться|общаемся|давай(?:те)?|можно|можем|удобн(?:ее|о)|лучше|предпочитаю|перейд[её]м|перейти|переходим|продолж\w+|проще|понятнее)\b,?(?: (?!сайт|инструк|чек)[а-я]+,?){{0,4}}? {_LANGUAGE}", word("language", _LANGUAGES), But.SUPPOSED | But.REPORTED | But.DENIED | But.OTHERS),
    rule("english", r"\b(?P<v>(?:in )?english),? (?:please|pls|plz)|(?:please|pls)[^.!?]{0,20}\benglish\b|\b(?:speak|switch to|continue in|write in) english\b", fixed("language", "en"), But.REPORTED),
    rule("русск англи исла", rf"^(?:ну |нет,? |а )?{_LANGUAGE}(?:,? пожалуйста|,? плиз)[.!]?$", word("language", _LANGUAGES), But.REPORTED),
    # Home
    rule("живу живем прожи обита обосн посел осел живущ обита", rf"(?<!\bне )(?<!раньше )\b(?:живу|живем|проживаю|проживаем|обитаю|обитаем|обосновал\w+|поселил\w+)(?: (?!не |где)[а-я]+,?){{0,3}}? {_IN} (?:городе |г\.? ?|районе )?{_PLACE}", place("home"), PLAIN | But.DENIED | But.PAST),
    rule("живу живем", rf"\b(?:живу|живем)\b[^.!?]{{0,25}}, (?:в|на) {_PLACE}", place("home", known_only=True), PLAIN | But.DENIED | But.PAST),
    rule("живу живем", rf"\b(?:(?:я|мы) )?(?:теперь |сейчас |сам |сама |тут )?(?:в|на) {_PLACE}(?: [а-я]+)? (?:живу|живем)\b", place("home"), PLAIN | But.DENIED | But.PAST),
    rule("живу живем", rf"\b(?P<not>(?:больше |уже )?не (?:живу|живем)) (?:больше |уже )?(?:в|во|на) {_PLACE}", place("home"), PLAIN),
    rule("жил жила жили", rf"\b(?P<not>раньше (?:я |мы )?(?:жил|жила|жили)|(?:жил|жила|жили)(?: раньше| прежде)?) (?:в|во|на) {_PLACE}", place("home"), PLAIN | But.OTHERS),
    rule("переех перебр", rf"\b(?:переехал[аи]?|перебрал(?:ась|ся|ись))(?: (?!в\b|во\b|на\b|из\b)[а-я]+){{0,3}}(?: из [\w-]+(?: [А-Я][\w-]+)?)?(?: [а-я]+)?? (?:в|во|на) (?:город |г\. ?)?{_PLACE}", place("home"), OWN | But.DENIED),
    rule("переех уехал съеха перебр", rf"\b(?P<not>(?:переехал|уехал|съехал|перебрал)(?:а|и|ась|ся|ись)?(?: [а-я]+)? из) {_PLACE}", place("home"), OWN | But.DENIED),
    rule("тепер сейча", rf"(?:^|[,.;] ?|\bа )(?:теперь|сейчас)(?: я| мы| уже)?(?: живу| живем)? в {_PLACE}", place("home", known_only=True), OWN | But.DENIED),
    rule("из", rf"(?:\b(?:я|мы)(?: сам| сама| сами| тут| вообще-то)?|\b(?:сам|сама)(?: я)?|^|(?:[,.!] ?|\bи )(?=из [а-я-]+[,.!]|из [а-я-]+$)) ?(?:—|-)? ?из (?:города |г\. ?)?(?!за\b){_PLACE}", place("home", known_only=False), PLAIN | But.DENIED),
    rule("из", rf"(?<![\w-])я,? [^\W\d_]+(?: [^\W\d_]+)? из (?:города )?{_PLACE}", place("home", known_only=True), PLAIN | But.DENIED),
    rule("из", rf"^{HELLO}(?:это |я |беспокоит |пишет |вам пишет |на связи )?(?P<who>[^\W\d_]+)(?: [^\W\d_]+)? из (?:города )?{_PLACE}(?=[,.!)]|$| и )", _named_from, PLAIN | But.DENIED),
    rule("а", rf"\bа я(?: сама?)?(?: —| -)? (?:живу )?(?:в|из) {_PLACE}", place("home", known_only=True), PLAIN | But.DENIED),
    rule("пишу пишем", rf"\bпиш(?:у|ем) (?:вам )?из (?:города )?{_PLACE}", place("home"), PLAIN | But.DENIED),
    rule("прожи", rf"\b(?:место жительства|проживание|проживаю)(?: —| -|:) {_PLACE}", place("home"), PLAIN | But.DENIED),
    rule("город", rf"(?:\b(?:мой|наш) (?:родной )?город(?: теперь| сейчас)?(?: —| -|:)? ?(?:это )?|(?:^|[,.\n] ?)город(?: —| -|:)? ){_PLACE}", place("home"), PLAIN | But.DENIED),
    rule("у мы тут здесь", rf"\b(?:у нас(?: тут| здесь| сейчас)?|(?:мы|я) (?:тут|здесь|сейчас)|(?:тут|здесь)(?: у нас)?),? (?:в|на) {_PLACE}(?! (?:магазин|достав|куп|заказ))", place("home", known_only=True), PLAIN | But.DENIED),
)  # fmt: skip
