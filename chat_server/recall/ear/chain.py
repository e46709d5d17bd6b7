"""A chain over the tokens of one language: which words of a message say what it is likely to say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .found import Found, Look, Place
from .labels import NO_FACT, OUTSIDE, Span, spans
from .tokens import Token, features, tokens

# The tokens are told which kinds are likely at all, likely, and certain.
_TOLD = ((0.5, "k5"), (0.2, "k2"), (0.08, "k0"))
# From here on words are looked for, though the chain by itself would mark none.
_BELIEVED = 0.2
# From here on words that state nothing may say that something of this kind is over.
_MENTIONED = 0.1
_GOES_ON = 0.5
# Marked beside the kinds: what a value is said of.
_THING = "thing"


@dataclass
class Chain:
    """One language's, as trained."""

    language: str
    # Read where it is: `tagger` looks into these bytes as long as it lives.
    model: bytes
    tagger: Any = field(init=False)
    labels: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        import pycrfsuite  # noqa: PLC0415 - in no other process

        self.tagger = pycrfsuite.Tagger()
        self.tagger.open_inmemory(self.model)
        self.labels = frozenset(self.tagger.labels())

    def look(self, text: str, likely: Mapping[str, float], heard: Collection[Place] = ()) -> Look:
        """What the words say of kinds that are `likely`, and how much there is of those that rules `heard`."""
        there = tokens(text, self.language)
        if not there:
            return Look((), (), ())
        labels = self.tagger.tag(told(features(there), likely))
        marked = list(spans(labels))
        things = [_place(there, one) for one in marked if one.label == _THING]
        taken = {one.label for one in marked}
        chosen = [(one.label, one, self._sure(one)) for one in marked if one.label in likely]
        chosen += [
            (key, *best)
            for key, chance in likely.items()
            if chance > _BELIEVED and key in self.labels - taken
            for best in self._likeliest(key, labels)
        ]
        chosen += [
            (key, one, self._sure(one))
            for one in marked
            if one.label == NO_FACT
            for key, chance in likely.items()
            if key[0] == NO_FACT and chance > _MENTIONED
        ]
        return Look(
            [Found(key, *_place(there, one), likely[key], sure) for key, one, sure in chosen],
            things,
            [self._weighed(there, likely, *one) for one in heard if one[0] in likely],
        )

    def _weighed(
        self, there: Sequence[Token], likely: Mapping[str, float], key: str, start: int, end: int
    ) -> Found:
        """What rules heard of a kind, with how likely the likeliest of its words is to be of it."""
        words = [at for at, (first, last, _) in enumerate(there) if first < end and start < last]
        peak = 0.0
        if key in self.labels:
            peak = max((float(self.tagger.marginal(key, at)) for at in words), default=0.0)
        return Found(key, start, end, likely[key], peak)

    def _sure(self, one: Span) -> float:
        return float(min(self.tagger.marginal(one.label, at) for at in range(one.first, one.last)))

    def _likeliest(self, key: str, labels: Sequence[str]) -> Iterator[tuple[Span, float]]:
        """The words that may best be of a kind, where they are labelled as nothing else."""
        chances = [self.tagger.marginal(key, at) for at in range(len(labels))]
        best = max(range(len(labels)), key=lambda at: chances[at])
        if labels[best] != OUTSIDE:
            return

        def goes_on(at: int) -> bool:
            return labels[at] == OUTSIDE and chances[at] >= _GOES_ON * chances[best]

        first, last = best, best + 1
        while first > 0 and goes_on(first - 1):
            first -= 1
        while last < len(labels) and goes_on(last):
            last += 1
        yield Span(first, last, key), chances[best]


def told(seen: Sequence[list[str]], likely: Mapping[str, float]) -> list[list[str]]:
    """What is seen at each token, with what is likely of the message as a whole, alone and beside the token."""
    signs = [
        f"{sign}:{key}"
        for key, chance in sorted(likely.items())
        for least, sign in _TOLD
        if chance > least
    ]
    return [[*one, *signs, *(f"{sign}&{_itself(one)}" for sign in signs)] for one in seen]


def _itself(seen: Sequence[str]) -> str:
    return next(one for one in seen if one.startswith("w0:"))


def _place(there: Sequence[Token], one: Span) -> tuple[int, int]:
    return there[one.first][0], there[one.last - 1][1]
