"""Who sees what: always the same, as the weights say, unrelated between experiments."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.experiments.assignment import variant_of
from chat_server.domain.ids import new_id

WEIGHTS = (0.5, 0.3, 0.2)
PEOPLE = 20_000


@given(st.text(max_size=40), st.text(max_size=80))
def test_a_person_stays_where_they_are(person: str, experiment: str) -> None:
    found = variant_of(person, experiment, WEIGHTS)
    assert found in range(3)
    assert found == variant_of(person, experiment, WEIGHTS)


def test_people_are_dealt_by_the_weights() -> None:
    counts = Counter(variant_of(f"person-{n}", "one", WEIGHTS) for n in range(PEOPLE))
    expected = [weight * PEOPLE for weight in WEIGHTS]
    # Pearson's chi-squared with two degrees of freedom; 13.8 is passed by chance once in a thousand.
    assert sum((counts[at] - e) ** 2 / e for at, e in enumerate(expected)) < 13.8


def test_experiments_deal_independently() -> None:
    one, other = new_id(), new_id()
    both = Counter(
        (variant_of(f"person-{n}", one, (0.5, 0.5)), variant_of(f"person-{n}", other, (0.5, 0.5)))
        for n in range(PEOPLE)
    )
    assert sum((both[a, b] - PEOPLE / 4) ** 2 / (PEOPLE / 4) for a in (0, 1) for b in (0, 1)) < 25


def test_the_deal_never_changes() -> None:
    """A new version of the hub that dealt anew would mix what is being measured."""
    dealt = [variant_of(f"contact-{n}", "experiment", (0.5, 0.5)) for n in range(20)]
    assert dealt == [1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1]
