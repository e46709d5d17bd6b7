"""What is not as it was any more: another value beside words like "núna", "hætt við", "í staðinn"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chat_server.hearing.contact_details import EMAIL, PHONE, as_email, as_phone
from chat_server.hearing.frames import Mention
from chat_server.hearing.replaced import Changing, Replaced, hours
from chat_server.hearing.rule import LineRule
from chat_server.hearing.text import Sentence

from .contact import CHANNEL, PART, TIMES, channel_of, hours_of, part_of
from .corrections import PUT_RIGHT
from .goods import COLOUR_PATTERN, colour_of
from .money_and_sizes import AMOUNT, CURRENCY, as_budget, as_size
from .names import name_at
from .places import town_at
from .words import CALENDAR, KIN, OTHERS, REPORTED, SUPPOSED, cues, found
from .work_and_household import ROLES, nominative_of_firm

_CHANGE = found(
    r"(?<![^\W\d_])(?:núna|nú|í dag|framvegis|héðan í frá|hér eftir|ekki lengur|ekki framar|ekki meir|orðin\w*|orðið|orðnir|komin\w?|komið|kominn|nýtt|nýja|nýi|ný|nýju|breytt\w*|breyst\w*|breyta|breyti|breytum|breytið|skipti|skipt|skiptum|færð\w*|frest\w+|flutt\w*|fluttum|flutti|hliðr\w+|seinka\w*|flýtt\w*|mældi|mælt|mælti|mátað\w*|mátaði|prófa\w*"
    r"|frekar|heldur|í stað\w*|(?:höfum|hafið|hafðu|hafa) (?:það|þetta|hann|hana|þá)|ekki fyrr en|hætt\w*|reyndar|annars|jæja|raunar|í raun|sem sagt|tek allt|til baka|aftur á móti|skipti um skoðun|skipt um skoðun|ákvað\w*|ákveðið|betra|bið\w*|bídd\w*|nei|úps|obb|afsak\w*|fyrirgef\w*|sorry|leiðrétt\w*|villa|villan|innsláttarvill\w*|prentvill\w*|misrit\w*|vitley\w*|rugl\w*|mistök\w*|meint\w*|átti að|á að vera|rétt er|hið rétta"
    r"|of (?:lít\w+|stór\w*|þröng\w*|víð\w*|mik\w+|stutt\w*)|þröng\w*|þrengir|alltof|fast|grennt\w*|grennist|bætti? á|bætt á|þyngd\w*|stækk\w*|minnk\w*|hækk\w*|lækk\w*|fékk (?:bónus|hækkun|stöðuhækk\w*|nýtt|nýja)|bónus\w*|púkk\w*|upp í|má alveg|fjárráð\w*|sumarfrí|selt|seldum|seldi|keypt\w*|eyða|eytt|eyddi|lokað\w*|lokuð|get ekki|gengur ekki|ganga ekki|hentar ekki|hentar illa|virkar ekki|upptekin\w*|vakt\w*|hætti hjá|sagði upp|ráðin\w*|tók við|stöðuhækkun|búin að|búinn að|farin\w*|baki|búið|búinn|leið á|gifti mig|verður svo|talaði mig)(?![^\W\d_])"
)
_OLD_BEFORE = found(
    r"(?<![^\W\d_])(?:ekki|aldrei|í stað(?:inn)?(?: fyrir)?|áður|fyrr|fyrrum|var|voru|gamla|gömlu|gamli|gamall|frá|úr|af|[^\W\d_]+(?:ri|ra) en|eins og|þess\w+|burt|bless|hætti? (?:við|hjá|í)|hættur (?:við|hjá|í)|seldum|seldi|systir|fyrir|leið á|þoli)(?: (?:í|á|með|lengur|nota|bý|vil|hafa|vera|hjá|við|hana|hann|það|þá|lit\w*|stærð\w*))* ?[„\"]?\Z"
)
_OLD_AFTER = found(
    r"(?:-?(?:ið|inn|in))?(?: (?:er|eru|var|voru|verð\w*|passa\w*|mér|mig|á|orðin\w?|orðið|alveg|allt|bara|svo|núna|reyndar|eiginlega|hérna|sko|líka))*,? (?:of (?:lít|stór|þröng|víð|mik|stutt)\w*|alltof|allt of|þröng\w*|þrengi\w*|fast\w*|ekki|illa|búin\w?|búið|að baki|áður|fyrr|lokað\w*|lokuð|upptekin\w*|uppteknir|upptekið|skítug\w*|úr sögunni|var|hætt\w*|virkar ekki|gengur ekki|ganga ekki|stækkaði|lengur)"
)
_REQUESTS = found(
    r"\b(?:get ég|getum við|getið|gætuð|geturðu|má|mætti|viljið|viltu|frekar|breytið|breytt)\b"
)
_NO_HOME = found(
    rf"(?<![^\W\d_])(?:send\w*|sent|pakk\w+|pöntun\w*|fer|förum|fór\w*|ferð\w*|flýg|flug\w*|búð\w*|versl\w+|lager\w*|sæki|sótti|pósthús\w*|fædd\w*|vinn|vinnur|starfa|skóla|heimsók\w*|helgi\w*|frí\w*|kostar|hvað|fastur|föst|á leið\w*|flyt|flytjum|flytja|ætla\w*|stefn\w*|bráðum|kannski|afhend\w+|{KIN} (?:býr|flutti|er))(?![^\W\d_])"
)
_NO_COLOUR = found(
    r"(?<![^\W\d_])(?:kom\b|komu\b|fékk|fengum|sendu\w*|pantaði|á myndinni|á síðunni|til í|er til|eru til|eigið|vitlaus\w*|rang\w+|keypti|upplit\w+|litað\w*|blett\w*|rönd\w*|hennar|hans|snjór\w*|ljósið)(?![^\W\d_])"
)
_NO_SIZE = found(
    r"(?<![^\W\d_])(?:fékk|kom\b|komu\b|sendu\w*|tafl\w*|eigið|er til|eru til|pantaði|stendur|árs|ára|cm|gráð\w*|kóði|íbúð|hæð|hennar|hans|handa (?!mér|okkur)\w+|sonur|son|dóttir|dóttur)(?![^\W\d_])"
)
_NO_BUDGET = found(
    r"(?<![^\W\d_])(?:kostar|kostaði|kosta(?= \d)|verð|verðið|afslátt\w*|endurgreið\w*|skulda\w*|keypti|borgaði|greiddi|gjafabréf\w*|gjafakort\w*|rukk\w*|sendingarkost\w*)(?![^\W\d_])"
)
_NO_DAY = found(
    r"(?<![^\W\d_])(?:flyt\w*|send\w*|sent|pakk\w+|pöntun\w*|kom\b|kemur|komi|endurgrei\w*|lofað\w*|hring\w*|skrif\w*|bíð|bíðum|fékk|fæ|sæki|sótti|afhen\w*)(?![^\W\d_])"
)
_NO_HOUR = found(
    r"(?<![^\W\d_])(?:í gær\w*|í kvöld|í morgun|á morgun|kom\b|komu|hringdi|hringduð|opið|opin|opnið|lokið|góðan|gott kvöld|góða kvöldið|svaf|veðr\w*|vann)(?![^\W\d_])"
)
_CHOSEN = found(
    r"(?<![^\W\d_])(?:núna|nú|bara|frekar|heldur|helst|send\w*|skrif\w*|svar\w*|hring\w*|hafið samband|höfum|notið|notum|betra|best|þægileg\w*|samband|náið|aðeins|eingöngu)(?![^\W\d_])"
)
_SIZED = found(
    r"(?<![\w'-])(?P<letters>[2-5]xl|x{0,3}[sl]|m|medium|small|large)(?:-(?:ið|inu))?(?![\w'’-])|(?<![\w.,:/#€$+-])(?P<number>(?:3[4-9]|4\d|5\d|6[0-4])(?:[.,]5)?)(?![\w%-]|[.,:/-]\d|\. ?[a-z]{3}| ?(?:ár\w*|dag\w*|vik\w*|mín\w*|kr\b|krón\w*|þús\w*|evr\w*|%|cm|mm|kg|km|lítr\w*|stk|stykki|pör|par\b|manns|sinn\w*|gráð\w*|börn))"
)


def _sizes(sentence: Sentence) -> Iterator[Mention]:
    for said in _SIZED.finditer(sentence.low):
        words = said["letters"] or said["number"]
        start = said.start()
        if len(words) == 1 and not sentence.line.text[sentence.start + start].isupper():
            continue
        value = as_size(words)
        if value is not None:
            yield Mention(value, start, start + len(words))


_COLOURED = re.compile(
    rf"(?<![^\W\d_-]){COLOUR_PATTERN}|(?<![^\W\d_])(?P<beige>beige|beis)(?![^\W\d_])"
)


def _colours(sentence: Sentence) -> Iterator[Mention]:
    for said in _COLOURED.finditer(sentence.low):
        yield Mention("beige" if said["beige"] else colour_of(said), *said.span())


_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-záéíóúýþæöð][^\W\d_]{2,}")


def _towns(sentence: Sentence) -> Iterator[Mention]:
    line = sentence.line
    for said in _CAPITAL.finditer(line.text, sentence.start, sentence.end):
        town = town_at(line, said.start(), sentence.end, known_only=True)
        if town is not None:
            yield Mention(town[0], said.start() - sentence.start, town[1] - sentence.start)


_BUDGET = found(
    rf"(?<![\w.,+#-])(?=[^,.!?]{{0,16}}?(?<![a-z])(?:{CURRENCY}|þús))(?P<a>{AMOUNT})(?: ?(?:-|–|—|til) ?(?P<b>{AMOUNT}))?(?! ?(?:ár|daga|vik|stk|stykki|%|cm|manns|börn|lítr|\d))"
)
_OF_MONEY = found(rf"(?<![a-z])(?:{CURRENCY}|þús\w*)")


def _budgets(sentence: Sentence) -> Iterator[Mention]:
    for said in _BUDGET.finditer(sentence.low):
        value = as_budget(said["a"], said["b"]) if _OF_MONEY.search(said.group()) else None
        if value is not None:
            yield Mention(value, *said.span())


def _days(sentence: Sentence) -> Iterator[Mention]:
    for day in CALENDAR.days(sentence.low, sentence.line.at.date()):
        if any(letter.isdigit() for letter in sentence.low[day.start : day.end]):
            yield Mention(day.day.isoformat(), day.start, day.end)


_BY = found(rf"(?<![\w@.]){CHANNEL}(?![@\w])")


def _channels(sentence: Sentence) -> Iterator[Mention]:
    if _CHOSEN.search(sentence.low):
        for said in _BY.finditer(sentence.low):
            value = channel_of(said["v"])
            if value is not None:
                yield Mention(value, *said.span("v"))


_PART = found(rf"(?<![\w-]){PART}")
_TIMES = found(rf"(?<![\w:.-]){TIMES}")
_HOURS = hours(_TIMES, hours_of, _PART, part_of)


def _matches(
    compiled: re.Pattern[str], read: Callable[[str], str | None]
) -> Callable[[Sentence], Iterator[Mention]]:
    def find(sentence: Sentence) -> Iterator[Mention]:
        for said in compiled.finditer(sentence.low):
            value = read(said.group())
            if value is not None:
                yield Mention(value, *said.span())

    return find


_ROLE = found(rf"(?<![^\W\d_-])(?P<v>{ROLES})(?![^\W\d_-])")


def _roles(sentence: Sentence) -> Iterator[Mention]:
    for said in _ROLE.finditer(sentence.low):
        start, end = said.span("v")
        yield Mention(sentence.line.text[sentence.start + start : sentence.start + end], start, end)


_FIRM = re.compile(
    r"\b(?:[Hh]já|[Ff]yrir|í stjórn|[Vv]ið hjá) (?P<v>[^\W\d_a-záéíóúýþæöð][\w&.'-]{1,30}(?: [^\W\d_a-záéíóúýþæöð][\w&.'-]{1,24})?(?: (?:ehf|hf|ohf|slf|sf|ses)\b)?)"
)


def _firms(sentence: Sentence) -> Iterator[Mention]:
    for said in _FIRM.finditer(sentence.line.text, sentence.start, sentence.end):
        start, end = said.span("v")
        value = nominative_of_firm(said["v"].rstrip("."))
        if value is not None:
            yield Mention(value, start - sentence.start, end - sentence.start)


_ADDRESS = re.compile(
    r"(?<![\w-])[^\W\d_a-záéíóúýþæöð][^\W\d_]*(?:gata|götu|vegur|vegi|veg|stígur|stíg|braut|tún|túni|hlíð|holt|holti|stræti|bakka|bakki|múla|múli|hvammi|hvammur|garði|garður|brekka|brekku|sund|sundi|heiði|dal|dalur|bær|ási|ás) \d{1,3}[a-z]?(?:, \d{3} [^\W\d_]+)?(?![\w.:]\d)"
)


def _addresses(sentence: Sentence) -> Iterator[Mention]:
    for said in _ADDRESS.finditer(sentence.line.text, sentence.start, sentence.end):
        yield Mention(said.group(), said.start() - sentence.start, said.end() - sentence.start)


_CALLED = found(
    r"(?<![^\W\d_])(?:kallið mig(?: bara| frekar)?|kallaðu mig|heiti(?: ég)?(?: nú| núna)?|reyndar|á(?:tti)? að vera|meinti|ég er|nafnið er|nú|núna|réttara sagt|rétt nafn er) \Z"
)


def _names(sentence: Sentence) -> Iterator[Mention]:
    """Only right behind words for what one is called."""
    line = sentence.line
    for said in _CAPITAL.finditer(line.text, sentence.start, sentence.end):
        if _CALLED.search(sentence.low, 0, said.start() - sentence.start):
            name = name_at(line, said.start(), sentence.end)
            if name is not None and name.known:
                yield Mention(name.value, name.start - sentence.start, name.end - sentence.start)


_NOT_OURS = found(
    r"(?<![^\W\d_])(?:ykkar|þinn|þitt|þið|þú|mæl\w+|svarað\w*|sagði|ódýrar\w*|búð\w*|sá ég)(?![^\W\d_])"
)
REPLACED = Replaced(
    put_right=PUT_RIGHT,
    change=_CHANGE,
    unreal=(SUPPOSED, REPORTED, found(r"\beða\b[^.!]*\?")),
    others=OTHERS,
    old_before=_OLD_BEFORE,
    old_after=_OLD_AFTER,
    requests=_REQUESTS,
    kinds=(
        Changing("home", _towns, _NO_HOME),
        Changing("size", _sizes, _NO_SIZE),
        Changing("colour", _colours, _NO_COLOUR),
        Changing("budget", _budgets, _NO_BUDGET, anyone=True),
        Changing("occasion_date", _days, _NO_DAY, anyone=True),
        Changing("preferred_channel", _channels, anyone=True),
        Changing("preferred_hour", _HOURS, _NO_HOUR, anyone=True),
        Changing(
            "phone",
            _matches(re.compile(PHONE), as_phone),
            found(r"\b(?:pöntun\w*|ykkar|kort\w*)\b"),
        ),
        Changing("email", _matches(re.compile(EMAIL), as_email), found(r"\bykkar\b")),
        Changing(
            "delivery_place", _addresses, found(r"\b(?:stærð|bý|búum|búðin|ykkar)\b"), anyone=True
        ),
        Changing("name", _names, _NOT_OURS),
        Changing("company_role", _roles, _NOT_OURS),
        Changing("company", _firms, _NOT_OURS),
    ),
)
_WORDS = "höfum hafið hafðu hafa núna nú dag framve héðan hér lengur framar meir orðin orðið orðnir orðinn komin komið kominn nýtt nýja nýi ný nýju breyt breyst skipti skipt skiptu færð færðis frest flyt flutt flutti hliðr seinka flýtt mæld mælt mælti máta prófa freka heldur stað staðinn hætt reyndar annars jæja raun raunar tek til aftur ákvað ákveð betra bíð bídd biðið nei úps obb afsak fyrirg sorry leiðr vill innsl prentv misrit vitley rugl mistök meint átti vera rétt of þröng þreng allto fast grenn bætt bætti þyngd stækk minnk hækk lækk fékk bónus púkk upp alveg fjárr sumarf selt seld keypt eyða eytt lokað lokuð ekki upptek vakt hætti sagði ráðin tók stöðu búin búinn búið farin baki leið gifti verður talaði"
LINE_RULES = (LineRule(cues(_WORDS), REPLACED),)
