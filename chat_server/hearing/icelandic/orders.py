"""Orders, their state, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import ORDER
from chat_server.hearing.inflected import unless, when
from chat_server.hearing.rule import PLAIN, But, Heard, Take

from .goods import NOUN
from .words import KIN, MY, found, pattern, rule

_MY = rf"{MY}?"
_ITEM = rf"(?:(?:pakk\w+|pöntun\w*|sending\w*|var(?:a|an|na|n)|vörurnar|kass\w+|böggul\w+|{NOUN})(?: \d{{4,12}})?{_MY}|hún|hann|það|þetta|þeir|þær|allt)"
_THING = rf"(?:pakk\w+|pöntun\w*|sending\w*|var(?:a|an|na)\b|vörurnar|kass\w+|böggul\w+|{NOUN})"
_TROUBLE = found(
    r"\b(?:ekki|en|rif\w*|brot\w*|skemm\w*|rang\w*|vitlaus\w*|aðra|annan|skít\w*|blett\w*|gat|beygl\w*|opin\w?|tóm\w*|bara ein\w*|aldrei|bilað\w*|bilaðu\w*|gall\w*|gölluð)\b"
)
_FOREIGN = found(
    rf"\b(?:pöntun\w*|pakk\w*|hjá) (?:{KIN}|hans|hennar|þeirra)|^\W*(?:{KIN}){_MY} (?:\w+ )?(?:fékk|keypti|pantaði|bíður)|\bhjá (?:{KIN})|\b(?:hans|hennar|þeirra) (?:pöntun|pakk|sending)|\b(?:{KIN}){_MY} á (?:\w+ )?(?:pöntun|pakk)|\bvörunúmer|\bekki mín (?:pöntun|sending)"
)
_WRONG = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED
_UNDENIED = But.SUPPOSED | But.REPORTED | But.ASKED


def _mine(take: Take) -> Take:
    """Not what somebody else ordered."""

    def wrapped(heard: Heard) -> Iterator[Statement]:
        low = heard.sentence.low
        if not _FOREIGN.search(low[max(0, heard.match.start() - 30) : heard.match.end() + 20]):
            yield from take(heard)

    return wrapped


def _problem(value: str | None) -> Take:
    return _mine(takes.problem(value))


def _solved(heard: Heard) -> Iterator[Statement]:
    """Only where nothing else is wrong."""
    low = heard.sentence.low
    start, end = heard.match.span()
    if not _TROUBLE.search(low[max(0, start - 25) : start] + " " + low[end : end + 40]):
        yield from takes.problem(None)(heard)


_NUMBER = rf"(?P<v>{ORDER})(?! ?(?:kr|stk|stykki|krón|þús|evr))"
_order = _mine(takes.order)
ORDERS = (
    rule("pöntun pontun pantan pakk sendin", rf"\b(?:pöntun(?:in|ina|inni|ar|arinnar|um)?|pontun|pöntunarnúmer(?:ið)?|pantanir(?:nar)?|pakkinn|pakka|sending(?:in|una)?)(?: mín| mína| mitt| mínar)?(?: er| númer| nr\.?| no\.?|:|,)*:? ?#?{_NUMBER}(?: ?(?:og|,) ?(?:pöntun )?#?(?P<w>{ORDER}))?(?: og #?(?P<x>{ORDER}))?", _order, But.SUPPOSED),
    rule("númer nr", rf"\b(?:númer(?:ið)?|nr\.?|no\.?)(?: á pöntun\w*| pöntunar\w*)?(?: er|:)? ?#?{_NUMBER}", when(pattern(r"pönt|pant|pakk|sending"), unless(pattern(r"\bsím"), _order)), PLAIN),
    rule("0", r"\b(?:nr\.? ?)?(?P<v>\d{4,8}) er (?:pöntun\w*|pöntunarnúmer\w*)", _order, PLAIN),
    rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\w-])", _order, PLAIN),
    rule("afpanta afpöntu hætti skila", rf"\b(?:afpant\w+|hætti við|skilaði) (?:pöntun (?:nr\.? )?)?{_NUMBER}", _order, But.SUPPOSED | But.REPORTED),
    rule("0", r"\b(?:fyrir|með|vegna|varðandi|á|um) (?P<v>\d{5})(?! ?(?:kr|krón|þús|evr|isk))(?=[.,!?]| |$)", when(pattern(r"pönt|pant|endurgr|pakk|sending"), _order), But.SUPPOSED | But.REPORTED),
)  # fmt: skip
_STATED = PLAIN | But.DENIED
_ALONE = rf"(?:^|[,.!;] ?|\b(?:og|en|sending\w*|pakk\w+|númer|pöntun\w*) )#?(?P<v>{ORDER})"
_DONE = rf"(?:pöntun\w*|sending\w*|pakk\w+)(?: nr\.?| númer)? #?{ORDER}"
STATES = (
    rule("skilaði barst kom er mætt endurs", rf"{_ALONE} (?:skilaði sér|barst|kom|er (?:loksins |nú |núna )?(?:komin\w?|komið|afhent\w?|mætt\w*))(?= (?:í|áðan|loks|til|heim|núna|takk|og)|[.,!]|$)", unless(_TROUBLE.pattern, _mine(takes.order)), _STATED),
    rule("endurs", rf"\bendursendi (?:ég )?{_NUMBER}", _order, _STATED),
    rule("skilaði barst kom er mætt", rf"{_ALONE} (?:skilaði sér|barst|kom|er (?:loksins |nú |núna )?(?:komin\w?|komið|afhent\w?|mætt\w*))(?= (?:í|áðan|loks|til|heim|núna|takk|og)|[.,!]|$)", unless(_TROUBLE.pattern, _mine(takes.fixed("order_state", "delivered", 0.85))), _STATED),
    rule("sótti náði fékk tók", rf"\b(?:sótti|náði í|fékk|tók á móti|var að (?:sækja|fá))(?: ég)? {_DONE}", unless(_TROUBLE.pattern, _mine(takes.fixed("order_state", "delivered", 0.85))), _STATED),
    rule("lagði lögðu gerði setti panta pantaði", rf"\b(?:lagði|setti)(?: ég)? inn pöntun\w*(?: nr\.?| númer)? #?{ORDER}|\bvar(?: ég)? að (?:panta|leggja inn pöntun|klára pöntun)\b[^?]*{ORDER}", unless(_TROUBLE.pattern, _mine(takes.fixed("order_state", "placed", 0.85))), _STATED),
    rule("leið farin send lögð lagði lagt", rf"\b{_DONE} (?:er |var )?(?:nú |núna |loksins |víst )*(?:lögð af stað|lagður af stað|lagði af stað|farin frá ykkur|í sendingu|komin af stað|á leiðinni|farin í póst|í pósti)", _mine(takes.fixed("order_state", "shipped", 0.85)), _STATED),
    rule("skila búin búinn mætt", rf"\b{_DONE} (?:er |var )?(?:nú |loksins |þegar )*(?:búin\w? að (?:skila sér|koma)|mætt\w*|komin\w? til mín|í mínum höndum)", unless(_TROUBLE.pattern, _mine(takes.fixed("order_state", "delivered", 0.85))), _STATED),
    rule("afpant hætti hætt afturk", rf"\b{_DONE} (?:afpantaði|afturkallaði|hætti) ég(?: við)?|\b{_DONE} (?:er|var) (?:afpöntuð|afpantaður|afturkölluð|hætt við)|\bafturkallaði (?:ég )?{_DONE}", _mine(takes.fixed("order_state", "cancelled", 0.85)), _STATED),
    rule("skilaði sendi endurs", rf"\b{_DONE} (?:skilaði ég|sendi ég (?:til baka|aftur)|endursendi ég|er á leiðinni til baka)|\bsendi (?:ég )?{_DONE} (?:til baka|aftur til ykkar)", _mine(takes.fixed("order_state", "returned", 0.85)), _STATED),
    rule("afpant hætti hætt", rf"\b(?:ég |er |hef |búin að |búinn að )*(?:afpantaði|afpantað|afpanta|hætti við|hætt(?:ur)? við)(?: (?:pöntun\w*|þá pöntun|pöntunina))?(?: {ORDER})?", unless(pattern(r"\b(?:vil|get|má|hvernig|viljum|viltu|viljið|geturðu|getið|vinsamlegast|þarf að|langar|óska|hægt)\b[^.!?]{0,20}(?:afpant|hætt)"), when(r"\d{4}|pontun", _mine(takes.fixed("order_state", "cancelled", 0.85)))), _STATED),
    rule("skilaði skilað endurs", rf"\b(?:ég )?(?:skilaði(?! sér)|endursendi|sendi til baka|er búin\w? að skila)(?: pöntun\w*)? ?(?:{ORDER})?", when(r"\d{4}|pontun", _mine(takes.fixed("order_state", "returned", 0.85))), _STATED),
    rule("fékk komin komið kominn kom barst afhent mótt", rf"\b(?:fékk (?:pöntun\w* {ORDER}|{ORDER})|pöntun\w*(?: nr\.?| númer)? {ORDER} (?:er |var )?(?:loksins |nú |núna |líka )?(?:komin|afhent|kom\b|barst|skilaði sér))", unless(_TROUBLE.pattern, _mine(takes.fixed("order_state", "delivered", 0.85))), _STATED),
    rule("pantaði pöntun", rf"\b(?:pantaði|lagði inn pöntun|setti inn pöntun|gerði pöntun)\b(?=[^.!?]*(?:{ORDER}))[^.!?]*\b(?:í (?:dag|morgun|gær|gærkvöldi)|áðan|rétt í þessu|um helgina)|\bpantaði (?:áðan|í morgun|í dag|í gær|í gærkvöldi)[^.!?]*{ORDER}", unless(_TROUBLE.pattern + pattern(r"|\b(?:bíð|hvar|kom)"), _mine(takes.fixed("order_state", "placed", 0.85))), _STATED),
    rule("leiðin farin send", rf"\bpöntun\w* {ORDER} (?:er |var )?(?:á leiðinni|send af stað|farin af stað|lögð af stað)", _mine(takes.fixed("order_state", "shipped", 0.85)), _STATED),
)  # fmt: skip
PROBLEMS = (
    rule("afhent stendur rakning", r"\b(?:stendur|rakningin?|appið|síðan)\b[^!?]{0,40}?\b(?:afhent\w*|komin\w*|sótt\w*|skilað)\b[^!?]{0,60}?\b(?:ekkert|hvergi|enginn pakki|engin sending|hvorki|ekki hér)\b", _problem("missing"), But.SUPPOSED),
    rule("einn bara annar hinn með", r"\b(?:er|kom|var) (?:bara |aðeins )?með (?:bara |aðeins )?(?:einn|eina|eitt) (?:skó|hansk\w+|sokk\w*|vettling\w*|stígvél)\b|\b(?:bara|aðeins) (?:annar|önnur|annað|einn) (?:vettling\w+|hansk\w+|skór\w*|sokkur\w*|stígvél\w*) (?:í|var|kom|er)\b", _problem("missing"), But.SUPPOSED),
    rule("vinstri hægri", r"\b(?:báð(?:ir|ar)|bæði) (?:\w+ )?(?:á )?(?:vinstri|hægri)\b", _problem("wrong_item"), But.SUPPOSED | But.ASKED),
    rule("lykkjufall saumspretta blett rifa", r"\bmeð (?:\w+ )?(?:lykkjufalli|saumsprettu|rifu|brunagati|bletti|blettum|skemmd)\b", _problem("damaged"), _WRONG),
    rule("sólinn hællinn ólin rennil smellan", r"\b(?:sólinn|hællinn|ólin|rennilásinn|smellan) (?:datt|losnaði|rifnaði|slitnaði|brotnaði|festist|er fastur|er föst)\b", _problem("defect"), _UNDENIED),
    rule("gati götum rifu bletti", r"\b(?:kom|komu|er|eru|var|barst)[^.!?,]{0,15} með (?:\w+ )?(?:gati|götum|rifu|blettum|bletti|rispum|rispu|sprungu)\b", unless(pattern(r"á myndinni"), _problem("damaged")), _WRONG),
    rule("saum sól sólinn", r"\b(?:saum\w+|sólinn|sólarnir|ólin|hælinn|smellan|teygjan|franski rennilásinn)[^.!?,]{0,15} (?:er|eru) (?:\w+ )?að (?:gefa sig|gefast upp|losna|rakna|detta af|trosna)", _problem("defect"), _UNDENIED),
    rule("endurg pening", r"\b(?:fékk|fengum|hef|höfum)(?: ég| við)? (?:aldrei|ekki|enn ekki|ekki enn)(?: enn| ennþá)?(?: fengið)? (?:endurgreitt|endurgreiðslu\w*|peninginn|peningana)|\bá (?:ég )?(?:enn )?inni (?:hjá ykkur )?(?:endurgreiðslu|pening)|\bendurgreiðsl\w+ (?:er|hefur) (?:enn )?(?:ekki|ókomin)", _problem("refund"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("vantar vantaði annan", r"\b(?:það )?vanta(?:r|ði) (?:annan|aðra|hinn|hina|hitt|einn|eina|eitt|hluta af) (?:\w+ )?(?:skóinn|sokkinn|hanskann|vettlinginn|skóna|parið|pakkann|pöntuninni|vörunni|skó|sokk)(?! (?:til|fyrir))", _problem("missing"), But.SUPPOSED | But.ASKED),
    rule("sein seinn seint eftir", rf"\b{_THING}(?: \d{{4,12}})?{_MY} (?:er|var|eru)(?: orðin\w?| nú| komin\w?)? (?:\w+ )?(?:dög|vik|mánuð)\w* (?:of sein\w*|á eftir áætlun)", _problem("late"), _UNDENIED),
    rule("skilaði skiluðu", rf"\b{_ITEM} (?:skilaði|skiluðu) sér (?:bara )?(?:ekki|aldrei)\b", _problem("missing"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("rif skemm brot gat göt risp sprun blett beygl skít óhrein kram opinn opin mulin lask ónýt", r"\b(?:rif(?:inn|in|ið|nir|nar|na)\b|rifnaði\b|rifnað\b|skemm(?:d|dur|t|dir|dar|da|dan|dist)\b|skemmdi(?:st)?r?\b|brot(?:inn|in|ið|nir|naði|nar|na)\b|brotnaði|\w+brotin\w*|(?:með|er|var|kom(?:inn|in)?|stórt|lítið|komið) gat\b|gat á\b|göt á\b|götótt\w*|risp(?:a|ur|aður|uð|að|aðir)\b|sprung(?:inn|in|ið|nir)\b|blett(?:ur|ir|i|ótt\w*)\b|beygl\w+|skít(?:ug|ugur|ugt|ugir|ugar|uga)\b|óhrein\w*|kramin\w*|mulin\w*|laskað\w*|löskuð|ónýt(?:ur|t|ir|ar)?\b|í mask|í molum)", unless(pattern(r"\brennilás|ekkert mál|skiptir engu|í lagi samt|á myndinni|\b(?:rifn|brotn|slitn)ar\b"), _problem("damaged")), _WRONG),
    rule("gall göll bila virk rennil slit los lek heldu saum gaf gefið sól ól þvott hljóp kvikn hleðs upplit hnökr", rf"\b(?:gall(?:aður|að|aðan|aða|i|aðir|aðar)\b|gölluð\b|bil(?:aður|að|uð|aði|aðir)\b|{_ITEM} (?:\w+ )?virka(?:r|ði)? ekki|virka(?:r)? ekki(?= (?:lengur|eins)|[.,!]|$)|rennilás\w*[^.!?,]{{0,25}} (?:bil\w+|virkar ekki|brotin\w?|slitn\w+|fast\w*|festist|festast|stendur á sér|datt|rifn\w+|ónýt\w*|losn\w+|gaf)|slitn(?:aði|uðu|aður|uð|að)\b|losn(?:aði|uðu|að)\b|(?:er|eru) að losna|lek(?:ur|a|ið|i)\b|lak\b|held(?:ur|ur hvorki) ekki (?:vatni|vatn|hita)|(?:saum\w+|ól\w*|sól\w*|tala|talan|hnapp\w+)[^.!?,]{{0,20}} (?:gaf sig|gáfu sig|slitn\w+|losn\w+|rifn\w+|dottin\w*|datt af|raknað\w*|raknaði)|datt af|hljóp í þvotti|hljóp við þvott|minnkaði í þvotti|kviknar ekki|hleður ekki|hleðst ekki|upplituð\w*|upplitaðist|missti lit|hnökrað\w*|hnökrar)", unless(pattern(r"\b(?:síða|vefsíð|vefur|app|innskrán|kóðinn|afsláttar|linkur|hlekk|netfang|reikning|greiðsl|spjall|leka ekki|lekur ekki|slitnar ekki)\w*"), _problem("defect")), _UNDENIED),
    rule("rang röng vitl aðra annan annað pantaði pöntuð staði stað ekki vinstri hægri einhver víxl rugl", rf"\b(?:(?:fékk|fengum|sent|senduð|sendu|kom|komu|er|var|barst|pöntun með|í pakkanum)(?: (?:mér|okkur|ég|við|í|alveg|bara))* (?:rang\w+|röng|vitlaus\w*)(?: \w+)?|(?:rang\w+|röng|vitlaus\w*) (?:stærð\w*|vara|vöru|vörur|litur|lit\b|{NOUN}|sending\w*|par)|ekki (?:það|það sem|varan sem|sú sem|sá sem|rétt\w*|peysan sem|jakkinn sem) (?:ég )?pantaði|(?:fékk|fengum|kom|komu|sent|senduð)(?: mér| okkur)? [^.!?,\n]{{1,30}} í stað(?:inn)? ?(?:fyrir)?|pant(?:aði|aðar|að)\b[^.!?\n]{{1,40}}? (?:en|og) (?:ég )?(?:fékk|fengum|það kom|kom|fæ)\b|(?:fékk|kom)[^.!?,\n]{{1,30}} en (?:ég )?pantaði|(?:tvo|tvær|tvö|báðir) (?:vinstri|hægri)|einhver annar á|pakka sem (?:ég )?(?:á ekki|er ekki minn)|ekki minn pakki|þetta er ekki pöntunin mín|víxlað|ruglað(?:ist|uð)? (?:pöntun|saman))", unless(pattern(r"skilaði|heimilisfang|netfang|röng? númer|rangt númer|vitlaust númer|aldrei fékk|en fékk (?:aldrei|ekki)|en (?:hef |hún |hann |það )?(?:ekki|aldrei)|\bí síðasta\b|kom aldrei"), _problem("wrong_item")), But.SUPPOSED | But.REPORTED),
    rule("sein seink tafir tefst tafist bíð bíða beðið enn ekki átti áttu berst borist ókom", rf"\b(?:{_ITEM} (?:er|var|eru|kemur|er orðin\w?) (?:allt ?of |alltof |mjög |frekar |orðin\w? |\w+ )?(?:sein|seinn|seint|seinir|seinar)\b|(?:orðin\w?|allt ?of|alltof) sein\w*|seinkun|seinka\w+|tafir|tefst|tafist|tafðist|(?:er )?(?:enn|ennþá)(?: ekki)? (?:að bíða|ekki (?:komin|kominn|komið|fengið|borist))|(?:er|eru|hefur|hafa)? ?ekki (?:enn|ennþá) (?:komin|kominn|komið|borist|fengið)|ekki komin\w* enn(?:þá)?|{_THING}(?: nr\.?| númer)?(?: \d{{4,12}})?,? (?:er|eru) ekki komin\w*|{_THING} hef(?:ur)? ekki (?:borist|komið|skilað sér)|ekkert komið(?: enn\w*)?|(?:búin\w?|búið) að bíða|bíð (?:enn|ennþá) eftir {_THING}|(?:hef |höfum )?beðið (?:í|eftir) (?:\w+ )?(?:vik|dag|mánuð|{_THING})|átt(?:i|u) að (?:vera )?(?:koma|komin\w*|berast|mæta|afhend\w+)[^.!?]{{0,25}}(?:í gær|fyrradag|síðustu viku|mánudag\w*|þriðjudag\w*|miðvikudag\w*|fimmtudag\w*|föstudag\w*|laugardag\w*|sunnudag\w*|fyrir \w+|\d)|lofað\w* [^.!?]{{0,30}} en (?:ekkert|hún|hann|það))", unless(pattern(r"endurgr|peningur|svar\w*|símanum|í símanum|endurhring|svara"), _problem("late")), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("aldrei týn horf vantar vantaði fengið bara helm skil afhent", rf"\b(?:{_ITEM} (?:\w+ )?(?:kom|barst|skilaði sér|skiluðu sér|birtist) aldrei|(?:hef|höfum) aldrei fengið (?!svar)|(?:fékk|fengum) (?:\w+ )?aldrei|kom aldrei|barst aldrei|skilaði sér aldrei|týnd(?:ist|ur|ir)?\b|týnst|týnt|horf(?:in|inn|ið)\b|gufað upp|aldrei (?:komið|borist|skilað)|(?:afhent|afhentur|komið til skila|móttekin\w*)\b[^.!?]{{0,25}} en [^.!?]{{0,25}}(?:ekki|ekkert|aldrei)|(?:það )?vanta(?:r|ði) (?!mig|hjálp|okkur)(?:[^.!?]{{2,40}} (?:í (?:pakk|pönt|kass|send|poka)\w*)|eitt\w* (?:skó|sokk|hansk)\w*|helming\w*|hluta)|(?:en|og) (?:það )?(?!mig|okkur|mér)\w+ vanta(?:r|ði)\b|bara (?:einn|ein|eitt) (?:skór|skó|hansk\w+|sokk\w+|vettling\w*)|(?:fékk|kom) bara (?:helming\w*|hlut\w+|einn|eina|eitt|hálf\w*)|ekki fengið (?:neitt|pakkann|pöntunina))", unless(pattern(r"endurgr|peningur\w*|svar\b|hring"), _problem("missing")), But.SUPPOSED | But.ASKED),
    rule("endurg pening rukk tók skuld tvisv borgað", r"\b(?:(?:vil|vill|viljum|krefst|óska eftir|bíð(?: enn| ennþá)? eftir|langar (?:að fá|í)|þarf|beðið um|beðið eftir|bað um|vildi)(?: að)?(?: fá| eftir)? (?:fulla )?(?:endurgreiðslu\w*|endurgreitt|peninginn|peningana)(?: minn)?(?: til baka| aftur)?|endurgreiðsla\w*(?: mín)?(?: fyrir \d+)? (?:er |hefur )?(?:ekki|enn|aldrei)|hvar er endurgreiðslan|endurgreiðið (?:mér|þetta)|(?:vil|vildi) (?:\w+ )?(?:skila )?og fá endurgreitt|ekki (?:enn )?(?:fengið|búin\w? að fá) (?:endurgreitt|endurgreiðslu\w*|peninginn\w*)|ekki verið endurgreidd?ur?|pening(?:ur|urinn|arnir)\w*[^.!?]{0,20} (?:ekki|aldrei) (?:skilað|komi|borist)\w*|rukk(?:uð|aður|að|aði|uðuð) (?:mig )?(?:tvisvar|tvívegis|of mikið|aftur|2x)|(?:tvisvar|tvívegis) (?:rukk\w+|tekið|skuldfært|gjaldfært|dregið)|tók(?:uð|u)? tvisvar|(?:skuldið|skuldar) mér|skuldfært tvisvar|(?:enga|enn enga) endurgreiðslu)", unless(pattern(r"hvernig|(?<!ekki )búin\w? að fá endurgreitt|fékk endurgreitt"), _problem("refund")), But.SUPPOSED | But.REPORTED),
)  # fmt: skip
SOLVED = (
    rule("búið búin búinn senduð fékk fengum gert leyst leysti lagað lag reddað redda leysa komið í góðu", r"\b(?:(?:málið|málin|vandamálið|vandinn|þetta|allt|það) (?:er |hefur )?(?:(?!ekki\b)\w+ )?(?:leyst|leystist|lagað|reddaðist|komið í lag|búið að reddast|í lagi núna|í góðu(?: lagi)? núna)|(?:búið að|búin\w? að) (?:leysa|laga|redda|endurgreiða|gera við|skipta(?: út)?|fá rétt\w*|fá nýj\w+|fá hin\w+)(?: þetta| málið)?|leystist (?:allt|vel)|(?:senduð|fékk|fengum|kom|sendu)(?: mér| okkur| svo| loksins)* (?:nýj\w+|nýtt|rétt\w+)(?! ekki)|gert við|reddaðist)\b", takes.problem(None), PLAIN | But.DENIED),
    rule("komin kominn komið kom komu fékk fann fund skil bar borist endurg mætt", rf"(?:(?:^|[,.!] ?|\b){_ITEM} (?:er |eru |var )?(?:loksins |nú |núna |svo |bara |var að |þá |líka )*(?:komin|kominn|komið|komnir|komnar|mætt\b|mættur|fundin\w?|kom (?:loksins|í dag|í gær|áðan|í morgun)|kom\b(?=[,.!]|$| takk)|koma\b(?=[,.!]|$)|barst (?:loksins|í dag|í gær|áðan)|skilaði sér(?! aldrei)|fannst)|\b(?:fékk|fengum) (?:loksins |núna |í dag |líka )*(?:endurgreitt|endurgreiðsluna|pakkann|sendinguna|pöntunina|peninginn|nýj\w+ {NOUN}|nýtt {NOUN}|rétta\w* \w+)|búin\w? að fá (?:endurgreitt|pakkann|pöntunina|sendinguna|peninginn|allt)|endurgreiðslan (?:er )?(?:komin|kom|barst|skilaði sér))(?! ekki| aldrei| of| í stað| risp| skemm| rif)", _solved, PLAIN | But.DENIED),
)  # fmt: skip
RULES = (*ORDERS, *STATES, *PROBLEMS, *SOLVED)
