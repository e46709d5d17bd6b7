"""What is not as it was: another value beside words like "now", "no longer", "changed my mind", "turns out"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.contact_details import EMAIL, PHONE, as_email, as_phone
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.frames import Mention
from chat_server.hearing.money import CURRENCY, as_amount
from chat_server.hearing.names import is_likely, read_name
from chat_server.hearing.places import KNOWN_PLACES, read_place
from chat_server.hearing.products import is_goods
from chat_server.hearing.replaced import Changing, Replaced
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import as_size
from chat_server.hearing.text import Sentence

from .corrections import put_right
from .hours import DAY_PARTS, WHEN, span_of_day
from .mentions import COLOURED, SUBJECT_AFTER
from .words import OTHERS, REPORTED

_CHANGE = re.compile(
    r"\b(?:now|nowadays|these days|no longer|any ?more|any longer|no more|from now on|since|recently|meanwhile|in the meantime|by now|lately|new|instead|rather|actually|after all|in the end|on second thoughts?|second thought|thinking about it|come to think|on reflection"
    r"|chang(?:e|es|ed|ing)|switch(?:ed|ing)?|swap(?:ped|ping)?|mov(?:e|ed|ing)|relocated|update[ds]?|updating|correct(?:ion|ed|ing)?|typo|mistype\w*|misspel\w*|mistake\w*|mistaken|wrong|wait|hang on|hold on|oops|whoops|sorry|apologies|scratch|scrap|strike|forget|ignore|disregard|skip|drop|ditch|cancel that|never ?mind"
    r"|nope|no(?=\s*[,.!–-])|nah|not|make (?:it|that)|i meant?|i mean|meant|should (?:be|have been|read|say)|turns? out|turned out|realis?z?ed|noticed|measured|checked|tried (?:it|them|on)|better|prefer|easier|gained|lost|grown|grew|put on (?:some |a bit of )?weight|bonus|raise|pregnant|baby|up to|down to|go(?:ne)? (?:for|with|off|up|down)|went (?:up|down|off|with|for)"
    r"|decided|talked me (?:out|into)|convinced me|left|quit|resigned|promoted|took over|retired|married|divorced?|deleted|closed|dead|broken|history|sold|over|off|raised|lowered|increased|reduced|extended|stretch|tight\w*|too (?:small|big|large|tight|loose|dark|bright|short|long|wide|narrow)|used to|was|were|it is(?=\s*[.!]|\s*\Z)|is (?:out|in)(?=\s*[,.!]|\s*\Z| and\b)|for short|is enough|will do|dirty|silly|boring|guess|done with|sick of|tired of|out of|postponed|rescheduled|pushed|brought forward|put off|is fine too|is (?:ok|okay|fine))\b"
)
# After these also the next sentences speak of the new.
_LASTING = re.compile(
    r"\b(?:used to|was (?:a|just)|now|no longer|any ?more|any longer|from now on|chang(?:e|es|ed)|switch(?:ed)?|swap(?:ped)?|mov(?:e|ed)|relocated|update[ds]?|correction|typo|mistype\w*|mistake\w*|wrong|wait|hang on|hold on|oops|whoops|sorry|scratch|scrap|strike|forget|ignore|disregard|no(?=\s*[,.!–-])|nope|not any|on second thoughts?|turns? out|turned out|measured|tried (?:it|them|on)|left|divorced?|married|history|postponed|rescheduled|dead|too (?:small|big|large|tight|loose|dark|bright|short|long|wide|narrow))\b"
)
_OLD_BEFORE = re.compile(
    r"\b(?:not|no|never|isn't|wasn't|don't|instead of|rather than|than|used to (?:be|live in|say|wear|take|like|work (?:for|at))|was|were|from|left|leaving|quit|out of|forget|scrap|scratch|skip|ignore|disregard|drop|ditch|swapped|traded|gone off|went off|no longer|no more|stop|stopped|deleted|delete|without|said|wrote|typed|put|first|old|bye|goodbye|sold|instead|over|sick of|tired of|done with|anything but|except)"
    r"(?: (?:using|in|at|to|the|an?|my|me|on|by|via|for|size|wearing|living|living in|wear|want|take|liking|live in|use|send(?:ing)? (?:it|them)? ?to|call(?:ing)?|that|it|working at|working for|with|before|after|between|any|more|so|really|about|from|i|we|own|like|want|need|have|am|'m|are|be))*(?: [\"“'])?[ \"“]?\Z"
)
_OLD_AFTER = re.compile(
    r"(?: (?:ones?|number|address|flat|house|size|colour|shoes?|boots?|job))?(?:'s| is| are| was| were| got| feels?| felt| looks?| turned out| proved| has been| gets?)?(?: (?:all|just|now|really|actually|way|a bit|a little|clearly|simply|so|obviously|in fact|already|to be|a))*,? ?(?:too (?:small|big|large|tight|loose|dark|bright|short|long|wide|narrow|much|early|late|expensive|snug|boring|plain)"
    r"|history|no (?:longer|more|good|use)|not\b|isn't|wasn't|aren't|doesn't|don't|didn't|won't|can't|wrong\b|mistake|typo|guess|dead|gone|over\b|past|before\b|out\b|off\b|tight|any ?more|any longer|dirty|pinch\w*|closed?|used to|boring|full|sold\b|behind (?:me|us)|was\b|were\b|slow|busy|taken)"
)
_REQUESTS = re.compile(
    r"\b(?:can|could|may|might|would|will|shall) (?:you|we|i|u)\b[^?]{0,40}\b(?:make|change|switch|have|use|get|send|deliver|do|take|put|update|call|text|write|swap)\b|\bplease\b|\binstead\b|\brather\b"
)
_UNREAL = (
    re.compile(
        r"\b(?:if (?:i|we|it|you|he|she|they|only)\b|imagine|suppose|supposing|pretend\w*|hypothetically|let'?s say|wish i|for example|e\.g\.|joking|kidding|whether|in case|unless)\b"
    ),
    REPORTED,
    re.compile(
        r"\b(?:maybe|perhaps|possibly|might|may (?=move|be|have|go|become)|right now|probably|i think|i guess|i suppose|i reckon|not sure|unsure|no idea|don't know|can't remember|or so|ish|wondering|i wonder|one day|someday|some day|thinking (?:of|about) moving|hope to|hoping to|would love to)\b"
    ),
)
_NO_HOME = re.compile(
    r"\b(?:for (?:a|the|two|three|some|a few)(?: \w+)? (?:days?|weeks?|weekend|nights?|while)|back (?:on|by|next)|want(?:ed)? to|would like to|wish|plan(?:ning)? to|dream\w*|send\w*|sent|deliver\w*|ship\w*|parcel|package|order\w*|travel\w*|trip|fly|flying|flight|visit\w*|holiday|vacation|weekend|conference|shop|shops|store|warehouse|depot|customs|courier|driver|post office|born|grew up|school|university|studied|work in|working in|office in|hotel|airport|train|bus|pass(?:ing)? through|on (?:my|our) way|stuck|stop in|marathon|concert|festival|weather|made in|from|ask\w*|called|branch|sister\w*|brother\w*|son|daughter|mum|mom|parents)\b|\?"
)
_NO_SIZE = re.compile(
    r"\b(?:what size|which size|no idea|in (?:uk|us|eu)\b|equivalent|convert\w*|same as|litre|liter|sent me|you sent|you've sent|i got|received|arrived|came|says|label\w*|sold out|out of stock|in stock|back in|available|chart|table|website|page|order(?:ed)? (?:the|an?|it|them)|years?|old enough|his|her|their|he|she|gift|present|runs?|do you|have you|delivered|model|if)\b"
)
_NO_COLOUR = re.compile(
    r"\b(?:your|model|looks? (?:great|good|nice|lovely) on|came|arrived|received|sent me|you sent|wrong (?:one|colour|color|item)|photo|picture|website|in stock|sold out|available|bought|ordered|turned|faded|stain\w*|delivered|his|her|their|he|she|light|sky|hair|eyes|cat|dog|car)\b"
)
_NO_BUDGET = re.compile(
    r"\b(?:costs?|price[ds]?|paid|charged|refund\w*|owe\w*|discount|voucher|coupon|gift ?card|off|shipping|postage|delivery|fee|customs|deposit|sale|bill|invoice|saved|worth|back|sold|free)\b"
)
_NO_DAY = re.compile(
    r"\A(?!.*\b(?:moved?|postponed|pushed|rescheduled|put (?:off|back)|brought forward|chang(?:e|ed)|now|instead|actually|wrong|typo|meant?|mistake|not|delayed|earlier|later|new)\b)|\b(?:flight|train|ferry|meeting|appointment|exam|interview|deadline|deliver\w*|parcel|package|order\w*|refund\w*|ship\w*|sent|send|call\w*|promis\w*|courier|arriv\w*|came|reply|answer\w*|wrote|bought|paid|moving|move to|move in|number|job|e-?mail|phone|hours?|shift\w*|budget|start(?:ing)?|from)\b"
)
_OF_OCCASION = re.compile(
    r"\b(?:wedding|party|birthday|graduation|trip|anniversary|christening|festival|race|hike|holiday|tour|celebration|ceremony|event|date|day|it|they|we|postponed|rescheduled|pushed|moved)\b"
)
_NO_HOUR = re.compile(
    r"\A\W*(?:hi |hello |hey )?(?:morning|afternoon|evening)[,.!]|\b(?:yesterday|this (?:morning|afternoon|evening)|good|came|called|rang|arrived|tonight|was (?:here|there)|shop|store|open\w*|clos\w+|flight|train|slept|last night|every other|weather)\b"
)
_REACHED = re.compile(
    r"\b(?:call|ring|phone|reach\w*|text|contact|deliver\w*|best|better|works?|suits?|free|available|home|please|make (?:it|that)|instead|rather|shifts?|only|good|prefer|hours?|catch|bring)\b"
)
_NO_CHANNEL = re.compile(
    r"\b(?:i|we) (?:called|rang|phoned|e-?mailed|texted|wrote|got|received|sent|tried)\b|\byou (?:called|e-?mailed|sent|wrote|never)\b|\b(?:broke|lost my phone|new phone|phone number|my number|e-?mail address|address is|invoice|receipt|order|parcel|charger|case)\b|@|\+\d"
)
_NO_ADDRESS = re.compile(
    r"\b(?:(?:was|were) (?:in|at|behind|under|with|on)|found|arrived|came|sent (?:it|them) to|was delivered|delivered it|e-?mail|mail address|website|bill|invoice|born|grew up|he|she|his|her)\b|@"
)
_LETTERS = re.compile(
    r"(?<![\w'-])(?P<v>(?:[2-5]xl|x{0,3}[sl]|xxs|m)(?![\w'’&-]|/\w)|(?<!too )(?:(?:extra[ -])?(?:small|large)|medium)(?=\s*[.,!;)]|\s*\Z| (?:please|pls|now|is|would|then|instead|in|for me|these days|again|this time|fits|it)\b))"
)
_NUMBERS = re.compile(
    r"(?<![\w.,:/#€$£+-])(?:(?:eu|uk|us) )?(?P<v>(?:3[4-9]|4\d|5\d|6[0-4])(?:[.,]5| ?1/2|½)?|(?:w\d\d ?/?l\d\d))(?![\w%€£$\"]|[.,:/-]\d|\.\d| ?(?:years?|yo\b|days?|weeks?|hours?|months?|min\w*|€|eur\w*|quid|pounds|dollars|bucks|kr\b|%|cm|mm|kg|km|kilos?|litres?|liters?|l\b|am\b|pm\b|items|pieces|pairs|people|times|degrees|percent|miles|nok|isk|st\b|street|road|lane|avenue|[a-z]+ (?:street|road|lane|avenue|st\b|drive|way|court|square|close|park)))"
)
_SMALL = re.compile(
    r"(?:\bsize |\b(?:now|be|an?|is|it's|i'm|say|said|to|it,?) |(?:\A|[,.] ?))(?:an? |uk |us )?(?P<v>\d{1,2}(?:[.,]5| ?1/2|½)?)(?=\s*(?:[.,!)]|\Z)| (?:please|pls|in shoes|in boots|instead|is (?:better|right)|fits|now|i think)\b)"
)
_CHOSEN = re.compile(
    r"\b(?:please|pls|only|rather|instead|better|best|easier|prefer\w*|use|switch\w*|from now on|now|call|ring|phone|text|write|reach|contact|send|fine|works?|just|stick|keep|go with|via|by)\b"
)
_CHANNEL = re.compile(
    r"(?<![\w'-])(?:(?P<whatsapp>whats ?app)|(?P<telegram>telegram)|(?P<viber>viber)|(?P<messenger>messenger)|(?P<wechat>wechat)|(?P<signal>(?<=on )signal|(?<=via )signal|(?<=use )signal|(?<=by )signal)"
    r"|(?P<sms>sms|texts?|text messages?|texting)|(?P<email>e-?mails?|e-?mailing|mail)|(?P<phone>phone calls?|(?<!my )(?<!own )(?<!same )(?<!the )(?<!new )phone|calls?|ring|calling)|(?P<post>by post|letters?)|(?P<chat>this chat|live chat|the chat|chat|right here))(?![\w-])(?! (?:number|address|was|from|you|me back)\b)"
)
_PLACE = re.compile(
    r"\b(?:(?P<led>(?:to|at|with|in|behind|under|by|on) )|(?:it(?:'s| should be| is)|should be|make it|take|use|is|rather|actually|address:?|be|instead,?|,) )?"
    r"(?P<v>(?:(?:my|our|the)(?: new)? (?:\w+(?:'s)? )?(?:home|house|flat|office|work|workplace|place|parents|shed|garage|porch|reception|desk|neighbours?|neighbors?|concierge|pick-?up point|parcel (?:locker|shop|station)|locker|post office|back door|front door|warehouse|shop|studio|school|hotel|gym)(?:'s)?|work(?! (?:for|at|with|as)\b)|reception|home)?"
    r"(?: ?(?:at|on|in|of|,|at number|next door at|no\.?) ?(?=\d|flat|unit|apt))?(?:(?:flat|unit|apt|apartment) \w+, ?)?(?P<road>\d{1,4}[a-z]?,? (?:[\w'.-]+ ){1,3}?(?:street|st|road|rd|lane|avenue|ave|drive|way|court|square|close|park|hill|place|row|terrace|gardens|quay|walk|crescent|view|gate|green|wharf|mews|boulevard|strasse|straße))?"
    r"(?: (?:on|in|at) (?:[\w'.-]+ ){0,2}(?:street|st|road|lane|avenue|square|hill|station))?)(?=[\s.,!;?)]|\Z)"
)
_SHORTEST_PLACE = 3
# Of shoes and dresses; less is a count, more is told by itself.
_SMALL_SIZES = frozenset(half / 2 for half in range(6, 41))
# So short a sentence is about nothing else.
_FEW = 8
_SENT = re.compile(
    r"\b(?:deliver\w*|send|sent|bring|ship|leave|drop|parcel|package|address|take it|put it|redirect|forward|courier|pick(?:ed)? (?:it )?up|collect)\b"
)


def _sizes(sentence: Sentence) -> Iterator[Mention]:
    low, line = sentence.low, sentence.line
    for pattern in (_LETTERS, _NUMBERS, _SMALL):
        for found in pattern.finditer(low):
            said = found["v"]
            start = found.start("v")
            if (
                len(said) == 1
                and not said.isdigit()
                and not line.text[sentence.start + start].isupper()
            ):
                continue
            value = as_size(said)
            if value is None or (said.isdigit() and not int(said) >= 3):  # noqa: PLR2004 - a count
                continue
            behind = SUBJECT_AFTER.match(low, found.end("v"))
            goods = behind["goods"] if behind and is_goods(behind["goods"]) else None
            yield Mention(
                value, start, found.end("v"), subject=goods if goods not in _GENERAL else None
            )


_GENERAL = frozenset({"shoe", "shoes", "clothes", "clothing", "tops", "top", "boot"})


def _colours(sentence: Sentence) -> Iterator[Mention]:
    for found in COLOURED.finditer(sentence.low):
        if found.start() and sentence.line.capital(sentence.start + found.start()):
            continue
        yield Mention(COLOURS[" ".join(found["v"].split())], *found.span("v"))


_CAPITAL = re.compile(r"(?<![\w@.'’-])[^\W\d_a-zà-öø-ÿ][^\W\d_]{2,}")


def _towns(sentence: Sentence) -> Iterator[Mention]:
    """Known ones, and others with a capital behind words that lead to a place or before "now"."""
    line, end = sentence.line, 0
    for found in _CAPITAL.finditer(line.text, sentence.start, sentence.end):
        if found.start() < end or not line.capital(found.start()):
            continue
        place = read_place(line, found.start(), sentence.end)
        if place is None or len(place.value) < _SHORTEST_PLACE:
            continue
        end = place.end
        if (next_one := _WORD.match(line.low, end)) and is_goods(next_one["v"]):
            continue
        if place.value.lower() not in KNOWN_PLACES:
            before = line.low[sentence.start : place.start]
            here = _HERE.match(line.low, place.end)
            if not (_AT.search(before) or here):
                continue
        yield Mention(place.value, place.start - sentence.start, place.end - sentence.start)


_WORD = re.compile(r" (?P<v>[^\W\d_]+)")
_AT = re.compile(
    r"\b(?:(?:live|living|living now|based|moved|are|am|'m|'re|settled|relocated|home|place|house|flat|apartment) (?:in|to)|in|home is|for) \Z"
)
_HERE = re.compile(
    r" (?:now|these days|is (?:now )?home|is my home|is where|people|folks?|it is(?=\s*[.!]|\s*\Z)|is in(?=\s*[.!]|\s*\Z)|girl|boy)\b"
)


def _budgets(sentence: Sentence) -> Iterator[Mention]:
    for pattern in (_PRICED, _LIMITED):
        for found in pattern.finditer(sentence.low):
            value = as_amount(found["v"].strip())
            if value is not None:
                yield Mention(value, *found.span("v"))


# A number alone, where they speak of how far they go.
_LIMITED = re.compile(
    r"\b(?:make (?:it|that)|up to|go to|stretch to|down to|at most|max(?:imum)?|limit(?: is| of|'s)?|budget(?: is|'s| of| to)?) (?P<v>[2-9]\d|[1-9]\d\d|[1-9]\d{3})(?=\s*[.,!)]|\s*\Z| (?:please|then|now|max|instead|at most)\b)"
)
_PRICED = re.compile(
    rf"(?<![\w.,+#-])(?P<v>{CURRENCY} ?\d[\d.,]*(?<![.,])|\d[\d.,]*(?<![.,]) ?{CURRENCY})(?![a-z\d])"
)


def _days(sentence: Sentence) -> Iterator[Mention]:
    if _OF_OCCASION.search(sentence.low):
        for day in CALENDAR.days(sentence.low, sentence.line.at.date()):
            if any(letter.isdigit() for letter in sentence.low[day.start : day.end]):
                yield Mention(day.day.isoformat(), day.start, day.end)


def _channels(sentence: Sentence) -> Iterator[Mention]:
    if _CHOSEN.search(sentence.low):
        for found in _CHANNEL.finditer(sentence.low):
            yield Mention(found.lastgroup or "", *found.span())


def _hours(sentence: Sentence) -> Iterator[Mention]:
    low = sentence.low
    if not _REACHED.search(low):
        return
    clocks = [(found, span_of_day(found, low)) for found in WHEN.finditer(low)]
    yield from (Mention(value, *found.span()) for found, value in clocks if value is not None)
    if not clocks:
        for found in _PART.finditer(low):
            yield Mention(DAY_PARTS[found["v"]], *found.span("v"))


_PART = re.compile(
    r"(?<![\w-])(?<!all )(?<!each )(?P<v>"
    + "|".join(sorted(DAY_PARTS, key=len, reverse=True))
    + r")(?![\w-])"
)


def _places(sentence: Sentence) -> Iterator[Mention]:
    """An address with its number, or a place of theirs behind words that lead there."""
    line = sentence.line
    for found in _PLACE.finditer(sentence.low):
        start, end = found.span("v")
        said = line.text[sentence.start + start : sentence.start + end]
        kept = said.strip(" ,")
        if len(kept) < _SHORTEST_PLACE or not (
            found["road"]
            or found["led"]
            or kept.lower().startswith(("the parcel", "the locker", "the pick"))
        ):
            continue
        if not found["road"] and not (
            _SENT.search(sentence.low)
            or ((found["led"] or "").strip() == "to" and sentence.low.count(" ") < _FEW)
        ):
            continue
        begin = start + said.index(kept)
        yield Mention(kept, begin, begin + len(kept))


_NAMED = re.compile(
    r"\b(?:married|wedding|marriage|divorced?|surname|maiden|last name|first name|name|spell?(?:ed|t|ing)|call(?:ed)? me)\b"
)
_SHORT = re.compile(r"\A\W*[^\W\d_]+ (?:is (?:enough|fine|ok|okay|plenty)|will do|for short)\b")


def _names(sentence: Sentence) -> Iterator[Mention]:
    """A full one where names are spoken of; a short one that "will do"."""
    line = sentence.line
    short = _SHORT.match(sentence.low) is not None
    if not (short or _NAMED.search(sentence.low)):
        return
    end = 0
    for found in _CAPITAL.finditer(line.text, sentence.start, sentence.end):
        if found.start() < end:
            continue
        name = read_name(line, found.start(), sentence.end)
        if name is None:
            continue
        end = name.end
        full = " " in name.value and (name.known or is_likely(name))
        if full or (short and name.known):
            yield Mention(name.value, name.start - sentence.start, name.end - sentence.start)


_COUNTED = re.compile(
    r"(?<![\w-])(?:just |only )?(?P<n>\d{1,2}|one|two|three|four|five|six) (?P<who>cats?|dogs?|kids|kid|children|child|puppies|puppy|kittens?|rabbits?|hens|chickens|horses?|daughters?|sons?)(?![\w'-])(?! (?:food|bed|size|coat|toys?)s?\b)"
)
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


def _household(sentence: Sentence) -> Iterator[Mention]:
    for found in _COUNTED.finditer(sentence.low):
        number = _DIGITS.get(found["n"], found["n"])
        yield Mention(f"{number} {found['who']}", found.start("n"), found.end())


def _matches(
    pattern: str, read: Callable[[str], str | None]
) -> Callable[[Sentence], Iterator[Mention]]:
    compiled = re.compile(pattern)

    def find(sentence: Sentence) -> Iterator[Mention]:
        for found in compiled.finditer(sentence.low):
            value = read(found.group())
            if value is not None:
                yield Mention(value, *found.span())

    return find


def _manner(sentence: Sentence) -> Iterator[Mention]:
    for found in _ADDRESSED.finditer(sentence.low):
        yield Mention(found.lastgroup or "", *found.span())


_ADDRESSED = re.compile(
    r"\b(?:(?P<informal>first names?|informal|on first-name terms|casual)|(?P<formal>(?<!forget the )(?<!forget about )(?:formal|formally)|(?:by|use) my (?:surname|last name)))\b(?! (?:stuff|thing|wear|dress|shoes|dinner|event|is|was))"
)


REPLACED = Replaced(
    change=_CHANGE,
    unreal=_UNREAL,
    others=OTHERS,
    old_before=_OLD_BEFORE,
    old_after=_OLD_AFTER,
    requests=_REQUESTS,
    put_right=put_right,
    lasting=_LASTING,
    kinds=(
        Changing("home", _towns, _NO_HOME),
        Changing("size", _sizes, _NO_SIZE),
        Changing("colour", _colours, _NO_COLOUR, anyone=True),
        Changing("budget", _budgets, _NO_BUDGET, anyone=True),
        Changing("occasion_date", _days, _NO_DAY, anyone=True),
        Changing("preferred_channel", _channels, _NO_CHANNEL),
        Changing("preferred_hour", _hours, _NO_HOUR, anyone=True),
        Changing("delivery_place", _places, _NO_ADDRESS, anyone=True),
        Changing("form_of_address", _manner),
        Changing("household", _household, re.compile(r"\b(?:for|bag|tent|your|neighbours?|neighbors?|sister|brother|friend|of the|saw|photo|if|grew up|had)\b")),
        Changing("name", _names, re.compile(r"\b(?:order|parcel|your|you|agent|thanks|thank)\b")),
        Changing("phone", _matches(PHONE, as_phone), re.compile(r"\b(?:order|tracking|your|hotline|iban|card|invoice|item|article|code)\b")),
        Changing("email", _matches(EMAIL, as_email), re.compile(r"\b(?:your|support|spam)\b")),
    ),
)  # fmt: skip
_CUES = "now nowadays days longer anymore more since recently meanwhile meantime lately new instead rather actually after end thought thoughts thinking reflection change changes changed changing switch switched swap swapped moved move moving relocated update updated updates correction corrected correct typo mistyped misspelt misspelled mistake mistaken wrong wait hang hold oops whoops sorry apologies scratch scrap strike forget ignore disregard skip drop ditch never nope no nah not make meant mean should turns turned turn realised realized noticed measured checked tried better prefer easier gained lost grown grew bonus raise up down go gone went decided talked convinced left quit resigned promoted retired married divorce divorced deleted closed dead broken history sold over off raised lowered increased reduced extended stretch tight tightened too it is enough short used was were dirty guess done sick tired out postponed rescheduled pushed brought put fine ok okay".split()  # noqa: SIM905 - a list would be one word a line
LINE_RULES = (LineRule(frozenset(_CUES), REPLACED),)
