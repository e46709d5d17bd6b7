"""Samples: the same for the same seed, whatever the order, and fair to each stratum."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from chat_server.domain.sampling import Draw, shared_out

COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 500), min_size=1)


def drawn(size: int, seed: int, offers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    draw = Draw(size, seed)
    shares = shared_out(size, Counter(stratum for _, stratum in offers))
    return draw.in_order(
        (one, name)
        for name, share in shares.items()
        for one in draw.first(share, (dialogue for dialogue, of in offers if of == name))
    )


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


def test_a_part_of_the_endings_draws_what_all_of_them_would_and_everybody_as_often() -> None:
    """2,000 dialogues in ten parts; what comes of 500 draws is told from chance once in a thousand times."""
    random = Random(3)
    ids = [f"{random.getrandbits(48):012x}" for _ in range(2_000)]
    part_of = {one: place // 200 for place, one in enumerate(ids)}
    times: Counter[int] = Counter()
    short = 0
    for seed in range(500):
        draw = Draw(20, seed)
        left_out = draw.left_out(len(ids))
        assert len(left_out) == 235
        later = set(left_out)
        looked_at = [one for one in ids if one[-2:] not in later]
        assert len(looked_at) < 300
        found = draw.first(20, looked_at, left_out)
        if seed < 50:
            assert found == draw.first(20, ids)
        short += len(found) < 20
        times.update(part_of[one] for one in found)
    assert short == 0
    assert sum((count - 1_000) ** 2 / 1_000 for count in times.values()) < 27.9


def test_ids_that_end_in_other_ways_have_their_place_like_others() -> None:
    ids = [f"talk-{number}" for number in range(300)] + [f"{number:x}" for number in range(300)]
    for seed in range(50):
        draw = Draw(2, seed)
        left_out = draw.left_out(600)
        looked_at = [one for one in ids if one[-2:] not in left_out]
        found = draw.first(2, looked_at, left_out)
        assert found == draw.first(2, ids)[: len(found)]
        assert len(found) == 2


@given(COUNTS, st.integers(1, 300))
def test_shares_add_up_and_ask_of_none_more_than_it_has(counts: dict[str, int], size: int) -> None:
    shares = shared_out(size, counts)
    assert sum(shares.values()) == min(size, sum(counts.values()))
    assert all(0 <= shares[name] <= count for name, count in counts.items())
    if size >= len(counts):
        assert all(shares.values())
