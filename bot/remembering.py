"""How remembered things are said: one fact with its day, several in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from known_facts import time_of
from memory_words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from known_facts import KnownFact, Visitor
    from memory_words import Words

_ENDS = (".", "!", "?", "\u2026", "\u3002", "\uff01", "\uff1f", "\u0e04\u0e48\u0e30")
# A person can read so many; the panel shows the rest.
MOST_TOLD = 15


def with_its_day(fact: KnownFact, words: Words) -> str:
    """The fact, and when it was said."""
    if fact.key == "promise":
        return sentence_of(fact)
    if fact.said_here or fact.said_at is None:
        return words.join.join((sentence_of(fact), words.told_here))
    told = words.told_on.format(day=day_of(fact.observed_at, words))
    return words.join.join((sentence_of(fact), told))


def day_of(written: str | None, words: Words) -> str:
    """The day of a time as the hub writes it."""
    at = time_of(written)
    if at is None:
        return "\u2026"
    return words.day.format(day=at.day, month=words.months[at.month - 1], year=at.year)


def not_told(kinds: Sequence[str], words: Words) -> str:
    """That nothing was said of these kinds, whatever they are called."""
    things = list(dict.fromkeys(words.things.get(kind, words.things[""]) for kind in kinds))
    listed = (
        words.last.join((words.between.join(things[:-1]), things[-1]))
        if len(things) > 1
        else things[0]
    )
    return words.not_told.format(things=listed)


def sentence_of(fact: KnownFact) -> str:
    """The hub's sentence, with an end."""
    sentence = fact.sentence or f"{fact.label or fact.key}: {fact.value}"
    return sentence if sentence.endswith(_ENDS) else f"{sentence}."


def named(facts: Sequence[KnownFact], words: Words) -> str:
    """What was just heard, said back: several values of one kind in one sentence."""
    said: dict[tuple[str, str | None], tuple[str, list[str]]] = {}
    for fact in facts:
        sentence = fact.sentence or f"{fact.label or fact.key}: {fact.value}"
        before, value, behind = sentence.rpartition(fact.value)
        # A value that is said in other words stands for itself.
        key = (fact.key, fact.subject if value else fact.id)
        _, values = said.setdefault(key, (f"{before}\0{behind}" if value else "\0", []))
        values.append(value or sentence)
    whole = [shape.replace("\0", words.between.join(values)) for shape, values in said.values()]
    return words.join.join(
        one if one.endswith(_ENDS) else f"{one.rstrip()}{words.ends}" for one in whole
    )


def words_to(visitor: Visitor) -> Words:
    """In the visitor's language, as they wish to be addressed."""
    return words_for(visitor.locale, visitor.value("form_of_address"))


def told(facts: Iterable[KnownFact], words: Words) -> str:
    """All of them."""
    return words.join.join(sentence_of(fact) for fact in facts)


def lower_first(sentence: str) -> str:
    """As it stands within another one."""
    return sentence[:1].lower() + sentence[1:]
