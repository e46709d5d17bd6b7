"""A text as the pretrained model reads it: the likeliest row of pieces, each with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from .pretrained import Pieces

_SPACE, _MARKED_SPACE = " ", "\u2581"
# As much less likely than the least likely piece is a letter that none has.
_UNKNOWN = 10.0
# No piece is longer, or goes on beyond a space.
_LONGEST = 16


@dataclass(frozen=True)
class Piece:
    """Its number, and the characters it stands for; a space before a word belongs to the word's piece."""

    number: int
    start: int
    end: int


class Reader:
    """Of texts."""

    def __init__(self, pieces: Pieces, unknown: int) -> None:
        self._pieces = pieces
        self._unknown = unknown
        self._no_piece = min(pieces.scores) - _UNKNOWN

    def pieces(self, text: str) -> list[Piece]:
        """Of a text, without what stands for its begin and its end."""
        letters, places = self._letters(text)
        found = []
        at = len(letters)
        froms, numbers = self._ways(letters)
        while at > 0:
            before = froms[at]
            found.append(Piece(numbers[at], *_place(letters, places, before, at)))
            at = before
        found.reverse()
        return found

    def _letters(self, text: str) -> tuple[str, list[int]]:
        """Folded, with a mark for each space, and where each letter stood."""
        letters: list[str] = []
        places: list[int] = []
        for place, letter in enumerate(text):
            for one in self._pieces.folded.get(ord(letter), letter):
                if one != _SPACE:
                    letters.append(one)
                elif not letters or letters[-1] != _MARKED_SPACE:
                    letters.append(_MARKED_SPACE)
                else:
                    continue
                places.append(place)
        if not letters or letters[0] != _MARKED_SPACE:
            letters.insert(0, _MARKED_SPACE)
            places.insert(0, 0)
        return "".join(letters), places

    def _ways(self, letters: str) -> tuple[list[int], list[int]]:
        """To each place in it: where the best last piece begins, and its number."""
        many = len(letters)
        encoded = letters.encode()
        ends = [0, *accumulate(len(letter.encode()) for letter in letters)]
        best = [float("-inf")] * (many + 1)
        froms, numbers = [0] * (many + 1), [self._unknown] * (many + 1)
        best[0] = 0.0
        for begin in range(many):
            sofar = best[begin]
            for end in range(begin + 1, min(many, begin + _LONGEST) + 1):
                if end > begin + 1 and letters[end - 1] == _MARKED_SPACE:
                    break
                number = self._pieces.number(encoded[ends[begin] : ends[end]])
                if number is None or number == self._unknown:
                    continue
                score = sofar + self._pieces.scores[number]
                if score > best[end]:
                    best[end], froms[end], numbers[end] = score, begin, number
            if sofar + self._no_piece > best[begin + 1]:
                best[begin + 1] = sofar + self._no_piece
                froms[begin + 1], numbers[begin + 1] = begin, self._unknown
        return froms, numbers


def _place(letters: str, places: Sequence[int], begin: int, end: int) -> tuple[int, int]:
    """Without the space before it; nothing where it is only that."""
    if letters[begin] == _MARKED_SPACE:
        begin += 1
    return (places[begin], places[end - 1] + 1) if begin < end else (places[end - 1],) * 2
