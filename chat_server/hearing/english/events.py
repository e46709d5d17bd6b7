"""Occasions that no table has: whatever of theirs is on a day, and verbs that say what is celebrated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.products import is_goods, is_stop
from chat_server.hearing.rule import But, Heard, rule
from chat_server.hearing.takes import LIKELY, day_of

from .occasions import OCCASIONS
from .words import KIN

# What is on a day as well, and nothing to dress for.
_NO_EVENT = re.compile(
    rf"(?:orders?|deliver(?:y|ies)|parcels?|packages?|shipments?|invoices?|payments?|refunds?|returns?|purchases?|days?|weeks?|months?|years?|dates?|deadlines?|numbers?|address|names?|homes?|house|office|shop|store|phones?|e-?mails?|messages?|budget|size|colou?r|money|"
    rf"pay(?:day|cheque)?|salary|vouchers?|coupons?|codes?|question|problem|issue|flight|train|bus|bill|rent|contract|lease|subscription|visit|call|appointment|meeting|shift|day off|time off|move|others?|one|way|best|first|last|thing|{KIN}|kids?|dogs?|cats?)\Z"
)
_DONE = re.compile(
    r"\b(?:arriv\w*|deliver\w*|ordered|bought|placed|due|paid|sent|posted|returned|dispatched|shipped|came|was|were|had|last|ago|born)\b"
)
_DATE = r"(?=(?:on|the|from|this|next|\d)\b)"
_NOUNS = r"(?P<v>(?:[a-z][a-z'-]+ ){0,2}?[a-z][a-z-]{3,})"
_AT = r"(?: (?:in|at|on|up in|over in|near) [a-z][\w'-]+(?: [a-z][\w'-]+)?)?"
_VERBS = {
    "graduat": "graduation",
    "retir": "retirement",
    "christen": "christening",
    "baptis": "baptism",
    "baptiz": "baptism",
    "engag": "engagement",
}
_BUT = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED


def _event(heard: Heard) -> Iterator[Statement]:
    """Only with its day, which says that it is an event."""
    said = heard.match["v"].split()
    while said and (is_stop(said[0]) or said[0] in COLOURS):
        said.pop(0)
    value = " ".join(said)
    head = said[-1] if said else ""
    if (
        not said
        or any(one in OCCASIONS for one in (value, head))
        or any(is_goods(word) for word in said)
        or any(is_stop(word) for word in said)
        or any(_NO_EVENT.match(word) for word in said)
        or head.endswith(("ing", "ly"))
        or _DONE.search(heard.sentence.low)
        or re.search(rf"\b{KIN}'?s? {re.escape(value)}", heard.sentence.low)
    ):
        return
    start = heard.place()[1] - len(value)
    value = heard.line.text[start : start + len(value)]
    days = [one for one in day_of(heard, CALENDAR, value) if (one.start or 0) > heard.place()[1]]
    if days:
        yield heard.statement(
            "occasion",
            value,
            span=(start, start + len(value)),
            confidence=LIKELY,
        )
        yield from days


def _celebrated(heard: Heard) -> Iterator[Statement]:
    stem = next(one for one in _VERBS if heard.match["v"].startswith(one))
    days = list(day_of(heard, CALENDAR, _VERBS[stem]))
    if days:
        yield heard.statement("occasion", _VERBS[stem], span=heard.place(), confidence=LIKELY)
        yield from days


RULES = (
    rule("my our", rf"\b(?:my|our) {_NOUNS}{_AT}(?:'s| is| falls| takes place| starts| begins| will be| has been moved| (?:was|is|got|has been) (?:moved|postponed|put off))?(?: now| only| already| to| until| till)* {_DATE}", _event, _BUT),
    rule("for", rf"\bfor (?:an? |the ){_NOUNS}{_AT} {_DATE}", _event, _BUT),
    rule("graduates graduating graduate retires retire retiring christened baptised baptized engaged", r"\b(?:my|our|i|we)(?: [\w'-]+){0,4}? (?P<v>graduat(?:es?|ing)|retir(?:es?|ing)|christened|bapti[sz]ed|engaged)\b", _celebrated, _BUT),
)  # fmt: skip
