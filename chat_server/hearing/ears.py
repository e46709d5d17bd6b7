"""The facade: a message and its language in, statements out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from chat_server.domain.facts.statement import Statement

from . import engine
from .chinese import CHINESE
from .english import ENGLISH
from .icelandic import ICELANDIC
from .russian import RUSSIAN
from .text import MAX_HEARD, Line
from .thai import THAI
from .tongue import Tongue

# Letters that only one of the languages has.
_SCRIPTS = (
    ("ru", re.compile("[а-я]", re.IGNORECASE)),
    ("th", re.compile("[ก-๛]")),
    ("zh", re.compile("[一-鿿]")),
)
_TONGUES: dict[str, Tongue] = {
    tongue.code: tongue for tongue in (ENGLISH, RUSSIAN, ICELANDIC, CHINESE, THAI)
}


def hear(
    text: str, *, language: str | None, at: datetime, asked: str | None = None
) -> list[Statement]:
    """What a customer's message, written at `at`, says of its author; `asked`: the kind asked for last."""
    tongue = _tongue(text, language)
    if "  " not in text:
        return engine.heard(Line(text, tongue, at, asked), tongue)
    single, places = _single_spaced(text[:MAX_HEARD])
    found = engine.heard(Line(single, tongue, at, asked), tongue)
    return [
        one
        if one.start is None or one.end is None
        else replace(one, start=places[one.start], end=places[one.end - 1] + 1)
        for one in found
    ]


def hear_promise(text: str, *, language: str | None, at: datetime) -> list[Statement]:
    """What an agent's message promises, due at `valid_until` when it names a day."""
    tongue = _tongue(text, language)
    return engine.promised(Line(text, tongue, at), tongue)


class RuleEars:
    """The ears of `domain.ports`: rules only."""

    def hear(
        self, text: str, *, language: str | None, at: datetime, asked: str | None = None
    ) -> list[Statement]:
        return hear(text, language=language, at=at, asked=asked)

    def hear_promise(self, text: str, *, language: str | None, at: datetime) -> list[Statement]:
        return hear_promise(text, language=language, at=at)


def _tongue(text: str, language: str | None) -> Tongue:
    """By the letters where they tell, whatever the page's language; then by the language."""
    if not text.isascii():
        for code, letters in _SCRIPTS:
            if code in _TONGUES and letters.search(text):
                return _TONGUES[code]
    return _TONGUES.get((language or "")[:2].lower()) or ENGLISH


def _single_spaced(text: str) -> tuple[str, list[int]]:
    """The text as patterns expect it, and where each of its letters stood."""
    places = [
        place
        for place, letter in enumerate(text)
        if letter != " " or text[place - 1 : place] != " "
    ]
    return "".join(text[place] for place in places), places
