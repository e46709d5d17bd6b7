"""Requests about memory itself: "do you remember my size?", "forget my e-mail", "forget that".

They name a kind of fact, of which there are many and few words for each: patterns find them, no classifier has to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

# What people call the kinds of facts; the hub's keys.
_KINDS: tuple[tuple[str, str], ...] = (
    ("email", r"e-?mail(?: address)?"),
    ("phone", r"(?:(?:tele)?phone|mobile|cell|telephone)(?: number)?"),
    ("order_number", r"order number"),
    ("name", r"(?:first |last |full |sur)?name"),
    ("size", r"(?:\w+ )?sizes?"),
    ("colour", r"(?:favou?rite |preferred )?colou?rs?"),
    ("budget", r"budget|price (?:range|limit)"),
    ("delivery_place", r"(?:delivery|shipping) (?:address|place)"),
    ("home", r"home(?: ?town| city| address)?|address|city|town|country|place of living"),
    ("occasion_date", r"(?:wedding|birthday|party|anniversary|trip)(?: date)?|date"),
    ("occasion", r"occasion"),
    ("company_role", r"(?:job|role|position)(?: title)?"),
    ("company", r"company|employer"),
    ("household", r"household|family|kids|children|dog|cat|pets?"),
    ("preferred_channel", r"preferred (?:contact|channel)|contact preference"),
    ("preferred_hour", r"preferred (?:time|hours?)"),
    ("form_of_address", r"(?:form of address|title|pronouns)"),
    ("language", r"(?:preferred )?language"),
    ("open_problem", r"problem|issue"),
    ("complaint", r"complaint"),
    ("suggestion", r"suggestion"),
    ("product_disliked", r"dislikes"),
    ("product_liked", r"likes"),
)
_END = r"(?=\s*(?:$|[?.!,;]|\b(?:is|was|again|please|now|for me|from me|too|as well|i told you|any ?more)\b))"
_NAMED = "|".join(f"(?P<{key}>{words})" for key, words in _KINDS)
_MY = rf"(?:my|our)\s+(?:{_NAMED}){_END}"

_ASKS = re.compile(
    r"\b(?:(?:do|did|can|could|would) you (?:still |even |happen to )?(?:remember|know|recall|have)(?: what| which| where)?|"
    r"have you (?:got|kept|saved|noted|remembered)|remind me (?:of|what)|tell me|"
    rf"what(?:'s| is| was| are)|which(?: is)?|when(?:'s| is| was))\s+{_MY}",
    re.IGNORECASE,
)
_ASKS_OTHERWISE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern, re.IGNORECASE))
    for key, pattern in (
        ("size", r"\b(?:what|which) size (?:am i|do i (?:wear|take|have|need)|was i|did i (?:say|tell))\b"),
        ("name", r"\b(?:who am i|what am i called|do you know who i am)\b"),
        ("home", r"\bwhere (?:do|did|am) i (?:live|from|based)\b|\b(?:know|remember) where i live\b"),
        ("colour", r"\b(?:what|which) colou?r (?:do|did) i (?:like|prefer|want|say)\b"),
        ("company", r"\bwhere do i work\b|\bwho do i work for\b"),
        ("promise", r"\bwhat (?:did you|have you|was i) promised?(?: me)?\b"),
        ("product_owned", r"\bwhat do i (?:already )?own\b|\bwhat have i bought\b"),
        ("product_interest", r"\bwhat (?:am|was) i (?:looking for|interested in)\b"),
    )
)  # fmt: skip
_FORGET = r"(?:forget|delete|remove|erase|wipe|don'?t (?:remember|keep|store|save)|do not (?:remember|keep|store|save)|stop (?:remembering|using|keeping)|un-?remember)"
_FORGETS = re.compile(rf"\b{_FORGET}\s+(?:about\s+|that\s+)?{_MY}", re.IGNORECASE)
_FORGETS_HOME = re.compile(rf"\b{_FORGET}\s+(?:about\s+)?where i live\b", re.IGNORECASE)
_FORGETS_LAST = re.compile(
    rf"^\W*(?:(?:please|no|oh|ok(?:ay)?|actually|sorry|can you|could you|you can)\W+)*{_FORGET}\s+(?:about\s+)?"
    r"(?:that|this|it|what i (?:just |have just )?(?:said|told you|wrote)|the last (?:thing|one))"
    r"(?:\W+(?:again|please|now|i said that|one))*\W*$",
    re.IGNORECASE,
)
# "Never mind, forget it" gives something up and is about no fact.
_GIVES_UP = re.compile(r"\bnever ?mind\b|^\W*(?:oh |ok(?:ay)? )?forget (?:about )?it\W*$", re.IGNORECASE)  # fmt: skip

_RECALLS = re.compile(
    r"\b(?:what did i (?:say|tell|write)|what (?:have|had) i (?:said|told|written)|did i (?:ever |already )?(?:say|tell|mention|write)|"
    r"(?:do|did|can) you (?:still )?(?:remember|recall) (?:what|when|how|that) i (?:said|told|wrote|mentioned))\b",
    re.IGNORECASE,
)
_INTENTS = {"ask": "ask_remembered", "forget": "forget_fact", "recall": "ask_said"}
# Set by these patterns and never learned from examples.
INTENTS = frozenset(_INTENTS.values())


@dataclass(frozen=True)
class MemoryRequest:
    """What is asked of memory; without a key it is about what was said last."""

    wish: Literal["ask", "forget", "recall"]
    key: str | None = None

    @property
    def intent(self) -> str:
        """As rules know it."""
        return _INTENTS[self.wish]


def memory_request(text: str) -> MemoryRequest | None:
    """The request in a message, if it is one."""
    text = text.replace("\u2019", "'")
    if _GIVES_UP.search(text):
        return None
    return _forgets(text) or _asks(text)


def _forgets(text: str) -> MemoryRequest | None:
    named = _FORGETS.search(text)
    if named:
        return MemoryRequest("forget", _key(named))
    if _FORGETS_HOME.search(text):
        return MemoryRequest("forget", "home")
    return MemoryRequest("forget") if _FORGETS_LAST.match(text) else None


def _asks(text: str) -> MemoryRequest | None:
    named = _ASKS.search(text)
    if named:
        return MemoryRequest("ask", _key(named))
    for key, pattern in _ASKS_OTHERWISE:
        if pattern.search(text):
            return MemoryRequest("ask", key)
    return MemoryRequest("recall") if _RECALLS.search(text) else None


def _key(match: re.Match[str]) -> str:
    return next(key for key, _ in _KINDS if match.group(key))
