"""Praise and blame in languages that bend their words: a word of value, and in the same breath whom it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .rule import But, Heard, Rule
from .takes import sentence

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Esteem:
    """How a language says that somebody is worth a word.

    `sayings` of some length say it whoever is meant; `values` only with one of `whom` in the sentence; `spoiled` takes it back.
    """

    key: str
    sayings: str
    values: str
    whom: re.Pattern[str]
    spoiled: re.Pattern[str]
    fewest: int = 3

    def rule(self, cues: frozenset[str], but: But) -> Rule:
        """The sentence itself is kept, once."""
        pattern = re.compile(rf"(?P<value>{self.values})|(?:{self.sayings})")
        return Rule(cues, pattern, self._take, but)

    def _take(self, heard: Heard) -> Iterator[Statement]:
        low = heard.sentence.low
        enough = not heard.has("value") and len(_WORD.findall(low)) >= self.fewest
        if (enough or self.whom.search(low)) and not self.spoiled.search(low):
            yield from sentence(self.key)(heard)
