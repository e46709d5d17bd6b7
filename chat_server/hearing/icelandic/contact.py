"""How and when they are reached, and where things are brought to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import EMAIL, PHONE
from chat_server.hearing.inflected import unless, when
from chat_server.hearing.rule import PLAIN, But, Heard

from .words import KIN, found, key, pattern, rule

_STEMS = {
    "tölvup": "email", "email": "email", "e-mail": "email", "imeil": "email", "netf": "email", "mail": "email", "meil": "email", "póst": "email", "símtal": "phone", "símleið": "phone", "sím": "phone", "hring": "phone",
    "sms": "sms", "smáskil": "sms", "skilaboð í sím": "sms", "spjall": "chat", "hér": "chat", "skilaboð": "sms", "bréfp": "post", "bréf": "post",
    "whats": "whatsapp", "messenger": "messenger", "facebook": "messenger", "fb": "messenger", "telegram": "telegram", "viber": "viber", "signal": "signal", "instagram": "instagram",
}  # fmt: skip
_STEM_KEYS = {key(stem): kept for stem, kept in _STEMS.items()}
CHANNEL = r"(?P<v>bréfi? (?:í|með) pósti\w*|bréfleiðis|tölvupóst\w*|e-?mail\w*|ímeil\w*|netfang\w*|maili?\b|mail\b|meil\w*|póst(?:i|ur|inn)?\b|símtal\w*|símleiðis|sími?a?\b|símann\b|sms\w*|smáskilaboð\w*|skilaboð í síma\w*|spjall\w*|bréfpóst\w*|skilaboð(?:um)? í (?:sím|gsm)\w*|whats ?app\w*|(?:facebook |fb )?messenger\w*|facebook|telegram\w*|viber\w*|signal|instagram\w*)"
_LIKES = r"(?:not(?:ið|aðu)|höldum okkur|kjósa|hafið samband|hafðu samband|hafa samband|samband|svar(?:ið|aðu|a|i)?|send(?:ið|u|a)|skrif(?:ið|aðu|a)|betra|best|bezt|þægileg(?:ast|ra)|einfaldast|auðveldast|vil|vildi|kýs|helst|frekar|náið|ná|heyr(?:ið|ðu)|látið (?:mig )?vita|láttu (?:mig )?vita|gott að fá|fá|fæ|fengið|höfum|bara|mætti)"
_FILL = r"(?: (?!ekki\b|aldrei\b|hvorki\b|kvittun|reikning|afrit|upplýsing|mynd|nýj|jakk|peys|pakk|kóða|afslátt)[^\W\d_]+){0,4}?"
_CALLS = r"(?:hring(?:du|ið|iði)|bjallaðu|bjallið|(?:get(?:urðu|ið þið|ur þú|iði)|gæt(?:irðu|uð þið|ir þú|uð)|má|mátt|megið|mætti|vil(?:tu|jið|duð)?|er hægt að|best|betra|frekar|helst|þarf|endilega|bara)(?: (?:einhver|þið|þú|að|bara|mér|alveg|láta|frekar|er|vinsamlegast|fá ykkur til|það))*(?: að)? (?:hringt|hringja|hringi|bjallað|bjallað í))"
_PARTS = {
    "morgn": "morning", "snemma": "morning", "morgun": "morning", "fyrir hádegi": "morning", "fyrripart": "morning", "hádegi": "noon", "eftir hádegi": "afternoon", "síðdegis": "afternoon", "seinnipart": "afternoon", "seinni part": "afternoon", "kvöld": "evening", "virk": "weekdays", "helg": "weekend", "dagvinnu": "weekdays",
}  # fmt: skip
_PART_KEYS = {key(stem): kept for stem, kept in _PARTS.items()}
PART = r"(?:á |um |í |undir |fyrir(?! há) |eftir(?! há) )?(?P<v>morgnana|morgunsárið|fyrir hádegi\w*|fyrripartinn|eftir hádegi\w*|hádeginu|hádegi|síðdegis|seinni ?partinn|seinni ?part dags|kvöldin|kvöldið|kvöldmat(?:inn|arleyti\w*)?|snemma dags|kvöld\b|virkum dögum|virka daga|helgar|helgum|helgina)"
_WORDS = {
    "eitt": 13,
    "tvö": 14,
    "þrjú": 15,
    "fjögur": 16,
    "fimm": 17,
    "sex": 18,
    "sjö": 19,
    "átta": 20,
    "níu": 9,
    "tíu": 10,
    "ellefu": 11,
    "tólf": 12,
}
_HOURS = {key(word): number for word, number in _WORDS.items()}
_CLOCK = rf"(?:kl\.? ?|klukkan )?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?!\d|[.:]\d| ?(?:daga|dag|viku|vikur|kr|þús|börn|ár|mán|mín|%|\. ?(?:jan|feb|mar|apr|ma|jún|júl|ág|sep|okt|nóv|des)))|(?:klukkan |kl\.? ?)?(?:{'|'.join(_WORDS)})(?! ?(?:daga|dag|vik|mán|ár|mín|þús|börn))\b"
TIMES = rf"(?P<when>(?:á milli|milli|frá)(?: kl\.?)? (?P<from>{_CLOCK}) ?(?:og|til|-|–|—) ?(?P<to>{_CLOCK})|(?P<side>eftir|fyrir|frá|ekki fyrr en|ekki fyrir|ekki seinna en|upp úr|til)(?: kl\.?)? (?P<hour>{_CLOCK}))"
_MEET = r"(?:hring\w*|bjalla\w*|ná(?:ð|ið|st|ist)? í|næst í|næ í|heyr\w*|svara\w*|best\w*|betra|hentar|hent\w*|að koma|laus|heima|við frá|er við|er ég við|komið með|afhend\w*|koma með|send\w*|sækja|tekið á móti|samband|helst|bara|þægileg\w*|frekar|get talað|vinn til|endilega|þægilegra|kemst|kippt|skutl\w*|sendil\w*|henta\b|alltaf einhver|svara\w*|má koma|megið koma|koma megi|taka á móti|tek á móti|tekið við|er til taks|á lausu)"
_STOP = (
    r"(?=[.!?;\n]|,? (?:takk|vinsamlegast|ef|plís|og (?:ekki|hring|send|lát)|en|þegar|því)\b|\s*$)"
)
_NO_ADDRESS = r"(?!(?:ekki|rangt|vitlaust|breytt|sama|mig|mér|ykkur|þig|okkur|netfang|morgun|mánudag|þriðjudag|miðvikudag|fimmtudag|föstudag|laugardag|sunnudag|tölvup|sím|sms|spjall|póst[iu]?\b|mail|meil|íslensku|ensku|rétt|annað|hvað|ný|skil|viðger|þessu|laugardög|endur|við\b|stærð|lit\b|[^ ]+@))"
_PLACE = r"(?:vinnu|skrifstof|pósthús|póstbox|sumarbústað|bústað|heim\b|heimilis|verslun|búð|nágrann|húsvörð|hurð|dyr|hótel|gistiheimil|bílskúr|tengda|mömmu|foreldr|skóla)"
_STREET = r"[^!?;.\n]"


_EVENING = found(r" (?:á|um) (?:kvöld|síðdegis|eftirmið)")


def _hours(heard: Heard) -> Iterator[Statement]:
    """From, until, or both."""
    yield heard.statement("preferred_hour", hours_of(heard.match), span=heard.place("when"))


def hours_of(match: re.Match[str]) -> str:
    """The value of a match of `TIMES`."""
    if match["hour"]:
        side = key(match["side"])
        at = _clock(match["hour"], late=side not in {"fyrir", "til"})
        if at < "12" and _EVENING.match(match.string, match.end()):
            at = f"{int(at[:2]) + 12}{at[2:]}"
        return f"-{at}" if side in {"fyrir", "til", "ekki seinna en"} else f"{at}-"
    return f"{_clock(match['from'], late=False)}-{_clock(match['to'], late=True)}"


def _clock(said: str, *, late: bool) -> str:
    bare = re.sub(r"^(?:klukkan |kl\.? ?)", "", said)
    number = _HOURS.get(key(bare))
    if number is not None:
        return f"{number:02}:00"
    hour, _, minute = bare.replace(".", ":").partition(":")
    at = int(hour)
    if late and at < 8 and not minute:  # noqa: PLR2004 - before eight nobody is called
        at += 12
    return f"{at:02}:{minute or '00'}"


def channel_of(said: str) -> str | None:
    """By the beginning of the word."""
    low = key(said)
    return next((kept for stem, kept in _STEM_KEYS.items() if low.startswith(stem)), None)


def part_of(said: str) -> str | None:
    """The part of the day or week."""
    low = key(said)
    return next((kept for stem, kept in _PART_KEYS.items() if low.startswith(stem)), None)


def _part(heard: Heard) -> Iterator[Statement]:
    value = part_of(heard.match["v"])
    if value is not None:
        yield heard.statement("preferred_hour", value, span=heard.place())


def _channel(heard: Heard) -> Iterator[Statement]:
    value = channel_of(heard.match["v"])
    if value is not None:
        yield heard.statement("preferred_channel", value)


_mail = takes.email(
    others=pattern(
        rf"\b(?:hans|hennar|þeirra|ykkar|þitt|{KIN})\b(?![^.!?]*\b(?:mitt|minn|mig|mér)\b)[^.!?,]{{0,30}}$|\b(?:sendi|skrifaði|fékk póst|fékk bréf) (?:á|til|frá)\s*$|\bpóst(?:ur|inn|urinn)? (?:kom )?frá\s*$"
    ),
    former=pattern(
        r"\b(?:gamla|gamalt|fyrra|ekki lengur|rangt|í staðinn fyrir)\s[^,;.!?]{0,25}$|\bekki (?:á |í )?$"
    ),
    former_after=pattern(r"[^,;.!?]{0,12}(?:ekki lengur|virkar ekki|gamalt|gamla|rangt|er hætt)"),
)
_phone = takes.phone(
    words=pattern(
        r"\b(?:sím\w*|símanúmer\w*|númer\w*|gsm\w*|farsím\w*|hringdu|hringið|hringja|hringt|bjalla\w*|whatsapp)\b"
    ),
    others=pattern(
        rf"\b(?:hans|hennar|þeirra|ykkar|þitt|hjá (?!mér)\w+|{KIN})\b[^.!?]{{0,30}}$|\b(?:hringdi)\b[^.!?]{{0,15}}$"
    ),
    former=pattern(r"\b(?:gamla|gamalt|fyrra|ekki lengur)\s[^,;.!?]{0,25}$|\bekki (?:á |í )?$"),
    never=pattern(
        r"\b(?:pöntun\w*|sending\w*|reiknin\w*|kennital\w*|kort\w*|rakning\w*)\b[^\d,;.!?]{0,14}$"
    ),
)
_REACH = But.SUPPOSED | But.REPORTED | But.OTHERS
_BUSY = pattern(
    r"\b(?:svarið|opnið|lokið|eruð|sendið|afgreiðið|keyrið|farið) þið\b|\b(?:hvenær(?! sem)|hvað|hvort)\b|\b(?:væri|ættuð|mættuð|gætuð|kom|komu|var|voru|hringdi|hringduð|svaraði|opið|opin|opnið|lokið|lokað|veðr)\b"
)
_NEAR_HOURS = pattern(rf"\b{_MEET}(?![^\W\d_])")
_NO_PART = found(
    r"\b(?:ekki|aldrei|er ég|ég (?:er|vinn)|vinn|sef|upptekin\w?|í vinnu|í skóla)[^,.;!?]*$"
)
_NO_PART_AFTER = found(
    r" (?:er ég (?:ekki|í|að)|vinn ég|sef ég|kemst ég ekki|hentar (?:mér )?ekki|gengur ekki|er ekki)"
)


def _wished_part(heard: Heard) -> Iterator[Statement]:
    """Not the time at which they sleep or work."""
    low = heard.sentence.low
    cut = max(
        (one.end() for one in heard.line.tongue.clause.finditer(low, 0, heard.match.start())),
        default=0,
    )
    before = low[cut : heard.match.start()]
    home = _AT_HOME.search(before) is not None and "ekki" not in before
    if (
        _CLOCKED.search(before) is None
        and (home or not _NO_PART.search(before))
        and not _NO_PART_AFTER.match(low, heard.match.end())
    ):
        yield from _part(heard)


_AT_HOME = found(r"\b(?:heima|laus|við|hringja|náð|næst)\b")
_CLOCKED = found(TIMES)
RULES = (
    rule("@", rf"(?<![a-z0-9_.@+-])(?P<v>{EMAIL})(?![a-z0-9_@])", _mail, PLAIN),
    rule("0", rf"(?P<v>{PHONE})", _phone, PLAIN),
    # How
    rule("notið notað höldum hafið hafðu hafa samban svar send sendið sendu skrif betra best bezt þægil einfal auðvel vil vildi kýs helst freka náið ná heyr lát gott fá fæ fengið höfum bara mætti", rf"\b{_LIKES}{_FILL}(?:,? (?:með|í gegnum|gegnum|í|á|via|bara|mér|við))? ?\b{CHANNEL}(?! (?:virkar|minn|mitt er|mínum|frá mér|er|sem ég|sem þið|um að|með kvittun))", unless(pattern(rf"\A(?!.*\b(?:frekar|helst)\b.*@).*(?:\b(?:kvittun|afrit|reikning)|svarar enginn|enginn svar|svara ekki síma|\bættuð\b|\b(?:það|alveg|kannski|hér) mætti|\A\W*mætti|\bþegar (?:pakk|pönt|send|var)\w*|{EMAIL}[^@]{{0,3}}$|síminn minn)"), _channel), _REACH | But.DENIED),
    rule("tölvup sms spjal síma email mail whats messe teleg viber signa faceb", rf"(?:^|[,.] ?)(?:með |í )?{CHANNEL} (?:er |væri |eru )?(?:bestur?|best|betr[ai]|bara|betri|þægilegast\w*|hentar best|fínt|takk)", _channel, _REACH | But.DENIED | But.ASKED),
    rule("tölvup póstur póstinn sms spjall símtal sími whats messe teleg viber signa faceb", rf"\b{CHANNEL} (?:hentar|dugar|er þægileg\w*|virkar best)(?: mér| okkur)?(?: best| betur| vel)?(?=[.,!]|\s*$)", _channel, _REACH | But.DENIED | But.ASKED),
    rule("sláið sláðu þráð", r"\b(?:sláið|sláðu|slá) (?:\w+ )?á þráðinn", takes.fixed("preferred_channel", "phone"), _REACH | But.DENIED),
    rule("svara síma", rf"\bsvara ekki (?:í )?síma\w*,? (?:sendið|sendu|skrifið)(?: mér)?(?: frekar| bara)? {CHANNEL}", _channel, _REACH),
    rule("spjall spjal hér", r"\b(?:höfum þetta|vil (?:frekar |helst )?spjalla|spjöllum|svar(?:ið|aðu)(?: mér)?(?: bara)?|skrif(?:ið|aðu)(?: mér)?(?: bara)?|betra|best|frekar)(?: \w+){0,2}? (?:hér|hérna)\b(?! á (?:landi|akur))", takes.fixed("preferred_channel", "chat"), _REACH | But.DENIED | But.ASKED),
    rule("hring hringt hringja bjall", rf"(?<!ekki )\b{_CALLS}(?: (?:bara|frekar|endilega|svo|þá|aftur|í mig|heim))*(?! (?:ekki|í (?:hann|hana|konuna|manninn|mömmu|ykkur|þá|búðina|verslun)))\b", takes.fixed("preferred_channel", "phone"), _REACH | But.DENIED),
    rule("heyr samban símle", r"\b(?:heyrið í mér|heyrðu í mér)(?: bara)?(?: í síma)?|\bhafið samband símleiðis", takes.fixed("preferred_channel", "phone"), _REACH | But.DENIED),
    rule("ekki hring", r"\b(?P<not>ekki (?:vera að )?(?:hringja|hringt|bjalla)|hring(?:ið|du) (?:alls )?ekki|vil ekki (?:fá )?(?:símtöl|símtal|láta hringja))(?! (?:fyrir|eftir|á (?:morgn|kvöld)|um|fyrr|í (?:há|kvöld)))", takes.fixed("preferred_channel", "phone"), But.REPORTED),
    # When
    rule("eftir fyrir milli frá ekki upp til", rf"(?<![\w:.-]){TIMES}", unless(_BUSY, when(_NEAR_HOURS, _hours)), But.REPORTED | But.OTHERS),
    rule("ekki", rf"\bekki (?:hringja|hringið|koma|hringt) (?:í mig )?(?P<when>(?P<side>fyrir|eftir) (?P<hour>{_CLOCK}))(?P<from>(?!))?(?P<to>(?!))?", lambda heard: iter([heard.statement("preferred_hour", f"{_clock(heard.match['hour'], late=False)}-" if key(heard.match["side"]) == "fyrir" else f"-{_clock(heard.match['hour'], late=True)}", span=heard.place("when"))]), But.REPORTED | But.OTHERS),
    rule("morgn morgun hádeg síðde seinni kvöld virk virka helg fyrri snemma", rf"(?<![\w-]){PART}", unless(_BUSY, when(_NEAR_HOURS, _wished_part)), But.REPORTED | But.OTHERS),
    # Where to
    rule("send afhen sent sendas koma", rf"\b(?:send(?:ið|u|a|ist|iði|ast)|sent|afhend(?:a|ið|ist|ast)|komið með)(?: (?:mér|þetta|pakkann|pöntunina|það|hana|hann|vöruna|vörurnar|allt|bara|jakkann|peysuna|skóna|frekar|að|núna|heim|endilega|takk|hingað:?|vinsamlegast))* (?:á|til|í|inn á|heim á|upp í) {_NO_ADDRESS}(?P<v>(?=[^.!?\n]*\d|{_PLACE}|[^\W\d_]+(?:gata|götu|vegi?|vegur|stíg|braut|hólar|hús)){_STREET}{{3,100}}?)" + _STOP, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("skilj skildu setji láti afhen", rf"\b(?:skilj(?:ið|a)|skildu|setjið|látið|láttu|afhendið)(?: \w+){{0,3}}? (?P<v>(?:hjá|við|í|á|til|undir|fyrir utan) (?:\w+ )?(?:{_PLACE}\w*|{KIN})[^.!?,;\n]{{0,50}}?)" + _STOP, takes.words("delivery_place", 120), But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("heimil sending afhend", rf"\b(?:(?:nýja |nýtt |rétt )?(?:heimilisfang|sendingarheimilisfang|afhendingarheimilisfang)(?:ið)?(?: mitt| okkar)?|afhendingarstaður(?:inn)?|sendingarstaður(?:inn)?)(?: er(?: núna| nú)?|:) ?{_NO_ADDRESS}(?P<v>[^!?;\n]{{4,100}}?)(?=[!?;\n]|\.(?:\s|$)|,? (?:takk|og sím|og netf|sími)\b|\s*$)", unless(pattern(r"heimilisfangið (?:hans|hennar|ykkar)"), takes.words("delivery_place", 120)), PLAIN | But.DENIED),
)  # fmt: skip
