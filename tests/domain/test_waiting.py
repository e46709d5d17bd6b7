"""What is told of a wait: nothing without a ground for it, and an interval that holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from chat_server.domain.events import Event, EventType
from chat_server.domain.stays import begun_with, stays_by_team
from chat_server.domain.waiting import LEAST, Estimate, Pace, QueuePace, Stay, count, pace

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return BEGIN + timedelta(seconds=seconds)


def one_by_one(number: int, each: float = 60.0, slots: int = 2) -> list[Stay]:
    """All come at once, and one is served every `each` seconds."""
    return [
        Stay(at(0), place, slots, left_at=at(place * each), served=True)
        for place in range(1, number + 1)
    ]


@pytest.mark.parametrize("served", range(LEAST))
def test_too_few_served_give_no_pace(served: int) -> None:
    assert pace(one_by_one(served), at(9_999)) is None


def test_nobody_online_gives_no_estimate() -> None:
    known = pace(one_by_one(10), at(600))
    assert known is not None
    assert known.expect(3, slots=0) is None


def test_the_middle_is_about_what_the_pace_says_and_grows_with_the_place() -> None:
    known = pace(one_by_one(30), at(1800))
    assert known is not None
    middles = []
    for place in (1, 5, 20):
        expected = known.expect(place, slots=2)
        assert expected is not None
        told = expected.told
        assert told.low < told.middle < told.high
        middles.append(told.middle)
    assert middles == sorted(middles)
    assert middles[1] == pytest.approx(300, rel=0.25)
    assert middles[2] == pytest.approx(1200, rel=0.25)


def test_twice_the_agents_halve_the_wait() -> None:
    known = pace(one_by_one(30, slots=2), at(1800))
    assert known is not None
    few, many = known.expect(4, slots=2), known.expect(4, slots=4)
    assert few is not None
    assert many is not None
    assert many.told.middle == pytest.approx(few.told.middle / 2)


def test_those_ahead_who_give_up_shorten_the_wait() -> None:
    patient = Pace(20, 2400.0)
    expected = patient.expect(20, 2)
    impatient = replace(patient, giving_up=1 / 600).expect(20, 2)
    assert expected is not None
    assert impatient is not None
    assert impatient.told.middle < 0.8 * expected.told.middle


def test_only_what_was_known_then_counts() -> None:
    stays = one_by_one(30)
    then = count(stays, at(601))
    assert then is not None
    assert then.served == 10
    late = [*stays, Stay(at(700), 1, 2, left_at=at(5000), served=True)]
    assert count(late, at(601)) == then


def test_seconds_without_anybody_waiting_do_not_count() -> None:
    busy = one_by_one(10)
    pause = timedelta(hours=5)
    later = [
        replace(stay, began_at=stay.began_at + pause, left_at=stay.left_at + pause)
        for stay in busy
        if stay.left_at
    ]
    known = count([*busy, *later], at(600) + pause)
    assert known is not None
    assert known.slot_seconds == pytest.approx(2 * 1200)


def test_an_interval_that_missed_too_often_becomes_wider() -> None:
    stays: list[Stay] = []
    random = Random(3)
    for number in range(80):
        # From the same place every other wait is nine times as long: no model of ours foresees it.
        began = at(number * 2000)
        known = pace(stays, began)
        expected = known.expect(20, 2) if known else None
        length = timedelta(seconds=random.choice([200.0, 1800.0]))
        stays.append(Stay(began, 20, 2, expected, began + length, served=True))
    now = at(80 * 2000)
    learned = pace(stays, now)
    untaught = pace([replace(stay, expected=None) for stay in stays], now)
    assert learned is not None
    assert untaught is not None
    told, naive = learned.expect(20, 2), untaught.expect(20, 2)
    assert told is not None
    assert naive is not None
    assert not (naive.told.holds(201) and naive.told.holds(1799))
    assert told.told.holds(201)
    assert told.told.holds(1799)


def test_four_of_five_waits_lie_in_the_interval_when_people_come_and_go_at_random() -> None:
    random = Random(11)
    stays: list[Stay] = []
    held = judged = 0
    clock = 0.0
    for _ in range(600):
        began = at(clock)
        known = pace(stays, began)
        expected = known.expect(3, 4) if known else None
        wait = sum(random.expovariate(1 / 40) for _ in range(3))
        stays.append(Stay(began, 3, 4, expected, at(clock + wait), served=True))
        if expected is not None:
            judged += 1
            held += expected.told.holds(wait)
        clock += wait
    assert judged > 500
    assert 0.76 <= held / judged <= 0.84


def test_what_is_kept_of_a_queue_tells_the_same_as_the_pace() -> None:
    known = pace(one_by_one(12), at(720))
    assert known is not None
    kept = QueuePace("i", "", at(720))
    assert kept.expect(2) is None
    kept.keep(known, 3, at(720))
    assert kept.expect(2) == known.expect(2, 3)
    kept.keep(None, 3, at(999))
    assert kept.expect(2) is None


def event(kind: EventType, position: int, seconds: float, data: dict[str, object]) -> Event:
    return Event(
        f"e{position}", kind, at(seconds), "i", "system", "c", data=data, position=position
    )


def test_the_log_tells_of_stays_as_they_were() -> None:
    known = pace(one_by_one(12), at(720))
    assert known is not None
    expected = known.expect(2, 3)
    assert expected is not None
    first = event(EventType.WAIT_ESTIMATED, 1, 0, begun_with(2, 3, "", expected))
    second = event(EventType.WAIT_ESTIMATED, 3, 200, begun_with(1, 3, "", None))
    ends = [event(EventType.ASSIGNED, 2, 90, {}), event(EventType.RESOLVED, 4, 250, {})]
    served, gave_up = stays_by_team([second, first], ends)[""]
    assert (served.position, served.slots, served.waited, served.served) == (2, 3, 90.0, True)
    assert served.expected is not None
    assert served.expected.told.middle == pytest.approx(expected.told.middle, abs=0.1)
    assert served.expected.mean == pytest.approx(expected.mean, abs=1e-3)
    assert (gave_up.expected, gave_up.waited, gave_up.served) == (None, 50.0, False)
    assert Estimate(2, 1, 3).holds(1)
