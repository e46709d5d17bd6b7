"""Which facts cannot hold beside each other, and which say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from .fact import Fact, folded
from .kind import FactKind

# How many: "2 cats", "兩隻貓", "แมวสองตัว".
_NUMBER = re.compile(
    r"\A(?:\d+|an?|one) |\A(?:[一二兩三四五六七八九十]{1,3}|\d+)[個隻只位條對口](?=.)"
    r"|(?<=.) ?(?:\d+|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด)? ?(?:คน|ตัว)(?:เดียว|นึง|หนึ่ง)?\Z"
)
_ALONE = re.compile(
    r"\balone\b|\bby myself\b|\bon my own\b|\bодин\b|\bодна\b|一個人|獨居|自己住|คนเดียว"
)
_ANIMAL = re.compile(
    r"\b(?:cats?|dogs?|pupp(?:y|ies)|kittens?|rabbits?|birds?|кош|кот|соба|пёс|пес|hund|kött|kett|köt)"
    r"|[貓狗犬兔鳥]|หมา|แมว|สุนัข|กระต่าย|นก"
)


def are_rivals(kind: FactKind, fact: Fact, other: Fact) -> bool:
    """Whether only one of the two can hold: the same question, or a contradiction. `kind` is the first one's."""
    alike = folded(fact.value) == folded(other.value)
    if other.key == kind.opposite:
        return alike and fact.subject == other.subject
    if other.key != fact.key or _measure_others(kind, fact, other):
        return False
    if are_of_one(kind, fact.subject, other.subject):
        if kind.many and kind.counts:
            return alike or _thing(fact) == _thing(other) or _only_one_lives(fact, other)
        return alike or not kind.many
    # The same, said with more precision.
    return alike and other.subject is None


def _measure_others(kind: FactKind, fact: Fact, other: Fact) -> bool:
    """Whether they are on two scales, and not said of one thing: who takes an L takes a 44 in boots."""
    of_one_thing = fact.subject is not None and fact.subject == other.subject
    return not of_one_thing and not kind.on_one_scale(fact.value, other.value)


def are_of_one(kind: FactKind, one: str | None, other: str | None) -> bool:
    """Whether both are about the same, or about none; a thing may be called by less of its name."""
    if one is None or other is None or kind.about == "order":
        return one == other or (kind.of_all and None in (one, other))
    low, high = sorted((folded(one), folded(other)), key=len)
    return low == high or _is_of(low, high)


def say_the_same(held: Fact, said: Fact) -> bool:
    """Whether `said` adds nothing to `held`: who names no subject may mean any."""
    return (
        held.key == said.key
        and folded(held.value) == folded(said.value)
        and (said.subject is None or said.subject == held.subject)
    )


def is_short_for(kind: FactKind, short: Fact, full: Fact) -> bool:
    """Whether a thing is called by the last words of its name, or by the first where those are the noun."""
    if not kind.named or short.key != full.key or short.subject != full.subject:
        return False
    part, whole = folded(short.value), folded(full.value)
    if len(part) >= len(whole):
        return False
    if part.isascii():
        # "vindjakki" is a jakki.
        return whole.endswith(part if len(part) > _STEM else f" {part}")
    return whole.startswith(part) or whole.endswith(part)


def has_another_end(held: Fact, said: Fact) -> bool:
    """Whether it ends at another time."""
    return said.valid_until is not None and said.valid_until != held.valid_until


def has_another_beginning(held: Fact, said: Fact) -> bool:
    """Whether only one of them holds by the time the other is said: "next month" and "now" are two things."""
    if held.valid_from == said.valid_from:
        return False
    return any(one.valid_from is not None and one.valid_from > said.since for one in (held, said))


def meant_by(kind: FactKind, value: str, held: Sequence[Fact]) -> list[Fact]:
    """Which of them hold no longer when `value` does not: the same, or the only thing that is said in more words."""
    low = folded(value)
    same = [one for one in held if folded(one.value) == low]
    if same or not kind.many:
        return same
    for is_meant in (_is_in, _is_of):
        longer = [one for one in held if is_meant(low, folded(one.value))]
        if longer:
            return longer if len(longer) == 1 else []
    return []


def _is_in(part: str, whole: str) -> bool:
    """As words, or at an end where none are written apart."""
    if part.isascii():
        return f" {part} " in f" {whole} "
    return whole.startswith(part) or whole.endswith(part)


def _is_of(part: str, whole: str) -> bool:
    """Word by word, where words bend or are put together: "jakki" of "Snæfell vindjakki", "свитера" of "лёгкий свитер"."""
    words = whole.split()
    return all(any(_is_form_of(said, word) for word in words) for said in part.split())


def _is_form_of(said: str, word: str) -> bool:
    if len(said) < _STEM:
        return said == word
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, word, strict=False))
    )
    return word.endswith(said) or (
        shared >= _STEM and max(len(said), len(word)) - shared <= _LONGEST_END
    )


_STEM, _LONGEST_END = 4, 3


def _only_one_lives(fact: Fact, other: Fact) -> bool:
    """Who lives alone lives with nobody else; animals are nobody."""
    alone, beside = (_ALONE.search(folded(one.value)) for one in (fact, other))
    if (alone is None) == (beside is None):
        return False
    return _ANIMAL.search(folded((other if alone else fact).value)) is None


def counts_the_same(one: str, other: str) -> bool:
    """Whether only their number differs: "2 cats", "a cat"."""
    return _counted(one) == _counted(other)


def _thing(fact: Fact) -> str:
    """What is counted: "2 cats" and "a cat" are of the same."""
    return _counted(fact.value)


def _counted(value: str) -> str:
    return _NUMBER.sub("", folded(value)).removesuffix("s")
