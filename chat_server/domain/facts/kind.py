"""What a kind of fact is: how it is kept, for how long and for what, and how it is said and asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, NamedTuple

from chat_server.domain.consent import Purpose

from .fact import FactReason


class Sensitivity(StrEnum):
    """How much harm it would do in the wrong hands."""

    PLAIN = "plain"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class KindWords(NamedTuple):
    """A kind in one language: its name, how it is said to the person, how it is asked for.

    `says` has the place `{value}`; `asks` is a pattern of the words that a question for it contains.
    """

    label: str
    says: str
    question: str
    asks: str


@dataclass(frozen=True)
class FactKind:
    """`clean` gives the value as it is kept, or None when it cannot be one.

    Of `many` kinds several values hold at once; where they `counts` things, one number of each.
    What is `named` may be called by less of its name later on: "rain trousers", "the trousers".
    Values on another `scale` are no news of it: who is "an L now" still takes a 44 in boots. `about` says what a subject would be. The same value under
    `opposite` contradicts it. `lapses` gives the time from which a value is past, for kinds that are dates; after
    its own end a fact holds for `grace` more: a promise that is overdue is what must not be lost.
    """

    key: str
    clean: Callable[[str], str | None]
    many: bool = False
    about: Literal["order", "product", "occasion"] | None = None
    sensitivity: Sensitivity = Sensitivity.PLAIN
    purpose: Purpose = Purpose.MEMORY
    lifetime: timedelta | None = None
    grace: timedelta = timedelta()
    opposite: str | None = None
    ends_as: FactReason = FactReason.WITHDRAWN
    lapses: Callable[[str], datetime | None] | None = None
    counts: bool = False
    scale: Callable[[str], str] | None = None
    named: bool = False
    # Said of no thing, it takes the place of what was said of one, and the other way round.
    of_all: bool = False
    words: Mapping[str, KindWords] = field(default_factory=dict)

    def on_one_scale(self, one: str, other: str) -> bool:
        """Whether they may stand for each other."""
        return self.scale is None or self.scale(one) == self.scale(other)

    @property
    def label(self) -> str:
        """Its name in English."""
        return self.words["en"].label

    @property
    def question(self) -> str:
        """What asks for it in English."""
        return self.words["en"].question
