"""What is not taken is tried again, later each time; who takes nothing for days is let alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.webhooks.delivery import (
    LONGEST_PAUSE,
    Answer,
    HookDelivery,
    HookState,
    pause_after,
)
from chat_server.domain.webhooks.webhook import GIVEN_UP_AFTER, LONGEST_REST, Texts, Webhook

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TAKEN, REFUSED = Answer(204, None, 5), Answer(500, None, 5)
LUCK = st.floats(0, 1)


def delivery() -> HookDelivery:
    return HookDelivery("d", "w", "e", "message_created", 7, "c", NOW, NOW)


def webhook() -> Webhook:
    return Webhook("w", "shop", "https://shop.test/", "closed", [], Texts.NONE, NOW)


@given(st.integers(1, 10_000), LUCK)
def test_pauses_grow_to_an_hour_and_never_vanish(attempts: int, luck: float) -> None:
    pause = pause_after(attempts, luck, LONGEST_PAUSE)
    assert timedelta(seconds=5) <= pause <= LONGEST_PAUSE
    assert pause <= pause_after(attempts, 1.0, LONGEST_PAUSE)
    assert pause_after(attempts, luck, LONGEST_PAUSE) <= pause_after(
        attempts + 1, luck, LONGEST_PAUSE
    )


@given(st.integers(100, 599))
def test_only_two_hundreds_are_a_yes(status: int) -> None:
    assert Answer(status, None, 1).taken is (status // 100 == 2)


@given(st.lists(LUCK, min_size=1, max_size=60))
def test_it_is_tried_until_it_is_taken(lucks: list[float]) -> None:
    made, now = delivery(), NOW
    for tries, luck in enumerate(lucks, start=1):
        made.tried(REFUSED, now, luck)
        assert (made.state, made.attempts, made.status) == (HookState.WAITING, tries, 500)
        assert made.outcome == "answered 500"
        assert made.due_at > now
        now = made.due_at
    made.tried(TAKEN, now, 0.5)
    assert (made.state, made.finished_at, made.outcome) == (HookState.DELIVERED, now, None)


def test_what_was_delivered_can_be_sent_again() -> None:
    made = delivery()
    made.tried(TAKEN, NOW, 0)
    made.again(NOW + timedelta(hours=1))
    assert (made.state, made.finished_at, made.event_id) == (HookState.WAITING, None, "e")


@given(st.lists(LUCK, min_size=2, max_size=80))
def test_a_webhook_rests_after_failures_and_is_paused_after_days(lucks: list[float]) -> None:
    made, now = webhook(), NOW
    for luck in lucks:
        paused = made.refused_one(now, "answered 500", for_good=False, luck=luck)
        assert made.resting_until is not None
        assert now < made.resting_until <= now + LONGEST_REST
        assert paused is (now - NOW >= GIVEN_UP_AFTER)
        if paused:
            assert "answered 500" in str(made.pause_reason)
            return
        now += timedelta(hours=7)


def test_a_success_in_between_makes_the_days_begin_anew() -> None:
    made = webhook()
    assert not made.refused_one(NOW, "x", for_good=False, luck=1)
    made.took_one()
    later = NOW + GIVEN_UP_AFTER + timedelta(days=1)
    assert not made.refused_one(later, "x", for_good=False, luck=1)
    assert made.failing_since == later
    assert made.paused_at is None


def test_who_says_that_it_is_gone_is_paused_at_once_and_can_be_resumed() -> None:
    made = webhook()
    assert made.refused_one(NOW, "answered 410", for_good=True, luck=0)
    assert made.paused_at == NOW
    made.resume()
    assert made == webhook()
