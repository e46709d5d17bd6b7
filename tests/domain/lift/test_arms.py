"""Sums over dialogues and pairs say what clusters of people say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat_server.domain.hold_out import Arm
from chat_server.domain.lift.arms import ALL, PLAIN, RATED, ArmTally, Buyer
from chat_server.domain.lift.comparison import Compared, Outcome, compare, compare_samples

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)

_outcomes = st.builds(
    Outcome,
    contact_id=st.integers(0, 90).map(str),
    arm=st.sampled_from([Arm.TREATED, Arm.HELD_OUT]),
    share=st.sampled_from([10, 30]),
    opened_at=st.integers(0, 90).map(lambda days: NOON + timedelta(days=days)),
    resolved=st.booleans(),
    handed_off=st.booleans(),
    asked_again=st.booleans(),
    ordered=st.booleans(),
    rating=st.none() | st.integers(1, 5),
)


def _single(one: Outcome) -> dict[str, int]:
    rated = one.rating is not None
    rating = one.rating or 0
    plain = {name: int(getattr(one, name)) for name in PLAIN}
    more = {"rated": int(rated), "rating": rating, "rating_squared": rating**2}
    return {"dialogues": 1, **plain, **more}


def _pair(one: Outcome, other: Outcome) -> dict[str, int]:
    found = {"pairs": 1}
    for name in PLAIN:
        here, there = int(getattr(one, name)), int(getattr(other, name))
        found |= {f"{name}_sum": here + there, f"{name}_both": here * there}
    if one.rating is not None and other.rating is not None:
        found["rated"] = 1
        found |= {"rating_sum": one.rating + other.rating, "rating_both": one.rating * other.rating}
    return found


def _summed(outcomes: Sequence[Outcome]) -> ArmTally:
    made = ArmTally()
    theirs: dict[tuple[Arm, str], list[Outcome]] = {}
    for one in outcomes:
        made.add(one.arm, one.share, _single(one))
        theirs.setdefault((one.arm, one.contact_id), []).append(one)
    for (arm, contact_id), some in theirs.items():
        made.people[arm, ALL] += 1
        made.people[arm, RATED] += any(one.rating is not None for one in some)
        for one, other in combinations(some, 2):
            made.pair(arm, one.share, other.share, _pair(one, other))
        for share in {one.share for one in some}:
            of_share = [one for one in some if one.share == share]
            ordered = sum(one.ordered for one in of_share)
            made.buyers.append(Buyer(contact_id, arm, share, len(of_share), ordered))
    return made


@settings(max_examples=30, deadline=None)
@given(st.lists(_outcomes, min_size=150, max_size=400))
def test_both_ways_of_counting_agree(outcomes: list[Outcome]) -> None:
    by_people, by_sums = compare(outcomes), compare_samples(_summed(outcomes).samples())
    for one, other in zip(by_people, by_sums, strict=True):
        assert _figures(one) == pytest.approx(_figures(other), rel=1e-9, abs=1e-12)
        assert one.verdict is other.verdict


def _figures(of: Compared) -> list[float]:
    found: list[float] = []
    for arm in (of.treated, of.held_out):
        found += [arm.contacts, arm.dialogues]
    for one in (of.treated.interval, of.held_out.interval, of.lift):
        if one:
            found += [one.value, one.low, one.high]
    return found


def test_nobody_is_too_few() -> None:
    assert all(one.lift is None for one in compare_samples(ArmTally().samples()))
