"""Opening hours, also where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat_server.domain.errors import Invalid
from chat_server.domain.hours import WEEKDAYS, Hours, parse_hours, wall_time

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICE = {day: [["09:00", "17:00"]] for day in WEEKDAYS[:5]}
# Half hours, half-hour changes of the clock, changes at midnight, a day that never was, none at all.
ZONES = (
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Atlantic/Reykjavik",
    "Antarctica/Troll",
)


def at(text: str, zone: str = "UTC") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def test_people_are_there_within_their_hours_and_not_outside() -> None:
    hours = parse_hours("Europe/Berlin", {"weekly": OFFICE})
    # A Friday in winter.
    assert not hours.is_open(at("2026-11-20T08:59", "Europe/Berlin"))
    assert hours.is_open(at("2026-11-20T09:00", "Europe/Berlin"))
    assert hours.is_open(at("2026-11-20T15:59"))
    assert not hours.is_open(at("2026-11-20T16:00"))


def test_on_friday_evening_the_next_change_is_monday_morning() -> None:
    hours = parse_hours("Europe/Berlin", {"weekly": OFFICE})
    evening = at("2026-11-20T18:00", "Europe/Berlin")
    monday = at("2026-11-23T09:00", "Europe/Berlin")
    assert (hours.next_change(evening), hours.opens_at(evening)) == (monday, monday)
    assert hours.next_change(monday) == at("2026-11-23T17:00", "Europe/Berlin")
    assert hours.opens_at(monday) is None


def test_a_lunch_break_closes() -> None:
    plan = {"weekly": {"fri": [["09:00", "12:00"], ["13:00", "17:00"]]}}
    hours = parse_hours("UTC", plan)
    assert not hours.is_open(at("2026-11-20T12:30"))
    assert hours.next_change(at("2026-11-20T12:30")) == at("2026-11-20T13:00")


def test_a_night_shift_belongs_to_the_day_it_begins_on() -> None:
    plan = {"weekly": {"fri": [["22:00", "02:00"]]}, "exceptions": {"2026-11-21": []}}
    hours = parse_hours("UTC", plan)
    assert hours.is_open(at("2026-11-21T01:59"))
    assert not hours.is_open(at("2026-11-21T02:00"))
    assert not hours.is_open(at("2026-11-20T01:00"))


def test_a_holiday_closes_and_a_special_day_opens() -> None:
    days: dict[str, object] = {"2026-12-25": [], "2026-12-26": [["10:00", "12:00"]]}
    hours = parse_hours("UTC", {"weekly": OFFICE, "exceptions": days})
    assert not hours.is_open(at("2026-12-25T10:00"))
    assert hours.opens_at(at("2026-12-25T10:00")) == at("2026-12-26T10:00")


def test_a_special_day_far_away_is_still_the_next_one() -> None:
    hours = parse_hours("UTC", {"exceptions": {"2027-10-01": [["08:00", "09:00"]]}})
    assert hours.opens_at(at("2026-11-20T10:00")) == at("2027-10-01T08:00")


def test_adjoining_spans_do_not_close_in_between() -> None:
    weekly = {day: [["00:00", "24:00"]] for day in WEEKDAYS}
    hours = parse_hours("Europe/Berlin", {"weekly": weekly})
    assert hours.is_open(at("2026-11-20T23:59"))
    assert hours.next_change(at("2026-11-20T10:00")) is None


def test_who_never_opens_has_no_opening() -> None:
    assert parse_hours("UTC", {}).opens_at(at("2026-11-20T10:00")) is None


def test_hours_within_the_hour_that_is_left_out_begin_when_the_clock_has_jumped() -> None:
    hours = parse_hours("Europe/Berlin", {"weekly": {"sun": [["02:30", "04:00"]]}})
    # On 29 March 2026 clocks go from 02:00 to 03:00.
    opening = hours.next_change(at("2026-03-29T00:00", "Europe/Berlin"))
    assert opening == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_open_twice() -> None:
    hours = parse_hours("Europe/Berlin", {"weekly": {"sun": [["02:00", "02:30"]]}})
    # On 25 October 2026 clocks go from 03:00 back to 02:00.
    changes, moment = [], at("2026-10-25T00:00", "Europe/Berlin")
    for _ in range(4):
        found = hours.next_change(moment)
        assert found is not None
        moment = found
        changes.append(moment.astimezone(UTC).strftime("%H:%M"))
    assert changes == ["00:00", "00:30", "01:00", "01:30"]


@pytest.mark.parametrize(
    "plan",
    [
        {"weekly": {"someday": []}},
        {"weekly": {"mon": "09:00-17:00"}},
        {"weekly": {"mon": [["9", "17"]]}},
        {"weekly": {"mon": [["09:00"]]}},
        {"weekly": {"mon": [["24:00", "17:00"]]}},
        {"weekly": {"mon": [["09:00", "25:00"]]}},
        {"weekly": []},
        {"exceptions": {"Christmas": []}},
        {"exceptions": {f"{2000 + year}-01-01": [] for year in range(401)}},
    ],
)
def test_what_makes_no_sense_is_refused_by_name(plan: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        parse_hours("UTC", plan)
    assert refused.value.fields
    assert all(name.startswith("hours") for name in refused.value.fields)


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../../etc/passwd", "x" * 300])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_hours(zone, {})
    assert refused.value.fields == {"timezone": "Europe/Berlin"}


_clock = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.sampled_from([0, 15, 30]))
_days = st.lists(st.tuples(_clock, _clock).map(list), max_size=3)


@st.composite
def _plans(draw: st.DrawFn, around: Callable[[], st.SearchStrategy[date]]) -> dict[str, object]:
    weekly = draw(st.dictionaries(st.sampled_from(WEEKDAYS), _days, max_size=7))
    days = draw(st.dictionaries(around().map(date.isoformat), _days, max_size=3))
    return {"weekly": weekly, "exceptions": days}


def _walked(hours: Hours, moment: datetime, limit: datetime) -> datetime | None:
    """The next change found by looking at every quarter of an hour."""
    now = hours.is_open(moment)
    quarter = timedelta(minutes=15)
    moment = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0) + quarter
    while moment <= limit:
        if hours.is_open(moment) is not now:
            return moment
        moment += quarter
    return None


def _dates() -> st.SearchStrategy[date]:
    return st.dates(date(2011, 12, 25), date(2027, 12, 31))


@settings(max_examples=150, deadline=None)
@given(zone=st.sampled_from(ZONES), plan=_plans(_dates), data=st.data())
def test_the_next_change_is_the_one_a_walk_finds(
    zone: str, plan: dict[str, object], data: st.DataObject
) -> None:
    hours = parse_hours(zone, plan)
    days = [*hours.exceptions, *_clock_change_days(zone)] or [date(2026, 6, 1)]
    day = data.draw(st.sampled_from(sorted(days))) - timedelta(days=data.draw(st.integers(0, 2)))
    minutes = data.draw(st.integers(0, 48 * 60))
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    walked = _walked(hours, moment, moment + timedelta(days=4))
    found = hours.next_change(moment)
    if walked is not None:
        assert found == walked
    else:
        assert found is None or found > moment + timedelta(days=3)
    if found is not None:
        assert hours.is_open(found) is not hours.is_open(moment)
        assert hours.is_open(found - timedelta(seconds=1)) is hours.is_open(moment)


def _clock_change_days(name: str) -> list[date]:
    zone, found = ZoneInfo(name), []
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(365):
        today = moment + timedelta(days=number)
        tomorrow = today + timedelta(days=1)
        if today.astimezone(zone).utcoffset() != tomorrow.astimezone(zone).utcoffset():
            found.append(today.date())
    return found


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20T19:00", "19:00 (GMT)"),
        ("2026-11-21T09:05", "Saturday 9:05 (GMT)"),
        ("2026-11-26T09:00", "Thursday 9:00 (GMT)"),
        ("2026-11-27T09:00", "Friday 27 November 9:00 (GMT)"),
    ],
)
def test_a_time_is_said_as_people_say_it(moment: str, said: str) -> None:
    now = at("2026-11-20T18:00")
    assert wall_time(at(moment), "Atlantic/Reykjavik", now) == said


def test_a_time_is_said_by_the_inboxs_own_clock() -> None:
    now = at("2026-06-19T22:30")
    assert wall_time(at("2026-06-20T07:00"), "Europe/Berlin", now) == "9:00 (CEST)"
