"""The newest answer about a purpose counts."""

from __future__ import annotations

from datetime import UTC, datetime

from chat_server.domain.consent import Consent, Purpose, current_consent

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def answer(purpose: Purpose, *, granted: bool) -> Consent:
    return Consent("x", "c", purpose, granted, NOW)


def test_unasked_only_memory_is_on() -> None:
    assert current_consent([]) == {"memory": True, "analytics": False, "marketing": False}


def test_the_last_answer_counts_and_others_are_untouched() -> None:
    answers = [
        answer(Purpose.MEMORY, granted=False),
        answer(Purpose.MARKETING, granted=True),
        answer(Purpose.MEMORY, granted=True),
        answer(Purpose.MARKETING, granted=False),
        answer(Purpose.MARKETING, granted=True),
    ]
    assert current_consent(answers) == {"memory": True, "analytics": False, "marketing": True}


def test_answers_of_one_contact_never_change_the_defaults() -> None:
    current_consent([answer(Purpose.MEMORY, granted=False)])
    assert current_consent([])["memory"] is True
