"""Strict: of what is planted no letter and no digit may stand outside of the masks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from chat_server.domain.ports import Finder

from .lines import Line


@dataclass
class Figures:
    """`harmless` and `masked_harmless` count letters and digits outside of what is planted.

    `ordinary`: messages with nothing planted; `touched`: those of them in which anything is masked.
    """

    messages: int = 0
    planted: int = 0
    leaky: int = 0
    harmless: int = 0
    masked_harmless: int = 0
    ordinary: int = 0
    touched: int = 0
    leaks: list[tuple[Line, str, str]] = field(default_factory=list)
    falses: list[tuple[Line, str]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def leaks_per_thousand(self) -> float:
        """Messages of a thousand from which something got through."""
        return 1000 * self.leaky / self.messages if self.messages else 0.0

    @property
    def false_share(self) -> float:
        """Of harmless letters."""
        return self.masked_harmless / self.harmless if self.harmless else 0.0


def judge(lines: Iterable[Line], finder: Finder) -> Figures:
    """All lines, one by one."""
    figures = Figures()
    for line in lines:
        _judge(line, finder, figures)
    return figures


def _judge(line: Line, finder: Finder, figures: Figures) -> None:
    spans = finder.find(line.text, line.known)
    masked = {at for span in spans for at in range(span.start, span.end)}
    theirs = {at for start, end, _ in line.planted for at in range(start, end)}
    figures.messages += 1
    figures.planted += len(line.planted)
    leaked = False
    for start, end, kind in line.planted:
        if any(line.text[at].isalnum() and at not in masked for at in range(start, end)):
            leaked = True
            figures.kinds[kind] += 1
            figures.leaks.append((line, kind, line.text[start:end]))
    figures.leaky += leaked
    if not line.planted:
        figures.ordinary += 1
        figures.touched += bool(spans)
    for span in spans:
        said = line.text[span.start : span.end]
        if any(
            letter.isalnum() and span.start + at not in theirs for at, letter in enumerate(said)
        ):
            figures.falses.append((line, said))
    harmless = [at for at, letter in enumerate(line.text) if letter.isalnum() and at not in theirs]
    figures.harmless += len(harmless)
    figures.masked_harmless += sum(1 for at in harmless if at in masked)
