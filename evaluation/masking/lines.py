"""Lines with what is personal marked in them: `[Anna Jones](name)`; a line break is written as in code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from chat_server.domain.masking import Kind, Known

_MARK = re.compile(r"\[([^\]\n]*)\]\(([a-z]+)\)")
_FACT = re.compile(r"([a-z]+)=([^|]*)")
_KINDS = {kind.name.lower(): kind for kind in Kind}
LANGUAGES = ("en", "ru", "is", "th", "zh-TW")
_HERE = Path(__file__).parent
# Written in one go, so that both halves are alike: which folder, from which line, each how many lines.
_SHARED = {
    "strangers": ("strangers", 0, 2),
    "unread": ("strangers", 1, 2),
    "shop": ("shop", 0, 2),
    "shop_unread": ("shop", 1, 2),
}


@dataclass(frozen=True)
class Line:
    """`planted`: start, end and kind of what must not be seen; `facts`: what is known of who wrote it."""

    text: str
    language: str
    planted: tuple[tuple[int, int, str], ...]
    facts: frozenset[tuple[Kind, str]] = field(default_factory=frozenset)

    @property
    def known(self) -> Known:
        return Known("contact", self.language, self.facts)


def parsed(written: str, language: str) -> Line:
    """With what is known before ` :: `, as in "name=Anna|address=Höfn :: in [Höfn](address)"."""
    facts, _, said = written.rpartition(" :: ")
    said = said.replace("\\n", "\n")
    text, planted, at = "", [], 0
    for mark in _MARK.finditer(said):
        text += said[at : mark.start()]
        planted.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    known = frozenset((_KINDS[kind], value.strip()) for kind, value in _FACT.findall(facts))
    return Line(text + said[at:], language, tuple(planted), known)


def written(half: str) -> list[Line]:
    """By hand; of `strangers` and `shop` every other line, of `unread` and `shop_unread` the rest."""
    folder, first, step = _SHARED.get(half, (half, 0, 1))
    return [
        parsed(line, language)
        for language in LANGUAGES
        for line in _lines(_HERE / folder / f"{language}.txt")[first::step]
    ]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
