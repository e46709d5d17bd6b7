"""Where they work and as what, and who lives with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import OWN, PLAIN, But, Heard

from .people import HELLO
from .places import is_place
from .words import found, key, rule

_LEGAL = r"(?:ehf|hf|ohf|slf|sf|ses)"
_FIRM = r"(?P<v>[^\W\d_][\w&.'-]{1,30}(?: (?:[^\W\d_][\w&.'-]{1,24}|&)){0,2}?)"
_STOP = rf"(?: {_LEGAL}\b\.?)?(?=[.!?,;\n)]|\s(?:og|en|sem|takk|því|vil|viljum|þar|á|í|með|við|ætlum|langar|ætla|síðan|núna|hér|er|erum|þurfum|vantar|panta|pöntum|erum að)\b|\s*$)"
ROLES = r"(?:(?:að)?stoðarmaður|matráður|húsvörður|dagmóðir|\w*stýra|\w*foreldri|kórstjóri|\w*meistari|\w*ráðgjafi|\w*tæknir|\w*dómari|\w*liði|\w*varð(?:ar)?stjóri|\w*stýri|\w*ráðunautur|\w*sérfræðingur|garðyrkjumaður|\w*ritstjóri|\w*skrifari|\w*bakari|\w*klæðskeri|\w*hirðir|forstjóri|framkvæmdastjóri|\w+stjóri|\w+fræðingur|\w*fulltrúi|\w*kennari|læknir|\w*hönnuður|forritari|bókari|gjaldkeri|ritari|lögmaður|arkitekt|\w*bílstjóri|kokkur|blaðamaður|þýðandi|sjómaður|bóndi|smiður|\w*smiður|\w*virki|rafvirki|\w*vörður|leiðsögumaður|\w*þjálfari|þjónn|flugfreyja|flugmaður|lögreglumaður|slökkviliðsmaður|\w*eigandi|stofnandi|formaður|deildarstjóri|sölumaður|\w*starfsmaður|\w*umsjónarmaður|málari|pípari|nemi|nemandi|háskólanemi|prestur|rithöfundur|ljósmyndari|björgunarsveitarmaður|snyrtifræðingur|hárgreiðslumaður|prófessor|dósent|þroskaþjálfi|sjúkraliði|ljósmóðir|verslunarmaður|innkaupamaður|meðeigandi|rekstraraðili|hótelstjóri)"
_PETS = r"(?:hund(?:a|ar|ur|inn|inum)?|kött(?:inn|urinn)?|ketti|kisu|kisur|köttum|kettling\w*|hvolp\w*|páfagauk\w*|kanínu\w*|hest(?:a)?|tík)"
_CHILDREN = r"(?:börn|barn|strák\w*|stelpu\w*|stelpur|son|syni|dóttur|dætur|tvíbura|þríbura|krakka|unglinga?|drengi?|gutta|smábarn|ungbarn)"
_COUNT = r"(?:þrír|tveir|fjórir|ein|einn|eina|eitt|tvo|tvær|tvö|þrjá|þrjár|þrjú|fjóra|fjórar|fjögur|fimm|sex|\d|lítil|lítinn|litla|ung|ungan|unga|uppkomin|stóran|stóra|lítið|nokkra|nokkur)"
_HOME = rf"(?:(?:{_COUNT} )*(?:{_CHILDREN}|{_PETS}))"
_WITH = {
    "kærasta mínum": "kærasti", "kærustu minni": "kærasta", "manninum mínum": "maður", "konunni minni": "kona", "syni mínum": "sonur", "dóttur minni": "dóttir",
    "kærastanum": "kærasti", "kærustunni": "kærasta", "manninum": "maður", "eiginmanninum": "eiginmaður", "konunni": "kona", "eiginkonunni": "eiginkona", "hundinum": "hundur", "kettinum": "köttur", "foreldrum": "foreldrar", "mömmu": "mamma", "börnunum": "börn", "dóttur": "dóttir", "syni": "sonur",
    "kisunni": "kisa", "sambýliskonu": "sambýliskona", "sambýlismanni": "sambýlismaður", "unnustanum": "unnusti", "unnustunni": "unnusta", "fjölskyldunni": "fjölskylda", "köttunum": "kettir", "hundunum": "hundar",
}  # fmt: skip
_WITHS = {key(word): value for word, value in _WITH.items()}
_NUMBERS = {"tvö": "2 manns", "þrjú": "3 manns", "fjögur": "4 manns", "fimm": "5 manns", "sex": "6 manns", "sjö": "7 manns", "tveir": "2 manns", "tvær": "2 manns", "þrír": "3 manns", "fjórir": "4 manns"}  # fmt: skip
_NUMBER_KEYS = {key(word): value for word, value in _NUMBERS.items()}
_GENITIVE = {
    "tveggja": "2 manns",
    "þriggja": "3 manns",
    "fjögurra": "4 manns",
    "fimm": "5 manns",
    "sex": "6 manns",
}
_GENITIVE_KEYS = {key(word): value for word, value in _GENITIVE.items()}
_COUNTED = {key(word): value for word, value in {"tvö börn": "2 börn", "þrjú börn": "3 börn", "fjögur börn": "4 börn", "fimm börn": "5 börn", "eitt barn": "1 barn", "hund": "hundur", "kött": "köttur", "tvo hunda": "2 hundar", "tvo ketti": "2 kettir", "eina dóttur": "1 dóttir", "einn son": "1 sonur", "tvo stráka": "2 strákar", "tvær stelpur": "2 stelpur", "dóttur": "dóttir", "son": "sonur", "tvíbura": "tvíburar", "tvo syni": "2 synir", "tvær dætur": "2 dætur", "kisu": "kisa", "tvær kisur": "2 kisur", "tveimur börnum": "2 börn", "þremur börnum": "3 börn"}.items()}  # fmt: skip
_CASES = (("bankanum", "bankinn"), ("skólanum", "skólinn"), ("spítalanum", "spítalinn"), ("félaginu", "félagið"), ("húsinu", "húsið"), ("kaupum", "kaup"), ("stofunni", "stofan"), ("Eflu", "Efla"), ("inu", "ið"), ("anum", "inn"), ("unni", "an"), ("inni", "in"), ("sveit", "sveit"), ("ssuri", "ssur"), ("taki", "tak"))  # fmt: skip


def _firm(heard: Heard) -> Iterator[Statement]:
    """A name with a capital; in the nominative where its ending tells."""
    start, end = heard.place()
    legal = re.match(rf" {_LEGAL}\b", heard.line.low[end:])
    if legal:
        end += legal.end()
    said = heard.line.text[start:end].rstrip(" .,-")
    words = said.split()
    while (
        len(words) > 1
        and not words[-1][:1].isupper()
        and not re.fullmatch(_LEGAL, words[-1].lower())
    ):
        words.pop()
    said = " ".join(words)
    if not heard.line.capital(start) or is_place(said) or len(said) < len("AB"):
        return
    value = _of_dative(said) if heard.has("in") and len(words) == 1 else said
    yield heard.statement(
        "company", value, span=(start, start + len(said)), confidence=0.9, ended=heard.has("not")
    )


def _of_dative(said: str) -> str:
    """As a firm is called by itself, of one word behind "hjá"."""
    for ending, plain in _CASES:
        if said.endswith(ending) and len(said) > len(ending) + 1:
            return said[: len(said) - len(ending)] + plain
    return said


def nominative_of_firm(said: str) -> str | None:
    """The same of any that may be one; None where it is a place."""
    if is_place(said):
        return None
    return said if " " in said else _of_dative(said)


def _org(heard: Heard) -> Iterator[Statement]:
    """Not a person or a place that things are bought for: firms and clubs tell it by their kind."""
    low = heard.match[0]
    if _KIND.search(low):
        yield from _firm(heard)


def _role(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("company_role", heard.words(), span=heard.place(), confidence=0.9)


def _role_of(heard: Heard) -> Iterator[Statement]:
    """The role, and the firm it is told of in the genitive: "innkaupastjóri Samskipa"."""
    yield from _role(heard)
    start, end = heard.place("w")
    said = heard.line.text[start:end].rstrip(".")
    if heard.line.capital(start) and not is_place(said):
        yield heard.statement(
            "company", _nominative(said), span=(start, start + len(said)), confidence=0.9
        )


def _on_behalf(heard: Heard) -> Iterator[Statement]:
    """A firm in the genitive, with its capital; "fyrir" alone is said of much else."""
    start, end = heard.place()
    said = heard.line.text[start:end].rstrip(".")
    if heard.match[0].startswith("fyrir") and "hond" not in heard.match[0]:
        return
    if heard.line.capital(start) and not is_place(said):
        yield heard.statement(
            "company", _nominative(said), span=(start, start + len(said)), confidence=0.9
        )


def _nominative(said: str) -> str:
    for ending, plain in (
        ("skipa", "skip"),
        ("félagsins", "félagið"),
        ("bankans", "bankinn"),
        ("hússins", "húsið"),
        ("skólans", "skólinn"),
        ("nets", "net"),
        ("is", "is"),
        ("s", ""),
    ):
        if said.endswith(ending) and len(said) > len(ending) + 2:
            return said[: -len(ending)] + plain
    return said


def _buyer(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("company_role", "innkaup", confidence=0.9)


def _household(heard: Heard) -> Iterator[Statement]:
    """Each of those who are named."""
    start, _ = heard.place()
    said = heard.match["v"]
    place = 0
    for part in re.split(r"(, | og )", said):
        if part not in {", ", " og "}:
            span = (start + place, start + place + len(part))
            value = _COUNTED.get(key(part), heard.line.text[slice(*span)])
            yield heard.statement("household", value, span=span, confidence=0.9)
        place += len(part)


def _with(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("household", _WITHS[key(heard.match["v"])], confidence=0.9)


def _people(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("household", _NUMBER_KEYS[key(heard.match["v"])], confidence=0.9)


def _alone(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("household", heard.words(), confidence=0.9)


_ORG_NAME = r"[^\W\d_]"
_KIND = found(
    r"(?:sveit|félag|skól|stað|hús|verslun|smiðj|bakarí|fyrirtæk|klúbb|kór|heimil|hótel|stof|veit|banka?|bær|hrepp|prent|bíla)[^\W\d_]*"
)
_MINE = But.SUPPOSED | But.REPORTED | But.DENIED | But.PAST | But.ASKED
RULES = (
    rule("er vinn starf", rf"(?:^|[,.] ?|\bog |\bég )(?:er|starfa sem|vinn sem) (?P<v>{ROLES}) (?P<w>[^\W\d_][\w&.'-]{{2,30}}){_STOP}", _role_of, OWN | But.DENIED | But.PAST),
    rule("hjá á í", rf"\b(?:{ROLES}) (?P<in>hjá|á|í) {_FIRM}{_STOP}", _firm, OWN | But.DENIED),
    rule("hjá á í er vinn", rf"(?:^|[,.] ?|\bog )(?:er |ég er )?(?P<v>{ROLES})(?= (?:hjá|á|í) (?!ykkur|þér|þeim|mér)[^\W\d_]| og vinn|[.!]?\s*$)", _role, OWN | But.DENIED),
    rule("stýri sinni ber sé", rf"\b(?:ég )?(?:stýri|sinni|sé um|ber ábyrgð á|starfa við|vinn við)(?: [^\W\d_]+){{1,3}} (?P<in>hjá) {_FIRM}{_STOP}", _firm, OWN | But.DENIED | But.PAST),
    rule("starfa vinn bókhald innka", r"\b(?:starfa|vinn) (?:við|í) (?P<v>bókhald\w*|innkaup\w*|innkaupadeild\w*|sölu|markaðsmál\w*|mannauð\w*|launamál\w*)", _role, OWN | But.DENIED | But.PAST),
    rule("hönd vegum nafni", r"\b(?:fyrir hönd|á vegum|í nafni|fyrir) (?:fyrirtækisins )?(?P<v>[A-ZÁ-Þa-zá-öþ][\w&.'-]{2,30})(?= (?:og|að|en)\b|[.,!]|\s*$)", _on_behalf, OWN | But.DENIED),
    rule("við hjá erum", r"\b(?:ég er|við erum|er) í (?P<v>innkaupadeild\w*|bókhaldi\w*|sölu(?:deild\w*)?|mannauðsdeild\w*)(?= (?:hjá|í|á)\b)", _role, OWN | But.DENIED),
    rule("við ehf hf slf", rf"(?:^|[.!] ?)(?:við|hjá) (?P<v>[^\W\d_][\w&.'-]{{1,30}}(?: [^\W\d_][\w&.'-]{{1,24}})?)(?= {_LEGAL}\b)", _firm, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("byrja byrjuð starf vinnu vinna ráðin ráðinn", rf"\b(?:(?:byrjaði|byrjuð|byrjaður|fór|farin|farinn|ráðin|ráðinn|komin|kominn|fékk)(?: [^\W\d_]+){{0,3}}? )?(?:að vinna|(?:nýja |nýtt |í )+(?:starf|vinnu)|til starfa|í vinnu|starf)(?: sem [^\W\d_]+| núna| nú)?(?: við [^\W\d_]+)? (?P<in>hjá|í|á) (?:fyrirtækinu |stofnuninni )?{_FIRM}{_STOP}", _firm, OWN | But.DENIED | But.PAST),
    rule("björgu félag kórinn skóli kvenfé íþrót ungmen verslun hótel skátaf klúbb stofa leiksk veitin kaffih prent bakarí við erum", rf"\b(?:við erum|erum|ég er (?:frá|hjá)|við í|við hjá|fyrir hönd|innkaup\w* fyrir|kaup(?:i|um) (?:inn )?fyrir|panta(?: \w+)? fyrir(?! hönd)|pöntum fyrir(?! hönd)|í nafni|á vegum) (?:(?:björgunarsveit|hjálparsveit|kvenfélag|ungmennafélag|íþróttafélag|leikskól|grunnskól|veitingastað|kaffihús|verslun|prentsmiðj|bakarí|fyrirtæk|skátafélag|klúbb|félag|kór|gistihús|gistiheimil|hótel|stofu?)[^\W\d_]* )?(?={_ORG_NAME}){_FIRM}{_STOP}", _org, OWN | But.DENIED),
    rule("leiksk skóla hóteli spítal stofn félagi hjá", rf"\b(?:{ROLES}) (?:hjá|á|í|við) (?:[^\W\d_]+(?:anum|inu|inni|unni)) {_FIRM}{_STOP}", _firm, OWN | But.DENIED),
    rule("er vinn starf gjaldk formað ritari stjóri", rf"^(?:{HELLO})?(?P<v>{ROLES}) (?P<w>[^\W\d_][\w&.'-]{{2,30}}(?: [^\W\d_][\w&.'-]{{2,24}})?)(?= (?:hér|hérna|og|að|sem)\b|[,.!]|$)", _role_of, OWN | But.DENIED | But.PAST),
    rule("starf", rf"\bstarf(?:ið)? mitt(?: er|:)? (?P<v>{ROLES})\b", _role, OWN | But.DENIED),
    rule("vinn starf vinnum", rf"\b(?:vinn|starfa|vinnum|störfum)(?: (?:núna|nú|sem \w+|við \w+|sjálf\w*))* (?P<in>hjá|í|fyrir|á) (?:fyrirtækinu |stofnuninni )?{_FIRM}{_STOP}", _firm, OWN | But.DENIED | But.PAST),
    rule("vinn starf", rf"\b(?P<not>(?:vinn|starfa)(?: ég)? ekki (?:lengur )?) ?(?P<in>hjá|í) {_FIRM}{_STOP}", _firm, OWN),
    rule("hætti hætt", rf"\b(?P<not>(?:hætti|er hætt(?:ur)?)) (?P<in>hjá|í) {_FIRM}{_STOP}", _firm, OWN),
    rule("er við erum", rf"\b(?:ég er|við|við erum|erum)(?: \w{{4,}})? (?P<in>hjá) {_FIRM}{_STOP}", _firm, OWN | But.DENIED),
    rule("hjá", rf"\b(?:stjóri|fulltrúi|fræðingur|ritari|gjaldkeri|maður|innkaupin?) (?P<in>hjá) {_FIRM}{_STOP}", _firm, OWN | But.DENIED),
    rule("hjá", rf"\b(?:ég er|ég sé um) [\w ]{{3,40}}? (?P<in>hjá) {_FIRM}{_STOP}", _firm, OWN | But.DENIED),
    rule("fyrirt félag stofn klúbb", rf"\bfyrirtæki(?:ð|nu)?(?: mitt| okkar)?(?: heitir| er|:)? {_FIRM}{_STOP}", _firm, OWN | But.DENIED),
    rule("ehf hf slf ohf", rf"\b(?:fyrir|hjá|frá|á|til|við erum|við hjá|fyrirtækið|heitir|er|vegna|nafni|fyrirtækinu) (?P<v>[^\W\d_][\w&.'-]{{1,30}}(?: [^\W\d_][\w&.'-]{{1,24}})?)(?= {_LEGAL}\b)", _firm, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("er sem", rf"\b(?:ég|við|eg) (?:er|erum)(?: nú| þar| líka| sjálf\w*| hér)* (?P<v>{ROLES})\b", _role, PLAIN | But.DENIED | But.PAST),
    rule("vinn starf", r"\b(?:vinn|starfa)(?: (?:hjá|í|á) [\w&.' -]{2,30}?)? sem (?P<v>[^\W\d_]{4,30})\b", _role, OWN | But.DENIED | But.PAST),
    rule("starf staða hlutv titil", r"\b(?:starfsheiti(?:ð)?(?: mitt)?|staðan mín|starfið mitt|titillinn minn|hlutverk mitt)(?: er|:)? (?P<v>[^\W\d_]{4,30})", _role, OWN | But.DENIED),
    rule("sé innka", r"\b(?:ég )?sé um (?:öll )?innkaup(?:in)?\b", _buyer, OWN | But.DENIED),
    # Household
    rule("á eigum eiga með er erum", rf"\b(?:(?:ég|við hjónin|við) (?:á|eigum)|eigum|(?:^|[,.] ?|\bog )á(?= (?:{_COUNT} |(?:hund|kött|kisu|tvíbura|son og|dóttur og)))|(?:er|erum) með)(?: saman| líka| orðið)* (?P<v>{_HOME}(?:(?:, | og ){_HOME}){{0,3}})(?! (?:sem (?:notar|heitir|er í)))\b(?: heima)?", _household, _MINE),
    rule("bý búum", rf"\b(?:bý|búum)(?: ein| einn| hér| heima| saman| \w+ \w+)?(?: bara)? (?:með|hjá) (?P<v>{'|'.join(_WITH)})\b", _with, _MINE),
    rule("heima heimil heimilinu húsinu okkur", rf"\b(?:heima(?: hjá (?:mér|okkur))?|(?:hjá|með) (?:mér|okkur)|á (?:mínu |okkar )?heimili(?:nu)?(?: mínu| okkar)?|í húsinu)(?: hérna| eru| er| búa| býr| við| alltaf| líka| nú| orðið)* (?:eru |er |búa |býr |höfum við |er ég með |erum við með )?(?P<v>(?:þrír |tveir |fjórir |einn |ein |eitt |tvær |þrjár |{_COUNT} )(?:{_CHILDREN}|{_PETS}|hundar|kettir|köttur|hundur|páfagaukar)(?:(?:, | og ){_HOME}){{0,3}})", _household, _MINE),
    rule("manna", rf"\b(?P<v>{'|'.join(_GENITIVE)}) manna fjölskylda\b", lambda heard: iter([heard.statement("household", _GENITIVE_KEYS[key(heard.match["v"])], confidence=0.9)]), _MINE),
    rule("einstæ móðir faðir mamma pabbi", rf"\b(?:er|sem) (?:einstæð\w* )?(?:móðir|faðir|mamma|pabbi|foreldri) með (?P<v>{_HOME}(?:(?:, | og ){_HOME}){{0,3}})", _household, _MINE & ~But.OTHERS),
    rule("búum bý", rf"\b(?:búum|bý)\b[^.!?,]{{0,20}} með (?P<v>(?:{_COUNT} )+(?:{_CHILDREN}|{_PETS})(?:(?:, | og ){_HOME}){{0,3}})", _household, _MINE),
    rule("erum", rf"\bvið erum (?:bara |alls |núna )?(?P<v>{'|'.join(_NUMBERS)})(?: manna fjölskylda| í (?:fjölskyldunni|heimili|heimilinu)| á heimilinu| heima| saman|(?=[.,!]|$))", _people, _MINE),
    rule("bý búum", r"\b(?P<v>bý (?:bara )?(?:ein|einn))\b(?! með)(?! í| á)", _alone, _MINE),
    rule("hjónin hjón", r"\bvið (?:erum )?(?P<v>hjón(?:in)?)(?: búum| ein| tvö| erum)", _alone, _MINE),
)  # fmt: skip
