"""The model itself: what each word of a message is likely to say, and how far that can be believed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from chat_server.domain.facts.fact import SURE
from chat_server.domain.facts.marked import Claim, Marked
from chat_server.domain.facts.statement import HEARD

from .certainty import Certainty
from .files import FOLDER, about
from .found import Found, Look, Place, best_of
from .look import KINDS, STATES, Looker
from .network import Network

_SCRIPTS = (
    ("ru", re.compile("[а-яё]", re.IGNORECASE)),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("zh-TW", re.compile("[\u4e00-\u9fff]")),
)
_LATIN = ("en", "is")


class LearnedEar:
    """As trained; raises NotAsLearned when a file is another."""

    def __init__(self, folder: Path = FOLDER) -> None:
        known = about(folder)
        self._certainty = {
            Claim(claim): Certainty(**weights) for claim, weights in known["certainty"].items()
        }
        self._languages = frozenset(known["languages"])
        self._looker = Looker(known["values"])
        self._network = Network(folder, len(KINDS), len(STATES))

    def knows(self, text: str, locale: str) -> bool:
        """Whether its language was learned."""
        return language_of(text, locale) in self._languages

    def marks(self, text: str, locale: str, heard: Collection[Place] = ()) -> list[Marked]:
        """What is rather right than wrong, one a place and claim; and what of the `heard` is in doubt."""
        language = language_of(text, locale)
        look = self._looker.look(self._network.sight(text, language), heard)
        return weighed(look, language, self._certainty)


def weighed(look: Look, language: str, certainty: Mapping[Claim, Certainty]) -> list[Marked]:
    """What was seen, as far as it can be believed."""
    marked = [
        mark
        for claim, over in ((Claim.HOLDS, False), (Claim.OVER, True))
        for one in best_of(each for each in look.found if each.over is over)
        if (mark := _marked(one, claim, certainty[claim].of(one, language), certainty, look.things))
        is not None
    ]
    return [*marked, *_doubts(look.heard, language, certainty[Claim.DOUBTED])]


def _marked(
    one: Found,
    claim: Claim,
    share: float,
    certainty: Mapping[Claim, Certainty],
    things: Sequence[tuple[int, int]],
) -> Marked | None:
    confidence = certainty[claim].confidence(share)
    # Nothing is over only perhaps.
    if confidence < (SURE if one.over else HEARD):
        return None
    return Marked(one.key, one.start, one.end, confidence, one.value, _nearest(things, one), claim)


def _doubts(heard: Iterable[Found], language: str, known: Certainty) -> Iterator[Marked]:
    for one in heard:
        if one.evidence and known.of(one, language) < known.limit:
            yield Marked(one.key, one.start, one.end, HEARD, claim=Claim.DOUBTED)


def language_of(text: str, locale: str) -> str:
    """By its letters where they tell, then by the page's."""
    latin = locale[:2] if locale[:2] in _LATIN else _LATIN[0]
    return next((name for name, sign in _SCRIPTS if sign.search(text)), latin)


def _nearest(things: Sequence[tuple[int, int]], one: Found) -> tuple[int, int] | None:
    return min(
        things, key=lambda thing: max(thing[0] - one.end, one.start - thing[1]), default=None
    )
