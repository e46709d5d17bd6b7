"""Which of the facts answer a question about memory: of the kind and of what it is about, and never of anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memory_requests.topics import OCCASIONS, relative_in, speaks_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from known_facts import KnownFact, Visitor
    from memory_requests import Asked

# What is known of the person as such may answer a question about one product; a liked colour is not that of their jacket.
_ALSO_OF_THE_PERSON = frozenset({"size", "budget"})
# "My birthday", whoever else is spoken of.
_OWN = re.compile(
    r"\b(?:my|our)\s+(?:own\s+|\d+(?:st|nd|rd|th)\s+)?(?:birthday|wedding|anniversary|graduation|party|trip)"
    r"|\b(?:мой|моя|моё|мое|у меня|наша|наш)\s+(?:\w+\s+)?(?:день рождения|др\b|свадьб|юбилей|поездк)"
    r"|\b(?:ég á afmæli|afmælið mitt|brúðkaupið (?:mitt|okkar)|ég gifti mig)"
    r"|我們?的?(?:生日|婚禮|婚礼)|(?:วันเกิด|งานแต่ง)(?:ของ)?(?:ผม|ฉัน|ดิฉัน|หนู|เรา)",
    re.IGNORECASE,
)
_OF_AN_OCCASION = frozenset({"occasion", "occasion_date"})


def answers(asked: Asked, visitor: Visitor, facts: Iterable[KnownFact]) -> list[KnownFact]:
    """Those among ``facts``, in their order."""
    found = [fact for fact in facts if fact.key in asked.keys]
    if _OF_AN_OCCASION.intersection(asked.keys):
        return [fact for fact in found if _is_of_occasion(asked, fact, visitor)]
    if asked.topic is None:
        return found
    of_it = [fact for fact in found if _speaks_of(fact, asked.topic)]
    if not of_it and _ALSO_OF_THE_PERSON.intersection(asked.keys):
        return [fact for fact in found if fact.subject is None]
    return of_it


def _is_of_occasion(asked: Asked, fact: KnownFact, visitor: Visitor) -> bool:
    """A date belongs to its own occasion, and the day of somebody else is not the visitor's."""
    if asked.topic is None:
        return True
    if fact.subject is None and fact.key == "occasion_date":
        held = [one.value for one in visitor.facts if one.key == "occasion"]
        about = held[0] if len(held) == 1 else ""
    else:
        about = fact.subject or fact.value
    if not OCCASIONS[asked.topic].search(f"{about}"):
        return False
    return _whose(fact) == asked.of


def _whose(fact: KnownFact) -> str | None:
    """The relative whose day it is, by the words that said so."""
    if _OWN.search(fact.quote):
        return None
    return relative_in(f"{fact.subject or ''} {fact.value} {fact.quote}")


def _speaks_of(fact: KnownFact, topic: str) -> bool:
    return speaks_of(topic, f"{fact.subject or ''} {fact.value}")
