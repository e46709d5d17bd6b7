"""Who they are: name, address, language and home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, Take
from chat_server.hearing.takes import LIKELY, SURE, fixed

from .names import may_be_name, name_at
from .places import town_at
from .words import key, rule

_NAME = r"(?P<v>[^\W\d_])"
_REST = r"[^\W\d_]*"
HELLO = r"(?:(?:hæ+|hæhæ|halló+|hó|góð(?:an|a|ur|ann) ?(?:dag(?:inn)?|daginn|kvöld(?:ið)?)|gott kvöld|góða kvöldið|sæl(?:l|ar|ir)?(?: og bless\w*)?|komið þið sæl|já|jú|nei|jæja|blessuð|blessaður|ok|æ|takk|og|sko|snilld|flott|frábært|þetta er|daginn|kvöldið)[ ,!.:)–—-]+)*"
_LANGUAGES = {
    "íslensku": "is", "ensku": "en", "dönsku": "da", "þýsku": "de", "norsku": "no", "sænsku": "sv", "pólsku": "pl", "rússnesku": "ru", "frönsku": "fr", "spænsku": "es", "taílensku": "th", "tælensku": "th", "kínversku": "zh-TW", "finnsku": "fi", "ítölsku": "it", "úkraínsku": "uk",
}  # fmt: skip
_LANGUAGE_KEYS = {key(word): tag for word, tag in _LANGUAGES.items()}
_LANGUAGE = "(?P<v>" + "|".join(_LANGUAGES) + r")\b"
_PLACE = r"(?P<v>[^\W\d_][^\W\d_-]+)"
_TITLES = r"(?:dr\.?|doktor|prófessor|herra|frú|séra|fröken)"


def told_name(heard: Heard) -> Iterator[Statement]:
    """Whatever can be a name."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is not None:
        span = (name.start, name.end)
        yield heard.statement(
            "name", name.value, span=span, confidence=SURE, ended=heard.has("not")
        )


def _likely(heard: Heard) -> Iterator[Statement]:
    """After "ég er": a known name, or an unknown one with a capital that ends what is said."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is None or not may_be_name(name):
        return
    after = heard.line.low[name.end : name.end + 8]
    if (name.known and name.value.split()[0] != "Hekla") or re.match(
        r"[,.!)( —-]{0,3}(?:$|[,.!)(\n—]| og | ur | i | a | sem | her)", after
    ):
        confidence = SURE if name.known else LIKELY
        yield heard.statement(
            "name",
            name.value,
            span=(name.start, name.end),
            confidence=confidence,
            ended=heard.has("not"),
        )


def known_name(heard: Heard) -> Iterator[Statement]:
    """Only a common name, or a first and a last one."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is not None and (name.known or (name.capital and " " in name.value)):
        yield heard.statement("name", name.value, span=(name.start, name.end), confidence=LIKELY)


def _two(heard: Heard) -> Iterator[Statement]:
    """One name in place of another."""
    line, end = heard.line, heard.sentence.end
    wrong, right = (name_at(line, heard.place(group)[0], end) for group in ("wrong", "v"))
    if wrong is None or right is None or not (wrong.known or right.known or line.asked == "name"):
        return
    yield heard.statement("name", wrong.value, span=(wrong.start, wrong.end), ended=True)
    yield heard.statement("name", right.value, span=(right.start, right.end))


def _titled(heard: Heard) -> Iterator[Statement]:
    """How to address them, with a title."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is not None:
        start, stop = heard.place("title")
        yield heard.statement(
            "form_of_address", f"{heard.line.text[start:stop]} {name.value}", span=(start, name.end)
        )


def _language(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("language", _LANGUAGE_KEYS[key(heard.match["v"])])


def place(kind: str, *, known_only: bool = False) -> Take:
    """A town or country by its own name."""

    def take(heard: Heard) -> Iterator[Statement]:
        start = heard.place()[0]
        found = town_at(heard.line, start, heard.sentence.end, known_only=known_only)
        if found is not None:
            yield heard.statement(
                kind,
                found[0],
                span=(start, found[1]),
                confidence=LIKELY + 0.05,
                ended=heard.has("not"),
            )

    return take


_FILL = r"(?: (?!ekki|í\b|á\b|til\b|frá\b|áður|hjá)[^\W\d_]+){0,3}?"
RULES = (
    rule("heiti heitir", rf"\b(?:ég |eg )?heiti(?: (?:nú|núna|sko|bara|reyndar|fullu nafni))*(?P<not> ekki)?(?: bara)? {_NAME}", told_name, PLAIN | But.DENIED),
    rule("heiti", rf"(?:^{HELLO}|[,.!)] ?){_NAME}{_REST}(?: [^\W\d_]+){{0,2}} heiti ég\b", told_name, PLAIN),
    rule("nafn nafni", rf"(?:\bnafn(?:ið)? mitt er|\bnafnið er|\bmitt nafn er|(?:^|[,.\n] ?)(?:fullt )?nafn(?:ið)?:)(?P<not> ekki)? ?{_NAME}", told_name, PLAIN),
    rule("er", rf"(?:^|[,.!)] ?|\bog |^{HELLO})(?:ég|eg) er (?:hún |hann |sem sagt )?(?P<not>ekki )?{_NAME}", _likely, PLAIN),
    rule("er", rf"^{HELLO}(?:þetta|hér|hérna) er (?:bara |hún |hann )?{_NAME}", known_name, PLAIN | But.DENIED),
    rule("er", rf"(?:[.!,] )(?:þetta|hér) er (?:aftur )?{_NAME}{_REST}(?: aftur| hér)?(?=[,.!]|$)", known_name, PLAIN | But.DENIED),
    rule("hér hérna herna her aftur", rf"(?:^{HELLO}|[,.!\n] ?){_NAME}{_REST}(?: [^\W\d_]+){{0,2}} (?:hér|hérna)\b(?! (?:á|í|er))", known_name, PLAIN),
    rule("ekki", rf"\b(?:ég er|ég heiti|heiti|þetta er)? ?ekki (?P<wrong>[^\W\d_])[^\W\d_]+,? (?:heldur )(?:ég (?:er|heiti) )?{_NAME}", _two, PLAIN),
    rule("ekki", r"\bheiti (?P<v>[^\W\d_])[^\W\d_]+,? ekki (?P<wrong>[^\W\d_])", _two, PLAIN),
    rule("kalla kallaðu kallið kölluð kallaður köll", rf"\b(?:kallaðu mig|kallið mig|(?:má|mátt|megið|getur|getið) (?:líka |alveg )?kalla mig|(?:er )?(?:alltaf |oftast |yfirleitt |venjulega )?(?:kölluð|kallaður|kallaðu)) (?:bara |alltaf |oftast )?(?!{_TITLES} ){_NAME}", told_name, PLAIN | But.DENIED),
    rule("kalla kallaðu kallið ávarp", rf"\b(?:kallaðu mig|kallið mig|ávarpið mig|ávarpaðu mig)(?: sem)? (?P<title>{_TITLES}) (?P<v>[^\W\d_])", _titled, PLAIN | But.DENIED),
    # How to address them
    rule("þér þéra þéraðu þérið þérumst formle", r"(?<!arfi að )(?<!arft að )(?<!ekki )(?<!ekki að )\b(?:þéraðu|þérið|þérumst|(?:vil|vildi|viltu|vinsamlegast|má biðja um að)(?: vera| láta| að)*(?: mig)? þér(?:a|aður|uð)|(?:vil|vildi|kýs|helst|betra)(?: frekar| helst| að)* (?:vera |láta )?(?:þér(?:a|aður|uð)|formleg\w* (?:samskipti|ávarp|samtal))|(?:formleg samskipti|verið formleg\w*)|þéringar (?:takk|óskast)|formlegt ávarp|formleg(?:a|t) takk)\b", fixed("form_of_address", "formal"), But.REPORTED | But.DENIED),
    rule("engar forml formleg ávarp ávörp þéra þérið þúa þúað þúast þúumst fornaf skírn dús óform", r"\b(?:(?:óþarfi|óþarft|þarft? ekki|þurfið ekki|ekki|engin ástæða til) (?:að )?(?:þéra|þérið|þéringar)(?: mig)?|(?:má|mátt|megið|getið|endilega) (?:\w+ )?þúa(?: mig)?|engar? (?:formlegheit|formlegheitum|þéringar|formsatriði)|(?:megið|mátt|getið|verum|verið|er betra að vera)(?: alveg| bara| endilega)* (?:vera )?óformleg\w*|(?:ávörp\w+|ávarpað\w*|kölluð|kallaður|tala við mig|ávarpið mig|ávarpaðu mig)(?: bara)? með (?:fornafni|skírnarnafni)|þúaðu|þúið|þúast|þúumst|verum dús|vera dús|(?:nota|notið|notaðu) (?:bara )?(?:fornafn|skírnarnafn)\w*|óformlegt er fínt|fornafn(?:ið)? (?:dugar|nægir|er fínt))", fixed("form_of_address", "informal"), But.REPORTED),
    # Language
    rule("tala talað skrif svara höldu halda helst kýs vil skipt", rf"\b(?:(?:get|getum|getur|getið|gætum|má|megum|mætti)(?:u| ég| við| þú| þið)* (?:talað|skrifað|skrifa|tala|fá svar|svarað)|ég tala|tölum|talaðu|talið|svar\w*|skrif\w*|höldum áfram|halda áfram|skiptum yfir|vil (?:frekar |helst )?(?:tala|skrifa|fá svar|svör)|kýs (?:að )?(?:tala|skrifa)?|viltu (?:skrifa|tala|svara)|betra að (?:tala|skrifa)|helst|frekar|þægilegra að (?:tala|skrifa))(?: mér| við mig| helst| frekar| bara| aðeins| takk| vinsamlegast| eingöngu)*(?: á| í)? ?{_LANGUAGE}", _language, But.SUPPOSED | But.REPORTED | But.DENIED | But.OTHERS),
    rule("english", r"\b(?:in )?(?P<v>english),? (?:please|pls|plz|takk)|please[^.!?]{0,20}\benglish\b|\b(?:speak|switch to|continue in|write in) english\b", fixed("language", "en"), But.REPORTED),
    rule("íslen ensku enska pólsk dönsk", rf"^(?:á )?{_LANGUAGE},? (?:takk|plís|vinsamlegast)[.!]?$", _language, But.REPORTED),
    # Home
    rule("bý búum by búse", rf"\b(?:(?:ég |eg )?bý|(?:við )?búum|(?:er|erum) búsett(?:ur|ir|ar)?){_FILL}(?: (?:úti|inni|uppi|niðri|norður|suður|vestur|austur|fyrir norðan,?|fyrir austan,?|fyrir vestan,?|fyrir sunnan,?))? (?:í|á|i|a) (?:bænum )?{_PLACE}", place("home"), PLAIN | But.DENIED | But.PAST),
    rule("bý", rf"(?:^|[,.] ?|\ben |\bog )(?:í|á) {_PLACE} (?:bý|búum)\b", place("home"), PLAIN | But.DENIED),
    rule("heima", rf"\b(?:á|eigum|eiga)(?: ég| við)?(?: nú| núna| sjálf\w*)? heima(?: hér| úti)? (?:í|á) {_PLACE}", place("home"), PLAIN | But.DENIED | But.PAST),
    rule("ég en", rf"\ben ég (?:á|í|er í|er á|bý í|bý á) {_PLACE}(?=[.,!]|$)", place("home", known_only=True), PLAIN | But.DENIED),
    rule("bý búum heima", rf"\b(?:ég |við )?(?:bý|búum|á|er)(?P<not> ekki (?:lengur )?(?:heima |búsett\w* )?)(?:í|á) {_PLACE}", place("home", known_only=False), PLAIN),
    rule("bjó bjugg átti", rf"\b(?P<not>(?:ég )?(?:bjó|bjuggum)(?: ég)?(?: áður| einu sinni| lengi)?|áður bjó ég|átti (?:áður )?heima) (?:í|á) {_PLACE}", place("home"), PLAIN),
    rule("flutti flutt fluttum fluttur nýflu flytja", rf"\b(?:flutti|fluttum|(?:er|erum|var|vorum|ný)? ?(?:ný)?(?:flutt|fluttur|fluttir|fluttar)|(?:var|vorum|er búin\w?|erum búin\w?) að flytja)(?: (?!í\b|á\b|til\b|frá\b|ekki)[^\W\d_]+){{0,2}}(?: frá [^\W\d_]+)?(?: [^\W\d_]+)?? (?:í|á|til) {_PLACE}", place("home"), OWN | But.DENIED),
    rule("flutti fluttum flutt", rf"\b(?P<not>(?:flutti|fluttum|flutt|fluttur)(?: burt)? frá) {_PLACE}", place("home"), OWN | But.DENIED),
    rule("frá fra", rf"(?:\b(?:ég er|við erum|eg er)(?: sjálf\w*)? |^{HELLO}|[,.] ?)(?:upprunalega )?frá {_PLACE}(?! (?:sem|ykkur|til))", place("home", known_only=True), PLAIN | But.DENIED),
    rule("hér hérna við her", rf"\b(?:hér|hérna|við|okkur)(?: hér| hérna| sem búum)? (?:í|á|frá) {_PLACE}(?! (?:búðin|verslun))", place("home", known_only=True), PLAIN | But.DENIED),
    rule("bær bærinn heima", rf"(?:\bheimabærinn minn er|(?:^|[,.\n] ?)(?:bær|staður|búseta):) ?{_PLACE}", place("home"), PLAIN | But.DENIED),
    rule("núna nú", rf"(?:[,.] |\ben )(?:er )?(?:nú|núna) (?:í|á) {_PLACE}(?=[.,!]|$)", place("home", known_only=True), OWN | But.DENIED),
)  # fmt: skip
