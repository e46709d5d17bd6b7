"""Who they are: name, address, language and home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.manner import Manner
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, Take
from chat_server.hearing.takes import LIKELY, SURE, fixed

from .goods import NOUN
from .names import may_be_name, name_at, nominative
from .places import is_place, town_at
from .words import cues, found, key, pattern, rule

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


def called_name(heard: Heard) -> Iterator[Statement]:
    """Where it stands in another case, unless nobody knows the name."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is not None:
        first, *rest = name.value.split()
        if not name.known and name.capital:
            first = nominative(first) or first
        span = (name.start, name.end)
        yield heard.statement("name", " ".join([first, *rest]), span=span, confidence=SURE)


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


def hailed_name(heard: Heard) -> Iterator[Statement]:
    """Also an unknown one with a capital: neither a thing with its article nor a place says that it is here."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is not None and name.capital and not name.known and " " not in name.value:
        said = heard.line.low[name.start : name.end]
        if not (is_place(said) or _THING.search(said)):
            span = (name.start, name.end)
            yield heard.statement("name", name.value, span=span, confidence=LIKELY)
        return
    yield from known_name(heard)


_THING = found(
    rf"{NOUN}|(?:inn|in|ið|nir|nar|num|una|unni|ina|inni|anum|inu)$|^(?:svar|vara|vörur|allt|mál)"
)


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
        first, *rest = name.value.split()
        if not name.known:
            first = nominative(first) or first
        said = " ".join([heard.line.text[start:stop], first, *rest])
        yield heard.statement("form_of_address", said, span=(start, name.end))


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


_MANNER = Manner(
    formal=pattern(
        r"þér(?:a|að|aði|aðu|aður|uð|ið|umst|unar?|ing(?:ar?|um|unum|arnar)?)|eftirnafni?(?:ð|nu)?"
    ),
    informal=pattern(
        r"óformleg\w*|þúa(?:st|ð|ðu)?|þúið|þúumst?|dús|(?:for|skírnar)naf(?:n|ni|nið|ninu|ns)(?! mitt er| er (?!fínt|nóg|betra|best|allt)|:)|léttu nótunum"
    ),
    vague=pattern(r"formleg(?:a|t|ur|ir|ar|um|ri|an|u|ra)?"),
    airs=pattern(r"formlegheit\w*|formsatriði\w*|hátíðleg\w*|titlatog\w*|kurteisishjal\w*"),
    turned=found(
        r"\b(?:ekki|ekkert|engin\w*|engar|enga|sleppa?|sleppið|slepptu|sleppum|óþarfi|óþarft|hætt\w*|án|illa|leiðist|þoli|nenni|laus\w?|óþægileg\w*|hata)\b"
    ),
    turned_after=found(
        r",? (?:er |eru )?(?:ekki (?:fyrir mig|nauðsyn\w*|þörf)|óþarfi|óþarfar|óþarft|leiðast|fara í taugarnar)"
    ),
    goes_on=found(r"\s*(?:þegar|ef|að)\b"),
    address=found(
        r"\b(?:ávarp\w*|ávörp\w*|við mig|mig|mér|samskipt\w*|sam(?:tal|töl)\w*|tala\w*|tölum|bréf\w*|svar\w*|skrif\w*|þetta|svona|verið|vertu|höldum|verum|takk)\b"
    ),
    spoiled=found(
        rf"\b(?:þéra|þúa) (?:ykkur|þig|hann|hana|þá)|formleg\w* (?:{NOUN}|reikning|kvörtun|kvittun|tilboð|föt|fatnað|klæðnað|veisl|boð|svar\b)|\?.*\bkvörtun|\bformlega (?:kvörtun|kvarta|staðfest)|\bleita|\bvantar"
    ),
)
_FILL = r"(?: (?!ekki|í\b|á\b|til\b|frá\b|áður|hjá)[^\W\d_]+){0,3}?"
RULES = (
    rule("heiti heitir undirr", rf"\b(?:(?:ég |eg )?heiti|undirrit(?:uð|aður|að)(?: heitir|,)?)(?: (?:nú|núna|sko|bara|reyndar|fullu nafni|hins vegar|annars|sjálf(?:ur)?|í raun|auðvitað))*(?P<not> ekki)?(?: bara)? {_NAME}", told_name, PLAIN | But.DENIED),
    rule("heiti", rf"(?:^{HELLO}|[,.!)] ?|[^\w\s] ){_NAME}{_REST}(?: [^\W\d_]+){{0,2}} heiti ég\b", told_name, PLAIN),
    rule("nafn nafni", rf"(?:\bnafn(?:ið)? mitt er|\bnafnið er|\bmitt nafn er|(?:^|[,.\n] ?)(?:fullt )?nafn(?:ið)?:)(?P<not> ekki)? ?{_NAME}", told_name, PLAIN),
    rule("er", rf"(?:^|[,.!)] ?|\bog |^{HELLO})(?:ég|eg) er (?:hún |hann |sem sagt )?(?P<not>ekki )?{_NAME}", _likely, PLAIN),
    rule("er", rf"^{HELLO}(?:þetta|hér|hérna) er (?:bara |hún |hann )?{_NAME}", known_name, PLAIN | But.DENIED),
    rule("er", rf"(?:[.!,] |^(?:heyrðu|heyriði|jæja|ókei|sko) )(?:þetta|hér|það) er (?:aftur |hann |hún |bara )*{_NAME}{_REST}(?: aftur| hér)?(?=[,.!]|$)", known_name, PLAIN | But.DENIED),
    rule("hér hérna herna her aftur", rf"(?:^{HELLO}|[,.!\n] ?){_NAME}{_REST}(?: [^\W\d_]+){{0,2}} (?:hér|hérna)\b(?! (?:á|í|er))", hailed_name, PLAIN),
    rule("ekki", rf"\b(?:ég er|ég heiti|heiti|þetta er)? ?ekki (?P<wrong>[^\W\d_])[^\W\d_]+,? (?:heldur )(?:ég (?:er|heiti) )?{_NAME}", _two, PLAIN),
    rule("ekki", r"\bheiti (?P<v>[^\W\d_])[^\W\d_]+,? ekki (?P<wrong>[^\W\d_])", _two, PLAIN),
    rule("kalla kallað kallaðu kallið kölluð kallaður köll", rf"\b(?:kallaðu mig|kallið mig|(?:get|getur|getið|gætuð|gætir|geturðu)(?: þú| þið| alveg)* kallað mig|(?:má|mátt|megið|getur|getið) (?:líka |alveg )?kalla mig|(?:er )?(?:alltaf |oftast |yfirleitt |venjulega )?(?:kölluð|kallaður|kallaðu)) (?:bara |alltaf |oftast )?(?!{_TITLES} ){_NAME}", called_name, PLAIN | But.DENIED),
    rule("kalla kallaðu kallið ávarp kölluð kallað ávörpu titlu titla titil skráð", rf"\b(?:kall(?:aðu|ið|a) mig|ávarp(?:ið|aðu|a) mig|(?:kölluð|kallaður|ávörpuð|ávarpaður|titluð|titlaður|skráð|skráður)|not(?:ið|aðu) titilinn)(?: (?:sem|alltaf|bara|helst))* (?P<title>{_TITLES}) (?P<v>[^\W\d_])", _titled, PLAIN | But.DENIED),
    # How to address them
    _MANNER.rule(cues("þéra þérað þérið þérumst þérin þérun þéruð forml formleg óforml hátíð þúa þúast þúað þúið þúumst þúum dús fornaf skírn eftirna léttu titla")),
    rule("dr dr. doktor prófes herra frú séra fröken", rf"^{HELLO}(?P<title>{_TITLES}) (?P<v>[^\W\d_])[^\W\d_]*(?: [^\W\d_]+)?,? (?:takk|vinsamlegast|ef ég má|ef það er|skal það|óskast)\b", _titled, PLAIN | But.DENIED),
    # Language
    rule("haft spjall rætt tala talað skrif svara höldu halda helst kýs vil skipt", rf"\b(?:(?:get|getum|getur|getið|gætum|má|megum|mætti)(?:u| ég| við| þú| þið)* (?:talað|skrifað|skrifa|tala|fá svar|svarað|haft þetta|haft samtalið|spjallað|rætt þetta)|ég tala|tölum|talaðu|talið|svar\w*|skrif\w*|höldum áfram|halda áfram|skiptum yfir|vil (?:frekar |helst )?(?:tala|skrifa|fá svar|svör)|kýs (?:að )?(?:tala|skrifa)?|viltu (?:skrifa|tala|svara)|betra að (?:tala|skrifa)|helst|frekar|þægilegra að (?:tala|skrifa))(?: mér| við mig| helst| frekar| bara| aðeins| takk| vinsamlegast| eingöngu)*(?: á| í)? ?{_LANGUAGE}", _language, But.SUPPOSED | But.REPORTED | But.DENIED | But.OTHERS),
    rule("english", r"\b(?:in )?(?P<v>english),? (?:please|pls|plz|takk)|please[^.!?]{0,20}\benglish\b|\b(?:speak|switch to|continue in|write in) english\b", fixed("language", "en"), But.REPORTED),
    rule("íslen ensku enska pólsk dönsk", rf"^(?:á )?{_LANGUAGE},? (?:takk|plís|vinsamlegast)[.!]?$", _language, But.REPORTED),
    # Home
    rule("bý búum by búse", rf"\b(?:(?:ég |eg )?bý|(?:við )?búum|(?:er|erum) búsett(?:ur|ir|ar)?){_FILL}(?: (?:úti|inni|uppi|niðri|norður|suður|vestur|austur|fyrir norðan,?|fyrir austan,?|fyrir vestan,?|fyrir sunnan,?))? (?:í|á|i|a) (?:bænum )?{_PLACE}", place("home"), PLAIN | But.DENIED | But.PAST),
    rule("bý", rf"(?:^|[,.] ?|\ben |\bog )(?:í|á) {_PLACE} (?:ég )?(?:bý|búum)\b", place("home"), PLAIN | But.DENIED),
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
