"""Notes of calls are found by the words of a question."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chat_server.domain.contact_history import CallNote
from chat_server.domain.recall.notes import by_words
from chat_server.domain.recall.words import asked_for

BEGUN = datetime(2026, 11, 1, tzinfo=UTC)
TEXTS = (
    "Called about the delivery, wants it on Monday",
    "The jacket is too tight, asked for a larger one",
    "Delivery came, the jacket fits",
    "\u60f3\u8981\u7d05\u8272\u7684\u5916\u5957",
)
NOTES = [
    CallNote(str(at), "c", "anna", "Anna", BEGUN + timedelta(days=at), text)
    for at, text in enumerate(TEXTS)
]


def found(question: str, most: int = 9) -> list[str]:
    return [one.note.id for one in by_words(NOTES, asked_for(question), most)]


def test_the_note_with_most_of_the_rare_words_comes_first_and_the_newest_of_equals() -> None:
    assert found("What did they say about the jacket?") == ["2", "1"]
    assert found("tight jackets") == ["1", "2"]
    assert found("delivery", most=1) == ["2"]
    assert found("\u5916\u5957") == ["3"]


def test_what_no_note_says_finds_none() -> None:
    assert found("tents") == []
    assert by_words([], asked_for("jacket"), 5) == []
