"""Promises to deliver, and when they are tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.outbox import (
    MOST_ATTEMPTS,
    Delivery,
    DeliveryKind,
    DeliveryState,
    pause_after,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def promise() -> Delivery:
    return Delivery.promise(DeliveryKind.REPLY_MAIL, "c1", 7, now=NOW, after=MINUTE)


def test_a_promise_is_known_by_what_caused_it() -> None:
    made = promise()
    assert (made.source, made.due_at) == ("c1:7", NOW + MINUTE)
    assert made.id != promise().id


def test_a_claim_counts_and_a_failure_gives_it_back_later() -> None:
    made = promise()
    made.claim(NOW, MINUTE)
    assert (made.attempts, made.leased_until) == (1, NOW + MINUTE)
    assert made.fail(NOW, "no route", for_good=False, luck=1.0) is False
    assert made.state is DeliveryState.WAITING
    assert (made.leased_until, made.outcome) == (None, "no route")
    assert made.due_at == NOW + timedelta(seconds=15)


def test_what_failed_for_good_is_dead_at_once() -> None:
    made = promise()
    made.claim(NOW, MINUTE)
    assert made.fail(NOW, "no such mailbox", for_good=True, luck=0.0)
    assert (made.state, made.outcome, made.finished_at) == (
        DeliveryState.DEAD,
        "no such mailbox",
        NOW,
    )


def test_what_failed_too_often_is_dead() -> None:
    made = promise()
    fates = []
    for _ in range(MOST_ATTEMPTS):
        made.claim(NOW, MINUTE)
        fates.append(made.fail(NOW, "x" * 1000, for_good=False, luck=0.5))
    assert fates == [False] * (MOST_ATTEMPTS - 1) + [True]
    assert made.outcome is not None
    assert len(made.outcome) == 300


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 15), (2, 30), (5, 240), (12, 3600)])
def test_the_pause_doubles_up_to_an_hour(attempts: int, seconds: int) -> None:
    assert pause_after(attempts, 1.0) == timedelta(seconds=seconds)


@given(attempts=st.integers(1, 10_000), luck=st.floats(0, 1))
def test_luck_spreads_a_pause_over_its_second_half(attempts: int, luck: float) -> None:
    whole = pause_after(attempts, 1.0)
    assert whole / 2 <= pause_after(attempts, luck) <= whole <= timedelta(hours=1)
