"""What people of a made-up database say: the same every time, and quickly made."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.recall.said import index
from chat_server.domain.recall.vectors import signs
from chat_server.domain.recall.words import keys

BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
DIMENSIONS = 384
_VOCABULARY = 27_000
_IN_A_LINE = 10
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnpt" for vowel in "aou"]
# Of a message; what is not here is the same in all lines of a person.
VARYING = (
    "position",
    "seq",
    "id",
    "public_prev_seq",
    "client_id",
    "content",
    "text",
    "created_at",
)
STATEMENT = ("position", "contact_id", "words", "length", "awaits_vector")
VECTOR = ("position", "contact_id", "signs", "vector")
Row = tuple[Any, ...]


def _word(number: int) -> str:
    """Letters only, and no ending that a stem would lose: as many words as numbers."""
    base = len(_SYLLABLES)
    return "".join(_SYLLABLES[number // base**place % base] for place in (2, 1, 0)) + "ko"


_WORDS = [_word(number) for number in range(_VOCABULARY)]
# As in a language: the rank of a word and how often it is said are inverse.
_OFTEN = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))


def some_words(dice: random.Random, many: int) -> list[str]:
    """As people say them."""
    return dice.choices(_WORDS, cum_weights=_OFTEN, k=many)


def common_words(many: int) -> list[str]:
    """Those that everybody uses all the time."""
    return _WORDS[:many]


@dataclass
class Batch:
    """Rows of three tables."""

    messages: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    vectors: list[Row] = field(default_factory=list)


class Person:
    """Who says line after line in one dialogue."""

    def __init__(self, name: str, conversation_id: str, dice: random.Random) -> None:
        self.name = name
        self.conversation_id = conversation_id
        self._dice = dice
        self._said = 0
        self._keys: dict[str, str] = {}

    @property
    def fixed(self) -> dict[str, Any]:
        """The columns of a message that are the same in all of their lines."""
        author = Author(AuthorKind.VISITOR, f"visitor-{self.name}", None)
        return {
            "conversation_id": self.conversation_id,
            "author_kind": author.kind,
            "author_id": author.id,
            "author_name": None,
            "sender": author.sender,
            "kind": "message",
            "used_facts": [],
            "understood": None,
        }

    def say(self, batch: Batch, places: Iterable[int], fixed: Row, *, vectors: bool) -> None:
        """A line at each of these positions, as the hub would keep it."""
        at = list(places)
        words = iter(some_words(self._dice, len(at) * _IN_A_LINE))
        for position in at:
            said = [next(words) for _ in range(_IN_A_LINE)]
            text = " ".join(said)
            seq = self._said = self._said + 1
            batch.messages.append(
                (
                    position,
                    seq,
                    f"m{position:011}",
                    seq - 1,
                    f"c{position:011}",
                    json.dumps({"type": "text", "text": text}),
                    text,
                    BEGAN + timedelta(seconds=position),
                    *fixed,
                )
            )
            indexed = " ".join([self._key(word) for word in dict.fromkeys(said)])
            batch.statements.append((position, self.name, indexed, _IN_A_LINE, False))
            if seq == 1:
                self._is_as_the_hub_indexes(position, text, indexed)
            if vectors:
                made = self._dice.randbytes(DIMENSIONS)
                batch.vectors.append((position, self.name, signs(made), made))

    def _key(self, word: str) -> str:
        key = self._keys.get(word)
        if key is None:
            key = self._keys[word] = keys(self.name, [word])[0]
        return key

    def _is_as_the_hub_indexes(self, position: int, text: str, indexed: str) -> None:
        hubs = index(position, self.name, text)
        assert hubs is not None, "a line has words"
        assert (hubs.words, hubs.length) == (indexed, _IN_A_LINE), "made as the hub makes it"
