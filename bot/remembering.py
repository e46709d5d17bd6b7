"""How remembered things are said: one fact with its day, several in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from known_facts import time_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from known_facts import KnownFact

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
# A person can read so many; the panel shows the rest.
MOST_TOLD = 15


def with_its_day(fact: KnownFact) -> str:
    """The fact, and when it was said."""
    if fact.said_here or fact.said_at is None:
        return f"{sentence_of(fact)} You told me here."
    return f"{sentence_of(fact)} You told us on {day_of(fact.observed_at)}."


def day_of(written: str | None) -> str:
    """The day of a time as the hub writes it."""
    at = time_of(written)
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}" if at else "an earlier day"


def sentence_of(fact: KnownFact) -> str:
    """The hub's sentence, with an end."""
    sentence = fact.sentence or f"{fact.label or fact.key}: {fact.value}"
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def told(facts: Iterable[KnownFact]) -> str:
    """All of them."""
    return " ".join(sentence_of(fact) for fact in facts)


def lower_first(sentence: str) -> str:
    """As it stands within another one."""
    return sentence[:1].lower() + sentence[1:]
