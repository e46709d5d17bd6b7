"""Which of two sizes holds, in English."""

from __future__ import annotations

import re

from chat_server.hearing.two_sizes import Contrast

from .words import KIN

CONTRAST = Contrast(
    swap=re.compile(r"\b(?:swap|exchang\w+|chang(?:e|ing)|switch|trade)\b(?! my mind)"),
    corrected=re.compile(r"\b(?:actually|oops|sorry|soory|no,? wait|wait,? no|scratch that)(?!\w)"),
    past=re.compile(
        r"\b(?:used to|was|were|wore|before|previously|formerly|old|back then|years? ago|last (?:year|time)|no longer|forget|scrap|scratch|never ?mind)\b|\bany (?:more|longer)\b"
    ),
    now=re.compile(
        r"\b(?:now|these days|nowadays|today|currently|lately|since|it is|instead(?! of)|after all|will do)\b"
    ),
    unfit=re.compile(
        r"\b(?:too (?:big|small|tight|loose|large|long|short|wide|narrow|snug)|(?:don't|doesn't|didn't|does not|do not|did not|won't) fit|pinch\w*|swim\w*|swam|barely|can't (?:breathe|move|get|close)|falls? off|rubs?|tight|snug|loose|baggy)\b"
    ),
    usual=re.compile(r"\b(?:usual|usually|normal|normally|always|generally|mostly|elsewhere)\b"),
    so=re.compile(r"\bso\b"),
    take=re.compile(
        r"\b(?:please|pls|then|it is|take|make it|would(?:'ve| have)? be(?:en)?|will do|should|better|right|swap|need|want|send|instead|go (?:for|with|up|down))\b"
    ),
    others=re.compile(rf"\b(?:{KIN}|he|she|him|his|her|they|them|their)\b|\bfor (?!me\b)[A-Z]"),
    mine=re.compile(r"\b(?:for me|for myself|me|mine|mine's|i|i'm|my)\b[^.?!]{0,14}\Z"),
)
