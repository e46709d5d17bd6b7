"""Whether somebody only tells of themselves, whatever the classifier makes of it.

It learns what customers want; "deliver after six, please" or "the wedding is on 4 July now" are nearest to a late delivery
and a solved problem. What the hub heard says better what such a message is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from components.words_of_scripts import words
from facts import INTENT_FACTS
from questions import asks, is_question
from wishing import is_of_oneself, is_through_with_it, wishes

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
# Who tells one of these and wishes for nothing only tells, however sure the classifier is of what can be answered in words.
_ONLY_TOLD = frozenset(
    {
        "product_liked", "product_disliked", "product_owned", "household", "company", "company_role", "praise", "suggestion",
        "preferred_channel", "preferred_hour",
    }
)  # fmt: skip
_ANSWERED_IN_WORDS = frozenset(
    {
        "find_product", "check_stock", "size_advice", "product_care", "shipping_cost", "shipping_time", "coupon_problem",
        "payment_methods", "reset_password", "manage_account", "ask_remembered", "what_is_remembered", "inform",
    }
)  # fmt: skip
# These are taken for what is told of oneself where the hub heard nothing: nobody asks for goods or their care so.
_MISTAKEN, _FEWEST_WORDS = frozenset({"find_product", "product_care", "inform"}), 5
_NEEDS_A_CLAIM = 0.6
# What praise and news are taken for: the hub would have heard a problem in words of one.
_MISREAD = {
    "praise": frozenset({"complain", "nlu_fallback", "out_of_scope", "problem_solved", "goodbye"}),
    "home": frozenset({"nlu_fallback", "out_of_scope", "problem_solved"}),
    "household": frozenset({"nlu_fallback", "out_of_scope", "problem_solved"}),
    "product_owned": frozenset({"nlu_fallback", "problem_solved"}),
    "product_liked": frozenset({"nlu_fallback", "problem_solved"}),
    "product_disliked": frozenset({"nlu_fallback", "problem_solved"}),
}
# Russian: "the best that I have", "so that", "because".
_CLAUSE = re.compile(
    r",\s*(?:что|как|кто|где|когда|чем|зачем)\b|\b(?:так|потому) что\b", re.IGNORECASE
)
# Who wishes for something is believed to mean an intent as sure as that.
_WISHED_FOR = 0.5
# Marks what was understood of a message that tells and wants nothing, by what it tells.
TOLD, OF_ONESELF, DISLIKE = "told", "of_oneself", "dislike"
# Who asks and tells at once wants an answer, if a question was made out at all.
_SURELY_TELLS, _MADE_OUT, _BEYOND_DOUBT = 0.7, 0.25, 0.9
_OWN_MATTERS = frozenset({"order_number", "email", "coupon_code"})


def as_told(
    parsed: dict[str, Any], text: str, heard: Collection[str], *, solved: bool = False
) -> dict[str, Any]:
    """What was understood, as `inform` where it only tells, and as the question where it also asks.

    ``solved`` says that by what the hub heard a problem is none any more.
    """
    intent = parsed["intent"]
    name, confidence = intent.get("name"), float(intent.get("confidence") or 0.0)
    if text.startswith("/"):
        return parsed
    if asks(text) or (wishes(text) and (name == "inform" or confidence >= _WISHED_FOR)):
        return _as_asked(parsed) if name == "inform" and confidence < _SURELY_TELLS else parsed
    if solved and name in INTENT_FACTS and confidence < _BEYOND_DOUBT:
        return {**parsed, "intent": {"name": "problem_solved", "confidence": confidence}}
    told = _only_told(name, confidence, text, heard, parsed["entities"])
    if told:
        return {**parsed, "intent": {"name": "inform", "confidence": confidence}, TOLD: told}
    if not heard or not _ACTED_ON.isdisjoint(heard) or confidence >= _enough(name, heard):
        return parsed
    return {**parsed, "intent": {"name": "inform", "confidence": confidence}}


def _only_told(
    name: str | None,
    confidence: float,
    text: str,
    heard: Collection[str],
    entities: Sequence[Mapping[str, Any]],
) -> str | None:
    """What is told, where nothing else is meant."""
    if _is_question(text) or wishes(text) or _OWN_MATTERS & {one["entity"] for one in entities}:
        return None
    if is_through_with_it(text):
        return DISLIKE
    if not heard:
        is_mistaken = name in _MISTAKEN and len(words(text)) >= _FEWEST_WORDS
        return OF_ONESELF if is_mistaken and is_of_oneself(text) else None
    if "complaint" in heard:
        is_doubtful = name in _ANSWERED_IN_WORDS and confidence < _NEEDS_A_CLAIM
        return OF_ONESELF if is_doubtful else None
    if not _ACTED_ON.isdisjoint(heard):
        return None
    is_told = name in _ANSWERED_IN_WORDS and not _ONLY_TOLD.isdisjoint(heard)
    return OF_ONESELF if is_told or _is_misread(name, heard) else None


def _is_misread(name: str | None, heard: Collection[str]) -> bool:
    """Where something nice or new was heard, and nothing of a problem."""
    return any(name in names and kind in heard for kind, names in _MISREAD.items())


def _is_question(text: str) -> bool:
    """A clause that hangs on another one asks nothing."""
    return asks(text) or is_question(_CLAUSE.sub(" ", text))


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
