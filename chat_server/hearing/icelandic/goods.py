"""Products and colours: wanted, liked, disliked, owned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.inflected import unless, when
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, Take
from chat_server.hearing.shop_names import BRANDS
from chat_server.hearing.takes import LIKELY, SURE, UNSURE

from .words import KIN, MY, key, pattern, rule

_FORMS = {
    "rauður": "rauð rautt rauða rauðan rauðum rauðri rauðir rauðar rauðu rauði", "blár": "blá blátt bláa bláan bláum blárri bláir bláar bláu blái", "grænn": "græn grænt græna grænan grænum grænni grænir grænar grænu græni",
    "svartur": "svört svart svarta svartan svörtum svartri svartir svartar svörtu svarti", "hvítur": "hvít hvítt hvíta hvítan hvítum hvítri hvítir hvítar hvítu hvíti", "grár": "grá grátt gráa gráan gráum grárri gráir gráar gráu grái", "gulur": "gul gult gula gulan gulum gulri gulir gular gulu guli",
    "bleikur": "bleik bleikt bleika bleikan bleikum bleikri bleikir bleikar bleiku bleiki", "brúnn": "brún brúnt brúna brúnan brúnum brúnni brúnir brúnar brúnu brúni", "fjólublár": "fjólublá fjólublátt fjólubláa fjólubláan fjólubláum fjólubláu fjólubláar", "appelsínugulur": "appelsínugul appelsínugult appelsínugula appelsínugulan appelsínugulu appelsínugulum appelsínugular",
    "ljós": "ljóst ljósa ljósan ljósum ljósu", "drapplitaður": "drapplituð drapplitað drapplitaða drapplitaðan drapplituðu", "túrkís": "túrkís túrkísblár túrkísblátt túrkísbláan túrkísbláa", "silfraður": "silfruð silfrað silfraða silfraðan", "gylltur": "gyllt gyllta gylltan gylltu",
}  # fmt: skip
_SHADES = ("dökk", "ljós", "skær", "vín", "mosa", "flösku", "skógar", "himin", "brandara", "stál", "neon", "sinneps", "ólífu", "myntu", "hraun", "heið", "kóral", "eld", "kol", "snjó", "kóngabláu", "sand", "fölblei", "föl", "ís", "haf", "grá", "blá", "dumb", "ryð", "pastel")  # fmt: skip
_BASE = {key(form): kept for kept, forms in _FORMS.items() for form in (kept, *forms.split())}
_GENDERS = {kept: (kept, *forms.split()[:2]) for kept, forms in _FORMS.items()}
_SHADE = rf"(?:{'|'.join(_SHADES)})"
COLOUR = rf"(?P<shade>{_SHADE})?(?P<colour>{'|'.join(sorted((form for kept, forms in _FORMS.items() for form in (kept, *forms.split())), key=len, reverse=True))})(?![^\W\d_])"
COLOUR_PATTERN = pattern(COLOUR)
_ANY_COLOUR = COLOUR.replace("?P<shade>", "?:").replace("?P<colour>", "?:")
_STEMS = r"(?:jakk|lúff|grifl|sólgler|púð[ai]|náttföt|náttfat|slopp|ábreið|gamm|göngubelt|regngall|kuldagall|ullarnær|hnéhlíf|hlaupask|úlp|peys|buxu|bux|stígvél|húf|hansk|vettling|trefil|trefl|sokk|skyrt|bol|kjól|pils|káp|frakk|bakpok|tösk|teppi|tjald|tjöld|svefnpok|boll|könnu|brúsa|brúsi|flösku|flaska|leggings|vesti|hettu|anorakk|anórakk|stakk|flís|galla\b|regngalla|sím[ai]\b|tölv[au](?!p)|heyrnartól|myndavél|lamp|sóf(?!t)|sæng|hjól|gleraug|gleraugu|regnhlíf|brodd|göngustaf|göngustöf|höfuðljós|prímus|dýn|nærf|ullarföt|regnföt|útiföt|hlaupaföt|skíðaföt|belti|lopi|lopa|skíð|sundfö|poka|poki|undirfö|ponsjó|hálsklút|buff|ennisband|kraga|inniskó|sandal|þermó|hitakönn)"
NOUN = rf"(?:[^\W\d_]*{_STEMS}[^\W\d_]{{0,6}}|[^\W\d_]{{3,}}skó(?:r|m|na|num|nna|rnir|nir)?|skó(?:r|m|na|num|nna|rnir)|(?<=laki )skó|(?<=nyja )skó|(?<=goda )skó)(?![^\W\d_])"
_NAMES = r"(?!ekki\b|engan\b|enga\b|ekkert\b|finnst\b|finnast\b|þessir\b|þessar\b|þoli\b|elska\b|fíla\b|hata\b|mér\b|mig\b|vantar\b|langar\b|nota\b|með\b|fyrir\b|handa\b|hjá\b|frá\b|sem\b|eða\b|mjög\b|eins\b|svona\b|þessi\b|þessa\b|þessum\b|bara\b|líka\b)(?!(?:kvarta|yfir|hrósa|um|hvort|hvenær|hvernig|spyrja|vita|mynd|mæla|nota|þrífa|skila|skipta|endurnyja|laga|thvo|tvo|fimm|þrj[^\W\d_]+|sex|mörg|nokkr[^\W\d_]+|breyta|afpanta|hætta|gefa|þvo|endurnýja|tvær|tvö|fjögur|fjór[^\W\d_]+)\b)(?:hekla|heklu|esja|esju|laki|laka|vík|víkur|búrfell|askja|öskju|katla|kötlu|[^\W\d_]{3,14})"
_ADJECTIVE = r"(?!yfir\b|undir\b|utan\b|innan\b|endurgr[^\W\d_]+|sárlega\b|tvo\b|enga\b|engan\b|engin\b|engar\b|skila\b|skipta\b|kvarta\b|hrósa\b|vita\b|spyrja\b|hvort\b|laga\b|breyta\b|afpanta\b|þvo\b|gefa\b|hætta\b|endurnýja\b|mæla\b|nota\b|þrífa\b|senda\b|í\b|á\b|og\b|með\b|fyrir\b|sem\b|en\b|eða\b|eitthvað\b|svona\b|ekki\b|alltaf\b|minn\b|mína\b|aðra\b|allt\b|bara\b|líka\b|þessa\b|þennan\b|finnst\b|finnast\b|þessir\b|þessar\b|þessi\b)[^\W\d_-]{2,16}(?:a|an|ur|t|u|ar|ir|i|um|nn|ri)"
_DETERMINER = r"(?:(?:þess\w*|þennan|minn|mín|mína|mitt|nýj\w+|nýtt|nýja|góð\w+|gott|ein\w*|par af|hérna|svona|aðra|annan|annað|mér|okkur|svo|bara|ykkar|hlý\w*|einhverj\w*|eitthvert|einhvern|almennileg\w*) ){0,3}?"
GOODS = rf"{_DETERMINER}(?P<v>(?:{_ADJECTIVE} ){{0,2}}?(?:{_NAMES} )??{NOUN})"
_NOUNS = {
    key(form): (words.split()[0], gender)
    for gender, rows in enumerate((
        "jakki jakka jakkann jakkinn jakkanum, svefnpoki svefnpokanum svefnpokinn svefnpokann, kuldagalli kuldagalla kuldagallann kuldagallanum, regngalli regngalla regngallann, regnjakki regnjakka regnjakkann regnjakkinn, dúnjakki dúnjakka dúnjakkann, bakpoki bakpoka bakpokann bakpokinn bakpokanum, bolur bol bolinn bolnum, ullarbolur ullarbol ullarbolinn, kjóll kjól kjólinn, trefill trefil trefilinn trefli treflinum, stóll stól stólinn, lampi lampa lampann, sófi sófa sófann, sími síma símann, bolli bolla bollann, svefnpoki svefnpoka svefnpokann, frakki frakka frakkann, hringur hring hringinn, stakkur stakk stakkinn, hitabrúsi hitabrúsa hitabrúsann, brúsi brúsa brúsann, anorakkur anorakk anorakkinn",
        "húfa húfu húfuna húfan húfunni, peysa peysu peysuna peysan peysunni, lopapeysa lopapeysu lopapeysuna lopapeysan, hettupeysa hettupeysu hettupeysuna, flíspeysa flíspeysu flíspeysuna flíspeysan, ullarpeysa ullarpeysu ullarpeysuna, skyrta skyrtu skyrtuna, úlpa úlpu úlpuna úlpan úlpunni, dúnúlpa dúnúlpu dúnúlpuna, kápa kápu kápuna kápunni, regnkápa regnkápu regnkápuna, taska tösku töskuna, kanna könnu könnuna, tölva tölvu tölvuna, myndavél myndavélina, regnhlíf regnhlífina, sæng sængina, flaska flösku flöskuna, dýna dýnu dýnuna",
        "tjald tjaldi tjaldið tjaldinu, teppi teppið teppinu, pils pilsið, úr úrið, borð borðið, rúm rúmið, hjól hjólið, vesti vestið, höfuðljós höfuðljósið, belti beltið",
        "skór skó skóna skórnir skónum skóm, göngustafir göngustafi göngustafina göngustöfum, bakpokar bakpokum, svefnpokar svefnpokum, jakkar jökkum, bolir boli, broddar brodda broddana broddum, bollar bollana bollum, inniskór inniskó, hlaupaskór hlaupaskó, gönguskór gönguskó gönguskóna gönguskórnir gönguskónum gönguskóm, sokkar sokka sokkana sokkarnir sokkunum sokkum, ullarsokkar ullarsokka ullarsokkana ullarsokkum, vettlingar vettlinga vettlingana vettlingarnir vettlingum vettlingunum, hanskar hanska hanskana hanskarnir hönskum hönskunum, gönguskór gönguskó gönguskóna",
        "buxur buxurnar buxum buxunum, regnbuxur, göngubuxur, gallabuxur, stuttbuxur, peysur peysurnar peysum, lopapeysur lopapeysum, ullarpeysur ullarpeysum, hettupeysur hettupeysum, úlpur úlpurnar, húfur húfurnar",
        "stígvél stígvélin stígvélum stígvélunum, tjöld tjöldin, gleraugu gleraugun",
    ))
    for words in rows.split(", ")
    for form in words.split()
}  # fmt: skip
_ENDS = ("ur", "", "t", "ir", "ar", "")
_BRANDS = {
    "heklu": "Hekla",
    "esju": "Esja",
    "oskju": "Askja",
    "kotlu": "Katla",
    "laka": "Laki",
    "vikur": "Vík",
}


def plain(said: str) -> str:
    """In the nominative, where the noun is known."""
    *before, last = said.split()
    known = _NOUNS.get(key(last))
    if known is None:
        known = _compound(last)
    if known is None:
        return " ".join(_BRANDS.get(key(word), word) for word in said.split())
    noun, gender = known
    kept = []
    for word in before:
        low = key(word)
        colour = _BASE.get(low)
        if colour is not None:
            kept.append(_of_gender(colour, gender))
        elif low in _BRANDS:
            kept.append(_BRANDS[low])
        elif word.endswith("an") and gender == 0 and not word[0].isupper():
            kept.append(f"{word[:-2]}ur")
        elif word.endswith("a") and gender == len(_ENDS[:3]) and not word[0].isupper():
            kept.append(f"{word[:-1]}ir")
        else:
            kept.append(word)
    return " ".join([*kept, noun])


def _compound(noun: str) -> tuple[str, int] | None:
    """A known noun behind another word: "flíshanska" is "flíshanskar"."""
    for start in range(2, len(noun) - 3):
        known = _NOUNS.get(key(noun[start:]))
        if known is not None:
            return f"{noun[:start]}{known[0]}", known[1]
    return None


def _of_gender(colour: str, gender: int) -> str:
    forms = [colour, *_FORMS[colour].split()]
    by_gender = {0: colour, 1: forms[1], 2: forms[2]}
    if gender in by_gender:
        return by_gender[gender]
    ending = _ENDS[gender]
    return next(
        (form for form in forms if ending and form.endswith(ending) and form not in forms[:3]),
        forms[1],
    )


def thing(kind: str, *, ended: bool = False) -> Take:
    """The words of `v`, as a thing is called by itself."""

    def take(heard: Heard) -> Iterator[Statement]:
        said = heard.words().strip(" ,.!")
        start = heard.place()[0]
        while len(said.split()) > 1 and key(said.split()[0]) in _FILLERS:
            first = said.split()[0]
            start += len(first) + 1
            said = said[len(first) + 1 :]
        span = (start, start + len(said))
        yield heard.statement(
            kind, plain(said), span=span, confidence=SURE, ended=ended or heard.has("not")
        )

    return take


_FILLERS = frozenset(key(word) for word in ["að", "mér", "í", "á", "um", "svona", "nýja", "nýjan", "nýtt", "góða", "góðan", "gott", "góð", "einhverja", "einhvern", "eina", "einn", "eitt", "fá", "kaupa", "panta", "þessa", "þennan", "þessum", "bara", "svo", "líka", "almennilega", "almennilegum", "almennilegan", "almennilegt", "almennilegri", "góðri", "góðum", "góðu", "ykkar", "minn", "mína", "mín", "vel", "við", "af", "mjög", "alveg", "frá", "nýrri", "nýjum", "kannski", "frekar", "fyrir"])  # fmt: skip


def colour_of(match: re.Match[str]) -> str:
    """As it is called by itself."""
    base = _BASE[key(match["colour"])]
    shade = match["shade"]
    if not shade:
        return base
    return f"{next(one for one in _SHADES if key(one) == key(shade))}{base}"


# Who asks which of two, has chosen none.
_EITHER = re.compile(r"\beda\b[^.!]*\?")


def colour(confidence: float = SURE) -> Take:
    """The colour in the pattern."""

    def take(heard: Heard) -> Iterator[Statement]:
        if _EITHER.search(heard.sentence.low):
            return
        start, end = heard.match.span("colour")
        if heard.match["shade"]:
            start = heard.match.start("shade")
        span = (heard.sentence.start + start, heard.sentence.start + end)
        yield heard.statement(
            "colour",
            colour_of(heard.match),
            span=span,
            confidence=confidence,
            ended=heard.has("not"),
        )

    return take


_LOOK = r"(?:leita(?:\w? mér)?(?: lengi| núna| enn| bara| ennþá| hérna)*(?: að| eftir)|svipast um eftir|(?:er )?(?:mjög |rosa |orðin\w? )?heit(?:ur)? fyrir|þyrfti(?: ég| eiginlega| líka)*(?: að (?:fá|kaupa|eignast))?|hugsa(?:ð)?(?: mér)?(?! um)|(?:hugsa|held) (?:að )?ég (?:kaupi|panti|taki|fái mér)|skella mér á|ertu með|reyna að finna|vanta|bráðlangar(?: í)?|leita|langar(?: svo| svolítið| dálítið| smá| ótrúlega| geðveikt| soldið| mjög| rosalega| líka| helst| mest| bara| virkilega| alveg)*(?: í| að (?:kaupa|panta|fá|eignast|prófa|finna|skipta yfir í|gefa [^\W\d_]+(?: minni| mínum)?))|(?<!systur minni )(?:bráð|sár|til(?:finnanlega )?)?vantar(?: (?:mig|okkur|sárlega|alveg|virkilega|nauðsynlega|tilfinnanlega|endilega))*|tak(?:ið|tu) frá(?: fyrir mig| handa mér)?|(?:hef )?hug á|(?:ég |við )?(?:panta|kaupi|tek)(?: ég| við)?(?: þá| bara| líka)+|(?:datt|kom) í hug að (?:kaupa|panta|fá)|úrvalið, helst|ætlum að (?:kaupa|panta|fá)|ákveðið? að (?:kaupa|panta|fá)|þarf(?:nast)?|vil(?:di)?(?: (?:kaupa|panta|gjarnan|fá|helst|endilega))*|(?:hef |með )?(?:mikinn |smá )?áhuga á|ætla(?:ði|r)? að (?:kaupa|panta|fá|taka)|(?:er |með )?augastað á|á höttunum eftir|á eftir(?= [^\W\d_]+ [^\W\d_]+)|dauðlangar(?: í)?|(?:er )?að íhuga|líst (?:rosalega |mjög |svo )?vel á|myndi vilja|(?:er )?kominn tími á|tími til kominn að (?:fá|kaupa)|(?:er )?(?:mjög |rosalega |svo |alveg )?spennt(?:ur)? fyrir|held (?:að )?ég (?:taki|panti|kaupi|fái)(?: mér)?|ég tek|tek bara|dreymir um|(?:jóla|afmælis)?gjöf (?:handa|fyrir) [^\W\d_]+(?: minni| mínum)?(?:,| -|:)(?: kannski| helst)?|girnist|vonast til að (?:fá|finna)|finn(?:a)?(?= mér)|endurnýja|óska eftir|(?:er að )?(?:spá|pæla|hugsa|skoða|velta fyrir mér)(?: í| um)?|væri til í|fá mér|kaupa mér|panta|kaupa|eruð þið með|skoða)"
_SKIP = r"(?: (?:mér|mig|okkur|að|í|um|núna|líka|svo|bara|endilega|strax|nýjan?|nýja|nýtt|nýrri|nýjum|góðan?|góðri|góðum|góðu|gjarnan|fá|kaupa|helst|einhvern veginn|fyrir mig|handa mér|enn|sem fyrst|kannski|eina|einn|eitt|tvær|tvo|tvö|þrjár|þrjá|þrjú|fjórar|fjóra|fjögur|fimm|sex|tíu|\d{1,3}|(?:pör|par|stk\.?|stykki)(?: af)?|eða panta|skipta yfir í|endurnýja|eignast|gefa [^\W\d_]+(?: (?:minni|mínum))?))*"
_NOT_SERVICE = r"(?!þjónust|versl|ykkur|búðin)"
_BRAND = rf"(?:{'|'.join(sorted({*BRANDS, *_BRANDS}, key=len, reverse=True))})"
_BRAND_CUES = " ".join(sorted({*BRANDS, *_BRANDS}))
# Not by its name, but by what it is for or what it is like: "something against the rain".
_SOMETHING = r"(?P<v>(?:eitthvað|einhverju) (?:fyrir (?!mig|mömm|pabb|kon|mann|vin)[^\W\d_]+(?:na|num|inn|ið|ina|in)?|við [^\W\d_]+|í (?:göngu|rign|kuld|útileg|veið|fjall|ferð|rækt)[^\W\d_]*|sem (?:heldur|hrindir|þolir|hlýjar|andar) [^\W\d_]+|vatnshel(?:t|du)|regnhel(?:t|du)|vindhel(?:t|du)|(?!ann|nýtt|svip|slík|mikil|stór|þess|gott|alv)[^\W\d_]+(?:t|u)(?: og [^\W\d_]+(?:t|u))? (?:fyrir|í|á) (?!mig\b|mömm|pabb)[^\W\d_]+))(?![^\W\d_])"


def _something(heard: Heard) -> Iterator[Statement]:
    """In the nominative, as far as its first word tells."""
    said = heard.words()
    first, _, rest = said.partition(" ")
    kept = f"eitthvað {rest}" if first.lower() == "einhverju" else said
    yield heard.statement("product_interest", kept, span=heard.place(), confidence=LIKELY)


# Who wishes it, named right before the wish.
_OF_ANOTHER = re.compile(
    pattern(
        rf"\b{KIN}{MY}? (?:er|eru|var|voru|vill|vilja|þarf|þurfa|vantar|langar|ætla\w*|hefur)(?: \w+)?\s*$"
    )
)


# What comes then is something to be done with the thing, not the thing.
_TO_DO = re.compile(
    pattern(r"\b(?:þarf|langar|vil|vildi|ætla|þyrfti|ætlaði)(?: ég| mig| svo| bara)* að (?:tvo )?$")
)


_IF_IT_WERE = re.compile(pattern(r"\bef ég (?:byggi|væri|ætti|hefði|ynni|fengi)\b"))


def _own_wish(take: Take) -> Take:
    """A gift is looked for by who buys it; what a friend looks for is no matter of theirs."""

    def wrapped(heard: Heard) -> Iterator[Statement]:
        low = heard.sentence.low
        if _OF_ANOTHER.search(low[: heard.match.start()]) or _IF_IT_WERE.search(low):
            return
        if not _TO_DO.search(low[heard.match.start() : heard.match.start("v")]):
            yield from take(heard)

    return wrapped


INTEREST = (
    rule("eitthvað eitthv einhv einhver", rf"(?<!ekki )\b{_LOOK}{_SKIP} {_SOMETHING}", _own_wish(_something), But.REPORTED | But.ASKED | But.DENIED),
    rule(_BRAND_CUES, rf"(?<!ekki )\b{_LOOK}{_SKIP}(?: (?:ykkar|líka))? (?P<v>{_BRAND})(?= ?(?:[.,!?]|$)| (?:í|frá|og|en|takk|sem|aðeins|fyrir)\b)", _own_wish(thing("product_interest")), But.REPORTED | But.ASKED | But.DENIED),
    rule("takið taktu hug datt ætlum ákveð kaupi úrval augas svipast heit þyrft hugsa skella ertu finna vanta gjöf jólag afmælisg bráðla höttu dauðl íhuga líst myndi gæti get kominn tími spennt held tek dreym endurn girni vonas leita langar vantar bráðv sárva þarf vil vildi áhuga kaupa panta óska spá pæla hugsa skoða væri ætla fá velta eruð", rf"(?<!ekki )(?<!ekki lengur )(?<!hatt að )(?<!hattur að )\b{_LOOK}{_SKIP} {GOODS}(?! (?:er|eru|kost\w+|passar|í (?:pakk|kass|pönt|send|poka)))", _own_wish(thing("product_interest")), But.REPORTED | But.ASKED | But.DENIED),
    rule("gæti get má", rf"\b(?:gæti|get|má) ég (?:kannski |bara |líka )?(?:fá|fengið|pantað|keypt|tekið|panta|kaupa){_SKIP} {GOODS}(?! (?:endurgr|sen[dt]|í))", thing("product_interest"), But.REPORTED | But.SUPPOSED | But.DENIED),
    rule("áttu eigið eruð átt ertu", rf"\b(?:áttu|eigið þið|eigiði|átt þú|eruð þið með|ertu með|eruði með)(?: til)?{_SKIP} {GOODS} (?:á mig|handa mér|fyrir mig)", thing("product_interest"), But.REPORTED | But.SUPPOSED),
    rule("þarf vantar leita áhuga", rf"\b(?P<not>(?:þarf|vantar|vil)(?: mig)? ekki(?: lengur)?|(?:er )?hætt(?:ur)?(?: við)? að (?:leita(?: að)?|spá í|hugsa um|kaupa)|hætt(?:ur)? við|hef ekki (?:lengur )?áhuga á|ekki lengur að leita að){_SKIP} {GOODS}", thing("product_interest", ended=True), PLAIN),
)  # fmt: skip
_LOVE = r"(?:elska|dýrka|fíla|líkar(?: (?:mjög |rosa )?vel)?(?: við)?|hrifin\w* af|ánægð(?:ur)?(?: með)?|í skýjunum með|himinlifandi með|skotin\w? í|kann vel við)"
_HATE = r"(?:þoli ekki|líkar (?:alls )?ekki(?: (?:vel )?við)?|(?:er )?ekki (?:mjög |nógu |sérlega )?(?:hrifin\w?|ánægð\w*|sátt\w*) (?:af|með)|hata|óánægð(?:ur)? með|fíla ekki|leiðist|ósátt(?:ur)? með|vonsvikin\w? með)"
OPINIONS = (
    rule("uppáh sjúk sjúkur", rf"\b{GOODS}(?: ykkar)? (?:er|eru) (?:algjör\w* |alveg |mín |mitt |minn |í |mínir |mínar |ykkar )*uppáhald\w*", thing("product_liked"), OWN | But.DENIED),
    rule("sjúk sjúkur óð óður vitlau", rf"\b(?:er |alveg )*(?:sjúk|sjúkur|óð|óður|brjáluð|brjálaður|vitlaus) í {GOODS}", thing("product_liked"), OWN | But.DENIED),
    rule("bestu besta besti", rf"\b{GOODS} (?:ykkar |mínir |mín |minn )?(?:er|eru) (?:þeir |þær |þau |sá |sú |það )?(?:bestu|besta|besti|flottustu|þægilegustu)(?: [^\W\d_]+)?? sem ég", thing("product_liked"), OWN | But.DENIED),
    rule("nenni nenn þoli ekkert ekki lítið", rf"\b(?:nenni (?:bara )?ekki|þoli ekki|er (?:ekkert|ekki|lítið|hvorki) (?:sérlega |sérstaklega |mjög |voða |rosalega )?(?:hrifin\w?|spennt\w?)(?: af| fyrir)?|fíla ekki|kann ekki við|leiðist) {GOODS}", thing("product_disliked"), OWN),
    rule("fyrir taugar pirra leiði", rf"\b{GOODS} (?:(?:er|eru) (?:bara |alls |sko )?(?:ekki fyrir mig|ekki minn stíll|ekki mitt)|(?:fara|fer) í taugarnar á mér|pirra\w* mig)", thing("product_disliked"), OWN),
    rule("finnst finnast", rf"\bfinn(?:a)?st(?: mér)? {GOODS}(?: (?:frekar|mjög|bara|svolítið|dálítið|algjörlega|hálf|of))+ (?:ljót|leiðinleg|óþægileg|vond|hræðileg|slæm|ömurleg|asnaleg|púkaleg)\w*", thing("product_disliked"), OWN),
    rule("elska dýrka fíla líkar hrif ánægð skýj himin skot kann", rf"(?<!ekki )\b{_LOVE}(?: (?:mjög|rosalega|svo|virkilega|sérstaklega|alveg|bara))* {_NOT_SERVICE}{GOODS}(?! (?:ekki|lengur|illa|alls ekki))", thing("product_liked"), OWN | But.DENIED),
    rule("finnst finnast", rf"\bfinn(?:a)?st(?: mér)? {GOODS}(?: (?:mjög|alveg|rosalega|svo|bara|vera|algjörlega))* (?:frábær|æðisleg|flott|góð|falleg|geggj|snilld|yndisleg|best|þægileg|dásamleg|hlý)\w*", thing("product_liked"), OWN | But.DENIED),
    rule("æðis frábær geggj yndis snilld bestu best dásam þægil", rf"(?:^|[,.!] ?){GOODS} (?:mín |minn |mínir |er |eru |eru svo |er svo |er alveg |eru alveg |algjör )*(?:æðisleg|frábær|geggjað|geggjuð|yndisleg|snilld|bestu|best|dásamleg|þægileg|algjör snilld)\w*", thing("product_liked"), OWN | But.DENIED),
    rule("líkar elska fíla", rf"\b(?:líkar|elska|fíla|dýrka)(?: mér| ég)? {_NOT_SERVICE}{GOODS} (?:alls |bara )?(?:ekki|illa)\b", thing("product_disliked"), OWN),
    rule("þoli líkar ekki hata óánæg fíla leiði ósátt vonsv", rf"\b{_HATE} {_NOT_SERVICE}{GOODS}", thing("product_disliked"), OWN),
    rule("finnst finnast", rf"\bfinn(?:a)?st(?: mér)? {GOODS}(?: (?:mjög|alveg|rosalega|svo|bara|vera))* (?:ekki (?:góð|flott|falleg|þægileg|hlý|nógu)|ljót|leiðinleg|óþægileg|vond|hræðileg|slæm|ömurleg)\w*", thing("product_disliked"), OWN),
)  # fmt: skip
OWNED = (
    rule("keypti keypt eignað fékk", rf"\b(?:ég )?(?:keypti(?: mér)?|hef keypt|eignaðist)(?: (?:hjá ykkur|af ykkur|einu sinni|nýlega|í fyrra|líka|mér|svona))* {GOODS}(?! (?:handa|fyrir (?:konu|mann|mömm|bróð|syst)))", thing("product_owned"), OWN | But.DENIED),
    rule("á er", rf"(?<!ef )\bég á (?:fyrir |nú þegar |þegar |líka |núna |orðið |sjálf\w* |einmitt |sko |til )*(?!afmæli|heima|von|rétt|erfitt|að\b|eftir|við|pönt|í\b){GOODS}", thing("product_owned"), PLAIN | But.DENIED),
    rule("á", rf"(?:^|[,.] ?|\bog )á (?:nú þegar |þegar |líka )?{GOODS} (?:frá ykkur|nú þegar|fyrir)", thing("product_owned"), PLAIN | But.DENIED),
    rule("eiga átt nota", rf"\b(?:(?:búin\w?|búið) að eiga|hef átt|nota(?! (?:stærð|númer|skó))|geng alltaf í|er alltaf í) {GOODS}", thing("product_owned"), OWN | But.DENIED),
    rule("minn mín mitt mínir", rf"\b{GOODS} (?:minn|mín|mitt|mínir|mínar) (?:er|eru|hefur|hafa)(?: \w+)? (?:orðin\w*|enst|dugað|enn eins og|\w+ ára|enn þá|ennþá)", thing("product_owned"), PLAIN | But.DENIED),
    rule("seldi gaf skil týnd ekki henti losað", rf"\b(?P<not>seldi|á ekki (?:lengur|len)\w*|gaf(?: (?:systur|bróður|vini|mömmu|frænku|vinkonu)(?: minni| mínum)?| frá mér)?|skilaði|týndi|henti|losaði mig við) {GOODS}", thing("product_owned", ended=True), But.SUPPOSED | But.REPORTED | But.ASKED),
)  # fmt: skip
_GOT = pattern(
    r"\b(?:fékk|kom|komu|sendu\w*|pantaði\b|barst|fékkst|upplit\w*|á myndinni|í staðinn fyrir|þoli|hata)\b"
)
_PICKS = r"(?:vil(?:di)?|leita|langar(?: í)?|þarf|panta|kaupa|vantar|helst|frekar|tek|fá|vel|elska|dýrka|fíla|finnst|líkar|hrifin\w? af|kýs|bara|væri til í|hafa|spá í|skoða|í|og)"
COLOURS = (
    rule("takk plís", rf"^(?:já |ok |þá |bara |frekar |helst )*(?:í |þann |þá |það )?{COLOUR},? (?:takk|plís|vinsamlegast)\b", unless(_GOT, colour()), OWN | But.DENIED | But.ASKED),
    rule("myndi vilja kysi", rf"\b(?:myndi|mundi) (?:ég )?(?:vilja|kjósa|velja|taka)(?: fá| hafa| hana| hann| það)* (?:í )?{COLOUR}", unless(_GOT, colour()), (OWN & ~But.SUPPOSED) | But.DENIED | But.ASKED),
    rule("fer fara klæðir", rf"\b{COLOUR} (?:fer|klæðir) mér? ?(?:best|vel|mig)", unless(_GOT, colour()), OWN | But.DENIED),
    rule("uppáh litur litinn litur lit", rf"\b(?:uppáhaldslit(?:ur|urinn|inn)(?: minn)?(?: er|:)|litur(?:inn)?(?: minn)?(?: á að vera| er|:)|besti liturinn er) (?:alltaf |sko |örugglega |í )?{COLOUR}", unless(_GOT, colour()), OWN | But.DENIED | But.ASKED),
    rule("vil vildi leita langar þarf panta kaupa vantar helst freka tek fá vel elska dýrka fíla líkar hrif kýs væri hafa", rf"(?<!ekki )\b(?:vil(?:di)?|leita að|leita|langar(?: mig)?(?: í)?|þarf|panta|kaupa|vantar(?: mig)?|helst|frekar|tek|fá|vel|elska|dýrka|fíla|líkar(?: best)?(?: við)?|hrifin\w? af|kýs|væri til í|hafa)(?: (?!ekki|fékk|kom|á mynd)[^\W\d_]+){{0,3}}? (?:í )?{COLOUR}", unless(_GOT, colour()), OWN | But.DENIED | But.ASKED),
    rule("í", rf"^(?:já |nei |ok |þá |bara )?(?:í )?{COLOUR}(?: lit)?,? (?:takk|plís|væri (?:fínt|fínn|fín|best)|helst|vil ég|er (?:flott|best)\w*|hentar)", unless(_GOT, colour()), OWN | But.DENIED | But.ASKED),
    rule("vil vildi", rf"\b{COLOUR} (?:\w+ )?(?:vil|vildi) ég", unless(_GOT, colour()), OWN | But.DENIED | But.ASKED),
    rule("væri", rf"\b{COLOUR} væri (?:fínn|fín|fínt|flott\w*|best\w*|æði|frábær\w*)", unless(_GOT, colour()), OWN | But.DENIED),
    rule("ekki", rf"\bekki (?:í )?{_ANY_COLOUR},? (?:heldur|frekar) (?:í )?{COLOUR}", unless(_GOT, colour()), OWN),
    rule("í", rf"\bvil(?:di)?\b[^.!?]{{0,60}} í {COLOUR}", unless(_GOT, colour()), OWN | But.DENIED),
    rule("lit í", rf"{NOUN}[^.!?,]{{0,20}} í {COLOUR}(?=[.,!]|$| takk| og )", when(pattern(r"\b(?:vil|vantar|langar|leita|þarf|panta|kaupa|tek|vildi)"), unless(_GOT, colour())), OWN | But.DENIED),
    rule("eigið er eru fæst áttu eigiði til", rf"\b(?:eigið þið|eigiði|áttu|er|eru|fæst)\b[^.!?]{{0,30}} í {COLOUR}", colour(UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
)  # fmt: skip
RULES = (*INTEREST, *OPINIONS, *OWNED, *COLOURS)
