"""What is counted of a dialogue, and what went wrong in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .dialogues import Dialogue, Label
from .seen import KnownFact


@dataclass(frozen=True)
class Failure:
    """One thing that is not as labelled."""

    cause: str
    person: str
    what: str
    words: str = ""


@dataclass
class Count:
    """Facts found right, found wrongly, and not found."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: Count) -> None:
        """Sums up."""
        self.right += other.right
        self.false += other.false
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        """None while nothing was heard."""
        heard = self.right + self.false
        return self.right / heard if heard else None

    @property
    def recall(self) -> float | None:
        """None while there was nothing to hear."""
        there = self.right + self.missed
        return self.right / there if there else None


@dataclass
class Share:
    """So many of so many."""

    good: int = 0
    of: int = 0

    def take(self, *, good: bool) -> None:
        """One more."""
        self.of += 1
        self.good += good

    def add(self, other: Share) -> None:
        """Sums up."""
        self.good += other.good
        self.of += other.of

    @property
    def value(self) -> float | None:
        """None of nothing."""
        return self.good / self.of if self.of else None


@dataclass
class Verdict:
    """Of one dialogue; `facts` by kind. `false_use` and `re_asks` count what is bad."""

    dialogue: Dialogue
    facts: dict[str, Count] = field(default_factory=dict)
    sources: Share = field(default_factory=Share)
    updates: Share = field(default_factory=Share)
    unconfirmed: Share = field(default_factory=Share)
    replies: Share = field(default_factory=Share)
    false_use: Share = field(default_factory=Share)
    re_asks: Share = field(default_factory=Share)
    asked_though_said: int = 0
    # Lines without an answer of the bot, by the reason.
    troubles: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    def count(self, key: str) -> Count:
        """Of one kind."""
        return self.facts.setdefault(key, Count())

    def fail(self, cause: str, person: str, what: str, words: str = "") -> None:
        """Notes it."""
        self.failures.append(Failure(cause, person, what, words))


def shown(one: KnownFact | Label) -> str:
    """As failures name it."""
    of = f" ({one.subject})" if one.subject else ""
    return f"{one.key} = {one.value}{of}"
