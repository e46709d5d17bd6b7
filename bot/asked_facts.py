"""Which of the facts answer a question about memory: of the kind and of what it is about, and never of anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from addressing import MANNERS
from memory_requests.topics import OCCASIONS, relative_in, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from known_facts import KnownFact, Visitor
    from memory_requests import Asked

# What is known of the person as such may answer a question about one product; a liked colour is not that of their jacket,
# but may be the one in which they wish it.
_ALSO_OF_THE_PERSON = frozenset({"size", "budget"})
_WISHED_OF_A_PRODUCT = frozenset({"colour"})
# When nothing of a kind is known, these say it too.
_SAYS_IT_TOO = {
    "name": "form_of_address",
    "occasion": "occasion_date",
    "open_problem": "complaint",
}
# Of which a letter is no size.
_IN_NUMBERS = "boots"
# Whoever travels along, it is their own.
_NOBODY_ELSES = frozenset({"trip"})
# "My birthday", whoever else is spoken of.
_OWN = re.compile(
    r"\b(?:my|our)\s+(?:own\s+|\w+\s+)?(?:birthday|b-?day|wedding|anniversary|graduation|party|trip)"
    r"|\b(?:i|we)(?:'m|'re| am| are|'ll| will)?\s+(?:getting |get |to be )?(?:married|marry(?:ing)?|wed|graduat\w+|travel\w*|celebrat\w+|(?:was|were) born|turn(?:ing)?)\b"
    r"|\b(?:мой|моя|моё|мое|у меня|наша|наш)\s+(?:\w+\s+)?(?:день рождения|др\b|свадьб|юбилей|поездк)|\b(?:женюсь|женимся|выхожу замуж|у нас|родил(?:ся|ась))\b"
    r"|\b(?:ég á afmæli|afmælið mitt|brúðkaupið (?:mitt|okkar)|ég gifti mig|við giftum|ég útskrifast|ég er fædd\w*|hjá okkur)"
    r"|我們?的?(?:\S{0,6})?(?:生日|婚禮|婚礼|結婚|結婚紀念日|畢業)|(?:วันเกิด|งานแต่ง)(?:ของ)?(?:ผม|ฉัน|ดิฉัน|หนู|เรา)",
    re.IGNORECASE,
)
_OF_AN_OCCASION = frozenset({"occasion", "occasion_date"})


def answers(asked: Asked, visitor: Visitor, facts: Iterable[KnownFact]) -> list[KnownFact]:
    """Those among ``facts``, in their order."""
    facts = list(facts)
    found = _of_kinds(asked, facts, visitor)
    if found or len(asked.keys) != 1 or asked.keys[0] not in _SAYS_IT_TOO:
        return found
    said_too = _of_kinds(replace(asked, keys=(_SAYS_IT_TOO[asked.keys[0]],)), facts, visitor)
    return [fact for fact in said_too if fact.value not in MANNERS]


def _of_kinds(asked: Asked, facts: Iterable[KnownFact], visitor: Visitor) -> list[KnownFact]:
    found = [fact for fact in facts if fact.key in asked.keys and _may_be(asked, fact)]
    if _OF_AN_OCCASION.intersection(asked.keys):
        return [fact for fact in found if _is_of_occasion(asked, fact, visitor)]
    if asked.topic is None:
        return found
    of_it = [fact for fact in found if _speaks_of(fact, asked.topic)]
    also = _ALSO_OF_THE_PERSON | (_WISHED_OF_A_PRODUCT if asked.wished else frozenset())
    if not of_it and also.intersection(asked.keys):
        return [fact for fact in found if fact.subject is None]
    return of_it


def _may_be(asked: Asked, fact: KnownFact) -> bool:
    """Boots come in numbers."""
    lettered = fact.key == "size" and not any(sign.isdigit() for sign in fact.value)
    return not (lettered and asked.topic == _IN_NUMBERS)


def _is_of_occasion(asked: Asked, fact: KnownFact, visitor: Visitor) -> bool:
    """A date belongs to its own occasion, and the day of somebody else is not the visitor's."""
    if asked.topic is None:
        return True
    if fact.subject is None and fact.key == "occasion_date":
        held = [one.value for one in visitor.facts if one.key == "occasion"]
        about = held[0] if len(held) == 1 else ""
    else:
        about = fact.subject or fact.value
    said = fact.quote if fact.subject is None else ""
    if not OCCASIONS[asked.topic].search(f"{about} {said}"):
        return False
    if asked.topic in _NOBODY_ELSES:
        return asked.of is None
    return not asked.own or _whose(fact) == asked.of


def _whose(fact: KnownFact) -> str | None:
    """The relative whose day it is, by the words that said so."""
    if _OWN.search(fact.quote):
        return None
    return relative_in(f"{fact.subject or ''} {fact.value} {fact.quote}")


def _speaks_of(fact: KnownFact, topic: str) -> bool:
    return speaks_of(topic, f"{fact.subject or ''} {fact.value}")
