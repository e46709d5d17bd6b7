"""Where they live: now, no longer, or from a day on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.beginnings import first_time
from chat_server.hearing.dates import ENGLISH as CALENDAR
from chat_server.hearing.places import read_place
from chat_server.hearing.rule import PLAIN, But, Heard, LineRule, rule
from chat_server.hearing.takes import LIKELY, SURE, place
from chat_server.hearing.text import Line

from .beginnings import BEGINNINGS
from .words import GREETING

_P = r"(?P<v>[^\W\d_])"
_I = r"(?<![\w'])(?:i|we)"
_AM = r"(?<![\w'])(?:i am|i'm|im|we're|we are|iam|me and [^.!?,\n]{2,24} are|my [^.!?,\n]{2,20} and i are)"
_LATELY = r"(?: both| all| now| currently| still| actually| just| recently| finally| already| since| happily| mostly| permanently| temporarily)*"
# A village is told by the town it is near.
_NEARBY = r"(?:(?:an?|the|my|our) [^.!?,\n]{2,40}? (?:near|outside|called|by|in|of|close to|not far from) )?"
_WITHIN = r"(?: (?:up|down|out|over|here|just|outside|right|abroad|alone|together|happily|for \w+ years|all my life))*"
_INTO = r"(?:in|near|at|outside|close to|just outside|around|on)"
_OWN = PLAIN | But.DENIED | But.PAST
_FIRM = PLAIN | But.DENIED


def _home(heard: Heard) -> Iterator[Statement]:
    """Small letters will do after "I live in"."""
    yield from place("home", small=True)(heard)


def _from_a_day(heard: Heard) -> Iterator[Statement]:
    """Where they will live, from the day they move; without a day nobody knows when."""
    day = _day(heard)
    for one in place("home")(heard):
        if day is not None:
            yield replace(one, valid_from=day)


def _now_in(heard: Heard) -> Iterator[Statement]:
    """Who is somewhere now may be travelling: a known town, or after words of moving."""
    group = "v" if heard.has("v") else "w"
    found = read_place(heard.line, heard.place(group)[0], heard.sentence.end)
    if _AWAY.search(heard.sentence.low):
        return
    if found is not None and (found.known or _MOVED.search(heard.line.low)):
        yield heard.statement("home", found.value, span=(found.start, found.end))


def _day(heard: Heard) -> datetime | None:
    day = first_time(CALENDAR, BEGINNINGS.ahead, heard.sentence.low, heard.line.at.date())
    return datetime.combine(day, time(), UTC) if day is not None else None


_AWAY = re.compile(
    r"\b(?:for (?:a|an|the|one|two|three|\d+|some|a few)(?: \w+)? (?:days?|weeks?|weekend|nights?|while|holiday|conference|meeting|month)|back (?:home |in \w+ )?(?:on|by|next|in a|after|tomorrow)|on (?:holiday|business|vacation|a trip)|visiting|until|till|travelling|traveling)\b"
)
_MOVED = re.compile(
    r"\b(?:moved|moving|relocated|new (?:flat|house|home|apartment|address|place))\b"
)
_THERE = re.compile(
    r"[.?!,] ?(?:and |because |since |as )?(?:that's where (?:i|we) (?:live|are|am)|that is where (?:i|we) (?:live|are|am)|(?:i|we) live there|(?:i|we) live here)\b"
)
_TOWARDS = re.compile(r"\b(?:to|in|from) (?P<v>[^\W\d_])")


def _there(line: Line) -> Iterator[Statement]:
    """The place named right before "that's where I live"."""
    there = _THERE.search(line.low)
    if there is None:
        return
    places = (
        read_place(line, towards.start("v"), there.start())
        for towards in _TOWARDS.finditer(line.low, 0, there.start())
    )
    found = [one for one in places if one is not None]
    if found:
        sure = SURE if found[-1].known else LIKELY
        yield Statement("home", found[-1].value, sure, found[-1].start, found[-1].end)


RULES = (
    rule("live living lives reside residing leave stay staying settled", rf"{_I}(?:'m| am|'re| are|'ve| have)?{_LATELY} (?:live|living|leave|reside|residing|been living|settled(?: down)?)(?: now| currently)?{_WITHIN} {_INTO} {_NEARBY}{_P}", _home, _OWN),
    rule("live living reside", rf"\b(?:i|we) (?P<not>(?:don't|dont|do not|no longer|am not|'m not)) (?:live|living|reside) (?:in|near) {_P}", place("home"), PLAIN),
    rule("live", rf"(?:^{GREETING}|[,;] ?)(?:currently |now |still )*live (?:now )?in {_NEARBY}{_P}", place("home", small=True), _OWN),
    rule("living", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|now) )(?:now |currently |still |presently )*living (?:now )?(?:in|near) {_NEARBY}{_P}", place("home"), _OWN),
    rule("used", rf"\b(?:i|we) (?P<not>used to) live in {_P}", place("home"), PLAIN),
    rule("moved relocated moving", rf"(?:\b(?:i|we)(?:'ve| have)?{_LATELY}|^{GREETING}(?:just |recently |now )?|[,;:] ?(?:just |recently |now )?|\b(?:and|since) (?:then )?(?:just |recently )?)(?: ?)(?:moved|relocated)(?: \w+)?(?: from (?P<x>\w+(?: \w+){{0,2}}?))? ?(?:over |back |down |up |out )?(?:to|into) {_NEARBY}{_P}", place("home"), _FIRM),
    rule("moved", rf"\b(?:i|we)(?:'ve| have)?{_LATELY} (?P<not>moved (?:away )?(?:from|out of)) {_P}", place("home", known_only=True), PLAIN),
    rule("based", rf"(?:{_AM}(?: now| currently)*|^{GREETING}(?:\w+ here,? )?) ?based (?:up |down |out |over )?(?:in|near|of) {_P}", place("home"), _FIRM),
    rule("am i'm im from we're iam", rf"{_AM} (?:(?:originally|all the way) )?from {_P}(?!.{{0,40}}\bbut\b)", place("home", known_only=True), _FIRM),
    rule("from", rf"^{GREETING}[^.!?,\n]{{2,40}} here,? from (?:sunny |rainy |cold |snowy |lovely |windy )?{_P}", place("home"), _FIRM),
    rule("from", rf"^{GREETING}(?:i'm|im|i am|this is|my name is|my name's|it's) (?:(?!not\b|never\b)\w+ ){{1,3}}(?:and i'm |and i am |and im )?from (?:sunny |rainy |cold |snowy |lovely )?{_P}", place("home", known_only=True), _FIRM),
    rule("writing", rf"\bwriting (?:to you )?from {_NEARBY}(?:sunny |rainy |cold |snowy |lovely )?{_P}", place("home"), _FIRM),
    rule("greetings hello hi cheers regards", rf"\b(?:greetings|hello|hi|hey|cheers|regards|love) from (?:sunny |rainy |cold |snowy |lovely |windy |wet )?{_P}", place("home", known_only=True), _FIRM),
    rule("here", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|because|as|since|that) )(?:up |down |over )?here in (?:sunny |rainy |cold |snowy |lovely |windy |wet )?{_P}", place("home"), But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("where that's thats", rf"\b(?:in|from|of|near|to) {_P}[^.!?,\n]{{1,30}}?,? (?:which is |that is |that's )?where (?:i|we)(?:'m| am|'re| are)?(?: now| also| currently)? (?:live|living|based)\b", place("home"), But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("where there", rf"\b(?:in|from|of|near|to) {_P}[^.!?,\n]{{1,30}}? (?:and|as|since|because) (?:i|we) live there\b", place("home"), But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("live", rf"\b(?:i|we|i'm|i've|i'd)\b[^.!?\n]{{2,50}}? and (?:now |currently )?(?:live|living) (?:now )?(?:in|near) {_P}", place("home"), _OWN),
    rule("now", rf"{_AM} (?:living |back )?in {_P}[^\W\d_]+(?: [^\W\d_]+)?(?<! right)(?<! just) (?:now|these days|nowadays)(?=[.,!]|$)", place("home", known_only=True), _FIRM),
    rule("we're are", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|because|as|since) )(?:we're|we are) in {_P}[^\W\d_]+(?=\s*[.!,)]|\s*$)", place("home", known_only=True), _FIRM),
    rule("now", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|so) )(?:now )?{_P}[^\W\d_]+(?: [^\W\d_]+)? is (?:now )?(?:(?:my|our) )?(?:new )?home(?: now)?(?=\s*[.,!]|\s*$)", place("home"), _FIRM),
    rule("left", rf"\b(?:i|we)(?:'ve| have)?(?: just| now| finally| all)* (?P<not>left) {_P}[^\W\d_]+(?= (?:for good|last|behind|in|for|after|a|some|two)\b|\s*[.,!;]|\s*$| and\b)", place("home", known_only=True), PLAIN),
    rule("anymore more longer", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|we're|i'm|i am|we are) )(?P<not>not) in {_P}[^\W\d_]+(?: [^\W\d_]+)? (?:any ?more|any longer)\b", place("home"), PLAIN),
    rule("moved relocated moving relocate", rf"\b(?:moved|relocated|moving)\b[^.!?\n]{{0,24}}[,;–-] ?(?:and )?(?:now )?(?:we're|i'm|i am|we are|it's)(?: now| living)* in {_P}", place("home"), _FIRM),
    rule("now currently", rf"{_AM} (?:now|currently) in {_P}[^\W\d_]+(?: [^\W\d_]+)?(?=\s*[.,!]|\s*$)|{_AM} in {_P.replace('<v>', '<w>')}[^\W\d_]+ now(?=\s*[.,!]|\s*$)", _now_in, _FIRM),
    rule("stay staying", rf"(?:^{GREETING}|[.,;] ?|\band )(?:i|we|i'm|i am|we're)(?: also| now| still)* (?:stay|staying|put up) (?:in|at) {_P}[^\W\d_]+(?: [^\W\d_]+)?(?=\s*[.,!]|\s*$)", place("home", known_only=True), _OWN),
    rule("flat house apartment place cottage farm", rf"\b(?:my|our) (?:new |little |small |old )*(?:flat|house|apartment|place|cottage|farm)(?: is|'s)(?: now)? (?:in|near|outside) {_P}", place("home"), _FIRM),
    rule("come hail", rf"\b(?:i|we) (?:come|hail) from {_NEARBY}{_P}(?!.{{0,40}}\bbut\b)", place("home"), _FIRM),
    rule("family couple couple", rf"\b(?:an? |the )(?:young |old |big |small )*(?:family|couple|student|pensioner|teacher|nurse) from {_P}", place("home"), _FIRM),
    rule("up down over out", rf"{_AM} (?:up|down|over|out|way up) in {_P}[^\W\d_]+(?: [^\W\d_]+)?(?=\s*[.,!]|\s*$| and\b| so\b| where\b)", place("home"), _FIRM),
    rule("where", rf"(?:^{GREETING}|\b(?:in|to|from|of|near|here in) ){_P}[^\W\d_]+(?: [^\W\d_]+)?,? (?:which is )?where (?:i|we) (?:live|am living|are living|am based|are based)\b", place("home"), But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("where", rf"\bwhere (?:i|we) live ?[,(:–-] ?{_P}", place("home"), But.SUPPOSED | But.REPORTED | But.DENIED),
    rule("been", rf"\b(?:i've|i have|we've|we have) been (?:living )?in {_P}[^\W\d_]+(?: [^\W\d_]+)? (?:for (?:\w+ ){{1,2}}(?:years|months)|since \w+|all my life)\b", place("home"), _FIRM),
    rule("good", rf"\b(?:back|settled) in {_P}[^\W\d_]+ for good\b", place("home"), _FIRM),
    rule("home hometown", rf"\bmy (?:home ?town|(?:new )?home(?: is|'s) (?:now )?in|home address is in|(?:new )?home(?: is|'s))(?: is)?(?: now)? {_P}", place("home"), _FIRM),
    rule("home", rf"(?:^{GREETING}|[,;] ?)home (?:is|for me is|is now)(?: now)? {_P}", place("home"), _FIRM),
    rule("living live based", rf"\b(?:i|we)(?:'ll| will)(?: be)?(?: all| both| then)? (?:live|living|based|settled) (?:in|near|outside) {_NEARBY}{_P}", _from_a_day, But.REPORTED | But.DENIED | But.ASKED | But.SUPPOSED),
    rule("from as starting", rf"\b(?:from|as of|starting) [^,.!?\n]{{3,24}}?,? (?:i'm|we're|i am|we are|i'll be|we'll be|you'll find (?:me|us)|our home is|my home is) (?:living |based )?in {_P}", _from_a_day, _FIRM),
    rule("move moving", rf"\b(?:i|we)(?:'ll| will|'re| are|'m| am)? (?:move|moving) (?:in|into) [^,.!?\n]{{2,40}}? (?:in|near) {_P}", _from_a_day, But.REPORTED | But.DENIED | But.ASKED),
    rule("moving relocating move", rf"(?:{_AM}|\b(?:i|we)(?:'ll| will)(?: be)?)(?: all| both| also| going to)* (?:moving|move|relocating|relocate)(?: house)? (?:back |over |down |up )?to {_P}", _from_a_day, But.REPORTED | But.DENIED | But.ASKED),
)  # fmt: skip
LINE_RULES = (LineRule(frozenset({"live", "where"}), _there),)
