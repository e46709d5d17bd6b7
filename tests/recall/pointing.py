"""A model that marks the words it was told to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chat_server.domain.facts.marked import Claim, Marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chat_server.domain.ports.meaning import Line


@dataclass
class Pointing:
    """See `domain.ports.Marker`; `wanted` are words and what they are, wherever they stand, `over` those that are no more.

    What rules heard of the kinds `doubted` it doubts.
    """

    wanted: Sequence[tuple[str, str]] = ()
    over: Sequence[tuple[str, str]] = ()
    doubted: Sequence[str] = ()
    confidence: float = 0.85
    away: bool = False
    asked: list[Line] = field(default_factory=list)

    async def marks(self, lines: Sequence[Line]) -> list[list[Marked]] | None:
        if self.away:
            return None
        self.asked += lines
        return [
            [
                *self._pointed(text, self.wanted, Claim.HOLDS),
                *self._pointed(text, self.over, Claim.OVER),
                *(
                    Marked(*one, 0.5, claim=Claim.DOUBTED)
                    for one in heard
                    if one[0] in self.doubted
                ),
            ]
            for text, _, heard in lines
        ]

    def _pointed(
        self, text: str, wanted: Sequence[tuple[str, str]], claim: Claim
    ) -> Iterator[Marked]:
        for words, key in wanted:
            start = text.find(words)
            if start >= 0:
                yield Marked(key, start, start + len(words), self.confidence, claim=claim)
