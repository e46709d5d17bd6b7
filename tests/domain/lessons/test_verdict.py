"""A new model comes into service when it is no worse, and what is worse is decided here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.lessons.job import SILENT, BotJob, JobKind, JobState
from chat_server.domain.lessons.verdict import Fault, Finding, Score, faults, is_loss

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def score(language: str = "en", **changes: int | bool) -> Score:
    """A set in which nothing changed."""
    still = Score(language, False, 400, 380, 380, 0, 0, 6, 6, 0, 0)
    return replace(still, **changes)  # type: ignore[arg-type]


def moved(language: str, won: int, lost: int) -> Score:
    return score(language, won=won, lost=lost, candidate_right=380 + won - lost)


def test_one_that_is_as_good_or_better_has_no_fault() -> None:
    assert faults([score("en"), score("th")]) == []
    assert faults([moved("en", 5, 2), moved("th", 3, 1)]) == []


def test_in_all_it_may_lose_what_chance_takes_and_within_a_bound() -> None:
    assert faults([moved("en", 2, 4), moved("th", 0, 0)]) == []
    assert faults([moved("en", 2, 5), moved("th", 0, 0)]) == [Finding(Fault.FEWER_RIGHT)]


def test_no_language_pays_for_another() -> None:
    assert faults([moved("en", 30, 0), moved("th", 1, 9)]) == [Finding(Fault.LANGUAGE_WORSE, "th")]


def test_lines_kept_back_here_count_in_all_and_alone_decide_nothing() -> None:
    few = replace(moved("is", 0, 5), reviewed=True, lines=8)
    assert faults([moved("en", 4, 0), few]) == []
    assert faults([moved("en", 1, 0), few]) == [Finding(Fault.FEWER_RIGHT)]


def test_it_may_not_be_surer_of_what_is_wrong() -> None:
    sure = score("en", sure_lost=6, candidate_surely_wrong=12)
    assert faults([sure]) == [Finding(Fault.SURER_OF_WRONG)]
    assert faults([replace(sure, sure_won=5)]) == []


@pytest.mark.parametrize("scores", [[], [score("en", lines=0)]])
def test_without_figures_nothing_comes_into_service(scores: list[Score]) -> None:
    assert faults(scores) == [Finding(Fault.NOT_COMPARED)]


@given(won=st.integers(0, 60), lost=st.integers(0, 60))
def test_a_loss_is_what_a_coin_would_hardly_bring(won: int, lost: int) -> None:
    changed = won + lost
    chance = sum(comb(changed, number) for number in range(lost, changed + 1)) / 2**changed
    assert is_loss(won, lost) == (lost > won and chance <= 0.05)
    if is_loss(won, lost):
        assert is_loss(won, lost + 1)
        assert not is_loss(lost, won)


def test_figures_count_beside_the_model_that_serves_now() -> None:
    job = BotJob("t1", JobKind.TRAIN, JobState.WAITING, "ada", NOW)
    job.take("t", NOW)
    job.against = "built"
    job.compared([score("en")])
    assert [one.fault for one in job.faults("built")] == [Fault.NOT_COMPARED]
    job.end(JobState.DONE, NOW)
    assert job.faults("built") == []
    assert [one.fault for one in job.faults("another")] == [Fault.NOT_COMPARED]


def test_who_is_silent_for_long_is_gone() -> None:
    job = BotJob("t1", JobKind.TRAIN, JobState.WAITING, "ada", NOW)
    assert not job.is_lost(NOW + timedelta(days=1))
    job.take("t", NOW)
    assert not job.is_lost(NOW + SILENT)
    assert job.is_lost(NOW + SILENT + timedelta(seconds=1))
