"""Icelandic; letters without their marks are understood where that is common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement

from . import answers, takes
from .clock import hours
from .contact_details import EMAIL, ORDER, PHONE
from .dates import Calendar, names, weekdays
from .money import AMOUNT, CURRENCY, SPAN
from .names import read_name
from .rule import OWN, PLAIN, But, Heard, LineRule, rule
from .sizes import SIZE, as_size
from .text import Line
from .things import counted, thing, town
from .tongue import Company, Tongue

_COLOUR_FORMS = {
        "rauður": "rauður rauð rautt rauða rauðan rauðum rauðri rauðir rauðar rauðu rauði",
        "blár": "blár blá blátt bláa bláan bláum blárri bláir bláar bláu blái",
        "dökkblár": "dökkblár dökkblá dökkblátt dökkbláa dökkbláan dökkbláum dökkbláu",
        "ljósblár": "ljósblár ljósblá ljósblátt ljósbláa ljósbláan ljósbláum ljósbláu",
        "grænn": "grænn græn grænt græna grænan grænum grænni grænir grænar grænu græni",
        "svartur": "svartur svört svart svarta svartan svörtum svartri svartir svartar svörtu svarti",
        "hvítur": "hvítur hvít hvítt hvíta hvítan hvítum hvítri hvítir hvítar hvítu hvíti",
        "grár": "grár grá grátt gráa gráan gráum grárri gráir gráar gráu grái",
        "gulur": "gulur gul gult gula gulan gulum gulri gulir gular gulu guli",
        "bleikur": "bleikur bleik bleikt bleika bleikan bleikum bleiku bleikar",
        "brúnn": "brúnn brún brúnt brúna brúnan brúnum brúnu brúnir brúnar",
        "fjólublár": "fjólublár fjólublá fjólublátt fjólubláa fjólubláan fjólubláu fjólubláum",
        "appelsínugulur": "appelsínugulur appelsínugul appelsínugult appelsínugula appelsínugulan appelsínugulu",
        "vínrauður": "vínrauður vínrauð vínrautt vínrauða vínrauðan vínrauðu",
    }  # fmt: skip
_FORMS = {kept: forms.split() for kept, forms in _COLOUR_FORMS.items()}
COLOURS = {form: kept for kept, forms in _FORMS.items() for form in forms}
_COLOUR = "(?P<v>" + "|".join(sorted(COLOURS, key=len, reverse=True)) + r")\b"
_NOUN = (
    r"(?:[a-záéíóúýþæöð]*(?:jakk|úlp|peys|buxu|bux|skó|stígvél|húf|hansk|vettling|trefil|trefl|sokk|skyrt|bol|kjól|pils|káp|frakk|bakpok|tösk|teppi|tjald|svefnpok|bolla|boll|könnu|regnkáp|stuttbux|leggings|gallabux|hettupeys|lopapeys"
    r"|úr|síma|sími|tölv|heyrnartól|myndavél|stól|borð|lamp|sóf|rúm|kodd|sæng|hjól|hringi|gleraug|regnhlíf|hitabrús|flíspeys|dúnúlp|gönguskó)[a-záéíóúýþæöð]{0,5})"
)
_ADJECTIVE = r"[a-záéíóúýþæöð-]{2,16}(?:a|an|ur|t|u|ar|ir|i|um|á|áa|áan|nn|na)"
_GOODS = rf"(?:(?:þess\w*|minn|mín|mína|mitt|nýj\w+|ein\w*|par af|hérna) )?(?P<v>(?:(?!í |á |og |með |fyrir |sem |en |eða ){_ADJECTIVE} ){{0,2}}(?:[A-Za-zÁ-ÿ]{{3,20}} )?{_NOUN}\b)"
_KIN = r"(?:systir|systur|systkini|bróðir|bróður|sonur|son|syni|sonar|dóttir|dóttur|mamma|mömmu|móðir|móður|pabbi|pabba|faðir|föður|maðurinn|manninum|kona|konan|konu|konunni|konunnar|mannsins|eiginmaður|eiginmanns|eiginkona|vinur|vin|vini|vinar|vinkona|vinkonu|amma|ömmu|afi|afa|frændi|frænda|frænka|frænku|barn|börn|barnið|barninu|strákurinn|stelpan|kærasti|kærasta|kærustu|samstarfsmaður|yfirmaður|nágranni)"
_NAME = r"(?P<v>[^\W\d_])"
_TOWNS = {
    form: kept
    for kept, forms in {
        "Reykjavík": "reykjavík reykjavik reykjavíkur rvk rvík", "Kópavogur": "kópavogi kópavogur kópavog kopavogi kópavogs", "Akureyri": "akureyri akureyrar", "Hafnarfjörður": "hafnarfirði hafnarfjörður hafnarfjörð hafnarfjarðar hafnarfirdi",
        "Garðabær": "garðabæ garðabær garðabæjar", "Mosfellsbær": "mosfellsbæ mosfellsbær", "Selfoss": "selfossi selfoss", "Keflavík": "keflavík keflavik", "Reykjanesbær": "reykjanesbæ reykjanesbær", "Akranes": "akranesi akranes", "Ísafjörður": "ísafirði ísafjörður ísafjörð",
        "Egilsstaðir": "egilsstöðum egilsstaðir egilsstaða", "Húsavík": "húsavík husavik", "Vestmannaeyjar": "vestmannaeyjum vestmannaeyjar vestmannaeyja", "Borgarnes": "borgarnesi borgarnes", "Hveragerði": "hveragerði", "Höfn": "höfn", "Seltjarnarnes": "seltjarnarnesi seltjarnarnes", "Seyðisfjörður": "seyðisfirði seyðisfjörð",
        "Sauðárkrókur": "sauðárkróki sauðárkrók", "Grindavík": "grindavík", "Stykkishólmur": "stykkishólmi", "Kaupmannahöfn": "kaupmannahöfn kaupmannahafnar", "Osló": "osló oslo oslóar", "Berlín": "berlín berlin berlínar", "London": "london lundúnum", "Stokkhólmur": "stokkhólmi stokkhólmur", "Bergen": "bergen", "Danmörk": "danmörku", "Noregur": "noregi", "Svíþjóð": "svíþjóð", "Þýskaland": "þýskalandi", "Ísland": "íslandi", "Spánn": "spáni", "París": "parís", "Bandaríkin": "bandaríkjunum", "Árósar": "árósum", "Vík": "vík",
    }.items()
    for form in forms.split()
}  # fmt: skip
_PLACE = r"(?P<v>[a-záéíóúýþæöð][a-záéíóúýþæöð-]+)"
CALENDAR = Calendar(
    months=names("janúar jan", "febrúar feb", "mars", "apríl apr", "maí mai", "júní jún", "júlí júl", "ágúst ágú", "september sept", "október okt", "nóvember nóv", "desember des"),
    weekdays=weekdays("mánudag mánudaginn mánudagur mánudegi", "þriðjudag þriðjudaginn þriðjudagur", "miðvikudag miðvikudaginn miðvikudagur", "fimmtudag fimmtudaginn fimmtudagur", "föstudag föstudaginn föstudagur föstudagsins", "laugardag laugardaginn laugardagur", "sunnudag sunnudaginn sunnudagur"),
    near={"ekki á morgun heldur hinn": 2, "hinn daginn": 2, "á morgun": 1, "í dag": 0, "í kvöld": 0},
    numbers=names("einn eina eitt", "tvo tvær tvö tveimur", "þrjá þrjár þrjú þremur", "fjóra fjórar fjögur fjórum", "fimm", "sex", "sjö", "átta", "níu", "tíu"),
    units={"daga": 1, "dag": 1, "dögum": 1, "viku": 7, "vikur": 7, "vikum": 7, "mánuð": 30, "mánuði": 30, "mánuðum": 30},
    patterns=(
        r"(?<!\d)(?P<day>[0-3]?\d)\.? (?P<month>{month})\b(?: (?P<year>20\d\d))?",
        r"(?P<near>{near})\b",
        r"\b(?:eftir|innan) (?:(?P<count>\d{1,2}|{number}) )?(?P<unit>{unit})\b",
        r"\b(?P<next>næst(?:a|komandi)) (?P<weekday>{weekday})\b",
        r"\b(?P<weekday>{weekday}) (?P<next>í næstu viku)\b",
        r"\b(?:á|fyrir|næstkomandi|þennan|nk\.?) (?P<weekday>{weekday})\b",
    ),
)  # fmt: skip
_OCCASIONS = {
    "brúðkaup": "brúðkaup", "brúðkaupið": "brúðkaup", "brúðkaupi": "brúðkaup", "brúðkaups": "brúðkaup", "afmæli": "afmæli", "afmælið": "afmæli", "afmælis": "afmæli", "jól": "jól", "jólin": "jól", "jólum": "jól", "jólagjöf": "jól", "páska": "páskar", "páskum": "páskar", "fermingu": "ferming", "ferming": "ferming", "fermingin": "ferming", "ferminguna": "ferming",
    "útskrift": "útskrift", "útskriftina": "útskrift", "skírn": "skírn", "árshátíð": "árshátíð", "árshátíðina": "árshátíð", "þorrablót": "þorrablót", "partí": "partí", "partý": "partí", "veislu": "veisla", "veisla": "veisla", "gönguferð": "gönguferð", "ferðalag": "ferðalag", "jarðarför": "jarðarför", "atvinnuviðtal": "atvinnuviðtal", "utanlandsferð": "utanlandsferð", "þjóðhátíð": "þjóðhátíð",
}  # fmt: skip
_OCCASION = "(?P<v>" + "|".join(sorted(_OCCASIONS, key=len, reverse=True)) + r")\b"
_CHANNELS = {
    "tölvupósti": "email",
    "tölvupóst": "email",
    "tölvupóstur": "email",
    "email": "email",
    "netfang": "email",
    "pósti": "email",
    "maili": "email",
    "meil": "email",
    "síma": "phone",
    "símtal": "phone",
    "símtali": "phone",
    "sms": "sms",
    "smsi": "sms",
    "smáskilaboð": "sms",
    "smáskilaboðum": "sms",
    "spjalli": "chat",
    "spjallinu": "chat",
    "spjallið": "chat",
}
_CHANNEL = "(?P<v>" + "|".join(sorted(_CHANNELS, key=len, reverse=True)) + r")\b"
_PARTS = {
    "á morgnana": "morning",
    "fyrir hádegi": "morning",
    "í hádeginu": "noon",
    "eftir hádegi": "afternoon",
    "síðdegis": "afternoon",
    "á kvöldin": "evening",
    "um kvöldið": "evening",
    "á virkum dögum": "weekdays",
    "um helgar": "weekend",
    "um helgina": "weekend",
}
_PART = "(?P<v>" + "|".join(_PARTS) + r")\b"
_LANGUAGES = {
    "íslensku": "is",
    "ensku": "en",
    "dönsku": "da",
    "þýsku": "de",
    "norsku": "no",
    "sænsku": "sv",
    "pólsku": "pl",
    "rússnesku": "ru",
    "frönsku": "fr",
    "spænsku": "es",
    "taílensku": "th",
    "kínversku": "zh-TW",
}
_LANGUAGE = "(?P<v>" + "|".join(_LANGUAGES) + r")\b"
_COUNTED = {
    "tvö börn": "2 börn",
    "þrjú börn": "3 börn",
    "fjögur börn": "4 börn",
    "eitt barn": "1 barn",
}
_CLOCK = r"(?:kl\.? ?|klukkan )?(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?"
_TO = r"(?P<hour2>[01]?\d|2[0-3])(?:[:.](?P<minute2>[0-5]\d))?"
_ITEM = rf"(?:pakk\w+|pöntun\w*(?: \d{{4,12}})?|sending\w*|var(?:a|an|na)|{_NOUN})(?: mín| minn| mitt| mínir| mínar)?"
_END = r"(?=[.!?,;\n]|\s(?:og|en|takk|því|ef|þar|sem)\b|\s*$)"
_MAX = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_BAD = But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS
_COMPANY = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED
_AM = r"(?:ég er|eg er)"
_budget = takes.budget(kroner="ISK")


_NOUNS = {
    form: (plain, gender)
    for gender, rows in enumerate((
        "jakki jakka jakkann jakkinn jakkanum, bakpoki bakpoka bakpokann bakpokinn, bolur bol bolinn bolnum, kjóll kjól kjólinn, trefill trefil trefilinn, stóll stól stólinn, lampi lampa lampann, sófi sófa sófann, sími síma símann, bolli bolla bollann, svefnpoki svefnpoka svefnpokann, frakki frakka frakkann, hringur hring hringinn",
        "húfa húfu húfuna húfan húfunni, peysa peysu peysuna peysan peysunni, lopapeysa lopapeysu lopapeysuna lopapeysan, hettupeysa hettupeysu hettupeysuna, flíspeysa flíspeysu flíspeysuna, skyrta skyrtu skyrtuna, úlpa úlpu úlpuna, dúnúlpa dúnúlpu dúnúlpuna, kápa kápu kápuna, regnkápa regnkápu regnkápuna, taska tösku töskuna, kanna könnu könnuna, tölva tölvu tölvuna, myndavél myndavélina, regnhlíf regnhlífina, sæng sængina",
        "tjald tjaldi tjaldið tjaldinu, teppi teppið, pils pilsið, úr úrið, borð borðið, rúm rúmið, hjól hjólið",
    ))
    for row in rows.split(", ")
    for plain, form in ((row.split()[0], form) for form in row.split())
}  # fmt: skip


def _plain(said: str) -> str:
    """In the nominative, where the noun is known and before it stands at most a colour."""
    *before, last = said.split()
    known = _NOUNS.get(last.lower())
    if known is None:
        return said
    noun, gender = known
    kept = [
        _FORMS[COLOURS[word.lower()]][gender] if word.lower() in COLOURS else word
        for word in before
    ]
    return " ".join([*kept, noun])


def _occasion(heard: Heard) -> Iterator[Statement]:
    value = _OCCASIONS[heard.match["v"]]
    yield heard.statement("occasion", value, span=heard.place(), confidence=0.9)
    yield from takes.day_of(heard, CALENDAR, value)


_mail = takes.email(
    others=rf"\b(?:hans|hennar|þeirra|ykkar|þitt|{_KIN}(?:s|ar)?)\b[^.!?]{{0,30}}$|\b(?:sendi|skrifaði|fékk póst) (?:á|til|frá)\s*$",
    former=r"\b(?:gamla|gamalt|fyrra|ekki|ekki lengur|rangt|í staðinn fyrir)\s[^,;.!?]{0,25}$",
    former_after=r"[^,;.!?]{0,12}(?:ekki lengur|virkar ekki|gamalt|gamla|rangt)",
)
_phone = takes.phone(
    words=r"\b(?:sím\w+|símanúmer\w*|númer\w*|gsm|farsím\w+|hringdu|hringið|hringja|hringt)\b",
    others=rf"\b(?:hans|hennar|þeirra|ykkar|þitt|{_KIN}(?:s|ar)?)\b[^.!?]{{0,30}}$|\b(?:hringdi)\b[^.!?]{{0,15}}$",
    former=r"\b(?:gamla|gamalt|fyrra|ekki|ekki lengur)\s[^,;.!?]{0,25}$",
    never=r"\b(?:pöntun\w*|sending\w*|reiknin\w+|kennital\w+|kort\w*)\b[^\d,;.!?]{0,14}$",
)
RULES = (
    rule("heiti nafn nafnið", rf"\b(?:ég|eg)? ?heiti (?P<not>ekki )?{_NAME}", takes.told_name, PLAIN | But.DENIED),
    rule("heiti", r"(?:^|[,.] )(?P<v>[^\W\d_])[^\W\d_]+(?: [^\W\d_]+){0,2} heiti ég\b", takes.likely_name, PLAIN),
    rule("nafn nafnið", rf"\b(?:nafn(?:ið)? mitt er|nafnið er|mitt nafn er|^nafn:) (?P<not>ekki )?{_NAME}", takes.told_name, PLAIN),
    rule("er", rf"(?:^|[,.!] ?|\bog )(?:{_AM}|(?:þetta|hér) er) {_NAME}", takes.likely_name, PLAIN | But.DENIED),
    rule("hér hérna", r"(?:^|[,.!] |^(?:hæ|halló|góðan dag(?:inn)?|sæl|sæll|sæl og blessuð) )(?P<v>[^\W\d_])[^\W\d_]+(?: [^\W\d_]+)? (?:hér|hérna)\b", takes.known_name, PLAIN),
    rule("ekki", rf"\bekki (?P<wrong>[^\W\d_])[^\W\d_]+,? (?:heldur )?{_NAME}", takes.two_names, PLAIN),
    rule("kallaðu kallið kölluð kallaður", rf"\b(?:kallaðu mig|kallið mig|má kalla mig|alltaf (?:kölluð|kallaður)) (?:bara )?{_NAME}", takes.told_name, PLAIN | But.DENIED),
    rule("tala skrifa svara talað skrifað", rf"\b(?:ég tala|(?:get|getum|getur|getið) (?:ég|við|þú|þið)? ?(?:talað|skrifað)|(?:vinsamlegast )?(?:skrifið|svarið|svaraðu|talaðu|skrifaðu)(?: mér)?) (?:bara |aðeins )?(?:á )?{_LANGUAGE}", takes.word("language", _LANGUAGES), But.REPORTED | But.DENIED),
    rule("tala svaraðu svarið skrifaðu skrifið talað", rf"\b(?:ég tala|svaraðu|svarið|skrifaðu|skrifið|tala)(?: mér)? (?:bara |aðeins )?(?:á )?{_LANGUAGE}", takes.word("language", _LANGUAGES), PLAIN | But.DENIED),
    rule("bý búum", rf"\b(?:(?:ég )?bý(?: ég)?|(?:við )?búum)(?: núna| nú)? (?:í|á|í bænum) {_PLACE}", town("home", _TOWNS), PLAIN | But.DENIED | But.PAST),
    rule("bý búum", rf"\b(?:ég |við )?(?:bý|búum) (?P<not>ekki (?:lengur )?)(?:í|á) {_PLACE}", town("home", _TOWNS), PLAIN),
    rule("bjó bjuggum", rf"\b(?P<not>(?:ég )?bjó (?:áður |einu sinni )?|áður bjó ég )(?:í|á) {_PLACE}", town("home", _TOWNS), PLAIN),
    rule("flutti fluttum flutt", rf"\b(?:flutti|fluttum|(?:er|erum) (?:nýlega )?(?:flutt|fluttur|flutt))(?: nýlega| núna)?(?: frá \w+)? (?:í|á|til) {_PLACE}", town("home", _TOWNS), PLAIN | But.DENIED),
    rule("frá", rf"\b(?:ég er|við erum) frá {_PLACE}", town("home", _TOWNS, known_only=True), PLAIN | But.DENIED),
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", _phone, PLAIN),
    rule("pöntun pöntunin pöntunarnúmer pöntunarnúmerið pontun pöntuninni pantanir pöntunina", rf"(?<!hans )\b(?:pöntun(?:in|ina|inni|ar)?|pontun|pöntunarnúmer(?:ið)?|pantanir)(?: mín| mína| mitt| mínar)?(?: er| númer| nr\.?| nr|:)*:? ?#?(?P<v>{ORDER})(?! ?(?:kr|stk|stykki|krónur))(?: ?(?:og|,) ?#?(?P<w>{ORDER}))?", takes.order, But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("númer númerið", rf"\b(?:númer(?:ið)?|nr\.?)(?: er|:)? ?#?(?P<v>{ORDER})", lambda heard: takes.order(heard) if "pönt" in heard.line.low and "sím" not in heard.line.low else (), OWN),
    rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\w-])", takes.order, OWN),
    rule("rifinn rifin rifið skemmd skemmdur skemmt skemmdir brotinn brotin brotið biluð rifnaði brotnaði gat rispa rispur rispaður rispuð sprungin blettur blettir beyglaður", r"\b(?:rif(?:inn|in|ið|naði|nir|nar)|skemm(?:d|dur|t|dir|dar)|brot(?:inn|in|ið|nir|naði)|(?:með|er|var|kom(?:inn)?) gat|gat á|risp(?:a|ur|aður|uð|að)|sprung(?:inn|in|ið)|blett(?:ur|ir)|beygl\w+)\b", takes.problem("damaged"), _BAD | But.DENIED),
    rule("rangan ranga rangt röng rangur vitlausan vitlausa vitlaus vitlaust vitlausar aðra annan annað vitlausri", r"\b(?:(?:fékk|fengum|sent|senduð|sendu|kom|er|var|pöntun með)(?: mér| okkur)? (?:í )?(?:rang\w+|röng|vitlaus\w*)(?: \w+)?|(?:rang\w+|röng|vitlaus\w*) (?:stærð|vara|vöru|litur|lit|jakk\w+|peys\w+|sending\w*|par)|ekki (?:það|það sem|varan sem) (?:ég )?pantaði)\b", takes.problem("wrong_item"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("sein seinn seint seinkun seinkað tafir bíða ennþá enn komin kominn komið", rf"\b(?:{_ITEM} (?:er|var|eru) (?:\w+ )?(?:sein|seinn|seint|of sein\w?)|seinkun|seinkað|tafir|(?:er )?(?:enn|ennþá)(?: ekki)? (?:að bíða|ekki (?:komin|kominn|komið|fengið))|(?:er )?ekki (?:enn|ennþá) (?:komin|kominn|komið)|ekki komin\w* enn(?:þá)?|{_ITEM} er ekki komin\w?|búin\w? að bíða)\b", takes.problem("late"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("aldrei týndist týnd týndur týnt horfin vantar", rf"\b(?:{_ITEM} (?:\w+ )?(?:kom|barst|skilaði sér) aldrei|(?:hef|höfum) aldrei fengið|fékk aldrei|kom aldrei|barst aldrei|týndist|(?:er|hefur) (?:týnd|týndur|týnst|horfin)|aldrei (?:komið|borist|skilað))\b", takes.problem("missing"), But.SUPPOSED | But.REPORTED | But.ASKED | But.OTHERS),
    rule("endurgreiðslu endurgreitt endurgreiðsla endurgreiðið peninginn peningana", r"\b(?:(?:vil|vill|krefst|óska eftir|bíð eftir|langar (?:að fá|í)|þarf|fá|fengið|beðið um)(?: að)?(?: fá| eftir)? (?:fulla )?(?:endurgreiðslu|endurgreitt|peninginn|peningana)(?: til baka| aftur)?|endurgreiðsla\w* (?:er )?(?:ekki|enn)|endurgreiðið mér|ekki fengið endurgreitt)\b", takes.problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("gölluð gallaður gallað gallaðan bilaður bilað biluð virkar galli", rf"\b(?:gall(?:aður|að|aðan|aða|i)|gölluð|bil(?:aður|að|uð|aði)|{_ITEM} (?:\w+ )?virka(?:r|ði)? ekki|rennilás\w* (?:er )?(?:bilaður|virkar ekki|brotinn))\b", takes.problem("defect"), _BAD),
    rule("leyst leystist lagað reddaðist", r"\b(?:(?:málið|vandamálið|vandinn|þetta|allt) (?:er )?(?:\w+ )?(?:leyst|leystist|lagað|reddaðist)|(?:er|búið að) (?:leyst|leysa))\b", takes.problem(None), OWN | But.DENIED),
    rule("loksins komin kominn komið fékk", rf"\b(?:{_ITEM} (?:er |kom )?(?:loksins|nú|núna|var að)(?: \w+)? ?(?:komin|kominn|komið|koma|kom)?|{_ITEM} kom (?:loksins|í dag|í gær)|fékk (?:loksins )?(?:endurgreitt|pakkann|sendinguna))\b(?! ekki| skemm| rif)", takes.problem(None), OWN | But.DENIED),
    rule("nota notum stærð tek geng", rf"(?<!áður )\b(?:nota|tek|geng í|er í)(?: núna| nú| yfirleitt| alltaf| venjulega)? (?:stærð(?:ina)?|skóstærð|skó númer|skó í númer|númer)? ?(?P<v>{SIZE})(?! (?:ár|kr|börn|daga|mín))", takes.size, OWN | But.DENIED | But.PAST),
    rule("notaði gekk", rf"\b(?P<not>(?:áður )?(?:ég )?(?:notaði|gekk)(?: ég)?(?: áður)?) (?:í )?(?:stærð )?(?P<v>{SIZE})", takes.size, OWN),
    rule("núna nú", rf"(?:[,;] ?|\ben )(?:núna|nú)(?: nota ég| er ég í| þarf ég)? (?:stærð )?(?P<v>{SIZE})(?=[.,!]|$)", lambda heard: takes.size(heard) if "stærð" in heard.line.low or "nota" in heard.line.low else (), OWN),
    rule("stærð stærðin stærðina skóstærð", rf"\b(?:stærðin mín er|mín stærð er|skóstærðin mín er|í stærð|stærð(?:in)?(?: er|:)?|þarf stærð|vil stærð)(?: stærð)? (?P<v>{SIZE})(?=[.,!\s]|$)", lambda heard: takes.size(heard) if not re.search(r"eigið|eru til|er til|\?", heard.sentence.low) else takes.unsure_size(heard), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.PAST),
    rule("uppáhaldsliturinn uppáhaldslitur litur liturinn", rf"\b(?:uppáhaldslitur(?:inn)?(?: minn)? er|litur(?:inn)?(?: minn)?(?: er|:)) {_COLOUR}", takes.colour(COLOURS), OWN | But.DENIED),
    rule("vil vildi leita langar þarf panta kaupa lit", rf"\b(?:vil(?:di)?|leita að|er að leita að|langar í|þarf|panta|kaupa|vantar)(?: \w+){{0,2}}? (?:í )?{_COLOUR}(?= lit| \w+)", takes.colour(COLOURS, takes.LIKELY), OWN | But.DENIED),
    rule("rauðu bláu svörtu hvítu grænu gráu gulu bleiku brúnu rauðum bláum", rf"\b(?:eigið þið|er til|eru til|fæst)\b[^.!?]{{0,30}} í? ?{_COLOUR}", takes.colour(COLOURS, takes.UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("fjárhagsáætlun fjárhag budget eyða borga eytt borgað verð hámark", rf"\b(?:(?:fjárhagsáætlun\w*|budget\w*|verðbil\w*|hámark(?:ið)?)(?: mín| mitt)?(?: er|:)?|(?:get|vil|ætla) (?:ég )?(?:að )?(?:eyða|borga|eytt|borgað)) (?:mest |allt að |um |max |hámark |undir |um það bil |í kringum )*{_MAX}", _budget, But.REPORTED | But.OTHERS | But.ASKED),
    rule("undir allt max hámark mest dýrara", rf"(?:\b(?:leita|vil|vantar|langar|þarf|gjöf|eitthvað|kaupa)\b[^.!?\n]{{0,70}}?|^|, )\b(?:undir|allt að|max|hámark|mest|ekki (?:dýrara|meira) en) (?=[^.!?]{{0,20}}?{CURRENCY}){_MAX}", _budget, But.REPORTED),
    rule("leita langar vil vantar þarf áhuga kaupa panta vildi", rf"\b(?:(?:er að )?leita (?:að|eftir)|langar í|langar að (?:kaupa|panta|fá)|vil(?:di)? (?:kaupa|panta|gjarnan (?:kaupa|fá))|vantar|þarf|vil(?:di)?|(?:hef )?áhuga á|ætla að (?:kaupa|panta)) {_GOODS}", thing("product_interest", plain=_plain), But.REPORTED | But.ASKED | But.DENIED),
    rule("elska finnst hrifin hrifinn ánægð ánægður", rf"\b(?:(?:ég )?elska|(?:er )?(?:mjög |rosalega |svo )?(?:hrifin|hrifinn) af|(?:er )?(?:mjög |rosalega |svo )?(?:ánægð|ánægður) með) (?!þjónust|versl|ykkur){_GOODS}", thing("product_liked", plain=_plain), PLAIN | But.DENIED),
    rule("ekki óánægð óánægður", rf"\b(?:líkar ekki(?: við)?|(?:er )?ekki (?:hrifin|hrifinn|ánægð|ánægður) (?:af|með)|(?:ó)ánægð(?:ur)? með) {_GOODS}", thing("product_disliked", plain=_plain), PLAIN),
    rule("keypti", rf"\b(?:ég )?(?:keypti)(?: mér)? {_GOODS}(?! (?:handa|fyrir))", thing("product_owned", plain=_plain), PLAIN | But.DENIED),
    rule("á nú þegar núna", rf"\bég á (?:nú þegar |þegar |líka |núna )?{_GOODS}", thing("product_owned", plain=_plain), PLAIN | But.DENIED),
    rule("seldi lengur skilaði", rf"\b(?:seldi|á ekki lengur|gaf|skilaði) {_GOODS}", thing("product_owned", plain=_plain, ended=True), PLAIN),
    rule("hafið hafðu sambandi samband svara svarið svaraðu betra best senda sendið sendu vil fá", rf"\b(?:hafið samband|hafðu samband|svara(?:ðu)?|svarið|sendið(?: mér)?|sendu(?: mér)?|betra(?: er)?(?: að)?|best(?: er)?(?: að)?|vil (?:helst|frekar)|kýs)(?: mér| að| fá| svar| í gegnum| með| helst| frekar| samband| ná í mig| hafa samband| við mig){{0,3}}? (?:með |í |á |gegnum |via )?{_CHANNEL}", takes.word("preferred_channel", _CHANNELS), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("hringdu hringið hringja", r"(?<!ekki )\b(?:hringdu|hringið|má hringja)(?: í mig)?(?= |[.,!]|$)(?! ekki)", takes.fixed("preferred_channel", "phone"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("ekki", r"\b(?P<not>ekki hringja|hringið ekki|hringdu ekki)", takes.fixed("preferred_channel", "phone"), But.REPORTED),
    rule("hringdu hringið hringja ná svara laus heima", rf"\b(?:hring\w+|ná í mig|er (?:laus|heima)|svara\w*)[^.!?\n]{{0,20}}? (?P<when>(?:milli|á milli|frá) {_CLOCK} (?:og|til|-) {_TO})", hours("fyrir"), But.REPORTED | But.OTHERS),
    rule("hringdu hringið hringja ná svara laus heima", rf"\b(?:hring\w+|ná í mig|er (?:laus|heima)|svara\w*)[^.!?\n]{{0,20}}? (?P<when>(?P<side>eftir|fyrir) {_CLOCK})(?! (?:daga|daga|viku))", hours("fyrir"), But.REPORTED | But.OTHERS),
    rule("morgnana hádegi hádeginu kvöldin kvöldið dögum helgar helgina síðdegis", rf"\b(?:hring\w+|ná í mig|er (?:laus|heima)|best|hentar|svara\w*)[^.!?\n]{{0,25}}? {_PART}", takes.word("preferred_hour", _PARTS), But.REPORTED | But.OTHERS | But.DENIED),
    rule("sendið sendu senda afhenda sendist", rf"\b(?:sendið|sendu|senda|afhenda|sendist)(?: þetta| pakkann| pöntunina| það| hana| hann| vöruna)? (?:á|til|í) (?!mig|mér|ykkur|þig|netfang|{_CHANNEL.replace('(?P<v>', '(?:')})(?P<v>[^.!?;\n]{{3,100}}?)(?=[.!?;\n]|,? (?:takk|vinsamlegast|ef)\b|\s*$)", takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    rule("heimilisfang heimilisfangið afhendingarstaður", r"\b(?:heimilisfang(?:ið)?(?: mitt)?|nýja heimilisfangið(?: mitt)?|afhendingarstaður(?:inn)?)(?: er|:) (?P<v>(?!ekki|rangt|vitlaust)[^!?;\n]{4,100}?)(?=[!?;\n]|\.(?:\s|$)|\s*$)", takes.words("delivery_place", 120), PLAIN | But.DENIED),
    rule(" ".join(_OCCASIONS), rf"\b(?:fyrir|í|á|að|er að fara í|er|um|verður|til|vegna|held|höldum)(?: (?:mitt|mína|minn|okkar|hans|hennar|{_KIN}(?:s|ar)?|næstu|minnar))* {_OCCASION}", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule(" ".join(_OCCASIONS), rf"(?:^|[,.] )(?:ég á |við eigum )?{_OCCASION}(?: \w+){{0,2}} (?:er|á|verður|næst)", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("börn barn hund kött hunda ketti", r"\b(?:á|eigum|með|eiga) (?P<v>(?:eitt|tvö|þrjú|fjögur|fimm) (?:lítil |ung )?(?:börn|barn)|hund|kött|tvo hunda|tvo ketti)\b", counted(_COUNTED), PLAIN | But.DENIED),
    rule("erum", r"\bvið erum (?P<v>tvö|þrjú|fjögur|fimm|sex)(?: í (?:fjölskyldunni|heimili|heimilinu)| heima|(?=[.,!]|$))", counted({"tvö": "2 manns", "þrjú": "3 manns", "fjögur": "4 manns", "fimm": "5 manns", "sex": "6 manns"}), PLAIN | But.DENIED),
    rule("vinn starfa vinnum", r"\b(?:ég )?(?:vinn|starfa|vinnum)(?: núna)? (?:hjá|í fyrirtækinu|fyrir) (?P<v>[^\W\d_][\w&.' -]{1,50}?)(?= sem\b|[.!?,;\n]| og\b| en\b|\s*$)", takes.firm, PLAIN | But.DENIED | But.PAST),
    rule("fyrirtækið fyrirtæki", r"\bfyrirtæki(?:ð)?(?: mitt| okkar)? (?:heitir|er) (?P<v>[^\W\d_][\w&.' -]{1,50}?)" + _END, takes.firm, PLAIN | But.DENIED),
    rule("er", r"\bég er (?P<v>kennari|læknir|hjúkrunarfræðingur|verkfræðingur|hönnuður|forritari|bókari|lögfræðingur|nemi|nemandi|arkitekt|bílstjóri|kokkur|blaðamaður|þýðandi|framkvæmdastjóri|innkaupastjóri|verslunarstjóri|forstjóri|sjómaður|bóndi|smiður)\b", lambda heard: takes.words_in(heard, "company_role", "v"), PLAIN | But.DENIED | But.PAST),
    rule("sem", r"\b(?:vinn|starfa)(?: hjá [\w&.' -]{2,30}?)? sem (?P<v>[a-záéíóúýþæöð]{4,30})\b", lambda heard: takes.words_in(heard, "company_role", "v"), PLAIN | But.DENIED | But.PAST),
    rule("léleg lélegt hræðileg hræðilegt ömurleg ömurlegt óánægð óánægður vonsvikin vonsvikinn reið reiður kvarta kvörtun óásættanlegt fáránlegt ósátt ósáttur", r"\b(?:(?:léleg|hræðileg|ömurleg|slæm|slök|glötuð)(?:t|ur)? (?:þjónusta|gæði|afgreiðsla|vinnubrögð|sending)|(?:þjónustan|gæðin|afgreiðslan|verslunin|síðan) (?:er|var|eru|voru) (?:\w+ )?(?:léleg|hræðileg|ömurleg|slæm|glötuð|skelfileg)\w*|(?:ég )?er (?:mjög |rosalega |virkilega |svo )?(?:óánægð|óánægður|vonsvikin|vonsvikinn|reið|reiður|ósátt|ósáttur)|vil (?:leggja fram )?kv(?:arta|örtun)|óásættanlegt|fáránlegt)\b", takes.sentence("complaint"), _COMPANY & ~But.DENIED),
    rule("frábær frábært frábæra góð þjónusta þjónustan æðisleg snilld ánægð ánægður mæli flott", r"\b(?:(?:frábær|góð|æðisleg|flott|besta|snilldar|framúrskarandi)(?:t|a|u)? (?:þjónustu|þjónusta|verslun|búð|vefsíða|gæði|afgreiðsla)|(?:þjónustan|gæðin|afgreiðslan|verslunin|sendingin) (?:er|var|eru|voru) (?:\w+ )?(?:frábær|góð|æðisleg|til fyrirmyndar|hröð)\w*|(?:mjög |rosalega |virkilega )(?:ánægð|ánægður) með (?:þjónust|ykkur|verslun|afgreiðsl)\w*|mæli (?:\w+ )?með (?:ykkur|þessari))\b", takes.sentence("praise"), _COMPANY),
    rule("ættuð gætuð legg mæli væri uppástunga tillaga gaman", r"\b(?:þið (?:ættuð|gætuð|mættuð)|(?:ég )?legg til|(?:það )?væri (?:\w+ )?(?:gaman|gott|frábært|fínt|flott|sniðugt) (?:ef|að)(?! (?:þú|fá|vita|heyra))|(?:mín )?(?:tillaga|uppástunga))\b", takes.sentence("suggestion"), But.REPORTED | But.ASKED),
)  # fmt: skip

_OPENING = re.compile(
    r"\s*(?:(?:já|nei|sko|auðvitað|jú|ok|hæ|halló|góðan daginn|það er|þetta er|er|ég|heiti|ég heiti|nafnið er|nafn|númerið er|númer|pöntun|pöntunarnúmerið er|stærð|í|á|frá|bý|mitt|mín|minn|afsakið|fyrirgefðu|um það bil|um|max|allt að|#)[\s,.:!#-]+)*"
)
_CLOSING = re.compile(r"(?:[\s,.!:;)(-]|takk|takk fyrir|kærar þakkir|\W)*\Z")
_SIGNED = re.compile(
    r"(?:(?:með )?(?:bestu |góðri |kærri )?(?:kveðj(?:a|u|ur)|kv\.?|mbk\.?|bkv\.?)|takk(?: fyrir)?)[,.!]?[ ]*(?P<nl>\n)?\s*(?:—|–|-)?\s*(?P<v>[^\W\d_][^\n,!?]{1,40})\s*[.!]?\s*\Z",
    re.IGNORECASE,
)


def _signed(line: Line) -> Iterator[Statement]:
    """The name under a letter; after mere thanks only in a line of its own."""
    found = _SIGNED.search(line.text, max(0, len(line.text) - 200))
    if found is None or (found["nl"] is None and found.group().lower().startswith("takk")):
        return
    name = read_name(line, *found.span("v"))
    if name is not None and name.end >= found.end("v") - 1 and (name.capital or name.known):
        yield Statement("name", name.value, 0.95 if name.known else 0.85, name.start, name.end)


ICELANDIC = Tongue(
    code="is",
    rules=RULES,
    line_rules=(
        LineRule(frozenset({"kveðju", "kveðja", "kveðjur", "kv", "mbk", "bkv", "takk"}), _signed),
        LineRule(
            frozenset({"ekki", "nei", "afsakið", "fyrirgefðu", "heldur", "sorry"}),
            answers.corrected(
                not_but=r"\bekki (?P<wrong>[\w-]{1,14}),? ?(?:heldur)? ?(?P<v>[\w-]{1,14})(?=[.!,]|$)",
                corrected=r"(?:^|[.!,;\n] ?)(?:nei|afsakið|fyrirgefðu|sorry)[,.!:]? (?:það er |ég meinti |á að vera |stærð |pöntun |númer )*#?(?P<v>\S[^.!?;\n]{0,40})",
                colours=COLOURS,
            ),
        ),
    ),
    clause=re.compile(r"[,;:()–—]|\s-+\s|\b(?:og|en|því|svo|takk|vinsamlegast|þannig)\b"),
    asking=re.compile(r"(?:hva[ðr]|hver|hverjir|hvenær|hvernig|hvort|af hverju|hversu|er hægt|get ég|getið þið|getur þú|geturðu|má ég|eru|eigið þið|áttu|eruð þið|ertu|heitir|er (?:til|nafnið|þetta|hægt|jakk\w+))\b"),
    own=re.compile(r"\b(?:ég|eg|mér|mig|mín|minn|mitt|mína|mínum|við|okkur|okkar|bý|heiti|nota|vinn)\b"),
    around=Company(
        supposed=re.compile(r"\b(?:ef|gefum okkur|segjum að|ímyndaðu|til dæmis|t\.d|kannski|væri|myndi|ætla að|langar að flytja|gleymdu|gleymið|hvort)\b"),
        reported=re.compile(rf"\b(?:hann|hún|þau|þeir|þær|þú|þið|bréfið|pósturinn|síðan|{_KIN})\b[^,;]{{0,25}}\b(?:segir|sagði|segja|skrifar|skrifaði|spyr|heldur|kallar)\b|\bstendur\b"),
        others=re.compile(rf"\b(?:{_KIN}|hann|hún|honum|henni|hans|hennar|þau|þeim|þeirra)\b"),
        denied=re.compile(r"\b(?:ekki|aldrei|engin|enginn|ekkert|hvorki)\b"),
        past=re.compile(r"\b(?:áður|einu sinni|forðum|þá)\b"),
    ),
    answers={
        "name": answers.bare_name(_OPENING, _CLOSING),
        "email": answers.bare_email,
        "phone": answers.bare_phone,
        "order_number": answers.bare_order(_OPENING),
        "size": answers.bare_value("size", SIZE, as_size, _OPENING, _CLOSING),
        "colour": answers.bare_value("colour", "|".join(sorted(COLOURS, key=len, reverse=True)), COLOURS.get, _OPENING, _CLOSING),
        "budget": answers.bare_budget(_OPENING, _CLOSING, kroner="ISK"),
        "home": answers.bare_town("home", _TOWNS, _OPENING, _CLOSING),
        "delivery_place": answers.bare_words("delivery_place", _OPENING),
        "preferred_channel": answers.bare_value("preferred_channel", "|".join(sorted(_CHANNELS, key=len, reverse=True)), _CHANNELS.get, _OPENING, _CLOSING),
        "preferred_hour": answers.bare_value("preferred_hour", "|".join(_PARTS), _PARTS.get, _OPENING, _CLOSING),
        "occasion": answers.bare_value("occasion", "|".join(sorted(_OCCASIONS, key=len, reverse=True)), _OCCASIONS.get, _OPENING, _CLOSING),
        "occasion_date": answers.bare_day(CALENDAR),
        "company": answers.bare_words("company", _OPENING),
    },
    calendar=CALENDAR,
    promise=re.compile(r"\b(?:(?:ég|við) (?:mun|munum|skal|skulum|lofa|lofum|sendi|sendum|endurgreiði|endurgreiðum|hringi|hringjum|læt|látum|hef samband)|þú (?:færð|munt fá)|þið (?:fáið|munuð fá)|(?:pakkinn|pöntunin|sendingin|endurgreiðslan) (?:kemur|verður|mun|berst))\b"),
)  # fmt: skip
