"""What a greeting can speak of besides a problem: a promise that is due, an occasion that is near."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from remembering import lower_first, sentence_of

if TYPE_CHECKING:
    from known_facts import KnownFact, Visitor
    from phrases import Phrases
    from replies import Choice

_NEAR = timedelta(days=21)


def promise_due(visitor: Visitor, now: datetime | None = None) -> KnownFact | None:
    """The promise whose day has come, and that was not made just now."""
    now = now or datetime.now(UTC)
    due = [
        fact
        for fact in visitor.facts
        if fact.key == "promise" and not fact.said_here and fact.due is not None and fact.due <= now
    ]
    return due[0] if due else None


def kept_or_not(words: Phrases) -> tuple[Choice, ...]:
    """The answers to the question whether it was kept."""
    return (words.button("kept"), "/affirm"), (words.button("not_kept"), "/deny")


def question_about_promise(promise: KnownFact, words: Phrases) -> str:
    """Ask whether it was kept."""
    return words.text("promise_kept", promise=promise.value)


def occasion_near(visitor: Visitor, today: date | None = None) -> KnownFact | None:
    """The date of an occasion in the next three weeks."""
    today = today or datetime.now(UTC).date()
    for fact in visitor.facts:
        if fact.key == "occasion_date" and not fact.said_here:
            day = _next(fact.value, today)
            if day is not None and today <= day <= today + _NEAR:
                return fact
    return None


def words_on_occasion(occasion: KnownFact, words: Phrases) -> str:
    """That we have not forgotten it."""
    return words.text("occasion", fact=lower_first(sentence_of(occasion)))


def _next(value: str, today: date) -> date | None:
    """The day itself; one without a year is this year's or the next one's."""
    for year in ("", f"{today.year}-", f"{today.year + 1}-"):
        try:
            day = date.fromisoformat(year + value)
        except ValueError:
            continue
        if day >= today or not year:
            return day
    return None
