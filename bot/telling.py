"""Whether somebody only tells of themselves, whatever the classifier makes of it.

It learns what customers want; "deliver after six, please" or "the wedding is on 4 July now" are nearest to a late delivery
and a solved problem. What the hub heard says better what such a message is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from facts import INTENT_FACTS

# These call for more than a note.
_ACTED_ON = frozenset(
    {"open_problem", "complaint", "order_number", "order_state", "product_interest", "promise"}
)
# These answer well who tells something besides.
_TALK = frozenset(
    {"greet", "give_name", "inform", "thanks", "goodbye", "affirm", "deny", "stop", "bot_challenge"}
)
# Below the first, an intent is a guess; one that brings a human or records a problem has to be surer.
_GUESSED, _COSTLY = 0.4, 0.7
_COSTS = frozenset({*INTENT_FACTS, "talk_to_human"})
# What an intent needs beyond that when a fact was heard by which it may only have been suggested: "deliver after six" is
# nearest to a changed order. Above one, it is never believed.
_SUGGESTED = (
    (frozenset({"product_owned", "product_disliked"}), {"find_product": 2.0, "check_stock": 2.0}),
    (frozenset({"preferred_hour", "delivery_place", "address", "home"}), {"change_order": 0.8, "shipping_abroad": 0.6, "goodbye": 0.9}),
    (frozenset({"size"}), {"size_advice": 0.6}),
)  # fmt: skip
_NOTHING_ELSE = frozenset({"name"})
# Who asks and tells at once wants an answer, if a question was made out at all.
_SURELY_TELLS, _MADE_OUT = 0.7, 0.25
# Thai and Chinese ask without a sign, by words.
_QUESTION = re.compile(
    r"[?\uff1f]|嗎|呢\W*$|什麼|多少|哪|怎麼|可不可以|能不能|有沒有"
    r"|ไหม|มั้ย|ไม๊|หรือเปล่า|รึเปล่า|หรือยัง|เท่าไ|กี่|ยังไง|อย่างไร|เมื่อไ|อะไร|ที่ไหน|คะ\W*$"
)


def as_told(parsed: dict[str, Any], text: str, heard: Collection[str]) -> dict[str, Any]:
    """What was understood, as `inform` where it only tells, and as the question where it also asks."""
    intent = parsed["intent"]
    name, confidence = intent.get("name"), float(intent.get("confidence") or 0.0)
    if asks(text):
        return _as_asked(parsed) if name == "inform" and confidence < _SURELY_TELLS else parsed
    if not heard or not _ACTED_ON.isdisjoint(heard) or confidence >= _enough(name, heard):
        return parsed
    return {**parsed, "intent": {"name": "inform", "confidence": confidence}}


def _enough(name: str | None, heard: Collection[str]) -> float:
    """How sure an intent has to be beside what was heard."""
    needed = [
        intents[name]
        for kinds, intents in _SUGGESTED
        if name in intents and not kinds.isdisjoint(heard)
    ]
    if name == "out_of_scope" and not _NOTHING_ELSE.issuperset(heard):
        needed.append(2.0)
    if not needed and name in _TALK:
        return 0.0
    return max([*needed, _COSTLY if name in _COSTS else _GUESSED])


def _as_asked(parsed: dict[str, Any]) -> dict[str, Any]:
    for rival in parsed.get("intent_ranking", [])[1:2]:
        if rival["confidence"] >= _MADE_OUT:
            return {**parsed, "intent": dict(rival)}
    return parsed


def asks(text: str) -> bool:
    """Whether a message is a question by its signs or words."""
    return _QUESTION.search(text) is not None
