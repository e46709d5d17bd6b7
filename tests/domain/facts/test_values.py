"""What may be kept as a fact, and in which form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.facts.kinds import FACT_KINDS, clean_value


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
