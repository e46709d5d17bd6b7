"""Values put right, taken back or replaced: "sorry, 45", "not L any more", "make that 150 euros"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.colours import pattern
from chat_server.hearing.contact_details import (
    EMAIL,
    PHONE,
    as_email,
    as_order_number,
    as_phone,
)
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.dates import end_of
from chat_server.hearing.engine import AS_CORRECTION
from chat_server.hearing.money import AMOUNT, CURRENCY, as_amount
from chat_server.hearing.names import is_likely, read_name
from chat_server.hearing.places import read_place
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE, as_size
from chat_server.hearing.takes import SURE
from chat_server.hearing.text import Line

from .occasions import OCCASIONS

_SIZED = re.compile(rf"(?:an? |the )?(?:size )?(?:an? )?(?P<v>{SIZE})")
_PLAIN_NUMBER = range(30, 60)
_SHORTEST_PLACE = 2
_COLOURED = re.compile(rf"(?:in |the )*(?P<v>{pattern(COLOURS)})(?: ones?)?\b")
_PRICED = re.compile(
    rf"(?:about |around |up to |max |only )*(?=[^,.!?]{{0,16}}?{CURRENCY})(?P<v>{AMOUNT})"
)
_NUMBERED = re.compile(r"(?:order )?(?:number )?#?(?P<v>\d{4,8})(?![\d:/-]|[.,]\d)")
_MAILED = re.compile(rf"(?P<v>{EMAIL})")
_PHONED = re.compile(rf"(?P<v>{PHONE})")
_DAY = re.compile(r"(?:on |the )*")
# After the value nothing goes on.
_OVER = re.compile(
    r"(?:,? (?:please|pls|thanks|then|instead|of course|for me|actually|rather|obviously|i (?:mean|meant)|not [^.!?,]{1,16}|is (?:right|correct|better)|at (?:the )?most|max|at the end|now|it is))*\s*(?:[.!)(,;–—-]|\Z|\n|\s[^\w\s])"
)
_OOPS = (
    r"(?:sorry(?: about that| for that)?|so sorry|oops|ooops|whoops|argh|(?:oh|no|ah|er|um) (?:wait|no|sorry|hang on)|wait|hang on|hold on|one sec|typo|my bad|my mistake|my fault|correction"
    r"|autocorrect|wrong (?:number|size|colou?r|one|e-?mail|address|name|order|day|date|amount)|that (?:was|is) (?:wrong|a typo|not right)|that's (?:wrong|not right|a typo)"
    r"|mistyped|i mistyped|misspelt|misspelled|actually|scratch that|strike that|forget (?:that|it|the \S+)|never mind|not quite|on second thoughts?"
    r"|(?:i|we)(?:'ve| have)? changed (?:my|our) minds?|change of (?:mind|plans?)|false alarm|come to think of it|let me correct (?:that|myself|it)|to correct myself|i was wrong|i got (?:that|it) wrong|i checked|i've checked|i have checked|just checked|just measured|i measured(?: again)?|please correct(?: that| it)?|please change (?:that|it))"
)
_WELL = r"(?:oh|ah|no|nope|hm+|well|yes|ok|okay)"
_MEANT = (
    r"(?:i (?:mean|meant)(?: to (?:say|write|type|put))?|(?:it|that) (?:should|must) (?:be|say|read|have been)|make (?:that|it)|change (?:that|it|this) to|let'?s (?:make it|say|go for|go with|do)"
    r"|(?:it's|its|it is|that's|it was|it'd be|i'm|i am|i'd (?:rather|prefer)|i (?:want|need|prefer|take|wear)|give me|rather|better|but|and|so|now|just|instead|in|for|to|the (?:right|correct|real|proper|new) (?:\w+ )?(?:one|number|size|colou?r|e-?mail|address|date|day|name)(?: is|'s)?|(?:my|the) (?:\w+ )?(?:size|number|budget|colou?r|e-?mail|name|date|day|limit)(?: is|'s)?|spell?ed|spelt|written|with))"
)
_CORRECTED = re.compile(
    rf"(?:\A|[.!?;\n] ?|[,–—-] ?)(?:(?:{_OOPS}[\s,.:;!–—-]+|{_WELL}[,.:;!–—-]+\s*)+(?:{_MEANT}[\s,:]+){{0,3}}|(?:{_MEANT}[\s,:]+){{1,3}}(?<=[a-z] ))(?P<v>[^\s])"
)
_STRONG = re.compile(
    rf"{_OOPS}|\bno(?:pe)?\b|i (?:mean|meant)\b|make (?:that|it)|change (?:that|it|this) to|let'?s (?:make it|say)|(?:it|that) (?:should|must)|the (?:right|correct|real|proper|new) |spell?ed|spelt|rather|instead|better"
)


def _shapes(line: Line, start: int) -> Iterator[tuple[str, str, int, int]]:
    """Whatever the words there can be a value of."""
    low = line.low
    for key, shape, clean in (
        ("email", _MAILED, as_email),
        ("phone", _PHONED, as_phone),
        ("order_number", _NUMBERED, as_order_number),
        ("budget", _PRICED, as_amount),
        ("colour", _COLOURED, COLOURS.get),
        ("size", _SIZED, _as_plain_size),
    ):
        found = shape.match(low, start)
        if found is not None and _OVER.match(low, found.end()):
            value = clean(" ".join(found["v"].split()))
            if value is not None:
                yield key, value, *found.span("v")
    yield from _capitals(line, start)
    yield from _days(line, start)


def _as_plain_size(said: str) -> str | None:
    """Other numbers are more often something else."""
    return as_size(said) if not said.isdigit() or int(said) in _PLAIN_NUMBER else None


def _capitals(line: Line, start: int) -> Iterator[tuple[str, str, int, int]]:
    name = read_name(line, start, len(line.low))
    if name is not None and is_likely(name) and _OVER.match(line.low, name.end):
        yield "name", name.value, name.start, name.end
    place = read_place(line, start, len(line.low))
    if (
        place is not None
        and len(place.value) > _SHORTEST_PLACE
        and _OVER.match(line.low, place.end)
    ):
        yield "home", place.value, place.start, place.end


def _days(line: Line, start: int) -> Iterator[tuple[str, str, int, int]]:
    opened = _DAY.match(line.low, start)
    begin = opened.end() if opened else start
    rest = line.low[begin : begin + 40]
    for day in CALENDAR.days(rest, line.at.date())[:1]:
        if day.start < len("on the ") and _OVER.match(line.low, begin + day.end):
            yield "occasion_date", day.day.isoformat(), begin + day.start, begin + day.end


def put_right(line: Line) -> Iterator[Statement]:
    """After words that say that something else was meant."""
    if line.low.rstrip().endswith("?"):
        return
    for found in _CORRECTED.finditer(line.low):
        if not _STRONG.search(found.group()) or line.in_quotation(found.start()):
            continue
        for key, value, start, end in _shapes(line, found.start("v")):
            if key in {"name", "home"} and "say" in found.group():
                return
            yield Statement(key, value, AS_CORRECTION, start, end, corrects=True)


_NOT_MORE = re.compile(
    r"(?:(?:\A|[.!?;,\n] ?|\b(?:and|but|so) )(?:not |no (?:more )?|never (?:again )?)(?:in |an? |the |size |at )*(?P<v>\S[^.!?,;\n]{0,40}?)(?: any ?more| any longer)\b"
    r"|(?:delete|remove|forget|drop|don't (?:use|write to|call|send (?:\w+ )?to)|stop using|no longer use|(?:not|never|don't) use)(?: the number| the address| the e-?mail| my number| my e-?mail)? (?P<w>[^\s,;!?]+(?: ?\d[\d ]+)?)"
    r"|(?P<x>\+?\d[\d ()-]{6,18}\d|[^\s,;!?]+@[^\s,;!?]+) (?:is|isn't|ist|was|does|doesn't|belongs|won't)(?: not| n't| no longer|n't)?(?: my| mine| work| reach| valid| in use| active| existing| to me| right| correct| for me| a valid| use)+(?:[^.!?;,]{0,20}?(?: any ?more| any longer| number| now| address| old))*)"
)
_NOT = re.compile(
    r"n't|\bnot\b|no longer|any ?more|any longer|\b(?:delete|remove|forget|drop|stop|never|no|old)\b"
)


_FOREIGN = re.compile(
    r"\b(?:hotline|tracking|order|your|customer|invoice|shop'?s?|his|her|their)\b"
)


_FORGOTTEN = re.compile(
    r"\b(?:delete|remove|erase|drop|take out|get rid of|don't use|do not use|stop using) my (?:old )?(?:(?P<phone>(?:mobile|phone|cell|telephone)(?: number)?|number)|(?P<email>e-?mail(?: address)?)|(?P<size>(?:shoe )?size)|(?P<home>(?:home )?address|home town|town))\b(?! (?:to|from this|in this|for))"
)


def _forgotten(line: Line) -> Iterator[Statement]:
    """A kind that is to be known no more."""
    found = _FORGOTTEN.search(line.low)
    if found is not None and not line.low.rstrip().endswith("?"):
        yield Statement(found.lastgroup or "", None, SURE, *found.span())


def _taken_back(line: Line) -> Iterator[Statement]:
    """A value that is named and holds no longer."""
    for found in _NOT_MORE.finditer(line.low):
        group = found.lastgroup or "v"
        if not _NOT.search(found.group()) or line.in_quotation(found.start()):
            continue
        start, end = found.span(group)
        if _FOREIGN.search(line.low, max(0, start - 30), start):
            continue
        for key, shape, clean in (
            ("email", _MAILED, as_email),
            ("phone", _PHONED, as_phone),
            ("size", _SIZED, _as_plain_size),
            ("colour", _COLOURED, COLOURS.get),
            ("budget", _PRICED, as_amount),
        ):
            value_at = shape.match(line.low, start)
            value = clean(value_at["v"].strip()) if value_at and value_at.end() >= end - 1 else None
            if value_at is not None and value is not None:
                yield Statement(key, value, SURE, *value_at.span("v"), ended=True)
        place = read_place(line, start, end)
        if place is not None and place.end == end and len(place.value) > _SHORTEST_PLACE:
            yield Statement("home", place.value, SURE, place.start, place.end, ended=True)


_OF_OTHERS = re.compile(
    r"\b(?:flight|train|ferry|meeting|appointment|exam|interview|delivery|parcel|package|order|refund|call|webinar|deadline)\b"
)
_PUT_OFF = re.compile(
    r"\b(?:postponed?|put off|put back|moved|pushed (?:back|out)|pushed|rescheduled?|brought forward|delayed|new date|another date|different date|different day|other day|the date (?:has )?changed|date is now|changed the date|date(?:'s| is| has) (?:been )?changed)\b"
)
_OFF = re.compile(
    r"\b(?:the|our|my|his|her) (?P<v>"
    + "|".join(sorted(OCCASIONS, key=len, reverse=True))
    + r")(?: party)?(?:'s| is| was| has been| got)(?: now| all| been| unfortunately| sadly)* (?:off\b|cancell?ed|called off|not happening|not taking place)"
)


def _put_off(line: Line) -> Iterator[Statement]:
    """Another day for what is known: the last one that is named."""
    moved = _PUT_OFF.search(line.low)
    if moved is None or line.low.rstrip().endswith("?") or _OF_OTHERS.search(line.low):
        return
    days = [
        day for day in CALENDAR.days(line.low, line.at.date()) if day.start >= moved.start() - 40
    ]
    spoken = [OCCASIONS[word] for word in _OCCASIONS.findall(line.low)]
    if days and len(days) <= _FROM_AND_TO and len(set(spoken)) <= 1:
        day = days[-1]
        yield Statement(
            "occasion_date",
            day.day.isoformat(),
            SURE if spoken else AS_CORRECTION,
            day.start,
            day.end,
            subject=spoken[0] if spoken else None,
            valid_until=end_of(day.day),
            corrects=True,
        )


_FROM_AND_TO = 2
_OCCASIONS = re.compile(r"\b(?:" + "|".join(sorted(OCCASIONS, key=len, reverse=True)) + r")\b")


def _called_off(line: Line) -> Iterator[Statement]:
    """What was to be celebrated is not."""
    found = _OFF.search(line.low)
    if found is not None and not line.low.rstrip().endswith("?"):
        value = OCCASIONS[found["v"]]
        yield Statement("occasion", value, SURE, *found.span("v"), ended=True)
        yield Statement("occasion_date", None, SURE, *found.span("v"), subject=value)


LINE_RULES = (
    LineRule(frozenset("sorry oh ah oops whoops no nope wait hang hold typo bad mistake correction autocorrect wrong mistyped misspelt actually scratch strike forget mind thoughts changed change correct meant mean make let's lets should must rather better instead spelled spelt checked measured alarm".split()), put_right),  # noqa: SIM905
    LineRule(frozenset("not no never delete remove forget drop don't stop isn't doesn't longer anymore".split()), _taken_back),  # noqa: SIM905
    LineRule(frozenset({"delete", "remove", "erase", "drop", "take", "rid", "don't", "not", "stop"}), _forgotten),
    LineRule(frozenset("postponed postpone moved put pushed rescheduled reschedule brought delayed date day".split()), _put_off),  # noqa: SIM905
    LineRule(frozenset("off cancelled canceled happening taking".split()), _called_off),  # noqa: SIM905
)  # fmt: skip
