"""Agreement beyond chance, against published examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.agreement import agreement, alpha, kappa

# Krippendorff (2011), sections A and B.
BINARY = list(zip("0100000010", "1110010000", strict=True))
NOMINAL = list(zip("aabbdcccedda", "babbbcccedddd"[:12], strict=True))
CODES = st.sampled_from("abc")
PAIRS = st.lists(st.tuples(CODES, CODES), min_size=2, max_size=40)


def test_alpha_is_that_of_the_published_examples() -> None:
    assert alpha(BINARY) == pytest.approx(0.095, abs=0.0005)
    assert alpha(NOMINAL) == pytest.approx(0.692, abs=0.0005)


def test_kappa_is_that_of_a_worked_table() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    found = kappa(pairs)
    assert found.value == pytest.approx(0.4)
    assert found.low == pytest.approx(0.1506, abs=0.002)
    assert found.high == pytest.approx(0.6494, abs=0.002)


def test_without_variation_there_is_nothing_to_tell_from_chance() -> None:
    found = agreement([("a", "a")] * 5, 1)
    assert (found.kappa.value, found.alpha.value, found.alpha.low) == (None, None, None)
    assert agreement([], 1).units == 0


@given(PAIRS)
def test_neither_depends_on_who_is_first_nor_on_the_order(pairs: list[tuple[str, str]]) -> None:
    turned = [(second, first) for first, second in reversed(pairs)]
    assert alpha(turned) == pytest.approx(alpha(pairs)) if alpha(pairs) is not None else True
    one, other = kappa(pairs).value, kappa(turned).value
    assert (one is None) == (other is None)
    assert one is None or one == pytest.approx(other)


@given(PAIRS)
def test_the_interval_holds_the_value_and_is_the_same_for_the_same_seed(
    pairs: list[tuple[str, str]],
) -> None:
    found = agreement(pairs[:12], 7)
    assert found == agreement(pairs[:12], 7)
    assert sum(count for _, _, count in found.counts) == found.units
    for one in (found.kappa, found.alpha):
        if one.value is not None and one.low is not None and one.high is not None:
            assert one.low <= one.high
            assert -1 <= one.high <= 1
