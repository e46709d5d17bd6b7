"""Who is held out of memory: always the same people, and as many as was asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.hold_out import MOST_PERCENT, Arm, arm_of, place_of

CONTACTS = st.text(min_size=1, max_size=40)
PERCENT = st.integers(1, MOST_PERCENT)
PEOPLE = 20_000


@given(CONTACTS, PERCENT)
def test_who_is_asked_about_again_is_where_they_were(contact: str, percent: int) -> None:
    assert arm_of(contact, percent) is arm_of(contact, percent)
    assert 0 <= place_of(contact) < 1


@given(CONTACTS, PERCENT, PERCENT)
def test_raising_the_share_lets_nobody_who_is_held_out_go(contact: str, one: int, two: int) -> None:
    few, many = sorted((one, two))
    if arm_of(contact, few) is Arm.HELD_OUT:
        assert arm_of(contact, many) is Arm.HELD_OUT


@given(CONTACTS)
def test_without_a_share_nobody_is_in_an_arm(contact: str) -> None:
    assert arm_of(contact, 0) is Arm.NONE


def test_places_are_spread_evenly() -> None:
    tenths = [0] * 10
    for number in range(PEOPLE):
        tenths[int(place_of(f"contact-{number}") * 10)] += 1
    expected = PEOPLE / 10
    # Pearson's chi-squared with nine degrees of freedom; 27.9 is passed by chance once in a thousand.
    assert sum((count - expected) ** 2 / expected for count in tenths) < 27.9


def test_the_deal_never_changes() -> None:
    """A new version of the hub that dealt anew would mix the arms of what is being measured."""
    held_out = [number for number in range(30) if arm_of(f"contact-{number}", 20) is Arm.HELD_OUT]
    assert held_out == [5, 6, 14, 15, 16, 17, 28]
