"""What a greeting can speak of besides a problem: a promise that is due, an occasion that is near."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from remembering import lower_first, sentence_of

if TYPE_CHECKING:
    from known_facts import KnownFact, Visitor
    from replies import Choice

KEPT_OR_NOT: tuple[Choice, ...] = (("Yes, thank you", "/affirm"), ("No, not yet", "/deny"))
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


def question_about_promise(promise: KnownFact) -> str:
    """Ask whether it was kept."""
    return f"We promised you: \u201c{promise.value}\u201d. Has that been done?"


def occasion_near(visitor: Visitor, today: date | None = None) -> KnownFact | None:
    """The date of an occasion in the next three weeks."""
    today = today or datetime.now(UTC).date()
    for fact in visitor.facts:
        if fact.key == "occasion_date" and not fact.said_here:
            day = _next(fact.value, today)
            if day is not None and today <= day <= today + _NEAR:
                return fact
    return None


def words_on_occasion(occasion: KnownFact) -> str:
    """That we have not forgotten it."""
    return f"I remember: {lower_first(sentence_of(occasion))}"


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
