"""Notes of calls, found by the words of a question: a contact has few of them, so they are read, not indexed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chat_server.domain.contact_history import CallNote

from .ranking import rarity
from .words import words_of


@dataclass(frozen=True)
class FoundNote:
    """A note with what it is worth: 1 has every word that was asked for."""

    note: CallNote
    score: float


def by_words(notes: Sequence[CallNote], asked: Sequence[str], most: int) -> list[FoundNote]:
    """Best first, newest first among equals; a word that few notes have says more."""
    wanted = set(asked)
    held = [(note, wanted.intersection(words_of(note.text))) for note in notes]
    having = Counter(word for _, words in held for word in words)
    weights = {word: rarity(having[word], len(notes)) for word in wanted}
    whole = sum(weights.values()) or 1.0
    found = [
        FoundNote(note, sum(weights[word] for word in words) / whole)
        for note, words in held
        if words
    ]
    return sorted(found, key=lambda one: (one.score, one.note.at), reverse=True)[:most]
