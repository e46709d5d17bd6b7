"""The model itself: how likely each kind is by what a message means, and then which of its words say it.

The first part is the same for all languages, as meaning is: one row of weights a kind. The second is a chain over the
tokens of a language, which is told what the first part found. Neither speaks without the other.
"""

from __future__ import annotations

import json
import lzma
import re
from array import array
from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

from chat_server.domain.facts.fact import SURE
from chat_server.domain.facts.marked import Claim, Marked
from chat_server.domain.facts.statement import HEARD

from .certainty import Certainty, share_of
from .chain import Chain
from .found import Found, Place, best_of
from .labels import NO_FACT

FOLDER = Path(__file__).parent / "learned"
ABOUT = "about.json"
# Vectors have the length one: this makes of their differences what a regularised weight can reach.
SCALE = 5.0
# Between a kind and one of its values.
_OF = "="
_SCRIPTS = (
    ("ru", re.compile("[а-яё]", re.IGNORECASE)),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("zh-TW", re.compile("[\u4e00-\u9fff]")),
)
_LATIN = ("en", "is")


@dataclass(frozen=True)
class Kinds:
    """A row of weights for each kind, and for each of a few values of some kinds."""

    names: tuple[str, ...]
    weights: tuple[Sequence[float], ...]

    def chances(self, vector: Sequence[float]) -> dict[str, float]:
        """Of each."""
        scaled = [SCALE * value for value in vector]
        return {
            name: share_of(row[-1] + sum(map(mul, row, scaled)))
            for name, row in zip(self.names, self.weights, strict=True)
        }


class LearnedEar:
    """As trained."""

    def __init__(self, folder: Path = FOLDER) -> None:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        self._kinds = _kinds(about["kinds"])
        self._certainty = {
            Claim(claim): Certainty(**known) for claim, known in about["certainty"].items()
        }
        self._folder = folder
        self._languages = frozenset(about["languages"])
        self._chain = cache(self._read)

    def knows(self, text: str, locale: str) -> bool:
        """Whether its language was learned."""
        return language_of(text, locale) in self._languages

    def marks(
        self, text: str, locale: str, vector: Sequence[float], heard: Collection[Place] = ()
    ) -> list[Marked]:
        """At most one a kind and claim, if it is rather right than wrong; and what of the `heard` is in doubt."""
        language = language_of(text, locale)
        chances = self._kinds.chances(vector)
        likely = {name: chance for name, chance in chances.items() if _OF not in name}
        look = self._chain(language).look(text, likely, heard)
        found = [self._found(one, language) for one in best_of(look.found)]
        return [
            *(
                replace(one, value=_value(one.key, chances), about=_nearest(look.things, one))
                for one in found
                if one is not None
            ),
            *self._doubts(look.heard, language),
        ]

    def _found(self, one: Found, language: str) -> Marked | None:
        key = one.key.removeprefix(NO_FACT)
        claim = Claim.HOLDS if key == one.key else Claim.OVER
        known = self._certainty[claim]
        confidence = known.confidence(known.of(one, language))
        # Nothing is over only perhaps.
        if confidence < (HEARD if claim is Claim.HOLDS else SURE):
            return None
        return Marked(key, one.start, one.end, confidence, claim=claim)

    def _doubts(self, heard: Iterable[Found], language: str) -> Iterator[Marked]:
        known = self._certainty[Claim.DOUBTED]
        for one in heard:
            if known.of(one, language) < known.limit:
                yield Marked(one.key, one.start, one.end, HEARD, claim=Claim.DOUBTED)

    def _read(self, language: str) -> Chain:
        packed = (self._folder / f"{language}.crf.xz").read_bytes()
        return Chain(language, lzma.decompress(packed))


def language_of(text: str, locale: str) -> str:
    """By its letters where they tell, then by the page's."""
    latin = locale[:2] if locale[:2] in _LATIN else _LATIN[0]
    return next((name for name, sign in _SCRIPTS if sign.search(text)), latin)


def _value(key: str, chances: Mapping[str, float]) -> str | None:
    mine = {name: chance for name, chance in chances.items() if name.startswith(key + _OF)}
    best = max(mine, key=lambda name: mine[name], default=None)
    return best.partition(_OF)[2] if best is not None else None


def _nearest(things: Sequence[tuple[int, int]], one: Marked) -> tuple[int, int] | None:
    return min(
        things, key=lambda thing: max(thing[0] - one.end, one.start - thing[1]), default=None
    )


def _kinds(rows: Mapping[str, Mapping[str, Any]]) -> Kinds:
    """Each row: a scale, and signed bytes as text."""
    weights = []
    for row in rows.values():
        signed = array("b", b64decode(row["weights"]))
        weights.append([*(row["scale"] * value for value in signed), row["base"]])
    return Kinds(tuple(rows), tuple(weights))
