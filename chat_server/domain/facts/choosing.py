"""Which of the facts that may be used matter for one turn: a bounded number, whatever the length of the history."""

from __future__ import annotations

from collections.abc import Sequence

from .fact import Fact, folded
from .kinds import FACT_KINDS

# All that are at hand, at the most; what counts only now and then comes in so many of a kind.
MOST = 60
_LATEST_OF_A_KIND = 5
# Shorter parts of a value ("of", "to") say nothing about what a text speaks of.
_SHORTEST_WORD = 3


def matter_most(facts: Sequence[Fact], message_id: str, text: str) -> list[Fact]:
    """In the order given, which is that of their time.

    Single facts about the person always; of those that are many, or about one order or product: those that were just
    heard, those the text speaks of, and the latest.
    """
    said = folded(text)
    latest: dict[str, int] = {}
    first, second = [], []
    for fact in reversed(facts):
        kind = FACT_KINDS[fact.key]
        place = latest[fact.key] = latest.get(fact.key, 0) + 1
        single = not kind.many and fact.subject is None
        if single or fact.message_id == message_id or _speaks_of(said, fact):
            first.append(fact)
        elif place <= _LATEST_OF_A_KIND:
            second.append(fact)
    chosen = {fact.id for fact in [*first, *second][:MOST]}
    return [fact for fact in facts if fact.id in chosen]


def _speaks_of(said: str, fact: Fact) -> bool:
    return any(
        len(word) >= _SHORTEST_WORD and word in said
        for words in (fact.value, fact.subject)
        if words is not None
        for word in folded(words).split()
    )
