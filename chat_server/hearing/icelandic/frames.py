"""Verbs that govern what is named near them, in Icelandic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.hearing.edges import Edges
from chat_server.hearing.frames import Frames, Kind, Mention, Stance, bent_goods, stands_alone
from chat_server.hearing.order_news import BARE_ORDER, Clear, Orders
from chat_server.hearing.text import Sentence
from chat_server.hearing.worn import Worn

from .goods import COLOUR_PATTERN, GOODS, NOUN, colour_of, plain
from .money_and_sizes import SIZE, as_size
from .names import is_patronymic, name_at
from .people import HELLO
from .wishes import has_wish, wanted
from .words import KIN, OTHERS, found, pattern

_WISH = (
    r"(?:leita|leitum|leitandi|leit(?= að)|í leit að|á höttunum|svipast um|(?:er |erum |var |vorum )?að (?:leita|spá í|hugsa um|pæla í|skoða|velta fyrir|svipast)|spá(?:i|um) í|spá í|pæl(?:i|um|a) í|skoða|kíkja á|hugsa um"
    r"|vantar|mig vantaði|okkur vantaði|bráðvantar|sárvantar|þarf|þurfum|þyrfti|þurfti|langar|langaði|dauðlangar|vil|vildi|viljum|vildum|vildi gjarnan|óska|óskum|ætla að (?:kaupa|fá|panta|taka)|ætlum að (?:kaupa|fá|panta|taka)|ætlaði að (?:kaupa|fá|panta|taka)|kaupa|panta|fá(?! í hausinn)|fæ|fengi|taka|tek(?= (?:þá|bara|hana|hann|það|þess|frekar|einn|eina|eitt|svart|rauð))|tæki|finna|eignast|fjárfesta í|útvega"
    r"|hef (?:mikinn |smá )?áhuga á|áhuga á|áhuga fyrir|spennt(?:ur)? fyrir|spenntir fyrir|girnist|dreymir um|velja|valdi|völdum|mæl(?:a|ið|ir|irðu) með|mælt með|ráðlegg\w*|hjálp\w* (?:mér )?(?:að|við að) (?:velja|finna)|með augastað á|augastað á|get ég (?:fengið|keypt|pantað)|má ég fá|mætti ég fá|fengið|skipta yfir í|breyta (?:þessu )?í|endurnýja|safna fyrir|frátek\w+|taka frá|takið frá|tekið frá|sendið mér|sendu mér|nýjan|bætt við|bæta við|kæmi sér vel|á óskalistanum|vill helst|helst)"
)
_OWN = r"(?:(?:ég|við) (?:á|eigum)(?= )|á ég|eigum við|á(?= (?:nú )?þegar)|hef átt|höfum átt|keypti|keyptum|eignaðist|eignuðumst|var að kaupa|geng í|fékk (?:\w+ )?í (?:jóla|afmælis)?gjöf)"
_CAME = r"(?:pantaði|pöntuðum|pantað|fékk|fengum|kom(?:u|in|inn|ið|nir|nar)?|barst|bárust|sendu\w*|send(?:uð|ur|ar)|skila\w*|endurgreið\w*|rif\w+|bil(?:að|uð|aður|aði|uðu)|brotn\w+|brotin\w*|lek\w+|bíð|bíðum|beðið|týnd\w*|týnt|þvo|þvoði|þvegin\w*|gera við|lag(?:a|að|færa)|ónýt\w*|gall\w+|slit\w+|afpant\w+|borgaði|greiddi|vantaði í|hljóp|losn\w+|datt|seldi|gaf|henti|týndi|skemm\w*)"
_LIKE = r"(?:líkar|elska|elskum|fíla|dýrka|dýrkum|dái|hrifin\w* af|ánægð\w* með|uppáhalds\w*|ástfangin\w* af|finn(?:st|ast) (?:\w+ )?(?:æðis\w*|frábær\w*|flott\w*|geggjað\w*|góð\w*|gott|fín\w*|falleg\w*|yndisleg\w*|best\w*))"
_DISLIKE = r"(?:þoli (?:alls |bara |hreinlega )?ekki|þoli engan veginn|hata|hötum|líkar (?:alls |bara )?(?:ekki|illa)|fíla (?:alls |bara )?ekki|ekki hrifin\w*|finn(?:st|ast) (?:\w+ )?(?:ljót\w*|leiðinleg\w*|óþægileg\w*|ömurleg\w*|hræðileg\w*|glatað\w*)|óþol\w* fyrir|leið\w* á)"
_FIT = r"(?:nota|notum|geng í|geng|tek|er í|er|passa\w*|hentar|mátuleg\w*|á mig|stærð(?:in)? mín|mín stærð|skóstærð\w*|skónúmer\w*|mælist|orðin\w?|komin\w?)"
_ASK = r"(?:eigið þið|eigiði|eruð þið með|er til|eru til|áttu|hvað|hvernig|hvaða|hvort|kosta\w*|fæst|fást|er þessi|eru þess\w+|til í|á lager)"
_OTHER = rf"(?:(?:hann|hún|þau|þeir|þær|þið|þú|{KIN}) (?:\w+ )?(?:notar|nota|tekur|er að leita|vill fá|vill|vilja|á|elskar|fílar|hatar|gengur|vantar|er)|honum|henni|þeim)"
_ALL = (
    ("other", _OTHER),
    ("dislike", _DISLIKE),
    ("wish", _WISH),
    ("ask", _ASK),
    ("own", _OWN),
    ("came", _CAME),
    ("like", _LIKE),
)
_VERBS = found(
    "(?<![^\\W\\d_])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _ALL)
    + r")(?![^\W\d_])"
)
# Of sizes "er" and "nota" say that they fit.
_FITTING = found(
    rf"(?<![^\W\d_])(?:(?P<other>{_OTHER})|(?P<wish>{_WISH})|(?P<fit>{_FIT})|(?P<ask>{_ASK})|(?P<came>{_CAME})|(?P<own>{_OWN}))(?![^\W\d_])"
)
_TURN = found(
    r"[;:()–—]|\s-+\s|,? (?:en|því|þótt|ef|þegar|þar sem|nema|heldur|í stað\w*)\b|\bog (?=ég\b|við\b|hann\b|hún\b|þið\b|mig\b|mér\b|vil\b|vantar\b|þarf\b|langar\b|er\b|nota\b)|, (?=ég\b|við\b|hann\b|hún\b|þið\b|mig\b|mér\b|vil\b|vantar\b|þarf\b|langar\b|er\b|eru\b|má\b|get\b|nota\b|núna\b|nú\b)"
)
_DENIED = found(
    r"\b(?:ekki|aldrei|hvorki|varla|engan|enga|ekkert)(?: (?:lengur|að|alveg|sérstaklega|mikið|beint))* ?\Z"
)
_DENIED_AFTER = found(
    r" (?:þig|ykkur)\b| (?:ég |mig |mér |við |okkur )?(?:alls |bara |reyndar |eiginlega )?(?:ekki|aldrei|engan|enga|ekkert|engin|hvorki)\b"
)
_STRANGERS = found(
    r"\b(?:hann|hún|þau|þeir|þær|þið|þú|honum|henni|þeim|ykkur|þig|maður|fólk|síðan|búðin)(?: (?:líka|alltaf|bara|svo))* ?\Z"
)
_UNREAL = found(
    r"\b(?:ef (?:\w+ ){1,3}væri|ef ég (?:væri|ætti|byggi)|ímynda\w*|segjum að|gefum okkur|djók|grín|til dæmis)\b"
)
_HELD = found(
    r"\b(?:mín|minn|mitt|mína|míns|mínum|minni|mínir|mínar|okkar|gömlu|gamla)(?: \w+)? \Z"
)
_HELD_AFTER = found(
    r" (?:mín|minn|mitt|mína|míns|mínum|minni|mínir|mínar|okkar|hans|hennar|þeirra)\b"
)
_GOODS = re.compile(rf"(?<![^\W\d_])(?:{pattern(GOODS)})")
_HAS_GOODS = re.compile(rf"(?:{pattern(NOUN)})")
_TROUBLE = found(
    r"\b(?:rif\w+|bil(?:að|uð|aður)|brotin\w*|brotn\w+|gall\w+|vitlaus\w*|rang\w+|röng|skila\w*|endurgreið\w*|í staðinn|kom\b|komu\b|fékk|sendu\w*|of (?:lít|stór|þröng|víð|mik|stutt)\w*|lek\w+|gera við|týnd\w*|aftur|hreins\w+|í (?:pakk|pönt|send|poka|kass)\w*)\b"
)
_SIZED = found(
    rf"(?<![\w.,:/#€$+-])(?:(?P<word>(?:\w*stærð(?:in|ina|inni)?|skónúmer(?:ið)?|skó(?:r|m|na)? (?:númer|nr\.?)|(?P<nr>nr\.?|númer))(?: mín| mitt| er| á mig| í skóm|:| núna| alltaf| sko| svona| ca\.?)* (?P<a>{SIZE}))|(?P<b>{SIZE}))(?![\w-])"
)
_NUMBER = re.compile(r"\d")
_BESIDE = found(
    rf"(?:\b(?:nota|geng í|tek|er|í|vantar|vil|þarf|á|númer)|(?:{NOUN})(?: er| eru|:|,| í)?) \Z"
)
_GOODS_BESIDE = found(rf"(?:{NOUN})(?: er| eru|:|,| í| númer)? \Z")
_GOODS_AFTER = found(rf" í (?:{NOUN}|skóm|jökkum|peysum|buxum|úlpum|bolum)")
_NO_SIZE = found(
    r" ?(?:ár\w*|daga?|dag\w*|vik\w*|klukk\w*|mín\w*|kr\b|krón\w*|þús\w*|evr\w*|%|cm|mm|kg|km|lítr\w*|l\b|stk|stykki|pör|par\b|manns|sinn\w*|janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember|\. ?(?:jan|feb|mar|apr|maí|jún|júl|ágú|sep|okt|nóv|des)|mánuð\w*|gráð\w*|börn|barn\w*|hæð)"
)
_MINE = found(
    r",? (?:á mig|fyrir mig|handa mér|passar|hentar|takk|er mín|er rétt|er fínt|smellpassar|væri fínt)\b"
)
_SPOILED = found(
    r"\b(?:of (?:lít|stór|þröng|víð|mik|stutt|litl)\w*|fékk|kom\b|komu\b|sendu\w*|í stað\w*|tafl\w*|áður|var\b|voru|eigið|til í|er til|eru til|passa\w* ekki|pantaði|segir|sagði|stendur|heldur að)\b"
)
_GIFTED = found(
    r"\b(?:gjöf\w*|gefa|handa (?!mér|okkur)\w+|fyrir (?:hann|hana|mömmu|pabba|mann\w*|konu\w*|son\w*|dóttur\w*))\b"
)


def _sizes(sentence: Sentence) -> Iterator[Mention]:
    low = sentence.low
    for said in _SIZED.finditer(low):
        group = "a" if said["a"] else "b"
        start, end = said.span(group)
        before, after = low[:start], low[end:]
        if _NO_SIZE.match(after) or (said["nr"] and not _has_goods(sentence.line.low)):
            continue
        words = said[group]
        goods = _GOODS_BESIDE.search(before) is not None or _GOODS_AFTER.match(after) is not None
        beside = _BESIDE.search(before) is not None
        mine = _MINE.match(after) is not None
        if group == "b":
            if (_NUMBER.search(words) or not words.isascii()) and not (goods or (mine and beside)):
                continue
            if len(words) == 1 and not (
                sentence.line.capital(sentence.start + start) and (beside or mine or goods)
            ):
                continue
            if len(words) > 3 and not (mine or goods):  # noqa: PLR2004 - words for sizes
                continue
        value = as_size(words)
        if value is not None:
            yield Mention(value, start, end, own=mine or goods or group == "a")


_COLOURED = re.compile(rf"(?<![^\W\d_-]){COLOUR_PATTERN}")


def _colours(sentence: Sentence) -> Iterator[Mention]:
    for said in _COLOURED.finditer(sentence.low):
        yield Mention(colour_of(said), *said.span(), own=stands_alone(sentence.low, *said.span()))


_WRONG_COLOUR = found(
    r"\b(?:kom\b|komu\b|fékk|fengum|sendu\w*|í stað\w*|pantaði|á myndinni|á síðunni|til í|er til|eru til|eigið|vitlaus\w*|rang\w+|keypti|upplit\w+|litað\w*)\b"
)
# By which people are reached.
_MEANS = re.compile(r"(?:sím|tölv|Sím)")
# What it is worn with, or is better than; and "að hjóla", which is done.
_BESIDES = found(
    r"(?<![^\W\d_])(?:yfir|undir|utan yfir|(?:[^\W\d_]+(?:ri|ra)|heldur|frekar [^\W\d_]+) en|úr|frá|í staðinn fyrir|til að|að) \Z"
)
_all_things = bent_goods(
    _GOODS, plain, _HELD, found(rf"(?<![^\W\d_])(?:{_WISH}|{_OWN}|{_LIKE}|{_ASK})(?![^\W\d_])")
)


def _things(sentence: Sentence) -> Iterator[Mention]:
    """Whose they are stands behind them as often."""
    for one in _all_things(sentence):
        if not (
            _HELD_AFTER.match(sentence.low, one.end)
            or _MEANS.match(one.value)
            or _BESIDES.search(sentence.low, 0, one.start)
        ):
            yield one


def _has_goods(low: str) -> bool:
    return _HAS_GOODS.search(low) is not None


_STATES = found(
    r"(?<![^\W\d_])(?:(?P<delivered>skilaði sér|skilað sér|fékk(?! (?:pöntunar)?númer)|fengum(?! (?:pöntunar)?númer)|kom|komin|kominn|komið|barst|bárust|sótti|náði í|tók á móti|afhent\w*|mætt(?:ur)?|í höfn|komin í hús)"
    r"|(?P<returned>skilaði|skiluðum|skilað|endursendi|endursend\w*|sendi (?:\w+ )?(?:til baka|aftur)|á leiðinni til baka)"
    r"|(?P<cancelled>afpantaði|afpöntuð\w*|afpantað\w*|hætti við|hætt við|aflýsti|afturkallaði|afturkölluð)"
    r"|(?P<shipped>send\w* af stað|lögð af stað|lagði af stað|lagður af stað|farin\w? (?:af stað|frá ykkur|í póst)|á leiðinni|póstlögð|í flutningi)"
    r"|(?P<placed>lagði inn|setti inn|gerði|var að panta|gekk frá))(?![^\W\d_])"
)
_ORDER = found(
    r"(?<![^\W\d_])(?:(?:(?:pakk|sending|kass)[^\W\d_]{0,6} með )?(?:pöntun|sending|pakk)[^\W\d_]{0,6}(?: mín\w*| minn| mitt)?(?: númer| nr\.?)?:? ?#?(?P<n>\d{4,8})(?!\d)|pöntun(?:in|ina|inni)? (?:mín|mína|minni))"
)
_ORDER = re.compile(f"{_ORDER.pattern}|{BARE_ORDER}")
_NO_NEWS = found(
    r"(?<![^\W\d_])(?:ekki|aldrei|ef|rif\w+|brot\w+|gall\w+|vitlaus\w*|rang\w+|röng|skemm\w*|vantar|vantaði|í stað\w*|átti|áttu|blett\w*|sein\w*|enn|ennþá|hans|hennar|án|opin\w*|tóm\w*|gat|götótt\w*|endurgrei\w+|bíð|beðið|hvenær|hvar)(?![^\W\d_])"
)
_NOT_YET = found(
    r"(?<![^\W\d_])(?:vil|vildi|langar|get|gæti|má|þarf|hvernig|hvenær|hvar|til að|ætla|mun|verður|vinsamlegast|að|eftir að|áður en|þegar)(?: \w+)? ?\Z"
)
_FOREIGN = found(
    rf"(?<![^\W\d_])(?:{KIN}|hans|hennar|þeirra|ykkar|póstnúmer\w*)(?: minn| mín| mitt| minnar| míns)?(?: er)?(?: á| með)? ?(?:pöntun\w*|pakk\w+|sending\w*)?(?: númer)? ?(?=#|\d|pönt|pakk|send)"
)
_NOT_DONE = found(r"(?<![^\W\d_])(?:ekki|aldrei|enn|ennþá|átti|áttu|ekkert)(?![^\W\d_])")
_CLEAR = found(
    r"(?<![^\W\d_])(?:allt (?:er )?(?:nú |orðið )?(?:klárt|í góðu|komið|fundið|leyst|gott)|nú er allt|(?:kom|komu) í pósti|var(?:ð)? skipt (?:um|út)|málið (?:er )?(?:dautt|leyst|búið|úr sögunni|afgreitt)|ekkert að hafa áhyggjur|þetta er í (?:góðu )?lagi|(?<!mér )(?<!mer )fannst(?! (?:mér|komið|þetta))|fundið|fundin|fundinn|kom í leitirnar|komið í lag|komin í lag|búið að (?:laga|leysa|redda|gera við)|leyst|leystist|reddaðist"
    r"|fékk (?:nýtt|nýja|nýjan|rétt\w*|hin\w*|endurgreitt|peninginn)|gleymið (?:þessu|peysunni|málinu)|gleymdu þessu|(?:hún|hann|það|pakkinn|sendingin) (?:lá|var) (?:hjá|við|úti|inni|bak við|undir)|peningurinn (?:kom|er kominn|skilaði sér)|komið (?:inn )?á reikninginn|í himnalagi|liðkaði|gerði við|kom (?:loksins|í dag|í gær|áðan|í hádeginu|í morgun)|eins og ný\w*|virkar (?:núna|fínt|aftur))(?![^\W\d_])"
)
_UNCLEAR = found(
    r"(?<![^\W\d_])(?:ekki|aldrei|ef|þegar|vona|hvenær|hvort|en|enn|ennþá|vil|þarf|vantar|vantaði|rif\w+|brot\w+|vitlaus\w*|rang\w+|röng|í staðinn|átti|sumarfrí|frá|til)(?![^\W\d_])|\?"
)
_BETWEEN = found(
    r"(?<![^\W\d_])(?:reikning\w*|upplýsing\w*|skil|vita|spyrja|hreins\w*|viðger\w*|rennilás\w*|verð\w*|ráð|hjálp|aðstoð|skila|skipta|kvarta|um|fyrir|með|við|úr|í síma|símtal|svar\w*|tölvupóst\w*)(?![^\W\d_])"
)
_EDGES = Edges(
    name_at=name_at,
    fits=lambda name: name.value.split()[0].lower() not in {"sæl", "sæll", "góðan", "halló"},
    full=lambda name: is_patronymic(name.value.split()[-1]),
    alone=lambda _name: False,
    led=found(r" (?:frá|úr|á|í|hér|hérna|aftur|á línunni)\b"),
    greeting=found(HELLO),
    thanks=found(
        rf"\b(?:takk|þakka|hæ|halló|sæl|sæll|góðan dag|góðan daginn|vinsamlegast|ok|já|nei|afsakið|kæri|kæra|heitir|{KIN})\W*\Z|^\W*(?:takk|þakka)"
    ),
    others=found(rf"(?:\b(?:{KIN})|\b(?:heitir|fyrir|frá|handa|hjá|til|og))\W*\Z"),
    address=found(r"\b(?:þú|þið|ykkur|þér|þig|geturðu|getið|viltu|viljið)\b"),
    closing=found(
        r"(?:kærar |bestu |kæra )?(?:takk|þakkir|þökk)(?: (?:fyrir|kærlega|fyrirfram))?|kveðja|kv"
    ),
)
FRAMES = Frames(
    verbs=_VERBS,
    turn=_TURN,
    denied=_DENIED,
    denied_after=_DENIED_AFTER,
    others=OTHERS,
    strangers=_STRANGERS,
    unreal=_UNREAL,
    between=_BETWEEN,
    edges=_EDGES,
    orders=Orders(
        _STATES, _ORDER, _TURN, _NO_NEWS, _NOT_YET, found(r" (?:á morgun|í næstu viku|bráðum)\b"), _FOREIGN, _NOT_DONE
    ),
    clear=Clear(_CLEAR, _UNCLEAR),
    kinds=(
        Kind("product_interest", _things, frozenset({Stance.WISH}), _has_goods, spoiled=_TROUBLE, others=True, new=True),
        Kind("product_interest", wanted, frozenset({Stance.WISH}), has_wish, spoiled=_TROUBLE, others=True),
        Kind("product_liked", _things, frozenset({Stance.LIKE}), _has_goods, spoiled=_TROUBLE, asked=False),
        Kind("product_disliked", _things, frozenset({Stance.DISLIKE}), _has_goods, spoiled=_TROUBLE, asked=False),
        Kind("size", _sizes, frozenset({Stance.WISH, Stance.FIT}), lambda low: _SIZED.search(low) is not None, spoiled=re.compile(f"{_SPOILED.pattern}|{_GIFTED.pattern}"), asked=False, far=True, verbs=_FITTING),
        Kind("colour", _colours, frozenset({Stance.WISH, Stance.LIKE}), lambda low: _COLOURED.search(low) is not None, spoiled=re.compile(f"{_WRONG_COLOUR.pattern}|{_GIFTED.pattern}"), spoiled_before=found(r"(?:eins og|eða)[^.!?,]{0,12}\Z"), far=True),
    ),
)  # fmt: skip

# Whose size it is, of things that are named beside it.
OF_THINGS = Worn(
    _all_things,
    found(
        r"(?: ?[-—:,(]| |í|er|eru|ég|mér|mig|á mig|stærð(?:inni|ina)?|númer|nr\.?|nota|tek|þarf|vantar|vil|fyrir mig|handa mér|alltaf|oftast|yfirleitt|núna|nú|helst|bara|svona|takk|líka|hafa|fá)*"
    ),
    found(r"(?: ?[-—:,(]| |í|á|fyrir|öllum|mínum|oftast|yfirleitt|alltaf|stærð|af|eru?)*"),
    re.compile(r"(?:fatnað|föt|skór\Z|skóm\Z|skó\Z|sím|tölv)"),
)
