"""Occasions with their days, and when they can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.rule import But, Heard, rule
from chat_server.hearing.takes import LIKELY, day_of, word

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
    "new year's eve": "New Year's Eve",
    "halloween": "Halloween",
}
_V = (
    "(?P<v>"
    + "|".join(sorted(OCCASIONS, key=len, reverse=True))
    + r")\b(?! (?:party )?(?:present|gift)s? card)"
)
_CLOCK = r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>a\.?m\.?|p\.?m\.?|o'?clock|h\b)?"
_TO = r"(?P<hour2>[01]?\d|2[0-3])(?:[:.](?P<minute2>[0-5]\d))? ?(?P<half2>a\.?m\.?|p\.?m\.?|o'?clock|h\b)?"
DAY_PARTS = {
    "morning": "morning",
    "mornings": "morning",
    "noon": "noon",
    "midday": "noon",
    "lunchtime": "noon",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "weekend": "weekend",
    "weekends": "weekend",
    "weekdays": "weekdays",
    "a weekday": "weekdays",
    "working days": "weekdays",
}
_PART = "(?P<v>" + "|".join(DAY_PARTS) + r")\b"
_REACH = r"(?:call|ring|phone|reach|contact|text|message|e-?mail|write|get|catch)"
_ME = rf"(?:\b(?:{_REACH}(?= after| before| between)|{_REACH}(?: to)?(?: me| back| me back)(?: by phone| on the phone)?|(?:i(?:'m| am) )(?:best |only |usually |always |mostly )*(?:reachable|available|free|at home|home|reached)|(?:i can|i could) (?:best |only )?(?:be reached|talk|answer|take calls)|best time(?: to (?:call|reach)(?: me)?)?(?: is)?|reach me best|(?:prefer|like) (?:calls|to be called))\b)"
_BETWEEN = rf"{_ME}[^.!?\n]{{0,30}}?"


def _occasion(heard: Heard) -> Iterator[Statement]:
    if _ASKS_BACK.match(heard.sentence.low):
        return
    value = OCCASIONS[" ".join(heard.match["v"].split())]
    yield heard.statement("occasion", value, span=heard.place(), confidence=LIKELY + 0.05)
    yield from day_of(heard, CALENDAR, value)


def _put_off(heard: Heard) -> Iterator[Statement]:
    """Another day for what was known already."""
    yield from day_of(heard, CALENDAR, OCCASIONS[" ".join(heard.match["v"].split())])


def _clock(hour: str, minute: str | None, half: str | None, other: str | None = None) -> str | None:
    number = int(hour)
    half = (half or other or "")[:1]
    if half == "p" and number < 12:  # noqa: PLR2004 - noon
        number += 12
    elif half == "a" and number == 12:  # noqa: PLR2004 - midnight
        number = 0
    return f"{number:02}:{minute or '00'}" if number < 24 else None  # noqa: PLR2004 - hours of a day


def _hours(heard: Heard) -> Iterator[Statement]:
    parts = heard.match.groupdict()
    first = _clock(parts["hour"], parts.get("minute"), parts.get("half"), parts.get("half2"))
    side = parts.get("side") or ""
    if parts.get("hour2"):
        last = _clock(parts["hour2"], parts.get("minute2"), parts.get("half2"))
        value = f"{first}-{last}" if first and last else None
    elif first is None:
        value = None
    else:
        value = f"-{first}" if side in {"before", "until", "till"} else f"{first}-"
    if value:
        yield heard.statement("preferred_hour", value, span=heard.place("when"))


# Who asks when it is or what they said wants to hear it.
_ASKS_BACK = re.compile(
    r"(?:so |and |but |hey |hi |then )*(?:when|which day|what (?:day|date)|on which|do you (?:still )?(?:know|remember)|remind me)\b"
)
_WHEN = But.REPORTED | But.OTHERS | But.SUPPOSED


def _married(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("occasion", "wedding", span=heard.place(), confidence=LIKELY)
    yield from day_of(heard, CALENDAR, "wedding")


RULES = (
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"^(?:an? |the )?{_V} (?:present|gift)s?\b", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("married", r"\b(?:i'm|i am|we're|we are) (?P<v>getting married)\b", _married, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"(?:^|[,.!] ?)(?:an? |the |my |our )?(?:\w+ )?{_V}(?: is)? (?=(?:on|this|next|in (?:two|three|\d|a)|tomorrow|today)\b)", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"\b(?:for|to|at|attending|celebrat\w+|have|got|on|is|it's|its|that's|that is|during|before|going on|invited to|planning)(?: (?:an?|the|my|our|his|her|their|your|upcoming|best|friend's|it's|next|this|coming|big|small|little|\d+(?:st|nd|rd|th)|\w+'s|{{kin}}'?s?))*?(?: \w+(?:day|ber|ary|uary|ly|il|ch)'s)? {_V}".replace("{kin}", r"\w+"), _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule(" ".join({occasion.split()[0] for occasion in OCCASIONS}), rf"\b(?:my|our|(?:his|her|their|my \w+'s|\w+'s)) (?:\w+ )?{_V}(?: party| trip)?(?: is| will be|'s)\b", _occasion, But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("moved postponed rescheduled put pushed shifted brought", rf"\b(?:the|my|our|his|her|their|my \w+'s) {_V}(?: party)? (?:has been|is|was|got|had to be|will be|has|have been)(?: now| been)? (?:moved|postponed|put off|put back|rescheduled|pushed back|pushed|shifted|brought forward|changed)(?: \w+)?(?: from [^.!?,]{{3,20}}?)? (?:to|until|till)\b", _put_off, But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED),
    rule("call ring phone reach contact text message email e-mail write reachable available free home talk time calls reached between from", rf"{_BETWEEN}\b(?P<when>(?:between|from) {_CLOCK} ?(?:and|to|-|until|till) ?{_TO})", _hours, _WHEN),
    rule("call ring phone reach contact text message email e-mail write reachable available free home talk time calls reached", rf"{_BETWEEN}\b(?P<when>(?P<side>after|before|from|until|till) {_CLOCK})(?! (?:days|hours|minutes|weeks|and|to|-|times))", _hours, _WHEN),
    rule("call ring phone reach contact text message email e-mail write reachable available free home talk time calls reached", rf"{_BETWEEN}\b(?:in the|on|at|during the|only|is|this|the|around)(?: early| late)? {_PART}", word("preferred_hour", DAY_PARTS), _WHEN | But.DENIED),
    rule("mornings evenings afternoons weekends weekdays morning evening afternoon noon", rf"(?:^|[,.] ?)(?:in the |on |at )?{_PART} (?:is|are|works?|suits?)(?: me)?(?: \w+)? (?:best|better|fine|good|ideal|for me)", word("preferred_hour", DAY_PARTS), _WHEN | But.DENIED | But.ASKED),
    rule("only", rf"(?:^|[,.] ?|\b(?:and|but) )(?:in the |on )?{_PART} only\b", word("preferred_hour", DAY_PARTS), _WHEN | But.DENIED | But.ASKED),
    rule("after before", rf"(?:^|[,.] ?)(?:but |only |best |ideally |please |these days |nowadays |now |rather |better |usually |always )*(?P<when>(?P<side>after|before) {_CLOCK})(?: please| is best| works best| is better| only)?[.!]?$", lambda heard: _hours(heard) if any(w in heard.line.low for w in ("call", "phone", "reach", "ring", "time")) or heard.line.asked == "preferred_hour" else (), _WHEN),
)  # fmt: skip
