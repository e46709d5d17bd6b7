"""From when on: "from 1 September", "as of next month", "next week mornings are better"."""

from __future__ import annotations

import re

from chat_server.hearing.beginnings import Ahead, Beginnings
from chat_server.hearing.dates import ENGLISH as CALENDAR

from .words import GREETING

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
BEGINNINGS = Beginnings(
    ahead=Ahead(
        {name: number for name, number in CALENDAR.months.items() if len(name) > len("sept")}
        | {f"{lead} may": 5 for lead in ("in", "from", "of", "this", "starting", "early", "since")}
        | {"june": 6, "july": 7}
        | _SEASONS,
        week=re.compile(r"\bnext week\b"),
        month=re.compile(r"\bnext month\b"),
        year=re.compile(r"\bnext year\b"),
    ),
    before=re.compile(
        r"\b(?:as from|from|as of|as at|starting(?: from| on| with| in)?|start(?:s|ing)? (?:on|in)|beginning(?: on| from| in| with)?"
        r"|effective(?: from| as of)?|with effect from|after|once it's|when it's|not before|come)(?: the| this| next| coming| early| mid)* "
    ),
    behind=re.compile(
        r" ?(?:on(?:wards?)?\b(?! (?:the|my|our|your|a)\b)|and (?:after|later|from then)|forward)"
    ),
    turning=re.compile(
        r"\b(?:(?:number|e-?mail|address|name|surname|phone|mobile|hours?|shifts?|job|size|budget|mail)(?: address| number)?(?: will|'ll|'s going to| is going to| is) (?:be|change|chang(?:e|ing)|become)|(?:number|e-?mail|address|name|phone|job)s? (?:changes|becomes|switches)"
        r"|(?:i|we)(?:'ll| will|'m going to| am going to|'re going to| are going to)(?: be)? (?:have|get|getting|change|changing|use|using|called|reachable|working|join|joining|living|moving|switch|switching|start|starting)(?! (?:to|the|a) (?:order|look))|(?:i|we) (?:get|start|join|switch|change|move|begin)\b|(?:i'm|i am|we're|we are) (?:getting|starting|joining|switching|changing|moving|taking over|becoming))\b"
    ),
    opening=re.compile(
        rf"{GREETING}(?:(?:btw|oh|just|for|but|though|however|actually|note|please note|heads up|fyi)[\s,:]+)*"
    ),
    until=re.compile(
        r"\b(?:until|till|til|up to|up until|before) (?:then|that|it|that day|monday|the move)\b[^.!?;]{0,40}\Z|\b(?:for now|so far|currently|at the moment|right now|at present|still)\b[^.!?;,]{0,40}\Z"
    ),
)
