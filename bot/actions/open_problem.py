"""Words for the problems a customer can have, used wherever one is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from known_facts import KnownFact
    from phrases import Phrases
    from replies import Choice


def yes_or_no(words: Phrases) -> tuple[Choice, ...]:
    """The answers to the question whether it is sorted."""
    return (words.button("sorted"), "/problem_solved"), (words.button("not_sorted"), "/deny")


def called(problem: KnownFact | None, words: Phrases) -> str:
    """A problem as it stands in a sentence; one of no known kind is just what went wrong."""
    problems = words.table("problems")
    return problems.get(problem.value, problems["other"]) if problem else problems["other"]


def question_about(problem: KnownFact, words: Phrases) -> str:
    """Ask whether a problem from an earlier dialogue still stands."""
    return words.text("problem_sorted", problem=called(problem, words))
