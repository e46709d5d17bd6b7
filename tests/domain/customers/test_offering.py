"""When something may be offered, and what it may go by."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.customers.offering import Situation, WhyNot, may_be_personal, why_not
from chat_server.domain.mood import is_complaint_open

FINE = Situation(
    asked=False,
    bot_answers=True,
    offered=False,
    troubled=False,
    consents=True,
    refuses=False,
    held_out=False,
)
SITUATIONS = st.builds(Situation, **{one.name: st.booleans() for one in fields(Situation)})


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, None),
        ({"bot_answers": False}, WhyNot.NOT_THE_BOT),
        ({"offered": True}, WhyNot.OFFERED_ALREADY),
        ({"troubled": True}, WhyNot.TROUBLED),
        ({"consents": False}, WhyNot.NO_CONSENT),
        ({"refuses": True}, WhyNot.DO_NOT_CONTACT),
        ({"held_out": True}, WhyNot.HELD_OUT),
        ({"asked": True, "consents": False}, None),
        ({"asked": True, "troubled": True}, WhyNot.TROUBLED),
        ({"asked": True, "offered": True}, WhyNot.OFFERED_ALREADY),
    ],
)
def test_each_reason_alone_forbids_it(changed: dict[str, bool], reason: WhyNot | None) -> None:
    assert why_not(replace(FINE, **changed)) is reason


@given(SITUATIONS)
def test_nothing_unasked_without_consent_and_nothing_personal_ever(now: Situation) -> None:
    if why_not(now) is None and not now.asked:
        assert may_be_personal(now)
    if may_be_personal(now):
        assert now.consents
        assert not now.refuses
        assert not now.held_out


@given(SITUATIONS)
def test_who_asks_is_offered_whatever_is_offered_unasked(now: Situation) -> None:
    if why_not(replace(now, asked=False)) is None:
        assert why_not(replace(now, asked=True)) is None


@pytest.mark.parametrize(
    ("intents", "is_open"),
    [
        ([], False),
        (["track_order", "thanks"], False),
        (["late_delivery", "thanks"], True),
        (["late_delivery", "problem_solved", "thanks"], False),
        (["problem_solved", "problem_unsolved"], True),
    ],
)
def test_a_complaint_is_open_until_it_is_said_to_be_solved(
    intents: list[str],
    is_open: bool,  # noqa: FBT001 - a case
) -> None:
    assert is_complaint_open(intents) is is_open
