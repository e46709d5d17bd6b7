"""What a size is of, in English."""

from __future__ import annotations

import re

from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.colours import pattern
from chat_server.hearing.worn import Worn

from .mentions import goods

_SELF = r"i'm|im|i am|i'd be|i(?:'d| would)? (?:take|wear|need|want|like)|take|wear|need|my(?: size)? is|it's|is|are|should be|would be|that'd be"
_LITTLE = r"in|size|sized|an?|the|eu|uk|us|please|pls|and|so|then|now|but|also|with|of course|usually|normally|mostly|always|about|preferably|ideally|probably|definitely|if (?:possible|you have (?:it|them)|there is one)|for (?:me|it|them|myself|us|that)|ones?|too|dark|light|bright"

# Of things that are named beside it; what is said between them is of no other thing.
OF_THINGS = Worn(
    goods,
    re.compile(rf"(?:[ ,:;()–-]|\b(?:{_SELF}|{_LITTLE}|{pattern(COLOURS)})\b)*"),
    re.compile(
        r" (?:size )?(?:(?:in|for|with|on) )?(?:(?:my|the|your|most|all|any|these|those|our|other) )*"
    ),
    re.compile(r"(?:shoes?|footwear|clothes|clothing|set|outfit|phone)\Z"),
)
