"""What fits them, and what they will spend."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import money
from chat_server.hearing.inflected import unless, when
from chat_server.hearing.rule import OWN, But, Heard
from chat_server.hearing.sizes import SIZE as PLAIN_SIZE
from chat_server.hearing.sizes import as_size as plain_size

from .goods import GOODS, NOUN
from .words import key, pattern, rule

_GOODS = GOODS.replace("(?P<v>", "(?:")
_TENS = {"þrjátíu": 30, "fjörutíu": 40, "fimmtíu": 50, "sextíu": 60}
_UNITS = {
    "einn": 1,
    "eitt": 1,
    "tvö": 2,
    "tvo": 2,
    "þrjú": 3,
    "þrír": 3,
    "fjögur": 4,
    "fjórir": 4,
    "fimm": 5,
    "sex": 6,
    "sjö": 7,
    "átta": 8,
    "níu": 9,
}
_WORDED = rf"(?:{'|'.join(_TENS)})(?: og (?:{'|'.join(_UNITS)}))?\b"
_TEN_KEYS = {key(word): number for word, number in _TENS.items()}
_UNIT_KEYS = {key(word): number for word, number in _UNITS.items()}
SIZE = rf"(?:[2-5]\d og hálf(?:t|u)(?![^\W\d_])|{PLAIN_SIZE.replace('а-яáéíóúýþæöð', 'a-z')}|[2-7]\d-[2-7]\d|{_WORDED})"
_LETTER = r"(?:[2-5]xl|x{0,3}[sl]|m|xxs|medium|small|large)(?![\w'])"
SURE_SIZE = rf"(?:{_LETTER}|{_WORDED})"
_NOT_OWN = pattern(
    r"\b(?:eigið|eru til|er til|til í|eruð þið með|fékk|fengum|pantaði|kom\b|komu\b|sendu\w*|í staðinn|(?<!orðin )(?<!orðið )of (?:lít|stór|þröng|víð|mik|stutt|litl))|\bára\b|\bcm\b"
)
_STOP = r"(?=[.,!?;)(]| ?$| og\b| en\b| takk| í skóm| í (?:jökkum|peysum|buxum|öllu)| hér| núna| hentar| yfirleitt| oftast| held|\n| því| svo| á mig| fyrir mig| venjulega| alltaf| passar| er | eftir | af því| þar sem)"
_ADV = r"(?: (?:ég|oftast|yfirleitt|alltaf|venjulega|núna|nú|bara|örugglega|alveg|sjálf|sjálfur|orðin|orðinn|komin|kominn|líklega|kannski|sennilega|stundum|sko|í|held ég|vanalega|aðallega|svona))*"
_WORD = r"(?: (?:í )?(?:stærð(?:ina|inni)?|skóstærð|skónúmer|skó númer|skó í númer|skó í|skó í stærð|skó nr\.?|númer|nr\.?))"
_THOUSAND = r"(?:þús(?:und(?:um|ir|a)?)?\.?|k)(?![^\W\d_])"
CURRENCY = rf"(?:{money.CURRENCY}|kall|krónu\w*|isk)"
_NUMBERS = {
    "fimm": 5,
    "sex": 6,
    "sjö": 7,
    "átta": 8,
    "níu": 9,
    "tíu": 10,
    "tólf": 12,
    "fimmtán": 15,
    "tuttugu": 20,
    "þrjátíu": 30,
    "fjörutíu": 40,
    "fimmtíu": 50,
    "hundrað": 100,
    "tvö hundruð": 200,
    "tvöhundruð": 200,
    "þrjú hundruð": 300,
    "þrjúhundruð": 300,
    "fjögur hundruð": 400,
    "fimm hundruð": 500,
    "fimmhundruð": 500,
    "sextíu": 60,
    "sjötíu": 70,
    "áttatíu": 80,
    "níutíu": 90,
    "þúsund": 1000,
}
_NUMBER_KEYS = {key(word): number for word, number in _NUMBERS.items()}
_FIGURE = rf"(?:{money.NUMBER}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
AMOUNT = rf"(?:þúsund (?:{CURRENCY})|(?:{money.CURRENCY} ?)?{_FIGURE}(?: ?{_THOUSAND})?(?: ?(?:{CURRENCY})(?![a-z]))?)"
SPENT = rf"(?:(?:mest|allt að|um|max|hámark|undir|tja|svona|um það bil|í kringum|ca\.?|sirka|kannski|eitthvað|upp í|í mesta lagi|rúmlega|á bilinu|milli|frá) )*(?P<a>{AMOUNT})(?: ?(?:-|–|—|til|og|upp í) ?(?P<b>{AMOUNT}))?(?! ?(?:ár|daga|vik|stk|stykki|%|cm|manns|börn|lítr|\d))"
_MONEY = re.compile(rf"(?<![a-z])(?:{pattern(CURRENCY)}|{pattern(_THOUSAND)})")


def as_size(said: str) -> str | None:
    """As it is kept."""
    low = key(said)
    for word, tens in _TEN_KEYS.items():
        if low.startswith(word):
            return str(tens + _UNIT_KEYS.get(low.rpartition(" og ")[2], 0))
    half = re.fullmatch(r"(\d\d) og halft?u?", low)
    if half is not None:
        return f"{half[1]}.5"
    return low if re.fullmatch(r"\d\d-\d\d", low) else plain_size(said)


def as_budget(low: str, high: str | None = None) -> str | None:
    """One amount, or from the first to the second."""
    number, code = _read(low)
    if high is None:
        return f"{number} {code}".strip() if number else None
    most, other = _read(high)
    if (
        re.search(pattern(_THOUSAND), high)
        and not re.search(pattern(_THOUSAND), low)
        and number < 1000  # noqa: PLR2004 - "10-15 þúsund"
    ):
        number *= 1000
    return f"{number}-{most} {other or code}".strip() if number and most else None


def _read(said: str) -> tuple[int, str]:
    low = said.lower()
    found = re.search(pattern(CURRENCY), re.sub(pattern(_THOUSAND), "", low))
    crowns = bool(found and found.group()[:2] in {"kr", "ka", "is"})
    code = "ISK" if crowns else money.currency(found.group()) if found else None
    digits = re.search(money.NUMBER, low)
    if digits:
        number = int(re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}$", "", digits.group())))
    else:
        number = next(
            (
                value
                for word, value in sorted(_NUMBER_KEYS.items(), key=lambda one: -len(one[0]))
                if word in key(low)
            ),
            0,
        )
    if re.search(pattern(_THOUSAND), low):
        number *= 1000
        code = code or "ISK"
    return number, code or ""


def _budget(heard: Heard) -> Iterator[Statement]:
    value = as_budget(heard.match["a"], heard.match["b"] if heard.has("b") else None)
    if value is not None:
        end = heard.place("b")[1] if heard.has("b") else heard.place("a")[1]
        yield heard.statement("budget", value, span=(heard.place("a")[0], end))


def _ended(heard: Heard) -> Iterator[Statement]:
    """What fits no longer."""
    value = as_size(heard.match["v"])
    if value is not None and not re.search(_NOT_OWN_SIZE, heard.sentence.low):
        yield heard.statement("size", value, span=heard.place(), ended=True)


_NOT_OWN_SIZE = pattern(r"\b(?:fékk|pantaði|sendu\w*|eigið þið|til í)\b")


def _of_money(heard: Heard) -> Iterator[Statement]:
    """Where the amount itself names its money."""
    if _MONEY.search(heard.match[0]):
        yield from _budget(heard)


def _size(heard: Heard) -> Iterator[Statement]:
    """The speaker's own, unless it does not fit."""
    value = as_size(heard.match["v"])
    low = heard.sentence.low
    after = low[heard.match.end() : heard.match.end() + 25]
    if value is not None and not re.search(
        pattern(
            r"\b(?:of (?:lít|stór|þröng|víð|mik|stutt|litl)\w*|passar ekki|passaði ekki|ára\b|cm\b|kr\b)"
        ),
        after,
    ):
        yield heard.statement("size", value, span=heard.place(), ended=heard.has("not"))


def _bare(heard: Heard) -> Iterator[Statement]:
    """A letter is a size where it is a capital."""
    start, end = heard.place()
    said = heard.line.text[start:end]
    if not (len(said) < 3 and said[0].isalpha() and not said[0].isupper()):  # noqa: PLR2004 - "m", "xl"
        yield from _size(heard)


def _either(heard: Heard) -> Iterator[Statement]:
    group = "v" if heard.has("v") else "w"
    start, end = heard.place(group)
    said = heard.line.text[start:end]
    if re.search(_NOT_OWN, heard.sentence.low) or (len(said) < 3 and not said[0].isupper()):  # noqa: PLR2004 - "m", "xl"
        return
    value = as_size(said.lower())
    if value is not None:
        yield heard.statement("size", value, span=(start, end))


SIZES = (
    rule("er", r"(?:^|[.!,] ?)(?:ég )?er (?:oftast |yfirleitt |alltaf |bara |núna )*í (?P<v>3[4-9]|4\d|5[0-6])(?! ?(?:ár|vik|dag|mín|km|kr))(?=[.!,)]|\s*$| og | en | í skóm)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("nota tek kaupi", rf"\b(?:nota|tek|kaupi|panta){_ADV} (?P<v>{SIZE}) í (?:úlpum|peysum|jökkum|buxum|skóm|bolum|skyrtum|fötum|hönskum|sokkum)(?![^\W\d_])", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("í", rf"\b{_GOODS} (?:má|mætti|mega|mættu|þarf að|þurfa að|verður að|verða að|á að) vera (?:í )?(?:stærð |númer )?(?P<v>{_LETTER}|[3-5]\d(?:[.,]5)?)(?=[.,!]|$| og\b| en\b| takk)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("vil vildi fá fæ tek", rf"\b(?:vil|vildi|fæ|tek|má ég fá|get ég fengið)(?: ég| helst| bara| gjarnan| fá| hafa| hana| hann| það| þá| þær| þau| svo| í| stærð)* (?P<v>{_LETTER})(?=[.,!?]|$| takk| og\b)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("fót fótur fóturinn nr númer", r"(?:\b(?:með|er með) (?:fót|fætur)(?:inn)?|(?:^|, ?)(?:fótur(?:inn)?|skór)?) ?(?:númer|nr\.?) (?P<v>3[4-9]|4\d|50)(?=[.,!)]|\s*$| og\b| en\b)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("geng skóm", r"\b(?:geng|er|nota)(?: ég)?(?: alltaf)? (?:í )?skóm (?:númer|nr\.?|í|stærð|í stærð)? ?(?P<v>[3-5]\d(?:[.,]5)?)(?=[.,!]|$| og\b)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("passl fínt fín akkúr mátu", rf"(?:^|[,.] ?)(?:stærð )?(?P<v>{_LETTER}|[3-5]\d) (?:er|væri) (?:passleg\w*|akkúrat|mátuleg\w*|fullkomi\w*|fín\w*)(?: stærð)?(?: á mig| fyrir mig)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("í", rf"(?:^|[.!] ?){_GOODS} í (?:stærð )?(?P<v>{_LETTER}|[3-5]\d) (?:handa mér|fyrir mig|á mig)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("mín stærð stærðin", rf"(?<![\w-])(?P<v>{SIZE}) (?:er |væri )?(?:mín stærð|stærðin mín|skóstærðin mín|mitt (?:númer|skónúmer))", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("stærð stærðin skóst skónúm númer", rf"\b(?:stærðin|skóstærðin|skónúmerið|fatastærðin|númerið) (?:mín|mitt)(?: er|:| -| –)?{_ADV} (?P<v>{SIZE})(?=[.,!\s]|$)", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("þarf vantar vil fer passa nota tek", rf"\b(?:(?:þarf|vantar|vil|tek|nota)(?: ég| mig| þá| helst)?(?: alltaf)? (?:númer|nr\.?)|fer (?:ég )?(?:alltaf |yfirleitt |oftast )?í(?: númer| stærð)?|smellpassa í|passa (?:best )?í) (?P<v>{_LETTER}|[3-5]\d(?:[.,]5)?)(?=[.,!]|$| og\b| en\b| í skóm| takk)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.ASKED),
    rule("of passar nota", rf"(?<![\w-])(?P<v>{SIZE}) (?:er |eru )?(?:núna |allt )*(?P<not>(?:orðin\w?|orðið) (?:allt ?)?of (?:stór|lít|þröng|víð)\w*|(?:passar|smellpassar|dugar) (?:mér )?ekki lengur)", _ended, OWN | But.ASKED),
    rule("ekki lengur", rf"\b(?P<not>(?:er|nota|tek) ekki (?:lengur )?(?:í |stærð )*)(?P<v>{SURE_SIZE}|[3-6]\d)(?=[.,!]|$| lengur)", _ended, OWN | But.ASKED),
    rule("skóm skónum", r"(?:^|[,.] ?|\b(?:og|nota|er|tek) )(?P<v>[3-5]\d(?:[.,]5)?) í (?:skóm|skónúmer)\b", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("skóm jökk peysu buxum bolum", rf"\bí (?:skóm|jökkum|peysum|buxum|bolum|úlpum) (?:er ég|nota ég|tek ég)(?: alltaf| yfirleitt| oftast)?(?: í)?(?: stærð| númer)? (?P<v>{SIZE})(?=[.,!]|$| og\b| en\b)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("líkleg senni held kannski trúleg örugg hugsan", rf"\b(?:(?:líklega|sennilega|trúlega|kannski|hugsanlega|örugglega) (?:er|nota|tek|þarf) ég|held (?:að )?ég (?:sé|taki|noti|þurfi))(?: bara| svona)?(?: í)?(?: stærð| númer)? (?P<v>{SIZE})(?=[.,!]|$| en\b| held\b)", unless(_NOT_OWN, _bare), OWN & ~But.SUPPOSED | But.DENIED),
    rule("buxna jakka peysu skyrtu úlpu buxnast jakkast peysust", rf"\b(?:buxna|jakka|peysu|skyrtu|úlpu|fata|bol)stærð(?:in|ina)?(?: mín)?(?: er|:)? (?P<v>{SIZE})(?=[.,!\s]|$)", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("nota notum tek tökum geng er erum kaupi vel", rf"(?<!áður )\b(?:nota|tek|geng|kaupi|panta|vel|(?:ég |eg )?er){_ADV}{_WORD}{_ADV} (?P<v>{SIZE})(?! (?:ár|kr|börn|daga|mín))", unless(_NOT_OWN + pattern(r"|\b(?:húsið|íbúðin|heimilisfang\w*|gata\w*|bý|býr)\b"), _size), OWN | But.DENIED | But.PAST),
    rule("nota tek geng", rf"(?<!áður )\b(?:nota|tek|geng í|geng){_ADV} (?P<v>{SIZE}){_STOP}", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("er", rf"\b(?:ég|eg|og|en|sjálf\w*) er{_ADV} (?P<v>{_LETTER}|(?<= í ){_WORDED}){_STOP}|(?:^|[,.] ?)er{_ADV} (?P<w>{_LETTER}|(?<= í ){_WORDED}){_STOP}", _either, OWN | But.DENIED | But.PAST),
    rule("er", rf"\b(?:ég|eg) er{_ADV} í (?P<v>{SIZE}){_STOP}", unless(_NOT_OWN, _size), OWN | But.DENIED | But.PAST),
    rule("notaði gekk var tók", rf"\b(?P<not>(?:áður )?(?:ég )?(?:notaði|gekk|tók|var)(?: ég)?(?: áður)?)(?: í)?(?: stærð)? (?P<v>{SIZE})(?=[.,!]| en| áður|$)", when(pattern(r"núna|\bnú\b|áður|stærð"), _bare), OWN),
    rule("þarf vantar", rf"\b(?:þarf|vantar|þarf ég|vantar mig)(?: núna| nú| orðið| mig| frekar| að fá)* (?P<v>{_LETTER})(?=[.,!]|$)", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("ég en", rf"\b(?:en|og) ég (?P<v>{_LETTER}|[3-5]\d)(?=[.,!]|$)", when(pattern(r"\bstærð|\bnota|\btek|\ber\b"), _bare), OWN | But.DENIED),
    rule("núna nú", rf"(?:[,;.] ?|\ben |^)(?:er )?(?:núna|nú)(?: nota ég| er ég| þarf ég| tek ég| nota| er)?(?: komin\w?| í| orðin\w?)*(?: stærð)? (?P<v>{SIZE})(?=[.,!]|$)", when(pattern(r"stærð|nota|\bvar\b|áður") + rf"|(?:nu|nuna) (?:er eg )?(?:i )?{_LETTER}", _bare), OWN),
    rule("stærð stærðin stærðina skóstærð skónúm", rf"\b(?:stærðin mín er|mín stærð er|skóstærð(?:in)?(?: mín)?(?: er)?|skónúmer(?:ið)?(?: mitt)?(?: er)?|(?:í|er|þarf|vil|vantar|mig vantar|panta|tek) stærð|stærð(?:in)?(?: er|:)?){_ADV}(?: stærð)?:? (?P<v>{SIZE})(?=[.,!\s]|$)", unless(_NOT_OWN, _size), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED | But.PAST | But.ASKED),
    rule("passar hentar smell", rf"(?:^|[,.] ?|\bstærð )(?:stærð )?(?P<v>{SIZE}) (?:passar|hentar|smellpassar)(?: (?:mér|á mig|alltaf|yfirleitt|oftast|vel|fullkomlega|best|fínt))*(?! ekki)", unless(_NOT_OWN, _size), OWN | But.DENIED),
    rule("fætur fæturnir fóturinn fót", rf"\b(?:fætur(?:nir)?|fóturinn)(?: (?:mínir|minn|á mér|eru|er|í|stærð|númer))* (?P<v>{SIZE})(?=[.,!]|$)", _size, OWN | But.DENIED),
    rule("í", rf"(?:^|\b(?:vil|vantar|mig vantar|panta|kaupa|fá|ætla að fá|langar í|þarf) ){_GOODS} í (?P<v>{_LETTER}|[3-5]\d)(?=[.,!]|$| takk| og )", unless(_NOT_OWN, _bare), OWN | But.DENIED),
    rule("ekki", rf"\bekki (?:stærð )?{SIZE},? (?:heldur|frekar) (?:stærð )?(?P<v>{SIZE})(?=[.,!]|$)", when(pattern(r"stærð|\bnota\b|\bskó"), _size), OWN),
    rule("held örugg líkleg sé minnir", rf"\b(?:held (?:að )?(?:ég )?(?:sé|er|noti)|(?:að )?ég (?:sé|noti))(?: í)?(?: stærð)? (?P<v>{SIZE})(?=[.,!]|$)", unless(_NOT_OWN, _size), OWN & ~But.SUPPOSED | But.DENIED),
    rule("kannski stærð", rf"^(?:kannski|líklega|sennilega|held) (?:stærð |í )?(?P<v>{SIZE})[?.!]?$", when(pattern("stærð"), _size), But.REPORTED | But.OTHERS | But.DENIED),
    rule("meinti meina fyrirg afsak", rf"\b(?:ég )?meinti (?:stærð )?(?P<v>{SIZE})(?=[.,!]|$)", when(pattern("stærð"), _size), OWN | But.DENIED),
)  # fmt: skip


# What makes an amount the most somebody will spend, and what makes it a price, a debt or a condition.
_MEANT = pattern(
    r"\b(?:budget\w*|bödget\w*|fjárhag\w*|verðbil\w*|verðhugm\w*|kostnaðarramm\w*|ramm(?:i|inn|ann|a)\b|hámark\w*|þakið|mörk(?:in)?\b|markið|toppur\w*|max\w*|mest\b|mesta\b|í mesta lagi|að hámarki|allt að|undir|innan við|ekki (?:mikið |neitt |krónu |meira |meiru |dýrara |hærra )*(?:yfir|en|fyrir ofan)|frá (?=\d)|(?:meira|meiru)[^.!?,]{0,12} ekki|(?:meira|meiru|dýrara|hærra) en|ekki (?:krónu )?(?:meira|meiru|yfir|dýrara)|upp (?:í|fyrir)|á bilinu|milli|eyða|eytt|leggja|lagt|borga|borgað|tími|tímum|ræð|ráðum|efni á|til (?:ráðstöfunar|umráða|að (?:spila|eyða|kaupa))|í þetta|pyngj\w+|leyf(?:ir|a)|treyst\w*|má kosta|mætti kosta|kosta (?:svona|um|mest)|að hugsa um|kringum|nálægt|(?:ég |við )?(?:hef|höfum|er með|erum með|fengum|fékk)(?: ég| við)?(?: bara| svona| um| ca\.?| kannski| svo| úr| aðeins)* (?=\d|hundr|tv|þrj|f)|hækka mig|fer upp|fara upp|passlegt|á mann)(?![^\W\d_])"
)
_PRICED = pattern(
    rf"\b{NOUN} (?:er|eru) (?:á |bara )?\d|\bsending\w* (?:undir|yfir)|\b(?:kostar|kostaði|kostuðu|frí\w* sending\w*|sendingarkostn\w*|afslátt\w*|inneign\w*|gjafabréf\w*|rukk\w*|endurgr\w*|skuld\w*|borgaði|greiddi|tók(?:uð|u)?\b|keypti|pantaði|punkt\w*|tilboð\w*|lækkaði um|munar|sekt\w*|klukkan|stærð\w*)(?![^\W\d_])"
)
_SPENT = rf"(?<![\w.,+#-])(?:frá )?(?P<a>{AMOUNT})(?: ?(?:-|–|—|til|og|upp í) ?(?P<b>{AMOUNT}))?(?! ?(?:ár|daga|vik|%|cm|manns|börn|lítr|\d))"
BUDGETS = (
    rule("evr evrur evrum evra eur kr krón krónu króna isk kall þús þúsund dollar usd pund € $ k", _SPENT, unless(_PRICED, when(_MEANT, _of_money)), But.REPORTED | But.ASKED),
    rule("fjárhag budget verðbil hámark kostna ramm peninga bödg", rf"\b(?:fjárhagsáætlun\w*|budget\w*|bödget\w*|verðbil\w*|kostnaðarramm\w*|ramminn|hámark(?:ið|sverð\w*)?)(?: mín| mitt| minn| okkar)?(?: er| væri|:)?(?: núna| nú| orðið| komið)? {SPENT}", _budget, But.REPORTED | But.ASKED),
    rule("get vil ætla má eyða borga eytt kosta", rf"\b(?:(?:get|vil|ætla|vildi|gæti|treysti mér til)(?: ég| ekki)?(?: að)? (?:eyða|borga|eytt|borgað)(?: meira en| meiru en)?|má(?: alveg)? kosta(?: svona)?|á að kosta) (?=\d{{2}}\.?\d{{3}}){SPENT}", unless(_PRICED, _budget), But.REPORTED | But.ASKED),
)  # fmt: skip
RULES = (*SIZES, *BUDGETS)
