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
# Thai and Chinese ask without a sign, by words.
_QUESTION = re.compile(
    r"[?\uff1f]|嗎|呢\W*$|什麼|多少|哪|怎麼|可不可以|能不能|有沒有"
    r"|ไหม|มั้ย|ไม๊|หรือเปล่า|รึเปล่า|หรือยัง|เท่าไ|กี่|ยังไง|อย่างไร|เมื่อไ|อะไร|ที่ไหน|คะ\W*$"
)


def as_told(parsed: dict[str, Any], text: str, heard: Collection[str]) -> dict[str, Any]:
    """What was understood, as `inform` where it only tells."""
    intent = parsed["intent"]
    name, confidence = intent.get("name"), float(intent.get("confidence") or 0.0)
    if name in _TALK or not heard or not _ACTED_ON.isdisjoint(heard):
        return parsed
    if asks(text):
        return parsed
    if confidence >= (_COSTLY if name in _COSTS else _GUESSED):
        return parsed
    return {**parsed, "intent": {"name": "inform", "confidence": confidence}}


def asks(text: str) -> bool:
    """Whether a message is a question by its signs or words."""
    return _QUESTION.search(text) is not None
