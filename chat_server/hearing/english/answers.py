"""Bare answers to what was asked, corrections, and the name under a letter."""

from __future__ import annotations

import re
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.answers import (
    bare_budget,
    bare_day,
    bare_email,
    bare_name,
    bare_order,
    bare_phone,
    bare_place,
    bare_value,
    bare_words,
    corrected,
)
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.colours import pattern
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.products import read_product
from chat_server.hearing.rule import LineRule
from chat_server.hearing.sizes import SIZE, as_size
from chat_server.hearing.takes import LIKELY, SURE, UNSURE
from chat_server.hearing.text import Line

from .channels import CHANNELS
from .hours import hours_in
from .occasions import OCCASIONS
from .work import HEADS, TITLES

# What people say around the answer itself.
OPENING = re.compile(
    r"\s*(?:(?:hi|hello|hey|sure|yes|yeah|yep|ok|okay|of course|no problem|no idea|dunno|don't know|hard to say|good question|well|um+|uh+|oh|hm+|certainly|here you go|here it is|no|nope|sorry|actually|i think|i guess|i believe|i suppose|i reckon|not sure(?: but)?|maybe|perhaps|something dark|something|let's say|say|"
    r"that(?:'s| is| would be)|it(?:'s| is| would be| was|'d be|'ll be)|its|that'(?:d|ll) be|(?:they|it|these) (?:run|runs|come up|fit) \w+,? so|roughly|approximately|somewhere around|if (?:i|memory) (?:remember|recall|serves)(?: right| correctly| me)*|i(?:'d|'ll| would) (?:go|say)(?: for| with)?|let's go (?:for|with)|the (?:number|name|order number|size|colou?r) is|(?:my|the) \w+ is|i(?:'d| would) (?:like|prefer|say)|i (?:wear|take|need|live in|want|prefer|like|meant|mean)|i'm|i am|call me|please|probably|make it|make that|usually|normally|mostly|european|eu size|in|to|a|an|by|via|for|the|size|number|order|#|it goes to|near|close to|not far from|outside|just outside|over in|up in|down in|out in|an? (?:small |little |tiny )?(?:place|town|village|city|suburb|hamlet)(?: \w+)? (?:called|named|near|in|outside)|i(?:'m| am) (?:from|in|based in|living in)|we live in|under|on|name it|(?:you can |you could |just )?put(?: down| it under| it on)?|make it out to|it's under|just|my friends call me|everyone calls me|around|about|max|up to|no more than|not more than|at most|less than|nothing over|nothing above|something like|in the region of|not over)[\s,.:!#-]+)*"
)
CLOSING = re.compile(
    r"(?:[\s,.!:;)(-]|(?:usually|normally|mostly|always(?: \w+)?|generally|now|these days|tbh|lol|haha|maybe|probably|actually|as always|as usual|all the way|i guess|in most (?:shoes|brands|things))\b|with an? \w{1,6}\b(?: at the end| in the middle)?|(?:\w-){2,12}\w\b|(?:is |will be |would be )?(?:fine|enough|ok|okay|will do|it is)\b|as in \w+|and you\b|of course|(?:but )?(?:sometimes|occasionally|in some shoes|now and then) [^?\n]{1,40}|please|thanks|thank you|thx|i think|i believe|i reckon|i guess|if (?:i|memory) (?:remember|recall|serves)(?: right| correctly| rightly| me)*|(?:but )?(?:don't|dont) quote me(?: on (?:that|it))?|-?ish\b|or so|or thereabouts|at a push|tops|at most|at the most|(?:but )?(?:not sure|could be wrong|i could be wrong)|(?:but )?(?:i'd|i'll|i|i would|let me|will) ?(?:have to|need to|should|better)? ?(?:check|measure|confirm|look)(?: (?:it|that|first|again|at home))*|,? but \w+ for short|for short|for me|sir|\W)*\Z"
)


def _colour(low: str) -> str | None:
    return COLOURS.get(low)


def _product(line: Line) -> list[Statement]:
    opening = OPENING.match(line.low)
    start = opening.end() if opening else 0
    found = read_product(line, start, len(line.text))
    if (
        found is None
        or "?" in line.text
        or not (found.known or CLOSING.match(line.low, found.span[1]))
    ):
        return []
    return [
        Statement("product_interest", found.value, SURE if found.known else LIKELY, *found.span)
    ]


COMPANY_OPENING = re.compile(
    OPENING.pattern
    + r"(?:(?:it's |its |it is )?(?:called|named) |(?:it's |i work )?(?:at|for) |we're (?:called )?)?"
)


def _at_home(line: Line) -> list[Statement]:
    """A number of people, as the answer."""
    found = _PEOPLE.match(line.low)
    return [Statement("household", f"{found[1]} people", SURE, *found.span(1))] if found else []


CHANNEL_OPENING = re.compile(OPENING.pattern + r"(?:(?:quick|short|simple|plain) )?")
CHANNEL_CLOSING = re.compile(
    CLOSING.pattern.replace(
        r"|\W)*\Z", r"|\W)*(?:[,.;-] ?(?:i'm|im|i am|i've|i can't|my|as|since|because)\b[^?]*)?\Z"
    )
)
_PEOPLE = re.compile(
    r"\s*(?:we are |we're |there are |just )?(\d{1,2})(?: people| of us| persons)?\s*[.!]?\s*\Z"
)
_bare_size = bare_value("size", rf"(?:eu |uk |us )?{SIZE}", as_size, OPENING, CLOSING)
_ABOUT = re.compile(
    r"\b(?:around|about|roughly|somewhere|approximately|between|no idea|dunno)\b|-?ish\b"
)


def _size(line: Line) -> list[Statement]:
    """Nobody wears "around 44"."""
    unsure = _ABOUT.search(line.low) is not None
    return [replace(one, confidence=UNSURE) if unsure else one for one in _bare_size(line)]


ANSWERS = {
    "name": bare_name(OPENING, CLOSING),
    "email": bare_email,
    "phone": bare_phone,
    "order_number": bare_order(OPENING),
    "size": _size,
    "colour": bare_value("colour", pattern(COLOURS), _colour, OPENING, CLOSING),
    "budget": bare_budget(OPENING, CLOSING),
    "home": bare_place("home", OPENING),
    "delivery_place": bare_words("delivery_place", OPENING),
    "preferred_channel": bare_value("preferred_channel", "|".join(sorted(CHANNELS, key=len, reverse=True)), CHANNELS.get, CHANNEL_OPENING, CHANNEL_CLOSING),
    "preferred_hour": lambda line: list(hours_in(line)),
    "occasion": bare_value("occasion", "|".join(sorted(OCCASIONS, key=len, reverse=True)), OCCASIONS.get, OPENING, CLOSING),
    "occasion_date": bare_day(CALENDAR),
    "product_interest": _product,
    "company": bare_words("company", COMPANY_OPENING),
    "company_role": bare_value("company_role", rf"(?:{HEADS}|(?:[^\W\d_]+[ -]){{0,2}}?{TITLES})", str, OPENING, CLOSING),
    "household": _at_home,
}  # fmt: skip

_corrected = corrected(
    not_but=r"\bnot (?:order )?(?:size )?#?(?P<wrong>[\w-]{1,14}),? ?(?:but|it's|its|rather|-)? ?(?:order )?(?:size )?#?(?P<v>[\w-]{1,14})(?=[.!,]|$| please)",
    corrected=r"(?:^|[.!?,;\n] ?)(?:no|nope|sorry|oops|wait|actually|correction|i mean|i meant|my mistake|not quite)[,.:!]? "
    r"(?:no,? |sorry,? |actually,? |wait,? |but |i meant |i mean |to say )*(?:it's |its |it is |it should be |the (?:right|correct) (?:one|number|size) is |that's |my \w+ is )?"
    r"(?:order )?(?:number )?(?:size )?#?(?P<v>\S[^.!?;\n]{0,40})",
)
LINE_RULES = (
    LineRule(frozenset("no nope sorry oops wait actually correction mean meant mistake not".split()), _corrected),  # noqa: SIM905
)  # fmt: skip
