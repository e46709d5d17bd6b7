"""Words for the problems a customer can have, used wherever one is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from known_facts import KnownFact
    from replies import Choice

YES_OR_NO: tuple[Choice, ...] = (("Yes, it's sorted", "/problem_solved"), ("No, not yet", "/deny"))

PROBLEM_WORDS = {
    "damaged": "the damaged item",
    "defect": "the faulty item",
    "wrong_item": "the wrong item",
    "missing": "the missing item",
    "late": "the late delivery",
    "refund": "your refund",
    "other": "what went wrong",
}


def question_about(problem: KnownFact) -> str:
    """Ask whether a problem from an earlier dialogue still stands."""
    return f"Is {PROBLEM_WORDS.get(problem.value, 'your problem')} from last time sorted?"
