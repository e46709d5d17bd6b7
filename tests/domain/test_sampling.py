"""Samples: the same for the same seed, whatever the order, and fair to each stratum."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.sampling import Draw, shared_out

COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 500), min_size=1)


def drawn(size: int, seed: int, offers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    draw = Draw(size, seed)
    for dialogue, stratum in offers:
        draw.offer(dialogue, stratum)
    return draw.drawn()


OFFERS = [(f"d{number}", "en" if number % 10 else "is") for number in range(400)]


def test_the_order_of_what_there_is_makes_no_difference_and_the_seed_does() -> None:
    first = drawn(20, 1, OFFERS)
    assert first == drawn(20, 1, list(reversed(OFFERS)))
    assert len(set(first)) == 20
    assert set(first) != set(drawn(20, 2, OFFERS))
    assert Counter(stratum for _, stratum in first) == {"en": 18, "is": 2}


def test_every_dialogue_is_drawn_about_as_often() -> None:
    offers = [(f"d{number}", "") for number in range(20)]
    times = Counter(one for seed in range(2000) for one, _ in drawn(5, seed, offers))
    assert len(times) == 20
    assert all(400 < count < 600 for count in times.values())


@given(COUNTS, st.integers(1, 300))
def test_shares_add_up_and_ask_of_none_more_than_it_has(counts: dict[str, int], size: int) -> None:
    shares = shared_out(size, counts)
    assert sum(shares.values()) == min(size, sum(counts.values()))
    assert all(0 <= shares[name] <= count for name, count in counts.items())
    if size >= len(counts):
        assert all(shares.values())
