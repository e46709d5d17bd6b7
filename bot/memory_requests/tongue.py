"""What a language needs so that requests about memory are found in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

# How letters are written on keyboards that do not have them.
_BARE = str.maketrans(
    dict(zip("áéíóúýöðÁÉÍÓÚÝÖÐ", "aeiouyodAEIOUYOD", strict=True))
    | {"þ": "th", "æ": "ae", "Þ": "Th", "Æ": "Ae"}
)

_BY_CAPITALS = "(?-i:"


@dataclass(frozen=True)
class Tongue:
    """Patterns, all without capitals.

    A sentence asks for a kind when ``asks`` finds the place where a noun of ``nouns`` is the writer's own and asked for
    (``{noun}`` stands for it), or when one of ``wholes`` finds the question as a whole. ``shop`` finds what only looks so.
    ``errands`` are what a shop is asked of its work: where something is, when it comes, what it costs, how something is done, what
    to choose. They are about no memory, whatever kind they seem to name, unless ``vouches`` finds words that are.
    ``practices`` ask how the shop comes to know something, why it keeps it or what it does with it: the value is no answer.
    ``anything`` finds a question for what is of no kind at all ("my blood type"): nothing is known of it. ``script`` is how a text in this language looks.

    Beside such shapes, ``frames`` show that memory is asked ("did I say", "according to your notes"), wherever they stand: what is
    left of a question (``asking``) without them, if it speaks of the writer (``mine``), names the kind by a noun (within ``word``) or by what one does (``deeds``). A
    question of what one does oneself (``selves``: "which gloves do I ...") needs no frame, but a deed. Who is to be told (``tells``:
    "tell me") is not thereby spoken of. ``spellings`` are words as they are written in haste, and how they are read here.
    ``goes_on`` is how a few words go on from an answer ("and in jackets?", "the e-mail too"). ``is_bare``: texts are read without accents, as the patterns are.
    """

    script: str
    nouns: Mapping[str, str]
    asks: tuple[str, ...]
    also: str
    wholes: Mapping[str, str]
    shop: str
    errands: tuple[str, ...]
    vouches: str
    practices: str
    everything: str
    anything: str
    others: tuple[str, ...]
    recalls: str
    gives_up: str
    forgets: tuple[str, ...]
    forgets_wholes: Mapping[str, str]
    forgets_last: str
    frames: str
    tells: str
    selves: str
    asking: str
    mine: str
    deeds: Mapping[str, str]
    goes_on: str
    word: str = r"\b{noun}\b"
    spellings: Mapping[str, str] = field(default_factory=dict)
    is_bare: bool = False


@dataclass(frozen=True)
class Kinds:
    """One pattern that finds several kinds; its group says which. Of several keys any answers: "home|delivery_place"."""

    pattern: re.Pattern[str]
    keys: tuple[tuple[str, ...], ...]

    def all_in(self, words: str) -> list[tuple[tuple[str, ...], tuple[int, int]]]:
        """Each that is found and its place, in the order of the words."""
        found = ((match.lastgroup or "", match) for match in self.pattern.finditer(words))
        return [(self.keys[int(group[1:])], match.span(group)) for group, match in found]


@dataclass(frozen=True)
class Patterns:
    """A tongue made ready."""

    script: re.Pattern[str]
    asks: tuple[Kinds, ...]
    also: Kinds
    wholes: Kinds
    shop: re.Pattern[str]
    errands: re.Pattern[str]
    vouches: re.Pattern[str]
    practices: re.Pattern[str]
    everything: re.Pattern[str]
    anything: re.Pattern[str]
    others: tuple[re.Pattern[str], ...]
    recalls: re.Pattern[str]
    gives_up: re.Pattern[str]
    forgets: tuple[Kinds, ...]
    forgets_last: re.Pattern[str]
    frames: re.Pattern[str]
    tells: re.Pattern[str]
    selves: re.Pattern[str]
    asking: re.Pattern[str]
    mine: re.Pattern[str]
    deeds: Kinds
    named: Kinds
    goes_on: re.Pattern[str]
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    is_bare: bool

    def read(self, text: str) -> str:
        """As it would be written at leisure."""
        if self.is_bare:
            text = text.translate(_BARE)
        for hasty, meant in self.spellings:
            text = hasty.sub(meant, text)
        return text


def without_accents(tongue: Tongue, script: str) -> Tongue:
    """The same language as it is written in haste, without the letters that only it has."""
    bare: dict[str, Any] = {one.name: _bare(getattr(tongue, one.name)) for one in fields(tongue)}
    # Who writes in such haste leaves capitals out too, so that no name can be told from other words.
    others = tuple(one for one in tongue.others if _BY_CAPITALS not in one)
    told_apart = {"others": _bare(others), "script": script, "is_bare": True}
    return replace(tongue, **(bare | told_apart))


def _bare(patterns: object) -> object:
    if isinstance(patterns, str):
        return patterns.translate(_BARE)
    if isinstance(patterns, tuple):
        return tuple(_bare(one) for one in patterns)
    if isinstance(patterns, Mapping):
        return {keys: _bare(pattern) for keys, pattern in patterns.items()}
    return patterns


def ready(tongue: Tongue) -> Patterns:
    """Compiled."""
    return Patterns(
        script=_compiled(tongue.script),
        asks=tuple(_of_nouns(tongue, shape) for shape in tongue.asks),
        also=_of_nouns(tongue, tongue.also),
        wholes=_one_of(tongue.wholes),
        shop=_compiled(tongue.shop),
        errands=_compiled("|".join(tongue.errands)),
        vouches=_compiled(tongue.vouches),
        practices=_compiled(tongue.practices),
        everything=_compiled(tongue.everything),
        anything=_compiled(tongue.anything),
        others=tuple(_compiled(pattern) for pattern in tongue.others),
        recalls=_compiled(tongue.recalls),
        gives_up=_compiled(tongue.gives_up),
        forgets=(
            *(_of_nouns(tongue, shape) for shape in tongue.forgets),
            _one_of(tongue.forgets_wholes),
        ),
        forgets_last=_compiled(tongue.forgets_last),
        frames=_compiled(tongue.frames),
        tells=_compiled(tongue.tells),
        selves=_compiled(tongue.selves),
        asking=_compiled(tongue.asking),
        mine=_compiled(tongue.mine),
        deeds=_one_of(tongue.deeds),
        named=_of_nouns(tongue, tongue.word),
        goes_on=_compiled(tongue.goes_on),
        spellings=tuple(
            (_compiled(rf"\b{hasty}\b"), meant) for hasty, meant in tongue.spellings.items()
        ),
        is_bare=tongue.is_bare,
    )


def _of_nouns(tongue: Tongue, shape: str) -> Kinds:
    return _one_of(tongue.nouns, shape)


def _one_of(patterns: Mapping[str, str], shape: str = "{noun}") -> Kinds:
    """Groups within the pieces must have no names."""
    either = "|".join(f"(?P<k{number}>{one})" for number, one in enumerate(patterns.values()))
    pattern = shape.replace("{noun}", f"(?:{either or '(?!)'})")
    return Kinds(_compiled(pattern), tuple(tuple(keys.split("|")) for keys in patterns))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
