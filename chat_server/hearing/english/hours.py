"""When they want to be reached or delivered to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import LineRule
from chat_server.hearing.takes import SURE
from chat_server.hearing.text import Line, Sentence

from .words import OWN, REPORTED

DAY_PARTS = {
    "morning": "morning",
    "mornings": "morning",
    "noon": "noon",
    "midday": "noon",
    "lunchtime": "noon",
    "lunch time": "noon",
    "lunch": "noon",
    "lunch break": "noon",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "weekend": "weekend",
    "weekends": "weekend",
    "weekdays": "weekdays",
    "a weekday": "weekdays",
    "working days": "weekdays",
    "monday to friday": "weekdays",
    "monday through friday": "weekdays",
    "mon-fri": "weekdays",
    "mon to fri": "weekdays",
    "during the week": "weekdays",
    "in the week": "weekdays",
    "saturdays and sundays": "weekend",
    "saturdays or sundays": "weekend",
    "saturday or sunday": "weekend",
    "saturday and sunday": "weekend",
    "forenoon": "morning",
    "forenoons": "morning",
    "early evening": "evening",
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905
        1,
    )
}
_NUMBER = r"(?:[01]?\d|2[0-4]|" + "|".join(_NUMBERS) + ")"
_HALF = r"(?: ?(?:a\.?m\b\.?|p\.?m\b\.?|o'?clock\b|h\b|ish\b))?"
_T = rf"(?:half past {_NUMBER}|quarter (?:past|to) {_NUMBER}|noon|midday|midnight|{_NUMBER}(?:[:.][0-5]\d)?{_HALF})"
_NO_MORE = r"(?! (?!works\b|suits\b|is\b|weekdays\b|weekends\b|evenings\b|always\b|thanks\b|as\b|his\b)[a-z]{2,}s\b)(?! ?(?:days?|hours?|minutes?|weeks?|months?|years?|times|(?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\b|pairs?|euros?|people|pieces|items|the|st\b|nd\b|rd\b|th\b|\d|%|€|£|\$)|[\d.:/-]\d)"
WHEN = re.compile(
    rf"\b(?:between|from|anywhere between) (?P<a>{_T}) ?(?:and|to|-|–|until|till|til) ?(?P<b>{_T}){_NO_MORE}"
    rf"|(?<![\d.:/-])\b(?P<c>{_T}) ?(?:to|-|–|until|till) ?(?P<d>{_T}){_NO_MORE}"
    rf"|(?P<not>\b(?:not|never|no(?= (?:later|earlier) than)|don't (?:call|ring|phone|come|text)(?: me)?|no (?:calls|deliveries)|can't(?: \w+)?|nobody(?:'s| is) (?:home|in)|nothing|anything but) )?(?:at any time |any ?time |only |best |ideally )?\b(?P<side>after|before|from|past|until|till|by|later than|earlier than) (?P<e>{_T}){_NO_MORE}"
)
_PART = re.compile(
    r"(?P<not>\b(?:not?|never|except|but not|instead of|rather than|no longer|other than)(?: \w+){0,2} )?\b(?P<v>" + "|".join(sorted(DAY_PARTS, key=len, reverse=True)) + r")\b(?! (?:flight|train|walk|run|coffee|market|sale|shift|snack|box|break|post|mist|sun|dress|trip|hike|jacket|bag))"
)  # fmt: skip
_WHOLE_PART = re.compile(
    r"\b(?:good|this|yesterday|last|every other|monday|one|that|the other|in the early|next|tomorrow|since|all)(?: \w+)? \Z"
)
_ONLY = re.compile(
    r"\s*(?:please |but |and |so )*(?:only|best|ideally|preferably)(?: on)?(?: weekdays| weekends| working days| in the \w+)?,? ?\Z"
)
# That it is about reaching them: a wish, not an account.
_REACH = re.compile(
    r"\b(?:call|ring|phone|reach|contact|text|message|write|e-?mail|catch|get hold of|get)(?: to)? (?:me|us)\b|\b(?:call|ring|phone|text|reach|catch)(?: me)?(?: back)? (?:after|before|between|from|in the|on|at|any ?time|around|only)\b"
    r"|\b(?:reachable|best time|good time|better time|time (?:to|for)|take calls|take a call|be reached|be contacted|be called|calls?\b(?! (?:my|the|your))|to (?:call|ring|phone|talk|deliver|reach me))"
    r"|\b(?:i(?:'m| am)|i'll be|im|we're|we are|someone(?:'s| is)|somebody(?:'s| is)|nobody(?:'s| is)|i get|i'm only|i am only|my wife is|i'm back|i am back)(?: \w+)?(?: \w+)? (?:home|available|free|in|at home|at my desk|off work|around|here|reachable|back)\b"
    r"|\b(?:i can|i could|we can) (?:only |best )?(?:talk|answer|pick up|take|receive|be)\b"
    r"|\b(?:deliver(?!ed (?:yesterday|today|on|this))(?:ed|y|ies)?|bring it|drop (?:it|them)|the courier|come (?:by|round|over|before|after|between|in the))\b|\b(?:suits?|works?) (?:me|best|better|for me|us|fine)\b"
)
_BY_ITSELF = re.compile(
    r"\s*(?:(?:please|pls|but|and|so|ok|okay|sure|yes|hm+|well|oh|best|better|the|early|late|ideally|preferably|only|usually|mostly|always|now|nowadays|these days|from now on|any ?day|any ?time|every day|weekdays|in the|on|at|during the|during|around|new job|rather|or|just|it'?s|would be|is|are)[\s,]*)*\Z"
)
_ENDS_WELL = re.compile(
    r"\s*(?:please|pls|only|is|are|works?|suits?|would be|will do|from now on|now|on (?:weekdays|weekends)|[.!,]|\Z|if possible|is best|in the (?:morning|afternoon|evening))"
)
_SUITS = re.compile(
    r"[^.!?,;]{0,14}?(?:\b(?:is|are|works?|suits?|would be|'s)(?: \w+)? ?(?:best|better|fine|good|ideal|for me|perfect|easiest|me)\b|\bonly\b|\b(?:do|works?|suits?)(?=[.,!]|\s*$))"
)
_RATHER = re.compile(r"\b(?:only|best|better|ideally|preferably|rather)\b")
_PLEASE = re.compile(r",? (?:please|pls|thanks)\b")
_PASSED = re.compile(
    r"\b(?:called|rang|phoned|texted|wrote|arrived|came|ordered|delivered (?:yesterday|today|on|this|last|at)|was|were|yesterday|last (?:week|night|month)|it's (?:\d|already)|opened?|opening|closed?|shut|shuts|open till|your (?:shop|store|hours|office)|up since|been up|born|wash|flight|train)\b"
)
_ASKS = re.compile(
    r"\s*(?:(?:hi|hello|hey|and|but|so|also|please|ok|sorry)[\s,!.]*)*(?:(?:do|does|did|are|is|when|what|which|how|will|am|was|were|has|have|would|should|may|can i|could i|who|where|why)\b)"
)
# Until then they cannot: "I'm at work until 5, call after that".
_BUSY = re.compile(
    r"\b(?:at work|working|work|in (?:a )?meetings?|busy|out|away|asleep|sleep(?:ing)?|shut|closed|teach(?:ing)?|in class|at school|not (?:home|in|there|available|free))\b[^.!?]{0,16}\Z"
)
# From then on they can.
_BACK_BY = re.compile(r"\b(?:home|back|in|there|free|available|finished|off work)(?: again)? \Z")
_UNTIL_THEN = re.compile(
    r"\b(?:sleep|asleep|busy|work(?:ing)?|out|away|in bed|at work|teach(?:ing)?)\b[^.!?,;]{0,12}\b(?:till|until|til|through) (?:the )?\Z"
)
_NOON = 12
_EARLIEST, _DAWN, _LATE = 6, 7, 10


def hours_in(line: Line) -> Iterator[Statement]:
    """A clock or a part of the day, where the line speaks of reaching them or was asked for it."""
    open_for_it = line.asked == "preferred_hour"
    for sentence in line.sentences:
        low = sentence.low
        about = _REACH.search(low) is not None
        if sentence.of_others and not OWN.search(low):
            continue
        if "?" in low and _ASKS.match(low):
            open_for_it = open_for_it or about
            continue
        found = next(
            (
                one
                for read in (_clocked, _part)
                for clause in _clauses(low)
                if (one := read(sentence, clause, sure=about or open_for_it)) is not None
            ),
            None,
        )
        if found is not None and not REPORTED.search(low[: (found.start or 0) - sentence.start]):
            yield found
        open_for_it = open_for_it or about


def _clauses(low: str) -> Iterator[tuple[int, int]]:
    """What is told of other things in one does not touch the next."""
    start = 0
    for mark in _CLAUSE.finditer(low):
        yield start, mark.start()
        start = mark.end()
    yield start, len(low)


_CLAUSE = re.compile(
    r"[,;] ?(?:so|but|and|therefore)\b|\b(?:so|but)\b|;|, (?=please|only|best|deliver|call|ring|phone|text)"
)


def _clocked(sentence: Sentence, clause: tuple[int, int], *, sure: bool) -> Statement | None:
    low = sentence.low
    if _PASSED.search(low, *clause):
        return None
    for found in WHEN.finditer(low, *clause):
        wished = (
            found["not"] is not None and _PLEASE.match(low, found.end()) is not None
        ) or _SUITS.match(low[found.end() :]) is not None
        if not sure and not wished and not _ONLY.match(low[: found.start()]):
            continue
        value = span_of_day(found, low)
        if _NO_GOOD.match(low, found.end()):
            continue
        if value is not None and not sentence.line.in_quotation(sentence.start + found.start()):
            start = sentence.start
            return Statement(
                "preferred_hour", value, SURE, start + found.start(), start + found.end()
            )
    return None


def span_of_day(found: re.Match[str], low: str) -> str | None:
    late = re.search(r"\b(?:afternoon|evening|night|tonight|work)\b", low) is not None
    early = "morning" in low
    first, last = found["a"] or found["c"], found["b"] or found["d"]
    if first and last:
        if found["c"] and not re.search(r"[ap]\.?m|:|-|–|\bto\b|until|till", found.group()):
            return None
        end = _clock(last, late=late, early=early)
        begin = _clock(
            first,
            late=late or last.rstrip(".").endswith(("pm", "p.m")),
            early=early or last.rstrip(".").endswith(("am", "a.m")),
        )
        if begin is None or end is None or not _plausible(first, last):
            return None
        if end <= begin and end < "12:00":
            end = f"{int(end[:2]) + _NOON:02}{end[2:]}"
        if begin > end and begin >= "12:00":
            begin = f"{int(begin[:2]) - _NOON:02}{begin[2:]}"
        return f"{begin}-{end}" if begin < end else None
    clock = _clock(found["e"], late=late, early=early)
    if clock is None:
        return None
    upto = found["side"] in {"before", "until", "till", "by", "earlier than"}
    if found["side"] == "by" and _BACK_BY.search(low[: found.start("side")]):
        upto = False
    if (
        found["not"]
        or _NOTHING.search(low[: found.start("side")])
        or (upto and _BUSY.search(low[: found.start("side")]))
    ):
        upto = not upto
    return f"-{clock}" if upto else f"{clock}-"


# "Don't bring anything before three."
_NOTHING = re.compile(
    r"\b(?:don'?t|do not|never|nothing|no (?:calls?|deliver(?:y|ies)|parcels?|visits?|couriers?))(?: (?:you |even |ever |please |pls |dare |try to )*(?:bring|deliver|call|ring|phone|come|send|drop|knock|turn up|show up|disturb|contact|text|write)(?: (?:me|us|it|them|that|anything|stuff|things|round|over|by|off|here|the \w+|my \w+|\w+ing)){0,3})?(?: please| pls)? ?\Z"
)


def _plausible(first: str, last: str) -> bool:
    """Whether it is a time: "2-3" may be anything; with a colon, a half of the day or nine and more it is a time."""
    return (
        any(mark in first + last for mark in ":mh")
        or not (first.isdigit() and last.isdigit())
        or int(last) >= _DAWN
        or int(last) > int(first)
    )


def _clock(said: str, *, late: bool, early: bool) -> str | None:
    """`late` and `early`: other words tell the half of the day."""
    said = said.strip(" .")
    if said in {"noon", "midday"}:
        return "12:00"
    if said == "midnight":
        return None
    shift = 0
    minute = "00"
    for words, minutes, less in (
        ("half past ", "30", 0),
        ("quarter past ", "15", 0),
        ("quarter to ", "45", 1),
    ):
        if said.startswith(words):
            said, minute, shift = said.removeprefix(words), minutes, less
    found = re.match(rf"({_NUMBER})(?:[:.]([0-5]\d))?", said)
    if found is None:
        return None
    hour = (int(found[1]) if found[1].isdigit() else _NUMBERS[found[1]]) - shift
    minute = found[2] or minute
    half = re.search(r"([ap])\.?m", said)
    if half is not None:
        if half[1] == "p" and hour < _NOON:
            hour += _NOON
        elif half[1] == "a" and hour == _NOON:
            hour = 0
    elif (
        not early
        and hour < _NOON
        and not found[1].startswith("0")
        and (hour <= _EARLIEST or (late and hour < _LATE))
    ):
        hour += _NOON
    return f"{hour:02}:{minute}" if 0 <= hour < 24 else None  # noqa: PLR2004 - hours of a day


def _part(sentence: Sentence, clause: tuple[int, int], *, sure: bool) -> Statement | None:
    low = sentence.low
    if _PASSED.search(low, *clause):
        return None
    begin = clause[0]
    for found in _PART.finditer(low, *clause):
        before = low[begin : found.start("v")]
        if re.match(
            r" (?:don't|do not|doesn't|aren't|isn't|won't|no longer|(?:are|is) (?:no good|bad|out|difficult|impossible|hopeless|terrible|tricky)\b)",
            low[found.end() :],
        ):
            continue
        by_itself = _BY_ITSELF.match(_LAST_PART.split(before)[-1]) is not None and (
            _SUITS.match(low[found.end() :]) is not None
            or _PLEASE.match(low, found.end()) is not None
            or _RATHER.search(before) is not None
        )
        if (
            found["not"]
            or _UNTIL_THEN.search(before)
            or _WHOLE_PART.search(before)
            or not (sure or by_itself)
        ):
            continue
        if found["v"].startswith("lunch") and before.rstrip().endswith(("after", "before")):
            value = "afternoon" if before.rstrip().endswith("after") else "morning"
        else:
            value = DAY_PARTS[found["v"]]
        start = sentence.start
        return Statement(
            "preferred_hour", value, SURE, start + found.start("v"), start + found.end()
        )
    return None


_NO_GOOD = re.compile(
    r" (?:(?:is|are) (?:no (?:good|use|longer)|not|too|impossible|difficult)|isn't|aren't|doesn't|don't|won't|no longer)\b"
)
_LAST_PART = re.compile(r",|\band\b")
_CUES = (
    "call ring phone reach contact text message email e-mail write reachable available free home talk time calls reached between from after before deliver delivered delivery"
    " bring courier mornings evenings afternoons weekends weekdays morning evening afternoon noon lunchtime weekend lunch midday until till in week fri friday sunday sundays by than works"
)
LINE_RULES = (LineRule(frozenset(_CUES.split()), hours_in),)
