"""Anger as it is written: strong words, shouting, rows of exclamation marks. What is meant stays the intent's matter."""

from __future__ import annotations

import re

# Said of the service, not of a product: "ridiculously warm" is praise.
_STRONG = re.compile(
    r"\b(?:(?:this|that|it)(?:'s| is) (?:\w+ )?(?:ridiculous|unacceptable|outrageous|a disgrace|a joke|bullshit)"
    r"|absolutely (?:ridiculous|unacceptable)|worst (?:service|shop|store|company|customer)"
    r"|(?:fed up|sick (?:and tired )?of|had enough of)|(?:you(?:'re| are)|you lot are) (?:\w+ )?(?:useless|incompetent|pathetic|liars|thieves)"
    r"|useless (?:bot|machine|thing)|stupid bot|scam(?:mers)?|rip-?off|never (?:buy|order|shop)\w* .{0,30}again"
    r"|(?:i am|i'm|im) (?:\w+ )?(?:angry|furious|livid|pissed)|wtf|fuck\w*|bullshit|how many times do i)\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
_SHOUTED_WORDS = 3
_ENOUGH = 2


def is_angry(text: str) -> bool:
    """Whether a person should take over now: a strong word, or shouting with exclamation marks."""
    shouting = len(_SHOUTED.findall(text)) >= _SHOUTED_WORDS
    return 2 * bool(_STRONG.search(text)) + shouting + ("!!" in text) >= _ENOUGH
