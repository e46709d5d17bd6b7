"""The name under a letter, in languages that bend their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from chat_server.domain.facts.statement import Statement

from .names import Name
from .takes import LIKELY, SURE
from .text import Line

Read: TypeAlias = Callable[[Line, int, int], Name | None]
_LONGEST_CLOSING, _LONGEST_NAME = 200, 80
# A sentence or line of its own at the end: one to three words with capitals.
_WORD = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_LAST = re.compile(
    rf"(?P<lead>[.!?)…(]+\s*|\n\s*)(?P<dash>[—–-] ?)?(?P<v>{_WORD}(?: {_WORD}){{0,2}})[.!)]*\s*\Z"
)


def signed(
    closing: re.Pattern[str], read: Read, is_last_name: Callable[[str], bool]
) -> Callable[[Line], Iterator[Statement]]:
    """After the words that close a letter (`v`; `thanks` is there if they may also be only thanks), or alone at the end."""

    def hear(line: Line) -> Iterator[Statement]:
        name = _closed(line) or _alone(line)
        if name is not None:
            sure = SURE if name.known else LIKELY
            yield Statement("name", name.value, sure, name.start, name.end)

    def _closed(line: Line) -> Name | None:
        found = closing.search(line.text, max(0, len(line.text) - _LONGEST_CLOSING))
        if found is None:
            return None
        name = read(line, *found.span("v"))
        if name is None or name.end < found.end("v") - 1 or not (name.capital or name.known):
            return None
        own = "\n" in found.group() or found["stop"] in {".", "!"}
        return name if found["thanks"] is None or (own and name.known) else None

    def _alone(line: Line) -> Name | None:
        found = _LAST.search(line.text, max(0, len(line.text) - _LONGEST_NAME))
        if found is None:
            return None
        name = read(line, *found.span("v"))
        if name is None or name.end < found.end("v") - 1 or not line.capital(name.start):
            return None
        last = name.value.split()[-1]
        fits = name.known or (" " in name.value and is_last_name(last))
        return name if fits or "\n" in found["lead"] else None

    return hear
