"""What may be kept as a fact, and in which form."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.fact import FACT_KINDS, Fact, FactSource, FactState, clean_value

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("name", "  Katrín   Jónsdóttir ", "Katrín Jónsdóttir"),
        ("name", "x" * 81, None),
        ("name", "   ", None),
        ("name", "4111 1111 1111 1111", None),
        ("product_interest", "4111-1111-1111-1111", None),
        ("email", "Katrin@Example.IS.", "katrin@example.is"),
        ("email", "not an address", None),
        ("email", "a@b@c.is", None),
        ("order_number", "#10432", "10432"),
        ("order_number", "HR-10432", "10432"),
        ("order_number", "12", None),
        ("order_number", "4111111111111111", None),
        ("phone", "+354 555-1234", "+3545551234"),
        ("phone", "12345", None),
        ("size", "XL", "XL"),
        ("colour", "moss green", "moss green"),
        ("open_problem", "damaged", "damaged"),
        ("open_problem", "it is torn", None),
        ("religion", "any", None),
    ],
)
def test_a_value_is_kept_in_one_form_or_not_at_all(key: str, value: str, kept: str | None) -> None:
    assert clean_value(key, value) == kept


@given(st.sampled_from(sorted(FACT_KINDS)), st.text(max_size=120))
def test_what_is_kept_stays_the_same_when_cleaned_again(key: str, value: str) -> None:
    kept = clean_value(key, value)
    if kept is not None:
        assert clean_value(key, kept) == kept


def fact(fact_id: str, value: str) -> Fact:
    return Fact(fact_id, "c", "size", value, FactSource.VISITOR, 0.9, NOW)


def test_a_newer_value_takes_over_and_the_older_stays_on_record() -> None:
    old, new = fact("1", "M"), fact("2", "L")
    old.give_way_to(new)
    assert (old.state, old.superseded_by, old.ended_at) == (FactState.SUPERSEDED, "2", NOW)
    assert (old.value, new.state) == ("M", FactState.CURRENT)


def test_a_finished_fact_says_when() -> None:
    ended = fact("1", "M")
    ended.finish(NOW)
    assert (ended.state, ended.ended_at) == (FactState.ENDED, NOW)
