"""What it is for, and on which day that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.rule import But, Heard, rule
from chat_server.hearing.takes import LIKELY, day_of

OCCASIONS = {
    "wedding": "wedding",
    "birthday": "birthday",
    "bday": "birthday",
    "anniversary": "anniversary",
    "christmas": "Christmas",
    "xmas": "Christmas",
    "easter": "Easter",
    "graduation": "graduation",
    "valentine's day": "Valentine's Day",
    "valentines day": "Valentine's Day",
    "mother's day": "Mother's Day",
    "mothers day": "Mother's Day",
    "father's day": "Father's Day",
    "fathers day": "Father's Day",
    "funeral": "funeral",
    "baptism": "baptism",
    "christening": "christening",
    "confirmation party": "confirmation",
    "baby shower": "baby shower",
    "housewarming": "housewarming",
    "retirement": "retirement",
    "job interview": "job interview",
    "interview": "job interview",
    "party": "party",
    "prom": "prom",
    "concert": "concert",
    "festival": "festival",
    "hiking trip": "hiking trip",
    "ski trip": "ski trip",
    "skiing trip": "ski trip",
    "camping trip": "camping trip",
    "business trip": "business trip",
    "trip": "trip",
    "trek": "trek",
    "marathon": "marathon",
    "honeymoon": "honeymoon",
    "expedition": "expedition",
    "holiday": "holiday",
    "holidays": "holiday",
    "vacation": "vacation",
    "conference": "conference",
    "birthday party": "birthday",
    "wedding party": "wedding",
    "wedding anniversary": "anniversary",
    "engagement party": "engagement",
    "engagement": "engagement",
    "retirement party": "retirement",
    "graduation party": "graduation",
    "housewarming party": "housewarming",
    "leaving party": "leaving party",
    "leaving do": "leaving do",
    "farewell party": "farewell party",
    "christmas party": "Christmas party",
    "office party": "office party",
    "summer party": "summer party",
    "garden party": "garden party",
    "stag do": "stag do",
    "hen do": "hen do",
    "hen party": "hen party",
    "bachelor party": "bachelor party",
    "bachelorette": "bachelorette",
    "reunion": "reunion",
    "family reunion": "family reunion",
    "class reunion": "class reunion",
    "communion": "communion",
    "first communion": "first communion",
    "bar mitzvah": "bar mitzvah",
    "bat mitzvah": "bat mitzvah",
    "naming ceremony": "naming ceremony",
    "name day": "name day",
    "gala": "gala",
    "regatta": "regatta",
    "race": "race",
    "half marathon": "half marathon",
    "triathlon": "triathlon",
    "tournament": "tournament",
    "competition": "competition",
    "championship": "championship",
    "exam": "exam",
    "first day of school": "first day of school",
    "school trip": "school trip",
    "camping holiday": "camping holiday",
    "camping weekend": "camping weekend",
    "skiing holiday": "skiing holiday",
    "ski holiday": "ski holiday",
    "walking holiday": "walking holiday",
    "fishing trip": "fishing trip",
    "sailing trip": "sailing trip",
    "road trip": "road trip",
    "bike trip": "bike trip",
    "cycling trip": "cycling trip",
    "canoe trip": "canoe trip",
    "trekking trip": "trekking trip",
    "trekking": "trek",
    "safari": "safari",
    "cruise": "cruise",
    "pilgrimage": "pilgrimage",
    "thanksgiving": "Thanksgiving",
    "hanukkah": "Hanukkah",
    "eid": "Eid",
    "diwali": "Diwali",
    "midsummer": "midsummer",
    "golden wedding": "golden wedding",
    "silver wedding": "silver wedding",
    "ceremony": "ceremony",
    "new year's eve": "New Year's Eve",
    "halloween": "Halloween",
}
_V = (
    "(?P<v>"
    + "|".join(sorted(OCCASIONS, key=len, reverse=True))
    + r")\b(?! (?:party )?(?:present|gift)s? card)"
)


def _occasion(heard: Heard) -> Iterator[Statement]:
    if _ASKS_BACK.match(heard.sentence.low):
        return
    value = OCCASIONS[" ".join(heard.match["v"].split())]
    yield heard.statement("occasion", value, span=heard.place(), confidence=LIKELY + 0.05)
    yield from day_of(heard, CALENDAR, value)


def _put_off(heard: Heard) -> Iterator[Statement]:
    """Another day for what was known already."""
    yield from day_of(heard, CALENDAR, OCCASIONS[" ".join(heard.match["v"].split())])


# Who asks when it is or what they said wants to hear it.
_ASKS_BACK = re.compile(
    r"(?:so |and |but |hey |hi |then )*(?:when|which day|what (?:day|date)|on which|do you (?:still )?(?:know|remember)|remind me)\b"
)
_WHEN = But.REPORTED | But.OTHERS | But.SUPPOSED


def _married(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("occasion", "wedding", span=heard.place(), confidence=LIKELY)
    yield from day_of(heard, CALENDAR, "wedding")


def _turning(heard: Heard) -> Iterator[Statement]:
    """Of "my daughter turns ten on 5 March" it is the birthday."""
    dates = list(day_of(heard, CALENDAR, "birthday"))
    if dates:
        yield heard.statement("occasion", "birthday", span=heard.place(), confidence=LIKELY)
        yield from dates


RULES = (
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"^(?:an? |the )?{_V} (?:present|gift)s?\b", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("turns turning turn", r"\b(?:my|our|i)(?: [\w-]+){0,3}? (?P<v>turns?|turning|will turn|am turning|is turning) \d{1,3}\b", _turning, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("married", r"\b(?:i'm|i am|we're|we are) (?P<v>getting married)\b", _married, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"(?:^|[,.!] ?)(?:an? |the |my |our )?(?:\w+ )??{_V}(?: is)? (?=(?:on|this|next|in (?:two|three|\d|a)|tomorrow|today)\b)", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"\b(?:for|to|at|attending|celebrat\w+|have|got|on|is|it's|its|that's|that is|during|before|going on|going|go|invited to|planning)(?: [\w'-]+){{0,5}}?(?: \w+(?:day|ber|ary|uary|ly|il|ch)'s)? {_V}", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"\b(?:my|our|(?:his|her|their|my \w+'s|\w+'s)) (?:\w+ )??{_V}(?: party| trip)?(?: is| will be|'s|s on| on)\b", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("moved postponed rescheduled put pushed shifted brought", rf"\b(?:the|my|our|his|her|their|my \w+'s) {_V}(?: party)?(?:'s| has|s)? ?(?:has been|been|is|was|got|had to be|will be|has|have been)(?: now| been)? (?:moved|postponed|put off|put back|rescheduled|pushed back|pushed|shifted|brought forward|changed)(?: \w+)?(?: from [^.!?,]{{3,20}}?)? (?:to|until|till)\b", _put_off, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("moved postponed pushed shifted rescheduled brought put delayed changed bumped", rf"\b(?:moved|postponed|pushed|shifted|rescheduled|brought|put|delayed|changed|bumped) (?:the|my|our|his|her) {_V}(?: party)?(?: back| forward| off| out)?(?: from [^.!?,]{{3,20}}?)? (?:to|until|till)\b", _put_off, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"(?:^|[,.!] ?|\b(?:and|but|because|as) )(?:the |my |our )?(?:\w+ )??{_V}(?:'s| is| will be)(?: now| actually| on| going to be)* (?=(?:on|the \d|\d{{1,2}}(?:st|nd|rd|th)?\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("marry married knot", r"\b(?:i|we)(?:'ll| will)? (?P<v>get married|marry|tie the knot)\b", _married, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
)  # fmt: skip
