"""The newest answer about a purpose counts; without one, the rule of the inbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chat_server.domain.consent import DIALOGUE, Allowance, Consent, ConsentRule, Purpose

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ASKING: dict[str, str] = {Purpose.MEMORY: ConsentRule.OPT_IN}


def answer(purpose: Purpose, *, granted: bool) -> Consent:
    return Consent("x", "c", purpose, granted, NOW)


def test_unasked_only_memory_is_on() -> None:
    assert Allowance().consent == {"memory": True, "analytics": False, "marketing": False}
    assert Allowance().basis(Purpose.MEMORY) == "default"


def test_the_last_answer_counts_and_others_are_untouched() -> None:
    answers = [
        answer(Purpose.MEMORY, granted=False),
        answer(Purpose.MARKETING, granted=True),
        answer(Purpose.MEMORY, granted=True),
        answer(Purpose.MARKETING, granted=False),
        answer(Purpose.MARKETING, granted=True),
    ]
    allowance = Allowance(answers)
    assert allowance.consent == {"memory": True, "analytics": False, "marketing": True}
    assert [purpose for purpose in Purpose if allowance.awaits(purpose)] == [Purpose.ANALYTICS]


def test_where_a_yes_is_needed_nothing_outlives_a_dialogue_before_it() -> None:
    allowance = Allowance((), ASKING)
    assert not allowance.allows(Purpose.MEMORY)
    assert allowance.awaits(Purpose.MEMORY)
    assert allowance.hears(Purpose.MEMORY, in_dialogue=True)
    assert not allowance.hears(Purpose.MEMORY, in_dialogue=False)
    assert allowance.basis(Purpose.MEMORY) == DIALOGUE


def test_a_no_is_an_answer() -> None:
    allowance = Allowance([answer(Purpose.MEMORY, granted=False)], ASKING)
    assert not allowance.awaits(Purpose.MEMORY)
    assert not allowance.hears(Purpose.MEMORY, in_dialogue=True)
    assert allowance.basis(Purpose.MEMORY) == "x"


def test_what_was_said_then_is_judged_by_the_answers_until_then() -> None:
    no, yes = answer(Purpose.MEMORY, granted=False), answer(Purpose.MEMORY, granted=True)
    yes.at = NOW + timedelta(days=2)
    allowance = Allowance([no, yes])
    days = [
        allowance.as_of(NOW + timedelta(days=day)).allows(Purpose.MEMORY) for day in (-1, 0, 1, 2)
    ]
    assert days == [True, False, False, True]
    assert not Allowance([no, yes], ASKING).as_of(NOW - timedelta(days=1)).allows(Purpose.MEMORY)
